"""
The surcharge on a fine paid late (加处罚款), 行政处罚法72(1), 行政强制法45.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.law.surcharge import surcharge

FINE = 5_000_000


@pytest.mark.parametrize(
    ("days", "fen"),
    [
        (0, 0),
        (1, 150_000),
        (10, 1_500_000),
        (33, 4_950_000),
        (34, 5_000_000),
        (35, 5_000_000),
        (3_650, 5_000_000),
    ],
)
def test_three_per_cent_a_day_up_to_the_fine(days: int, fen: int) -> None:
    """
    50 000 yuan grow by 1 500 a day and are doubled on the 34th day, never more.
    """
    assert surcharge(FINE, days) == fen


def test_fractions_of_a_fen_are_dropped() -> None:
    """
    Three per cent of 33 fen is not yet a fen.
    """
    assert [surcharge(33, days) for days in (1, 2, 33, 34)] == [0, 1, 32, 33]


@given(st.integers(0, 10**13), st.integers(0, 10_000))
def test_it_never_shrinks_and_never_exceeds_the_fine(fine: int, days: int) -> None:
    """
    One day more costs no less, and the fine is the most that can be added.
    """
    assert surcharge(fine, days) <= surcharge(fine, days + 1) <= fine


@pytest.mark.parametrize(("fine", "days"), [(-1, 1), (1, -1)])
def test_nothing_is_negative(fine: int, days: int) -> None:
    """
    A negative fine or a negative delay is a mistake of whoever asks.
    """
    with pytest.raises(ValueError, match="不得为负"):
        surcharge(fine, days)
