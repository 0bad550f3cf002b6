"""
A penalty of the body's own, as everybody reads it, finds it, and as its times run.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from domain.audit_trail.file import Breach
from domain.law.credit_classes import CreditClass
from domain.law.penalty_kinds import PenaltyKind
from domain.publication.file import Channel, WithdrawalGround
from domain.values import end_of, start_of
from infra.clock import SetClock
from infra.questions import Ask, Reader
from infra.read_model import ReadModel
from infra.tables_of_rows import Value
from infra.transcoding import write_moment
from projections.breaches import Breaches
from projections.deadlines import Deadlines
from projections.public_changes import PublicChanges
from projections.public_register import PublicRegister
from projections.search import Search
from projections.trace import Trace
from tests.cases.publication.own import (
    DECIDED_ON,
    DUE_ON,
    FELL_ON,
    IN_TIME,
    Publisher,
)
from tests.cases.scene import SIGNER
from tests.contract.projections.readers import ANYBODY, officer_of
from tests.contract.projections.stories import as_recorded

ONE_DAY = timedelta(days=1)
LAST_DAY = date(2027, 5, 11)
NUMBER = "罚当0001"

Row = Mapping[str, Value]


class Told:
    """
    What a bureau did, asked of any read model on any day.
    """

    def __init__(self, folder: Path) -> None:
        """
        Have a penalty decided.
        """
        self.folder = folder
        self.bureau = Publisher(day=DECIDED_ON)
        self.penalty = self.bureau.on_the_spot()

    @property
    def reader(self) -> Reader:
        """
        Somebody of the bureau.
        """
        return officer_of(self.bureau.bureau)

    def model(self, kind: type[ReadModel], today: date | None = None) -> ReadModel:
        """
        Give a read model that was told everything so far.
        """
        facts = as_recorded(self.bureau.office.facts)
        model = kind(self.folder / kind.NAME / str(len(facts)))
        model.apply(facts[model.position :])
        model.clock = SetClock(end_of(today or self.bureau.day))
        return model

    def asks(
        self,
        kind: type[ReadModel],
        question: str,
        /,
        *,
        reader: Reader = ANYBODY,
        today: date | None = None,
        as_of: date | None = None,
        known_at: int | None = None,
        **terms: object,
    ) -> list[Row]:
        """
        Put a question.
        """
        ask = Ask(reader, as_of, known_at)
        return [*self.model(kind, today).answer(question, ask, **terms).rows]

    def register(self, today: date | None = None, **said: object) -> list[Row]:
        """
        Read the public register as anybody, or as somebody.
        """
        return self.asks(PublicRegister, "public-register", today=today, **said)  # type: ignore[arg-type]  # handed through

    def running(self, rule: str, day: date) -> list[Row]:
        """
        List the periods of a rule that run on a day.
        """
        board = {"reader": self.reader, "today": day, "rule": rule}
        return self.asks(Deadlines, "deadlines", **board)  # type: ignore[arg-type]  # handed through

    def due(self, day: date) -> list[tuple[str, UUID]]:
        """
        List what the clock has to do by the end of a day.
        """
        board = self.model(Deadlines)
        assert isinstance(board, Deadlines)
        return [(each.act, each.file) for each in board.due_by(_by(day), 100)]


def _by(day: date) -> str:
    return write_moment(start_of(day + ONE_DAY))


@pytest.fixture
def told(tmp_path: Path) -> Told:
    """A penalty that nobody published yet."""
    return Told(tmp_path)


class TestRegister:
    def test_for_everybody(self, told: Told) -> None:
        """
        安全生产法78(2): who, what and how much, as of an imported one.
        """
        told.bureau.publish(told.penalty)

        (row,) = told.register()

        assert (row["party_name"], row["party_class"]) == ("城东冶炼厂", "unit")
        assert (row["decision_no"], row["fine_fen"]) == (NUMBER, 100_000)
        assert (row["penalty"], row["record"]) == (str(told.penalty), None)
        assert row["authority_name"] == row["source_name"] == "市应急管理局"
        assert (row["stage"], row["objected"]) == ("public", 0)
        assert str(row["violation_fact"]).startswith("=未在有较大危险因素的设备上")

    def test_a_person(self, told: Told) -> None:
        """
        行政处罚法48: of a natural person everything but who it is.
        """
        person = told.bureau.on_the_spot(person=SIGNER, fine_fen=10_000)
        told.bureau.publish(person, social_effect="社会关注")

        (row,) = told.register()

        assert (row["party_name"], row["party_class"]) == ("", "person")
        assert row["enterprise"] is None
        assert SIGNER.text not in str(row)

    def test_as_it_stood_and_was_known(self, told: Told) -> None:
        """
        D13: withdrawn, it stood before, and was known to stand; for the offices, for
        outsiders a tombstone.
        """
        told.bureau.publish(told.penalty)
        known = len(told.bureau.office.facts)
        told.bureau.move_to(FELL_ON)
        told.bureau.change("revoke-decision", told.penalty)
        told.bureau.move_to(IN_TIME)
        item = str(told.bureau.office.facts[known - 1].file)
        told.bureau.withdraw(UUID(item), WithdrawalGround.REVOKED)

        (now,) = told.register()
        (before,) = told.register(as_of=FELL_ON)
        (as_known,) = told.register(known_at=known)

        assert (now["stage"], now["violation_fact"]) == ("withdrawn", None)
        assert (now["withdrawal_ground"], now["reasons"]) == ("revoked", "决定已撤销")
        assert before["stage"] == as_known["stage"] == "public"

    def test_its_term_ended(self, told: Told) -> None:
        """
        公示期: on its last day it is there, on the next its number is left, as the
        clock says.
        """
        item = told.bureau.publish(told.penalty).file
        told.bureau.by_the_clock("end-publicity", item, LAST_DAY + ONE_DAY)
        after = LAST_DAY + ONE_DAY

        (row,) = told.asks(PublicRegister, "publications", penalty=told.penalty)

        assert (row["stage"], row["party_name"]) == ("ended", None)
        assert row["decision_no"] == NUMBER
        assert told.register(after) == []
        (then,) = told.register(after, reader=told.reader, as_of=LAST_DAY)
        assert then["stage"] == "public"

    def test_under_review(self, told: Told) -> None:
        """
        行政复议法42: under review it stays and is remarked.
        """
        item = told.bureau.publish(told.penalty).file
        told.bureau.challenge(told.penalty)
        told.bureau.correct(item)

        (row,) = told.register()

        assert (row["stage"], row["objected"]) == ("public", 1)

    def test_of_one_penalty(self, told: Told) -> None:
        """
        Asked for one penalty, its publications alone.
        """
        told.bureau.publish(told.penalty)
        asked = {"reader": told.reader, "penalty": UUID(int=3)}

        assert told.asks(PublicRegister, "publications", **asked) == []  # type: ignore[arg-type]  # handed through


class TestFound:
    def test_by_everybody(self, told: Told) -> None:
        """
        安全生产法78(2): found by name and number of the decision.
        """
        item = str(told.bureau.publish(told.penalty).file)

        for words in ("城东冶炼厂", NUMBER):
            rows = told.asks(Search, "search", words=words)
            assert item in {row["file"] for row in rows}

    def test_traced(self, told: Told) -> None:
        """
        The publication stands in the thread of the penalty; everybody reads what is
        public there, and no more.
        """
        told.bureau.publish(told.penalty)
        thread = told.bureau.penalty(told.penalty).thread

        outside = told.asks(Trace, "trace", thread=thread)
        inside = told.asks(Trace, "trace", thread=thread, reader=told.reader)

        assert [row["topic"] for row in outside] == ["publication.item-published.v1"]
        assert len(inside) > len(outside)


class TestChanges:
    def test_newest_change(self, told: Told) -> None:
        """
        INV-61: what everybody is told of it, once, where its newest change stands.
        """
        item = told.bureau.publish(told.penalty).file
        (public,) = told.asks(PublicChanges, "publication-changes", after=0)
        told.bureau.challenge(told.penalty)
        told.bureau.correct(item)
        (remarked,) = told.asks(PublicChanges, "publication-changes", after=0)
        told.bureau.withdraw(item, WithdrawalGround.ENTRY_ERROR)
        (gone,) = told.asks(PublicChanges, "publication-changes", after=0)

        assert (public["change"], public["objected"]) == ("published", 0)
        assert (remarked["change"], remarked["objected"]) == ("corrected", 1)
        assert (gone["change"], gone["party_name"]) == ("withdrawn", None)
        assert public["position"] < remarked["position"] < gone["position"]  # type: ignore[operator]  # whole numbers

    def test_what_is_not_public(self, told: Told) -> None:
        """
        政府信息公开条例14: what is overdue or kept back is no news.
        """
        after = DUE_ON + ONE_DAY
        told.bureau.by_the_clock("mark-publication-overdue", told.penalty, after)

        assert told.asks(PublicChanges, "publication-changes", reader=told.reader) == []

    def test_from_both_sides(self, told: Told) -> None:
        """
        After a position the oldest change first, before one the newest.
        """
        for channel in Channel:
            told.bureau.publish(told.penalty, channel=channel)
        question = "publication-changes"
        last = len(told.bureau.office.facts)

        later = told.asks(PublicChanges, question, after=0)
        newest = told.asks(PublicChanges, question)
        before = told.asks(PublicChanges, question, before=last)

        assert [row["position"] for row in later] == [last - 1, last]
        assert [row["position"] for row in newest] == [last, last - 1]
        assert [row["position"] for row in before] == [last - 1]


class TestTimes:
    def test_until_it_is_public(self, told: Told) -> None:
        """
        安全生产法78(2): seven working days run until the own site has it; the credit
        platform does not answer them.
        """
        rule = "PN.publish.when"
        told.bureau.publish(told.penalty, channel=Channel.CREDIT_PLATFORM)
        (row,) = told.running(rule, DUE_ON)
        assert row["last_on"] == DUE_ON.isoformat()
        assert ("mark-publication-overdue", told.penalty) in told.due(DUE_ON)

        told.bureau.publish(told.penalty)

        assert told.running(rule, DUE_ON) == []
        assert ("mark-publication-overdue", told.penalty) not in told.due(DUE_ON)

    def test_overdue(self, told: Told) -> None:
        """
        Marked, it is a breach that the body sees; the clock has no more to do, and the
        time is late until it is public.
        """
        after = DUE_ON + ONE_DAY
        told.bureau.by_the_clock("mark-publication-overdue", told.penalty, after)

        (breach,) = told.asks(Breaches, "breaches", reader=told.reader)

        assert breach["breach"] == Breach.NOT_PUBLISHED.code
        assert breach["about"] == str(told.penalty)
        assert ("mark-publication-overdue", told.penalty) not in told.due(after)
        assert len(told.running("PN.publish.when", after)) == 1

    def test_end_of_the_term(self, told: Told) -> None:
        """
        公示期: the clock ends what is public after its last day; what was withdrawn it
        leaves alone.
        """
        item = told.bureau.publish(told.penalty).file
        assert ("end-publicity", item) not in told.due(LAST_DAY - ONE_DAY)
        assert ("end-publicity", item) in told.due(LAST_DAY)

        told.bureau.withdraw(item, WithdrawalGround.ENTRY_ERROR)

        assert ("end-publicity", item) not in told.due(LAST_DAY)

    def test_a_term_that_changed(self, told: Told) -> None:
        """
        Of another class it ends on another day.
        """
        item = told.bureau.publish(told.penalty).file
        told.bureau.correct(item, class_ground="巨额", credit_class=CreditClass.SERIOUS)

        assert ("end-publicity", item) not in told.due(LAST_DAY)
        assert ("end-publicity", item) in told.due(date(2029, 5, 11))

    def test_for_the_offices(self, told: Told) -> None:
        """
        What is public is for everybody, when it ends is on the board of its own body
        alone.
        """
        told.bureau.publish(told.penalty)
        other = officer_of(told.bureau.other_bureau)

        assert told.running("TS.keep", FELL_ON)
        assert told.asks(Deadlines, "deadlines", reader=other, rule="TS.keep") == []

    def test_to_withdraw(self, told: Told) -> None:
        """
        行政处罚法48(2): three working days from the change, until it is withdrawn on
        every channel.
        """
        rule = "PN.publish.withdraw"
        items = [told.bureau.publish(told.penalty, channel=c).file for c in Channel]
        told.bureau.move_to(FELL_ON)
        told.bureau.change("revoke-decision", told.penalty)
        (row,) = told.running(rule, FELL_ON)
        assert row["last_on"] == IN_TIME.isoformat()

        told.bureau.withdraw(items[0], WithdrawalGround.REVOKED)
        assert len(told.running(rule, FELL_ON)) == 1
        told.bureau.withdraw(items[1], WithdrawalGround.REVOKED)

        assert told.running(rule, FELL_ON) == []

    def test_nothing_to_withdraw(self, told: Told) -> None:
        """
        Of what was never public nothing is withdrawn.
        """
        told.bureau.move_to(FELL_ON)
        told.bureau.change("revoke-decision", told.penalty)

        assert told.running("PN.publish.withdraw", FELL_ON) == []

    def test_left_public(self, told: Told) -> None:
        """
        行政处罚法48(2): the clock has it flagged at the end of the third working day; a
        second change gives no more time, and flagged, it is late until it is withdrawn.
        """
        rule, flag = "PN.publish.withdraw", ("flag-not-withdrawn", told.penalty)
        item = told.bureau.publish(told.penalty).file
        told.bureau.move_to(FELL_ON)
        kept = {"kinds": (PenaltyKind.FINE,), "fine_fen": 50_000}
        told.bureau.change("vary-decision", told.penalty, **kept)
        told.bureau.change("revoke-decision", told.penalty, effective_on=IN_TIME)
        assert flag not in told.due(IN_TIME - ONE_DAY)
        assert flag in told.due(IN_TIME)

        after = IN_TIME + ONE_DAY
        told.bureau.by_the_clock(flag[0], told.penalty, after)

        (breach,) = told.asks(Breaches, "breaches", reader=told.reader)
        assert breach["breach"] == Breach.NOT_WITHDRAWN.code
        assert flag not in told.due(after)
        assert len(told.running(rule, after)) == 1
        told.bureau.withdraw(item, WithdrawalGround.REVOKED)
        assert told.running(rule, after) == []

    def test_ended_meanwhile(self, told: Told) -> None:
        """
        What ended with its term is not withdrawn, and asks nothing of the clock.
        """
        item = told.bureau.publish(told.penalty).file
        told.bureau.move_to(LAST_DAY)
        told.bureau.change("revoke-decision", told.penalty, effective_on=LAST_DAY)
        assert told.running("PN.publish.withdraw", LAST_DAY)

        told.bureau.by_the_clock("end-publicity", item, LAST_DAY + ONE_DAY)

        assert told.running("PN.publish.withdraw", LAST_DAY) == []
        assert "flag-not-withdrawn" not in dict(told.due(LAST_DAY + 30 * ONE_DAY))
