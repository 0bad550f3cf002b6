"""
``shilu due`` and ``shilu surcharge``.
"""

import argparse
from datetime import date
from pathlib import Path

import orjson
import pytest

from domain.law.calendars import SHIPPED
from domain.law.deadlines import RULES
from domain.law.rule import Period, Unit
from domain.periods import due
from infra.settings import Settings
from services.commandline.periods import as_json, register
from tests.cases.law.test_edges import TABLE as EDGES


def run(*words: str) -> int:
    """
    Run one of the two commands.
    """
    parser = argparse.ArgumentParser()
    register(parser.add_subparsers(required=True))
    asked = parser.parse_args(words)
    asked.settings = Settings(home=Path("nowhere"))
    code: int = asked.run(asked)
    return code


class TestDue:
    def test_working_days_skip_the_holiday(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """
        Five working days from 2026-09-24 end on 2026-10-09 (行政处罚法64(1), 85).
        """
        code = run("due", "PN.hearing.request", "2026-09-24", "--json")

        said = orjson.loads(capsys.readouterr().out)
        assert (code, said["due"]) == (0, "2026-10-09")
        assert "provisional" not in said

    def test_the_arithmetic_is_shown_day_by_day(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """
        A person sees each day, whether it counted and why, and the provision.
        """
        run("due", "PN.hearing.request", "2026-09-24")

        out = capsys.readouterr().out
        assert "2026-10-01  节假日" in out
        assert "5  2026-10-09  工作日" in out
        assert "行政处罚法64(1)" in out

    def test_an_unpublished_year_is_provisional(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """
        A period that needs an unpublished calendar is marked, and never fails.
        """
        run("due", "PN.hearing.request", "2026-12-30", "--json")

        assert orjson.loads(capsys.readouterr().out)["provisional"] is True

    def test_hours_take_and_give_a_moment(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """
        A rule in hours runs from a moment to a moment, in the office's zone.
        """
        code = run("due", "RF.send", "2026-09-24T10:20", "--json")

        said = orjson.loads(capsys.readouterr().out)
        assert (code, said["due"]) == (0, "2026-09-25T10:20+08:00")

    @pytest.mark.parametrize(
        ("rule", "start"),
        [
            ("PN.notice", "2026-09-24"),
            ("PN.filing", "2026-09-24"),
            ("RF.report", "2026-09-24"),
            ("PN.no_such", "2026-09-24"),
            ("RF.send", "2026-09-24"),
            ("PN.pay", "2026-09-31"),
            ("PN.pay", "yesterday"),
        ],
    )
    def test_no_period_no_day(
        self, rule: str, start: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """
        An id without a period, an unknown id and a day that is none say so, exit 2.
        """
        code = run("due", rule, start)

        told = capsys.readouterr()
        assert code == 2
        assert told.out == ""
        assert len(told.err.splitlines()) == 2

    def test_every_rule_with_a_period_answers(self) -> None:
        """
        Years, months, calendar and working days and hours all end somewhere.
        """
        for rule in RULES:
            if isinstance(rule.period, Period):
                on = rule.in_force_until or rule.in_force_from
                day = "2026-09-24" if on is None else on.isoformat()
                hours = rule.period.unit is Unit.HOUR

                code = run("due", rule.id, f"{day}T10:20" if hours else day)

                assert code == 0, rule.id

    def test_the_golden_days_are_what_a_person_is_told(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """
        Each example of the law of deadlines is answered as it stands there, and where
        nothing runs no day is named.
        """
        for edge in EDGES:
            code = run("due", edge.rule, edge.start, "--json")

            told = capsys.readouterr().out
            last = orjson.loads(told)["due"].partition("+")[0] if told else ""
            assert (code, last) == ((0, edge.last) if edge.ends else (2, "")), edge


class TestSurcharge:
    def test_three_per_cent_a_day(self, capsys: pytest.CaptureFixture[str]) -> None:
        """
        3 % a day of the fine, in fen (行政处罚法72(1)).
        """
        run("surcharge", "--fine", "20000", "--days", "3", "--json")

        assert orjson.loads(capsys.readouterr().out)["surcharge_fen"] == 180_000

    def test_never_above_the_fine(self, capsys: pytest.CaptureFixture[str]) -> None:
        """
        The surcharge stops at the fine itself (行政强制法45).
        """
        run("surcharge", "--fine", "20000", "--days", "400", "--json")

        assert orjson.loads(capsys.readouterr().out)["surcharge_fen"] == 2_000_000

    @pytest.mark.parametrize(
        ("fine", "days"),
        [("x", "3"), ("1.005", "3"), ("1e99", "3"), ("-1", "3"), ("1", "-3")],
    )
    def test_no_amount_no_answer(
        self, fine: str, days: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """
        What is no amount of yuan, or less than nothing, is said so, exit 2.
        """
        code = run("surcharge", f"--fine={fine}", f"--days={days}")

        assert (code, capsys.readouterr().out) == (2, "")


def test_json_says_where_a_limit_rolled_from() -> None:
    """
    Fifteen days to pay that end in the holiday move to the day after it.
    """
    found = due("PN.pay", date(2026, 9, 18), calendar=SHIPPED)

    assert as_json(found)["due"] == "2026-10-08"
    assert as_json(found)["rolled_from"] == "2026-10-03"
