"""
What files and people are called on a page that shows them (显示名称).
"""

from collections.abc import Iterable

from domain.base import FILES
from infra.tables_of_rows import Column, Value
from projections.search import Search
from services.web.house import House


def names_in(
    house: House, columns: Iterable[Column], rows: Iterable[dict[str, Value]]
) -> dict[str, str]:
    """
    Name every file that some rows point to.

    Args:
        house: Where the names are.
        columns: The columns of the rows; those of kind ``file`` hold ids.
        rows: The rows.
    """
    pointing = [column.name for column in columns if column.kind == "file"]
    ids = {str(row[name]) for row in rows for name in pointing if row.get(name)}
    return names_of(house, ids)


def names_of(house: House, ids: Iterable[str]) -> dict[str, str]:
    """
    Name files by id; one that has no name of its own is left out.
    """
    index = house.models[Search.NAME]
    assert isinstance(index, Search)
    found = index.called(ids)
    pointers = [pointer for _, pointer in found.values() if pointer]
    people = house.ledger.vault.opened("name", pointers)
    return {
        file: people.get(pointer, "") if pointer else label
        for file, (label, pointer) in found.items()
    }


def kind_of(house: House, file: str) -> str:
    """
    Name the kind of a file by its first fact's topic; empty for no such file.
    """
    stored = house.ledger.recorder.fact(f"{file}/1")
    kind = FILES.get(stored.topic.partition(".")[0]) if stored else None
    return kind.ZH if kind else ""
