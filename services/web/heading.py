"""
The head of a file's page (卷首): what the file is, how it stands, and what is known.

All of it comes from the row that a read model keeps of the file, in the question that
declares to head files of that kind.
A file of which no row is kept is called by what its first fact is about.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from domain.base import FILES
from infra.questions import Ask, Heads, Question, Reader
from infra.tables_of_rows import Column, Value
from services.web import labels
from services.web.asking import revealed
from services.web.cells import Cell
from services.web.gate import Visitor
from services.web.house import House
from services.web.labels import Words
from services.web.naming import called, topic_of
from services.web.render import Pages

#: The column that names the enterprise a file is about.
ENTERPRISE = "enterprise"

#: The column of the thread, to which the page leads anyway.
THREAD = "thread"

Crumbs = tuple[tuple[str, Words], ...]


@dataclass(frozen=True)
class Step:
    """
    What comes next in a file.

    Args:
        words: What is done.
        acts: The names of the acts that do it, in their order.
    """

    words: Words
    acts: tuple[str, ...]


@dataclass(frozen=True)
class Heading:
    """
    What stands above a file.

    Args:
        kind: Of which kind it is.
        name: What it is called.
        state: How it stands; nothing where no row says so.
        record: What its row says, one thing after the other.
        crumbs: What leads down to it: the list that it stands in, its enterprise.
        step: What comes next in it; nothing where no row says so, or nothing does.
    """

    kind: Words
    name: str
    state: Words | None = None
    record: tuple[tuple[Words, Cell], ...] = ()
    crumbs: Crumbs = ()
    step: Step | None = None


def heading_of(pages: Pages, visitor: Visitor, file: UUID) -> Heading:
    """
    Head a file.

    Args:
        pages: Of which desk.
        visitor: Who looks at it.
        file: Which.
    """
    house, reader = pages.house, visitor.reader
    topic = topic_of(house, str(file))
    kind = FILES.get(topic)
    words = Words(kind.ZH, kind.EN) if kind else labels.kind_of_file(topic)
    name = called(house, reader, [str(file)])[str(file)].removeprefix(f"{words.one} ")
    question = house.heads.get(topic)
    if question is None or reader.role not in question.by:
        return Heading(words, name)
    page = house.rows_of(question.name, Ask(reader, limit=1), [str(file)])
    if not page.rows:
        return Heading(words, name)
    (row,) = revealed(house, page)
    assert question.heads is not None
    heads = question.heads
    step = _step(heads, page.columns, row)
    ahead = heads.ahead.column if heads.ahead else ""
    said = frozenset((heads.standing, ahead, THREAD))
    lister = pages.lister(visitor)
    record = lister.record(question.name, page.columns, row, besides=said)
    state = _worded(heads.standing, page.columns, row)
    crumbs = _crumbs(pages, visitor, question, row=row)
    return Heading(words, name, state, tuple(record), crumbs, step)


def step_of(house: House, reader: Reader, file: UUID) -> Step | None:
    """
    Say what comes next in a file; nothing where no row that they may read says so.
    """
    question = house.heads.get(topic_of(house, str(file)))
    if question is None or question.heads is None or reader.role not in question.by:
        return None
    page = house.rows_of(question.name, Ask(reader, limit=1), [str(file)])
    steps = (_step(question.heads, page.columns, row) for row in page.rows)
    return next(steps, None)


def _worded(
    name: str, columns: Iterable[Column], row: Mapping[str, Value]
) -> Words | None:
    """
    Say in words what a column of choices holds.
    """
    column = next((c for c in columns if c.name == name), None)
    if column is None or column.choices is None:
        return None
    return dict(labels.choices(column.choices)).get(str(row[name]))


def _step(
    heads: Heads, columns: Iterable[Column], row: Mapping[str, Value]
) -> Step | None:
    if heads.steps:
        by_code = {stage.code: step for stage, step in heads.steps.items()}
        said = by_code.get(str(row[heads.standing]))
        return Step(Words(said.zh, said.en), said.acts) if said else None
    ahead = heads.ahead
    if ahead is None:
        return None
    acts = ahead.acts[str(row[ahead.column])]
    words = _worded(ahead.column, columns, row)
    return Step(words, acts) if words and acts else None


def _crumbs(
    pages: Pages, visitor: Visitor, question: Question, *, row: Mapping[str, Value]
) -> Crumbs:
    offered = {each.name for each in pages.questions(visitor)}
    crumbs: list[tuple[str, Words]] = []
    if question.name in offered:
        place = f"{pages.root}/q/{question.name}"
        crumbs.append((place, Words(question.zh, question.en)))
    firm = str(row.get(ENTERPRISE) or "")
    href = pages.leads(visitor).to(firm) if firm else ""
    if href:
        name = called(pages.house, visitor.reader, [firm])[firm]
        crumbs.append((href, Words(name, "")))
    return tuple(crumbs)
