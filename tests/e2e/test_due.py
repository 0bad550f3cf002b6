"""
When a period ends, by the calendar of the ledger: on the page and in the terminal.
"""

import argparse
from datetime import date
from pathlib import Path

import orjson
import pytest
from starlette.testclient import TestClient

from domain.calendar import YearStatus
from domain.calendar_year.file import statutory_days
from infra.settings import Settings
from services.commandline.periods import register
from tests.e2e.city import Town

RULE, START = "PN.hearing.request", "2026-12-29"
#: Five working days on, by the statutory days of 2027 and by what is published.
PROVISIONAL, OFFICIAL = "2027-01-06", "2027-01-08"


def publish(town: Town) -> None:
    """
    Publish 2027, with two days off that nobody announced.
    """
    town.do(
        "publish-calendar-year",
        year=2027,
        year_status=YearStatus.OFFICIAL,
        holidays=(*statutory_days(2027), date(2027, 1, 4), date(2027, 1, 5)),
        source="演示通知",
    )


def told(home: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    """
    Ask in the terminal, in a home.
    """
    parser = argparse.ArgumentParser()
    register(parser.add_subparsers(required=True))
    asked = parser.parse_args(["due", RULE, START, "--json"])
    asked.settings = Settings(home=home)
    capsys.readouterr()
    assert asked.run(asked) == 0
    said: dict[str, object] = orjson.loads(capsys.readouterr().out)
    return said


class TestTerminal:
    def test_by_the_years_published(
        self,
        town: Town,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        """
        行政处罚法85: the years that were published in the ledger count.
        """
        before = told(town.house.home, capsys)

        publish(town)

        after = told(town.house.home, capsys)
        assert (before["due"], before["provisional"]) == (PROVISIONAL, True)
        assert after["due"] == OFFICIAL
        assert "provisional" not in after

    def test_without_a_ledger(
        self,
        tmp_path: Path,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        """
        The calendar that was shipped answers, and a question opens no ledger.
        """
        home = tmp_path / "nowhere"

        said = told(home, capsys)

        assert said["due"] == PROVISIONAL
        assert not home.exists()


def test_on_the_page(town: Town) -> None:
    """
    The page counts by the same calendar.
    """
    actor = town.people["first"]
    chosen = {
        "person": str(actor.person),
        "role": actor.role.code,
        "body": str(actor.body),
    }
    address = f"/enforcement/due?rule={RULE}&start={START}"
    with TestClient(town.app, "http://test", headers={"Accept": "text/html"}) as client:
        client.post("/enforcement/sign-in", data=chosen)
        before = client.get(address).text
        publish(town)
        after = client.get(address).text

    assert f"：{PROVISIONAL}</strong>" in before
    assert "暂定" in before
    assert f"：{OFFICIAL}</strong>" in after
