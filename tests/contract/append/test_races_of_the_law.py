"""
The law's own rules under races: two desks on one ledger, decided at the same moment.

With its condition switched off the second act succeeds as well, which shows that
nothing else holds it; with it the second is told the provision.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import reduce
from pathlib import Path
from shutil import copytree
from uuid import UUID

import pytest

from domain.ban.file import Ban
from domain.ban.file import Stage as BanStage
from domain.credit_record.choices import Stage
from domain.credit_record.facts import record_claim
from domain.credit_record.file import CreditItem, CreditRecord
from domain.procedures.standing import Standing
from domain.regulator_assignment.file import (
    RegulatorAssignment,
    lead_claim,
)
from infra.clock import SetClock
from infra.ledger import Ledger, Request
from tests.contract.append import (
    races_of_credit,
    races_of_falling,
    races_of_lists,
    races_of_measures,
    races_of_penalties,
    races_of_publications,
)
from tests.contract.append.desks import Opening, Outcome, Without, race
from tests.contract.append.law_races import BOTH_DONE, LOST, Race
from tests.contract.append.recorded import NOW, Prefecture

Racing = Callable[[Prefecture], Race]


@pytest.fixture(scope="module")
def prefecture(tmp_path_factory: pytest.TempPathFactory) -> Prefecture:
    """
    The prefecture on the eve of every race; what is raced on is a copy.
    """
    return Prefecture(tmp_path_factory.mktemp("prefecture") / "home")


@pytest.fixture
def home(prefecture: Prefecture, tmp_path: Path) -> Path:
    """
    A copy of its folder.
    """
    return copytree(prefecture.home, tmp_path / "home")


def opening(home: Path, *off: Without) -> Opening:
    """
    Open a desk under the whole law, on the day of the races.
    """
    whole = reduce(lambda one, more: one.also(more), off, Without())
    return Opening(home, Standing(), NOW, whole, modules=("domain",))


def run(racing: Race, home: Path, *off: Without) -> tuple[Outcome, Outcome]:
    """
    Run a race, with some conditions of the second act switched off.
    """
    return race(opening(home, *off), racing.first, racing.second, then=racing.then)


#: Of every chapter.
EVERY_LOST = (
    *LOST,
    *races_of_penalties.LOST,
    *races_of_lists.LOST,
    *races_of_credit.LOST,
    *races_of_publications.LOST,
    *races_of_measures.LOST,
    *races_of_falling.LOST,
)
EVERY_BOTH_DONE = (
    *BOTH_DONE,
    *races_of_penalties.BOTH_DONE,
    *races_of_lists.BOTH_DONE,
    *races_of_credit.BOTH_DONE,
    *races_of_publications.BOTH_DONE,
    *races_of_falling.BOTH_DONE,
)


def named(racing: Racing) -> str:
    """
    Name a race after what happens in it.
    """
    return racing.__name__


@pytest.mark.parametrize("racing", EVERY_LOST, ids=named)
class TestLost:
    def test_switched_off(
        self, prefecture: Prefecture, home: Path, racing: Racing
    ) -> None:
        """
        Without the conditions that hold it both acts would succeed.
        """
        found = racing(prefecture)

        outcomes = run(found, home, *found.off)

        assert all(outcome.receipt for outcome in outcomes), outcomes

    def test_with_each_condition(
        self, prefecture: Prefecture, home: Path, racing: Racing
    ) -> None:
        """
        Whoever comes second is told the provision; any one condition is enough.
        """
        found = racing(prefecture)
        for number, kept in enumerate(found.off):
            off = [each for each in found.off if each is not kept]
            copied = copytree(home, home.with_name(f"home-{number}"))

            first, second = run(found, copied, *off)

            assert first.receipt
            assert second == Outcome(refused=found.code, under=found.under)

    def test_nothing_of_it_is_recorded(
        self, prefecture: Prefecture, home: Path, racing: Racing
    ) -> None:
        """
        The whole law holds the second act, and only the first desk's facts are there.
        """
        found = racing(prefecture)

        _, second = run(found, home)

        assert second == Outcome(refused=found.code, under=found.under)
        ledger = Ledger(home, law=Standing(), clock=SetClock(NOW))
        assert ledger.receipt_for(found.first.actor, found.first.key)
        assert ledger.receipt_for(found.second.actor, found.second.key) is None
        ledger.close()


@pytest.mark.parametrize("racing", EVERY_BOTH_DONE, ids=named)
def test_both_done(prefecture: Prefecture, home: Path, racing: Racing) -> None:
    """
    Where the law lets both be done in this order, both are.
    """
    outcomes = run(racing(prefecture), home)

    assert all(outcome.receipt for outcome in outcomes), outcomes


class TestOneRecordOfASubject:
    """
    谁认定、谁修复: a body keeps one credit record of a subject.
    """

    def items(self, at: Prefecture, home: Path) -> list[CreditItem]:
        """
        Give the credit facts of the one record that there is of the enterprise.
        """
        ledger = Ledger(home, law=Standing(), clock=SetClock(NOW))
        held = ledger.recorder.holder(record_claim(at.town.city, at.rated, ""))
        assert held is not None
        record = ledger.read(held)
        assert isinstance(record, CreditRecord)
        ledger.close()
        return [*record.items.values()]

    @pytest.mark.parametrize("racing", races_of_credit.OPENED_TWICE, ids=named)
    def test_opened_twice_at_once(
        self, prefecture: Prefecture, home: Path, racing: Racing
    ) -> None:
        """
        Two acts that would each open the record write in one, one after the other.
        """
        outcomes = run(racing(prefecture), home)

        assert all(outcome.receipt for outcome in outcomes), outcomes
        items = self.items(prefecture, home)
        assert [item.credit_no for item in items] == [1, 2]

    def test_falls_with_its_penalty(self, prefecture: Prefecture, home: Path) -> None:
        """
        INV-41: what was recorded in the race falls with the decision all the same.
        """
        run(races_of_credit.recorded_then_fallen(prefecture), home)

        (item,) = self.items(prefecture, home)
        assert item.stage is Stage.WITHDRAWN


def test_a_ban_falls_with_its_closure(prefecture: Prefecture, home: Path) -> None:
    """
    INV-41: a ban that was imposed in the race is lifted with the closure all the same.
    """
    racing = races_of_falling.banned_then_set_aside(prefecture)

    run(racing, home)

    ledger = Ledger(home, law=Standing(), clock=SetClock(NOW))
    ban = ledger.read(prefecture.opened_by(racing.first))
    ledger.close()
    assert isinstance(ban, Ban)
    assert ban.stage is BanStage.LIFTED


class TestLeadAssignedTwice:
    """
    INV-51: an assignment replaces and never removes; nobody leads beside another.
    """

    def bodies(self, at: Prefecture, home: Path) -> tuple[UUID, tuple[UUID, ...]]:
        """
        Give the file that holds the lead, and who led by it, in order.
        """
        ledger = Ledger(home, law=Standing(), clock=SetClock(NOW))
        holder = ledger.recorder.holder(lead_claim(at.rated))
        assert holder is not None
        assignment = ledger.read(holder)
        assert isinstance(assignment, RegulatorAssignment)
        leads = tuple(body for _, body in assignment.leads)
        ledger.close()
        return holder, leads

    def requests(self, at: Prefecture, holder: UUID) -> list[Request]:
        """
        Give the lead to the county, and to the city, each by somebody else.
        """
        town = at.town
        people = {town.city: at.id("first"), town.county: at.id("other")}
        return [
            at.request(
                "assign-supervising-body",
                by,
                holder,
                lead_body=body,
                responsible_officer=people[body],
            )
            for by, body in (("head", town.county), ("deputy", town.city))
        ]

    @pytest.mark.parametrize("order", [(0, 1), (1, 0)])
    def test_in_both_orders(
        self, prefecture: Prefecture, home: Path, order: tuple[int, int]
    ) -> None:
        """
        Two assignments of one day follow each other; the later one leads.
        """
        holder, before = self.bodies(prefecture, home)
        requests = self.requests(prefecture, holder)
        first, second = (requests[n] for n in order)

        outcomes = race(opening(home), first, second)

        assert all(outcome.receipt for outcome in outcomes), outcomes
        named = [first.terms["lead_body"], second.terms["lead_body"]]
        assert self.bodies(prefecture, home) == (holder, (*before, *named))

    def begins_before(self, at: Prefecture, holder: UUID) -> tuple[Request, Request]:
        """
        Give the lead to the county, and then again from an earlier day.
        """
        county = {"lead_body": at.town.county, "responsible_officer": at.id("other")}
        earlier = {**county, "since_on": date(2026, 6, 1)}
        first = at.request("assign-supervising-body", "head", holder, **county)
        second = at.request("assign-supervising-body", "deputy", holder, **earlier)
        return first, second

    def switched_off(self, home: Path, holder: UUID) -> Opening:
        """
        Open a desk to which neither version nor numbering of the assignment matters.
        """
        whole = opening(home, Without(versions=(holder,)))
        return replace(whole, renumbers=True)

    def test_switched_off(self, prefecture: Prefecture, home: Path) -> None:
        """
        Were the version of the assignment no condition, both would be done, and the
        second would begin before what it replaces.
        """
        holder, _ = self.bodies(prefecture, home)
        first, second = self.begins_before(prefecture, holder)

        outcomes = race(self.switched_off(home, holder), first, second)

        assert all(outcome.receipt for outcome in outcomes), outcomes

    @pytest.mark.parametrize("is_on", [False, True])
    def test_who_answers(
        self, prefecture: Prefecture, home: Path, *, is_on: bool
    ) -> None:
        """
        INV-51: who answers has a post in the body that leads. Without the condition the
        second act knows nothing of the person whom the first one put in, and leaves
        the county's officer to answer for what the city leads.
        """
        holder, _ = self.bodies(prefecture, home)
        first, second = self.requests(prefecture, holder)
        at_desk = opening(home) if is_on else self.switched_off(home, holder)

        outcomes = race(at_desk, first, second)

        assert all(outcome.receipt for outcome in outcomes), outcomes
        answers = (second if is_on else first).terms["responsible_officer"]
        assert self.responsible(home, holder) == (answers,)

    def responsible(self, home: Path, holder: UUID) -> tuple[UUID, ...]:
        """
        Say who answers for the enterprise.
        """
        ledger = Ledger(home, law=Standing(), clock=SetClock(NOW))
        assignment = ledger.read(holder)
        ledger.close()
        assert isinstance(assignment, RegulatorAssignment)
        return assignment.responsible

    def test_one_that_begins_before(self, prefecture: Prefecture, home: Path) -> None:
        """
        安全生产法10: an assignment that would begin before the one that came first is
        told so.
        """
        holder, _ = self.bodies(prefecture, home)
        first, second = self.begins_before(prefecture, holder)

        _, lost = race(opening(home), first, second)

        assert lost == Outcome(refused="assigned_later", under="安全生产法10")
        assert self.bodies(prefecture, home)[1][-1] == prefecture.town.county
