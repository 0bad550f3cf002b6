"""
Entries of the lists as files (名单卷): each with its stage, and what rests on it.
"""

from datetime import date
from typing import ClassVar
from uuid import UUID

from domain.base import Fact, Role
from domain.joint_measure.file import (
    IncentiveEnded,
    IncentiveGranted,
    JointDisciplineInitiated,
    PartnerFeedbackReceived,
    PartnerMeasureImposed,
    PartnerMeasureLifted,
)
from domain.joint_measure.file import Stage as MeasureStage
from domain.law.discipline import DisciplineMeasure
from domain.law.list_grounds import ListGround
from domain.list_entry.choices import ReviewOutcome, Stage
from domain.list_entry.facts import (
    BlacklistEntryDeclined,
    BlacklistEntryMade,
    BlacklistEntryNotified,
    BlacklistEntryProposed,
    BlacklistEntryReviewed,
    EntryRecordedInCreditSystem,
    EntryStatementExpired,
    EntryStatementHeard,
)
from domain.list_entry.facts_of_red import (
    RedlistEntryExpired,
    RedlistEntryMade,
    RedlistEntryProposed,
    RedlistEntryRemoved,
)
from domain.list_entry.facts_of_removal import (
    BlacklistEntryExpired,
    BlacklistEntryRemoved,
    BlacklistEntryRestored,
    BlacklistEntryRevoked,
    EarlyRemovalAccepted,
    EarlyRemovalApplied,
    EarlyRemovalRefused,
)
from domain.list_entry.next_steps import STEPS
from domain.printed import ListColour
from domain.references import ListEntryRef
from infra.handing import Handing, seen_by_hand_over
from infra.questions import OFFICE, Ask, Heads, Select, question
from infra.read_model import on, pointer, scope_of
from infra.tables_of_rows import Column, Order, Table, Value
from infra.timelines import Timeline

ENTRIES = Timeline(
    "list_entries",
    (
        Column("colour", "choice", choices=ListColour),
        Column("enterprise", "file"),
        Column("person", "sealed"),
        Column("list_ground", "choice", choices=ListGround),
        Column("stage", "choice", choices=Stage),
        Column("listed_on", "day"),
        Column("until_on", "day"),
        Column("early_from", "day"),
        Column("basis_fallen", "flag"),
        Column("entry_state", "choice", choices=Stage),
        Column("penalty", "file"),
        Column("thread", "file"),
        Column("proposed_on", "day"),
    ),
    indexes=(("enterprise",), ("thread",)),
    orders=(Order(("-proposed_on",)),),
)

MEASURES = Timeline(
    "joint_measures",
    (
        Column("entry", "file"),
        Column("partner", "file"),
        Column("discipline_measure", "choice", choices=DisciplineMeasure),
        Column("incentive"),
        Column("legal_basis"),
        Column("stage", "choice", choices=MeasureStage),
        Column("feedback"),
        Column("since_on", "day"),
    ),
    indexes=(("entry",),),
    orders=(Order(("-since_on",)),),
)

#: What each of these facts makes of an entry's stage.
_STAGES: dict[type[Fact], Stage] = {
    BlacklistEntryNotified: Stage.NOTIFIED,
    EntryStatementHeard: Stage.HEARD,
    EntryStatementExpired: Stage.HEARD,
    BlacklistEntryDeclined: Stage.DECLINED,
    EarlyRemovalApplied: Stage.APPLIED,
    EarlyRemovalAccepted: Stage.ACCEPTED,
    EarlyRemovalRefused: Stage.LISTED,
    BlacklistEntryRemoved: Stage.REMOVED,
    BlacklistEntryExpired: Stage.EXPIRED,
    RedlistEntryRemoved: Stage.REMOVED,
    RedlistEntryExpired: Stage.EXPIRED,
}

#: What each of these facts makes of a joint measure's.
_MEASURE_STAGES: dict[type[Fact], MeasureStage] = {
    PartnerMeasureImposed: MeasureStage.IMPOSED,
    PartnerMeasureLifted: MeasureStage.LIFTED,
    IncentiveEnded: MeasureStage.ENDED,
}


class Lists(Handing):
    """
    Entries and joint measures as they stood on any day.
    """

    NAME: ClassVar[str] = "lists"
    ZH: ClassVar[str] = "名单与联合惩戒"
    EN: ClassVar[str] = "lists and joint measures"
    TABLES: ClassVar[tuple[Table, ...]] = Handing.HANDING
    TIMELINES: ClassVar[tuple[Timeline, ...]] = (ENTRIES, MEASURES)

    @on(BlacklistEntryProposed, RedlistEntryProposed)
    def on_proposed(self, fact: BlacklistEntryProposed | RedlistEntryProposed) -> None:
        """
        Enter the proposal.
        """
        black: dict[str, Value] = {"colour": ListColour.RED.code}
        if isinstance(fact, BlacklistEntryProposed):
            black = {
                "colour": ListColour.BLACK.code,
                "person": pointer(fact.person),
                "list_ground": fact.list_ground.code,
                "penalty": str(fact.penalty),
            }
        self.note(
            fact,
            enterprise=str(fact.enterprise) if fact.enterprise else None,
            stage=Stage.PROPOSED.code,
            basis_fallen=0,
            thread=str(fact.deed.thread),
            proposed_on=fact.deed.on.isoformat(),
            **black,
            **scope_of(fact),
        )

    @on(BlacklistEntryMade, RedlistEntryMade, BlacklistEntryRestored)
    def on_listed(
        self, fact: BlacklistEntryMade | RedlistEntryMade | BlacklistEntryRestored
    ) -> None:
        """
        Keep since when and until when it stands.
        """
        days: dict[str, Value] = {"until_on": _iso(fact.until_on)}
        if not isinstance(fact, RedlistEntryMade):
            days["early_from"] = fact.early_from.isoformat()
        if not isinstance(fact, BlacklistEntryRestored):
            days["listed_on"] = fact.deed.on.isoformat()
        self.note(fact, stage=Stage.LISTED.code, **days)

    @on(*_STAGES)
    def on_stage(self, fact: Fact) -> None:
        """
        Move on, or back.
        """
        self.note(fact, stage=_STAGES[type(fact)].code)

    @on(BlacklistEntryRevoked)
    def on_revoked(self, fact: BlacklistEntryRevoked) -> None:
        """
        End it, and say whether its basis fell.
        """
        self.note(fact, stage=Stage.REVOKED.code, basis_fallen=int(fact.basis_fallen))

    @on(BlacklistEntryReviewed)
    def on_reviewed(self, fact: BlacklistEntryReviewed) -> None:
        """
        Say whether it has to be examined because its basis changed.
        """
        left = fact.review_outcome is ReviewOutcome.TO_EXAMINE
        self.note(fact, basis_fallen=int(left))

    @on(EntryRecordedInCreditSystem)
    def on_recorded(self, fact: EntryRecordedInCreditSystem) -> None:
        """
        Keep as what it stands in the credit system.
        """
        self.note(fact, entry_state=fact.entry_state.code)

    # -- joint measures ---------------------------------------------------------------

    @on(JointDisciplineInitiated)
    def on_initiated(self, fact: JointDisciplineInitiated) -> None:
        """
        Enter what a partner was asked for.
        """
        self._measure(
            fact,
            entry=str(fact.entry),
            partner=str(fact.partner),
            discipline_measure=fact.discipline_measure.code,
            legal_basis=fact.legal_basis,
            stage=MeasureStage.INITIATED.code,
            since_on=fact.deed.on.isoformat(),
            **scope_of(fact),
        )

    @on(IncentiveGranted)
    def on_granted(self, fact: IncentiveGranted) -> None:
        """
        Enter what was granted.
        """
        self._measure(
            fact,
            entry=str(fact.entry),
            partner=str(fact.partner) if fact.partner else None,
            incentive=fact.incentive,
            legal_basis=fact.legal_basis,
            stage=MeasureStage.GRANTED.code,
            since_on=fact.since_on.isoformat(),
            **scope_of(fact),
        )

    @on(*_MEASURE_STAGES)
    def on_measure(self, fact: Fact) -> None:
        """
        Move on.
        """
        self._measure(fact, stage=_MEASURE_STAGES[type(fact)].code)

    @on(PartnerFeedbackReceived)
    def on_feedback(self, fact: PartnerFeedbackReceived) -> None:
        """
        Keep the newest answer.
        """
        self._measure(fact, feedback=fact.feedback)

    def _measure(self, fact: Fact, **patch: Value) -> None:
        self.change(MEASURES, str(fact.file), fact, since=None, at="", **patch)

    @question(
        "名单条目",
        "List entries",
        axes=True,
        rows=("CRD-01", "CRD-02", "CRD-03"),
        heads=Heads("list-entry", ("enterprise|person",), "stage", steps=STEPS),
    )
    def list_entries(
        self,
        ask: Ask,
        *,
        colour: ListColour | None = None,
        enterprise: UUID | None = None,
        stage: Stage | None = None,
    ) -> Select:
        """
        List entries as files, the newest proposal first: of a list, an enterprise, a
        stage.
        """
        del ask
        return Select(ENTRIES, order=("-proposed_on",)).having(
            colour=colour, enterprise=enterprise, stage=stage
        )

    @question(
        "联合惩戒和激励",
        "Joint measures",
        by=(*OFFICE, Role.PARTNER),
        desks=("enforcement", "discipline", "judiciary", "disclosure"),
        axes=True,
        rows=("DIS-01", "DIS-02", "DIS-03", "CRD-07"),
        heads=Heads("joint-measure", ("discipline_measure|incentive",), "stage"),
    )
    def joint_measures(self, ask: Ask, *, entry: ListEntryRef | None = None) -> Select:
        """
        List what partners were asked for or grant, the newest first: of an entry. A
        partner finds what was asked of it.
        """
        del ask
        return Select(
            MEASURES,
            order=("-since_on",),
            shared=seen_by_hand_over("joint_measures", "id"),
        ).having(entry=entry)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
