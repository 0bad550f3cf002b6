"""
The black list by day: from the listing to the end of the term, or to the removal.
"""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from domain.base import Role
from domain.imported_record.acts import record_imported_status
from domain.printed import (
    ListGeneration,
    ListTexts,
    PrintedListEntry,
    SourceStatus,
    StatedStatus,
)
from domain.procedures.importing import record_imported_list_entry
from domain.procedures.linking import link_party, unlink_party
from domain.refusals import NotCompetent
from domain.values import Personal
from infra.questions import Ask
from infra.read_model import ReadModel
from infra.tables_of_rows import Value
from projections.black_list import BlackList
from tests import controls
from tests.cases.imported import ImportOffice, import_office, unit
from tests.contract.projections.readers import ANYBODY, officer_of
from tests.contract.projections.stories import as_recorded, fed

WORKS, FOUNDRY = controls.CHEMICAL_WORKS, controls.FOUNDRY

LISTED_ON = date(2024, 3, 1)
LAST_DAY = date(2027, 3, 1)
BEFORE, AFTER = date(2024, 2, 29), date(2027, 3, 2)
REMOVED_ON = date(2025, 3, 3)


class Listed:
    """
    An enterprise that was imported from a published list, and the list by day.
    """

    def __init__(self, folder: Path) -> None:
        """
        Begin with an enterprise and no entry.
        """
        self.folder = folder
        self.desk: ImportOffice = import_office()
        self.works = self.desk.enterprise(WORKS)
        self.foundry = self.desk.enterprise(FOUNDRY)

    def enters(
        self,
        firm: controls.Firm = WORKS,
        generation: ListGeneration = ListGeneration.ORDER_11,
        *,
        listed_on: date | None = LISTED_ON,
        **more: object,
    ) -> UUID:
        """
        Import an entry.
        """
        removed = more.pop("removed_on", None)
        assert removed is None or isinstance(removed, date)
        row = self.desk.row(
            unit(firm, **more),
            entry=PrintedListEntry(generation, listed_on=listed_on, removed_on=removed),
            list_texts=ListTexts(listed_reason=Personal("发生较大生产安全事故")),
        )
        del row["penalty"], row["texts"]
        facts = self.desk.does(record_imported_list_entry, by=self.desk.importer, **row)
        return facts[0].file

    def states(
        self, record: UUID, status: SourceStatus, on: date | None = None
    ) -> None:
        """
        Record what the source says later.
        """
        self.desk.does(
            record_imported_status,
            by=self.desk.importer,
            on=record,
            stated=StatedStatus(status, on),
        )

    def unlinks(self, record: UUID) -> None:
        """
        Take a link back.
        """
        by = self.desk.actor(Role.CLERK)
        self.desk.does(unlink_party, by=by, on=record, grounds="同名")

    def links(self, record: UUID, enterprise: UUID) -> None:
        """
        Say whose an entry is.
        """
        by = self.desk.actor(Role.CLERK)
        self.desk.does(
            link_party, by=by, on=record, enterprise=enterprise, grounds="来函"
        )

    @property
    def model(self) -> ReadModel:
        """
        The read model of everything that happened.
        """
        facts = as_recorded(self.desk.office.facts)
        folder = self.folder / str(len(facts))
        return fed(BlackList.NAME, folder, facts, batch=1000)

    def rows(
        self, day: date, *, known_at: int | None = None, of: UUID | None = None
    ) -> tuple[Mapping[str, Value], ...]:
        """
        Ask who is on the list on a day, as an officer of the importing bureau.

        Args:
            day: The day.
            known_at: As known at which position.
            of: Only this enterprise.
        """
        ask = Ask(officer_of(self.desk.city), day, known_at)
        model = self.model
        found = model.answer("black-list", ask, enterprise=of).rows
        model.close()
        return found

    def on(self, *days: date, of: UUID | None = None) -> list[bool]:
        """
        Say whether anybody, or one enterprise, is on the list, day by day.
        """
        return [bool(self.rows(day, of=of)) for day in days]


@pytest.fixture
def listed(tmp_path: Path) -> Listed:
    """
    A register with an import under way.
    """
    return Listed(tmp_path)


class TestTerm:
    def test_first_and_last_day(self, listed: Listed) -> None:
        """
        On the list from the day of the listing to the last day of three years, both
        inclusive (应急管理部令11号13).
        """
        listed.enters()

        assert listed.on(BEFORE, LISTED_ON) == [False, True]
        assert listed.on(LAST_DAY, AFTER) == [True, False]

    def test_the_last_day_that_is_shown(self, listed: Listed) -> None:
        """
        The last day that the list shows is the last on which the entry stands.
        """
        listed.enters()

        (row,) = listed.rows(LAST_DAY)
        assert row["until_on"] == LAST_DAY.isoformat()

    def test_under_the_old_notice(self, listed: Listed) -> None:
        """
        An entry under the old notice ran one year (安监总办〔2017〕49号).
        """
        listed.enters(generation=ListGeneration.NOTICE_49, listed_on=date(2019, 6, 10))

        days = date(2019, 6, 10), date(2020, 6, 10), date(2020, 6, 11)
        assert listed.on(*days) == [True, True, False]


class TestRemoval:
    def test_in_the_row(self, listed: Listed) -> None:
        """
        From the day of the removal that the row states it stands no more.
        """
        listed.enters(removed_on=REMOVED_ON)

        assert listed.on(date(2025, 3, 2), REMOVED_ON) == [True, False]

    def test_stated_later(self, listed: Listed) -> None:
        """
        A removal that is stated later ends it on its day, not on that of the recording.
        """
        record = listed.enters()
        listed.states(record, SourceStatus.REMOVED, REMOVED_ON)

        assert listed.on(date(2025, 3, 2), REMOVED_ON) == [True, False]

    def test_without_a_day(self, listed: Listed) -> None:
        """
        Without a day it ends on the day on which the statement was recorded.
        """
        record = listed.enters()
        listed.states(record, SourceStatus.REMOVED)

        assert listed.on(date(2026, 11, 22), date(2026, 11, 23)) == [True, False]

    def test_after_its_term(self, listed: Listed) -> None:
        """
        A removal that is stated for a day after the term prolongs nothing.
        """
        record = listed.enters(
            generation=ListGeneration.NOTICE_49, listed_on=date(2019, 6, 10)
        )
        listed.states(record, SourceStatus.REMOVED, date(2021, 1, 4))

        assert listed.on(date(2020, 6, 10), date(2020, 6, 11)) == [True, False]

    def test_an_objection(self, listed: Listed) -> None:
        """
        An objection takes nobody off the list.
        """
        record = listed.enters()
        listed.states(record, SourceStatus.OBJECTED, REMOVED_ON)

        assert listed.on(REMOVED_ON, LAST_DAY) == [True, True]


class TestLink:
    def test_nobody_is_listed_unlinked(self, listed: Listed) -> None:
        """
        An entry whose party is not certain lists nobody, until somebody says whose it
        is; a removal that was stated meanwhile counts.
        """
        record = listed.enters(uscc="")
        listed.states(record, SourceStatus.REMOVED, REMOVED_ON)
        assert listed.on(LISTED_ON) == [False]

        listed.links(record, listed.works)

        assert listed.on(LISTED_ON, REMOVED_ON) == [True, False]

    def test_linked_after_its_term(self, listed: Listed) -> None:
        """
        Nor does a removal after the term prolong what is linked only later.
        """
        record = listed.enters(
            generation=ListGeneration.NOTICE_49, listed_on=date(2019, 6, 10), uscc=""
        )
        listed.states(record, SourceStatus.REMOVED, date(2021, 1, 4))
        listed.links(record, listed.works)

        assert listed.on(date(2020, 6, 10), date(2020, 6, 11)) == [True, False]

    def test_taken_back(self, listed: Listed) -> None:
        """
        A link that was wrong lists nobody on any day; what was known before stays so.
        """
        record = listed.enters()
        known = len(listed.desk.office.facts)
        listed.unlinks(record)

        assert listed.on(LISTED_ON, REMOVED_ON) == [False, False]
        assert listed.rows(LISTED_ON, known_at=known)

    def test_a_removal_after_that(self, listed: Listed) -> None:
        """
        What its source says afterwards brings an unlinked entry back for no day.
        """
        record = listed.enters()
        listed.unlinks(record)
        listed.states(record, SourceStatus.REMOVED, REMOVED_ON)

        assert listed.on(LISTED_ON, REMOVED_ON) == [False, False]

    def test_linked_anew(self, listed: Listed) -> None:
        """
        Linked to another enterprise it is that one's, for the same days.
        """
        record = listed.enters()
        listed.unlinks(record)
        listed.links(record, listed.foundry)

        assert listed.on(LISTED_ON, LAST_DAY, AFTER) == [True, True, False]
        assert listed.on(LISTED_ON, of=listed.works) == [False]
        assert listed.on(LISTED_ON, of=listed.foundry) == [True]


class TestHistory:
    def history(
        self, listed: Listed, day: date = LISTED_ON
    ) -> list[tuple[Value, Value, Value]]:
        """
        Give the entries of the works as the offices read them on a day.
        """
        reader = officer_of(listed.desk.city)
        model = listed.model
        rows = model.answer(
            "list-history", Ask(reader, day), enterprise=listed.works
        ).rows
        model.close()
        return [(r["listing_day"], r["listed_on"], r["removed_on"]) for r in rows]

    def test_no_day_is_invented(self, listed: Listed) -> None:
        """
        安监总办〔2017〕49号: an entry without a day of listing is on the list of no
        day, and in the history marked as such.
        """
        listed.enters(generation=ListGeneration.NOTICE_49, listed_on=None)

        assert listed.on(date(2018, 6, 1), LISTED_ON, LAST_DAY) == [False] * 3
        assert self.history(listed) == [("unstated", None, None)]

    def test_removed(self, listed: Listed) -> None:
        """
        What its source says later is told of it, and still lists it on no day.
        """
        record = listed.enters(listed_on=None)
        listed.states(record, SourceStatus.REMOVED, REMOVED_ON)

        assert self.history(listed) == [("unstated", None, REMOVED_ON.isoformat())]
        assert listed.on(BEFORE, REMOVED_ON) == [False, False]

    def test_past_entries_stay(self, listed: Listed) -> None:
        """
        An entry that ended is in the history of every day from its listing on.
        """
        listed.enters()

        entry = ("stated", LISTED_ON.isoformat(), None)
        assert self.history(listed, BEFORE) == []
        assert self.history(listed, AFTER) == [entry]
        assert listed.on(AFTER) == [False]

    @pytest.mark.parametrize("day", [None, LISTED_ON])
    def test_unlinked(self, listed: Listed, day: date | None) -> None:
        """
        An entry that was never theirs is not in their history.
        """
        listed.unlinks(listed.enters(listed_on=day))

        assert self.history(listed) == []

    def test_not_for_everybody(self, listed: Listed) -> None:
        """
        What a published list once said is the offices' to know, not public again.
        """
        listed.enters(listed_on=None)
        model = listed.model

        with pytest.raises(NotCompetent):
            model.answer("list-history", Ask(ANYBODY))
        model.close()
