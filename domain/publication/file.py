"""
The file of a publication (公开卷): one source on one channel.

The source is a penalty of the body's own, an imported record of one, an entry of a
list, or a result of enforcement (执法结果) of another file, with its kind: a fact names
one of them.
Stages: overdue 逾期 (of what nobody published in time) → public 公开 → withdrawn 撤回,
which leaves a tombstone with its reasons, or ended 期满, or ended by repair 修复终止;
public again only on a new source fact. Or not published 不予公开, on a legal ground.
A term ends with its last day whether or not the clock has said so: read models hide
what is past it.
A batch 批次 is a file of its own that names the items published together, or announced
together of a list.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from domain.base import Audience, Fact, File, FirstFact
from domain.law.credit_classes import CreditClass
from domain.law.penalty_kinds import PenaltyKind
from domain.limits import Limit
from domain.printed import (
    PartyClass,
    PenaltyTexts,
    PrintedAuthority,
    PrintedTerm,
)
from domain.publication.listing import PublishedEntry
from domain.publication.result import BatchKind, PublishedResult, ResultKind
from domain.references import (
    EnterpriseRef,
    FileRef,
    ImportedRecordRef,
    ListEntryRef,
    PenaltyRef,
    PublicationRef,
)
from domain.values import Choice


class Channel(Choice):
    """
    Where a record is made public (公开渠道).
    """

    OWN_SITE = "本机关网站", "the body's own site"
    CREDIT_PLATFORM = "信用信息平台", "credit platform"


class PublicText(Choice):
    """
    A free text that a publication can show or hide (公开文字内容).
    """

    VIOLATION_TYPE = "违法行为类型", "kind of violation"
    VIOLATION_FACT = "违法事实", "facts of the violation"
    LEGAL_BASIS = "处罚依据", "legal basis"
    PENALTY_CONTENT = "处罚内容", "content of the penalty"
    KINDS_PRINTED = "处罚类别(原文)", "kinds as printed"
    LICENCE_AFFECTED = "暂扣或吊销证照", "licence affected"
    REMARK = "备注", "remark"
    RESULT_TEXT = "执法结果内容", "what the result says"
    OVERRIDE_REASON = "变更抽取结果的理由", "reason of an override"


class PartyField(Choice):
    """
    What is said of a party (当事人信息).
    """

    NAME = "当事人姓名", "name of the person"


class WithdrawalGround(Choice):
    """
    Why a publication is withdrawn (撤回理由).
    """

    VARIED = "决定已变更", "the decision was varied"
    REVOKED = "决定已撤销", "the decision was revoked"
    UNLAWFUL = "决定被确认违法", "the decision was confirmed unlawful"
    VOID = "决定被确认无效", "the decision was declared void"
    ENDED_AT_SOURCE = "源头已修复或者移出", "repaired or removed at its source"
    ENTRY_ERROR = "公开时录入有误", "an error of the publication itself"
    LISTING_REVOKED = "列入决定已撤销", "the listing was revoked"
    LEFT_RED_LIST = "已移出红名单", "it left the red list"
    LICENCE_REVOKED = "许可已被吊销", "the permit was revoked"


class PublicationFlag(Choice):
    """
    What a publication did too late (公开违时标记).
    """

    WITHDRAWAL_LATE = "撤回逾期", "withdrawn late"
    PUBLICATION_LATE = "公开逾期", "published late"


class Stage(Choice):
    """
    How a publication stands (公开状态).
    """

    PUBLIC = "公开中", "public"
    ENDED = "公示期满", "term ended"
    REPAIRED = "修复终止公示", "ended by repair"
    WITHDRAWN = "已撤回", "withdrawn"
    OVERDUE = "逾期未公开", "not published in time"
    NOT_PUBLISHED = "不予公开", "not published"
    BATCH = "批次", "batch"


@dataclass(frozen=True)
class HiddenField:
    """
    A value that is not shown, and why (隐去内容).

    Args:
        field: Name of the value.
        provision: By which law.
        law_on: The day as whose law it was hidden.
    """

    field: str
    provision: str
    law_on: date


@dataclass(frozen=True)
class PublicityTerm:
    """
    Until when a record is public (公示期).

    Args:
        until_on: Last day, inclusive.
        limit: The longest term of the class; absent where only the source's own term
            is known.
        printed_on: The end that the source prints; absent if it prints none.
        unsettled: Whether the class had no term yet on the day of the decision, so that
            the term rests on the law of the day of publication (待核).
    """

    until_on: date
    limit: Limit | None = None
    printed_on: date | None = None
    unsettled: bool = False


@dataclass(frozen=True)
class DecisionTexts:
    """
    What a decision of the body's own says in words (决定书文字), as it is shown; the
    decision itself keeps them as plain as they are here.

    Args:
        violation_type: Codes of the violations.
        violation_fact: The facts.
        legal_basis: The provisions.
        penalty_content: The penalty.
    """

    violation_type: str = ""
    violation_fact: str = ""
    legal_basis: str = ""
    penalty_content: str = ""


@dataclass(frozen=True)
class PublishedPenalty:
    """
    What everybody reads of a penalty (公开的处罚信息), in the layout of 2018.

    Args:
        party_name: The party, a unit or an individual business; empty for a natural
            person, whose name is hidden.
        uscc: Its code; empty if it has none.
        authority: Who decided.
        decision_no: Number of the decision, as printed.
        decided_on: Day of the decision.
        kinds: Kinds of penalty.
        fine_fen: The fine; absent if none is known.
        confiscated_fen: What was confiscated, likewise.
        validity: Until when the penalty holds.
        texts: The free texts of an imported row that are shown.
        party_class: What kind of party; absent where the imported row says so.
        decision_texts: The texts of a decision of the body's own that are shown.
    """

    party_name: str
    uscc: str
    authority: PrintedAuthority
    decision_no: str
    decided_on: date
    kinds: tuple[PenaltyKind, ...]
    texts: PenaltyTexts
    fine_fen: int | None = None
    confiscated_fen: int | None = None
    validity: PrintedTerm | None = None
    party_class: PartyClass | None = None
    decision_texts: DecisionTexts | None = None


def claim_of(
    source: UUID, channel: Channel, result_kind: ResultKind | None = None
) -> str:
    """
    Name what a publication holds: a source is published once on a channel; a file with
    several results, once for each kind of them.
    """
    claim = f"published/{source}/{channel.code}"
    return f"{claim}/{result_kind.code}" if result_kind else claim


def source_tags(
    record: UUID | None,
    penalty: UUID | None,
    *answers: str,
    entry: UUID | None = None,
    about: UUID | None = None,
) -> Iterable[str]:
    """
    Under which tags the publications of a source are found.

    Args:
        record: The imported record, where it is one.
        penalty: The penalty of the body's own, where it is one.
        answers: What the fact answers on the penalty's or the entry's own file.
        entry: The entry of a list, where it is one.
        about: The file of a result, where it is one.
    """
    if record is not None:
        yield f"imported/{record}/publication"
    if penalty is not None:
        yield f"penalty/{penalty}/publication"
        yield from (f"penalty/{penalty}/{answer}" for answer in answers)
    if entry is not None:
        yield f"entry/{entry}/publication"
        yield from (f"entry/{entry}/{answer}" for answer in answers)
    if about is not None:
        yield f"file/{about}/publication"


#: Last words of tags that say what was done about a penalty, and about an entry.
MADE_PUBLIC, TAKEN_BACK = "made-public", "taken-back"
LISTING_SHOWN = "listing-shown"


class ItemPublished(FirstFact):
    """
    A penalty, an entry of a list or a result was made public (公开); a penalty of the
    body's own, or an imported record of one.
    """

    TOPIC: ClassVar[str] = "publication.item-published.v1"
    ZH: ClassVar[str] = "公开"
    AUDIENCE: ClassVar[Audience] = Audience.PUBLIC

    channel: Channel
    schema: str
    hidden: tuple[HiddenField, ...]
    source_fact: str
    source_facts: tuple[str, ...]
    credit_class: CreditClass | None = None
    class_ground: str = ""
    content: PublishedPenalty | None = None
    listing: PublishedEntry | None = None
    term: PublicityTerm | None = None
    objected: bool = False
    record: ImportedRecordRef | None = None
    penalty: PenaltyRef | None = None
    entry: ListEntryRef | None = None
    enterprise: EnterpriseRef | None = None
    social_effect: str = ""
    due_on: date | None = None
    flags: tuple[PublicationFlag, ...] = ()
    about: FileRef | None = None
    result_kind: ResultKind | None = None
    result: PublishedResult | None = None

    @property
    def source(self) -> UUID:
        """
        What is published: the one that is named.
        """
        source = self.penalty or self.record or self.entry or self.about
        assert source is not None
        return source

    def claims(self) -> Iterable[str]:
        """
        Once on a channel.
        """
        return (claim_of(self.source, self.channel, self.result_kind),)

    def tags(self) -> Iterable[str]:
        """
        Found by its source, and by the enterprise; on the own site it answers the time
        that runs from the decision (安全生产法78(2)); an entry, on whichever channel
        first, the one from its listing (应急管理部令11号11).
        """
        own = (MADE_PUBLIC,) if self.channel is Channel.OWN_SITE else ()
        if self.entry is not None:
            own = (LISTING_SHOWN,)
        yield from source_tags(
            self.record, self.penalty, *own, entry=self.entry, about=self.about
        )
        if self.enterprise is not None:
            yield f"enterprise/{self.enterprise}/publication"

    def apply(self, aggregate: "Publication") -> None:
        """
        Keep what is shown.
        """
        aggregate.stage = Stage.PUBLIC
        aggregate.record_id = self.record
        aggregate.penalty = self.penalty
        aggregate.entry = self.entry
        aggregate.about = self.about
        aggregate.result_kind = self.result_kind
        aggregate.listing = self.listing
        aggregate.result = self.result
        aggregate.objected = self.objected
        aggregate.enterprise = self.enterprise
        aggregate.channel = self.channel
        aggregate.credit_class = self.credit_class
        aggregate.class_ground = self.class_ground
        aggregate.content = self.content
        aggregate.term = self.term
        aggregate.hidden = self.hidden
        aggregate.source_fact = self.source_fact
        aggregate.shown_fact = self.id


class BatchPublished(FirstFact):
    """
    Several records were made public together (批量公布).
    """

    TOPIC: ClassVar[str] = "publication.batch-published.v1"
    ZH: ClassVar[str] = "批量公布"
    AUDIENCE: ClassVar[Audience] = Audience.PUBLIC

    channel: Channel
    publications: tuple[PublicationRef, ...]
    credit_class: CreditClass | None = None
    batch_kind: BatchKind | None = None
    since_on: date | None = None
    until_on: date | None = None

    def apply(self, aggregate: "Publication") -> None:
        """
        Keep which.
        """
        aggregate.stage = Stage.BATCH
        aggregate.channel = self.channel
        aggregate.credit_class = self.credit_class
        aggregate.publications = self.publications


class ItemCorrected(Fact):
    """
    What is public was corrected (公开更正).
    """

    TOPIC: ClassVar[str] = "publication.item-corrected.v1"
    ZH: ClassVar[str] = "公开更正"
    AUDIENCE: ClassVar[Audience] = Audience.PUBLIC

    reason: str
    said_sha256: str
    follows: str
    hidden: tuple[HiddenField, ...]
    credit_class: CreditClass | None = None
    class_ground: str = ""
    content: PublishedPenalty | None = None
    listing: PublishedEntry | None = None
    term: PublicityTerm | None = None
    record: ImportedRecordRef | None = None
    penalty: PenaltyRef | None = None
    entry: ListEntryRef | None = None
    objected: bool | None = None
    about: FileRef | None = None
    result_kind: ResultKind | None = None
    result: PublishedResult | None = None

    def tags(self) -> Iterable[str]:
        """
        Found by its source.
        """
        return source_tags(
            self.record, self.penalty, entry=self.entry, about=self.about
        )

    def apply(self, aggregate: "Publication") -> None:
        """
        Show this from now on.
        """
        aggregate.credit_class = self.credit_class
        aggregate.class_ground = self.class_ground
        aggregate.content = self.content
        aggregate.listing = self.listing
        aggregate.result = self.result
        aggregate.term = self.term
        aggregate.hidden = self.hidden
        aggregate.source_fact = self.follows
        if self.objected is not None:
            aggregate.objected = self.objected
        aggregate.shown_fact = self.id


class ItemWithdrawn(Fact):
    """
    A publication was withdrawn; a tombstone with the reasons stays (公开撤回).
    """

    TOPIC: ClassVar[str] = "publication.item-withdrawn.v1"
    ZH: ClassVar[str] = "公开撤回"
    AUDIENCE: ClassVar[Audience] = Audience.PUBLIC

    withdrawal_ground: WithdrawalGround
    reasons: str
    follows: str = ""
    changed_on: date | None = None
    withdraw_limit: Limit | None = None
    flags: tuple[PublicationFlag, ...] = ()
    record: ImportedRecordRef | None = None
    penalty: PenaltyRef | None = None
    entry: ListEntryRef | None = None
    about: FileRef | None = None
    result_kind: ResultKind | None = None

    def tags(self) -> Iterable[str]:
        """
        Found by its source; it answers the time that runs from the change.
        """
        return source_tags(
            self.record, self.penalty, TAKEN_BACK, entry=self.entry, about=self.about
        )

    def apply(self, aggregate: "Publication") -> None:
        """
        Leave the tombstone.
        """
        aggregate.stage = Stage.WITHDRAWN
        aggregate.withdrawal_ground = self.withdrawal_ground
        aggregate.reasons = self.reasons


class Publication(File):
    """
    A publication (公开).
    """

    TOPIC: ClassVar[str] = "publication"
    ZH: ClassVar[str] = "公开"
    EN: ClassVar[str] = "publication"

    def __init__(self) -> None:
        """
        Nothing is known yet.
        """
        self.stage = Stage.PUBLIC
        self.record_id: UUID | None = None
        self.penalty: UUID | None = None
        self.entry: UUID | None = None
        self.about: UUID | None = None
        self.result_kind: ResultKind | None = None
        self.objected = False
        self.enterprise: UUID | None = None
        self.channel = Channel.OWN_SITE
        self.credit_class: CreditClass | None = None
        self.class_ground = ""
        self.content: PublishedPenalty | None = None
        self.listing: PublishedEntry | None = None
        self.result: PublishedResult | None = None
        self.term: PublicityTerm | None = None
        self.hidden: tuple[HiddenField, ...] = ()
        self.source_fact = ""
        self.shown_fact = ""
        self.publications: tuple[UUID, ...] = ()
        self.withdrawal_ground: WithdrawalGround | None = None
        self.reasons = ""

    @property
    def shown(self) -> PublishedPenalty | PublishedEntry | PublishedResult:
        """
        What everybody reads, or read, of its source.
        """
        shown = self.content or self.listing or self.result
        assert shown is not None
        return shown
