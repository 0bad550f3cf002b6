"""
行政区划 and 行业分类: the lists are whole, and tell what lies in what.
"""

import pytest

from domain.law.industries import (
    DIVISIONS,
    HIGH_RISK_TRADES,
    SECTIONS,
    section_of,
    trades_in,
)
from domain.regions import (
    children_of,
    find_by_name,
    find_region,
    full_name,
    is_known_region,
    parent_of,
    regions,
    retired_regions,
    within,
)


def test_every_code_has_a_parent() -> None:
    """
    Each division lies in one that is listed, up to the 34 provinces.
    """
    for code in regions():
        assert len(code) == 6
        assert code.isdigit()
        assert parent_of(code) == "" or parent_of(code) in regions()

    assert len(children_of("")) == 34


@pytest.mark.parametrize(
    ("code", "name", "count"),
    [
        ("230100", "黑龙江省哈尔滨市", 18),
        ("140900", "山西省忻州市", 14),
        ("513300", "四川省甘孜藏族自治州", 18),
        ("220000", "吉林省", 9),
    ],
)
def test_places_of_the_policies(code: str, name: str, count: int) -> None:
    """
    The places whose policies are followed are there, with all that lies in them.
    """
    assert full_name(code) == name
    assert len(children_of(code)) == count
    assert all(within(child.code, code) for child in children_of(code))


def test_county_that_the_province_governs() -> None:
    """
    A county without a prefecture lies in its province.
    """
    assert parent_of("429004") == "420000"
    assert full_name("429004") == "湖北省仙桃市"


def test_code_of_an_earlier_list() -> None:
    """
    密云 was a county until 2015; its old code is known, and known to be old.
    """
    region = find_region("110228")

    assert region is not None
    assert (region.name, region.in_use) == ("密云县", False)
    assert region.last_listed.startswith("2015")
    assert find_region("110118") is not None


def test_one_code_under_two_names() -> None:
    """
    A code that goes on under a new name is in use; the old name stays findable.
    """
    region = find_region("130502")

    assert region is not None
    assert (region.name, region.in_use) == ("襄都区", True)
    assert [r.name for r in retired_regions()["130502"]] == ["桥东区"]


def test_codes_of_nothing() -> None:
    """
    A code that no list ever had is unknown.
    """
    assert not is_known_region("999999")
    assert find_region("230199") is None
    assert full_name("999999") == ""


def test_by_name() -> None:
    """
    A name is found whole, inside the place asked for.
    """
    assert len(find_by_name("朝阳区")) == 2
    assert [r.code for r in find_by_name("朝阳区", inside="220000")] == ["220104"]
    assert find_by_name("朝阳") == ()


def test_industries() -> None:
    """
    20 sections and 97 divisions, each division in one section.
    """
    assert len(SECTIONS) == 20
    assert [f"{number:02}" for number in range(1, 98)] == list(DIVISIONS)
    assert "" not in map(section_of, DIVISIONS)
    assert (section_of("0610"), section_of("2612"), section_of("xx")) == ("B", "C", "")


def test_high_risk_trades() -> None:
    """
    Each trade points to divisions that exist; coal mining is one of them.
    """
    for trade in HIGH_RISK_TRADES:
        assert set(trade.divisions) <= DIVISIONS.keys()

    assert [trade.code for trade in trades_in("06")] == ["coal_mine"]
