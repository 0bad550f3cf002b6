"""
Periods that begin, are derived anew, and end (期限的起止).

When a year of the calendar is published, the last days that were counted through it are
derived anew, from that position on; the facts keep what they said (行政处罚法85).
"""

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

import orjson

from domain.base import Audience, Fact
from domain.calendar_year.file import CalendarYearPublished
from domain.enforcement_case.facts import CaseFiled
from domain.inspection.facts import InspectionRefused
from domain.limits import Limit
from domain.penalty.facts import PenaltyDecided
from domain.procedures.beginning_periods import TOGETHER
from domain.procedures.ending_periods import RECURRING
from domain.procedures.watching import DISCHARGED_BY, FLAGS, LAPSES
from domain.values import Choice, day_of, end_of
from infra.read_model import on, scope_of
from infra.tables_of_rows import Column, Order, Value
from infra.timelines import Timeline
from infra.transcoding import write_moment
from projections.deadlines.agenda import RUNNING, Agenda


class DeadlineState(Choice):
    """
    How a period stands (期限状态); whether it is late follows from the day asked for.
    """

    RUNNING = "进行中", "running"
    MET = "已办结", "met"
    REPLACED = "已变更", "replaced"
    SUSPENDED = "已中止", "standing still"
    DROPPED = "已终结", "ended, not met"


#: Stands for what an obstruction is about, which has no number.
OBSTRUCTION = " obstruction "

#: Says that a period runs: its last day, or its age, counts.
WHILE_IT_RUNS = ("state", DeadlineState.RUNNING.code)

DEADLINES = Timeline(
    "deadlines",
    (
        Column("rule", "rule"),
        Column("state", "choice", choices=DeadlineState),
        Column("last_on", "day", runs=WHILE_IT_RUNS),
        Column("last_at", "moment"),
        Column("waiting_since", "day", runs=WHILE_IT_RUNS),
        Column("provisional", "flag"),
        Column("calendar_version", "whole"),
        Column("derived_by", "fact"),
        Column("provision"),
        Column("file", "file"),
        Column("thread", "file"),
        Column("started_by", "fact"),
        Column("started_on", "day"),
        Column("person", "file", term="handled_by"),
        Column("clock_act"),
    ),
    key=Column("id", "text"),
    indexes=(("thread",), ("file",), ("person",)),
    orders=(Order(("waiting_since", "last_on", "last_at")),),
)


class Running(Agenda, listed=False):
    """
    Base of the read model that keeps periods.
    """

    @on(CalendarYearPublished)
    def on_year(self, fact: CalendarYearPublished) -> None:
        """
        Derive anew what runs and was counted by the calendar.
        """
        self.keep_year(fact)
        for row in self.some(RUNNING):
            if row["counted_from"]:
                self._derive(row, fact)

    def _derive(self, row: Mapping[str, Value], fact: Fact) -> None:
        """
        Count a period again from its first day; the row says by which calendar.
        """
        start = date.fromisoformat(str(row["counted_from"]))
        found = self.reckoned(str(row["rule"]), start, pack=str(row["pack"]))
        if found is None:
            return
        last_on, provisional = found.day.isoformat(), int(found.provisional)
        if (last_on, provisional) == (row["last_on"], row["provisional"]):
            return
        key, due_at = str(row["id"]), write_moment(end_of(found.day))
        self.change(
            DEADLINES,
            key,
            fact,
            at=str(row["begun_at"]),
            last_on=last_on,
            provisional=provisional,
            calendar_version=self.calendar.version,
            derived_by=fact.id,
        )
        self.mend(
            RUNNING,
            {"id": key},
            last_on=last_on,
            provisional=provisional,
            due_at=due_at,
        )

    def void(self, fact: Fact, rule: str) -> None:
        """
        Take back the periods of a rule on the file of a fact.
        """
        for old in self.some(RUNNING, file=str(fact.file), rule=rule):
            self.close_period(str(old["id"]), fact, DeadlineState.REPLACED)

    def flagged(self, key: str) -> None:
        """
        Take from the clock what it has flagged; the period runs on until it is met.
        """
        row = self.one(RUNNING, id=key)
        if row is not None and row["answered"]:
            self.drop(RUNNING, id=key)
        elif row is not None:
            self.mend(RUNNING, {"id": key}, clock_act="", due_at=None)

    def start(
        self,
        fact: Fact,
        limit: Limit,
        *,
        then: tuple[str, tuple[str, ...]] | None = None,
        counted_from: date | None = None,
        items: str = "",
        file: UUID | None = None,
        part: int = 0,
    ) -> str:
        """
        Start a period; one that this very fact answers is met from the beginning,
        unless it is that fact which begins the next.

        Args:
            fact: What begins it.
            limit: Until when it runs.
            then: What the clock does at its end, and with which of the fact's terms.
            counted_from: The legal day from which it is counted, forward or back.
            items: What in the file it is about.
            file: On which file it runs; the fact's own by default.
            part: Which of several that the fact begins by one rule, from 1.

        Returns:
            Its key.
        """
        rule, on_file = limit.rule, str(file or fact.file)
        then = then or FLAGS.get(rule) or LAPSES.get(rule, ("", ()))
        items = items or matter_of(fact)
        self._replace(fact, rule, items=items, file=on_file)
        key = "/".join((rule, fact.id, *((str(part),) if part else ())))
        ends = None if rule in TOGETHER else _end_of(limit)
        is_met, begun_on = _answers(fact, rule), fact.deed.on
        if not is_met:
            self._run(
                fact,
                key,
                limit,
                items=items,
                then=then,
                counted_from=self._counted(fact, limit, counted_from),
                file=on_file,
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
            waiting_since=None if ends else fact.deed.on.isoformat(),
            provisional=int(limit.provisional),
            provision=limit.provision,
            file=on_file,
            thread=str(fact.deed.thread),
            started_by=fact.id,
            started_on=min(counted_from or begun_on, begun_on).isoformat(),
            person=str(fact.deed.actor.person or ""),
            clock_act=then[0],
            **scope_of(fact) | {"audience": _seen_by(fact).code},
        )
        return key

    def _replace(self, fact: Fact, rule: str, *, items: str, file: str) -> None:
        """
        Close what runs by a rule on a file, of the same matter.
        """
        for old in self.some(RUNNING, file=file, rule=rule, answered=0):
            if not items or old["items"] == items:
                self.close_period(str(old["id"]), fact, DeadlineState.REPLACED)

    def _counted(self, fact: Fact, limit: Limit, start: date | None) -> date | None:
        """
        Give the day from which a limit was counted, if counting from it yields it.
        """
        if start is None or limit.last_on is None:
            return None
        found = self.reckoned(limit.rule, start, pack=fact.deed.pack)
        return start if found is not None and found.due == limit.last_on else None

    def _run(
        self,
        fact: Fact,
        key: str,
        limit: Limit,
        *,
        items: str,
        then: tuple[str, tuple[str, ...]],
        counted_from: date | None,
        file: str,
    ) -> None:
        """
        Have a period run, and the clock act at its end where it has to.
        """
        clock_act, terms = then
        taken = {name: getattr(fact, name) for name in terms}
        is_clocks = clock_act and (limit.last_on or limit.last_at)
        self.put(
            RUNNING,
            id=key,
            rule=limit.rule,
            file=file,
            thread=str(fact.deed.thread),
            items=items,
            clock_act=clock_act,
            clock_terms=orjson.dumps(taken).decode(),
            due_at=write_moment(limit.ends_at) if is_clocks else None,
            answered=0,
            begun_at=fact.deed.occurred_at.isoformat(),
            counted_from=counted_from.isoformat() if counted_from else None,
            pack=fact.deed.pack,
            last_on=limit.last_on.isoformat() if limit.last_on else None,
            provisional=int(limit.provisional),
        )

    def meet(
        self,
        key: str,
        fact: Fact,
        *,
        at: str = "",
        state: DeadlineState = DeadlineState.MET,
    ) -> None:
        """
        Say that a period is met, or has ended without that; one that was met too late
        is still the clock's to flag, and of one whose last day is provisional that is
        not known yet.
        """
        row = self.one(RUNNING, id=key)
        assert row is not None
        self.change(DEADLINES, key, fact, state=state.code)
        met_at = at or write_moment(fact.deed.occurred_at)
        is_open = met_at > str(row["due_at"]) or row["provisional"]
        if row["rule"] in FLAGS and row["clock_act"] and is_open:
            self.mend(RUNNING, {"id": key}, answered=1, met_at=met_at)
        else:
            self.drop(RUNNING, id=key)

    def close_period(self, key: str, fact: Fact, state: DeadlineState) -> None:
        self.change(DEADLINES, key, fact, state=state.code)
        self.drop(RUNNING, id=key)


def _end_of(limit: Limit) -> datetime | None:
    return limit.ends_at if limit.last_at or limit.last_on else None


def _seen_by(fact: Fact) -> Audience:
    """
    Say for whom a period is: what is public is for everybody, its times are not.
    """
    is_public = fact.AUDIENCE is Audience.PUBLIC
    return Audience.OFFICE if is_public else fact.AUDIENCE


def _answers(fact: Fact, rule: str) -> bool:
    """
    Whether a fact answers a period, and does not begin the next one.
    """
    name = type(fact).__name__
    return name in DISCHARGED_BY[rule] and name not in RECURRING[rule]


def matter_of(fact: Fact) -> str:
    """
    Name the findings, the obstruction, the certificate, the party, the registration or
    the credit fact that a fact is about, if any; a penalty is a file of its own, for
    one party.
    """
    if isinstance(fact, InspectionRefused):
        return OBSTRUCTION
    if isinstance(fact, CaseFiled) and fact.inspection and not fact.item_nos:
        return OBSTRUCTION
    if isinstance(fact, PenaltyDecided):
        return ""
    for name in ("party_no", "registration_no", "credit_no"):
        if (one := getattr(fact, name, None)) is not None:
            return f" {fact.file}/{one} "
    for name in ("item_no", "certificate_number"):
        if (one := getattr(fact, name, None)) is not None:
            return f" {one} "
    return "".join(f" {each} " for each in getattr(fact, "item_nos", ()))
