"""
Why an act on a case is refused: weighing, notice, hearing, review.
"""

from domain.words.entries import Term, Wording

TERMS: tuple[Term, ...] = ()

WORDINGS = (
    Wording(
        "adjudication_missing",
        "尚未案件审理，或者审理后事实有变化。",
        "The case was not adjudicated, or the facts have changed since.",
    ),
    Wording(
        "attendants_too_few",
        "集体讨论、案件审理须有两名以上负责人参加。",
        "Two or more heads have to take part.",
    ),
    Wording(
        "band_reversed",
        "裁量档次的下限不得高于上限，也不得小于零。",
        "The tier's bottom may not be above its top or below zero.",
    ),
    Wording(
        "boilerplate_answer",
        "请如实记录当事人的陈述申辩和答复理由；放弃须有当事人签名的书面声明。",
        "Write down what was stated and why it is followed or not; a waiver needs "
        "the signed paper.",
    ),
    Wording(
        "chair_investigated",
        "听证不得由本案调查人员主持。请由其他人员主持。",
        "Whoever investigated the case may not chair the hearing.",
    ),
    Wording(
        "deliberation_missing",
        "尚未集体讨论，或者讨论后事实有变化（行政处罚法第五十七条）。",
        "The heads have not deliberated, or the facts have changed since.",
    ),
    Wording(
        "deviation_unexplained",
        "罚款偏离裁量档次或者低于要求的上限，请说明理由。",
        "The fine deviates from the tier or from its required top; say why.",
    ),
    Wording(
        "discretion_missing",
        "请先适用裁量基准，拟罚款数额应与裁量结果一致。",
        "Apply the schedule first; the fine proposed is what it came to.",
    ),
    Wording(
        "factor_unproved",
        "情节“{mitigating_factor}”的认定与已记录的证明不一致。",
        "The answer on “{mitigating_factor}” is not what was proved.",
    ),
    Wording(
        "factors_unanswered",
        "请逐项认定行政处罚法第三十二条、第三十三条的情节。",
        "Answer the factors of articles 32 and 33 one by one.",
    ),
    Wording(
        "hearing_due",
        "当事人 {no} 依法享有听证权利且按期申请，应当举行听证。",
        "Party {no} has the right to a hearing and asked in time; it has to be held.",
    ),
    Wording(
        "hearing_not_asked",
        "当事人 {no} 没有待办的听证申请。",
        "No request for a hearing of party {no} is waiting.",
    ),
    Wording(
        "hearing_not_held",
        "当事人 {no} 的听证尚未举行，或者已经报告。",
        "No hearing of party {no} was held, or it is reported on.",
    ),
    Wording(
        "hearing_not_set",
        "尚未通知当事人 {no} 听证的时间和地点。",
        "No hearing of party {no} is set.",
    ),
    Wording(
        "hearing_pending",
        "当事人 {no} 的听证尚未结束。",
        "A hearing of party {no} is under way.",
    ),
    Wording(
        "hearing_too_soon",
        "听证须在 {after_on} 之后举行（通知与听证之间须满七个工作日）。",
        "The hearing has to be after {after_on}, seven working days after its notice.",
    ),
    Wording(
        "no_adjudication_here",
        "本地没有案件审理程序。",
        "The place has no adjudication of cases.",
    ),
    Wording(
        "no_approval",
        "须由本机关负责人批准，批准人不得是办理人员。",
        "A head of the body has to approve it, and none of those who act.",
    ),
    Wording(
        "not_the_chair",
        "只有听证主持人才能办理。",
        "Only the chair of the hearing may do this.",
    ),
    Wording(
        "nothing_stated",
        "当事人 {no} 没有提出陈述申辩。",
        "Party {no} has stated nothing.",
    ),
    Wording(
        "notice_incomplete",
        "对当事人 {no} 的告知不完整或者不是最新的拟处罚意见：须写明内容、"
        "事实、理由、依据，应当听证的须告知听证权利。",
        "The notice to party {no} is incomplete or not of the newest proposal: it "
        "states penalty, facts, reasons, basis, and the right to a hearing where "
        "there is one.",
    ),
    Wording(
        "notice_missing",
        "当事人 {no} 尚未告知，或者尚未陈述申辩、放弃或者期满。",
        "Party {no} was not notified, or has not answered, waived or let the time "
        "pass.",
    ),
    Wording(
        "proof_missing",
        "请写明证明该情节的证据。",
        "State what proves it.",
    ),
    Wording(
        "renotify",
        "拟处罚加重或者依据新的事实，必须重新告知。",
        "It is heavier or rests on new facts, and has to be notified anew.",
    ),
    Wording(
        "review_before_hearing",
        "听证报告提出之后才能法制审核（行政处罚法第五十八条）。",
        "The legal review follows the report on the hearing.",
    ),
    Wording(
        "review_contradicts",
        "有不符合的事项，不能审核同意。",
        "A point is not in order, so the review cannot agree.",
    ),
    Wording(
        "review_grounds_missing",
        "请写明法制审核的情形。",
        "State why it is reviewed.",
    ),
    Wording(
        "review_missing",
        "尚未通过法制审核，或者审核后事实有变化（行政处罚法第五十八条）。",
        "No legal review passed it, or the facts have changed since.",
    ),
    Wording(
        "review_points_missing",
        "请对八项审核内容逐项写明意见。",
        "Answer each of the eight points of the review.",
    ),
    Wording(
        "reviewer_handled",
        "承办或者调查本案的人员不得审核本案。",
        "Whoever handled the case may not review it.",
    ),
    Wording(
        "schedule_missing",
        "请写明所适用的裁量基准及其条目。",
        "Name the schedule that is applied, and its row.",
    ),
    Wording(
        "schedule_not_in_force",
        "该裁量基准在 {on} 未施行。",
        "The schedule is not in force on {on}.",
    ),
    Wording(
        "statement_unreviewed",
        "当事人 {no} 的陈述申辩尚未复核。",
        "What party {no} stated was not examined.",
    ),
    Wording(
        "heavier_for_statement",
        "申辩前（{on}）告知的罚款为 {fine_fen} 分；没有新的事实，不得因申辩加重处罚。",
        "The party was told of {fine_fen} fen on {on}, before it spoke; with no new "
        "facts the penalty is no heavier for it.",
    ),
    Wording(
        "window_open",
        "当事人可以在 {until_on} 前申请听证，期满或者明示放弃后才能决定。",
        "The party may ask for a hearing until {until_on}.",
    ),
)
