"""
Taking the wrapping off a cell (单元格清理): what spreadsheets and systems add to it.
"""

import re
from functools import lru_cache
from typing import Final, Protocol

from domain.codes import masked_resident_id, without_resident_ids
from domain.folding import narrowed, without_invisible
from infra.tables.lines import Cell, printed

_QUOTED_LENGTH_MAX: Final = 40
#: Shorter texts are kept with what is read from them.
_KEPT_LENGTH_MAX: Final = 80
#: No mark of absence is longer.
_MARK_LENGTH_MAX: Final = 24
_KEPT_AS_TEXT = re.compile(r'="(.*)"', re.DOTALL)
_CARRIAGE_RETURN = re.compile(r"_x000[dD]_|\r")
#: Written for "there is none"; 0 is not among them, an absent amount is not zero.
_ABSENT: Final = frozenset(
    {"无", "空", "暂无", "未填", "未填写", "无数据", "null", "none", "nan", "n/a"}
)
_ABSENT_MARK = re.compile(r"[-—–―─_/\\|.。]+|0000[-/.]00[-/.]00(?:00:00:00(?:\.0+)?)?")
_CELL_ERROR = re.compile(r"#(?:N/A|REF!|VALUE!|NAME\?|DIV/0!|NULL!|NUM!)|#{4,}")
_SCIENTIFIC = re.compile(r"\d(?:\.\d+)?[eE]\+?\d{1,3}")
_LIKE_IDENTITY = re.compile(
    r"[0-9]{6}(?:18|19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:[0-2][0-9]|3[01])[0-9]{3}[0-9Xx]"
)

REPLACEMENT: Final = "\ufffd"


class Unreadable(ValueError):
    """
    A cell cannot be read by its rule.

    Args:
        code: The note that says why.
        params: What fills the note's sentence.
    """

    def __init__(self, code: str, **params: object) -> None:
        """
        Name the reason.
        """
        super().__init__(code)
        self.code = code
        self.params = params


class Say(Protocol):
    """
    Takes down a note about the cell that is being read.
    """

    def __call__(self, code: str, **params: object) -> None:
        """
        Note it.
        """


def bare(cell: Cell) -> str:
    """
    Give the text of a cell without invisible characters, wrapping and outer blanks.
    """
    if not isinstance(cell, str):
        return _bared(printed(cell))
    return _bared(cell) if len(cell) <= _KEPT_LENGTH_MAX else _bared.__wrapped__(cell)


@lru_cache(1 << 12)
def _bared(text: str) -> str:
    """
    Take the wrapping off a text; the rules of a row ask for the same cells in turn.
    """
    if text.isalnum():
        return text
    text = without_invisible(text)
    if "_x000" in text or "\r" in text:
        text = _CARRIAGE_RETURN.sub("", text)
    text = text.strip()
    if text.startswith("="):
        wrapped = _KEPT_AS_TEXT.fullmatch(text)
        text = wrapped[1].replace('""', '"').strip() if wrapped else text
    return text[1:].strip() if text.startswith("'") else text


def is_absent(text: str) -> bool:
    """
    Say whether a text stands for nothing, as ``--`` and 暂无 do.
    """
    if not text:
        return True
    return len(text) <= _MARK_LENGTH_MAX and _marks_absence(text)


@lru_cache(1 << 12)
def _marks_absence(text: str) -> bool:
    plain = narrowed(text).lower()
    return not plain or plain in _ABSENT or bool(_ABSENT_MARK.fullmatch(plain))


def must_be_whole(text: str) -> None:
    """
    Refuse a text that was damaged before it came here.

    Raises:
        Unreadable: If characters were replaced, or a formula failed in the cell.
    """
    if REPLACEMENT in text:
        raise Unreadable("replaced_characters", seen=quoted(text))
    if "#" in text and _CELL_ERROR.fullmatch(text):
        raise Unreadable("cell_error", seen=text)


def is_scientific(text: str) -> bool:
    """
    Say whether a number was turned into scientific form, as in ``9.11101E+17``.
    """
    return bool(_SCIENTIFIC.fullmatch(narrowed(text)))


def quoted(text: str) -> str:
    """
    Quote a text in a message: shortened, and never with a whole identity number.
    """
    hidden = _LIKE_IDENTITY.sub(
        lambda found: masked_resident_id(found[0]), without_resident_ids(text)
    )
    flat = " ".join(hidden.split())
    if len(flat) > _QUOTED_LENGTH_MAX:
        return flat[:_QUOTED_LENGTH_MAX] + "…"
    return flat
