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


def number_of(scene: Dossier, penalty: UUID, folder: Path) -> object:
    """The number in the newest row of a penalty."""
    model = fed("penalties", folder, as_recorded(scene.office.facts), batch=7)
    row = PENALTIES.current(model.store.reading, str(penalty))
    assert row is not None
    return row["decision_no"]


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
    None before there is a paper; an older one that is voided takes nothing away.
    """
    penalty = decide(scene, scene.heard()).file
    seen = [number_of(scene, penalty, tmp_path / "none")]
    first = issued(scene, penalty, 7)
    seen.append(number_of(scene, penalty, tmp_path / "first"))
    second = issued(scene, penalty, 8)
    scene.do("void-document", first, reason="写错")
    seen.append(number_of(scene, penalty, tmp_path / "second"))
    scene.do("void-document", second, reason="写错")
    seen.append(number_of(scene, penalty, tmp_path / "void"))

    assert seen == ["", "（）罚〔2026〕7号", "（）罚〔2026〕8号", ""]
