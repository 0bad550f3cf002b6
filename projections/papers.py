"""
The papers of the office (文书登记): their numbers, and whether they were served.
"""

from datetime import datetime
from typing import ClassVar
from uuid import UUID

from domain.document.file import (
    DocumentIssued,
    DocumentReplaced,
    DocumentVoided,
    Stage,
)
from domain.law.forms import Form
from domain.references import FileRef
from domain.service.file import (
    DocumentServed,
    ServiceAnnounced,
    ServiceAttemptFailed,
    ServiceSetAside,
)
from domain.values import Choice, day_of
from infra.handing import Handing, seen_by_hand_over
from infra.questions import Ask, Heads, Select, question
from infra.read_model import on
from infra.tables_of_rows import Column, Order, Table
from infra.timelines import Timeline


class ServiceState(Choice):
    """
    How far the service of a document has come (送达状态).
    """

    NONE = "未送达", "not served"
    NOT_NEEDED = "无需送达", "goes to nobody"
    ATTEMPTED = "送达未成", "tried in vain"
    ANNOUNCED = "公告中", "announced"
    PARTLY_SERVED = "部分送达", "served on some"
    SERVED = "已送达", "served"


PAPERS = Timeline(
    "papers",
    (
        Column("number"),
        Column("form", "choice", choices=Form),
        Column("stage", "choice", choices=Stage),
        Column("about", "file"),
        Column("thread", "file"),
        Column("issued_on", "day"),
        Column("person", "file", term="handled_by"),
        Column("addressees_count", "whole"),
        Column("served_on", "day"),
        Column("service_state", "choice", choices=ServiceState),
    ),
    indexes=(("about",), ("person",)),
    orders=(Order(("issued_on",)),),
)

SERVED = Table(
    "served",
    (Column("document", "file"), Column("addressee_no", "whole")),
    (Column("at", "moment"),),
    internal=True,
)


class Papers(Handing):
    """
    Documents and their service.
    """

    NAME: ClassVar[str] = "papers"
    ZH: ClassVar[str] = "文书登记"
    EN: ClassVar[str] = "register of documents"
    EDITION: ClassVar[int] = 2
    TABLES: ClassVar[tuple[Table, ...]] = (SERVED, *Handing.HANDING)
    TIMELINES: ClassVar[tuple[Timeline, ...]] = (PAPERS,)

    @on(DocumentIssued)
    def on_issued(self, fact: DocumentIssued) -> None:
        """
        Enter the document.
        """
        body = fact.deed.body
        self.note(
            fact,
            number=fact.number.printed if fact.number else "",
            form=fact.form.code,
            stage=Stage.ISSUED.code,
            about=str(fact.about),
            thread=str(fact.deed.thread),
            issued_on=fact.deed.on.isoformat(),
            person=str(fact.deed.actor.person or ""),
            addressees_count=len(fact.addressees),
            service_state=(
                ServiceState.NONE if fact.addressees else ServiceState.NOT_NEEDED
            ).code,
            owner=str(body) if body else None,
            audience=fact.AUDIENCE.code,
        )

    @on(DocumentVoided, DocumentReplaced)
    def on_closed(self, fact: DocumentVoided | DocumentReplaced) -> None:
        """
        Say how it stands now.
        """
        voided = isinstance(fact, DocumentVoided)
        stage = Stage.VOIDED if voided else Stage.REPLACED
        self.note(fact, stage=stage.code)

    @on(ServiceAttemptFailed, ServiceAnnounced)
    def on_tried(self, fact: ServiceAttemptFailed | ServiceAnnounced) -> None:
        """
        Say how far the service has come.
        """
        announced = isinstance(fact, ServiceAnnounced)
        state = ServiceState.ANNOUNCED if announced else ServiceState.ATTEMPTED
        self.change(PAPERS, str(fact.document), fact, service_state=state.code)

    @on(DocumentServed)
    def on_served(self, fact: DocumentServed) -> None:
        """
        Call the document served from the day on which its last addressee had it.
        """
        paper = str(fact.document)
        self.put(
            SERVED,
            document=paper,
            addressee_no=fact.addressee_no,
            at=fact.deed.occurred_at.isoformat(),
        )
        days = [str(row["at"]) for row in self.some(SERVED, document=paper)]
        row = PAPERS.current(self.store.reading, paper) or {}
        if len(days) != row.get("addressees_count"):
            partly = ServiceState.PARTLY_SERVED.code
            self.change(PAPERS, paper, fact, service_state=partly)
            return
        last = max(days)
        self.change(
            PAPERS,
            paper,
            fact,
            at=last,
            service_state=ServiceState.SERVED.code,
            served_on=day_of(datetime.fromisoformat(last)).isoformat(),
        )

    @on(ServiceSetAside)
    def on_set_aside(self, fact: ServiceSetAside) -> None:
        """
        Take the service back: the document is to be served again.
        """
        paper = str(fact.document)
        self.drop(SERVED, document=paper, addressee_no=fact.addressee_no)
        left = self.some(SERVED, document=paper)
        state = ServiceState.PARTLY_SERVED if left else ServiceState.NONE
        self.change(PAPERS, paper, fact, service_state=state.code, served_on=None)

    @question(
        "文书",
        "Documents",
        axes=True,
        rows=("INS-27",),
        heads=Heads("document", ("form", "number|about"), "stage"),
    )
    def documents(
        self,
        ask: Ask,
        *,
        about: FileRef | None = None,
        form: Form | None = None,
        person: UUID | None = None,
    ) -> Select:
        """
        List documents, newest number last: of a file, of a kind, of an officer.
        """
        del ask
        return Select(
            PAPERS, order=("issued_on",), shared=seen_by_hand_over("papers", "id")
        ).having(about=about, form=form, person=person)
