"""
Words of hazards.
"""

from domain.words.entries import Term, Wording

TERMS = (
    Term("hazard", "隐患", "hazard"),
    Term("hazard_source", "隐患来源", "source of the hazard"),
    Term("finders", "发现人员", "officers who found it"),
    Term("hazard_level", "隐患等级", "level of the hazard"),
    Term(
        "standard",
        "判定标准",
        "determining standard",
        hint_zh="例如：工贸企业重大事故隐患判定标准（应急管理部令第10号）",
        hint_en="The national standard of the sector, with its number.",
    ),
    Term("clause", "判定标准条款", "clause of the standard"),
    Term("approver", "批准人", "who approved"),
    Term("list_limit", "挂牌督办期限", "limit for the listing"),
    Term("measures", "整改措施", "measures"),
    Term("rectify_until", "整改期限", "last day to rectify, inclusive"),
    Term(
        "danger",
        "排除前或者排除中是否无法保证安全",
        "whether safety cannot be ensured meanwhile",
        hint_zh="无法保证安全的，选“是”，并先撤人或者停产。",
        hint_en="Yes, if it cannot; then withdraw people or suspend work first.",
    ),
    Term("secured_by", "已采取的安全措施", "how people were kept safe"),
    Term("reinspect_limit", "复查期限", "limit for the re-inspection"),
    Term("asked_until", "申请延至", "last day asked for"),
    Term("apply_until", "申请延期的最后一日", "last day to ask for more time"),
    Term("answer_limit", "答复期限", "limit for the answer"),
    Term("nth_extension", "第几次延期", "which extension", unit="次"),
    Term("aims", "治理的目标和任务", "aims and tasks"),
    Term("methods_and_measures", "采取的方法和措施", "methods and measures"),
    Term("money_and_goods", "经费和物资的落实", "money and goods"),
    Term("body_and_people", "负责治理的机构和人员", "body and people in charge"),
    Term("time_required", "治理的时限和要求", "time and requirements"),
    Term("safety_and_emergency", "安全措施和应急预案", "safety and emergency plan"),
    Term("further_items", "地方增加的事项", "items that the place adds"),
    Term("plan_item", "方案事项", "item of the plan"),
    Term("plan_text", "方案内容", "what the plan says"),
    Term("paper", "企业提交的材料", "paper of the enterprise"),
    Term("listing_number", "督办文号", "number of the supervision paper"),
    Term("requirements", "要求", "requirements"),
    Term("responsible_body", "责任单位", "responsible body"),
    Term("supervise_until", "督办期限", "last day of the supervision, inclusive"),
    Term("listed_by", "挂牌主体", "who listed it"),
    Term("displayed_where", "挂牌公示地点", "where the listing is displayed"),
    Term("problem_list", "问题清单", "list of problems"),
    Term("responsibility_list", "责任清单", "list of responsibilities"),
    Term("rectification_list", "整改清单", "list of remedies"),
    Term("progress", "进展", "progress"),
    Term("reported_to", "报告对象", "reported to"),
    Term("in_time", "是否在整改期限内", "whether in time"),
    Term("recheck_limit", "申请复查后的复查期限", "limit from the report"),
    Term("days_late", "逾期天数", "days late", unit="days"),
    Term("escalate_limit", "升级处置期限", "limit for the escalation"),
    Term("reinspect_on", "复查日", "day of the re-inspection"),
    Term("recheck_cause", "复查缘由", "why it was re-inspected"),
    Term("rectified", "是否整改合格", "whether it is accepted"),
    Term("opinion", "意见", "opinion"),
    Term("acceptors", "验收人员", "who accepted"),
    Term("opinion_stands", "复查意见书是否代替核查", "whether the opinion verifies"),
    Term("verifiers", "核查人员", "who verified"),
    Term("results", "复查结果", "results"),
)

WORDINGS = (
    Wording(
        "hazard_stage",
        "该隐患目前“{stage}”，本事项须在“{needed}”时办理。",
        "The hazard is {stage}; this is done while it is {needed}.",
    ),
    Wording(
        "hazard_ended",
        "该隐患已了结（{stage}）。",
        "The hazard has ended ({stage}).",
    ),
    Wording(
        "hazard_already",
        "问题 {item_no} 已认定为隐患。",
        "A hazard was identified from finding {item_no} already.",
    ),
    Wording(
        "no_standard",
        "定级须写明判定标准及其条款（安全生产法第一百一十八条）。",
        "Name the determining standard and its clause.",
    ),
    Wording(
        "listed",
        "挂牌督办期间不得降低隐患等级。",
        "A hazard is not graded down while it is listed for supervision.",
    ),
    Wording(
        "lowering_not_approved",
        "降低等级须经本机关负责人批准，批准人不得是定级人员。",
        "Name a head of your body who approved it, none of those who grade.",
    ),
    Wording(
        "major_not_on_spot",
        "重大事故隐患不得以当场纠正、当场消除了结。",
        "A major hazard does not end by being put right on the spot.",
    ),
    Wording(
        "on_spot_excluded",
        "本地规则包不允许以当场消除了结隐患。",
        "The rule pack of this place does not let a hazard end on the spot.",
    ),
    Wording(
        "not_major", "该隐患未定为重大事故隐患。", "The hazard is not a major one."
    ),
    Wording(
        "danger_not_secured",
        "排除前或者排除中无法保证安全的，应当先撤出人员、暂时停产停业或者停止使用。",
        "Withdraw people, suspend work or stop the use first.",
    ),
    Wording("measures_missing", "请写明整改措施。", "State the measures."),
    Wording(
        "last_day_past",
        "期限 {until_on} 已过，请填写今日或者以后的日期。",
        "The day {until_on} is over; give today or a later one.",
    ),
    Wording(
        "deadline_passed",
        "整改期限（{rectify_until}）已过，不能再决定延期。",
        "The last day ({rectify_until}) is over; no more time is decided on.",
    ),
    Wording(
        "nothing_applied_for",
        "没有待答复的延期申请。",
        "No application for more time awaits an answer.",
    ),
    Wording(
        "applied_too_late",
        "企业应当在 {until_on} 前（含当日）申请延期。",
        "The enterprise had to ask for more time by {until_on}.",
    ),
    Wording(
        "extended_too_often",
        "准予延期已达 {count_max} 次上限。",
        "The last day has been put off {count_max} times, as often as allowed.",
    ),
    Wording(
        "not_later",
        "新期限须晚于原期限（{rectify_until}）。",
        "The new last day must be later than {rectify_until}.",
    ),
    Wording(
        "plan_incomplete",
        "重大事故隐患治理方案缺少：{missing}。",
        "The plan for a major hazard lacks: {missing}.",
    ),
    Wording(
        "lister_not_named",
        "本地规则包未规定由该主体挂牌督办。",
        "The rule pack of this place does not let this authority list.",
    ),
    Wording(
        "listed_already",
        "该隐患已挂牌督办。",
        "The hazard is listed for supervision already.",
    ),
    Wording(
        "listing_incomplete",
        "挂牌督办缺少：{missing}。",
        "The listing lacks: {missing}.",
    ),
    Wording(
        "not_listed",
        "该隐患尚未挂牌督办。",
        "The hazard is not listed for supervision.",
    ),
    Wording(
        "lists_incomplete",
        "三清单缺少：{missing}。",
        "Of the three lists there is lacking: {missing}.",
    ),
    Wording("progress_missing", "请写明督办进展。", "State the progress."),
    Wording("requirements_missing", "请写明要求。", "State what is required."),
    Wording(
        "not_the_lister",
        "谁挂牌、谁解除：请由挂牌的机关办理。",
        "The body that listed the hazard releases it.",
    ),
    Wording(
        "not_delisted",
        "该隐患尚未销号（{stage}），不能解除督办。",
        "The hazard is not delisted yet ({stage}).",
    ),
    Wording(
        "overdue_already",
        "该隐患已标记逾期。",
        "The hazard is marked as overdue already.",
    ),
    Wording(
        "not_overdue",
        "整改期限（{rectify_until}）尚未届满。",
        "The last day ({rectify_until}) is not over.",
    ),
    Wording(
        "beyond_grace",
        "复查日不得晚于 {until_on}。",
        "The re-inspection is due by {until_on}.",
    ),
    Wording(
        "other_body",
        "谁检查、谁复查：请由原检查机关的原检查人员办理，或者先由负责人改派。",
        "Who inspected re-inspects, unless a head reassigns the re-inspection first.",
    ),
    Wording(
        "double_report_missing",
        "企业尚未完成双报告，缺少：{missing}。",
        "The enterprise has not reported to: {missing}.",
    ),
    Wording(
        "no_follow_up",
        "该检查不是复查。",
        "The inspection is no follow-up.",
    ),
    Wording(
        "not_followed_up",
        "隐患 {hazard} 不在该次复查的审批范围内。",
        "The visit was not approved to re-inspect the hazard {hazard}.",
    ),
    Wording(
        "visit_not_made",
        "该次复查没有实施（{stage}）。",
        "The visit was not made ({stage}).",
    ),
    Wording(
        "results_incomplete",
        "请对审批的每一项隐患写明一个复查结果。",
        "Give each hazard of the follow-up one result.",
    ),
    Wording(
        "same_person",
        "核查人员不得是验收人员。",
        "Who accepted may not verify.",
    ),
    Wording(
        "not_accepted",
        "该隐患尚未验收合格（{stage}）。",
        "The rectification is not accepted yet ({stage}).",
    ),
    Wording(
        "measure_active",
        "仍有措施仅因该隐患而存续：{measures}。请先解除。",
        "Measures that rest on this hazard are active: {measures}; lift them first.",
    ),
)
