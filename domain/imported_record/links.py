"""
Links of imported records (关联): to an enterprise, and to the authority.
"""

from collections.abc import Iterable
from datetime import date
from typing import ClassVar
from uuid import UUID

from domain.base import Fact
from domain.imported_record.file import ImportedRecord, Link
from domain.references import BodyRef, EnterpriseRef
from domain.values import Choice


class LinkGround(Choice):
    """
    On what a link rests (关联依据).
    """

    USCC = "统一社会信用代码一致", "same unified social credit code"
    AUTHORITY_CODE = "机关代码一致", "same code of the authority"
    PERSON = "人工认定", "somebody found so"


class HoldReason(Choice):
    """
    Why a party is not linked (待认定原因).
    """

    NAME_AND_REGION_DIFFER = (
        "代码一致，但名称和地区都不同",
        "code fits, name and place not",
    )
    CODE_UNKNOWN = "名录中没有该代码", "the register has no such code"
    ORG_CODE = "组织机构代码一致", "same organisation code"
    REG_NO = "注册号一致", "same registration number"
    OTHER_NAME = "代码一致，但名称不同", "older code fits, the name does not"
    NAME_ONLY = "只有名称", "by name alone"
    SEVERAL = "有多个可能的企业", "several could be meant"
    CLASS_UNKNOWN = "当事人类别不明", "the class of the party is not known"
    MASKED = "名称已脱敏", "the name is masked"
    NATURAL_PERSON = "自然人不按姓名认定", "a person is never matched by name"
    NONE_FOUND = "名录中没有相近的企业", "nobody like it in the register"
    PERSON = "人工暂缓", "held by somebody"


class PartyHeld(Fact):
    """
    Which enterprise the party is, was left to a person (当事人待认定).
    """

    TOPIC: ClassVar[str] = "imported-record.party-held.v1"
    ZH: ClassVar[str] = "当事人待认定"

    hold_reason: HoldReason
    proposals: tuple[EnterpriseRef, ...] = ()
    grounds: str = ""

    def apply(self, aggregate: ImportedRecord) -> None:
        """
        Keep who could be meant.
        """
        aggregate.link = Link.HELD
        aggregate.enterprise = None
        aggregate.proposals = self.proposals


class PartyLinked(Fact):
    """
    The party was linked to an enterprise (当事人关联).
    """

    TOPIC: ClassVar[str] = "imported-record.party-linked.v1"
    ZH: ClassVar[str] = "当事人关联"

    enterprise: EnterpriseRef
    link_ground: LinkGround
    name_differs: bool
    holds_on: date | None = None
    grounds: str = ""

    def tags(self) -> Iterable[str]:
        """
        Found by the enterprise from now on.
        """
        return (f"enterprise/{self.enterprise}/imported",)

    def apply(self, aggregate: ImportedRecord) -> None:
        """
        Keep whose it is.
        """
        aggregate.link = Link.LINKED
        aggregate.enterprise = self.enterprise
        aggregate.name_differs = self.name_differs
        aggregate.proposals = ()


class PartyUnlinked(Fact):
    """
    A link to an enterprise was undone (取消当事人关联).
    """

    TOPIC: ClassVar[str] = "imported-record.party-unlinked.v1"
    ZH: ClassVar[str] = "取消当事人关联"

    enterprise: EnterpriseRef
    grounds: str

    def tags(self) -> Iterable[str]:
        """
        Whoever counted it for the enterprise learns of it.
        """
        return (f"enterprise/{self.enterprise}/imported",)

    def apply(self, aggregate: ImportedRecord) -> None:
        """
        It is nobody's again.
        """
        aggregate.link = Link.HELD
        aggregate.enterprise = None
        aggregate.name_differs = False


class AuthorityLinked(Fact):
    """
    The authority was linked to a body of the tree (机关关联).
    """

    TOPIC: ClassVar[str] = "imported-record.authority-linked.v1"
    ZH: ClassVar[str] = "机关关联"

    body: BodyRef
    link_ground: LinkGround
    grounds: str = ""

    def tags(self) -> Iterable[str]:
        """
        Found by the body.
        """
        return (f"body/{self.body}/imported",)

    def hand_overs(self) -> Iterable[tuple[UUID, UUID]]:
        """
        The authority that made the record reads it, whoever imported it.
        """
        return ((self.file, self.body),)

    def apply(self, aggregate: ImportedRecord) -> None:
        """
        Keep whose act it was.
        """
        aggregate.authority_body = self.body
