"""
检查: what is answered, found, put right and refused while the officers are there.
"""

from datetime import date
from uuid import UUID

import pytest

from domain.hazard.choices import HazardLevel
from domain.inspection.choices import Answer, Stage
from domain.inspection.facts import (
    ChecklistItemAnswered,
    ExpertFindingSubmitted,
    FindingRecorded,
)
from domain.refusals import (
    BeyondTheLaw,
    NoSuchCase,
    NotCompetent,
    OutOfOrder,
    OutOfTime,
)
from tests.cases.scene import MONDAY, PHOTO, SIGNER, STANDARD, Scene

VIOLATION = {
    "description": "未设置安全距离",
    "is_violation": True,
    "area": "煤气柜",
    "violation_code": "V02",
}
FIX = {"item_no": 1, "done": "已补设", "evidence": (PHOTO,)}
REFUSAL = {"refused_by": SIGNER, "post": "厂长", "obstruction": "锁闭大门"}


@pytest.fixture
def scene() -> Scene:
    """A bureau in Harbin."""
    return Scene("000")


class TestAnswerChecklistItem:
    def test_an_item(self, scene: Scene) -> None:
        """
        哈尔滨实施意见(二): each item of the pinned version gets an answer.
        """
        visit = scene.opened()

        (fact,) = scene.do(
            "answer-checklist-item",
            visit,
            checklist_item="01",
            answer=Answer.VIOLATES,
        )

        assert isinstance(fact, ChecklistItemAnswered)
        assert (fact.checklist_item, fact.answer) == ("01", Answer.VIOLATES)
        assert scene.visit(visit).answers == {"01": Answer.VIOLATES}
        assert scene.visit(visit).unanswered == ("02",)

    def test_not_inspected(self, scene: Scene) -> None:
        """
        INV-18: “not inspected” is an answer, if it says why.
        """
        visit = scene.opened()
        said = {"checklist_item": "02", "answer": Answer.NOT_INSPECTED}

        refusal = scene.refused("answer-checklist-item", visit, **said)
        scene.do("answer-checklist-item", visit, **said, reason="设备停用")

        assert (refusal.code, refusal.under) == ("reason_missing", "安全生产法65")
        assert scene.visit(visit).unanswered == ("01",)

    def test_answered_anew(self, scene: Scene) -> None:
        """
        Until the record is made a later answer stands; the earlier one is kept.
        """
        visit = scene.opened()
        for answer in (Answer.CONFORMS, Answer.VIOLATES):
            scene.do("answer-checklist-item", visit, checklist_item="01", answer=answer)

        answered = "inspection.checklist-item-answered.v1"
        assert scene.visit(visit).answers["01"] is Answer.VIOLATES
        assert list(scene.topics(visit)).count(answered) == 2

    def test_an_item_of_no_checklist(self, scene: Scene) -> None:
        """
        Only items of the pinned version are answered.
        """
        refusal = scene.refused(
            "answer-checklist-item",
            scene.opened(),
            checklist_item="99",
            answer=Answer.CONFORMS,
        )

        assert isinstance(refusal, NoSuchCase)


class TestSubmitExpertFinding:
    def expert(self, scene: Scene, **terms: object) -> UUID:
        """Have an expert enrolled."""
        known = {"expert_field": "冶金煤气", "employer_name": "省冶金院"}
        enrolled = scene.do(
            "enrol-expert", None, by=scene.clerk, name=SIGNER, **known, **terms
        )
        return enrolled[0].file

    def test_what_an_expert_says(self, scene: Scene) -> None:
        """
        实施意见(征求意见稿)(十一): an expert finds; the officers answer and decide.
        """
        visit = scene.opened()
        said = {"opinion": "煤气柜活塞倾斜超限", "checklist_item": "01"}

        (fact,) = scene.do(
            "submit-expert-finding", visit, expert=self.expert(scene), **said
        )

        assert isinstance(fact, ExpertFindingSubmitted)
        assert (fact.opinion, fact.checklist_item) == (said["opinion"], "01")
        assert scene.visit(visit).unanswered == ("01", "02")

    def test_one_of_the_enterprise(self, scene: Scene) -> None:
        """
        PROCEDURE 1: independence is checked against the employer, and against whom it
        serves.
        """
        visit = scene.opened()
        for belongs in (
            {"employer": scene.enterprise},
            {"serves": (scene.enterprise,)},
        ):
            refusal = scene.refused(
                "submit-expert-finding",
                visit,
                expert=self.expert(scene, **belongs),
                opinion="符合",
            )
            assert isinstance(refusal, NotCompetent)
            assert refusal.code == "expert_not_independent"

    def test_one_who_left_the_roster(self, scene: Scene) -> None:
        """
        Only who is on the roster that day is heard.
        """
        visit, expert = scene.opened(), self.expert(scene)
        scene.do("remove-expert", expert, by=scene.clerk, reason="聘期届满")

        refusal = scene.refused(
            "submit-expert-finding", visit, expert=expert, opinion="符合"
        )

        assert refusal.code == "expert_not_on_roster"

    @pytest.mark.parametrize(
        ("said", "code"),
        [
            ({"opinion": " "}, "opinion_missing"),
            ({"checklist_item": "99"}, "no_such_checklist_item"),
        ],
    )
    def test_nothing_or_about_nothing(
        self, scene: Scene, said: dict[str, object], code: str
    ) -> None:
        """
        There is an opinion, and its item is one of those pinned.
        """
        visit = scene.opened()
        terms = {"expert": self.expert(scene), "opinion": "符合"} | said

        assert scene.refused("submit-expert-finding", visit, **terms).code == code

    def test_after_the_record(self, scene: Scene) -> None:
        """
        安全生产法68: after the record nothing is added.
        """
        visit, expert = scene.opened(), self.expert(scene)
        scene.sign(visit)

        refusal = scene.refused(
            "submit-expert-finding", visit, expert=expert, opinion="符合"
        )

        assert refusal.code == "inspection_stage"


class TestRecordFinding:
    def test_numbers_are_stable(self, scene: Scene) -> None:
        """
        安全生产法68: findings are numbered for order, re-inspection and case.
        """
        visit = scene.opened()

        facts = [scene.do("record-finding", visit, **VIOLATION)[0] for _ in range(2)]

        numbers = [f.item_no for f in facts if isinstance(f, FindingRecorded)]
        assert numbers == [1, 2]
        assert scene.visit(visit).findings[2].fact == facts[1].id

    def test_a_violation_is_due_an_outcome(self, scene: Scene) -> None:
        """
        忻州2020通知(十), INV-17: each violation leads to an outcome in time.
        """
        (fact,) = scene.do("record-finding", scene.opened(), **VIOLATION)

        assert isinstance(fact, FindingRecorded)
        assert fact.outcome_limit is not None
        assert fact.outcome_limit.rule == "IN.outcome"
        assert fact.outcome_limit.last_on == date(2026, 3, 11)

    def test_what_is_no_violation(self, scene: Scene) -> None:
        """
        INV-17 is about violations: anything else starts no such period.
        """
        (fact,) = scene.do(
            "record-finding",
            scene.opened(),
            description="标识陈旧",
            is_violation=False,
            area="车间",
        )

        assert isinstance(fact, FindingRecorded)
        assert fact.outcome_limit is None

    def test_for_another_department(self, scene: Scene) -> None:
        """
        安全生产法69: a finding says which other department is to deal with it.
        """
        visit = scene.opened()
        told = {"description": "消防通道堵塞", "is_violation": False, "area": "仓库"}

        (fact,) = scene.do(
            "record-finding", visit, **told, for_department="消防救援大队"
        )

        assert isinstance(fact, FindingRecorded)
        assert fact.for_department == "消防救援大队"

    def test_a_violation_without_code(self, scene: Scene) -> None:
        """
        A violation is named by its code, by which it is counted and fined.
        """
        refusal = scene.refused(
            "record-finding", scene.opened(), **VIOLATION | {"violation_code": " "}
        )

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "violation_code_missing"

    def test_ended_in_the_future(self, scene: Scene) -> None:
        """
        行政处罚法36: the limitation runs from the end of the violation, which is past.
        """
        visit = scene.opened()

        refusal = scene.refused(
            "record-finding", visit, **VIOLATION, violation_ended_on=date(2026, 3, 3)
        )
        scene.do("record-finding", visit, **VIOLATION, violation_ended_on=MONDAY)

        assert isinstance(refusal, OutOfTime)

    @pytest.mark.parametrize("act", ["record-finding", "answer-checklist-item"])
    def test_after_the_record(self, scene: Scene, act: str) -> None:
        """
        安全生产法68: after the signature nothing is added to answers or findings.
        """
        visit = scene.opened()
        scene.sign(visit)
        answer = {"checklist_item": "03", "answer": Answer.CONFORMS}
        said = VIOLATION if act == "record-finding" else answer

        refusal = scene.refused(act, visit, **said)

        assert refusal.code == "inspection_stage"
        assert refusal.facts["stage"] is Stage.RECORDED


class TestCorrectFindingOnSpot:
    def test_a_finding(self, scene: Scene) -> None:
        """
        安全生产法65(2): what can be put right is put right on the spot, with evidence.
        """
        visit = scene.found()

        bare = scene.refused("correct-finding-on-spot", visit, **FIX | {"evidence": ()})
        scene.do("correct-finding-on-spot", visit, **FIX)

        assert bare.code == "evidence_missing"
        assert scene.visit(visit).findings[1].corrected

    def test_twice_or_unknown(self, scene: Scene) -> None:
        """
        A finding is put right once, and only one that there is.
        """
        visit = scene.found()
        scene.do("correct-finding-on-spot", visit, **FIX)

        twice = scene.refused("correct-finding-on-spot", visit, **FIX)
        unknown = scene.refused(
            "correct-finding-on-spot", visit, **FIX | {"item_no": 2}
        )

        assert twice.code == "corrected_already"
        assert isinstance(unknown, NoSuchCase)

    @pytest.mark.parametrize(
        ("level", "code"),
        [
            (HazardLevel.MAJOR, "major_not_on_spot"),
            (HazardLevel.ORDINARY, "finding_is_hazard"),
        ],
    )
    def test_a_hazard(self, scene: Scene, level: HazardLevel, code: str) -> None:
        """
        安全生产法41(3): no major hazard ends on the spot; an ordinary one in its file.
        """
        visit = scene.found()
        (fact,) = scene.do(
            "identify-hazard", visit, item_nos=(1,), place="煤气柜", description="泄漏"
        )
        grading = {"hazard_level": level, "standard": STANDARD, "clause": "第十一条"}
        scene.do("grade-hazard", fact.file, **grading)

        refusal = scene.refused("correct-finding-on-spot", visit, **FIX)

        assert refusal.code == code
        assert isinstance(refusal, BeyondTheLaw) is (level is HazardLevel.MAJOR)


class TestRecordInspectionRefusal:
    def test_at_the_gate(self, scene: Scene) -> None:
        """
        安全生产法66: a refusal is on record, and the visit goes on or is given up.
        """
        visit = scene.notified()

        scene.do("record-inspection-refusal", visit, **REFUSAL, evidence=(PHOTO,))
        scene.do("abandon-inspection", visit, reason="企业拒绝检查")

        assert scene.visit(visit).obstructed
        assert scene.visit(visit).stage is Stage.ABANDONED

    def test_after_the_visit(self, scene: Scene) -> None:
        """
        安全生产法66: it is obstructed while it is made, not afterwards.
        """
        visit = scene.opened()
        scene.sign(visit)

        refusal = scene.refused("record-inspection-refusal", visit, **REFUSAL)

        assert refusal.code == "inspection_stage"
