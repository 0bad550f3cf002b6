"""
What the rule pack of a place may not do (规则包审查), asked before it is published.

A place sets what national law leaves open, and may shorten its own limits.
It may not touch the periods of a referral, lengthen or switch off a period, move a
statutory fine range, or leave unsaid a period that the law expects of it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from domain.law.deadlines import RULE_IDS, rules_of
from domain.law.packs import PARAMETER_OF
from domain.law.parameters import PARAMETERS, Kind, Value, is_of_kind
from domain.law.rule import Open, PackMay, Period

#: How rules and parameters begin by which a suspected crime reaches the police.
REFERRAL: Final = ("RF.", "referral.")


@dataclass(frozen=True, slots=True)
class PackFault:
    """
    What a pack does and may not do (规则包违法之处).

    Args:
        code: Stable, lower case.
        zh: What is wrong, in Chinese.
        en: The same in English.
        under: The provision that forbids it; empty for what no law knows.
        parameter: The parameter or rule concerned.
    """

    code: str
    zh: str
    en: str
    under: str
    parameter: str


@dataclass(frozen=True, slots=True)
class _Settable:
    """
    What may be set under one key: a parameter, a rule of the deadlines, or both.

    Args:
        kind: Type of the value; none if the table of deadlines says nothing of it.
        limit: The nation's period, which a shorter one may replace.
        words: The nation's list, which a longer one may replace.
        choices: The only codes allowed; empty if any are.
    """

    key: str
    zh: str
    en: str
    under: str
    may: PackMay
    kind: Kind | None
    limit: Period | None = None
    words: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()


def check_pack(values: Mapping[str, Value | None]) -> list[PackFault]:
    """
    List what a pack may not do: the first fault of each value, then what is missing.

    The codes are ``unknown_parameter``; ``referral_fixed`` and ``fixed_by_law`` for
    what no place may touch; ``referral_switched_off`` and ``switched_off`` for a value
    of none; ``wrong_kind`` and ``unknown_word`` for a value that cannot be meant;
    ``lengthens`` for a period that is not surely as short as the nation's;
    ``drops_national`` for a list that lacks a national entry; ``missing`` for a period
    that the law expects the place to set.

    Args:
        values: What the pack sets, by parameter or rule id; none switches it off.
            Values that ended before the day of publication are history and left out.
    """
    faults = [fault for key, value in values.items() for fault in _faults(key, value)]
    lacking = [p for p in PARAMETERS if p.required and p.id not in values]
    return [
        *faults,
        *(
            PackFault(
                "missing",
                f"规则包未设定:{p.zh}。",
                f"The pack does not set: {p.en}.",
                p.under,
                p.id,
            )
            for p in lacking
        ),
    ]


def _settable(key: str) -> _Settable | None:
    parameter = PARAMETER_OF.get(key)
    rule = rules_of(key)[-1] if key in RULE_IDS else None
    if parameter:
        national = parameter.national[-1].value if parameter.national else None
        return _Settable(
            key,
            parameter.zh,
            parameter.en,
            parameter.under,
            parameter.may,
            parameter.kind,
            limit=national if isinstance(national, Period) else None,
            words=national if isinstance(national, tuple) else (),
            choices=parameter.choices,
        )
    if rule:
        kind = None if rule.period is Open.NONE else Kind.PERIOD
        limit = rule.period if isinstance(rule.period, Period) else None
        may = rule.pack_may_change
        return _Settable(key, rule.zh, rule.en, rule.provision, may, kind, limit=limit)
    return None


def _faults(key: str, value: Value | None) -> Iterator[PackFault]:
    """
    Examine one value: is it known, may it be touched, is it of the kind, how far.
    """
    meant = _settable(key)
    if meant is None:
        yield PackFault(
            "unknown_parameter",
            f"没有名为“{key}”的参数或者期限规则。",
            f"There is no parameter or rule “{key}”.",
            "",
            key,
        )
        return
    found = _touches(meant, value) or _misshapen(meant, value) or _exceeds(meant, value)
    if found:
        code, zh, en = found
        yield PackFault(
            code, f"{meant.zh}:{zh}。", f"{meant.en}: {en}.", meant.under, key
        )


def _touches(meant: _Settable, value: Value | None) -> tuple[str, str, str] | None:
    referral = meant.key.startswith(REFERRAL)
    if meant.may is PackMay.NOTHING:
        code = "referral_fixed" if referral else "fixed_by_law"
        return code, "规则包不得变更", "no pack may change it"
    if value is None:
        code = "referral_switched_off" if referral else "switched_off"
        return code, "规则包不得取消", "no pack may switch it off"
    return None


def _misshapen(meant: _Settable, value: Value | None) -> tuple[str, str, str] | None:
    if meant.kind and (value is None or not is_of_kind(value, meant.kind)):
        return "wrong_kind", f"取值应为{meant.kind.zh}", f"it takes {meant.kind.en}"
    given = value if isinstance(value, tuple) else (value,)
    strange = [str(word) for word in given if word not in meant.choices]
    if meant.choices and strange:
        known = ", ".join(meant.choices)
        odd = ", ".join(strange)
        return "unknown_word", f"没有{odd},只有{known}", f"{odd} is none of {known}"
    return None


def _exceeds(meant: _Settable, value: Value | None) -> tuple[str, str, str] | None:
    limit = meant.limit if meant.may is PackMay.SHORTEN else None
    if limit and isinstance(value, Period) and not value.surely_within(limit):
        return (
            "lengthens",
            f"{value.zh}可能长于法定的{limit.zh},只可缩短",
            f"{value.en} may be longer than the lawful {limit.en}",
        )
    if meant.may is PackMay.ADD and isinstance(value, tuple):
        dropped = ", ".join(word for word in meant.words if word not in value)
        if dropped:
            return "drops_national", f"缺少法定的{dropped}", f"it lacks {dropped}"
    return None
