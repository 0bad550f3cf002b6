"""
Lists as a page shows them (台账的呈现): few columns, in words, each row with its link.

A page is for reading: it shows of a question what a person goes by, leaves out columns
in which nothing stands, and names files and people.
Everything else is in the export.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from uuid import UUID

from domain.values import day_of
from infra.questions import Reader
from infra.tables_of_rows import Column, Value
from services.web import labels
from services.web.cells import Cell, beside, term_of, worded
from services.web.columns import Group, chosen
from services.web.house import House
from services.web.labels import Words
from services.web.naming import called, topic_of
from services.web.telling import anchor_of

#: Columns that hold a row's own file, in this order.
OWN = ("id", "file", "inspection", "person", "record")

#: Columns in which nothing stands for what is not the case.
SILENT = frozenset(
    (
        "basis_fallen",
        "conditions_open_count",
        "defied",
        "evidence_open_count",
        "left_public",
        "nth_extension",
        "number_void",
        "objected",
        "outcomes_open_count",
        "overdue",
        "overridden",
        "overrides_count",
        "pending",
        "publish_again",
        "provisional",
        "refund_fen",
        "stayed",
        "surcharge_left_fen",
        "things_left",
        "undecided_count",
        "urgent",
        "withheld",
    )
)

#: The column that leads to the trace of a thread.
THREAD = "thread"

#: The column that says since when something waits that the law wants at once.
WAITING = "waiting_since"

#: Columns that hold ids of several files.
SEVERAL = frozenset(
    ("finders", "given_by", "handlers", "inspectors", "officers", "proposals")
)

#: How many columns a short list has.
COLUMNS_BRIEF = 6

#: How many days before a last day it is called near.
NEAR_DAYS = 3


@dataclass(frozen=True)
class Listing:
    """
    A list.

    Args:
        headings: What the columns are called.
        rows: The fields, row by row.
        shortened: Whether columns were left out because nothing stands in them.
    """

    headings: tuple[Words, ...]
    rows: tuple[tuple[Cell, ...], ...]
    shortened: bool = False


class Leads:
    """
    Where a file leads to, for one reader at one desk; nowhere, if it is not theirs.
    """

    def __init__(
        self, house: House, reader: Reader, root: str, *, has_enterprises: bool
    ) -> None:
        """
        Lead within a desk.

        Args:
            house: Where the files are.
            reader: Who follows the links.
            root: The desk's address.
            has_enterprises: Whether the desk has pages of enterprises.
        """
        self._house = house
        self.reader = reader
        self._root = root
        self._has_enterprises = has_enterprises
        self.to = lru_cache(self._to)

    def _to(self, file: str) -> str:
        topic = topic_of(self._house, file)
        if not topic or not self._house.shows(self.reader, UUID(file)):
            return ""
        is_page = topic == "enterprise" and self._has_enterprises
        return f"{self._root}/{'enterprises' if is_page else 'files'}/{file}"


class Lister:
    """
    Makes the lists of one page.
    """

    def __init__(self, house: House, leads: Leads, root: str) -> None:
        """
        List within a desk.
        """
        self._house = house
        self._leads = leads
        self._root = root
        self._today = day_of(house.ledger.clock.now())

    def listing(
        self,
        question: str,
        columns: Iterable[Column],
        rows: list[dict[str, Value]],
        *,
        brief: bool = False,
        besides: frozenset[str] = frozenset(),
    ) -> Listing:
        """
        Make the list of an answer.

        Args:
            question: To which question.
            columns: Its columns.
            rows: Its rows, personal values filled in.
            brief: Whether only the first columns are wanted.
            besides: Columns that the page says already.
        """
        wanted = _without(chosen(question, columns), besides)
        rows = [_without_noes(row) for row in rows]
        told = {name for row in rows for name, value in row.items() if _says(value)}
        kept = [g for g in wanted if any(c.name in told for c in g) or not rows]
        kept = kept[:COLUMNS_BRIEF] if brief else kept
        names = self._names(_ids(_flat(kept), rows))
        return Listing(
            tuple(_heading(group, told) for group in kept),
            tuple(self._row(kept, row, names=names, told=told) for row in rows),
            shortened=len(kept) < len(wanted),
        )

    def record(
        self,
        question: str,
        columns: Iterable[Column],
        row: dict[str, Value],
        *,
        besides: frozenset[str] = frozenset(),
    ) -> list[tuple[Words, Cell]]:
        """
        List what one row says, one thing after the other; what it does not is left out.

        Args:
            question: To which question it answers.
            columns: Its columns.
            row: The row, personal values filled in.
            besides: Columns that the page says already.
        """
        flat = _flat(_without(chosen(question, columns), besides))
        row = _without_noes(row)
        names = self._names(_ids(flat, [row]))
        return [
            (term_of(c), self.cell(c, row, names)) for c in flat if _says(row[c.name])
        ]

    def _names(self, files: set[str]) -> dict[str, str]:
        return called(self._house, self._leads.reader, files)

    def _row(
        self,
        groups: list[Group],
        row: dict[str, Value],
        *,
        names: Mapping[str, str],
        told: set[str],
    ) -> tuple[Cell, ...]:
        own = str(next((row[n] for n in OWN if row.get(n)), ""))
        href, cells = self._leads.to(own) if own else "", []
        for group in groups:
            cell = self._stacked(group, row, names=names, heading=_heading(group, told))
            is_own = not any(_is_pointing(c) for c in group[:1])
            if href and cell.text and not cell.href and is_own:
                cell = replace(cell, href=href)
                href = ""
            cells.append(cell)
        return tuple(cells)

    def _stacked(
        self,
        group: Group,
        row: dict[str, Value],
        *,
        names: Mapping[str, str],
        heading: Words,
    ) -> Cell:
        """
        Put what a field holds below one another; the first that says something leads,
        called by name where it is not what the field is headed by.
        """
        said = [c for c in group if _says(row[c.name])]
        if not said:
            return Cell()
        first, *rest = said
        below = tuple((beside(c), self.cell(c, row, names)) for c in rest)
        lead = self.cell(first, row, names)
        is_other = term_of(first) != heading and first.name != THREAD
        return replace(lead, called=beside(first) if is_other else None, below=below)

    def cell(
        self, column: Column, row: Mapping[str, Value], names: Mapping[str, str]
    ) -> Cell:
        """
        Word one field.
        """
        value, name = row[column.name], column.name
        if not _says(value):
            return Cell()
        text = str(value)
        if name == THREAD:
            return Cell("追溯", "trace", f"{self._root}/trace/{text}", style="word")
        if name in SEVERAL:
            told = "、".join(names[each] for each in text.split())
            return Cell(told, style="name")
        if column.kind in ("file", "fact"):
            return self._pointing(column, text, names)
        if column.runs is not None:
            return self._period(column, text, row)
        return worded(column, value)

    def _pointing(self, column: Column, text: str, names: Mapping[str, str]) -> Cell:
        """
        Name a file, or a fact by its kind, and lead to it.
        """
        if column.kind == "fact":
            return self._fact(text)
        return Cell(names[text], href=self._leads.to(text), style="name")

    def _fact(self, fact: str) -> Cell:
        """
        Name a fact by its kind, to whoever may look at its file.
        """
        file = fact.partition("/")[0]
        is_open = bool(self._leads.to(file))
        stored = self._house.ledger.recorder.fact(fact) if is_open else None
        if stored is None:
            return Cell()
        words = labels.fact(stored.topic)
        href = f"{self._root}/files/{file}#{anchor_of(fact)}"
        return Cell(words.zh, words.en, href, style="word")

    def _period(self, column: Column, day: str, row: Mapping[str, Value]) -> Cell:
        """
        Show the last day of a period, or since when one without a last day waits.
        """
        runs = _runs(column, row)
        if column.name != WAITING:
            return self._last(day, row, runs=runs)
        return self._age(day) if runs else worded(column, day)

    def _age(self, since: str) -> Cell:
        """
        Say how long something waits that the law wants at once, without a number.
        """
        days = (self._today - date.fromisoformat(since)).days
        words = Words(f"未定天数，已 {days} 日", f"at once; {days} days so far")
        return Cell(since, style="when", mark=words, grave="warn")

    def _last(self, last: str, row: Mapping[str, Value], *, runs: bool) -> Cell:
        """
        Mark a last day that is over or near, as long as its period runs; where it is a
        moment, that moment stands in the day's place.
        """
        left = (date.fromisoformat(last) - self._today).days
        if row.get("last_at"):
            last = labels.stored_time(str(row["last_at"]))
        if not runs or left > NEAR_DAYS:
            return Cell(last, style="when")
        if left < 0:
            words = Words(f"已超 {-left} 日", f"{-left} days over")
            return Cell(last, style="when", mark=words, grave="over")
        near = Words(f"还有 {left} 日", f"{left} days left")
        today = Words("今日届满", "ends today")
        return Cell(last, style="when", mark=near if left else today, grave="warn")


def _runs(column: Column, row: Mapping[str, Value]) -> bool:
    """
    Whether a period runs, by what the read model says of its last day.
    """
    if column.runs is None:
        return False
    name, while_ = column.runs
    return row.get(name) == while_


def _without(groups: Iterable[Group], names: frozenset[str]) -> list[Group]:
    left = (tuple(c for c in group if c.name not in names) for group in groups)
    return [group for group in left if group]


def _flat(groups: Iterable[Group]) -> list[Column]:
    return [column for group in groups for column in group]


def _heading(group: Group, told: set[str]) -> Words:
    """
    Head a field by the first of its columns in which anything stands.
    """
    return term_of(next((c for c in group if c.name in told), group[0]))


def _says(value: Value) -> bool:
    return value not in (None, "")


def _without_noes(row: dict[str, Value]) -> dict[str, Value]:
    """
    Leave out what is not the case, where only the contrary is worth a word.
    """
    return {n: None if n in SILENT and not v else v for n, v in row.items()}


def _is_pointing(column: Column) -> bool:
    return column.kind == "file" or column.name in SEVERAL


def _ids(columns: Iterable[Column], rows: Iterable[dict[str, Value]]) -> set[str]:
    """
    Collect every file that is to be named.
    """
    pointing = [c.name for c in columns if _is_pointing(c)]
    return {
        each
        for row in rows
        for name in pointing
        for each in str(row[name] or "").split()
    }
