"""
调查取证: by those who handle the case, told rights, approved, decided in time.
"""

from datetime import date, timedelta
from uuid import UUID

import pytest

from domain.enforcement_case.choices import Disposition, Stage
from domain.enforcement_case.facts_of_evidence import (
    EvidenceRegistered,
    EvidenceThing,
    PartyResult,
    QuestioningRecorded,
    RegistrationDecided,
    RegistrationLapsed,
    ThingDecision,
)
from domain.refusals import NotCompetent, OutOfOrder, OutOfTime
from domain.values import Personal
from tests.cases.dossier import CLOCK, PAPER, Dossier
from tests.cases.scene import MONDAY, PHOTO, SIGNER, moment

THING = EvidenceThing("煤气报警器", "1台", "损坏")
#: The last day to decide on what is registered on the Monday: seven working days.
LAST = date(2026, 3, 11)


@pytest.fixture
def scene() -> Dossier:
    """A bureau in the place of the draft opinion."""
    return Dossier("002")


def talk(**changes: object) -> dict[str, object]:
    """The terms of a questioning from nine to ten."""
    said = {
        "person": Personal("王五"),
        "post": "安全员",
        "place": "会议室",
        "started_at": moment(MONDAY, 9),
        "ended_at": moment(MONDAY, 10),
        "rights_told": True,
        "signed_paper": PAPER,
    }
    return said | changes


def registration(scene: Dossier, **changes: object) -> dict[str, object]:
    """The terms of a registration of one thing."""
    said = {
        "things": (THING,),
        "reason": "可能灭失",
        "kept_where": "本局证物室",
        "custodian": SIGNER,
        "approver": scene.head,
        "party_present": SIGNER,
        "evidence": (PHOTO,),
    }
    return said | changes


def registered(scene: Dossier) -> UUID:
    """A case with one thing registered."""
    case = scene.filed()
    scene.do("register-evidence", case, **registration(scene))
    return case


class TestEvidenceActs:
    @pytest.mark.procedure("CO-05")
    def test_questioning(self, scene: Dossier) -> None:
        """
        行政处罚法 55: numbered, with rights told.
        """
        case = scene.filed()
        scene.do("record-questioning", case, **talk())

        (fact,) = scene.do("record-questioning", case, **talk(), hour=11)

        assert isinstance(fact, QuestioningRecorded)
        assert fact.nth_questioning == 2
        assert set(scene.handlers) <= scene.case(case).investigators

    def test_rights_not_told(self, scene: Dossier) -> None:
        """
        行政处罚法 55: nobody is questioned before they know their rights.
        """
        said = talk(rights_told=False)

        refused = scene.refused("record-questioning", scene.filed(), **said)

        assert refused.code == "rights_not_told"

    def test_times_in_order(self, scene: Dossier) -> None:
        """
        A questioning ends after it began.
        """
        said = talk(ended_at=moment(MONDAY, 8))

        refused = scene.refused("record-questioning", scene.filed(), **said)

        assert isinstance(refused, OutOfTime)
        assert refused.code == "ends_before_start"

    def test_by_others(self, scene: Dossier) -> None:
        """
        行政处罚法 42: by those who handle it.
        """
        said = {"by": scene.officer(2), "officers": (3,)}

        refused = scene.refused("record-questioning", scene.filed(), **talk(), **said)

        assert isinstance(refused, NotCompetent)
        assert refused.code == "not_a_handler"

    @pytest.mark.procedure("CO-51")
    def test_summons_for_later(self, scene: Dossier) -> None:
        """
        Nobody is asked to come to a time that is over.
        """
        case = scene.filed()
        said = {"person": SIGNER, "post": "厂长", "place": "本局", "reason": "了解情况"}
        scene.do("summon", case, appear_at=moment(MONDAY, 14), **said)

        refused = scene.refused("summon", case, appear_at=moment(MONDAY, 9), **said)

        assert refused.code == "not_ahead"

    @pytest.mark.procedure("CO-49")
    def test_scene_with_somebody_there(self, scene: Dossier) -> None:
        """
        行政处罚法 55: the party or a witness is there.
        """
        case = scene.filed()
        said = {
            "place": "煤气柜",
            "weather": "晴",
            "started_at": moment(MONDAY, 9),
            "ended_at": moment(MONDAY, 10),
            "description": "间距不足",
        }
        scene.do(
            "examine-scene",
            case,
            **said,
            party_present=SIGNER,
            witness=Personal("赵六"),
            witness_post="邻厂职工",
            evidence=(PHOTO,),
        )

        assert scene.refused("examine-scene", case, **said).code == "nobody_present"

    @pytest.mark.procedure("CO-50")
    def test_samples(self, scene: Dossier) -> None:
        """
        行政处罚法 56: what is taken is listed.
        """
        case = scene.filed()
        said = {"place": "仓库", "party_present": SIGNER}
        more = {"witness": SIGNER, "witness_post": "职工", "evidence": (PHOTO,)}
        scene.do("take-sample", case, things=(THING,), **said, **more)

        refused = scene.refused("take-sample", case, things=(), **said)

        assert refused.code == "things_missing"

    def test_appraisal(self, scene: Dossier) -> None:
        """
        行政处罚法 46: an appraisal that is out keeps the investigation open.
        """
        case = scene.filed()
        asked = {"appraiser": "市检测中心", "qualification": PAPER}
        until = MONDAY + timedelta(days=20)
        question = {"appraisal_question": "是否合格", "appraise_until": until}
        scene.do("commission-appraisal", case, **asked, **question)

        assert scene.refused("conclude-investigation", case, party_results=()).code == (
            "evidence_open"
        )
        report = {"opinion": "不合格", "appraisal_report": PAPER}
        scene.do("receive-appraisal", case, by=scene.clerk, appraisal_no=1, **report)
        scene.conclude(case)
        assert scene.case(case).stage is Stage.INVESTIGATED
        late = {"by": scene.clerk, "appraisal_no": 2, **report}
        assert scene.refused("receive-appraisal", case, **late).code == (
            "no_such_appraisal"
        )


class TestRegisterEvidence:
    @pytest.mark.procedure("CO-06")
    def test_for_seven_working_days(self, scene: Dossier) -> None:
        """
        行政处罚法 56, 85: decided in seven working days.
        """
        fact = scene.case(registered(scene)).history[-1]

        assert isinstance(fact, EvidenceRegistered)
        assert fact.register_limit is not None
        assert fact.register_limit.last_on == LAST

    @pytest.mark.procedure("CO-07")
    @pytest.mark.parametrize("approver", ["nobody", "an officer", "a stranger"])
    def test_not_approved(self, scene: Dossier, approver: str) -> None:
        """
        行政处罚法 56: with the approval of a head of the body.
        """
        who = {"nobody": None, "an officer": scene.officers[2]}
        said = registration(scene, approver=who.get(approver, scene.superior))

        refused = scene.refused("register-evidence", scene.filed(), **said)

        assert isinstance(refused, OutOfOrder)
        assert refused.code == "no_approval"

    @pytest.mark.procedure("CO-08")
    @pytest.mark.parametrize("late", [False, True])
    def test_decided(self, scene: Dossier, *, late: bool) -> None:
        """
        行政处罚法 56: thing by thing; late is late, and recorded.
        """
        case = registered(scene)
        decided = (ThingDecision(1, Disposition.RELEASED, "无需保存"),)
        said = {"registration_no": 1, "decisions": decided, "approver": scene.head}
        day = LAST + timedelta(days=int(late))

        (fact,) = scene.do("decide-registration", case, on=day, **said)

        assert isinstance(fact, RegistrationDecided)
        assert fact.is_late is late
        assert not scene.case(case).registrations
        again = scene.refused("decide-registration", case, **said)
        assert again.code == "no_such_registration"

    def test_each_thing(self, scene: Dossier) -> None:
        """
        行政处罚法 56: no thing is left out.
        """
        case = registered(scene)
        said = {"registration_no": 1, "decisions": (), "approver": scene.head}

        refused = scene.refused("decide-registration", case, **said)

        assert refused.code == "things_undecided"

    @pytest.mark.procedure("CO-09")
    def test_lapses_by_the_clock(self, scene: Dossier) -> None:
        """
        行政处罚法 56: nobody decided in seven working days.
        """
        case = registered(scene)
        said = {"by": CLOCK, "registration_no": 1}
        early = scene.refused("lapse-registration", case, **said, on=LAST, hour=23)
        assert early.code == "time_not_over"

        day = LAST + timedelta(days=1)
        (fact,) = scene.do("lapse-registration", case, **said, on=day, hour=0)

        assert isinstance(fact, RegistrationLapsed)
        assert fact.lapsed_on == LAST
        assert scene.refused("lapse-registration", case, **said).code == "no_time_set"


class TestConcludeInvestigation:
    @pytest.mark.procedure("CO-10")
    def test_with_a_result_for_every_party(self, scene: Dossier) -> None:
        """
        行政处罚法 57: facts, evidence and provisions of each party.
        """
        case = scene.conclude(scene.with_person())

        assert scene.case(case).stage is Stage.INVESTIGATED

    @pytest.mark.procedure("CO-11")
    def test_evidence_open(self, scene: Dossier) -> None:
        """
        行政处罚法 56: registered things are decided on first.
        """
        refused = scene.refused(
            "conclude-investigation", registered(scene), party_results=()
        )

        assert isinstance(refused, OutOfOrder)
        assert refused.code == "evidence_open"

    def test_party_left_out(self, scene: Dossier) -> None:
        """
        行政处罚法 57: no party is left out.
        """
        one = (PartyResult(1, "未设置安全距离", "安全生产法99", "罚款"),)

        refused = scene.refused(
            "conclude-investigation", scene.with_person(), party_results=one
        )

        assert refused.code == "party_results_missing"
