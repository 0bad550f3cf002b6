"""
法定罚款幅度: by the law of the day of the act, unless a later one is lighter.
"""

from datetime import date

import pytest

from domain.law.fine_ranges import RANGES, TIERS, range_for, range_on

WAN = 10_000_00


class TestRangeOn:
    @pytest.mark.parametrize(
        ("code", "floor", "ceiling"),
        [
            ("114(1)", 30, 100),
            ("114(2)", 100, 200),
            ("114(3)", 200, 1000),
            ("114(4)", 1000, 2000),
        ],
    )
    def test_accidents(self, code: str, floor: int, ceiling: int) -> None:
        """
        安全生产法114(1): the four grades of the law of 2021, in ten thousand yuan.
        """
        found = range_on(code, date(2021, 9, 1))

        assert found is not None
        assert (found.floor_fen, found.ceiling_fen) == (floor * WAN, ceiling * WAN)
        assert found.multiple_max == 5

    def test_before_the_revision(self) -> None:
        """
        安全生产法(2014)109: until 2021-08-31 the amounts that old policies still quote.
        """
        found = range_on("114(1)", date(2021, 8, 31))

        assert found is not None
        assert found.ceiling_fen == 50 * WAN
        assert range_on("114(1)", date(2014, 11, 30)) is None

    def test_one_of_an_article_at_a_time(self) -> None:
        """
        No day has two ranges of one name, and no floor lies above its ceiling.
        """
        for each in RANGES:
            assert 0 <= each.floor_fen < each.ceiling_fen
            assert range_on(each.code, each.in_force_from) is each


class TestRangeFor:
    def test_an_act_before_a_heavier_law(self) -> None:
        """
        行政处罚法37: an old act is judged by the law of its day, though today's is
            heavier.
        """
        found = range_for(
            "114(2)", acted_on=date(2021, 8, 1), decided_on=date(2021, 12, 1)
        )

        assert found is not None
        assert found.ceiling_fen == 100 * WAN

    def test_a_range_that_there_was_not_yet(self) -> None:
        """
        What was not penalised on the day of the act is not penalised later.
        """
        days = {"acted_on": date(2021, 8, 1), "decided_on": date(2021, 12, 1)}

        assert range_for("109", **days) is None


class TestTiers:
    def test_they_fill_the_ranges_of_the_law(self) -> None:
        """
        应急管理部令14号 (待核): the tiers of a grade join, from the floor of its range
        to the ceiling.
        """
        for code in ("114(1)", "114(2)", "114(3)", "114(4)"):
            law = range_on(code, date(2024, 3, 1))
            own = [tier for tier in TIERS if tier.code == code]
            assert law is not None
            assert own[0].floor_fen == law.floor_fen
            assert own[-1].ceiling_fen == law.ceiling_fen
            assert [t.ceiling_fen for t in own[:-1]] == [t.floor_fen for t in own[1:]]
