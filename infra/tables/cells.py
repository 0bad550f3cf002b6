"""
Reading the cells of a row, each by the rule of its column's shape.
"""

from collections.abc import Callable
from typing import Final

from domain.document_number import parse_document_number, without_label
from domain.folding import narrowed
from domain.regions import REGION_LENGTH, is_known_region, regions
from infra.tables.amounts import read_amount
from infra.tables.days import partial_day, read_day
from infra.tables.lengths import must_be_short, note_length
from infra.tables.lines import Cell, digits_are_lost
from infra.tables.names import person_in_front, read_name
from infra.tables.notes import Severity
from infra.tables.party_codes import (
    PLACEHOLDER,
    UNCLEAR,
    CodeColumn,
    read_codes,
    read_identity,
)
from infra.tables.penalty_kinds import SEPARATOR, read_kinds
from infra.tables.plain import (
    REPLACEMENT,
    Unreadable,
    bare,
    is_scientific,
    must_be_whole,
    quoted,
)
from infra.tables.public_bodies import read_body
from infra.tables.rows import VOID_ENTRY, Column, Reading
from infra.tables.shapes import Shape
from infra.tables.vocabulary import Kind
from infra.tables.words import (
    DECISION_STATES,
    FLAGS,
    PARTY_CLASSES,
    PERMIT_STATES,
    REGISTER_STATES,
    YES,
    read_word,
)

_DECISION_DAY: Final = "decided_on"
_SHORT_NUMBER: Final = 15
#: At least one sign in so many of a number is a digit or a letter.
_NUMBER_SHARE: Final = 3
_CODE_FIELDS: Final = ("uscc", "reg_no", "org_code", "tax_no")


def read_cell(reading: Reading, column: Column, cell: Cell) -> None:
    """
    Read one cell that is not blank; what cannot be read is noted, never raised.
    """
    try:
        must_be_short(column, cell)
        _READERS[column.shape](reading, column, cell)
    except Unreadable as reason:
        if reason.code == "day_partial" and (month := partial_day(bare(cell))):
            reading.texts[column.field] = month
        _note_unreadable(reading, column, reason)


def _note_unreadable(reading: Reading, column: Column, reason: Unreadable) -> None:
    """
    Note why a cell cannot be read; a wrong day refuses only where a day must stand.
    """
    code, params = reason.code, {k: str(v) for k, v in reason.params.items()}
    if identity := params.pop("identity", ""):
        reading.personal["party_id_no"] = identity
    severity = None
    if code in _SOFT_DAYS and column.field == _DECISION_DAY:
        severity = Severity.REFUSED
    reading.say(column, code, severity, **params)


#: Days that are half known: refused as the day of a decision, noted elsewhere.
_SOFT_DAYS: Final = frozenset(
    {"day_partial", "day_short_year", "day_order", "day_unreadable"}
)


# -- parties ---------------------------------------------------------------------------


def _name(reading: Reading, column: Column, cell: Cell) -> None:
    text = bare(cell)
    must_be_whole(text)
    party = read_name(text, reading.saying(column))
    reading.name, reading.name_field = party.name, column.field
    if party.former:
        reading.former_names.append(party.former)
    note_length(reading, column, party.name)


def _code(reading: Reading, column: Column, cell: Cell) -> None:
    prefix = reading.reader.prefix
    own = column.field.removeprefix(prefix)
    named = "" if own == "code_mixed" else own
    taxpayer = "纳税" in column.printed or "税号" in column.printed
    holds = CodeColumn(named, may_be_tax_number=taxpayer)
    found = read_codes(cell, holds, reading.saying(column))
    reading.has_placeholder |= PLACEHOLDER in found
    if UNCLEAR in found:
        reading.texts[column.field] = found[UNCLEAR]
    if "tax_no" in found and not prefix:
        reading.texts[column.field] = found.pop("tax_no")
    for code in _CODE_FIELDS:
        if value := found.get(code):
            _put_code(reading, column, field=f"{prefix}{code}", value=value)


def _put_code(reading: Reading, column: Column, *, field: str, value: str) -> None:
    """
    Keep a code; one from its own column goes before one found elsewhere.
    """
    known = reading.values.get(field)
    if known is not None and known != value:
        reading.say(
            column, "codes_differ", seen=quoted(value), other=quoted(str(known))
        )
        if column.field != field:
            return
    reading.values[field] = value


def _other_code(reading: Reading, column: Column, cell: Cell) -> None:
    text = bare(cell)
    must_be_whole(text)
    if digits_are_lost(cell):
        raise Unreadable("number_too_long", seen=quoted(text))
    if is_scientific(text):
        raise Unreadable("digits_lost", seen=quoted(text))
    reading.put(column.field, narrowed(text))
    note_length(reading, column, text)


def _identity(reading: Reading, column: Column, cell: Cell) -> None:
    kind = str(reading.values.get("party_id_type", ""))
    is_resident = "身份证" in kind or not kind or column.field != "party_id_no"
    say = reading.saying(column)
    reading.put(column.field, read_identity(cell, say, is_resident=is_resident))


def _person(reading: Reading, column: Column, cell: Cell) -> None:
    text = bare(cell)
    must_be_whole(text)
    if "?" in text or "？" in text:
        reading.say(column, "question_mark")
    reading.put(column.field, " ".join(text.split()))


def _person_mixed(reading: Reading, column: Column, cell: Cell) -> None:
    text = bare(cell)
    reading.put(column.field, text)
    name = person_in_front(text)
    if name:
        reading.put("legal_rep", name)
    reading.say(column, "person_mixed")


def _phone(reading: Reading, column: Column, cell: Cell) -> None:
    reading.put(column.field, narrowed(bare(cell)))


def _party_class(reading: Reading, column: Column, cell: Cell) -> None:
    answers = reading.reader.dictionary.values.get(column.field, {})
    word = read_word(bare(cell), PARTY_CLASSES, answers)
    if word is None:
        reading.say(column, "class_word_unknown", seen=quoted(bare(cell)))
        return
    reading.stated_class = word
    reading.put(column.field, word)


# -- the decision ----------------------------------------------------------------------


def _number(reading: Reading, column: Column, cell: Cell) -> None:
    text = bare(cell)
    must_be_whole(text)
    if digits_are_lost(cell) or is_scientific(text):
        raise Unreadable("digits_lost", seen=quoted(text))
    printed = " ".join(without_label(text).split())
    number = parse_document_number(printed)
    if number is None and not _is_like_a_number(printed):
        reading.say(column, "no_number", seen=quoted(printed))
    elif number is None or not number.is_regular:
        reading.say(column, "number_irregular", seen=quoted(printed))
    reading.put(column.field, printed)
    note_length(reading, column, printed)


def _is_like_a_number(text: str) -> bool:
    """
    Say whether digits and letters make up enough of a text for it to be a number.
    """
    count = sum(sign.isascii() and sign.isalnum() for sign in text)
    has_digit = any(sign.isdigit() for sign in text)
    return has_digit and count * _NUMBER_SHARE >= len(text)


def _day(reading: Reading, column: Column, cell: Cell) -> None:
    reading.put(
        column.field,
        read_day(
            cell,
            reading.saying(column),
            epoch_year=reading.reader.epoch_year,
            may_be_open=column.shape is Shape.END_DAY,
        ),
    )


def _moment(reading: Reading, column: Column, cell: Cell) -> None:
    try:
        day = read_day(cell, reading.saying(None), epoch_year=reading.reader.epoch_year)
    except Unreadable:
        return
    reading.put(column.field, day)


def _amount(reading: Reading, column: Column, cell: Cell) -> None:
    text = bare(cell)
    must_be_whole(text)
    fen = read_amount(cell, column.unit, reading.saying(column))
    reading.put(column.field, fen)


def _kinds(reading: Reading, column: Column, cell: Cell) -> None:
    text = bare(cell)
    kinds = read_kinds(text)
    if kinds.cut:
        reading.say(column, "kinds_cut", seen=quoted(kinds.cut))
    elif kinds.unknown:
        reading.say(column, "kinds_unknown", seen=quoted("、".join(kinds.unknown)))
    earlier = str(reading.values.get(column.field, "")).split(SEPARATOR)
    names = dict.fromkeys(filter(None, (*earlier, *kinds.names)))
    reading.put(column.field, SEPARATOR.join(names))
    if text != SEPARATOR.join(kinds.names):
        printed = (reading.texts.get(column.field), text)
        reading.texts[column.field] = SEPARATOR.join(filter(None, printed))


def _authority(reading: Reading, column: Column, cell: Cell) -> None:
    text = bare(cell)
    must_be_whole(text)
    reading.put(column.field, read_body(text, reading.saying(column)).name)


def _authority_code(reading: Reading, column: Column, cell: Cell) -> None:
    try:
        found = read_codes(cell, CodeColumn("uscc"), reading.saying(column))
    except Unreadable as reason:
        if reason.code not in {"uscc_wrong", "uscc_wrong_proposal"}:
            raise
        reading.saying(column)("authority_code_wrong", **reason.params)
        return
    if code := found.get("uscc"):
        reading.put(column.field, code)


def _status(reading: Reading, column: Column, cell: Cell) -> None:
    is_permit = reading.reader.kind is Kind.PERMITS
    stock = PERMIT_STATES if is_permit else DECISION_STATES
    _put_word(reading, column, text=bare(cell), stock=stock)


def _registration_state(reading: Reading, column: Column, cell: Cell) -> None:
    _put_word(reading, column, text=bare(cell), stock=REGISTER_STATES)


def _put_word(
    reading: Reading, column: Column, *, text: str, stock: dict[str, str]
) -> None:
    """
    Keep a word of a fixed stock; an unknown one stays as it is.
    """
    answers = reading.reader.dictionary.values.get(column.field, {})
    word = read_word(text, stock, answers)
    if word is None:
        reading.say(column, "word_unknown", seen=quoted(text))
    known = reading.values.get(column.field)
    if known in {None, "正常", "有效"}:
        reading.put(column.field, word or text)


# -- the rest --------------------------------------------------------------------------


def _region(reading: Reading, column: Column, cell: Cell) -> None:
    code = narrowed(bare(cell)).removesuffix(".0")
    known = len(code) == REGION_LENGTH and is_known_region(code)
    if not known:
        reading.say(column, "region_unknown", seen=quoted(code))
    elif code not in regions():
        reading.say(column, "region_retired", seen=code)
    before = str(reading.values.get(column.field, ""))
    if not before or (known and code[:4] == before[:4] and not code.endswith("00")):
        reading.put(column.field, code)


def _flag(reading: Reading, column: Column, cell: Cell) -> None:
    text = bare(cell)
    word = read_word(
        text, FLAGS, reading.reader.dictionary.values.get(column.field, {})
    )
    if column.field == "void_flag":
        if word == YES or "作废" in text:
            reading.hints.add(VOID_ENTRY)
            reading.say(column, "void_entry")
        reading.put(column.field, word or text)
    elif column.field == "risk_feature":
        if word == YES:
            earlier = str(reading.values.get(column.field, ""))
            features = filter(None, (earlier, column.printed.strip()))
            reading.put(column.field, SEPARATOR.join(features))
    else:
        if word is None:
            reading.say(column, "word_unknown", seen=quoted(text))
        reading.put(column.field, word or text)


def _count(reading: Reading, column: Column, cell: Cell) -> None:
    text = narrowed(bare(cell)).removesuffix(".0").removesuffix("人")
    if text.isascii() and text.isdigit() and len(text) < _SHORT_NUMBER:
        reading.put(column.field, int(text))
    else:
        reading.say(column, "count_unreadable", seen=quoted(text))


def _text(reading: Reading, column: Column, cell: Cell) -> None:
    text = bare(cell)
    if REPLACEMENT in text:
        reading.say(column, "replaced_characters_in_text")
    reading.put(column.field, text)
    note_length(reading, column, text)


def _word(reading: Reading, column: Column, cell: Cell) -> None:
    text = bare(cell)
    if REPLACEMENT in text:
        reading.say(column, "replaced_characters_in_text")
    if text.endswith(".0") and text[:-2].isdigit():
        text = text[:-2]
    known = reading.values.get(column.field)
    if known is None or column.field == "industry_class":
        reading.put(column.field, text)
    note_length(reading, column, text)


def _nothing(reading: Reading, column: Column, cell: Cell) -> None:
    """
    Leave the cell unread.
    """


_READERS: Final[dict[Shape, Callable[[Reading, Column, Cell], None]]] = {
    Shape.NAME: _name,
    Shape.PERSON: _person,
    Shape.PERSON_MIXED: _person_mixed,
    Shape.CODE: _code,
    Shape.OTHER_CODE: _other_code,
    Shape.IDENTITY: _identity,
    Shape.PHONE: _phone,
    Shape.NUMBER: _number,
    Shape.TEXT: _text,
    Shape.WORD: _word,
    Shape.DAY: _day,
    Shape.END_DAY: _day,
    Shape.MOMENT: _moment,
    Shape.AMOUNT: _amount,
    Shape.AUTHORITY: _authority,
    Shape.AUTHORITY_CODE: _authority_code,
    Shape.KINDS: _kinds,
    Shape.PARTY_CLASS: _party_class,
    Shape.STATUS: _status,
    Shape.REGISTRATION_STATE: _registration_state,
    Shape.REGION: _region,
    Shape.FLAG: _flag,
    Shape.COUNT: _count,
    Shape.IGNORED: _nothing,
}
