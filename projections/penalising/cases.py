"""
The case board (案件台账): how far each case is, what comes next, and what is open.

From the proposal on each party has a road of its own, which goes on in its penalty once
that is decided; the case's next step is that of the party that is furthest behind.
"""

from typing import ClassVar
from uuid import UUID

from typing_extensions import override

from domain.base import Fact
from domain.enforcement_case.choices import OPEN, CaseSource, PartyStage, Stage
from domain.enforcement_case.facts import (
    CaseFiled,
    HandlersAssigned,
    PartyNamed,
    RecusalDecided,
)
from domain.enforcement_case.facts_of_ending import (
    CaseClockResumed,
    CaseTimeExtended,
    CaseTransferred,
)
from domain.enforcement_case.facts_of_evidence import (
    CaseInvestigated,
)
from domain.enforcement_case.facts_of_notice import (
    PenaltyProposed,
)
from domain.limits import Limit
from domain.penalty.choices import Stage as PenaltyStage
from domain.penalty.facts import DailyFineDecided, PenaltyDecided
from domain.references import InspectionRef
from infra.handing import seen_by_hand_over
from infra.questions import Ahead, Ask, Heads, Select, question
from infra.read_model import on, scope_of
from infra.tables_of_rows import Column, Order, Table, Value
from infra.timelines import Timeline
from projections.penalising.parties import PARTIES, Parties
from projections.penalising.steps import (
    ACTS_OF,
    ENDS,
    OPENED,
    RANK,
    STILL_OPEN,
    NextStep,
    next_of,
)

CASES = Timeline(
    "cases",
    (
        Column("case_name"),
        Column("enterprise", "file"),
        Column("case_source", "choice", choices=CaseSource),
        Column("stage", "choice", choices=Stage),
        Column("next_step", "choice", choices=NextStep),
        Column("filed_on", "day"),
        Column("decide_until", "day"),
        Column("parties_count", "whole"),
        Column("undecided_count", "whole"),
        Column("evidence_open_count", "whole"),
        Column("outcomes_open_count", "whole"),
        Column("inspection", "file"),
        Column("handlers"),
        Column("thread", "file"),
        Column("receiver", "file"),
    ),
    indexes=(("enterprise",), ("inspection",)),
    orders=(Order(("decide_until",)),),
)

PENALTIES = Table(
    "case_penalties",
    (Column("file"),),
    (
        Column("case"),
        Column("party_no", "whole"),
        Column("stage"),
        Column("kinds_left"),
        Column("fine_fen", "fen"),
        Column("fine_left_fen", "fen"),
        Column("surcharge_left_fen", "fen"),
    ),
    indexes=(("case",),),
    internal=True,
)


class Cases(Parties):
    """
    Cases as they stood on any day.
    """

    NAME: ClassVar[str] = "cases"
    ZH: ClassVar[str] = "案件台账"
    EN: ClassVar[str] = "case board"
    EDITION: ClassVar[int] = 3
    TABLES: ClassVar[tuple[Table, ...]] = (PARTIES, PENALTIES, *Parties.HANDING)
    TIMELINES: ClassVar[tuple[Timeline, ...]] = (CASES,)

    @on(CaseFiled)
    def on_filed(self, fact: CaseFiled) -> None:
        """
        Enter the case.
        """
        self.note(
            fact,
            case_name=fact.case_name,
            enterprise=str(fact.enterprise) if fact.enterprise else None,
            case_source=fact.case_source.code,
            stage=Stage.FILED.code,
            next_step=NextStep.INVESTIGATE.code,
            filed_on=fact.deed.on.isoformat(),
            decide_until=_last_day(fact.decide_limit),
            parties_count=0,
            undecided_count=0,
            evidence_open_count=0,
            outcomes_open_count=0,
            inspection=str(fact.inspection) if fact.inspection else None,
            thread=str(fact.deed.thread),
            **scope_of(fact),
        )

    @on(HandlersAssigned)
    def on_handlers(self, fact: HandlersAssigned) -> None:
        """
        Keep who handles it.
        """
        self.note(fact, handlers=" ".join(map(str, fact.handlers)))

    @on(RecusalDecided)
    def on_recused(self, fact: RecusalDecided) -> None:
        """
        Whoever stands aside handles it no longer.
        """
        row = self.noted(fact) or {}
        handlers = str(row.get("handlers") or "").split()
        if fact.stands_aside:
            left = [each for each in handlers if each != str(fact.officer)]
            self.note(fact, handlers=" ".join(left))

    @on(PartyNamed)
    def on_party(self, fact: PartyNamed) -> None:
        """
        Enter a party.
        """
        stage = PartyStage.NAMED.code
        file, party_no = str(fact.file), fact.party_no
        key: dict[str, Value] = {"file": file, "party_no": party_no}
        self.put(PARTIES, **key, stage=stage, settled=0, daily=0)
        self.count(fact)

    @on(PenaltyProposed)
    def on_proposed(self, fact: PenaltyProposed) -> None:
        """
        Begin the road of a party, or begin it again.
        """
        if fact.new_notice:
            daily = int(fact.daily_fine is not None)
            stage = PartyStage.PROPOSED
            self.move(fact, fact.party_no, stage, settled=0, daily=daily)
            self.drop(
                PENALTIES,
                case=str(fact.file),
                party_no=fact.party_no,
                stage=PenaltyStage.FALLEN.code,
            )
        self.count(fact, stage=Stage.PROPOSED.code)

    @on(CaseInvestigated)
    def on_investigated(self, fact: CaseInvestigated) -> None:
        """
        Go on to the proposals.
        """
        self.count(fact, stage=Stage.INVESTIGATED.code)

    @on(CaseTimeExtended, CaseClockResumed)
    def on_time(self, fact: CaseTimeExtended | CaseClockResumed) -> None:
        """
        Keep the new last day.
        """
        self.note(fact, decide_until=_last_day(fact.decide_limit))

    @on(*OPENED)
    def on_opened(self, fact: Fact) -> None:
        """
        Count what is open.
        """
        name, more = OPENED[type(fact)]
        row = self.noted(fact) or {}
        self.note(fact, **{name: max(int(str(row.get(name) or 0)) + more, 0)})

    @on(*ENDS)
    def on_end(self, fact: Fact) -> None:
        """
        End it.
        """
        stage, following = ENDS[type(fact)]
        receiver = str(fact.receiver) if isinstance(fact, CaseTransferred) else None
        patch: dict[str, Value] = {"receiver": receiver} if receiver else {}
        self.note(fact, stage=stage.code, next_step=following.code, **patch)

    @override
    def row_of(self, fact: Fact) -> dict[str, Value] | None:
        """
        Give what is kept of the penalty that a fact belongs to.
        """
        return self.one(PENALTIES, file=str(fact.file))

    @override
    def keep(self, fact: Fact, **patch: Value) -> None:
        """
        Keep how far a penalty of a case is; one on the spot belongs to none.
        """
        row = {**(self.row_of(fact) or {"file": str(fact.file)}), **patch}
        if isinstance(fact, PenaltyDecided | DailyFineDecided):
            row["party_no"] = fact.party_no
        if isinstance(fact, DailyFineDecided) and fact.case is not None:
            self.mend(
                PARTIES, {"file": str(fact.case), "party_no": fact.party_no}, daily=0
            )
        if row.get("case") is None:
            return
        self.put(PENALTIES, **{name: row.get(name) for name in PENALTIES.names})
        self.count(fact, str(row["case"]))

    @override
    def count(self, fact: Fact, file: str = "", **patch: Value) -> None:
        """
        Count the parties, and name the step of the one furthest behind; a case that
        has ended stays where it is.
        """
        key = file or str(fact.file)
        case = CASES.current(self.store.reading, key)
        if case is None:
            return
        rows = self.some(PARTIES, file=key)
        active = [r for r in rows if r["stage"] != PartyStage.RELEASED.code]
        penalties = self._penalties(key)
        left = [
            row
            for row in active
            if row["stage"] != PartyStage.NO_PENALTY.code
            and row["party_no"] not in penalties
        ]
        patch |= {"parties_count": len(active), "undecided_count": len(left)}
        stage = str(patch.get("stage") or case["stage"])
        if stage == Stage.FILED.code:
            patch["next_step"] = NextStep.INVESTIGATE.code
        elif stage in STILL_OPEN:
            steps = [next_of(row, penalties) for row in active] or [NextStep.CLOSE]
            patch["next_step"] = min(steps, key=RANK.index).code
        self.change(CASES, key, fact, since=None, at="", **patch)

    def _penalties(self, case: str) -> dict[Value, list[str]]:
        """
        Give the stages of the penalties of a case, by party.
        """
        found: dict[Value, list[str]] = {}
        for row in self.some(PENALTIES, case=case):
            found.setdefault(row["party_no"], []).append(str(row["stage"]))
        return found

    @question(
        "案件台账",
        "Cases",
        axes=True,
        rows=("PEN-01",),
        heads=Heads(
            "enforcement-case",
            ("case_name", "enterprise"),
            "stage",
            Ahead("next_step", {s.code: acts for s, acts in ACTS_OF.items()}),
        ),
    )
    def cases(
        self,
        ask: Ask,
        *,
        enterprise: UUID | None = None,
        stage: Stage | None = None,
        next_step: NextStep | None = None,
        handler: UUID | None = None,
        inspection: InspectionRef | None = None,
        still_open: bool | None = None,
    ) -> Select:
        """
        List cases, the earliest last day first: of an enterprise, a stage, a next step,
        from an inspection.
        """
        del ask
        return (
            Select(
                CASES,
                order=("decide_until",),
                few=handler is not None,
                shared=seen_by_hand_over("cases", "id"),
            )
            .having(enterprise=enterprise, inspection=inspection)
            .having(stage=stage, next_step=next_step)
            .satisfying("instr(handlers, :handler) > 0", handler=handler)
            .among("stage", OPEN, is_in=still_open)
        )


def _last_day(limit: Limit | None) -> str | None:
    return limit.ends_on.isoformat() if limit else None


def _text(value: UUID | None) -> str | None:
    return str(value) if value else None
