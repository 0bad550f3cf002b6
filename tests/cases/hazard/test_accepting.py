"""
复查验收: who inspected re-inspects, and a major hazard is accepted out of its loop.
"""

from uuid import UUID

import pytest

from domain.body.file import Body, BodySucceeded
from domain.hazard.choices import (
    HazardLevel,
    RecheckCause,
    Stage,
    ThreeList,
    TreatmentRecipient,
)
from domain.hazard.facts_of_ending import (
    RectificationAccepted,
    RectificationRejected,
    ReinspectionReassigned,
    ReinspectionRecorded,
    ReinspectionScheduled,
)
from domain.hazard.facts_of_treatment import RectificationOverdue
from domain.inspection.choices import Mode
from domain.refusals import NotCompetent, OutOfOrder
from tests.cases.scene import SIGNER, TOO_LATE, UNTIL, Scene

OPINION = {"opinion": "已整改"}
BOTH = (TreatmentRecipient.REGULATOR, TreatmentRecipient.WORKERS_CONGRESS)


@pytest.fixture
def scene() -> Scene:
    """A bureau in the place of the draft opinion: six stages, no opinion instead."""
    return Scene("002")


def reassign(scene: Scene, hazard: UUID, body: UUID | None = None) -> None:
    """Charge officers 2 and 3 with the re-inspection, for another body if named."""
    (fact,) = scene.do(
        "reassign-reinspection",
        hazard,
        by=scene.chief,
        inspectors=tuple(scene.officers[2:4]),
        reason="原检查人员调离",
        body=body,
    )
    assert isinstance(fact, ReinspectionReassigned)
    assert fact.inspectors == tuple(scene.officers[2:4])


class TestReportRectification:
    @pytest.mark.procedure("HZ-21")
    def test_under_an_order(self, scene: Scene) -> None:
        """
        安全生产法65: the enterprise reports, and is due to be re-inspected in ten days.
        """
        hazard = scene.ordered(HazardLevel.ORDINARY)

        scene.report(hazard)

        found = scene.hazard(hazard)
        assert found.stage is Stage.REPORTED
        assert found.recheck_limit is not None
        assert found.recheck_limit.rule == "IN.recheck"
        assert str(found.reinspect_until) == "2026-03-12"

    @pytest.mark.procedure("HZ-22")
    def test_while_listed(self, scene: Scene) -> None:
        """
        INV-08: a listed hazard is reported as rectified like any other.
        """
        hazard = scene.listed()

        scene.report(hazard)

        assert scene.hazard(hazard).stage is Stage.REPORTED

    def test_without_an_order(self, scene: Scene) -> None:
        """
        INV-08: there is nothing to report on before the order.
        """
        refusal = scene.refused(
            "report-rectification", scene.graded(), by=scene.clerk, done="已迁移"
        )

        assert refusal.code == "hazard_stage"


class TestAcceptRectification:
    @pytest.mark.procedure("HZ-23", "HZ-25")
    def test_by_those_who_inspected(self, scene: Scene) -> None:
        """
        忻州2020通知(九), 安全生产法41: same body, common officer, all of the loop.
        """
        hazard = scene.reported(HazardLevel.MAJOR)

        record, accepted = scene.do(
            "accept-rectification",
            hazard,
            by=scene.officer(1),
            officers=(2,),
            **OPINION,
        )

        assert isinstance(record, ReinspectionRecorded)
        assert isinstance(accepted, RectificationAccepted)
        assert record.recheck_cause is RecheckCause.APPLIED
        assert accepted.acceptors == tuple(scene.officers[1:3])
        assert scene.hazard(hazard).stage is Stage.ACCEPTED

    @pytest.mark.procedure("HZ-29")
    def test_by_others_of_the_body(self, scene: Scene) -> None:
        """
        INV-07: without an officer in common the re-inspection is not theirs.
        """
        refusal = scene.refused(
            "accept-rectification",
            scene.reported(),
            by=scene.officer(2),
            officers=(3,),
            **OPINION,
        )

        assert isinstance(refusal, NotCompetent)
        assert (refusal.code, refusal.under) == ("other_body", "忻州2020通知(九)")

    @pytest.mark.procedure("HZ-29")
    def test_by_another_body(self, scene: Scene) -> None:
        """
        INV-07: the same officers for another body are another body.
        """
        elsewhere = scene.officer(0, scene.other_bureau)

        refusal = scene.refused(
            "accept-rectification", scene.reported(), by=elsewhere, **OPINION
        )

        assert refusal.code == "other_body"

    def test_by_the_body_that_took_over(self, scene: Scene) -> None:
        """
        行政诉讼法26(6): where a body was taken over, its officers go on for the other.
        """
        hazard = scene.reported()
        at = scene.registering()
        scene.read(Body, scene.bureau).record(
            BodySucceeded,
            at,
            successor=scene.other_bureau,
            since_on=scene.day,
            source="机构改革方案",
        )
        scene.office.facts += [fact for _, fact in at.recorded]
        elsewhere = scene.officer(0, scene.other_bureau)

        scene.do("accept-rectification", hazard, by=elsewhere, **OPINION)

        assert scene.hazard(hazard).stage is Stage.ACCEPTED

    @pytest.mark.procedure("HZ-24")
    def test_by_others_after_reassignment(self, scene: Scene) -> None:
        """
        INV-07: a head may charge others; then those who inspected are not charged.
        """
        hazard = scene.reported()
        reassign(scene, hazard, scene.other_bureau)
        said = {"by": scene.officer(2, scene.other_bureau), "officers": (3,)}

        former = scene.refused("accept-rectification", hazard, **OPINION)
        scene.do("accept-rectification", hazard, **said, **OPINION)

        assert former.code == "other_body"
        assert scene.other_bureau in scene.hazard(hazard).handed_to
        assert scene.hazard(hazard).stage is Stage.ACCEPTED

    @pytest.mark.procedure("HZ-26")
    def test_a_major_one_that_is_not_listed(self, scene: Scene) -> None:
        """
        安全生产法41(3), INV-08: no major hazard is accepted that was not listed.
        """
        hazard = scene.ordered()
        scene.report_to(hazard, *BOTH)
        scene.report(hazard)

        refusal = scene.refused("accept-rectification", hazard, **OPINION)

        assert isinstance(refusal, OutOfOrder)
        assert (refusal.code, refusal.under) == ("not_listed", "安全生产法41(3)")

    @pytest.mark.procedure("HZ-27")
    @pytest.mark.parametrize("missing", BOTH)
    def test_a_major_one_without_double_report(
        self, scene: Scene, missing: TreatmentRecipient
    ) -> None:
        """
        安全生产法41(2), INV-13: regulator and congress; shareholders only besides.
        """
        hazard = scene.listed()
        scene.write_lists(hazard)
        others = {*TreatmentRecipient} - {missing}
        scene.report_to(hazard, *others)
        scene.report(hazard)

        refusal = scene.refused("accept-rectification", hazard, **OPINION)

        assert refusal.code == "double_report_missing"
        assert refusal.facts["missing"] == (missing,)

    @pytest.mark.procedure("HZ-28")
    def test_a_major_one_without_three_lists(self, scene: Scene) -> None:
        """
        实施意见(征求意见稿)(十一), INV-12: the three lists come before the acceptance.
        """
        hazard = scene.listed()
        scene.report_to(hazard, *BOTH)
        scene.report(hazard)

        refusal = scene.refused("accept-rectification", hazard, **OPINION)
        scene.write_lists(hazard)
        scene.do("accept-rectification", hazard, **OPINION)

        assert refusal.code == "lists_incomplete"
        assert refusal.facts["missing"] == tuple(ThreeList)

    def test_lists_where_no_pack_asks_for_them(self) -> None:
        """
        PROCEDURE 2.3: the three lists are the place's to ask for, the rest is national.
        """
        scene = Scene()
        hazard = scene.listed()
        scene.report_to(hazard, *BOTH)
        scene.report(hazard)

        scene.do("accept-rectification", hazard, **OPINION)

        assert scene.hazard(hazard).stage is Stage.ACCEPTED

    def test_what_was_not_reported(self, scene: Scene) -> None:
        """
        INV-08: nothing is accepted that was not reported as rectified.
        """
        refusal = scene.refused("accept-rectification", scene.listed(), **OPINION)

        assert refusal.code == "hazard_stage"

    @pytest.mark.procedure("HZ-30")
    def test_where_a_signed_opinion_stands_for_both(self) -> None:
        """
        总局令15号16: the place may let a signed opinion verify an ordinary hazard.
        """
        scene = Scene("000")
        hazard = scene.reported(HazardLevel.ORDINARY)

        scene.do("accept-rectification", hazard, **OPINION, signer=SIGNER)

        assert scene.hazard(hazard).stage is Stage.VERIFIED

    @pytest.mark.parametrize(
        ("place", "level", "signed"),
        [
            ("000", HazardLevel.ORDINARY, False),
            ("000", HazardLevel.MAJOR, True),
            ("002", HazardLevel.ORDINARY, True),
        ],
    )
    def test_where_it_does_not(
        self, place: str, level: HazardLevel, *, signed: bool
    ) -> None:
        """
        CORRECTIONS INV-08: only if signed, only for ordinary ones, only where allowed.
        """
        scene = Scene(place)
        hazard = scene.reported(level)
        signer = SIGNER if signed else None

        scene.do("accept-rectification", hazard, **OPINION, signer=signer)

        assert scene.hazard(hazard).stage is Stage.ACCEPTED

    def test_on_a_visit(self, scene: Scene) -> None:
        """
        PROCEDURE 0.1: a re-inspection names its visit, and that visit was made.
        """
        hazard = scene.reported(HazardLevel.ORDINARY)
        visit = scene.notified(Mode.FOLLOW_UP, hazards=(hazard,))
        other = scene.opened()

        early = scene.refused(
            "accept-rectification", hazard, **OPINION, inspection=visit
        )
        wrong = scene.refused(
            "accept-rectification", hazard, **OPINION, inspection=other
        )

        assert early.code == "visit_not_made"
        assert wrong.code == "not_followed_up"


class TestRejectRectification:
    @pytest.mark.procedure("HZ-31")
    def test_within_time(self, scene: Scene) -> None:
        """
        INV-08: rejected with reasons, it goes back, and the last day stays.
        """
        hazard = scene.reported()

        record, rejected = scene.do(
            "reject-rectification", hazard, reason="仍有泄漏", on=UNTIL
        )

        found = scene.hazard(hazard)
        assert isinstance(record, ReinspectionRecorded)
        assert isinstance(rejected, RectificationRejected)
        assert (found.stage, found.overdue) == (Stage.ORDERED, False)
        assert found.rectify_until == rejected.rectify_until == UNTIL
        assert found.listing is not None

    @pytest.mark.procedure("HZ-32")
    def test_past_the_last_day(self, scene: Scene) -> None:
        """
        INV-15: rejected after the last day, it is overdue at once.
        """
        hazard = scene.reported()

        *_, overdue = scene.do(
            "reject-rectification", hazard, reason="仍有泄漏", on=TOO_LATE
        )

        assert isinstance(overdue, RectificationOverdue)
        assert overdue.days_late == 1
        assert overdue.body == scene.bureau
        assert scene.hazard(hazard).overdue

    def test_without_reasons(self, scene: Scene) -> None:
        """
        PROCEDURE 2.3: a rejection says what is still wrong.
        """
        refusal = scene.refused("reject-rectification", scene.reported(), reason=" ")

        assert refusal.code == "reason_missing"

    def test_on_expiry(self, scene: Scene) -> None:
        """
        总局令15号16: re-inspected when the last day is over, without a report.
        """
        hazard = scene.ordered()

        early = scene.refused("reject-rectification", hazard, reason="未整改", on=UNTIL)
        record, *_ = scene.do(
            "reject-rectification", hazard, reason="未整改", on=TOO_LATE
        )

        assert early.code == "hazard_stage"
        assert isinstance(record, ReinspectionRecorded)
        assert record.recheck_cause is RecheckCause.EXPIRED
        assert scene.hazard(hazard).overdue

    def test_by_others(self, scene: Scene) -> None:
        """
        INV-07 holds for a rejection as well.
        """
        refusal = scene.refused(
            "reject-rectification",
            scene.reported(),
            by=scene.officer(2),
            officers=(3,),
            reason="仍有泄漏",
        )

        assert refusal.code == "other_body"


class TestReinspectionPlans:
    def test_a_day_within_the_grace(self, scene: Scene) -> None:
        """
        INV-14: every hazard has a day for its re-inspection, within the place's grace.
        """
        hazard = scene.ordered()
        until = scene.hazard(hazard).reinspect_until

        (fact,) = scene.do("schedule-reinspection", hazard, reinspect_on=until)

        assert isinstance(fact, ReinspectionScheduled)
        assert fact.reinspect_on == until
        assert scene.hazard(hazard).reinspect_on == until

    @pytest.mark.parametrize(
        ("day", "code"),
        [("2026-03-01", "last_day_past"), ("2026-03-27", "beyond_grace")],
    )
    def test_a_day_that_cannot_be(self, scene: Scene, day: str, code: str) -> None:
        """
        INV-14: the day is to come, and not beyond the grace.
        """
        said = {"reinspect_on": UNTIL.fromisoformat(day)}

        refusal = scene.refused("schedule-reinspection", scene.ordered(), **said)

        assert refusal.code == code

    def test_charging_too_few(self, scene: Scene) -> None:
        """
        行政处罚法42: two officers re-inspect, and it is said why others do.
        """
        said = {"by": scene.chief, "inspectors": tuple(scene.officers[2:4])}
        one = {"by": scene.chief, "inspectors": (scene.officers[2],) * 2}

        alone = scene.refused(
            "reassign-reinspection", scene.reported(), **one, reason="调离"
        )
        silent = scene.refused(
            "reassign-reinspection", scene.reported(), **said, reason=""
        )

        assert alone.code == "inspectors_too_few"
        assert silent.code == "reason_missing"

    def test_of_a_self_reported_hazard(self, scene: Scene) -> None:
        """
        INV-07: where nobody inspected, any two officers of the body re-inspect.
        """
        (fact,) = scene.do(
            "self-report-hazard",
            by=scene.clerk,
            enterprise=scene.enterprise,
            place="配电室",
            description="绝缘老化",
        )
        hazard = fact.file
        grading = {"standard": "工贸判定标准", "clause": "无"}
        order = {"measures": "更换", "rectify_until": UNTIL, "danger": False}
        team = {"by": scene.officer(2), "officers": (3,)}
        ordinary = HazardLevel.ORDINARY
        scene.do("grade-hazard", hazard, hazard_level=ordinary, **grading, **team)
        scene.do("order-rectification", hazard, **order, **team)
        scene.report(hazard)

        scene.do("accept-rectification", hazard, **OPINION, **team)

        assert scene.hazard(hazard).stage is Stage.ACCEPTED
