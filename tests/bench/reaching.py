"""
Acts that reach further: a guard that reads other files, and a case with many facts.

Each is measured with the files in memory, and in a ledger that was just opened and
reads them all from the disk.
"""

from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path
from uuid import UUID

from infra.requests import Request
from tests.bench.measuring import Result, Size, result_of, seconds, side_by_side
from tests.bench.office import Office, ledger_at

#: Enterprises and cases that acts go round, so that they hardly grow meanwhile.
TURNS_COUNT = 40

Asking = Callable[[], Request]


class Desk:
    """
    An office whose acts are timed one by one; what they need is made outside the time.
    """

    def __init__(self, home: Path) -> None:
        """
        Set the office up.
        """
        self.home = home
        self.office = Office(ledger_at(home))

    def warm(self, count: int, asking: Asking) -> float:
        """
        Do acts on files whose facts are in memory; acts a second.
        """
        asked = [asking() for _ in range(count)]
        return count / sum(
            seconds(lambda each=each: self.office.ledger.perform(each))  # type: ignore[misc]  # bound now
            for each in asked
        )

    def cold(self, count: int, asking: Asking) -> float:
        """
        Do each act in a ledger that was just opened; acts a second.
        """
        return count / sum(self._cold(asking()) for _ in range(count))

    def _cold(self, asked: Request) -> float:
        ledger = ledger_at(self.home)
        try:
            ledger.facts(limit=1)
            return seconds(lambda: ledger.perform(asked))
        finally:
            ledger.close()

    def fined(self, times: int) -> Iterator[UUID]:
        """
        Name by turns enterprises that were each fined so often before.
        """
        office = self.office

        def story(enterprise: UUID) -> UUID:
            for _ in range(times):
                office.ledger.perform(office.fined(enterprise))
            return enterprise

        return cycle(office.several(TURNS_COUNT, story))

    def cases(self, facts: int) -> Iterator[UUID]:
        """
        Name by turns cases that each have at least so many facts.
        """
        office = self.office

        def story(enterprise: UUID) -> UUID:
            case = office.case(enterprise)
            known = office.ledger.read(case)
            assert known
            for _ in range(facts - known.version):
                office.ledger.perform(office.summons(case))
            return case

        return cycle(office.several(TURNS_COUNT, story))


def compared(
    desk: Desk, size: Size, name: str, asking: tuple[Asking, Asking], beside: str
) -> Iterator[Result]:
    """
    Measure acts beside the plainer ones, in memory and loaded.
    """
    far, near = asking
    for how, work, count in (
        ("files in memory", desk.warm, size.acts),
        ("files loaded", desk.cold, size.cold),
    ):

        def case(work: object = work, count: int = count) -> float:
            assert callable(work)
            measured: float = work(count, far)
            return measured

        def baseline(work: object = work, count: int = count) -> float:
            assert callable(work)
            measured: float = work(count, near)
            return measured

        yield result_of(
            f"{name}, {how}",
            side_by_side(size.rounds, case, baseline),
            unit="acts/s",
            beside=beside,
        )


def cases(home: Path, size: Size) -> Iterator[Result]:
    """
    Measure a fine that earlier fines may stand against, then a step in a long case.
    """
    desk = Desk(home)
    office = desk.office
    try:
        often = desk.fined(size.others)
        yield from compared(
            desk,
            size,
            f"guard: a fine, {size.others} penalties read",
            (
                lambda: office.fined(next(often)),
                lambda: office.fined(office.enterprise()),
            ),
            "the same fine on a party without any",
        )
        long, short = desk.cases(size.long), desk.cases(0)
        yield from compared(
            desk,
            size,
            f"case: a step, {size.long} facts before it",
            (lambda: office.summons(next(long)), lambda: office.summons(next(short))),
            "the same step in a case just filed",
        )
    finally:
        office.ledger.close()
