"""
Which facts an act records, as read from its own function.
"""

from domain.acts import ACTS
from domain.base import FACTS
from domain.recording import facts_of
from tests.contract.examples import Example


def test_every_stored_fact_comes_from_its_act() -> None:
    """
    What an act recorded is among what it is said to record.
    """
    missed = [
        (example.decided["act"], example.topic)
        for example in Example.all()
        if FACTS[example.topic] not in facts_of(str(example.decided["act"]))
    ]

    assert missed == []


def test_every_act_records_something() -> None:
    """
    There is no act of which nothing comes.
    """
    ours = (name for name, act in ACTS.items() if act.module.startswith("domain."))

    assert [name for name in ours if not facts_of(name)] == []


def test_through_what_it_calls() -> None:
    """
    A fact that a function records for an act is the act's.
    """
    names = {fact.__name__ for fact in facts_of("reject-rectification")}

    assert names == {
        "ReinspectionRecorded",
        "RectificationRejected",
        "RectificationOverdue",
    }


def test_nothing_of_its_neighbours() -> None:
    """
    What another act of the same module records is not among it.
    """
    names = {fact.__name__ for fact in facts_of("extend-deadline")}

    assert names == {"RectificationDeadlineExtended"}
