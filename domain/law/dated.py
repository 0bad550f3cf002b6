"""
Values of the law with the day from which each holds (随时间变化的法定数值).
"""

from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Generic, TypeVar

from domain.law.silence import LawSilent
from domain.values import Choice

T = TypeVar("T")


class Confidence(Choice):
    """
    How well a value of the tables is known (可信度).

    What is ``UNSURE`` is shown as 待核 wherever it appears.
    """

    READ = "已核原文", "read in the text itself"
    READ_PARTLY = "已核摘录", "read in a partial or second-hand copy"
    COMPUTED = "推算", "computed"
    REMEMBERED = "凭记忆", "known, text not at hand"
    RECALLED = "凭记忆,待对照", "half-known, text not at hand"
    UNSURE = "待核", "to be verified"


def is_within(day: date, first: date | None, last: date | None) -> bool:
    """
    Whether a day lies in a span of validity, both ends inclusive.

    Args:
        day: The day.
        first: None if it has always held, or since an unknown day.
        last: None while it holds.
    """
    return (first is None or first <= day) and (last is None or day <= last)


@dataclass(frozen=True, slots=True)
class Dated(Generic[T]):
    """
    One value of the law through its amendments (分段生效的数值).

    A step is appended when the law changes; none is ever altered or removed.

    Args:
        cite: The provision, as ``Statute.article`` writes it.
        steps: At least one pair of first day (inclusive) and value, in order of day.
            ``None`` as a value says that the provision was repealed on that day.
        confidence: How well the values are known.
    """

    cite: str
    steps: tuple[tuple[date, T], ...]
    confidence: Confidence = Confidence.READ

    def __post_init__(self) -> None:
        """
        Hold the table to its shape.
        """
        assert self.steps, f"{self.cite}: a dated value has at least one step"
        for (earlier, _), (later, _) in pairwise(self.steps):
            assert earlier < later, f"{self.cite}: steps stand in order of their day"

    @property
    def first_day(self) -> date:
        """
        The first day for which there is a value.
        """
        return self.steps[0][0]

    def on(self, day: date) -> T:
        """
        Give the value in force on a day.

        Raises:
            LawSilent: If the day lies before the first step.
        """
        held = [value for first, value in self.steps if first <= day]
        if not held:
            raise LawSilent(
                "before_first_day",
                f"{self.cite}自{self.first_day}起方有规定,{day}尚无。",
                f"There is no value before {self.first_day}; asked for {day}.",
                under=self.cite,
            )
        return held[-1]
