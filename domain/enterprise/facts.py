"""
The facts of an enterprise (企业事实).
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import ClassVar

from domain.base import Fact, FirstFact
from domain.enterprise.file import (
    Enterprise,
    Frequency,
    Grade,
    Principal,
    PrincipalKind,
)
from domain.enterprise.profile import UNSTATED, Profile
from domain.references import EnterpriseRef
from domain.values import Personal

#: Where in a USCC the organisation code stands (GB 32100).
_ORG_CODE = slice(8, 17)


def org_code_in(uscc: str) -> str:
    """
    Give the organisation code (组织机构代码) that a USCC has in it.
    """
    return uscc[_ORG_CODE]


def _code_tags(uscc: str, reg_no: str, org_code: str) -> Iterator[str]:
    """
    Find an enterprise by an older code; its organisation code is part of its USCC.
    """
    if uscc or org_code:
        yield f"org-code/{org_code or org_code_in(uscc)}"
    if reg_no:
        yield f"reg-no/{reg_no}"


def _code_claims(uscc: str, reg_no: str) -> Iterator[str]:
    """
    One file per USCC, and one per registration number.
    """
    if uscc:
        yield f"uscc/{uscc}"
    if reg_no:
        yield f"reg-no/{reg_no}"


class EnterpriseRegistered(FirstFact):
    """
    An enterprise was entered in the register (企业入库).
    """

    TOPIC: ClassVar[str] = "enterprise.enterprise-registered.v1"
    ZH: ClassVar[str] = "企业入库"

    name: str
    name_key: str
    region: str
    uscc: str = ""
    reg_no: str = ""
    org_code: str = ""
    profile: Profile = UNSTATED

    def claims(self) -> Iterable[str]:
        """
        One file per code.
        """
        return _code_claims(self.uscc, self.reg_no)

    def tags(self) -> Iterable[str]:
        """
        Found by name and older codes, when a printed party is looked up.
        """
        yield f"enterprise-name/{self.name_key}"
        yield from _code_tags(self.uscc, self.reg_no, self.org_code)

    def apply(self, aggregate: Enterprise) -> None:
        """
        Keep what is known.
        """
        aggregate.names = ((date.min, self.name),)
        aggregate.region = self.region
        aggregate.uscc = self.uscc
        aggregate.reg_no = self.reg_no
        aggregate.org_code = self.org_code
        aggregate.profile = self.profile


class EnterpriseProfileChanged(Fact):
    """
    What is known of an enterprise changed (企业信息变更); what is absent stands.
    """

    TOPIC: ClassVar[str] = "enterprise.enterprise-profile-changed.v1"
    ZH: ClassVar[str] = "企业信息变更"

    profile: Profile = UNSTATED
    region: str = ""
    uscc: str = ""
    reg_no: str = ""
    org_code: str = ""

    def claims(self) -> Iterable[str]:
        """
        Take hold of a code that was not known before.
        """
        return _code_claims(self.uscc, self.reg_no)

    def tags(self) -> Iterable[str]:
        """
        Found by older codes.
        """
        return _code_tags(self.uscc, self.reg_no, self.org_code)

    def apply(self, aggregate: Enterprise) -> None:
        """
        Put what is stated in place of what stood.
        """
        aggregate.profile = aggregate.profile.changed_by(self.profile)
        aggregate.region = self.region or aggregate.region
        aggregate.uscc = self.uscc or aggregate.uscc
        aggregate.reg_no = self.reg_no or aggregate.reg_no
        aggregate.org_code = self.org_code or aggregate.org_code


class EnterpriseRenamed(Fact):
    """
    An enterprise took another name on that day (更名).
    """

    TOPIC: ClassVar[str] = "enterprise.enterprise-renamed.v1"
    ZH: ClassVar[str] = "企业更名"

    name: str
    name_key: str
    former_name: str

    def tags(self) -> Iterable[str]:
        """
        Found by each of its names.
        """
        return (f"enterprise-name/{self.name_key}",)

    def apply(self, aggregate: Enterprise) -> None:
        """
        Add the name from that day on.
        """
        aggregate.names = (*aggregate.names, (self.deed.on, self.name))


class EnterpriseDeregistered(Fact):
    """
    An enterprise was deregistered on that day (注销); it closes nothing (INV-14).
    """

    TOPIC: ClassVar[str] = "enterprise.enterprise-deregistered.v1"
    ZH: ClassVar[str] = "企业注销"

    reason: str

    def apply(self, aggregate: Enterprise) -> None:
        """
        Keep the day.
        """
        aggregate.deregistered_on = self.deed.on


class EnterpriseRecordsJoined(Fact):
    """
    Two files were found to be of one enterprise, and this one yields (并档).
    """

    TOPIC: ClassVar[str] = "enterprise.enterprise-records-joined.v1"
    ZH: ClassVar[str] = "并档"

    leading: EnterpriseRef
    grounds: str

    def tags(self) -> Iterable[str]:
        """
        Who asks for the leading file's hazards asks for those of this one as well.
        """
        return (f"enterprise/{self.leading}/joined",)

    def apply(self, aggregate: Enterprise) -> None:
        """
        Keep which file leads.
        """
        aggregate.leading = self.leading


class EnterpriseGraded(Fact):
    """
    An enterprise was graded for the first time (定级).
    """

    TOPIC: ClassVar[str] = "enterprise.enterprise-graded.v1"
    ZH: ClassVar[str] = "企业定级"

    grade: str
    grade_scale: tuple[str, ...]
    factors: str

    def apply(self, aggregate: Enterprise) -> None:
        """
        Keep the grade.
        """
        aggregate.grade = Grade(self.grade, self.grade_scale)


class EnterpriseGradeChanged(Fact):
    """
    An enterprise was graded anew (等级调整).
    """

    TOPIC: ClassVar[str] = "enterprise.enterprise-grade-changed.v1"
    ZH: ClassVar[str] = "企业等级调整"

    grade: str
    grade_scale: tuple[str, ...]
    factors: str
    former_grade: str

    def apply(self, aggregate: Enterprise) -> None:
        """
        Keep the grade.
        """
        aggregate.grade = Grade(self.grade, self.grade_scale)


class InspectionFrequencySet(Fact):
    """
    It was set how often an enterprise is visited (检查频次设定).
    """

    TOPIC: ClassVar[str] = "enterprise.inspection-frequency-set.v1"
    ZH: ClassVar[str] = "检查频次设定"

    visits_per_year: int
    grounds: str

    def apply(self, aggregate: Enterprise) -> None:
        """
        Keep it with the grade of the day.
        """
        aggregate.frequency = Frequency(self.visits_per_year, aggregate.grade)


class InspectionFrequencyRaised(Fact):
    """
    An enterprise is visited more often than before (检查频次加密).
    """

    TOPIC: ClassVar[str] = "enterprise.inspection-frequency-raised.v1"
    ZH: ClassVar[str] = "检查频次加密"

    visits_per_year: int
    former_visits: int
    grounds: str

    def apply(self, aggregate: Enterprise) -> None:
        """
        Keep it with the grade of the day.
        """
        aggregate.frequency = Frequency(self.visits_per_year, aggregate.grade)


def principal_of(fact: "PrincipalRecorded | PrincipalChanged") -> Principal:
    """
    Give the principal whom a fact names.
    """
    return Principal(
        fact.principal_kind, fact.principal, fact.since_on, fact.principal_key
    )


class PrincipalRecorded(Fact):
    """
    Who answers for an enterprise was recorded (主要负责人登记).
    """

    TOPIC: ClassVar[str] = "enterprise.principal-recorded.v1"
    ZH: ClassVar[str] = "主要负责人登记"

    principal_kind: PrincipalKind
    principal: Personal
    since_on: date
    principal_key: str = ""

    def apply(self, aggregate: Enterprise) -> None:
        """
        Keep who it is.
        """
        new = principal_of(self)
        aggregate.principals = (*aggregate.principals, new)


class PrincipalChanged(Fact):
    """
    Somebody else answers for an enterprise in that capacity (主要负责人变更).
    """

    TOPIC: ClassVar[str] = "enterprise.principal-changed.v1"
    ZH: ClassVar[str] = "主要负责人变更"

    principal_kind: PrincipalKind
    principal: Personal
    since_on: date
    principal_key: str = ""

    def apply(self, aggregate: Enterprise) -> None:
        """
        Keep who it is now.
        """
        new = principal_of(self)
        aggregate.principals = (*aggregate.principals, new)
