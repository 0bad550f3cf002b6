"""
Entries of the lists, as everybody reads and finds them, and as their times run.
"""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from domain.printed import ListColour
from domain.publication.file import Stage, WithdrawalGround
from domain.values import end_of
from infra.clock import SetClock
from infra.questions import Ask, Reader
from infra.read_model import ReadModel
from infra.tables_of_rows import Value
from projections.announcements import Announcements
from projections.black_list import BlackList
from projections.deadlines import Deadlines
from projections.public_changes import Change, PublicChanges
from projections.public_register import PublicRegister
from projections.red_list import RedList
from projections.search import Search
from services.disclosure.entries import Entry as FeedEntry
from tests.cases.publication.entries import DUE_ON, LISTED_ON, PublicLists
from tests.contract.projections.readers import ANYBODY, officer_of
from tests.contract.projections.stories import as_recorded

Row = Mapping[str, Value]


class Read:
    """
    What a bureau did, asked of any read model.
    """

    def __init__(self, folder: Path) -> None:
        """
        Begin with nothing listed.
        """
        self.folder = folder
        self.lists = PublicLists("000")

    @property
    def reader(self) -> Reader:
        """
        Somebody of the bureau.
        """
        return officer_of(self.lists.bureau)

    def asks(
        self,
        kind: type[ReadModel],
        question: str,
        *,
        reader: Reader = ANYBODY,
        on: date | None = None,
        known_at: int | None = None,
        **terms: object,
    ) -> list[Row]:
        """
        Put a question.
        """
        facts = as_recorded(self.lists.office.facts)
        model = kind(self.folder / kind.NAME / str(len(facts)))
        model.apply(facts[model.position :])
        model.clock = SetClock(end_of(self.lists.day))
        return [*model.answer(question, Ask(reader, on, known_at), **terms).rows]

    def black(self, **said: object) -> list[Row]:
        """
        Read the black list, as anybody unless somebody is named.
        """
        return self.asks(BlackList, "black-list", **said)  # type: ignore[arg-type]  # handed through

    def red(self, **said: object) -> list[Row]:
        """
        Read the red list likewise.
        """
        return self.asks(RedList, "red-list", **said)  # type: ignore[arg-type]  # handed through


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """A bureau that has listed nobody yet."""
    return Read(tmp_path)


class TestBlackList:
    def test_public_once_published(self, read: Read) -> None:
        """
        Whoever is listed is on the list of the offices; on everybody's once published,
        by name, and not as it was known before.
        """
        entry = read.lists.listed()
        assert read.black() == []
        assert len(read.black(reader=read.reader)) == 1
        known = len(read.lists.office.facts)
        read.lists.pass_days(3)
        read.lists.show(entry)

        (row,) = read.black()
        assert row["party_name"]
        assert row["listed_on"] == LISTED_ON.isoformat()
        assert len(read.black(on=LISTED_ON)) == 1
        assert read.black(known_at=known) == []

    def test_gone_with_the_entry(self, read: Read) -> None:
        """
        INV-40: once the entry is over nobody outside reads of it, on whatever day and
        as known whenever; the offices do.
        """
        entry = read.lists.listed()
        read.lists.show(entry)
        known = len(read.lists.office.facts)
        read.lists.pass_days(5)
        read.lists.take_back(entry)

        assert read.black() == []
        assert read.black(on=LISTED_ON, known_at=known) == []
        assert len(read.black(on=LISTED_ON, reader=read.reader)) == 1
        assert read.black(reader=read.reader) == []

    def test_a_person_is_not_named(self, read: Read) -> None:
        """
        行政处罚法48: what everybody reads of a person has no name.
        """
        read.lists.show(read.lists.listed_person(), social_effect="社会影响大")

        facts = as_recorded(read.lists.office.facts)
        model = BlackList(read.folder / "named")
        model.apply(facts)
        page = model.answer("black-list", Ask(ANYBODY))

        (row,) = page.rows
        assert row["party_name"] == ""
        assert page.entitled == (False,)
        kinds = {column.name: column.kind for column in page.columns}
        assert kinds["person"] == "personal"


class TestRedList:
    def test_by_day(self, read: Read) -> None:
        """
        From the decision to the last day, or to the day on which it was left.
        """
        entry = read.lists.red()
        assert read.red() == []
        read.lists.show(entry)
        assert [row["until_on"] for row in read.red()] == ["2029-03-02"]
        own = {"reader": read.reader}
        assert read.red(on=date(2026, 3, 1), **own) == []
        assert len(read.red(on=date(2029, 3, 2), **own)) == 1
        assert read.red(on=date(2029, 3, 3), **own) == []
        read.lists.pass_days(9)
        said = {"by": read.lists.chief, "reasons": "受到行政处罚"}
        read.lists.do("remove-red-entry", entry, **said)

        assert read.red() == []
        assert read.red(**own) == []
        assert len(read.red(on=LISTED_ON, **own)) == 1


class TestPublications:
    def test_among_publications_not_penalties(self, read: Read) -> None:
        """
        The register is of penalties; a list entry stands among the publications.
        """
        entry = read.lists.listed()
        read.lists.show(entry)

        assert read.asks(PublicRegister, "public-register") == []
        (row,) = read.asks(PublicRegister, "publications", entry=entry)
        assert row["colour"] == ListColour.BLACK.code
        assert row["list_ground"] == "l7_1"

    def test_tombstone(self, read: Read) -> None:
        """
        INV-61: withdrawn with the entry, it stays with ground and reasons.
        """
        entry = read.lists.listed()
        read.lists.show(entry)
        read.lists.take_back(entry)

        (row,) = read.asks(PublicRegister, "publications", entry=entry)
        (change,) = read.asks(PublicChanges, "publication-changes", after=0)

        assert row["stage"] == Stage.WITHDRAWN.code
        assert row["list_ground"] is None
        assert change["change"] == Change.WITHDRAWN.code
        assert change["withdrawal_ground"] == WithdrawalGround.LISTING_REVOKED.code
        assert (change["party_name"], change["colour"]) == (None, None)

    def test_told_in_the_feed(self, read: Read) -> None:
        """
        Who follows the feed is told who is on which list, on what ground, until when.
        """
        read.lists.show(read.lists.listed())

        (row,) = read.asks(PublicChanges, "publication-changes", after=0)

        told = FeedEntry(row)
        assert str(row["party_name"]) in told.title
        assert "2026-03-02列入严重失信主体名单" in told.summary
        assert "公示期至2029-03-02" in told.summary
        assert told.fields["colour"] == "black"

    def test_removed_early(self, read: Read) -> None:
        """
        INV-40: of an entry removed early only the number is left, at once.
        """
        entry = removed_in_public(read)

        (row,) = read.asks(PublicRegister, "publications", entry=entry)
        (change,) = read.asks(PublicChanges, "publication-changes", after=0)

        assert row["stage"] == Stage.REPAIRED.code
        assert row["party_name"] is None
        assert change["change"] == Change.ENDED.code
        assert (change["party_name"], change["public_until"]) == (None, None)

    def test_found_while_it_stands(self, read: Read) -> None:
        """
        Everybody finds a listed party by its name, until the entry is over.
        """
        entry = removed_in_public(read, stop=True)
        (row,) = read.black()
        name = str(row["party_name"])
        assert found(read, name)

        read.lists.remove(entry)

        assert found(read, name) == []


def removed_in_public(read: Read, *, stop: bool = False) -> UUID:
    """Have an entry published, and removed early, or ready to be."""
    penalty = read.lists.on_the_spot()
    read.lists.pay(penalty, 1000)
    entry = read.lists.listed(penalty)
    read.lists.show(entry)
    read.lists.taken_up(entry)
    if not stop:
        read.lists.remove(entry)
    return entry


def found(read: Read, words: str) -> list[Row]:
    """Search for publications as anybody does."""
    rows = read.asks(Search, "search", words=words)
    return [row for row in rows if row["kind_of_file"] == "publication"]


class TestTime:
    def test_runs_until_it_is_public(self, read: Read) -> None:
        """
        SD.publish: twenty working days, met by the publication on whichever channel.
        """
        entry = read.lists.listed()

        (row,) = times(read)
        assert row["last_on"] == DUE_ON.isoformat()
        read.lists.show(entry)

        assert times(read) == []

    def test_ends_with_the_entry(self, read: Read) -> None:
        """
        What does not stand any more is not to be published.
        """
        entry = read.lists.listed()

        read.lists.take_back(entry)

        assert times(read) == []


def times(read: Read) -> list[Row]:
    """List the times to publish an entry that run."""
    said = {"reader": read.reader, "rule": "SD.publish"}
    return read.asks(Deadlines, "deadlines", **said)  # type: ignore[arg-type]  # handed through


class TestAnnouncements:
    def test_read_by_everybody(self, read: Read) -> None:
        """
        吉政发〔2018〕26号(九): each entry of an announcement, of the list asked for.
        """
        item = read.lists.show(read.lists.listed()).file
        read.lists.announce(item)

        (row,) = read.asks(Announcements, "list-announcements")

        assert row["publication"] == str(item)
        assert row["since_on"] == LISTED_ON.isoformat()
        red = {"colour": ListColour.RED}
        assert read.asks(Announcements, "list-announcements", **red) == []  # type: ignore[arg-type]  # handed through
