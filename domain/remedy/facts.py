"""
What can happen to a review or a suit, as its papers reach the body.
"""

from collections.abc import Iterable
from datetime import date
from typing import ClassVar
from uuid import UUID

from domain.base import Fact, FirstFact
from domain.limits import Limit
from domain.references import EnterpriseRef, FileRef, RemedyRef
from domain.remedy.choices import (
    Challenged,
    RemedyKind,
    RemedyResult,
    Stage,
    StayOrderer,
)
from domain.remedy.file import Remedy
from domain.values import Personal, Upload


def remedy_tag(file: UUID) -> str:
    """
    Name the tag by which remedies against what a file decided are found.
    """
    return f"file/{file}/remedy"


class ReviewApplied(FirstFact):
    """
    Somebody applied for a review (复议申请).
    """

    TOPIC: ClassVar[str] = "remedy.review-applied.v1"
    ZH: ClassVar[str] = "复议申请"

    challenged: FileRef
    challenged_act: Challenged
    authority: str
    through_us: bool
    enterprise: EnterpriseRef | None = None
    applicant: Personal | None = None
    claim: str = ""
    paper: Upload | None = None
    forward_limit: Limit | None = None

    def tags(self) -> Iterable[str]:
        """
        Found by what is challenged.
        """
        return (remedy_tag(self.challenged),)

    def apply(self, aggregate: "Remedy") -> None:
        """
        It is pending.
        """
        aggregate.stage = Stage.APPLIED
        aggregate.remedy_kind = RemedyKind.REVIEW
        aggregate.challenged = self.challenged
        aggregate.challenged_act = self.challenged_act
        aggregate.enterprise = self.enterprise


class ReviewForwarded(Fact):
    """
    The body forwarded an application to the review authority (复议转送).
    """

    TOPIC: ClassVar[str] = "remedy.review-forwarded.v1"
    ZH: ClassVar[str] = "复议转送"

    paper: Upload | None = None

    def apply(self, aggregate: "Remedy") -> None:
        """
        Keep it.
        """
        aggregate.stage = Stage.FORWARDED


class ReviewAccepted(Fact):
    """
    The review authority accepted an application (复议受理).
    """

    TOPIC: ClassVar[str] = "remedy.review-accepted.v1"
    ZH: ClassVar[str] = "复议受理"

    authority_number: str
    simple: bool

    def apply(self, aggregate: "Remedy") -> None:
        """
        Keep by which procedure.
        """
        aggregate.stage = Stage.ACCEPTED
        aggregate.simple = self.simple


class ReviewCopyReceived(Fact):
    """
    The body received the copy of an application, and has to answer (收到副本).
    """

    TOPIC: ClassVar[str] = "remedy.review-copy-received.v1"
    ZH: ClassVar[str] = "收到复议副本"

    paper: Upload | None = None
    answer_limit: Limit | None = None

    def apply(self, aggregate: "Remedy") -> None:
        """
        An answer is due.
        """
        aggregate.stage = Stage.COPY_RECEIVED


class ReviewAnswered(Fact):
    """
    The body answered as respondent (复议答复).
    """

    TOPIC: ClassVar[str] = "remedy.review-answered.v1"
    ZH: ClassVar[str] = "复议答复"

    reply_paper: Upload
    evidence_list: str

    def apply(self, aggregate: "Remedy") -> None:
        """
        It is with the authority.
        """
        aggregate.stage = Stage.ANSWERED


class ReviewDecided(Fact):
    """
    The review authority decided (复议决定).
    """

    TOPIC: ClassVar[str] = "remedy.review-decided.v1"
    ZH: ClassVar[str] = "复议决定"

    remedy_result: RemedyResult
    authority_number: str
    effective_on: date
    what_stands: str
    paper: Upload | None = None
    window_limit: Limit | None = None
    pay_limit: Limit | None = None

    def apply(self, aggregate: "Remedy") -> None:
        """
        End it.
        """
        aggregate.stage = Stage.DECIDED
        aggregate.result = self.remedy_result
        aggregate.decided_on = self.deed.on
        aggregate.is_stayed = False


class SuitFiled(FirstFact):
    """
    Somebody sued (起诉).
    """

    TOPIC: ClassVar[str] = "remedy.suit-filed.v1"
    ZH: ClassVar[str] = "起诉"

    challenged: FileRef
    challenged_act: Challenged
    authority: str
    authority_number: str
    review_missing: bool
    enterprise: EnterpriseRef | None = None
    applicant: Personal | None = None
    claim: str = ""
    after_review: RemedyRef | None = None
    paper: Upload | None = None

    def tags(self) -> Iterable[str]:
        """
        Found by what is challenged, and by the review that came first.
        """
        yield remedy_tag(self.challenged)
        if self.after_review is not None:
            yield f"remedy/{self.after_review}/suit"

    def apply(self, aggregate: "Remedy") -> None:
        """
        It is pending.
        """
        aggregate.stage = Stage.SUED
        aggregate.remedy_kind = RemedyKind.SUIT
        aggregate.challenged = self.challenged
        aggregate.challenged_act = self.challenged_act
        aggregate.enterprise = self.enterprise


class SuitDecided(Fact):
    """
    A court judged, and nothing more can be said against it (裁判).
    """

    TOPIC: ClassVar[str] = "remedy.suit-decided.v1"
    ZH: ClassVar[str] = "裁判"

    remedy_result: RemedyResult
    authority_number: str
    effective_on: date
    what_stands: str
    paper: Upload | None = None
    window_limit: Limit | None = None
    pay_limit: Limit | None = None

    def apply(self, aggregate: "Remedy") -> None:
        """
        End it.
        """
        aggregate.stage = Stage.JUDGED
        aggregate.result = self.remedy_result
        aggregate.decided_on = self.deed.on
        aggregate.is_stayed = False


class ExecutionStayed(Fact):
    """
    The execution of what is challenged was stayed (停止执行).
    """

    TOPIC: ClassVar[str] = "remedy.execution-stayed.v1"
    ZH: ClassVar[str] = "停止执行"

    stayed_by: StayOrderer
    reason: str
    paper: Upload | None = None

    def apply(self, aggregate: "Remedy") -> None:
        """
        Mark it.
        """
        aggregate.is_stayed = True


class ExecutionStayEnded(Fact):
    """
    What is challenged is executed again (停止执行结束).
    """

    TOPIC: ClassVar[str] = "remedy.execution-stay-ended.v1"
    ZH: ClassVar[str] = "停止执行结束"

    reason: str
    pay_limit: Limit | None = None

    def apply(self, aggregate: "Remedy") -> None:
        """
        Take the mark away.
        """
        aggregate.is_stayed = False
