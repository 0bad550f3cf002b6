"""
Every step of the procedure's tables, lawful or refused, is shown by a case.

Which rows a case shows is read from its marker in the source, so that a case that does
not run counts for nothing but is seen.
"""

import ast
from pathlib import Path

import pytest

from domain.acts import ACTS
from domain.words import WORDINGS
from tests.tables import FOLDER, HAZARD, rows_of

CASES = FOLDER / "cases"
#: Tables whose cases are held against them, and the acts that the domain has not got.
TABLES = ((HAZARD, {"escalate", "conclude-campaign"}),)
#: A flag is recorded beside what it is about; it has no sentence of refusal.
FLAGGED = "D"


def rows_shown(source: str) -> set[str]:
    """
    List the rows that the tests of a source are marked with.

    Args:
        source: A module of tests.
    """
    found = set()
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.FunctionDef) or not node.name.startswith("test_"):
            continue
        for mark in node.decorator_list:
            if isinstance(mark, ast.Call) and (
                ast.unparse(mark.func) == "pytest.mark.procedure"
            ):
                found |= {str(ast.literal_eval(argument)) for argument in mark.args}
    return found


def every_row_shown() -> set[str]:
    """All rows that any case is marked with."""
    sources = [path.read_text(encoding="utf-8") for path in CASES.rglob("test_*.py")]
    return {row for source in sources for row in rows_shown(source)}


class TestRowsShown:
    def test_marks_are_read(self) -> None:
        """
        A marker may name several rows, and only tests are asked.
        """
        source = (
            "@pytest.mark.procedure('HZ-01', 'HZ-02')\n"
            "def test_a(): ...\n"
            "@pytest.mark.procedure('HZ-03')\n"
            "def given(): ...\n"
            "@pytest.mark.slow('HZ-04')\n"
            "def test_b(): ...\n"
        )

        assert rows_shown(source) == {"HZ-01", "HZ-02"}


class TestTables:
    @pytest.mark.parametrize("table", [t for t, _ in TABLES], ids=lambda t: t.stem)
    def test_no_row_is_without_a_case(self, table: Path) -> None:
        """
        PROCEDURE 2: each lawful step and each refusal has a case of its own.
        """
        missing = {row["row"] for row in rows_of(table)} - every_row_shown()

        assert not missing, sorted(missing)

    def test_no_case_shows_a_row_that_is_not_there(self) -> None:
        """
        A case is marked with rows of the tables.
        """
        prefixes = {row["row"][:3] for table, _ in TABLES for row in rows_of(table)}
        known = {row["row"] for table, _ in TABLES for row in rows_of(table)}
        of_tables = {row for row in every_row_shown() if row[:3] in prefixes}

        assert of_tables <= known

    @pytest.mark.parametrize(("table", "later"), TABLES, ids=lambda t: str(t)[-10:])
    def test_acts_of_the_table_are_declared(self, table: Path, later: set[str]) -> None:
        """
        Each step is an act of the domain, but for those of files that come later.
        """
        named = {row["act"] for row in rows_of(table)}

        assert named - set(ACTS) == later

    @pytest.mark.parametrize("table", [t for t, _ in TABLES], ids=lambda t: t.stem)
    def test_codes_of_the_table_are_worded(self, table: Path) -> None:
        """
        Each refusal of the table has its sentence under exactly that code.
        """
        codes = {
            row["code"] for row in rows_of(table) if row["refusal"] not in {"", FLAGGED}
        }

        assert codes <= set(WORDINGS)
