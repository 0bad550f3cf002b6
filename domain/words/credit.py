"""
Words of the credit record and of points.
"""

from domain.words.entries import Term, Wording

TERMS = (
    Term("credit_record", "信用记录", "credit record"),
    Term("credit_no", "信用信息序号", "number of the credit fact"),
    Term("class_standard", "失信程度认定标准", "standard of the class"),
    Term("document_on", "文书日期", "day of the document"),
    Term("repair_from", "可申请修复之日", "first day to apply for repair"),
    Term("publicity_until", "最长公示至", "last day of publicity"),
    Term("credit_withdrawal", "信用信息撤回理由", "why the credit fact is withdrawn"),
    Term("disputed", "异议内容", "what is disputed"),
    Term("objection_outcome", "异议处理结果", "outcome of the objection"),
    Term("stoppages", "终止事项", "what was stopped, and where"),
    Term("repair_effect", "修复的效力", "effect of the repair"),
    Term("platform", "平台或者单位", "platform or agency"),
    Term(
        "barred_until",
        "不得申请修复至",
        "barred from repair until",
        hint_zh="弄虚作假后不得申请的期限待核，由认定机关填写最后一日。",
        hint_en="How long the bar lasts is unsettled; the body states its last day.",
    ),
    Term("publish_again", "是否须重新公示", "whether it is to be shown again"),
    Term("left_public", "是否尚未终止公示", "whether it is public still"),
    Term("usable", "是否可以使用", "whether it may be used"),
    Term("standing_count", "未修复的信用信息数", "credit facts that stand"),
    Term("points_item", "记分情形", "ground of the points"),
    Term("points", "记分", "points"),
    Term("points_year", "记分年度", "year of the points"),
    Term("points_total", "年度累计记分", "points of the year"),
    Term("points_max", "年度记分上限", "most points of a year"),
    Term("points_cleared", "清零的记分", "points reset"),
    Term("reset_ground", "清零理由", "why points are reset"),
)

WORDINGS = (
    Wording(
        "no_such_credit_fact",
        "该信用记录中没有序号为 {no} 的信用信息。",
        "The record has no credit fact number {no}.",
    ),
    Wording(
        "credit_stage",
        "该信用信息目前“{stage}”，本事项须在“{needed}”时办理。",
        "The credit fact is {stage}; this is done while it is {needed}.",
    ),
    Wording(
        "credit_nothing",
        "该信用记录中没有处于“{needed}”的信用信息。",
        "No credit fact of the record is {needed}.",
    ),
    Wording(
        "class_ground_missing",
        "请写明失信程度符合标准的哪一项。",
        "Say what of the standard it meets.",
    ),
    Wording(
        "class_not_of_table",
        "按分类表，该决定不能认定为“{credit_class}”，只能是：{allowed}。",
        "By the table it is not {credit_class}, only: {allowed}.",
    ),
    Wording(
        "class_not_of_record",
        "信用记录认定为“{recorded}”，信用信息平台不能按“{credit_class}”公示。",
        "It is recorded as {recorded}; the credit platform shows no {credit_class}.",
    ),
    Wording(
        "class_not_of_platform",
        "信用信息平台现按“{shown_class}”公示（{publication}），先更正公示再记录。",
        "The platform shows it as {shown_class} ({publication}); correct that first.",
    ),
    Wording(
        "person_without_number",
        "当事人是自然人且没有身份号码的，不能记入信用记录：同名的人无法区分。",
        "A person whose number is unknown has no record: names do not tell apart.",
    ),
    Wording(
        "credit_recorded_already",
        "该决定已记入信用记录（{record}）。",
        "The decision is recorded already ({record}).",
    ),
    Wording(
        "credit_basis_stands",
        "所依据的决定没有如此变动，不能以此理由撤回。",
        "What it rests on did not change so; it is not withdrawn for that.",
    ),
    Wording(
        "minimum_term",
        "最短公示期未满，{from_on} 起才可以修复。",
        "The shortest term is not over; repair is possible from {from_on}.",
    ),
    Wording(
        "repair_barred",
        "因弄虚作假，{until_on} 以前不得申请修复。",
        "After a fraud no repair is asked for until {until_on}.",
    ),
    Wording(
        "repair_incomplete",
        "修复须在所有平台停止，请写明在哪里办理：{missing}。",
        "A repair ends everything everywhere; say where for: {missing}.",
    ),
    Wording(
        "not_repaired",
        "认定机关没有修复该处罚的信用信息，不能以修复终止公示。",
        "The body that recognised it has not repaired it.",
    ),
    Wording(
        "objection_pending",
        "对第 {no} 条信用信息的异议正在处理。",
        "An objection to credit fact {no} awaits its answer.",
    ),
    Wording(
        "no_objection",
        "没有待处理的异议。",
        "No objection awaits an answer.",
    ),
    Wording(
        "points_not_set",
        "当地规则包没有为“{points_item}”设定分值。",
        "The rule pack of the place sets no points for this ({points_item}).",
    ),
    Wording(
        "no_points_for_trade",
        "当地记分制度不适用于该行业（{sector}）；行业未登记的，先登记企业信息。",
        "The place has no points for this trade ({sector}); if unknown, state it.",
    ),
    Wording(
        "no_basis_for_points",
        "所依据的卷宗没有反映该企业的“{points_item}”。",
        "That file shows no such thing of this enterprise ({points_item}).",
    ),
    Wording(
        "points_deducted_already",
        "该情形已记分。",
        "The points for this were deducted already.",
    ),
    Wording("no_points", "该年度没有记分。", "That year has no points."),
    Wording(
        "points_of_one_basis",
        "“{ground}”只撤销一项记分，须指明所依据的卷宗；清零全年的，不指明卷宗。",
        "Say for what they were where one deduction goes, and only then ({ground}).",
    ),
    Wording(
        "points_basis_stands",
        "该项记分不是因处罚而记，或者该处罚仍然成立。",
        "They were for no penalty, or for one that stands.",
    ),
)
