"""
The grounds of an act are told in one order: competence, existence, stage, time, amount.

The order in which a body refuses is read from its source, with whatever it calls; a
case of its own shows two grounds at once (tests/cases/standing/test_two_grounds.py).
"""

import ast
import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from textwrap import dedent
from types import FunctionType
from typing import Final, TypeGuard

import pytest

import domain
from domain.acts import ACTS, Act
from domain.circumstances import Circumstances
from domain.grounds import first
from domain.refusals import ORDER, OutOfOrder, OutOfTime

#: Importing it makes every act known.
KNOWN = domain

RANKS: Final = {kind.__name__: rank for rank, kind in enumerate(ORDER)}
STAGE: Final = RANKS["OutOfOrder"]
DEPTH_MAX: Final = 6
#: What is no name, code, number or batch at all is refused where it is read: nothing
#: else can be asked about it. No row of the procedure's tables has one of them.
MALFORMED: Final = {
    "identity_number_in_list",
    "name_masked",
    "no_such_batch",
    "uscc_invalid",
    "value_missing",
}
#: Pairs of one act that never hold together.
APART: Final = {
    # A supply is cut, or things are sealed.
    ("impose-measure", "cut_too_soon"),
    # Something still runs, or nothing ever did.
    ("flag-referral-withheld", "time_not_over"),
    ("flag-referral-delay", "time_not_over"),
    # Nothing is named that it comes from, or what is has a ladder to be climbed.
    ("file-case", "no_source"),
    # It is on file for another body, or opened for this one.
    ("record-imported-enterprise", "registered_elsewhere"),
}


@dataclass(frozen=True)
class Told:
    """
    One place at which something is refused.

    Args:
        rank: The place of its class in the order.
        code: Why.
        where: Function and line.
    """

    rank: int
    code: str
    where: str


def told_by(function: Callable[..., object], depth: int = 0) -> Iterator[Told]:
    """
    List what a function refuses, in the order in which it does; what is put off comes
    last whatever it is, and is left out.
    """
    if depth > DEPTH_MAX:
        return
    for statement in tree_of(function).body:
        yield from _told(statement, function, depth)


@cache
def tree_of(function: Callable[..., object]) -> ast.FunctionDef:
    """
    Read a function's source.
    """
    (tree,) = ast.parse(dedent(inspect.getsource(function))).body
    assert isinstance(tree, ast.FunctionDef)
    return tree


def _told(node: ast.AST, function: Callable[..., object], depth: int) -> Iterator[Told]:
    if not isinstance(node, ast.Call):
        for child in ast.iter_child_nodes(node):
            yield from _told(child, function, depth)
        return
    name = ast.unparse(node.func)
    if name == "at.later":
        return
    if name in RANKS:
        line = function.__code__.co_firstlineno + node.lineno - 1
        code = ast.unparse(node.args[0]).strip("'")
        yield Told(RANKS[name], code, f"{function.__module__}:{line}")
        return
    given = [*node.args, *(keyword.value for keyword in node.keywords)]
    inner = [told for each in given for told in _told(each, function, depth)]
    if name == "first":
        inner.sort(key=lambda told: told.rank)
    elif name == "blank":
        inner = [Told(STAGE, ast.unparse(node.args[1]).strip("'"), function.__module__)]
    yield from inner
    called = inspect.unwrap(function.__globals__.get(name) or len)
    if name not in {"first", "blank"} and is_ours(called):
        yield from told_by(called, depth + 1)


def is_ours(called: object) -> TypeGuard[FunctionType]:
    """
    Whether something is a function of the domain.
    """
    return inspect.isfunction(called) and called.__module__.startswith("domain.")


def misplaced(act: "Act[..., object]") -> Iterator[tuple[str, str]]:
    """
    List the grounds of an act that may be told before one that ought to come first.
    """
    named = {each.code for each in told_by(act.named)} if act.named else set()
    for kind in act.file_kinds:
        named |= {each.code for each in kind.NUMBERED.values()}
    before = list(told_by(act.declared)) if act.declared else []
    highest = max((t for t in before if t.rank <= STAGE), key=_rank, default=None)
    for told in told_by(act.function):
        if told.code in named:
            continue
        if highest is not None and told.rank < highest.rank:
            yield highest.code, told.code
        elif highest is None or told.rank > highest.rank:
            highest = told


def _rank(told: Told) -> int:
    return told.rank


@pytest.mark.parametrize("act", ACTS.values(), ids=lambda act: act.name)
def test_an_act_tells_its_grounds_in_order(act: "Act[..., object]") -> None:
    """
    Nothing is refused for its stage before its existence, and so on.
    """
    found = [
        (earlier, later)
        for earlier, later in misplaced(act)
        if earlier not in MALFORMED and (act.name, earlier) not in APART
    ]

    assert not found


def test_what_is_apart_is_still_there() -> None:
    """
    Nothing is excepted that need not be.
    """
    needed = {
        (act.name, earlier) for act in ACTS.values() for earlier, _ in misplaced(act)
    }

    assert needed >= APART
    assert {code for _, code in needed} >= MALFORMED


def test_a_body_out_of_order_is_seen() -> None:
    """
    Time before stage is out of order; put off, or told together, it is not.
    """
    ranks = [told.rank for told in told_by(_out_of_order)]

    assert ranks == [RANKS["OutOfTime"], RANKS["OutOfOrder"]]
    assert [told.rank for told in told_by(_put_off)] == [RANKS["OutOfOrder"]]
    assert [told.rank for told in told_by(_together)] == sorted(ranks)


def _out_of_order(at: Circumstances) -> None:
    del at
    first([OutOfTime("late", under="")])
    first([OutOfOrder("stage", under="")])


def _put_off(at: Circumstances) -> None:
    at.later([OutOfTime("late", under="")])
    first([OutOfOrder("stage", under="")])


def _together(at: Circumstances) -> None:
    del at
    first([OutOfTime("late", under="")], [OutOfOrder("stage", under="")])
