"""
How much a fine may be (法定罚款幅度), by article and day, as data.

Ranges are those of the law; no rule pack changes one.
The finer tiers of 应急管理部令14号 are from memory and marked 待核: they are offered
for what falls between, and rest inside the range of the law.
Amounts are in fen.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

from domain.law.dated import Confidence, is_within
from domain.law.statutes import SAFETY_LAW, SAFETY_LAW_2014

_WAN: Final = 10_000_00

#: The law as revised in 2021, and the version before it.
_SINCE_2021: Final = date(2021, 9, 1)
_FROM_2014: Final = date(2014, 12, 1)
_UNTIL_2021: Final = date(2021, 8, 31)


@dataclass(frozen=True, slots=True)
class FineRange:
    """
    What a fine may be for one kind of act (罚款幅度).

    Args:
        code: Its name, by the article; one of an article holds at a time.
        zh: For what, in Chinese.
        en: For what, in English.
        floor_fen: The least.
        ceiling_fen: The most.
        provision: On what it rests.
        is_person: Whether it is for a person; else for a unit.
        multiple_max: Up to how many times, where the law knows a multiple.
        in_force_from: First day.
        in_force_until: Last day; none while it stands.
        confidence: How well it is known.
    """

    code: str
    zh: str
    en: str
    floor_fen: int
    ceiling_fen: int
    provision: str
    is_person: bool = False
    multiple_max: int = 1
    in_force_from: date = _SINCE_2021
    in_force_until: date | None = None
    confidence: Confidence = Confidence.READ


def _unit(
    code: str, zh: str, en: str, *, wan: tuple[int, int], **more: date | int | str
) -> FineRange:
    provision = str(more.pop("provision", "")) or f"{SAFETY_LAW.zh}{code}"
    least, most = wan
    return FineRange(code, zh, en, least * _WAN, most * _WAN, provision, **more)  # type: ignore[arg-type]  # fields of a range


def _person(code: str, zh: str, en: str, *, wan: tuple[int, int]) -> FineRange:
    provision = f"{SAFETY_LAW.zh}{code.removesuffix('P')}"
    least, most = wan
    return FineRange(code, zh, en, least * _WAN, most * _WAN, provision, is_person=True)


RANGES: Final = (
    _unit("99", "设备设施、警示标志等违法", "equipment and signs", wan=(0, 5)),
    _unit("99.2", "同上,逾期未改", "the same, not corrected", wan=(5, 20)),
    _person("99.2P", "同上,责任人员", "the same, those responsible", wan=(1, 2)),
    _unit("97", "人员培训、排查记录等违法", "training and records", wan=(0, 10)),
    _unit("97.2", "同上,逾期未改", "the same, not corrected", wan=(10, 20)),
    _person("97.2P", "同上,责任人员", "the same, those responsible", wan=(2, 5)),
    _unit("102", "未采取措施消除事故隐患", "a hazard not removed", wan=(0, 5)),
    _person("102P", "同上,拒不执行的责任人员", "those who refuse", wan=(5, 10)),
    _unit("108", "拒绝、阻碍监督检查", "an inspection refused", wan=(2, 20)),
    _person("108P", "同上,责任人员", "the same, those responsible", wan=(1, 2)),
    _unit("109", "未投保安全生产责任保险", "no liability insurance", wan=(5, 10)),
    _unit("109.2", "同上,逾期未改", "the same, not corrected", wan=(10, 20)),
    _unit("114(1)", "一般事故", "ordinary accident", wan=(30, 100), multiple_max=5),
    _unit("114(2)", "较大事故", "larger accident", wan=(100, 200), multiple_max=5),
    _unit("114(3)", "重大事故", "major accident", wan=(200, 1000), multiple_max=5),
    _unit("114(4)", "特别重大事故", "gravest", wan=(1000, 2000), multiple_max=5),
    *(
        _unit(
            f"114({number})",
            zh,
            en,
            wan=(least, most),
            provision=SAFETY_LAW_2014.article(109, number),
            in_force_from=_FROM_2014,
            in_force_until=_UNTIL_2021,
        )
        for number, zh, en, least, most in (
            (1, "一般事故", "ordinary accident", 20, 50),
            (2, "较大事故", "larger accident", 50, 100),
            (3, "重大事故", "major accident", 100, 500),
            (4, "特别重大事故", "gravest accident", 500, 1000),
        )
    ),
)


@dataclass(frozen=True, slots=True)
class AccidentTier:
    """
    A tier of the fine on a unit for an accident (事故罚款档次), by 应急管理部令14号.

    Args:
        code: The range of the law that it lies in.
        deaths_min: Fewest deaths.
        deaths_max: Most deaths; none without a limit.
        floor_fen: The least.
        ceiling_fen: The most.
        article: Its article.
    """

    code: str
    deaths_min: int
    deaths_max: int | None
    floor_fen: int
    ceiling_fen: int
    article: str


#: In force from 2024-03-01; from memory, every one of them 待核.
TIERS_IN_FORCE_FROM: Final = date(2024, 3, 1)
TIERS: Final = tuple(
    AccidentTier(code, fewest, most, floor * _WAN, ceiling * _WAN, article)
    for code, fewest, most, floor, ceiling, article in (
        ("114(1)", 0, 0, 30, 50, "14(1)"),
        ("114(1)", 1, 1, 50, 70, "14(2)"),
        ("114(1)", 2, 2, 70, 100, "14(3)"),
        ("114(2)", 3, 4, 100, 120, "15(1)"),
        ("114(2)", 5, 6, 120, 150, "15(2)"),
        ("114(2)", 7, 9, 150, 200, "15(3)"),
        ("114(3)", 10, 12, 200, 400, "16(1)"),
        ("114(3)", 13, 14, 400, 600, "16(2)"),
        ("114(3)", 15, 29, 600, 1000, "16(3)"),
        ("114(4)", 30, 39, 1000, 1200, "17(1)"),
        ("114(4)", 40, 49, 1200, 1500, "17(2)"),
        ("114(4)", 50, None, 1500, 2000, "17(3)"),
    )
)


def range_on(code: str, day: date) -> FineRange | None:
    """
    Give the range of a name that is in force on a day; nothing if there is none.
    """
    for each in RANGES:
        if each.code == code and is_within(
            day, each.in_force_from, each.in_force_until
        ):
            return each
    return None


def range_for(code: str, *, acted_on: date, decided_on: date) -> FineRange | None:
    """
    Give the range for an act: that of its day, unless the law of the decision is
    lighter (从旧兼从轻).

    Args:
        code: The name of the range.
        acted_on: The day of the act; of a continuing one its last.
        decided_on: The day of the decision.

    Source:
        行政处罚法37.
    """
    then, now = range_on(code, acted_on), range_on(code, decided_on)
    if then is None:
        return None
    if now is not None and now.ceiling_fen < then.ceiling_fen:
        return now
    return then
