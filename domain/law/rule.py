"""
What a period of the law is made of (期限的构成).
"""

import re
from dataclasses import KW_ONLY, dataclass
from datetime import date
from typing import Final, Self

from domain.law.dated import Confidence, is_within
from domain.law.silence import LawSilent
from domain.values import Choice

HOURS_IN_A_DAY: Final = 24
MONTHS_IN_A_YEAR: Final = 12
#: No month is shorter.
DAYS_IN_A_MONTH_MIN: Final = 28


class Unit(Choice):
    """
    What a period is counted in (期限单位).
    """

    WORKING_DAY = "个工作日", "working days"
    DAY = "日", "days"
    MONTH = "个月", "months"
    YEAR = "年", "years"
    HOUR = "小时", "hours"


#: How a unit is written in the short form of a period.
UNIT_CODES: Final = {
    Unit.WORKING_DAY: "WD",
    Unit.DAY: "D",
    Unit.MONTH: "M",
    Unit.YEAR: "Y",
    Unit.HOUR: "H",
}


class Open(Choice):
    """
    Why a rule states no number (未定期限的情形).
    """

    NONE = "该条不涉及期限", "it is no matter of time"
    PROMPT = "法律只规定“及时”或者“立即”,没有天数", "the law says at once, no number"
    SET = "期限由该行为自身或者规则包确定", "the act itself or the rule pack sets it"


class Ends(Choice):
    """
    What the end of a period means (期满的意义).
    """

    LIMIT = "最迟", "the act is in time up to and including this day"
    EARLIEST = "最早", "the act is lawful only after this day"
    TERM = "届满", "what was running runs out on this day"


class PackMay(Choice):
    """
    What the rule pack of a place may do with a rule or parameter (规则包权限).
    """

    NOTHING = "不得变更", "fixed by national law"
    SHORTEN = "只可缩短", "may only be shortened"
    ADD = "只可增加", "may only be added to"
    SET = "可以设定", "left to the place"


@dataclass(frozen=True, slots=True)
class Period:
    """
    A length of time in one unit (期间).

    Args:
        length: How many; negative where it is counted back from its start.
        unit: Of what.
    """

    length: int
    unit: Unit

    @property
    def code(self) -> str:
        """
        The short form: ``5WD``, ``15D``, ``3M``, ``2Y``, ``24H``.
        """
        return f"{self.length}{UNIT_CODES[self.unit]}"

    @classmethod
    def of_code(cls, code: str) -> Self:
        """
        Read the short form.

        Raises:
            LawSilent: If it is none.
        """
        found = re.fullmatch(r"(-?[1-9]\d{0,3}|0)(WD|[DMYH])", code)
        if not found:
            raise LawSilent(
                "no_such_period",
                f"“{code}”不是期间,应写作如 5WD、15D、3M、2Y、24H。",
                f"“{code}” is no period; write 5WD, 15D, 3M, 2Y or 24H.",
            )
        units = {short: unit for unit, short in UNIT_CODES.items()}
        return cls(int(found[1]), units[found[2]])

    @property
    def zh(self) -> str:
        """
        In Chinese: ``5个工作日``.
        """
        return f"{self.length}{self.unit.zh}"

    @property
    def en(self) -> str:
        """
        In English: ``5 working days``.
        """
        name = self.unit.en.removesuffix("s") if abs(self.length) == 1 else self.unit.en
        return f"{self.length} {name}"

    def surely_within(self, other: Self) -> bool:
        """
        Whether this period never ends later than another from the same start.

        Doubtful pairs, such as 20 calendar days beside 15 working days, are not within.
        """
        mine, unit = self._months_for_years()
        theirs, limit = other._months_for_years()
        if unit is limit:
            return mine <= theirs
        if (unit, limit) == (Unit.DAY, Unit.WORKING_DAY):
            return mine <= theirs
        if unit is Unit.HOUR and limit in (Unit.DAY, Unit.WORKING_DAY):
            return mine <= theirs * HOURS_IN_A_DAY
        if (unit, limit) == (Unit.DAY, Unit.MONTH):
            return mine <= theirs * DAYS_IN_A_MONTH_MIN
        return False

    def _months_for_years(self) -> tuple[int, Unit]:
        if self.unit is Unit.YEAR:
            return self.length * MONTHS_IN_A_YEAR, Unit.MONTH
        return self.length, self.unit


def working_days(length: int) -> Period:
    """
    So many working days (工作日).
    """
    return Period(length, Unit.WORKING_DAY)


def days(length: int) -> Period:
    """
    So many calendar days (自然日).
    """
    return Period(length, Unit.DAY)


def months(length: int) -> Period:
    """
    So many months (月).
    """
    return Period(length, Unit.MONTH)


def years(length: int) -> Period:
    """
    So many years (年).
    """
    return Period(length, Unit.YEAR)


def hours(length: int) -> Period:
    """
    So many hours, nights and holidays included (小时).
    """
    return Period(length, Unit.HOUR)


@dataclass(frozen=True, slots=True)
class Rule:
    """
    One row of the table of deadlines (期限规则).

    Args:
        id: Its name, for example ``PN.pay``; several rows of one id differ by date.
        zh: Chinese title.
        en: English title.
        period: How long, or why there is no number.
        provision: On which provision it stands.
        start_facts: From which of these it runs: a fact, a field of a fact
            (``Fact.field``), or another rule, meaning that rule's due day.
        rolls: Whether a last day that is a rest day moves to the next working day.
        ends: What the end of the period means.
        suspended_by: Facts that stop the clock.
        discharged_by: Facts that answer it; for ``Ends.EARLIEST`` the act in question.
        in_force_from: First day, inclusive; none if unknown, or set by the pack.
        in_force_until: Last day, inclusive; none while it stands.
        pack_may_change: What the rule pack of a place may do with it.
        confidence: How well it is known.
    """

    id: str
    zh: str
    en: str
    _: KW_ONLY
    period: Period | Open
    provision: str
    start_facts: tuple[str, ...] = ()
    rolls: bool = False
    ends: Ends = Ends.LIMIT
    suspended_by: tuple[str, ...] = ()
    discharged_by: tuple[str, ...] = ()
    in_force_from: date | None = None
    in_force_until: date | None = None
    pack_may_change: PackMay = PackMay.NOTHING
    confidence: Confidence = Confidence.READ

    def stands_on(self, day: date) -> bool:
        """
        Whether the rule is in force on a day.
        """
        return is_within(day, self.in_force_from, self.in_force_until)
