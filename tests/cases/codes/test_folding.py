"""
Comparing names as people type them.
"""

import pytest

from domain.folding import folded_code, is_masked, same_name, tidied_name


@pytest.mark.parametrize(
    "other",
    [
        "哈尔滨甲(北方)有限公司",
        "哈尔滨甲（ 北方 ）有限公司",
        "哈尔滨 甲（北方）有限公司",
        "哈尔滨甲〔北方〕有限公司",
        "哈尔滨\u3000甲（北方）有限\u200b公司\u00a0",
    ],
)
def test_same(other: str) -> None:
    """
    Brackets, blanks and width do not make another name.
    """
    assert same_name("哈尔滨甲（北方）有限公司", other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("甲有限公司", "甲有限责任公司"),
        ("甲有限公司", "甲有限公司分公司"),
        ("某加油站", "某加油站"),
        ("黄某某", "黄某某"),
        ("张*", "张*"),
        ("", ""),
    ],
)
def test_different(one: str, other: str) -> None:
    """
    Another word makes another name; a masked name equals nothing, not even itself.
    """
    assert not same_name(one, other)


def test_tidied() -> None:
    """
    A stored name is trimmed and loses blanks between characters, nothing else.
    """
    assert tidied_name(" 甲 有限　公司\t（ 北 ）") == "甲有限公司（北）"
    assert tidied_name("ABB（中国）  Co. Ltd") == "ABB（中国） Co. Ltd"


def test_codes() -> None:
    """
    A code has capitals, half width and no hyphens.
    """
    assert folded_code(" 6991 9233－2 ") == "699192332"
    assert folded_code("ｍａ０k") == "MA0K"


@pytest.mark.parametrize("text", ["某加油站", "黄某某", "张＊", "110105********002X"])
def test_masked(text: str) -> None:
    """
    Both kinds of stars and the character 某 hide something.
    """
    assert is_masked(text)
