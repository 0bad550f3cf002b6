"""
Looking up the divisions of the country (行政区划).
"""

from dataclasses import dataclass
from functools import cache

from domain.law.regions import REGIONS, RETIRED_REGIONS

REGION_LENGTH = 6
NATION = ""


@dataclass(frozen=True, slots=True)
class Region:
    """
    A division with its code (行政区划).

    Args:
        code: Six digits.
        name: As in the list.
        last_listed: Year and month, as in ``201504``, of the last list that had it;
            empty while it is in use.
    """

    code: str
    name: str
    last_listed: str = ""

    @property
    def in_use(self) -> bool:
        """
        Whether the list of today has it.
        """
        return not self.last_listed


@cache
def regions() -> dict[str, Region]:
    """
    Give every division in use, by code and in the order of the codes.
    """
    entries = (line.split(" ") for line in REGIONS.splitlines())
    return {code: Region(code, name) for code, name in entries}


@cache
def retired_regions() -> dict[str, tuple[Region, ...]]:
    """
    Give the divisions that earlier lists had, by code; one code may have had several.
    """
    found: dict[str, tuple[Region, ...]] = {}
    for line in RETIRED_REGIONS.splitlines():
        region = Region(*line.split(" "))
        found[region.code] = (*found.get(region.code, ()), region)
    return found


def find_region(code: str) -> Region | None:
    """
    Find a division by its code: in use, or else as it was listed last.
    """
    if current := regions().get(code):
        return current
    earlier = retired_regions().get(code, ())
    return max(earlier, key=lambda region: region.last_listed, default=None)


def is_known_region(code: str) -> bool:
    """
    Say whether a code stands in the list, today's or an earlier one.
    """
    return code in regions() or code in retired_regions()


def parent_of(code: str) -> str:
    """
    Name the division that a division lies in; empty for a province.

    Where the middle pair stands for no division, the province is the parent.
    """
    if code.endswith("0000"):
        return NATION
    prefecture = f"{code[:4]}00"
    if code != prefecture and prefecture in regions():
        return prefecture
    return f"{code[:2]}0000"


def full_name(code: str) -> str:
    """
    Write a division with those it lies in, as in 黑龙江省哈尔滨市道里区.

    Empty for a code that no list has.
    """
    region = find_region(code)
    if region is None:
        return ""
    return full_name(parent_of(code)) + region.name


def within(code: str, outer: str) -> bool:
    """
    Say whether a division is another one or lies in it.
    """
    return code.startswith(stem(outer))


def children_of(code: str) -> tuple[Region, ...]:
    """
    Give the divisions in use that lie in one directly, in the order of their codes.

    Args:
        code: Six digits, or empty for the provinces.
    """
    return tuple(
        region for region in regions().values() if parent_of(region.code) == code
    )


def find_by_name(name: str, *, inside: str = NATION) -> tuple[Region, ...]:
    """
    Find the divisions in use that bear exactly this name.

    Args:
        name: The whole name, with its suffix.
        inside: Only divisions that lie here; empty for the whole country.
    """
    return tuple(
        region
        for region in regions().values()
        if region.name == name and within(region.code, inside)
    )


def stem(code: str) -> str:
    """
    Give the digits that every code inside a division begins with.

    The last digit of a county may be a nought, so noughts are taken off in pairs.
    """
    if code.endswith("0000"):
        return code[:2]
    return code[:4] if code.endswith("00") else code
