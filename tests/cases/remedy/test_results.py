"""
复议决定、裁判的后果: what was challenged falls when the result is taken in.
"""

from datetime import date
from uuid import UUID

import pytest

from domain.base import Fact
from domain.coercive_measure.choices import LiftingGround
from domain.coercive_measure.facts_of_keeping import CoerciveMeasureLifted
from domain.credit_record.facts import CreditFactWithdrawn
from domain.falling import ChangedBy
from domain.law.credit_classes import ClassStandard, CreditClass
from domain.list_entry.choices import RevocationGround
from domain.list_entry.facts_of_removal import BlacklistEntryRevoked
from domain.penalty.choices import Stage
from domain.penalty.facts_of_falling import (
    DecisionConfirmedUnlawful,
    DecisionDeclaredVoid,
    DecisionRevoked,
)
from domain.publication.file import ItemWithdrawn
from domain.remedy.choices import Challenged, RemedyResult
from domain.remedy.facts import ReviewDecided
from tests.cases.list_entry.listed import Lists
from tests.cases.penalty.decided import YUAN, Bureau
from tests.cases.publication.entries import PublicLists
from tests.cases.scene import Scene
from tests.cases.yard import Yard

EFFECTIVE = date(2026, 3, 2)
PAID = 400 * YUAN


def reviewed(
    scene: Scene,
    challenged: UUID,
    result: RemedyResult,
    kind: Challenged = Challenged.PENALTY,
) -> list[Fact]:
    """Have a review applied for and decided."""
    said = {"challenged": challenged, "challenged_act": kind, "through_us": True}
    who = {"by": scene.clerk, "enterprise": scene.enterprise}
    review = scene.do("record-review-application", **said, **who)[0].file
    return scene.do("record-review-decision", review, by=scene.clerk, **_said(result))


def judged(
    scene: Scene, challenged: UUID, result: RemedyResult, **more: object
) -> list[Fact]:
    """Have a suit over a penalty filed and judged."""
    said = {"challenged": challenged, "challenged_act": Challenged.PENALTY}
    where = {"authority": "市法院", "authority_number": "（2026）行初3号"}
    who = {"by": scene.clerk, "enterprise": scene.enterprise}
    suit = scene.do("record-suit", **said, **where, **who)[0].file
    said = _said(result) | more
    return scene.do("record-suit-judgment", suit, by=scene.clerk, **said)


def _said(result: RemedyResult) -> dict[str, object]:
    return {
        "remedy_result": result,
        "authority_number": "〔2026〕3号",
        "effective_on": EFFECTIVE,
    }


def paid(bench: Bureau) -> UUID:
    """Have a fine decided on the spot, and partly paid."""
    penalty = bench.on_the_spot()
    bench.pay(penalty, 400)
    return penalty


@pytest.fixture
def bench() -> Bureau:
    """A bureau under national law alone."""
    return Bureau()


class TestAPenalty:
    @pytest.mark.procedure("PE-55")
    def test_revoked_on_review(self, bench: Bureau) -> None:
        """
        行政复议法64, 强制法41: it falls at once, and what was paid goes back.
        """
        penalty = paid(bench)

        decided, fell = reviewed(bench, penalty, RemedyResult.REVOKED)

        assert isinstance(fell, DecisionRevoked)
        assert (fell.changed_by, fell.refund_fen) == (ChangedBy.REVIEW, PAID)
        assert (fell.effective_on, fell.deed.cause) == (EFFECTIVE, decided.id)
        assert fell.withdraw_limit is not None
        assert bench.penalty(penalty).stage is Stage.FALLEN

    @pytest.mark.procedure("PE-56")
    def test_void_by_the_court(self, bench: Bureau) -> None:
        """
        行政诉讼法75: void from the beginning.
        """
        penalty = paid(bench)

        _, fell = judged(bench, penalty, RemedyResult.VOID)

        assert isinstance(fell, DecisionDeclaredVoid)
        assert (fell.changed_by, fell.refund_fen) == (ChangedBy.COURT, PAID)

    def test_unlawful_by_the_court(self, bench: Bureau) -> None:
        """
        行政诉讼法74, 76: what goes back is what the court says, and never more than was
        paid.
        """
        _, fell = judged(
            bench, paid(bench), RemedyResult.UNLAWFUL, refund_fen=100 * YUAN
        )
        _, other = judged(
            bench, paid(bench), RemedyResult.UNLAWFUL, refund_fen=900 * YUAN
        )

        assert isinstance(fell, DecisionConfirmedUnlawful)
        assert isinstance(other, DecisionConfirmedUnlawful)
        assert (fell.refund_fen, other.refund_fen) == (100 * YUAN, PAID)

    @pytest.mark.parametrize(
        "result",
        [
            RemedyResult.UPHELD,
            RemedyResult.VARIED,
            RemedyResult.REJECTED,
            RemedyResult.WITHDRAWN,
        ],
    )
    def test_it_stands(self, bench: Bureau, result: RemedyResult) -> None:
        """
        What was upheld stands; what was varied until it is said what stands now.
        """
        penalty = paid(bench)

        (_,) = reviewed(bench, penalty, result)

        assert bench.penalty(penalty).stands

    def test_one_that_fell_before(self, bench: Bureau) -> None:
        """
        The body revoked it itself meanwhile: the result is taken in all the same.
        """
        penalty = paid(bench)
        own = {"changed_by": ChangedBy.OWN, "effective_on": EFFECTIVE}
        bench.do("revoke-decision", penalty, by=bench.chief, reason="自纠", **own)

        (_,) = reviewed(bench, penalty, RemedyResult.REVOKED)

        assert not bench.penalty(penalty).stands


class TestWhatElseIsChallenged:
    @pytest.mark.procedure("CM-41")
    def test_a_measure(self) -> None:
        """
        行政强制法41, 行政复议法64: a measure that was revoked is lifted.
        """
        bench = Yard()
        measure = bench.imposed()

        _, lifted = reviewed(bench, measure, RemedyResult.REVOKED, Challenged.MEASURE)

        assert isinstance(lifted, CoerciveMeasureLifted)
        assert lifted.lifting_ground is LiftingGround.REVOKED
        assert not bench.measure(measure).is_active

    @pytest.mark.procedure("LE-51")
    def test_a_listing(self) -> None:
        """
        应急管理部令11号15: a listing that was revoked ends.
        """
        bench = Lists()
        entry = bench.listed()

        _, revoked = reviewed(bench, entry, RemedyResult.REVOKED, Challenged.LISTING)

        assert isinstance(revoked, BlacklistEntryRevoked)
        assert revoked.revocation_ground is RevocationGround.REVIEW
        assert not revoked.basis_fallen
        assert not bench.entry(entry).is_live

    def test_what_hangs_on_a_listing(self) -> None:
        """
        INV-40, INV-41: with a listing that was revoked on review its credit fact is
        withdrawn, and what was public of it, in the same commit.
        """
        bench = PublicLists()
        entry = bench.listed()
        grave = {"credit_class": CreditClass.SERIOUS, "class_ground": "列入名单"}
        said = {"by": bench.clerk, "class_standard": ClassStandard.TABLE, **grave}
        bench.do("record-entry-credit", entry, **said)
        bench.show(entry)

        facts = reviewed(bench, entry, RemedyResult.REVOKED, Challenged.LISTING)

        assert {type(fact) for fact in facts} == {
            ReviewDecided,
            BlacklistEntryRevoked,
            CreditFactWithdrawn,
            ItemWithdrawn,
        }
