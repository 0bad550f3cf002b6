"""
The directory: the tree of bodies that every request asks for.
"""

from datetime import date
from pathlib import Path
from uuid import UUID

from domain.base import Fact
from domain.body.file import Identity
from projections.directory import Directory
from tests.cases.town import SINCE, Town
from tests.contract.projections.stories import as_recorded, fed

RENAMED_ON = date(2026, 4, 1)
OLD, NEW = "演示市应急管理局", "演示市安监局"


def told() -> tuple[UUID, list[Fact]]:
    """
    Tell of a bureau that gets another name.
    """
    town = Town()
    town.do(
        "change-body-identity",
        town.city,
        identity=Identity(NEW, parent=town.government),
        since_on=RENAMED_ON,
    )
    return town.city, as_recorded(town.office.facts)


class TestTree:
    def test_of_a_day(self, tmp_path: Path) -> None:
        """
        A body is called as on that day, whatever day was asked for before.
        """
        body, facts = told()
        model = fed(Directory.NAME, tmp_path, facts, batch=1000)
        assert isinstance(model, Directory)

        days = (SINCE, RENAMED_ON, SINCE)

        assert [model.tree_on(day)[body].name for day in days] == [OLD, NEW, OLD]

    def test_after_a_change(self, tmp_path: Path) -> None:
        """
        What was asked for before a body changed is not what is answered after it.
        """
        body, facts = told()
        *earlier, change = facts
        model = fed(Directory.NAME, tmp_path, earlier, batch=1000)
        assert isinstance(model, Directory)
        assert model.tree_on(RENAMED_ON)[body].name == OLD

        model.apply([change])

        assert model.tree_on(RENAMED_ON)[body].name == NEW

    def test_of_a_day_is_read_once(self, tmp_path: Path) -> None:
        """
        While no body changes, the bodies are not read again.
        """
        _, facts = told()
        model = fed(Directory.NAME, tmp_path, facts, batch=1000)
        assert isinstance(model, Directory)

        assert model.tree_on(RENAMED_ON) is model.tree_on(RENAMED_ON)
