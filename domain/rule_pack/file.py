"""
The file of one version of a rule pack (规则包卷).

Published once, adopted in as many places as want it, retired as a whole.
A place is governed by the adoption with the newest first day; where it has none, by
that of the place around it; where there is none at all, by national law alone.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from domain.base import Audience, Fact, File, FirstFact
from domain.law.packs import Pack, PackStatus
from domain.rule_pack.values import PackValue, pack_of_values


def adoption_tag(region: str) -> str:
    """
    Name the tag of the packs that were adopted in a region.
    """
    return f"jurisdiction/{region}/pack"


def pack_claim(code: str, version: str) -> str:
    """
    Name the claim that a version of a pack holds.
    """
    return f"pack/{code}@{version}"


class RulePackPublished(FirstFact):
    """
    A version of a rule pack was published (规则包发布).
    """

    TOPIC: ClassVar[str] = "rule-pack.rule-pack-published.v1"
    ZH: ClassVar[str] = "规则包发布"
    AUDIENCE: ClassVar[Audience] = Audience.PUBLIC

    pack_code: str
    pack_version: str
    pack_status: PackStatus
    pack_values: tuple[PackValue, ...]

    def claims(self) -> Iterable[str]:
        """
        One file per version.
        """
        return (pack_claim(self.pack_code, self.pack_version),)

    def apply(self, aggregate: "RulePack") -> None:
        """
        Keep what it lays down.
        """
        aggregate.code = self.pack_code
        aggregate.pack_version = self.pack_version
        aggregate.status = self.pack_status
        aggregate.values = self.pack_values


class RulePackAdopted(Fact):
    """
    A place adopted a rule pack, from a day on (规则包采用).
    """

    TOPIC: ClassVar[str] = "rule-pack.rule-pack-adopted.v1"
    ZH: ClassVar[str] = "规则包采用"
    AUDIENCE: ClassVar[Audience] = Audience.PUBLIC

    region: str
    since_on: date

    def tags(self) -> Iterable[str]:
        """
        Every act asks which pack its place has adopted (INV-64).
        """
        return (adoption_tag(self.region),)

    def apply(self, aggregate: "RulePack") -> None:
        """
        Add the place.
        """
        aggregate.adoptions = (*aggregate.adoptions, (self.region, self.since_on))


class RulePackRetired(Fact):
    """
    A rule pack was put out of use everywhere, after a last day (规则包停用).
    """

    TOPIC: ClassVar[str] = "rule-pack.rule-pack-retired.v1"
    ZH: ClassVar[str] = "规则包停用"
    AUDIENCE: ClassVar[Audience] = Audience.PUBLIC

    until_on: date
    reason: str
    regions: tuple[str, ...]

    def tags(self) -> Iterable[str]:
        """
        Every act asks which pack its place has adopted.
        """
        return tuple(adoption_tag(region) for region in self.regions)

    def apply(self, aggregate: "RulePack") -> None:
        """
        Keep its last day.
        """
        aggregate.retired_after = self.until_on


@dataclass(frozen=True)
class ClassCap:
    """
    How often an enterprise of a class is inspected in a year at most (检查频次上限).

    Args:
        cap_count_max: Planned and random visits of one body in the year, inclusive.
        grade: The class, a code of the scale of the place; empty for every class that
            is not named, and for enterprises without a grade.
    """

    cap_count_max: int
    grade: str = ""


@dataclass(frozen=True)
class PublishedCap:
    """
    The caps of a place for a year (年度检查频次上限).

    Args:
        region: The place.
        year: The year.
        caps: By class.
    """

    region: str
    year: int
    caps: tuple[ClassCap, ...]

    def of_class(self, grade: str) -> int | None:
        """
        Give the cap for a class; nothing where none was published for it.
        """
        by_class = {each.grade: each.cap_count_max for each in self.caps}
        return by_class.get(grade, by_class.get(""))


def cap_tag(region: str) -> str:
    """
    Name the tag of the caps that were published for a region.
    """
    return f"jurisdiction/{region}/inspection-cap"


class InspectionCapPublished(Fact):
    """
    A place published how often enterprises are inspected in a year at most
    (检查频次上限公布).
    """

    TOPIC: ClassVar[str] = "rule-pack.inspection-cap-published.v1"
    ZH: ClassVar[str] = "检查频次上限公布"
    AUDIENCE: ClassVar[Audience] = Audience.PUBLIC

    region: str
    year: int
    caps: tuple[ClassCap, ...]
    source: str

    def tags(self) -> Iterable[str]:
        """
        Read when a visit is approved, or a frequency set (INV-22).
        """
        return (cap_tag(self.region),)

    def apply(self, aggregate: "RulePack") -> None:
        """
        Add them; for a place and a year the newest stand.
        """
        published = PublishedCap(self.region, self.year, self.caps)
        aggregate.caps = (*aggregate.caps, (self.deed.occurred_at, published))


class RulePack(File):
    """
    A version of a rule pack (规则包).
    """

    TOPIC: ClassVar[str] = "rule-pack"
    ZH: ClassVar[str] = "规则包"
    EN: ClassVar[str] = "rule pack"

    def __init__(self) -> None:
        """
        Nothing is known yet.
        """
        self.code = ""
        self.pack_version = ""
        self.status = PackStatus.IN_FORCE
        self.values: tuple[PackValue, ...] = ()
        self.adoptions: tuple[tuple[str, date], ...] = ()
        self.retired_after: date | None = None
        self.caps: tuple[tuple[datetime, PublishedCap], ...] = ()

    @property
    def label(self) -> str:
        """
        How facts name it, ``<code>@<version>``.
        """
        return f"{self.code}@{self.pack_version}"

    @property
    def regions(self) -> tuple[str, ...]:
        """
        Where it was ever adopted.
        """
        return tuple(dict.fromkeys(region for region, _ in self.adoptions))

    def adopted_since(self, region: str, day: date) -> date | None:
        """
        Give the first day of its newest adoption in a region that has begun by a day.
        """
        begun = (s for where, s in self.adoptions if where == region and s <= day)
        return max(begun, default=None)

    def is_retired_on(self, day: date) -> bool:
        """
        Whether it was out of use on a day.
        """
        return self.retired_after is not None and self.retired_after < day

    def as_pack(self) -> Pack:
        """
        Give it as the law reads it; its values are those of its own fact.
        """
        return pack_of_values(self.code, self.status, self.values)
