"""
In which language pages are read (阅读语言): both side by side, until a reader chooses
one.

The choice lies in a cookie of its own, for all desks, and holds for whatever a request
renders.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from enum import Enum

from markupsafe import Markup, escape


class Reading(Enum):
    """
    What a reader chose.
    """

    BOTH = "both"
    ZH = "zh"
    EN = "en"


#: The cookie that keeps the choice, and for how many seconds.
COOKIE = "shilu_language"
COOKIE_SECONDS = 365 * 24 * 3600


@dataclass(frozen=True)
class Here:
    """
    What a page is rendered for.

    Args:
        reading: In which language.
        address: Where one comes back to; empty where that would lose something typed.
    """

    reading: Reading = Reading.BOTH
    address: str = ""


_HERE: ContextVar[Here] = ContextVar("here")


def here() -> Here:
    """
    Say what is rendered for, in this request.
    """
    return _HERE.get(Here())


def reading_of(text: str) -> Reading:
    """
    Read a choice; both languages for what is none.
    """
    return next((each for each in Reading if each.value == text), Reading.BOTH)


@contextmanager
def rendered_for(
    method: str, address: str, cookies: Mapping[str, str]
) -> Iterator[None]:
    """
    Keep, while a request is served, in which language its reader reads.

    Args:
        method: Of the request.
        address: Its path and query.
        cookies: Its cookies.
    """
    reading = reading_of(cookies.get(COOKIE, ""))
    token = _HERE.set(Here(reading, address if method == "GET" else ""))
    try:
        yield
    finally:
        _HERE.reset(token)


def shown(zh: str, en: str) -> str:
    """
    Write both languages, or the one that is read, without markup.
    """
    match here().reading:
        case Reading.ZH:
            return zh
        case Reading.EN:
            return en or zh
    return f"{zh} {en}".strip()


def one_of(zh: str, en: str) -> str:
    """
    Write one language: English only where that alone is read.
    """
    return en if en and here().reading is Reading.EN else zh


def two(
    zh: str, en: str, *, quiet: bool = False, between: str = " ", line: bool = False
) -> Markup:
    """
    Write both languages, or the one that is read, as a page shows them.

    Args:
        zh: Chinese.
        en: English.
        quiet: Whether the English stands back behind the Chinese.
        between: What stands between them.
        line: Whether each has a line of its own.
    """
    match here().reading:
        case Reading.ZH:
            return escape(zh)
        case Reading.EN:
            return escape(en or zh)
    style = Markup(' class="en"') if quiet else Markup("")
    english = Markup('<span{} lang="en">{}</span>').format(style, en) if en else ""
    apart = Markup("<br>") if line else escape(between)
    return escape(zh) + (apart + english if english else "")
