"""
更正、撤回自办处罚的公开: what is public follows its penalty, corrected or fallen.
"""

from datetime import date

import pytest

from domain.law.credit_classes import CreditClass
from domain.law.penalty_kinds import PenaltyKind
from domain.printed import SourceStatus
from domain.publication.file import (
    PublicationFlag,
    Stage,
    WithdrawalGround,
)
from domain.refusals import OutOfOrder, Refused
from tests.cases.publication.own import (
    DECIDED_ON,
    FELL_ON,
    IN_TIME,
    LATE,
    Publisher,
)
from tests.cases.published import penalty_shown, term_shown


class Shown:
    """
    A penalty that is public on the own site.
    """

    def __init__(self) -> None:
        """
        Publish it.
        """
        self.bureau = Publisher(day=DECIDED_ON)
        self.penalty = self.bureau.on_the_spot()
        self.item = self.bureau.publish(self.penalty).file

    @property
    def stage(self) -> Stage:
        """
        How the publication stands.
        """
        return self.bureau.item(self.item).stage

    def falls(self, act: str = "revoke-decision", **terms: object) -> str:
        """
        Have the decision change.

        Returns:
            The fact.
        """
        self.bureau.move_to(FELL_ON)
        return self.bureau.change(act, self.penalty, **terms)[0].id

    def varied(self) -> str:
        """
        Have the fine lowered.
        """
        kinds = (PenaltyKind.WARNING, PenaltyKind.FINE)
        return self.falls("vary-decision", kinds=kinds, fine_fen=50_000)

    def refused(self, ground: WithdrawalGround) -> Refused:
        """
        Try to withdraw it in vain.
        """
        said = {"withdrawal_ground": ground, "reasons": "决定已撤销"}
        by = self.bureau.discloser
        return self.bureau.refused("withdraw-item", self.item, by=by, **said)


@pytest.fixture
def shown() -> Shown:
    """A penalty that is public."""
    return Shown()


class TestCorrectItem:
    @pytest.mark.procedure("PB-26")
    def test_a_slip_of_the_decision(self, shown: Shown) -> None:
        """
        行政处罚法75(2): what the body corrected is shown corrected; the fact names the
        correction, and keeps a digest of what was said before.
        """
        corrected = shown.bureau.correct_slip(shown.penalty)

        fact = shown.bureau.correct(shown.item)

        assert (fact.penalty, fact.follows) == (shown.penalty, corrected)
        texts = penalty_shown(fact).decision_texts
        assert texts is not None
        assert texts.violation_fact.endswith("安全警示标志牌")
        assert len(fact.said_sha256) == 64
        assert shown.stage is Stage.PUBLIC

    @pytest.mark.procedure("PB-26")
    def test_a_slip_of_the_publication(self, shown: Shown) -> None:
        """
        The wrong class is put right, and the term with it.
        """
        fact = shown.bureau.correct(
            shown.item, credit_class=CreditClass.SERIOUS, class_ground="巨额"
        )

        assert term_shown(fact).until_on == date(2029, 5, 11)

    def test_nothing_to_correct(self, shown: Shown) -> None:
        """
        Nothing changed, nothing is corrected.
        """
        said = {"by": shown.bureau.discloser, "reason": "更正"}

        refusal = shown.bureau.refused("correct-item", shown.item, **said)

        assert refusal.code == "nothing_to_correct"

    @pytest.mark.parametrize("act", ["revoke-decision", "vary-decision"])
    def test_another_decision(self, shown: Shown, act: str) -> None:
        """
        行政处罚法48(2): what was varied or fell is withdrawn, and not corrected.
        """
        if act == "vary-decision":
            shown.varied()
        else:
            shown.falls(act)
        said = {"by": shown.bureau.discloser, "reason": "更正"}

        refusal = shown.bureau.refused("correct-item", shown.item, **said)

        assert refusal.code == "decision_changed"

    @pytest.mark.procedure("PB-30")
    def test_under_review(self, shown: Shown) -> None:
        """
        行政复议法42: under review it stays public, and is remarked; the remark goes
        when the review is over.
        """
        remedy = shown.bureau.challenge(shown.penalty)
        assert shown.bureau.correct(shown.item).objected
        assert shown.bureau.item(shown.item).objected
        assert shown.stage is Stage.PUBLIC

        shown.bureau.uphold(remedy)

        assert shown.bureau.correct(shown.item).objected is False
        assert not shown.bureau.item(shown.item).objected


class TestWithdrawItem:
    @pytest.mark.procedure("PB-27")
    @pytest.mark.parametrize(
        ("act", "ground"),
        [
            ("revoke-decision", WithdrawalGround.REVOKED),
            ("declare-void", WithdrawalGround.VOID),
            ("confirm-unlawful", WithdrawalGround.UNLAWFUL),
        ],
    )
    def test_it_fell(self, shown: Shown, act: str, ground: WithdrawalGround) -> None:
        """
        行政处罚法48(2), INV-61: what fell is withdrawn with reasons, and leaves a
        tombstone; the fact names what it follows.
        """
        fell = shown.falls(act)

        fact = shown.bureau.withdraw(shown.item, ground)

        assert (fact.penalty, fact.follows) == (shown.penalty, fell)
        assert (fact.changed_on, fact.reasons) == (FELL_ON, "决定已撤销")
        assert f"penalty/{shown.penalty}/taken-back" in fact.tags()
        assert shown.stage is Stage.WITHDRAWN

    @pytest.mark.procedure("PB-27")
    def test_it_was_varied(self, shown: Shown) -> None:
        """
        行政处罚法48(2): what was varied is withdrawn, and public again with what stands
        now, without the words of what does not.
        """
        varied = shown.varied()
        shown.bureau.withdraw(shown.item, WithdrawalGround.VARIED)

        again = shown.bureau.publish(shown.penalty)

        assert (again.file, again.source_fact) == (shown.item, varied)
        assert penalty_shown(again).fine_fen == 50_000
        assert shown.refused(WithdrawalGround.VARIED).code == "basis_stands"
        texts = penalty_shown(again).decision_texts
        assert texts is not None
        assert texts.penalty_content == "警告；罚款500.00元"

    @pytest.mark.procedure("PB-28")
    @pytest.mark.parametrize(
        "ground",
        [
            WithdrawalGround.REVOKED,
            WithdrawalGround.VARIED,
            WithdrawalGround.ENDED_AT_SOURCE,
        ],
    )
    def test_it_stands(self, shown: Shown, ground: WithdrawalGround) -> None:
        """
        INV-61: what stands is not withdrawn (basis_stands), nor because it is under
        review.
        """
        assert shown.refused(ground).code == "basis_stands"

        shown.bureau.challenge(shown.penalty)

        refusal = shown.refused(ground)
        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "basis_stands"
        assert refusal.facts["status"] is SourceStatus.OBJECTED

    @pytest.mark.procedure("PB-28")
    def test_something_else_became_of_it(self, shown: Shown) -> None:
        """
        What was varied is not withdrawn as revoked (basis_stands).
        """
        shown.varied()

        assert shown.refused(WithdrawalGround.REVOKED).code == "basis_stands"

    @pytest.mark.parametrize(
        ("day", "late"),
        [
            (IN_TIME, False),
            pytest.param(LATE, True, marks=pytest.mark.procedure("PB-29")),
        ],
    )
    def test_three_working_days(self, shown: Shown, day: date, *, late: bool) -> None:
        """
        行政处罚法48(2), 85: three working days from the day on which the change took
        effect; later it is withdrawn all the same, and marked (WITHDRAWAL_LATE).
        """
        shown.falls()
        shown.bureau.move_to(day)

        fact = shown.bureau.withdraw(shown.item, WithdrawalGround.REVOKED)

        assert (fact.flags == (PublicationFlag.WITHDRAWAL_LATE,)) is late
        assert shown.stage is Stage.WITHDRAWN

    def test_an_error_of_its_own(self, shown: Shown) -> None:
        """
        A publication that was an error is withdrawn though the decision stands; never
        again on the same source fact.
        """
        fact = shown.bureau.withdraw(shown.item, WithdrawalGround.ENTRY_ERROR)

        assert (fact.changed_on, fact.withdraw_limit) == (None, None)
        refusal = shown.bureau.refused_publishing(shown.penalty)
        assert refusal.code == "ended"
