"""
Which facts an act records (行为所记的事实), read from the act's own function.

An act names the facts that it records, or leaves that to functions of the domain that
it calls; so what it can record stands in the code and need not be declared again.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from types import CodeType, FunctionType
from typing import cast

from domain.acts import ACTS
from domain.base import Fact

#: Functions that belong to the domain, by the beginning of their module's name.
_OURS = "domain."


@cache
def facts_of(act: str) -> frozenset[type[Fact]]:
    """
    List the facts that an act may record, itself or through what it calls.

    Args:
        act: Its name.
    """
    seen: set[FunctionType] = set()
    waiting = [_function(ACTS[act].function)]
    found: set[type[Fact]] = set()
    while waiting:
        function = waiting.pop()
        if function in seen:
            continue
        seen.add(function)
        for named in _named_in(function):
            found.update(_facts_in(named))
            if isinstance(named, FunctionType) and named.__module__.startswith(_OURS):
                waiting.append(named)
    return frozenset(found)


def _function(called: Callable[..., object]) -> FunctionType:
    return cast("FunctionType", called)


def _facts_in(named: object) -> Iterator[type[Fact]]:
    """
    List a fact that is named itself, or the facts of a table that is.
    """
    table = named.values() if isinstance(named, Mapping) else (named,)
    for each in table:
        if isinstance(each, type) and issubclass(each, Fact):
            yield each


def _named_in(function: FunctionType) -> Iterator[object]:
    """
    List what of its module a function names.
    """
    for code in _codes(function.__code__):
        for name in code.co_names:
            yield function.__globals__.get(name)


def _codes(code: CodeType) -> Iterator[CodeType]:
    """
    List the code of a function and of those within it.
    """
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _codes(constant)
