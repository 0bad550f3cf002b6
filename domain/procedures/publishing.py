"""
Publishing imported penalties (公开), one by one or in batches.

A publication shows what was decided, never the row it came from: the row stays sealed,
and of its texts only those without identity or telephone numbers can be shown.
"""

from typing import Any
from uuid import UUID

from domain.acts import opening
from domain.base import Role
from domain.circumstances import Circumstances
from domain.grounds import first
from domain.imported_record.file import ImportedRecord
from domain.law.credit_classes import CreditClass
from domain.printed import SourceStatus
from domain.procedures.publicity import (
    cannot_be_public,
    content_of,
    hidden_fields,
    lasting,
)
from domain.procedures.publishing_once import (
    cannot_repeat,
    make_public,
    no_such_batch,
    publication_on,
)
from domain.publication.file import (
    BatchPublished,
    Channel,
    Publication,
    PublicText,
)
from domain.references import ImportedRecordRef
from domain.refusals import Refused

PUBLISH = "安全生产法78(2);行政处罚法48"

#: The layout in which a penalty is shown: 发改办财金〔2018〕424号.
SCHEMA = "shuanggongshi/2018"


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
    first(no_such_batch(records, under=PUBLISH))
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
    earlier = publication_on(at, record.id, channel)
    first(
        cannot_repeat(earlier, record.source_fact, under=PUBLISH),
        cannot_be_public(
            record, at, channel=channel, credit_class=credit_class, hide=hide
        ),
    )
    terms: dict[str, Any] = {
        "record": record.id,
        "enterprise": record.enterprise,
        "channel": channel,
        "credit_class": credit_class,
        "class_ground": ground,
        "content": content_of(record, hide),
        "term": lasting(record, at, credit_class),
        "schema": SCHEMA,
        "hidden": hidden_fields(at, hide),
        "source_fact": record.source_fact,
        "source_facts": tuple(fact.id for fact in record.history),
        "objected": record.status is SourceStatus.OBJECTED,
    }
    return make_public(at, record, earlier, terms=terms)
