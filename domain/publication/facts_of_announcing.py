"""
The periodic announcement of a list (名单公告): which published entries it tells of.
"""

from datetime import date
from typing import ClassVar

from domain.base import Audience, FirstFact
from domain.printed import ListColour
from domain.publication.file import Channel, Publication, Stage
from domain.references import PublicationRef


class ListAnnounced(FirstFact):
    """
    Entries of a list that are public were announced together (名单公告).

    Each was published by itself before; the announcement publishes none.
    """

    TOPIC: ClassVar[str] = "publication.list-announced.v1"
    ZH: ClassVar[str] = "名单公告"
    AUDIENCE: ClassVar[Audience] = Audience.PUBLIC

    colour: ListColour
    channel: Channel
    since_on: date
    until_on: date
    publications: tuple[PublicationRef, ...]

    def apply(self, aggregate: "Publication") -> None:
        """
        Keep which.
        """
        aggregate.stage = Stage.BATCH
        aggregate.channel = self.channel
        aggregate.publications = self.publications
