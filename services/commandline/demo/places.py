"""
Where the city lies (演示地点), which bodies it has and who works there: invented data.

The divisions are real, so that codes and rule packs fit; whatever stands in them is
not, and says so (演示).
"""

from dataclasses import dataclass
from typing import Final

from domain.base import Role
from domain.codes import make_uscc_of

CITY: Final = "230100"
PACK: Final = "000"

#: Registration serials that no registry gives out.
_SERIALS_OF_BODIES: Final = 99_900_000
_SERIALS_OF_FIRMS: Final = 99_910_000
FIRMS_MAX: Final = 50_000


@dataclass(frozen=True)
class Agency:
    """
    A body of the city.

    Args:
        key: Short name in the stories.
        name: Full name.
        kind: Code of its kind.
        level: Code of its level.
        region: Six digits.
        region_word: Region word of its document numbers.
        agency_word: Agency word.
        above: Key of the body above; empty for none.
        review_body: Where its acts are reviewed.
        court: Where it is sued.
    """

    key: str
    name: str
    kind: str
    level: str
    region: str
    region_word: str = ""
    agency_word: str = ""
    above: str = ""
    review_body: str = ""
    court: str = ""

    @property
    def uscc(self) -> str:
        """
        Its code, by its place in the table.
        """
        serial = _SERIALS_OF_BODIES + AGENCIES.index(self)
        return make_uscc_of("11", self.region, str(serial))


_CITY_GOVERNMENT: Final = "哈尔滨市人民政府（演示）"
_CITY_COURT: Final = "哈尔滨市道里区人民法院（演示）"

AGENCIES: Final = (
    Agency(
        "government",
        _CITY_GOVERNMENT,
        "government",
        "prefecture",
        CITY,
        "哈",
        "政",
        review_body="黑龙江省人民政府（演示）",
    ),
    Agency(
        "city",
        "哈尔滨市应急管理局（演示）",
        "regulator",
        "prefecture",
        CITY,
        "哈",
        "应急",
        above="government",
        review_body=_CITY_GOVERNMENT,
        court=_CITY_COURT,
    ),
    Agency(
        "bin",
        "宾县应急管理局（演示）",
        "regulator",
        "county",
        "230125",
        "宾",
        "应急",
        above="city",
        review_body="宾县人民政府（演示）",
        court="宾县人民法院（演示）",
    ),
    Agency(
        "hulan",
        "哈尔滨市呼兰区应急管理局（演示）",
        "regulator",
        "county",
        "230111",
        "呼",
        "应急",
        above="city",
        review_body="哈尔滨市呼兰区人民政府（演示）",
        court="哈尔滨市呼兰区人民法院（演示）",
    ),
    Agency(
        "station",
        "宾县演示镇综合执法队（演示）",
        "delegate",
        "township",
        "230125",
        "宾演",
        "执法",
        above="bin",
        review_body="宾县人民政府（演示）",
        court="宾县人民法院（演示）",
    ),
    Agency(
        "committee",
        "哈尔滨市安全生产委员会办公室（演示）",
        "committee_office",
        "prefecture",
        CITY,
        "哈",
        "安委办",
        above="government",
    ),
    Agency(
        "commission",
        "哈尔滨市纪委监委（演示）",
        "discipline",
        "prefecture",
        CITY,
        above="government",
    ),
    Agency("police", "哈尔滨市公安局（演示）", "police", "prefecture", CITY),
    Agency(
        "procuratorate",
        "哈尔滨市人民检察院（演示）",
        "procuratorate",
        "prefecture",
        CITY,
    ),
    Agency("court", "哈尔滨市中级人民法院（演示）", "court", "prefecture", CITY),
    Agency(
        "police_branch",
        "哈尔滨市公安局松北分局（演示）",
        "police",
        "prefecture",
        CITY,
    ),
    Agency("partner", "哈尔滨市市场监督管理局（演示）", "partner", "prefecture", CITY),
)

#: Bodies that inspect by themselves, and where the firms that they lead are.
BUREAUS: Final = ("city", "bin", "hulan")
REGIONS: Final = {
    "city": ("230102", "230103", "230108", "230110", "230112", "230184"),
    "bin": ("230125",),
    "hulan": ("230111",),
}


@dataclass(frozen=True)
class Member:
    """
    Somebody who works in a body.

    Args:
        login: Account.
        name: Invented.
        role: In what capacity.
        body: Key of the body.
    """

    login: str
    name: str
    role: Role
    body: str


#: Who is named; a large city has more officers of the same kind.
MEMBERS: Final = (
    Member("clerk-he", "何静", Role.CLERK, "government"),
    Member("clerk-zhao", "赵敏", Role.CLERK, "city"),
    Member("importer-sun", "孙悦", Role.IMPORTER, "city"),
    Member("disclosure-qian", "钱蕾", Role.DISCLOSURE_OFFICER, "city"),
    Member("principal-liu", "刘建业", Role.PRINCIPAL_HEAD, "city"),
    Member("head-li", "李志强", Role.HEAD, "city"),
    Member("reviewer-he", "贺明", Role.LEGAL_REVIEWER, "city"),
    Member("licensing-gao", "高岩", Role.LICENSING, "city"),
    Member("auxiliary-lu", "陆鑫", Role.AUXILIARY, "city"),
    Member("officer-wang", "王海涛", Role.OFFICER, "city"),
    Member("officer-chen", "陈立新", Role.OFFICER, "city"),
    Member("officer-yang", "杨帆", Role.OFFICER, "city"),
    Member("officer-huang", "黄卫东", Role.OFFICER, "city"),
    Member("officer-xu", "徐丽华", Role.OFFICER, "city"),
    Member("officer-lin", "林国栋", Role.OFFICER, "city"),
    Member("clerk-feng", "冯雪", Role.CLERK, "bin"),
    Member("principal-yu", "于洪波", Role.PRINCIPAL_HEAD, "bin"),
    Member("head-ma", "马东", Role.HEAD, "bin"),
    Member("officer-guo", "郭亮", Role.OFFICER, "bin"),
    Member("officer-tang", "唐宇", Role.OFFICER, "bin"),
    Member("officer-han", "韩冰", Role.OFFICER, "bin"),
    Member("officer-deng", "邓伟", Role.OFFICER, "bin"),
    Member("disclosure-ren", "任静", Role.DISCLOSURE_OFFICER, "bin"),
    Member("clerk-luo", "罗欣", Role.CLERK, "hulan"),
    Member("principal-dong", "董成", Role.PRINCIPAL_HEAD, "hulan"),
    Member("head-xie", "谢宁", Role.HEAD, "hulan"),
    Member("officer-song", "宋阳", Role.OFFICER, "hulan"),
    Member("officer-cao", "曹磊", Role.OFFICER, "hulan"),
    Member("officer-xiao", "肖芳", Role.OFFICER, "hulan"),
    Member("officer-ye", "叶辉", Role.OFFICER, "hulan"),
    Member("disclosure-yuan", "袁洁", Role.DISCLOSURE_OFFICER, "hulan"),
    Member("head-ding", "丁勇", Role.HEAD, "station"),
    Member("officer-pan", "潘浩", Role.OFFICER, "station"),
    Member("officer-du", "杜娟", Role.OFFICER, "station"),
    Member("committee-jiang", "姜文", Role.COMMITTEE_OFFICE, "committee"),
    Member("discipline-zhou", "周正", Role.DISCIPLINE, "commission"),
    Member("police-wu", "吴刚", Role.POLICE, "police"),
    Member("police-fang", "方毅", Role.POLICE, "police_branch"),
    Member("procurator-zheng", "郑岚", Role.PROCURATORATE, "procuratorate"),
    Member("judge-shen", "沈平", Role.COURT, "court"),
    Member("partner-fan", "范雨", Role.PARTNER, "partner"),
)


def uscc_of_firm(nth: int, region: str) -> str:
    """
    Make the code of a firm that does not exist.

    Args:
        nth: Which firm, from 0.
        region: Where it is registered, six digits.
    """
    return make_uscc_of("91", region, str(_SERIALS_OF_FIRMS + nth))
