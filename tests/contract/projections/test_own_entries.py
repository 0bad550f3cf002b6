"""
The black list carries the entries made here, on any day, as known at any position.
"""

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from infra.questions import Ask
from projections.black_list import BlackList
from tests.cases.list_entry.listed import Lists
from tests.cases.scene import PHOTO
from tests.contract.projections.readers import officer_of
from tests.contract.projections.stories import as_recorded, fed

LISTED_ON, LAST_DAY, AFTER = date(2026, 3, 2), date(2029, 3, 2), date(2029, 3, 3)


@pytest.fixture
def lists() -> Lists:
    """A bureau in Harbin."""
    return Lists("000")


def on_list(
    lists: Lists, folder: Path, *days: date, known_at: int | None = None
) -> list[bool]:
    """Say whether anybody is on the list, day by day."""
    facts = as_recorded(lists.office.facts)
    model = fed(BlackList.NAME, folder / str(len(facts)), facts, batch=1000)
    reader = officer_of(lists.bureau)
    found = [
        bool(model.answer("black-list", Ask(reader, day, known_at)).rows)
        for day in days
    ]
    model.close()
    return found


class TestOwnEntries:
    def test_from_the_decision_to_the_last_day(
        self, lists: Lists, tmp_path: Path
    ) -> None:
        """
        应急管理部令11号 13: nobody is on it before the decision, nor after three years.
        """
        lists.heard()
        assert on_list(lists, tmp_path, LISTED_ON) == [False]
        lists.listed(lists.on_the_spot())

        days = (date(2026, 3, 1), LISTED_ON, LAST_DAY, AFTER)
        assert on_list(lists, tmp_path, *days) == [False, True, True, False]

    def test_removed_early(self, lists: Lists, tmp_path: Path) -> None:
        """
        应急管理部令11号 20: from the removal on nobody is listed; before it, as it was
        known then, the term ran on.
        """
        lists.removed()
        removed_on, known = lists.day, len(lists.office.facts) - 1

        days = (date(2027, 3, 2), removed_on, LAST_DAY)
        assert on_list(lists, tmp_path, *days) == [True, False, False]
        assert on_list(lists, tmp_path, *days, known_at=known) == [True, True, True]

    def test_fallen_with_its_penalty(self, lists: Lists, tmp_path: Path) -> None:
        """
        INV-41: whoever was listed on a penalty that fell is on the list no longer.
        """
        penalty = lists.on_the_spot()
        lists.listed(penalty)
        lists.pass_days(30)
        lists.revoke(penalty)

        days = (LISTED_ON, date(2026, 3, 31), lists.day)
        assert on_list(lists, tmp_path, *days) == [True, True, False]

    def test_restored(self, lists: Lists, tmp_path: Path) -> None:
        """
        应急管理部令11号 21: listed again for a new term, over the end of the old one.
        """
        entry = lists.removed()
        removed_on, lists.day = lists.day, date(2027, 6, 1)
        said = {"reasons": "虚假", "evidence": (PHOTO,)}
        lists.do("restore-entry", entry, by=lists.chief, **said)

        days = (removed_on, date(2027, 6, 1), AFTER, date(2030, 6, 1), date(2030, 6, 2))
        assert on_list(lists, tmp_path, *days) == [False, True, True, True, False]

    def test_history_says_when_it_ended(self, lists: Lists, tmp_path: Path) -> None:
        """
        What ended stays in the history, with its day.
        """
        lists.removed()
        facts = as_recorded(lists.office.facts)
        model = fed(BlackList.NAME, tmp_path, facts, batch=1000)
        asked = Ask(officer_of(lists.bureau), LAST_DAY)

        (row,) = model.answer("list-history", asked, enterprise=lists.enterprise).rows
        model.close()

        assert UUID(str(row["enterprise"])) == lists.enterprise
        assert row["removed_on"] == lists.day.isoformat()
