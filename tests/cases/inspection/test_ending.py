"""
记录与结束: the record first, then the conclusion; and what becomes of the findings.
"""

from datetime import UTC, date, datetime, timedelta

import pytest

from domain.base import Actor, Fact, Role
from domain.hazard.choices import HazardLevel
from domain.inspection.choices import Answer, Mode, Outcome, Stage
from domain.inspection.facts_of_ending import (
    InspectionConcluded,
    InspectionRecordRefused,
    InspectionRecordSigned,
    NoCaseDecided,
)
from domain.inspection.file import Alteration, Inspection
from domain.law.crimes import Offence
from domain.refusals import (
    BeyondTheLaw,
    NoSuchCase,
    NotCompetent,
    OutOfOrder,
    OutOfTime,
)
from tests.cases.scene import MONDAY, PHOTO, SIGNER, Scene, moment

START, END = moment(MONDAY, 10), moment(MONDAY, 11, 30)
SIGNED = {"started_at": START, "ended_at": END, "signer": SIGNER, "signer_post": "厂长"}


@pytest.fixture
def scene() -> Scene:
    """A bureau in Harbin."""
    return Scene("000")


def answered(scene: Scene) -> Fact:
    """A visit under way, with every mandatory item answered; its newest fact."""
    visit = scene.found()
    for item in ("01", "02"):
        scene.do(
            "answer-checklist-item", visit, checklist_item=item, answer=Answer.CONFORMS
        )
    return scene.office.facts[-1]


class TestSignInspectionRecord:
    def test_start_and_end_to_the_minute(self, scene: Scene) -> None:
        """
        安全生产法68: the record tells when the visit began and ended, and who signed.
        """
        visit = answered(scene).file
        altered = Alteration("三处", "两处", PHOTO)
        said = SIGNED | {"ended_at": END + timedelta(seconds=40)}

        (fact,) = scene.do(
            "sign-inspection-record", visit, **said, alterations=(altered,), hour=12
        )

        assert isinstance(fact, InspectionRecordSigned)
        assert (fact.started_at, fact.ended_at) == (START, END)
        assert fact.alterations == (altered,)
        assert scene.visit(visit).stage is Stage.RECORDED
        assert scene.visit(visit).signed

    @pytest.mark.parametrize(
        ("wrong", "code"),
        [
            ({"started_at": moment(MONDAY, 9, 59)}, "starts_before_arrival"),
            ({"ended_at": moment(MONDAY, 9, 59)}, "ends_before_start"),
            ({"ended_at": moment(MONDAY, 12, 1)}, "in_the_future"),
        ],
    )
    def test_a_span_that_cannot_be(
        self, scene: Scene, wrong: dict[str, datetime], code: str
    ) -> None:
        """
        安全生产法68: it begins with the arrival, and is over when it is signed.
        """
        visit = answered(scene).file

        refusal = scene.refused(
            "sign-inspection-record", visit, **SIGNED | wrong, hour=12
        )

        assert isinstance(refusal, OutOfTime)
        assert refusal.code == code

    def test_in_another_zone(self, scene: Scene) -> None:
        """
        A moment is the same in every zone.
        """
        visit = answered(scene).file
        said = SIGNED | {"started_at": START.astimezone(UTC)}

        assert scene.do("sign-inspection-record", visit, **said, hour=12)

    @pytest.mark.parametrize(
        "act", ["sign-inspection-record", "record-signature-refusal"]
    )
    def test_an_unanswered_item(self, scene: Scene, act: str) -> None:
        """
        INV-18: a record that lacks a mandatory answer could never be completed.
        """
        said: dict[str, object] = {"started_at": START, "ended_at": END}
        if act == "sign-inspection-record":
            said |= {"signer": SIGNER, "signer_post": "厂长"}
        else:
            said |= {"reason": "不同意", "department": scene.bureau}

        refusal = scene.refused(act, scene.found(), **said, hour=12)

        assert refusal.code == "checklist_incomplete"
        assert refusal.facts["checklist_items"] == ("01", "02")


class TestRecordSignatureRefusal:
    def test_reported_to_the_department(self, scene: Scene) -> None:
        """
        安全生产法68: a refusal is put on record and reported to the department.
        """
        visit = answered(scene).file
        said = {"started_at": START, "ended_at": END, "department": scene.bureau}

        silent = scene.refused(
            "record-signature-refusal", visit, **said, reason="", hour=12
        )
        (fact,) = scene.do(
            "record-signature-refusal",
            visit,
            **said,
            reason="不认可问题",
            witness=SIGNER,
            hour=12,
        )

        assert silent.code == "reason_missing"
        assert isinstance(fact, InspectionRecordRefused)
        assert fact.department == scene.bureau
        assert scene.visit(visit).stage is Stage.RECORDED
        assert not scene.visit(visit).signed


class TestConcludeInspection:
    def test_after_the_record(self, scene: Scene) -> None:
        """
        安全生产法68: the record comes first, then the conclusion, then publication.
        """
        visit = answered(scene).file

        early = scene.refused("conclude-inspection", visit, outcome=Outcome.TO_RECTIFY)
        scene.sign(visit)
        (fact,) = scene.do("conclude-inspection", visit, outcome=Outcome.TO_RECTIFY)

        assert early.code == "record_missing"
        assert isinstance(fact, InspectionConcluded)
        assert fact.publish_limit is not None
        assert fact.publish_limit.rule == "TS.after.general"
        assert fact.publish_limit.last_on == date(2026, 3, 30)
        assert scene.visit(visit).stage is Stage.CONCLUDED

    def test_while_a_mandatory_item_is_unanswered(self, scene: Scene) -> None:
        """
        INV-18: a visit is not concluded while a mandatory item is unanswered.
        """
        visit = scene.opened()
        scene.do(
            "answer-checklist-item", visit, checklist_item="01", answer=Answer.CONFORMS
        )

        refusal = scene.refused(
            "conclude-inspection", visit, outcome=Outcome.NOTHING_FOUND
        )

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "checklist_incomplete"
        assert refusal.facts["checklist_items"] == ("02",)

    def test_without_a_notice(self, scene: Scene) -> None:
        """
        国办发〔2024〕54号: an unannounced visit is notified on arrival, before it ends.
        """
        visit = scene.approved(Mode.UNANNOUNCED)
        scene.do("open-inspection", visit, place="厂区", certificates_shown=True)
        scene.sign(visit)

        refusal = scene.refused(
            "conclude-inspection", visit, outcome=Outcome.NOTHING_FOUND
        )

        assert refusal.code == "not_notified"

    @pytest.mark.parametrize("outcome", [Outcome.NOTHING_FOUND, Outcome.RECTIFIED])
    def test_an_outcome_that_contradicts(self, scene: Scene, outcome: Outcome) -> None:
        """
        A visit that found something did not find nothing, nor did it follow up.
        """
        visit = scene.found()
        scene.sign(visit)

        refusal = scene.refused("conclude-inspection", visit, outcome=outcome)

        assert isinstance(refusal, BeyondTheLaw)
        assert refusal.code == "outcome_contradicts"

    def test_a_follow_up(self, scene: Scene) -> None:
        """
        PROCEDURE 0.1: concluding a follow-up writes its result on each hazard.
        """
        hazard = scene.reported(HazardLevel.ORDINARY)
        visit = scene.opened(Mode.FOLLOW_UP, hazards=(hazard,))
        scene.sign(visit)

        refusal = scene.refused("conclude-inspection", visit, outcome=Outcome.RECTIFIED)

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "conclude_as_follow_up"


@pytest.mark.parametrize(
    "act",
    [
        "notify-inspection",
        "record-inspection-refusal",
        "answer-checklist-item",
        "record-finding",
        "correct-finding-on-spot",
        "identify-hazard",
        "sign-inspection-record",
        "record-signature-refusal",
        "conclude-inspection",
        "conclude-follow-up",
        "abandon-inspection",
    ],
)
def test_only_those_named(scene: Scene, act: str) -> None:
    """
    国办发〔2024〕54号: whatever is done on a visit is done by those named for it.
    """
    visit = scene.found()

    refusal = scene.refused(act, visit, by=scene.officer(3), officers=(4,))
    among = scene.refused(act, visit, officers=(1, 3))

    assert isinstance(refusal, NotCompetent)
    assert refusal.code == among.code == "not_on_team"


class TestAbandonInspection:
    def test_after_something_was_found(self, scene: Scene) -> None:
        """
        安全生产法68: what was found is recorded, and does not vanish with the visit.
        """
        refusal = scene.refused("abandon-inspection", scene.found(), reason="下雨")

        assert refusal.code == "findings_stand"

    def test_without_a_reason(self, scene: Scene) -> None:
        """
        国办发〔2024〕54号: whoever gives an approved visit up says why.
        """
        refusal = scene.refused("abandon-inspection", scene.approved(), reason=" ")

        assert refusal.code == "reason_missing"

    def test_a_visit_that_a_re_inspection_rests_on(self, scene: Scene) -> None:
        """
        安全生产法65: a visit on which a hazard was accepted was made.
        """
        hazard = scene.reported(HazardLevel.ORDINARY)
        visit = scene.opened(Mode.FOLLOW_UP, hazards=(hazard,))
        scene.do("accept-rectification", hazard, opinion="已整改", inspection=visit)

        refusal = scene.refused("abandon-inspection", visit, reason="未实施")

        assert refusal.code == "reinspection_stands"


class TestDecideNoCase:
    def recorded(self, scene: Scene) -> Inspection:
        """A visit with a finding, whose record is signed."""
        visit = scene.found()
        scene.sign(visit)
        return scene.visit(visit)

    def test_by_a_head_who_did_not_inspect(self, scene: Scene) -> None:
        """
        忻州2020通知(十), INV-17: without a case, a head says so with reasons.
        """
        visit = self.recorded(scene).id

        (fact,) = scene.do(
            "decide-no-case", visit, by=scene.chief, item_nos=(1,), reason="情节轻微"
        )

        assert isinstance(fact, NoCaseDecided)
        assert (fact.item_nos, fact.reason) == ((1,), "情节轻微")
        assert scene.visit(visit).findings[1].no_case

    @pytest.mark.procedure("CO-48")
    def test_by_a_finder(self, scene: Scene) -> None:
        """
        PROCEDURE 1: who found it does not decide that nothing follows.
        """
        finder = Actor(Role.HEAD, scene.officers[0], scene.bureau)

        refusal = scene.refused(
            "decide-no-case",
            self.recorded(scene).id,
            by=finder,
            item_nos=(1,),
            reason="情节轻微",
        )

        assert isinstance(refusal, NotCompetent)
        assert refusal.code == "own_finding"

    def test_while_a_crime_is_suspected(self, scene: Scene) -> None:
        """
        国务院令310号3, INV-01: what may be a crime is referred, and not dropped.
        """
        visit = self.recorded(scene).id
        scene.do(
            "suspect-crime",
            None,
            officers=(1,),
            about=visit,
            offence=Offence.DANGEROUS_WORK,
            threshold_fact="未经许可作业",
        )

        refusal = scene.refused(
            "decide-no-case", visit, by=scene.chief, item_nos=(1,), reason="情节轻微"
        )

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "crime_suspected"

    @pytest.mark.parametrize(
        ("item_nos", "reason", "code"),
        [
            ((), "轻微", "items_missing"),
            ((2,), "轻微", "no_such_item"),
            ((1,), " ", "reason_missing"),
        ],
    )
    def test_what_must_be_stated(
        self, scene: Scene, item_nos: tuple[int, ...], reason: str, code: str
    ) -> None:
        """
        忻州2020通知(十): it is decided about a finding, with a reason.
        """
        refusal = scene.refused(
            "decide-no-case",
            self.recorded(scene).id,
            by=scene.chief,
            item_nos=item_nos,
            reason=reason,
        )

        assert refusal.code == code
        assert isinstance(refusal, NoSuchCase) is (code == "no_such_item")

    def test_before_the_record(self, scene: Scene) -> None:
        """
        行政处罚法54: it is decided on what is on record.
        """
        refusal = scene.refused(
            "decide-no-case",
            scene.found(),
            by=scene.chief,
            item_nos=(1,),
            reason="轻微",
        )

        assert refusal.code == "inspection_stage"
