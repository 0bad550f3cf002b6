"""
What becomes of a publication that is not made, or that ends.
"""

from collections.abc import Iterable
from datetime import date
from typing import ClassVar

from domain.base import Audience, Fact, FirstFact
from domain.limits import Limit
from domain.publication.file import (
    MADE_PUBLIC,
    Channel,
    Publication,
    Stage,
    claim_of,
    source_tags,
)
from domain.publication.result import ResultKind
from domain.references import (
    EnterpriseRef,
    FileRef,
    ImportedRecordRef,
    ListEntryRef,
    OfficerRef,
    PenaltyRef,
)
from domain.values import Choice


class NonPublicationGround(Choice):
    """
    On which ground of the law something is not published (不予公开情形).
    """

    STATE_SECRET = "属于国家秘密", "a state secret"
    PROHIBITED = "法律、行政法规禁止公开", "a law or regulation prohibits it"
    ENDANGERS = (
        "公开可能危及国家安全、公共安全、经济安全、社会稳定",
        "it could endanger security or stability",
    )
    MINOR_PERSON = "当事人是未成年人", "the party is not of age"
    NO_SOCIAL_EFFECT = (
        "对自然人的处罚，没有一定社会影响",
        "a natural person's, without social effect",
    )


class DelayCause(Choice):
    """
    Why something was not public in time (公开逾期原因).
    """

    UNSERVED = "决定尚未送达", "the decision was not served"
    HELD = "已经送达，未办理公开", "served, and held back"
    NOT_DONE = "未办理公开", "nobody published it"


class NonPublicationDecided(FirstFact):
    """
    It was decided not to publish a penalty or a result, on a ground of the law
    (不予公开决定).
    """

    TOPIC: ClassVar[str] = "publication.non-publication-decided.v1"
    ZH: ClassVar[str] = "不予公开决定"

    non_publication_ground: NonPublicationGround
    reason: str
    approver: OfficerRef
    source_fact: str
    penalty: PenaltyRef | None = None
    enterprise: EnterpriseRef | None = None
    about: FileRef | None = None
    result_kind: ResultKind | None = None

    def claims(self) -> Iterable[str]:
        """
        It takes the place of the publication on the own site.
        """
        source = self.penalty or self.about
        assert source is not None
        return (claim_of(source, Channel.OWN_SITE, self.result_kind),)

    def tags(self) -> Iterable[str]:
        """
        Found by its source; it answers the time that runs from the decision.
        """
        return source_tags(None, self.penalty, MADE_PUBLIC, about=self.about)

    def apply(self, aggregate: "Publication") -> None:
        """
        Close it.
        """
        aggregate.stage = Stage.NOT_PUBLISHED
        aggregate.penalty = self.penalty
        aggregate.about = self.about
        aggregate.result_kind = self.result_kind
        aggregate.enterprise = self.enterprise
        aggregate.source_fact = self.source_fact


class PublicationOverdue(FirstFact):
    """
    The time to publish a penalty or a result passed without a publication (公开逾期).
    """

    TOPIC: ClassVar[str] = "publication.publication-overdue.v1"
    ZH: ClassVar[str] = "公开逾期"

    days_late: int
    delay_cause: DelayCause
    started_by: str
    limit_passed: Limit
    penalty: PenaltyRef | None = None
    enterprise: EnterpriseRef | None = None
    about: FileRef | None = None
    result_kind: ResultKind | None = None

    def claims(self) -> Iterable[str]:
        """
        Marked once; what is published then is published here.
        """
        source = self.penalty or self.about
        assert source is not None
        return (
            overdue_claim(self.started_by),
            claim_of(source, Channel.OWN_SITE, self.result_kind),
        )

    def tags(self) -> Iterable[str]:
        """
        Found by its source.
        """
        return source_tags(None, self.penalty, about=self.about)

    def apply(self, aggregate: "Publication") -> None:
        """
        Wait for a publication, unless one came late already.
        """
        if self.originator_version == 1:
            aggregate.stage = Stage.OVERDUE
            aggregate.penalty = self.penalty
            aggregate.about = self.about
            aggregate.result_kind = self.result_kind
            aggregate.enterprise = self.enterprise


def overdue_claim(since: str) -> str:
    """
    Name the claim of the mark for what one fact began.
    """
    return f"publication-overdue/{since}"


class ItemTermEnded(Fact):
    """
    The term of publicity of an item ended (公示期满).
    """

    TOPIC: ClassVar[str] = "publication.item-term-ended.v1"
    ZH: ClassVar[str] = "公示期满"
    AUDIENCE: ClassVar[Audience] = Audience.PUBLIC

    decision_no: str
    until_on: date
    record: ImportedRecordRef | None = None
    penalty: PenaltyRef | None = None
    entry: ListEntryRef | None = None
    about: FileRef | None = None
    result_kind: ResultKind | None = None

    def tags(self) -> Iterable[str]:
        """
        Found by its source.
        """
        return source_tags(
            self.record, self.penalty, entry=self.entry, about=self.about
        )

    def apply(self, aggregate: "Publication") -> None:
        """
        End it.
        """
        aggregate.stage = Stage.ENDED


class ItemEndedByRepair(Fact):
    """
    An item is public no more because the credit was repaired (修复终止公示).
    """

    TOPIC: ClassVar[str] = "publication.item-ended-by-repair.v1"
    ZH: ClassVar[str] = "修复终止公示"
    AUDIENCE: ClassVar[Audience] = Audience.PUBLIC

    decision_no: str
    until_on: date
    penalty: PenaltyRef | None = None
    entry: ListEntryRef | None = None

    def tags(self) -> Iterable[str]:
        """
        Found by its source.
        """
        return source_tags(None, self.penalty, entry=self.entry)

    def apply(self, aggregate: "Publication") -> None:
        """
        End it.
        """
        aggregate.stage = Stage.REPAIRED
