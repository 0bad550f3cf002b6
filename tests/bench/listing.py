"""
The black list on any day: as it stands now, and as it was known half-way.
"""

from collections.abc import Iterator
from pathlib import Path

from domain.values import day_of
from infra.questions import Ask
from services.web.house import House
from tests.bench.measuring import Result, Size, result_of, seconds, side_by_side
from tests.bench.office import Office, clock

#: Answers a round.
PAGES_COUNT = 20
#: How many times the facts of the small ledger the one between has.
STEP = 30


class Listed:
    """
    A ledger in which every enterprise was put on the list.
    """

    def __init__(self, home: Path, facts: int) -> None:
        """
        Fill the ledger, and build the read models.
        """
        self.house = House(home, clock=clock())
        self.office = Office(self.house.ledger)
        self.office.fill(facts, self.office.listed)
        self.house.catch_up()

    def page(self, *, half: bool) -> float:
        """
        Show the first page of today's list; milliseconds for one answer.

        Args:
            half: Whether as it was known when half of the facts were recorded.
        """
        today, head = day_of(self.house.ledger.clock.now()), self.house.ledger.recorder
        reader = self.house.directory.reader(self.office.people["first"], today)
        ask = Ask(reader, as_of=today, known_at=head.head // 2 if half else None)

        def answer() -> None:
            for _ in range(PAGES_COUNT):
                assert self.house.ask("black-list", ask).rows

        return seconds(answer) * 1000 / PAGES_COUNT


def sizes(size: Size) -> list[int]:
    """
    Say how many facts the larger ledgers have: the large one, and one between.
    """
    between = size.small * STEP
    return sorted({min(between, size.large), size.large})


def cases(home: Path, size: Size) -> Iterator[Result]:
    """
    Measure each ledger in turns with the small one, which is the baseline.
    """
    small = Listed(home / "small", size.small)
    try:
        for facts in sizes(size):
            large = Listed(home / f"of-{facts}", facts)
            try:
                yield from beside(small, large, size, facts)
            finally:
                large.house.close()
    finally:
        small.house.close()


def beside(small: Listed, large: Listed, size: Size, facts: int) -> Iterator[Result]:
    """
    Measure the list as it is known now, and as it was known half-way.
    """
    for when, half in (("now", False), ("half-way", True)):

        def ask(of: Listed, half: bool = half) -> float:  # noqa: FBT001  bound now
            return of.page(half=half)

        yield result_of(
            f"list of a day, known {when}, {facts} facts",
            side_by_side(size.rounds, lambda: ask(large), lambda: ask(small)),
            unit="ms",
            beside=f"the same list in a ledger of {size.small}",
        )
