"""
撤销列入: an entry falls with its basis, and the facts before it stay.
"""

import pytest

from domain.falling import ChangedBy
from domain.law.penalty_kinds import PenaltyKind
from domain.list_entry.choices import ReviewOutcome, RevocationGround, Stage
from domain.list_entry.facts import BlacklistEntryReviewed
from domain.list_entry.facts_of_removal import BlacklistEntryRevoked
from tests.cases.list_entry.listed import Lists


@pytest.fixture
def lists() -> Lists:
    """A bureau in Harbin."""
    return Lists("000")


class TestBasisFallen:
    @pytest.mark.procedure("LE-25")
    def test_revoked(self, lists: Lists) -> None:
        """
        应急管理部令11号 15, INV-41: the entry falls in the commit of the decision,
        marked with its basis_fallen; the facts before stay.
        """
        penalty = lists.on_the_spot()
        entry = lists.listed(penalty)

        decided, fallen = lists.revoke(penalty)

        assert isinstance(fallen, BlacklistEntryRevoked)
        assert (fallen.file, fallen.deed.cause) == (entry, decided.id)
        assert fallen.revocation_ground is RevocationGround.PENALTY_FALLEN
        assert fallen.basis_fallen
        assert lists.entry(entry).stage is Stage.REVOKED

    @pytest.mark.procedure("LE-26")
    def test_varied(self, lists: Lists) -> None:
        """
        应急管理部令11号 15: a decision that is another now is examined at once: the
        entry shows basis_fallen until a head decides.
        """
        penalty = lists.on_the_spot()
        entry = lists.listed(penalty)

        _, seen = lists.do(
            "vary-decision",
            penalty,
            by=lists.chief,
            changed_by=ChangedBy.REVIEW,
            reason="复议变更",
            effective_on=lists.day,
            kinds=(PenaltyKind.WARNING,),
            fine_fen=0,
        )

        assert isinstance(seen, BlacklistEntryReviewed)
        assert seen.basis_fallen
        assert lists.entry(entry).is_to_examine
        varied = {
            "revocation_ground": RevocationGround.PENALTY_VARIED,
            "reasons": "已不属情节严重",
            "effective_on": lists.day,
        }
        lists.do("revoke-entry", entry, by=lists.chief, **varied)
        assert lists.entry(entry).stage is Stage.REVOKED

    def test_examined_and_kept(self, lists: Lists) -> None:
        """
        应急管理部令11号 15: a head finds that the ground still holds.
        """
        entry = lists.listed()
        for outcome in (ReviewOutcome.TO_EXAMINE, ReviewOutcome.STANDS):
            said = {"review_outcome": outcome, "reasons": "复核"}
            lists.do("review-entry", entry, by=lists.chief, **said)
            left = outcome is ReviewOutcome.TO_EXAMINE
            assert lists.entry(entry).is_to_examine is left

    def test_before_it_was_listed(self, lists: Lists) -> None:
        """
        What only is proposed stands in nobody's way, and cannot be made any more.
        """
        penalty = lists.on_the_spot()
        entry = lists.heard(penalty)

        assert len(lists.revoke(penalty)) == 1
        assert lists.entry(entry).stage is Stage.HEARD

    def test_on_a_basis_that_stands(self, lists: Lists) -> None:
        """
        应急管理部令11号 15: nobody says a penalty fell that stands.
        """
        entry = lists.listed()
        for ground in (
            RevocationGround.PENALTY_FALLEN,
            RevocationGround.PENALTY_VARIED,
        ):
            said = {
                "revocation_ground": ground,
                "reasons": "x",
                "effective_on": lists.day,
            }
            refusal = lists.refused("revoke-entry", entry, by=lists.chief, **said)
            assert refusal.code == "basis_stands"

    def test_by_the_body_itself(self, lists: Lists) -> None:
        """
        应急管理部令11号 15: the body corrects itself, for reasons.
        """
        entry = lists.listed()
        said = {
            "by": lists.chief,
            "revocation_ground": RevocationGround.OWN_CORRECTION,
            "effective_on": lists.day,
        }

        refusal = lists.refused("revoke-entry", entry, **said, reasons=" ")
        assert refusal.code == "reasons_missing"
        (fact,) = lists.do("revoke-entry", entry, **said, reasons="主体认定有误")

        assert isinstance(fact, BlacklistEntryRevoked)
        assert not fact.basis_fallen
        again = lists.refused("revoke-entry", entry, **said, reasons="x")
        assert again.code == "entry_stage"

    def test_review_of_what_is_over(self, lists: Lists) -> None:
        """
        What is over is not reviewed; a review has reasons.
        """
        said = {"by": lists.chief, "review_outcome": ReviewOutcome.STANDS}
        removed = lists.removed()

        refusal = lists.refused("review-entry", removed, **said, reasons="x")
        assert refusal.code == "entry_stage"
        blank = lists.refused("review-entry", lists.listed(), **said, reasons=" ")
        assert blank.code == "reasons_missing"
