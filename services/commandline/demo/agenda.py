"""
The agenda (日程): many stories told at once, in the order of their moments.

A story is a generator that yields when it goes on; what it does in between, it does at
the moment to which it was called.
A story whose next moment lies beyond the end is left where it stands: those are the
threads that are alive when the city opens.
"""

import heapq
from collections.abc import Iterator
from datetime import datetime
from itertools import count

from infra.clock import SetClock

#: A story: yields the moments at which it goes on.
Telling = Iterator[datetime]


class Agenda:
    """
    What is still to be told, and the clock that is put to it.
    """

    def __init__(self, clock: SetClock, *, ends_at: datetime) -> None:
        """
        Begin with nothing to tell.

        Args:
            clock: Is put to each moment, never back.
            ends_at: The last moment at which anything is told.
        """
        self.clock = clock
        self.ends_at = ends_at
        self._order = count()
        self._waiting: list[tuple[datetime, int, Telling]] = []

    def add(self, telling: Telling) -> None:
        """
        Take a story up; it is told up to its first moment at once.
        """
        self._put(telling)

    def step(self) -> bool:
        """
        Tell the next piece.

        Returns:
            Whether there was one.
        """
        if not self._waiting:
            return False
        moment, _, telling = heapq.heappop(self._waiting)
        self.clock.moment = max(self.clock.moment, moment)
        self._put(telling)
        return True

    def _put(self, telling: Telling) -> None:
        moment = next(telling, None)
        if moment is not None and moment <= self.ends_at:
            heapq.heappush(self._waiting, (moment, next(self._order), telling))
