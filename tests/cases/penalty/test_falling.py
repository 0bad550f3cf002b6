"""
执法纠错: a slip is corrected, content is varied or revoked, and what was paid goes
back.
"""

from datetime import date
from typing import ClassVar
from uuid import UUID

import pytest

from domain.falling import ChangedBy
from domain.law.penalty_kinds import PenaltyKind
from domain.penalty.choices import CorrectedPart, PenaltyFlag, Stage, TerminationGround
from domain.penalty.facts_of_falling import (
    DecisionConfirmedUnlawful,
    DecisionCorrected,
    DecisionDeclaredVoid,
    DecisionRevoked,
    DecisionVaried,
    FineRefunded,
)
from domain.refusals import BeyondTheLaw, NotCompetent, OutOfOrder
from tests.cases.penalty.decided import YUAN, Bureau

#: When what is decided on the scene's Monday fell.
FELL_ON = date(2026, 3, 9)


@pytest.fixture
def bureau() -> Bureau:
    """A bureau under national law alone."""
    return Bureau()


@pytest.fixture
def paid(bureau: Bureau) -> UUID:
    """A penalty of which 400 yuan are paid, a week later."""
    penalty = bureau.on_the_spot()
    bureau.pay(penalty, 400)
    bureau.move_to(FELL_ON)
    return penalty


def change(**terms: object) -> dict[str, object]:
    """What a change states, by the court unless something else is said."""
    terms.setdefault("changed_by", ChangedBy.COURT)
    return {"reason": "主要证据不足", "effective_on": FELL_ON, **terms}


class TestCorrectDecision:
    SLIP: ClassVar[dict[str, object]] = {
        "corrected_part": CorrectedPart.WORDING,
        "passage": "城东冶炼场",
        "altered_to": "城东冶炼厂",
        "reason": "录入笔误",
    }

    @pytest.mark.procedure("PE-25")
    def test_a_slip(self, bureau: Bureau) -> None:
        """
        行政处罚法75(2): a slip is put right, and nothing of the decision changes.
        """
        penalty = bureau.on_the_spot()

        (fact,) = bureau.do("correct-decision", penalty, by=bureau.chief, **self.SLIP)

        assert isinstance(fact, DecisionCorrected)
        assert bureau.penalty(penalty).stands

    @pytest.mark.procedure("PE-26")
    @pytest.mark.parametrize(
        "part",
        [
            CorrectedPart.AMOUNT,
            CorrectedPart.KIND,
            CorrectedPart.PARTY,
            CorrectedPart.VIOLATION,
        ],
    )
    def test_content(self, bureau: Bureau, part: CorrectedPart) -> None:
        """
        What changes the content is no correction.
        """
        terms = {**self.SLIP, "corrected_part": part}
        refusal = bureau.refused(
            "correct-decision", bureau.on_the_spot(), by=bureau.chief, **terms
        )

        assert isinstance(refusal, BeyondTheLaw)
        assert refusal.code == "not_clerical"


class TestVaryDecision:
    @pytest.mark.procedure("PE-27")
    def test_to_less(self, bureau: Bureau, paid: UUID) -> None:
        """
        行政处罚法48(2), 75(2): what was paid too much goes back, and the publication is
        to be withdrawn within three working days of the effect.
        """
        (fact,) = bureau.do(
            "vary-decision",
            paid,
            by=bureau.clerk,
            **change(kinds=(PenaltyKind.FINE,), fine_fen=300 * YUAN),
        )

        assert isinstance(fact, DecisionVaried)
        assert fact.refund_fen == 100 * YUAN
        assert fact.withdraw_limit is not None
        assert fact.withdraw_limit.last_on == date(2026, 3, 12)
        found = bureau.penalty(paid)
        assert found.stands
        assert found.fine_left_fen == 0
        assert found.stage is Stage.PERFORMED

    @pytest.mark.parametrize(
        ("changed_by", "flags"),
        [
            pytest.param(
                ChangedBy.REVIEW,
                (PenaltyFlag.WORSE_ON_REVIEW,),
                marks=pytest.mark.procedure("PE-28"),
            ),
            (ChangedBy.COURT, ()),
        ],
    )
    def test_to_more_by_others(
        self,
        bureau: Bureau,
        paid: UUID,
        changed_by: ChangedBy,
        flags: tuple[PenaltyFlag, ...],
    ) -> None:
        """
        行政复议法63: a review never makes it worse for the applicant; if one does, it
        is recorded all the same, and marked (WORSE_ON_REVIEW).
        """
        (fact,) = bureau.do(
            "vary-decision",
            paid,
            by=bureau.clerk,
            **change(
                changed_by=changed_by, kinds=(PenaltyKind.FINE,), fine_fen=2000 * YUAN
            ),
        )

        assert isinstance(fact, DecisionVaried)
        assert fact.flags == flags
        assert bureau.penalty(paid).fine_left_fen == 1600 * YUAN

    def test_to_more_by_the_body(self, bureau: Bureau, paid: UUID) -> None:
        """
        行政处罚法45, 75(2): a body that varies its own decision makes it no heavier.
        """
        refusal = bureau.refused(
            "vary-decision",
            paid,
            by=bureau.chief,
            **change(
                changed_by=ChangedBy.OWN, kinds=(PenaltyKind.FINE,), fine_fen=1000_01
            ),
        )

        assert isinstance(refusal, BeyondTheLaw)
        assert refusal.code == "heavier_than_decided"

    @pytest.mark.parametrize(
        ("kinds", "fine_fen"),
        [((PenaltyKind.WARNING,), 300 * YUAN), ((PenaltyKind.FINE,), 0)],
    )
    def test_to_a_fine_that_is_none(
        self, bureau: Bureau, paid: UUID, kinds: tuple[PenaltyKind, ...], fine_fen: int
    ) -> None:
        """
        行政处罚法75(2): a body leaves no fine without its kind, and no such kind
        without a fine; what others decided is taken in as it is.
        """
        own = change(changed_by=ChangedBy.OWN, kinds=kinds, fine_fen=fine_fen)
        of_court = own | {"changed_by": ChangedBy.COURT}

        refusal = bureau.refused("vary-decision", paid, by=bureau.chief, **own)

        assert refusal.code == "fine_contradicts_kinds"
        assert bureau.do("vary-decision", paid, by=bureau.clerk, **of_court)


class TestFalls:
    @pytest.mark.parametrize(
        ("act", "kind"),
        [
            pytest.param(
                "revoke-decision",
                DecisionRevoked,
                marks=pytest.mark.procedure("PE-29"),
            ),
            pytest.param(
                "declare-void",
                DecisionDeclaredVoid,
                marks=pytest.mark.procedure("PE-30"),
            ),
        ],
    )
    def test_what_was_paid_goes_back(
        self, bureau: Bureau, paid: UUID, act: str, kind: type
    ) -> None:
        """
        行政强制法41: revoked or void, it stands no more, and what was paid goes back.
        """
        (fact,) = bureau.do(act, paid, by=bureau.clerk, **change())

        assert isinstance(fact, kind)
        found = bureau.penalty(paid)
        assert not found.stands
        assert not found.fines
        assert found.stage is Stage.FALLEN
        assert found.refund_due_fen == 400 * YUAN
        refusal = bureau.refused(act, paid, by=bureau.clerk, **change())
        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "decision_fallen"

    @pytest.mark.procedure("PE-31")
    def test_unlawful(self, bureau: Bureau, paid: UUID) -> None:
        """
        Confirmed to be unlawful, it stands no more; what goes back is in that decision.
        """
        refusal = bureau.refused(
            "confirm-unlawful",
            paid,
            by=bureau.clerk,
            **change(refund_fen=400 * YUAN + 1),
        )
        assert refusal.code == "refund_too_much"

        (fact,) = bureau.do("confirm-unlawful", paid, by=bureau.clerk, **change())

        assert isinstance(fact, DecisionConfirmedUnlawful)
        assert fact.withdraw_limit is not None
        assert not bureau.penalty(paid).stands

    @pytest.mark.parametrize(
        "act", ["revoke-decision", "declare-void", "confirm-unlawful"]
    )
    def test_the_body_itself(self, bureau: Bureau, paid: UUID, act: str) -> None:
        """
        行政处罚法75(2): where the body itself puts it right, its head decides.
        """
        own = change(changed_by=ChangedBy.OWN)
        refusal = bureau.refused(act, paid, by=bureau.clerk, **own)
        assert isinstance(refusal, NotCompetent)
        assert refusal.code == "own_decision_by_head"

        bureau.do(act, paid, by=bureau.chief, **own)

        assert not bureau.penalty(paid).stands

    def test_it_can_be_fined_again(self, bureau: Bureau) -> None:
        """
        行政处罚法29: a fine that has fallen stands in nobody's way.
        """
        visit = bureau.found()
        once = bureau.on_the_spot(inspection=visit, item_nos=(1,))
        own = change(changed_by=ChangedBy.OWN)
        bureau.do("revoke-decision", once, by=bureau.chief, **own)

        bureau.on_the_spot(inspection=visit, item_nos=(1,))

    @pytest.mark.procedure("PE-33")
    def test_its_execution_ends(self, bureau: Bureau, paid: UUID) -> None:
        """
        行政强制法40(4): with the decision its execution ends, once.
        """
        bureau.do("revoke-decision", paid, by=bureau.clerk, **change())
        said = {
            "by": bureau.chief,
            "execution_end_ground": TerminationGround.DECISION_REVOKED,
            "reason": "据以执行的决定被撤销",
        }

        bureau.do("terminate-execution", paid, **said)

        assert bureau.penalty(paid).stage is Stage.FALLEN
        again = bureau.refused("terminate-execution", paid, **said)
        assert again.code == "nothing_to_perform"


class TestRefundFine:
    @pytest.mark.procedure("PE-32")
    def test_what_was_paid(self, bureau: Bureau, paid: UUID) -> None:
        """
        行政强制法41: it is given back, and not more than was paid.
        """
        receipt = {"by": bureau.clerk, "receipt_no": "退0001"}
        refusal = bureau.refused("refund-fine", paid, refund_fen=YUAN, **receipt)
        assert refusal.code == "nothing_to_refund"
        bureau.do("revoke-decision", paid, by=bureau.clerk, **change())
        refusal = bureau.refused("refund-fine", paid, refund_fen=400_01, **receipt)
        assert isinstance(refusal, BeyondTheLaw)
        assert refusal.code == "refund_too_much"

        (fact,) = bureau.do("refund-fine", paid, refund_fen=400 * YUAN, **receipt)

        assert isinstance(fact, FineRefunded)
        assert bureau.penalty(paid).refund_due_fen == 0
