"""
专案组、报告、决定、移送、抄送: the body's own way to the police.
"""

from dataclasses import replace
from datetime import date

import pytest

from domain.base import Actor, Role
from domain.jurisdictions import Level
from domain.law.forms import Form
from domain.referral.choices import Outcome, PaperSlot, Stage
from domain.referral.facts_of_suspicion import (
    ReferralCopied,
    ReferralDecided,
    ReferralReported,
    ReferralTeamNamed,
    ReferralTransferred,
)
from domain.refusals import BeyondTheLaw, NotCompetent, OutOfOrder
from tests.cases.referral.justice import PAPERS, Justice
from tests.cases.scene import moment


@pytest.fixture
def justice() -> Justice:
    """A bureau in Xinzhou, and whom it refers to."""
    return Justice("001")


class TestNameTeam:
    @pytest.mark.procedure("RF-03")
    def test_two_officers(self, justice: Justice) -> None:
        """
        国务院令310号5: two officers or more, at once.
        """
        referral = justice.suspected()

        team = tuple(justice.officers[:2])
        justice.do("name-referral-team", referral, by=justice.chief, handlers=team)

        assert justice.referral(referral).team == team
        assert justice.stage(referral) is Stage.SUSPECTED

    def test_one_officer(self, justice: Justice) -> None:
        """
        国务院令310号5: one is no team, named twice or not.
        """
        referral = justice.suspected()

        one = (justice.officers[0], justice.officers[0])
        refusal = justice.refused(
            "name-referral-team", referral, by=justice.chief, handlers=one
        )

        assert isinstance(refusal, BeyondTheLaw)
        assert refusal.code == "team_too_small"


class TestReport:
    @pytest.mark.procedure("RF-04")
    def test_by_the_team(self, justice: Justice) -> None:
        """
        国务院令310号5: the head has three days from the report.
        """
        referral = justice.reported_crime()

        named, fact = justice.referral(referral).history[-2:]
        assert isinstance(named, ReferralTeamNamed)
        assert isinstance(fact, ReferralReported)
        assert fact.decide_limit is not None
        assert fact.decide_limit.last_on == date(2026, 3, 5)
        assert justice.stage(referral) is Stage.REPORTED

    def test_without_a_team(self, justice: Justice) -> None:
        """
        国务院令310号5: a team that was never named keeps no report back.
        """
        referral = justice.suspected()

        justice.report_on(referral)

        assert justice.stage(referral) is Stage.REPORTED

    def test_by_somebody_else(self, justice: Justice) -> None:
        """
        国务院令310号5: where a team was named, it reports.
        """
        referral = justice.suspected()
        team = tuple(justice.officers[1:3])
        justice.do("name-referral-team", referral, by=justice.chief, handlers=team)

        refusal = justice.refused(
            "report-referral", referral, officers=(1,), opinion="移送"
        )

        assert isinstance(refusal, NotCompetent)
        assert refusal.code == "not_on_referral_team"

    def test_with_nothing_said(self, justice: Justice) -> None:
        """
        国务院令310号5: a report says something.
        """
        refusal = justice.refused(
            "report-referral", justice.suspected(), officers=(1,), opinion=" "
        )

        assert refusal.code == "opinion_missing"

    @pytest.mark.procedure("RF-12")
    def test_again_after_verification(self, justice: Justice) -> None:
        """
        PROCEDURE 2.4: sent back once the time runs anew; a second time it does not.
        """
        referral = justice.reported_crime()
        justice.decide(referral, Outcome.VERIFY_FURTHER, reasons="主体不清")
        again = justice.referral(referral).history[-1]
        justice.report_on(referral, on=date(2026, 3, 5))
        assert justice.stage(referral) is Stage.REPORTED

        decided = justice.decide(
            referral, Outcome.VERIFY_FURTHER, on=date(2026, 3, 6), reasons="再查"
        )

        assert isinstance(again, ReferralDecided)
        assert isinstance(decided[0], ReferralDecided)
        assert again.report_limit is not None
        assert decided[0].report_limit == again.report_limit


class TestDecide:
    @pytest.mark.procedure("RF-06")
    def test_transfer(self, justice: Justice) -> None:
        """
        国务院令310号5: delivered within 24 hours of the decision.
        """
        referral = justice.reported_crime()

        (fact,) = justice.decide(referral, Outcome.TRANSFER)

        assert isinstance(fact, ReferralDecided)
        assert fact.send_limit is not None
        assert fact.send_limit.last_at == moment(date(2026, 3, 3))
        assert justice.stage(referral) is Stage.APPROVED

    @pytest.mark.procedure("RF-07")
    def test_no_crime(self, justice: Justice) -> None:
        """
        国务院令310号5: why it is not transferred is recorded; the block is gone.
        """
        referral = justice.reported_crime()

        justice.decide(referral, Outcome.NOT_A_CRIME, reasons="没有达到立案标准")

        assert justice.stage(referral) is Stage.CLEARED
        justice.drop(justice.referral(referral).files[0])

    @pytest.mark.procedure("RF-08")
    def test_verify_further(self, justice: Justice) -> None:
        """
        PROCEDURE 2.4: the block stays while it is verified.
        """
        referral = justice.reported_crime()

        justice.decide(referral, Outcome.VERIFY_FURTHER, reasons="主体不清")

        assert justice.stage(referral) is Stage.VERIFYING
        assert not justice.referral(referral).is_settled

    @pytest.mark.procedure("RF-09")
    def test_by_a_deputy(self, justice: Justice) -> None:
        """
        INV-04, 国务院令310号5: the principal head, never a deputy.
        """
        refusal = justice.refused(
            "decide-referral",
            justice.reported_crime(),
            by=justice.chief,
            decision=Outcome.TRANSFER,
        )

        assert isinstance(refusal, NotCompetent)
        assert (refusal.code, refusal.under) == (
            "not_principal",
            "国务院令310号(2020)5",
        )

    @pytest.mark.procedure("RF-10")
    @pytest.mark.parametrize("number", [0, 2])
    def test_by_a_handler(self, justice: Justice, number: int) -> None:
        """
        INV-01: whoever reported, was of the team, or went on the visit decides nothing.
        """
        referral = justice.suspected()
        team = (justice.officers[1], justice.officers[2])
        justice.do("name-referral-team", referral, by=justice.chief, handlers=team)
        justice.do(
            "report-referral",
            referral,
            by=justice.officer(1),
            officers=(2,),
            opinion="移送",
        )
        person = justice.officers[number]

        refusal = justice.refused(
            "decide-referral",
            referral,
            by=Actor(Role.PRINCIPAL_HEAD, person, justice.bureau),
            decision=Outcome.TRANSFER,
        )

        assert isinstance(refusal, NotCompetent)
        assert refusal.code == "handler"

    @pytest.mark.procedure("RF-11")
    @pytest.mark.parametrize("decision", [Outcome.NOT_A_CRIME, Outcome.VERIFY_FURTHER])
    def test_without_reasons(self, justice: Justice, decision: Outcome) -> None:
        """
        国务院令310号5: reasons where it is not transferred.
        """
        refusal = justice.refused(
            "decide-referral",
            justice.reported_crime(),
            by=justice.principal,
            decision=decision,
            reasons="",
        )

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "reasons_missing"

    def test_before_the_report(self, justice: Justice) -> None:
        """
        国务院令310号5: the decision is on a report.
        """
        refusal = justice.refused(
            "decide-referral",
            justice.suspected(),
            by=justice.principal,
            decision=Outcome.TRANSFER,
        )

        assert refusal.code == "referral_stage"


class TestTransfer:
    @pytest.mark.procedure("RF-14")
    def test_with_all_papers(self, justice: Justice) -> None:
        """
        INV-05: evidence by its hash, and every fact that the suspicion came from.
        """
        referral = justice.to_be_transferred()
        visit = justice.referral(referral).files[0]

        (fact,) = justice.deliver(referral)

        assert isinstance(fact, ReferralTransferred)
        sources = [f.id for f in justice.office.facts if f.file == visit]
        assert list(fact.source_facts) == sources
        assert fact.source_sha256 == justice.office.digest(fact.source_facts)
        assert fact.receipt_limit is not None
        assert fact.receipt_limit.last_at == moment(date(2026, 3, 3))
        assert list(fact.hand_overs()) == [(referral, justice.police_body)]
        assert justice.stage(referral) is Stage.TRANSFERRED

    @pytest.mark.procedure("RF-15")
    @pytest.mark.parametrize("left", range(4))
    def test_a_slot_is_open(self, justice: Justice, left: int) -> None:
        """
        国务院令310号6: each paper is there, or it is said why it is not.
        """
        referral = justice.to_be_transferred()
        papers = tuple(p for n, p in enumerate(PAPERS) if n != left)

        refusal = justice.refused(
            "transfer-referral",
            referral,
            officers=(1,),
            police=justice.police_body,
            letter=justice.letter(referral),
            papers=papers,
        )

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "papers_incomplete"
        assert refusal.facts["missing"] == (PAPERS[left].paper_slot,)

    @pytest.mark.procedure("RF-15")
    def test_with_nothing_that_proves_it(self, justice: Justice) -> None:
        """
        INV-05: reasons alone are no evidence.
        """
        referral = justice.to_be_transferred()
        none = tuple(replace(p, evidence=(), none_because="没有") for p in PAPERS)

        refusal = justice.refused(
            "transfer-referral",
            referral,
            officers=(1,),
            police=justice.police_body,
            letter=justice.letter(referral),
            papers=none,
        )

        assert refusal.code == "papers_incomplete"

    @pytest.mark.procedure("RF-15")
    def test_under_another_letter(self, justice: Justice) -> None:
        """
        国务院令310号6: the letter is the sealed one of this referral, and in force.
        """
        referral = justice.to_be_transferred()
        letter = justice.letter(referral)
        justice.do("void-document", letter, reason="写错")

        refusal = justice.refused(
            "transfer-referral",
            referral,
            officers=(1,),
            police=justice.police_body,
            letter=letter,
            papers=PAPERS,
        )

        assert refusal.code == "papers_incomplete"
        assert refusal.facts["missing"] == (PaperSlot.LETTER,)

    def test_to_no_police(self, justice: Justice) -> None:
        """
        国务院令310号5: to the police, and nobody else.
        """
        referral = justice.to_be_transferred()

        refusal = justice.refused(
            "transfer-referral",
            referral,
            officers=(1,),
            police=justice.court_body,
            letter=justice.letter(referral),
            papers=PAPERS,
        )

        assert isinstance(refusal, BeyondTheLaw)
        assert refusal.code == "wrong_receiver"

    def test_to_police_of_another_level(self, justice: Justice) -> None:
        """
        国务院令310号5: of the same level.
        """
        justice.police_body = justice.body("县公安局", Level.COUNTY)
        referral = justice.to_be_transferred()

        refusal = justice.refused(
            "transfer-referral",
            referral,
            officers=(1,),
            police=justice.police_body,
            letter=justice.letter(referral),
            papers=PAPERS,
        )

        assert isinstance(refusal, BeyondTheLaw)
        assert refusal.code == "other_level"

    def test_before_the_decision(self, justice: Justice) -> None:
        """
        国务院令310号5: nothing goes before it is decided.
        """
        referral = justice.reported_crime()

        refusal = justice.refused(
            "transfer-referral",
            referral,
            officers=(1,),
            police=justice.police_body,
            letter=justice.letter(justice.to_be_transferred()),
            papers=PAPERS,
        )

        assert refusal.code == "referral_stage"

    def test_the_letter_bears_the_seal(self, justice: Justice) -> None:
        """
        应急〔2019〕54号8: the body's own seal.
        """
        referral = justice.to_be_transferred()
        letter = justice.letter(referral)

        issued = next(f for f in justice.office.facts if f.file == letter)
        assert vars(issued)["seal"] == "公章"
        assert vars(issued)["form"] is Form.CRIME_REFERRAL_LETTER


class TestCopy:
    @pytest.mark.procedure("RF-17")
    def test_to_the_procuratorate(self, justice: Justice) -> None:
        """
        应急〔2019〕54号8: from now on the procuratorate reads it.
        """
        referral = justice.transferred()

        justice.copy(referral)

        found = justice.referral(referral)
        assert isinstance(found.history[-1], ReferralCopied)
        assert found.procuratorate == justice.procuratorate_body
        assert justice.procuratorate_body in found.handed_to

    def test_before_the_transfer(self, justice: Justice) -> None:
        """
        应急〔2019〕54号8: the copy goes with the transfer.
        """
        refusal = justice.refused(
            "copy-referral",
            justice.to_be_transferred(),
            by=justice.clerk,
            procuratorate=justice.procuratorate_body,
        )

        assert refusal.code == "not_transferred"
