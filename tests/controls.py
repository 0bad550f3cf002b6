"""
Named example data that tests share: one small city, its people and its firms.

Everything is invented and says so (演示).
The codes pass their check, but their serials lie at the far end of the range, where
no registry gives any; the days are working days.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Final

#: Codes of real holders that pass GB 32100; for tests of the formula alone.
USCC_VALID: Final = (
    "91110000802100433B",
    "9144030071526726XG",
    "91330100799655058B",
    "11220000013544357T",
    "914403001922038216",
    "91110108551385082Q",
)
#: A village collective's: valid, though it begins with a letter.
USCC_OF_A_VILLAGE: Final = "N2230102MF12345674"
#: One whose last character is wrong.
USCC_WRONG: Final = "91440300192203821G"
#: What files carry for an individual business whose code is unknown; it fails.
USCC_PLACEHOLDER: Final = "00000000000000000X"


@dataclass(frozen=True)
class Place:
    """
    A division of the country.

    Args:
        code: Six digits of GB/T 2260.
        name: Its name.
    """

    code: str
    name: str


PROVINCE: Final = Place("220000", "吉林省")
CITY: Final = Place("220200", "吉林市")
DISTRICT: Final = Place("220202", "昌邑区")
COUNTY: Final = Place("220221", "永吉县")
ELSEWHERE: Final = Place("513300", "甘孜藏族自治州")


@dataclass(frozen=True)
class Agency:
    """
    A body.

    Args:
        key: Short name in tests.
        uscc: Its code.
        name: Printed name.
        place: Where it is competent.
        region_word: Before the agency word of a document number.
        agency_word: For example 应急.
        above: Key of the body above it; empty for the uppermost.
    """

    key: str
    uscc: str
    name: str
    place: Place
    region_word: str
    agency_word: str
    above: str = ""


GOVERNMENT: Final = Agency(
    "government", "112202009999990588", "演示市人民政府", CITY, "演", "政"
)
CITY_BUREAU: Final = Agency(
    "city", "11220200999999015T", "演示市应急管理局", CITY, "演", "应急", "government"
)
COUNTY_BUREAU: Final = Agency(
    "county", "112202219999990233", "演示县应急管理局", COUNTY, "演县", "应急", "city"
)
DISTRICT_BUREAU: Final = Agency(
    "district",
    "11220202999999031D",
    "演示区应急管理局",
    DISTRICT,
    "演区",
    "应急",
    "city",
)
COMMITTEE: Final = Agency(
    "committee",
    "1122020099999904X8",
    "演示市安委办",
    CITY,
    "演",
    "安委办",
    "government",
)
COMMISSION: Final = Agency(
    "commission",
    "112202009999990663",
    "演示市纪委监委",
    CITY,
    "演",
    "纪委",
    "government",
)
AGENCIES: Final = (
    GOVERNMENT,
    CITY_BUREAU,
    COUNTY_BUREAU,
    DISTRICT_BUREAU,
    COMMITTEE,
    COMMISSION,
)


@dataclass(frozen=True)
class Certificate:
    """
    An officer's certificate 执法证.

    Args:
        number: Printed number.
        valid_from: First day, inclusive.
        valid_until: Last day, inclusive.
    """

    number: str
    valid_from: date
    valid_until: date


@dataclass(frozen=True)
class Person:
    """
    Somebody who acts.

    Args:
        key: Short name in tests.
        name: Invented.
        role: By the name of the role, lower case.
        body: Key of the agency.
        certificate: Only of those who enforce.
    """

    key: str
    name: str
    role: str
    body: str
    certificate: Certificate | None = None


CERTIFIED_FROM: Final = date(2024, 1, 2)
CERTIFIED_UNTIL: Final = date(2028, 12, 29)


def certified(number: str) -> Certificate:
    """
    Give a certificate that is valid throughout the examples.
    """
    return Certificate(number, CERTIFIED_FROM, CERTIFIED_UNTIL)


FIRST_OFFICER: Final = Person(
    "first", "演示甲", "officer", "city", certified("演示01-001")
)
SECOND_OFFICER: Final = Person(
    "second", "演示乙", "officer", "city", certified("演示01-002")
)
THIRD_OFFICER: Final = Person(
    "third", "演示丙", "officer", "city", certified("演示01-003")
)
FOURTH_OFFICER: Final = Person(
    "fourth", "演示丁", "officer", "city", certified("演示01-004")
)
#: Certificate ran out on the day before the inspection.
LAPSED_OFFICER: Final = Person(
    "lapsed",
    "演示戊",
    "officer",
    "city",
    Certificate("演示01-005", CERTIFIED_FROM, date(2026, 3, 2)),
)
COUNTY_OFFICER: Final = Person(
    "county_first", "演示己", "officer", "county", certified("演示21-001")
)
SECOND_COUNTY_OFFICER: Final = Person(
    "county_second", "演示庚", "officer", "county", certified("演示21-002")
)
HEAD: Final = Person("head", "演示辛", "head", "city")
PRINCIPAL_HEAD: Final = Person("principal", "演示壬", "principal_head", "city")
COUNTY_HEAD: Final = Person("county_head", "演示癸", "head", "county")
LEGAL_REVIEWER: Final = Person("reviewer", "演示子", "legal_reviewer", "city")
CLERK: Final = Person("clerk", "演示丑", "clerk", "city")
IMPORTER: Final = Person("importer", "演示寅", "importer", "city")
DISCLOSURE_OFFICER: Final = Person("disclosure", "演示卯", "disclosure_officer", "city")
DISCIPLINE_INSPECTOR: Final = Person("discipline", "演示辰", "discipline", "commission")
COMMITTEE_MEMBER: Final = Person("committee", "演示巳", "committee_office", "committee")
PEOPLE: Final = (
    FIRST_OFFICER,
    SECOND_OFFICER,
    THIRD_OFFICER,
    FOURTH_OFFICER,
    LAPSED_OFFICER,
    COUNTY_OFFICER,
    SECOND_COUNTY_OFFICER,
    HEAD,
    PRINCIPAL_HEAD,
    COUNTY_HEAD,
    LEGAL_REVIEWER,
    CLERK,
    IMPORTER,
    DISCLOSURE_OFFICER,
    DISCIPLINE_INSPECTOR,
    COMMITTEE_MEMBER,
)


@dataclass(frozen=True)
class Firm:
    """
    An enterprise.

    Args:
        uscc: Its code.
        name: Printed name.
        industry: Four digits of GB/T 4754.
        place: Where it works.
        principal: Its principal, invented.
        former_name: Until it was renamed; empty if it never was.
    """

    uscc: str
    name: str
    industry: str
    place: Place
    principal: str
    former_name: str = ""


CHEMICAL_WORKS: Final = Firm(
    "91220202999999111Q", "演示化工有限公司", "2614", DISTRICT, "演示赵某"
)
FOUNDRY: Final = Firm(
    "9122020299999912XG",
    "演示铸造有限公司",
    "3391",
    DISTRICT,
    "演示钱某",
    former_name="演示翻砂厂",
)
FIREWORKS_STORE: Final = Firm(
    "912202219999991381", "演示烟花爆竹仓储有限公司", "5942", COUNTY, "演示孙某"
)
MINE: Final = Firm(
    "91220221999999146U", "演示萤石矿业有限公司", "1020", COUNTY, "演示李某"
)
#: An individual business 个体工商户.
WORKSHOP: Final = Firm(
    "922202029999991543", "演示小木器加工部", "2110", DISTRICT, "演示周某"
)
FIRMS: Final = (CHEMICAL_WORKS, FOUNDRY, FIREWORKS_STORE, MINE, WORKSHOP)


@dataclass(frozen=True)
class CheckItem:
    """
    An item of a checklist.

    Args:
        number: Stable within the version.
        text: What is looked at.
        violation: Code of the violation if it fails; of these examples alone.
        basis: The provision.
        mandatory: Whether the inspection cannot end without an answer.
    """

    number: int
    text: str
    violation: str
    basis: str
    mandatory: bool


CHECKLIST_CODE: Final = "演示-工贸-通用"
CHECKLIST: Final = (
    CheckItem(1, "建立全员安全生产责任制", "YS-22", "安全生产法22", mandatory=True),
    CheckItem(
        2, "设置安全生产管理机构或者配备人员", "YS-24", "安全生产法24", mandatory=True
    ),
    CheckItem(3, "从业人员经安全培训合格上岗", "YS-28", "安全生产法28", mandatory=True),
    CheckItem(4, "特种作业人员持证上岗", "YS-30", "安全生产法30", mandatory=True),
    CheckItem(5, "危险部位设置安全警示标志", "YS-35", "安全生产法35", mandatory=False),
    CheckItem(6, "安全设备维护、保养并检测", "YS-36", "安全生产法36", mandatory=True),
    CheckItem(
        7, "建立并落实事故隐患排查治理制度", "YS-41", "安全生产法41", mandatory=True
    ),
    CheckItem(8, "出口和疏散通道保持畅通", "YS-42", "安全生产法42", mandatory=False),
)

#: The course of one hazard, all on working days of 2026.
APPROVED_ON: Final = date(2026, 3, 2)
INSPECTED_ON: Final = date(2026, 3, 3)
LISTED_ON: Final = date(2026, 3, 5)
PLAN_FILED_ON: Final = date(2026, 3, 6)
EXTENSION_APPLIED_ON: Final = date(2026, 3, 10)
REPORTED_ON: Final = date(2026, 3, 16)
RECTIFY_UNTIL: Final = date(2026, 3, 17)
OVERDUE_ON: Final = date(2026, 3, 18)
REINSPECTED_ON: Final = date(2026, 3, 19)
VERIFIED_ON: Final = date(2026, 3, 24)
DELISTED_ON: Final = date(2026, 3, 26)
RELEASED_ON: Final = date(2026, 3, 27)
COURSE: Final = (
    APPROVED_ON,
    INSPECTED_ON,
    LISTED_ON,
    PLAN_FILED_ON,
    EXTENSION_APPLIED_ON,
    REPORTED_ON,
    RECTIFY_UNTIL,
    OVERDUE_ON,
    REINSPECTED_ON,
    VERIFIED_ON,
    DELISTED_ON,
    RELEASED_ON,
)
#: 09:30 to 11:45 in the office's zone, on the day of the inspection.
ARRIVED_AT: Final = datetime(2026, 3, 3, 1, 30, tzinfo=UTC)
LEFT_AT: Final = datetime(2026, 3, 3, 3, 45, tzinfo=UTC)
