"""
What can happen to an entry of the black list until it is made.
"""

from collections.abc import Iterable
from datetime import date
from typing import ClassVar

from domain.base import Fact, FirstFact
from domain.law.list_grounds import ListGround, ManagementMeasure, PersonCapacity
from domain.limits import Limit
from domain.list_entry.choices import ReviewOutcome, Stage
from domain.list_entry.file import ListEntry
from domain.references import EnterpriseRef, PenaltyRef
from domain.values import Personal, Upload


def subject_tags(enterprise: object, person_key: str) -> Iterable[str]:
    """
    Under which tags the entries of one subject are found; a name alone finds none.
    """
    if enterprise is not None:
        yield f"enterprise/{enterprise}/list"
    if person_key:
        yield f"person/{person_key}/list"


class BlacklistEntryProposed(FirstFact):
    """
    Somebody was proposed for the black list (拟列入黑名单).
    """

    TOPIC: ClassVar[str] = "list-entry.blacklist-entry-proposed.v1"
    ZH: ClassVar[str] = "拟列入黑名单"

    penalty: PenaltyRef
    list_ground: ListGround
    reasons: str
    enterprise: EnterpriseRef | None = None
    person: Personal | None = None
    person_key: str = ""
    person_capacity: PersonCapacity | None = None
    employer: EnterpriseRef | None = None
    named_in: str = ""
    evidence: tuple[Upload, ...] = ()

    def tags(self) -> Iterable[str]:
        """
        Read before the subject is listed, red or black, and when the penalty falls.
        """
        yield from subject_tags(self.enterprise, self.person_key)
        yield f"penalty/{self.penalty}/list"

    def apply(self, aggregate: "ListEntry") -> None:
        """
        Keep who is proposed, and on what.
        """
        aggregate.penalty = self.penalty
        aggregate.list_ground = self.list_ground
        aggregate.enterprise = self.enterprise
        aggregate.person_key = self.person_key


class BlacklistEntryNotified(Fact):
    """
    The subject was told before the decision (列入告知).
    """

    TOPIC: ClassVar[str] = "list-entry.blacklist-entry-notified.v1"
    ZH: ClassVar[str] = "列入告知"

    reasons: str
    legal_basis: str
    measures_told: tuple[ManagementMeasure, ...]
    rights_told: bool
    statement_limit: Limit | None = None

    def apply(self, aggregate: "ListEntry") -> None:
        """
        Keep what was told, and until when the subject may speak.
        """
        aggregate.stage = Stage.NOTIFIED
        aggregate.notified_on = self.deed.on
        aggregate.measures_told = self.measures_told
        aggregate.statement_limit = self.statement_limit


class EntryStatementHeard(Fact):
    """
    The subject stated its case (列入陈述申辩).
    """

    TOPIC: ClassVar[str] = "list-entry.entry-statement-heard.v1"
    ZH: ClassVar[str] = "列入陈述申辩"

    statement: Personal
    arguments_answered: str
    paper: Upload | None = None

    def apply(self, aggregate: "ListEntry") -> None:
        """
        Move on.
        """
        aggregate.stage = Stage.HEARD


class EntryStatementExpired(Fact):
    """
    The time to state one's case ran out unused (逾期未陈述).
    """

    TOPIC: ClassVar[str] = "list-entry.entry-statement-expired.v1"
    ZH: ClassVar[str] = "逾期未陈述（列入）"

    expired_on: date

    def apply(self, aggregate: "ListEntry") -> None:
        """
        Move on.
        """
        aggregate.stage = Stage.HEARD


class BlacklistEntryDeclined(Fact):
    """
    The subject is not listed (不列入).
    """

    TOPIC: ClassVar[str] = "list-entry.blacklist-entry-declined.v1"
    ZH: ClassVar[str] = "不列入"

    reasons: str

    def apply(self, aggregate: "ListEntry") -> None:
        """
        End it.
        """
        aggregate.stage = Stage.DECLINED


class BlacklistEntryMade(Fact):
    """
    The subject was listed, by a written decision (列入决定).
    """

    TOPIC: ClassVar[str] = "list-entry.blacklist-entry-made.v1"
    ZH: ClassVar[str] = "列入决定"

    list_ground: ListGround
    reasons: str
    legal_basis: str
    management_measures: tuple[ManagementMeasure, ...]
    until_on: date
    early_from: date
    repair_conditions: str
    repair_way: str
    review_body: str
    court: str
    record_limit: Limit | None = None
    publish_limit: Limit | None = None

    def apply(self, aggregate: "ListEntry") -> None:
        """
        Keep since when and until when.
        """
        aggregate.stage = Stage.LISTED
        aggregate.listed_on = self.deed.on
        aggregate.until_on = self.until_on
        aggregate.early_from = self.early_from


class EntryRecordedInCreditSystem(Fact):
    """
    The entry, or its end, was put into the safety credit system (录入信用系统).
    """

    TOPIC: ClassVar[str] = "list-entry.entry-recorded-in-credit-system.v1"
    ZH: ClassVar[str] = "录入信用系统"

    entry_state: Stage
    receipt_no: str
    paper: Upload | None = None

    def apply(self, aggregate: "ListEntry") -> None:
        """
        The entry stands as it was.
        """


class BlacklistEntryReviewed(Fact):
    """
    The entry was looked at again, or has to be (名单复核).
    """

    TOPIC: ClassVar[str] = "list-entry.blacklist-entry-reviewed.v1"
    ZH: ClassVar[str] = "名单复核"

    review_outcome: ReviewOutcome
    reasons: str
    basis_fallen: bool = False

    def apply(self, aggregate: "ListEntry") -> None:
        """
        Keep whether it is to be examined.
        """
        aggregate.is_to_examine = self.review_outcome is ReviewOutcome.TO_EXAMINE
