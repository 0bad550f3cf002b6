"""
The question (查询): how a read model is asked, within the scope of who asks.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from inspect import Parameter, getdoc, signature
from typing import Self, TypeVar, get_type_hints
from uuid import UUID

import orjson

from domain.base import Audience, Role
from domain.published_layout import Layout
from domain.refusals import NotCompetent
from domain.shapes import Member, shape_of
from domain.steps import Step
from domain.values import Choice
from infra.cursors import AFTER_ALL, Start
from infra.lapses import Lapse, public_day
from infra.tables_of_rows import Column, Table, Value
from infra.timelines import Timeline

M = TypeVar("M", bound=Callable[..., "Select"])

#: What may be asked for; nothing asks for nothing.
Asked = UUID | date | Choice | str | int | None

#: How many rows a page has at most.
ROWS_MAX = 500

#: Every role that has a desk of its own.
OFFICE = frozenset(Role) - {Role.PUBLIC, Role.PARTNER, Role.CLOCK}

#: Everybody, the public included.
EVERYBODY = frozenset(Role)


@dataclass(frozen=True)
class Reader:
    """
    Who asks, and what that lets them see (D21, D26).

    Args:
        role: In what capacity.
        person: Who; absent for the public.
        body: For which body.
        bodies: Own body and those below it, and what the role adds.
        audiences: Audiences that the role belongs to.
    """

    role: Role
    person: UUID | None = None
    body: UUID | None = None
    bodies: frozenset[UUID] = frozenset()
    audiences: frozenset[Audience] = frozenset({Audience.PUBLIC})


@dataclass(frozen=True)
class Ask:
    """
    How a question is put.

    Args:
        reader: Who asks.
        as_of: The legal day that the answer is to stand for; today if absent.
        known_at: The position that it is to be known at; the newest if absent.
        limit: Rows wanted.
        cursor: Where the page before ended.
    """

    reader: Reader
    as_of: date | None = None
    known_at: int | None = None
    limit: int = 50
    cursor: str = ""


@dataclass(frozen=True)
class Page:
    """
    A page of an answer.

    Args:
        columns: The columns shown.
        rows: The rows, by column name.
        position: How far the read model has come.
        next: Cursor of the next page; empty at the end.
        entitled: Of each row, whether personal values in it are the reader's to see:
            those of the reader's own bodies, not those that are merely public.
    """

    columns: tuple[Column, ...]
    rows: tuple[Mapping[str, Value], ...]
    position: int
    next: str = ""
    entitled: tuple[bool, ...] = ()


@dataclass(frozen=True)
class Ahead:
    """
    What comes next in a file, and by what it is done (下一步).

    Args:
        column: The column that says it.
        acts: By its code there, the names of the acts that do it, in their order: on
            the file itself, on others of its thread, or opening one.
    """

    column: str
    acts: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Heads:
    """
    That each row of a question heads a file (卷宗之首): what the file is called, and
    how it stands.

    Args:
        kind: Topic of the files.
        called: The columns that a file without a name of its own is called by; ``a|b``
            means the first of them that says something.
        standing: The column that says how it stands; empty for none.
        ahead: What comes next in it, where a column of its own says so.
        steps: What comes next in it by how it stands, where that says so; at an absent
            stage nothing does.
    """

    kind: str
    called: tuple[str, ...] = ()
    standing: str = ""
    ahead: Ahead | None = None
    steps: Mapping[Choice, Step] = field(default_factory=dict)


@dataclass(frozen=True)
class Question:
    """
    A declared question.

    Args:
        name: Its name, in URLs.
        zh: Chinese label.
        en: English label.
        by: Roles that may ask it.
        desks: At which desks it is asked.
        terms: What it is asked with.
        axes: Whether it answers for any day and any position.
        rows: Rows of the specification that it carries.
        doc: What it answers, in a sentence.
        method: The read model's method.
        heads: Of which files its rows are; nothing, if they are of none.
        layout: How a sheet of its whole answer is laid out, where that is prescribed.
    """

    name: str
    zh: str
    en: str
    by: frozenset[Role]
    desks: tuple[str, ...]
    terms: tuple[Member, ...]
    axes: bool
    rows: tuple[str, ...]
    doc: str
    method: Callable[..., "Select"]
    heads: Heads | None = None
    layout: Layout | None = None

    def permit(self, reader: Reader) -> None:
        """
        Refuse a role that the question is not for.
        """
        if reader.role not in self.by:
            raise NotCompetent(
                "question_not_for_role",
                under="实录设计D21",
                question=self.name,
                role=reader.role.code,
            )


def question(
    zh: str,
    en: str,
    *,
    by: Iterable[Role] = OFFICE,
    desks: tuple[str, ...] = ("enforcement", "discipline"),
    axes: bool = False,
    rows: tuple[str, ...] = (),
    heads: Heads | None = None,
    layout: Layout | None = None,
) -> Callable[[M], M]:
    """
    Declare a question: ``(self, ask, *, terms) -> Select``.

    Args:
        zh: Chinese label.
        en: English label.
        by: Roles that may ask it.
        desks: At which desks it is asked.
        axes: Whether it answers for any day and any position.
        rows: Rows of the specification that it carries.
        heads: Of which files its rows are.
        layout: How a sheet of its whole answer is laid out, where that is prescribed.
    """

    def declare(method: M) -> M:
        hints = get_type_hints(method, include_extras=True)
        terms = tuple(
            Member(p.name, shape_of(hints[p.name]), required, None)
            for p in signature(method).parameters.values()
            if p.kind is Parameter.KEYWORD_ONLY
            for required in (p.default is Parameter.empty,)
        )
        method.__dict__["question"] = Question(
            name=method.__name__.replace("_", "-"),
            zh=zh,
            en=en,
            by=frozenset(by),
            desks=desks,
            terms=terms,
            axes=axes,
            rows=rows,
            doc=getdoc(method) or "",
            method=method,
            heads=heads,
            layout=layout,
        )
        return method

    return declare


@dataclass(frozen=True)
class Select:
    """
    What a question asks of one table; scope, time and paging are added when it runs.

    Args:
        source: The table or two-axis table.
        where: Conditions with named blanks, joined by AND.
        values: What the blanks are filled with.
        order: Columns to order by, ``-name`` for descending; the key is added.
        few: Whether few rows are expected among many: they are found first and then
            put in order, instead of all being looked through in order.
        columns: Columns shown; all by default.
        shared: Condition under which a row of another body is seen as well.
        lapse: When what is public is so no longer, and what is left of it then.
    """

    source: Table | Timeline
    where: tuple[str, ...] = ()
    values: Mapping[str, Value] = field(default_factory=dict)
    order: tuple[str, ...] = ()
    few: bool = False
    columns: tuple[str, ...] = ()
    shared: str = ""
    lapse: Lapse | None = None

    @property
    def table(self) -> Table:
        """
        The table that the rows lie in.
        """
        return self.source.rows if isinstance(self.source, Timeline) else self.source

    @property
    def ordering(self) -> tuple[str, ...]:
        """
        The columns that rows are ordered by: those asked for, then the key.
        """
        return self.table.ordering(self.order)

    def satisfying(self, condition: str, **blanks: Asked) -> "Select":
        """
        Narrow to the rows of which a condition is true; where nothing is asked for in
        a blank of it, it is passed over.

        Args:
            condition: The condition, with ``:name`` for each blank.
            blanks: What the blanks are filled with.
        """
        values = {name: _stored(value) for name, value in blanks.items()}
        if None in values.values():
            return self
        return replace(
            self, where=(*self.where, condition), values={**self.values, **values}
        )

    def having(self, **wanted: Asked) -> "Select":
        """
        Narrow to the rows that hold, column by column, what is asked for.
        """
        select = self
        for column, value in wanted.items():
            select = select.satisfying(f'"{column}" = :{column}', **{column: value})
        return select

    def among(
        self, column: str, choices: Iterable[Choice], *, is_in: bool | None
    ) -> "Select":
        """
        Narrow to the rows that hold one of some choices, or to those that hold another;
        where neither is asked for, to none of the two.
        """
        if is_in is None:
            return self
        codes = ", ".join(sorted(f"'{choice.code}'" for choice in choices))
        return self.satisfying(f"{column} {'IN' if is_in else 'NOT IN'} ({codes})")

    def of_files(self, files: Iterable[str]) -> "Select":
        """
        Narrow to the rows of files.
        """
        key = self.table.key[0].name
        wanted = orjson.dumps(sorted(set(files))).decode()
        return replace(
            self,
            where=(*self.where, f'"{key}" IN (SELECT value FROM json_each(:files))'),
            values={**self.values, "files": wanted},
        )

    def run(
        self, sql: sqlite3.Connection, ask: Ask, *, position: int, today: date
    ) -> Page:
        """
        Ask the table.

        Of a two-axis table the pages of one answer stand for one day and one position,
        those of its first page.

        Args:
            sql: The model's connection for reading.
            ask: Who asks, for when, from where on.
            position: How far the model has come.
            today: The legal day that a two-axis answer stands for if none is asked.
        """
        order = self.ordering
        start = Start.read(ask.cursor, order) if ask.cursor else None
        at = _Axes.of(ask, start, position=position, today=today)
        where, values = list(self.where), dict(self.values)
        where.append(_in_scope(ask.reader, values, self.shared))
        if self.shared:
            values["seen_day"] = at.as_of.isoformat()
            values["seen_position"] = min(at.known_at, AFTER_ALL)
        if isinstance(self.source, Timeline):
            where += at.narrowing(values)
        if self.lapse is not None:
            seen_by = ask.reader.audiences
            where += self.lapse.narrowing(seen_by)
            values["public_day"] = public_day(seen_by, as_of=at.as_of, today=today)
        limit = max(1, min(ask.limit, ROWS_MAX))
        rows = self._rows(sql, where, values, start=start, limit=limit + 1)
        shown = rows[:limit]
        names = self._shown
        columns = {c.name: c for c in self.table.all}
        last = tuple(shown[-1][n] for n in _plain(order)) if len(rows) > limit else ()
        return Page(
            columns=tuple(columns[n] for n in names),
            rows=tuple({n: row[n] for n in names} for row in shown),
            position=position,
            next=Start(at.known_at, at.as_of, last).written if last else "",
            entitled=tuple(_is_entitled(ask.reader, row) for row in shown),
        )

    @property
    def _shown(self) -> tuple[str, ...]:
        return self.columns or tuple(
            n for n in self.table.names if n not in ("owner", "audience")
        )

    def _rows(
        self,
        sql: sqlite3.Connection,
        where: list[str],
        values: Mapping[str, Value],
        *,
        start: "Start | None",
        limit: int,
    ) -> list[dict[str, Value]]:
        """
        Read rows in order from a start on, one stretch of the order after the other.
        """
        needed = dict.fromkeys(
            (*self._shown, *_plain(self.ordering), "owner", "audience")
        )
        lasting = {*_plain(self.ordering), "owner", "audience"}
        chosen = ", ".join(
            self.lapse.shown(n) if self.lapse and n not in lasting else f'"{n}"'
            for n in needed
        )
        last = _cursor(start.last) if start else {}
        whole = _Stretch("", self.ordering)
        rows: list[tuple[Value, ...]] = []
        for stretch in self._stretches() if start else (whole,):
            held = [w for w in (*where, stretch.where) if w]
            by = self.table.ordered(stretch.order, kept=not self.few)
            rows += sql.execute(
                f'SELECT {chosen} FROM "{self.table.name}" '
                f"WHERE {' AND '.join(f'({w})' for w in held)} "
                f"ORDER BY {by} LIMIT :limit",
                {**values, **last, "limit": limit - len(rows)},
            )
            if len(rows) >= limit:
                break
        return [dict(zip(needed, row, strict=True)) for row in rows]

    def _stretches(self) -> Iterator["_Stretch"]:
        """
        Cut what comes after the last row into stretches, the nearest first: those equal
        to it in every column asked for and beyond it by key, then those equal in all
        but the last of them, and so on.
        """
        order, asked = self.ordering, len(self.order)
        columns = [self.table.comparable(name) for name in order]
        blanks = [f":cursor_{n}" for n in range(len(order))]
        equal = [f"{c} = {b}" for c, b in zip(columns, blanks, strict=True)]
        if order[asked:]:
            key, last = ", ".join(columns[asked:]), ", ".join(blanks[asked:])
            beyond = f"({key}) {_beyond(order[-1])} ({last})"
            yield _Stretch(" AND ".join([*equal[:asked], beyond]), order[asked:])
        for n in reversed(range(asked)):
            beyond = f"{columns[n]} {_beyond(order[n])} {blanks[n]}"
            yield _Stretch(" AND ".join([*equal[:n], beyond]), order[n:])


def _stored(value: Asked) -> Value:
    """
    Write what is asked for as columns hold it.
    """
    if isinstance(value, Choice):
        return value.code
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, UUID) else value


@dataclass(frozen=True)
class _Stretch:
    """
    A piece of an order that lies together in an index kept in that order.

    Args:
        where: What is true of its rows; nothing for all of them.
        order: The columns that tell its rows apart, complete.
    """

    where: str
    order: tuple[str, ...]


def _beyond(name: str) -> str:
    return "<" if name.startswith("-") else ">"


def _cursor(last: tuple[Value, ...]) -> dict[str, Value]:
    """
    Fill the blanks of where a page starts.
    """
    return {f"cursor_{n}": "" if v is None else v for n, v in enumerate(last)}


def _in_scope(reader: Reader, values: dict[str, Value], shared: str) -> str:
    """
    Narrow to what the reader may see: public rows, those of the reader's bodies, and
    those that are shared with them; a partner, which is no office, sees of all that an
    office sees what was handed to it alone.
    """
    seen = ["audience = 'public'"]
    audiences = [a.code for a in reader.audiences if a is not Audience.PUBLIC]
    if audiences:
        values["scope_audiences"] = orjson.dumps(audiences).decode()
        values["scope_bodies"] = orjson.dumps([str(b) for b in reader.bodies]).decode()
        seen.append(
            "audience IN (SELECT value FROM json_each(:scope_audiences)) AND "
            "(owner IS NULL OR owner IN (SELECT value FROM json_each(:scope_bodies))"
            f"{f' OR {shared}' if shared else ''})"
        )
    elif shared and reader.role is Role.PARTNER and reader.body is not None:
        values["scope_bodies"] = orjson.dumps([str(reader.body)]).decode()
        seen.append(f"audience = '{Audience.OFFICE.code}' AND {shared}")
    return " OR ".join(f"({s})" for s in seen)


def _is_entitled(reader: Reader, row: Mapping[str, Value]) -> bool:
    public = row["audience"] == Audience.PUBLIC.code
    return not public or row["owner"] in {str(body) for body in reader.bodies}


def _plain(order: Iterable[str]) -> tuple[str, ...]:
    return tuple(o.removeprefix("-") for o in order)


# -- time ----------------------------------------------------------------------------


@dataclass(frozen=True)
class _Axes:
    """
    The day and the position that an answer stands for.
    """

    as_of: date
    known_at: int

    @classmethod
    def of(cls, ask: Ask, start: Start | None, *, position: int, today: date) -> Self:
        """
        Take them from the question, from the first page, or from now.
        """
        known_at = start.known_at if start else position
        return cls(
            as_of=ask.as_of or (start.as_of if start else today),
            known_at=known_at if ask.known_at is None else ask.known_at,
        )

    def narrowing(self, values: dict[str, Value]) -> list[str]:
        """
        Write the conditions of a two-axis table.

        Nearly every row is still known: an index of that is kept out by the plus.
        """
        values["axis_day"] = self.as_of.isoformat()
        values["axis_position"] = min(self.known_at, AFTER_ALL)
        return [
            "valid_from <= :axis_day AND valid_until > :axis_day",
            "known_from <= :axis_position AND +known_until > :axis_position",
        ]
