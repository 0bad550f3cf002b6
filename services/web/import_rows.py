"""
From a row that was read to the act that records it (行转事项).

What a table says is put into the terms of an act, and nothing is added to it; whether
the act may be done is the act's to say.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

import orjson

from domain.codes import without_resident_ids
from domain.folding import folded
from domain.law.penalty_kinds import PenaltyKind
from domain.printed import (
    ListGeneration,
    ListTexts,
    NonPenalty,
    PartyClass,
    PenaltyTexts,
    PermitTexts,
    PrintedAuthority,
    PrintedListEntry,
    PrintedParty,
    PrintedPenalty,
    PrintedPermit,
    PrintedTerm,
    PublicationBar,
    RowOrigin,
    SourceStatus,
    StatedStatus,
)
from domain.values import Personal
from infra.tables import Kind, Row, Severity, Table, is_problem
from infra.tables.names import is_organisation_name
from services.web import import_enterprises

OPEN_END: Final = "open_end"
#: Rule under which the identity numbers of a published list are left out.
IDENTITY_DROPPED: Final = "identity_number_dropped"

_ORDER_11_FROM: Final = date(2023, 10, 1)
_ORDER_11_WORDS: Final = "严重失信"
_HOUSEHOLD_PREFIX: Final = "92"
_NOT_PUBLIC: Final = "否"
_REPAIRED: Final = frozenset({"已修复", "修复完成", "已完成修复", "信用修复完成"})
_NOT_REPAIRED: Final = frozenset({"未修复", "0", "否"})
_UNITS: Final = frozenset((PartyClass.UNIT, PartyClass.HOUSEHOLD))
_CLASSES: Final = {each.zh: each for each in PartyClass}
_KINDS: Final = {each.zh: each for each in PenaltyKind}
_STATUS_OF_HINT: Final = {
    "withdrawn": SourceStatus.WITHDRAWN,
    "disputed": SourceStatus.OBJECTED,
}


@dataclass(frozen=True)
class RowAct:
    """
    The act that records a row.

    Args:
        act: Its name.
        terms: Its terms.
    """

    act: str
    terms: Mapping[str, object]


class Translator:
    """
    Says which acts record the rows of a table.
    """

    def __init__(self, table: Table, *, run: UUID) -> None:
        """
        Take what is the same for all rows.

        Args:
            table: Where they stand.
            run: The import.
        """
        self.table = table
        self.run = run

    def act_for(self, row: Row) -> RowAct:
        """
        Say which act records a row, and with which terms.

        Raises:
            Malformed: If the register cannot take a value as the row has it.
        """
        return _ACTS[self.table.kind](row, self.table, self.run)


# -- enterprises ----------------------------------------------------------------------


def _enterprise(row: Row, table: Table, run: UUID) -> RowAct:
    hidden = f"{table.reader.prefix}name" if may_be_a_person(row, table) else ""
    terms = {
        "origin": _origin(row, table, run),
        "row": Personal(_raw(row, table)),
        "stated_enterprise": import_enterprises.stated_by(row, hidden=hidden),
    }
    return RowAct(import_enterprises.ACT, terms)


# -- penalties ------------------------------------------------------------------------


def _penalty(row: Row, table: Table, run: UUID) -> RowAct:
    terms = {
        **_common(row, table, run),
        "authority": _authority(row, table, "authority", code="authority_uscc"),
        "penalty": _decision(row),
        "texts": PenaltyTexts(
            violation_type=_text(row, "violation_type"),
            violation_fact=_text(row, "violation_fact"),
            legal_basis=_text(row, "legal_basis"),
            penalty_content=_text(row, "penalty_content"),
            kinds_printed=_text(row, "penalty_kinds"),
            licence_affected=_text(row, "licence_affected"),
            remark=_text(row, "remark"),
        ),
        "stated": _stated(row),
    }
    if row.kind_hint != "not_a_penalty":
        return RowAct("record-imported-penalty", terms)
    exempted = "免" in _value(row, "penalty_kinds")
    terms["non_penalty"] = NonPenalty.EXEMPTED if exempted else NonPenalty.NOT_PENALISED
    return RowAct("record-imported-non-penalty", terms)


def _decision(row: Row) -> PrintedPenalty:
    no_number = any(note.code == "no_number" for note in row.notes)
    names = filter(None, _value(row, "penalty_kinds").split(";"))
    kinds = dict.fromkeys(found for name in names if (found := _kind(name)))
    return PrintedPenalty(
        decision_no="" if no_number else _value(row, "decision_no"),
        kinds=tuple(kinds),
        decided_on=date.fromisoformat(_value(row, "decided_on")),
        fine_fen=_fen(row, "fine_amount"),
        confiscated_fen=_fen(row, "confiscation_amount"),
        validity=_term(row, "valid_until"),
        publicity=_term(row, "publicity_until"),
        bars=tuple(_bars(row)),
    )


def _kind(name: str) -> PenaltyKind | None:
    """
    Find a kind by its name; what is only named “other” keeps its words in the text.
    """
    return PenaltyKind.OLD_OTHER if name.startswith("其他") else _KINDS.get(name)


def _bars(row: Row) -> list[PublicationBar]:
    bars = []
    if _value(row, "publish_flag") == _NOT_PUBLIC:
        bars.append(PublicationBar.MARKED)
    if row.texts.get("publish_refusal_basis"):
        bars.append(PublicationBar.BASIS_GIVEN)
    repair = _value(row, "repair_state")
    if repair and repair not in _REPAIRED | _NOT_REPAIRED:
        bars.append(PublicationBar.REPAIR_UNCLEAR)
    return bars


def _stated(row: Row) -> StatedStatus | None:
    status = _STATUS_OF_HINT.get(row.kind_hint)
    if status is None and _value(row, "repair_state") in _REPAIRED:
        status = SourceStatus.REPAIRED
    if status is None:
        return None
    return StatedStatus(status, status_reason=_text(row, "withdrawal_reason"))


# -- permits and lists ----------------------------------------------------------------


def _permit(row: Row, table: Table, run: UUID) -> RowAct:
    scope = ("permit_content", "permit_scope", "project_name")
    content = "\n".join(filter(None, (row.texts.get(name) for name in scope)))
    terms = {
        **_common(row, table, run),
        "authority": _authority(row, table, "authority", code="authority_uscc"),
        "permit": PrintedPermit(
            permit_no=_value(row, "permit_no"),
            permit_name=_value(row, "certificate_name"),
            permit_class=_value(row, "permit_class"),
            decision_no=_value(row, "decision_no"),
            decided_on=_day(row, "decided_on"),
            since_on=_day(row, "valid_from"),
            validity=_term(row, "valid_until"),
        ),
        "permit_texts": PermitTexts(
            permit_content=Personal(content) if content else None,
            remark=_text(row, "remark"),
        ),
        "stated": _stated(row),
    }
    return RowAct("record-imported-permit", terms)


def _list_entry(row: Row, table: Table, run: UUID) -> RowAct:
    listed_on = _day(row, "listed_on")
    title = table.title.lines[0] if table.title.lines else ""
    list_name = _value(row, "list_name") or title
    terms = {
        **_common(row, table, run),
        "authority": _authority(row, table, "listed_by"),
        "entry": PrintedListEntry(
            generation=_generation(listed_on, list_name),
            list_name=list_name,
            listed_on=listed_on,
            removed_on=_day(row, "removed_on"),
        ),
        "list_texts": ListTexts(
            listed_reason=_without_ids(row, "listed_reason")
            or _personal(_value(row, "reason_class")),
            summary=_without_ids(row, "summary"),
            listed_basis=_without_ids(row, "listed_basis"),
            remark=_without_ids(row, "remark"),
        ),
    }
    return RowAct("record-imported-list-entry", terms)


def _generation(listed_on: date | None, list_name: str) -> ListGeneration:
    """
    Tell the generation of a list by its day, else by its title.

    Without either it is the older one, under which nobody is listed any more.
    """
    if listed_on is not None:
        is_new = listed_on >= _ORDER_11_FROM
    else:
        is_new = _ORDER_11_WORDS in list_name
    return ListGeneration.ORDER_11 if is_new else ListGeneration.NOTICE_49


def _without_ids(row: Row, name: str) -> Personal | None:
    return _personal(without_resident_ids(row.texts.get(name, "")))


# -- what all rows have ---------------------------------------------------------------


def _common(row: Row, table: Table, run: UUID) -> dict[str, object]:
    return {
        "origin": _origin(row, table, run),
        "row": Personal(_raw(row, table)),
        "party": _party(row, table),
    }


def _origin(row: Row, table: Table, run: UUID) -> RowOrigin:
    notes = row.notes
    rules = [n.code for n in notes if n.severity is Severity.NORMALISED]
    if table.kind is Kind.BLACKLIST:
        rules.append(IDENTITY_DROPPED)
    seen = [n.code for n in notes if n.severity in (Severity.WARNED, Severity.HELD)]
    return RowOrigin(
        run=run,
        row_no=row.number,
        layout=f"{table.kind.value}/{table.form}",
        rules=tuple(dict.fromkeys(rules)),
        warnings=tuple(dict.fromkeys(seen)),
    )


def _raw(row: Row, table: Table) -> str:
    """
    Write the whole row as it stands, by header; what we wrote into the column 问题 of a
    returned file is no part of it.

    Of a published list no identity number is kept (个人信息保护法6).
    """
    cells: dict[str, str] = {}
    hidden = _identity_columns(table) if table.kind is Kind.BLACKLIST else frozenset()
    for index, cell in enumerate(row.raw):
        names = table.header.names
        name = names[index] if index < len(names) else ""
        if is_problem(name, cell):
            continue
        name = name or f"列{index + 1}"
        while name in cells:
            name += "'"
        if table.kind is Kind.BLACKLIST:
            cell = "" if index in hidden else without_resident_ids(cell)  # noqa: PLW2901  what is kept of it
        if cell:
            cells[name] = cell
    return orjson.dumps(cells).decode()


def _identity_columns(table: Table) -> frozenset[int]:
    return frozenset(c.index for c in table.columns if c.field.endswith("id_no"))


def _party(row: Row, table: Table) -> PrintedParty:
    prefix = table.reader.prefix
    uscc = _value(row, f"{prefix}uscc")
    stated = _CLASSES.get(row.party_class)
    party_class = stated or _class_by_code(row, table)
    name = _value(row, f"{prefix}name")
    head = row.personal.get("legal_rep") or row.personal.get("principal", "")
    person = row.personal.get(f"{prefix}name", "")
    if may_be_a_person(row, table):
        name, person = "", name
    return PrintedParty(
        party_class=party_class,
        party_name=name,
        party_person=_personal(person),
        uscc=uscc,
        org_code=_value(row, f"{prefix}org_code"),
        reg_no=_value(row, f"{prefix}reg_no"),
        former_name=row.former_names[0] if row.former_names and name else "",
        region=_region(row),
        legal_rep=_personal(head) if table.kind is not Kind.BLACKLIST else None,
    )


def may_be_a_person(row: Row, table: Table) -> bool:
    """
    Whether the party's name, though a table shows it, may be a natural person's: an
    individual business called like its owner, or an entry that no code tells as a unit.
    """
    name = _value(row, f"{table.reader.prefix}name")
    if table.kind is Kind.BLACKLIST and _class_by_code(row, table) not in _UNITS:
        return not is_organisation_name(name)
    head = row.personal.get("legal_rep", "")
    return bool(head) and folded(name) == folded(head)


def _class_by_code(row: Row, table: Table) -> PartyClass:
    """
    Know a listed party by its code; in other tables the table itself has said it.
    """
    if table.kind is not Kind.BLACKLIST:
        return PartyClass.UNKNOWN
    uscc = _value(row, "uscc")
    if uscc.startswith(_HOUSEHOLD_PREFIX):
        return PartyClass.HOUSEHOLD
    has_code = uscc or _value(row, "org_code") or _value(row, "reg_no")
    return PartyClass.UNIT if has_code else PartyClass.UNKNOWN


def _region(row: Row) -> str:
    known = any(note.code == "region_unknown" for note in row.notes)
    return "" if known else _value(row, "region_code")


def _authority(
    row: Row, table: Table, name: str, *, code: str = ""
) -> PrintedAuthority:
    printed = _value(row, name) or _value(row, "reported_by") or table.title.agency
    return PrintedAuthority(printed, _value(row, code) if code else "")


def _value(row: Row, name: str) -> str:
    return str(row.values.get(name, ""))


def _text(row: Row, name: str) -> Personal | None:
    return _personal(row.texts.get(name, ""))


def _personal(text: str) -> Personal | None:
    return Personal(text) if text else None


def _fen(row: Row, name: str) -> int | None:
    value = row.values.get(name)
    return value if isinstance(value, int) else None


def _day(row: Row, name: str) -> date | None:
    value = _value(row, name)
    return date.fromisoformat(value) if value and value != OPEN_END else None


def _term(row: Row, name: str) -> PrintedTerm | None:
    value = _value(row, name)
    if not value:
        return None
    return PrintedTerm(_day(row, name), open_ended=value == OPEN_END)


_ACTS: Final[dict[Kind, Callable[[Row, Table, UUID], RowAct]]] = {
    Kind.ENTERPRISES: _enterprise,
    Kind.PENALTIES: _penalty,
    Kind.PERMITS: _permit,
    Kind.BLACKLIST: _list_entry,
}
