"""
Until when performance has to be demanded (催告书最迟送达日): counted back from the last
day on which the court can be asked, so that ten working days still lie before it.
"""

from typing import Final
from uuid import UUID

from domain.base import Fact
from domain.limits import Limit, limit_of
from domain.penalty.facts import PenaltyServiceSetAside
from domain.penalty.facts_of_execution import PerformanceDemanded
from domain.procedures.dropping_periods import WINDOWS
from infra.tables_of_rows import Column, Table
from projections.deadlines.agenda import RUNNING
from projections.deadlines.running import Running

LATEST: Final = "CO.court.urge.latest"

#: The penalties whose performance was demanded.
DEMANDED = Table("demanded_penalties", (Column("file"),), (), internal=True)


class Urging(Running, listed=False):
    """
    Keeps whose performance was demanded, and until when that has to be done.
    """

    def note_demand(self, fact: Fact) -> None:
        """
        Note a demand, which stands also where the court can be asked until another day
        later; without a service of the decision there was none.
        """
        if isinstance(fact, PerformanceDemanded):
            self.put(DEMANDED, file=str(fact.file))
        elif isinstance(fact, PenaltyServiceSetAside):
            self.drop(DEMANDED, file=str(fact.file))

    def count_back(self, fact: Fact, key: str, limit: Limit) -> None:
        """
        Start the time to demand performance, where the court can be asked from now on.

        Args:
            fact: What began the time to ask the court.
            key: That time.
            limit: Until when it runs.

        Source:
            行政强制法 53, 54.
        """
        window = self.one(RUNNING, id=key) if limit.rule in WINDOWS else None
        if window is None or self.one(DEMANDED, file=str(window["file"])):
            return
        found = self.reckoned(LATEST, limit.ends_on, pack=fact.deed.pack)
        if found is not None:
            file = UUID(str(window["file"]))
            told = limit_of(found)
            self.start(fact, told, counted_from=limit.ends_on, file=file)
