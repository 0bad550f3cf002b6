"""
The calendar and the packs that were in force at a position, for a read model that
reckons periods (期限推算).

What an act reads before it records a limit is here read from the facts before that one,
so the same day comes out; and another one once a year is published (D12).
"""

from datetime import date, datetime

import orjson

from domain.calendar import Calendar, CalendarYear, YearStatus
from domain.calendar_year.file import (
    CALENDARS,
    CalendarYearPublished,
    PublishedYear,
)
from domain.law.calendars import SHIPPED, with_published
from domain.law.packs import Pack, PackStatus
from domain.law.rule import Period
from domain.law.silence import LawSilent
from domain.periods import Due, due
from domain.procedures.beginning_periods import Begun
from domain.rule_pack.file import RulePackPublished
from domain.rule_pack.values import PackValue, pack_of_values, read
from infra.handing import Handing
from infra.ledger import Ledger
from infra.read_model import on
from infra.tables_of_rows import Column, Table

YEARS = Table(
    "years",
    (Column("position", "whole"),),
    (Column("terms", "json"),),
    internal=True,
)

PACKS_PUBLISHED = Table(
    "packs_published",
    (Column("pack"),),
    (Column("status"), Column("terms", "json")),
    internal=True,
)


class Reckoning(Handing, listed=False):
    """
    Base of a read model that reckons periods.
    """

    #: To be laid out beside a model's own tables.
    RECKONING = (YEARS, PACKS_PUBLISHED)

    #: How many years were published, and the calendar with them.
    _in_force: tuple[int, Calendar] = (0, SHIPPED)

    def keep_year(self, fact: CalendarYearPublished) -> None:
        """
        Keep a year as it was published.
        """
        terms = (
            fact.year,
            fact.year_status.name,
            fact.holidays,
            fact.makeup_workdays,
            fact.statutory,
            fact.source,
        )
        self.put(YEARS, position=fact.position, terms=orjson.dumps(terms).decode())

    @on(RulePackPublished)
    def on_pack(self, fact: RulePackPublished) -> None:
        """
        Keep the periods that a version of a pack sets.
        """
        values = [
            {
                "parameter": each.parameter,
                "value": each.value,
                "basis": each.basis,
                "in_force_from": each.in_force_from,
                "in_force_until": each.in_force_until,
            }
            for each in fact.pack_values
            if isinstance(read(each.value), Period)
        ]
        self.put(
            PACKS_PUBLISHED,
            pack=f"{fact.pack_code}@{fact.pack_version}",
            status=fact.pack_status.name,
            terms=orjson.dumps(values).decode(),
        )

    @property
    def calendar(self) -> Calendar:
        """
        The working calendar in force, as far as the model has come.
        """
        rows = self.some(YEARS)
        if len(rows) != self._in_force[0]:
            years = [_year(str(row["terms"])) for row in rows]
            self._in_force = (len(rows), with_published(years))
        return self._in_force[1]

    def reckoned(self, rule: str, start: date | datetime, *, pack: str) -> Due | None:
        """
        Reckon a period by the calendar in force; nothing for one that has no number of
        days.

        Args:
            rule: A row of the table of deadlines.
            start: The legal day, or for a rule in hours the moment, that starts it.
            pack: The pack, as facts name it; empty where national law stands alone.
        """
        try:
            return due(rule, start, calendar=self.calendar, pack=self._pack(pack))
        except LawSilent:
            return None

    def first_day(self, begun: Begun, *, pack: str) -> date | datetime:
        """
        Give what a period is counted from: a day or moment, or the last day of another
        period that is counted from there.

        Args:
            begun: The period.
            pack: The pack, as facts name it.
        """
        before = (
            self.reckoned(begun.after, begun.on, pack=pack) if begun.after else None
        )
        return before.day if before is not None else begun.on

    def _pack(self, label: str) -> Pack | None:
        row = self.one(PACKS_PUBLISHED, pack=label)
        if row is None:
            return None
        values = tuple(_value(**each) for each in orjson.loads(str(row["terms"])))
        status = PackStatus[str(row["status"])]
        return pack_of_values(label.partition("@")[0], status, values)


def calendar_of(ledger: Ledger) -> Calendar:
    """
    Give the calendar that acts on a ledger count by now: the years published in it, on
    top of the calendar that was shipped.
    """
    files, _ = ledger.recorder.tagged(CALENDARS)
    published = [ledger.read(file) for file in files]
    return with_published(
        each.as_year() for each in published if isinstance(each, PublishedYear)
    )


def _year(terms: str) -> CalendarYear:
    year, status, holidays, makeup_workdays, statutory, source = orjson.loads(terms)
    return CalendarYear(
        year=year,
        status=YearStatus[status],
        holidays=_days(holidays),
        makeup_workdays=_days(makeup_workdays),
        statutory=_days(statutory),
        source=source,
    )


def _days(texts: list[str]) -> frozenset[date]:
    return frozenset(map(date.fromisoformat, texts))


def _value(
    *,
    parameter: str,
    value: str,
    basis: str,
    in_force_from: str | None,
    in_force_until: str | None,
) -> PackValue:
    return PackValue(
        parameter,
        value,
        basis,
        in_force_from=date.fromisoformat(in_force_from) if in_force_from else None,
        in_force_until=date.fromisoformat(in_force_until) if in_force_until else None,
    )
