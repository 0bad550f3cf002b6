"""
The 64 rules (规则) that the ledger holds, each in a sentence.

Acts declare which of them they keep, and tests name the rule that they show;
``domain/COVERAGE.md`` sets the two side by side.
Where a rule was found to differ from the statute, the statute's reading stands here.
"""

from dataclasses import dataclass
from typing import Final

#: How a rule is held (守规方式): letters of ``Invariant.kind``, Chinese and English.
KINDS: Final[dict[str, tuple[str, str]]] = {
    "G": ("不予办理", "the act is refused"),
    "T": ("期限届满即标记", "the clock marks it when its period is over"),
    "D": ("照录并标记", "the fact is recorded and flagged"),
}


@dataclass(frozen=True, slots=True)
class Invariant:
    """
    A rule (规则).

    Args:
        id: ``INV-`` and two digits.
        kind: Letters of ``KINDS``.
        zh: What holds, Chinese.
        en: The same in English.
        lacks: What of it the ledger does not hold yet; empty where no act keeps it, or
            all of it is held.
    """

    id: str
    kind: str
    zh: str
    en: str
    lacks: str = ""


INVARIANTS: Final = (
    # -- referral -------------------------------------------------------------------
    Invariant(
        "INV-01",
        "GT",
        "有犯罪嫌疑未移送、未决定不移送的，不得结案、不予处罚、不予立案或者移走",
        "Under suspicion of a crime nothing is closed, dropped or handed elsewhere",
    ),
    Invariant(
        "INV-02",
        "GD",
        "犯罪嫌疑未了结前不得罚款；制止危险的措施不受限",
        "No fine while a crime is suspected; measures against danger stay open",
    ),
    Invariant(
        "INV-03",
        "GT",
        "移送须按时回执并在期限内答复立案与否",
        "A referral is receipted and answered within its periods",
    ),
    Invariant(
        "INV-04",
        "G",
        "规则包不得改动移送的期限和决定人，任何人不得关闭移送规则",
        "No pack changes when or by whom a referral is decided, or switches it off",
    ),
    Invariant(
        "INV-05",
        "G",
        "移送须列明证据和来源事实，由接收机关自己签收",
        "A referral lists its evidence and source facts, and the receiver receipts it",
    ),
    Invariant(
        "INV-06",
        "T",
        "责任事故销案前须有涉罪判断",
        "Before a liability accident is closed the question of crime is answered",
    ),
    # -- inspection and hazards -----------------------------------------------------
    Invariant(
        "INV-07",
        "G",
        "谁检查谁复查；换人换机关须先改派",
        "Who inspected re-inspects, unless it was reassigned before",
    ),
    Invariant(
        "INV-08",
        "G",
        "重大隐患依次检查、督办、整改、验收、核查、销号，不得跳步",
        "A major hazard goes through six stages in order and skips none",
    ),
    Invariant(
        "INV-09",
        "G",
        "验收人不得核查，企业人员也不得核查",
        "Nobody who accepted verifies, nor anybody of the enterprise",
    ),
    Invariant(
        "INV-10",
        "T",
        "重大隐患须在期限内挂牌督办",
        "Every major hazard is listed for supervision in time",
    ),
    Invariant(
        "INV-11",
        "G",
        "挂牌督办须载明文号、要求、责任单位和期限",
        "A listing states number, requirements, responsible body and last day",
    ),
    Invariant(
        "INV-12",
        "G",
        "三清单、整改方案各项均不得缺",
        "No part of the three lists or of a rectification plan is empty",
    ),
    Invariant(
        "INV-13",
        "G",
        "重大隐患治理情况须报监管部门和职工大会",
        "Treatment of a major hazard is reported to regulator and workers' congress",
    ),
    Invariant(
        "INV-14",
        "GT",
        "隐患不因注销、更名、降级或者行动结束而了结",
        "Deregistration, renaming, regrading or the end of a campaign closes no hazard",
    ),
    Invariant(
        "INV-15",
        "GT",
        "到期未报即逾期；逾期后不得延期",
        "An unreported last day is overdue by itself, and is then not extended",
    ),
    Invariant(
        "INV-16",
        "T",
        "重大隐患逾期须在期限内升级处置",
        "An overdue major hazard is followed by a sterner step in time",
        lacks="letters and talks have no acts yet; they will answer by tag",
    ),
    Invariant(
        "INV-17",
        "T",
        "查出违法须有下文，不得只检查不执法",
        "Every violation found leads to something",
        lacks="a lead that goes to another department",
    ),
    Invariant(
        "INV-18",
        "G",
        "检查表必查项未答完不得结束检查",
        "No inspection ends while a mandatory item of its checklist is unanswered",
    ),
    Invariant(
        "INV-19",
        "G",
        "双随机检查的企业和人员须与抽取结果一致",
        "A random inspection goes where and by whom it was drawn",
    ),
    Invariant(
        "INV-20",
        "D",
        "四不两直检查到达前不得告知企业",
        "Of an unannounced inspection the enterprise hears on arrival, not before",
    ),
    Invariant(
        "INV-21",
        "GT",
        "检查计划期前备案，只调整不删除，未查的标记",
        "A plan is filed before its period, loses no item and shows what was missed",
    ),
    Invariant(
        "INV-22",
        "G",
        "有重大隐患未销号或者等级未改善的，不得降低检查频次",
        "Visits are not made rarer while a major hazard is open or the grade no better",
    ),
    # -- cases, penalties, measures -------------------------------------------------
    Invariant(
        "INV-23",
        "G",
        "法制审核、集体讨论、案件审理先于处罚决定",
        "Review, deliberation and adjudication precede the penalty, where they apply",
    ),
    Invariant(
        "INV-24",
        "G",
        "规则包要求从重的，取该档上限，偏离须说明理由",
        "Where the pack says so the top of the tier applies, or a reason is given",
    ),
    Invariant(
        "INV-25",
        "G",
        "罚款数额在事故当日法定幅度之内",
        "A fine lies within the statutory range of the accident's day",
    ),
    Invariant(
        "INV-26",
        "G",
        "裁量须引用当时有效的基准，偏离须说明理由",
        "Discretion cites the schedule in force, and a deviation its reason",
    ),
    Invariant(
        "INV-27",
        "T",
        "重大处罚按时报上级备案",
        "A major penalty is filed with the superior in time",
    ),
    Invariant(
        "INV-28",
        "G",
        "必须落实的结果未落实不得结案",
        "No case closes while a mandatory outcome is unsatisfied",
    ),
    Invariant(
        "INV-29",
        "T",
        "亡人责任事故须决定停产或者说明不停产的理由",
        "After a fatal liability accident suspension is decided, or why not",
    ),
    Invariant(
        "INV-30",
        "G",
        "复产依次申请、专家验收、批准，附加条件全部满足",
        "Resumption is applied for, accepted by experts and approved, in that order",
    ),
    Invariant(
        "INV-31",
        "G",
        "关闭须依其理由具备前提，由县级以上决定",
        "Closure has the facts of its ground and is decided at county level or above",
    ),
    Invariant(
        "INV-32",
        "GT",
        "强制措施须有期限或者解除条件，措施未了不得销号",
        "A measure has an end, and a hazard is not struck off while one rests on it",
    ),
    Invariant(
        "INV-33",
        "T",
        "逾期不履行的须在期限内申请强制执行或者依法中止",
        "A decision not performed goes to court in time, or rests by its ground",
    ),
    # -- accidents ------------------------------------------------------------------
    Invariant(
        "INV-34",
        "G",
        "四不放过未全部落实不得销案",
        "An accident file closes only over cause, persons, measures and education",
    ),
    Invariant(
        "INV-35",
        "G",
        "事故报告依次提交、审核、批复、公布",
        "A report is submitted, reviewed, approved and published, in that order",
    ),
    Invariant(
        "INV-36",
        "T",
        "联合会审、警示会、评估按期限进行",
        "Joint review, warning meeting and evaluation happen in time",
    ),
    Invariant(
        "INV-37",
        "D",
        "迟报照录并标记，类别上调重新适用门槛",
        "A late report is recorded and flagged; a higher class applies its rules anew",
    ),
    Invariant(
        "INV-38",
        "G",
        "调查组组长只有一名且与事故无涉",
        "One leader of the investigation, and nobody involved",
    ),
    # -- lists, discipline, bans ----------------------------------------------------
    Invariant(
        "INV-39",
        "G",
        "列入须有送达且有效的处罚决定，并事先告知",
        "An entry rests on a served standing penalty and follows a notice",
    ),
    Invariant(
        "INV-40",
        "GT",
        "移出即解除措施；不得同时在黑名单和红名单",
        "Leaving a list lifts its measures; nobody stands on both lists",
    ),
    Invariant(
        "INV-41",
        "T",
        "决定撤销的，信用、名单、公开随之更正",
        "When a decision falls, credit, lists and publications follow",
    ),
    Invariant(
        "INV-42",
        "G",
        "禁入须有法定依据和期限，终身禁入不到期",
        "A ban has its basis and term; one for life does not expire",
    ),
    # -- people, authority, integrity -----------------------------------------------
    Invariant(
        "INV-43",
        "G",
        "执法人员当时持有有效证件，辅助人员和专家不得签署",
        "Officers are certified at that time; auxiliaries and experts do not sign",
    ),
    Invariant(
        "INV-44",
        "G",
        "机关当日有该行业、层级、权力的执法权限，强制不得委托",
        "The body has a mandate of that day for the matter; coercion is not delegated",
    ),
    Invariant(
        "INV-45",
        "G",
        "经办许可的人员不得检查或者承办该企业",
        "Who licenses an enterprise neither inspects it nor handles its case",
    ),
    Invariant(
        "INV-46",
        "D",
        "执法全过程有记录，缺口予以标记",
        "Every step has its recording, and a gap is flagged",
    ),
    Invariant(
        "INV-47",
        "G",
        "账本只增不改，位置连续，重放得到同样的结果",
        "Nothing is updated or deleted, positions have no gap, a replay is equal",
    ),
    Invariant(
        "INV-48",
        "G",
        "每条事实有发生和记账两个时刻，记账时刻不倒退",
        "Each fact has both clocks, and that of the ledger never goes back",
    ),
    Invariant(
        "INV-49",
        "G",
        "免责只认事故前已记账的事实",
        "Exemption counts only what was recorded before the accident",
    ),
    Invariant(
        "INV-50",
        "D",
        "从公开、列入、移送可追到源头，每步有人有机关",
        "From what is published, listed or referred the causes lead back to a source",
    ),
    Invariant(
        "INV-51",
        "G",
        "企业始终只有一个监管主体，导入的待分派",
        "An enterprise has one lead body at any time; an imported one awaits its own",
        lacks="a responsible person who left every post stands until replaced",
    ),
    # -- supervision, tip-offs, disclosure ------------------------------------------
    Invariant(
        "INV-52",
        "T",
        "三类情形一律抄报移送纪检监察",
        "Three failures are always referred to discipline",
    ),
    Invariant(
        "INV-53",
        "T",
        "巡查考核结果一律抄送备查",
        "Results of patrols and assessments are copied for the record",
    ),
    Invariant(
        "INV-54",
        "G",
        "干预记录不可更改，被记录人看不到，不得阻止记录",
        "A record of interference stays, hidden from whom it names, never refused",
    ),
    Invariant(
        "INV-55", "T", "达到门槛的事故一票否决", "An accident of the class has its veto"
    ),
    Invariant(
        "INV-56",
        "G",
        "限制提拔期间不得出具无异议意见",
        "While promotion is barred no opinion says there is no objection",
    ),
    Invariant(
        "INV-57",
        "T",
        "约谈后又发生事故的启动问责",
        "An accident after a talk opens the question of who answers",
    ),
    Invariant(
        "INV-58",
        "T",
        "督查发现和提醒函须闭环",
        "Findings of patrols and letters are answered, or marked late",
    ),
    Invariant(
        "INV-59",
        "T",
        "举报件件有回音，举报人身份受保护",
        "Every tip-off is answered, and who gave it stays hidden",
    ),
    Invariant(
        "INV-60",
        "T",
        "移送的线索须受理或者退回",
        "A lead that is handed over is taken or returned",
    ),
    Invariant(
        "INV-61",
        "G",
        "公开须有来源事实，受限内容不得公开，依据没了即撤回",
        "What is published names its source, hides secrets and falls with its basis",
        lacks="held for penalties and list entries; other results are not public yet",
    ),
    Invariant(
        "INV-62", "G", "任务完成不等于职责终结", "A task done does not end the duty"
    ),
    Invariant(
        "INV-63",
        "T",
        "紧急预警须逐家停产撤人，缺口予以标记",
        "An emergency alert stops and evacuates each enterprise, or shows the gap",
    ),
    Invariant(
        "INV-64",
        "G",
        "决定记下辖区、规则包版本和依据，规则变更不改既往",
        "A decision keeps place, pack and basis; a later pack decides nothing anew",
    ),
)

#: Every rule, by id.
BY_ID: Final = {each.id: each for each in INVARIANTS}
