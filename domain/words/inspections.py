"""
Words of inspections.
"""

from domain.words.entries import Term, Wording

TERMS = (
    Term("mode", "检查方式", "mode of inspection"),
    Term("inspection", "检查", "inspection"),
    Term("inspection_scope", "检查内容", "what is inspected"),
    Term("inspectors", "检查人员", "inspecting officers"),
    Term("nth_of_cap", "本年度第几次检查", "which visit of the year", unit="次"),
    Term("cap_count_max", "年度检查次数上限", "cap of visits a year", unit="次"),
    Term(
        "exemption",
        "不受频次上限限制的理由",
        "why it does not count against the cap",
        hint_zh="计划检查和随机抽查计入频次，不填。",
        hint_en="Leave empty for planned and random visits, which count.",
    ),
    Term("checklist_items", "须答检查项", "items to be answered"),
    Term(
        "hazards",
        "所涉隐患",
        "hazards concerned",
        hint_zh="复查填写所复查的隐患，其他检查不填。",
        hint_en="For a follow-up, what it re-inspects; else leave empty.",
    ),
    Term("approved_late", "是否补办审批", "whether approved after the opening"),
    Term("urgent_ground", "紧急情形", "ground of urgency"),
    Term("approve_limit", "补办审批期限", "limit for the late approval"),
    Term("recipient_post", "签收人职务", "post of who took it"),
    Term("certificates_shown", "是否出示执法证件", "whether certificates were shown"),
    Term("persons_present", "在场人员", "persons present"),
    Term("post", "职务", "post"),
    Term("refused_by", "拒绝阻挠人员", "who refused or obstructed"),
    Term("obstruction", "拒绝阻挠情形", "how"),
    Term("answer", "检查结果", "answer"),
    Term("item_no", "问题序号", "number of the finding"),
    Term("item_nos", "问题序号", "numbers of the findings"),
    Term("description", "问题描述", "description"),
    Term("is_violation", "是否违法", "whether it breaks the law"),
    Term("area", "部位", "area"),
    Term("criminal_code", "涉嫌犯罪立案标准代码", "code of a criminal threshold"),
    Term("violation_ended_on", "违法行为终了日", "day on which the violation ended"),
    Term("outcome_limit", "处理期限", "limit for an outcome"),
    Term("done", "已采取的措施", "what was done"),
    Term("started_at", "开始时间", "start, to the minute"),
    Term("ended_at", "结束时间", "end, to the minute"),
    Term("signer", "签名人", "who signed"),
    Term("signer_post", "签名人职务", "post of who signed"),
    Term("alterations", "更改之处", "passages altered"),
    Term("passage", "原文", "passage as it read"),
    Term("altered_to", "改为", "as it reads now"),
    Term("fingerprint", "捺指印处扫描件", "scan of the fingerprint"),
    Term("expert", "专家", "expert"),
    Term("opinion_paper", "专家意见书", "the opinion as signed"),
    Term("signed_paper", "签名笔录扫描件", "scan of the signed record"),
    Term("department", "报告的部门", "department reported to"),
    Term("witness_post", "见证人身份", "who the witness is"),
    Term("outcome", "结果", "outcome"),
    Term("publish_limit", "公开期限", "limit for the publication"),
    Term("rule", "期限规则", "rule of the period"),
    Term("provision", "期限依据", "provision of the period"),
    Term("last_on", "最后一日", "last day, inclusive"),
    Term("last_at", "最后时刻", "last moment"),
    Term("for_department", "应由何部门处理", "department that it is for"),
    Term("set_by_pack", "设定期限的规则包", "rule pack that set it"),
    Term("provisional", "是否暂定", "whether provisional"),
)

WORDINGS = (
    Wording(
        "inspection_stage",
        "该检查目前“{stage}”，本事项须在“{needed}”时办理。",
        "The inspection is {stage}; this is done while it is {needed}.",
    ),
    Wording(
        "not_on_team",
        "只有审批确定的检查人员才能办理；请由其办理，或者另行审批。",
        "Only the officers named in the approval may do this.",
    ),
    Wording(
        "approver_inspects",
        "审批人不得是检查人员。请由其他负责人审批。",
        "Who approves may not be one of the inspecting officers; ask another head.",
    ),
    Wording(
        "no_officer_of_body",
        "检查人员 {officer} 当日不是本机关的执法人员。",
        "{officer} is no enforcement officer of this body on that day.",
    ),
    Wording(
        "inspectors_too_few",
        "执法人员不得少于两人（行政处罚法第四十二条）。",
        "At least two officers are needed.",
    ),
    Wording(
        "checklist_missing",
        "“{mode}”须照单检查，请选择检查表。",
        "A {mode} inspection goes by a checklist; choose one.",
    ),
    Wording(
        "checklist_withdrawn",
        "该检查表版本已停用。请用现行版本重新审批。",
        "This version of the checklist is withdrawn; approve the visit anew.",
    ),
    Wording(
        "exemption_missing",
        "“{mode}”不计入年度频次，请写明不受上限限制的理由。",
        "A {mode} inspection does not count against the cap; say why.",
    ),
    Wording(
        "over_cap",
        "本年度对该企业的检查已达上限（{count_max} 次）。",
        "The year's cap of visits to the enterprise is reached ({count_max}).",
    ),
    Wording(
        "follow_up_hazards",
        "复查须写明所复查的隐患；其他检查不写。",
        "A follow-up names the hazards that it re-inspects; no other visit does.",
    ),
    Wording(
        "other_enterprise",
        "隐患 {hazard} 属于其他企业，不能在本次复查中处理。",
        "The hazard {hazard} is another enterprise's.",
    ),
    Wording(
        "approved_already",
        "该检查已经审批。",
        "The inspection has been approved already.",
    ),
    Wording(
        "not_urgent",
        "只有因举报、事故或者紧急危险先行开始的检查，才能补办审批。",
        "Only a visit that began on a tip-off, an accident or urgent danger is "
        "approved afterwards.",
    ),
    Wording(
        "late_approval_over",
        "补办审批的期限已于 {until_at} 届满。",
        "The time for a late approval ended at {until_at}.",
    ),
    Wording(
        "notified_already",
        "检查通知已经送达。",
        "Notice of the inspection was given already.",
    ),
    Wording(
        "not_notified",
        "尚未送达检查通知。请先送达。",
        "No notice of the inspection was given yet; give it first.",
    ),
    Wording(
        "notice_before_arrival",
        "“四不两直”检查到达现场后才能出示检查通知。",
        "An unannounced inspection is notified on arrival, not before.",
    ),
    Wording(
        "certificates_not_shown",
        "检查时必须出示有效的执法证件（安全生产法第六十七条）。",
        "Valid certificates must be shown.",
    ),
    Wording(
        "no_such_checklist_item",
        "本次检查的检查表没有检查项“{checklist_item}”。",
        "The pinned checklist has no item {checklist_item}.",
    ),
    Wording(
        "no_such_item",
        "没有序号为 {item_no} 的问题。",
        "There is no finding number {item_no}.",
    ),
    Wording("reason_missing", "请写明理由。", "State the reason."),
    Wording(
        "violation_code_missing",
        "违法行为须写明违法行为代码。",
        "A violation needs its code.",
    ),
    Wording(
        "ends_after_today",
        "违法行为终了日 {until_on} 晚于今日。",
        "The violation is said to end on {until_on}, after today.",
    ),
    Wording(
        "items_missing",
        "请至少选择一个问题。",
        "Choose at least one finding.",
    ),
    Wording(
        "corrected_already",
        "问题 {item_no} 已当场纠正。",
        "Finding {item_no} was corrected on the spot.",
    ),
    Wording(
        "finding_is_hazard",
        "问题 {item_no} 已认定为隐患，请在隐患卷办理“当场消除隐患”。",
        "A hazard was identified from finding {item_no}; remove the hazard instead.",
    ),
    Wording(
        "evidence_missing",
        "请附至少一份照片等证据材料。",
        "Add at least one photograph or other evidence.",
    ),
    Wording(
        "checklist_incomplete",
        "必检项尚未作答：{checklist_items}。未检查的，请作答“未检查”并写明理由。",
        "Mandatory items are unanswered: {checklist_items}. "
        "Answer “not inspected” with a reason where that is so.",
    ),
    Wording(
        "record_missing",
        "检查记录尚未签名，也未记录拒绝签名。",
        "The record is neither signed nor its signature refused.",
    ),
    Wording(
        "starts_before_arrival",
        "开始时间早于到达时间 {arrived_at}。",
        "It is said to begin before the arrival at {arrived_at}.",
    ),
    Wording(
        "ends_before_start",
        "结束时间早于开始时间 {started_at}。",
        "It is said to end before it began at {started_at}.",
    ),
    Wording(
        "conclude_as_follow_up",
        "复查请办理“复查结束”，逐项写明隐患的复查结果。",
        "Conclude a follow-up with a result for each of its hazards.",
    ),
    Wording(
        "outcome_contradicts",
        "结果“{outcome}”与检查中记录的问题不符。",
        "The outcome “{outcome}” contradicts the findings.",
    ),
    Wording(
        "findings_stand",
        "本次检查已记录问题，不能以“未能实施”了结。",
        "Something was found; the visit cannot be given up.",
    ),
    Wording(
        "reinspection_stands",
        "已有隐患依本次复查作出结论，不能以“未能实施”了结。",
        "A re-inspection rests on this visit; it cannot be given up.",
    ),
    Wording(
        "own_finding",
        "检查人员不得决定对自己发现的问题不予立案。请由其他负责人决定。",
        "Who found it may not decide to open no case; ask another head.",
    ),
    Wording(
        "crime_suspected",
        "该事项涉嫌犯罪，移送了结前不得不予立案、不予处罚、终止、结案或者移走。",
        "A crime is suspected; the referral has to be settled first.",
    ),
    Wording(
        "findings_without_outcome",
        "以下违法问题尚无处理结果：{item_nos}。",
        "These violations have no outcome yet: {item_nos}.",
    ),
    Wording(
        "hazards_open",
        "本次检查发现的隐患还有 {count} 项未销号。",
        "Of the hazards of this inspection, {count} are still open.",
    ),
    Wording(
        "cases_open",
        "本次检查立案的案件还有 {count} 件未办结。",
        "Of the cases that this inspection led to, {count} are still open.",
    ),
)
