"""
One shape for comparing what people type (归一比较).

What is folded is compared, never stored and never printed: a name, a number and a
code keep the characters in which they were issued.
"""

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache, wraps

_INVISIBLE = re.compile("[\ufeff\u200b-\u200f\u2060\u00ad\u202a-\u202e]")
_BLANKS = re.compile(r"\s+")
_BRACKETS = str.maketrans("[]{}【】〔〕〖〗<>〈〉《》「」", "()" * 9)
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−─﹣", "-"))
_MASKS = ("某", "*", "×", "✱", "∗", "﹡")
_HAN = "\u3400-\u9fff\U00020000-\U0003ffff〇"
_HAN_BLANK = re.compile(rf"(?<=[{_HAN}（）()])[ ]+(?=[{_HAN}（）()])")


#: Texts up to this length are folded once while they come again and again.
_KEPT_LENGTH_MAX = 80
_KEPT_COUNT_MAX = 1 << 12


def _kept(fold: Callable[[str], str]) -> Callable[[str], str]:
    """
    Keep what short texts are folded to: one row asks for the same ones many times.
    """
    short = lru_cache(_KEPT_COUNT_MAX)(fold)

    @wraps(fold)
    def folding(text: str) -> str:
        return short(text) if len(text) <= _KEPT_LENGTH_MAX else fold(text)

    return folding


def without_invisible(text: str) -> str:
    """
    Drop the characters that no eye sees: byte order marks, joiners, soft hyphens.
    """
    return text if text.isascii() else _INVISIBLE.sub("", text)


@_kept
def narrowed(text: str) -> str:
    """
    Give digits, letters and punctuation their half width, and drop all blanks.

    This suits codes, amounts and days, in which no blank has a meaning.
    """
    if not text.isascii():
        text = unicodedata.normalize("NFKC", _INVISIBLE.sub("", text))
    return _BLANKS.sub("", text)


@_kept
def folded(text: str) -> str:
    """
    Fold width, brackets, dashes, blanks and the case of letters.
    """
    plain = narrowed(text)
    if not plain.isascii():
        plain = plain.translate(_DASHES)
    return plain.translate(_BRACKETS).casefold()


@_kept
def folded_code(text: str) -> str:
    """
    Fold a code (证照代码): half width, capitals, no blanks and no hyphens.
    """
    return narrowed(text).translate(_DASHES).replace("-", "").upper()


@_kept
def tidied_name(text: str) -> str:
    """
    Tidy a name for storing: trimmed, and without blanks between Chinese characters.

    Width and brackets stay as issued; two registers may differ in them.
    """
    spaced = _BLANKS.sub(" ", without_invisible(text)).strip()
    return _HAN_BLANK.sub("", spaced)


def is_masked(text: str) -> bool:
    """
    Say whether a part of the name or number is hidden (脱敏), as in 某加油站.

    A masked text stands for nobody in particular: it equals nothing, not even itself.
    """
    plain = unicodedata.normalize("NFKC", text)
    return any(mark in plain for mark in _MASKS)


def same_name(one: str, other: str) -> bool:
    """
    Say whether two printed names are one name (名称相同); masked ones never are.
    """
    if is_masked(one) or is_masked(other):
        return False
    return folded(one) == folded(other) != ""
