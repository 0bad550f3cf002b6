"""
The case board (案件台账): how far each case is, what comes next, and what is open.

From the proposal on each party has a road of its own; the case's next step is that of
the party that is furthest behind.
"""

from typing import ClassVar
from uuid import UUID

from domain.base import Fact
from domain.enforcement_case.choices import OPEN, CaseSource, PartyStage, Stage
from domain.enforcement_case.choices_of_hearing import HearingEnd
from domain.enforcement_case.facts import (
    CaseFiled,
    HandlersAssigned,
    PartyNamed,
    PartyReleased,
    RecusalDecided,
)
from domain.enforcement_case.facts_of_ending import (
    CaseClockResumed,
    CaseClosed,
    CaseFileArchived,
    CaseTerminated,
    CaseTimeExtended,
    CaseTransferred,
)
from domain.enforcement_case.facts_of_evidence import (
    AppraisalCommissioned,
    AppraisalReceived,
    CaseInvestigated,
    EvidenceRegistered,
    RegistrationDecided,
    RegistrationLapsed,
)
from domain.enforcement_case.facts_of_hearing import (
    HearingEnded,
    HearingHeld,
    HearingNotified,
    HearingRefused,
    HearingReported,
    HearingRequested,
)
from domain.enforcement_case.facts_of_judging import (
    MandatoryOutcomeRequired,
    MandatoryOutcomeSatisfied,
    NoPenaltyDecided,
)
from domain.enforcement_case.facts_of_notice import (
    NoticeServed,
    PenaltyProposed,
    StatementHeard,
    StatementPeriodExpired,
    StatementWaived,
)
from domain.limits import Limit
from domain.values import Choice
from infra.handing import Handing, seen_by_hand_over
from infra.questions import Ask, Heads, Select, question
from infra.read_model import on, scope_of
from infra.tables_of_rows import Column, Order, Table, Value
from infra.timelines import Timeline


class NextStep(Choice):
    """
    What is done next in a case (下一步).
    """

    INVESTIGATE = "调查取证", "investigate"
    PROPOSE = "提出拟处罚意见", "propose a penalty"
    NOTIFY = "送达告知书", "serve the notice"
    AWAIT = "等待陈述申辩", "await the statement"
    SET_HEARING = "通知听证", "set the hearing"
    HOLD_HEARING = "举行听证", "hold the hearing"
    REPORT_HEARING = "提出听证报告", "report on the hearing"
    DECIDE = "审核并决定", "examine and decide"
    CLOSE = "送达、执行、结案", "serve, carry out, close"
    ARCHIVE = "归档", "archive"
    NOTHING = "无", "nothing"


#: What comes next by the stage of a party, the one furthest behind first.
_NEXT = {
    PartyStage.NAMED: NextStep.PROPOSE,
    PartyStage.PROPOSED: NextStep.NOTIFY,
    PartyStage.NOTICED: NextStep.AWAIT,
    PartyStage.HEARING: NextStep.SET_HEARING,
    PartyStage.HEARING_SET: NextStep.HOLD_HEARING,
    PartyStage.HEARING_HELD: NextStep.REPORT_HEARING,
    PartyStage.HEARD: NextStep.DECIDE,
    PartyStage.NO_PENALTY: NextStep.CLOSE,
}

#: What each of these facts makes of a party's stage.
_PARTY_STAGES: dict[type[Fact], PartyStage] = {
    PartyReleased: PartyStage.RELEASED,
    NoticeServed: PartyStage.NOTICED,
    HearingRequested: PartyStage.HEARING,
    HearingNotified: PartyStage.HEARING_SET,
    HearingHeld: PartyStage.HEARING_HELD,
    HearingReported: PartyStage.HEARD,
    NoPenaltyDecided: PartyStage.NO_PENALTY,
}

#: While a hearing is on its way a statement does not make the party heard.
_HEARING = frozenset(
    stage.code
    for stage in (
        PartyStage.HEARING,
        PartyStage.HEARING_SET,
        PartyStage.HEARING_HELD,
    )
)

#: What each of these facts makes of the stage of a case, and what comes next then.
_ENDS: dict[type[Fact], tuple[Stage, NextStep]] = {
    CaseTerminated: (Stage.TERMINATED, NextStep.CLOSE),
    CaseTransferred: (Stage.TRANSFERRED, NextStep.ARCHIVE),
    CaseClosed: (Stage.CLOSED, NextStep.ARCHIVE),
    CaseFileArchived: (Stage.ARCHIVED, NextStep.NOTHING),
}

#: What each of these facts adds to what is open, or takes from it.
_OPENED: dict[type[Fact], tuple[str, int]] = {
    EvidenceRegistered: ("evidence_open_count", 1),
    RegistrationDecided: ("evidence_open_count", -1),
    RegistrationLapsed: ("evidence_open_count", -1),
    AppraisalCommissioned: ("evidence_open_count", 1),
    AppraisalReceived: ("evidence_open_count", -1),
    MandatoryOutcomeRequired: ("outcomes_open_count", 1),
    MandatoryOutcomeSatisfied: ("outcomes_open_count", -1),
}

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
    indexes=(("enterprise",),),
    orders=(Order(("decide_until",)),),
)

PARTIES = Table(
    "case_parties",
    (Column("file"), Column("party_no", "whole")),
    (Column("stage"), Column("settled", "whole")),
    internal=True,
)


class Cases(Handing):
    """
    Cases as they stood on any day.
    """

    NAME: ClassVar[str] = "cases"
    ZH: ClassVar[str] = "案件台账"
    EN: ClassVar[str] = "case board"
    TABLES: ClassVar[tuple[Table, ...]] = (PARTIES, *Handing.HANDING)
    TIMELINES: ClassVar[tuple[Timeline, ...]] = (CASES,)

    def note(self, fact: Fact, **patch: Value) -> None:
        """
        Change the row of the case whose file the fact belongs to.
        """
        self.change(CASES, str(fact.file), fact, since=None, at="", **patch)

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
        row = CASES.current(self.store.reading, str(fact.file)) or {}
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
        self.put(PARTIES, file=file, party_no=party_no, stage=stage, settled=0)
        self._count(fact)

    @on(PenaltyProposed)
    def on_proposed(self, fact: PenaltyProposed) -> None:
        """
        Begin the road of a party, or begin it again.
        """
        if fact.new_notice:
            self._move(fact, fact.party_no, PartyStage.PROPOSED, settled=0)
        self._count(fact, stage=Stage.PROPOSED.code)

    @on(*_PARTY_STAGES)
    def on_party_stage(self, fact: Fact) -> None:
        """
        Move a party on.
        """
        party_no = int(getattr(fact, "party_no", 0))
        self._move(fact, party_no, _PARTY_STAGES[type(fact)])
        self._count(fact)

    @on(HearingRefused, HearingEnded)
    def on_no_hearing(self, fact: HearingRefused | HearingEnded) -> None:
        """
        Move a party back to its notice, or to where it had answered that; one that
        stayed away is heard.
        """
        row = self.one(PARTIES, file=str(fact.file), party_no=fact.party_no) or {}
        stayed_away = (
            isinstance(fact, HearingEnded)
            and fact.hearing_end is not HearingEnd.WITHDRAWN
        )
        is_heard = stayed_away or bool(row.get("settled"))
        stage = PartyStage.HEARD if is_heard else PartyStage.NOTICED
        self._move(fact, fact.party_no, stage)
        self._count(fact)

    @on(StatementHeard, StatementWaived, StatementPeriodExpired)
    def on_answered(
        self, fact: StatementHeard | StatementWaived | StatementPeriodExpired
    ) -> None:
        """
        A party is heard, unless a hearing is on its way.
        """
        row = self.one(PARTIES, file=str(fact.file), party_no=fact.party_no) or {}
        stage = PartyStage.HEARD
        if row.get("stage") in _HEARING:
            stage = PartyStage[str(row["stage"]).upper()]
        self._move(fact, fact.party_no, stage, settled=1)
        self._count(fact)

    @on(CaseInvestigated)
    def on_investigated(self, fact: CaseInvestigated) -> None:
        """
        Go on to the proposals.
        """
        self._count(fact, stage=Stage.INVESTIGATED.code)

    @on(CaseTimeExtended, CaseClockResumed)
    def on_time(self, fact: CaseTimeExtended | CaseClockResumed) -> None:
        """
        Keep the new last day.
        """
        self.note(fact, decide_until=_last_day(fact.decide_limit))

    @on(*_OPENED)
    def on_opened(self, fact: Fact) -> None:
        """
        Count what is open.
        """
        name, more = _OPENED[type(fact)]
        row = CASES.current(self.store.reading, str(fact.file)) or {}
        self.note(fact, **{name: max(int(str(row.get(name) or 0)) + more, 0)})

    @on(*_ENDS)
    def on_end(self, fact: Fact) -> None:
        """
        End it.
        """
        stage, following = _ENDS[type(fact)]
        receiver = str(fact.receiver) if isinstance(fact, CaseTransferred) else None
        patch: dict[str, Value] = {"receiver": receiver} if receiver else {}
        self.note(fact, stage=stage.code, next_step=following.code, **patch)

    def _move(
        self, fact: Fact, party_no: int, stage: PartyStage, **patch: Value
    ) -> None:
        key: dict[str, Value] = {"file": str(fact.file), "party_no": party_no}
        self.mend(PARTIES, key, stage=stage.code, **patch)

    def _count(self, fact: Fact, **patch: Value) -> None:
        """
        Count the parties, and name the step of the one furthest behind.
        """
        rows = self.some(PARTIES, file=str(fact.file))
        stages = {str(row["stage"]) for row in rows}
        active = [r for r in rows if r["stage"] != PartyStage.RELEASED.code]
        left = [r for r in active if r["stage"] != PartyStage.NO_PENALTY.code]
        case = CASES.current(self.store.reading, str(fact.file)) or {}
        stage = str(patch.get("stage") or case.get("stage") or "")
        following = NextStep.INVESTIGATE
        if stage != Stage.FILED.code:
            ways = (step for s, step in _NEXT.items() if s.code in stages)
            following = next(ways, NextStep.CLOSE)
        self.note(
            fact,
            parties_count=len(active),
            undecided_count=len(left),
            next_step=following.code,
            **patch,
        )

    @question(
        "案件台账",
        "Cases",
        axes=True,
        rows=("PEN-01",),
        heads=Heads("enforcement-case", ("case_name", "enterprise"), "stage"),
    )
    def cases(
        self,
        ask: Ask,
        *,
        enterprise: UUID | None = None,
        stage: Stage | None = None,
        next_step: NextStep | None = None,
        handler: UUID | None = None,
        still_open: bool | None = None,
    ) -> Select:
        """
        List cases, the earliest last day first: of an enterprise, a stage, a next step.
        """
        del ask
        conditions: tuple[tuple[str, str, Value], ...] = (
            ("enterprise = :enterprise", "enterprise", _text(enterprise)),
            ("stage = :stage", "stage", stage.code if stage else None),
            ("next_step = :next", "next", next_step.code if next_step else None),
            ("instr(handlers, :handler) > 0", "handler", _text(handler)),
        )
        given = [each for each in conditions if each[2] is not None]
        where = tuple(each[0] for each in given)
        if still_open is not None:
            codes = ", ".join(f"'{each.code}'" for each in OPEN)
            where += (f"stage {'IN' if still_open else 'NOT IN'} ({codes})",)
        values = {name: value for _, name, value in given}
        return Select(
            CASES,
            where,
            values,
            order=("decide_until",),
            few=handler is not None,
            shared=seen_by_hand_over("cases", "id"),
        )


def _last_day(limit: Limit | None) -> str | None:
    return limit.ends_on.isoformat() if limit else None


def _text(value: UUID | None) -> str | None:
    return str(value) if value else None
