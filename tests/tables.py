"""
Reads the tables that are typed from the law and that tests are held against.
"""

import csv
from functools import cache
from pathlib import Path
from typing import Final

from domain.refusals import (
    BeyondTheLaw,
    NoSuchCase,
    NotCompetent,
    OutOfOrder,
    OutOfTime,
)

FOLDER: Final = Path(__file__).parent
AUTHORITY: Final = FOLDER / "authority.csv"
APPROVAL: Final = FOLDER / "procedure" / "approval.csv"
MEASURE: Final = FOLDER / "procedure" / "measure.csv"
SUSPENSION: Final = FOLDER / "procedure" / "suspension.csv"
CREDIT: Final = FOLDER / "procedure" / "credit.csv"
HAZARD: Final = FOLDER / "procedure" / "hazard.csv"
CASE: Final = FOLDER / "procedure" / "case.csv"
CASE_SIMPLE: Final = FOLDER / "procedure" / "case_simple.csv"
LIST_ENTRY: Final = FOLDER / "procedure" / "list_entry.csv"
PENALTY: Final = FOLDER / "procedure" / "penalty.csv"
PUBLICATION: Final = FOLDER / "procedure" / "publication.csv"
REFERRAL: Final = FOLDER / "procedure" / "referral.csv"

#: Every table of steps.
STEPS: Final = (
    APPROVAL,
    HAZARD,
    PUBLICATION,
    REFERRAL,
    CASE,
    CASE_SIMPLE,
    PENALTY,
    LIST_ENTRY,
    CREDIT,
    MEASURE,
    SUSPENSION,
)
#: A flag is recorded beside what it is about; it has no sentence of refusal.
FLAG: Final = "D"
#: What the letter of a refusal says.
CLASSES: Final = {
    "C": NotCompetent,
    "E": NoSuchCase,
    "S": OutOfOrder,
    "T": OutOfTime,
    "A": BeyondTheLaw,
}


def rows_of(table: Path) -> list[dict[str, str]]:
    """
    Give the rows of a table by column, in order.

    Args:
        table: A file whose first line is a remark and whose second names the columns.

    Raises:
        ValueError: If a row has more or fewer cells than there are columns.
    """
    with table.open(encoding="utf-8", newline="") as lines:
        remark = next(lines)
        if not remark.startswith("# "):
            raise ValueError(f"{table.name} does not begin with a remark")
        columns, *rows = csv.reader(lines, strict=True)
    return [dict(zip(columns, cells, strict=True)) for cells in rows]


@cache
def every_step() -> dict[str, dict[str, str]]:
    """
    Give the rows of all tables of steps, by name.
    """
    return {row["row"]: row for table in STEPS for row in rows_of(table)}
