"""
公开的期限: what was not public in time is marked, and what was long enough ends.
"""

from datetime import date, timedelta
from uuid import UUID

import pytest

from domain.acts import ACTS
from domain.base import Actor, Role
from domain.publication.facts_of_ending import (
    DelayCause,
    ItemTermEnded,
    PublicationOverdue,
)
from domain.publication.file import Channel, Stage, WithdrawalGround
from domain.refusals import OutOfOrder, OutOfTime
from tests.cases.imported import NOW
from tests.cases.publication.own import DECIDED_ON, DUE_ON, FELL_ON, Publisher
from tests.cases.published import Public

ONE_DAY = timedelta(days=1)
CLOCK = Actor(Role.CLOCK)
#: The last day of the term of what is decided on the scene's day.
LAST_DAY = date(2027, 5, 11)


@pytest.fixture
def bureau() -> Publisher:
    """A bureau that publishes."""
    return Publisher(day=DECIDED_ON)


@pytest.fixture
def penalty(bureau: Publisher) -> UUID:
    """A penalty on a firm, served."""
    return bureau.on_the_spot()


def marked(
    bureau: Publisher, penalty: UUID, day: date = DUE_ON + ONE_DAY
) -> PublicationOverdue:
    """Have the clock mark it."""
    (fact,) = bureau.by_the_clock("mark-publication-overdue", penalty, day)
    assert isinstance(fact, PublicationOverdue)
    return fact


def not_marked(bureau: Publisher, penalty: UUID, day: date = DUE_ON + ONE_DAY) -> str:
    """Have the clock try to mark it in vain."""
    said = {"by": CLOCK, "on": day, "hour": 1}
    return bureau.refused("mark-publication-overdue", penalty, **said).code


class TestMarkPublicationOverdue:
    @pytest.mark.procedure("PB-25")
    def test_seven_working_days_are_over(
        self, bureau: Publisher, penalty: UUID
    ) -> None:
        """
        安全生产法78(2), INV-61: seven working days from the decision without a
        publication: marked, with what kept it back (publication_late).
        """
        fact = marked(bureau, penalty)

        assert fact.limit_passed.ends_on == DUE_ON
        assert (fact.days_late, fact.delay_cause) == (1, DelayCause.HELD)
        assert fact.deed.body == bureau.bureau
        assert bureau.item(fact.file).stage is Stage.OVERDUE

    def test_published_after_it(self, bureau: Publisher, penalty: UUID) -> None:
        """
        What is public later is public in the same file, and says that it is late
        (PUBLICATION_LATE); the mark stays.
        """
        overdue = marked(bureau, penalty, DUE_ON + 3 * ONE_DAY)

        fact = bureau.publish(penalty)

        assert fact.file == overdue.file
        assert overdue.days_late == 3
        assert [flag.code for flag in fact.flags] == ["publication_late"]
        assert bureau.item(fact.file).stage is Stage.PUBLIC

    def test_published_late_before_it(self, bureau: Publisher, penalty: UUID) -> None:
        """
        After a standstill of the clock it is marked all the same, and stays public.
        """
        bureau.move_to(DUE_ON + ONE_DAY)
        item = bureau.publish(penalty).file

        fact = marked(bureau, penalty, DUE_ON + 2 * ONE_DAY)

        assert fact.file == item
        assert bureau.item(item).stage is Stage.PUBLIC

    def test_on_the_last_day(self, bureau: Publisher, penalty: UUID) -> None:
        """
        The last day is still in time.
        """
        assert not_marked(bureau, penalty, DUE_ON) == "time_not_over"

    def test_public_in_time(self, bureau: Publisher, penalty: UUID) -> None:
        """
        What is public on the own site in time is not marked.
        """
        bureau.move_to(DUE_ON)
        bureau.publish(penalty)

        assert not_marked(bureau, penalty) == "done_in_time"

    def test_public_elsewhere(self, bureau: Publisher, penalty: UUID) -> None:
        """
        安全生产法78(2): the credit platform is not the regulator's own system.
        """
        bureau.publish(penalty, channel=Channel.CREDIT_PLATFORM)

        assert marked(bureau, penalty).penalty == penalty

    def test_fallen_in_time(self, bureau: Publisher, penalty: UUID) -> None:
        """
        What fell in that time is not to be public.
        """
        bureau.change("revoke-decision", penalty)

        assert not_marked(bureau, penalty) == "done_in_time"

    def test_fallen_later(self, bureau: Publisher, penalty: UUID) -> None:
        """
        What fell after that time was to be public until then.
        """
        bureau.move_to(FELL_ON)
        bureau.change("revoke-decision", penalty)

        assert marked(bureau, penalty, FELL_ON + ONE_DAY).penalty == penalty

    def test_twice(self, bureau: Publisher, penalty: UUID) -> None:
        """
        It is marked once.
        """
        marked(bureau, penalty)

        assert not_marked(bureau, penalty) == "flagged_already"


class TestEndPublicity:
    @pytest.mark.procedure("PB-31")
    def test_the_last_day_is_over(self, bureau: Publisher, penalty: UUID) -> None:
        """
        发改委令36号: after the longest term of its class it is public no more; number
        and end are all that is said.
        """
        item = bureau.publish(penalty).file

        (fact,) = bureau.by_the_clock("end-publicity", item, LAST_DAY + ONE_DAY)

        assert isinstance(fact, ItemTermEnded)
        assert (fact.decision_no, fact.until_on) == ("罚当0001", LAST_DAY)
        assert bureau.item(item).stage is Stage.ENDED

    def test_on_the_last_day(self, bureau: Publisher, penalty: UUID) -> None:
        """
        It is public up to and including its last day.
        """
        item = bureau.publish(penalty).file

        said = {"by": CLOCK, "on": LAST_DAY}
        refusal = bureau.refused("end-publicity", item, **said)

        assert isinstance(refusal, OutOfTime)

    def test_a_tombstone(self, bureau: Publisher, penalty: UUID) -> None:
        """
        What was withdrawn has ended otherwise.
        """
        item = bureau.publish(penalty).file
        bureau.withdraw(item, WithdrawalGround.ENTRY_ERROR)

        said = {"by": CLOCK, "on": LAST_DAY + ONE_DAY}
        refusal = bureau.refused("end-publicity", item, **said)

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "not_public"

    @pytest.mark.procedure("PB-31")
    def test_of_an_imported_record(self) -> None:
        """
        So does what was imported.
        """
        public = Public()
        desk = public.desk
        item = desk.office.file(public.item)
        assert item is not None

        facts = desk.office.perform(
            ACTS["end-publicity"],
            by=CLOCK,
            at=NOW + timedelta(days=400),
            file=item.id,
        )

        (fact,) = facts
        assert isinstance(fact, ItemTermEnded)
        assert (fact.record, fact.penalty) == (public.record, None)
        assert public.stage is Stage.ENDED

    @pytest.mark.procedure("PB-33")
    def test_again_on_the_same_fact(self, bureau: Publisher, penalty: UUID) -> None:
        """
        INV-61: what has ended is not public again on the same source fact (ended).
        """
        item = bureau.publish(penalty).file
        bureau.by_the_clock("end-publicity", item, LAST_DAY + ONE_DAY)

        refusal = bureau.refused_publishing(penalty)

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "ended"

    @pytest.mark.procedure("PB-32")
    def test_again_on_a_new_fact(self, bureau: Publisher, penalty: UUID) -> None:
        """
        INV-61: only a new source fact makes it public again; an error withdrawn and
        the decision corrected, it is, in the same file.
        """
        item = bureau.publish(penalty).file
        bureau.withdraw(item, WithdrawalGround.ENTRY_ERROR)
        corrected = bureau.correct_slip(penalty)

        again = bureau.publish(penalty)

        assert (again.file, again.source_fact) == (item, corrected)
