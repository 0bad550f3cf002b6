"""
Reading amounts of money (金额), each in the unit of its column.
"""

import re
from decimal import Decimal
from typing import Final

from domain.folding import narrowed
from domain.money import NotExact, Unit, from_capitals, to_fen
from infra.tables.lines import Cell, digits_are_lost, exact_number
from infra.tables.plain import Say, Unreadable, bare, is_scientific, quoted

_CURRENCY = re.compile(r"人民币|rmb|cny|¥", re.IGNORECASE)
_LABEL = re.compile(r"(?:罚款|没收)?(?:金额|数额)?[:：]|^罚款(?:金额)?")
_IN_CAPITALS = re.compile(
    r"\(?大写[:：]?\)?\(?(?P<words>[^()]*)\)?|\((?P<inner>[^()\d]+)\)"
)
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_AMOUNT = re.compile(
    r"(?P<sign>[+-]?)(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)"
    r"(?P<unit>万元|万圆|万|元|圆)?(?:整|正)?"
)
_WORDS_ONLY = re.compile(
    r"[零〇一二三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟两万亿元圆角分整正]+"
)
_FINE_IN_TEXT = re.compile(
    r"罚款(?:金额)?(?:共计|合计)?(?:人民币)?[:：]?¥?"
    r"(?:(?P<number>\d[\d,]*(?:\.\d+)?)(?P<unit>万元|万|元)"
    r"|(?P<words>[零〇一二三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟两万亿]+元))"
)
_ANY_IN_TEXT = re.compile(r"\d[\d,]*(?:\.\d+)?(?:万元|元)|[一-龥]元整")
#: The largest amount of a field that was made too narrow (9.999999 万元).
_CAP_FEN: Final = 9_999_999


def read_amount(cell: Cell, unit: Unit | None, say: Say) -> int:
    """
    Read an amount.

    Args:
        cell: Not blank.
        unit: What the column is counted in, if it is known.
        say: Takes notes.

    Returns:
        Fen.

    Raises:
        Unreadable: If it is not exactly one amount, clashes with the column's unit, or
            is finer than one fen.
    """
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        if digits_are_lost(cell):
            raise Unreadable("digits_lost", seen=quoted(bare(cell)))
        return _in_fen(exact_number(cell), unit, say)
    text = bare(cell)
    if is_scientific(text):
        raise Unreadable("digits_lost", seen=quoted(text))
    plain = _LABEL.sub("", _CURRENCY.sub("", narrowed(text)), count=1)
    plain, capitals = _split_capitals(plain)
    if (capitals and not plain) or _WORDS_ONLY.fullmatch(plain):
        say("amount_in_words", seen=quoted(text))
        return _words(plain or capitals, text)
    found = _AMOUNT.fullmatch(plain)
    if found is None:
        several = len(_NUMBER.findall(plain)) > 1
        code = "amount_several" if several else "amount_unreadable"
        raise Unreadable(code, seen=quoted(text))
    number = Decimal(found["sign"] + found["number"].replace(",", ""))
    fen = _in_fen(number, _unit_of_cell(found["unit"], unit, text), say)
    if capitals and _words(capitals, text) != fen:
        raise Unreadable("amount_differs_from_capitals", seen=quoted(text))
    return fen


def carries_unit(cell: Cell) -> bool:
    """
    Say whether a cell needs no unit of its column: it is zero, or names its own.
    """
    if isinstance(cell, int | float):
        return cell == 0
    plain = _CURRENCY.sub("", narrowed(bare(cell)))
    found = _AMOUNT.fullmatch(plain)
    if found is None:
        return True  # it is not read by any unit, or not at all
    return found["unit"] is not None or not Decimal(found["number"].replace(",", ""))


def number_in(cell: Cell) -> Decimal | None:
    """
    Give the bare number of a cell, if that is all it holds.
    """
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return exact_number(cell)
    found = _AMOUNT.fullmatch(_CURRENCY.sub("", narrowed(bare(cell))))
    if found is None or found["unit"]:
        return None
    return Decimal(found["number"].replace(",", ""))


def fines_in(text: str) -> list[int]:
    """
    Find the fines that a text states, in fen, each once.
    """
    found: dict[int, None] = {}
    for match in _FINE_IN_TEXT.finditer(narrowed(text)):
        try:
            if match["words"]:
                found[from_capitals(match["words"])] = None
            else:
                unit = Unit.YUAN if match["unit"] == "元" else Unit.WAN
                found[to_fen(match["number"].replace(",", ""), unit)] = None
        except NotExact:
            continue
    return list(found)


def amount_count(text: str) -> int:
    """
    Count the different amounts of any kind that a text states.
    """
    return len(set(_ANY_IN_TEXT.findall(narrowed(text))))


def _split_capitals(text: str) -> tuple[str, str]:
    """
    Part an amount in digits from the same amount in words behind it.
    """
    found = _IN_CAPITALS.search(text)
    if found is None:
        return text, ""
    words = (found["words"] or found["inner"] or "").strip()
    rest = text[: found.start()] + text[found.end() :]
    return rest, words


def _words(words: str, text: str) -> int:
    try:
        return from_capitals(words)
    except NotExact:
        raise Unreadable("amount_unreadable", seen=quoted(text)) from None


def _unit_of_cell(word: str | None, unit: Unit | None, text: str) -> Unit | None:
    """
    Settle between the unit in a cell and that of its column.
    """
    if word is None:
        return unit
    own = Unit.WAN if word.startswith("万") else Unit.YUAN
    if unit is not None and own is not unit:
        raise Unreadable("amount_unit_clash", seen=quoted(text), unit=unit.word)
    return own


def _in_fen(number: Decimal, unit: Unit | None, say: Say) -> int:
    """
    Count in fen, exactly.
    """
    if number < 0:
        raise Unreadable("amount_negative", seen=f"{number:f}")
    if unit is None:
        if number:
            raise Unreadable("amount_without_unit", seen=f"{number:f}")
        return 0
    try:
        fen = to_fen(number, unit)
    except NotExact:
        raise Unreadable(
            "amount_too_fine", seen=f"{number:f}", unit=unit.word
        ) from None
    if unit is Unit.WAN and fen == _CAP_FEN:
        say("amount_at_cap", seen=f"{number:f}")
    return fen
