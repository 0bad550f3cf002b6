"""
Acts on an imported record alone (导入记录).
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from domain.acts import act
from domain.base import Role
from domain.circumstances import Circumstances
from domain.codes import check_uscc
from domain.imported_record.changes import (
    AMOUNTS,
    DAYS,
    PLAIN,
    CorrectionSource,
    Field,
    ImportedRecordCorrected,
    ImportedStatusRecorded,
)
from domain.imported_record.file import ImportedRecord
from domain.imported_record.screening import cites_safety_law, holds_restricted
from domain.printed import StatedStatus, belonging_to
from domain.refusals import BeyondTheLaw, OutOfOrder, OutOfTime, Refused
from domain.values import Personal

IMPORT = "发改办财金〔2018〕424号"
STATUS = "行政处罚法48(2)"

#: What every kind of record has; the rest is a penalty's.
_OF_EVERY_KIND = frozenset((Field.PARTY_NAME, Field.USCC, Field.AUTHORITY_NAME))


@act(
    "记录导入信息的状态",
    "Record the status of an imported record",
    by=Role.IMPORTER,
    under=STATUS,
    rows=("AUD-04",),
)
def record_imported_status(
    record: ImportedRecord, at: Circumstances, *, stated: StatedStatus
) -> None:
    """
    Record that the source withdrew, varied, repaired or removed a record, or an
    objection to it.

    That a later file lacks the row says nothing; only what is stated is recorded.

    Args:
        record: The record.
        at: Who, when.
        stated: The status, its day where one is stated, and the reason.

    Raises:
        OutOfOrder: If that is its status already.
        OutOfTime: If the day lies ahead.

    Source:
        行政处罚法 48(2).
    """
    for refusal in cannot_state(record, at, stated):
        raise refusal
    record.record(
        ImportedStatusRecorded, at, stated=belonging_to(stated, record.row_subject)
    )


def cannot_state(
    record: ImportedRecord, at: Circumstances, stated: StatedStatus
) -> Iterable[Refused]:
    """
    Say why a status cannot be recorded.
    """
    if stated.status is record.status:
        yield OutOfOrder("status_known", under=STATUS, status=stated.status)
    if stated.stated_on and stated.stated_on > at.on:
        yield OutOfTime("day_ahead", under=STATUS, day=stated.stated_on)


@act(
    "更正导入记录",
    "Correct an imported record",
    by=Role.IMPORTER,
    under=IMPORT,
    rows=("AUD-04",),
)
def correct_imported_record(
    record: ImportedRecord,
    at: Circumstances,
    *,
    field: Field,
    correction_source: CorrectionSource,
    grounds: str,
    new_plain: str = "",
    new_on: date | None = None,
    new_fen: int | None = None,
    new_text: Personal | None = None,
) -> None:
    """
    Put right a value that the source corrected, or that was entered wrongly.

    What was recorded first stays in its fact; links are not made anew by it.

    Args:
        record: The record.
        at: Who, when.
        field: Which value.
        correction_source: Who erred.
        grounds: By what the right value is known.
        new_plain: The new name, code or number.
        new_on: The new day, inclusive.
        new_fen: The new amount, in fen.
        new_text: The new text.

    Raises:
        OutOfTime: If the day of the decision would lie ahead.
        BeyondTheLaw: If this record has no such value, as a natural person has no name
            that may stand in a fact, the new value is not of the field's kind, or a
            code does not check.

    Source:
        发改办财金〔2018〕424号: who makes a record answers for it.
    """
    new: dict[str, Any] = {
        "new_plain": new_plain or None,
        "new_on": new_on,
        "new_fen": new_fen,
        "new_text": belonging(new_text, record),
    }
    given = {name: value for name, value in new.items() if value is not None}
    for refusal in _cannot_correct(record, at, field=field, given=given):
        raise refusal
    record.record(
        ImportedRecordCorrected,
        at,
        field=field,
        correction_source=correction_source,
        grounds=grounds,
        screened=_screened(record, field, new_text),
        under_safety_law=(
            cites_safety_law(new_text) if field is Field.LEGAL_BASIS else None
        ),
        **given,
    )


def belonging(text: Personal | None, record: ImportedRecord) -> Personal | None:
    """
    Put a text under the subject of the record's row.
    """
    subject = record.row_subject
    return text.of(subject) if text is not None and subject else text


def _cannot_correct(
    record: ImportedRecord,
    at: Circumstances,
    *,
    field: Field,
    given: Mapping[str, object],
) -> Iterable[Refused]:
    day, amount = given.get("new_on"), given.get("new_fen")
    if field is Field.DECIDED_ON and isinstance(day, date) and day > at.on:
        yield OutOfTime("day_ahead", under=IMPORT, day=day)
    is_person = field is Field.PARTY_NAME and not record.party.party_name
    if is_person or (record.penalty is None and field not in _OF_EVERY_KIND):
        yield BeyondTheLaw("no_such_value", under=IMPORT, field=field)
    if given.keys() != {_term_of(field)}:
        yield BeyondTheLaw("wrong_kind_of_value", under=IMPORT, field=field)
    if isinstance(amount, int) and amount < 0:
        yield BeyondTheLaw("negative_amount", under=IMPORT)
    if field is Field.USCC:
        yield from uscc_fails(str(given.get("new_plain", "")))


def uscc_fails(text: str) -> Iterable[Refused]:
    """
    Say what is wrong with a code that is not empty.
    """
    verdict = check_uscc(text)
    if not verdict.ok:
        yield BeyondTheLaw(
            "uscc_invalid",
            under="GB 32100-2015",
            uscc=verdict.code,
            zh=verdict.zh,
            en=verdict.en,
        )


def _term_of(field: Field) -> str:
    if field in PLAIN:
        return "new_plain"
    if field in DAYS:
        return "new_on"
    return "new_fen" if field in AMOUNTS else "new_text"


def _screened(
    record: ImportedRecord, field: Field, text: Personal | None
) -> tuple[str, ...]:
    others = tuple(name for name in record.screened if name != field.code)
    if text is not None and holds_restricted(text.text):
        return (*others, field.code)
    return others
