"""
The public register (双公示): penalties that were made public, and what became of them.

What was withdrawn stays as a tombstone with its reasons; what was corrected shows what
stands now, and its trace what it said before.
Once its term is over an item is listed no more; of the publication its number, its end
and who published it are left.
"""

from typing import ClassVar
from uuid import UUID

from domain.base import Audience, Fact
from domain.law.penalty_kinds import PenaltyKind
from domain.publication.file import (
    Channel,
    CreditClass,
    ItemCorrected,
    ItemPublished,
    ItemWithdrawn,
    PublishedPenalty,
    Stage,
    WithdrawalGround,
)
from infra.lapses import Lapse
from infra.questions import EVERYBODY, Ask, Heads, Select, question
from infra.read_model import ReadModel, on, pointer
from infra.tables_of_rows import Column, Value
from infra.timelines import Timeline

#: The free texts of a penalty, in the order of the published layout.
TEXTS = ("violation_type", "violation_fact", "legal_basis", "penalty_content")

ITEMS = Timeline(
    "items",
    (
        Column("party_name"),
        Column("uscc"),
        Column("decision_no"),
        Column("violation_type", "sealed"),
        Column("violation_fact", "sealed"),
        Column("legal_basis", "sealed"),
        Column("kinds"),
        Column("penalty_content", "sealed"),
        Column("fine_fen", "fen"),
        Column("confiscated_fen", "fen"),
        Column("decided_on", "day"),
        Column("penalty_until", "day", term="valid_until"),
        Column("public_until", "day"),
        Column("authority_name"),
        Column("authority_code"),
        Column("channel", "choice", choices=Channel),
        Column("credit_class", "choice", choices=CreditClass),
        Column("stage", "choice", choices=Stage),
        Column("published_on", "day"),
        Column("corrected_on", "day"),
        Column("withdrawn_on", "day"),
        Column("withdrawal_ground", "choice", choices=WithdrawalGround),
        Column("reasons"),
        Column("enterprise", "file"),
        Column("record", "file"),
    ),
    indexes=(("enterprise",), ("decided_on",)),
)

#: What is left of a publication when its term is over.
ENDED = Lapse(
    "public_until",
    remains=(
        "id",
        "valid_from",
        "known_from",
        "valid_until",
        "known_until",
        "decision_no",
        "authority_name",
        "authority_code",
        "channel",
        "stage",
        "published_on",
        "public_until",
        "withdrawn_on",
    ),
    becomes={"stage": {Stage.PUBLIC.code: Stage.ENDED.code}},
    for_all=True,
)

DESKS = ("enforcement", "discipline", "judiciary", "disclosure")


class PublicRegister(ReadModel):
    """
    What everybody may read, as it stood on any day.
    """

    NAME: ClassVar[str] = "public_register"
    ZH: ClassVar[str] = "行政处罚公示"
    EN: ClassVar[str] = "public register of penalties"
    TIMELINES: ClassVar[tuple[Timeline, ...]] = (ITEMS,)

    @on(ItemPublished)
    def on_published(self, fact: ItemPublished) -> None:
        """
        Enter the item.
        """
        self._show(
            fact,
            fact.content,
            public_until=fact.term.until_on.isoformat(),
            credit_class=fact.credit_class.code,
            channel=fact.channel.code,
            stage=Stage.PUBLIC.code,
            published_on=fact.deed.on.isoformat(),
            enterprise=str(fact.enterprise),
            record=str(fact.record),
            owner=str(fact.deed.body) if fact.deed.body else None,
            audience=Audience.PUBLIC.code,
        )

    @on(ItemCorrected)
    def on_corrected(self, fact: ItemCorrected) -> None:
        """
        Show what stands now.
        """
        self._show(
            fact,
            fact.content,
            public_until=fact.term.until_on.isoformat(),
            credit_class=fact.credit_class.code,
            corrected_on=fact.deed.on.isoformat(),
            reasons=fact.reason,
        )

    @on(ItemWithdrawn)
    def on_withdrawn(self, fact: ItemWithdrawn) -> None:
        """
        Leave number, party and reasons; take the rest away.
        """
        emptied = dict.fromkeys((*TEXTS, "fine_fen", "confiscated_fen", "kinds"))
        self.change(
            ITEMS,
            str(fact.file),
            fact,
            since=None,
            at="",
            stage=Stage.WITHDRAWN.code,
            withdrawn_on=fact.deed.on.isoformat(),
            withdrawal_ground=fact.withdrawal_ground.code,
            reasons=fact.reasons,
            **emptied,
        )

    def _show(self, fact: Fact, content: PublishedPenalty, **more: Value) -> None:
        validity = content.validity.until_on if content.validity else None
        texts = {name: pointer(getattr(content.texts, name)) for name in TEXTS}
        self.change(
            ITEMS,
            str(fact.file),
            fact,
            since=None,
            at="",
            party_name=content.party_name,
            uscc=content.uscc,
            decision_no=content.decision_no,
            kinds=_kinds(content.kinds),
            fine_fen=content.fine_fen,
            confiscated_fen=content.confiscated_fen,
            decided_on=content.decided_on.isoformat(),
            penalty_until=validity.isoformat() if validity else None,
            authority_name=content.authority.authority_name,
            authority_code=content.authority.authority_code,
            **texts,
            **more,
        )

    @question(
        "行政处罚公示",
        "Public register of penalties",
        by=EVERYBODY,
        desks=DESKS,
        axes=True,
        rows=("PUB-01", "PUB-03"),
    )
    def public_register(
        self,
        ask: Ask,
        *,
        words: str = "",
        enterprise: UUID | None = None,
        channel: Channel | None = None,
    ) -> Select:
        """
        List published penalties, newest decision first: by party, code or number.

        The withdrawn stand among them, marked; one whose term is over on the day of the
        answer does not.
        """
        del ask
        where: tuple[str, ...] = ()
        values: dict[str, Value] = {}
        if words:
            where += (
                "instr(party_name || ' ' || uscc || ' ' || decision_no, :words) > 0",
            )
            values["words"] = words
        if enterprise is not None:
            where, values["enterprise"] = (
                (*where, "enterprise = :enterprise"),
                str(enterprise),
            )
        if channel is not None:
            where, values["channel"] = (*where, "channel = :channel"), channel.code
        listed = Lapse("public_until", for_all=True)
        return Select(ITEMS, where, values, order=("-decided_on",), lapse=listed)

    @question(
        "公开记录",
        "Publications",
        by=EVERYBODY,
        desks=DESKS,
        axes=True,
        rows=("PUB-01",),
        heads=Heads("publication", ("party_name", "decision_no"), "stage"),
    )
    def publications(self, ask: Ask, *, record: UUID | None = None) -> Select:
        """
        List publications of a record; of ended ones only their number and their end.
        """
        del ask
        where = ("record = :record",) if record else ()
        return Select(
            ITEMS,
            where,
            {"record": str(record)},
            order=("published_on",),
            lapse=ENDED,
        )


def _kinds(kinds: tuple[PenaltyKind, ...]) -> str:
    return "；".join(kind.zh for kind in kinds)
