"""
What an enterprise is like (企业信息), apart from its names and codes.
"""

from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Self

from domain.jurisdictions import Sector
from domain.values import Choice


class SubjectKind(Choice):
    """
    What kind of subject it is (主体类型).
    """

    ENTERPRISE = "企业", "enterprise"
    HOUSEHOLD = "个体工商户", "individual business"
    INSTITUTION = "事业单位", "public institution"
    ORGANISATION = "社会组织", "social organisation"
    COLLECTIVE = "集体经济组织与合作社", "collective or cooperative"
    BRANCH = "分支机构", "branch"
    SERVICE_INSTITUTION = "安全技术服务机构", "safety service institution"
    OTHER = "其他", "other"


class RiskFeature(Choice):
    """
    What makes an enterprise dangerous (风险特征).
    """

    HAZARDOUS_CHEMICALS = "危险化学品", "hazardous chemicals"
    MAJOR_HAZARD_SOURCE = "重大危险源", "major hazard source"
    EXPLOSIVE_DUST = "粉尘涉爆", "explosive dust"
    CONFINED_SPACES = "有限空间", "confined spaces"
    SMELTING = "金属冶炼", "smelting"
    AMMONIA_COOLING = "氨制冷", "ammonia refrigeration"
    GAS = "燃气", "gas"
    SHARED_PREMISES = "厂中厂", "several firms under one roof"


@dataclass(frozen=True)
class Profile:
    """
    What is known of an enterprise; what is not stated is not known.

    Args:
        subject_kind: What kind of subject it is.
        sector: For whose supervision it counts (监管行业).
        industry: Class of GB/T 4754, two to four digits.
        address: Registered address.
        business_address: Where it works, if elsewhere.
        employees_count: How many work there.
        established_on: Day of its founding.
        scale: Its scale, as its register has it.
        management_class: Its class of supervision, as its register has it.
        production_state: Whether it works or stands still, as its register has it.
        risk_features: What makes it dangerous.
    """

    subject_kind: SubjectKind | None = None
    sector: Sector | None = None
    industry: str | None = None
    address: str | None = None
    business_address: str | None = None
    employees_count: int | None = None
    established_on: date | None = None
    scale: str | None = None
    management_class: str | None = None
    production_state: str | None = None
    risk_features: tuple[RiskFeature, ...] | None = None

    def changed_by(self, newer: Self) -> Self:
        """
        Give the profile after a change: what the newer one states, else what stood.
        """
        stated = {
            each.name: getattr(newer, each.name)
            for each in fields(newer)
            if getattr(newer, each.name) is not None
        }
        return replace(self, **stated)


#: Nothing is stated.
UNSTATED = Profile()
