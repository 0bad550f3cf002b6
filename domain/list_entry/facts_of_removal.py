"""
How an entry of the black list ends: removed early, revoked, expired; and comes back.
"""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from domain.base import Fact
from domain.limits import Limit
from domain.list_entry.choices import RemovalCondition, RevocationGround, Stage
from domain.list_entry.file import ListEntry
from domain.values import Upload


@dataclass(frozen=True)
class RemovalProof:
    """
    What shows that a condition of the early removal is met (提前移出证明).

    Args:
        removal_condition: The condition.
        evidence: What shows it.
    """

    removal_condition: RemovalCondition
    evidence: tuple[Upload, ...]


class EarlyRemovalApplied(Fact):
    """
    The subject asked to be removed before the term (申请提前移出).
    """

    TOPIC: ClassVar[str] = "list-entry.early-removal-applied.v1"
    ZH: ClassVar[str] = "申请提前移出"

    removal_proofs: tuple[RemovalProof, ...]
    credit_promise: Upload
    accept_limit: Limit | None = None

    def apply(self, aggregate: "ListEntry") -> None:
        """
        Keep that it awaits an answer.
        """
        aggregate.stage = Stage.APPLIED


class EarlyRemovalAccepted(Fact):
    """
    The application is examined (受理提前移出).
    """

    TOPIC: ClassVar[str] = "list-entry.early-removal-accepted.v1"
    ZH: ClassVar[str] = "受理提前移出"

    removal_limit: Limit | None = None

    def apply(self, aggregate: "ListEntry") -> None:
        """
        Keep that it is examined.
        """
        aggregate.stage = Stage.ACCEPTED


class EarlyRemovalRefused(Fact):
    """
    The subject stays listed (不予提前移出).
    """

    TOPIC: ClassVar[str] = "list-entry.early-removal-refused.v1"
    ZH: ClassVar[str] = "不予提前移出"

    reasons: str

    def apply(self, aggregate: "ListEntry") -> None:
        """
        Keep that it was answered.
        """
        aggregate.stage = Stage.LISTED


class BlacklistEntryRemoved(Fact):
    """
    The subject was removed before the term (移出).
    """

    TOPIC: ClassVar[str] = "list-entry.blacklist-entry-removed.v1"
    ZH: ClassVar[str] = "移出"

    conditions_met: tuple[RemovalCondition, ...]
    reasons: str
    lift_system_limit: Limit | None = None
    lift_limit: Limit | None = None

    def apply(self, aggregate: "ListEntry") -> None:
        """
        End it.
        """
        aggregate.stage = Stage.REMOVED
        aggregate.lift_limit = self.lift_limit


class BlacklistEntryRevoked(Fact):
    """
    The entry fell with its basis (撤销列入).
    """

    TOPIC: ClassVar[str] = "list-entry.blacklist-entry-revoked.v1"
    ZH: ClassVar[str] = "撤销列入"

    revocation_ground: RevocationGround
    reasons: str
    effective_on: date
    basis_fallen: bool
    decision_no: str = ""
    lift_limit: Limit | None = None
    evidence: tuple[Upload, ...] = ()

    def apply(self, aggregate: "ListEntry") -> None:
        """
        End it.
        """
        aggregate.stage = Stage.REVOKED
        aggregate.is_to_examine = False
        aggregate.lift_limit = self.lift_limit


class BlacklistEntryRestored(Fact):
    """
    A removal was got by fraud: the subject is listed again, for a new term (恢复列入).
    """

    TOPIC: ClassVar[str] = "list-entry.blacklist-entry-restored.v1"
    ZH: ClassVar[str] = "恢复列入"

    reasons: str
    until_on: date
    early_from: date
    evidence: tuple[Upload, ...]

    def apply(self, aggregate: "ListEntry") -> None:
        """
        Keep the new term.
        """
        aggregate.stage = Stage.LISTED
        aggregate.until_on = self.until_on
        aggregate.early_from = self.early_from
        aggregate.lift_limit = None


class BlacklistEntryExpired(Fact):
    """
    The term of the entry is over (名单期满).
    """

    TOPIC: ClassVar[str] = "list-entry.blacklist-entry-expired.v1"
    ZH: ClassVar[str] = "名单期满"

    until_on: date
    duties_open: bool
    lift_system_limit: Limit | None = None
    lift_limit: Limit | None = None

    def apply(self, aggregate: "ListEntry") -> None:
        """
        End it.
        """
        aggregate.stage = Stage.EXPIRED
        aggregate.lift_limit = self.lift_limit
