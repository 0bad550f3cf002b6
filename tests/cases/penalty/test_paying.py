"""
送达、缴款、延期分期、催告、加处罚款: what follows a decision until it is performed.
"""

from datetime import date, timedelta
from uuid import UUID

import pytest

from domain.law.forms import Form
from domain.law.penalty_kinds import PenaltyKind
from domain.penalty.choices import PaysFirst, Stage
from domain.penalty.facts import PenaltyServed
from domain.penalty.facts_of_payment import (
    DeferralApplied,
    DeferralDecided,
    FineDemanded,
    FinePaid,
    PenaltyFiledWithSuperior,
    SurchargeImposed,
)
from domain.penalty.file import Instalment
from domain.refusals import BeyondTheLaw, OutOfOrder, OutOfTime
from tests.cases.penalty.decided import YUAN, Bureau

#: The last day to pay what was served on the scene's Monday, and the first late one.
PAY_UNTIL = date(2026, 3, 17)
LATE = date(2026, 3, 18)


@pytest.fixture
def bureau() -> Bureau:
    """A bureau under national law alone."""
    return Bureau()


class TestServeDocument:
    def test_of_what_was_handed_over(self, bureau: Bureau) -> None:
        """
        What was handed over on the spot is served; a paper of it that is served later
        starts no time anew.
        """
        penalty = bureau.on_the_spot()
        bureau.pass_days(1)

        facts = bureau.serve(bureau.issued(penalty, Form.SPOT_DECISION_UNIT))

        assert [f for f in facts if isinstance(f, PenaltyServed)] == []
        assert bureau.penalty(penalty).pay_limit.last_on == PAY_UNTIL  # type: ignore[union-attr]  # it has one

    def test_of_another_paper(self, bureau: Bureau) -> None:
        """
        Serving a demand says nothing of the decision.
        """
        penalty = bureau.on_the_spot()
        bureau.move_to(LATE)
        bureau.do("demand-payment", penalty, pay_until=date(2026, 3, 31))

        facts = bureau.serve(bureau.issued(penalty, Form.PAYMENT_DEMAND))

        assert [f for f in facts if isinstance(f, PenaltyServed)] == []


class TestRecordPayment:
    @pytest.mark.procedure("PE-05")
    def test_in_parts(self, bureau: Bureau) -> None:
        """
        行政处罚法67: money may come in at any time, and in parts; with the last of it
        the penalty is performed.
        """
        penalty = bureau.on_the_spot()
        (first,) = bureau.pay(penalty, 400)
        assert isinstance(first, FinePaid)
        assert first.fine_left_fen == 600 * YUAN
        assert bureau.penalty(penalty).stage is Stage.SERVED

        bureau.pay(penalty, 600)

        assert bureau.penalty(penalty).stage is Stage.PERFORMED
        assert bureau.refused(
            "record-payment",
            penalty,
            by=bureau.clerk,
            receipt_no="0002",
            amount_fen=1,
        ).code == ("nothing_to_perform")

    @pytest.mark.parametrize("amount", [0, 1000 * YUAN + 1])
    def test_of_what_is_not_owed(self, bureau: Bureau, amount: int) -> None:
        """
        Nothing, or more than is owed, is no payment on it.
        """
        refusal = bureau.refused(
            "record-payment",
            bureau.on_the_spot(),
            by=bureau.clerk,
            receipt_no="0001",
            amount_fen=amount,
        )

        assert isinstance(refusal, BeyondTheLaw)
        assert refusal.code == "amount_not_owed"

    def test_without_a_receipt(self, bureau: Bureau) -> None:
        """
        行政处罚法70: an official receipt shows it.
        """
        refusal = bureau.refused(
            "record-payment",
            bureau.on_the_spot(),
            by=bureau.clerk,
            receipt_no=" ",
            amount_fen=YUAN,
        )

        assert refusal.code == "receipt_number_missing"

    @pytest.mark.parametrize(
        ("pays_first", "split"),
        [(PaysFirst.FINE, (1000, 50)), (PaysFirst.SURCHARGE, (750, 300))],
    )
    def test_fine_and_surcharge(
        self, bureau: Bureau, pays_first: PaysFirst, split: tuple[int, int]
    ) -> None:
        """
        What it counts towards first is stated; only with both paid is it performed.
        """
        penalty = bureau.on_the_spot()
        bureau.move_to(PAY_UNTIL + timedelta(days=10))
        bureau.do(
            "impose-surcharge",
            penalty,
            by=bureau.chief,
            pay_until=date(2026, 4, 30),
        )

        (paid,) = bureau.pay(penalty, 1050, pays_first=pays_first)

        assert isinstance(paid, FinePaid)
        found = (paid.fine_paid_fen, paid.surcharge_paid_fen)
        assert found == tuple(yuan * YUAN for yuan in split)
        assert bureau.penalty(penalty).stage is Stage.SERVED
        bureau.pay(penalty, 250)
        assert bureau.penalty(penalty).stage is Stage.PERFORMED


class TestRecordPerformance:
    def test_of_a_kind_that_is_none_of_it(self, bureau: Bureau) -> None:
        """
        A fine is paid, a warning is performed by its service, and nothing is performed
        that was not imposed.
        """
        for kind in (PenaltyKind.FINE, PenaltyKind.WARNING, PenaltyKind.OTHER):
            refusal = bureau.refused(
                "record-performance",
                bureau.on_the_spot(),
                kinds=(kind,),
                done="已停产",
            )
            assert isinstance(refusal, OutOfOrder)
            assert refusal.code == "kind_not_open"


class TestApplyForDeferral:
    @pytest.mark.procedure("PE-03")
    def test_in_hardship(self, bureau: Bureau) -> None:
        """
        行政处罚法66(2): a party in hardship may ask; once, until it is answered.
        """
        penalty = bureau.on_the_spot()

        (fact,) = bureau.do("apply-for-deferral", penalty, reason="资金周转困难")

        assert isinstance(fact, DeferralApplied)
        refusal = bureau.refused("apply-for-deferral", penalty, reason="再申请")
        assert refusal.code == "deferral_asked_already"

    def test_where_no_fine_is_left(self, bureau: Bureau) -> None:
        """
        Only a fine is put off.
        """
        penalty = bureau.on_the_spot(fine_fen=0)

        refusal = bureau.refused("apply-for-deferral", penalty, reason="困难")

        assert refusal.code == "penalty_stage"


class TestDecideDeferral:
    PARTS = (
        Instalment(date(2026, 4, 10), 400 * YUAN),
        Instalment(date(2026, 5, 11), 600 * YUAN),
    )

    @pytest.mark.procedure("PE-04")
    def test_in_parts(self, bureau: Bureau) -> None:
        """
        行政处罚法66(2): each part has its own day, and nothing accrues before it.
        """
        penalty = bureau.on_the_spot()
        bureau.do("apply-for-deferral", penalty, reason="资金周转困难")

        (fact,) = bureau.do(
            "decide-deferral",
            penalty,
            by=bureau.chief,
            granted=True,
            reason="确有困难",
            instalments=self.PARTS,
        )

        assert isinstance(fact, DeferralDecided)
        assert fact.defer_limit is not None
        assert fact.defer_limit.last_on == date(2026, 5, 11)
        bureau.move_to(date(2026, 4, 10))
        refusal = bureau.refused(
            "impose-surcharge", penalty, by=bureau.chief, pay_until=date(2026, 6, 1)
        )
        assert refusal.code == "not_yet_due"
        bureau.move_to(date(2026, 4, 11))
        (surcharge,) = bureau.do(
            "impose-surcharge", penalty, by=bureau.chief, pay_until=date(2026, 6, 1)
        )
        assert isinstance(surcharge, SurchargeImposed)
        assert surcharge.surcharge_fen == 12 * YUAN

    def test_refused(self, bureau: Bureau) -> None:
        """
        It may be refused with a reason, and changes nothing then.
        """
        penalty = bureau.on_the_spot()
        bureau.do("apply-for-deferral", penalty, reason="资金周转困难")
        terms = {"by": bureau.chief, "granted": False}
        assert bureau.refused("decide-deferral", penalty, **terms, reason="").code == (
            "reason_missing"
        )

        bureau.do("decide-deferral", penalty, **terms, reason="不属经济困难")

        (due,) = bureau.penalty(penalty).instalments
        assert due.pay_until == PAY_UNTIL
        refusal = bureau.refused("decide-deferral", penalty, **terms, reason="无")
        assert refusal.code == "nothing_applied_for"

    @pytest.mark.parametrize(
        ("parts", "code"),
        [
            ((), "instalments_unclear"),
            (PARTS[::-1], "instalments_unclear"),
            ((Instalment(date(2026, 3, 1), 1000 * YUAN),), "last_day_past"),
            (PARTS[:1], "fine_not_waivable"),
            ((PARTS[0], Instalment(date(2026, 5, 11), 0)), "fine_not_waivable"),
        ],
    )
    def test_parts_that_do_not_do(
        self, bureau: Bureau, parts: tuple[Instalment, ...], code: str
    ) -> None:
        """
        In order, to come, and together all that is left of the fine.
        """
        penalty = bureau.on_the_spot()
        bureau.do("apply-for-deferral", penalty, reason="资金周转困难")

        refusal = bureau.refused(
            "decide-deferral",
            penalty,
            by=bureau.chief,
            granted=True,
            reason="确有困难",
            instalments=parts,
        )

        assert refusal.code == code


class TestDemandPayment:
    @pytest.mark.procedure("PE-10")
    def test_of_an_overdue_fine(self, bureau: Bureau) -> None:
        """
        行政处罚法72: who did not pay in time is reminded, of fine and surcharge.
        """
        penalty = bureau.on_the_spot()
        until = {"pay_until": date(2026, 3, 31)}
        bureau.move_to(PAY_UNTIL)
        refusal = bureau.refused("demand-payment", penalty, **until)
        assert isinstance(refusal, OutOfTime)
        bureau.move_to(LATE)

        (fact,) = bureau.do("demand-payment", penalty, **until)

        assert isinstance(fact, FineDemanded)
        assert fact.fine_left_fen == 1000 * YUAN
        assert fact.surcharge_to_date_fen == 30 * YUAN

    def test_of_nothing(self, bureau: Bureau) -> None:
        """
        Nobody is reminded of what is paid, or of a warning.
        """
        penalty = bureau.on_the_spot(fine_fen=0)
        bureau.move_to(LATE)

        refusal = bureau.refused("demand-payment", penalty, pay_until=LATE)

        assert refusal.code == "nothing_to_perform"


class TestImposeSurcharge:
    def imposed(self, bureau: Bureau, day: date, penalty: UUID) -> SurchargeImposed:
        """Impose what has accrued by a day."""
        (fact,) = bureau.do(
            "impose-surcharge",
            penalty,
            by=bureau.chief,
            on=day,
            pay_until=day + timedelta(days=15),
        )
        assert isinstance(fact, SurchargeImposed)
        return fact

    @pytest.mark.procedure("PE-07")
    @pytest.mark.parametrize(
        ("late_days", "yuan"), [(1, 30), (10, 300), (33, 990), (34, 1000), (90, 1000)]
    )
    def test_by_days(self, bureau: Bureau, late_days: int, yuan: int) -> None:
        """
        行政处罚法72(1), 行政强制法45: 3 % a day from the day after the last day to pay,
        and never more than the fine, which it reaches on the 34th day.
        """
        penalty = bureau.on_the_spot()

        fact = self.imposed(bureau, PAY_UNTIL + timedelta(days=late_days), penalty)

        assert fact.surcharge_fen == fact.surcharge_total_fen == yuan * YUAN
        assert fact.days_late == late_days
        assert fact.review_body == "市人民政府"

    @pytest.mark.procedure("PE-08")
    def test_before_the_day_to_pay(self, bureau: Bureau) -> None:
        """
        行政处罚法72(1): not before the last day to pay is over.
        """
        penalty = bureau.on_the_spot()
        bureau.move_to(PAY_UNTIL)

        refusal = bureau.refused(
            "impose-surcharge", penalty, by=bureau.chief, pay_until=LATE
        )

        assert isinstance(refusal, OutOfTime)
        assert refusal.code == "not_yet_due"

    @pytest.mark.procedure("PE-09")
    def test_above_the_fine(self, bureau: Bureau) -> None:
        """
        行政强制法45(2), INV-33: what has reached the fine grows no more.
        """
        penalty = bureau.on_the_spot()
        self.imposed(bureau, PAY_UNTIL + timedelta(days=34), penalty)
        bureau.pass_days(1)

        refusal = bureau.refused(
            "impose-surcharge", penalty, by=bureau.chief, pay_until=bureau.day
        )

        assert isinstance(refusal, BeyondTheLaw)
        assert refusal.code == "above_fine"

    def test_once_more(self, bureau: Bureau) -> None:
        """
        What accrued since the last time is added, and nothing twice.
        """
        penalty = bureau.on_the_spot()
        self.imposed(bureau, PAY_UNTIL + timedelta(days=10), penalty)
        refusal = bureau.refused(
            "impose-surcharge", penalty, by=bureau.chief, pay_until=bureau.day
        )
        assert refusal.code == "not_yet_due"

        fact = self.imposed(bureau, PAY_UNTIL + timedelta(days=12), penalty)

        assert fact.surcharge_fen == 60 * YUAN
        assert fact.surcharge_total_fen == 360 * YUAN

    def test_on_what_is_unpaid(self, bureau: Bureau) -> None:
        """
        After a part was paid the rest is the base (待核); the day of payment counts.
        """
        penalty = bureau.on_the_spot()
        bureau.move_to(PAY_UNTIL + timedelta(days=10))
        bureau.pay(penalty, 500)

        fact = self.imposed(bureau, PAY_UNTIL + timedelta(days=20), penalty)

        assert fact.surcharge_fen == (10 * 30 + 10 * 15) * YUAN

    def test_days_of_a_review_are_left_out(self, bureau: Bureau) -> None:
        """
        行政处罚法73(3): the days of a review or suit are not counted.
        """
        penalty = bureau.on_the_spot()
        bureau.move_to(PAY_UNTIL + timedelta(days=5))
        remedy = bureau.challenge(penalty)
        bureau.pass_days(9)
        bureau.uphold(remedy)

        fact = self.imposed(bureau, PAY_UNTIL + timedelta(days=20), penalty)

        assert (fact.days_late, fact.days_not_counted) == (10, 10)
        assert fact.surcharge_fen == 300 * YUAN

    def test_where_it_was_not_told(self, bureau: Bureau) -> None:
        """
        行政强制法45(1): the rate is told in the decision, or none is imposed.
        """
        penalty = bureau.on_the_spot(surcharge_told=False)
        bureau.move_to(LATE)

        refusal = bureau.refused(
            "impose-surcharge", penalty, by=bureau.chief, pay_until=LATE
        )

        assert refusal.code == "surcharge_not_told"

    def test_to_be_paid_in_the_past(self, bureau: Bureau) -> None:
        """
        The day given is one to come.
        """
        penalty = bureau.on_the_spot()
        bureau.move_to(LATE)

        refusal = bureau.refused(
            "impose-surcharge", penalty, by=bureau.chief, pay_until=PAY_UNTIL
        )

        assert refusal.code == "last_day_past"


class TestFileWithSuperior:
    def test_once(self, bureau: Bureau) -> None:
        """
        A major penalty is filed with the superior body, once.
        """
        penalty = bureau.on_the_spot()
        filed = {
            "by": bureau.clerk,
            "filed_with": "省应急管理厅",
            "filed_summary": "当场处罚一件",
        }

        (fact,) = bureau.do("file-with-superior", penalty, **filed)

        assert isinstance(fact, PenaltyFiledWithSuperior)
        refusal = bureau.refused("file-with-superior", penalty, **filed)
        assert refusal.code == "filed_already"
