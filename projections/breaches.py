"""
The board of breaches (违规警示): what the clock found not done in its time.
"""

from typing import ClassVar
from uuid import UUID

from domain.audit_trail.file import Breach, RuleBreachFlagged
from domain.publication.facts_of_ending import PublicationOverdue
from domain.references import FileRef
from infra.handing import Handing, seen_by_hand_over
from infra.questions import Ask, Select, question
from infra.read_model import on, scope_of
from infra.tables_of_rows import Column, Order, Table
from infra.timelines import Timeline

BREACHES = Timeline(
    "breaches",
    (
        Column("breach", "choice", choices=Breach),
        Column("rule", "rule"),
        Column("last_on", "day"),
        Column("about", "file"),
        Column("thread", "file"),
        Column("started_by", "fact"),
    ),
    indexes=(("thread",), ("about",)),
    orders=(Order(("last_on",)),),
)


class Breaches(Handing):
    """
    Breaches of rules as they were known on any day.

    Whoever a matter was handed to reads what was flagged about it.
    """

    NAME: ClassVar[str] = "breaches"
    ZH: ClassVar[str] = "违规警示"
    EN: ClassVar[str] = "breaches"
    TABLES: ClassVar[tuple[Table, ...]] = Handing.HANDING
    EDITION: ClassVar[int] = 2
    TIMELINES: ClassVar[tuple[Timeline, ...]] = (BREACHES,)

    @on(RuleBreachFlagged)
    def on_flagged(self, fact: RuleBreachFlagged) -> None:
        """
        Enter the flag, under the body whose breach it is.
        """
        self.note(
            fact,
            breach=fact.breach.code,
            rule=fact.rule,
            last_on=fact.limit_passed.ends_on.isoformat(),
            about=str(fact.about),
            thread=str(fact.deed.thread),
            started_by=fact.started_by,
            **scope_of(fact),
        )

    @on(PublicationOverdue)
    def on_publication_overdue(self, fact: PublicationOverdue) -> None:
        """
        Enter what was not published in its time, under the penalty.
        """
        limit = fact.limit_passed
        self.note(
            fact,
            breach=Breach.NOT_PUBLISHED.code,
            rule=limit.rule,
            last_on=limit.ends_on.isoformat(),
            about=str(fact.penalty),
            thread=str(fact.deed.thread),
            started_by=fact.started_by,
            **scope_of(fact),
        )

    @question(
        "违规警示",
        "Breaches",
        desks=("enforcement", "discipline", "judiciary"),
        axes=True,
        rows=("AUD-03", "HAZ-11", "INS-14", "REF-02"),
    )
    def breaches(
        self,
        ask: Ask,
        *,
        breach: Breach | None = None,
        thread: UUID | None = None,
        about: FileRef | None = None,
    ) -> Select:
        """
        List what was not done in its time, the longest ago first: of a kind, a thread,
        a file.
        """
        del ask
        return Select(
            BREACHES, order=("last_on",), shared=seen_by_hand_over("breaches", "id")
        ).having(breach=breach, thread=thread, about=about)
