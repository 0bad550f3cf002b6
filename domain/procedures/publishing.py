"""
Publishing imported penalties (公开), correcting and withdrawing what is public.

A publication shows what was decided, never the row it came from: the row stays sealed,
and of its texts only those without identity or telephone numbers can be shown.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any
from uuid import UUID

from domain.acts import act, opening
from domain.base import Role
from domain.circumstances import Circumstances
from domain.imported_record.file import ImportedRecord
from domain.law.publicity import ALWAYS_HIDDEN, HIDDEN_ON_REVIEW
from domain.limits import limit_if_any
from domain.printed import PenaltyTexts, SourceStatus
from domain.procedures.publicity import cannot_be_public, term_of
from domain.publication.file import (
    BatchPublished,
    Channel,
    CreditClass,
    HiddenField,
    ItemCorrected,
    ItemPublished,
    ItemWithdrawn,
    Publication,
    PublicationFlag,
    PublicityTerm,
    PublicText,
    PublishedPenalty,
    Stage,
    WithdrawalGround,
    claim_of,
)
from domain.references import ImportedRecordRef
from domain.refusals import BeyondTheLaw, OutOfOrder, Refused

PUBLISH = "安全生产法78(2);行政处罚法48"
CORRECT = "行政处罚法48"
WITHDRAW = "行政处罚法48(2);行政处罚法85"

#: The layout in which a penalty is shown: 发改办财金〔2018〕424号.
SCHEMA = "shuanggongshi/2018"
#: So many records can be published in one act.
BATCH_COUNT_MAX = 200

#: What the source has to say of a record for a publication of it to be withdrawn.
_STATUS_OF_GROUND = {
    WithdrawalGround.VARIED: (SourceStatus.VARIED,),
    WithdrawalGround.REVOKED: (SourceStatus.WITHDRAWN,),
    WithdrawalGround.UNLAWFUL: (SourceStatus.UNLAWFUL,),
    WithdrawalGround.VOID: (SourceStatus.VOID,),
    WithdrawalGround.ENDED_AT_SOURCE: (SourceStatus.REPAIRED, SourceStatus.REMOVED),
}


@opening(
    "公开处罚信息",
    "Publish a penalty",
    by=Role.DISCLOSURE_OFFICER,
    under=PUBLISH,
    rules=("INV-61",),
    rows=("PUB-01", "PUB-08"),
)
def publish_item(
    at: Circumstances,
    *,
    record: ImportedRecordRef,
    channel: Channel,
    credit_class: CreditClass,
    class_ground: str,
    hide: tuple[PublicText, ...] = (),
) -> Publication:
    """
    Make an imported penalty of the own body public on one channel.

    Args:
        at: Who, when.
        record: The imported penalty.
        channel: Where.
        credit_class: How grave it is for credit; decides how long it is shown.
        class_ground: By which standard it is of that class.
        hide: Texts that are not shown because they describe others.

    Raises:
        NoSuchCase: If there is no such record for this body.
        OutOfOrder: If another body decided it (``not_ours``), its party is not linked,
            its class is unknown, it was withdrawn or repaired, its term is over, or it
            is public already.
        BeyondTheLaw: If its party is a natural person or a text shows what it must not
            (``restricted_field``), or it is a minor one and for the credit platform.

    Source:
        安全生产法 78(2): every penalty on a production unit; 行政处罚法 48 for persons;
        发改委令36号 for classes and terms.
    """
    return _published(
        at,
        _seen(at, record),
        channel=channel,
        graded=(credit_class, class_ground),
        hide=hide,
    )


@opening(
    "批量公开处罚信息",
    "Publish a batch of penalties",
    by=Role.DISCLOSURE_OFFICER,
    under=PUBLISH,
    rules=("INV-61",),
    rows=("PUB-03", "PUB-04"),
)
def publish_batch(
    at: Circumstances,
    *,
    records: tuple[ImportedRecordRef, ...],
    channel: Channel,
    credit_class: CreditClass,
    class_ground: str,
) -> Publication:
    """
    Make several imported penalties public in one act, all or none.

    Args:
        at: Who, when.
        records: Each once; at least one, at most 200.
        channel: Where.
        credit_class: How grave they are, all of one class.
        class_ground: By which standard.

    Raises:
        NoSuchCase: As ``publish_item``; the refusal names the ``record``.
        OutOfOrder: Likewise.
        BeyondTheLaw: Likewise, or if there is none, too many, or one named twice.

    Source:
        安全生产法 78(2).
    """
    if not records or len(records) > BATCH_COUNT_MAX or len({*records}) < len(records):
        raise BeyondTheLaw(
            "no_such_batch", under=PUBLISH, count=len(records), most=BATCH_COUNT_MAX
        )
    items = []
    for record in records:
        try:
            item = _published(
                at,
                _seen(at, record),
                channel=channel,
                graded=(credit_class, class_ground),
            )
        except Refused as refused:
            raise type(refused)(
                refused.code, under=refused.under, **{**refused.facts, "record": record}
            ) from refused
        items.append(item.id)
    return Publication.start(
        BatchPublished,
        at,
        concerns=tuple(records),
        channel=channel,
        credit_class=credit_class,
        publications=tuple(items),
    )


def _seen(at: Circumstances, record_id: UUID) -> ImportedRecord:
    """
    Read a record that the acting body may know of.
    """
    record = at.read(ImportedRecord, record_id)
    for refusal in at.standing.grounds(at.said, record, at):
        raise refusal
    return record


def _published(
    at: Circumstances,
    record: ImportedRecord,
    *,
    channel: Channel,
    graded: tuple[CreditClass, str],
    hide: tuple[PublicText, ...] = (),
) -> Publication:
    credit_class, ground = graded
    held = at.holder(claim_of(record.id, channel))
    earlier = at.read(Publication, held) if held else None
    for refusal in (
        *_cannot_repeat(record, earlier),
        *cannot_be_public(
            record, at, channel=channel, credit_class=credit_class, hide=hide
        ),
    ):
        raise refusal
    terms: dict[str, Any] = {
        "record": record.id,
        "enterprise": record.enterprise,
        "channel": channel,
        "credit_class": credit_class,
        "class_ground": ground,
        "content": _content(record, hide),
        "term": _term(record, at, credit_class),
        "schema": SCHEMA,
        "hidden": _hidden(at, hide),
        "source_fact": record.source_fact,
        "source_facts": tuple(fact.id for fact in record.history),
        "objected": record.status is SourceStatus.OBJECTED,
    }
    if earlier is None:
        return Publication.start(
            ItemPublished, at, because=record, cause=record.source_fact, **terms
        )
    earlier.record(ItemPublished, at, cause=record.source_fact, **terms)
    return earlier


def _cannot_repeat(
    record: ImportedRecord, earlier: Publication | None
) -> Iterable[Refused]:
    if earlier is None:
        return
    if earlier.stage is Stage.PUBLIC:
        yield OutOfOrder("public_already", under=PUBLISH, publication=earlier.id)
    elif earlier.source_fact == record.source_fact:
        yield OutOfOrder("ended", under=PUBLISH, status=earlier.stage)


def _term(
    record: ImportedRecord, at: Circumstances, credit_class: CreditClass
) -> PublicityTerm:
    term = term_of(record, at, credit_class)
    assert term is not None
    return term


def _content(record: ImportedRecord, hide: tuple[PublicText, ...]) -> PublishedPenalty:
    assert record.penalty is not None
    texts = record.texts or PenaltyTexts()
    return PublishedPenalty(
        party_name=record.party.party_name,
        uscc=record.party.uscc,
        authority=record.authority,
        decision_no=record.penalty.decision_no,
        decided_on=record.penalty.decided_on,
        kinds=record.penalty.kinds,
        texts=replace(texts, **{each.code: None for each in hide}),
        fine_fen=record.penalty.fine_fen,
        confiscated_fen=record.penalty.confiscated_fen,
        validity=record.penalty.validity,
    )


def _hidden(at: Circumstances, hide: tuple[PublicText, ...]) -> tuple[HiddenField, ...]:
    always = (
        HiddenField(rule.field, rule.provision, at.on)
        for rule in ALWAYS_HIDDEN
        if rule.in_force_from <= at.on
    )
    chosen = (HiddenField(each.code, HIDDEN_ON_REVIEW, at.on) for each in hide)
    return (*always, *chosen)


# -- what is public --------------------------------------------------------------------


@act(
    "更正公开信息",
    "Correct a publication",
    by=Role.DISCLOSURE_OFFICER,
    under=CORRECT,
    rows=("PUB-01",),
)
def correct_item(
    publication: Publication,
    at: Circumstances,
    *,
    reason: str,
    credit_class: CreditClass | None = None,
    class_ground: str = "",
    hide: tuple[PublicText, ...] = (),
) -> None:
    """
    Show what is right from now on; what was shown before stays in its fact.

    It follows the correction of the record, by its source or of a slip of the entry; or
    it puts the class right, or hides a text.

    Args:
        publication: The publication.
        at: Who, when.
        reason: What was wrong.
        credit_class: The right class, where the class was wrong.
        class_ground: By which standard it is of that class.
        hide: Texts that are not shown from now on, besides those hidden already.

    Raises:
        OutOfOrder: If it is not public, or there is nothing to correct.
        BeyondTheLaw: As ``publish_item``.

    Source:
        行政处罚法 48.
    """
    assert publication.record_id is not None
    record = at.read(ImportedRecord, publication.record_id)
    now_hidden = (*_hidden_texts(publication), *hide)
    graded = credit_class or publication.credit_class
    for refusal in (
        *_nothing_to_correct(publication, record, graded, hide=hide),
        *cannot_be_public(
            record,
            at,
            channel=publication.channel,
            credit_class=graded,
            hide=now_hidden,
            is_public=True,
        ),
    ):
        raise refusal
    publication.record(
        ItemCorrected,
        at,
        record=record.id,
        reason=reason,
        said_sha256=at.digest((publication.shown_fact,)),
        follows=record.source_fact,
        credit_class=graded,
        class_ground=class_ground or publication.class_ground,
        content=_content(record, now_hidden),
        term=_term(record, at, graded),
        hidden=_hidden(at, now_hidden),
    )


@correct_item.unless
def cannot_correct(publication: Publication, at: Circumstances) -> Iterable[Refused]:
    """
    It is public.
    """
    del at
    yield from _not_public(publication)


def _hidden_texts(publication: Publication) -> tuple[PublicText, ...]:
    hidden = {each.field for each in publication.hidden}
    return tuple(text for text in PublicText if text.code in hidden)


def _nothing_to_correct(
    publication: Publication,
    record: ImportedRecord,
    graded: CreditClass,
    *,
    hide: tuple[PublicText, ...],
) -> Iterable[Refused]:
    new = {*hide} - {*_hidden_texts(publication)}
    same_class = graded is publication.credit_class
    if record.source_fact == publication.source_fact and same_class and not new:
        yield OutOfOrder("nothing_to_correct", under=CORRECT)


@act(
    "撤回公开信息",
    "Withdraw a publication",
    by=Role.DISCLOSURE_OFFICER,
    under=WITHDRAW,
    rules=("INV-61",),
    rows=("PUB-01",),
)
def withdraw_item(
    publication: Publication,
    at: Circumstances,
    *,
    withdrawal_ground: WithdrawalGround,
    reasons: str,
) -> None:
    """
    Withdraw what is public, with reasons that everybody can read.

    Three working days run from the day on which the change took effect; later than that
    it is withdrawn all the same, and marked (``withdrawal_late``).

    Args:
        publication: The publication.
        at: Who, when.
        withdrawal_ground: What became of its basis.
        reasons: Shown in its place.

    Raises:
        OutOfOrder: If it is not public, or its basis stands (``basis_stands``).

    Source:
        行政处罚法 48(2), 85.
    """
    assert publication.record_id is not None
    record = at.read(ImportedRecord, publication.record_id)
    entry_error = withdrawal_ground is WithdrawalGround.ENTRY_ERROR
    if not entry_error and record.status not in _STATUS_OF_GROUND[withdrawal_ground]:
        raise OutOfOrder("basis_stands", under=WITHDRAW, status=record.status)
    since = None if entry_error else record.status_since
    limit = limit_if_any(at, "PN.publish.withdraw", since) if since else None
    is_late = limit is not None and at.on > limit.ends_on
    publication.record(
        ItemWithdrawn,
        at,
        record=record.id,
        withdrawal_ground=withdrawal_ground,
        reasons=reasons,
        follows="" if entry_error or not record.status_fact else record.status_fact.id,
        changed_on=since,
        withdraw_limit=limit,
        flags=(PublicationFlag.WITHDRAWAL_LATE,) if is_late else (),
    )


@withdraw_item.unless
def cannot_withdraw(publication: Publication, at: Circumstances) -> Iterable[Refused]:
    """
    It is public.
    """
    del at
    yield from _not_public(publication)


def _not_public(publication: Publication) -> Iterable[Refused]:
    if publication.stage is not Stage.PUBLIC:
        yield OutOfOrder("not_public", under=CORRECT, status=publication.stage)
