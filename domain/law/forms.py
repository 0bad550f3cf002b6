"""
The official forms (执法文书) that the acts here can fill.

What holds for each kind stands in ``domain.law.form_rules``.
"""

from dataclasses import dataclass

from domain.values import Choice


class FormSet(Choice):
    """
    A published set of forms (文书式样).
    """

    NATIONAL_2016 = "安全生产行政执法文书式样（2016年版）", "national forms of 2016"
    MOJ_2025 = "行政检查文书基本格式文本（试行）", "inspection texts of 2025"
    OWN = "本机关自制", "the body's own"


class Form(Choice):
    """
    A kind of document (文书种类).
    """

    INSPECTION_PLAN = "现场检查方案", "on-site inspection plan"
    INSPECTION_NOTICE = "行政检查通知书", "notice of inspection"
    INSPECTION_RECORD = "现场检查记录", "on-site inspection record"
    RECTIFICATION_ORDER = "责令限期整改指令书", "order to rectify"
    REINSPECTION_OPINION = "整改复查意见书", "re-inspection opinion"
    EXTENSION_REPLY = "整改延期答复书", "answer on an extension"
    SUPERVISION_NOTICE = "重大事故隐患挂牌督办通知书", "notice of listed supervision"
    REFERRAL_APPROVAL = "案件移送审批表", "approval of a referral"
    CRIME_REFERRAL_LETTER = "涉嫌犯罪案件移送书", "letter of referral to the police"
    RECONSIDERATION_REQUEST = "提请复议书", "request to reconsider a refusal to file"
    FILING_SUPERVISION_LETTER = "立案监督建议书", "suggestion to supervise the filing"
    DELISTING_NOTICE = "重大事故隐患销号通知书", "notice of delisting"
    CASE_FILING = "立案审批表", "approval of filing"
    SUMMONS = "询问通知书", "notice of questioning"
    QUESTIONING_RECORD = "询问笔录", "record of questioning"
    SCENE_RECORD = "勘验笔录", "record of a scene"
    SAMPLING_RECEIPT = "抽样取证凭证", "sampling receipt"
    REGISTRATION_NOTICE = "先行登记保存证据通知书", "notice of registered evidence"
    REGISTRATION_DECISION = (
        "先行登记保存证据处理决定书",
        "decision on kept evidence",
    )
    APPRAISAL_LETTER = "鉴定委托书", "commission of an appraisal"
    PENALTY_NOTICE = "行政处罚告知书", "notice of a penalty proposed"
    HEARING_RIGHT_NOTICE = "行政处罚听证告知书", "notice of the right to a hearing"
    STATEMENT_RECORD = "当事人陈述申辩笔录", "record of a party's statement"
    HEARING_NOTICE = "行政处罚听证会通知书", "notice of a hearing"
    HEARING_REPORT = "听证会报告书", "report on a hearing"
    LEGAL_REVIEW = "法制审核意见书", "opinion of the legal review"
    DELIBERATION_RECORD = "行政处罚集体讨论记录", "record of a deliberation"
    NO_PENALTY_DECISION = "不予行政处罚决定书", "decision of no penalty"
    CASE_TRANSFER = "案件移送书", "letter of transfer"
    CASE_EXTENSION = "案件延期审批表", "approval of an extension"
    CASE_CLOSING = "结案审批表", "approval of closing"
    CASE_COVER = "案卷（首页）", "cover of the case's papers"
    SPOT_DECISION_UNIT = "行政（当场）处罚决定书（单位）", "on-the-spot decision (unit)"
    SPOT_DECISION_PERSON = (
        "行政（当场）处罚决定书（个人）",
        "on-the-spot decision (person)",
    )
    PENALTY_DECISION_UNIT = "行政处罚决定书（单位）", "penalty decision (unit)"
    PENALTY_DECISION_PERSON = "行政处罚决定书（个人）", "penalty decision (person)"
    PAYMENT_DEMAND = "缴纳罚款催告书", "demand for payment of a fine"
    SURCHARGE_DECISION = "加处罚款决定书", "decision on a surcharge"
    DEFERRAL_APPROVAL = "延期（分期）缴纳罚款批准书", "approval of paying later"
    PERFORMANCE_DEMAND = "行政强制执行事先催告书", "demand before execution"
    COURT_APPLICATION = "强制执行申请书", "application for execution"
    MEASURE_APPROVAL = "行政强制审批表", "approval of a coercive measure"
    SEALING_DECISION = "查封扣押决定书", "decision to seal or seize"
    SEALING_INVENTORY = (
        "查封扣押（场所、设施、财物）清单",
        "inventory of what is sealed",
    )
    SEALING_EXTENSION = "延长查封扣押期限决定书", "decision to extend a sealing"
    SEALING_DISPOSAL = "查封扣押处理决定书", "decision on what was sealed"
    SUPPLY_NOTICE = (
        "停止供电（供应民用爆炸物品）通知书",
        "notice to the supplier to cut off",
    )
    SUPPLY_DECISION = "停止供电（供应民用爆炸物品）决定书", "decision to cut a supply"
    SUPPLY_RESTORED = "恢复供电（供应民用爆炸物品）通知书", "notice to restore a supply"
    ON_SITE_DECISION = "现场处理措施决定书", "decision on measures on the spot"
    CLOSURE_REQUEST = "提请关闭报告", "request for a closure"
    RESUMPTION_DECISION = "复产审查意见书", "decision on a resumption"
    REVIEW_REPLY = "行政复议答复书", "answer in a review"
    REPAIR_NOTICE = "信用修复告知书", "notice of credit repair"
    CORRECTION_NOTICE = "行政处罚决定更正通知书", "notice of a correction"
    REVOCATION_DECISION = (
        "行政处罚决定撤销（变更）决定书",
        "decision on a wrong penalty",
    )
    LISTING_NOTICE = "严重失信主体名单列入告知书", "notice before a listing"
    LISTING_DECISION = "严重失信主体名单列入决定书", "decision to list"
    LISTING_REPAIR_NOTICE = (
        "信用修复告知书（严重失信主体名单）",
        "notice of credit repair (list)",
    )
    LISTING_REMOVAL = "提前移出严重失信主体名单决定书", "decision on early removal"
    LISTING_REVOCATION = "撤销列入严重失信主体名单决定书", "decision to revoke an entry"


@dataclass(frozen=True)
class FormRule:
    """
    What holds for a kind of document.

    Args:
        form: Which.
        form_set: The set that it is taken from.
        number: Its number in that set; 0 for none.
        code: Its word in the document number (文书代字); empty for an unnumbered one.
        renders: Topics of the facts that it can render.
        seal: Which seal it bears: 公章, 执法专用章 or none.
        addressed: Whether it has an addressee, so must be served.
        unsure: Whether the code is 待核.
        challenged: Whether it orders something of its addressee, and so tells the
            remedies: review and suit run from its service.
        for_party: Whether it goes to one party of a case, and renders the newest fact
            of each kind about that party alone.
    """

    form: Form
    form_set: FormSet
    number: int
    code: str
    renders: tuple[str, ...]
    seal: str
    addressed: bool
    unsure: bool = False
    challenged: bool = False
    for_party: bool = False
