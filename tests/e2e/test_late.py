"""
Recording after the fact (补录), at the door of every act (D6).

Paper came first only where the act is declared so; then reason, scan and moment are all
wanted, and nothing is recorded without them.
"""

import pytest

from domain.acts import ACTS
from tests.e2e.doors import UNKNOWN, Doors
from tests.e2e.region import everybody

LATE: dict[str, object] = {
    "occurred_at": "2026-11-20T09:00",
    "late_reason": "停电",
    "late_scan": "",
}

#: Acts of the inspection and the hazard in the field, and no decision at a desk.
DECLARED = frozenset(
    (
        "answer-checklist-item",
        "collect-spot-fine",
        "correct-finding-on-spot",
        "examine-scene",
        "identify-hazard",
        "open-inspection",
        "order-emergency-stop",
        "order-evacuation",
        "order-rectification",
        "order-suspension",
        "record-finding",
        "record-inspection-refusal",
        "record-questioning",
        "record-signature-refusal",
        "remove-hazard-on-spot",
        "sign-inspection-record",
        "submit-expert-finding",
        "take-sample",
    )
)


def done_by_somebody() -> list[tuple[str, str]]:
    """
    List every act that somebody can do at a desk, with one who does it.
    """
    found: dict[str, str] = {}
    for who in everybody():
        role = who.partition("@")[0]
        for name, act in ACTS.items():
            if role in {each.code for each in act.said.by} and is_known(name):
                found.setdefault(name, who)
    return sorted(found.items())


def is_known(name: str) -> bool:
    """
    Whether an act is of the domain and not of a test's own.
    """
    return ACTS[name].module.startswith("domain.")


def code_of(doors: Doors, act: str, who: str, **late: object) -> str:
    """
    Record an act late, and say by which code it is refused.
    """
    file = None if ACTS[act].opening else UNKNOWN
    given = {**LATE, "late_scan": doors.scan, **late}
    head = doors.region.house.ledger.recorder.head
    answer = doors.post(who, act, file, late={k: v for k, v in given.items() if v})
    assert doors.region.house.ledger.recorder.head == head
    return str(answer.json()["code"])


def test_which_acts_are_declared() -> None:
    """
    Facts of a visit that were written on paper first may come late; no decision may.
    """
    assert {
        name for name in ACTS if is_known(name) and ACTS[name].said.late
    } == DECLARED


@pytest.mark.parametrize(("act", "who"), done_by_somebody())
def test_where_it_is_not_declared(doors: Doors, act: str, who: str) -> None:
    """
    Reason or scan alone make an act a late one, which is refused where not declared.

    Where it is declared the act is refused for something else: an unknown file, or that
    one officer alone opens one.
    """
    if act in DECLARED:
        expected = "two_officers" if ACTS[act].opening else "no_such_file"
        assert code_of(doors, act, who) == expected
        return
    for kept in ("late_reason", "late_scan"):
        dropped = {"late_reason", "late_scan"} - {kept}
        late = dict.fromkeys(dropped, "")
        assert code_of(doors, act, who, **late) == "not_recorded_late"


@pytest.mark.parametrize("act", sorted(DECLARED))
@pytest.mark.parametrize("left_out", sorted(LATE))
def test_incomplete(doors: Doors, act: str, left_out: str) -> None:
    """
    Whoever records late says why, shows the paper, and says when it happened.
    """
    found = code_of(doors, act, "officer@city", **{left_out: ""})

    assert found == "late_incomplete"
