"""
What a row says, read by rules and as printed (导入内容).

Free text of a row counts as personal: nobody has read it yet.
A day or an amount that the row leaves open is absent, never zero and never far away.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from functools import cache
from typing import TypeVar, cast
from uuid import UUID

from domain.folding import folded
from domain.law.penalty_kinds import PenaltyKind
from domain.references import ImportRef
from domain.values import Choice, Personal

R = TypeVar("R")


class RecordKind(Choice):
    """
    What kind of record a row is (记录类别).
    """

    PENALTY = "行政处罚", "penalty"
    NON_PENALTY = "不予处罚", "decision not to penalise"
    PERMIT = "行政许可", "permit"
    LIST_ENTRY = "失信名单条目", "entry of a black list"


class PartyClass(Choice):
    """
    What kind of party a row is about (行政相对人类别).
    """

    UNIT = "法人及非法人组织", "legal person or other organisation"
    HOUSEHOLD = "个体工商户", "individual business"
    PERSON = "自然人", "natural person"
    UNKNOWN = "类别不明", "unknown"


class ListColour(Choice):
    """
    Which list (名单类别).
    """

    BLACK = "严重失信主体名单", "black list"
    RED = "守信红名单", "red list"


class ListGeneration(Choice):
    """
    Under which rules a black list was kept (名单依据).
    """

    NOTICE_49 = "安监总办〔2017〕49号及以前", "notice 49 of 2017 and before"
    ORDER_11 = "应急管理部令第11号", "order 11, from 2023-10-01"


class SourceStatus(Choice):
    """
    How a record stands where it comes from (源头状态).
    """

    IN_FORCE = "有效", "in force"
    OBJECTED = "异议", "objected to, under review or suit"
    WITHDRAWN = "撤销", "revoked"
    VARIED = "变更", "varied"
    UNLAWFUL = "确认违法", "confirmed unlawful"
    VOID = "确认无效", "declared void"
    REPAIRED = "已修复", "repaired"
    REMOVED = "移出", "removed from the list"


#: In these the record no longer carries a publication.
ENDED = frozenset(
    (
        SourceStatus.WITHDRAWN,
        SourceStatus.VARIED,
        SourceStatus.UNLAWFUL,
        SourceStatus.VOID,
        SourceStatus.REPAIRED,
        SourceStatus.REMOVED,
    )
)


class PublicationBar(Choice):
    """
    Why the source itself does not publish a record (源头不公开情形).
    """

    MARKED = "源文件注明不公开", "marked as not public"
    BASIS_GIVEN = "源文件写有不公开依据", "a ground for not publishing is given"
    REPAIR_UNCLEAR = "修复状态不明", "whether it was repaired is unclear"


class Needed(Choice):
    """
    Without which a row is no record (必备内容).
    """

    PARTY_NAME = "当事人名称", "name of the party"
    DECISION_NO = "决定书文号", "number of the decision"
    PERMIT_NO = "许可编号或者决定书文号", "number of the permit or of its decision"


class NonPenalty(Choice):
    """
    What was decided instead of a penalty (不予处罚情形).
    """

    NOT_PENALISED = "不予行政处罚", "no penalty"
    EXEMPTED = "免予行政处罚", "exempted from the penalty"


@dataclass(frozen=True)
class RowOrigin:
    """
    Where a row comes from (来源行).

    Args:
        run: The import.
        row_no: As a spreadsheet shows it, from 1.
        layout: Name of the layout, or of the template it was read by.
        rules: Names of the rules by which cells were normalised.
        warnings: Names of what somebody should see.
    """

    run: ImportRef
    row_no: int
    layout: str = ""
    rules: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True)
class PrintedValue:
    """
    One value of a row that is no natural person's, as it was read (所载内容).

    Args:
        field: Canonical name of its column.
        printed_value: A code, a day, an amount in fen, or words.
    """

    field: str
    printed_value: str


@dataclass(frozen=True)
class PrintedParty:
    """
    The party as printed (当事人).

    Args:
        party_class: What kind of party; from the layout, a column or a code.
        party_name: Name of a unit, or the trade name of an individual business.
        party_person: Name of a natural person, or of whom that is the only name.
        uscc: 18 characters that pass; empty if there is none.
        org_code: Organisation code, nine characters.
        reg_no: Registration number, 15 digits.
        former_name: A name it had before, where the row says so.
        region: Where it is, six digits of GB/T 2260, where a column says so.
        legal_rep: Its legal representative, or the operator of an individual business.
    """

    party_class: PartyClass
    party_name: str = ""
    party_person: Personal | None = None
    uscc: str = ""
    org_code: str = ""
    reg_no: str = ""
    former_name: str = ""
    region: str = ""
    legal_rep: Personal | None = None


@dataclass(frozen=True)
class PrintedAuthority:
    """
    The authority as printed (机关).

    Args:
        authority_name: Its name.
        authority_code: Its USCC; empty if the row has none.
    """

    authority_name: str
    authority_code: str = ""


@dataclass(frozen=True)
class PrintedTerm:
    """
    Until when something holds, as printed (期限); an open end is no day.

    Args:
        until_on: Last day, inclusive; absent if none is printed, or the end is open.
        open_ended: Whether the row says that there is no end.
    """

    until_on: date | None = None
    open_ended: bool = False


@dataclass(frozen=True)
class PrintedPenalty:
    """
    What was decided, as printed (处罚内容).

    Args:
        decision_no: Number of the decision, as printed.
        kinds: Its kinds, as far as the words are known.
        fine_fen: The fine; absent if none is printed, never 0 for that.
        confiscated_fen: What was confiscated, likewise.
        decided_on: Day of the decision.
        validity: Until when it holds (处罚有效期).
        publicity: Until when it is public (公示截止期).
        bars: Why the source does not publish it.
    """

    decision_no: str
    kinds: tuple[PenaltyKind, ...]
    decided_on: date
    fine_fen: int | None = None
    confiscated_fen: int | None = None
    validity: PrintedTerm | None = None
    publicity: PrintedTerm | None = None
    bars: tuple[PublicationBar, ...] = ()


@dataclass(frozen=True)
class PenaltyTexts:
    """
    The free texts of a penalty (处罚文字内容).

    Args:
        violation_type: Kind of violation (违法行为类型).
        violation_fact: What was done (违法事实).
        legal_basis: On which provisions (处罚依据).
        penalty_content: What was decided, in words (处罚内容).
        kinds_printed: The kinds as printed (处罚类别).
        licence_affected: Licence suspended or revoked (暂扣或吊销证照名称及编号).
        remark: Remark (备注).
    """

    violation_type: Personal | None = None
    violation_fact: Personal | None = None
    legal_basis: Personal | None = None
    penalty_content: Personal | None = None
    kinds_printed: Personal | None = None
    licence_affected: Personal | None = None
    remark: Personal | None = None


@dataclass(frozen=True)
class PrintedPermit:
    """
    A permit, as printed (许可内容).

    Args:
        permit_no: Number of the certificate; empty if there is none.
        permit_name: Name of the certificate.
        permit_class: Class as printed, for example 普通.
        decision_no: Number of the decision; empty if none is printed.
        decided_on: Day of the decision.
        since_on: First day of validity.
        validity: Last day of validity.
    """

    permit_no: str = ""
    permit_name: str = ""
    permit_class: str = ""
    decision_no: str = ""
    decided_on: date | None = None
    since_on: date | None = None
    validity: PrintedTerm | None = None


@dataclass(frozen=True)
class PermitTexts:
    """
    The free texts of a permit (许可文字内容).

    Args:
        permit_content: What is permitted (许可内容).
        remark: Remark (备注).
    """

    permit_content: Personal | None = None
    remark: Personal | None = None


@dataclass(frozen=True)
class PrintedListEntry:
    """
    An entry of a black list, as printed (名单条目).

    Args:
        generation: Under which rules the list was kept.
        list_name: Title of the list; empty if the file has none.
        listed_on: Day of the listing; absent on most older lists.
        removed_on: Day of the removal, where one is stated.
    """

    generation: ListGeneration
    list_name: str = ""
    listed_on: date | None = None
    removed_on: date | None = None


@dataclass(frozen=True)
class ListTexts:
    """
    The free texts of a list entry (名单文字内容).

    Args:
        listed_reason: Why it was listed (列入事由).
        summary: What was done (失信行为简况).
        listed_basis: On which provision or paper (认定依据).
        remark: Remark (备注).
    """

    listed_reason: Personal | None = None
    summary: Personal | None = None
    listed_basis: Personal | None = None
    remark: Personal | None = None


@dataclass(frozen=True)
class StatedStatus:
    """
    A status that the source states (源头载明的状态); never inferred from absence.

    Args:
        status: How it stands.
        stated_on: Since when, where the source says so.
        status_reason: Why, in its words.
    """

    status: SourceStatus
    stated_on: date | None = None
    status_reason: Personal | None = None


def belonging_to(record: R, subject: UUID | None) -> R:
    """
    Put every personal value of a record under one subject: the row's own.
    """
    if subject is None or not is_dataclass(record):
        return record
    changed: dict[str, object] = {}
    kind: type = type(record)
    for name in _names(kind):
        value = getattr(record, name)
        if isinstance(value, Personal):
            changed[name] = value.of(subject)
    return changed_to(record, changed) if changed else record


@cache
def _names(record: type) -> tuple[str, ...]:
    assert is_dataclass(record)
    return tuple(each.name for each in fields(record))


def changed_to(record: R, values: Mapping[str, object]) -> R:
    """
    Give a record with other values in some places.

    Raises:
        TypeError: If it has no such place.
    """
    assert is_dataclass(record)
    return cast("R", replace(record, **values))  # type: ignore[type-var]  # seen above


def canonical_text(*records: object) -> str:
    """
    Write the clean values of a row in one form, by which equal rows are told.

    An empty cell and a column that is not there are the same, and so are texts that
    differ in width, brackets or blanks.
    """
    lines = []
    for record in records:
        kind: type = type(record)
        for name in _names(kind):
            value = getattr(record, name)
            if value not in (None, "", ()):
                lines.append(f"{name}={_plain(value)!r}")
    return "\n".join(sorted(lines))


def _plain(value: object) -> str:
    if isinstance(value, Personal):
        return folded(value.text)
    if isinstance(value, Choice):
        return value.code
    if isinstance(value, tuple):
        return ",".join(sorted(map(_plain, value)))
    if is_dataclass(value):
        return canonical_text(value)
    return folded(value) if isinstance(value, str) else str(value)
