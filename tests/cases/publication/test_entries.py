"""
公开名单信息: entries of the lists, public while they stand, and announced together.
"""

from datetime import date
from uuid import UUID

import pytest

from domain.base import Fact
from domain.law.credit_classes import CreditClass
from domain.law.list_grounds import ListGround
from domain.printed import ListColour, PartyClass
from domain.publication.facts_of_ending import ItemEndedByRepair, ItemTermEnded
from domain.publication.file import (
    Channel,
    ItemCorrected,
    ItemWithdrawn,
    PublicationFlag,
    Stage,
    WithdrawalGround,
)
from domain.refusals import BeyondTheLaw, OutOfOrder
from tests.cases.publication.entries import (
    DUE_ON,
    LATE,
    LISTED_ON,
    ZHANG,
    PublicLists,
)

TERM_OVER = date(2029, 3, 3)


@pytest.fixture
def lists() -> PublicLists:
    """A bureau in Harbin."""
    return PublicLists("000")


class TestPublishEntry:
    @pytest.mark.procedure("LE-36")
    def test_of_the_black_list(self, lists: PublicLists) -> None:
        """
        应急管理部令11号 8, 11: name, code, body, ground, basis and term; no reasons.
        """
        entry = lists.listed()

        fact = lists.show(entry)

        shown = fact.listing
        assert shown is not None
        assert (fact.entry, fact.content, fact.credit_class) == (entry, None, None)
        assert shown.colour is ListColour.BLACK
        assert shown.list_ground is ListGround.L7_1
        assert shown.legal_basis == "应急管理部令11号7(1)"
        assert shown.party_name
        assert (shown.listed_on, shown.until_on) == (LISTED_ON, date(2029, 3, 2))
        assert fact.term is not None
        assert fact.term.until_on == date(2029, 3, 2)
        assert (fact.due_on, fact.flags) == (DUE_ON, ())
        platform = lists.show(entry, channel=Channel.CREDIT_PLATFORM)
        assert platform.file != fact.file

    @pytest.mark.procedure("LE-37")
    def test_of_the_red_list(self) -> None:
        """
        Red entries are public too; where the place sets no term, until they are left.
        """
        lists = PublicLists()

        fact = lists.show(lists.red())

        assert fact.listing is not None
        assert fact.listing.colour is ListColour.RED
        assert (fact.term, fact.due_on) == (None, None)

    @pytest.mark.procedure("LE-38")
    def test_that_does_not_stand(self, lists: PublicLists) -> None:
        """
        Nobody reads of a proposal, nor of an entry that is over.
        """
        gone = lists.listed()
        lists.take_back(gone)
        for entry in (lists.heard(lists.on_the_spot(decision_no="罚当0002")), gone):
            refusal = lists.refused("publish-entry", entry, **lists.terms())

            assert isinstance(refusal, OutOfOrder)
            assert refusal.code == "entry_not_live"

    @pytest.mark.procedure("LE-39")
    def test_late(self, lists: PublicLists) -> None:
        """
        SD.publish: on the twentieth working day in time, after it published and marked.
        """
        entry = lists.listed()
        lists.move_to(DUE_ON)
        assert lists.show(entry).flags == ()
        lists.move_to(LATE)

        fact = lists.show(entry, channel=Channel.CREDIT_PLATFORM)

        assert fact.flags == (PublicationFlag.PUBLICATION_LATE,)

    @pytest.mark.procedure("LE-40")
    def test_once_on_a_channel(self, lists: PublicLists) -> None:
        """
        INV-61: what is public is not published again.
        """
        entry = lists.listed()
        lists.show(entry)

        refusal = lists.refused("publish-entry", entry, **lists.terms())

        assert refusal.code == "public_already"

    @pytest.mark.procedure("LE-41")
    def test_of_a_person(self, lists: PublicLists) -> None:
        """
        行政处罚法48: a person's is public for its social effect, without the name.
        """
        entry = lists.listed_person()

        refusal = lists.refused("publish-entry", entry, **lists.terms())
        assert isinstance(refusal, BeyondTheLaw)
        assert refusal.code == "restricted_field"
        fact = lists.show(entry, social_effect="造成群体性影响")

        assert fact.listing is not None
        assert fact.listing.party_class is PartyClass.PERSON
        assert fact.listing.party_name == ""
        assert str(ZHANG["person"]) not in str(fact)
        assert "name" in {each.field for each in fact.hidden}


class TestEndsWithTheEntry:
    @pytest.mark.procedure("LE-42")
    def test_removed_early(self, lists: PublicLists) -> None:
        """
        INV-40, 应急管理部令11号 14: on every channel, in the commit of the removal.
        """
        penalty = lists.on_the_spot()
        lists.pay(penalty, 1000)
        entry = lists.listed(penalty)
        items = [lists.show(entry, channel=each).file for each in Channel]
        lists.taken_up(entry)

        _, *ended = lists.remove(entry)

        assert all(isinstance(fact, ItemEndedByRepair) for fact in ended)
        assert {fact.file for fact in ended} == {*items}
        assert {lists.item(each).stage for each in items} == {Stage.REPAIRED}

    @pytest.mark.procedure("LE-43")
    def test_revoked(self, lists: PublicLists) -> None:
        """
        INV-61, 应急管理部令11号 15: a tombstone with the reasons.
        """
        entry = lists.listed()
        item = lists.show(entry).file

        lists.take_back(entry)

        last = lists.office.facts[-1]
        assert isinstance(last, ItemWithdrawn)
        assert last.withdrawal_ground is WithdrawalGround.LISTING_REVOKED
        assert (last.reasons, last.entry) == ("认定事实有误", entry)
        assert lists.item(item).stage is Stage.WITHDRAWN

    def test_reasons_that_hold_what_is_not_public(self, lists: PublicLists) -> None:
        """
        政府信息公开条例15: reasons with a telephone number are not shown.
        """
        entry = lists.listed()
        lists.show(entry)

        lists.take_back(entry, reasons="来电13800138000说明")

        last = lists.office.facts[-1]
        assert isinstance(last, ItemWithdrawn)
        assert last.reasons == ""

    def test_fallen_with_its_penalty(self, lists: PublicLists) -> None:
        """
        INV-41: what is public of the entry falls in the commit of the penalty's fall.
        """
        penalty = lists.on_the_spot()
        item = lists.show(lists.listed(penalty)).file

        facts = lists.revoke(penalty)

        assert isinstance(facts[-1], ItemWithdrawn)
        assert facts[-1].file == item

    @pytest.mark.procedure("LE-44")
    def test_expired(self, lists: PublicLists) -> None:
        """
        应急管理部令11号 13-14: with the entry; nothing is left for the clock.
        """
        entry = lists.listed()
        item = lists.show(entry).file
        clock = {"by": lists.watch, "on": TERM_OVER, "hour": 0}

        facts = lists.do("expire-entry", entry, **clock)

        assert isinstance(facts[-1], ItemTermEnded)
        refusal = lists.refused("end-publicity", item, **clock)
        assert refusal.code == "not_public"

    def test_by_the_clock_of_publicity_first(self, lists: PublicLists) -> None:
        """
        Both clocks ring at once; whichever comes first, it ends once.
        """
        entry = lists.listed()
        item = lists.show(entry).file
        clock = {"by": lists.watch, "on": TERM_OVER, "hour": 0}
        (ended,) = lists.do("end-publicity", item, **clock)

        facts: list[Fact] = lists.do("expire-entry", entry, **clock)

        assert isinstance(ended, ItemTermEnded)
        assert ended.entry == entry
        assert len(facts) == 1

    @pytest.mark.procedure("LE-45")
    def test_left_the_red_list(self, lists: PublicLists) -> None:
        """
        安监总办〔2017〕133号: a breach ends it at once, for everybody.
        """
        entry = lists.red()
        lists.show(entry)

        said = {"by": lists.chief, "reasons": "受到行政处罚"}
        *_, last = lists.do("remove-red-entry", entry, **said)

        assert isinstance(last, ItemWithdrawn)
        assert last.withdrawal_ground is WithdrawalGround.LEFT_RED_LIST

    def test_black_listed(self, lists: PublicLists) -> None:
        """
        INV-40: who is black-listed is public as red no more.
        """
        item = lists.show(lists.red()).file
        entry = lists.heard()

        lists.make(entry, end_red_entry=True)

        assert lists.item(item).stage is Stage.WITHDRAWN

    @pytest.mark.procedure("LE-47")
    def test_restored(self, lists: PublicLists) -> None:
        """
        应急管理部令11号 21: listed again, it is public again, in the same file.
        """
        penalty = lists.on_the_spot()
        lists.pay(penalty, 1000)
        entry = lists.listed(penalty)
        item = lists.show(entry).file
        lists.taken_up(entry)
        lists.remove(entry)
        lists.restore(entry)

        again = lists.show(entry)

        assert again.file == item
        assert again.due_on is None
        assert lists.item(item).stage is Stage.PUBLIC


class TestChanging:
    @pytest.mark.procedure("LE-46")
    def test_under_review(self, lists: PublicLists) -> None:
        """
        应急管理部令11号 16: a listing that is challenged stays public, with a remark.
        """
        entry = lists.listed()
        item = lists.show(entry).file
        said = {"by": lists.discloser, "reason": "已申请行政复议"}
        assert lists.refused("correct-item", item, **said).code == "nothing_to_correct"
        lists.contest(entry)

        (fact,) = lists.do("correct-item", item, **said)

        assert isinstance(fact, ItemCorrected)
        assert (fact.objected, fact.entry) == (True, entry)
        assert fact.listing is not None

    def test_has_no_class(self, lists: PublicLists) -> None:
        """
        An entry is of no class: its term is its own.
        """
        item = lists.show(lists.listed()).file
        said = {"reason": "x", "credit_class": CreditClass.SERIOUS}

        refusal = lists.refused("correct-item", item, by=lists.discloser, **said)

        assert refusal.code == "entry_has_no_class"

    def test_withdrawn_as_a_slip(self, lists: PublicLists) -> None:
        """
        A slip of the publication itself is withdrawn; the entry stands, and so nothing
        else is a ground.
        """
        item = lists.show(lists.listed()).file
        said = {"by": lists.discloser, "reasons": "录入有误"}
        revoked = {"withdrawal_ground": WithdrawalGround.LISTING_REVOKED}
        slip = {"withdrawal_ground": WithdrawalGround.ENTRY_ERROR}

        refusal = lists.refused("withdraw-item", item, **said, **revoked)
        assert refusal.code == "basis_stands"
        (fact,) = lists.do("withdraw-item", item, **said, **slip)

        assert isinstance(fact, ItemWithdrawn)


class TestAnnounceList:
    def two(self, lists: PublicLists) -> list[UUID]:
        """Have two enterprises listed and shown."""
        first = lists.show(lists.listed()).file
        other = lists.listed(lists.on_the_spot(decision_no="罚当0002"))
        return [first, lists.show(other).file]

    @pytest.mark.procedure("LE-48")
    def test_together(self, lists: PublicLists) -> None:
        """
        吉政发〔2018〕26号(九): published entries are announced periodically.
        """
        items = self.two(lists)

        fact = lists.announce(*items)

        assert fact.publications == tuple(items)
        assert lists.item(fact.file).stage is Stage.BATCH

    @pytest.mark.procedure("LE-49")
    def test_one_not_public(self, lists: PublicLists) -> None:
        """
        Only what is public is announced.
        """
        entry = lists.listed()
        item = lists.show(entry).file
        lists.take_back(entry)

        refusal = lists.refused("announce-list", **lists.announcement(item))

        assert refusal.code == "not_public"

    @pytest.mark.procedure("LE-50")
    def test_of_another_list(self, lists: PublicLists) -> None:
        """
        Black and red are announced apart.
        """
        item = lists.show(lists.red()).file

        refusal = lists.refused("announce-list", **lists.announcement(item))

        assert refusal.code == "not_of_list"

    def test_of_nothing(self, lists: PublicLists) -> None:
        """
        At least one, each once, for a period that is over or runs to today.
        """
        items = self.two(lists)
        late = {"until_on": date(2026, 12, 31)}

        for said, code in (
            (lists.announcement(), "no_such_batch"),
            (lists.announcement(items[0], items[0]), "no_such_batch"),
            (lists.announcement(*items, **late), "no_such_period"),
        ):
            assert lists.refused("announce-list", **said).code == code
