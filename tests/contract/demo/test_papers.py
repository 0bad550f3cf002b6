"""
The papers of the city: whatever was issued in it can be printed.
"""

from hashlib import sha256
from multiprocessing.connection import Connection
from pathlib import Path
from uuid import UUID

import pytest

from domain.document.file import DocumentIssued
from domain.law.form_rules import RULES
from domain.law.forms import Form
from services.commandline.reading import operator
from services.web.house import House
from services.web.papers.drawing import Sheet, sheet_of
from tests.contract.demo.conftest import Town
from tests.contract.processes import line, started
from tests.e2e.papers import pages_of, words_on

pytestmark = pytest.mark.needs("chinese-font")

#: The forms of the road from inspection to archive, referral and filing among them;
#: none of them may follow the general master.
OF_THE_ROAD = frozenset(
    (
        Form.INSPECTION_RECORD,
        Form.RECTIFICATION_ORDER,
        Form.REINSPECTION_OPINION,
        Form.CASE_FILING,
        Form.PENALTY_NOTICE,
        Form.HEARING_RIGHT_NOTICE,
        Form.HEARING_NOTICE,
        Form.PENALTY_DECISION_UNIT,
        Form.PENALTY_DECISION_PERSON,
        Form.NO_PENALTY_DECISION,
        Form.CRIME_REFERRAL_LETTER,
        Form.CASE_CLOSING,
    )
)

#: After how long another process that does not answer has failed.
DRAWING_SECONDS = 120


@pytest.fixture(scope="module")
def sheets(town: Town) -> dict[Form, Sheet]:
    """The newest document of each form that was issued."""
    reader = operator(town.house)
    return {
        form: sheet_of(town.house, reader, fact) for form, fact in issued(town).items()
    }


def issued(town: Town) -> dict[Form, str]:
    """
    Give the fact of the newest document of each form.
    """
    return {f.form: f.id for f in town.facts if isinstance(f, DocumentIssued)}


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
    own = {f for f, sheet in sheets.items() if sheet.template.stem != "general"}
    assert own >= OF_THE_ROAD


def test_drawn_up_again_elsewhere(town: Town, sheets: dict[Form, Sheet]) -> None:
    """
    Another process draws every form that was issued as the same bytes.
    """
    facts = issued(town)
    here = {facts[form]: digest(sheet.pdf()) for form, sheet in sheets.items()}
    ours, theirs = line()
    drawer = started(draw, theirs, town.house.home, sorted(here))

    assert ours.poll(DRAWING_SECONDS)
    assert ours.recv() == here
    drawer.join()


def draw(answer: Connection, home: Path, facts: list[str]) -> None:
    """
    Draw up papers, in a process of its own, and answer with the digest of each.
    """
    house = House(home)
    reader = operator(house)
    answer.send({f: digest(sheet_of(house, reader, f).pdf()) for f in facts})
    house.close()


def digest(pdf: bytes) -> str:
    """
    Give a digest of a paper.
    """
    return sha256(pdf).hexdigest()


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
