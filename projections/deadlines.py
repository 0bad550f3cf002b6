"""
The deadline board (期限台账): every period that a fact began, until it is met or over.

A fact carries its limits, reckoned by the law of its day, and the law's own table says
which facts discharge each: so the board needs no list of its own, except of the days
that an act itself sets.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

import orjson

from domain.acts import Reach
from domain.audit_trail.file import RuleBreachFlagged
from domain.base import Fact
from domain.hazard.choices import HazardLevel
from domain.hazard.facts import HazardGraded, HazardIdentified
from domain.hazard.facts_of_treatment import RectificationReported
from domain.limits import Limit
from domain.officer.file import OfficerLeft, OfficerTrainingOverdue
from domain.procedures.ending_periods import RECURRING, rules_ended_by
from domain.procedures.watching import (
    ANSWERED_BY_TAG,
    DISCHARGED_BY,
    DISCHARGED_BY_MATTER,
    FLAGS,
    SET_DAYS,
)
from domain.values import Choice, day_of, end_of, start_of
from infra.handing import Handing, seen_by_hand_over
from infra.questions import Ask, Reader, Select, question
from infra.read_model import on_every_fact, scope_of
from infra.tables_of_rows import Column, Order, Table, Value
from infra.timelines import Timeline
from infra.transcoding import write_moment


class DeadlineState(Choice):
    """
    How a period stands (期限状态); whether it is late follows from the day asked for.
    """

    RUNNING = "进行中", "running"
    MET = "已办结", "met"
    REPLACED = "已变更", "replaced"


#: Facts by which the clock says that a period passed.
MARKS = (RuleBreachFlagged, OfficerTrainingOverdue)

DEADLINES = Timeline(
    "deadlines",
    (
        Column("rule"),
        Column("state", "choice", choices=DeadlineState),
        Column("last_on", "day", runs=("state", DeadlineState.RUNNING.code)),
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
    indexes=(("thread",), ("person",)),
    orders=(Order(("last_on", "last_at")),),
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
        Column("answered", "whole"),
    ),
    indexes=(("thread",), ("due_at",), ("file", "rule")),
    internal=True,
)

MATTERS = Table("matters", (Column("file"),), (Column("items"),), internal=True)

ANSWERS = Table(
    "answers",
    (Column("file"), Column("rule"), Column("fact")),
    (Column("items"), Column("at", "moment")),
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


class Deadlines(Handing):
    """
    Periods as they stood on any day.
    """

    NAME: ClassVar[str] = "deadlines"
    ZH: ClassVar[str] = "期限台账"
    EN: ClassVar[str] = "deadline board"
    EDITION: ClassVar[int] = 2
    TABLES: ClassVar[tuple[Table, ...]] = (RUNNING, MATTERS, ANSWERS, *Handing.HANDING)
    TIMELINES: ClassVar[tuple[Timeline, ...]] = (DEADLINES,)

    @on_every_fact
    def on_fact(self, fact: Fact) -> None:
        """
        End what the fact discharges, then start what it begins.
        """
        self._note(fact)
        self._discharge(fact)
        self._answer(fact)
        for value in vars(fact).values():
            if isinstance(value, Limit) and not isinstance(fact, MARKS):
                self._start(fact, value.rule, value)
        day = SET_DAYS.get(type(fact))
        if day is not None:
            set_on: date = getattr(fact, day.term)
            limit = Limit(day.rule, fact.deed.provision, last_on=set_on)
            self._start(fact, day.rule, limit, then=(day.clock_act, day.clock_terms))

    def _note(self, fact: Fact) -> None:
        """
        Note what a fact says of periods without beginning or answering one.
        """
        if isinstance(fact, HazardIdentified):
            self.put(MATTERS, file=str(fact.file), items=_items(fact))
        if isinstance(fact, HazardGraded) and fact.hazard_level is HazardLevel.ORDINARY:
            self._void(fact, "IN.major.list")
        if isinstance(fact, RectificationReported) and fact.in_time:
            self._void(fact, "IN.major.escalate")
        if isinstance(fact, OfficerLeft) and fact.body is None and fact.role is None:
            self._void(fact, "IN.cert.retrain")
        if isinstance(fact, MARKS):
            self._flagged(f"{fact.limit_passed.rule}/{fact.started_by}")

    def _void(self, fact: Fact, rule: str) -> None:
        for old in self.some(RUNNING, file=str(fact.file), rule=rule):
            self._close(str(old["id"]), fact, DeadlineState.REPLACED)

    def _flagged(self, key: str) -> None:
        """
        Take from the clock what it has flagged; the period runs on until it is met.
        """
        row = self.one(RUNNING, id=key)
        if row is not None and row["answered"]:
            self.drop(RUNNING, id=key)
        elif row is not None:
            self.mend(RUNNING, {"id": key}, clock_act="", due_at=None)

    def _start(
        self,
        fact: Fact,
        rule: str,
        limit: Limit,
        *,
        then: tuple[str, tuple[str, ...]] | None = None,
    ) -> None:
        """
        Start a period; one that this very fact answers is met from the beginning,
        unless it is that fact which begins the next.
        """
        then = then or FLAGS.get(rule, ("", ()))
        for old in self.some(RUNNING, file=str(fact.file), rule=rule, answered=0):
            if not _items(fact) or old["items"] == _items(fact):
                self._close(str(old["id"]), fact, DeadlineState.REPLACED)
        key = f"{rule}/{fact.id}"
        ends = limit.last_at or (end_of(limit.last_on) if limit.last_on else None)
        name = type(fact).__name__
        is_met = name in DISCHARGED_BY[rule] and name not in RECURRING[rule]
        if not is_met:
            self._run(fact, key, ends, rule=rule, then=then)
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
            clock_act=then[0],
            **scope_of(fact),
        )
        self._answered_before(fact, key, rule)

    def _run(
        self,
        fact: Fact,
        key: str,
        ends: datetime | None,
        *,
        rule: str,
        then: tuple[str, tuple[str, ...]],
    ) -> None:
        """
        Have a period run, and the clock act at its end where it has to.
        """
        clock_act, terms = then
        taken = {name: getattr(fact, name) for name in terms}
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
            answered=0,
        )

    def _answered_before(self, fact: Fact, key: str, rule: str) -> None:
        """
        Meet a period by what followed on its first day or later, and was known before.
        """
        begins = write_moment(start_of(fact.deed.on))
        for row in self.some(ANSWERS, file=str(fact.file), rule=rule):
            if str(row["at"]) >= begins and _shares(row, _items(fact)):
                self._meet(key, fact, at=str(row["at"]))
                return

    def _discharge(self, fact: Fact) -> None:
        name = type(fact).__name__
        matter = self.one(MATTERS, file=str(fact.file)) or {}
        items = _items(fact) or str(matter.get("items") or "")
        for running in self.some(RUNNING, thread=str(fact.deed.thread), answered=0):
            rule = str(running["rule"])
            own = running["file"] == str(fact.file)
            named = items if rule in DISCHARGED_BY_MATTER else _items(fact)
            if name in DISCHARGED_BY[rule] and _same_matter(running, named, own=own):
                self._meet(str(running["id"]), fact)

    def _answer(self, fact: Fact) -> None:
        """
        Meet the periods that a fact answers by a tag, in whichever thread it stands.
        """
        for tag in fact.tags():
            kind, _, rest = tag.partition("/")
            file, _, word = rest.partition("/")
            rule = ANSWERED_BY_TAG.get(word)
            if rule is None or kind not in ("hazard", "inspection"):
                continue
            items, at = _items(fact), write_moment(fact.deed.occurred_at)
            self.put(ANSWERS, file=file, rule=rule, fact=fact.id, items=items, at=at)
            for running in self.some(RUNNING, file=file, rule=rule, answered=0):
                if _shares(running, items):
                    self._meet(str(running["id"]), fact)

    def _meet(self, key: str, fact: Fact, *, at: str = "") -> None:
        """
        Say that a period is met; one that was met too late is still the clock's to
        flag.
        """
        row = self.one(RUNNING, id=key)
        assert row is not None
        self.change(DEADLINES, key, fact, state=DeadlineState.MET.code)
        met_at = at or write_moment(fact.deed.occurred_at)
        if row["rule"] in FLAGS and row["clock_act"] and met_at > str(row["due_at"]):
            self.mend(RUNNING, {"id": key}, answered=1)
        else:
            self.drop(RUNNING, id=key)

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
        return Select(
            DEADLINES,
            where,
            values,
            order=("last_on", "last_at"),
            shared=seen_by_hand_over("deadlines", "file"),
        )


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


def _items(fact: Fact) -> str:
    """
    Name the findings, or the certificate, that a fact is about, if any.
    """
    for name in ("item_no", "certificate_number"):
        if (one := getattr(fact, name, None)) is not None:
            return f" {one} "
    return "".join(f" {each} " for each in getattr(fact, "item_nos", ()))


def _same_matter(running: Mapping[str, Value], named: str, *, own: bool) -> bool:
    """
    Whether a fact answers a period: on the same file, or on what in it it is about.
    """
    items = str(running["items"] or "")
    if items and named:
        return items in named
    return own


def _shares(row: Mapping[str, Value], items: str) -> bool:
    """
    Whether two things are about the same findings, where they name any.
    """
    one, other = str(row["items"] or ""), items
    return not one or one in other or (bool(other) and other in one)
