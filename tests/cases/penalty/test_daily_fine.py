"""
按日连续处罚: who was fined and ordered to correct, and refuses, is fined by the day.
"""

from datetime import date
from uuid import UUID

import pytest

from domain.hazard.choices import HazardLevel
from domain.law.crimes import Offence
from domain.law.forms import Form
from domain.law.penalty_kinds import PenaltyKind
from domain.penalty.choices import ChangedBy, Stage
from domain.penalty.facts import DailyFineDecided, PenaltyServed
from domain.penalty.facts_of_falling import DecisionRevoked
from domain.refusals import BeyondTheLaw, NoSuchCase, OutOfOrder, OutOfTime, Refused
from tests.cases.penalty.decided import YUAN, Bureau
from tests.cases.scene import MONDAY, TOO_LATE, UNTIL, moment

#: A week after the last day to correct, with the time for hearing over.
LATER = date(2026, 3, 26)


@pytest.fixture
def bureau() -> Bureau:
    """A bureau under national law alone."""
    return Bureau()


@pytest.fixture
def hazard(bureau: Bureau) -> UUID:
    """What was ordered to be corrected on the scene's Monday."""
    return bureau.ordered(HazardLevel.ORDINARY)


@pytest.fixture
def fined(bureau: Bureau, hazard: UUID) -> UUID:
    """A fine on the spot for the same finding."""
    return _fined(bureau, hazard)


def _fined(bureau: Bureau, hazard: UUID, **terms: object) -> UUID:
    found = bureau.hazard(hazard)
    terms = {"inspection": found.inspection, "item_nos": found.item_nos, **terms}
    return bureau.on_the_spot(**terms)


def daily(hazard: UUID, **terms: object) -> dict[str, object]:
    """What a daily fine states."""
    terms.setdefault("until_on", UNTIL)
    terms.setdefault("on", LATER)
    terms.setdefault("statement", "当事人认为罚款过重")
    terms.setdefault("refusal_proof", "3月17日复查，仍未设置警示标志，负责人拒绝整改")
    terms.setdefault("notified_on", TOO_LATE)
    return {"hazard": hazard, **terms}


def decide(
    bureau: Bureau, fined: UUID, hazard: UUID, **terms: object
) -> DailyFineDecided:
    """Fine by the day, and give what was decided."""
    said = daily(hazard, **terms)
    (fact,) = bureau.do("decide-daily-fine", fined, by=bureau.chief, **said)
    assert isinstance(fact, DailyFineDecided)
    return fact


def refuse(bureau: Bureau, fined: UUID, hazard: UUID, **terms: object) -> Refused:
    """Have a daily fine refused."""
    said = daily(hazard, **terms)
    return bureau.refused("decide-daily-fine", fined, by=bureau.chief, **said)


class TestDecideDailyFine:
    @pytest.mark.procedure("PE-47")
    def test_from_the_day_after_the_order(
        self, bureau: Bureau, hazard: UUID, fined: UUID
    ) -> None:
        """
        安全生产法112, SL.daily_fine: the same fine for each day, from the one after the
        order; a decision of its own.
        """
        fact = decide(bureau, fined, hazard)

        assert (fact.ordered_on, fact.since_on) == (MONDAY, date(2026, 3, 3))
        assert (fact.days_fined, fact.base_fine_fen) == (14, 1000 * YUAN)
        assert fact.fine_fen == 14_000 * YUAN
        assert bureau.penalty(fined).fine_fen == 1000 * YUAN
        assert fact.serve_limit is not None

    def test_it_is_no_second_fine_for_the_act(
        self, bureau: Bureau, hazard: UUID, fined: UUID
    ) -> None:
        """
        行政处罚法29: what stands against another fine is the first fine alone.
        """
        fact = decide(bureau, fined, hazard)

        assert bureau.penalty(fact.file).act_keys == ()
        assert len(bureau.penalty(fined).act_keys) == 1

    def test_it_is_served_and_paid_by_itself(
        self, bureau: Bureau, hazard: UUID, fined: UUID
    ) -> None:
        """
        行政处罚法67(3): fifteen days from its own receipt.
        """
        fact = decide(bureau, fined, hazard)
        bureau.serve(bureau.issued(fact.file, Form.PENALTY_DECISION_UNIT))

        served = bureau.penalty(fact.file).history[-1]
        assert isinstance(served, PenaltyServed)
        bureau.pay(fact.file, 14_000)
        assert bureau.penalty(fact.file).stage is Stage.PERFORMED

    @pytest.mark.procedure("PE-53")
    def test_no_day_twice(self, bureau: Bureau, hazard: UUID, fined: UUID) -> None:
        """
        A second decision goes on after the days of the first.
        """
        decide(bureau, fined, hazard)

        refusal = refuse(bureau, fined, hazard)
        fact = decide(bureau, fined, hazard, until_on=date(2026, 3, 20))

        assert isinstance(refusal, BeyondTheLaw)
        assert refusal.code == "no_day_to_fine"
        assert (fact.since_on, fact.days_fined) == (TOO_LATE, 4)

    @pytest.mark.procedure("PE-53")
    def test_not_once_it_was_corrected(self, bureau: Bureau) -> None:
        """
        The day before the acceptance is the last one.
        """
        hazard = bureau.reported(HazardLevel.ORDINARY)
        fined = _fined(bureau, hazard)
        bureau.move_to(date(2026, 3, 9))
        bureau.do("accept-rectification", hazard, opinion="已整改", officers=(1,))

        refusal = refuse(bureau, fined, hazard)

        assert refusal.code == "no_day_to_fine"
        assert refusal.facts["until_on"] == date(2026, 3, 8)

    def test_what_is_to_come(self, bureau: Bureau, hazard: UUID, fined: UUID) -> None:
        """
        Nobody refuses in advance.
        """
        refusal = refuse(bureau, fined, hazard, until_on=date(2026, 3, 27))

        assert refusal.code == "no_day_to_fine"


class TestWhatADailyFineNeeds:
    @pytest.mark.procedure("PE-48")
    def test_a_fine(self, bureau: Bureau, hazard: UUID) -> None:
        """
        安全生产法112: fined, and not only warned.
        """
        warned = _fined(bureau, hazard, fine_fen=0, kinds=(PenaltyKind.WARNING,))
        refusal = refuse(bureau, warned, hazard)

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "no_fine_on_unit"

    def test_not_a_daily_one_itself(
        self, bureau: Bureau, hazard: UUID, fined: UUID
    ) -> None:
        """
        The days are those of the fine that is repeated.
        """
        fact = decide(bureau, fined, hazard)
        bureau.serve(bureau.issued(fact.file, Form.PENALTY_DECISION_UNIT))

        refusal = refuse(bureau, fact.file, hazard)

        assert refusal.code == "no_fine_on_unit"

    @pytest.mark.procedure("PE-49")
    def test_an_order(self, bureau: Bureau) -> None:
        """
        安全生产法112: nobody refuses what nobody ordered.
        """
        graded = bureau.graded(HazardLevel.ORDINARY)
        fined = _fined(bureau, graded)
        refusal = refuse(bureau, fined, graded)

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "nothing_ordered"

    def test_the_order_for_what_was_fined(self, bureau: Bureau, fined: UUID) -> None:
        """
        The order and the fine are about the same act.
        """
        other = bureau.ordered(HazardLevel.ORDINARY)
        refusal = refuse(bureau, fined, other)

        assert refusal.code == "order_for_other_act"

    def test_a_hazard_of_the_party(self, bureau: Bureau, fined: UUID) -> None:
        """
        What somebody else was ordered to do is not refused by the party.
        """
        ours, bureau.enterprise = bureau.enterprise, bureau.another_enterprise()
        theirs = bureau.ordered(HazardLevel.ORDINARY)
        bureau.enterprise = ours
        refusal = refuse(bureau, fined, theirs)

        assert isinstance(refusal, NoSuchCase)

    @pytest.mark.procedure("PE-50")
    def test_proof(self, bureau: Bureau, hazard: UUID, fined: UUID) -> None:
        """
        That it refuses is to be shown.
        """
        refusal = refuse(bureau, fined, hazard, refusal_proof=" ")

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "refusal_unproved"

    @pytest.mark.procedure("PE-51")
    def test_the_time_to_correct_over(
        self, bureau: Bureau, hazard: UUID, fined: UUID
    ) -> None:
        """
        IN.order: whoever may still correct does not refuse.
        """
        told = {"until_on": MONDAY, "notified_on": MONDAY}
        refusal = refuse(bureau, fined, hazard, on=UNTIL, **told)

        assert isinstance(refusal, OutOfTime)
        assert refusal.code == "time_not_over"

    @pytest.mark.procedure("PE-52")
    def test_the_hearing_window_over(self, bureau: Bureau, hazard: UUID) -> None:
        """
        行政处罚法63, 64: a large sum is heard, where the party asks within five working
        days.
        """
        dear = _fined(bureau, hazard, fine_fen=3000 * YUAN)
        until = date(2026, 3, 23)
        refusal = refuse(bureau, dear, hazard, until_on=until, on=date(2026, 3, 24))

        assert isinstance(refusal, OutOfTime)
        assert refusal.code == "window_open"

    def test_the_party_heard(self, bureau: Bureau, hazard: UUID, fined: UUID) -> None:
        """
        行政处罚法45, 62: it speaks, or lets its time pass.
        """
        soon = date(2026, 3, 18)
        refusal = refuse(bureau, fined, hazard, statement=" ", on=soon)
        fact = decide(bureau, fined, hazard, statement="")

        assert isinstance(refusal, OutOfTime)
        assert refusal.under.startswith("行政处罚法44")
        assert fact.statement == ""

    @pytest.mark.procedure("PE-54")
    def test_the_work_safety_law(self, bureau: Bureau, hazard: UUID) -> None:
        """
        安全生产法112: for what breaks this law.
        """
        fined = _fined(bureau, hazard, legal_basis="消防法60")
        refusal = refuse(bureau, fined, hazard)

        assert isinstance(refusal, BeyondTheLaw)
        assert refusal.code == "fined_under_other_law"

    def test_no_open_suspicion(self, bureau: Bureau, hazard: UUID, fined: UUID) -> None:
        """
        INV-02: no further fine while a crime is suspected in what was found.
        """
        bureau.do(
            "suspect-crime",
            None,
            officers=(1,),
            about=bureau.hazard(hazard).inspection,
            offence=Offence.DANGEROUS_WORK,
            threshold_fact="未经许可作业",
        )
        refusal = refuse(bureau, fined, hazard)

        assert refusal.code == "crime_suspected"


class TestItFallsWithTheFine:
    def test_revoked(self, bureau: Bureau, hazard: UUID, fined: UUID) -> None:
        """
        What repeats a fine that was revoked falls in the same commit.
        """
        fact = decide(bureau, fined, hazard)
        facts = bureau.do(
            "revoke-decision",
            fined,
            by=bureau.clerk,
            said_at=moment(LATER),
            changed_by=ChangedBy.COURT,
            reason="主要证据不足",
            effective_on=LATER,
        )

        fell = [each.file for each in facts if isinstance(each, DecisionRevoked)]
        assert fell == [fined, fact.file]
        assert not bureau.penalty(fact.file).stands
