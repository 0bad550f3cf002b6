"""
The file of one service (送达卷): one document, one addressee (D23).

Stages: attempted 送达未成 → announced 公告送达 → served 已送达.
The day of service follows the way: on delivery, on the post's receipt, when an
electronic message arrives, or when an announcement has run its time.
"""

from collections.abc import Iterable
from datetime import date
from typing import ClassVar

from domain.base import Fact, File, FirstFact
from domain.parties import Addressee
from domain.references import DocumentRef, EnterpriseRef
from domain.values import Choice, Personal, Upload


class Way(Choice):
    """
    How a document is served (送达方式, 行政处罚法61, 民事诉讼法87-95).
    """

    DIRECT = "直接送达", "delivered in person"
    LEFT = "留置送达", "left with the addressee who refuses"
    ENTRUSTED = "委托送达", "through another body"
    POST = "邮寄送达", "by post"
    ELECTRONIC = "电子送达", "electronically, as agreed"
    ANNOUNCED = "公告送达", "by announcement"


class Stage(Choice):
    """
    How a service stands (送达状态).
    """

    NONE = "未送达", "not served"
    ATTEMPTED = "送达未成", "attempted"
    ANNOUNCED = "公告中", "being announced"
    SERVED = "已送达", "served"
    SET_ASIDE = "送达无效", "set aside"


class ServiceAddressConfirmed(FirstFact):
    """
    A party confirmed where and how it takes papers (送达地址确认).
    """

    TOPIC: ClassVar[str] = "service.service-address-confirmed.v1"
    ZH: ClassVar[str] = "送达地址确认"

    enterprise: EnterpriseRef
    address: str
    electronic_ways: tuple[str, ...]
    consent: Upload
    contact: Personal | None = None
    electronic_addresses: tuple[Personal, ...] = ()

    def tags(self) -> Iterable[str]:
        """
        Electronic service asks whether it was agreed to.
        """
        return (f"enterprise/{self.enterprise}/service-address",)

    def apply(self, aggregate: "Service") -> None:
        """
        Keep whether electronic service was agreed to.
        """
        aggregate.is_electronic = bool(
            self.electronic_ways or self.electronic_addresses
        )


class ServiceAttemptFailed(FirstFact):
    """
    A service was tried in vain (送达未成).
    """

    TOPIC: ClassVar[str] = "service.service-attempt-failed.v1"
    ZH: ClassVar[str] = "送达未成"

    document: DocumentRef
    addressee_no: int
    way: Way
    reason: str

    def claims(self) -> Iterable[str]:
        """
        One file per document and addressee.
        """
        return (claim(self.document, self.addressee_no),)

    def apply(self, aggregate: "Service") -> None:
        """
        Count it.
        """
        aggregate.stage = Stage.ATTEMPTED
        aggregate.ways_failed = (*aggregate.ways_failed, self.way)


class ServiceAnnounced(FirstFact):
    """
    A service by announcement began (公告送达).
    """

    TOPIC: ClassVar[str] = "service.service-announced.v1"
    ZH: ClassVar[str] = "公告送达"

    document: DocumentRef
    addressee_no: int
    grounds: str
    posted_where: str
    served_on: date
    evidence: tuple[Upload, ...] = ()

    def claims(self) -> Iterable[str]:
        """
        One file per document and addressee.
        """
        return (claim(self.document, self.addressee_no),)

    def apply(self, aggregate: "Service") -> None:
        """
        Keep the day on which it takes effect.
        """
        aggregate.stage = Stage.ANNOUNCED
        aggregate.takes_effect_on = self.served_on
        aggregate.document = self.document
        aggregate.addressee_no = self.addressee_no


class DocumentServed(FirstFact):
    """
    A document reached its addressee (送达).
    """

    TOPIC: ClassVar[str] = "service.document-served.v1"
    ZH: ClassVar[str] = "送达"

    document: DocumentRef
    addressee_no: int
    addressee: Addressee
    way: Way
    served_on: date
    place: str = ""
    recipient: Personal | None = None
    recipient_relation: str = ""
    refusal_reason: str = ""
    witness: Personal | None = None
    evidence: tuple[Upload, ...] = ()
    served_late: bool | None = None

    def claims(self) -> Iterable[str]:
        """
        One file per document and addressee.
        """
        return (claim(self.document, self.addressee_no),)

    def tags(self) -> Iterable[str]:
        """
        Clocks and publications ask whether a document was served.
        """
        return (f"document/{self.document}/served",)

    def apply(self, aggregate: "Service") -> None:
        """
        Close it.
        """
        aggregate.stage = Stage.SERVED
        aggregate.served_on = self.served_on
        aggregate.document = self.document
        aggregate.addressee_no = self.addressee_no


class SettingAside(Choice):
    """
    Who found that a service was none (送达无效认定机关).
    """

    OWN = "本机关", "the body itself"
    REVIEW = "行政复议机关", "the review authority"
    COURT = "人民法院", "the court"


class ServiceSetAside(Fact):
    """
    A service was set aside: the document was not served (送达无效).
    """

    TOPIC: ClassVar[str] = "service.service-set-aside.v1"
    ZH: ClassVar[str] = "送达无效"

    document: DocumentRef
    addressee_no: int
    set_aside_by: SettingAside
    reason: str
    served_on: date
    evidence: tuple[Upload, ...] = ()

    def tags(self) -> Iterable[str]:
        """
        Clocks and publications ask whether a document was served.
        """
        return (f"document/{self.document}/served",)

    def apply(self, aggregate: "Service") -> None:
        """
        It can be served again.
        """
        aggregate.stage = Stage.SET_ASIDE
        aggregate.served_on = None
        aggregate.takes_effect_on = None


class Service(File):
    """
    The service of one document on one addressee (送达).
    """

    TOPIC: ClassVar[str] = "service"
    ZH: ClassVar[str] = "送达"
    EN: ClassVar[str] = "service"

    def __init__(self) -> None:
        """
        Nothing is known yet.
        """
        self.stage = Stage.NONE
        self.document: DocumentRef | None = None
        self.addressee_no = 0
        self.ways_failed: tuple[Way, ...] = ()
        self.is_electronic = False
        self.takes_effect_on: date | None = None
        self.served_on: date | None = None


def claim(document: DocumentRef, addressee_no: int) -> str:
    """
    What the one file of a document and an addressee holds.
    """
    return f"service/{document}/{addressee_no}"
