"""
Announcements of the lists (名单公告): which published entries were announced together.

An announcement stays; of an entry that is public no more its publication says so.
"""

from typing import ClassVar

from domain.printed import ListColour
from domain.publication.facts_of_announcing import ListAnnounced
from domain.publication.file import Channel
from infra.questions import EVERYBODY, Ask, Select, question
from infra.read_model import ReadModel, on, scope_of
from infra.tables_of_rows import Column, Order, Table

ANNOUNCED = Table(
    "announced",
    (Column("announcement", "file"), Column("publication", "file")),
    (
        Column("announced_on", "day"),
        Column("colour", "choice", choices=ListColour),
        Column("channel", "choice", choices=Channel),
        Column("since_on", "day"),
        Column("until_on", "day"),
    ),
    orders=(Order(("-announced_on",)),),
)


class Announcements(ReadModel):
    """
    What was announced, entry by entry.
    """

    NAME: ClassVar[str] = "announcements"
    ZH: ClassVar[str] = "名单公告"
    EN: ClassVar[str] = "announcements of the lists"
    TABLES: ClassVar[tuple[Table, ...]] = (ANNOUNCED,)

    @on(ListAnnounced)
    def on_announced(self, fact: ListAnnounced) -> None:
        """
        Enter each publication that it names.
        """
        for each in fact.publications:
            self.put(
                ANNOUNCED,
                announcement=str(fact.file),
                publication=str(each),
                announced_on=fact.deed.on.isoformat(),
                colour=fact.colour.code,
                channel=fact.channel.code,
                since_on=fact.since_on.isoformat(),
                until_on=fact.until_on.isoformat(),
                **scope_of(fact),
            )

    @question(
        "名单公告",
        "Announcements of the lists",
        by=EVERYBODY,
        desks=("enforcement", "discipline", "judiciary", "disclosure"),
        rows=("PUB-05",),
    )
    def list_announcements(
        self, ask: Ask, *, colour: ListColour | None = None
    ) -> Select:
        """
        List what was announced of the lists, the newest first: of one list.
        """
        del ask
        return Select(ANNOUNCED, order=("-announced_on",)).having(colour=colour)
