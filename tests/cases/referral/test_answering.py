"""
公安机关的签收、补正、转送、退回: each by the police's own identity.
"""

from dataclasses import replace
from datetime import date

import pytest

from domain.referral.choices import (
    FilingGround,
    ReferralFlag,
    Stage,
)
from domain.referral.facts_of_filing import (
    ReferralForwarded,
    ReferralReceived,
    ReferralReturned,
    SupplementProvided,
    SupplementRequested,
)
from domain.refusals import NotCompetent
from tests.cases.referral.justice import REPORT, Justice

TUESDAY, FRIDAY = date(2026, 3, 3), date(2026, 3, 6)
NEXT_WEEK = date(2026, 3, 9)


@pytest.fixture
def justice() -> Justice:
    """A bureau in Xinzhou, and whom it refers to."""
    return Justice("001")


class TestReceive:
    @pytest.mark.procedure("RF-19")
    @pytest.mark.parametrize(
        ("ground", "rule", "last_on"),
        [
            (FilingGround.PLAIN, "RF.filing", date(2026, 3, 5)),
            (FilingGround.TO_VERIFY, "RF.filing.check", date(2026, 3, 9)),
            (FilingGround.COMPLEX, "RF.filing.complex", date(2026, 4, 1)),
        ],
    )
    def test_by_the_police(
        self, justice: Justice, ground: FilingGround, rule: str, last_on: date
    ) -> None:
        """
        INV-03, 公通字〔2015〕32号: three days, seven or thirty with their ground.
        """
        referral = justice.transferred()

        (fact,) = justice.do(
            "receive-referral",
            referral,
            by=justice.police,
            filing_ground=ground,
            reason="线索不清",
            approved_by="县局局长",
        )

        assert isinstance(fact, ReferralReceived)
        assert fact.filing_limit is not None
        assert (fact.filing_limit.rule, fact.filing_limit.last_on) == (rule, last_on)
        assert fact.deed.actor.body == justice.police_body
        assert justice.referral(referral).received

    @pytest.mark.parametrize(
        ("ground", "said", "code"),
        [
            (FilingGround.TO_VERIFY, {}, "ground_missing"),
            (FilingGround.COMPLEX, {"reason": "案情重大"}, "approval_missing"),
        ],
    )
    def test_a_longer_time_without_its_ground(
        self, justice: Justice, ground: FilingGround, said: dict[str, str], code: str
    ) -> None:
        """
        PROCEDURE 3: seven and thirty days need a recorded ground.
        """
        refusal = justice.refused(
            "receive-referral",
            justice.transferred(),
            by=justice.police,
            filing_ground=ground,
            **said,
        )

        assert refusal.code == code

    @pytest.mark.procedure("RF-20")
    def test_by_the_sender(self, justice: Justice) -> None:
        """
        INV-05: whoever sends does not sign, in whatever capacity.
        """
        referral = justice.transferred()
        posing = replace(justice.police, body=justice.bureau)

        refusal = justice.refused("receive-referral", referral, by=posing)

        assert isinstance(refusal, NotCompetent)
        assert refusal.code == "sender_cannot_receive"
        plainly = justice.refused("receive-referral", referral)
        assert plainly.code == "role_not_competent"

    def test_by_other_police(self, justice: Justice) -> None:
        """
        INV-05: only those to whom it was delivered.
        """
        refusal = justice.refused(
            "receive-referral", justice.transferred(), by=justice.other_police
        )

        assert isinstance(refusal, NotCompetent)
        assert refusal.code == "not_the_receiver"

    def test_twice(self, justice: Justice) -> None:
        """
        国务院令310号7: one receipt.
        """
        refusal = justice.refused(
            "receive-referral", justice.received(), by=justice.police
        )

        assert refusal.code == "referral_stage"


class TestSupplement:
    @pytest.mark.procedure("RF-22")
    def test_within_the_day(self, justice: Justice) -> None:
        """
        公安程序规定180: asked for in writing; the body has three days.
        """
        referral = justice.received()

        (fact,) = justice.do(
            "request-supplement", referral, by=justice.police, requirements="鉴定意见"
        )

        assert isinstance(fact, SupplementRequested)
        assert fact.flags == ()
        assert fact.supplement_limit is not None
        assert fact.supplement_limit.last_on == date(2026, 3, 5)
        assert justice.stage(referral) is Stage.RECEIVED

    @pytest.mark.procedure("RF-23")
    def test_after_the_day(self, justice: Justice) -> None:
        """
        公安程序规定180: recorded all the same, and marked: late_request.
        """
        (fact,) = justice.do(
            "request-supplement",
            justice.received(),
            by=justice.police,
            on=TUESDAY,
            hour=11,
            requirements="鉴定意见",
        )

        assert vars(fact)["flags"] == (ReferralFlag.LATE_REQUEST,)

    def test_provided(self, justice: Justice) -> None:
        """
        应急〔2019〕54号10: within three days; later it is marked.
        """
        referral = justice.received()
        terms = {"requirements": "鉴定意见"}
        justice.do("request-supplement", referral, by=justice.police, **terms)

        said = {"done": "补送鉴定意见", "evidence": (REPORT,)}
        (fact,) = justice.do("provide-supplement", referral, officers=(1,), **said)
        (late,) = justice.do(
            "provide-supplement", referral, officers=(1,), on=FRIDAY, **said
        )

        assert isinstance(fact, SupplementProvided)
        assert fact.flags == ()
        assert vars(late)["flags"] == (ReferralFlag.LATE,)

    def test_provided_unasked(self, justice: Justice) -> None:
        """
        应急〔2019〕54号10: what nobody asked for supplements nothing.
        """
        refusal = justice.refused(
            "provide-supplement", justice.received(), officers=(1,), done="补送"
        )

        assert refusal.code == "nothing_asked_for"


class TestForwardAndReturn:
    @pytest.mark.procedure("RF-24")
    def test_to_other_police(self, justice: Justice) -> None:
        """
        国务院令310号7: the others sign for it and answer; those who had it do not.
        """
        referral = justice.received()

        (fact,) = justice.do(
            "forward-referral",
            referral,
            by=justice.police,
            police=justice.other_police_body,
            reason="犯罪地在开发区",
        )

        assert isinstance(fact, ReferralForwarded)
        assert list(fact.hand_overs()) == [(referral, justice.other_police_body)]
        assert justice.stage(referral) is Stage.TRANSFERRED
        assert not justice.referral(referral).received
        assert (
            justice.refused("receive-referral", referral, by=justice.police).code
            == "not_the_receiver"
        )
        justice.do("receive-referral", referral, by=justice.other_police)
        refusal = justice.refused(
            "file-criminal-case", referral, by=justice.police, criminal_case_no="1"
        )
        assert refusal.code == "not_the_receiver"

    @pytest.mark.parametrize("name", ["police_body", "court_body"])
    def test_to_nobody_else(self, justice: Justice, name: str) -> None:
        """
        国务院令310号7: to police, and not to themselves.
        """
        refusal = justice.refused(
            "forward-referral",
            justice.received(),
            by=justice.police,
            police=getattr(justice, name),
            reason="无管辖权",
        )

        assert refusal.code == "wrong_receiver"

    @pytest.mark.procedure("RF-25")
    def test_returned(self, justice: Justice) -> None:
        """
        应急〔2019〕54号11: no matter of the police; the block is on everybody again.
        """
        referral = justice.received()

        (fact,) = justice.do(
            "return-referral", referral, by=justice.police, reason="属监察机关管辖"
        )

        assert isinstance(fact, ReferralReturned)
        assert fact.flags == ()
        assert justice.stage(referral) is Stage.RETURNED
        found = justice.referral(referral)
        assert found.blocks(justice.another_enterprise(), "")

    def test_returned_and_sent_again(self, justice: Justice) -> None:
        """
        PROCEDURE 2.4: what was returned is delivered to others, or resumed.
        """
        referral = justice.received()
        reason = {"reason": "不属本局管辖"}
        justice.do("return-referral", referral, by=justice.police, **reason)

        justice.deliver(referral, police=justice.other_police_body)

        assert justice.stage(referral) is Stage.TRANSFERRED

    def test_returned_late(self, justice: Justice) -> None:
        """
        应急〔2019〕54号11: within 24 hours, else marked.
        """
        (fact,) = justice.do(
            "return-referral",
            justice.received(),
            by=justice.police,
            on=FRIDAY,
            reason="属监察机关管辖",
        )

        assert vars(fact)["flags"] == (ReferralFlag.LATE,)

    def test_before_the_receipt(self, justice: Justice) -> None:
        """
        国务院令310号7: first one signs, whatever is missing.
        """
        refusal = justice.refused(
            "return-referral",
            justice.transferred(),
            by=justice.police,
            reason="不全",
        )

        assert refusal.code == "referral_stage"
