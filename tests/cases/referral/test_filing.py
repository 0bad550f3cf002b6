"""
立案、不予立案、移交物品、撤销案件: what the police decide, and what follows at once.
"""

from datetime import date

import pytest

from domain.base import Actor, Role
from domain.referral.choices import (
    ReferralFlag,
    SecondAnswerCause,
    Stage,
)
from domain.referral.facts_of_filing import (
    CriminalCaseDismissed,
    CriminalCaseFiled,
    FilingDeclined,
    GoodsHandedOver,
)
from domain.referral.parts import HandedItem
from domain.refusals import OutOfOrder
from tests.cases.referral.justice import WITH_GOODS, Justice
from tests.cases.scene import PHOTO, moment

TUESDAY, FRIDAY = date(2026, 3, 3), date(2026, 3, 6)
NEXT_WEEK = date(2026, 3, 9)
SUMMER = date(2026, 8, 3)
CLOCK = Actor(Role.CLOCK)


@pytest.fixture
def justice() -> Justice:
    """A bureau in Xinzhou, and whom it refers to."""
    return Justice("001")


class TestFile:
    @pytest.mark.procedure("RF-26")
    def test_filed(self, justice: Justice) -> None:
        """
        国务院令310号8, 12: goods and material follow within three days of the notice.
        """
        justice.papers = WITH_GOODS
        referral = justice.received()

        (fact,) = justice.file_case(
            referral, on=date(2026, 3, 4), said_at=moment(TUESDAY)
        )

        assert isinstance(fact, CriminalCaseFiled)
        assert fact.flags == ()
        assert fact.handover_limit is not None
        assert fact.handover_limit.last_on == date(2026, 3, 7)
        assert justice.stage(referral) is Stage.FILED

    def test_without_goods(self, justice: Justice) -> None:
        """
        国务院令310号12: where the papers say why there are no goods, none are due.
        """
        referral = justice.received()

        (fact,) = justice.file_case(referral)

        assert vars(fact)["handover_limit"] is None
        refusal = justice.refused("flag-referral-delay", referral, by=CLOCK, on=SUMMER)
        assert refusal.code == "nothing_to_flag"

    def test_told_late(self, justice: Justice) -> None:
        """
        应急〔2019〕54号12: the body is told within three days, else marked.
        """
        (fact,) = justice.file_case(
            justice.received(), on=NEXT_WEEK, said_at=moment(TUESDAY)
        )

        assert vars(fact)["flags"] == (ReferralFlag.NOTICE_LATE,)

    @pytest.mark.procedure("RF-48")
    @pytest.mark.parametrize("cause", list(SecondAnswerCause))
    def test_after_a_refusal(self, justice: Justice, cause: SecondAnswerCause) -> None:
        """
        INV-03: a later answer is recorded with its cause.
        """
        referral = justice.declined()

        (fact,) = justice.file_case(referral, second_answer_cause=cause)

        assert vars(fact)["flags"] == ()
        assert justice.stage(referral) is Stage.FILED

    @pytest.mark.procedure("RF-49")
    def test_after_a_refusal_without_a_cause(self, justice: Justice) -> None:
        """
        INV-03: never refused, but marked: uncaused_second_answer.
        """
        referral = justice.declined()

        (fact,) = justice.file_case(referral)

        assert vars(fact)["flags"] == (ReferralFlag.UNCAUSED_SECOND_ANSWER,)
        assert justice.stage(referral) is Stage.FILED

    def test_without_a_receipt(self, justice: Justice) -> None:
        """
        PROCEDURE 0: an answer is a fact about the world, signed for or not.
        """
        referral = justice.transferred()

        justice.file_case(referral)

        assert justice.stage(referral) is Stage.FILED

    def test_before_the_court_nothing_is_taken_back(self, justice: Justice) -> None:
        """
        PROCEDURE 2.4: a second filing leaves a case before the court where it is.
        """
        referral = justice.prosecuted()

        justice.file_case(referral, second_answer_cause=SecondAnswerCause.NEW_FACTS)

        assert justice.stage(referral) is Stage.PROSECUTED


class TestDecline:
    @pytest.mark.procedure("RF-28")
    def test_with_reasons(self, justice: Justice) -> None:
        """
        国务院令310号8, 9: the body has three days from the day it learns of it.
        """
        referral = justice.received()

        (fact,) = justice.do(
            "decline-filing",
            referral,
            by=justice.police,
            on=date(2026, 3, 4),
            said_at=moment(TUESDAY),
            reasons="情节显著轻微",
        )

        assert isinstance(fact, FilingDeclined)
        assert fact.answer_limit is not None
        assert fact.answer_limit.last_on == date(2026, 3, 7)
        assert justice.stage(referral) is Stage.DECLINED
        assert not justice.referral(referral).is_settled

    @pytest.mark.procedure("RF-29")
    def test_without_reasons(self, justice: Justice) -> None:
        """
        国务院令310号8: a refusal states its reasons.
        """
        refusal = justice.refused(
            "decline-filing", justice.received(), by=justice.police, reasons=" "
        )

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "reasons_missing"


class TestGoods:
    items = (HandedItem("硝酸铵", "三吨", "袋装"),)

    @pytest.mark.procedure("RF-50")
    def test_in_time(self, justice: Justice) -> None:
        """
        国务院令310号12, 行政强制法21: item by item, and the party is told.
        """
        justice.papers = WITH_GOODS
        (fact,) = justice.do(
            "hand-over-goods",
            justice.filed(),
            officers=(1,),
            handed_items=self.items,
            party_told=True,
            evidence=(PHOTO,),
        )

        assert isinstance(fact, GoodsHandedOver)
        assert fact.flags == ()

    @pytest.mark.procedure("RF-51")
    def test_late(self, justice: Justice) -> None:
        """
        国务院令310号12: after three days it is marked.
        """
        justice.papers = WITH_GOODS
        (fact,) = justice.do(
            "hand-over-goods",
            justice.filed(),
            by=justice.police,
            on=FRIDAY,
            handed_items=self.items,
            party_told=True,
        )

        assert vars(fact)["flags"] == (ReferralFlag.LATE,)

    @pytest.mark.parametrize(
        ("stage", "items", "code"),
        [("received", items, "no_criminal_case"), ("filed", (), "items_missing")],
    )
    def test_what_is_missing(
        self, justice: Justice, stage: str, items: tuple[HandedItem, ...], code: str
    ) -> None:
        """
        国务院令310号12: goods follow a filing, listed one by one.
        """
        refusal = justice.refused(
            "hand-over-goods",
            getattr(justice, stage)(),
            officers=(1,),
            handed_items=items,
            party_told=True,
        )

        assert refusal.code == code


class TestDismiss:
    @pytest.mark.procedure("RF-52")
    def test_dismissed(self, justice: Justice) -> None:
        """
        应急〔2019〕54号12: cleared; the body may deal with it.
        """
        referral = justice.filed()

        (fact,) = justice.do(
            "dismiss-criminal-case",
            referral,
            by=justice.police,
            reasons="没有犯罪事实",
            advice="建议追究行政责任",
        )
        assert isinstance(fact, CriminalCaseDismissed)

        assert justice.stage(referral) is Stage.CLEARED
        justice.suggest(referral)
        assert justice.stage(referral) is Stage.SUPERVISED

    def test_nothing_filed(self, justice: Justice) -> None:
        """
        应急〔2019〕54号12: what was never opened is not given up.
        """
        refusal = justice.refused(
            "dismiss-criminal-case", justice.received(), by=justice.police, reasons="无"
        )

        assert refusal.code == "no_criminal_case"
