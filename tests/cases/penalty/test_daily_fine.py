"""
按日连续处罚: who was fined and ordered to correct, and refuses, is fined by the day.
"""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from uuid import UUID

import pytest

from domain.enforcement_case.choices import CaseSource
from domain.enforcement_case.facts_of_notice import ArgumentAnswer
from domain.falling import ChangedBy
from domain.hazard.choices import HazardLevel
from domain.law.crimes import Offence
from domain.law.forms import Form
from domain.law.penalty_kinds import PenaltyKind
from domain.penalty.choices import Stage
from domain.penalty.facts import DailyFineDecided, PenaltyServed
from domain.penalty.facts_of_falling import DecisionRevoked
from domain.procedures.filing_cases import CaseOrigin
from domain.refusals import BeyondTheLaw, NoSuchCase, OutOfOrder, OutOfTime, Refused
from tests.cases.dossier import CONTENT, Dossier
from tests.cases.penalty.decided import YUAN, Bureau
from tests.cases.penalty.test_deciding import decide as decide_fine
from tests.cases.scene import MONDAY, TOO_LATE, UNTIL, moment

#: A week after the last day to correct, with the time for hearing over.
LATER = date(2026, 3, 26)

#: The day on which the party is told, unless said otherwise.
TOLD = date(2026, 3, 17)

NOTHING: Mapping[str, object] = MappingProxyType({})

PROOF = "3月17日复查，仍未设置警示标志，负责人拒绝整改"


class Firm(Dossier, Bureau):
    """
    A bureau that handles cases and penalties.
    """


@pytest.fixture
def bureau() -> Firm:
    """A bureau under national law alone."""
    return Firm()


@pytest.fixture
def hazard(bureau: Firm) -> UUID:
    """What was ordered to be corrected on the scene's Monday."""
    return bureau.ordered(HazardLevel.ORDINARY)


@pytest.fixture
def fined(bureau: Firm, hazard: UUID) -> UUID:
    """A fine on the spot for the same finding."""
    return fined_on_the_spot(bureau, hazard)


def fined_on_the_spot(bureau: Firm, hazard: UUID, **terms: object) -> UUID:
    """Have what was ordered to be corrected fined on the spot."""
    found = bureau.hazard(hazard)
    terms = {"inspection": found.inspection, "item_nos": found.item_nos, **terms}
    return bureau.on_the_spot(**terms)


def case_on(bureau: Firm, hazard: UUID) -> UUID:
    """Have a case filed and investigated on what was ordered to be corrected."""
    found = bureau.hazard(hazard)
    origin = CaseOrigin(CaseSource.FINDING, found.inspection, found.item_nos, (hazard,))
    return bureau.conclude(bureau.filed(taken_from=origin))


def proposing(fined: UUID, hazard: UUID, **terms: object) -> dict[str, object]:
    """What a proposal states."""
    said: dict[str, object] = {
        "party_no": 1,
        "penalty": fined,
        "hazard": hazard,
        "until_on": UNTIL,
        "refusal_proof": PROOF,
        "notice_content": CONTENT,
        "hearing_right": True,
    }
    return said | terms


def propose(bureau: Firm, fined: UUID, hazard: UUID, **terms: object) -> UUID:
    """Have it proposed in a case that the fine is repeated; give the case."""
    found = terms.pop("case", None)
    case = found if isinstance(found, UUID) else case_on(bureau, hazard)
    said = proposing(fined, hazard, **{"approver": bureau.head, **terms})
    bureau.do("propose-daily-fine", case, **said)
    return case


def not_proposed(bureau: Firm, fined: UUID, hazard: UUID, **terms: object) -> Refused:
    """Have a proposal refused."""
    case = case_on(bureau, hazard)
    said = proposing(fined, hazard, **{"approver": bureau.head, **terms})
    return bureau.refused("propose-daily-fine", case, **said)


def told(
    bureau: Firm,
    fined: UUID,
    hazard: UUID,
    *,
    on: date = TOLD,
    needs: Mapping[str, object] = NOTHING,
    **terms: object,
) -> UUID:
    """Have the party told, and hear what it says; give the case."""
    bureau.move_to(on)
    case = propose(bureau, fined, hazard, **{**terms, **needs})
    bureau.tell(case)
    bureau.do("hear-statement", case, party_no=1, said="罚款过重")
    answer = (ArgumentAnswer("罚款过重", taken=False, reason="按日连续依法计算"),)
    said = {"arguments": answer, "conclusion": "不予采纳", "approver": bureau.head}
    bureau.do("review-statement", case, party_no=1, **said)
    return case


def deciding(hazard: UUID, **terms: object) -> dict[str, object]:
    """What a daily fine states."""
    said: dict[str, object] = {"until_on": UNTIL, "refusal_proof": PROOF, "on": LATER}
    return {"hazard": hazard, **(said | terms)}


def decide(
    bureau: Firm, fined: UUID, hazard: UUID, **terms: object
) -> DailyFineDecided:
    """Fine by the day, and give what was decided."""
    said = deciding(hazard, **terms)
    (fact,) = bureau.do("decide-daily-fine", fined, by=bureau.chief, **said)
    assert isinstance(fact, DailyFineDecided)
    return fact


def refuse(bureau: Firm, fined: UUID, hazard: UUID, **terms: object) -> Refused:
    """Have a daily fine refused."""
    said = deciding(hazard, **terms)
    return bureau.refused("decide-daily-fine", fined, by=bureau.chief, **said)


class TestDecideDailyFine:
    @pytest.mark.procedure("PE-47")
    def test_from_the_day_after_the_order(
        self, bureau: Firm, hazard: UUID, fined: UUID
    ) -> None:
        """
        安全生产法112, SL.daily_fine: the same fine for each day, from the one after the
        order; a decision of its own, of the case in which the party was heard.
        """
        case = told(bureau, fined, hazard)

        fact = decide(bureau, fined, hazard)

        assert (fact.ordered_on, fact.since_on) == (MONDAY, date(2026, 3, 3))
        assert (fact.days_fined, fact.base_fine_fen) == (14, 1000 * YUAN)
        assert (fact.fine_fen, fact.case) == (14_000 * YUAN, case)
        assert bureau.penalty(fined).fine_fen == 1000 * YUAN
        noticed = bureau.party(case).noticed
        assert noticed is not None
        said = (noticed.fact, TOLD, "罚款过重")
        assert (fact.notice, fact.notified_on, fact.statement) == said

    def test_it_is_no_second_fine_for_the_act(
        self, bureau: Firm, hazard: UUID, fined: UUID
    ) -> None:
        """
        行政处罚法29: what stands against another fine is the first fine alone.
        """
        told(bureau, fined, hazard)
        fact = decide(bureau, fined, hazard)

        assert bureau.penalty(fact.file).act_keys == ()
        assert len(bureau.penalty(fined).act_keys) == 1

    def test_it_is_served_and_paid_by_itself(
        self, bureau: Firm, hazard: UUID, fined: UUID
    ) -> None:
        """
        行政处罚法67(3): fifteen days from its own receipt.
        """
        told(bureau, fined, hazard)
        fact = decide(bureau, fined, hazard)
        bureau.serve(bureau.issued(fact.file, Form.PENALTY_DECISION_UNIT))

        served = bureau.penalty(fact.file).history[-1]
        assert isinstance(served, PenaltyServed)
        bureau.pay(fact.file, 14_000)
        assert bureau.penalty(fact.file).stage is Stage.PERFORMED

    @pytest.mark.procedure("PE-53")
    def test_no_day_twice(self, bureau: Firm, hazard: UUID, fined: UUID) -> None:
        """
        A second decision goes on after the days of the first.
        """
        told(bureau, fined, hazard, until_on=date(2026, 3, 20), on=date(2026, 3, 20))
        on = {"on": date(2026, 3, 31)}
        decide(bureau, fined, hazard, **on)

        refusal = refuse(bureau, fined, hazard, **on)
        fact = decide(bureau, fined, hazard, until_on=date(2026, 3, 20), **on)

        assert isinstance(refusal, BeyondTheLaw)
        assert refusal.code == "no_day_to_fine"
        assert (fact.since_on, fact.days_fined) == (TOO_LATE, 4)

    def test_not_once_it_was_corrected(self, bureau: Firm) -> None:
        """
        The day before the acceptance is the last one.
        """
        hazard = bureau.reported(HazardLevel.ORDINARY)
        fined = fined_on_the_spot(bureau, hazard)
        bureau.move_to(date(2026, 3, 9))
        bureau.do("accept-rectification", hazard, opinion="已整改", officers=(1,))
        bureau.move_to(TOLD)

        refusal = not_proposed(bureau, fined, hazard)

        assert refusal.code == "no_day_to_fine"
        assert refusal.facts["until_on"] == date(2026, 3, 8)

    def test_what_is_to_come(self, bureau: Firm, hazard: UUID, fined: UUID) -> None:
        """
        Nobody refuses in advance.
        """
        bureau.move_to(TOLD)

        refusal = not_proposed(bureau, fined, hazard, until_on=date(2026, 3, 18))

        assert refusal.code == "no_day_to_fine"

    def test_in_the_case_of_the_fine(self, bureau: Firm) -> None:
        """
        安全生产法112: the case that fined it goes on with it, once more from a notice.
        """
        hazard = bureau.ordered(HazardLevel.ORDINARY)
        case = bureau.propose(case_on(bureau, hazard), hearing_right=True)
        bureau.tell(case)
        bureau.waive(case, hearing_waived=True)
        base = decide_fine(bureau, case).file
        bureau.serve(bureau.issued(base, Form.PENALTY_DECISION_UNIT))
        told(bureau, base, hazard, case=case)

        fact = decide(bureau, base, hazard)

        assert (fact.case, fact.party_no) == (case, 1)
        assert fact.fine_fen == 14 * bureau.penalty(base).fine_fen


class TestWhatADailyFineNeeds:
    @pytest.mark.procedure("PE-48")
    def test_a_fine(self, bureau: Firm, hazard: UUID) -> None:
        """
        安全生产法112: fined, and not only warned.
        """
        warned = fined_on_the_spot(
            bureau, hazard, fine_fen=0, kinds=(PenaltyKind.WARNING,)
        )
        refusal = refuse(bureau, warned, hazard)
        bureau.move_to(TOLD)
        proposal = not_proposed(bureau, warned, hazard)

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == proposal.code == "no_fine_on_unit"

    def test_not_a_daily_one_itself(
        self, bureau: Firm, hazard: UUID, fined: UUID
    ) -> None:
        """
        The days are those of the fine that is repeated.
        """
        told(bureau, fined, hazard)
        fact = decide(bureau, fined, hazard)
        bureau.serve(bureau.issued(fact.file, Form.PENALTY_DECISION_UNIT))

        refusal = refuse(bureau, fact.file, hazard)

        assert refusal.code == "no_fine_on_unit"

    @pytest.mark.procedure("PE-49")
    def test_an_order(self, bureau: Firm, hazard: UUID, fined: UUID) -> None:
        """
        安全生产法112: nobody refuses what nobody ordered.
        """
        graded = bureau.graded(HazardLevel.ORDINARY)
        bureau.move_to(TOLD)
        proposal = not_proposed(bureau, fined_on_the_spot(bureau, graded), graded)
        told(bureau, fined, hazard)

        refusal = refuse(bureau, fined, graded)

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == proposal.code == "nothing_ordered"

    def test_the_order_for_what_was_fined(
        self, bureau: Firm, hazard: UUID, fined: UUID
    ) -> None:
        """
        The order and the fine are about the same act.
        """
        other = bureau.ordered(HazardLevel.ORDINARY)
        told(bureau, fined, hazard)

        refusal = refuse(bureau, fined, other)

        assert refusal.code == "order_for_other_act"

    def test_a_hazard_of_the_party(
        self, bureau: Firm, hazard: UUID, fined: UUID
    ) -> None:
        """
        What somebody else was ordered to do is not refused by the party.
        """
        ours, bureau.enterprise = bureau.enterprise, bureau.another_enterprise()
        theirs = bureau.ordered(HazardLevel.ORDINARY)
        bureau.enterprise = ours
        told(bureau, fined, hazard)

        refusal = refuse(bureau, fined, theirs)

        assert isinstance(refusal, NoSuchCase)

    @pytest.mark.procedure("PE-50")
    def test_proof(self, bureau: Firm, hazard: UUID, fined: UUID) -> None:
        """
        That it refuses is to be shown.
        """
        told(bureau, fined, hazard)
        refusal = refuse(bureau, fined, hazard, refusal_proof=" ")

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "refusal_unproved"

    @pytest.mark.procedure("PE-51")
    def test_the_time_to_correct_over(
        self, bureau: Firm, hazard: UUID, fined: UUID
    ) -> None:
        """
        IN.order: whoever may still correct does not refuse.
        """
        bureau.move_to(UNTIL)

        refusal = not_proposed(bureau, fined, hazard, until_on=MONDAY)

        assert isinstance(refusal, OutOfTime)
        assert refusal.code == "time_not_over"

    @pytest.mark.procedure("PE-54")
    def test_the_work_safety_law(self, bureau: Firm, hazard: UUID) -> None:
        """
        安全生产法112: for what breaks this law.
        """
        fined = fined_on_the_spot(bureau, hazard, legal_basis="消防法60")
        bureau.move_to(TOLD)
        refusal = not_proposed(bureau, fined, hazard)

        assert isinstance(refusal, BeyondTheLaw)
        assert refusal.code == "fined_under_other_law"

    def test_no_open_suspicion(self, bureau: Firm, hazard: UUID, fined: UUID) -> None:
        """
        INV-02: no further fine while a crime is suspected in what was found.
        """
        told(bureau, fined, hazard)
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
    def test_revoked(self, bureau: Firm, hazard: UUID, fined: UUID) -> None:
        """
        What repeats a fine that was revoked falls in the same commit.
        """
        told(bureau, fined, hazard)
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
