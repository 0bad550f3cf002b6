"""
Words of coercive measures.
"""

from domain.words.entries import Term, Wording

TERMS = (
    Term("measure_kind", "强制措施种类", "kind of measure"),
    Term("rests_on", "措施依据", "on what it rests"),
    Term("term_days", "批准期限", "days approved", unit="days"),
    Term("lifting_condition", "解除条件", "when it is lifted"),
    Term("supply_ground", "停供条件", "why a supply may be cut"),
    Term("stop_order", "停产停业决定", "order to stop"),
    Term("real_danger", "发生事故的现实危险", "what shows the real danger"),
    Term("safety_ensured", "停供时如何保证安全", "how safety is ensured"),
    Term("made_up", "是否补办", "whether made up"),
    Term("told_party", "通知对象", "who was told"),
    Term("notice_paper", "通知书", "notice"),
    Term("supplier_name", "供应单位", "supplier"),
    Term("notice_limit", "提前通知期限", "end of the notice"),
    Term("imposers", "实施人员", "who imposed it"),
    Term("on_site", "现场实施情况", "how it was carried out"),
    Term("inventory", "查封扣押清单", "inventory"),
    Term("urgent", "是否紧急", "whether urgent"),
    Term("term_limit", "强制措施期限", "term of the measure"),
    Term("extension_limit", "延长后的期限", "term as extended"),
    Term("test_limit", "检验期间", "time of the test"),
    Term("examination", "检测、检验、检疫或者鉴定", "what is tested, by whom"),
    Term("test_from_on", "检验起始日", "first day of the test"),
    Term("test_until_on", "检验截止日", "last day of the test"),
    Term("reported_to_head", "报告负责人", "head it was reported to"),
    Term("disposal", "处理方式", "what becomes of it"),
    Term("things_left", "剩余件数", "things left", unit="件"),
    Term("lifting_ground", "解除理由", "why it is lifted"),
    Term("orally", "是否先口头责令", "whether ordered by word first"),
    Term("people_count", "人数", "people", unit="人"),
    Term("warning", "预警信息", "warning given out"),
    Term("confirmed_by", "确认人", "who confirms"),
    Term("matter", "措施类别", "what the measure is"),
)

WORDINGS = (
    Wording(
        "coercion_stage",
        "该措施目前“{stage}”，本事项须在“{needed}”时办理。",
        "The measure is {stage}; this is done while it is {needed}.",
    ),
    Wording(
        "principal_head_only",
        "须由主要负责人（正职）批准，不得由副职批准。",
        "Only the principal head approves this, never a deputy.",
    ),
    Wording(
        "measure_without_ground",
        "请写明理由，并选择所依据的隐患、案件或者检查。",
        "State the reason, and on which hazard, case or visit it rests.",
    ),
    Wording(
        "rests_on_other_enterprise",
        "案卷 {file} 属于其他企业。",
        "The file {file} is another enterprise's.",
    ),
    Wording(
        "no_end",
        "强制措施须有期限或者解除条件。",
        "A measure has a term, or a condition on which it is lifted.",
    ),
    Wording(
        "term_too_long",
        "期限最长 {days_max} 日。",
        "The term is {days_max} days at most.",
    ),
    Wording(
        "no_major_hazard",
        "所依据的隐患中没有未了结的重大事故隐患。",
        "It rests on no major hazard that is open.",
    ),
    Wording(
        "no_stop_decision",
        "没有对该单位有效的停产停业决定。",
        "No order to stop holds for this enterprise.",
    ),
    Wording(
        "stop_not_defied",
        "没有该单位拒不执行停产停业决定的记录。",
        "Nothing records that the order to stop is defied.",
    ),
    Wording(
        "no_real_danger",
        "请写明发生生产安全事故的现实危险。",
        "State what shows that an accident is really to be feared.",
    ),
    Wording(
        "safety_not_ensured",
        "请写明停供时如何保证安全。",
        "State how safety is ensured while the supply is cut.",
    ),
    Wording(
        "approval_first",
        "停止供电、停止供应民用爆炸物品须先经主要负责人批准，不得事后补办。",
        "A supply is cut only after the principal head approved it.",
    ),
    Wording(
        "nothing_to_approve",
        "该措施不待补办批准（{stage}）。",
        "The measure awaits no approval ({stage}).",
    ),
    Wording(
        "urgent_not_reported",
        "请执法人员先报告。",
        "The officers report it first.",
    ),
    Wording(
        "urgent_reported_already",
        "该措施已经报告。",
        "The measure is reported already.",
    ),
    Wording(
        "urgent_approval_over",
        "补办批准的期限已于 {until_at} 届满，应当立即解除。",
        "The time to approve it ended at {until_at}; lift it at once.",
    ),
    Wording(
        "things_misnumbered",
        "清单序号须从 1 起连续。",
        "Number the things of the inventory from 1.",
    ),
    Wording(
        "measure_rights_not_told",
        "须出示执法证件，当场告知理由、依据、权利和救济途径。",
        "Show the certificates; tell grounds, basis, rights and remedies on the spot.",
    ),
    Wording(
        "measure_unwitnessed",
        "当事人不到场的，须邀请见证人。",
        "Where the party is absent, name a witness.",
    ),
    Wording("supplier_missing", "请写明供应单位。", "Name the supplier."),
    Wording(
        "supplier_not_told",
        "尚未书面通知供应单位。",
        "The supplier was not told in writing.",
    ),
    Wording(
        "cut_not_notified",
        "停止供电须提前二十四小时通知该单位，紧急情形除外。",
        "Tell the enterprise a day before its power is cut, unless it is urgent.",
    ),
    Wording(
        "cut_too_soon",
        "须待 {earliest_at} 之后方可停止供电。",
        "Power is cut after {earliest_at} at the earliest.",
    ),
    Wording(
        "no_supply",
        "该措施不是停止供电或者停止供应民用爆炸物品。",
        "The measure cuts no supply.",
    ),
    Wording(
        "no_term",
        "只有查封、扣押有期限。",
        "Only a sealing or a seizure has a term.",
    ),
    Wording(
        "measure_term_over",
        "期限已于 {until_on} 届满，应当立即解除或者处理。",
        "The term ended on {until_on}; lift it or decide at once.",
    ),
    Wording(
        "measure_not_approved",
        "该措施尚未补办批准。",
        "The measure was not approved yet.",
    ),
    Wording(
        "measure_extended_already",
        "查封、扣押只能延长一次。",
        "A sealing or seizure is extended once.",
    ),
    Wording(
        "test_outside_term",
        "检验期间须在期限（{until_on}）届满前开始，截止日不得早于起始日。",
        "The test begins by {until_on}, and ends no earlier than it begins.",
    ),
    Wording(
        "no_such_thing",
        "清单上没有待处理的第 {thing_no} 件。",
        "No thing number {thing_no} is kept.",
    ),
    Wording(
        "disposal_without_basis",
        "请写明处理依据；没收须选择处罚，随案移送须选择移送案卷。",
        "State the basis; name the penalty or the referral that it rests on.",
    ),
    Wording("place_missing", "请写明地点。", "Name the place."),
)
