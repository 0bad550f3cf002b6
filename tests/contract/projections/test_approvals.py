"""
The desk of approvals: what waits for whom, until when, and what came back.
"""

from pathlib import Path
from uuid import UUID

import pytest

from domain.base import Actor, Audience
from domain.enforcement_case.choices import CaseSource, ClockGround, TerminationGround
from domain.law.ladders import Matter, Rung
from domain.procedures.filing_cases import CaseOrigin
from infra.questions import Ask, Reader
from infra.tables_of_rows import Value
from projections.approvals import Approvals
from tests.cases.approval.ladder import CHECKED, adopt, climbed, deputy, principal
from tests.cases.dossier import Dossier
from tests.cases.enforcement_case.test_timing import STILL
from tests.contract.projections.stories import as_recorded

MATTER = Matter.CASE_TERMINATION


class Desk:
    """
    A bureau with a ladder, whose desk of approvals is asked.
    """

    def __init__(self, folder: Path) -> None:
        """
        Have a case investigated.
        """
        self.folder = folder
        self.scene = Dossier()
        self.case = self.scene.concluded()
        adopt(self.scene, *CHECKED)

    def rows(
        self, actor: Actor | None = None, **terms: object
    ) -> list[dict[str, Value]]:
        """
        Ask as somebody, the clerk by default; somebody else by name for what is theirs.
        """
        facts = as_recorded(self.scene.office.facts)
        model = Approvals(self.folder / str(len(facts)))
        model.apply(facts)
        by = actor or self.scene.clerk
        audiences = frozenset((Audience.PUBLIC, Audience.OFFICE))
        bodies = frozenset((self.scene.bureau,))
        reader = Reader(by.role, by.person, by.body, bodies, audiences)
        mine = {"mine": True} if actor else {}
        answer = model.answer("approvals", Ask(reader, None, None), **mine, **terms)
        return [dict(row) for row in answer.rows]

    def row(self) -> dict[str, Value]:
        """
        Give the only row.
        """
        (row,) = self.rows()
        return row

    def climb(self, count: int) -> None:
        """
        Have some rungs state their opinions.
        """
        climbed(self.scene, self.case, MATTER, count)

    def send_back(self) -> None:
        """
        Have the legal reviewer return it.
        """
        said = {"approval_matter": MATTER, "reason": "证据清单不全"}
        self.scene.do("return-approval", self.case, by=self.scene.lawyer, **said)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A desk on which nothing lies yet."""
    return Desk(tmp_path)


def test_nothing_is_put_up(desk: Desk) -> None:
    """
    A matter lies on the desk once it is put up, and not before.
    """
    assert desk.rows() == []


def test_waits_for_one_rung_after_the_other(desk: Desk) -> None:
    """
    Each opinion hands it on, up to whoever decides; nobody else finds it with theirs.
    """
    scene = desk.scene
    people = (scene.officer(3), scene.lawyer, deputy(scene), principal(scene))
    for count, rung in enumerate(CHECKED, start=1):
        said = {"approval_matter": MATTER, "opinion": f"意见{count}"}
        by = (scene.officer(0), *people)[count - 1]
        scene.do("give-approval", desk.case, by=by, **said)

        row = desk.row()
        found = [len(desk.rows(each)) for each in people]

        assert (row["waiting_for"], row["opinions_count"]) == (rung.code, count)
        assert row["opinion"] == f"意见{count}"
        assert found == [int(each == count) for each in range(1, 5)]


def test_until_when(desk: Desk) -> None:
    """
    行政处罚法60: the time of the case runs on while it is put up, also where nothing
    lets it stand still; no day is shown while it does.
    """
    desk.climb(1)
    until = desk.row()["until_on"]
    reason = {"reason": "补充鉴定", "clock_ground": ClockGround.APPRAISAL}
    desk.scene.do("suspend-case-clock", desk.case, by=desk.scene.chief, **reason)
    desk.climb(1)
    still_runs = desk.row()["until_on"]
    desk.scene.do("resume-case-clock", desk.case, by=desk.scene.chief, reason="已鉴定")
    desk.scene.do(
        "suspend-case-clock", desk.case, by=desk.scene.chief, **reason, **STILL
    )
    desk.climb(1)

    assert until == still_runs == "2026-05-31"
    assert desk.row()["until_on"] is None


def test_returned(desk: Desk) -> None:
    """
    What comes back waits for whoever put it up, with the reasons, and is theirs alone.
    """
    desk.climb(2)
    desk.send_back()

    row = desk.row()
    assert (row["approval_state"], row["waiting_for"]) == ("returned", "handler")
    assert (row["returned_reason"], row["returns_count"]) == ("证据清单不全", 1)
    assert len(desk.rows(desk.scene.officer(0))) == 1
    assert desk.rows(desk.scene.officer(1)) == []

    desk.climb(1)

    row = desk.row()
    assert (row["approval_state"], row["waiting_for"]) == ("waiting", "checker")
    assert (row["opinions_count"], row["returns_count"]) == (1, 1)


def test_file_changed(desk: Desk) -> None:
    """
    What happens to the file takes the opinions away, and it waits for nobody.
    """
    desk.climb(2)
    other = desk.scene.another_enterprise()
    desk.scene.do("name-party", desk.case, enterprise=other)

    row = desk.row()
    assert (row["approval_state"], row["waiting_for"]) == ("changed", None)


def test_decided(desk: Desk) -> None:
    """
    The act of whoever decides ends it, and other matters on the file are put up anew.
    """
    desk.climb(4)
    climbed(desk.scene, desk.case, Matter.CASE_TRANSFER, 1)
    ending = {
        "termination_ground": TerminationGround.NO_VIOLATION,
        "reason": "证据不足",
    }
    desk.scene.do("terminate-case", desk.case, by=principal(desk.scene), **ending)

    found = {row["approval_matter"]: row["approval_state"] for row in desk.rows()}
    assert found == {"case_termination": "decided", "case_transfer": "changed"}


def test_decided_in_another_file(desk: Desk) -> None:
    """
    行政处罚法54: the filing was put up on the visit, and ends with the new case.
    """
    scene = desk.scene
    visit = scene.found()
    scene.sign(visit)
    adopt(scene, Rung.HEAD)
    said = {"approval_matter": Matter.CASE_FILING, "opinion": "建议立案"}
    scene.do("give-approval", visit, **said)
    waits = desk.row()
    origin = CaseOrigin(CaseSource.FINDING, visit, (1,))
    scene.do("file-case", None, **scene.filing(taken_from=origin))

    assert (waits["file"], waits["waiting_for"]) == (str(visit), "head")
    assert desk.row()["approval_state"] == "decided"


def test_of_another_body(desk: Desk) -> None:
    """
    A head of another body finds nothing with theirs.
    """
    desk.climb(3)
    stranger = Actor(deputy(desk.scene).role, UUID(int=9), desk.scene.other_bureau)

    assert desk.rows(stranger) == []
    assert len(desk.rows(deputy(desk.scene))) == 1
