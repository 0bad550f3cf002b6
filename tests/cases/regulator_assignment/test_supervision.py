"""
监管分工: one lead body and at least one who answers, at any moment (INV-51).
"""

from datetime import date
from uuid import UUID

import pytest

from domain.base import Fact, Role
from domain.refusals import (
    BeyondTheLaw,
    NoSuchCase,
    NotCompetent,
    OutOfOrder,
    OutOfTime,
)
from domain.regulator_assignment.file import (
    RegulatorAssignment,
    ResponsibleOfficerReplaced,
    SupervisingBodyAssigned,
)
from tests.cases.enterprise.register import assignment, entered
from tests.cases.town import TODAY, Town

YESTERDAY = date(2026, 3, 1)
TOMORROW = date(2026, 3, 3)
LATER = date(2026, 4, 1)


@pytest.fixture
def town() -> Town:
    """The town."""
    return Town()


def supervised(town: Town, by: str = "first") -> UUID:
    """Have an enterprise entered, and give its assignment."""
    return assignment(town, entered(town, by=by)).id


def found(town: Town, file: UUID) -> RegulatorAssignment:
    """Load an assignment."""
    return town.read(RegulatorAssignment, file)


def hand_over(town: Town, file: UUID, **said: object) -> list[Fact]:
    """Let the county bureau lead, where its officer answers."""
    terms = {"lead_body": town.county, "responsible_officer": town.id("other")}
    return town.do("assign-supervising-body", file, **(terms | said))


class TestAssignSupervisingBody:
    def test_one_replaces_another(self, town: Town) -> None:
        """
        INV-51: body and person are replaced in one commit; neither is ever missing.
        """
        file = supervised(town)

        facts = hand_over(town, file, on=LATER)

        after = found(town, file)
        assert [type(fact) for fact in facts] == [
            SupervisingBodyAssigned,
            ResponsibleOfficerReplaced,
        ]
        assert after.lead_body == town.county
        assert after.responsible == (town.id("other"),)
        assert after.lead_on(date(2026, 3, 31)) == town.city
        assert after.lead_on(LATER) == town.county

    def test_what_an_import_assigned(self, town: Town) -> None:
        """
        INV-51: 待分派 ends when somebody decides, also for the body that imported.
        """
        file = supervised(town, by="importer")

        hand_over(
            town, file, lead_body=town.city, responsible_officer=town.id("second")
        )

        assert not found(town, file).pending
        assert found(town, file).responsible == (town.id("second"),)

    def test_who_answers_stays(self, town: Town) -> None:
        """
        Where the same person answers, only the body is assigned.
        """
        file = supervised(town, by="importer")

        facts = hand_over(
            town, file, lead_body=town.city, responsible_officer=town.id("importer")
        )

        assert [type(fact) for fact in facts] == [SupervisingBodyAssigned]
        assert found(town, file).responsible == (town.id("importer"),)

    def test_the_new_lead_has_the_file(self, town: Town) -> None:
        """
        D21: the body that leads keeps the enterprise's file, whoever entered it.
        """
        enterprise = entered(town)
        before = town.refused(
            "rename-enterprise", enterprise, by="county clerk", name="演示新厂"
        )

        hand_over(town, assignment(town, enterprise).id)
        facts = town.do(
            "rename-enterprise", enterprise, by="county clerk", name="演示新厂"
        )

        assert isinstance(before, NoSuchCase)
        assert facts[0].file == enterprise

    def test_a_body_that_is_not_below(self, town: Town) -> None:
        """
        安全生产法10: nobody assigns the work of a body above.
        """
        file = supervised(town, by="county clerk")

        refusal = town.refused(
            "assign-supervising-body",
            file,
            by="county clerk",
            lead_body=town.city,
            responsible_officer=town.id("first"),
        )

        assert isinstance(refusal, NotCompetent)
        assert refusal.code == "outside_jurisdiction"

    def test_a_body_that_enforces_nothing(self, town: Town) -> None:
        """
        国办发〔2024〕54号: the office of a safety committee supervises nobody itself.
        """
        file = supervised(town)
        town.person("mayor", Role.HEAD, town.government)

        refusal = town.refused(
            "assign-supervising-body",
            file,
            by="mayor",
            lead_body=town.committee,
            responsible_officer=town.id("committee"),
        )

        assert isinstance(refusal, BeyondTheLaw)
        assert refusal.code == "not_a_regulator"

    @pytest.mark.parametrize(
        ("since_on", "kind", "code"),
        [
            (YESTERDAY, OutOfOrder, "assigned_later"),
            (TOMORROW, OutOfTime, "day_ahead"),
        ],
    )
    def test_from_another_day(
        self, town: Town, since_on: date, kind: type[Exception], code: str
    ) -> None:
        """
        INV-51: no body led before it was assigned, and none leads before its day.
        """
        file = supervised(town)

        refusal = town.refused(
            "assign-supervising-body",
            file,
            lead_body=town.county,
            responsible_officer=town.id("other"),
            since_on=since_on,
        )

        assert isinstance(refusal, kind)
        assert refusal.code == code

    def test_somebody_of_another_body(self, town: Town) -> None:
        """
        INV-51: who answers has a post in the body that leads.
        """
        file = supervised(town)

        refusal = town.refused(
            "assign-supervising-body",
            file,
            lead_body=town.county,
            responsible_officer=town.id("second"),
        )

        assert isinstance(refusal, NotCompetent)
        assert refusal.facts == {"officer": town.id("second"), "body": town.county}

    def test_somebody_who_left(self, town: Town) -> None:
        """
        INV-51: who left the body answers for nothing in it.
        """
        file = supervised(town)
        town.do(
            "leave-office",
            town.id("other"),
            by="county clerk",
            until_on=YESTERDAY,
            reason="调离",
        )

        refusal = town.refused(
            "assign-supervising-body",
            file,
            lead_body=town.county,
            responsible_officer=town.id("other"),
        )

        assert refusal.code == "not_of_body"

    def test_an_importer_for_another_body(self, town: Town) -> None:
        """
        D21: an importer touches what the own body has, nothing of a body below.
        """
        file = supervised(town, by="county clerk")

        refusal = town.refused(
            "assign-supervising-body",
            file,
            by="importer",
            lead_body=town.city,
            responsible_officer=town.id("first"),
        )

        assert isinstance(refusal, NoSuchCase)


class TestResponsibleOfficers:
    def test_one_more(self, town: Town) -> None:
        """
        安全生产法10: several may answer.
        """
        file = supervised(town)

        town.do(
            "assign-responsible-officer", file, by="head", officer=town.id("second")
        )

        assert found(town, file).responsible == (town.id("first"), town.id("second"))

    def test_one_for_another(self, town: Town) -> None:
        """
        INV-51: a person is replaced, never taken away.
        """
        file = supervised(town)

        (fact,) = town.do(
            "replace-responsible-officer",
            file,
            officer=town.id("second"),
            replaced=town.id("first"),
            reason="岗位调整",
        )

        assert isinstance(fact, ResponsibleOfficerReplaced)
        assert (fact.since_on, fact.replaced) == (TODAY, (town.id("first"),))
        assert found(town, file).responsible == (town.id("second"),)

    def test_who_answers_already(self, town: Town) -> None:
        """
        One answers once.
        """
        file = supervised(town)

        refusal = town.refused(
            "assign-responsible-officer", file, officer=town.id("first")
        )

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "responsible_already"

    def test_in_place_of_nobody(self, town: Town) -> None:
        """
        Only who answers can be replaced.
        """
        file = supervised(town)

        refusal = town.refused(
            "replace-responsible-officer",
            file,
            officer=town.id("second"),
            replaced=town.id("head"),
            reason="岗位调整",
        )

        assert isinstance(refusal, OutOfOrder)
        assert refusal.facts == {"officer": town.id("head")}

    @pytest.mark.parametrize(
        ("act", "terms"),
        [
            ("assign-responsible-officer", {}),
            ("replace-responsible-officer", {"reason": "岗位调整"}),
        ],
    )
    def test_by_a_body_that_does_not_lead(
        self, town: Town, act: str, terms: dict[str, object]
    ) -> None:
        """
        安全生产法10: only the lead body says who answers there.
        """
        file = supervised(town)
        hand_over(town, file)
        if "reason" in terms:
            terms = terms | {"replaced": town.id("other")}

        refusal = town.refused(act, file, officer=town.id("second"), **terms)

        assert isinstance(refusal, NotCompetent)
        assert refusal.facts == {"body": town.county}

    @pytest.mark.parametrize("name", ["other", "county clerk"])
    def test_somebody_of_another_body(self, town: Town, name: str) -> None:
        """
        INV-51: who answers has a post in the lead body.
        """
        file = supervised(town)

        refusal = town.refused(
            "assign-responsible-officer", file, officer=town.id(name)
        )

        assert isinstance(refusal, NotCompetent)
        assert refusal.code == "not_of_body"

    def test_by_the_officer(self, town: Town) -> None:
        """
        Nobody takes or gives away the own duty.
        """
        file = supervised(town)

        refusal = town.refused(
            "replace-responsible-officer",
            file,
            by="first",
            officer=town.id("second"),
            replaced=town.id("first"),
            reason="岗位调整",
        )

        assert refusal.code == "role_not_competent"
