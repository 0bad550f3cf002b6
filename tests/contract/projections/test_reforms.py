"""
What read models make of a body taken over, a training round, a service set aside.
"""

from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from domain.base import Actor, Audience, Role
from domain.body.file import Body, BodySucceeded
from domain.hazard.choices import HazardLevel
from domain.law.forms import Form
from domain.officer.file import Officer
from domain.parties import Addressee
from domain.service.file import SettingAside, Way
from domain.values import end_of
from infra.questions import Ask, Reader
from infra.transcoding import write_moment
from projections.deadlines import Deadlines, DeadlineState
from projections.directory import Directory
from projections.papers import Papers, ServiceState
from tests.cases.scene import MONDAY, SIGNER, Scene, moment
from tests.contract.projections.stories import as_recorded

TUESDAY = MONDAY + timedelta(days=1)
#: Three years from the day of the scene.
AGAIN_BY = date(2029, 3, 2)
CLOCK = Actor(Role.CLOCK)


@pytest.fixture
def scene() -> Scene:
    """A bureau with its people."""
    return Scene()


def reader(*bodies: UUID) -> Reader:
    """
    Read as an officer who sees some bodies.
    """
    audiences = frozenset({Audience.PUBLIC, Audience.OFFICE})
    return Reader(Role.OFFICER, bodies=frozenset(bodies), audiences=audiences)


def succeeded(scene: Scene) -> None:
    """
    Have the other bureau take over from the bureau on Tuesday.
    """
    at = scene.registering()
    at.read(Body, scene.bureau).record(
        BodySucceeded,
        at,
        successor=scene.other_bureau,
        since_on=TUESDAY,
        source="机构改革方案",
    )
    scene.office.facts += [fact for _, fact in at.recorded]


class TestSuccession:
    def test_the_successor_reads_what_it_took_over(
        self, scene: Scene, tmp_path: Path
    ) -> None:
        """
        行政诉讼法26(6): from its first day on, and not before.
        """
        directory = Directory(tmp_path)
        other = Actor(Role.OFFICER, scene.officers[0], scene.other_bureau)
        succeeded(scene)
        directory.apply(as_recorded(scene.office.facts))

        seen = [directory.reader(other, day).bodies for day in (MONDAY, TUESDAY)]

        assert seen == [{scene.other_bureau}, {scene.other_bureau, scene.bureau}]

    def test_the_register_says_who_goes_on(self, scene: Scene, tmp_path: Path) -> None:
        """
        The list of bodies names the successor.
        """
        succeeded(scene)
        directory = Directory(tmp_path)
        directory.apply(as_recorded(scene.office.facts))

        page = directory.answer("bodies", Ask(reader(), as_of=TUESDAY))

        named = {str(row["id"]): row["successor"] for row in page.rows}
        assert named[str(scene.bureau)] == str(scene.other_bureau)
        assert named[str(scene.other_bureau)] is None


class TestTraining:
    def train(self, scene: Scene, on: date) -> None:
        """
        Record a round of the first officer.
        """
        terms = {"course": "轮训", "by": scene.clerk, "on": on}
        scene.do("complete-training", scene.officers[0], **terms)

    def due(self, board: Deadlines, scene: Scene) -> list[str]:
        """
        Feed the board, and list what the clock has to do ten years on.
        """
        board.apply(as_recorded(scene.office.facts))
        return [d.act for d in board.due_by(write_moment(end_of(date(2036, 1, 1))))]

    def test_a_round_that_nobody_followed(self, scene: Scene, tmp_path: Path) -> None:
        """
        The next round is due, and its end is the clock's to mark, once.
        """
        board = Deadlines(tmp_path)
        self.train(scene, MONDAY)
        person = scene.officers[0]

        assert self.due(board, scene) == ["mark-training-overdue"]
        over = AGAIN_BY + timedelta(days=1)
        scene.do("mark-training-overdue", person, by=CLOCK, on=over)
        assert self.due(board, scene) == []

    def test_rounds_that_came_too_late(self, scene: Scene, tmp_path: Path) -> None:
        """
        One that came too late is marked all the same, beside the next one.
        """
        board = Deadlines(tmp_path)
        self.train(scene, MONDAY)
        self.train(scene, AGAIN_BY + timedelta(days=9))

        assert self.due(board, scene) == ["mark-training-overdue"] * 2
        person = scene.officers[0]
        scene.do("mark-training-overdue", person, by=CLOCK)
        assert self.due(board, scene) == ["mark-training-overdue"]
        assert len(scene.read(Officer, person).trainings_missed) == 1

    def test_a_round_in_time(self, scene: Scene, tmp_path: Path) -> None:
        """
        A round in time meets the period and begins the next.
        """
        board = Deadlines(tmp_path)
        self.train(scene, MONDAY)
        self.train(scene, AGAIN_BY)
        board.apply(as_recorded(scene.office.facts))

        page = board.answer(
            "deadlines",
            Ask(reader(scene.bureau), as_of=date(2029, 4, 1)),
            rule="IN.cert.retrain",
            state=None,
        )

        states = [row["state"] for row in page.rows]
        assert states == [DeadlineState.MET.code, DeadlineState.RUNNING.code]

    def test_of_somebody_who_left(self, scene: Scene, tmp_path: Path) -> None:
        """
        Who has left is not trained again.
        """
        board = Deadlines(tmp_path)
        self.train(scene, MONDAY)
        scene.do(
            "leave-office",
            scene.officers[0],
            by=scene.clerk,
            until_on=MONDAY,
            reason="退休",
        )

        assert self.due(board, scene) == []


def set_aside(scene: Scene) -> None:
    """
    Have an order served on Monday, and its service set aside on Tuesday.
    """
    paper = scene.do(
        "issue-document",
        None,
        about=scene.ordered(HazardLevel.ORDINARY),
        form=Form.RECTIFICATION_ORDER,
        addressees=(Addressee(enterprise=scene.enterprise),),
    )[-1].file
    served = {
        "addressee_no": 1,
        "way": Way.DIRECT,
        "place": "厂区",
        "recipient": SIGNER,
    }
    (fact,) = scene.do("serve-document", None, document=paper, **served)
    scene.do(
        "set-service-aside",
        fact.file,
        set_aside_by=SettingAside.OWN,
        reason="误送",
        on=TUESDAY,
        said_at=moment(TUESDAY, 9),
    )


def test_a_service_set_aside(scene: Scene, tmp_path: Path) -> None:
    """
    行政处罚法61: a document whose service was none is not served.
    """
    set_aside(scene)
    papers = Papers(tmp_path)
    papers.apply(as_recorded(scene.office.facts))

    pages = [
        papers.answer("documents", Ask(reader(scene.bureau), as_of=day))
        for day in (MONDAY, TUESDAY)
    ]

    states = [(p.rows[0]["service_state"], p.rows[0]["served_on"]) for p in pages]
    assert states == [
        (ServiceState.SERVED.code, MONDAY.isoformat()),
        (ServiceState.NONE.code, None),
    ]
