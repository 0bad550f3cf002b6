"""
What an entry of the vocabulary holds.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Term:
    """
    A term (要素): its one label in each language.

    Args:
        name: As in code, for example ``rectify_until``.
        zh: Chinese label.
        en: English label.
        unit: ``fen``, ``days`` and the like; empty for none.
        hint_zh: One sentence of help, Chinese.
        hint_en: The same in English.
        since: First day on which the label is used.
    """

    name: str
    zh: str
    en: str
    unit: str = ""
    hint_zh: str = ""
    hint_en: str = ""
    since: date = date(2026, 1, 1)


@dataclass(frozen=True)
class Wording:
    """
    The sentence of a refusal (不予办理的理由), with blanks in braces.

    Args:
        code: The refusal's stable code.
        zh: What is wrong and what to do, in Chinese.
        en: The same in English.
    """

    code: str
    zh: str
    en: str
