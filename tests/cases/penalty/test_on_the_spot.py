"""
当场处罚: small and clear, told, heard, handed over, and filed.
"""

from datetime import date

import pytest

from domain.base import Fact
from domain.enterprise.profile import Profile, SubjectKind
from domain.law.crimes import Offence
from domain.law.penalty_kinds import PenaltyKind
from domain.penalty.choices import CollectionGround, PenaltyFlag, Stage
from domain.penalty.facts import OnTheSpotPenaltyDecided, PenaltyServed
from domain.penalty.facts_of_payment import (
    SpotDecisionFiled,
    SpotFineBanked,
    SpotFineCollected,
    SpotFineHandedIn,
)
from domain.printed import PartyClass
from domain.refusals import BeyondTheLaw, NoSuchCase, OutOfOrder
from domain.values import Personal
from tests.cases.penalty.decided import YUAN, Bureau

#: A Monday under the old rules, which gave five days for filing.
UNDER_OLD_RULES = date(2025, 12, 1)


@pytest.fixture
def bureau() -> Bureau:
    """A bureau under national law alone."""
    return Bureau()


def decided(facts: list[Fact]) -> OnTheSpotPenaltyDecided:
    """The decision among what was recorded."""
    return next(f for f in facts if isinstance(f, OnTheSpotPenaltyDecided))


class TestDecideOnTheSpot:
    @pytest.mark.procedure("CS-01")
    def test_a_warning(self, bureau: Bureau) -> None:
        """
        行政处罚法51: facts are clear, so a warning may be given on the spot; nothing of
        it is left to perform.
        """
        penalty = bureau.penalty(bureau.on_the_spot(fine_fen=0))

        assert penalty.kinds == (PenaltyKind.WARNING,)
        assert penalty.stage is Stage.PERFORMED
        assert penalty.pay_limit is None

    @pytest.mark.procedure("CS-02", "CS-04")
    def test_a_citizen(self, bureau: Bureau) -> None:
        """
        行政处罚法51: a citizen is fined 200 yuan on the spot at most, inclusive.
        """
        person = Personal("王五")
        penalty = bureau.penalty(bureau.on_the_spot(person=person, fine_fen=200_00))
        assert penalty.fine_fen == 200_00

        terms = bureau.spot_terms(person=person, fine_fen=200_01)
        refusal = bureau.refused("decide-on-the-spot", None, **terms)

        assert isinstance(refusal, BeyondTheLaw)
        assert refusal.code == "over_simple_ceiling"

    @pytest.mark.procedure("CS-03", "CS-04")
    def test_an_organisation(self, bureau: Bureau) -> None:
        """
        行政处罚法51: an organisation is fined 3 000 yuan at most, inclusive.
        """
        assert bureau.penalty(bureau.on_the_spot(fine_fen=3_000_00)).fine_fen

        terms = bureau.spot_terms(fine_fen=3_000_01)
        refusal = bureau.refused("decide-on-the-spot", None, **terms)

        assert refusal.code == "over_simple_ceiling"

    @pytest.mark.procedure("CS-05")
    def test_an_individual_business(self, bureau: Bureau) -> None:
        """
        An individual business counts as a citizen until its place settles it (待核),
        and the fact says that this is open.
        """
        bureau.do(
            "change-enterprise-profile",
            bureau.enterprise,
            by=bureau.clerk,
            profile=Profile(subject_kind=SubjectKind.HOUSEHOLD),
        )
        terms = bureau.spot_terms(fine_fen=200_01)
        refusal = bureau.refused("decide-on-the-spot", None, **terms)
        assert refusal.code == "over_simple_ceiling"

        terms = bureau.spot_terms(fine_fen=200_00)
        found = decided(bureau.do("decide-on-the-spot", None, **terms))

        assert found.party_class is PartyClass.HOUSEHOLD
        assert found.class_unsettled

    @pytest.mark.procedure("CS-06")
    def test_another_kind(self, bureau: Bureau) -> None:
        """
        行政处罚法51 names fine and warning; public criticism needs a case.
        """
        kinds = (PenaltyKind.CRITICISM,)
        terms = bureau.spot_terms(kinds=kinds, fine_fen=0)
        refusal = bureau.refused("decide-on-the-spot", None, **terms)

        assert isinstance(refusal, BeyondTheLaw)
        assert refusal.code == "kind_not_simple"

    @pytest.mark.procedure("CS-07")
    @pytest.mark.parametrize("lacking", [{"rights_told": False}, {"statement": " "}])
    def test_nobody_was_heard(self, bureau: Bureau, lacking: dict[str, object]) -> None:
        """
        行政处罚法44, 45, 62 hold here too: told its rights, and heard.
        """
        terms = bureau.spot_terms(**lacking)
        refusal = bureau.refused("decide-on-the-spot", None, **terms)

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "statement_not_heard"

    @pytest.mark.procedure("CS-08")
    def test_under_suspicion(self, bureau: Bureau) -> None:
        """
        国务院令310号3, INV-02: no fine while a crime is suspected.
        """
        visit = bureau.found()
        bureau.do(
            "suspect-crime",
            None,
            about=visit,
            offence=Offence.LIABILITY_ACCIDENT,
            threshold_fact="死亡一人",
        )

        terms = bureau.spot_terms(inspection=visit, item_nos=(1,))
        refusal = bureau.refused("decide-on-the-spot", None, **terms)

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "crime_suspected"

    @pytest.mark.procedure("CS-09")
    def test_it_is_handed_over(self, bureau: Bureau) -> None:
        """
        行政处罚法52: the decision is in the party's hand at once, signed or not; from
        that day it has fifteen days to pay.
        """
        terms = bureau.spot_terms(refusal_reason="当事人拒绝签名")
        facts = bureau.do("decide-on-the-spot", None, **terms)

        served = facts[-1]
        assert isinstance(served, PenaltyServed)
        assert served.served_on == bureau.day
        assert served.refusal_reason
        assert served.pay_limit is not None
        assert served.pay_limit.last_on == date(2026, 3, 17)
        assert bureau.penalty(served.file).stage is Stage.SERVED

    def test_from_a_finding(self, bureau: Bureau) -> None:
        """
        It belongs to the thread of the visit, names the finding, and is an outcome of
        it (INV-17).
        """
        visit = bureau.found()
        terms = bureau.spot_terms(inspection=visit, item_nos=(1,))
        found = decided(bureau.do("decide-on-the-spot", None, **terms))

        assert found.deed.thread == visit
        assert found.penalised_acts[0].key == f"V02@{visit}/1"
        assert f"inspection/{visit}/outcome" in found.tags()

    def test_a_finding_that_is_none(self, bureau: Bureau) -> None:
        """
        A number is no finding's, of that visit or of none.
        """
        visit = bureau.found()
        for terms in ({"inspection": visit, "item_nos": (2,)}, {"item_nos": (1,)}):
            spot = bureau.spot_terms(**terms)
            refusal = bureau.refused("decide-on-the-spot", None, **spot)
            assert isinstance(refusal, NoSuchCase)
            assert refusal.code == "no_such_item"

    def test_of_another_enterprise(self, bureau: Bureau) -> None:
        """
        Who was inspected is penalised for what was found.
        """
        other = bureau.another_enterprise()
        visit = bureau.found()
        terms = bureau.spot_terms(enterprise=other, inspection=visit, item_nos=(1,))

        refusal = bureau.refused("decide-on-the-spot", None, **terms)

        assert refusal.code == "party_not_inspected"

    def test_one_act_is_fined_once(self, bureau: Bureau) -> None:
        """
        行政处罚法29: the same act is not fined again; another act, or a warning, is.
        """
        visit = bureau.found(2)
        bureau.on_the_spot(inspection=visit, item_nos=(1,))
        again = bureau.spot_terms(inspection=visit, item_nos=(1, 2))

        refusal = bureau.refused("decide-on-the-spot", None, **again)

        assert isinstance(refusal, BeyondTheLaw)
        assert refusal.code == "fined_already"
        bureau.on_the_spot(inspection=visit, item_nos=(2,))
        bureau.on_the_spot(inspection=visit, item_nos=(1,), fine_fen=0)

    def test_a_person_is_known_again_by_number(self, bureau: Bureau) -> None:
        """
        A person's number is kept only as a key, and a name alone matches nobody.
        """
        visit = bureau.found()
        number = Personal("230102199003077415")
        terms = {
            "person": Personal("王五"),
            "inspection": visit,
            "item_nos": (1,),
            "fine_fen": 100_00,
        }
        penalty = bureau.on_the_spot(**terms, identity_number=number)
        key = bureau.office.keyed(f"person/{number.text}")
        assert bureau.penalty(penalty).person_key == key

        spot = bureau.spot_terms(**terms, identity_number=number)
        refusal = bureau.refused("decide-on-the-spot", None, **spot)
        assert refusal.code == "fined_already"
        bureau.on_the_spot(**terms)

    @pytest.mark.parametrize(
        "terms",
        [{"person": Personal("王五"), "enterprise": None}, {"enterprise": None}],
        ids=["a person", "nobody"],
    )
    def test_one_party(self, bureau: Bureau, terms: dict[str, object]) -> None:
        """
        On exactly one party: an enterprise or a person.
        """
        spot = bureau.spot_terms(fine_fen=100_00, **terms)
        if "person" in terms:
            spot["enterprise"] = bureau.enterprise

        refusal = bureau.refused("decide-on-the-spot", None, **spot)

        assert refusal.code == "party_unnamed"

    def test_amount_and_kind(self, bureau: Bureau) -> None:
        """
        A fine has an amount, and nothing else has one.
        """
        for kinds, fine in (
            ((PenaltyKind.FINE,), 0),
            ((PenaltyKind.WARNING,), 100_00),
        ):
            spot = {**bureau.spot_terms(), "kinds": kinds, "fine_fen": fine}
            refusal = bureau.refused("decide-on-the-spot", None, **spot)
            assert refusal.code == "fine_contradicts_kinds"
        spot = {**bureau.spot_terms(), "kinds": (), "fine_fen": 0}
        assert bureau.refused("decide-on-the-spot", None, **spot).code == (
            "kinds_missing"
        )

    def test_facts_are_stated(self, bureau: Bureau) -> None:
        """
        行政处罚法40: nobody is penalised on facts that are not clear.
        """
        spot = bureau.spot_terms(violation_fact=" ")

        refusal = bureau.refused("decide-on-the-spot", None, **spot)

        assert refusal.code == "facts_missing"


class TestFileSpotDecision:
    @pytest.mark.procedure("CS-10")
    def test_with_the_own_authority(self, bureau: Bureau) -> None:
        """
        行政处罚法52(3): the decision is filed with the officers' own authority, once.
        """
        penalty = bureau.on_the_spot()

        (fact,) = bureau.do("file-spot-decision", penalty)

        assert isinstance(fact, SpotDecisionFiled)
        assert not fact.flags
        refusal = bureau.refused("file-spot-decision", penalty)
        assert refusal.code == "filed_already"

    @pytest.mark.parametrize(
        "days", [5, pytest.param(6, marks=pytest.mark.procedure("CS-11"))]
    )
    def test_under_the_old_rules(self, days: int) -> None:
        """
        总局令15号: five days; later it is filed all the same, and marked
        (SPOT_FILING_LATE).
        """
        bureau = Bureau(day=UNDER_OLD_RULES)
        penalty = bureau.on_the_spot()
        bureau.pass_days(days)

        (fact,) = bureau.do("file-spot-decision", penalty)

        assert isinstance(fact, SpotDecisionFiled)
        assert fact.flags == ((PenaltyFlag.SPOT_FILING_LATE,) if days > 5 else ())


class TestCollectSpotFine:
    @pytest.mark.procedure("CS-12", "CS-15")
    def test_small(self, bureau: Bureau) -> None:
        """
        行政处罚法68(1): 100 yuan, inclusive, whatever the circumstances.
        """
        small = {"collection_ground": CollectionGround.SMALL, "receipt_no": "0001"}
        penalty = bureau.on_the_spot(fine_fen=100_00)

        (fact,) = bureau.do("collect-spot-fine", penalty, **small)

        assert isinstance(fact, SpotFineCollected)
        assert bureau.penalty(penalty).stage is Stage.PERFORMED
        refusal = bureau.refused(
            "collect-spot-fine", bureau.on_the_spot(fine_fen=100_01), **small
        )
        assert isinstance(refusal, BeyondTheLaw)
        assert refusal.code == "spot_collection_not_allowed"

    @pytest.mark.procedure("CS-13", "CS-14")
    @pytest.mark.parametrize(
        "ground", [CollectionGround.HARD_LATER, CollectionGround.REMOTE]
    )
    def test_for_another_ground(self, bureau: Bureau, ground: CollectionGround) -> None:
        """
        行政处罚法68(2), 69: hard to collect later, or remote and the party asks.
        """
        penalty = bureau.on_the_spot()

        bureau.do(
            "collect-spot-fine", penalty, collection_ground=ground, receipt_no="0001"
        )

        assert bureau.penalty(penalty).stage is Stage.PERFORMED

    def test_against_a_receipt(self, bureau: Bureau) -> None:
        """
        行政处罚法70: without an official receipt the party may refuse.
        """
        refusal = bureau.refused(
            "collect-spot-fine",
            bureau.on_the_spot(),
            collection_ground=CollectionGround.REMOTE,
            receipt_no="",
        )

        assert refusal.code == "receipt_number_missing"

    def test_nothing_is_left(self, bureau: Bureau) -> None:
        """
        Nothing is collected twice, and nothing on a warning.
        """
        for penalty in (bureau.on_the_spot(fine_fen=0), bureau.on_the_spot()):
            if bureau.penalty(penalty).fine_fen:
                bureau.pay(penalty, 1000)
            refusal = bureau.refused(
                "collect-spot-fine",
                penalty,
                collection_ground=CollectionGround.REMOTE,
                receipt_no="0001",
            )
            assert refusal.code == "nothing_to_perform"

    @pytest.mark.parametrize("late", [False, True])
    def test_the_cash_goes_to_the_bank(self, bureau: Bureau, late: bool) -> None:  # noqa: FBT001  a parameter
        """
        行政处罚法71: two working days to the body, two more to the bank; later it is
        taken in all the same, and marked.
        """
        penalty = bureau.on_the_spot(fine_fen=100_00)
        assert bureau.refused("hand-in-spot-fine", penalty).code == "no_cash"
        bureau.do(
            "collect-spot-fine",
            penalty,
            collection_ground=CollectionGround.SMALL,
            receipt_no="0001",
        )
        bureau.pass_days(3 if late else 2)
        (handed,) = bureau.do("hand-in-spot-fine", penalty)
        bureau.pass_days(7 if late else 2)
        (banked,) = bureau.do(
            "bank-spot-fine", penalty, by=bureau.clerk, receipt_no="银行0001"
        )

        assert isinstance(handed, SpotFineHandedIn)
        assert isinstance(banked, SpotFineBanked)
        assert handed.flags == ((PenaltyFlag.HAND_IN_LATE,) if late else ())
        assert banked.flags == ((PenaltyFlag.BANKING_LATE,) if late else ())
        refusal = bureau.refused(
            "bank-spot-fine", penalty, by=bureau.clerk, receipt_no="银行0001"
        )
        assert refusal.code == "no_cash"


class TestRecordPayment:
    @pytest.mark.procedure("CS-16")
    def test_at_the_bank(self, bureau: Bureau) -> None:
        """
        行政处罚法67: who is fined on the spot pays at a bank like anybody else.
        """
        penalty = bureau.on_the_spot()

        bureau.pay(penalty, 1000)

        assert bureau.penalty(penalty).stage is Stage.PERFORMED
        assert bureau.penalty(penalty).paid_fen == 1000 * YUAN
