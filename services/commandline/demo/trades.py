"""
What firms of the city do (演示行业): by sector, with what is dangerous about it.
"""

from dataclasses import dataclass
from random import Random
from typing import Final

from domain.regions import find_region


@dataclass(frozen=True)
class Trade:
    """
    A trade.

    Args:
        sector: Code of the sector.
        industry: Four digits of GB/T 4754.
        words: Words of the firm's name.
        risks: Codes of what is dangerous.
        checklist: Key of the checklist that visits use.
        permit: The permit that such firms need; empty for none.
        scale: Size of the staff, from and to.
    """

    sector: str
    industry: str
    words: tuple[str, ...]
    risks: tuple[str, ...] = ()
    checklist: str = "general"
    permit: str = ""
    scale: tuple[int, int] = (12, 320)


_SAFETY_PERMIT: Final = "安全生产许可证"
_CHEMICAL_PERMIT: Final = "危险化学品经营许可证"

#: In the proportion in which a northern city has them.
TRADES: Final = (
    Trade("industry", "3391", ("铸造", "铸钢"), ("smelting",)),
    Trade("industry", "3484", ("机械加工", "机械配件", "精密机械")),
    Trade("industry", "3311", ("金属结构", "钢结构"), ("shared_premises",)),
    Trade("industry", "2110", ("家具", "木业"), ("explosive_dust",)),
    Trade("industry", "1310", ("面粉", "米业"), ("explosive_dust", "confined_spaces")),
    Trade("industry", "1353", ("肉类食品", "冷冻食品"), ("ammonia_cooling",)),
    Trade("industry", "1440", ("乳业", "乳品"), ("ammonia_cooling", "confined_spaces")),
    Trade("industry", "2221", ("造纸", "纸制品"), ("confined_spaces",)),
    Trade("industry", "3011", ("水泥", "建材"), ("confined_spaces",)),
    Trade("industry", "2926", ("塑料包装", "塑业"), ("shared_premises",)),
    Trade("industry", "3130", ("轧钢", "型钢"), ("smelting", "gas")),
    Trade("industry", "1512", ("酒业", "酿造"), ("confined_spaces",)),
    Trade(
        "hazardous_chemicals",
        "2614",
        ("化工", "精细化工"),
        ("hazardous_chemicals", "major_hazard_source"),
        "chemical",
        _SAFETY_PERMIT,
    ),
    Trade(
        "hazardous_chemicals",
        "5265",
        ("加油站", "石油销售"),
        ("hazardous_chemicals",),
        "chemical",
        _CHEMICAL_PERMIT,
        (4, 16),
    ),
    Trade(
        "hazardous_chemicals",
        "2619",
        ("工业气体", "气体"),
        ("hazardous_chemicals",),
        "chemical",
        _SAFETY_PERMIT,
        (10, 60),
    ),
    Trade("mine", "1019", ("石材", "采石"), (), "general", _SAFETY_PERMIT, (15, 90)),
    Trade(
        "fireworks",
        "5149",
        ("烟花爆竹经销",),
        (),
        "chemical",
        "烟花爆竹经营（批发）许可证",
        (6, 25),
    ),
    Trade("services", "7452", ("检测技术", "安全技术服务"), scale=(8, 60)),
)

_FIRST: Final = "鑫永恒瑞隆华金宏兴同盛广泰福丰嘉益诚龙北"
_SECOND: Final = "源兴达丰盛泰鼎远旺利和昌茂祥瑞通安裕康业"
_FORMS: Final = ("有限公司", "有限公司", "有限责任公司", "股份有限公司", "厂")


def a_firm_name(rng: Random, region: str, trade: Trade) -> str:
    """
    Draw the name of a firm: place, mark, trade name, trade, legal form.
    """
    found = find_region(region)
    assert found is not None
    place = found.name[:-1] if len(found.name) > 2 else found.name  # noqa: PLR2004  道里区 becomes 道里, 宾县 stays
    own = rng.choice(_FIRST) + rng.choice(_SECOND)
    return f"{place}演示{own}{rng.choice(trade.words)}{rng.choice(_FORMS)}"


def another_name(rng: Random, name: str) -> str:
    """
    Draw the name that a firm takes in place of its own.
    """
    place, _, rest = name.partition("演示")
    own = rng.choice(_FIRST) + rng.choice(_SECOND) + rng.choice(_SECOND)
    return f"{place}演示{own}{rest[2:]}"
