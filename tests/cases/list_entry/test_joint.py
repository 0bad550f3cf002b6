"""
联合惩戒: measures that a provision carries, while the entry stands.
"""

import pytest

from domain.base import Actor, Role
from domain.joint_measure.file import (
    IncentiveGranted,
    JointDisciplineInitiated,
    JointMeasure,
    PartnerMeasureLifted,
    Stage,
)
from domain.law.discipline import BASIS, COVERED, DisciplineArea, DisciplineMeasure
from domain.refusals import BeyondTheLaw, OutOfOrder
from tests.cases.list_entry.listed import Lists


@pytest.fixture
def lists() -> Lists:
    """A bureau in Harbin."""
    return Lists("000")


def asked(lists: Lists, entry: object, **other: object) -> dict[str, object]:
    """What a partner is asked for, but for what a case changes."""
    return {
        "by": lists.chief,
        "entry": entry,
        "partner": lists.other_bureau,
        "discipline_measure": DisciplineMeasure.PUBLIC_FUNDS,
        "requirements": "限制申请财政性资金项目",
    } | other


def partner(lists: Lists) -> Actor:
    """Somebody of the partner."""
    return Actor(Role.PARTNER, lists.officers[4], lists.other_bureau)


class TestInitiateJointDiscipline:
    @pytest.mark.procedure("LE-15")
    def test_on_a_provision(self, lists: Lists) -> None:
        """
        应急管理部令11号 8, INV-39: the provision is named; the partner acts on it.
        """
        entry = lists.listed()

        (fact,) = lists.do("initiate-joint-discipline", **asked(lists, entry))

        assert isinstance(fact, JointDisciplineInitiated)
        assert fact.legal_basis == "应急管理部令11号8"
        assert [*fact.hand_overs()] == [(fact.file, lists.other_bureau)]
        assert fact.deed.thread == lists.entry(entry).thread
        assert lists.read(JointMeasure, fact.file).handed_to == (lists.other_bureau,)

    @pytest.mark.procedure("LE-16")
    @pytest.mark.parametrize(
        "other",
        [
            {"discipline_measure": DisciplineMeasure.EXIT_BARRED},
            {"discipline_measure": DisciplineMeasure.CONSUMPTION},
            {"discipline_area": DisciplineArea.STATE_LAND},
            {"discipline_area": DisciplineArea.HONOURS},
        ],
    )
    def test_beyond_the_law(self, lists: Lists, other: dict[str, object]) -> None:
        """
        国办发〔2020〕49号: without a provision no measure is sent; areas that a place
        names count as far as a measure of the list covers them.
        """
        said = asked(lists, lists.listed(), **other)

        refusal = lists.refused("initiate-joint-discipline", **said)

        assert isinstance(refusal, BeyondTheLaw)
        assert refusal.code == "no_legal_basis"

    def test_in_an_area_that_is_covered(self, lists: Lists) -> None:
        """
        国办发〔2020〕49号: a lawful measure in the area that it covers.
        """
        area = DisciplineArea.INVESTMENT_AND_FINANCE
        said = asked(lists, lists.listed(), discipline_area=area)

        (fact,) = lists.do("initiate-joint-discipline", **said)
        assert isinstance(fact, JointDisciplineInitiated)
        assert fact.discipline_area is area

    def test_on_an_entry_that_does_not_stand(self, lists: Lists) -> None:
        """
        INV-39: nobody is disciplined who is not listed, nor for the red list.
        """
        for entry in (lists.red(), lists.heard()):
            refusal = lists.refused("initiate-joint-discipline", **asked(lists, entry))
            assert isinstance(refusal, OutOfOrder)
            assert refusal.code == "entry_not_live"

    def test_for_nothing(self, lists: Lists) -> None:
        """
        What is asked for is said.
        """
        said = asked(lists, lists.listed(), requirements=" ")

        refusal = lists.refused("initiate-joint-discipline", **said)
        assert refusal.code == "requirements_missing"

    def test_tables_are_whole(self) -> None:
        """
        Each measure of the list and each area has its line.
        """
        assert {*BASIS} == {*DisciplineMeasure}
        assert {*COVERED} == {*DisciplineArea}


class TestPartnerMeasure:
    def test_imposed_and_lifted_by_the_partner(self, lists: Lists) -> None:
        """
        INV-40: the partner acts itself; the last measure lifted says so.
        """
        entry = lists.listed()
        first, second = (
            lists.do("initiate-joint-discipline", **asked(lists, entry))[0].file
            for _ in range(2)
        )
        by = partner(lists)
        lists.do("impose-partner-measure", first, by=by, done="已列入限制名单")
        lists.do("record-partner-feedback", first, by=by, feedback="已实施")
        again = lists.refused("impose-partner-measure", first, by=by, done="x")
        assert again.code == "measure_stage"
        (one,) = lists.do("lift-partner-measure", first, by=by, reason="期满")
        (two,) = lists.do("lift-partner-measure", second, by=by, reason="期满")

        assert isinstance(one, PartnerMeasureLifted)
        assert isinstance(two, PartnerMeasureLifted)
        assert (one.is_last, two.is_last) == (False, True)
        assert [*one.tags()] == []
        assert lists.read(JointMeasure, first).stage is Stage.LIFTED
        over = lists.refused("lift-partner-measure", first, by=by, reason="x")
        assert over.code == "measure_stage"

    def test_imposed_after_the_end(self, lists: Lists) -> None:
        """
        INV-40: with the entry ends what rests on it; nothing is imposed afterwards.
        """
        penalty = lists.on_the_spot()
        entry = lists.listed(penalty)
        measure = lists.do("initiate-joint-discipline", **asked(lists, entry))[0].file
        (_, fallen) = lists.revoke(penalty)

        refusal = lists.refused(
            "impose-partner-measure", measure, by=partner(lists), done="x"
        )

        assert refusal.code == "entry_not_live"
        assert getattr(fallen, "lift_limit", None) is not None

    def test_empty_feedback(self, lists: Lists) -> None:
        """
        An answer says something.
        """
        said = asked(lists, lists.listed())
        measure = lists.do("initiate-joint-discipline", **said)[0].file

        refusal = lists.refused(
            "record-partner-feedback", measure, by=lists.chief, feedback=" "
        )
        assert refusal.code == "feedback_missing"


class TestIncentive:
    def test_granted_and_ended(self, lists: Lists) -> None:
        """
        安监总办〔2017〕133号: it goes with the red list.
        """
        said = {
            "by": lists.chief,
            "entry": lists.red(),
            "incentive": "优先申请安全生产政策性资金",
            "legal_basis": "吉政发〔2018〕26号(九)",
            "since_on": lists.day,
            "partner": lists.other_bureau,
        }

        (fact,) = lists.do("grant-incentive", **said)
        assert isinstance(fact, IncentiveGranted)
        blank = {"by": lists.chief, "reason": " "}
        refusal = lists.refused("end-incentive", fact.file, **blank)
        assert refusal.code == "reason_missing"
        lists.do("end-incentive", fact.file, by=lists.chief, reason="移出红名单")

        assert not lists.read(JointMeasure, fact.file).is_active
        over = lists.refused("end-incentive", fact.file, by=lists.chief, reason="x")
        assert over.code == "measure_stage"
        nothing = lists.refused("grant-incentive", **said | {"legal_basis": ""})
        assert nothing.code == "incentive_incomplete"

    def test_of_who_is_black_listed(self, lists: Lists) -> None:
        """
        Nobody on the black list is granted anything for honesty.
        """
        said = {
            "by": lists.chief,
            "entry": lists.listed(),
            "incentive": "x",
            "legal_basis": "y",
            "since_on": lists.day,
        }

        assert lists.refused("grant-incentive", **said).code == "entry_not_live"
