"""
金额: exact, in fen, and in the characters of official papers.
"""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.money import (
    NotExact,
    Unit,
    capitals,
    from_capitals,
    in_unit,
    to_fen,
    wan_text,
    yuan_text,
)

amounts = st.integers(0, 10**18 - 1)


@pytest.mark.parametrize(
    ("text", "unit", "fen"),
    [
        ("5", Unit.WAN, 5_000_000),
        ("0.2", Unit.WAN, 200_000),
        ("9.999999", Unit.WAN, 9_999_999),
        ("0.000001", Unit.WAN, 1),
        ("2000", Unit.YUAN, 200_000),
        ("27709.61", Unit.YUAN, 2_770_961),
        ("0.1", Unit.YUAN, 10),
        ("5.0000000", Unit.WAN, 5_000_000),
    ],
)
def test_exact(text: str, unit: Unit, fen: int) -> None:
    """
    万元 have six decimals and 元 two: one fen, and nothing is lost.
    """
    assert to_fen(text, unit) == fen


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("0.001", Unit.YUAN),
        ("0.0000001", Unit.WAN),
        ("一", Unit.YUAN),
        ("", Unit.YUAN),
        ("NaN", Unit.YUAN),
        ("Infinity", Unit.YUAN),
    ],
)
def test_no_amount(text: str, unit: Unit) -> None:
    """
    What is finer than one fen, or no number, is refused.
    """
    with pytest.raises(NotExact):
        to_fen(text, unit)


@given(amounts, st.sampled_from(Unit))
def test_there_and_back(fen: int, unit: Unit) -> None:
    """
    An amount is the same in every unit.
    """
    assert to_fen(in_unit(fen, unit), unit) == fen


def test_display() -> None:
    """
    Yuan are read with separators, published tables have six decimals of 万元.
    """
    assert yuan_text(1_234_560) == "12,345.60"
    assert wan_text(1_234_560) == "1.234560"
    assert in_unit(5_000_000, Unit.WAN) == Decimal(5)


@pytest.mark.parametrize(
    ("fen", "words"),
    [
        (0, "零元整"),
        (5, "伍分"),
        (50, "伍角整"),
        (105, "壹元零伍分"),
        (5_000_000, "伍万元整"),
        (1_680_32, "壹仟陆佰捌拾元叁角贰分"),
        (10_000_05, "壹万元零伍分"),
        (1_000_500_00, "壹佰万零伍佰元整"),
        (10_0001_0000_00, "壹拾亿零壹万元整"),
        (1_0000_0001_00, "壹亿零壹元整"),
        (6_007_14, "陆仟零柒元壹角肆分"),
        (1_0000_0000_0000_00, "壹万亿元整"),
    ],
)
def test_capitals(fen: int, words: str) -> None:
    """
    Amounts on papers stand in capitals, one 零 for each gap, 整 where no fen follow.
    """
    assert capitals(fen) == words


@given(amounts)
def test_capitals_read_back(fen: int) -> None:
    """
    What is written in capitals is read as the same amount.
    """
    assert from_capitals(capitals(fen)) == fen


@pytest.mark.parametrize(
    ("words", "fen"),
    [
        ("人民币伍万圆整", 5_000_000),
        ("五万元", 5_000_000),
        ("两千元", 200_000),
        ("十五万元", 15_000_000),
        ("贰拾柒万零玖元陆角壹分", 27_000_961),
        ("一百二十万", 120_000_000),
    ],
)
def test_other_ways_to_write(words: str, fen: int) -> None:
    """
    Plain characters, 圆 for 元 and a missing 元 are understood.
    """
    assert from_capitals(words) == fen


@pytest.mark.parametrize("words", ["", "元", "伍伍元", "约伍万元", "5万元", "伍元陆"])
def test_no_words_of_an_amount(words: str) -> None:
    """
    Anything else is no amount.
    """
    with pytest.raises(NotExact):
        from_capitals(words)


@pytest.mark.parametrize("digits", [20, 400, 1_000_001])
@pytest.mark.parametrize("unit", Unit)
def test_more_digits_than_any_amount(digits: int, unit: Unit) -> None:
    """
    However many digits a number has, it is refused as one that no amount has.
    """
    with pytest.raises(NotExact):
        to_fen("9" * digits, unit)


@pytest.mark.parametrize("fen", [-1, 10**18])
def test_out_of_bounds(fen: int) -> None:
    """
    No paper states a negative amount, or one beyond 万亿.
    """
    with pytest.raises(ValueError, match="no amount"):
        capitals(fen)
