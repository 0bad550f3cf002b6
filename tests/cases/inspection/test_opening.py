"""
通知与开始: notice before the visit, or on arrival; urgent visits begin first.
"""

from datetime import date

import pytest

from domain.audit_trail.file import Breach, RuleBreachFlagged
from domain.base import Actor, Role
from domain.inspection.choices import Exemption, Mode, Stage, UrgentGround
from domain.inspection.facts import InspectionApproved, InspectionOpened
from domain.inspection.file import Present
from domain.refusals import NotCompetent, OutOfOrder, OutOfTime
from domain.values import Personal
from tests.cases.scene import MONDAY, SIGNER, Scene, moment

NOTICE = {"recipient": SIGNER, "recipient_post": "厂长"}
ARRIVAL = {"place": "城东厂区", "certificates_shown": True}


@pytest.fixture
def scene() -> Scene:
    """A bureau in Harbin."""
    return Scene("000")


class TestNotifyInspection:
    def test_before_the_visit(self, scene: Scene) -> None:
        """
        国办发〔2024〕54号: a visit is notified before it is made.
        """
        visit = scene.approved()

        scene.do("notify-inspection", visit, **NOTICE)

        assert scene.visit(visit).notified
        assert scene.visit(visit).stage is Stage.APPROVED

    def test_twice(self, scene: Scene) -> None:
        """
        A notice is given once.
        """
        refusal = scene.refused("notify-inspection", scene.notified(), **NOTICE)

        assert refusal.code == "notified_already"

    def test_an_unannounced_visit_before_arrival(self, scene: Scene) -> None:
        """
        吉政发〔2018〕26号(三十五), INV-20: an unannounced visit gives no notice before.
        """
        visit = scene.approved(Mode.UNANNOUNCED)

        refusal = scene.refused("notify-inspection", visit, **NOTICE)

        assert isinstance(refusal, OutOfTime)
        assert refusal.code == "notice_before_arrival"

    def test_an_unannounced_visit_on_arrival(self, scene: Scene) -> None:
        """
        INV-20: its notice is handed over on arrival, and is not said to be earlier.
        """
        visit = scene.approved(Mode.UNANNOUNCED)
        scene.do("open-inspection", visit, **ARRIVAL, hour=14)

        earlier = scene.refused(
            "notify-inspection", visit, **NOTICE, hour=15, said_at=moment(MONDAY, 13)
        )
        scene.do("notify-inspection", visit, **NOTICE, hour=15)

        assert earlier.code == "notice_before_arrival"
        assert scene.visit(visit).notified

    def test_by_a_stranger(self, scene: Scene) -> None:
        """
        国办发〔2024〕54号: only those named in the approval go on the visit.
        """
        refusal = scene.refused(
            "notify-inspection", scene.approved(), by=scene.officer(2), **NOTICE
        )

        assert isinstance(refusal, NotCompetent)
        assert refusal.code == "not_on_team"


class TestOpenInspection:
    def test_after_the_notice(self, scene: Scene) -> None:
        """
        安全生产法65, 67: the arrival is on record to the minute, with who was there.
        """
        visit = scene.notified()
        present = Present(Personal("王五"), "安全员")

        (fact,) = scene.do(
            "open-inspection", visit, **ARRIVAL, persons_present=(present,)
        )

        assert isinstance(fact, InspectionOpened)
        assert fact.inspectors == tuple(scene.officers[:2])
        assert scene.visit(visit).stage is Stage.OPEN
        assert scene.visit(visit).arrived_at == moment(MONDAY)

    def test_without_a_notice(self, scene: Scene) -> None:
        """
        国办发〔2024〕54号: a visit is approved and notified, unless it is unannounced.
        """
        refusal = scene.refused("open-inspection", scene.approved(), **ARRIVAL)
        scene.do("open-inspection", scene.approved(Mode.UNANNOUNCED), **ARRIVAL)

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "not_notified"

    def test_without_certificates(self, scene: Scene) -> None:
        """
        安全生产法67: whoever inspects shows a valid certificate.
        """
        refusal = scene.refused(
            "open-inspection", scene.notified(), place="厂区", certificates_shown=False
        )

        assert (refusal.code, refusal.under) == (
            "certificates_not_shown",
            "安全生产法67",
        )

    def test_a_checklist_withdrawn_since(self, scene: Scene) -> None:
        """
        哈尔滨实施意见(二): nobody inspects by a version that is withdrawn.
        """
        visit = scene.notified()
        scene.do(
            "withdraw-checklist-version",
            scene.checklist,
            by=scene.clerk,
            checklist_version=1,
            reason="标准更新",
        )

        assert scene.refused("open-inspection", visit, **ARRIVAL).code == (
            "checklist_withdrawn"
        )

    def test_twice(self, scene: Scene) -> None:
        """
        A visit begins once.
        """
        refusal = scene.refused("open-inspection", scene.opened(), **ARRIVAL)

        assert refusal.code == "inspection_stage"
        assert refusal.facts["stage"] is Stage.OPEN

    def test_with_somebody_who_was_not_named(self, scene: Scene) -> None:
        """
        国办发〔2024〕54号: an officer who was not approved does not come along.
        """
        refusal = scene.refused(
            "open-inspection", scene.notified(), **ARRIVAL, officers=(1, 2)
        )

        assert refusal.code == "not_on_team"


class TestOpenInspectionUrgently:
    def open(self, scene: Scene, **other: object) -> InspectionOpened:
        """Begin a visit on a tip-off at 10:00, by officers 0 and 1."""
        terms = {"enterprise": scene.enterprise, "inspection_scope": "举报事项"}
        said = ARRIVAL | terms | {"urgent_ground": UrgentGround.TIP_OFF} | other
        (fact,) = scene.do("open-inspection-urgently", **said, officers=(1,))
        assert isinstance(fact, InspectionOpened)
        return fact

    def test_on_a_tip_off(self, scene: Scene) -> None:
        """
        国办发〔2024〕54号: it begins at once, and is made up within the place's hours.
        """
        fact = self.open(scene)

        limit = fact.approve_limit
        assert limit is not None
        assert (limit.rule, limit.set_by_pack) == ("IN.approve.late", "000")
        assert limit.last_at == moment(date(2026, 3, 3))
        assert scene.visit(fact.file).mode is Mode.TIP_OFF
        assert not scene.visit(fact.file).approved

    def test_where_no_pack_sets_the_hours(self) -> None:
        """
        国办发〔2024〕54号 states no hours: danger is met all the same.
        """
        fact = self.open(Scene(), urgent_ground=UrgentGround.URGENT_DANGER)

        assert fact.approve_limit is None

    def test_approved_in_time(self, scene: Scene) -> None:
        """
        国办发〔2024〕54号: approved within the hours, with the ground of exemption.
        """
        visit = self.open(scene, urgent_ground=UrgentGround.ACCIDENT).file

        (fact,) = scene.do(
            "approve-inspection-late",
            visit,
            by=scene.chief,
            on=date(2026, 3, 3),
            reason="事故后立即检查，已报告",
        )

        assert isinstance(fact, InspectionApproved)
        assert fact.approved_late
        assert (fact.nth_of_cap, fact.exemption) == (0, Exemption.ACCIDENT)
        assert scene.visit(visit).stage is Stage.OPEN

    def test_approved_too_late(self, scene: Scene) -> None:
        """
        国办发〔2024〕54号: past the hours of the place nothing is made up any more.
        """
        visit = self.open(scene).file

        refusal = scene.refused(
            "approve-inspection-late",
            visit,
            by=scene.chief,
            on=date(2026, 3, 3),
            hour=11,
            reason="补办",
        )

        assert isinstance(refusal, OutOfTime)
        assert refusal.code == "late_approval_over"

    def test_never_approved(self, scene: Scene) -> None:
        """
        国办发〔2024〕54号: the clock flags it once the hours are over, and only once.
        """
        visit = self.open(scene).file
        clock, over = Actor(Role.CLOCK), date(2026, 3, 3)

        early = scene.refused("flag-not-approved", visit, by=clock, on=over)
        (fact,) = scene.do("flag-not-approved", visit, by=clock, on=over, hour=11)
        again = scene.refused("flag-not-approved", visit, by=clock, on=over, hour=11)

        assert isinstance(fact, RuleBreachFlagged)
        assert (fact.about, fact.breach) == (visit, Breach.NOT_APPROVED)
        assert (early.code, again.code) == ("time_not_over", "flagged_already")

    def test_nothing_to_flag(self, scene: Scene) -> None:
        """
        国办发〔2024〕54号: neither one approved in its hours nor one approved first.
        """
        visit = self.open(scene).file
        said = {"by": Actor(Role.CLOCK), "on": date(2026, 3, 4)}
        scene.do("approve-inspection-late", visit, by=scene.chief, reason="已报告")

        in_time = scene.refused("flag-not-approved", visit, **said)
        planned = scene.refused("flag-not-approved", scene.opened(), **said)

        assert (in_time.code, planned.code) == ("done_in_time", "no_time_set")

    def test_approved_by_one_of_the_team(self, scene: Scene) -> None:
        """
        国办发〔2024〕54号: who approves is none of those who inspect.
        """
        visit = self.open(scene).file
        inspecting = Actor(Role.HEAD, scene.officers[1], scene.bureau)

        refusal = scene.refused(
            "approve-inspection-late", visit, by=inspecting, reason="补办"
        )

        assert refusal.code == "approver_inspects"

    def test_what_was_not_urgent(self, scene: Scene) -> None:
        """
        国办发〔2024〕54号: an approval is made up for urgent visits only, and once.
        """
        ordinary = scene.refused(
            "approve-inspection-late", scene.opened(), by=scene.chief, reason="补办"
        )
        visit = self.open(scene).file
        said = {"by": scene.chief, "reason": "补办"}
        scene.do("approve-inspection-late", visit, **said)

        again = scene.refused("approve-inspection-late", visit, **said)

        assert {ordinary.code, again.code} == {"approved_already"}

    def test_may_be_notified_on_arrival(self, scene: Scene) -> None:
        """
        国办发〔2024〕54号: an urgent visit is notified as well, once it is under way.
        """
        visit = self.open(scene).file

        scene.do("notify-inspection", visit, **NOTICE)

        assert scene.visit(visit).notified
