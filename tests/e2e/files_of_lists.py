"""
Files of draws and lists that each bureau of the region has.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from uuid import UUID

from domain.random_draw.lots import commitment_of


@dataclass(frozen=True)
class Bureau:
    """
    A bureau whose files are opened.

    Args:
        place: Its place.
        officers: Two of its officers.
        enterprise: An enterprise that it leads.
        opened: Does an act that opens a file, and names the file.
    """

    place: str
    officers: tuple[UUID, UUID]
    enterprise: UUID
    opened: Callable[..., UUID]

    def files(self) -> Iterator[tuple[str, UUID]]:
        """
        Open a file of each of these kinds.
        """
        draw = self.opened(
            "commit-random-draw",
            by=f"clerk@{self.place}",
            name=f"{self.place}双随机抽查",
            enterprise_pool=(self.enterprise,),
            officer_pool=self.officers,
            visits_count=1,
            officers_each_count=2,
            seed_commitment=commitment_of(self.place),
        )
        yield "random-draw", draw
