"""
A case with a unit and two persons: each is told, answers, is decided on and served by
itself.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.docket import FEN, Docket
from tests.e2e.telling import Teller

PARTIES = (1, 2, 3)
#: What each party is fined.
FINES = {1: FEN, 2: 1_000_000, 3: 1_100_000}


@pytest.fixture
def docket(tmp_path: Path) -> Iterator[Docket]:
    """A case against a unit and two persons, investigated and proposed."""
    teller = Teller(tmp_path)
    docket = Docket(teller).begin()
    docket.name()
    docket.name("孙主任", "证件二号")
    docket.conclude(*PARTIES)
    for party_no, fen in FINES.items():
        docket.propose(fen, party_no=party_no)
    yield docket
    teller.house.close()


def facts(docket: Docket, kind: str) -> list[dict[str, Any]]:
    """List what the trace has of a kind of fact, in order."""
    trace = docket.teller.asks("commissioner", "trace", thread=docket.visit)
    return [row for row in trace if f".{kind}." in row["topic"]]


def not_to_the_other_person(docket: Docket, penalty: str) -> None:
    """
    行政处罚法 61: what is decided on one person is issued to nobody else, though their
    names lie sealed.
    """
    to = {"addressees": [{"person": "孙主任"}]}
    paper: dict[str, object] = {"about": penalty, "form": "penalty_decision_person"}

    answer = docket.teller.send("first", "issue-document", paper | to)

    assert answer.status_code == 409
    assert answer.json()["code"] == "addressee_is_not_the_party"


def undecided(docket: Docket, party_no: int) -> str:
    """Say why a party's penalty cannot be decided yet."""
    terms = docket.deciding(FINES[party_no], party_no=party_no)
    return docket.refused("head", "decide-penalty", docket.case, **terms)[0]


def served(docket: Docket) -> set[str]:
    """List the penalties that reached their party."""
    rows = docket.teller.asks("first", "penalties")
    return {row["id"] for row in rows if row["stage"] == "served"}


def test_each_for_itself(docket: Docket) -> None:
    """
    行政处罚法 44, 45, 57, 61: no party's notice, answer, decision or service is
    another's.
    """
    for count, party_no in enumerate(PARTIES, start=1):
        assert undecided(docket, party_no) == "notice_missing"
        docket.tell("penalty_notice", party_no=party_no)
        assert len(facts(docket, "notice-served")) == count
        assert undecided(docket, party_no) == "notice_missing"
        docket.waive(party_no)

    penalties = {no: docket.decide(fen, party_no=no) for no, fen in FINES.items()}
    not_to_the_other_person(docket, penalties[2])
    for party_no, penalty in penalties.items():
        unit = "unit" if party_no == 1 else "person"
        docket.tell(f"penalty_decision_{unit}", about=penalty, party_no=party_no)
        assert served(docket) == {penalties[no] for no in PARTIES[:party_no]}

    rows = docket.teller.asks("first", "penalties")
    fines = {row["id"]: row["fine_left_fen"] for row in rows}
    assert fines == {penalties[no]: fen for no, fen in FINES.items()}
