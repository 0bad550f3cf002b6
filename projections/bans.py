"""
Bans (禁入名录): who may not hold a post or work in a trade, and until when.
"""

from datetime import date
from typing import ClassVar
from uuid import UUID

from domain.ban.file import (
    BanBasis,
    BanExpired,
    BanLifted,
    BanTermFixed,
    IndustryBanImposed,
    LifetimeBanImposed,
    OccupationalBanImposed,
    Stage,
)
from domain.base import Fact
from domain.values import Choice
from infra.questions import Ask, Heads, Select, question
from infra.read_model import ReadModel, on, pointer, scope_of
from infra.tables_of_rows import Column, Order, Table
from infra.timelines import Timeline


class BanKind(Choice):
    """
    What a ban forbids (禁入类别).
    """

    OCCUPATION = "职业禁入", "occupational"
    INDUSTRY = "行业禁入", "industry"
    LIFETIME = "终身禁入", "for life"


BANS = Timeline(
    "bans",
    (
        Column("ban_kind", "choice", choices=BanKind),
        Column("person", "sealed"),
        Column("enterprise", "file"),
        Column("ban_basis", "choice", choices=BanBasis),
        Column("basis_on", "day"),
        Column("ban_scope"),
        Column("until_on", "day"),
        Column("stage", "choice", choices=Stage),
    ),
    indexes=(("enterprise",),),
    orders=(Order(("-basis_on",)),),
)

_KINDS: dict[type[Fact], BanKind] = {
    OccupationalBanImposed: BanKind.OCCUPATION,
    IndustryBanImposed: BanKind.INDUSTRY,
    LifetimeBanImposed: BanKind.LIFETIME,
}


class Bans(ReadModel):
    """
    Bans as they stood on any day.
    """

    NAME: ClassVar[str] = "bans"
    ZH: ClassVar[str] = "禁入名录"
    EN: ClassVar[str] = "bans"
    TABLES: ClassVar[tuple[Table, ...]] = ()
    TIMELINES: ClassVar[tuple[Timeline, ...]] = (BANS,)

    @on(*_KINDS)
    def on_imposed(
        self, fact: OccupationalBanImposed | IndustryBanImposed | LifetimeBanImposed
    ) -> None:
        """
        Enter the ban.
        """
        enterprise: UUID | None = getattr(fact, "enterprise", None)
        until: date | None = getattr(fact, "until_on", None)
        self.note(
            fact,
            ban_kind=_KINDS[type(fact)].code,
            person=pointer(fact.person),
            enterprise=str(enterprise) if enterprise else None,
            ban_basis=fact.ban_basis.code,
            basis_on=fact.basis_on.isoformat(),
            ban_scope=fact.ban_scope,
            until_on=until.isoformat() if until else None,
            stage=Stage.RUNNING.code,
            **scope_of(fact),
        )

    @on(BanTermFixed)
    def on_fixed(self, fact: BanTermFixed) -> None:
        """
        Keep the last day.
        """
        self.note(fact, until_on=fact.until_on.isoformat())

    @on(BanExpired, BanLifted)
    def on_over(self, fact: BanExpired | BanLifted) -> None:
        """
        End it.
        """
        lifted = isinstance(fact, BanLifted)
        self.note(fact, stage=(Stage.LIFTED if lifted else Stage.EXPIRED).code)

    @question(
        "禁入名录",
        "Bans",
        desks=("enforcement", "discipline", "judiciary"),
        axes=True,
        rows=("DIS-04", "DIS-05", "DIS-06"),
        heads=Heads("ban", ("enterprise|person",), "stage"),
    )
    def bans(
        self,
        ask: Ask,
        *,
        enterprise: UUID | None = None,
        stage: Stage | None = None,
    ) -> Select:
        """
        List bans, the newest basis first: of an institution, running or over.
        """
        del ask
        return Select(BANS, order=("-basis_on",)).having(
            enterprise=enterprise, stage=stage
        )
