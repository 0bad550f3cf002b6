"""
A pack's values as a fact keeps them (规则包参数).

A fact keeps every value that was laid down with its basis, so a later change of the
table alters nothing that was decided under it (INV-64).
"""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from domain.law.dated import Confidence
from domain.law.packs import PACKS, Pack, PackStatus
from domain.law.parameters import Setting, Value
from domain.law.rule import Period
from domain.law.silence import LawSilent

_FLAGS = {"yes": True, "no": False}
#: What switches a rule off; never allowed, but said plainly.
SWITCHED_OFF = "none"


@dataclass(frozen=True)
class PackValue:
    """
    One value of a pack (参数取值).

    Args:
        parameter: Id of the parameter or rule.
        value: ``5WD``, ``15D``, ``3M``, ``24H`` for a period, digits for a count,
            ``yes`` or ``no``, one code, or codes with commas between them.
        basis: The provision that it rests on.
        confidence: How well it is known.
        in_force_from: First day; none from the adoption on.
        in_force_until: Last day, inclusive; none while it stands.
        overtaken_by: The provision of higher law that ended it, where one did.
    """

    parameter: str
    value: str
    basis: str
    confidence: Confidence = Confidence.READ
    in_force_from: date | None = None
    in_force_until: date | None = None
    overtaken_by: str = ""


def written(value: Value) -> str:
    """
    Write a value as a fact keeps it.
    """
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Period):
        return value.code
    if isinstance(value, tuple):
        return ",".join(value) + ("," if len(value) == 1 else "")
    return str(value)


@lru_cache(maxsize=1 << 12)
def read(text: str) -> Value | None:
    """
    Read what ``written`` wrote; nothing for a value that switches the rule off.
    """
    if text == SWITCHED_OFF:
        return None
    if text in _FLAGS:
        return _FLAGS[text]
    if text.isascii() and text.isdigit():
        return int(text)
    if "," in text:
        return tuple(word for word in text.split(",") if word)
    try:
        return Period.of_code(text)
    except LawSilent:
        return text


def values_of(pack: Pack) -> tuple[PackValue, ...]:
    """
    List everything that a pack of the table lays down.
    """
    return tuple(
        PackValue(
            parameter,
            written(setting.value),
            setting.basis,
            setting.confidence,
            setting.in_force_from,
            setting.in_force_until,
            setting.overtaken_by,
        )
        for parameter, dated in pack.settings.items()
        for setting in dated
    )


def settings_of(values: tuple[PackValue, ...]) -> dict[str, tuple[Setting, ...]]:
    """
    Give the values as the law reads them, by parameter.
    """
    found: dict[str, tuple[Setting, ...]] = {}
    for each in values:
        value = read(each.value)
        if value is None:
            continue
        setting = Setting(
            value,
            each.basis,
            each.confidence,
            in_force_from=each.in_force_from,
            in_force_until=each.in_force_until,
            overtaken_by=each.overtaken_by,
        )
        found[each.parameter] = (*found.get(each.parameter, ()), setting)
    return found


def pack_of_values(
    code: str, status: PackStatus, values: tuple[PackValue, ...]
) -> Pack:
    """
    Give a pack as the law reads it, with the values of a version of its own.

    Args:
        code: For example ``004``.
        status: What the version is.
        values: What it lays down.
    """
    shipped = PACKS[code]
    return Pack(
        code,
        shipped.zh,
        shipped.en,
        shipped.region,
        status,
        shipped.document,
        settings_of(values),
    )
