"""
权责清单替代: a list published anew, with these powers and no others (INV-44).
"""

from datetime import date
from uuid import UUID

import pytest

from domain.acts import Power
from domain.duty_list.file import DutyList, DutyListSuperseded, ListedPower
from domain.jurisdictions import Level, Sector
from domain.refusals import BeyondTheLaw, NoSuchCase, OutOfOrder, OutOfTime, Refused
from tests.cases.town import SINCE, TODAY, Town

UNDER = "行政处罚法17;安全生产法10"
NEW = (ListedPower(Power.INSPECT, Sector.MINE), ListedPower(Power.COERCE))
YESTERDAY = date(2026, 3, 1)


@pytest.fixture
def town() -> Town:
    """The town, whose city bureau may inspect and penalise."""
    return Town()


def list_of(town: Town, body: UUID) -> UUID:
    """
    Find the duty list of a body.
    """
    found = town.office.holder(f"duty_list/{body}")
    assert found is not None
    return found


def terms(**said: object) -> dict[str, object]:
    """
    Say what the new list holds, and from when.
    """
    return {"listed_powers": NEW, "since_on": TODAY, "source": "2026年版", **said}


def refused(town: Town, **said: object) -> Refused:
    """
    Supersede the list of the city in vain.
    """
    city = list_of(town, town.city)
    return town.refused("supersede-duty-list", city, **terms(**said))


class TestSupersede:
    def test_these_powers_and_no_others(self, town: Town) -> None:
        """
        行政处罚法17: from its first day the new list holds, and that day alone ends
        the old one.
        """
        city = list_of(town, town.city)

        (fact,) = town.do("supersede-duty-list", city, **terms())

        assert isinstance(fact, DutyListSuperseded)
        assert (fact.level, fact.body) == (Level.PREFECTURE, town.city)
        found = town.read(DutyList, city)
        sectors = {
            (power, day): found.sectors_of(town.city, power, day)
            for power in (Power.INSPECT, Power.PENALISE, Power.COERCE)
            for day in (YESTERDAY, TODAY)
        }
        assert sectors == {
            (Power.INSPECT, YESTERDAY): {None},
            (Power.INSPECT, TODAY): {Sector.MINE},
            (Power.PENALISE, YESTERDAY): {None},
            (Power.PENALISE, TODAY): frozenset(),
            (Power.COERCE, YESTERDAY): frozenset(),
            (Power.COERCE, TODAY): {None},
        }

    def test_what_was_to_begin_later(self, town: Town) -> None:
        """
        What the old list gave from a later day on is gone with it.
        """
        city, later = list_of(town, town.city), date(2026, 6, 1)
        town.do(
            "assign-mandate", body=town.city, power=Power.INVESTIGATE, since_on=later
        )

        town.do("supersede-duty-list", city, **terms())

        found = town.read(DutyList, city)
        assert not found.sectors_of(town.city, Power.INVESTIGATE, later)

    def test_by_the_body_below(self, town: Town) -> None:
        """
        行政处罚法17: a body does not give powers to the one above it.
        """
        refusal = refused(town, by="county clerk")

        assert isinstance(refusal, NoSuchCase)

    def test_of_a_body_below(self, town: Town) -> None:
        """
        The list of a body below is one's own to publish.
        """
        town.assign(Power.INSPECT, town.county)

        assert town.do("supersede-duty-list", list_of(town, town.county), **terms())

    def test_reaching_back(self, town: Town) -> None:
        """
        立法法104: nothing reaches back.
        """
        refusal = refused(town, since_on=YESTERDAY)

        assert isinstance(refusal, OutOfTime)
        assert (refusal.code, refusal.under) == ("list_reaches_back", UNDER)

    def test_without_its_document(self, town: Town) -> None:
        """
        A list is published.
        """
        refusal = refused(town, source=" ")

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "source_missing"

    @pytest.mark.parametrize(
        ("listed", "code"),
        [
            ((), "powers_incomplete"),
            ((NEW[0], NEW[0]), "powers_incomplete"),
            ((ListedPower(Power.INSPECT, None, SINCE),), "term_reversed"),
        ],
    )
    def test_what_is_no_list(
        self, town: Town, listed: tuple[ListedPower, ...], code: str
    ) -> None:
        """
        安全生产法10: a list names powers, each once, and none that is over.
        """
        refusal = refused(town, listed_powers=listed)

        assert isinstance(refusal, BeyondTheLaw)
        assert refusal.code == code
