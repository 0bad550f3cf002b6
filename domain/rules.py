"""
The rules of a place on a day (当日当地规则): its pack over national law.
"""

from dataclasses import dataclass
from datetime import date

from domain.law.packs import (
    Pack,
    pack_value,
    period_of,
    word_of,
    words_of,
)
from domain.law.parameters import Value
from domain.law.rule import Period
from domain.law.silence import LawSilent


@dataclass(frozen=True, slots=True)
class Rules:
    """
    What holds where and when an act is done (当日当地规则).

    Every question names a parameter by its id, and raises ``LawSilent`` where there is
    none, nobody has set it, or higher law has overtaken it.

    Args:
        pack: The pack that the place has adopted; none where national law stands alone.
        on: The legal day of the act.
    """

    pack: Pack | None
    on: date

    def value(self, parameter: str) -> Value:
        """
        Give a value of whatever kind.
        """
        return pack_value(self.pack, parameter, on=self.on).value

    def find(self, parameter: str) -> Value | None:
        """
        Give a value, or nothing where the law leaves it open and nobody has set it.
        """
        try:
            return self.value(parameter)
        except LawSilent as silent:
            if silent.code == "left_open":
                return None
            raise

    def period(self, parameter: str) -> Period:
        """
        Give a period.
        """
        return period_of(self.pack, parameter, on=self.on)

    def word(self, parameter: str) -> str:
        """
        Give one code.
        """
        return word_of(self.pack, parameter, on=self.on)

    def words(self, parameter: str) -> tuple[str, ...]:
        """
        Give a list of codes.
        """
        return words_of(self.pack, parameter, on=self.on)
