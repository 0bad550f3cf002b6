"""
The permit's file (许可卷). Revocation and change belong to its issuer.
"""

from collections.abc import Iterable
from datetime import date
from typing import ClassVar
from uuid import UUID

from domain.base import Fact, File, FirstFact
from domain.document_number import comparison_key
from domain.folding import folded
from domain.limits import Limit
from domain.references import EnterpriseRef, PenaltyRef
from domain.values import Upload


class PermitRecorded(FirstFact):
    """
    A permit of an enterprise was recorded (许可登记).
    """

    TOPIC: ClassVar[str] = "permit.permit-recorded.v1"
    ZH: ClassVar[str] = "许可登记"

    enterprise: EnterpriseRef
    permit_kind: str
    permit_no: str
    issuing_authority: str
    valid_from: date
    valid_until: date | None = None
    publish_limit: Limit | None = None

    def claims(self) -> Iterable[str]:
        """
        One file per number of an issuer.
        """
        return (permit_claim(self.issuing_authority, self.permit_no),)

    def tags(self) -> Iterable[str]:
        """
        The permits of an enterprise.
        """
        return (f"enterprise/{self.enterprise}/permit",)

    def apply(self, aggregate: "Permit") -> None:
        """
        Keep what it says.
        """
        aggregate.enterprise = self.enterprise
        aggregate.kind = self.permit_kind
        aggregate.number = self.permit_no
        aggregate.issuer = self.issuing_authority
        aggregate.valid_from = self.valid_from
        aggregate.valid_until = self.valid_until


class PermitChanged(Fact):
    """
    The issuer changed a permit (许可变更).
    """

    TOPIC: ClassVar[str] = "permit.permit-changed.v1"
    ZH: ClassVar[str] = "许可变更"

    enterprise: EnterpriseRef
    valid_from: date
    changed: str
    valid_until: date | None = None

    def tags(self) -> Iterable[str]:
        """
        The permits of an enterprise.
        """
        return (f"enterprise/{self.enterprise}/permit",)

    def apply(self, aggregate: "Permit") -> None:
        """
        Keep its new validity.
        """
        aggregate.valid_from = self.valid_from
        aggregate.valid_until = self.valid_until


class PermitExpired(Fact):
    """
    A permit ran out without being renewed (许可到期).
    """

    TOPIC: ClassVar[str] = "permit.permit-expired.v1"
    ZH: ClassVar[str] = "许可到期"

    enterprise: EnterpriseRef
    valid_until: date

    def tags(self) -> Iterable[str]:
        """
        The permits of an enterprise.
        """
        return (f"enterprise/{self.enterprise}/permit",)

    def apply(self, aggregate: "Permit") -> None:
        """
        Keep that its end was recorded.
        """
        aggregate.expired_after = self.valid_until


class LicenceRevoked(Fact):
    """
    The issuer revoked a permit, by a penalty of its own (吊销许可).
    """

    TOPIC: ClassVar[str] = "permit.licence-revoked.v1"
    ZH: ClassVar[str] = "吊销许可"

    enterprise: EnterpriseRef
    revoked_by: str
    decision_no: str
    effective_on: date
    penalty: PenaltyRef | None = None
    decision_paper: Upload | None = None

    def tags(self) -> Iterable[str]:
        """
        The permits of an enterprise.
        """
        return (f"enterprise/{self.enterprise}/permit",)

    def apply(self, aggregate: "Permit") -> None:
        """
        Keep from when it is valid no more.
        """
        aggregate.revoked_from = self.effective_on


def permit_claim(issuer: str, number: str) -> str:
    """
    Name the claim that a permit holds, however width, blanks and brackets are typed.
    """
    return f"permit/{folded(issuer)}/{comparison_key(number)}"


class Permit(File):
    """
    A permit of an enterprise (许可).
    """

    TOPIC: ClassVar[str] = "permit"
    ZH: ClassVar[str] = "许可"
    EN: ClassVar[str] = "permit"

    def __init__(self) -> None:
        """
        Nothing is known yet.
        """
        self.enterprise: UUID | None = None
        self.kind = ""
        self.number = ""
        self.issuer = ""
        self.valid_from: date | None = None
        self.valid_until: date | None = None
        self.expired_after: date | None = None
        self.revoked_from: date | None = None

    def is_valid_on(self, day: date) -> bool:
        """
        Whether it is valid on a day; its expiry needs no fact.
        """
        begun = self.valid_from is not None and self.valid_from <= day
        if self.revoked_from is not None and self.revoked_from <= day:
            return False
        return begun and (self.valid_until is None or day <= self.valid_until)
