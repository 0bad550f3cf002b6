"""
When two rows are one record: whose they are, and who is told which record it is.
"""

from dataclasses import replace
from typing import Any

import pytest

from domain.base import Role
from domain.printed import PrintedAuthority
from domain.procedures.importing import record_imported_penalty
from domain.refusals import BeyondTheLaw, OutOfOrder, Refused
from domain.values import day_of
from tests import controls
from tests.cases.imported import NOW, PENALTY, ImportOffice, import_office, unit

WORKS = controls.CHEMICAL_WORKS


@pytest.fixture
def desk() -> ImportOffice:
    """
    A city bureau in the middle of an import.
    """
    return import_office()


def county_imports(desk: ImportOffice, row: dict[str, Any]) -> Refused:
    """
    Have the county import a row that must be refused.
    """
    county = desk.actor(Role.IMPORTER, body=desk.county)
    with pytest.raises(Refused) as refusal:
        desk.does(record_imported_penalty, by=county, **row)
    return refusal.value


@pytest.mark.parametrize(
    ("fine", "kind", "code"),
    [(PENALTY.fine_fen, OutOfOrder, "duplicate"), (1, BeyondTheLaw, "conflicting_row")],
)
def test_of_another_body(
    desk: ImportOffice, fine: int, kind: type[Refused], code: str
) -> None:
    """
    D21: a row that another body imported is known or contradicted, without a word of
    which record that is.
    """
    desk.imported(unit(WORKS))

    row = desk.row(unit(WORKS), penalty=replace(PENALTY, fine_fen=fine))
    refusal = county_imports(desk, row)

    assert isinstance(refusal, kind)
    assert (refusal.code, refusal.facts) == (code, {"record": ""})


def test_of_another_authority(desk: ImportOffice) -> None:
    """
    发改办财金〔2018〕424号: one number of two authorities makes two records.
    """
    one = desk.imported(unit(WORKS))

    other = desk.imported(unit(WORKS), authority=PrintedAuthority("演示市住建局"))

    assert other.id != one.id
    assert other.penalty == one.penalty


def test_decided_today(desk: ImportOffice) -> None:
    """
    What was decided today can be imported today.
    """
    today = day_of(NOW)

    record = desk.imported(unit(WORKS), penalty=replace(PENALTY, decided_on=today))

    assert record.penalty is not None
    assert record.penalty.decided_on == today
