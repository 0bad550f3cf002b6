"""
Publicity that ends (公示期满): what is left of a row once its last day is over.

Whoever looks from outside (社会公众) cannot go back to a day before the end by asking
for it; the offices can, to see what stood then.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from domain.base import Audience
from infra.tables_of_rows import Value


@dataclass(frozen=True)
class Lapse:
    """
    A column that names the last day of publicity, and what that day ends.

    Args:
        until: The column; a row without a day does not end.
        remains: Columns that are shown afterwards; none, and the row is gone.
        becomes: How codes of columns that remain read afterwards.
        for_all: Whether it ends for the offices too, or for outsiders alone.
    """

    until: str
    remains: tuple[str, ...] = ()
    becomes: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    for_all: bool = False

    def narrowing(self, audiences: frozenset[Audience]) -> list[str]:
        """
        Write the condition under which a row is there at all.
        """
        is_ended_for = self.for_all or _are_outside(audiences)
        if self.remains or not is_ended_for:
            return []
        return [f"ifnull(\"{self.until}\", '9999') >= :public_day"]

    def shown(self, name: str) -> str:
        """
        Write a column as it is shown, before and after.
        """
        if not self.remains:
            return f'"{name}"'
        after = f'"{name}"' if name in self.remains else "NULL"
        if name in self.becomes:
            codes = self.becomes[name].items()
            cases = " ".join(f"WHEN '{old}' THEN '{new}'" for old, new in codes)
            after = f'CASE "{name}" {cases} ELSE "{name}" END'
        return (
            f'CASE WHEN "{self.until}" < :public_day THEN {after} ELSE "{name}" END '
            f'AS "{name}"'
        )


def public_day(audiences: frozenset[Audience], *, as_of: date, today: date) -> Value:
    """
    Say on which day publicity must last for a row to be shown whole.

    Args:
        audiences: Those of who asks.
        as_of: The day that the answer stands for.
        today: The day on which it is asked.
    """
    day = max(as_of, today) if _are_outside(audiences) else as_of
    return day.isoformat()


def _are_outside(audiences: frozenset[Audience]) -> bool:
    return audiences <= {Audience.PUBLIC}
