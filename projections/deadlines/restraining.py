"""
Supplies that are cut (停止供电、供应), and when that has to end: at once, when the stop
that was defied is obeyed and its danger removed, as the approval to resume says.
"""

from typing import Final
from uuid import UUID

from domain.base import Fact
from domain.coercive_measure.facts import CoerciveMeasureImposed, MeasureApproved
from domain.coercive_measure.facts_of_keeping import CoerciveMeasureLifted
from domain.law.deadlines import rule_on
from domain.limits import Limit
from domain.suspension_order.facts_of_resuming import ResumptionApproved
from infra.tables_of_rows import Column, Table
from projections.deadlines.agenda import RUNNING
from projections.deadlines.running import Running

LIFT: Final = "CO.power.lift"

#: Which order to stop each cut of a supply rests on, and whether it is in force.
SUPPLY_CUTS = Table(
    "supply_cuts",
    (Column("file"),),
    (Column("stop_order"), Column("is_imposed", "flag")),
    indexes=(("stop_order",),),
    internal=True,
)


class Restraining(Running, listed=False):
    """
    Keeps which supplies are cut because of which order to stop.
    """

    def note_cut(self, fact: Fact) -> None:
        """
        Note a cut from its approval to its end, and that its order was obeyed.

        Source:
            安全生产法 70(2).
        """
        file = str(fact.file)
        match fact:
            case MeasureApproved() if fact.supply_ground is not None:
                stop = str(fact.supply_ground.stop_order)
                self.put(SUPPLY_CUTS, file=file, stop_order=stop, is_imposed=0)
            case CoerciveMeasureImposed():
                self.mend(SUPPLY_CUTS, {"file": file}, is_imposed=1)
            case CoerciveMeasureLifted():
                self.drop(SUPPLY_CUTS, file=file)
                for row in self.some(RUNNING, file=file, rule=LIFT, answered=0):
                    self.meet(str(row["id"]), fact)
            case ResumptionApproved():
                for row in self.some(SUPPLY_CUTS, stop_order=file, is_imposed=1):
                    limit = Limit(LIFT, rule_on(LIFT, fact.deed.on).provision)
                    self.start(fact, limit, file=UUID(str(row["file"])))
