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
from domain.body.file import BodyIdentityChanged, BodyRegistered
from domain.calendar import ONE_DAY
from domain.imported_record.rows import ImportedPenaltyRecorded
from domain.law.credit_classes import CreditClass
from domain.printed import PartyClass
from domain.publication.facts_of_ending import ItemEndedByRepair, ItemTermEnded
from domain.publication.file import (
    Channel,
    ItemCorrected,
    ItemPublished,
    ItemWithdrawn,
    PublishedPenalty,
    Stage,
    WithdrawalGround,
)
from domain.published_layout import PENALTIES
from infra.lapses import Lapse
from infra.questions import EVERYBODY, Ask, Heads, Select, question
from infra.read_model import ReadModel, on, plain, pointer
from infra.tables_of_rows import Column, Order, Table, Value
from infra.timelines import Timeline

#: The free texts of a penalty.
TEXTS = (
    "violation_type",
    "violation_fact",
    "legal_basis",
    "penalty_content",
    "kinds_printed",
    "licence_affected",
    "remark",
)

ITEMS = Timeline(
    "items",
    (
        Column("party_name"),
        Column("party_class", "choice", choices=PartyClass),
        Column("uscc"),
        Column("reg_no"),
        Column("org_code"),
        Column("decision_no"),
        Column("violation_type", "sealed"),
        Column("violation_fact", "sealed"),
        Column("legal_basis", "sealed"),
        Column("kinds"),
        Column("kinds_printed", "sealed"),
        Column("penalty_content", "sealed"),
        Column("fine_fen", "fen"),
        Column("confiscated_fen", "fen"),
        Column("licence_affected", "sealed"),
        Column("remark", "sealed"),
        Column("decided_on", "day"),
        Column("penalty_until", "day", term="valid_until"),
        Column("open_ended", "flag"),
        Column("public_until", "day"),
        Column("authority_name"),
        Column("authority_code"),
        Column("source_name"),
        Column("source_code"),
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
        Column("penalty", "file"),
        Column("objected", "flag"),
    ),
    indexes=(("enterprise",), ("record",), ("penalty",)),
    orders=(Order(("-decided_on",)), Order(("published_on",))),
)

#: What a row of an import says of its party besides name and code.
PARTIES = Table(
    "parties",
    (Column("record", "file"),),
    (Column("party_class"), Column("reg_no"), Column("org_code")),
    internal=True,
)

#: What bodies are called, from which day on.
BODIES = Table(
    "bodies",
    (Column("body", "file"), Column("since_on", "day"), Column("position", "whole")),
    (Column("name"), Column("uscc")),
    internal=True,
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
    EDITION: ClassVar[int] = 2
    TABLES: ClassVar[tuple[Table, ...]] = (PARTIES, BODIES)
    TIMELINES: ClassVar[tuple[Timeline, ...]] = (ITEMS,)

    @on(BodyRegistered, BodyIdentityChanged)
    def on_body(self, fact: BodyRegistered | BodyIdentityChanged) -> None:
        """
        Keep what the body is called, as whose data its publications go out.
        """
        if isinstance(fact, BodyRegistered):
            code = fact.uscc
        else:
            code = str(self.some(BODIES, body=str(fact.file))[0]["uscc"])
        self.put(
            BODIES,
            body=str(fact.file),
            since_on=fact.since_on.isoformat(),
            position=fact.position,
            name=fact.identity.name,
            uscc=code,
        )

    @on(ImportedPenaltyRecorded)
    def on_row(self, fact: ImportedPenaltyRecorded) -> None:
        """
        Keep what is known of the party until the row is published.
        """
        self.put(
            PARTIES,
            record=str(fact.file),
            party_class=fact.party.party_class.code,
            reg_no=fact.party.reg_no,
            org_code=fact.party.org_code,
        )

    @on(ItemPublished)
    def on_published(self, fact: ItemPublished) -> None:
        """
        Enter the item.
        """
        self._show(
            fact,
            fact.content,
            **self._party(fact),
            **self._source(fact),
            penalty=str(fact.penalty) if fact.penalty else None,
            objected=int(fact.objected),
            public_until=fact.term.until_on.isoformat(),
            credit_class=fact.credit_class.code,
            channel=fact.channel.code,
            stage=Stage.PUBLIC.code,
            published_on=fact.deed.on.isoformat(),
            enterprise=str(fact.enterprise) if fact.enterprise else None,
            owner=str(fact.deed.body) if fact.deed.body else None,
            audience=Audience.PUBLIC.code,
        )

    @on(ItemCorrected)
    def on_corrected(self, fact: ItemCorrected) -> None:
        """
        Show what stands now.
        """
        said = {} if fact.objected is None else {"objected": int(fact.objected)}
        self._show(
            fact,
            fact.content,
            **said,
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

    @on(ItemTermEnded, ItemEndedByRepair)
    def on_ended(self, fact: ItemTermEnded | ItemEndedByRepair) -> None:
        """
        It is public no more, from the day after its last one; repaired, at once.
        """
        repaired = isinstance(fact, ItemEndedByRepair)
        stage = Stage.REPAIRED if repaired else Stage.ENDED
        until = fact.until_on.isoformat()
        at = "" if repaired else (fact.until_on + ONE_DAY).isoformat()
        changed: dict[str, Value] = {"stage": stage.code, "public_until": until}
        self.change(ITEMS, str(fact.file), fact, since=None, at=at, **changed)

    def _party(self, fact: ItemPublished) -> dict[str, Value]:
        """
        Give what is known of the party: from the row of an import, or what the
        publication itself says.
        """
        if fact.record is not None:
            found = self.one(PARTIES, record=str(fact.record)) or {}
            return {**found, "record": str(fact.record)}
        kind = fact.content.party_class
        return {"party_class": kind.code if kind else None}

    def _source(self, fact: ItemPublished) -> dict[str, Value]:
        """
        Name the body that publishes, as it is called on that day.
        """
        body, day = str(fact.deed.body or ""), fact.deed.on.isoformat()
        called = self.some(BODIES, body=body)
        held = [row for row in called if str(row["since_on"]) <= day] or called[:1]
        named = held[-1] if held else {"name": None, "uscc": None}
        return {"source_name": named["name"], "source_code": named["uscc"]}

    def _show(self, fact: Fact, content: PublishedPenalty, **more: Value) -> None:
        validity = content.validity.until_on if content.validity else None
        is_open = content.validity.open_ended if content.validity else None
        own = content.decision_texts
        texts = {
            name: pointer(getattr(content.texts, name)) or plain(getattr(own, name, ""))
            for name in TEXTS
        }
        self.change(
            ITEMS,
            str(fact.file),
            fact,
            since=None,
            at="",
            party_name=content.party_name,
            uscc=content.uscc,
            decision_no=content.decision_no,
            kinds="；".join(kind.zh for kind in content.kinds),
            fine_fen=content.fine_fen,
            confiscated_fen=content.confiscated_fen,
            decided_on=content.decided_on.isoformat(),
            penalty_until=validity.isoformat() if validity else None,
            open_ended=None if is_open is None else int(is_open),
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
        layout=PENALTIES,
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
        return Select(
            ITEMS,
            where,
            values,
            order=("-decided_on",),
            few=bool(words),
            lapse=Lapse("public_until", for_all=True),
        )

    @question(
        "公开记录",
        "Publications",
        by=EVERYBODY,
        desks=DESKS,
        axes=True,
        rows=("PUB-01",),
        heads=Heads("publication", ("party_name", "decision_no"), "stage"),
    )
    def publications(
        self, ask: Ask, *, record: UUID | None = None, penalty: UUID | None = None
    ) -> Select:
        """
        List publications of a record or a penalty; of ended ones only their number and
        their end.
        """
        del ask
        asked = (("record", record), ("penalty", penalty))
        given = {name: str(value) for name, value in asked if value}
        return Select(
            ITEMS,
            tuple(f"{name} = :{name}" for name in given),
            given,
            order=("published_on",),
            lapse=ENDED,
        )
