"""
Growth: the same acts and the same page in a small ledger and in a large one.
"""

from collections.abc import Iterator
from functools import cached_property
from itertools import count, cycle
from pathlib import Path
from uuid import UUID

from domain.values import day_of
from infra.questions import ROWS_MAX, Ask, Reader
from services.web.house import House
from tests.bench.measuring import (
    Result,
    Size,
    per_second,
    result_of,
    seconds,
    side_by_side,
)
from tests.bench.office import Office, clock

#: Visits that acts and questions go round.
VISITS_COUNT = 50
#: Answers a round.
PAGES_COUNT = 20


class Grown:
    """
    An office whose ledger and read models hold some facts.
    """

    def __init__(self, home: Path, facts: int) -> None:
        """
        Fill the ledger, and build the read models.
        """
        self.house = House(home, clock=clock())
        self.office = Office(self.house.ledger)
        self.visits = self.office.fill(facts)[-VISITS_COUNT:]
        self.house.catch_up()
        self._turn = cycle(self.visits)
        self._keys = count(1)

    @property
    def reader(self) -> Reader:
        """
        The first officer.
        """
        today = day_of(self.house.ledger.clock.now())
        return self.house.directory.reader(self.office.people["first"], today)

    def acts(self, number: int) -> None:
        """
        Record some findings.
        """
        for _ in range(number):
            key = f"grown-{next(self._keys)}"
            asked = self.office.finding(next(self._turn), key)
            self.house.ledger.perform(asked)

    def kept_up(self) -> float:
        """
        Bring the read models up to act after act; milliseconds for one.
        """
        taken = 0.0
        for _ in range(PAGES_COUNT):
            self.acts(1)
            taken += seconds(self.house.catch_up)
        return taken * 1000 / PAGES_COUNT

    def page(self, question: str, *, cursor: str = "", **terms: UUID | str) -> float:
        """
        Put a question some times; milliseconds for one answer.
        """
        ask, number = Ask(self.reader, cursor=cursor), PAGES_COUNT

        def answer() -> None:
            for _ in range(number):
                assert self.house.ask(question, ask, **terms).rows

        return seconds(answer) * 1000 / number

    def trace(self) -> float:
        """
        Follow the thread of one visit after the other.
        """
        return self.page("trace", thread=next(self._turn))

    def register(self) -> float:
        """
        Show the first page of the register of enterprises.
        """
        return self.page("enterprises")

    @cached_property
    def middle(self) -> str:
        """
        Where the page in the middle of the register begins.
        """
        ask = Ask(self.reader, limit=ROWS_MAX)
        cursors = [page.next for page in self.house.pages("enterprises", ask)]
        first = self.house.ask("enterprises", Ask(self.reader, limit=1)).next
        return cursors[len(cursors) // 2] or first

    def later(self) -> float:
        """
        Show the page in the middle of the register.
        """
        return self.page("enterprises", cursor=self.middle)

    def character(self) -> float:
        """
        Look for one character, which stands in every name.
        """
        return self.page("search", words="厂")

    def search(self) -> float:
        """
        Look for a part of a name.
        """
        return self.page("search", words="第1冶炼")


def cases(home: Path, size: Size) -> Iterator[Result]:
    """
    Measure both ledgers in turns; the small one is the baseline.
    """
    small = Grown(home / "small", size.small)
    large = Grown(home / "large", size.large)
    grown = f"{size.large} facts beside {size.small}"
    try:
        yield result_of(
            "growth: act",
            side_by_side(
                size.rounds,
                lambda: per_second(size.acts, lambda: large.acts(size.acts)),
                lambda: per_second(size.acts, lambda: small.acts(size.acts)),
            ),
            unit="acts/s",
            beside=grown,
        )
        for name, page in (
            ("read models after an act", Grown.kept_up),
            ("trace of a thread", Grown.trace),
            ("register of enterprises", Grown.register),
            ("register, from its middle on", Grown.later),
            ("search for a character of every name", Grown.character),
            ("search for a part of a name", Grown.search),
        ):

            def ask(of: Grown, page: object = page) -> float:
                assert callable(page)
                measured: float = page(of)
                return measured

            yield result_of(
                f"growth: {name}",
                side_by_side(size.rounds, lambda: ask(large), lambda: ask(small)),
                unit="ms",
                beside=grown,
            )
    finally:
        for each in (small, large):
            each.house.close()
