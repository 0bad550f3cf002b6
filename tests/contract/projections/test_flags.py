"""
What the clock has to flag, as the deadline board hands it to the watch.
"""

from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from domain.audit_trail.file import Breach
from domain.base import Actor, Audience, Role
from domain.enforcement_case.choices import CaseSource
from domain.hazard.choices import HazardLevel
from domain.inspection.choices import UrgentGround
from domain.law.crimes import Offence
from domain.procedures.filing_cases import CaseOrigin
from domain.values import end_of
from infra.questions import Ask, Reader
from infra.transcoding import write_moment
from projections.breaches import Breaches
from projections.deadlines import Deadlines, DeadlineState
from tests.cases.dossier import Dossier
from tests.cases.later_files import send_letter
from tests.cases.scene import PHOTO, STANDARD, TOO_LATE, UNTIL, Scene, moment
from tests.contract.projections.stories import as_recorded

CLOCK = Actor(Role.CLOCK)
LONG_AFTER = date(2026, 6, 1)


@pytest.fixture
def scene() -> Dossier:
    """A bureau in Xinzhou, whose pack sets all three times."""
    return Dossier("001")


@pytest.fixture
def board(scene: Scene, tmp_path: Path) -> Deadlines:
    """
    An empty deadline board, to be fed with what the scene records.
    """
    del scene
    return Deadlines(tmp_path)


def due(board: Deadlines, scene: Scene) -> list[tuple[str, UUID]]:
    """
    Feed the board, and list the flags that are due long after.
    """
    board.apply(as_recorded(scene.office.facts))
    found = board.due_by(write_moment(end_of(LONG_AFTER)))
    return [(each.act, each.file) for each in found if each.act.startswith("flag-")]


def flagged(board: Deadlines, scene: Scene) -> None:
    """
    Do what is due, as the watch does it.
    """
    board.apply(as_recorded(scene.office.facts))
    for each in board.due_by(write_moment(end_of(LONG_AFTER))):
        if each.act.startswith("flag-"):
            scene.do(each.act, each.file, by=CLOCK, on=LONG_AFTER, **each.terms)


def left_of(board: Deadlines, scene: Scene) -> list[tuple[str, UUID]]:
    """List what is due besides the referral itself."""
    return [each for each in due(board, scene) if "referral" not in each[0]]


def suspected(scene: Scene, file: UUID) -> None:
    """Suspect a crime in a file."""
    crime = {"offence": Offence.DANGEROUS_WORK, "threshold_fact": "关闭报警设备"}
    scene.do("suspect-crime", None, about=file, **crime)


def states(board: Deadlines, rule: str) -> list[str]:
    """
    Say how the periods of a rule stand.
    """
    owners = {str(row["owner"]) for row in board.some(board.TIMELINES[0].rows)}
    bodies = frozenset(UUID(owner) for owner in owners if owner != "None")
    reader = Reader(Role.OFFICER, bodies=bodies, audiences=frozenset(Audience))
    page = board.answer(
        "deadlines", Ask(reader, as_of=LONG_AFTER), rule=rule, state=None
    )
    return [str(row["state"]) for row in page.rows]


def overdue(scene: Scene) -> UUID:
    """
    A listed major hazard whose last day passed without a report.
    """
    hazard = scene.listed()
    scene.do("mark-overdue", hazard, by=CLOCK, on=TOO_LATE, said_at=end_of(UNTIL))
    return hazard


class TestDue:
    def test_nothing_was_done(self, scene: Scene, board: Deadlines) -> None:
        """
        A finding without an outcome and a major hazard that is not listed are due.
        """
        hazard = scene.graded()

        visit = scene.hazard(hazard).inspection
        assert due(board, scene) == [
            ("flag-not-listed", hazard),
            ("flag-no-outcome", visit),
        ]

    @pytest.mark.parametrize("is_approved", [False, True])
    def test_an_urgent_visit(
        self, scene: Scene, board: Deadlines, *, is_approved: bool
    ) -> None:
        """
        One that begins before its approval and gets none in its hours is due.
        """
        (opened,) = scene.do(
            "open-inspection-urgently",
            None,
            enterprise=scene.enterprise,
            urgent_ground=UrgentGround.TIP_OFF,
            inspection_scope="举报事项",
            place="厂区",
            certificates_shown=True,
            officers=(1,),
        )
        if is_approved:
            approval = {"by": scene.chief, "reason": "已报告"}
            scene.do("approve-inspection-late", opened.file, **approval)

        expected = [] if is_approved else [("flag-not-approved", opened.file)]
        assert due(board, scene) == expected

    def test_everything_was_done(self, scene: Scene, board: Deadlines) -> None:
        """
        What was ordered, listed and reported in time leaves the clock nothing to flag.
        """
        scene.accepted()

        assert due(board, scene) == []

    def test_done_too_late(self, scene: Scene, board: Deadlines) -> None:
        """
        What was done too late is met, and the clock has still to say so, once.
        """
        hazard = scene.ordered()
        scene.day = UNTIL
        scene.supervise(hazard)

        assert due(board, scene) == [("flag-not-listed", hazard)]
        assert states(board, "IN.major.list") == [DeadlineState.MET.code]
        flagged(board, scene)
        assert due(board, scene) == []
        assert states(board, "IN.major.list") == [DeadlineState.MET.code]

    def test_flagged_and_still_open(self, scene: Scene, board: Deadlines) -> None:
        """
        A flag ends no period: what it was about can still be done.
        """
        hazard = scene.ordered()
        flagged(board, scene)

        assert due(board, scene) == []
        assert states(board, "IN.major.list") == [DeadlineState.RUNNING.code]
        scene.day = LONG_AFTER
        assert scene.hazard(hazard).listing is None

    def test_a_finding_removed_on_the_spot(
        self, scene: Scene, board: Deadlines
    ) -> None:
        """
        安全生产法65(3): removal on the spot is an outcome of its findings.
        """
        hazard = scene.graded(HazardLevel.ORDINARY)
        scene.do("remove-hazard-on-spot", hazard, done="堵漏", evidence=(PHOTO,))

        assert due(board, scene) == []

    def test_graded_down(self, scene: Scene, board: Deadlines) -> None:
        """
        安全生产法118: what is not major is not to be listed.
        """
        hazard = scene.ordered()
        scene.do(
            "grade-hazard",
            hazard,
            hazard_level=HazardLevel.ORDINARY,
            standard=STANDARD,
            clause="第十一条",
            reason="复核",
            evidence=(PHOTO,),
            approver=scene.head,
        )

        assert due(board, scene) == []
        assert states(board, "IN.major.list") == [DeadlineState.REPLACED.code]

    def test_an_overdue_one(self, scene: Scene, board: Deadlines) -> None:
        """
        INV-16: nothing followed an overdue major hazard.
        """
        hazard = overdue(scene)

        assert due(board, scene) == [("flag-not-escalated", hazard)]

    def test_a_mark_that_fell(self, scene: Scene, board: Deadlines) -> None:
        """
        D6: a report that was in time leaves nothing to escalate.
        """
        scene.report(overdue(scene), said_at=moment(UNTIL))

        assert due(board, scene) == []

    def test_a_letter_in_another_thread(self, scene: Scene, board: Deadlines) -> None:
        """
        INV-16: whatever file follows says so by a tag, in whichever thread it stands.
        """
        send_letter(scene, overdue(scene))

        assert due(board, scene) == []
        assert states(board, "IN.major.escalate") == [DeadlineState.MET.code]

    def test_a_letter_known_before_the_mark(
        self, scene: Scene, board: Deadlines
    ) -> None:
        """
        D12: after a standstill of the clock, what followed meanwhile still counts.
        """
        hazard = scene.listed()
        scene.day = TOO_LATE
        send_letter(scene, hazard)
        later = TOO_LATE + timedelta(days=1)
        scene.do("mark-overdue", hazard, by=CLOCK, on=later, said_at=end_of(UNTIL))

        assert due(board, scene) == []

    def test_a_case_on_one_of_two(self, scene: Dossier, board: Deadlines) -> None:
        """
        INV-17: a case answers for the findings that it takes up.
        """
        visit = scene.found(2)
        scene.filed(taken_from=CaseOrigin(CaseSource.FINDING, visit, (2,)))

        assert due(board, scene) == [("flag-no-outcome", visit)]
        (left,) = board.due_by(write_moment(end_of(LONG_AFTER)))
        assert left.terms == {"item_no": 1}

    @pytest.mark.parametrize("about", ["visit", "hazard"])
    def test_a_crime_suspected(
        self, scene: Scene, board: Deadlines, about: str
    ) -> None:
        """
        INV-17: a suspicion about a visit answers for its findings, one about a hazard
        for those that it came from.
        """
        visit = scene.found(2)
        identify = {"item_nos": (2,), "place": "煤气柜", "description": "泄漏"}
        hazard = scene.do("identify-hazard", visit, **identify)[0].file
        suspected(scene, visit if about == "visit" else hazard)

        found = [] if about == "visit" else [("flag-no-outcome", visit)]
        assert left_of(board, scene) == found
        over = board.due_by(write_moment(end_of(LONG_AFTER)))
        terms = [d.terms for d in over if d.file == visit]
        assert terms == [{"item_no": 1}] * len(found)

    def test_a_finding_after_the_suspicion(
        self, scene: Scene, board: Deadlines
    ) -> None:
        """
        INV-17: what was found later is not answered for by what was suspected before.
        """
        visit = scene.opened()
        suspected(scene, visit)
        scene.day += timedelta(days=1)
        later = {"violation_code": "V02", "area": "柜", "is_violation": True}
        scene.do("record-finding", visit, description="泄漏", **later)

        assert left_of(board, scene) == [("flag-no-outcome", visit)]


class TestBreaches:
    def test_before_the_bodys_eyes(
        self, scene: Scene, board: Deadlines, tmp_path: Path
    ) -> None:
        """
        The flagged body reads its own flags, and another body does not.
        """
        hazard = overdue(scene)
        flagged(board, scene)
        model = Breaches(tmp_path)
        model.apply(as_recorded(scene.office.facts))

        seen = {
            body: model.answer("breaches", Ask(self._reader(body), as_of=LONG_AFTER))
            for body in (scene.bureau, scene.other_bureau)
        }

        (row,) = seen[scene.bureau].rows
        assert (row["breach"], row["about"]) == (Breach.NOT_ESCALATED.code, str(hazard))
        assert seen[scene.other_bureau].rows == ()

    def _reader(self, body: UUID) -> Reader:
        return Reader(
            Role.OFFICER,
            body=body,
            bodies=frozenset({body}),
            audiences=frozenset({Audience.PUBLIC, Audience.OFFICE}),
        )
