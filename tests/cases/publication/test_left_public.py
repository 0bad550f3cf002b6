"""
警示未按期撤回公开信息: what fell, and is public still when its three days are over.
"""

from datetime import date, timedelta
from uuid import UUID

import pytest

from domain.audit_trail.file import Breach, RuleBreachFlagged
from domain.base import Actor, Role
from domain.law.penalty_kinds import PenaltyKind
from domain.publication.file import Channel, WithdrawalGround
from domain.values import end_of
from tests.cases.publication.own import (
    DECIDED_ON,
    FELL_ON,
    IN_TIME,
    LATE,
    Publisher,
)

CLOCK = Actor(Role.CLOCK)
FLAG = "flag-not-withdrawn"
VARIED = {"kinds": (PenaltyKind.WARNING, PenaltyKind.FINE), "fine_fen": 50_000}


@pytest.fixture
def bureau() -> Publisher:
    """A bureau that publishes."""
    return Publisher(day=DECIDED_ON)


@pytest.fixture
def penalty(bureau: Publisher) -> UUID:
    """A penalty that is public on the own site."""
    penalty = bureau.on_the_spot()
    bureau.publish(penalty)
    return penalty


def falls(bureau: Publisher, penalty: UUID, act: str = "revoke-decision") -> str:
    """Have it change on the day of the scene."""
    bureau.move_to(FELL_ON)
    terms = VARIED if act == "vary-decision" else {}
    return bureau.change(act, penalty, **terms)[0].id


def flagged(bureau: Publisher, penalty: UUID, day: date = LATE) -> RuleBreachFlagged:
    """Have the clock flag it."""
    (fact,) = bureau.by_the_clock(FLAG, penalty, day)
    assert isinstance(fact, RuleBreachFlagged)
    return fact


def not_flagged(bureau: Publisher, penalty: UUID, day: date = LATE) -> str:
    """Have the clock try to flag it in vain."""
    return bureau.refused(FLAG, penalty, by=CLOCK, on=day, hour=1).code


def shown(bureau: Publisher, penalty: UUID) -> UUID:
    """Name its publication on the own site."""
    return bureau.office.tagged(f"penalty/{penalty}/publication")[0]


class TestFlagNotWithdrawn:
    @pytest.mark.procedure("PE-58")
    @pytest.mark.parametrize(
        "act", ["revoke-decision", "declare-void", "confirm-unlawful", "vary-decision"]
    )
    def test_left_public(self, bureau: Publisher, penalty: UUID, act: str) -> None:
        """
        行政处罚法48(2), INV-41: whatever became of it, the breach is the body's own,
        and names the change from which three working days ran (not_withdrawn).
        """
        change = falls(bureau, penalty, act)

        fact = flagged(bureau, penalty)

        assert (fact.breach, fact.about) == (Breach.NOT_WITHDRAWN, penalty)
        assert (fact.started_by, fact.deed.body) == (change, bureau.bureau)
        assert fact.limit_passed.ends_on == IN_TIME
        assert not_flagged(bureau, penalty) == "flagged_already"

    def test_on_the_last_day(self, bureau: Publisher, penalty: UUID) -> None:
        """
        The third working day is still in time.
        """
        falls(bureau, penalty)

        assert not_flagged(bureau, penalty, IN_TIME) == "time_not_over"

    def test_on_one_channel(self, bureau: Publisher, penalty: UUID) -> None:
        """
        行政处罚法48(2): withdrawn on one channel, it is left on the other.
        """
        bureau.publish(penalty, channel=Channel.CREDIT_PLATFORM)
        falls(bureau, penalty)
        bureau.withdraw(shown(bureau, penalty), WithdrawalGround.REVOKED)

        assert flagged(bureau, penalty).about == penalty

    @pytest.mark.parametrize(("day", "in_time"), [(IN_TIME, True), (LATE, False)])
    def test_withdrawn(
        self, bureau: Publisher, penalty: UUID, day: date, *, in_time: bool
    ) -> None:
        """
        Withdrawn in time, there is nothing to flag; a day late, a clock that stood
        still flags it all the same.
        """
        falls(bureau, penalty)
        bureau.move_to(day)
        bureau.withdraw(shown(bureau, penalty), WithdrawalGround.REVOKED)
        after = LATE + timedelta(days=3)

        if in_time:
            assert not_flagged(bureau, penalty, after) == "done_in_time"
        else:
            assert flagged(bureau, penalty, after).about == penalty

    def test_never_public(self, bureau: Publisher) -> None:
        """
        What was not public is not withdrawn; what stands has no time at all.
        """
        penalty = bureau.on_the_spot()
        assert not_flagged(bureau, penalty) == "no_time_set"

        falls(bureau, penalty)

        assert not_flagged(bureau, penalty) == "done_in_time"

    def test_known_late(self, bureau: Publisher, penalty: UUID) -> None:
        """
        行政处罚法48(2): the days run from the effect of the change, though it became
        known after they were over.
        """
        bureau.move_to(LATE + timedelta(days=10))
        bureau.change("revoke-decision", penalty)

        said = {"on": LATE + timedelta(days=11), "said_at": end_of(IN_TIME)}
        (fact,) = bureau.do(FLAG, penalty, by=CLOCK, hour=1, **said)

        assert isinstance(fact, RuleBreachFlagged)
        assert fact.limit_passed.ends_on == IN_TIME

    def test_public_anew(self, bureau: Publisher, penalty: UUID) -> None:
        """
        What was varied, withdrawn and is public with what stands now is in order.
        """
        falls(bureau, penalty, "vary-decision")
        bureau.withdraw(shown(bureau, penalty), WithdrawalGround.VARIED)
        bureau.publish(penalty)

        assert not_flagged(bureau, penalty) == "done_in_time"

    def test_changed_twice(self, bureau: Publisher, penalty: UUID) -> None:
        """
        行政处罚法48(2): a second change gives no more time, and is no second breach.
        """
        varied = falls(bureau, penalty, "vary-decision")
        bureau.change("revoke-decision", penalty, effective_on=LATE)

        assert flagged(bureau, penalty).started_by == varied

        assert not_flagged(bureau, penalty, date(2026, 6, 20)) == "done_in_time"

    def test_its_term_was_over(self, bureau: Publisher, penalty: UUID) -> None:
        """
        What ended with its last day is public no more, whether or not the clock
        said so.
        """
        bureau.move_to(date(2027, 5, 11))
        bureau.change("revoke-decision", penalty, effective_on=date(2027, 5, 11))

        assert not_flagged(bureau, penalty, date(2027, 6, 1)) == "done_in_time"
