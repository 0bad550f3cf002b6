"""
Lists as a page shows them (台账的呈现): few columns, in words, each row with its link.

A page is for reading: it shows of a question what a person goes by, leaves out columns
in which nothing stands, and names files and people.
Everything else is in the export.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache
from uuid import UUID

from domain.law.deadlines import RULES
from domain.regions import full_name
from domain.values import day_of
from infra.questions import Reader
from infra.tables_of_rows import Column, Value
from services.web import labels
from services.web.columns import Group, chosen
from services.web.house import House
from services.web.labels import Words
from services.web.naming import called, topic_of

#: Columns that hold a row's own file, in this order.
OWN = ("id", "file", "inspection", "person", "record")

#: Columns that say yes with a one, and those of them and of others in which nothing
#: stands for what is not the case.
FLAGS = frozenset(("is_violation", "overdue", "pending", "provisional"))
SILENT = frozenset(("nth_extension", "overdue", "pending", "provisional"))

#: The column that says since when something waits that the law wants at once.
WAITING = "waiting_since"

#: Columns that hold ids of several files.
SEVERAL = frozenset(("finders", "handlers", "inspectors", "officers", "proposals"))

#: Texts that are no words: beside something else they need to be called by name.
BARE = frozenset(("former_names", "grade", "listing_number"))

#: How many columns a short list has.
COLUMNS_BRIEF = 6

#: How many days before a last day it is called near.
NEAR_DAYS = 3

#: From how many characters on a text gets a wide column.
LONG = 12


@dataclass(frozen=True)
class Cell:
    """
    What stands in one field of a list.

    Args:
        text: In words.
        en: The same in English, where it is a choice.
        href: Where it leads.
        style: Class of the stylesheet.
        mark: A mark beside it, Chinese and English; none if empty.
        grave: Class of the mark.
        below: What stands below it in the same field; a number or a day with what it
            is called.
    """

    text: str = ""
    en: str = ""
    href: str = ""
    style: str = ""
    mark: Words | None = None
    grave: str = ""
    below: "tuple[tuple[Words | None, Cell], ...]" = ()


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
            tuple(self._row(kept, row, names) for row in rows),
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
            (_called(c), self.cell(c, row, names)) for c in flat if _says(row[c.name])
        ]

    def _names(self, files: set[str]) -> dict[str, str]:
        return called(self._house, self._leads.reader, files)

    def _row(
        self, groups: list[Group], row: dict[str, Value], names: Mapping[str, str]
    ) -> tuple[Cell, ...]:
        own = str(next((row[n] for n in OWN if row.get(n)), ""))
        href, cells = self._leads.to(own) if own else "", []
        for group in groups:
            cell = self._stacked(group, row, names)
            is_own = not any(_is_pointing(c) for c in group[:1])
            if href and cell.text and not cell.href and is_own:
                cell = replace(cell, href=href)
                href = ""
            cells.append(cell)
        return tuple(cells)

    def _stacked(
        self, group: Group, row: dict[str, Value], names: Mapping[str, str]
    ) -> Cell:
        """
        Put what a field holds below one another; the first that says something leads.
        """
        said = [c for c in group if _says(row[c.name])]
        if not said:
            return Cell()
        first, *rest = said
        below = tuple((_beside(c), self.cell(c, row, names)) for c in rest)
        return replace(self.cell(first, row, names), below=below)

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
        if name == "thread":
            return Cell("追溯", "trace", f"{self._root}/trace/{text}", style="word")
        if name in SEVERAL:
            told = "、".join(names[each] for each in text.split())
            return Cell(told, style="name")
        if column.kind == "file":
            return Cell(names[text], href=self._leads.to(text), style="name")
        if column.runs is not None:
            return self._period(column, text, row)
        return _worded(column, value)

    def _period(self, column: Column, day: str, row: Mapping[str, Value]) -> Cell:
        """
        Show the last day of a period, or since when one without a last day waits.
        """
        runs = _runs(column, row)
        if column.name != WAITING:
            return self._last(day, row, runs=runs)
        return self._age(day) if runs else _worded(column, day)

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


def _called(column: Column) -> Words:
    return labels.term(column.term or column.name)


def _heading(group: Group, told: set[str]) -> Words:
    """
    Head a field by the first of its columns in which anything stands.
    """
    return _called(next((c for c in group if c.name in told), group[0]))


def _beside(column: Column) -> Words | None:
    """
    Say what is called by name below something else: what does not speak for itself.
    """
    speaks = column.kind in ("text", "choice", "sealed") and column.name not in FLAGS
    return None if speaks and column.name not in BARE else _called(column)


def _worded(column: Column, value: Value) -> Cell:
    """
    Word what points to no file.
    """
    text = str(value)
    words = _words(column, text)
    if words is not None:
        return Cell(
            words.zh, words.en, style="long" if len(words.zh) > LONG else "word"
        )
    match column.kind:
        case "fen":
            cell = Cell(labels.yuan(int(text)), style="number")
        case "whole":
            cell = Cell(text, style="number")
        case "moment":
            cell = Cell(labels.stored_time(text), style="when")
        case "day":
            cell = Cell(text, style="when")
        case _:
            cell = Cell(text, style="long" if len(text) > LONG else "")
    return cell


def _words(column: Column, text: str) -> Words | None:
    """
    Name what stands for something by a code.
    """
    found: Words | None = None
    if column.choices is not None:
        found = dict(labels.choices(column.choices)).get(text)
    elif column.name in FLAGS:
        found = Words("是", "yes") if text == "1" else Words("否", "no")
    elif column.name == "kind_of_file":
        found = labels.kind_of_file(text)
    elif column.name == "rule":
        found = _rules().get(text)
    elif column.name == "region":
        found = Words(full_name(text) or text, "")
    return found


@cache
def _rules() -> dict[str, Words]:
    return {rule.id: Words(rule.zh, rule.en) for rule in RULES}


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
