"""
轮训: officers go through training in rounds of three years.
"""

from datetime import date
from uuid import UUID

import pytest

from domain.officer.file import (
    Officer,
    OfficerTrainingCompleted,
    OfficerTrainingOverdue,
)
from domain.refusals import NotCompetent, OutOfOrder
from domain.values import end_of
from tests.cases.town import CLOCK, TODAY, Town

#: Three years from the day of the town, inclusive.
AGAIN_BY = date(2029, 3, 2)
TOO_LATE = date(2029, 3, 3)


@pytest.fixture
def town() -> Town:
    """The town."""
    return Town()


def train(town: Town, on: date = TODAY, **said: object) -> OfficerTrainingCompleted:
    """
    Record that the first officer was trained on a day.
    """
    terms = {"course": "执法人员轮训", "on": on} | said
    (fact,) = town.do("complete-training", town.id("first"), **terms)
    assert isinstance(fact, OfficerTrainingCompleted)
    return fact


def mark(town: Town, on: date = TOO_LATE) -> OfficerTrainingOverdue:
    """
    Have the clock mark that a round is overdue.
    """
    (fact,) = town.do(
        "mark-training-overdue", first(town), by=CLOCK, on=on, said_on=AGAIN_BY
    )
    assert isinstance(fact, OfficerTrainingOverdue)
    return fact


def first(town: Town) -> UUID:
    """
    Give the file of the first officer.
    """
    return town.id("first")


class TestCompleteTraining:
    def test_begins_the_next_round(self, town: Town) -> None:
        """
        吉政发〔2018〕26号(三十一): the next round is due within three years.
        """
        fact = train(town)

        assert fact.retrain_limit is not None
        assert (fact.retrain_limit.rule, fact.retrain_limit.last_on) == (
            "IN.cert.retrain",
            AGAIN_BY,
        )

    def test_from_its_own_day(self, town: Town) -> None:
        """
        D6: it counts from the day on which it was completed.
        """
        fact = train(town, said_on=date(2026, 1, 15))

        assert fact.retrain_limit is not None
        assert fact.retrain_limit.last_on == date(2029, 1, 15)

    def test_in_nothing(self, town: Town) -> None:
        """
        A round is about something.
        """
        refusal = town.refused("complete-training", first(town), course=" ")

        assert isinstance(refusal, OutOfOrder)
        assert (refusal.code, refusal.under) == (
            "course_missing",
            "吉政发〔2018〕26号(三十一)",
        )

    def test_by_the_officer(self, town: Town) -> None:
        """
        行政处罚法42: the register of people is the clerk's.
        """
        refusal = town.refused("complete-training", first(town), by="first", course="x")

        assert isinstance(refusal, NotCompetent)


class TestOverdue:
    def test_no_round_followed(self, town: Town) -> None:
        """
        吉政发〔2018〕26号(三十一): a round that nobody went through is marked.
        """
        trained = train(town)

        fact = mark(town)

        assert fact.started_by == fact.deed.cause == trained.id
        assert fact.limit_passed.last_on == AGAIN_BY
        assert fact.body == town.city

    def test_on_the_last_day(self, town: Town) -> None:
        """
        The last day is in time.
        """
        train(town)

        refusal = town.refused(
            "mark-training-overdue", first(town), by=CLOCK, on=AGAIN_BY
        )

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "no_training_overdue"

    def test_trained_in_time(self, town: Town) -> None:
        """
        Who was trained again in time has missed nothing.
        """
        train(town)
        train(town, on=AGAIN_BY)

        refusal = town.refused(
            "mark-training-overdue", first(town), by=CLOCK, on=TOO_LATE
        )

        assert refusal.code == "no_training_overdue"

    def test_trained_too_late(self, town: Town) -> None:
        """
        D12: a round that came too late is marked all the same, once.
        """
        train(town)
        train(town, on=TOO_LATE)
        mark(town, on=date(2029, 3, 4))

        refusal = town.refused(
            "mark-training-overdue", first(town), by=CLOCK, on=date(2029, 3, 5)
        )

        assert refusal.code == "no_training_overdue"
        assert len(town.read(Officer, first(town)).trainings_missed) == 1

    def test_the_end_of_the_last_day(self, town: Town) -> None:
        """
        The period ends with its last day.
        """
        fact = train(town)

        assert fact.retrain_limit is not None
        assert fact.retrain_limit.ends_at == end_of(AGAIN_BY)
