"""
The inbox of referrals: who sees one from when, how it stands, whose clocks run.
"""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from domain.base import Actor, Audience, Role
from domain.referral.choices import FilingGround, Outcome
from domain.values import end_of
from infra.questions import Ask, Reader
from infra.tables_of_rows import Value
from infra.transcoding import write_moment
from projections.deadlines import Deadlines
from projections.referrals import Referrals
from tests.cases.referral.justice import Justice
from tests.cases.scene import MONDAY
from tests.contract.projections.stories import as_recorded

CLOCK = Actor(Role.CLOCK)
SUMMER = date(2026, 8, 3)


@pytest.fixture
def justice() -> Justice:
    """A bureau in Xinzhou, and whom it refers to."""
    return Justice("001")


def inbox(
    justice: Justice, folder: Path, actor: Actor, **terms: object
) -> list[Mapping[str, Value]]:
    """
    Ask for the referrals as somebody.
    """
    model = Referrals(folder)
    model.apply(as_recorded(justice.office.facts))
    assert actor.body is not None
    reader = Reader(
        actor.role,
        body=actor.body,
        bodies=frozenset({actor.body}),
        audiences=frozenset({Audience.PUBLIC, Audience.OFFICE}),
    )
    page = model.answer("referrals", Ask(reader, limit=100), **terms)
    model.close()
    return list(page.rows)


def due(justice: Justice, folder: Path) -> list[tuple[str, str]]:
    """
    List what the clock has to flag long after.
    """
    board = Deadlines(folder)
    board.apply(as_recorded(justice.office.facts))
    found = board.due_by(write_moment(end_of(SUMMER)))
    board.close()
    return [(each.act, each.rule) for each in found if each.act.startswith("flag-ref")]


def copies(justice: Justice, folder: Path) -> list[tuple[object, ...]]:
    """The copies to the procuratorate that are waited for: since when, until when."""
    board = Deadlines(folder)
    board.apply(as_recorded(justice.office.facts))
    reader = Reader(
        Role.OFFICER,
        body=justice.bureau,
        bodies=frozenset({justice.bureau}),
        audiences=frozenset({Audience.OFFICE}),
    )
    page = board.answer("deadlines", Ask(reader, limit=100), rule="RF.copy")
    board.close()
    names = ("waiting_since", "last_on", "last_at")
    return [tuple(row[name] for name in names) for row in page.rows]


class TestWhoSeesIt:
    def test_from_the_hand_over_on(self, justice: Justice, tmp_path: Path) -> None:
        """
        D21: police, procuratorate and court see it from the fact that hands it to them.
        """
        referral = justice.to_be_transferred()
        everyone = (justice.police, justice.procurator, justice.judge)
        assert [inbox(justice, tmp_path / "a", each) for each in everyone] == [[]] * 3

        justice.deliver(referral)

        (row,) = inbox(justice, tmp_path / "b", justice.police)
        assert row["id"] == str(referral)
        assert inbox(justice, tmp_path / "c", justice.procurator) == []
        justice.copy(referral)
        assert inbox(justice, tmp_path / "d", justice.procurator)
        assert inbox(justice, tmp_path / "e", justice.judge) == []

    def test_never_other_police(self, justice: Justice, tmp_path: Path) -> None:
        """
        D21: nor anybody to whom it was not handed.
        """
        justice.received()

        assert inbox(justice, tmp_path, justice.other_police) == []


class TestClocks:
    def test_of_both_sides(self, justice: Justice, tmp_path: Path) -> None:
        """
        PROCEDURE 2.4: the copy is the sender's, the receipt the police's, and next.
        """
        justice.transferred()

        (row,) = inbox(justice, tmp_path, justice.officer())

        assert (row["our_rule"], row["their_rule"]) == ("RF.copy", "RF.receipt")
        assert row["our_last_at"] is None
        assert row["their_last_at"] is not None
        assert (row["stage"], row["next_step"]) == ("transferred", "receive")

    def test_after_the_receipt(self, justice: Justice, tmp_path: Path) -> None:
        """
        公通字〔2015〕32号: the time whose ground was recorded, and no other.
        """
        referral = justice.transferred()
        justice.copy(referral)
        justice.do(
            "receive-referral",
            referral,
            by=justice.police,
            filing_ground=FilingGround.TO_VERIFY,
            reason="线索不清",
        )

        (row,) = inbox(justice, tmp_path, justice.police)

        assert (row["our_rule"], row["their_rule"]) == (None, "RF.filing.check")
        assert row["their_last_at"] == write_moment(end_of(date(2026, 3, 9)))
        assert row["received_at"] is not None

    def test_none_once_it_is_closed(self, justice: Justice, tmp_path: Path) -> None:
        """
        PROCEDURE 2.4: a referral that ended waits for nobody.
        """
        referral = justice.declined()
        justice.do(
            "resume-after-refusal", referral, by=justice.chief, reasons="认可公安意见"
        )

        (row,) = inbox(justice, tmp_path / "a", justice.officer())

        assert (row["our_rule"], row["their_rule"]) == (None, None)
        assert row["next_step"] == "nothing"
        assert inbox(justice, tmp_path / "b", justice.officer(), still_open=True) == []


class TestFlags:
    def test_withheld_shows(self, justice: Justice, tmp_path: Path) -> None:
        """
        INV-01: the flag stands on the row, whatever follows.
        """
        referral = justice.reported_crime()
        assert due(justice, tmp_path / "a") == [("flag-referral-withheld", "RF.decide")]
        justice.do("flag-referral-withheld", referral, by=CLOCK, on=SUMMER)
        assert due(justice, tmp_path / "b") == []
        justice.decide(referral, Outcome.NOT_A_CRIME, reasons="没有达到立案标准")

        (row,) = inbox(justice, tmp_path / "c", justice.officer(), withheld=True)

        assert row["id"] == str(referral)

    def test_the_clock_has_what_is_late(self, justice: Justice, tmp_path: Path) -> None:
        """
        INV-03: receipt, copy and answer are the clock's to flag, each once.
        """
        referral = justice.transferred()
        assert due(justice, tmp_path / "a") == [
            ("flag-referral-delay", "RF.copy"),
            ("flag-referral-delay", "RF.receipt"),
            ("flag-referral-delay", "RF.filing"),
        ]

        justice.do("flag-referral-delay", referral, by=CLOCK, on=SUMMER)

        assert due(justice, tmp_path / "b") == []

    def test_the_copy_is_waited_for(self, justice: Justice, tmp_path: Path) -> None:
        """
        应急〔2019〕54号8: it goes with the transfer, and that is no number of days: it
        shows its age until it is met, also once the clock has flagged it.
        """
        referral = justice.transferred()
        sent = copies(justice, tmp_path / "a")
        justice.do("flag-referral-delay", referral, by=CLOCK, on=date(2026, 3, 3))
        flagged = copies(justice, tmp_path / "b")
        justice.copy(referral)

        assert sent == flagged == [(MONDAY.isoformat(), None, None)]
        assert copies(justice, tmp_path / "c") == []

    def test_the_team_is_waited_for(self, justice: Justice, tmp_path: Path) -> None:
        """
        国务院令310号5: at once has no day, only the day since which it waits.
        """
        referral: UUID = justice.suspected()
        board = Deadlines(tmp_path)
        board.apply(as_recorded(justice.office.facts))
        assert justice.officer().body is not None
        reader = Reader(
            Role.OFFICER,
            body=justice.bureau,
            bodies=frozenset({justice.bureau}),
            audiences=frozenset({Audience.OFFICE}),
        )

        page = board.answer("deadlines", Ask(reader, limit=100), rule="RF.team")

        (row,) = page.rows
        assert (row["file"], row["last_on"]) == (str(referral), None)
        board.close()
