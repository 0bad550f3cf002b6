"""
The read model (查询模型): one question's table, fed by facts, disposable (D13).

Row and position are written in one transaction, so every fact counts exactly once.
A model states its tables, a handler per fact and its questions; the base adds what no
model may forget: the scope of who asks (D21) and, where the model has them, the two
axes of time.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, TypeVar

import orjson

from domain.base import FACTS, Fact
from domain.values import Personal, day_of
from infra.clock import Clock, SystemClock
from infra.questions import Ask, Page, Question, Select
from infra.sqlite_store import SqliteStore
from infra.tables_of_rows import PLAIN, Table, Value
from infra.timelines import Row, Timeline

H = TypeVar("H", bound=Callable[..., object])


Reveal = Callable[[str], Mapping[str, str]]


def _nothing(fact: str) -> Mapping[str, str]:
    del fact
    return {}


def on(*facts: type[Fact]) -> Callable[[H], H]:
    """
    Say which facts a handler takes: ``(self, fact)``.
    """

    def mark(handler: H) -> H:
        handler.__dict__.setdefault("takes", []).extend(f.TOPIC for f in facts)
        return handler

    return mark


def on_every_fact(handler: H) -> H:
    """
    Have a handler take every fact that is not restricted.
    """
    handler.__dict__["takes"] = ["*"]
    return handler


@dataclass(frozen=True)
class Progress:
    """
    How far a read model has come.

    Args:
        position: The last fact that it has applied.
        head: The ledger's last position, where known.
        poison: What it stopped at, in words; empty while it runs.
    """

    position: int
    head: int = 0
    poison: str = ""


class ReadModel:
    """
    Base of every read model; a subclass is one file in ``projections``.
    """

    NAME: ClassVar[str]
    ZH: ClassVar[str]
    EN: ClassVar[str]
    #: Raised when what a model makes of facts changes without its tables changing.
    EDITION: ClassVar[int] = 1
    TABLES: ClassVar[tuple[Table, ...]] = ()
    TIMELINES: ClassVar[tuple[Timeline, ...]] = ()
    QUESTIONS: ClassVar[Mapping[str, Question]]
    _handlers: ClassVar[Mapping[str, tuple[Callable[..., None], ...]]]

    def __init_subclass__(cls, *, listed: bool = True) -> None:
        """
        Gather the handlers and the questions of the class.

        Args:
            listed: Whether a house opens it; one of a test stays by itself.
        """
        super().__init_subclass__()
        handlers: dict[str, tuple[Callable[..., None], ...]] = {}
        questions: dict[str, Question] = {}
        for name in dir(cls):
            member = getattr(cls, name)
            for topic in getattr(member, "takes", ()):
                handlers[topic] = (*handlers.get(topic, ()), member)
            asked = getattr(member, "question", None)
            if isinstance(asked, Question):
                questions[asked.name] = asked
        cls._handlers = handlers
        cls.QUESTIONS = questions
        if listed:
            MODELS[cls.NAME] = cls

    def __init__(
        self,
        folder: Path,
        reveal: Reveal = _nothing,
        *,
        clock: Clock | None = None,
    ) -> None:
        """
        Open or make the model's own database.

        Args:
            folder: ``SHILU_HOME/read``.
            reveal: Gives the personal values of a fact by path; only the index of
                names asks for them.
            clock: Says which day is today; the system's by default.
        """
        self.clock = clock or SystemClock()
        self.reveal = reveal
        self.store = SqliteStore(
            folder / f"{self.NAME}.db",
            self.schema(),
            synchronous="NORMAL",
            edition=self.edition(),
        )
        self.now_at = 0

    @classmethod
    def edition(cls) -> int:
        """
        Number the layout and the policy: a database of another one is built anew.
        """
        laid_out = f"{cls.EDITION};{cls.schema()}".encode()
        return int.from_bytes(hashlib.sha256(laid_out).digest()[:4]) >> 1 or 1

    @classmethod
    def tables(cls) -> Iterator[Table]:
        """
        List the tables whose rows count for the digest.
        """
        yield from cls.TABLES
        for timeline in cls.TIMELINES:
            yield from timeline.tables

    @classmethod
    def schema(cls) -> str:
        """
        Write the statements that lay the tables out.
        """
        made = [
            (
                "CREATE TABLE IF NOT EXISTS progress ("
                "one INTEGER PRIMARY KEY CHECK (one = 1), position INTEGER NOT NULL)"
            ),
            "INSERT OR IGNORE INTO progress VALUES (1, 0)",
        ]
        for table in cls.tables():
            made += table.schema()
        return ";;".join(made)

    # -- facts in ---------------------------------------------------------------------

    @property
    def position(self) -> int:
        """
        The last fact applied; 0 before the first.
        """
        row = self.store.reading.execute("SELECT position FROM progress").fetchone()
        position: int = row[0]
        return position

    def apply(self, facts: Sequence[Fact]) -> None:
        """
        Apply a batch, in order of position, in one transaction.

        Facts that were applied before are passed over.
        """
        if not facts:
            return
        with self.store.transaction() as sql:
            done = sql.execute("SELECT position FROM progress").fetchone()[0]
            for fact in facts:
                if fact.position > done:
                    self.take(fact)
            last = max(done, facts[-1].position)
            sql.execute("UPDATE progress SET position = ?", (last,))

    def take(self, fact: Fact) -> None:
        """
        Hand one fact to its handlers. Inside a transaction only.
        """
        if fact.RESTRICTED and fact.TOPIC not in self._handlers:
            return
        self.now_at = fact.position
        for handler in self._handlers.get("*", ()):
            handler(self, fact)
        for handler in self._handlers.get(fact.TOPIC, ()):
            handler(self, fact)

    @classmethod
    def topics(cls) -> frozenset[str]:
        """
        Name the topics that the model takes.
        """
        if "*" in cls._handlers:
            return frozenset(FACTS)
        return frozenset(cls._handlers)

    def put(self, table: Table, **row: Value) -> None:
        """
        Write a row whole; the one with the same key is replaced.
        """
        table.put(self.store.reading, row)

    def mend(self, table: Table, where: Mapping[str, Value], **row: Value) -> None:
        """
        Change some columns of the rows that match.
        """
        table.mend(self.store.reading, where, row)

    def drop(self, table: Table, **where: Value) -> None:
        """
        Remove the rows that match.
        """
        table.drop(self.store.reading, where)

    def one(self, table: Table, **where: Value) -> dict[str, Value] | None:
        """
        Read the row that matches, for a handler.
        """
        return next(iter(self.some(table, **where)), None)

    def some(self, table: Table, **where: Value) -> list[dict[str, Value]]:
        """
        Read the rows that match, in order of key, for a handler.
        """
        return table.some(self.store.reading, where)

    def change(
        self,
        timeline: Timeline,
        key: str,
        fact: Fact,
        *,
        since: Fact | None = None,
        at: str = "",
        **patch: Value,
    ) -> None:
        """
        Change some columns of a two-axis row from the day of a fact on.

        Args:
            timeline: The table.
            key: Which row.
            fact: The fact by which this is known.
            since: The fact that is corrected: the change applies from its day.
            at: A moment or day to apply from instead, as stored text.
            patch: Columns and their new values.
        """
        begins = at or (since or fact).deed.occurred_at.isoformat()
        timeline.change(
            self.store.reading, key, at=begins, position=fact.position, patch=patch
        )

    def note(self, fact: Fact, **patch: Value) -> None:
        """
        Change the row of the file that a fact belongs to, in the table that the model
        names first, from the day of the fact on.
        """
        self.change(self.TIMELINES[0], str(fact.file), fact, since=None, at="", **patch)

    def noted(self, fact: Fact) -> Row | None:
        """
        Give that row as it stands last.
        """
        return self.TIMELINES[0].current(self.store.reading, str(fact.file))

    def end(self, timeline: Timeline, key: str, fact: Fact, *, at: str = "") -> None:
        """
        End a two-axis row from the day of a fact on.
        """
        begins = at or fact.deed.occurred_at.isoformat()
        timeline.change(
            self.store.reading, key, at=begins, position=fact.position, patch=None
        )

    # -- questions out ----------------------------------------------------------------

    def answer(self, name: str, ask: Ask, **terms: object) -> Page:
        """
        Answer a question within the scope of who asks.

        Raises:
            Refused: If the question is not for this role, or the cursor is no cursor.
        """
        return self._page(name, ask, terms, files=None)

    def rows_of(self, name: str, ask: Ask, files: Iterable[str]) -> Page:
        """
        Give the rows of files in a question that is put without terms, in its scope.

        Raises:
            Refused: If the question is not for this role.
        """
        return self._page(name, ask, {}, files=files)

    def _page(
        self,
        name: str,
        ask: Ask,
        terms: Mapping[str, object],
        *,
        files: Iterable[str] | None,
    ) -> Page:
        question = self.QUESTIONS[name]
        question.permit(ask.reader)
        with self.store.snapshot() as sql:
            select: Select = question.method(self, ask, **terms)
            if files is not None:
                select = select.of_files(files)
            today = day_of(self.clock.now())
            return select.run(sql, ask, position=self.position, today=today)

    def state(self) -> tuple[int, str]:
        """
        Give position and digest of one moment, whoever feeds the model meanwhile.
        """
        with self.store.snapshot():
            return self.position, self.digest()

    def digest(self) -> str:
        """
        Hash every row of every table, in order of key: equal rows, equal digest.
        """
        hashed = hashlib.sha256()
        for table in self.tables():
            hashed.update(table.name.encode())
            for row in table.rows(self.store.reading):
                hashed.update(orjson.dumps(row))
        return hashed.hexdigest()

    def take_over(self, other: "ReadModel") -> None:
        """
        Take every row and the position of another model of the same class.

        Inside a transaction only, so that nobody sees it half done.
        """
        sql = self.store.reading
        for table in self.tables():
            table.drop(sql, {})
            for row in table.rows(other.store.reading):
                table.put(sql, dict(zip(table.names, row, strict=True)))
        sql.execute("UPDATE progress SET position = ?", (other.position,))

    def close(self) -> None:
        """
        Close the database.
        """
        self.store.close()


def scope_of(fact: Fact) -> dict[str, Value]:
    """
    Give the columns that say whose a row is and who may see it.
    """
    body = fact.deed.body
    return {"owner": str(body) if body else None, "audience": fact.AUDIENCE.code}


def pointer(value: Personal | None) -> str | None:
    """
    Point to a value in the vault, as ``personal`` and ``sealed`` columns hold it.
    """
    if value is None or value.subject is None:
        return None
    return f"{value.subject} {value.commitment}"


def plain(text: str) -> str | None:
    """
    Write a text that is no personal value into a ``sealed`` column; nothing for none.
    """
    return f"{PLAIN}{text}" if text else None


#: Every read model, by name.
MODELS: dict[str, type[ReadModel]] = {}


def feed(batches: Iterable[Sequence[Fact]], model: ReadModel) -> None:
    """
    Apply batch after batch.
    """
    for batch in batches:
        model.apply(batch)
