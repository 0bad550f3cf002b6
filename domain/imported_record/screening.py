"""
What must not stand in a text that everybody may read (公开前的筛查).
"""

import re
from dataclasses import fields

from domain.codes import holds_resident_id
from domain.folding import narrowed
from domain.law.statutes import SAFETY_LAW
from domain.printed import PenaltyTexts
from domain.values import Personal

#: Mobile numbers, and those of a landline with its area code.
_PHONE = re.compile(r"(?<!\d)(?:1[3-9]\d{9}|0\d{2,3}-?\d{7,8})(?!\d)")


def holds_restricted(text: str) -> bool:
    """
    Whether a text has an identity number or a telephone number in it.

    An identity number counts if its check character and its day of birth are real.
    """
    return any(
        _PHONE.search(written) is not None or holds_resident_id(written)
        for written in (text, narrowed(text))
    )


def restricted_fields(texts: PenaltyTexts) -> tuple[str, ...]:
    """
    Name the texts that cannot be shown as they are.
    """
    return tuple(
        each.name for each in fields(texts) if _is_restricted(getattr(texts, each.name))
    )


def cites_safety_law(legal_basis: Personal | None) -> bool:
    """
    Whether a legal basis as printed names the Work Safety Law.
    """
    return legal_basis is not None and SAFETY_LAW.zh in narrowed(legal_basis.text)


def _is_restricted(value: object) -> bool:
    return isinstance(value, Personal) and holds_restricted(value.text)
