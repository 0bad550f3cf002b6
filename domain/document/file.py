"""
The document's file (文书卷).

Stages: issued 签发 → voided 作废, or replaced 更换 by another document.
A wrong document is never altered: it is voided or replaced, and its number keeps its
place (D23).
"""

from collections.abc import Iterable
from typing import ClassVar

from domain.base import Fact, File, FirstFact
from domain.law.forms import Form, FormSet
from domain.parties import Addressee
from domain.references import FileRef
from domain.values import Choice, Number, Upload


class Stage(Choice):
    """
    How a document stands (文书状态).
    """

    ISSUED = "已签发", "issued"
    VOIDED = "已作废", "voided"
    REPLACED = "已更换", "replaced"


class DocumentIssued(FirstFact):
    """
    A document was issued (文书签发).
    """

    TOPIC: ClassVar[str] = "document.document-issued.v1"
    ZH: ClassVar[str] = "文书签发"

    about: FileRef
    form: Form
    form_set: FormSet
    form_number: int
    seal: str
    addressees: tuple[Addressee, ...]
    renders: tuple[str, ...]
    content_sha256: str
    number: Number | None = None

    def tags(self) -> Iterable[str]:
        """
        Found by its thread, for numbers that count by case, and by what it is about.
        """
        return (f"thread/{self.deed.thread}/document", f"file/{self.about}/document")

    def apply(self, aggregate: "Document") -> None:
        """
        Keep what a service or a later paper needs.
        """
        aggregate.stage = Stage.ISSUED
        aggregate.form = self.form
        aggregate.about = self.about
        aggregate.number = self.number
        aggregate.addressees = self.addressees
        aggregate.renders = self.renders


class DocumentRendered(Fact):
    """
    The paper of a document was drawn up (文书成文).
    """

    TOPIC: ClassVar[str] = "document.document-rendered.v1"
    ZH: ClassVar[str] = "文书成文"

    rendition: Upload

    def apply(self, aggregate: "Document") -> None:
        """
        Keep the newest paper.
        """
        aggregate.rendition = self.rendition


class DocumentVoided(Fact):
    """
    A document was voided; its number keeps its place (文书作废).
    """

    TOPIC: ClassVar[str] = "document.document-voided.v1"
    ZH: ClassVar[str] = "文书作废"

    reason: str

    def apply(self, aggregate: "Document") -> None:
        """
        Close it.
        """
        aggregate.stage = Stage.VOIDED


class DocumentReplaced(Fact):
    """
    A document was replaced by another (文书更换).
    """

    TOPIC: ClassVar[str] = "document.document-replaced.v1"
    ZH: ClassVar[str] = "文书更换"

    reason: str
    replacement: FileRef

    def apply(self, aggregate: "Document") -> None:
        """
        Close it.
        """
        aggregate.stage = Stage.REPLACED


class Document(File):
    """
    A paper of the body (文书).
    """

    TOPIC: ClassVar[str] = "document"
    ZH: ClassVar[str] = "文书"
    EN: ClassVar[str] = "document"

    def __init__(self) -> None:
        """
        Nothing is known yet.
        """
        self.stage = Stage.ISSUED
        self.form = Form.RECTIFICATION_ORDER
        self.about: FileRef | None = None
        self.number: Number | None = None
        self.addressees: tuple[Addressee, ...] = ()
        self.renders: tuple[str, ...] = ()
        self.rendition: Upload | None = None

    @property
    def in_force(self) -> bool:
        """
        Whether it was neither voided nor replaced.
        """
        return self.stage is Stage.ISSUED
