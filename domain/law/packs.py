"""
The rule packs of five places (规则包), and what holds in a place on a day.

National law is the base; a pack sets what it leaves open.
A place's value that higher law has overtaken stays, with the day it ended: it governs
what happened before and is refused afterwards.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

from domain.law.parameters import (
    DRAFT,
    GANZI,
    HARBIN,
    JILIN,
    PARAMETERS,
    XINZHOU,
    Parameter,
    Setting,
    Value,
)
from domain.law.rule import Period
from domain.law.silence import LawSilent
from domain.law.statutes import (
    DRAFT_OPINION,
    GANZI_OPINION,
    HARBIN_OPINION,
    JILIN_OPINION,
    XINZHOU_NOTICE,
    Statute,
)
from domain.values import Choice

PARAMETER_OF: Final = MappingProxyType({p.id: p for p in PARAMETERS})


class PackStatus(Choice):
    """
    What the document behind a pack is (规则包状态).
    """

    IN_FORCE = "施行", "in force"
    DRAFT = "征求意见稿", "a draft circulated for comment"


@dataclass(frozen=True, slots=True)
class Pack:
    """
    What one place has laid down (规则包).

    Args:
        code: For example ``004``.
        zh: Chinese name.
        en: English name.
        region: GB/T 2260 code of the place; empty if the document names none.
        status: What the document is.
        document: The document.
        settings: Values of the place, in order of time, by parameter.
    """

    code: str
    zh: str
    en: str
    region: str
    status: PackStatus
    document: Statute
    settings: Mapping[str, tuple[Setting, ...]]

    def values_on(self, day: date) -> dict[str, Value]:
        """
        Give what the pack sets on a day, without what national law gives anyway.
        """
        return {
            parameter: setting.value
            for parameter, dated in self.settings.items()
            for setting in dated
            if setting.stands_on(day)
        }


def _settings(code: str) -> Mapping[str, tuple[Setting, ...]]:
    return MappingProxyType(
        {p.id: p.places[code] for p in PARAMETERS if code in p.places}
    )


_IN_FORCE: Final = PackStatus.IN_FORCE

#: The packs that are shipped, by code.
PACKS: Final = MappingProxyType(
    {
        code: Pack(code, zh, en, region, status, document, _settings(code))
        for code, zh, en, region, status, document in (
            (HARBIN, "哈尔滨", "Harbin", "230100", _IN_FORCE, HARBIN_OPINION),
            (XINZHOU, "忻州", "Xinzhou", "140900", _IN_FORCE, XINZHOU_NOTICE),
            (DRAFT, "征求意见稿", "Draft", "", PackStatus.DRAFT, DRAFT_OPINION),
            (GANZI, "甘孜", "Ganzi", "513300", _IN_FORCE, GANZI_OPINION),
            (JILIN, "吉林", "Jilin", "220000", _IN_FORCE, JILIN_OPINION),
        )
    }
)


# -- what holds -----------------------------------------------------------------------


def pack_of(code: str) -> Pack:
    """
    Give a shipped pack by its code.

    Raises:
        LawSilent: If there is none.
    """
    if code not in PACKS:
        raise LawSilent(
            "unknown_pack",
            f"没有代码为“{code}”的规则包。",
            f"There is no rule pack “{code}”; there are {', '.join(PACKS)}.",
        )
    return PACKS[code]


def parameter_of(parameter: str) -> Parameter:
    """
    Give a parameter by its id.

    Raises:
        LawSilent: If there is none.
    """
    if parameter not in PARAMETER_OF:
        raise LawSilent(
            "unknown_parameter",
            f"没有名为“{parameter}”的参数。",
            f"There is no parameter “{parameter}”.",
        )
    return PARAMETER_OF[parameter]


def pack_value(pack: Pack | None, parameter: str, *, on: date) -> Setting:
    """
    Give what holds in a place on a day: its own value, else the nation's (参数取值).

    Args:
        pack: The pack that the place adopted; none for the nation alone.
        parameter: Its id.
        on: The legal day of the act.

    Raises:
        LawSilent: If there is no such parameter (``unknown_parameter``), if higher law
            has overtaken the place's value (``overtaken``, with that provision), or if
            nobody has set one (``left_open``).
    """
    meant = parameter_of(parameter)
    own = pack.settings.get(parameter, ()) if pack else ()
    held = [setting for setting in (*own, *meant.national) if setting.stands_on(on)]
    if held:
        return held[0]
    for ended in own:
        if ended.overtaken_by and ended.in_force_until and ended.in_force_until < on:
            raise LawSilent(
                "overtaken",
                f"{meant.zh}({ended.basis})已于{ended.in_force_until}后"
                f"为{ended.overtaken_by}所取代。",
                f"“{meant.en}” ended on {ended.in_force_until}, overtaken by law.",
                under=ended.overtaken_by,
            )
    raise LawSilent(
        "left_open",
        f"{meant.zh}未设定:法律留待各地规定,规则包亦未规定。",
        f"“{meant.en}” is not set: the law leaves it to the place.",
        under=meant.under,
    )


def period_of(pack: Pack | None, parameter: str, *, on: date) -> Period:
    """
    Give a parameter that is a period; see ``pack_value``.
    """
    value = pack_value(pack, parameter, on=on).value
    assert isinstance(value, Period), f"{parameter} is no period"
    return value


def flag_of(pack: Pack | None, parameter: str, *, on: date) -> bool:
    """
    Give a parameter that is yes or no; see ``pack_value``.
    """
    value = pack_value(pack, parameter, on=on).value
    assert isinstance(value, bool), f"{parameter} is no flag"
    return value


def count_of(pack: Pack | None, parameter: str, *, on: date) -> int:
    """
    Give a parameter that is a number; see ``pack_value``.
    """
    value = pack_value(pack, parameter, on=on).value
    assert type(value) is int, f"{parameter} is no number"
    return value


def word_of(pack: Pack | None, parameter: str, *, on: date) -> str:
    """
    Give a parameter that is one code; see ``pack_value``.
    """
    value = pack_value(pack, parameter, on=on).value
    assert isinstance(value, str), f"{parameter} is no code"
    return value


def words_of(pack: Pack | None, parameter: str, *, on: date) -> tuple[str, ...]:
    """
    Give a parameter that is a list of codes; see ``pack_value``.
    """
    value = pack_value(pack, parameter, on=on).value
    assert isinstance(value, tuple), f"{parameter} is no list"
    return value
