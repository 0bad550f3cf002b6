"""
The public register (双公示、三项制度): penalties and results of enforcement that were
made public, and what became of them; entries of lists stand among the publications, and
on their lists.

What was withdrawn stays as a tombstone with its reasons; what was corrected shows what
stands now, and its trace what it said before.
Once its term is over an item is listed no more; of the publication its number, its end
and who published it are left.
"""

from typing import ClassVar
from uuid import UUID

from domain.base import Audience
from domain.body.file import BodyIdentityChanged, BodyRegistered
from domain.calendar import ONE_DAY
from domain.imported_record.rows import ImportedPenaltyRecorded
from domain.publication.facts_of_ending import ItemEndedByRepair, ItemTermEnded
from domain.publication.file import (
    Channel,
    ItemCorrected,
    ItemPublished,
    ItemWithdrawn,
    Stage,
)
from domain.publication.result import ResultKind
from domain.published_layout import PENALTIES
from domain.references import ImportedRecordRef, ListEntryRef, PenaltyRef
from infra.lapses import Lapse
from infra.questions import EVERYBODY, Ask, Heads, Select, question
from infra.read_model import ReadModel, on
from infra.tables_of_rows import Table, Value
from infra.timelines import Timeline
from projections.public_register.said import of_entry, of_penalty, of_result
from projections.public_register.tables import (
    AMOUNTS,
    BODIES,
    DESKS,
    ENDED,
    ITEMS,
    PARTIES,
    TEXTS,
)


class PublicRegister(ReadModel):
    """
    What everybody may read, as it stood on any day.
    """

    NAME: ClassVar[str] = "public_register"
    ZH: ClassVar[str] = "行政处罚公示"
    EN: ClassVar[str] = "public register of penalties"
    EDITION: ClassVar[int] = 4
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
            **self._party(fact),
            **self._source(fact),
            penalty=str(fact.penalty) if fact.penalty else None,
            entry=str(fact.entry) if fact.entry else None,
            result_kind=fact.result_kind.code if fact.result_kind else None,
            objected=int(fact.objected),
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
            **said,
            corrected_on=fact.deed.on.isoformat(),
            reasons=fact.reason,
        )

    @on(ItemWithdrawn)
    def on_withdrawn(self, fact: ItemWithdrawn) -> None:
        """
        Leave number, party and reasons; take the rest away.
        """
        emptied = dict.fromkeys((*TEXTS, *AMOUNTS))
        self.note(
            fact,
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
        last = fact.until_on - ONE_DAY if repaired else fact.until_on
        changed: dict[str, Value] = {
            "stage": (Stage.REPAIRED if repaired else Stage.ENDED).code,
            "public_until": last.isoformat(),
        }
        at = "" if repaired else (last + ONE_DAY).isoformat()
        self.change(ITEMS, str(fact.file), fact, since=None, at=at, **changed)

    def _party(self, fact: ItemPublished) -> dict[str, Value]:
        """
        Give what is known of the party: from the row of an import, or what the
        publication itself says.
        """
        if fact.record is not None:
            found = self.one(PARTIES, record=str(fact.record)) or {}
            return {**found, "record": str(fact.record)}
        shown = fact.content or fact.listing or fact.result
        kind = shown.party_class if shown else None
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

    def _show(self, fact: ItemPublished | ItemCorrected, **more: Value) -> None:
        graded, term = fact.credit_class, fact.term
        shown = of_penalty(fact.content) if fact.content else {}
        shown |= of_entry(fact.listing) if fact.listing else {}
        shown |= of_result(fact.result) if fact.result else {}
        shown |= {
            "public_until": term.until_on.isoformat() if term else None,
            "credit_class": graded.code if graded else None,
        }
        shown |= more
        self.note(fact, **shown)

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
        return (
            Select(
                ITEMS,
                order=("-decided_on",),
                few=bool(words),
                lapse=Lapse("public_until", for_all=True),
            )
            .satisfying("+entry IS NULL AND +result_kind IS NULL")
            .satisfying(
                "instr(party_name || ' ' || uscc || ' ' || decision_no, :words) > 0",
                words=words or None,
            )
            .having(enterprise=enterprise, channel=channel)
        )

    @question(
        "执法结果公示",
        "Published results",
        by=EVERYBODY,
        desks=DESKS,
        axes=True,
        rows=("PUB-02", "PUB-06", "PUB-07", "INS-04", "HAZ-07", "HAZ-12"),
    )
    def published_results(
        self,
        ask: Ask,
        *,
        words: str = "",
        result_kind: ResultKind | None = None,
        enterprise: UUID | None = None,
    ) -> Select:
        """
        List published results of enforcement, newest first: inspections, orders,
        listings for supervision, suspensions, closures, permits, draws.

        The withdrawn stand among them, marked; a permit that ran out does not.
        """
        del ask
        return (
            Select(
                ITEMS,
                order=("-decided_on",),
                few=bool(words),
                lapse=Lapse("public_until", for_all=True),
            )
            .satisfying("+result_kind IS NOT NULL")
            .satisfying(
                "instr(party_name || ' ' || uscc || ' ' || decision_no, :words) > 0",
                words=words or None,
            )
            .having(result_kind=result_kind, enterprise=enterprise)
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
        self,
        ask: Ask,
        *,
        record: ImportedRecordRef | None = None,
        penalty: PenaltyRef | None = None,
        entry: ListEntryRef | None = None,
        stage: Stage | None = None,
    ) -> Select:
        """
        List publications, of whatever kind, as they stand: of a record, a penalty or a
        list entry; of ended ones only their number and their end.
        """
        del ask
        return Select(ITEMS, order=("published_on",), lapse=ENDED).having(
            record=record, penalty=penalty, entry=entry, stage=stage
        )
