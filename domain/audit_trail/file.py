"""
The file of a breach (审计卷): one flag, raised once by the clock.

It belongs to the body whose breach it is, in the thread of the matter, so that body and
whoever stands above it read it; no act takes it back, answers over it or adds to it.
"""

from collections.abc import Iterable
from typing import ClassVar
from uuid import UUID

from domain.base import File, FirstFact
from domain.limits import Limit
from domain.references import BodyRef, FileRef
from domain.values import Choice


class Breach(Choice):
    """
    What was not done in its time (违规情形).
    """

    NOT_LISTED = "重大隐患未按期挂牌督办", "a major hazard was not listed in time"
    NOT_ESCALATED = (
        "重大隐患逾期未按期升级处置",
        "an overdue major hazard was not escalated",
    )
    NO_OUTCOME = "查出违法未按期处理", "a violation was found and nothing followed"
    NOT_ENFORCED = (
        "逾期不履行未按期申请强制执行",
        "a decision not performed was not taken to court in time",
    )
    NOT_APPROVED = "紧急检查未按时补办审批", "an urgent visit was not approved in time"
    NOT_COPIED = (
        "移送未同时抄送检察机关",
        "a referral was not copied to the procuratorate",
    )
    NO_RECEIPT = "公安机关未按时签收移送案件", "the police did not sign for a referral"
    FILING_LATE = (
        "公安机关未按期决定立案与否",
        "the police neither filed nor declined in time",
    )
    NO_ANSWER_TO_REFUSAL = (
        "对公安不予立案未按期处理",
        "a refusal of the police was not answered in time",
    )
    ORDER_TO_FILE_IGNORED = (
        "公安机关接通知立案后未按期立案",
        "the police did not file as they were ordered",
    )
    REPLY_LATE = "未按期回复检察意见", "the procuratorate's opinion was not answered"
    SUPPLEMENT_LATE = (
        "未按期补正移送材料",
        "papers that the police asked for were not sent in time",
    )
    RECONSIDERATION_LATE = (
        "公安机关未按期作出复议决定",
        "the police did not decide on a reconsideration in time",
    )
    EXPLANATION_LATE = (
        "公安机关未按期说明不立案理由",
        "the police did not give their reasons for not filing in time",
    )
    HANDOVER_LATE = (
        "未按期移交涉案物品",
        "the goods of a criminal case were not handed over in time",
    )
    MEASURE_LEFT = (
        "移出名单后未按期解除惩戒措施",
        "a measure was left after the list entry ended",
    )
    NOT_PUBLISHED = "处罚决定未按期公开", "a penalty was not public in time"
    CLOSURE_NOT_REQUESTED = (
        "符合法定关闭情形未提请关闭",
        "closure was not requested where the law wants it",
    )
    NOT_WITHDRAWN = (
        "处罚决定变更或失效后未按期撤回公开",
        "a decision that changed or fell was not withdrawn in time",
    )
    NOT_FILED_WITH_SUPERIOR = (
        "重大处罚未按期报上级备案",
        "a major penalty was not filed with the superior body in time",
    )
    MEASURE_NOT_APPROVED = (
        "紧急强制措施未按时报告并补办批准",
        "an urgent measure was not reported and approved in time",
    )


class RuleBreachFlagged(FirstFact):
    """
    The clock flagged that what a rule asks for was not done in its time (违规警示).
    """

    TOPIC: ClassVar[str] = "audit-trail.rule-breach-flagged.v1"
    ZH: ClassVar[str] = "违规警示"

    about: FileRef
    breach: Breach
    rule: str
    started_by: str
    limit_passed: Limit
    item_nos: tuple[int, ...] = ()
    told: BodyRef | None = None

    def hand_overs(self) -> Iterable[tuple[UUID, UUID]]:
        """
        Where it is another body's breach, whose matter it is reads it as well.
        """
        if self.told is not None:
            yield self.file, self.told

    def claims(self) -> Iterable[str]:
        """
        One flag for what one fact began.
        """
        return (breach_claim(self.breach, self.started_by),)

    def tags(self) -> Iterable[str]:
        """
        Found by what it is about.
        """
        return (f"file/{self.about}/breach",)

    def apply(self, aggregate: "AuditTrail") -> None:
        """
        Keep what was not done.
        """
        aggregate.about = self.about
        aggregate.breach = self.breach


def breach_claim(breach: Breach, since: str) -> str:
    """
    Name the claim that a flag holds.

    Args:
        breach: What was not done.
        since: Id of the fact from which its time ran.
    """
    return f"breach/{breach.code}/{since}"


class AuditTrail(File):
    """
    A breach of a rule (违规警示).
    """

    TOPIC: ClassVar[str] = "audit-trail"
    ZH: ClassVar[str] = "审计"
    EN: ClassVar[str] = "audit trail"

    def __init__(self) -> None:
        """
        Nothing is known yet.
        """
        self.about: UUID | None = None
        self.breach: Breach | None = None
