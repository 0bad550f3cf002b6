"""
The deadline board (期限台账): every period that a fact began, until it is met or over.

A fact carries its limits, reckoned by the law of its day, and the law's own table says
which facts discharge each: so the board needs no list of its own, except of the days
that an act itself sets, and of the periods that a fact begins without a limit.
When a year of the calendar is published, the last days that were counted through it
are derived anew, from that position on; the facts keep what they said.
A period without a number in law has no last day, only the day since which it waits.
"""

from collections.abc import Mapping
from datetime import date, datetime
from operator import attrgetter
from typing import ClassVar
from uuid import UUID

from domain.base import Fact
from domain.hazard.choices import HazardLevel
from domain.hazard.facts import HazardGraded, HazardIdentified
from domain.hazard.facts_of_treatment import (
    RectificationReported,
)
from domain.law.deadlines import rule_on
from domain.law.rule import Open
from domain.law.silence import LawSilent
from domain.limits import Limit, limit_of
from domain.officer.file import OfficerLeft
from domain.procedures.beginning_periods import (
    IN_PARTS,
    LAPSING,
    Begun,
    periods_begun,
)
from domain.procedures.dropping_periods import dropped_by, is_in_part
from domain.procedures.suspending_periods import suspended_by
from domain.procedures.watching import (
    ANSWERED_BY_TAG,
    DISCHARGED_BY,
    DISCHARGED_BY_MATTER,
    SET_DAYS,
    SetDay,
)
from domain.references import FileRef
from domain.service.file import DocumentServed, ServiceSetAside
from domain.values import day_of, start_of
from infra.handing import seen_by_hand_over
from infra.questions import Ask, Select, question
from infra.read_model import on_every_fact
from infra.tables_of_rows import Table, Value
from infra.timelines import Timeline
from infra.transcoding import write_moment
from projections.deadlines.agenda import RUNNING
from projections.deadlines.challenging import CHALLENGED, PAPERS, Challenging
from projections.deadlines.closing import COUNTED, IMPORTED, STANDING, Closing
from projections.deadlines.crediting import CREDITED, Crediting
from projections.deadlines.deciding import DECIDED_PER_PARTY, OPEN_PARTIES, Deciding
from projections.deadlines.marks import MARKS
from projections.deadlines.mining import FOUND, MINES, STOPPED, Mining
from projections.deadlines.paying import PART, PARTS, Paying
from projections.deadlines.publishing import Publishing
from projections.deadlines.referring import ANSWERS, MATTERS, Referring
from projections.deadlines.restraining import SUPPLY_CUTS, Restraining
from projections.deadlines.running import DEADLINES, DeadlineState, matter_of
from projections.deadlines.serving import RENDERED, Serving
from projections.deadlines.suspecting import CRIMINAL, Suspecting
from projections.deadlines.urging import DEMANDED, Urging
from projections.deadlines.whose_turn import not_lapsed, theirs
from projections.deadlines.withdrawing import PUBLIC_ITEMS


class Deadlines(
    Deciding,
    Suspecting,
    Closing,
    Mining,
    Crediting,
    Challenging,
    Publishing,
    Referring,
    Paying,
    Urging,
    Restraining,
    Serving,
):
    """
    Periods as they stood on any day.
    """

    NAME: ClassVar[str] = "deadlines"
    ZH: ClassVar[str] = "期限台账"
    EN: ClassVar[str] = "deadline board"
    EDITION: ClassVar[int] = 18
    TABLES: ClassVar[tuple[Table, ...]] = (
        RUNNING,
        MATTERS,
        PAPERS,
        RENDERED,
        ANSWERS,
        OPEN_PARTIES,
        PUBLIC_ITEMS,
        CRIMINAL,
        CHALLENGED,
        PARTS,
        DEMANDED,
        SUPPLY_CUTS,
        CREDITED,
        COUNTED,
        IMPORTED,
        STANDING,
        MINES,
        STOPPED,
        FOUND,
        *Deciding.RECKONING,
        *Deciding.HANDING,
    )
    TIMELINES: ClassVar[tuple[Timeline, ...]] = (DEADLINES,)

    @on_every_fact
    def on_fact(self, fact: Fact) -> None:
        """
        End what the fact discharges or drops, then start what it begins.
        """
        self._note(fact)
        self.note_party(fact)
        self.note_public(fact)
        self.note_result(fact)
        self.note_crime(fact)
        self.note_challenge(fact)
        self.note_closure(fact)
        self.note_mine(fact)
        self.note_demand(fact)
        self.note_cut(fact)
        if not is_in_part(fact):
            self._discharge(fact)
        self._answer(fact)
        self.refer(fact)
        self.note_parts(fact)
        self.note_credit(fact)
        self.note_paper(fact)
        for value in vars(fact).values():
            if not isinstance(value, Limit) or isinstance(fact, MARKS):
                continue
            if value.rule == PART:
                continue
            if not self.is_needless(fact, value.rule):
                self._start(
                    fact,
                    value,
                    counted_from=fact.deed.on,
                    items=self.result_timed(fact, value.rule),
                    file=self.runs_on(fact),
                )
        for begun in periods_begun(fact, self.form_of(fact)):
            self._begin(fact, begun)
        day = SET_DAYS.get(type(fact))
        if day is not None:
            self._set(fact, day)

    def _set(self, fact: Fact, day: SetDay) -> None:
        """
        Start a period whose last day the act set, if it set one; what is shown without
        a term has none.
        """
        if day.term.startswith("term.") and getattr(fact, "term", None) is None:
            return
        set_on: date | None = attrgetter(day.term)(fact)
        if set_on is None:
            return
        limit = Limit(day.rule, fact.deed.provision, last_on=set_on)
        self._start(fact, limit, then=(day.clock_act, day.clock_terms))

    def _begin(self, fact: Fact, begun: Begun) -> None:
        """
        Start a period that the fact keeps no limit for: with its last day, or with its
        age where neither the law nor the place gives a number. An age runs from its
        first day.
        """
        first = self.first_day(begun, pack=fact.deed.pack)
        on = day_of(first) if isinstance(first, datetime) else first
        try:
            rule = rule_on(begun.rule, on)
        except LawSilent:
            return
        if rule.period is not Open.PROMPT:
            found = self.reckoned(rule.id, first, pack=fact.deed.pack)
            if found is not None:
                key = self._start(fact, limit_of(found), counted_from=on)
                if begun.told:
                    self.meet(key, fact)
            if found is not None or rule.period is not Open.SET:
                return
        items = self.parts_left(fact, rule.id) or matter_of(fact)
        waiting = self.some(RUNNING, file=str(fact.file), rule=rule.id)
        is_known = any(not items or row["items"] == items for row in waiting)
        if not is_known and (items or rule.id not in IN_PARTS):
            self._start(fact, Limit(rule.id, rule.provision), items=items)

    def _note(self, fact: Fact) -> None:
        """
        Note what a fact says of periods without beginning or answering one.
        """
        if isinstance(fact, HazardIdentified):
            thread = str(fact.deed.thread)
            items = matter_of(fact)
            self.put(MATTERS, file=str(fact.file), items=items, thread=thread)
        if isinstance(fact, HazardGraded) and fact.hazard_level is HazardLevel.ORDINARY:
            self.void(fact, "IN.major.list")
            self.void(fact, "IN.major.report")
        if isinstance(fact, DocumentServed):
            self.note_service(fact)
        if isinstance(fact, ServiceSetAside):
            for rule in sorted(LAPSING):
                self.void(fact, rule)
        if isinstance(fact, RectificationReported) and fact.in_time:
            self.void(fact, "IN.major.escalate")
        if isinstance(fact, OfficerLeft) and fact.body is None and fact.role is None:
            self.void(fact, "IN.cert.retrain")
        if isinstance(fact, MARKS):
            self.flagged(f"{fact.limit_passed.rule}/{fact.started_by}")

    def _start(
        self,
        fact: Fact,
        limit: Limit,
        *,
        then: tuple[str, tuple[str, ...]] | None = None,
        counted_from: date | None = None,
        items: str = "",
        file: UUID | None = None,
    ) -> str:
        """
        Start a period, which may be answered already.

        Returns:
            Its key.
        """
        key = self.start(
            fact,
            limit,
            then=then,
            counted_from=counted_from,
            items=items,
            file=file,
        )
        self._answered_before(fact, key, limit.rule)
        self.count_back(fact, key, limit)
        return key

    def _answered_before(self, fact: Fact, key: str, rule: str) -> None:
        """
        Meet a period by what followed on its first day or later, and was known before.
        """
        begins = write_moment(start_of(fact.deed.on))
        answers = self.some(ANSWERS, file=str(fact.file), rule=rule)
        for row in answers if rule not in IN_PARTS else ():
            if str(row["at"]) >= begins and _shares(row, matter_of(fact)):
                self.meet(key, fact, at=str(row["at"]))
                return

    def _discharge(self, fact: Fact) -> None:
        name, dropped = type(fact).__name__, dropped_by(fact)
        suspended, stops_on = suspended_by(fact), str(self.stops_on(fact))
        items = matter_of(fact) or self._items_of(fact)
        for running in self.some(RUNNING, thread=str(fact.deed.thread), answered=0):
            rule = str(running["rule"])
            own = running["file"] == str(fact.file)
            own = own or self.is_challenged(running, fact)
            named = items if rule in DISCHARGED_BY_MATTER else matter_of(fact)
            if rule in suspended and (own or running["file"] == stops_on):
                self.close_period(str(running["id"]), fact, DeadlineState.SUSPENDED)
            if rule in dropped:
                if _same_matter(running, named, own=own):
                    self.meet(str(running["id"]), fact, state=DeadlineState.DROPPED)
                continue
            if name not in DISCHARGED_BY[rule]:
                continue
            if rule in DECIDED_PER_PARTY and self.is_undecided(running, fact):
                continue
            if rule in IN_PARTS:
                self.answer_part(running, fact, rule)
            elif rule in DECIDED_PER_PARTY or _same_matter(running, named, own=own):
                self.meet(str(running["id"]), fact)

    def _items_of(self, fact: Fact) -> str:
        known = self.one(MATTERS, file=str(fact.file))
        return str(known["items"]) if known else ""

    def _answer(self, fact: Fact) -> None:
        """
        Meet the periods that a fact answers by a tag, in whichever thread it stands.
        """
        for tag in fact.tags():
            kind, _, rest = tag.partition("/")
            file, _, word = rest.partition("/")
            rule = ANSWERED_BY_TAG.get(word)
            if rule is None or kind not in ("hazard", "inspection", "entry", "penalty"):
                continue
            if self.is_left(rule, file):
                continue
            items, at = matter_of(fact), write_moment(fact.deed.occurred_at)
            self.put(ANSWERS, file=file, rule=rule, fact=fact.id, items=items, at=at)
            for running in self.some(RUNNING, file=file, rule=rule, answered=0):
                # A penalty is one matter, whichever findings or party it is about.
                if kind == "penalty" or _shares(running, items):
                    self.meet(str(running["id"]), fact)

    @question("期限台账", "Deadlines", axes=True, rows=("OBL-06", "HAZ-06", "HAZ-11"))
    def deadlines(
        self,
        ask: Ask,
        *,
        until: date | None = None,
        rule: str = "",
        thread: UUID | None = None,
        file: FileRef | None = None,
        person: UUID | None = None,
        state: DeadlineState | None = DeadlineState.RUNNING,
        mine: bool | None = None,
    ) -> Select:
        """
        List periods, the earliest last day first, then those without a number in law
        that have waited longest: those that end by a day, of a rule, and those that
        whoever asks can end by an act of theirs. A right that lapsed runs no longer.
        """
        select = (
            Select(
                DEADLINES,
                order=("waiting_since", "last_on", "last_at"),
                shared=seen_by_hand_over("deadlines", "file"),
            )
            .having(rule=rule or None, thread=thread, file=file)
            .having(person=person, state=state)
            .satisfying("last_on <= :until", until=until)
        )
        if state is DeadlineState.RUNNING:
            select = not_lapsed(select)
        return select if mine is None else theirs(select, ask.reader, wanted=mine)


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
