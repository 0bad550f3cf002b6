"""
The public register: what everybody reads of a penalty, on any day.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from domain.imported_record.changes import Field
from domain.law.credit_classes import CreditClass
from domain.printed import SourceStatus
from domain.publication.file import Channel, PublicText, WithdrawalGround
from domain.values import day_of, end_of
from infra.clock import SetClock
from infra.questions import Ask, Reader
from infra.tables_of_rows import Value
from projections.public_register import TEXTS, PublicRegister
from tests.cases.imported import FINED, NOW, NUMBER
from tests.cases.published import WORKS, Public
from tests.contract.projections.readers import ANYBODY, officer_of
from tests.contract.projections.stories import as_recorded, fed

TODAY = day_of(NOW)
#: One year from the decision: the longest term of a general breach.
LAST_DAY = date(2027, 5, 20)
ONE_DAY = timedelta(days=1)


class Shown:
    """
    A penalty that is public, and what the register shows of it.
    """

    def __init__(self, folder: Path) -> None:
        """
        Publish it.
        """
        self.folder = folder
        self.public = Public()
        self.today = TODAY

    def rows(
        self,
        day: date | None = TODAY,
        question: str = "public-register",
        reader: Reader = ANYBODY,
        **terms: object,
    ) -> tuple[Mapping[str, Value], ...]:
        """
        Ask as anybody may, or as somebody.
        """
        facts = as_recorded(self.public.desk.office.facts)
        place = self.folder / f"{len(facts)}"
        model = fed(PublicRegister.NAME, place, facts, batch=1000)
        model.clock = SetClock(end_of(self.today))
        found = model.answer(question, Ask(reader, day), **terms).rows
        model.close()
        return found

    @property
    def row(self) -> Mapping[str, Value]:
        """
        The one row that stands today.
        """
        (row,) = self.rows()
        return row


@pytest.fixture
def shown(tmp_path: Path) -> Shown:
    """
    A penalty that is public.
    """
    return Shown(tmp_path)


class TestPublished:
    def test_for_everybody(self, shown: Shown) -> None:
        """
        安全生产法78(2): who, what, how much and until when, for whoever asks.
        """
        row = shown.row

        assert (row["party_name"], row["uscc"]) == (WORKS.name, WORKS.uscc)
        assert (row["decision_no"], row["fine_fen"]) == (NUMBER, FINED)
        assert (row["stage"], row["credit_class"]) == ("public", "general")
        assert row["published_on"] == TODAY.isoformat()

    def test_not_before_its_day(self, shown: Shown) -> None:
        """
        It stands from the day on which it was made public.
        """
        assert shown.rows(TODAY - ONE_DAY) == ()

    def test_last_day(self, shown: Shown) -> None:
        """
        It is shown up to and including the last day of its term.
        """
        assert shown.row["public_until"] == LAST_DAY.isoformat()
        assert len(shown.rows(LAST_DAY)) == 1
        assert shown.rows(LAST_DAY + ONE_DAY) == ()

    @pytest.mark.parametrize(
        ("words", "count"),
        [(WORKS.name[2:4], 1), (WORKS.uscc, 1), (NUMBER, 1), ("没有这家", 0), ("", 1)],
    )
    def test_by_words(self, shown: Shown, words: str, count: int) -> None:
        """
        Found by a part of the name, the code or the number of the decision.
        """
        assert len(shown.rows(words=words)) == count

    def test_by_enterprise_and_channel(self, shown: Shown) -> None:
        """
        Narrowed to an enterprise or a channel, it lists that one's alone.
        """
        enterprise = UUID(str(shown.row["enterprise"]))

        assert shown.rows(enterprise=enterprise, channel=Channel.OWN_SITE)
        assert shown.rows(enterprise=UUID(int=5)) == ()
        assert shown.rows(channel=Channel.CREDIT_PLATFORM) == ()


class TestCorrected:
    def test_what_its_source_corrected(self, shown: Shown) -> None:
        """
        行政处罚法48: what is right is shown from now on, with the reason.
        """
        shown.public.corrects_record(field=Field.FINE_FEN, new_fen=100)
        shown.public.corrects()

        row = shown.row
        assert (row["fine_fen"], row["reasons"]) == (100, "更正")
        assert row["corrected_on"] == TODAY.isoformat()

    def test_class_and_term(self, shown: Shown) -> None:
        """
        Of another class it is shown for the term of that class.
        """
        shown.public.corrects(credit_class=CreditClass.SERIOUS, class_ground="严重")

        row = shown.row
        assert row["credit_class"] == "serious"
        assert row["public_until"] == date(2029, 5, 20).isoformat()

    def test_a_text_that_is_hidden(self, shown: Shown) -> None:
        """
        政府信息公开条例15: a text that is hidden later is shown no more.
        """
        before = shown.row["violation_fact"]
        shown.public.corrects(hide=(PublicText.VIOLATION_FACT,))

        row = shown.row
        assert before
        assert row["violation_fact"] is None
        assert row["penalty_content"] is not None


class TestWithdrawn:
    def test_a_tombstone(self, shown: Shown) -> None:
        """
        行政处罚法48(2): number, party and reasons stay; what was held against it goes.
        """
        shown.public.states(SourceStatus.WITHDRAWN)
        shown.public.withdraws(WithdrawalGround.REVOKED)

        row = shown.row
        assert (row["stage"], row["withdrawal_ground"]) == ("withdrawn", "revoked")
        assert (row["decision_no"], row["reasons"]) == (NUMBER, "处罚决定已撤销")
        assert row["withdrawn_on"] == TODAY.isoformat()
        gone = (*TEXTS, "fine_fen", "confiscated_fen", "kinds")
        assert [row[name] for name in gone] == [None] * len(gone)


class TestEnded:
    def test_by_the_clock(self, shown: Shown) -> None:
        """
        Without a day asked for, today decides: up to the last day, and no longer.
        """
        shown.today = LAST_DAY
        assert len(shown.rows(None)) == 1

        shown.today += ONE_DAY
        assert shown.rows(None) == ()

    def test_what_remains(self, shown: Shown) -> None:
        """
        Of the publication its number, its end and its publisher are left, no text.
        """
        shown.today = LAST_DAY + ONE_DAY
        (row,) = shown.rows(None, question="publications")

        assert (row["stage"], row["decision_no"]) == ("ended", NUMBER)
        assert row["public_until"] == LAST_DAY.isoformat()
        gone = (*TEXTS, "party_name", "uscc", "enterprise", "kinds", "fine_fen")
        assert [row[name] for name in gone] == [None] * len(gone)

    def test_until_then_whole(self, shown: Shown) -> None:
        """
        On its last day a publication is as it was.
        """
        shown.today = LAST_DAY
        (row,) = shown.rows(None, question="publications")

        assert (row["stage"], row["party_name"]) == ("public", WORKS.name)

    @pytest.mark.parametrize("question", ["public-register", "publications"])
    def test_no_way_back_for_outsiders(self, shown: Shown, question: str) -> None:
        """
        Whoever asks for an earlier day afterwards reads no more than today's; the
        offices read what stood then.
        """
        shown.today = LAST_DAY + ONE_DAY
        office = officer_of(shown.public.desk.city)

        outside = shown.rows(LAST_DAY, question=question)
        (inside,) = shown.rows(LAST_DAY, question=question, reader=office)

        assert [row["party_name"] for row in outside] in ([], [None])
        assert inside["party_name"] == WORKS.name

    def test_withdrawn_before(self, shown: Shown) -> None:
        """
        A tombstone stays one, and loses its reasons with its term.
        """
        shown.public.states(SourceStatus.WITHDRAWN)
        shown.public.withdraws(WithdrawalGround.REVOKED)
        shown.today = LAST_DAY + ONE_DAY

        (row,) = shown.rows(None, question="publications")
        assert (row["stage"], row["reasons"]) == ("withdrawn", None)
        assert shown.rows(None) == ()
