"""
机构承继: a body ends, another goes on with its open files, and nothing gets lost.
"""

from datetime import date
from uuid import UUID

import pytest

from domain.acts import ACTS, Reach
from domain.base import Role
from domain.body.file import Body, BodyKind, BodySucceeded, Identity
from domain.jurisdictions import Level
from domain.refusals import BeyondTheLaw, NoSuchCase, NotCompetent, OutOfOrder, Refused
from tests.cases.standing.grounds import codes, declared
from tests.cases.town import DISTRICT, TODAY, Town, moment

UNDER = "行政诉讼法26(6)"
BEFORE = date(2026, 3, 1)


def bureau(town: Town, name: str, kind: BodyKind = BodyKind.REGULATOR) -> UUID:
    """
    Have the clerk of the city register a body below its own.
    """
    said = {"body_kind": kind, "level": Level.COUNTY, "region": DISTRICT}
    identity = Identity(name, parent=town.city)
    return town.do("register-body", identity=identity, **said)[0].file


@pytest.fixture
def town() -> Town:
    """
    The town, with a district bureau that is to take over from the county's.
    """
    town = Town()
    there = bureau(town, "演示区应急管理局")
    town.person("district officer", Role.OFFICER, there, by="clerk")
    return town


def district(town: Town) -> UUID:
    """
    Name the bureau that takes over.
    """
    found = town.people["district officer"].body
    assert found is not None
    return found


def terms(town: Town, **said: object) -> dict[str, object]:
    """
    Say who takes over from whom, and when.
    """
    usual = {"successor": district(town), "since_on": TODAY, "source": "机构改革方案"}
    return usual | said


def succeed(town: Town, **said: object) -> BodySucceeded:
    """
    Have the district take over from the county.
    """
    (fact,) = town.do("succeed-body", town.county, **terms(town, **said))
    assert isinstance(fact, BodySucceeded)
    return fact


def refused(town: Town, body: UUID | None = None, **said: object) -> Refused:
    """
    Try it in vain.
    """
    return town.refused("succeed-body", body or town.county, **terms(town, **said))


def number_series(town: Town) -> UUID:
    """
    Open a file of the county bureau.
    """
    return town.do(
        "open-number-series",
        by="county clerk",
        kind_code="责改",
        year=2026,
        policy="per_kind",
    )[0].file


class TestSucceed:
    def test_by_the_clerk_above(self, town: Town) -> None:
        """
        行政诉讼法26(6): who goes on answers for what was done.
        """
        fact = succeed(town)

        found = town.read(Body, town.county)
        assert (fact.successor, fact.since_on) == (district(town), TODAY)
        assert found.successor_on(TODAY) == district(town)
        assert found.successor_on(BEFORE) is None

    def test_the_successor_acts_on_its_files(self, town: Town) -> None:
        """
        行政诉讼法26(6): open threads go on with the successor, and with nobody else.
        """
        file = number_series(town)
        before = codes(town, declared(), "district officer", file=file)
        succeed(town)

        assert before == ["no_such_file"]
        assert codes(town, declared(), "district officer", file=file) == []
        assert codes(town, declared(), "head", file=file) == ["no_such_file"]
        below = declared(reach=Reach.BELOW)
        assert codes(town, below, "head", file=file) == []

    def test_before_its_first_day(self, town: Town) -> None:
        """
        Until then the body acts itself.
        """
        file = number_series(town)
        succeed(town, since_on=date(2026, 4, 1))

        assert codes(town, declared(), "other", file=file) == []
        assert codes(town, declared(), "district officer", file=file) == [
            "no_such_file"
        ]

    def test_the_body_acts_no_more(self, town: Town) -> None:
        """
        行政处罚法17: who has no task any more does nothing more.
        """
        succeed(town)

        assert codes(town, declared(), "other", file=town.county) == ["body_succeeded"]
        assert (
            codes(town, declared(), "other", file=town.county, on=TODAY, said_on=BEFORE)
            == []
        )

    def test_in_a_chain(self, town: Town) -> None:
        """
        Who takes over from a successor takes over from those before as well.
        """
        file = number_series(town)
        succeed(town)
        town.do(
            "succeed-body",
            district(town),
            successor=town.city,
            since_on=TODAY,
            source="再次改革",
        )

        assert codes(town, declared(), "head", file=file) == []


def test_whoever_goes_on(town: Town) -> None:
    """
    The successor goes on for the body, and the body for nobody but itself before.
    """
    succeed(town)
    at = town.office.circumstances(
        ACTS["release-supervision"],
        by=town.people["district officer"],
        at=moment(TODAY),
    )

    assert at.standing.goes_on_for(town.county, at)
    assert at.standing.goes_on_for(district(town), at)
    assert not at.standing.goes_on_for(town.city, at)


class TestRefused:
    def test_the_own_body(self, town: Town) -> None:
        """
        That a body ends is not its own to say.
        """
        refusal = refused(town, by="county clerk")

        assert isinstance(refusal, NotCompetent)
        assert (refusal.code, refusal.under) == ("own_body_ends", UNDER)

    def test_a_body_elsewhere(self, town: Town) -> None:
        """
        行政处罚法17: nobody speaks for bodies that are not below the own one.
        """
        refusal = refused(town, town.government)

        assert isinstance(refusal, NoSuchCase)

    def test_by_a_body_elsewhere(self, town: Town) -> None:
        """
        Nor gives them work.
        """
        refusal = refused(town, successor=town.government)

        assert isinstance(refusal, NotCompetent)
        assert refusal.code == "outside_jurisdiction"

    def test_twice(self, town: Town) -> None:
        """
        A body ends once.
        """
        succeed(town)

        refusal = refused(town)

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "succeeded_already"

    def test_by_one_that_has_ended(self, town: Town) -> None:
        """
        Who has ended takes over from nobody.
        """
        town.do("succeed-body", district(town), **terms(town, successor=town.city))

        assert refused(town).code == "succeeded_already"

    def test_by_itself(self, town: Town) -> None:
        """
        Nobody takes over from himself.
        """
        refusal = refused(town, successor=town.county)

        assert isinstance(refusal, BeyondTheLaw)
        assert refusal.code == "succeeds_itself"

    def test_by_one_of_another_kind(self, town: Town) -> None:
        """
        行政处罚法20: a delegate has no powers of its own to go on with.
        """
        squad = bureau(town, "演示镇执法队", BodyKind.DELEGATE)

        refusal = refused(town, successor=squad)

        assert isinstance(refusal, BeyondTheLaw)
        assert refusal.code == "successor_of_other_kind"

    def test_without_its_document(self, town: Town) -> None:
        """
        A body ends by a document.
        """
        assert refused(town, source="").code == "source_missing"
