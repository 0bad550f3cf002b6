"""
A corrected record shows what is right (导入更正), as known from the correction on.
"""

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from domain.imported_record.acts import correct_imported_record
from domain.imported_record.changes import CorrectionSource, Field
from domain.printed import ListGeneration
from domain.values import day_of
from infra.questions import Ask, Page
from projections.imported import Imported
from projections.search import Search
from tests import controls
from tests.cases.imported import NOW, NUMBER, ImportOffice, import_office, unit
from tests.contract.projections.readers import officer_of
from tests.contract.projections.stories import as_recorded, fed
from tests.contract.projections.test_black_list import Listed

WORKS, FOUNDRY = controls.CHEMICAL_WORKS, controls.FOUNDRY
RIGHT_NAME, RIGHT_NUMBER = "演示精细化工有限公司", "（演）应急罚〔2026〕13号"
DECIDED_ON = date(2026, 5, 21)


def corrects(desk: ImportOffice, record: UUID, field: Field, **new: object) -> None:
    """
    Correct a record after its source.
    """
    source, why = CorrectionSource.SOURCE, "更正通知"
    desk.does(
        correct_imported_record,
        by=desk.importer,
        on=record,
        field=field,
        correction_source=source,
        grounds=why,
        **new,
    )


def asks(
    desk: ImportOffice,
    folder: Path,
    model: str,
    question: str,
    *,
    known_at: int | None = None,
    **terms: object,
) -> Page:
    """
    Ask a model of everything that happened, as an officer of the bureau.
    """
    facts = as_recorded(desk.office.facts)
    found = fed(model, folder / model, facts, batch=1000)
    ask = Ask(officer_of(desk.city), day_of(NOW), known_at, limit=500)
    page = found.answer(question, ask, **terms)
    found.close()
    return page


@pytest.mark.parametrize(
    ("field", "new", "column", "shown"),
    [
        (Field.PARTY_NAME, {"new_plain": RIGHT_NAME}, "party_name", RIGHT_NAME),
        (Field.USCC, {"new_plain": FOUNDRY.uscc}, "uscc", FOUNDRY.uscc),
        (Field.DECISION_NO, {"new_plain": RIGHT_NUMBER}, "decision_no", RIGHT_NUMBER),
        (Field.DECIDED_ON, {"new_on": DECIDED_ON}, "decided_on", "2026-05-21"),
        (Field.FINE_FEN, {"new_fen": 0}, "fine_fen", 0),
    ],
)
def test_the_record(
    tmp_path: Path, field: Field, new: dict[str, object], column: str, shown: object
) -> None:
    """
    The list of imported records shows the right value, and before it was known the one
    that was printed.
    """
    desk = import_office()
    desk.enterprise(WORKS)
    record = desk.imported(unit(WORKS)).id
    corrects(desk, record, field, **new)
    position = len(desk.office.facts)

    pages = [
        asks(desk, tmp_path, Imported.NAME, "imported-records", known_at=at)
        for at in (position, position - 1)
    ]

    after, before = (page.rows[0][column] for page in pages)
    assert after == shown
    assert before != shown


def test_the_entry_of_a_list(tmp_path: Path) -> None:
    """
    The black list shows the right name from the first day of the entry on, and again
    when the party is linked anew.
    """
    listed = Listed(tmp_path)
    record = listed.enters(WORKS)
    corrects(listed.desk, record, Field.PARTY_NAME, new_plain=RIGHT_NAME)
    first = [row["party_name"] for row in listed.rows(date(2024, 3, 1))]
    listed.unlinks(record)
    corrects(listed.desk, record, Field.AUTHORITY_NAME, new_plain="演示省厅")
    gone = listed.rows(date(2024, 3, 1))
    listed.links(record, listed.foundry)

    (again,) = listed.rows(date(2024, 3, 1))
    assert (first, gone) == ([RIGHT_NAME], ())
    assert (again["party_name"], again["authority_name"]) == (RIGHT_NAME, "演示省厅")


def test_found_by_what_is_right(tmp_path: Path) -> None:
    """
    A record is found by its right name, code and number, and by those printed first.
    """
    desk = import_office()
    desk.enterprise(WORKS)
    record = desk.imported(unit(WORKS)).id
    corrects(desk, record, Field.PARTY_NAME, new_plain=RIGHT_NAME)
    corrects(desk, record, Field.USCC, new_plain=FOUNDRY.uscc)
    corrects(desk, record, Field.DECISION_NO, new_plain=RIGHT_NUMBER)

    for words in (RIGHT_NAME, FOUNDRY.uscc, RIGHT_NUMBER, WORKS.name, NUMBER):
        page = asks(desk, tmp_path, Search.NAME, "search", words=words)
        labels = {row["label"] for row in page.rows if row["file"] == str(record)}
        assert labels == {RIGHT_NAME}


@pytest.mark.parametrize(
    ("generation", "listed_on"),
    [
        (ListGeneration.NOTICE_49, date(2024, 1, 20)),
        (ListGeneration.ORDER_11, date(2022, 1, 20)),
    ],
)
def test_a_list_outside_its_rules(
    tmp_path: Path, generation: ListGeneration, listed_on: date
) -> None:
    """
    An entry under rules that were not in force on its day has no reckoned end, and
    stops no read model.
    """
    listed = Listed(tmp_path)

    listed.enters(WORKS, generation, listed_on=listed_on)

    (row,) = listed.rows(date(2040, 1, 1))
    assert (row["listed_on"], row["until_on"]) == (listed_on.isoformat(), None)
