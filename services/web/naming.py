"""
What files and people are called on a page that shows them (显示名称).

Most files have a name in the index of the search.
One that has none is called by columns of its own row, as the question declares in which
that row stands, as far as the reader may see it.
"""

from collections.abc import Iterable, Mapping
from uuid import UUID

import orjson

from domain.base import FILES
from infra.questions import ROWS_MAX, Ask, Heads, Question, Reader
from infra.tables_of_rows import Column, Value
from projections.search import Search
from services.web import labels
from services.web.house import House
from services.web.language import one_of
from services.web.pointing import first_text, pointed

#: How much of an id is shown where there is no name.
SHORT = 8

#: From how many characters on a part of a name is cut; the file's page has it whole.
PART_MAX = 24

#: How many files deep a name may name others: a document its hazard, that its place.
DEEP = 2


def names_of(
    house: House, reader: Reader, ids: Iterable[str], *, deep: int = DEEP
) -> dict[str, str]:
    """
    Name files by id; one that has no name of its own is left out.

    Args:
        house: Where they are.
        reader: Who reads; a name made of a row is for whoever may see the row.
        ids: Of files; empty ones are passed over.
        deep: How many files deep a name may name others.
    """
    wanted = {each for each in ids if each}
    names = _indexed(house, wanted)
    if deep:
        for question, files in _by_head(house, reader, wanted):
            names |= _rowed(house, reader, question, files=files, deep=deep - 1)
    return names


def called(house: House, reader: Reader, ids: Iterable[str]) -> dict[str, str]:
    """
    Name files by id; one without a name of its own by its kind and what its first
    fact is about, or says.
    """
    wanted = {each for each in ids if each}
    names = names_of(house, reader, wanted)
    first = {file: _first(house, reader, file) for file in wanted - names.keys()}
    told = names_of(house, reader, (file for file, _ in first.values()))
    for file, (about, text) in first.items():
        name = told.get(about) or text or file[:SHORT]
        names[file] = f"{kind_of(house, file)} {name}".strip()
    return names


def _first(house: House, reader: Reader, file: str) -> tuple[str, str]:
    """
    Say which file the first fact of another points to first, and what it says first;
    empty for none.
    """
    if not topic_of(house, file):
        return "", ""
    page = house.ask("file-facts", Ask(reader, limit=1), file=UUID(file))
    for row in page.rows:
        topic, said = str(row["topic"]), orjson.loads(str(row["terms"]))
        about = next(iter(pointed(topic, said)), "")
        return about, _cut(first_text(topic, said))
    return "", ""


def _cut(text: str) -> str:
    return text if len(text) <= PART_MAX else f"{text[:PART_MAX]}…"


def _indexed(house: House, wanted: Iterable[str]) -> dict[str, str]:
    """
    Name files by the index of the search.
    """
    found = house.model(Search).called(wanted)
    pointers = [pointer for _, pointer in found.values() if pointer]
    people = house.ledger.vault.opened("name", pointers)
    return {
        file: people.get(pointer, "") if pointer else label
        for file, (label, pointer) in found.items()
    }


def _by_head(
    house: House, reader: Reader, wanted: Iterable[str]
) -> list[tuple[Question, list[str]]]:
    """
    Gather the files that are called by their rows, by the question of those.
    """
    found: dict[str, list[str]] = {}
    for file in sorted(wanted):
        topic = topic_of(house, file)
        question = house.heads.get(topic)
        if question is None or reader.role not in question.by:
            continue
        if question.heads and question.heads.called:
            found.setdefault(topic, []).append(file)
    return [(house.heads[topic], files) for topic, files in found.items()]


def _rowed(
    house: House, reader: Reader, question: Question, *, files: list[str], deep: int
) -> dict[str, str]:
    """
    Name files by their rows.
    """
    assert question.heads is not None
    ask = Ask(reader, limit=ROWS_MAX)
    page = house.rows_of(question.name, ask, files[:ROWS_MAX])
    columns = {column.name: column for column in page.columns}
    pointing = [n for n in _columns_of(question.heads) if columns[n].kind == "file"]
    pointed = {str(row[n]) for row in page.rows for n in pointing if row[n]}
    names = names_of(house, reader, pointed, deep=deep)
    key = page.columns[0].name
    made = {
        str(row[key]): _name(question.heads, columns, row, names=names)
        for row in page.rows
    }
    return {file: name for file, name in made.items() if name}


def _columns_of(heads: Heads) -> list[str]:
    return [name for part in heads.called for name in part.split("|")]


def _name(
    heads: Heads,
    columns: Mapping[str, Column],
    row: Mapping[str, Value],
    *,
    names: Mapping[str, str],
) -> str:
    parts = []
    for part in heads.called:
        told = (_part(columns[n], row[n], names) for n in part.split("|"))
        parts.append(next((text for text in told if text), ""))
    return " · ".join(part for part in parts if part)


def _part(column: Column, value: Value, names: Mapping[str, str]) -> str:
    """
    Word one part of a name; people are named by no row.
    """
    text = str(value or "")
    if not text or column.kind in ("personal", "sealed"):
        return ""
    if column.kind == "file":
        return names.get(text, "")
    if column.choices is not None:
        words = dict(labels.choices(column.choices)).get(text)
        return one_of(words.zh, words.en) if words else text
    if column.kind == "moment":
        return labels.stored_time(text)
    return _cut(text)


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
    return one_of(kind.ZH, kind.EN) if kind else ""
