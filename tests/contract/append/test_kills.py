"""
A process that is killed while it appends: what was answered is there, and nothing half.
"""

import shutil
import signal
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest

from domain.values import Personal, Restricted
from infra.ledger import Ledger, Request
from tests.cases.office import EveryoneMay
from tests.contract.append.desks import Opening, Outcome, at_desks
from tests.contract.append.town import OFFICER, Guest

T = TypeVar("T")
Rows = dict[str, list[tuple[object, ...]]]

QUESTIONS = (
    "SELECT position, file, version, topic FROM facts",
    "SELECT * FROM tags",
    "SELECT * FROM claims",
    "SELECT scope, key, first, last FROM keys",
    "SELECT * FROM series",
    "SELECT fact, field, position, subject, value FROM vault",
    "SELECT position FROM head",
)

#: No append of these acts takes more statements.
STATEMENTS_MAX = 80


def acts() -> tuple[Request, ...]:
    """
    A number drawn, a claim taken, values put into the vault: one act of each.
    """
    return (
        Request("issue-paper", OFFICER, "paper", {"code": "责改", "sheets": 2}),
        Request("hang-sign", OFFICER, "sign", {"number": "8"}),
        Request(
            "note-guests",
            OFFICER,
            "guests",
            {
                "host": Personal("Wang Xiaoming"),
                "remark": Restricted("late"),
                "guests": (Guest(Personal("Li Ergou")),),
            },
        ),
    )


def killed_at(
    statement: int, home: Path, wanted: tuple[Request, ...]
) -> list[Outcome] | None:
    """
    Have acts done in one commit by a process that dies before a statement.

    Returns:
        What was answered; nothing if it died.
    """
    opening = Opening(home, dies_at=statement, stops=False, together=True)
    with at_desks(opening) as (desk,):
        desk.perform(*wanted)
        try:
            return desk.outcomes()
        except EOFError:
            assert desk.leave() == -signal.SIGKILL
            return None


def opened(home: Path, question: Callable[[Ledger], T]) -> T:
    """
    Open the ledger of a folder, ask it something, and close it.
    """
    ledger = Ledger(home, law=EveryoneMay())
    try:
        return question(ledger)
    finally:
        ledger.close()


def copied(template: Path, name: str) -> Path:
    """
    Copy a ledger that is closed, its deployment and secret with it.
    """
    return shutil.copytree(template, template.with_name(name))


def doing(
    wanted: tuple[Request, ...],
) -> Callable[[Ledger], tuple[Rows, list[Outcome]]]:
    """
    Do acts in one commit, and say what there is then.
    """

    def do(ledger: Ledger) -> tuple[Rows, list[Outcome]]:
        with ledger.together():
            outcomes = [Outcome(ledger.perform(request)) for request in wanted]
        return rows(ledger), outcomes

    return do


def rows(ledger: Ledger) -> Rows:
    """
    Every row that an append writes, but for what is random in each.
    """
    sql = ledger.recorder.store.reading
    return {question: sql.execute(question).fetchall() for question in QUESTIONS}


@pytest.mark.parametrize(
    "wanted",
    [*((act,) for act in acts()), acts()],
    ids=lambda wanted: "+".join(each.act for each in wanted),
)
def test_killed_before_each_statement(
    tmp_path: Path, wanted: tuple[Request, ...]
) -> None:
    """
    Whole or not at all, wherever it is cut; asked again, it is answered or done once.
    """
    template = tmp_path / "empty"
    nothing = opened(template, rows)
    whole, receipts = opened(copied(template, "whole"), doing(wanted))
    answer, left_by_dead = None, []

    for statement in range(1, STATEMENTS_MAX):
        home = copied(template, str(statement))
        answer = killed_at(statement, home, wanted)
        left = opened(home, rows)
        assert left == whole if answer else left in (nothing, whole)
        assert opened(home, doing(wanted)) == (whole, receipts)
        if answer:
            break
        left_by_dead.append(left)

    assert answer == receipts
    assert left_by_dead[0] == nothing
    assert left_by_dead[-1] == whole
