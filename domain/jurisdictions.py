"""
Among whom the work is divided (事权划分): levels, sectors, and regions within regions.
"""

from domain.regions import NATION, parent_of
from domain.values import Choice

#: The whole country, as a region that a rule pack may be adopted in.
NATIONWIDE = "000000"


class Level(Choice):
    """
    At which level of government a body stands (层级).
    """

    NATIONAL = "国家级", "national"
    PROVINCE = "省级", "province"
    PREFECTURE = "市级", "prefecture"
    COUNTY = "县级", "county"
    TOWNSHIP = "乡镇级", "township"


class Sector(Choice):
    """
    For whose work safety somebody answers (监管行业领域).
    """

    COAL_MINE = "煤矿", "coal mines"
    MINE = "非煤矿山", "mines other than coal"
    HAZARDOUS_CHEMICALS = "危险化学品", "hazardous chemicals"
    FIREWORKS = "烟花爆竹", "fireworks"
    INDUSTRY = "工贸", "industry and trade"
    CONSTRUCTION = "建筑施工", "construction"
    TRANSPORT = "交通运输", "transport"
    FIRE = "消防与人员密集场所", "fire safety and crowded places"
    GAS = "城镇燃气", "town gas"
    SPECIAL_EQUIPMENT = "特种设备", "special equipment"
    CIVIL_EXPLOSIVES = "民用爆炸物品", "civil explosives"
    TOURISM = "旅游", "tourism"
    AGRICULTURE = "农业与渔业", "farming and fishery"
    SERVICES = "安全技术服务", "safety service institutions"
    OTHER = "其他", "other"


def regions_upward(region: str) -> tuple[str, ...]:
    """
    List a region and those it lies in, the smallest first and the country last.

    Args:
        region: Six digits of GB/T 2260.
    """
    found = []
    while region not in (NATION, NATIONWIDE):
        found.append(region)
        region = parent_of(region)
    return (*found, NATIONWIDE)
