"""
What files and people are called on a page that shows them (显示名称).
"""

from collections.abc import Iterable

from domain.base import FILES
from projections.search import Search
from services.web.house import House


def names_of(house: House, ids: Iterable[str]) -> dict[str, str]:
    """
    Name files by id; one that has no name of its own is left out.
    """
    found = house.model(Search).called(ids)
    pointers = [pointer for _, pointer in found.values() if pointer]
    people = house.ledger.vault.opened("name", pointers)
    return {
        file: people.get(pointer, "") if pointer else label
        for file, (label, pointer) in found.items()
    }


def topic_of(house: House, file: str) -> str:
    """
    Say of which kind a file is by its first fact's topic; empty for no such file.
    """
    stored = house.ledger.recorder.fact(f"{file}/1")
    return stored.topic.partition(".")[0] if stored else ""


def kind_of(house: House, file: str) -> str:
    """
    Name the kind of a file; empty for no such file.
    """
    kind = FILES.get(topic_of(house, file))
    return kind.ZH if kind else ""
