"""
The directory: who holds which post on a day, and what that lets them see.
"""

from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from domain.base import Actor, Audience, Role
from domain.body.file import BodyKind, Identity
from projections.directory import Directory
from tests.cases.town import SINCE, TODAY, Town
from tests.contract.projections.stories import as_recorded

DAY = timedelta(days=1)
OFFICES = {Audience.PUBLIC, Audience.OFFICE}


class Lookup:
    """
    A town, and its directory.
    """

    def __init__(self, folder: Path) -> None:
        """
        Set the town up.
        """
        self.folder = folder
        self.town = Town()

    @property
    def directory(self) -> Directory:
        """
        The directory as it stands.
        """
        facts = as_recorded(self.town.office.facts)
        model = Directory(self.folder / str(len(facts)))
        model.apply(facts)
        return model

    def held(self, name: str, *days: date) -> list[bool]:
        """
        Say whether somebody holds their post, day by day.
        """
        actor, directory = self.town.people[name], self.directory
        return [directory.post(actor, day) is not None for day in days]

    def sees(self, actor: Actor, day: date = TODAY) -> frozenset[UUID]:
        """
        Say whose files somebody may see.
        """
        return self.directory.reader(actor, day).bodies


@pytest.fixture
def lookup(tmp_path: Path) -> Lookup:
    """
    A town.
    """
    return Lookup(tmp_path)


class TestPosts:
    def test_from_the_first_day_to_the_last(self, lookup: Lookup) -> None:
        """
        A post is held on its first and on its last day, and not beyond either.
        """
        lookup.town.do(
            "leave-office", lookup.town.id("first"), until_on=TODAY, reason="调离"
        )

        days = SINCE - DAY, SINCE, TODAY, TODAY + DAY
        assert lookup.held("first", *days) == [False, True, True, False]
        assert lookup.held("second", TODAY + DAY) == [True]

    def test_one_post_of_two(self, lookup: Lookup) -> None:
        """
        Who leaves one post keeps the other.
        """
        town, first = lookup.town, lookup.town.id("first")
        posted = {"role": Role.LEGAL_REVIEWER, "body": town.city}
        town.do("assign-officer-role", first, since_on=SINCE, **posted)
        town.do("leave-office", first, until_on=TODAY, reason="轮岗", **posted)

        town.people["reviewer"] = Actor(Role.LEGAL_REVIEWER, first, town.city)
        assert lookup.held("first", TODAY + DAY) == [True]
        assert lookup.held("reviewer", TODAY, TODAY + DAY) == [True, False]

    def test_one_that_had_ended(self, lookup: Lookup) -> None:
        """
        Who leaves later is not in a post again that had ended before.
        """
        town, first = lookup.town, lookup.town.id("first")
        ended = date(2026, 1, 31)
        posted = {"role": Role.LEGAL_REVIEWER, "body": town.city, "until_on": ended}
        town.do("assign-officer-role", first, since_on=SINCE, **posted)
        town.do("leave-office", first, until_on=TODAY, reason="调离")

        town.people["reviewer"] = Actor(Role.LEGAL_REVIEWER, first, town.city)
        assert lookup.held("reviewer", ended, ended + DAY) == [True, False]


class TestSight:
    def test_own_and_below(self, lookup: Lookup) -> None:
        """
        D21: one sees the files of one's own body and of those below it.
        """
        town = lookup.town

        assert lookup.sees(town.people["first"]) == {town.city, town.county}
        assert lookup.sees(town.people["other"]) == {town.county}

    def test_of_the_committee_office(self, lookup: Lookup) -> None:
        """
        The office of a safety committee sees what its government sees.
        """
        town = lookup.town

        seen = lookup.sees(town.people["committee"])

        assert seen == {town.government, town.city, town.county, town.committee}

    def test_after_a_body_was_moved(self, lookup: Lookup) -> None:
        """
        What stands below is what stands there on the day.
        """
        town = lookup.town
        town.person("top clerk", Role.CLERK, town.government)
        moved = Identity("演示县应急管理局", parent=town.government)
        town.do(
            "change-body-identity",
            town.county,
            by="top clerk",
            identity=moved,
            since_on=TODAY + DAY,
        )

        assert lookup.sees(town.people["first"], TODAY + DAY) == {town.city}
        assert town.county in lookup.sees(town.people["first"])

    @pytest.mark.parametrize(
        ("kind", "role", "audiences"),
        [
            (BodyKind.REGULATOR, Role.OFFICER, OFFICES),
            (BodyKind.DISCIPLINE, Role.DISCIPLINE, {*OFFICES, Audience.DISCIPLINE}),
            (BodyKind.PARTNER, Role.PARTNER, {Audience.PUBLIC}),
        ],
    )
    def test_audiences(
        self, lookup: Lookup, kind: BodyKind, role: Role, audiences: set[Audience]
    ) -> None:
        """
        D26: a partner agency reads what is public, a commission what is kept from the
        offices as well.
        """
        town = lookup.town
        regulator = kind is BodyKind.REGULATOR
        body = town.city if regulator else town.body("演示机关", kind=kind)

        reader = lookup.directory.reader(Actor(role, UUID(int=3), body), TODAY)

        assert set(reader.audiences) == audiences
        assert (reader.bodies == frozenset()) == (role is Role.PARTNER)
