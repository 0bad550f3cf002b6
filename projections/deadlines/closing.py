"""
Enterprises that the law wants closed (应提请关闭): which penalties count, and which
major hazards stand, so that the clock looks where both come together.
"""

from datetime import date

from domain.base import Fact
from domain.closure.file import ClosureRequested
from domain.document_number import comparison_key
from domain.hazard.choices import HazardLevel
from domain.hazard.facts import (
    HazardGraded,
    HazardIdentified,
    HazardRemovedOnSpot,
    HazardSelfReported,
)
from domain.hazard.facts_of_ending import HazardDelisted, SupervisionReleased
from domain.imported_record.changes import (
    Field,
    ImportedRecordCorrected,
    ImportedStatusRecorded,
)
from domain.imported_record.links import PartyLinked, PartyUnlinked
from domain.imported_record.rows import ImportedPenaltyRecorded
from domain.limits import Limit
from domain.penalty.facts import OnTheSpotPenaltyDecided, PenaltyDecided
from domain.procedures.closure_windows import (
    COUNTS,
    DONE_AWAY,
    window_reached,
    with_imported,
)
from domain.procedures.fining_daily import rests_on_safety_law
from domain.procedures.flagging_closures import REPEATED
from domain.procedures.own_penalties import Fallen
from infra.tables_of_rows import Column, Table, Value
from projections.deadlines.agenda import RUNNING
from projections.deadlines.running import DeadlineState, Running

COUNTED = Table(
    "counted_penalties",
    (Column("file"),),
    (Column("enterprise"), Column("decided_on", "day")),
    indexes=(("enterprise",),),
    internal=True,
)

STANDING = Table(
    "standing_hazards",
    (Column("file"),),
    (Column("enterprise"), Column("is_major", "flag")),
    indexes=(("enterprise",),),
    internal=True,
)


IMPORTED = Table(
    "imported_penalties",
    (Column("file"),),
    (
        Column("enterprise"),
        Column("decision_key"),
        Column("decided_on", "day"),
        Column("counts", "flag"),
        Column("stands", "flag"),
    ),
    indexes=(("enterprise",),),
    internal=True,
)


class Closing(Running, listed=False):
    """
    Has the clock look at who was penalised too often.
    """

    def note_closure(self, fact: Fact) -> None:
        """
        Note a hazard, a penalty or a request for closure.
        """
        self._note_hazard(fact)
        self._note_imported(fact)
        if isinstance(fact, PenaltyDecided | OnTheSpotPenaltyDecided):
            self._note_penalty(fact)
        elif isinstance(fact, Fallen):
            row = self.one(COUNTED, file=str(fact.file))
            self.drop(COUNTED, file=str(fact.file))
            if row is not None:
                self._look_again(str(row["enterprise"]), fact)
        elif isinstance(fact, ClosureRequested):
            self._end(str(fact.enterprise), fact, DeadlineState.MET)

    def _note_hazard(self, fact: Fact) -> None:
        file = str(fact.file)
        if isinstance(fact, HazardIdentified | HazardSelfReported):
            firm = str(fact.enterprise)
            self.put(STANDING, file=file, enterprise=firm, is_major=0)
            return
        row = self.one(STANDING, file=file)
        if row is None:
            return
        if isinstance(fact, HazardGraded):
            is_major = int(fact.hazard_level is HazardLevel.MAJOR)
            self.mend(STANDING, {"file": file}, is_major=is_major)
        elif isinstance(
            fact, HazardRemovedOnSpot | HazardDelisted | SupervisionReleased
        ):
            self.drop(STANDING, file=file)
        else:
            return
        self._look_again(str(row["enterprise"]), fact)

    def _note_penalty(self, fact: PenaltyDecided | OnTheSpotPenaltyDecided) -> None:
        if fact.enterprise is None or not rests_on_safety_law(fact):
            return
        firm, day = str(fact.enterprise), fact.deed.on
        self.put(
            COUNTED, file=str(fact.file), enterprise=firm, decided_on=day.isoformat()
        )
        if rule := self._window(firm, day):
            self.start(fact, Limit(rule, REPEATED, last_on=day))

    def _window(self, firm: str, day: date) -> str:
        """
        Name the window that the penalties of an enterprise fill on a day, while a major
        hazard stands.
        """
        if not self.some(STANDING, enterprise=firm, is_major=1):
            return ""
        rows = self.some(COUNTED, enterprise=firm)
        own = [date.fromisoformat(str(row["decided_on"])) for row in rows]
        return window_reached(with_imported(own, self._imported(firm)), day, self._ends)

    def _imported(self, firm: str) -> list[tuple[str, date]]:
        """
        List number and day of the imported penalties that are counted.
        """
        rows = self.some(IMPORTED, enterprise=firm, counts=1, stands=1)
        return [
            (str(row["decision_key"]), date.fromisoformat(str(row["decided_on"])))
            for row in rows
        ]

    def _note_imported(self, fact: Fact) -> None:
        """
        Note an imported penalty, whose it is, and what its source says of it; it begins
        no time itself.
        """
        file = str(fact.file)
        if isinstance(fact, ImportedPenaltyRecorded):
            self.put(
                IMPORTED,
                file=file,
                enterprise="",
                decision_key=fact.decision_key,
                decided_on=fact.penalty.decided_on.isoformat(),
                counts=int(bool(fact.under_safety_law)),
                stands=1,
            )
        row = self.one(IMPORTED, file=file)
        if row is None:
            return
        changed = _changed(fact)
        if changed:
            self.mend(IMPORTED, {"file": file}, **changed)
            self._look_again(str(row["enterprise"]), fact)

    def _ends(self, rule: str, day: date) -> date | None:
        found = self.reckoned(rule, day, pack="")
        return found.day if found else None

    def _look_again(self, firm: str, fact: Fact) -> None:
        """
        Drop what the law does not want any more.
        """
        for counted in self.some(COUNTED, enterprise=firm):
            day = date.fromisoformat(str(counted["decided_on"]))
            if not self._window(firm, day):
                self._end_of(str(counted["file"]), fact, DeadlineState.DROPPED)
        if isinstance(fact, Fallen):
            self._end_of(str(fact.file), fact, DeadlineState.DROPPED)

    def _end(self, firm: str, fact: Fact, state: DeadlineState) -> None:
        for counted in self.some(COUNTED, enterprise=firm):
            self._end_of(str(counted["file"]), fact, state)

    def _end_of(self, penalty: str, fact: Fact, state: DeadlineState) -> None:
        for rule in COUNTS:
            for row in self.some(RUNNING, file=penalty, rule=rule, answered=0):
                self.meet(str(row["id"]), fact, state=state)


def _changed(fact: Fact) -> dict[str, Value]:
    """
    Say what a later fact changes of an imported penalty.
    """
    match fact:
        case PartyLinked():
            return {"enterprise": str(fact.enterprise)}
        case PartyUnlinked():
            return {"enterprise": ""}
        case ImportedStatusRecorded():
            return {"stands": int(fact.stated.status not in DONE_AWAY)}
        case ImportedRecordCorrected():
            return _corrected(fact)
        case _:
            return {}


def _corrected(fact: ImportedRecordCorrected) -> dict[str, Value]:
    if fact.field is Field.LEGAL_BASIS:
        return {"counts": int(bool(fact.under_safety_law))}
    if fact.field is Field.DECISION_NO:
        return {"decision_key": comparison_key(fact.new_plain)}
    if fact.field is Field.DECIDED_ON and fact.new_on:
        return {"decided_on": fact.new_on.isoformat()}
    return {}
