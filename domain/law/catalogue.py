"""
The catalogue of facts (事实目录): what can happen, to which file, and by whose act.

Every fact has one owning file.
Where the procedure of the law names a fact anew, or places it elsewhere than the
policies do, the procedure stands.
"""

from dataclasses import dataclass
from typing import Literal

from domain.base import kebab

#: ``+`` is a fact that only the procedure names, ``→`` one that it moved to another
#: file or narrowed; empty for all others.
Mark = Literal["", "+", "→"]

#: By whom (由谁): the letters of ``Entry.by``, Chinese and English.
HANDS: dict[str, tuple[str, str]] = {
    "O": ("两名以上持证执法人员", "two or more certified officers"),
    "H": ("机关负责人", "a head of the body"),
    "P": ("正职或者主持工作的负责人", "the principal head, never a deputy"),
    "L": ("法制审核人员", "the legal reviewer"),
    "C": ("听证主持人", "the chair of the hearing"),
    "K": ("档案文书人员", "the records clerk"),
    "D": ("公示人员", "the disclosure officer"),
    "I": ("数据导入人员", "the importer"),
    "E": ("企业或者当事人", "the enterprise or party"),
    "G": ("公安机关", "the police"),
    "J": ("检察机关", "the procuratorate"),
    "T": ("人民法院", "the court"),
    "R": ("复议机关", "the review authority"),
    "V": ("人民政府", "the government"),
    "S": ("上级机关", "the superior body"),
    "B": ("联合惩戒单位", "a partner agency"),
    "A": ("安委办", "the office of the safety committee"),
    "F": ("代收银行", "the receiving bank"),
    "N": ("发证机关", "the issuer of the licence"),
    "W": ("线索接收机关", "the receiver of the lead"),
    "X": ("专家", "an expert"),
    "⏱": ("时钟", "the clock"),
}

#: Stands for whatever file an approval is asked for.
ANY_FILE = "Any"

#: Files (卷) by name, with the Chinese term.
FILE_NAMES: dict[str, str] = {
    "Body": "机构",
    "DutyList": "权责清单",
    "Officer": "执法人员",
    "Expert": "专家",
    "Enterprise": "企业",
    "KeySupervisionEntry": "重点监管",
    "RegulatorAssignment": "监管分工",
    "RulePack": "规则包",
    "Checklist": "检查表",
    "Calendar": "工作日历",
    "Permit": "许可",
    "InspectionPlan": "检查计划",
    "RandomDraw": "随机抽取",
    "Lead": "线索",
    "Inspection": "检查",
    "Hazard": "隐患",
    "Any": "任一卷",
    "NumberSeries": "文号序列",
    "Document": "文书",
    "Service": "送达",
    "EnforcementCase": "案件",
    "EvidenceRecord": "证据",
    "Penalty": "处罚",
    "Remedy": "救济",
    "CoerciveMeasure": "强制措施",
    "SuspensionOrder": "停产停业",
    "Closure": "关闭",
    "Referral": "移送",
    "ListEntry": "名单条目",
    "JointMeasure": "联合惩戒",
    "Ban": "禁入",
    "CreditRecord": "信用记录",
    "Publication": "公开",
    "Import": "导入",
    "ImportedRecord": "导入记录",
    "Accident": "事故",
    "AccountabilityMatter": "责任追究",
    "Alert": "预警",
    "Assessment": "考核",
    "AuditTrail": "审计",
    "Campaign": "专项行动",
    "CaseFileReview": "案卷评查",
    "Circular": "通报",
    "CoordinationMeeting": "协调会议",
    "DisciplineReferral": "纪检移送",
    "DutyFile": "履职档案",
    "EnterpriseDeclaration": "企业申报",
    "GridCell": "网格",
    "InterferenceRecord": "干预记录",
    "Investigation": "事故调查",
    "JointOperation": "联合执法",
    "Metric": "指标",
    "Obligation": "定期义务",
    "OpinionRequest": "征求意见",
    "Patrol": "巡查",
    "PolicyTask": "重点任务",
    "RiskPoint": "风险点",
    "SupervisionInstrument": "督办",
    "TipOff": "举报",
}


@dataclass(frozen=True)
class Entry:
    """
    One fact of the catalogue (目录条目).

    Args:
        fact: English name, past tense.
        zh: Chinese name.
        file: The owning file, a key of ``FILE_NAMES``.
        rows: Requirements that it serves, in the order of ``domain.law.rows``.
        by: Whose act it is, as keys of ``HANDS``; ``O+H`` is an officer's act that a
            head approves; empty where no procedure has been written yet.
        mark: How it stands to the policies' own list.
    """

    fact: str
    zh: str
    file: str
    rows: tuple[str, ...]
    by: tuple[str, ...] = ()
    mark: Mark = ""


def topic_of(file: str, fact: str) -> str:
    """
    Name the topic under which a fact is stored, for example
    ``hazard.rectification-ordered.v1``.

    Args:
        file: Name of the file, as a class, a module or a topic is spelled.
        fact: Name of the fact, likewise.
    """
    return f"{kebab(file)}.{kebab(fact)}.v1"


CATALOGUE: tuple[Entry, ...] = (
    # Body 机构
    Entry("BodyRegistered", "机构登记", "Body", ("JNT-07",), by=("K",), mark="→"),
    Entry(
        "BodyIdentityChanged", "机构身份变更", "Body", ("JNT-07",), by=("K",), mark="+"
    ),
    Entry("BodySucceeded", "机构承继", "Body", ("JNT-07",), by=("K",), mark="+"),
    # DutyList 权责清单
    Entry(
        "DutyListPublished",
        "权责清单公布",
        "DutyList",
        ("REG-13", "ACC-20"),
        by=("K", "H"),
    ),
    Entry("DutyListSuperseded", "权责清单替代", "DutyList", ("REG-13",), by=("K", "H")),
    Entry(
        "EnforcementMandateAssigned",
        "执法权限确定",
        "DutyList",
        ("REG-14", "REG-15", "REG-18"),
        by=("K", "H"),
    ),
    Entry("EnforcementDelegated", "委托执法", "DutyList", ("REG-16",), by=("K", "H")),
    Entry("DelegationRevoked", "撤销委托", "DutyList", ("REG-16",), by=("K", "H")),
    # Officer 执法人员
    Entry("OfficerEnrolled", "人员入册", "Officer", ("OFF-01", "OFF-08"), by=("K",)),
    Entry("OfficerRoleAssigned", "岗位确定", "Officer", ("OFF-07",), by=("K",)),
    Entry("OfficerCertified", "取得执法证", "Officer", ("OFF-01",), by=("K",)),
    Entry("CertificateSuspended", "执法证暂停", "Officer", ("OFF-01",), by=("K",)),
    Entry(
        "CertificateReinstated",
        "执法证恢复",
        "Officer",
        ("OFF-01",),
        by=("K",),
        mark="+",
    ),
    Entry("CertificateExpired", "执法证到期", "Officer", ("OFF-01",), by=("⏱",)),
    Entry("OfficerLeft", "离岗", "Officer", ("OFF-01",), by=("K",), mark="+"),
    Entry("OfficerTrainingCompleted", "轮训完成", "Officer", ("OFF-02",), by=("K",)),
    Entry("OfficerTrainingOverdue", "轮训逾期", "Officer", ("OFF-02",), by=("⏱",)),
    # Expert 专家
    Entry("ExpertEnrolled", "专家入库", "Expert", ("OFF-10",), by=("K",)),
    Entry("ExpertRemoved", "专家出库", "Expert", ("OFF-10",), by=("K",)),
    # Enterprise 企业
    Entry(
        "EnterpriseRegistered",
        "企业入库",
        "Enterprise",
        ("REG-01", "REG-03", "REG-11", "LIC-05"),
        by=("K", "E", "I"),
    ),
    Entry(
        "EnterpriseProfileChanged",
        "企业信息变更",
        "Enterprise",
        ("REG-01", "REG-11"),
        by=("K", "E", "I"),
    ),
    Entry(
        "EnterpriseRenamed",
        "企业更名",
        "Enterprise",
        ("REG-01", "REG-11"),
        by=("K", "E", "I"),
        mark="+",
    ),
    Entry(
        "EnterpriseDeregistered",
        "企业注销",
        "Enterprise",
        ("REG-01",),
        by=("K", "E", "I"),
    ),
    Entry(
        "EnterpriseRecordsJoined",
        "并档",
        "Enterprise",
        ("REG-01", "REG-11"),
        by=("K", "E", "I"),
        mark="+",
    ),
    Entry(
        "EnterpriseGraded", "企业定级", "Enterprise", ("REG-04",), by=("O", "H", "K")
    ),
    Entry(
        "EnterpriseGradeChanged",
        "企业等级调整",
        "Enterprise",
        ("REG-04",),
        by=("O", "H", "K"),
    ),
    Entry(
        "InspectionFrequencySet",
        "检查频次设定",
        "Enterprise",
        ("REG-05",),
        by=("O", "H", "K"),
    ),
    Entry(
        "InspectionFrequencyRaised",
        "检查频次加密",
        "Enterprise",
        ("REG-05", "INS-15"),
        by=("O", "H", "K"),
    ),
    Entry(
        "PrincipalRecorded",
        "主要负责人登记",
        "Enterprise",
        ("ENT-01", "ENT-06"),
        by=("O", "H", "K"),
    ),
    Entry(
        "PrincipalChanged",
        "主要负责人变更",
        "Enterprise",
        ("ENT-01",),
        by=("O", "H", "K"),
    ),
    Entry("StandardisationLevelGranted", "标准化达标", "Enterprise", ("CRD-06",)),
    Entry("StandardisationLevelChanged", "标准化等级变更", "Enterprise", ("CRD-06",)),
    # KeySupervisionEntry 重点监管
    Entry(
        "KeySupervisionDesignated",
        "重点监管列入",
        "KeySupervisionEntry",
        ("REG-06", "REG-08"),
        by=("H",),
    ),
    Entry(
        "KeySupervisionReleased",
        "重点监管移出",
        "KeySupervisionEntry",
        ("REG-06",),
        by=("H",),
    ),
    # RegulatorAssignment 监管分工
    Entry(
        "SupervisingBodyAssigned",
        "监管主体确定",
        "RegulatorAssignment",
        ("REG-02", "REG-03", "REG-17"),
        by=("H", "K"),
    ),
    Entry(
        "ResponsibleOfficerAssigned",
        "责任人确定",
        "RegulatorAssignment",
        ("REG-02", "INS-07"),
        by=("H", "K"),
    ),
    Entry(
        "ResponsibleOfficerReplaced",
        "责任人更换",
        "RegulatorAssignment",
        ("REG-02",),
        by=("H", "K"),
    ),
    Entry(
        "ResponsibilityPlaqueIssued", "责任牌制发", "RegulatorAssignment", ("REG-12",)
    ),
    # RulePack 规则包
    Entry(
        "RulePackPublished",
        "规则包发布",
        "RulePack",
        ("PEN-05", "LIC-04", "AUD-05", "AUD-06", "AUD-07"),
        by=("H", "K"),
    ),
    Entry(
        "RulePackAdopted",
        "规则包采用",
        "RulePack",
        ("AUD-06",),
        by=("H", "K"),
        mark="+",
    ),
    Entry("RulePackRetired", "规则包停用", "RulePack", ("AUD-06",), by=("H", "K")),
    Entry(
        "InspectionCapPublished",
        "检查频次上限公布",
        "RulePack",
        ("REG-05",),
        by=("H", "K"),
        mark="+",
    ),
    # Checklist 检查表
    Entry(
        "ChecklistVersionPublished",
        "检查表版本发布",
        "Checklist",
        ("INS-03",),
        by=("H", "K"),
    ),
    Entry(
        "ChecklistVersionWithdrawn",
        "检查表停用",
        "Checklist",
        ("INS-03",),
        by=("H", "K"),
        mark="+",
    ),
    # Calendar 工作日历
    Entry(
        "CalendarYearPublished",
        "工作日历公布",
        "Calendar",
        ("OBL-06",),
        by=("K",),
        mark="+",
    ),
    # Permit 许可
    Entry("PermitRecorded", "许可登记", "Permit", ("LIC-01",), by=("K", "N", "I")),
    Entry("PermitChanged", "许可变更", "Permit", ("LIC-01",), by=("K", "N", "I")),
    Entry("PermitExpired", "许可到期", "Permit", ("LIC-01",), by=("K", "N", "I")),
    Entry(
        "LicenceRevoked", "吊销许可", "Permit", ("SUS-08", "LIC-01"), by=("K", "N", "I")
    ),
    Entry("ProjectReviewRecorded", "项目审查登记", "Permit", ("LIC-02",)),
    Entry("ProjectVetoed", "项目否决", "Permit", ("LIC-03",)),
    # InspectionPlan 检查计划
    Entry(
        "InspectionPlanAdopted",
        "检查计划通过",
        "InspectionPlan",
        ("INS-01",),
        by=("H",),
    ),
    Entry(
        "InspectionPlanFiled", "检查计划备案", "InspectionPlan", ("INS-01",), by=("H",)
    ),
    Entry(
        "InspectionPlanAmended",
        "检查计划调整",
        "InspectionPlan",
        ("INS-01",),
        by=("H",),
    ),
    Entry(
        "PlannedInspectionMissed",
        "计划检查未完成",
        "InspectionPlan",
        ("INS-01",),
        by=("⏱",),
    ),
    # RandomDraw 随机抽取
    Entry(
        "RandomDrawCommitted",
        "抽取封存",
        "RandomDraw",
        ("INS-04",),
        by=("K", "H"),
        mark="+",
    ),
    Entry("RandomDrawConducted", "随机抽取", "RandomDraw", ("INS-04",), by=("K", "H")),
    Entry("DrawOverridden", "抽取结果变更", "RandomDraw", ("INS-04",), by=("K", "H")),
    # Lead 线索
    Entry(
        "LeadReceived", "线索接收", "Lead", ("REG-10", "RSK-07", "INS-17"), by=("O",)
    ),
    Entry("LeadTransferred", "线索移送", "Lead", ("JNT-04",), by=("O",)),
    Entry("LeadAccepted", "线索受理", "Lead", ("JNT-04",), by=("W",)),
    Entry("LeadRejected", "线索退回", "Lead", ("JNT-04",), by=("W",)),
    Entry("LeadResolved", "线索办结", "Lead", ("JNT-04",), by=("W",)),
    # Inspection 检查
    Entry("InspectionApproved", "检查审批", "Inspection", ("INS-02",), by=("H",)),
    Entry(
        "InspectionNotified",
        "检查通知",
        "Inspection",
        ("INS-02", "INS-06"),
        by=("O",),
        mark="+",
    ),
    Entry(
        "InspectionOpened",
        "检查开始",
        "Inspection",
        ("INS-02", "INS-04", "INS-05", "INS-06", "INS-08", "INS-18"),
        by=("O",),
    ),
    Entry(
        "InspectionRefused",
        "拒绝阻挠检查",
        "Inspection",
        ("INS-02",),
        by=("O",),
        mark="+",
    ),
    Entry(
        "ChecklistItemAnswered",
        "检查项作答",
        "Inspection",
        (
            "INS-03",
            "INS-19",
            "INS-20",
            "INS-21",
            "INS-22",
            "INS-23",
            "INS-24",
            "INS-25",
            "INS-26",
            "ENT-04",
            "ENT-05",
            "ENT-06",
            "ENT-08",
            "ENT-13",
            "ENT-14",
            "ENT-16",
        ),
        by=("O",),
    ),
    Entry("ExpertFindingSubmitted", "专家意见", "Inspection", ("INS-16",), by=("X",)),
    Entry(
        "FindingRecorded",
        "发现问题",
        "Inspection",
        ("RSK-08", "INS-02", "PEN-14", "SUS-10"),
        by=("O",),
    ),
    Entry(
        "FindingCorrectedOnSpot",
        "当场纠正",
        "Inspection",
        ("INS-02", "INS-14"),
        by=("O",),
        mark="+",
    ),
    Entry("InspectionRecordSigned", "笔录签名", "Inspection", ("INS-02",), by=("O",)),
    Entry(
        "InspectionRecordRefused",
        "拒绝签名",
        "Inspection",
        ("INS-02",),
        by=("O",),
        mark="+",
    ),
    Entry(
        "InspectionConcluded",
        "检查结束",
        "Inspection",
        ("INS-02", "INS-11", "INS-14"),
        by=("O",),
    ),
    Entry(
        "InspectionAbandoned",
        "检查未能实施",
        "Inspection",
        ("INS-02",),
        by=("O",),
        mark="+",
    ),
    Entry("InspectionThreadClosed", "检查闭环", "Inspection", ("INS-13",), by=("O",)),
    Entry("NoCaseDecided", "不予立案", "Inspection", ("INS-14",), by=("H",), mark="+"),
    # Hazard 隐患
    Entry(
        "HazardIdentified",
        "隐患发现",
        "Hazard",
        ("RSK-12", "HAZ-01", "HAZ-09", "HAZ-15"),
        by=("O",),
    ),
    Entry("HazardSelfReported", "企业自报", "Hazard", ("HAZ-02",), by=("E",)),
    Entry("HazardGraded", "隐患定级", "Hazard", ("HAZ-01",), by=("O",)),
    Entry(
        "HazardRemovedOnSpot", "当场消除", "Hazard", ("HAZ-15",), by=("O",), mark="+"
    ),
    Entry(
        "RectificationOrdered",
        "责令限期整改",
        "Hazard",
        ("HAZ-06", "PEN-15"),
        by=("O",),
    ),
    Entry(
        "RectificationExtensionApplied",
        "申请延期",
        "Hazard",
        ("HAZ-06",),
        by=("E",),
        mark="+",
    ),
    Entry(
        "RectificationDeadlineExtended", "准予延期", "Hazard", ("HAZ-06",), by=("H",)
    ),
    Entry(
        "RectificationExtensionRefused", "不予延期", "Hazard", ("HAZ-06",), by=("H",)
    ),
    Entry("RectificationPlanFiled", "整改方案", "Hazard", ("HAZ-05",), by=("E",)),
    Entry("ThreeListsRecorded", "三清单", "Hazard", ("HAZ-08",), by=("O", "H")),
    Entry("HazardAssigned", "交办", "Hazard", ("HAZ-10",), by=("O", "H")),
    Entry(
        "HazardListedForSupervision",
        "挂牌督办",
        "Hazard",
        ("HAZ-07", "HAZ-09"),
        by=("H", "A"),
    ),
    Entry(
        "SupervisionProgressRecorded", "督办进展", "Hazard", ("HAZ-07",), by=("H", "A")
    ),
    Entry(
        "SupervisionReleased",
        "解除督办",
        "Hazard",
        ("HAZ-07",),
        by=("H", "A"),
        mark="+",
    ),
    Entry("MajorHazardTreatmentReported", "双报告", "Hazard", ("HAZ-04",), by=("E",)),
    Entry(
        "RectificationReported", "整改报告", "Hazard", ("HAZ-02", "HAZ-09"), by=("E",)
    ),
    Entry(
        "ReinspectionScheduled",
        "复查安排",
        "Hazard",
        ("INS-12", "HAZ-15"),
        by=("O", "H"),
        mark="→",
    ),
    Entry(
        "ReinspectionReassigned",
        "复查改派",
        "Hazard",
        ("INS-12",),
        by=("O", "H"),
        mark="→",
    ),
    Entry(
        "ReinspectionRecorded",
        "复查记录",
        "Hazard",
        ("INS-12",),
        by=("O", "H"),
        mark="→",
    ),
    Entry("RectificationAccepted", "验收合格", "Hazard", ("HAZ-09",), by=("O",)),
    Entry("RectificationRejected", "验收不合格", "Hazard", ("HAZ-09",), by=("O",)),
    Entry(
        "RectificationOverdue", "逾期未整改", "Hazard", ("HAZ-11", "PEN-15"), by=("⏱",)
    ),
    Entry(
        "RectificationOrderSetAside",
        "责令整改失效",
        "Hazard",
        ("HAZ-06", "PEN-12"),
        by=("H", "S", "R", "T"),
        mark="+",
    ),
    Entry("HazardVerified", "核查通过", "Hazard", ("HAZ-09",), by=("H", "O")),
    Entry(
        "HazardVerificationFailed",
        "核查不通过",
        "Hazard",
        ("HAZ-09",),
        by=("H", "O"),
        mark="+",
    ),
    Entry("HazardDelisted", "销号", "Hazard", ("HAZ-09", "HAZ-10"), by=("H",)),
    # Any 任一卷
    Entry(
        "ApprovalGiven", "审批意见", "Any", ("AUD-03",), by=("H", "L", "P"), mark="+"
    ),
    Entry(
        "ApprovalReturned", "审批退回", "Any", ("AUD-03",), by=("H", "L", "P"), mark="+"
    ),
    # NumberSeries 文号序列
    Entry(
        "NumberSeriesOpened",
        "启用文号序列",
        "NumberSeries",
        ("INS-27",),
        by=("K",),
        mark="+",
    ),
    # Document 文书
    Entry(
        "DocumentIssued",
        "文书签发",
        "Document",
        ("INS-27", "ACD-10", "SUP-07", "ACC-02"),
        by=("O", "K"),
    ),
    Entry(
        "DocumentRendered", "文书成文", "Document", ("INS-27",), by=("O", "K"), mark="+"
    ),
    Entry(
        "DocumentVoided", "文书作废", "Document", ("INS-27",), by=("O", "K"), mark="+"
    ),
    Entry(
        "DocumentReplaced", "文书更换", "Document", ("INS-27",), by=("O", "K"), mark="+"
    ),
    # Service 送达
    Entry(
        "ServiceAddressConfirmed",
        "送达地址确认",
        "Service",
        ("INS-27",),
        by=("E",),
        mark="+",
    ),
    Entry(
        "DocumentServed",
        "送达",
        "Service",
        ("INS-27", "PEN-01"),
        by=("O", "⏱"),
        mark="+",
    ),
    Entry(
        "ServiceAttemptFailed", "送达未成", "Service", ("INS-27",), by=("O",), mark="+"
    ),
    Entry("ServiceAnnounced", "公告送达", "Service", ("INS-27",), by=("O",), mark="+"),
    Entry(
        "ServiceSetAside", "送达无效", "Service", ("PEN-12",), by=("R", "T"), mark="+"
    ),
    # EnforcementCase 案件
    Entry(
        "CaseFiled",
        "立案",
        "EnforcementCase",
        ("INS-14", "PEN-01", "PEN-14", "ACC-23", "LIC-05"),
        by=("O+H",),
    ),
    Entry(
        "PartyNamed",
        "确定当事人",
        "EnforcementCase",
        ("PEN-01", "PEN-09"),
        by=("O", "H"),
        mark="+",
    ),
    Entry(
        "PartyReleased",
        "撤出当事人",
        "EnforcementCase",
        ("PEN-01",),
        by=("O", "H"),
        mark="+",
    ),
    Entry(
        "HandlersAssigned",
        "指定承办人",
        "EnforcementCase",
        ("PEN-01",),
        by=("O", "H"),
        mark="+",
    ),
    Entry(
        "RecusalDecided",
        "回避决定",
        "EnforcementCase",
        ("PEN-01",),
        by=("O", "H"),
        mark="+",
    ),
    Entry("Summoned", "询问通知", "EnforcementCase", ("PEN-01",), by=("O",)),
    Entry("QuestioningRecorded", "询问", "EnforcementCase", ("PEN-01",), by=("O",)),
    Entry("SceneExamined", "勘验", "EnforcementCase", ("PEN-01",), by=("O",)),
    Entry("SampleTaken", "抽样取证", "EnforcementCase", ("PEN-01",), by=("O",)),
    Entry(
        "AppraisalCommissioned", "委托鉴定", "EnforcementCase", ("PEN-01",), by=("O",)
    ),
    Entry("AppraisalReceived", "鉴定意见", "EnforcementCase", ("PEN-01",), by=("O",)),
    Entry(
        "EvidenceRegistered",
        "先行登记保存",
        "EnforcementCase",
        ("PEN-01",),
        by=("O+H",),
    ),
    Entry(
        "RegistrationDecided",
        "登记保存处理",
        "EnforcementCase",
        ("PEN-01",),
        by=("O+H",),
    ),
    Entry(
        "RegistrationLapsed",
        "登记保存逾期",
        "EnforcementCase",
        ("PEN-01",),
        by=("⏱",),
        mark="+",
    ),
    Entry("CaseInvestigated", "调查终结", "EnforcementCase", ("PEN-01",), by=("O",)),
    Entry(
        "AggravatingFactorRecorded",
        "从重情节",
        "EnforcementCase",
        ("REG-08", "PEN-06", "PEN-07"),
        by=("O",),
    ),
    Entry(
        "MitigatingFactorRecorded",
        "从轻减轻不罚情节",
        "EnforcementCase",
        ("PEN-05",),
        by=("O",),
        mark="+",
    ),
    Entry("DiscretionApplied", "裁量适用", "EnforcementCase", ("PEN-05",), by=("O",)),
    Entry(
        "LegalReviewCompleted", "法制审核", "EnforcementCase", ("PEN-03",), by=("L",)
    ),
    Entry("PenaltyProposed", "拟处罚", "EnforcementCase", ("PEN-01",), by=("O+H",)),
    Entry(
        "StatementReviewed",
        "申辩复核",
        "EnforcementCase",
        ("PEN-01",),
        by=("O+H",),
        mark="+",
    ),
    Entry("NoticeServed", "处罚告知", "EnforcementCase", ("PEN-01",), by=("O",)),
    Entry("StatementHeard", "陈述申辩", "EnforcementCase", ("PEN-01",), by=("O", "E")),
    Entry(
        "StatementWaived", "放弃陈述申辩", "EnforcementCase", ("PEN-01",), by=("O", "E")
    ),
    Entry(
        "StatementPeriodExpired",
        "逾期未陈述申辩",
        "EnforcementCase",
        ("PEN-01",),
        by=("⏱",),
    ),
    Entry("HearingRequested", "申请听证", "EnforcementCase", ("PEN-01",), by=("E",)),
    Entry("HearingRefused", "不予受理听证", "EnforcementCase", ("PEN-01",), by=("H",)),
    Entry("HearingNotified", "听证通知", "EnforcementCase", ("PEN-01",), by=("C",)),
    Entry(
        "HearingPostponed",
        "听证延期",
        "EnforcementCase",
        ("PEN-01",),
        by=("C",),
        mark="+",
    ),
    Entry("HearingHeld", "听证举行", "EnforcementCase", ("PEN-01",), by=("C",)),
    Entry(
        "HearingEnded", "听证终止", "EnforcementCase", ("PEN-01",), by=("C",), mark="+"
    ),
    Entry("HearingReported", "听证报告", "EnforcementCase", ("PEN-01",), by=("C",)),
    Entry(
        "CollectiveDeliberationHeld",
        "集体讨论",
        "EnforcementCase",
        ("PEN-04",),
        by=("H",),
    ),
    Entry(
        "CaseAdjudicated",
        "案件审理",
        "EnforcementCase",
        ("PEN-02", "PEN-16"),
        by=("H",),
    ),
    Entry(
        "NoPenaltyDecided",
        "不予处罚决定",
        "EnforcementCase",
        ("PEN-01",),
        by=("H",),
        mark="→",
    ),
    Entry(
        "NoPenaltySetAside",
        "不予处罚失效",
        "EnforcementCase",
        ("PEN-12",),
        by=("H", "S", "R", "T"),
        mark="+",
    ),
    Entry(
        "EducationGiven", "教育", "EnforcementCase", ("PEN-01",), by=("H",), mark="+"
    ),
    Entry(
        "MandatoryOutcomeRequired",
        "必须结果确定",
        "EnforcementCase",
        ("PEN-13",),
        by=("K",),
    ),
    Entry(
        "MandatoryOutcomeSatisfied",
        "必须结果落实",
        "EnforcementCase",
        ("PEN-13",),
        by=("K",),
    ),
    Entry(
        "CaseTimeExtended", "案件延期", "EnforcementCase", ("PEN-01",), by=("H", "S")
    ),
    Entry(
        "CaseClockSuspended",
        "期限中止",
        "EnforcementCase",
        ("PEN-01",),
        by=("H", "S"),
        mark="+",
    ),
    Entry(
        "CaseClockResumed",
        "期限恢复",
        "EnforcementCase",
        ("PEN-01",),
        by=("H", "S"),
        mark="+",
    ),
    Entry("CaseTransferred", "移送其他机关", "EnforcementCase", ("JNT-04",), by=("H",)),
    Entry("CaseTerminated", "案件终止", "EnforcementCase", ("PEN-01",), by=("H",)),
    Entry("CaseClosed", "结案", "EnforcementCase", ("PEN-01",), by=("H",)),
    Entry("CaseFileArchived", "归档", "EnforcementCase", ("PEN-01",), by=("H",)),
    # EvidenceRecord 证据
    Entry(
        "ProcessRecordCaptured", "过程记录", "EvidenceRecord", ("OFF-03",), by=("O",)
    ),
    Entry("EvidenceSealed", "证据封存", "EvidenceRecord", ("OFF-03",), by=("O",)),
    Entry("DeviceIssued", "设备配发", "EvidenceRecord", ("OFF-04",)),
    Entry("RecordingUploaded", "记录上传", "EvidenceRecord", ("OFF-04",)),
    # Penalty 处罚
    Entry(
        "PenaltyDecided",
        "处罚决定",
        "Penalty",
        ("PEN-01", "PEN-06", "PEN-08", "PEN-09", "PEN-10"),
        by=("H",),
        mark="→",
    ),
    Entry(
        "OnTheSpotPenaltyDecided",
        "当场处罚",
        "Penalty",
        ("PEN-01",),
        by=("O",),
        mark="+",
    ),
    Entry(
        "SpotDecisionFiled", "当场处罚备案", "Penalty", ("PEN-01",), by=("O",), mark="+"
    ),
    Entry(
        "DailyFineDecided", "按日连续处罚", "Penalty", ("PEN-06",), by=("H",), mark="+"
    ),
    Entry("PenaltyFiledWithSuperior", "报上级备案", "Penalty", ("PEN-11",), by=("K",)),
    Entry("PenaltyServed", "处罚送达", "Penalty", ("PEN-01",), by=("O",)),
    Entry("FinePaid", "缴款", "Penalty", ("PEN-01",), by=("K", "F")),
    Entry(
        "PenaltyPerformed",
        "非金钱履行",
        "Penalty",
        ("PEN-01",),
        by=("K", "F"),
        mark="+",
    ),
    Entry(
        "SpotFineCollected", "当场收缴", "Penalty", ("PEN-01",), by=("K", "F"), mark="+"
    ),
    Entry(
        "SpotFineHandedIn",
        "当场收缴上交",
        "Penalty",
        ("PEN-01",),
        by=("K", "F"),
        mark="+",
    ),
    Entry(
        "SpotFineBanked",
        "当场收缴缴库",
        "Penalty",
        ("PEN-01",),
        by=("K", "F"),
        mark="+",
    ),
    Entry(
        "DeferralApplied", "申请延期分期", "Penalty", ("PEN-01",), by=("E",), mark="+"
    ),
    Entry("DeferralDecided", "延期分期决定", "Penalty", ("PEN-01",), by=("H",)),
    Entry("FineDemanded", "缴款催告", "Penalty", ("PEN-01",), by=("O", "H")),
    Entry("SurchargeImposed", "加处罚款决定", "Penalty", ("PEN-01",), by=("O", "H")),
    Entry("PerformanceDemanded", "履行催告", "Penalty", ("SUS-11",), by=("O", "P")),
    Entry(
        "CompulsoryExecutionApplied",
        "申请强制执行",
        "Penalty",
        ("SUS-11",),
        by=("O", "P"),
    ),
    Entry(
        "ExecutionAcceptanceDecided",
        "法院受理",
        "Penalty",
        ("SUS-11",),
        by=("K", "T"),
        mark="+",
    ),
    Entry("ExecutionRulingReceived", "执行裁定", "Penalty", ("SUS-11",), by=("K", "T")),
    Entry(
        "ExecutionReviewApplied",
        "申请上级法院复议",
        "Penalty",
        ("SUS-11",),
        by=("K", "T"),
        mark="+",
    ),
    Entry("ExecutionCompleted", "执行完毕", "Penalty", ("SUS-11",), by=("K", "T")),
    Entry(
        "ExecutionAgreementMade",
        "执行协议",
        "Penalty",
        ("SUS-11",),
        by=("H",),
        mark="+",
    ),
    Entry(
        "ExecutionSuspended", "中止执行", "Penalty", ("SUS-11",), by=("H",), mark="+"
    ),
    Entry("ExecutionResumed", "恢复执行", "Penalty", ("SUS-11",), by=("H",), mark="+"),
    Entry(
        "ExecutionTerminated", "终结执行", "Penalty", ("SUS-11",), by=("H",), mark="+"
    ),
    Entry("DecisionCorrected", "更正", "Penalty", ("PEN-12",), by=("H", "S", "R", "T")),
    Entry(
        "DecisionVaried",
        "变更",
        "Penalty",
        ("PEN-12",),
        by=("H", "S", "R", "T"),
        mark="+",
    ),
    Entry("DecisionRevoked", "撤销", "Penalty", ("PEN-12",), by=("H", "S", "R", "T")),
    Entry(
        "DecisionConfirmedUnlawful",
        "确认违法",
        "Penalty",
        ("PEN-12",),
        by=("H", "S", "R", "T"),
        mark="+",
    ),
    Entry(
        "DecisionDeclaredVoid",
        "确认无效",
        "Penalty",
        ("PEN-12",),
        by=("H", "S", "R", "T"),
        mark="+",
    ),
    Entry(
        "FineRefunded",
        "退还罚款",
        "Penalty",
        ("PEN-12",),
        by=("H", "S", "R", "T"),
        mark="+",
    ),
    # Remedy 救济
    Entry("ReviewApplied", "复议申请", "Remedy", ("PEN-12",), by=("K",), mark="+"),
    Entry("ReviewForwarded", "复议转送", "Remedy", ("PEN-12",), by=("K",), mark="+"),
    Entry("ReviewAccepted", "复议受理", "Remedy", ("PEN-12",), by=("K",), mark="+"),
    Entry(
        "ReviewCopyReceived",
        "收到复议申请书副本",
        "Remedy",
        ("PEN-12",),
        by=("K",),
        mark="+",
    ),
    Entry("ReviewAnswered", "复议答复", "Remedy", ("PEN-12",), by=("K",), mark="+"),
    Entry("ReviewDecided", "复议决定", "Remedy", ("PEN-12",), by=("K",), mark="+"),
    Entry("SuitFiled", "起诉", "Remedy", ("PEN-12",), by=("K",), mark="+"),
    Entry("SuitDecided", "裁判", "Remedy", ("PEN-12",), by=("K",), mark="+"),
    Entry("ExecutionStayed", "停止执行", "Remedy", ("PEN-12",), by=("K",), mark="+"),
    Entry(
        "ExecutionStayEnded", "停止执行结束", "Remedy", ("PEN-12",), by=("K",), mark="+"
    ),
    # CoerciveMeasure 强制措施
    Entry(
        "MeasureApproved", "强制措施批准", "CoerciveMeasure", ("SUS-06",), by=("H", "P")
    ),
    Entry(
        "UrgentMeasureReported",
        "紧急措施报告",
        "CoerciveMeasure",
        ("SUS-06",),
        by=("H", "P"),
        mark="+",
    ),
    Entry(
        "CoerciveMeasureImposed",
        "实施强制措施",
        "CoerciveMeasure",
        ("SUS-06",),
        by=("O",),
    ),
    Entry(
        "CoerciveMeasureExtended",
        "延长强制措施期限",
        "CoerciveMeasure",
        ("SUS-06",),
        by=("H",),
    ),
    Entry(
        "MeasureTestPeriodFixed",
        "检验期间告知",
        "CoerciveMeasure",
        ("SUS-06",),
        by=("H",),
        mark="+",
    ),
    Entry(
        "SupplyCutNotified",
        "停供通知",
        "CoerciveMeasure",
        ("SUS-06",),
        by=("O",),
        mark="+",
    ),
    Entry(
        "MeasureItemDisposed", "逐件处理", "CoerciveMeasure", ("SUS-06",), by=("O", "H")
    ),
    Entry(
        "CoerciveMeasureLifted",
        "解除强制措施",
        "CoerciveMeasure",
        ("SUS-06",),
        by=("O", "H"),
    ),
    Entry(
        "MeasureTermOverrun",
        "超期未处理",
        "CoerciveMeasure",
        ("SUS-06",),
        by=("⏱",),
        mark="+",
    ),
    Entry(
        "EvacuationOrdered", "责令撤人", "CoerciveMeasure", ("SUS-02",), by=("O", "E")
    ),
    Entry(
        "EvacuationConfirmed",
        "撤人确认",
        "CoerciveMeasure",
        ("SUS-02", "SUS-05"),
        by=("O", "E"),
    ),
    Entry(
        "EmergencyStopOrdered",
        "紧急停产",
        "CoerciveMeasure",
        ("SUS-05",),
        by=("O", "E"),
    ),
    # SuspensionOrder 停产停业
    Entry(
        "SuspensionOrdered",
        "责令停产",
        "SuspensionOrder",
        ("PEN-15", "SUS-01"),
        by=("O", "H"),
    ),
    Entry(
        "SuspensionNotRequiredDecided",
        "无需停产决定",
        "SuspensionOrder",
        ("SUS-01",),
        by=("O", "H"),
    ),
    Entry(
        "SuspensionSetAside",
        "停产停业失效",
        "SuspensionOrder",
        ("SUS-01", "PEN-12"),
        by=("H", "S", "R", "T"),
        mark="+",
    ),
    Entry(
        "SuspensionDefied",
        "拒不执行停产",
        "SuspensionOrder",
        ("SUS-01",),
        by=("O", "H"),
        mark="+",
    ),
    Entry(
        "ResumptionConditionAdded",
        "附加复产条件",
        "SuspensionOrder",
        ("SUS-04",),
        by=("O",),
    ),
    Entry("ResumptionApplied", "申请复产", "SuspensionOrder", ("SUS-03",), by=("E",)),
    Entry(
        "ExpertAcceptancePassed",
        "专家验收合格",
        "SuspensionOrder",
        ("SUS-03",),
        by=("O", "H", "V"),
    ),
    Entry(
        "ExpertAcceptanceFailed",
        "专家验收不合格",
        "SuspensionOrder",
        ("SUS-03",),
        by=("O", "H", "V"),
    ),
    Entry(
        "ResumptionApproved",
        "准予复产",
        "SuspensionOrder",
        ("SUS-03",),
        by=("O", "H", "V"),
    ),
    Entry(
        "ResumptionRefused",
        "不予复产",
        "SuspensionOrder",
        ("SUS-03",),
        by=("O", "H", "V"),
        mark="+",
    ),
    Entry(
        "ProductionResumed",
        "恢复生产",
        "SuspensionOrder",
        ("SUS-03",),
        by=("O", "H", "V"),
    ),
    Entry(
        "SuspensionPeriodEnded",
        "停产期满",
        "SuspensionOrder",
        ("SUS-01",),
        by=("O", "H", "V"),
    ),
    # Closure 关闭
    Entry("ClosureRequested", "提请关闭", "Closure", ("SUS-07",), by=("H",)),
    Entry("ClosureDecided", "决定关闭", "Closure", ("SUS-07", "SUS-09"), by=("V",)),
    Entry("ClosureDeclined", "不予关闭", "Closure", ("SUS-07",), by=("V",), mark="+"),
    Entry("ClosureExecuted", "关闭到位", "Closure", ("SUS-07",), by=("V",)),
    Entry(
        "ClosureSetAside",
        "关闭决定失效",
        "Closure",
        ("SUS-07", "PEN-12"),
        by=("V", "R", "T"),
        mark="+",
    ),
    Entry("IllegalSiteBanned", "取缔", "Closure", ("SUS-12",), by=("V",)),
    # Referral 移送
    Entry("CrimeSuspected", "发现涉罪", "Referral", ("REF-01", "REF-06"), by=("O",)),
    Entry(
        "ReferralTeamNamed", "指定专案组", "Referral", ("REF-01",), by=("H",), mark="+"
    ),
    Entry("ReferralReported", "移送报告", "Referral", ("REF-01",), by=("O",), mark="+"),
    Entry("ReferralDecided", "移送决定", "Referral", ("REF-01",), by=("P",)),
    Entry("ReferralTransferred", "移送", "Referral", ("REF-01",), by=("O",)),
    Entry("ReferralCopied", "抄送检察院", "Referral", ("REF-01",), by=("K",), mark="+"),
    Entry("ReferralReceived", "移送签收", "Referral", ("REF-01",), by=("G",)),
    Entry(
        "ReferralForwarded", "移送转送", "Referral", ("REF-01",), by=("G",), mark="+"
    ),
    Entry("ReferralReturned", "移送退回", "Referral", ("REF-01",), by=("G",), mark="+"),
    Entry(
        "SupplementRequested", "要求补正", "Referral", ("REF-01",), by=("G",), mark="+"
    ),
    Entry("SupplementProvided", "补正", "Referral", ("REF-01",), by=("O",), mark="+"),
    Entry("CriminalCaseFiled", "刑事立案", "Referral", ("REF-02", "REF-06"), by=("G",)),
    Entry("FilingDeclined", "公安不予立案", "Referral", ("REF-02",), by=("G",)),
    Entry(
        "GoodsHandedOver",
        "移交涉案物品",
        "Referral",
        ("REF-01",),
        by=("O", "G"),
        mark="+",
    ),
    Entry(
        "FilingReconsiderationRequested",
        "提请复议",
        "Referral",
        ("REF-02",),
        by=("H",),
        mark="+",
    ),
    Entry(
        "FilingReconsidered",
        "复议决定（立案）",
        "Referral",
        ("REF-02",),
        by=("G",),
        mark="+",
    ),
    Entry(
        "FilingSupervisionSuggested",
        "建议立案监督",
        "Referral",
        ("REF-02",),
        by=("H",),
        mark="+",
    ),
    Entry(
        "FilingReasonsDemanded",
        "要求说明不立案理由",
        "Referral",
        ("REF-02",),
        by=("J",),
        mark="+",
    ),
    Entry(
        "FilingReasonsGiven",
        "说明不立案理由",
        "Referral",
        ("REF-02",),
        by=("G",),
        mark="+",
    ),
    Entry(
        "FilingSupervisionConcluded",
        "立案监督结论",
        "Referral",
        ("REF-02",),
        by=("J",),
        mark="+",
    ),
    Entry(
        "TransferDemanded",
        "检察意见要求移送",
        "Referral",
        ("REF-04",),
        by=("J",),
        mark="+",
    ),
    Entry(
        "CriminalCaseDismissed",
        "撤销刑事案件",
        "Referral",
        ("REF-02",),
        by=("G",),
        mark="+",
    ),
    Entry("TransferredForProsecution", "移送起诉", "Referral", ("REF-03",), by=("G",)),
    Entry("ProsecutionDecided", "提起公诉", "Referral", ("REF-03",), by=("J",)),
    Entry("NonProsecutionDecided", "不起诉", "Referral", ("REF-03",), by=("J",)),
    Entry(
        "ProsecutorOpinionReceived",
        "收到检察意见",
        "Referral",
        ("REF-03",),
        by=("J",),
        mark="+",
    ),
    Entry(
        "ProsecutorOpinionAnswered",
        "回复检察意见",
        "Referral",
        ("REF-03",),
        by=("H",),
        mark="+",
    ),
    Entry("JudgmentRecorded", "判决", "Referral", ("PEN-10", "REF-03"), by=("T", "K")),
    Entry(
        "SentenceCompleted",
        "刑罚执行完毕",
        "Referral",
        ("REF-03", "DIS-05"),
        by=("T", "K"),
        mark="+",
    ),
    Entry(
        "CaseReturnedForPenalty",
        "反向移送",
        "Referral",
        ("REF-03",),
        by=("G", "J"),
        mark="+",
    ),
    Entry("ReferralClosed", "移送办结", "Referral", ("REF-01",), by=("H",), mark="+"),
    Entry(
        "ReferralWithheldFlagged", "有案不移警示", "Referral", ("REF-04",), by=("⏱",)
    ),
    Entry(
        "FineInsteadOfProsecutionFlagged",
        "以罚代刑警示",
        "Referral",
        ("REF-04",),
        by=("⏱",),
    ),
    Entry("ClueNotified", "线索通报", "Referral", ("REF-05",), by=("O", "G", "J")),
    Entry(
        "CoInvestigationRequested",
        "协查请求",
        "Referral",
        ("REF-05",),
        by=("O", "G", "J"),
    ),
    Entry(
        "CoInvestigationAnswered",
        "协查答复",
        "Referral",
        ("REF-05",),
        by=("O", "G", "J"),
    ),
    Entry(
        "OfficialMisconductReferred",
        "职务违法线索移送",
        "Referral",
        ("REF-09",),
        by=("O", "G", "J"),
    ),
    Entry("PublicInterestClueSent", "公益诉讼线索移送", "Referral", ("REF-08",)),
    Entry("PublicInterestOutcomeRecorded", "公益诉讼结果", "Referral", ("REF-08",)),
    # ListEntry 名单条目
    Entry(
        "BlacklistEntryProposed", "拟列入黑名单", "ListEntry", ("CRD-01",), by=("O",)
    ),
    Entry("BlacklistEntryNotified", "列入告知", "ListEntry", ("CRD-01",), by=("H",)),
    Entry(
        "EntryStatementHeard",
        "列入陈述申辩",
        "ListEntry",
        ("CRD-01",),
        by=("H",),
        mark="+",
    ),
    Entry(
        "EntryStatementExpired",
        "逾期未陈述（列入）",
        "ListEntry",
        ("CRD-01",),
        by=("H",),
        mark="+",
    ),
    Entry(
        "BlacklistEntryDeclined",
        "不列入",
        "ListEntry",
        ("CRD-01",),
        by=("H",),
        mark="+",
    ),
    Entry(
        "BlacklistEntryMade", "列入决定", "ListEntry", ("CRD-01", "DIS-03"), by=("H",)
    ),
    Entry(
        "EntryRecordedInCreditSystem",
        "录入信用系统",
        "ListEntry",
        ("CRD-01",),
        by=("K", "H"),
        mark="+",
    ),
    Entry(
        "BlacklistEntryReviewed", "名单复核", "ListEntry", ("CRD-02",), by=("K", "H")
    ),
    Entry(
        "EarlyRemovalApplied",
        "申请提前移出",
        "ListEntry",
        ("CRD-02",),
        by=("E",),
        mark="+",
    ),
    Entry(
        "EarlyRemovalAccepted",
        "受理提前移出",
        "ListEntry",
        ("CRD-02",),
        by=("H",),
        mark="+",
    ),
    Entry(
        "EarlyRemovalRefused",
        "不予提前移出",
        "ListEntry",
        ("CRD-02",),
        by=("H",),
        mark="+",
    ),
    Entry("BlacklistEntryRemoved", "移出", "ListEntry", ("CRD-02",), by=("H",)),
    Entry(
        "BlacklistEntryRevoked",
        "撤销列入",
        "ListEntry",
        ("CRD-02",),
        by=("H",),
        mark="+",
    ),
    Entry(
        "BlacklistEntryRestored",
        "恢复列入",
        "ListEntry",
        ("CRD-02",),
        by=("H",),
        mark="+",
    ),
    Entry("BlacklistEntryExpired", "名单期满", "ListEntry", ("CRD-02",), by=("⏱",)),
    Entry(
        "RedlistEntryProposed",
        "拟列红名单",
        "ListEntry",
        ("CRD-03",),
        by=("H",),
        mark="+",
    ),
    Entry("RedlistEntryMade", "列入红名单", "ListEntry", ("CRD-03",), by=("H",)),
    Entry("RedlistEntryRemoved", "移出红名单", "ListEntry", ("CRD-03",), by=("H",)),
    Entry(
        "RedlistEntryExpired",
        "红名单期满",
        "ListEntry",
        ("CRD-03",),
        by=("⏱",),
        mark="+",
    ),
    # JointMeasure 联合惩戒
    Entry(
        "JointDisciplineInitiated",
        "启动联合惩戒",
        "JointMeasure",
        ("DIS-01",),
        by=("H", "B"),
    ),
    Entry(
        "PartnerMeasureImposed",
        "惩戒措施实施",
        "JointMeasure",
        ("DIS-01", "DIS-02", "DIS-03"),
        by=("H", "B"),
    ),
    Entry(
        "PartnerMeasureLifted",
        "惩戒措施解除",
        "JointMeasure",
        ("DIS-01",),
        by=("H", "B"),
    ),
    Entry(
        "PartnerFeedbackReceived",
        "惩戒反馈",
        "JointMeasure",
        ("DIS-01",),
        by=("H", "B"),
    ),
    Entry("IncentiveGranted", "守信激励", "JointMeasure", ("CRD-07",), by=("H", "B")),
    Entry("IncentiveEnded", "激励终止", "JointMeasure", ("CRD-07",), by=("H", "B")),
    # Ban 禁入
    Entry("OccupationalBanImposed", "职业禁入", "Ban", ("DIS-05",), by=("H", "K")),
    Entry("IndustryBanImposed", "行业禁入", "Ban", ("DIS-06",), by=("H", "K")),
    Entry("LifetimeBanImposed", "终身禁入", "Ban", ("DIS-04",), by=("H", "K")),
    Entry("BanTermFixed", "禁入期确定", "Ban", ("DIS-05",), by=("H", "K"), mark="+"),
    Entry("BanExpired", "禁入期满", "Ban", ("DIS-05", "DIS-06"), by=("⏱",)),
    Entry(
        "BanLifted", "解除禁入", "Ban", ("DIS-05", "DIS-06"), by=("H", "K"), mark="+"
    ),
    # CreditRecord 信用记录
    Entry("CreditFactRecorded", "信用信息记录", "CreditRecord", ("CRD-04",), by=("K",)),
    Entry(
        "CreditFactWithdrawn", "信用信息撤回", "CreditRecord", ("CRD-04",), by=("H",)
    ),
    Entry(
        "CreditFactRepaired",
        "信用已修复",
        "CreditRecord",
        ("CRD-04",),
        by=("H",),
        mark="+",
    ),
    Entry(
        "RepairApplied", "修复申请", "CreditRecord", ("CRD-04",), by=("E",), mark="+"
    ),
    Entry(
        "RepairAccepted", "修复受理", "CreditRecord", ("CRD-04",), by=("H",), mark="+"
    ),
    Entry(
        "RepairRefused", "不予修复", "CreditRecord", ("CRD-04",), by=("H",), mark="+"
    ),
    Entry(
        "RepairRevoked", "撤销修复", "CreditRecord", ("CRD-04",), by=("H",), mark="+"
    ),
    Entry(
        "CreditObjectionRaised",
        "信用异议",
        "CreditRecord",
        ("CRD-04",),
        by=("E",),
        mark="+",
    ),
    Entry(
        "CreditObjectionDecided",
        "异议处理",
        "CreditRecord",
        ("CRD-04",),
        by=("H",),
        mark="+",
    ),
    Entry("PointsDeducted", "记分", "CreditRecord", ("CRD-05",), by=("H",)),
    Entry("PointsReset", "记分清零", "CreditRecord", ("CRD-05",), by=("H",)),
    # Publication 公开
    Entry(
        "NonPublicationDecided",
        "不予公开决定",
        "Publication",
        ("PUB-01",),
        by=("D+H",),
        mark="+",
    ),
    Entry(
        "ItemPublished",
        "公开",
        "Publication",
        (
            "RSK-10",
            "INS-04",
            "HAZ-12",
            "ACD-15",
            "PUB-01",
            "PUB-02",
            "PUB-06",
            "PUB-07",
            "PUB-08",
        ),
        by=("D",),
    ),
    Entry(
        "BatchPublished",
        "批量公布",
        "Publication",
        ("HAZ-13", "PUB-03", "PUB-04"),
        by=("D",),
    ),
    Entry("ListAnnounced", "名单公告", "Publication", ("PUB-05",), by=("D",)),
    Entry("ItemCorrected", "公开更正", "Publication", ("PUB-01",), by=("D",)),
    Entry("ItemWithdrawn", "公开撤回", "Publication", ("PUB-01",), by=("D",)),
    Entry("ItemTermEnded", "公示期满", "Publication", ("PUB-01",), by=("⏱",), mark="+"),
    Entry(
        "ItemEndedByRepair",
        "修复终止公示",
        "Publication",
        ("PUB-01",),
        by=("D",),
        mark="+",
    ),
    Entry(
        "PublicationOverdue",
        "公开逾期",
        "Publication",
        ("PUB-08",),
        by=("⏱",),
        mark="+",
    ),
    # Import 导入
    Entry("ImportStarted", "导入开始", "Import", ("AUD-04",), by=("I",), mark="+"),
    Entry("ImportCompleted", "导入完成", "Import", ("AUD-04",), by=("I",), mark="+"),
    # ImportedRecord 导入记录
    Entry(
        "ImportedPenaltyRecorded",
        "导入处罚",
        "ImportedRecord",
        ("AUD-04",),
        by=("I",),
        mark="+",
    ),
    Entry(
        "ImportedPermitRecorded",
        "导入许可",
        "ImportedRecord",
        ("LIC-01", "AUD-04"),
        by=("I",),
        mark="+",
    ),
    Entry(
        "ImportedListEntryRecorded",
        "导入名单",
        "ImportedRecord",
        ("AUD-04",),
        by=("I",),
        mark="+",
    ),
    Entry(
        "ImportedNonPenaltyRecorded",
        "导入不罚记录",
        "ImportedRecord",
        ("AUD-04",),
        by=("I",),
        mark="+",
    ),
    Entry(
        "ImportedStatusRecorded",
        "导入状态",
        "ImportedRecord",
        ("AUD-04",),
        by=("I",),
        mark="+",
    ),
    Entry(
        "ImportedRecordCorrected",
        "导入更正",
        "ImportedRecord",
        ("AUD-04",),
        by=("I",),
        mark="+",
    ),
    Entry(
        "PartyHeld",
        "当事人待认定",
        "ImportedRecord",
        ("AUD-04",),
        by=("I", "K"),
        mark="+",
    ),
    Entry(
        "PartyLinked",
        "当事人关联",
        "ImportedRecord",
        ("REG-11", "AUD-04"),
        by=("I", "K"),
        mark="+",
    ),
    Entry(
        "PartyUnlinked",
        "取消当事人关联",
        "ImportedRecord",
        ("REG-11", "AUD-04"),
        by=("I", "K"),
        mark="+",
    ),
    Entry(
        "AuthorityLinked",
        "机关关联",
        "ImportedRecord",
        ("AUD-04",),
        by=("I", "K"),
        mark="+",
    ),
    # Accident 事故
    Entry("AccidentReported", "事故报告", "Accident", ("REG-07", "ACD-01", "ACD-21")),
    Entry("AccidentReportSupplemented", "事故补报", "Accident", ("ACD-01",)),
    Entry("ReportingViolationEstablished", "瞒报谎报迟报认定", "Accident", ("ACD-01",)),
    Entry("AccidentClassified", "事故定级", "Accident", ("ACD-02", "ACD-20")),
    Entry("AccidentReclassified", "事故等级变更", "Accident", ("ACD-02",)),
    Entry("AccidentListedForSupervision", "事故挂牌督办", "Accident", ("ACD-06",)),
    Entry("AccidentSupervisionReleased", "事故督办解除", "Accident", ("ACD-06",)),
    Entry("CauseEstablished", "事故原因查清", "Accident", ("ACD-11",)),
    Entry("ResponsiblePersonsHandled", "责任人员处理", "Accident", ("ACD-11",)),
    Entry("MeasuresImplemented", "整改措施落实", "Accident", ("ACD-11",)),
    Entry("EducationCompleted", "有关人员受到教育", "Accident", ("ACD-11",)),
    Entry("AccidentFileClosed", "销案", "Accident", ("ACD-11",)),
    Entry("RemedialMeasureAssigned", "防范措施交办", "Accident", ("ACD-12",)),
    Entry("RemedialMeasureCompleted", "防范措施完成", "Accident", ("ACD-12",)),
    Entry("RemedialMeasureOverdue", "防范措施逾期", "Accident", ("ACD-12",)),
    Entry("PostClosureEvaluationCompleted", "结案评估完成", "Accident", ("ACD-13",)),
    Entry("PostClosureEvaluationPublished", "结案评估公开", "Accident", ("ACD-13",)),
    Entry("PostClosureEvaluationOverdue", "结案评估逾期", "Accident", ("ACD-13",)),
    Entry("WarningMeetingHeld", "警示教育现场会", "Accident", ("ACD-14",)),
    Entry("WarningMeetingOverdue", "警示教育现场会逾期", "Accident", ("ACD-14",)),
    Entry("JointReviewConvened", "事故联席会议", "Accident", ("ACD-16",)),
    Entry("LiabilityTraceRecorded", "责任倒查", "Accident", ("ACD-19",)),
    Entry("EmergencyResponseActivated", "应急响应启动", "Accident", ("ACD-22",)),
    Entry("CommanderAppointed", "指挥官指定", "Accident", ("ACD-22",)),
    Entry("EmergencyResponseEnded", "应急响应终止", "Accident", ("ACD-22",)),
    # AccountabilityMatter 责任追究
    Entry(
        "AccountabilityMatterOpened",
        "追责立项",
        "AccountabilityMatter",
        ("HAZ-12", "SUP-10", "ACC-08", "ACC-09", "ACC-10", "ACC-19"),
    ),
    Entry("PromotionBarImposed", "不得提拔重用", "AccountabilityMatter", ("ACC-04",)),
    Entry("PromotionBarExpired", "提拔限制期满", "AccountabilityMatter", ("ACC-04",)),
    Entry(
        "SanctionDecided",
        "处分决定",
        "AccountabilityMatter",
        ("ACC-08", "ACC-09", "ACC-12", "ACC-19"),
    ),
    Entry(
        "AccountabilityMatterClosed", "追责办结", "AccountabilityMatter", ("ACC-08",)
    ),
    Entry("ExemptionAssessed", "免责认定", "AccountabilityMatter", ("ACC-11",)),
    # Alert 预警
    Entry("AlertIssued", "预警发布", "Alert", ("RSK-06", "JNT-05")),
    Entry("AlertAcknowledged", "预警签收", "Alert", ("RSK-06",)),
    Entry("AlertClosed", "预警解除", "Alert", ("RSK-06",)),
    # Assessment 考核
    Entry("AssessmentOpened", "考核启动", "Assessment", ("ACC-01",)),
    Entry("AssessmentItemScored", "考核项评分", "Assessment", ("ACC-01",)),
    Entry("AssessmentConcluded", "考核结束", "Assessment", ("ACC-01",)),
    Entry("VetoApplied", "一票否决", "Assessment", ("ACC-03",)),
    Entry("HonoursEligibilityCancelled", "取消评优资格", "Assessment", ("ACC-05",)),
    Entry(
        "AssessmentResultNotified", "考核结果通报", "Assessment", ("ACC-17", "ACC-24")
    ),
    # AuditTrail 审计
    Entry("StreamCheckpointSealed", "检查点封存", "AuditTrail", ("AUD-01",)),
    Entry("IntegrityCheckPassed", "完整性核验通过", "AuditTrail", ("AUD-01",)),
    Entry("IntegrityCheckFailed", "完整性核验失败", "AuditTrail", ("AUD-01",)),
    Entry("RecordReportedUpstream", "联网上报", "AuditTrail", ("AUD-02", "AUD-04")),
    Entry("AccessLogged", "访问记录", "AuditTrail", ("AUD-03",)),
    Entry("RuleBreachFlagged", "违规警示", "AuditTrail", ("AUD-03",)),
    # Campaign 专项行动
    Entry(
        "CampaignLaunched",
        "专项行动启动",
        "Campaign",
        (
            "RSK-09",
            "INS-08",
            "INS-09",
            "INS-19",
            "INS-20",
            "INS-21",
            "INS-22",
            "INS-23",
            "INS-24",
            "INS-25",
            "INS-26",
            "INS-29",
            "HAZ-13",
            "ACC-22",
        ),
    ),
    Entry(
        "CampaignConcluded", "专项行动结束", "Campaign", ("RSK-09", "INS-08", "INS-09")
    ),
    # CaseFileReview 案卷评查
    Entry("CaseFileSampled", "案卷抽取", "CaseFileReview", ("OFF-05",)),
    Entry("CaseFileReviewed", "案卷评查完成", "CaseFileReview", ("OFF-05", "OFF-06")),
    Entry("CaseFileDefectRecorded", "案卷问题记录", "CaseFileReview", ("OFF-05",)),
    # Circular 通报
    Entry("CircularIssued", "通报印发", "Circular", ("HAZ-10", "ACD-18", "SUP-11")),
    # CoordinationMeeting 协调会议
    Entry(
        "CoordinationMeetingHeld",
        "协调会议召开",
        "CoordinationMeeting",
        ("RSK-11", "REF-07", "JNT-02", "JNT-03"),
    ),
    Entry("MeetingResolutionRecorded", "会议决议", "CoordinationMeeting", ("JNT-02",)),
    # DisciplineReferral 纪检移送
    Entry("DutyFailureReported", "履职不力报告", "DisciplineReferral", ("ACC-13",)),
    Entry(
        "DisciplineReferralTransferred",
        "问题线索移送纪检",
        "DisciplineReferral",
        ("ACC-13",),
    ),
    Entry("DisciplineReferralReceived", "纪检签收", "DisciplineReferral", ("ACC-13",)),
    Entry("DisciplineReferralAnswered", "纪检答复", "DisciplineReferral", ("ACC-13",)),
    Entry("ResultCopiedForRecord", "结果抄报备案", "DisciplineReferral", ("ACC-14",)),
    # DutyFile 履职档案
    Entry(
        "DutyFileEntryAdded",
        "履职档案记入",
        "DutyFile",
        ("ACC-07", "ACC-16", "ACC-20", "ACC-21"),
    ),
    # EnterpriseDeclaration 企业申报
    Entry("RiskListFiled", "风险清单报送", "EnterpriseDeclaration", ("RSK-01",)),
    Entry(
        "RiskAssessmentFiled", "风险评估报告报送", "EnterpriseDeclaration", ("RSK-10",)
    ),
    Entry(
        "DeclarationFiled",
        "企业申报",
        "EnterpriseDeclaration",
        ("HAZ-14", "TIP-04", "ENT-04", "ENT-09"),
    ),
    Entry("CommitmentFiled", "安全承诺", "EnterpriseDeclaration", ("ENT-02",)),
    Entry("DrillReported", "演练报告", "EnterpriseDeclaration", ("ENT-11",)),
    Entry("PrincipalReportFiled", "述职述安", "EnterpriseDeclaration", ("ENT-12",)),
    Entry("InsurancePolicyFiled", "安责险投保", "EnterpriseDeclaration", ("ENT-15",)),
    # GridCell 网格
    Entry("GridCellDefined", "网格划定", "GridCell", ("REG-09",)),
    Entry("GridMemberAssigned", "网格员确定", "GridCell", ("REG-09",)),
    Entry("GridPatrolLogged", "网格巡查", "GridCell", ("REG-10",)),
    # InterferenceRecord 干预记录
    Entry("InterferenceRecorded", "干预记录", "InterferenceRecord", ("ACC-18",)),
    Entry("InterferenceCirculated", "干预通报", "InterferenceRecord", ("ACC-18",)),
    Entry("InterferenceSanctioned", "干预追责", "InterferenceRecord", ("ACC-18",)),
    # Investigation 事故调查
    Entry("InvestigationTeamFormed", "调查组成立", "Investigation", ("ACD-03",)),
    Entry("TeamLeaderAppointed", "调查组组长指定", "Investigation", ("ACD-03",)),
    Entry("InvestigationConcluded", "事故调查终结", "Investigation", ("ACD-03",)),
    Entry("ParticipantSeated", "参加调查", "Investigation", ("ACD-04", "ACD-07")),
    Entry("InvestigationEscalated", "提级调查", "Investigation", ("ACD-05",)),
    Entry("ReportSubmitted", "调查报告提交", "Investigation", ("ACD-08",)),
    Entry("ReportReviewApproved", "调查报告审查同意", "Investigation", ("ACD-08",)),
    Entry("ReportReturned", "调查报告退回", "Investigation", ("ACD-08",)),
    Entry("ClosureApproved", "批复", "Investigation", ("ACD-08", "ACD-09")),
    Entry("ReportPublished", "调查报告公开", "Investigation", ("ACD-08", "ACD-09")),
    # JointOperation 联合执法
    Entry(
        "JointOperationLaunched",
        "联合执法启动",
        "JointOperation",
        ("ACD-16", "JNT-01", "JNT-06"),
    ),
    Entry("PermitAuditCompleted", "证照审查完成", "JointOperation", ("ACD-17",)),
    Entry("JointOperationPlanned", "联合执法计划", "JointOperation", ("JNT-01",)),
    Entry("JointOperationConcluded", "联合执法结束", "JointOperation", ("JNT-01",)),
    # Metric 指标
    Entry(
        "MetricReported", "指标上报", "Metric", ("RSK-04", "RSK-05", "OFF-09", "ENT-08")
    ),
    # Obligation 定期义务
    Entry(
        "ObligationDefined",
        "义务设定",
        "Obligation",
        ("INS-10", "HAZ-03", "ENT-03", "ENT-07", "ENT-11", "OBL-01", "OBL-06"),
    ),
    Entry(
        "ObligationDischarged",
        "义务履行",
        "Obligation",
        (
            "INS-10",
            "HAZ-03",
            "ENT-03",
            "ENT-07",
            "ENT-10",
            "ENT-11",
            "OBL-01",
            "OBL-02",
            "OBL-03",
            "OBL-04",
            "OBL-05",
            "OBL-06",
        ),
    ),
    Entry(
        "ObligationMissed",
        "义务逾期",
        "Obligation",
        (
            "INS-10",
            "HAZ-03",
            "ENT-03",
            "ENT-07",
            "ENT-11",
            "OBL-01",
            "OBL-02",
            "OBL-03",
            "OBL-04",
            "OBL-05",
            "OBL-06",
        ),
    ),
    Entry("ObligationWaived", "义务免除", "Obligation", ("OBL-06",)),
    # OpinionRequest 征求意见
    Entry(
        "OpinionRequested", "征求意见", "OpinionRequest", ("CRD-08", "ACC-06", "ACC-15")
    ),
    Entry(
        "OpinionIssued", "出具意见", "OpinionRequest", ("CRD-08", "ACC-06", "ACC-15")
    ),
    # Patrol 巡查
    Entry("PatrolLaunched", "巡查启动", "Patrol", ("SUP-01", "SUP-02", "SUP-05")),
    Entry("PatrolFindingRecorded", "巡查发现问题", "Patrol", ("SUP-01", "SUP-05")),
    Entry("PatrolConcluded", "巡查结束", "Patrol", ("SUP-01",)),
    Entry("PatrolFindingIssued", "巡查问题交办", "Patrol", ("SUP-03",)),
    Entry("PatrolFindingAnswered", "巡查问题回复", "Patrol", ("SUP-03",)),
    Entry("PatrolFindingClosed", "巡查问题销号", "Patrol", ("SUP-03",)),
    Entry("PatrolFindingOverdue", "巡查问题逾期", "Patrol", ("SUP-03",)),
    Entry("PatrolResultReported", "巡查结果报送", "Patrol", ("SUP-04",)),
    # PolicyTask 重点任务
    Entry("PolicyTaskAssigned", "任务分解", "PolicyTask", ("INS-28", "SUP-13")),
    Entry("PolicyTaskCompleted", "任务完成", "PolicyTask", ("INS-28", "SUP-13")),
    Entry("PolicyTaskLapsed", "任务逾期", "PolicyTask", ("SUP-13",)),
    # RiskPoint 风险点
    Entry(
        "RiskPointRegistered", "风险点登记", "RiskPoint", ("RSK-01", "RSK-09", "RSK-12")
    ),
    Entry("RiskPointRegraded", "风险点等级调整", "RiskPoint", ("RSK-01",)),
    Entry("RegionalRiskGradeSet", "区域风险等级确定", "RiskPoint", ("RSK-02",)),
    Entry("MajorHazardSourceRegistered", "重大危险源登记", "RiskPoint", ("RSK-03",)),
    Entry("SourceChiefAppointed", "源长确定", "RiskPoint", ("RSK-03",)),
    # SupervisionInstrument 督办
    Entry("TalkHeld", "约谈", "SupervisionInstrument", ("HAZ-12", "ACD-18", "SUP-08")),
    Entry(
        "SupervisionLetterIssued", "督办函发出", "SupervisionInstrument", ("SUP-06",)
    ),
    Entry(
        "SupervisionLetterAnswered", "督办函回复", "SupervisionInstrument", ("SUP-06",)
    ),
    Entry("TalkScheduled", "约谈安排", "SupervisionInstrument", ("SUP-08",)),
    Entry("TalkCommitmentRecorded", "约谈承诺", "SupervisionInstrument", ("SUP-08",)),
    Entry(
        "TalkCommitmentFulfilled", "约谈承诺落实", "SupervisionInstrument", ("SUP-08",)
    ),
    Entry("NoticeLetterIssued", "函告发出", "SupervisionInstrument", ("SUP-09",)),
    Entry("NoticeLetterAnswered", "函告回复", "SupervisionInstrument", ("SUP-09",)),
    Entry("NoticeLetterOverdue", "函告逾期", "SupervisionInstrument", ("SUP-09",)),
    Entry(
        "ExternalOversightRecorded",
        "外部监督记录",
        "SupervisionInstrument",
        ("SUP-12",),
    ),
    # TipOff 举报
    Entry("TipOffReceived", "举报接收", "TipOff", ("TIP-01",)),
    Entry("TipOffAccepted", "举报受理", "TipOff", ("TIP-01",)),
    Entry("TipOffDeclined", "举报不予受理", "TipOff", ("TIP-01",)),
    Entry("TipOffAssigned", "举报分办", "TipOff", ("TIP-01",)),
    Entry("TipOffInvestigated", "举报调查", "TipOff", ("TIP-01",)),
    Entry("TipOffResolved", "举报办结", "TipOff", ("TIP-01",)),
    Entry("TipOffFeedbackGiven", "举报反馈", "TipOff", ("TIP-01", "TIP-03")),
    Entry("RewardGranted", "奖励决定", "TipOff", ("TIP-02",)),
    Entry("RewardPaid", "奖励发放", "TipOff", ("TIP-02",)),
    Entry("TipOffOverdue", "举报逾期", "TipOff", ("TIP-03",)),
)

#: The entries by the fact's name.
BY_FACT: dict[str, Entry] = {entry.fact: entry for entry in CATALOGUE}
