"""
听证: asked for in time, set early enough, chaired by no investigator, reported on.
"""

from datetime import date, timedelta

import pytest

from domain.enforcement_case.choices import PartyStage
from domain.enforcement_case.choices_of_hearing import HearingEnd, HearingOutcome
from domain.enforcement_case.facts_of_hearing import (
    HearingNotified,
    HearingPostponed,
    HearingRequested,
)
from domain.enforcement_case.readiness import not_heard
from domain.refusals import NotCompetent, OutOfOrder, OutOfTime
from domain.values import Personal
from tests.cases.dossier import PAPER, Dossier
from tests.cases.enforcement_case.test_proposing import ANSWER_BY
from tests.cases.scene import MONDAY, moment

#: The seventh working day after the Monday: too early for a hearing set on it.
SEVENTH = date(2026, 3, 11)


@pytest.fixture
def scene() -> Dossier:
    """A bureau in the place of the draft opinion."""
    return Dossier("002")


class TestRequestHearing:
    @pytest.mark.procedure("CO-20")
    @pytest.mark.parametrize(
        "late", [False, pytest.param(True, marks=pytest.mark.procedure("CO-21"))]
    )
    def test_within_five_working_days(self, scene: Dossier, *, late: bool) -> None:
        """
        行政处罚法 64(1): taken in whenever it comes; hearing_request_late is marked.
        """
        case = scene.notified_of(6_000_000)
        day = ANSWER_BY + timedelta(days=int(late))

        (fact,) = scene.do(
            "request-hearing",
            case,
            by=scene.clerk,
            on=day,
            party_no=1,
            requested_by=Personal("厂长"),
            request_paper=PAPER,
        )

        assert isinstance(fact, HearingRequested)
        assert fact.hearing_request_late is late
        assert scene.party(case).stage is PartyStage.HEARING

    def test_posted_in_time(self, scene: Dossier) -> None:
        """
        行政处罚法 85: the postmark's day counts, not that of the arrival.
        """
        case = scene.notified_of(6_000_000)
        said = {"by": scene.clerk, "party_no": 1, "said_at": moment(ANSWER_BY)}

        (fact,) = scene.do("request-hearing", case, **said, on=date(2026, 3, 12))

        assert isinstance(fact, HearingRequested)
        assert not fact.hearing_request_late

    def test_one_at_a_time(self, scene: Dossier) -> None:
        """
        A hearing that is on its way is not asked for again.
        """
        said = {"by": scene.clerk, "party_no": 1}

        refused = scene.refused("request-hearing", scene.asked(), **said)

        assert refused.code == "hearing_pending"


class TestRefuseHearing:
    @pytest.mark.procedure("CO-22")
    @pytest.mark.parametrize("why", ["late", "no ground"])
    def test_back_to_the_notice(self, scene: Dossier, why: str) -> None:
        """
        行政处罚法 63, 64: what is late, or no ground of 63 carries.
        """
        case = scene.notified_of(6_000_000 if why == "late" else 3_000_000)
        day = date(2026, 3, 12) if why == "late" else MONDAY
        scene.do("request-hearing", case, by=scene.clerk, party_no=1, on=day)

        scene.do("refuse-hearing", case, by=scene.chief, party_no=1, reason="逾期")

        assert scene.party(case).stage is PartyStage.NOTICED

    @pytest.mark.procedure("CO-23")
    def test_hearing_due(self, scene: Dossier) -> None:
        """
        行政处罚法 63: what is due is held.
        """
        said = {"by": scene.chief, "party_no": 1, "reason": "无必要"}

        refused = scene.refused("refuse-hearing", scene.asked(), **said)

        assert isinstance(refused, OutOfOrder)
        assert refused.code == "hearing_due"


class TestNotifyHearing:
    @pytest.mark.procedure("CO-24")
    def test_after_seven_working_days(self, scene: Dossier) -> None:
        """
        行政处罚法 64(2): seven working days lie between; the eighth is lawful.
        """
        case = scene.asked()
        said = scene.setting() | {"hearing_at": moment(SEVENTH + timedelta(days=1))}

        (fact,) = scene.do(
            "notify-hearing", case, **said, in_public=False, closed_reason="商业秘密"
        )

        assert isinstance(fact, HearingNotified)
        assert fact.earliest_on == SEVENTH
        assert fact.chair == scene.officers[3]
        assert scene.party(case).stage is PartyStage.HEARING_SET

    @pytest.mark.procedure("CO-25")
    def test_too_soon(self, scene: Dossier) -> None:
        """
        行政处罚法 64(2), 85: the seventh working day is one too early.
        """
        said = scene.setting() | {"hearing_at": moment(SEVENTH, 23)}

        refused = scene.refused("notify-hearing", scene.asked(), **said)

        assert isinstance(refused, OutOfTime)
        assert refused.code == "hearing_too_soon"

    @pytest.mark.procedure("CO-26")
    def test_chaired_by_an_investigator(self, scene: Dossier) -> None:
        """
        行政处罚法 64(4): also not by one who handled it once.
        """
        case = scene.asked()
        fresh = scene.officers[1:3]
        said = {"by": scene.chief, "handlers": tuple(fresh), "reason": "调整"}
        scene.do("assign-handlers", case, **said)

        refused = scene.refused(
            "notify-hearing", case, **(scene.setting() | {"by": scene.officer(0)})
        )

        assert isinstance(refused, NotCompetent)
        assert refused.code == "chair_investigated"

    def test_closed_with_a_reason(self, scene: Dossier) -> None:
        """
        行政处罚法 64(3): a hearing is open.
        """
        said = scene.setting() | {"in_public": False}

        refused = scene.refused("notify-hearing", scene.asked(), **said)

        assert refused.code == "reason_missing"

    def test_put_off(self, scene: Dossier) -> None:
        """
        A hearing is put off to a later day, and held on none before.
        """
        case = scene.hearing_set()
        said = {"by": scene.chair, "party_no": 1, "reason": "当事人申请"}
        day = MONDAY + timedelta(days=20)
        (fact,) = scene.do("postpone-hearing", case, hearing_at=moment(day), **said)
        assert isinstance(fact, HearingPostponed)

        refused = scene.refused(
            "postpone-hearing", case, hearing_at=moment(day), **said
        )

        assert refused.code == "not_put_off"
        early = moment(day - timedelta(days=1))
        terms = {"started_at": early, "ended_at": early, "hearing_record": PAPER}
        soon = {"by": scene.chair, "on": early.date(), "party_no": 1, "hour": 12}
        assert scene.refused("hold-hearing", case, **terms, **soon).code == (
            "hearing_too_soon"
        )

    @pytest.mark.parametrize(
        ("on", "held_by"),
        [(date(2026, 1, 5), date(2026, 1, 25)), (date(2026, 2, 2), None)],
    )
    def test_by_when_it_is_held(
        self, scene: Dossier, on: date, held_by: date | None
    ) -> None:
        """
        总局令15号 35: by the old rules it is held on its new day; the law sets none.
        """
        scene.day = on
        case = scene.hearing_set()
        said = {"by": scene.chair, "party_no": 1, "reason": "当事人申请"}
        later = moment(scene.day + timedelta(days=20))
        (fact,) = scene.do("postpone-hearing", case, hearing_at=later, **said)

        assert isinstance(fact, HearingPostponed)
        limit = fact.hold_limit
        assert (limit.last_on if limit else None) == held_by


class TestHoldHearing:
    @pytest.mark.procedure("CO-27")
    def test_held(self, scene: Dossier) -> None:
        """
        行政处罚法 64(8): with minutes; the report is to follow.
        """
        case = scene.hearing_set()

        scene.hold(case)

        assert scene.party(case).stage is PartyStage.HEARING_HELD

    def test_by_its_chair(self, scene: Dossier) -> None:
        """
        行政处罚法 64(4): whoever was named chairs it.
        """
        case = scene.hearing_set()
        said = {"by": scene.chief, "party_no": 1, "reason": "缺席"}
        end = {"hearing_end": HearingEnd.ABSENT, "on": date(2026, 3, 17)}

        refused = scene.refused("end-hearing", case, **said, **end)

        assert refused.code == "not_the_chair"

    @pytest.mark.procedure("CO-28")
    def test_absence_is_a_waiver(self, scene: Dossier) -> None:
        """
        行政处罚法 64(6): who stays away without reason waives the hearing.
        """
        case = scene.hearing_set()
        said = {"by": scene.chair, "party_no": 1, "reason": "经通知未到"}
        end = {"hearing_end": HearingEnd.ABSENT}
        early = scene.refused("end-hearing", case, **said, **end)
        assert early.code == "hearing_too_soon"

        scene.do("end-hearing", case, **said, **end, on=date(2026, 3, 16), hour=11)

        assert scene.party(case).heard
        assert scene.party(case).hearing_waived

    def test_withdrawn_before_it_is_set(self, scene: Dossier) -> None:
        """
        行政处罚法 45, 64: who withdraws the request may still state its case.
        """
        case = scene.asked()
        said = {"by": scene.chair, "party_no": 1, "reason": "书面撤回"}

        scene.do("end-hearing", case, **said, hearing_end=HearingEnd.WITHDRAWN)

        assert scene.party(case).stage is PartyStage.NOTICED
        assert scene.party(case).hearing_waived

    @pytest.mark.procedure("CO-29")
    def test_reported(self, scene: Dossier) -> None:
        """
        行政处罚法 65: the party is heard once the chair has reported.
        """
        case = scene.hearing_set()
        report = {
            "by": scene.chair,
            "party_no": 1,
            "hearing_outcome": HearingOutcome.KEEP,
            "opinion": "维持",
        }
        assert scene.refused("report-hearing", case, **report).code == (
            "hearing_not_held"
        )
        scene.hold(case)

        scene.do("report-hearing", case, **report)

        assert scene.party(case).heard


class TestWindow:
    @pytest.mark.parametrize("express", [False, True])
    def test_waiver_of_the_statement_is_none_of_the_hearing(
        self, scene: Dossier, *, express: bool
    ) -> None:
        """
        行政处罚法 64(1): the window stays open unless the hearing is waived expressly.
        """
        case = scene.waive(scene.notified_of(6_000_000), hearing_waived=express)

        at = scene.registering()
        codes = [refusal.code for refusal in not_heard(scene.party(case), at)]

        assert codes == ([] if express else ["window_open"])

    def test_nobody_notified(self, scene: Dossier) -> None:
        """
        行政处罚法 62: no decision without a notice.
        """
        party = scene.party(scene.propose(scene.concluded()))

        codes = [refusal.code for refusal in not_heard(party, scene.registering())]

        assert codes == ["notice_missing"]

    def test_statement_not_examined(self, scene: Dossier) -> None:
        """
        行政处罚法 45: what was stated is examined first.
        """
        case = scene.notified_of()
        scene.do("hear-statement", case, by=scene.clerk, party_no=1, said="已整改")

        refusals = not_heard(scene.party(case), scene.registering())

        assert [refusal.code for refusal in refusals] == ["statement_unreviewed"]
