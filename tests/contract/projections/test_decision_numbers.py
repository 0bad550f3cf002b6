"""
The register of penalties calls a penalty of a case by the number of its decision.
"""

from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from domain.document.file import DocumentIssued
from domain.law.forms import Form
from domain.parties import Addressee
from projections.penalising.penalties import PENALTIES
from tests.cases.dossier import Dossier
from tests.cases.penalty.test_deciding import decide
from tests.contract.projections.stories import as_recorded, fed


@pytest.fixture
def scene() -> Dossier:
    """A bureau that handles cases."""
    return Dossier()


def number_of(scene: Dossier, penalty: UUID, folder: Path) -> tuple[object, bool]:
    """The number in the newest row of a penalty, and whether it is marked as void."""
    facts = as_recorded(scene.office.facts)
    model = fed("penalties", folder / str(len(facts)), facts, batch=7)
    row = PENALTIES.current(model.store.reading, str(penalty))
    assert row is not None
    return row["decision_no"], bool(row.get("number_void"))


def issued(scene: Dossier, penalty: UUID, serial: int) -> UUID:
    """Have a decision issued under the number that the append would have drawn."""
    to = Addressee(enterprise=scene.enterprise, printed="城东冶炼厂")
    form = Form.PENALTY_DECISION_UNIT
    paper = scene.do(
        "issue-document", None, about=penalty, form=form, addressees=(to,)
    )[-1]
    assert isinstance(paper, DocumentIssued)
    assert paper.number is not None
    vars(paper)["number"] = replace(paper.number, serial=serial)
    return paper.file


def test_number_is_that_of_the_newest_paper(scene: Dossier, tmp_path: Path) -> None:
    """
    None before there is a paper; an older one that is voided takes nothing away, and
    where all are void the number keeps its place, and is marked.
    """
    penalty = decide(scene, scene.heard()).file
    seen = [number_of(scene, penalty, tmp_path)]
    first = issued(scene, penalty, 7)
    seen.append(number_of(scene, penalty, tmp_path))
    second = issued(scene, penalty, 8)
    scene.do("void-document", first, reason="写错")
    seen.append(number_of(scene, penalty, tmp_path))
    scene.do("void-document", second, reason="写错")
    seen.append(number_of(scene, penalty, tmp_path))

    numbers = [("", False), ("（）罚〔2026〕7号", False), ("（）罚〔2026〕8号", False)]
    assert seen == [*numbers, ("（）罚〔2026〕8号", True)]


def test_a_newer_paper_is_voided(scene: Dossier, tmp_path: Path) -> None:
    """
    The number is again that of the last paper in force.
    """
    penalty = decide(scene, scene.heard()).file
    issued(scene, penalty, 7)
    second = issued(scene, penalty, 8)

    scene.do("void-document", second, reason="写错")

    assert number_of(scene, penalty, tmp_path) == ("（）罚〔2026〕7号", False)


@pytest.mark.parametrize("serial", [7, 8])
def test_replaced(scene: Dossier, tmp_path: Path, serial: int) -> None:
    """
    A paper stands in the place of another, whichever was issued first.
    """
    penalty = decide(scene, scene.heard()).file
    papers = {number: issued(scene, penalty, number) for number in (7, 8)}
    (other,) = {7, 8} - {serial}
    said = {"reason": "写错", "replacement": papers[serial]}

    scene.do("replace-document", papers[other], **said)

    expected = f"（）罚〔2026〕{serial}号"
    assert number_of(scene, penalty, tmp_path) == (expected, False)


def test_the_replacement_is_voided(scene: Dossier, tmp_path: Path) -> None:
    """
    Of what was voided and what was replaced, the paper that was served may be the one
    that was replaced: its number is not void.
    """
    penalty = decide(scene, scene.heard()).file
    first, second = issued(scene, penalty, 7), issued(scene, penalty, 8)
    scene.do("replace-document", first, reason="写错", replacement=second)

    scene.do("void-document", second, reason="写错")

    assert number_of(scene, penalty, tmp_path) == ("（）罚〔2026〕7号", False)
