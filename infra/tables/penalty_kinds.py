"""
Reading kinds of penalty (处罚类别), several of them joined in one cell.

The sign 、 joins kinds and also stands inside their names, so the longest name wins.

Source:
    行政处罚法 (2021) 9; before 2021-07-15 the older list of seven.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from domain.folding import narrowed
from domain.law.penalty_kinds import PenaltyKind

SEPARATOR: Final = ";"
OTHER: Final = PenaltyKind.OLD_OTHER.zh

#: By the codes that the field table of 2018 gives the older kinds.
BY_CODE: Final = {
    "1": PenaltyKind.WARNING,
    "2": PenaltyKind.FINE,
    "3": PenaltyKind.OLD_CONFISCATION,
    "4": PenaltyKind.PRODUCTION_STOPPED,
    "5": PenaltyKind.OLD_LICENCE,
    "6": PenaltyKind.DETENTION,
    "9": PenaltyKind.OLD_OTHER,
}
#: Other spellings, and what they stand for.
_SPELLINGS: Final = {
    "没收违法所得和非法财物": PenaltyKind.OLD_CONFISCATION,
    "没收违法所得及非法财物": PenaltyKind.OLD_CONFISCATION,
    "暂扣或吊销许可证、暂扣或吊销执照": PenaltyKind.OLD_LICENCE,
    "暂扣或者吊销许可证、执照": PenaltyKind.OLD_LICENCE,
    "暂扣或吊销许可证": PenaltyKind.OLD_LICENCE,
    "暂扣或者吊销许可证": PenaltyKind.OLD_LICENCE,
    "暂扣或者吊销执照": PenaltyKind.OLD_LICENCE,
    "暂扣许可证": PenaltyKind.LICENCE_SUSPENDED,
    "吊销许可证": PenaltyKind.LICENCE_REVOKED,
    "法律、行政法规规定的其他行政处罚": PenaltyKind.OTHER,
    "其它": PenaltyKind.OLD_OTHER,
}
_NAMES: Final = {
    **{kind.zh: kind.zh for kind in PenaltyKind},
    **{spelling: kind.zh for spelling, kind in _SPELLINGS.items()},
}
_LONGEST_FIRST: Final = tuple(sorted(_NAMES, key=len, reverse=True))
_JOINTS: Final = ";,、/|+和及与并"
_CODES = re.compile(r"[1-69](?:[;,、/][1-69])*")
_OTHER_NAMED = re.compile(r"其[他它][-—:(](?P<what>[^;,、()]*)\)?")
_NO_PENALTY = re.compile(r"(?:其[他它]-)?(?:不予|免[于予除])(?:行政)?处罚")
_STEM_LENGTH_MIN: Final = 3
_KEPT_LENGTH_MAX: Final = 80


@dataclass(frozen=True, slots=True)
class Kinds:
    """
    The kinds of penalty that a cell names.

    Args:
        names: Each once, in the order of the cell; unknown words as they stand.
        unknown: Those that no list has.
        cut: The unknown last one, if it is the beginning of a known name.
    """

    names: tuple[str, ...]
    unknown: tuple[str, ...] = ()
    cut: str = ""

    @property
    def text(self) -> str:
        """
        All of them in one string.
        """
        return SEPARATOR.join(self.names)

    def holds(self, *stems: str) -> bool:
        """
        Say whether one of the kinds has one of these words in it.
        """
        return any(stem in name for name in self.names for stem in stems)

    @property
    def is_no_penalty(self) -> bool:
        """
        Whether all that is named is that there was no penalty (不予处罚).
        """
        return bool(self.names) and all(map(_NO_PENALTY.fullmatch, self.names))


def read_kinds(text: str) -> Kinds:
    """
    Take a cell of kinds apart.
    """
    plain = narrowed(text)
    is_short = len(plain) <= _KEPT_LENGTH_MAX
    found = _kept_apart(plain) if is_short else _taken_apart(plain)
    if found.unknown and len(text.split()) > 1:
        by_blanks = _taken_apart(narrowed(SEPARATOR.join(text.split())))
        return by_blanks if len(by_blanks.unknown) < len(found.unknown) else found
    return found


@lru_cache(1 << 10)
def _kept_apart(plain: str) -> Kinds:
    """
    Take a short text apart once: most rows of a file have one of a few.
    """
    return _taken_apart(plain)


def _taken_apart(plain: str) -> Kinds:
    """
    Take a text without blanks apart.
    """
    text = plain
    if _CODES.fullmatch(plain):
        codes = re.findall(r"\d", plain)
        return Kinds(tuple(dict.fromkeys(BY_CODE[code].zh for code in codes)))
    names: dict[str, None] = {}
    unknown: list[str] = []
    while plain := plain.lstrip(_JOINTS):
        name, length = _next(plain)
        is_named_other = name.startswith(f"{OTHER}-") or _NO_PENALTY.fullmatch(name)
        if name not in _NAMES.values() and not is_named_other:
            unknown.append(name)
        names[name] = None
        plain = plain[length:]
    cut = unknown[-1] if unknown and _is_cut(unknown[-1], text) else ""
    return Kinds(tuple(names), tuple(unknown), cut)


def _next(text: str) -> tuple[str, int]:
    """
    Give the first kind of a text, and how far it reaches.
    """
    if named := _OTHER_NAMED.match(text):
        return f"{OTHER}-{named['what']}", named.end()
    for spelling in _LONGEST_FIRST:
        end = len(spelling)
        if text.startswith(spelling) and (len(text) == end or text[end] in _JOINTS):
            return _NAMES[spelling], end
    end = next((n for n, sign in enumerate(text) if sign in ";,、/|"), len(text))
    return text[:end], end


def _is_cut(word: str, text: str) -> bool:
    """
    Say whether the last word is the beginning of a name that a system cut off.
    """
    if len(word) < _STEM_LENGTH_MIN or not text.endswith(word):
        return False
    tails = (text[-n:] for n in range(len(word), len(text) + 1))
    return any(
        name.startswith(tail) and name != tail for tail in tails for name in _NAMES
    )
