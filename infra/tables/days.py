"""
Reading days (日期), in all the ways in which they were seen.
"""

import re
import unicodedata
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Final

from domain.values import OFFICE_ZONE
from infra.tables.lines import Cell
from infra.tables.plain import Say, Unreadable, bare, quoted

#: Stands for a last day that never comes; never a day to count from.
OPEN_END: Final = "open_end"
FIRST_YEAR: Final = 1949
OPEN_FROM_YEAR: Final = 2099
SERIAL_MIN: Final = 35_000
SERIAL_MAX: Final = 60_000

_OPEN_WORDS: Final = frozenset(
    {"长期", "长期有效", "永久", "永久有效", "无固定期限", "无期限", "2099", "9999"}
)
_TIME = re.compile(
    r"(?:[Tt]\s*|\s)(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d+)?)?"
    r"\s*(?P<zone>[Zz]|[+-]\d{2}:?\d{2})?$"
)
_CHINESE_TIME = re.compile(r"\s*\d{1,2}[时点](?:\d{1,2}分)?(?:\d{1,2}秒)?$")
_DAY = re.compile(r"(\d{4})[-/.年,:、_](\d{1,2})[-/.月,:、_](\d{1,2})[日号]?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:\d{6})?")
_MONTH = re.compile(r"(\d{4})(?:[-/.年,](\d{1,2})月?|(0[1-9]|1[0-2]))")
_YEAR = re.compile(r"(?:19|20)\d\d年?")
_SHORT_YEAR = re.compile(r"\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?")
_YEAR_LAST = re.compile(r"\d{1,2}[-/.]\d{1,2}[-/.]\d{4}")
_SERIAL = re.compile(r"\d{5}(?:\.0+)?")
_MILLISECONDS = re.compile(r"\d{13}")
_DIGITS: Final = str.maketrans("〇零○一二三四五六七八九", "000123456789")
_IN_WORDS = re.compile(
    r"([〇零○一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月"
    r"([一二三四五六七八九十]{1,3})日"
)


def read_day(
    cell: Cell, say: Say, *, epoch_year: int = 1900, may_be_open: bool = False
) -> str:
    """
    Read a day.

    Args:
        cell: Not blank.
        say: Takes notes.
        epoch_year: Year from which the file's serial days count, 1900 or 1904.
        may_be_open: Whether this is a last day, which may be open.

    Returns:
        ``YYYY-MM-DD``, or ``open_end``.

    Raises:
        Unreadable: If it is no day, no possible one, or more than one could be meant.
    """
    if isinstance(cell, datetime):
        cell = cell.date()
    if isinstance(cell, date):
        return _in_range(cell.year, cell.month, cell.day, may_be_open=may_be_open)
    text = " ".join(unicodedata.normalize("NFKC", bare(cell)).split())
    if may_be_open and (text.replace(" ", "") in _OPEN_WORDS):
        say("open_end", seen=quoted(text))
        return OPEN_END
    day = _read(text, say, epoch_year)
    found = _in_range(day.year, day.month, day.day, may_be_open=may_be_open)
    if found == OPEN_END:
        say("open_end", seen=quoted(text))
    return found


def partial_day(text: str) -> str:
    """
    Give year and month where only these are known, as ``YYYY-MM``; or nothing.
    """
    found = _MONTH.fullmatch(unicodedata.normalize("NFKC", text).replace(" ", ""))
    if found is None:
        return ""
    month = int(found[2] or found[3])
    return f"{found[1]}-{month:02}" if 1 <= month <= 12 else ""  # noqa: PLR2004


def _read(text: str, say: Say, epoch_year: int) -> date:
    """
    Read a day from its text, width folded and blanks single.
    """
    text = _CHINESE_TIME.sub("", text)
    clock = _TIME.search(text)
    joined = (text[: clock.start()] if clock else text).replace(" ", "")
    found = _DAY.fullmatch(joined) or _COMPACT.fullmatch(joined)
    if found:
        day = _possible(*map(int, found.groups()[:3]))
        return _moved(day, clock, say) if clock and clock["zone"] else day
    if words := _IN_WORDS.fullmatch(joined):
        year = int(words[1].translate(_DIGITS))
        return _possible(year, _counted(words[2]), _counted(words[3]))
    if _MILLISECONDS.fullmatch(joined):
        return _from_milliseconds(int(joined), say)
    if _SERIAL.fullmatch(joined):
        return _from_serial(int(float(joined)), say, epoch_year)
    raise _not_a_day(text, joined)


def _not_a_day(text: str, joined: str) -> Unreadable:
    """
    Say why a text is no day.
    """
    seen = quoted(text)
    if _MONTH.fullmatch(joined) or _YEAR.fullmatch(joined):
        return Unreadable("day_partial", seen=seen)
    if _SHORT_YEAR.fullmatch(joined):
        return Unreadable("day_short_year", seen=seen)
    if _YEAR_LAST.fullmatch(joined):
        return Unreadable("day_order", seen=seen)
    return Unreadable("day_unreadable", seen=seen)


def _possible(year: int, month: int, day: int) -> date:
    """
    Make a day, or say that there is none like it.
    """
    try:
        return date(year, month, day)
    except ValueError:
        seen = f"{year:04}-{month:02}-{day:02}"
        raise Unreadable("day_impossible", seen=seen) from None


def _in_range(year: int, month: int, day: int, *, may_be_open: bool) -> str:
    """
    Write a day, or the open end; nobody decided anything before 1949.
    """
    if may_be_open and year >= OPEN_FROM_YEAR:
        return OPEN_END
    if not FIRST_YEAR <= year <= OPEN_FROM_YEAR:
        raise Unreadable("day_unreadable", seen=f"{year:04}-{month:02}-{day:02}")
    return f"{year:04}-{month:02}-{day:02}"


def _moved(day: date, clock: re.Match[str], say: Say) -> date:
    """
    Move a moment with a zone to the office's own; near midnight the day changes.
    """
    zone = clock["zone"].upper().replace(":", "")
    hours = 0 if zone == "Z" else int(zone[1:3])
    minutes = 0 if zone == "Z" else int(zone[3:])
    offset = timedelta(hours=hours, minutes=minutes)
    if zone.startswith("-"):
        offset = -offset
    try:
        at = time(int(clock["hour"]), int(clock["minute"]), int(clock["second"] or 0))
        moment = datetime.combine(day, at, timezone(offset)).astimezone(OFFICE_ZONE)
    except (ValueError, OverflowError):
        raise Unreadable("day_unreadable", seen=quoted(clock.string)) from None
    return _midnight(moment, say)


def _from_milliseconds(count: int, say: Say) -> date:
    """
    Read milliseconds since 1970, as systems in Java write a day.
    """
    try:
        moment = datetime.fromtimestamp(count / 1000, UTC).astimezone(OFFICE_ZONE)
    except (ValueError, OverflowError, OSError):
        raise Unreadable("day_unreadable", seen=str(count)) from None
    return _midnight(moment, say)


def _midnight(moment: datetime, say: Say) -> date:
    """
    Take the day of a moment; one that is not midnight here was no day to begin with.
    """
    say(
        "day_from_moment" if moment.time() == time() else "day_not_midnight",
        read=f"{moment:%Y-%m-%d %H:%M}",
    )
    return moment.date()


def _from_serial(count: int, say: Say, epoch_year: int) -> date:
    """
    Read a serial day number that is not marked as one.
    """
    if not SERIAL_MIN <= count <= SERIAL_MAX:
        raise Unreadable("day_serial_outside", seen=count)
    start = date(1904, 1, 1) if epoch_year != 1900 else date(1899, 12, 30)  # noqa: PLR2004
    day = start + timedelta(days=count)
    say("day_serial", seen=count, read=day.isoformat())
    return day


def _counted(words: str) -> int:
    """
    Read a month or day in words, up to 三十一.
    """
    tens, mark, ones = words.partition("十")
    if not mark:
        return int(words.translate(_DIGITS)) if len(words) == 1 else 0
    ten = int(tens.translate(_DIGITS)) if tens else 1
    return ten * 10 + (int(ones.translate(_DIGITS)) if ones else 0)
