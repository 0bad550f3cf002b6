"""
Papers of cases and referrals: each form that has a master is printed from the city.
"""

import pytest

from domain.base import Audience, Role
from domain.document.file import DocumentIssued
from domain.law.forms import Form
from domain.law.masters import MASTERS
from domain.values import day_of
from infra.questions import Reader
from services.web.papers.drawing import sheet_of
from tests.contract.demo.conftest import Town
from tests.e2e.papers import TOLD, words_on

FONT = pytest.mark.needs("chinese-font")

OF_CASES = [each.form for each in MASTERS if each.form not in (None, *TOLD)]


def issued(town: Town, form: Form) -> list[DocumentIssued]:
    """
    List the city's documents of a kind.
    """
    facts = (fact for fact in town.facts if isinstance(fact, DocumentIssued))
    return [fact for fact in facts if fact.form is form]


@FONT
@pytest.mark.parametrize("form", OF_CASES)
def test_a_paper_of_each_kind(town: Town, form: Form) -> None:
    """
    It bears title, number and what was decided, and no term of another fact's.
    """
    bodies = frozenset(
        town.house.directory.tree_on(day_of(town.house.ledger.clock.now()))
    )
    reader = Reader(
        Role.OPERATOR, bodies=bodies, audiences=frozenset((Audience.OFFICE,))
    )
    found = issued(town, form)

    assert found
    for fact in found[:2]:
        sheet = sheet_of(town.house, reader, fact.id)
        words = words_on(sheet)
        assert form.zh in words
        assert fact.number is None or fact.number.printed in words
        assert "演示" in words
        assert sheet.pdf() == sheet.pdf()
