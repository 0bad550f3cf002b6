"""
What the cells of one row say to each other (行内校验).
"""

from collections.abc import Callable
from datetime import date
from typing import Final

from domain.codes import holds_resident_id
from domain.folding import folded
from infra.tables.amounts import amount_count, fines_in
from infra.tables.days import OPEN_END
from infra.tables.names import is_organisation_name
from infra.tables.notes import Severity
from infra.tables.penalty_kinds import read_kinds
from infra.tables.rows import (
    DISPUTED_DECISION,
    NOT_A_PENALTY,
    WITHDRAWN_DECISION,
    Column,
    Reading,
)
from infra.tables.shapes import Shape, shape_of
from infra.tables.vocabulary import Kind
from infra.tables.words import (
    DISPUTED,
    INDIVIDUAL_BUSINESS,
    LEGAL_PERSON,
    NATURAL_PERSON,
    WITHDRAWN,
)

_CODES: Final = ("uscc", "reg_no", "org_code")
#: Days that cannot lie ahead.
_PAST: Final = (
    "published_on",
    "established_on",
    "approved_on",
    "issued_on",
    "closed_on",
    "listed_on",
    "removed_on",
    "revoked_on",
)
_IDENTITY_LENGTH: Final = 18
_BUSINESS_PREFIX: Final = "92"


def settle(reading: Reading) -> str:
    """
    Hold a row's cells against each other and note what does not agree.

    Returns:
        The class of the party; empty if it is unknown or has none.
    """
    party_class = ""
    if reading.reader.kind in {Kind.PENALTIES, Kind.PERMITS}:
        party_class = _party_class(reading)
        _placeholder(reading, party_class)
    _place_name(reading, party_class)
    _codes(reading, party_class)
    for check in _BY_KIND[reading.reader.kind]:
        check(reading)
    _days(reading)
    _hidden_identities(reading)
    return party_class


# -- the party -------------------------------------------------------------------------


def _party_class(reading: Reading) -> str:
    """
    Take the class from the column, the template or the code; never from the name.
    """
    codes = [reading.values.get(f"party_{code}") for code in _CODES]
    has_code = any(codes) or reading.has_placeholder
    has_identity = "party_id_no" in reading.personal
    stated = reading.stated_class or reading.reader.template_class
    if _code_refused(reading):
        return stated
    by_code = _class_by_code(str(codes[0] or ""))
    if reading.has_placeholder:
        by_code = INDIVIDUAL_BUSINESS
    if not stated and has_code != has_identity:
        return by_code if has_code else NATURAL_PERSON
    if stated == NATURAL_PERSON:
        agrees = not has_code
    else:
        agrees = bool(stated) and (has_code or not has_identity)
    if not agrees:
        code = "class_conflict" if has_code or has_identity else "class_unknown"
        reading.say(reading.column_of("party_class"), code)
        return ""
    return reading.stated_class or (by_code if stated == LEGAL_PERSON else stated)


def _class_by_code(uscc: str) -> str:
    is_business = uscc.startswith(_BUSINESS_PREFIX)
    return INDIVIDUAL_BUSINESS if is_business else LEGAL_PERSON


def _placeholder(reading: Reading, party_class: str) -> None:
    """
    Allow the code of nobody only to an individual business with a registration number.
    """
    if not reading.has_placeholder:
        return
    column = reading.column_of("party_uscc")
    if party_class == INDIVIDUAL_BUSINESS and "party_reg_no" in reading.values:
        reading.say(column, "placeholder")
    else:
        reading.say(column, "placeholder_not_allowed")


def _place_name(reading: Reading, party_class: str) -> None:
    """
    Keep the party's name among the values, unless it may be a natural person's.
    """
    if not reading.name:
        column = _name_column(reading)
        if column is None or not _refused(reading, column.field):
            reading.say(column, "name_missing")
        return
    kind = reading.reader.kind
    is_unit = party_class in {LEGAL_PERSON, INDIVIDUAL_BUSINESS} or (
        kind in {Kind.ENTERPRISES, Kind.BLACKLIST}
        and reading.name_field != "party_name_mixed"
    )
    unknown = party_class != NATURAL_PERSON
    if is_unit or (unknown and is_organisation_name(reading.name)):
        reading.values[reading.name_field] = reading.name
    else:
        reading.personal[reading.name_field] = reading.name


def _codes(reading: Reading, party_class: str) -> None:
    """
    Hold a party that no code names: only a person may link it.
    """
    prefix = reading.reader.prefix
    if party_class == NATURAL_PERSON or not reading.name or _code_refused(reading):
        return
    found = [code for code in _CODES if f"{prefix}{code}" in reading.values]
    if not found:
        reading.say(_name_column(reading), "no_code")
    elif "uscc" not in found and reading.reader.kind is Kind.ENTERPRISES:
        reading.say(_name_column(reading), "no_uscc")


# -- the decision ----------------------------------------------------------------------


def _decision(reading: Reading) -> None:
    """
    Demand a number and a day; of others' papers a bad number is only noted.
    """
    if "decided_on" not in reading.values and not _refused(reading, "decided_on"):
        reading.say(reading.column_of("decided_on"), "day_missing")
    numbers = ("decision_no", "permit_no")
    if not any(name in reading.values for name in numbers):
        field = next(name for name in numbers if reading.column_of(name))
        if not _refused(reading, field):
            severity = Severity.REFUSED if _is_ours(reading) else None
            reading.say(reading.column_of(field), "number_missing", severity)
    elif reading.said("no_number") and _is_ours(reading):
        index = next(n for n, x in enumerate(reading.notes) if x.code == "no_number")
        note = reading.notes.pop(index)
        column = reading.column_of("decision_no")
        seen = dict(note.params)["seen"]
        reading.say(column, "no_number", Severity.REFUSED, seen=seen)
    column = reading.column_of("authority")
    missing = "authority" not in reading.values and not _refused(reading, "authority")
    if column is not None and missing:
        reading.say(column, "authority_missing")


def _is_ours(reading: Reading) -> bool:
    """
    Say whether the row may be a penalty of our own bodies.
    """
    ours = reading.reader.is_ours
    if ours is None:
        return True
    name = folded(str(reading.values.get("authority", "")))
    code = reading.values.get("authority_uscc")
    return not (name or code) or bool({name, code} & ours)


def _kinds_and_amounts(reading: Reading) -> None:
    """
    Hold kinds, amounts and the told content of a penalty against each other.
    """
    kinds = read_kinds(str(reading.values.get("penalty_kinds", "")))
    if kinds.is_no_penalty:
        reading.hints.add(NOT_A_PENALTY)
        reading.say(reading.column_of("penalty_kinds"), "not_a_penalty")
        return
    for field, stem in (("fine_amount", "罚款"), ("confiscation_amount", "没收")):
        column = reading.column_of(field)
        if column is None or _refused(reading, field):
            continue
        amount = reading.values.get(field)
        if kinds.holds(stem) and not amount:
            code = "amount_missing" if amount is None else "amount_zero"
            reading.say(column, code, kind=stem)
        elif amount and kinds.names and not kinds.holds(stem):
            reading.say(column, "amount_without_kind", kind=stem)
    column = reading.column_of("licence_affected")
    untold = column is not None and "licence_affected" not in reading.texts
    if untold and kinds.holds("暂扣", "吊销"):
        reading.say(column, "licence_missing")
    _told_amount(reading)


def _told_amount(reading: Reading) -> None:
    """
    Compare the fine with what the content tells; never take it from there.
    """
    told = fines_in(reading.texts.get("penalty_content", ""))
    column = reading.column_of("fine_amount") or reading.column_of("penalty_content")
    amount = reading.values.get("fine_amount")
    if amount is None and told and not _refused(reading, "fine_amount"):
        several = len(told) > 1 or amount_count(reading.texts["penalty_content"]) > 1
        if several:
            reading.say(column, "amounts_told", count=len(told))
        else:
            reading.say(column, "amount_told", fen=told[0], yuan=f"{told[0] / 100:g}")
    elif amount is not None and told and amount not in told:
        reading.say(column, "amount_differs_from_text")


def _status(reading: Reading) -> None:
    """
    Mark a decision that was withdrawn or is disputed; it is never shown as standing.
    """
    status = reading.values.get("status")
    column = reading.column_of("status")
    if status == WITHDRAWN or "withdrawal_reason" in reading.texts:
        reading.hints.add(WITHDRAWN_DECISION)
        reading.say(column or reading.column_of("withdrawal_reason"), "withdrawn")
    elif status in DISPUTED:
        reading.hints.add(DISPUTED_DECISION)
        reading.say(column, "disputed", seen=status)


# -- days and personal data ------------------------------------------------------------


def _days(reading: Reading) -> None:
    """
    Note days that cannot follow each other.
    """
    today = reading.reader.today
    decided = _day_of(reading, "decided_on")
    if decided and decided > today:
        reading.say(reading.column_of("decided_on"), "decided_ahead", seen=decided)
    for name in _PAST:
        day = _day_of(reading, name)
        if day and day > today:
            reading.say(reading.column_of(name), "day_ahead", seen=day)
    for name in ("valid_until", "publicity_until", "term_to", "removed_on"):
        start = _day_of(reading, "listed_on") if name == "removed_on" else decided
        end = _day_of(reading, name)
        if start and end and end < start:
            reading.say(reading.column_of(name), "ends_before", seen=end, start=start)
    updated = reading.values.get("source_updated_at")
    if updated and reading.values.get("publicity_until") == updated:
        reading.say(reading.column_of("publicity_until"), "publicity_is_update")


def _day_of(reading: Reading, name: str) -> date | None:
    value = reading.values.get(name)
    if not isinstance(value, str) or value == OPEN_END:
        return None
    return date.fromisoformat(value)


def _hidden_identities(reading: Reading) -> None:
    """
    Find identity numbers where none belong, and keep them from the values.
    """
    for name, text in reading.texts.items():
        if len(text) >= _IDENTITY_LENGTH and holds_resident_id(text):
            reading.say(reading.column_of(name), "identity_in_text")
    for name, value in list(reading.values.items()):
        is_long = isinstance(value, str) and len(value) >= _IDENTITY_LENGTH
        if is_long and not name.endswith("uscc") and holds_resident_id(str(value)):
            reading.personal[name] = str(value)
            del reading.values[name]
            reading.say(reading.column_of(name), "identity_moved")


def _refused(reading: Reading, field: str) -> bool:
    return any(
        note.field == field and note.severity is Severity.REFUSED
        for note in reading.notes
    )


def _code_refused(reading: Reading) -> bool:
    """
    Say whether the party's code is wrong; then nothing else says who it is.
    """
    return any(
        note.severity is Severity.REFUSED and shape_of(note.field) is Shape.CODE
        for note in reading.notes
    )


def _name_column(reading: Reading) -> Column | None:
    """
    Give the column of the party's name, whatever it is called.
    """
    if reading.name_field:
        return reading.column_of(reading.name_field)
    columns = reading.reader.columns
    return next((column for column in columns if column.shape is Shape.NAME), None)


_PENALTY: Final[tuple[Callable[[Reading], None], ...]] = (
    _decision,
    _kinds_and_amounts,
    _status,
)
_BY_KIND: Final = {
    Kind.PENALTIES: _PENALTY,
    Kind.PERMITS: (_decision, _status),
    Kind.ENTERPRISES: (),
    Kind.BLACKLIST: (_status,),
}
