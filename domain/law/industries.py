"""
The classes of economic activity (国民经济行业分类) and the trades of high risk.

Source:
    GB/T 4754-2017 with its amendment No. 1 of 2019: 20 sections (门类), 97 divisions
    (大类).
"""

from dataclasses import dataclass

#: 门类: letter, Chinese, English, first and last division.
SECTIONS: dict[str, tuple[str, str, int, int]] = {
    "A": ("农、林、牧、渔业", "Agriculture, forestry and fishing", 1, 5),
    "B": ("采矿业", "Mining", 6, 12),
    "C": ("制造业", "Manufacturing", 13, 43),
    "D": ("电力、热力、燃气及水生产和供应业", "Power, heat, gas and water", 44, 46),
    "E": ("建筑业", "Construction", 47, 50),
    "F": ("批发和零售业", "Wholesale and retail trade", 51, 52),
    "G": ("交通运输、仓储和邮政业", "Transport, storage and post", 53, 60),
    "H": ("住宿和餐饮业", "Hotels and catering", 61, 62),
    "I": (
        "信息传输、软件和信息技术服务业",
        "Information transmission, software and IT services",
        63,
        65,
    ),
    "J": ("金融业", "Finance", 66, 69),
    "K": ("房地产业", "Real estate", 70, 70),
    "L": ("租赁和商务服务业", "Leasing and business services", 71, 72),
    "M": ("科学研究和技术服务业", "Research and technical services", 73, 75),
    "N": (
        "水利、环境和公共设施管理业",
        "Water, environment and public facilities",
        76,
        79,
    ),
    "O": ("居民服务、修理和其他服务业", "Household, repair and other services", 80, 82),
    "P": ("教育", "Education", 83, 83),
    "Q": ("卫生和社会工作", "Health and social work", 84, 85),
    "R": ("文化、体育和娱乐业", "Culture, sports and entertainment", 86, 90),
    "S": (
        "公共管理、社会保障和社会组织",
        "Public administration, social security and organisations",
        91,
        96,
    ),
    "T": ("国际组织", "International organisations", 97, 97),
}

#: 大类: two digits, Chinese, English.
DIVISIONS: dict[str, tuple[str, str]] = {
    "01": ("农业", "Crop farming"),
    "02": ("林业", "Forestry"),
    "03": ("畜牧业", "Animal husbandry"),
    "04": ("渔业", "Fishery"),
    "05": ("农、林、牧、渔专业及辅助性活动", "Support services to agriculture"),
    "06": ("煤炭开采和洗选业", "Coal mining and washing"),
    "07": ("石油和天然气开采业", "Extraction of petroleum and natural gas"),
    "08": ("黑色金属矿采选业", "Mining of ferrous metal ores"),
    "09": ("有色金属矿采选业", "Mining of non-ferrous metal ores"),
    "10": ("非金属矿采选业", "Mining of non-metal ores"),
    "11": ("开采专业及辅助性活动", "Support services to mining"),
    "12": ("其他采矿业", "Other mining"),
    "13": ("农副食品加工业", "Processing of farm products"),
    "14": ("食品制造业", "Food"),
    "15": ("酒、饮料和精制茶制造业", "Liquor, beverages and refined tea"),
    "16": ("烟草制品业", "Tobacco"),
    "17": ("纺织业", "Textiles"),
    "18": ("纺织服装、服饰业", "Garments"),
    "19": ("皮革、毛皮、羽毛及其制品和制鞋业", "Leather, fur, feather and footwear"),
    "20": ("木材加工和木、竹、藤、棕、草制品业", "Wood, bamboo, rattan and straw"),
    "21": ("家具制造业", "Furniture"),
    "22": ("造纸和纸制品业", "Paper"),
    "23": ("印刷和记录媒介复制业", "Printing and copying of recorded media"),
    "24": ("文教、工美、体育和娱乐用品制造业", "Articles for culture, art and sport"),
    "25": ("石油、煤炭及其他燃料加工业", "Processing of petroleum, coal and fuels"),
    "26": ("化学原料和化学制品制造业", "Chemicals"),
    "27": ("医药制造业", "Medicines"),
    "28": ("化学纤维制造业", "Chemical fibres"),
    "29": ("橡胶和塑料制品业", "Rubber and plastics"),
    "30": ("非金属矿物制品业", "Non-metallic mineral products"),
    "31": ("黑色金属冶炼和压延加工业", "Smelting and rolling of ferrous metals"),
    "32": ("有色金属冶炼和压延加工业", "Smelting and rolling of non-ferrous metals"),
    "33": ("金属制品业", "Metal products"),
    "34": ("通用设备制造业", "General machinery"),
    "35": ("专用设备制造业", "Special machinery"),
    "36": ("汽车制造业", "Motor vehicles"),
    "37": (
        "铁路、船舶、航空航天和其他运输设备制造业",
        "Railway, ship, aerospace and other transport equipment",
    ),
    "38": ("电气机械和器材制造业", "Electrical machinery"),
    "39": ("计算机、通信和其他电子设备制造业", "Computers and electronics"),
    "40": ("仪器仪表制造业", "Measuring instruments"),
    "41": ("其他制造业", "Other manufacturing"),
    "42": ("废弃资源综合利用业", "Use of waste resources"),
    "43": ("金属制品、机械和设备修理业", "Repair of metal products and machinery"),
    "44": ("电力、热力生产和供应业", "Power and heat"),
    "45": ("燃气生产和供应业", "Gas"),
    "46": ("水的生产和供应业", "Water"),
    "47": ("房屋建筑业", "Building of houses"),
    "48": ("土木工程建筑业", "Civil engineering"),
    "49": ("建筑安装业", "Building installation"),
    "50": ("建筑装饰、装修和其他建筑业", "Decoration and other construction"),
    "51": ("批发业", "Wholesale trade"),
    "52": ("零售业", "Retail trade"),
    "53": ("铁路运输业", "Railway transport"),
    "54": ("道路运输业", "Road transport"),
    "55": ("水上运输业", "Water transport"),
    "56": ("航空运输业", "Air transport"),
    "57": ("管道运输业", "Pipeline transport"),
    "58": ("多式联运和运输代理业", "Multimodal transport and agency"),
    "59": ("装卸搬运和仓储业", "Handling and storage"),
    "60": ("邮政业", "Post"),
    "61": ("住宿业", "Hotels"),
    "62": ("餐饮业", "Catering"),
    "63": ("电信、广播电视和卫星传输服务", "Telecoms, broadcasting and satellites"),
    "64": ("互联网和相关服务", "Internet"),
    "65": ("软件和信息技术服务业", "Software and IT"),
    "66": ("货币金融服务", "Monetary services"),
    "67": ("资本市场服务", "Capital markets"),
    "68": ("保险业", "Insurance"),
    "69": ("其他金融业", "Other finance"),
    "70": ("房地产业", "Real estate"),
    "71": ("租赁业", "Leasing"),
    "72": ("商务服务业", "Business services"),
    "73": ("研究和试验发展", "Research and development"),
    "74": ("专业技术服务业", "Technical services"),
    "75": ("科技推广和应用服务业", "Promotion and use of technology"),
    "76": ("水利管理业", "Water management"),
    "77": ("生态保护和环境治理业", "Ecology and environment"),
    "78": ("公共设施管理业", "Public facilities"),
    "79": ("土地管理业", "Land management"),
    "80": ("居民服务业", "Household services"),
    "81": (
        "机动车、电子产品和日用产品修理业",
        "Repair of vehicles, electronics and articles of daily use",
    ),
    "82": ("其他服务业", "Other services"),
    "83": ("教育", "Education"),
    "84": ("卫生", "Health"),
    "85": ("社会工作", "Social work"),
    "86": ("新闻和出版业", "Press and publishing"),
    "87": ("广播、电视、电影和录音制作业", "Radio, television, film and recording"),
    "88": ("文化艺术业", "Culture and art"),
    "89": ("体育", "Sports"),
    "90": ("娱乐业", "Entertainment"),
    "91": ("中国共产党机关", "Organs of the Communist Party of China"),
    "92": ("国家机构", "State organs"),
    "93": ("人民政协、民主党派", "Political consultative bodies and parties"),
    "94": ("社会保障", "Social security"),
    "95": (
        "群众团体、社会团体和其他成员组织",
        "Mass, social and other member organisations",
    ),
    "96": (
        "基层群众自治组织及其他组织",
        "Self-governing organisations of residents and others",
    ),
    "97": ("国际组织", "International organisations"),
}


@dataclass(frozen=True, slots=True)
class HighRiskTrade:
    """
    A trade that the policies name as one of high risk (高危行业领域).

    Args:
        code: How it is stored and sent.
        zh: As the policies name it.
        en: In English.
        divisions: Where enterprises of it are usually registered; a hint for whoever
            classifies, never a finding. None where the trade runs through all classes.
    """

    code: str
    zh: str
    en: str
    divisions: tuple[str, ...] = ()


HIGH_RISK_TRADES = (
    HighRiskTrade("coal_mine", "煤矿", "Coal mines", ("06",)),
    HighRiskTrade(
        "mine",
        "非煤矿山（含尾矿库）",
        "Mines other than coal, with tailings ponds",
        ("07", "08", "09", "10", "11", "12"),
    ),
    HighRiskTrade(
        "hazardous_chemicals",
        "危险化学品",
        "Hazardous chemicals",
        ("25", "26", "51", "52", "59"),
    ),
    HighRiskTrade("fireworks", "烟花爆竹", "Fireworks", ("26", "51", "52")),
    HighRiskTrade("smelting", "金属冶炼", "Metal smelting", ("31", "32")),
    HighRiskTrade("construction", "建筑施工", "Construction", ("47", "48", "49", "50")),
    HighRiskTrade(
        "transport",
        "交通运输",
        "Transport",
        ("53", "54", "55", "56", "57", "58"),
    ),
    HighRiskTrade("civil_explosives", "民用爆炸物品", "Civil explosives", ("26",)),
    HighRiskTrade("special_equipment", "特种设备", "Special equipment"),
    HighRiskTrade(
        "crowded_places",
        "消防与人员密集场所",
        "Fire safety and crowded places",
        ("52", "61", "62", "83", "84", "90"),
    ),
    HighRiskTrade("gas", "燃气", "Gas", ("45",)),
    HighRiskTrade("tourism", "旅游", "Tourism", ("72", "78")),
    HighRiskTrade(
        "explosive_dust",
        "工贸（粉尘涉爆）",
        "Industry with explosive dust",
        ("13", "20", "21", "33"),
    ),
    HighRiskTrade(
        "ammonia_cooling",
        "工贸（涉氨制冷）",
        "Industry with ammonia refrigeration",
        ("13", "14", "59"),
    ),
    HighRiskTrade(
        "confined_spaces", "工贸（有限空间）", "Industry with confined spaces"
    ),
)


def section_of(division: str) -> str:
    """
    Name the section (门类) that a division (大类) belongs to.

    Args:
        division: Two digits, or a longer code that begins with them.

    Returns:
        A letter from A to T, or nothing if no division begins the code.
    """
    number = int(division[:2]) if division[:2] in DIVISIONS else 0
    return next(
        (s for s, (_, _, first, last) in SECTIONS.items() if first <= number <= last),
        "",
    )


def trades_in(division: str) -> tuple[HighRiskTrade, ...]:
    """
    Give the trades of high risk that are usual in a division.

    Args:
        division: Two digits, or a longer code that begins with them.
    """
    return tuple(trade for trade in HIGH_RISK_TRADES if division[:2] in trade.divisions)
