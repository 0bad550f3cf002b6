"""
The index of the search: by what a thing is found, by whom, and what it is called.
"""

from collections.abc import Mapping
from pathlib import Path
from uuid import UUID

import pytest

from domain.body.file import Identity
from domain.values import Personal
from infra.questions import Ask, Reader
from infra.tables_of_rows import Value
from projections.search import Found, Search
from tests.cases.town import TODAY, Town
from tests.contract.projections.readers import ANYBODY
from tests.contract.projections.stories import as_recorded

FIRST, SECOND, THIRD = "演示市应急管理局", "演示市安监局", "演示市应急局"


class Index:
    """
    A town, and the index of everything in it.
    """

    def __init__(self, folder: Path) -> None:
        """
        Set the town up.
        """
        self.folder = folder
        self.town = Town()

    def renames(self, name: str) -> None:
        """
        Give the city's bureau another name.
        """
        self.town.do(
            "change-body-identity",
            self.town.city,
            identity=Identity(name, parent=self.town.government),
            since_on=TODAY,
        )

    @property
    def model(self) -> Search:
        """
        The index as it stands.
        """
        facts = as_recorded(self.town.office.facts)
        names = {
            fact.id: {f"terms/{term}": value.text for term, value in personal(fact)}
            for fact in facts
        }
        folder = self.folder / str(len(facts))
        model = Search(folder, lambda fact: names.get(fact, {}))
        model.apply(facts)
        return model

    def found(
        self, words: str, reader: Reader = ANYBODY, file: UUID | None = None
    ) -> list[Mapping[str, Value]]:
        """
        Search, and give what was found of a file.
        """
        model = self.model
        rows = model.answer("search", Ask(reader), words=words).rows
        model.close()
        return [row for row in rows if file is None or row["file"] == str(file)]

    def called(self, file: UUID) -> str:
        """
        Say what a page calls a file.
        """
        model = self.model
        label, _ = model.called([str(file)])[str(file)]
        model.close()
        return label


def personal(fact: object) -> list[tuple[str, Personal]]:
    """
    List the personal terms of a fact.
    """
    return [(n, v) for n, v in vars(fact).items() if isinstance(v, Personal)]


@pytest.fixture
def index(tmp_path: Path) -> Index:
    """
    A town that nothing was searched in yet.
    """
    return Index(tmp_path)


class TestBody:
    def test_by_its_new_name(self, index: Index) -> None:
        """
        A body that was renamed goes by its new name, and is found by either.
        """
        index.renames(SECOND)
        city = index.town.city

        assert index.called(city) == SECOND
        (now,) = index.found(SECOND, file=city)
        (before,) = index.found(FIRST, file=city)
        assert now["found_by"] == Found.NAME.code
        assert (before["label"], before["found_by"]) == (
            SECOND,
            Found.FORMER_NAME.code,
        )

    def test_renamed_again_and_back(self, index: Index) -> None:
        """
        Back under a name that it bore before, it is found by that as its own.
        """
        for name in (SECOND, THIRD, FIRST, SECOND):
            index.renames(name)
        city = index.town.city

        assert index.called(city) == SECOND
        assert {row["label"] for row in index.found("演示市", file=city)} == {SECOND}
        assert Found.NAME.code in {
            row["found_by"] for row in index.found(SECOND, file=city)
        }

    def test_what_does_not_change_its_name(self, index: Index) -> None:
        """
        A change that leaves the name makes no former one of it.
        """
        index.renames(FIRST)

        (row,) = index.found(FIRST, file=index.town.city)
        assert row["found_by"] == Found.NAME.code
