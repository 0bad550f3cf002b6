"""
警示: what was not done in its time is flagged by the clock, once, for the body to see.
"""

from datetime import date, timedelta
from uuid import UUID

import pytest

from domain.audit_trail.file import AuditTrail, Breach, RuleBreachFlagged
from domain.base import Actor, Role
from domain.enforcement_case.choices import CaseSource
from domain.hazard.choices import HazardLevel
from domain.law.crimes import Offence
from domain.procedures.filing_cases import CaseOrigin
from domain.refusals import NoSuchCase, NotCompetent, OutOfOrder, OutOfTime, Refused
from domain.values import end_of
from tests.cases.later_files import send_letter
from tests.cases.scene import MONDAY, PHOTO, STANDARD, TOO_LATE, UNTIL, Scene, moment
from tests.cases.yard import Yard

#: The last days that pack 001 sets: for the listing, an outcome, the escalation.
LIST_UNTIL = date(2026, 3, 9)
OUTCOME_UNTIL = date(2026, 3, 11)
ESCALATE_UNTIL = date(2026, 3, 23)
#: Days after them.
LISTING_OVER = date(2026, 3, 10)
OUTCOME_OVER = date(2026, 3, 12)
ESCALATION_OVER = date(2026, 3, 24)
CLOCK = Actor(Role.CLOCK)


@pytest.fixture
def scene() -> Yard:
    """A bureau in Xinzhou."""
    return Yard("001")


def flag(scene: Scene, what: str, file: UUID, /, **said: object) -> RuleBreachFlagged:
    """
    Have the clock flag something.
    """
    (fact,) = scene.do(f"flag-{what}", file, by=CLOCK, **said)
    assert isinstance(fact, RuleBreachFlagged)
    return fact


def refused(scene: Scene, what: str, file: UUID, /, **said: object) -> Refused:
    """
    See the clock refused.
    """
    return scene.refused(f"flag-{what}", file, by=CLOCK, **said)


def overdue(scene: Scene) -> UUID:
    """
    A listed major hazard whose last day passed without a report.
    """
    hazard = scene.listed()
    said_at = end_of(UNTIL)
    scene.do("mark-overdue", hazard, by=CLOCK, on=TOO_LATE, hour=0, said_at=said_at)
    return hazard


def follow(scene: Yard, what: str, hazard: UUID) -> None:
    """
    Have something follow on the day of the scene.
    """
    if what == "measure":
        scene.urgent(hazard)
    elif what == "suspension":
        scene.suspended(hazard)
    elif what == "case":
        visit = scene.hazard(hazard).inspection
        origin = CaseOrigin(CaseSource.FINDING, visit, (1,), hazards=(hazard,))
        scene.filed(taken_from=origin)
    else:
        send_letter(scene, hazard)


class TestNotListed:
    def test_the_time_passed(self, scene: Scene) -> None:
        """
        忻州2020通知(十二), INV-10: every major hazard is listed, and in time.
        """
        hazard = scene.ordered()

        fact = flag(
            scene,
            "not-listed",
            hazard,
            on=LISTING_OVER,
            hour=0,
            said_at=end_of(LIST_UNTIL),
        )

        assert (fact.breach, fact.rule) == (Breach.NOT_LISTED, "IN.major.list")
        assert (fact.about, fact.limit_passed.last_on) == (hazard, LIST_UNTIL)
        graded = scene.hazard(hazard).history[1]
        assert fact.started_by == fact.deed.cause == graded.id
        found = scene.read(AuditTrail, fact.file)
        assert (found.breach, found.about) == (Breach.NOT_LISTED, hazard)

    def test_it_is_the_bodys_own(self, scene: Scene) -> None:
        """
        INV-10: the flag stands in the thread of the hazard, before the body's eyes.
        """
        hazard = scene.ordered()

        fact = flag(scene, "not-listed", hazard, on=LISTING_OVER)

        assert fact.deed.body == scene.bureau
        assert fact.deed.thread == scene.hazard(hazard).thread
        assert fact.deed.actor == CLOCK

    def test_listed_in_time(self, scene: Scene) -> None:
        """
        INV-10: what was listed in time is no breach.
        """
        refusal = refused(scene, "not-listed", scene.listed(), on=LISTING_OVER)

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "done_in_time"

    def test_listed_too_late(self, scene: Scene) -> None:
        """
        D12: after a standstill of the clock the flag still counts for its day.
        """
        hazard = scene.ordered()
        scene.day = LISTING_OVER
        scene.supervise(hazard)

        assert flag(scene, "not-listed", hazard).breach is Breach.NOT_LISTED

    def test_before_the_time_is_over(self, scene: Scene) -> None:
        """
        IN.major.list: the last day is still in time, to its end.
        """
        refusal = refused(scene, "not-listed", scene.ordered(), on=LIST_UNTIL, hour=23)

        assert isinstance(refusal, OutOfTime)
        assert refusal.code == "time_not_over"

    def test_an_ordinary_one(self, scene: Scene) -> None:
        """
        INV-10 is about major hazards.
        """
        ordinary = scene.ordered(HazardLevel.ORDINARY)

        refusal = refused(scene, "not-listed", ordinary, on=LISTING_OVER)

        assert refusal.code == "no_time_set"

    def test_one_graded_down_in_time(self, scene: Scene) -> None:
        """
        安全生产法118: one that is graded down, with evidence, is not listed.
        """
        hazard = scene.ordered()
        self._grade(scene, hazard, HazardLevel.ORDINARY)

        refusal = refused(scene, "not-listed", hazard, on=LISTING_OVER)

        assert refusal.code == "no_time_set"

    def test_graded_as_major_once_more(self, scene: Scene) -> None:
        """
        INV-10: grading it as major again begins no new time.
        """
        hazard = scene.ordered()
        scene.day = LIST_UNTIL
        self._grade(scene, hazard, HazardLevel.MAJOR)

        fact = flag(scene, "not-listed", hazard, on=LISTING_OVER)

        assert fact.limit_passed.last_on == LIST_UNTIL

    def test_twice(self, scene: Scene) -> None:
        """
        One flag for one time that passed.
        """
        hazard = scene.ordered()
        flag(scene, "not-listed", hazard, on=LISTING_OVER)

        refusal = refused(scene, "not-listed", hazard, on=LISTING_OVER)

        assert refusal.code == "flagged_already"

    def test_where_no_pack_sets_a_time(self) -> None:
        """
        The law sets no number of days; where the place sets none, nothing is flagged.
        """
        scene = Scene()

        refusal = refused(scene, "not-listed", scene.ordered(), on=ESCALATION_OVER)

        assert refusal.code == "no_time_set"

    def test_by_an_officer(self, scene: Scene) -> None:
        """
        Nobody in the flagged body raises a flag, or answers over it.
        """
        refusal = scene.refused("flag-not-listed", scene.ordered(), on=LISTING_OVER)

        assert isinstance(refusal, NotCompetent)

    def _grade(self, scene: Scene, hazard: UUID, level: HazardLevel) -> None:
        scene.do(
            "grade-hazard",
            hazard,
            hazard_level=level,
            standard=STANDARD,
            clause="第十一条",
            reason="复核",
            evidence=(PHOTO,),
            approver=scene.head,
        )


class TestNotEscalated:
    @pytest.mark.procedure("HZ-34")
    def test_nothing_followed(self, scene: Scene) -> None:
        """
        忻州2020通知(九), INV-16: overdue and nothing followed is flagged, and stays.
        """
        hazard = overdue(scene)

        fact = flag(scene, "not-escalated", hazard, on=ESCALATION_OVER, hour=0)

        assert fact.breach.code == "not_escalated"
        assert (fact.rule, fact.limit_passed.last_on) == (
            "IN.major.escalate",
            ESCALATE_UNTIL,
        )
        assert scene.hazard(hazard).overdue

    @pytest.mark.procedure("HZ-34")
    @pytest.mark.parametrize("what", ["measure", "suspension", "case", "letter"])
    def test_something_followed_in_time(self, scene: Yard, what: str) -> None:
        """
        INV-16: a measure, a case, a letter or a talk in time, whatever file it lies in.
        """
        hazard = overdue(scene)
        scene.day = ESCALATE_UNTIL
        follow(scene, what, hazard)

        refusal = refused(scene, "not-escalated", hazard, on=ESCALATION_OVER)

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "done_in_time"

    def test_what_came_before_it_was_overdue(self, scene: Yard) -> None:
        """
        INV-16: a letter or a measure of before does not follow upon it.
        """
        hazard = scene.listed()
        follow(scene, "letter", hazard)
        follow(scene, "measure", hazard)
        scene.do("mark-overdue", hazard, by=CLOCK, on=TOO_LATE, said_at=end_of(UNTIL))

        assert flag(scene, "not-escalated", hazard, on=ESCALATION_OVER).rule

    def test_what_came_too_late(self, scene: Scene) -> None:
        """
        INV-16: a step after the time set does not keep the flag back.
        """
        hazard = overdue(scene)
        scene.day = ESCALATION_OVER
        send_letter(scene, hazard)

        assert flag(scene, "not-escalated", hazard).rule

    def test_a_report_in_time_came_in_later(self, scene: Scene) -> None:
        """
        D6: where the mark fell there was nothing to escalate.
        """
        hazard = overdue(scene)
        scene.report(hazard, said_at=moment(UNTIL))

        refusal = refused(scene, "not-escalated", hazard, on=ESCALATION_OVER)

        assert refusal.code == "no_time_set"

    def test_rectified_too_late(self, scene: Scene) -> None:
        """
        INV-16: a late report does not answer for the body.
        """
        hazard = overdue(scene)
        scene.report(hazard)

        assert flag(scene, "not-escalated", hazard, on=ESCALATION_OVER).rule

    def test_before_the_time_is_over(self, scene: Scene) -> None:
        """
        IN.major.escalate: the last day is still in time.
        """
        hazard = overdue(scene)

        refusal = refused(scene, "not-escalated", hazard, on=ESCALATE_UNTIL, hour=23)

        assert refusal.code == "time_not_over"

    def test_twice(self, scene: Scene) -> None:
        """
        One flag for one mark.
        """
        hazard = overdue(scene)
        flag(scene, "not-escalated", hazard, on=ESCALATION_OVER)

        refusal = refused(scene, "not-escalated", hazard, on=ESCALATION_OVER)

        assert refusal.code == "flagged_already"


class TestNoOutcome:
    def test_nothing_followed(self, scene: Scene) -> None:
        """
        忻州2020通知(十), INV-17: a violation found leads to something.
        """
        visit = scene.found()

        fact = flag(scene, "no-outcome", visit, item_no=1, on=OUTCOME_OVER, hour=0)

        assert (fact.breach, fact.item_nos) == (Breach.NO_OUTCOME, (1,))
        assert fact.limit_passed.last_on == OUTCOME_UNTIL
        assert fact.started_by == scene.visit(visit).findings[1].fact

    def test_a_hazard_without_an_order(self, scene: Scene) -> None:
        """
        INV-17: to grade a hazard and to order nothing is no outcome.
        """
        hazard = scene.graded()
        visit = scene.hazard(hazard).inspection
        assert visit is not None

        assert flag(scene, "no-outcome", visit, item_no=1, on=OUTCOME_OVER).rule

    @pytest.mark.parametrize("level", HazardLevel)
    def test_an_order(self, scene: Scene, level: HazardLevel) -> None:
        """
        INV-17: an order to rectify is an outcome.
        """
        visit = scene.hazard(scene.ordered(level)).inspection
        assert visit is not None

        refusal = refused(scene, "no-outcome", visit, item_no=1, on=OUTCOME_OVER)

        assert refusal.code == "done_in_time"

    def test_removed_on_the_spot(self, scene: Scene) -> None:
        """
        安全生产法65(3): what was removed at once needs no order.
        """
        hazard = scene.graded(HazardLevel.ORDINARY)
        scene.do("remove-hazard-on-spot", hazard, done="堵漏", evidence=(PHOTO,))
        visit = scene.hazard(hazard).inspection
        assert visit is not None

        refusal = refused(scene, "no-outcome", visit, item_no=1, on=OUTCOME_OVER)

        assert refusal.code == "done_in_time"

    def test_put_right_or_dropped_for_a_reason(self, scene: Scene) -> None:
        """
        INV-17: putting right on the spot is an outcome, and so is 不予立案.
        """
        visit = scene.found(2)
        scene.do(
            "correct-finding-on-spot", visit, item_no=1, done="补齐", evidence=(PHOTO,)
        )
        scene.sign(visit)
        scene.do("decide-no-case", visit, by=scene.chief, item_nos=(2,), reason="轻微")

        codes = [
            refused(scene, "no-outcome", visit, item_no=n, on=OUTCOME_OVER).code
            for n in (1, 2)
        ]

        assert codes == ["done_in_time", "done_in_time"]

    def test_a_case(self, scene: Yard) -> None:
        """
        INV-17: a case takes up the findings that it names, and no others.
        """
        visit = scene.found(2)
        scene.filed(taken_from=CaseOrigin(CaseSource.FINDING, visit, (2,)))

        refusal = refused(scene, "no-outcome", visit, item_no=2, on=OUTCOME_OVER)

        assert refusal.code == "done_in_time"
        assert flag(scene, "no-outcome", visit, item_no=1, on=OUTCOME_OVER).rule

    @pytest.mark.parametrize("about", ["visit", "hazard"])
    def test_a_crime_suspected(self, scene: Scene, about: str) -> None:
        """
        INV-17: what is referred led to something: of a visit every finding, of a hazard
        those that it came from.
        """
        visit = scene.found(2)
        identify = {"item_nos": (2,), "place": "煤气柜", "description": "泄漏"}
        hazard = scene.do("identify-hazard", visit, **identify)[0].file
        crime = {"offence": Offence.DANGEROUS_WORK, "threshold_fact": "关闭报警设备"}
        file = visit if about == "visit" else hazard
        scene.do("suspect-crime", None, about=file, **crime)

        refusal = refused(scene, "no-outcome", visit, item_no=2, on=OUTCOME_OVER)
        assert refusal.code == "done_in_time"
        if about == "hazard":
            assert flag(scene, "no-outcome", visit, item_no=1, on=OUTCOME_OVER).rule

    def test_a_crime_suspected_before(self, scene: Scene) -> None:
        """
        INV-17: a suspicion of before is no outcome of what is found later.
        """
        visit = scene.opened()
        crime = {"offence": Offence.DANGEROUS_WORK, "threshold_fact": "关闭报警设备"}
        scene.do("suspect-crime", None, about=visit, **crime)
        scene.day += timedelta(days=1)
        later = {"violation_code": "V02", "area": "柜", "is_violation": True}
        scene.do("record-finding", visit, description="泄漏", **later)

        on = OUTCOME_OVER + timedelta(days=7)
        assert flag(scene, "no-outcome", visit, item_no=1, on=on).rule

    def test_no_violation(self, scene: Scene) -> None:
        """
        INV-17 is about violations.
        """
        visit = scene.opened()
        scene.do(
            "record-finding", visit, description="泄漏", is_violation=False, area="柜"
        )

        refusal = refused(scene, "no-outcome", visit, item_no=1, on=OUTCOME_OVER)

        assert refusal.code == "no_time_set"

    def test_before_the_time_is_over(self, scene: Scene) -> None:
        """
        IN.outcome: the last day is still in time.
        """
        visit = scene.found()

        refusal = refused(scene, "no-outcome", visit, item_no=1, on=OUTCOME_UNTIL)

        assert refusal.code == "time_not_over"

    def test_an_unknown_finding(self, scene: Scene) -> None:
        """
        There is no flag without what it is about.
        """
        refusal = refused(scene, "no-outcome", scene.found(), item_no=7)

        assert isinstance(refusal, NoSuchCase)

    def test_twice(self, scene: Scene) -> None:
        """
        One flag for one finding.
        """
        visit = scene.found()
        flag(scene, "no-outcome", visit, item_no=1, on=OUTCOME_OVER)

        refusal = refused(scene, "no-outcome", visit, item_no=1, on=OUTCOME_OVER)

        assert refusal.code == "flagged_already"


def test_the_days_of_the_scene() -> None:
    """
    The times of the pack run from the day of the scene and the last day of its orders.
    """
    assert MONDAY < LIST_UNTIL < OUTCOME_UNTIL < UNTIL < ESCALATE_UNTIL
