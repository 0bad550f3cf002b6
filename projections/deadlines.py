"""
The deadline board (期限台账): every period that a fact began, until it is met or over.

A fact carries its limits, reckoned by the law of its day, and the law's own table says
which facts discharge each: so the board needs no list of its own, except of the days
that an act itself sets.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import ClassVar
from uuid import UUID

import orjson

from domain.acts import ACTS, Reach
from domain.base import FACTS, Fact, Role
from domain.hazard.facts import RectificationDeadlineExtended, RectificationOrdered
from domain.hazard.facts_of_treatment import HazardListedForSupervision
from domain.law.deadlines import RULES
from domain.limits import Limit
from domain.officer.file import OfficerCertified
from domain.recording import facts_of
from domain.service.file import ServiceAnnounced
from domain.values import Choice, day_of, end_of
from infra.questions import Ask, Reader, Select, question
from infra.read_model import ReadModel, on_every_fact, scope_of
from infra.tables_of_rows import Column, Table, Value
from infra.timelines import Timeline
from infra.transcoding import terms_of, write_moment


class DeadlineState(Choice):
    """
    How a period stands (期限状态); whether it is late follows from the day asked for.
    """

    RUNNING = "进行中", "running"
    MET = "已办结", "met"
    REPLACED = "已变更", "replaced"


@dataclass(frozen=True)
class SetDay:
    """
    A last day that an act sets itself.

    Args:
        rule: The rule that it is shown under.
        term: The fact's term that holds the day.
        discharged_by: Facts that end it.
        clock_act: The clock's act when the day is over; empty for none.
        clock_terms: The fact's terms that this act takes.
    """

    rule: str
    term: str
    discharged_by: frozenset[str]
    clock_act: str = ""
    clock_terms: tuple[str, ...] = ()


_ORDER = SetDay(
    "IN.order",
    "rectify_until",
    frozenset(("RectificationReported", "RectificationOverdue", "HazardRemovedOnSpot")),
    "mark-overdue",
)

SET_DAYS: dict[type[Fact], SetDay] = {
    RectificationOrdered: _ORDER,
    RectificationDeadlineExtended: _ORDER,
    HazardListedForSupervision: SetDay(
        "IN.supervise.list", "supervise_until", frozenset(("SupervisionReleased",))
    ),
    OfficerCertified: SetDay(
        "IN.cert",
        "valid_until",
        frozenset(("CertificateExpired", "OfficerLeft")),
        "expire-certificate",
        ("certificate_number",),
    ),
    ServiceAnnounced: SetDay(
        "SV.announce",
        "served_on",
        frozenset(("DocumentServed",)),
        "complete-announced-service",
    ),
}

#: Which facts end a period, by rule: what the law's table says, and the acts that set
#: a day themselves.
DISCHARGED_BY: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        rule.id: frozenset(
            name for row in RULES if row.id == rule.id for name in row.discharged_by
        ).union(*(d.discharged_by for d in SET_DAYS.values() if d.rule == rule.id))
        for rule in RULES
    }
)

#: Which facts begin a period, by rule: what the law's table says, and the acts that set
#: a day themselves.
STARTED_BY: Mapping[str, frozenset[type[Fact]]] = MappingProxyType(
    {
        rule.id: frozenset(
            fact
            for row in RULES
            if row.id == rule.id
            for fact in FACTS.values()
            if fact.__name__ in {each.partition(".")[0] for each in row.start_facts}
        ).union(fact for fact, day in SET_DAYS.items() if day.rule == rule.id)
        for rule in RULES
    }
)

DEADLINES = Timeline(
    "deadlines",
    (
        Column("rule"),
        Column("state", "choice", choices=DeadlineState),
        Column("last_on", "day"),
        Column("last_at", "moment"),
        Column("provisional", "whole"),
        Column("provision"),
        Column("file", "file"),
        Column("thread", "file"),
        Column("started_by", "fact"),
        Column("started_on", "day"),
        Column("person", "file", term="handled_by"),
        Column("clock_act"),
    ),
    key=Column("id", "text"),
)

RUNNING = Table(
    "running",
    (Column("id"),),
    (
        Column("rule"),
        Column("file", "file"),
        Column("thread", "file"),
        Column("items"),
        Column("clock_act"),
        Column("clock_terms", "json"),
        Column("due_at", "moment"),
    ),
    indexes=(("thread",), ("due_at",), ("file", "rule")),
    internal=True,
)


@dataclass(frozen=True)
class Due:
    """
    What the clock has to do (到期事项).

    Args:
        act: The clock's act.
        file: On which file.
        rule: The rule whose period is over.
        due_at: When it was over, as stored.
        terms: The act's terms.
    """

    act: str
    file: UUID
    rule: str
    due_at: str
    terms: Mapping[str, object]


class Deadlines(ReadModel):
    """
    Periods as they stood on any day.
    """

    NAME: ClassVar[str] = "deadlines"
    ZH: ClassVar[str] = "期限台账"
    EN: ClassVar[str] = "deadline board"
    EDITION: ClassVar[int] = 2
    TABLES: ClassVar[tuple[Table, ...]] = (RUNNING,)
    TIMELINES: ClassVar[tuple[Timeline, ...]] = (DEADLINES,)

    @on_every_fact
    def on_fact(self, fact: Fact) -> None:
        """
        End what the fact discharges, then start what it begins.
        """
        self._discharge(fact)
        for value in vars(fact).values():
            if isinstance(value, Limit):
                self._start(fact, value.rule, value)
        day = SET_DAYS.get(type(fact))
        if day is not None:
            set_on: date = getattr(fact, day.term)
            limit = Limit(day.rule, fact.deed.provision, last_on=set_on)
            self._start(fact, day.rule, limit, then=day)

    def _start(
        self, fact: Fact, rule: str, limit: Limit, *, then: SetDay | None = None
    ) -> None:
        """
        Start a period; one that this very fact answers is met from the beginning.
        """
        clock_act = then.clock_act if then else ""
        taken = {n: getattr(fact, n) for n in then.clock_terms} if then else {}
        for old in self.some(RUNNING, file=str(fact.file), rule=rule):
            if not _items(fact) or old["items"] == _items(fact):
                self._close(str(old["id"]), fact, DeadlineState.REPLACED)
        key = f"{rule}/{fact.id}"
        ends = limit.last_at or (end_of(limit.last_on) if limit.last_on else None)
        is_met = type(fact).__name__ in DISCHARGED_BY[rule]
        if not is_met:
            self.put(
                RUNNING,
                id=key,
                rule=rule,
                file=str(fact.file),
                thread=str(fact.deed.thread),
                items=_items(fact),
                clock_act=clock_act,
                clock_terms=orjson.dumps(taken).decode(),
                due_at=write_moment(ends) if ends and clock_act else None,
            )
        self.change(
            DEADLINES,
            key,
            fact,
            since=None,
            at="",
            rule=rule,
            state=(DeadlineState.MET if is_met else DeadlineState.RUNNING).code,
            last_on=day_of(ends).isoformat() if ends else None,
            last_at=write_moment(limit.last_at) if limit.last_at else None,
            provisional=int(limit.provisional),
            provision=limit.provision,
            file=str(fact.file),
            thread=str(fact.deed.thread),
            started_by=fact.id,
            started_on=fact.deed.on.isoformat(),
            person=str(fact.deed.actor.person or ""),
            clock_act=clock_act,
            **scope_of(fact),
        )

    def _discharge(self, fact: Fact) -> None:
        name = type(fact).__name__
        for running in self.some(RUNNING, thread=str(fact.deed.thread)):
            rule = str(running["rule"])
            own = running["file"] == str(fact.file)
            if name not in DISCHARGED_BY[rule] or not _same_matter(
                running, fact, own=own
            ):
                continue
            self._close(str(running["id"]), fact, DeadlineState.MET)

    def _close(self, key: str, fact: Fact, state: DeadlineState) -> None:
        self.change(DEADLINES, key, fact, state=state.code)
        self.drop(RUNNING, id=key)

    def due_by(self, moment: str, limit: int = 200) -> list[Due]:
        """
        List what the clock has to do by a moment, earliest first.

        Args:
            moment: As stored: UTC, six digits.
            limit: How many at most.
        """
        rows = self.store.reading.execute(
            'SELECT clock_act, file, rule, due_at, clock_terms FROM "running" '
            "WHERE clock_act != '' AND due_at < ? ORDER BY due_at, id LIMIT ?",
            (moment, limit),
        )
        return [
            Due(act, UUID(file), rule, at, orjson.loads(terms))
            for act, file, rule, at, terms in rows
        ]

    def next_due(self) -> str | None:
        """
        Name the earliest moment at which the clock has something to do.
        """
        row = self.store.reading.execute(
            'SELECT due_at FROM "running" WHERE due_at IS NOT NULL '
            "AND clock_act != '' ORDER BY due_at LIMIT 1"
        ).fetchone()
        moment: str | None = row[0] if row else None
        return moment

    @question("期限台账", "Deadlines", axes=True, rows=("OBL-06", "HAZ-06", "HAZ-11"))
    def deadlines(
        self,
        ask: Ask,
        *,
        until: date | None = None,
        rule: str = "",
        thread: UUID | None = None,
        person: UUID | None = None,
        state: DeadlineState | None = DeadlineState.RUNNING,
        mine: bool | None = None,
    ) -> Select:
        """
        List periods, the earliest last day first: those that end by a day, of a rule,
        and those that whoever asks can end by an act of theirs.
        """
        conditions: tuple[tuple[str, str, Value], ...] = (
            ("last_on <= :until", "until", until.isoformat() if until else None),
            ("rule = :rule", "rule", rule or None),
            ("thread = :thread", "thread", str(thread) if thread else None),
            ("person = :person", "person", str(person) if person else None),
            ("state = :state", "state", state.code if state else None),
        )
        given = [each for each in conditions if each[2] is not None]
        where = tuple(each[0] for each in given)
        values = {name: value for _, name, value in given}
        if mine is not None:
            where += (_theirs(ask.reader, values, wanted=mine),)
        return Select(DEADLINES, where, values, order=("last_on", "last_at"))


def _theirs(reader: Reader, values: dict[str, Value], *, wanted: bool) -> str:
    """
    Write "an act of theirs ends it": by its rule, and by whose file it is.
    """
    reaches = rules_ended_by(reader.role)
    for name, far in (("rules_here", False), ("rules_below", True)):
        rules = [rule for rule, reach in reaches.items() if (reach != Reach.OWN) is far]
        values[name] = orjson.dumps(sorted(rules)).decode()
    values["body"] = str(reader.body or "")
    theirs = (
        "rule IN (SELECT value FROM json_each(:rules_below)) OR (owner = :body "
        "AND rule IN (SELECT value FROM json_each(:rules_here)))"
    )
    return theirs if wanted else f"NOT ({theirs})"


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
    Whether a fact of a kind can answer a period: see ``_same_matter``.
    """
    if fact.__name__ not in DISCHARGED_BY[rule]:
        return False
    starts = STARTED_BY[rule]
    kinds = {start.TOPIC.partition(".")[0] for start in starts}
    is_own = fact.TOPIC.partition(".")[0] in kinds
    return is_own or (_is_itemised(fact) and any(map(_is_itemised, starts)))


def _is_itemised(fact: type[Fact]) -> bool:
    """
    Whether a fact of a kind is about findings of a thread.
    """
    return bool({"item_no", "item_nos"} & {term.name for term in terms_of(fact)})


def _items(fact: Fact) -> str:
    """
    Name the findings, or the certificate, that a fact is about, if any.
    """
    for name in ("item_no", "certificate_number"):
        if (one := getattr(fact, name, None)) is not None:
            return f" {one} "
    return "".join(f" {each} " for each in getattr(fact, "item_nos", ()))


def _same_matter(running: dict[str, Value], fact: Fact, *, own: bool) -> bool:
    """
    Whether a fact answers a period: on the same file, or on what in it it is about.
    """
    items = str(running["items"] or "")
    named = _items(fact)
    if items and named:
        return items in named
    return own
