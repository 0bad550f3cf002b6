"""
Coal mines that the law wants closed (煤矿应提请关闭): which visits found a major hazard
while the mine was producing, so that the clock looks at the second in three months.
"""

from datetime import date

from domain.base import Fact
from domain.closure.file import ClosureRequested
from domain.enterprise.facts import EnterpriseProfileChanged, EnterpriseRegistered
from domain.hazard.choices import HazardLevel
from domain.hazard.facts import HazardGraded, HazardIdentified
from domain.limits import Limit
from domain.procedures.closure_windows import COAL, mine_reached
from domain.procedures.flagging_mines import PRODUCING
from domain.procedures.suspending import mines_coal
from domain.suspension_order.facts import SuspensionDefied, SuspensionOrdered
from domain.suspension_order.facts_of_falling import SuspensionSetAside
from domain.suspension_order.facts_of_resuming import ProductionResumed
from infra.tables_of_rows import Column, Table
from projections.deadlines.agenda import RUNNING
from projections.deadlines.running import DeadlineState, Running

MINES = Table("coal_mines", (Column("file"),), (), internal=True)

STOPPED = Table(
    "stopped_mines",
    (Column("file"),),
    (Column("enterprise"),),
    indexes=(("enterprise",),),
    internal=True,
)

FOUND = Table(
    "hazards_found",
    (Column("file"),),
    (
        Column("enterprise"),
        Column("inspection", "file"),
        Column("found_on", "day"),
        Column("is_major", "flag"),
    ),
    indexes=(("enterprise",),),
    internal=True,
)


class Mining(Running, listed=False):
    """
    Has the clock look at mines in which major hazards were found again.
    """

    def note_mine(self, fact: Fact) -> None:
        """
        Note a mine, what stops it, a hazard found in it, or a request for closure.
        """
        match fact:
            case EnterpriseRegistered() | EnterpriseProfileChanged():
                self._note_industry(fact)
            case SuspensionOrdered():
                firm = str(fact.enterprise)
                self.put(STOPPED, file=str(fact.file), enterprise=firm)
            case SuspensionDefied() | ProductionResumed() | SuspensionSetAside():
                self.drop(STOPPED, file=str(fact.file))
            case HazardIdentified():
                self._note_found(fact)
            case HazardGraded():
                self._note_graded(fact)
            case ClosureRequested():
                for row in self.some(FOUND, enterprise=str(fact.enterprise)):
                    self._end_wait(str(row["file"]), fact, DeadlineState.MET)
            case _:
                return

    def _note_industry(
        self, fact: EnterpriseRegistered | EnterpriseProfileChanged
    ) -> None:
        """
        Note whether it mines coal; what is absent stands.
        """
        if mines_coal(fact.profile.industry):
            self.put(MINES, file=str(fact.file))
        elif fact.profile.industry is not None:
            self.drop(MINES, file=str(fact.file))

    def _note_found(self, fact: HazardIdentified) -> None:
        firm = str(fact.enterprise)
        if not self.some(STOPPED, enterprise=firm):
            self.put(
                FOUND,
                file=str(fact.file),
                enterprise=firm,
                inspection=str(fact.inspection),
                found_on=fact.deed.on.isoformat(),
                is_major=0,
            )

    def _note_graded(self, fact: HazardGraded) -> None:
        file, firm = str(fact.file), str(fact.enterprise)
        row = self.one(FOUND, file=file)
        if row is None:
            return
        is_major = fact.hazard_level is HazardLevel.MAJOR
        self.mend(FOUND, {"file": file}, is_major=int(is_major))
        if not is_major:
            for each in self.some(FOUND, enterprise=firm):
                if not self._is_reached(firm, str(each["inspection"])):
                    self._end_wait(str(each["file"]), fact, DeadlineState.DROPPED)
            self._end_wait(file, fact, DeadlineState.DROPPED)
        elif self._is_reached(firm, str(row["inspection"])):
            self.start(fact, Limit(COAL, PRODUCING, last_on=fact.deed.on))

    def _is_reached(self, firm: str, visit: str) -> bool:
        """
        Whether a visit is one of enough, at a mine.
        """
        if self.one(MINES, file=firm) is None:
            return False
        rows = self.some(FOUND, enterprise=firm, is_major=1)
        found = {
            str(row["inspection"]): date.fromisoformat(str(row["found_on"]))
            for row in rows
        }
        return mine_reached(found, visit, self._window_ends)

    def _window_ends(self, rule: str, day: date) -> date | None:
        found = self.reckoned(rule, day, pack="")
        return found.day if found else None

    def _end_wait(self, hazard: str, fact: Fact, state: DeadlineState) -> None:
        for row in self.some(RUNNING, file=hazard, rule=COAL, answered=0):
            self.meet(str(row["id"]), fact, state=state)
