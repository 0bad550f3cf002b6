"""
Who supervises an enterprise: one lead body, somebody who answers, always (INV-51).
"""

from datetime import date, timedelta
from uuid import UUID

import pytest

from domain.base import Actor, Role
from domain.refusals import (
    BeyondTheLaw,
    NoSuchCase,
    NotCompetent,
    OutOfOrder,
    OutOfTime,
)
from domain.regulator_assignment.file import (
    RegulatorAssignment,
    ResponsibleOfficerAssigned,
    ResponsibleOfficerReplaced,
    SupervisingBodyAssigned,
)
from tests.cases.town import COUNTY, OPERATOR, TODAY, USCC, Town


@pytest.fixture
def town() -> Town:
    """
    The town.
    """
    return Town()


def imported(town: Town) -> UUID:
    """
    Give the assignment of an enterprise that was imported.
    """
    facts = town.do(
        "register-enterprise",
        by="importer",
        name="演示铸造厂",
        region=COUNTY,
        uscc=USCC,
    )
    return facts[1].file


def hand_to_county(town: Town, assignment: UUID, **said: object) -> list[object]:
    """
    Let the county bureau lead.
    """
    terms: dict[str, object] = {
        "lead_body": town.county,
        "responsible_officer": town.id("other"),
    }
    return [*town.do("assign-supervising-body", assignment, **(terms | said))]


class TestAssignSupervisingBody:
    def test_replaces(self, town: Town) -> None:
        """
        INV-51: an assignment replaces both, and ends 待分派.
        """
        assignment = imported(town)

        lead, answerable = hand_to_county(town, assignment)

        now = town.read(RegulatorAssignment, assignment)
        assert isinstance(lead, SupervisingBodyAssigned)
        assert isinstance(answerable, ResponsibleOfficerReplaced)
        assert answerable.replaced == (town.id("importer"),)
        assert (now.lead_body, now.responsible) == (town.county, (town.id("other"),))
        assert not now.pending

    def test_who_led_on_a_day(self, town: Town) -> None:
        """
        Who answered on an earlier day stays known.
        """
        assignment = imported(town)
        wednesday = date(2026, 3, 4)
        hand_to_county(town, assignment, on=wednesday)

        now = town.read(RegulatorAssignment, assignment)

        days = (TODAY - timedelta(days=1), TODAY, wednesday)
        assert [now.lead_on(day) for day in days] == [None, town.city, town.county]

    def test_confirmed(self, town: Town) -> None:
        """
        The importing body keeps it by being assigned it.
        """
        assignment = imported(town)

        hand_to_county(
            town,
            assignment,
            lead_body=town.city,
            responsible_officer=town.id("first"),
        )

        now = town.read(RegulatorAssignment, assignment)
        assert (now.lead_body, now.pending) == (town.city, False)

    def test_to_a_body_above(self, town: Town) -> None:
        """
        A body gives an enterprise to itself or to one below it.
        """
        assignment = imported(town)
        hand_to_county(town, assignment)

        refusal = town.refused(
            "assign-supervising-body",
            assignment,
            by="county clerk",
            lead_body=town.city,
            responsible_officer=town.id("first"),
        )

        assert isinstance(refusal, NotCompetent)
        assert refusal.code == "outside_jurisdiction"

    def test_nobody_who_answers_there(self, town: Town) -> None:
        """
        INV-51: somebody of the lead body answers, not somebody of the one before.
        """
        refusal = town.refused(
            "assign-supervising-body",
            imported(town),
            lead_body=town.county,
            responsible_officer=town.id("first"),
        )

        assert refusal.code == "not_of_body"

    def test_the_importer_below_the_own_body(self, town: Town) -> None:
        """
        An importer touches what the own body opened, not what a body below did.
        """
        facts = town.do(
            "register-enterprise",
            by="county clerk",
            name="演示铸造厂",
            region=COUNTY,
            uscc=USCC,
        )

        refusal = town.refused(
            "assign-supervising-body",
            facts[1].file,
            by="importer",
            lead_body=town.city,
            responsible_officer=town.id("first"),
        )

        assert isinstance(refusal, NoSuchCase)

    def test_one_day_at_a_time(self, town: Town) -> None:
        """
        INV-51: one body leads at a time, so none begins before the last or ahead.
        """
        assignment = imported(town)
        tomorrow, yesterday = TODAY + timedelta(days=1), TODAY - timedelta(days=1)

        with pytest.raises(OutOfTime) as ahead:
            hand_to_county(town, assignment, since_on=tomorrow)
        with pytest.raises(OutOfOrder) as before:
            hand_to_county(town, assignment, since_on=yesterday)

        assert ahead.value.code == "day_ahead"
        assert before.value.code == "assigned_later"

    def test_the_committee_office(self, town: Town) -> None:
        """
        The office of a safety committee supervises none itself (国办发〔2024〕54号).
        """
        assignment = imported(town)
        town.person("government head", Role.HEAD, town.government)
        town.do(
            "assign-officer-role",
            town.id("clerk"),
            by=OPERATOR,
            role=Role.CLERK,
            body=town.government,
            since_on=TODAY,
        )
        town.people["government"] = Actor(Role.CLERK, town.id("clerk"), town.government)

        refusal = town.refused(
            "assign-supervising-body",
            assignment,
            by="government",
            lead_body=town.committee,
            responsible_officer=town.id("committee"),
        )

        assert isinstance(refusal, BeyondTheLaw)
        assert refusal.code == "not_a_regulator"


class TestResponsibleOfficers:
    def test_one_more(self, town: Town) -> None:
        """
        Several may answer for an enterprise.
        """
        assignment = imported(town)

        (fact,) = town.do(
            "assign-responsible-officer", assignment, officer=town.id("first")
        )

        now = town.read(RegulatorAssignment, assignment)
        assert isinstance(fact, ResponsibleOfficerAssigned)
        assert now.responsible == (town.id("importer"), town.id("first"))

    def test_another_in_the_place_of_one(self, town: Town) -> None:
        """
        INV-51: who answers is replaced, never removed.
        """
        assignment = imported(town)

        (fact,) = town.do(
            "replace-responsible-officer",
            assignment,
            officer=town.id("first"),
            replaced=town.id("importer"),
            reason="分派",
        )

        now = town.read(RegulatorAssignment, assignment)
        assert isinstance(fact, ResponsibleOfficerReplaced)
        assert now.responsible == (town.id("first"),)

    def test_twice(self, town: Town) -> None:
        """
        Nobody answers twice for the same enterprise.
        """
        assignment = imported(town)
        town.do("assign-responsible-officer", assignment, officer=town.id("first"))

        again = town.refused(
            "assign-responsible-officer", assignment, officer=town.id("first")
        )
        in_place = town.refused(
            "replace-responsible-officer",
            assignment,
            officer=town.id("first"),
            replaced=town.id("importer"),
            reason="分派",
        )

        assert again.code == in_place.code == "responsible_already"

    def test_in_the_place_of_somebody_who_does_not(self, town: Town) -> None:
        """
        Only who answers is replaced.
        """
        refusal = town.refused(
            "replace-responsible-officer",
            imported(town),
            officer=town.id("first"),
            replaced=town.id("second"),
            reason="分派",
        )

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "not_responsible"

    def test_of_another_body(self, town: Town) -> None:
        """
        Who answers has a post in the lead body.
        """
        refusal = town.refused(
            "assign-responsible-officer", imported(town), officer=town.id("other")
        )

        assert isinstance(refusal, NotCompetent)
        assert refusal.code == "not_of_body"

    def test_by_a_body_that_does_not_lead(self, town: Town) -> None:
        """
        The lead body itself says who answers there.
        """
        assignment = imported(town)
        hand_to_county(town, assignment)

        refusal = town.refused(
            "assign-responsible-officer", assignment, officer=town.id("first")
        )

        assert refusal.code == "not_the_lead"
