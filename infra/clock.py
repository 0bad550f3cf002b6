"""
The only place that asks the system for the time (时钟).
"""

from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """
    Tells the moment.
    """

    def now(self) -> datetime:
        """
        Give the present moment, aware, UTC.
        """


class SystemClock:
    """
    The machine's clock.
    """

    def now(self) -> datetime:
        """
        Give the present moment, aware, UTC.
        """
        return datetime.now(UTC)


class SetClock:
    """
    A clock that stands where it is put; only a demonstration ledger accepts it (D6).
    """

    def __init__(self, moment: datetime) -> None:
        """
        Put it to an aware moment.
        """
        self.moment = moment

    def now(self) -> datetime:
        """
        Give the moment that it was put to.
        """
        return self.moment
