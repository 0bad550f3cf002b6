"""
Every step of the procedure's tables, lawful or refused, is shown by a case.

Which rows a case shows is read from its marker in the source; that it really meets
their act, class and code is seen while it runs (tests/rows_met.py).
"""

import ast
from pathlib import Path
from typing import Final

import pytest

import domain
from domain.acts import ACTS
from domain.words import WORDINGS
from tests.tables import (
    APPROVAL,
    CASE,
    CASE_SIMPLE,
    CREDIT,
    FOLDER,
    HAZARD,
    LIST_ENTRY,
    MEASURE,
    PENALTY,
    PUBLICATION,
    REFERRAL,
    SUSPENSION,
    rows_of,
)

#: Importing it makes every act known.
KNOWN = domain

CASES: Final = FOLDER / "cases"
STORIES: Final = FOLDER / "e2e"
#: Steps that are acts of files which come later, by table.
LATER: Final = {
    APPROVAL: set[str](),
    HAZARD: {"escalate", "conclude-campaign"},
    PUBLICATION: set[str](),
    REFERRAL: set(),
    CASE: set(),
    CASE_SIMPLE: set[str](),
    PENALTY: set[str](),
    LIST_ENTRY: set[str](),
    CREDIT: set[str](),
    MEASURE: set[str](),
    SUSPENSION: set[str](),
}
#: Tables in which nothing is only flagged.
WITHOUT_FLAGS: Final = {APPROVAL}
#: A flag is recorded beside what it is about; it has no sentence of refusal.
FLAG: Final = "D"

each_table = pytest.mark.parametrize("table", LATER, ids=lambda table: table.stem)


def cases_of(source: str) -> list[tuple[str, str]]:
    """
    List row and text of each test that is marked with a row.

    Args:
        source: A module of tests.
    """
    found = []
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.FunctionDef) or not node.name.startswith("test_"):
            continue
        marks = (each for mark in node.decorator_list for each in ast.walk(mark))
        for mark in marks:
            if isinstance(mark, ast.Call) and (
                ast.unparse(mark.func) == "pytest.mark.procedure"
            ):
                rows = [str(ast.literal_eval(argument)) for argument in mark.args]
                found += [(row, ast.unparse(node)) for row in rows]
    return found


def every_case() -> dict[str, list[str]]:
    """The texts of all cases, by the row that they are marked with."""
    found: dict[str, list[str]] = {}
    for path in sorted((*CASES.rglob("test_*.py"), *STORIES.glob("test_*.py"))):
        for row, text in cases_of(path.read_text(encoding="utf-8")):
            found.setdefault(row, []).append(text)
    return found


def refusals_of(table: Path) -> list[dict[str, str]]:
    """The rows of a table that refuse."""
    return [row for row in rows_of(table) if row["refusal"] not in {"", FLAG}]


def test_marks_are_read() -> None:
    """
    A marker may name several rows, or stand with one set of terms; only those of tests
    count.
    """
    source = (
        "@pytest.mark.procedure('HZ-01', 'HZ-02')\n"
        "def test_a(): ...\n"
        "@pytest.mark.parametrize('a', [pytest.param(1, marks="
        "pytest.mark.procedure('HZ-05')), 2])\n"
        "def test_c(a): ...\n"
        "@pytest.mark.procedure('HZ-03')\n"
        "def given(): ...\n"
        "@pytest.mark.needs('HZ-04')\n"
        "def test_b(): ...\n"
    )

    assert [row for row, _ in cases_of(source)] == ["HZ-01", "HZ-02", "HZ-05"]


@each_table
def test_no_row_is_without_a_case(table: Path) -> None:
    """
    Each lawful step and each refusal has a case.
    """
    missing = {row["row"] for row in rows_of(table)} - set(every_case())

    assert not missing, sorted(missing)


@each_table
def test_the_case_of_a_flag_names_its_code(table: Path) -> None:
    """
    Whoever shows a flag sees that it is raised under the code of the table.
    """
    cases, flags = every_case(), [r for r in rows_of(table) if r["refusal"] == FLAG]
    silent = [
        row["row"]
        for row in flags
        if not any(row["code"] in text.casefold() for text in cases[row["row"]])
    ]

    assert bool(flags) == (table not in WITHOUT_FLAGS)
    assert not silent, silent


def test_no_case_shows_a_row_that_is_not_there() -> None:
    """
    A case is marked with rows of the tables, and with nothing else.
    """
    known = {row["row"] for table in LATER for row in rows_of(table)}

    assert set(every_case()) <= known


@each_table
def test_the_steps_are_acts(table: Path) -> None:
    """
    Each step is an act of the domain, but for those of files that come later.
    """
    named = {row["act"] for row in rows_of(table)}

    assert named - set(ACTS) == LATER[table]


@each_table
def test_the_codes_are_worded(table: Path) -> None:
    """
    Each refusal has its sentence, under exactly the code of the table.
    """
    codes = {row["code"] for row in refusals_of(table)}

    assert codes <= set(WORDINGS)
