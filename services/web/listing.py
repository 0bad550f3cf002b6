"""
Lists as a page shows them (台账的呈现): few columns, in words, each row with its link.

A page is for reading: it shows of a question what a person goes by, leaves out columns
in which nothing stands, and names files and people.
Everything else is in the export.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from types import MappingProxyType
from uuid import UUID

from domain.law.deadlines import RULES
from domain.money import yuan_text
from domain.regions import full_name
from domain.values import day_of
from infra.questions import Reader
from infra.tables_of_rows import Column, Value
from services.web import labels
from services.web.house import House
from services.web.labels import Words
from services.web.naming import kind_of, names_of, topic_of

#: What a page shows of a question, in order; of others everything but the axes.
#: The link to the row's own file is on the first of these that holds a text.
SHOWN: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        name: tuple(columns.split())
        for name, columns in {
            "black-list": "party_name uscc list_name generation listed_on until_on "
            "removed_on listed_reason authority_name enterprise",
            "bodies": "name body_kind level region uscc parent",
            "deadlines": "rule last_on last_at file person state started_on provision "
            "provisional thread",
            "docket": "mode enterprise stage outcome inspectors approved_on opened_at "
            "ended_at thread",
            "documents": "number form about stage issued_on person service_state "
            "served_on thread",
            "enterprise": "uscc reg_no org_code region sector industry address "
            "employees_count grade visits_per_year principal lead_body officer state",
            "enterprises": "name former_names uscc region sector industry grade "
            "visits_per_year lead_body officer pending state",
            "findings": "description item_no is_violation violation_code criminal_code "
            "area found_on enterprise",
            "hazards": "place description enterprise hazard_level stage rectify_until "
            "overdue nth_extension finders found_on reinspect_on listing_number "
            "supervise_until handed_to thread",
            "imported-records": "party_name party_person record_kind uscc decision_no "
            "decided_on fine_fen authority_name link enterprise hold_reason proposals "
            "status run row_no",
            "imports": "import_kind stage started_on person accepted_count "
            "rejected_count",
            "inspections": "mode enterprise stage outcome inspectors approved_on "
            "opened_at ended_at thread",
            "officers": "name login body certificate_number valid_until",
            "people": "name role body since_on until_on login",
            "public-register": "party_name uscc decision_no violation_type "
            "violation_fact legal_basis kinds penalty_content fine_fen confiscated_fen "
            "decided_on penalty_until public_until authority_name channel "
            "credit_class stage published_on corrected_on withdrawn_on "
            "withdrawal_ground reasons",
            "search": "label subject kind_of_file found_by",
        }.items()
    }
)

#: The columns by which a model keeps its two axes; they are no matter of reading.
AXES = frozenset(("valid_from", "valid_until", "known_from", "known_until"))

#: Columns that hold a row's own file, in this order.
OWN = ("id", "file", "inspection", "person", "record")

#: Columns that say yes with a one, and those of them and of others in which nothing
#: stands for what is not the case.
FLAGS = frozenset(("is_violation", "overdue", "pending", "provisional"))
SILENT = frozenset(("nth_extension", "overdue", "pending", "provisional"))

#: Columns that hold ids of several files.
SEVERAL = frozenset(("finders", "inspectors", "officers", "proposals"))

#: How many columns a short list has.
COLUMNS_BRIEF = 6

#: How many days before a last day it is called near.
NEAR_DAYS = 3

#: How much of an id is shown where there is no name.
SHORT = 8

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
    """

    text: str = ""
    en: str = ""
    href: str = ""
    style: str = ""
    mark: Words | None = None
    grave: str = ""


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
        self._reader = reader
        self._root = root
        self._has_enterprises = has_enterprises
        self.to = lru_cache(self._to)

    def _to(self, file: str) -> str:
        topic = topic_of(self._house, file)
        if not topic or not self._house.shows(self._reader, UUID(file)):
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
        wanted = [c for c in chosen(question, columns) if c.name not in besides]
        rows = [_without_noes(row) for row in rows]
        told = {name for row in rows for name, value in row.items() if _says(value)}
        kept = [c for c in wanted if c.name in told or not rows]
        kept = kept[:COLUMNS_BRIEF] if brief else kept
        names = self._names(_ids(kept, rows))
        return Listing(
            tuple(labels.term(c.term or c.name) for c in kept),
            tuple(self._row(kept, row, names) for row in rows),
            shortened=len(kept) < len(wanted),
        )

    def record(
        self, question: str, columns: Iterable[Column], row: dict[str, Value]
    ) -> list[tuple[Words, Cell]]:
        """
        List what one row says, one thing after the other; what it does not is left out.
        """
        columns = chosen(question, columns)
        names = self._names(_ids(columns, [row]))
        return [
            (labels.term(c.term or c.name), self.cell(c, row, names))
            for c in columns
            if _says(row[c.name])
        ]

    def _names(self, files: set[str]) -> dict[str, str]:
        """
        Name files; one without a name of its own by its kind.
        """
        names = names_of(self._house, files)
        for file in files - names.keys():
            kind = kind_of(self._house, file)
            names[file] = f"{kind} {file[:SHORT]}".strip()
        return names

    def _row(
        self, columns: list[Column], row: dict[str, Value], names: Mapping[str, str]
    ) -> tuple[Cell, ...]:
        own = str(next((row[n] for n in OWN if row.get(n)), ""))
        href, cells = self._leads.to(own) if own else "", []
        for column in columns:
            cell = self.cell(column, row, names)
            if href and cell.text and not cell.href and not _is_pointing(column):
                cell = Cell(**{**vars(cell), "href": href})
                href = ""
            cells.append(cell)
        return tuple(cells)

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
            return Cell("追溯", "trace", f"{self._root}/trace/{text}")
        if name in SEVERAL:
            told = "、".join(names[each] for each in text.split())
            return Cell(told, style="name")
        if column.kind == "file":
            return Cell(names[text], href=self._leads.to(text), style="name")
        if name in ("last_on", "rectify_until"):
            return self._last(text, row)
        return _worded(column, value)

    def _last(self, last: str, row: Mapping[str, Value]) -> Cell:
        """
        Mark a last day that is over or near, as long as its period runs.
        """
        runs = row.get("state") == "running" or row.get("overdue") == 1
        left = (date.fromisoformat(last) - self._today).days
        if not runs or left > NEAR_DAYS:
            return Cell(last, style="when")
        if left < 0:
            words = Words(f"已超 {-left} 日", f"{-left} days over")
            return Cell(last, style="when", mark=words, grave="over")
        near = Words(f"还有 {left} 日", f"{left} days left")
        today = Words("今日届满", "ends today")
        return Cell(last, style="when", mark=near if left else today, grave="warn")


def chosen(question: str, columns: Iterable[Column]) -> list[Column]:
    """
    Choose the columns that a page shows, in order.
    """
    given = {column.name: column for column in columns}
    if question in SHOWN:
        return [given[name] for name in SHOWN[question] if name in given]
    hidden = AXES | {"id", "owner", "audience", "leading"}
    return [column for name, column in given.items() if name not in hidden]


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
            cell = Cell(f"{yuan_text(int(text))} 元", style="number")
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
