"""
Who can end a period that runs (谁可办结期限), read from the law's table and the acts.

A period ends by a fact that discharges it, and a fact comes from an act: so whose turn
it is follows from both, and is declared nowhere again.
"""

from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from types import MappingProxyType

from domain.acts import ACTS, Reach
from domain.base import FACTS, Fact, Role
from domain.law.deadlines import RULES
from domain.procedures.watching import DISCHARGED_BY, SERVED_BY, SET_DAYS
from domain.recording import facts_of
from domain.service.file import DocumentServed

#: What begins a period anew besides what the law's table names: things that are left
#: when one was disposed of, an entry that is to be examined again, an extension in the
#: place of the time before.
_ANEW: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        **dict.fromkeys(
            ("CO.term", "CO.term.ext", "CO.decide", "CO.decide.base15"),
            frozenset(("MeasureItemDisposed",)),
        ),
        "SD.revoke": frozenset(("BlacklistEntryReviewed",)),
        **dict.fromkeys(
            ("PN.limit.decide.ext1", "PN.limit.decide.ext_new"),
            frozenset(("CaseTimeExtended",)),
        ),
    }
)

#: Which facts begin a period by being recorded, and not only by a day that they state.
RECURRING: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        rule.id: frozenset(
            name
            for row in RULES
            if row.id == rule.id
            for name in row.start_facts
            if "." not in name
        ).union(_ANEW.get(rule.id, ()))
        for rule in RULES
    }
)

#: On whose file a period runs to which the law's table gives no start, or that of
#: another period: on that of these.
_RUNS_WITH: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "CO.power.lift": frozenset(("CoerciveMeasureImposed",)),
        **dict.fromkeys(
            ("CO.court.window", "CO.court.window.deferred", "CO.court.urge.latest"),
            frozenset(("PenaltyServed",)),
        ),
        "RM.review.decide.ext": frozenset(("ReviewAccepted",)),
    }
)


@cache
def rules_ended_by(role: Role) -> Mapping[str, Reach]:
    """
    Say which periods a role can end by an act of its own, and on whose files.

    An act ends a period where it records a fact that discharges it: on the file on
    which the period runs, or about the same finding in its thread.
    """
    found: dict[str, Reach] = {}
    for act in ACTS.values():
        if role not in act.said.by:
            continue
        reach = act.said.reach_of(role)
        for rule in DISCHARGED_BY:
            can = any(_can_end(rule, fact) for fact in facts_of(act.name))
            if can and (rule not in found or reach is not Reach.OWN):
                found[rule] = reach
    return MappingProxyType(found)


def _can_end(rule: str, fact: type[Fact]) -> bool:
    """
    Whether a fact of a kind can answer a period: on the file on which it runs, about
    the same findings, or as the service of a paper on it.
    """
    if fact is DocumentServed and rule in SERVED_BY:
        return True
    if fact.__name__ not in DISCHARGED_BY[rule]:
        return False
    starts = _started_by(rule)
    kinds = {start.TOPIC.partition(".")[0] for start in starts}
    is_own = fact.TOPIC.partition(".")[0] in kinds
    return is_own or (_is_itemised(fact) and any(map(_is_itemised, starts)))


def _is_itemised(fact: type[Fact]) -> bool:
    """
    Whether a fact of a kind is about findings of a thread.
    """
    return bool({"item_no", "item_nos"} & {term.name for term in fields(fact)})


@cache
def _started_by(rule: str) -> frozenset[type[Fact]]:
    """
    List the facts that begin a period: what the law's table says, and those of acts
    that set a day themselves.
    """
    names = {
        name.partition(".")[0]
        for row in RULES
        if row.id == rule
        for name in row.start_facts
    }
    set_days = {fact for fact, day in SET_DAYS.items() if day.rule == rule}
    names |= _RUNS_WITH.get(rule, frozenset())
    return frozenset(set_days.union(f for f in FACTS.values() if f.__name__ in names))
