"""
The body's file (机构卷).

Name, number words, review body, court and payee go onto papers, so each is known by the
day from which it held; a paper of an earlier day keeps what stood then.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from domain.base import Audience, Fact, File, FirstFact, Role
from domain.jurisdictions import Level
from domain.references import BodyRef
from domain.values import Choice


class BodyKind(Choice):
    """
    What kind of authority a body is (机构类别).
    """

    REGULATOR = "负有安全生产监督管理职责的部门", "department in charge of work safety"
    DELEGATE = "受委托执法组织", "organisation that enforces by delegation"
    GOVERNMENT = "人民政府", "government"
    COMMITTEE_OFFICE = "安全生产委员会办公室", "office of the safety committee"
    DISCIPLINE = "纪检监察机关", "discipline commission"
    POLICE = "公安机关", "police"
    PROCURATORATE = "检察机关", "procuratorate"
    COURT = "人民法院", "court"
    PARTNER = "联合惩戒单位", "partner agency"


_ENFORCERS = frozenset((BodyKind.REGULATOR, BodyKind.DELEGATE))

#: In which kinds of body a role can be held; a role not named, in any.
KINDS_OF_ROLE: dict[Role, frozenset[BodyKind]] = {
    Role.OFFICER: _ENFORCERS,
    Role.AUXILIARY: _ENFORCERS,
    Role.LICENSING: _ENFORCERS,
    Role.COMMITTEE_OFFICE: frozenset((BodyKind.COMMITTEE_OFFICE,)),
    Role.DISCIPLINE: frozenset((BodyKind.DISCIPLINE,)),
    Role.POLICE: frozenset((BodyKind.POLICE,)),
    Role.PROCURATORATE: frozenset((BodyKind.PROCURATORATE,)),
    Role.COURT: frozenset((BodyKind.COURT,)),
    Role.PARTNER: frozenset((BodyKind.PARTNER,)),
}


@dataclass(frozen=True)
class Payee:
    """
    Where a fine is paid to (缴款账户).

    Args:
        bank: The bank and branch.
        account_name: Name of the account.
        account_number: As the bank writes it.
    """

    bank: str
    account_name: str
    account_number: str


@dataclass(frozen=True)
class SealRule:
    """
    Which seal the body puts on a kind of document (用印规定).

    Args:
        form_code: Word of the kind in the document number, for example ``责改``.
        seal: Name of the seal, for example ``执法专用章``.
    """

    form_code: str
    seal: str


@dataclass(frozen=True)
class Identity:
    """
    What a body is called, and what its papers must say, from one day on (机构身份).

    Args:
        name: Full name.
        region_word: Region word of its document numbers, for example ``哈``.
        agency_word: Agency word, for example ``应急``.
        review_body: The one authority that reviews its acts: the government of its
            own level (行政复议法24).
        court: The court where it is sued.
        parent: The body above it; none for the root of the tree.
        payee: Where its fines are paid; none for a body that imposes none.
        seals: Seals by kind of document, where they differ from the form's own.
    """

    name: str
    region_word: str = ""
    agency_word: str = ""
    review_body: str = ""
    court: str = ""
    parent: BodyRef | None = None
    payee: Payee | None = None
    seals: tuple[SealRule, ...] = ()

    def seal_for(self, form_code: str) -> str:
        """
        Name the seal for a kind of document; empty where the form's own is used.
        """
        return next((r.seal for r in self.seals if r.form_code == form_code), "")


class BodyRegistered(FirstFact):
    """
    A body was registered (机构登记).
    """

    TOPIC: ClassVar[str] = "body.body-registered.v1"
    ZH: ClassVar[str] = "机构登记"
    AUDIENCE: ClassVar[Audience] = Audience.PUBLIC

    body_kind: BodyKind
    level: Level
    region: str
    identity: Identity
    since_on: date
    uscc: str = ""

    def claims(self) -> Iterable[str]:
        """
        One file per code.
        """
        return (f"uscc/{self.uscc}",) if self.uscc else ()

    def tags(self) -> Iterable[str]:
        """
        Whether there is any body yet is asked when the first one is registered.
        """
        return ("bodies",)

    def apply(self, aggregate: "Body") -> None:
        """
        Keep kind, place and first identity.
        """
        aggregate.kind = self.body_kind
        aggregate.level = self.level
        aggregate.region = self.region
        aggregate.uscc = self.uscc
        aggregate.identities = ((self.since_on, self.identity),)


class BodyIdentityChanged(Fact):
    """
    A body changed its name or what its papers say (机构身份变更).
    """

    TOPIC: ClassVar[str] = "body.body-identity-changed.v1"
    ZH: ClassVar[str] = "机构身份变更"
    AUDIENCE: ClassVar[Audience] = Audience.PUBLIC

    identity: Identity
    since_on: date

    def apply(self, aggregate: "Body") -> None:
        """
        Add it to the identities.
        """
        aggregate.identities = (
            *aggregate.identities,
            (self.since_on, self.identity),
        )


class BodySucceeded(Fact):
    """
    Another body took over what a body did (机构承继).
    """

    TOPIC: ClassVar[str] = "body.body-succeeded.v1"
    ZH: ClassVar[str] = "机构承继"
    AUDIENCE: ClassVar[Audience] = Audience.PUBLIC

    successor: BodyRef
    since_on: date
    source: str

    def apply(self, aggregate: "Body") -> None:
        """
        Keep who goes on, and from when.
        """
        aggregate.succeeded = (self.since_on, self.successor)


class Body(File):
    """
    An authority (机构).
    """

    TOPIC: ClassVar[str] = "body"
    ZH: ClassVar[str] = "机构"
    EN: ClassVar[str] = "body"
    REGISTER: ClassVar[bool] = True

    def __init__(self) -> None:
        """
        Nothing is known yet.
        """
        self.kind = BodyKind.REGULATOR
        self.level = Level.COUNTY
        self.region = ""
        self.uscc = ""
        self.identities: tuple[tuple[date, Identity], ...] = ()
        self.succeeded: tuple[date, UUID] | None = None

    @property
    def handed_to(self) -> tuple[UUID, ...]:
        """
        A body's own people see its file, whoever opened it.
        """
        return (self.id,)

    def identity_on(self, day: date) -> Identity:
        """
        Give the identity that held on a day; before the first one, the first.
        """
        ordered = sorted(self.identities, key=lambda each: each[0])
        held = [found for since, found in ordered if since <= day]
        return held[-1] if held else ordered[0][1]

    def parent_on(self, day: date) -> UUID | None:
        """
        Name the body above it on a day.
        """
        return self.identity_on(day).parent

    def successor_on(self, day: date) -> UUID | None:
        """
        Name the body that has taken over by a day, if one has.
        """
        if self.succeeded is None or day < self.succeeded[0]:
            return None
        return self.succeeded[1]

    def may_hold(self, role: Role) -> bool:
        """
        Whether people of this body can have the role (岗位与机构类别相符).
        """
        return role not in KINDS_OF_ROLE or self.kind in KINDS_OF_ROLE[role]
