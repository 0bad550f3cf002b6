"""
Why an act on a case is refused: from its filing to its end, but for its notices.
"""

from domain.words.entries import Term, Wording

TERMS: tuple[Term, ...] = ()

WORDINGS = (
    Wording(
        "addressee_is_not_the_party",
        "该文书只能发给当事人 {no} 一人。",
        "The paper goes to party {no} and to nobody else.",
    ),
    Wording(
        "beyond_extension",
        "按当时规定，办案期限最长延至 {until_on}。",
        "By the rules of the day the time may be extended to {until_on} at most.",
    ),
    Wording(
        "case_stage",
        "案件目前“{stage}”，本事项须在“{needed}”时办理。",
        "The case is {stage}; this is done while it is {needed}.",
    ),
    Wording(
        "clock_running",
        "办案期限没有中止。",
        "The time of the case is not suspended.",
    ),
    Wording(
        "clock_suspended",
        "办案期限自 {on} 起中止，请先恢复。",
        "The time of the case stands still since {on}; resume it first.",
    ),
    Wording(
        "decided_already",
        "当事人 {no} 已作出决定。",
        "The matter of party {no} is decided.",
    ),
    Wording(
        "document_unserved",
        "以下文书尚未送达：{documents}。",
        "These documents are not served: {documents}.",
    ),
    Wording(
        "evidence_open",
        "先行登记保存的证据尚未处理，或者鉴定意见尚未收到。",
        "Registered evidence is undecided, or an appraisal is still out.",
    ),
    Wording(
        "facts_missing",
        "请写明违法事实。",
        "State the facts.",
    ),
    Wording(
        "finding_in_case",
        "问题 {item_no} 已经立案。",
        "Finding {item_no} is in a case already.",
    ),
    Wording(
        "index_incomplete",
        "请填写归档号、件数、页数，并将全部有效文书编入卷内目录。",
        "State number, pieces and pages, and index every document in force.",
    ),
    Wording(
        "kept_too_short",
        "案卷至少保管 {count_min} 年。",
        "The papers are kept for {count_min} years at least.",
    ),
    Wording(
        "last_party",
        "当事人 {no} 是唯一的当事人，或者已作出决定，不能撤出。",
        "Party {no} is the only one, or its matter is decided.",
    ),
    Wording(
        "measures_open",
        "本案仍有未解除的措施：{measures}。",
        "Measures of this case are not lifted: {measures}.",
    ),
    Wording(
        "no_party_named",
        "本案尚无当事人，请先办理“{needed}”。",
        "The case has no party yet; one has to be named first ({needed}).",
    ),
    Wording(
        "no_source",
        "案件来源为“{case_source}”的，请写明来源的检查问题、卷宗或者材料。",
        "Name what the case comes from: finding, file or paper ({case_source}).",
    ),
    Wording(
        "no_such_appraisal",
        "没有序号为 {no} 的鉴定。",
        "There is no appraisal number {no}.",
    ),
    Wording(
        "no_such_kind",
        "请选择现行法律规定的处罚种类，金额不得小于零。",
        "Choose kinds of penalty of the law in force, and no amount below zero.",
    ),
    Wording(
        "no_such_party",
        "没有序号为 {no} 的当事人，或者已撤出；有多名当事人的请写明序号。",
        "There is no party number {no}; name one where there are several.",
    ),
    Wording(
        "no_such_registration",
        "没有序号为 {no} 的待处理登记保存。",
        "There is no open registration number {no}.",
    ),
    Wording(
        "nobody_present",
        "须有当事人或者见证人在场。",
        "The party or a witness has to be there.",
    ),
    Wording(
        "not_a_handler",
        "只有本案承办人才能办理。",
        "Only those who handle the case may do this.",
    ),
    Wording(
        "not_ahead",
        "时间 {occurred_at} 已过，请填写以后的时间。",
        "The time {occurred_at} is over; give a later one.",
    ),
    Wording(
        "not_put_off",
        "新的期限须晚于 {until_on}。",
        "The new day has to be later than {until_on}.",
    ),
    Wording(
        "outcome_missing",
        "以下必须结果尚未落实：{outcomes}。",
        "Mandatory outcomes are missing: {outcomes}.",
    ),
    Wording(
        "outcome_not_required",
        "本案没有确定该必须结果。",
        "This outcome is not required of the case.",
    ),
    Wording(
        "outcome_required",
        "该必须结果已经确定。",
        "This outcome is required already.",
    ),
    Wording(
        "party_already",
        "该当事人已是当事人 {no}。",
        "It is party {no} already.",
    ),
    Wording(
        "party_missing",
        "请写明一个企业或者一名自然人为当事人。",
        "Name one enterprise or one person as the party.",
    ),
    Wording(
        "party_open",
        "当事人 {no} 的处理尚未办结。",
        "The matter of party {no} is open.",
    ),
    Wording(
        "party_results_missing",
        "请对每个当事人写明调查结论：{parties}。",
        "State a result for every party: {parties}.",
    ),
    Wording(
        "receipt_missing",
        "请附接收机关的回执。",
        "Add the receipt of the receiving authority.",
    ),
    Wording(
        "recusal_by_heads",
        "不得自行决定回避；负责人的回避由负责人集体决定。",
        "Nobody decides on themselves; of a head, the heads decide together.",
    ),
    Wording(
        "recused",
        "{officer} 已决定回避，不得办理本案。",
        "{officer} has to stand aside in this case.",
    ),
    Wording(
        "rights_not_told",
        "询问前须出示执法证件、告知权利。",
        "Certificates are shown and rights told before a questioning.",
    ),
    Wording(
        "things_missing",
        "请列明物品。",
        "List the things.",
    ),
    Wording(
        "things_undecided",
        "登记保存的 {count} 件物品须逐件处理。",
        "Decide on each of the {count} things registered.",
    ),
)
