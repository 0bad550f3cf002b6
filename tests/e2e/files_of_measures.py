"""
Files of measures, suspensions, closures, remedies and experts, for whoever asks about
every file that an act can be done on.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from uuid import UUID

from domain.procedures.grounds_of_measures import RestsOn
from domain.remedy.choices import Challenged
from domain.values import Personal, Upload


@dataclass
class Yard:
    """
    A bureau that orders, asks and is challenged.

    Args:
        place: Its place, by which its people are named.
        enterprise: A firm of the place.
        government: A government.
        opened: Does an act and gives the file that it opened.
        paper: A paper that shows something.
    """

    place: str
    enterprise: UUID
    government: UUID
    opened: Callable[..., UUID]
    paper: Upload

    def files(self) -> Iterator[tuple[str, UUID]]:
        """
        Open a file of each of these kinds.
        """
        clerk = f"clerk@{self.place}"
        stop = RestsOn(self.enterprise, f"{self.place}汛期紧急情况")
        yield (
            "coercive-measure",
            self.opened(
                "order-emergency-stop",
                by=f"officer@{self.place}",
                officers=(f"second@{self.place}",),
                rests_on=stop,
                place=f"{self.place}尾矿库",
                orally=True,
                warning="暴雨红色预警",
            ),
        )
        spared = self.opened(
            "decide-suspension-not-required",
            by=f"head@{self.place}",
            enterprise=self.enterprise,
            reason=f"{self.place}隐患区域已隔离",
        )
        yield "suspension-order", spared
        yield from self._elsewhere(clerk, spared)

    def _elsewhere(self, clerk: str, spared: UUID) -> Iterator[tuple[str, UUID]]:
        """
        Open what a clerk takes in: a review, a ban, an expert.
        """
        yield (
            "remedy",
            self.opened(
                "record-review-application",
                by=clerk,
                challenged=spared,
                challenged_act=Challenged.SUSPENSION,
                through_us=True,
                enterprise=self.enterprise,
            ),
        )
        yield (
            "closure",
            self.opened(
                "record-ban-of-site",
                by=clerk,
                place=f"{self.place}仓库",
                description="非法储存汽油",
                government=self.government,
                decision_paper=self.paper,
            ),
        )
        yield (
            "expert",
            self.opened(
                "enrol-expert",
                by=clerk,
                name=Personal("演示乙"),
                expert_field="化工",
                employer_name=f"{self.place}化工院",
            ),
        )
