"""
The papers of the city: whatever was issued in it can be printed.
"""

from uuid import UUID

import pytest

from domain.document.file import DocumentIssued
from domain.law.form_rules import RULES
from domain.law.forms import Form
from services.commandline.reading import operator
from services.web.papers.drawing import Sheet, sheet_of
from tests.contract.demo.conftest import Town
from tests.e2e.papers import pages_of, words_on

pytestmark = pytest.mark.needs("chinese-font")


@pytest.fixture(scope="module")
def sheets(town: Town) -> dict[Form, Sheet]:
    """The newest document of each form that was issued."""
    issued = {f.form: f.id for f in town.facts if isinstance(f, DocumentIssued)}
    reader = operator(town.house)
    return {form: sheet_of(town.house, reader, fact) for form, fact in issued.items()}


def test_every_form_that_was_issued(sheets: dict[Form, Sheet]) -> None:
    """
    Each has its title, its body, 待核 where it is unsure, and is an archive's.
    """
    for form, sheet in sheets.items():
        read = words_on(sheet)

        assert form.zh in read
        assert bool(sheet.content["unsure"]) == ("待核" in read)
        assert RULES[form].unsure <= bool(sheet.content["unsure"])
        assert "应急管理局（演示）" in read
        assert b"pdfaid:part" in sheet.pdf()
        assert all(page.ink() > 150 for page in pages_of(sheet))
    used = {sheet.template.stem for sheet in sheets.values()}
    assert {"general", "penalty_notice"} <= used


def test_the_general_master_tells_every_fact(sheets: dict[Form, Sheet]) -> None:
    """
    It names each fact and its terms by the vocabulary, and prints no id.
    """
    general = [each for each in sheets.values() if each.template.stem == "general"]

    for sheet in general:
        read, topics = words_on(sheet), sheet.content["topics"]

        assert isinstance(topics, dict)
        assert topics
        assert all(str(words) in read for words in topics.values())
        assert not any(_is_id(word) for word in read.replace("：", " ").split())


def _is_id(word: str) -> bool:
    try:
        return bool(UUID(word))
    except ValueError:
        return False
