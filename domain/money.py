"""
Amounts of money (金额): inside always whole fen, at the edges exact decimals.

Published tables state fines in 万元 with six decimals, which is one fen exactly.
An amount that is no whole number of fen is refused, never rounded.
"""

from collections.abc import Iterator
from decimal import Decimal
from enum import Enum

from domain.folding import narrowed

FEN_PER_YUAN = 100

_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_SIMPLE_DIGITS = "〇一二三四五六七八九"
_PLACES = ("", "拾", "佰", "仟")
_FEN_MAX = 10**16 * FEN_PER_YUAN - 1
_VALUES = {
    **{character: value for value, character in enumerate(_DIGITS)},
    **{character: value for value, character in enumerate(_SIMPLE_DIGITS)},
    "两": 2,
    "贰": 2,
    "弍": 2,
    "陸": 6,
}
_SMALL_UNITS = {"拾": 10, "十": 10, "佰": 100, "百": 100, "仟": 1000, "千": 1000}
_LARGE_UNITS = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}


class Unit(Enum):
    """
    What an amount is counted in (金额单位): its name, its word, and its fen.
    """

    YUAN = ("yuan", "元", FEN_PER_YUAN)
    WAN = ("wan", "万元", 10_000 * FEN_PER_YUAN)

    def __init__(self, code: str, word: str, fen: int) -> None:
        """
        Keep the parts.
        """
        self.code = code
        self.word = word
        self.fen = fen


class NotExact(ValueError):
    """
    The text is no amount, or not a whole number of fen (金额不能精确到分).
    """


def to_fen(amount: str | Decimal, unit: Unit) -> int:
    """
    Count an amount in fen.

    Args:
        amount: A plain decimal number, without words, signs or separators.
        unit: What it is counted in.

    Raises:
        NotExact: If it is not a number, or has more decimals than fen can hold: two
            for 元, six for 万元.
    """
    try:
        fen = Decimal(amount) * unit.fen
        if not -_FEN_MAX <= fen <= _FEN_MAX:
            raise NotExact(f"beyond every amount: {str(amount)[:24]}")
        whole = int(fen)
    except (ArithmeticError, ValueError):
        raise NotExact(f"not an amount: {amount!r}") from None
    if fen != whole:
        raise NotExact(f"{amount} {unit.word} is not a whole number of fen")
    return whole


def in_unit(fen: int, unit: Unit) -> Decimal:
    """
    Give an amount in another unit, exactly and without needless zeros.
    """
    exact = Decimal(fen) / unit.fen
    return exact.quantize(Decimal(1)) if exact == exact.to_integral() else exact


def yuan_text(fen: int) -> str:
    """
    Write an amount for reading, as in ``12,345.60``.
    """
    return f"{Decimal(fen) / FEN_PER_YUAN:,.2f}"


def wan_text(fen: int) -> str:
    """
    Write an amount for a published table: 万元 with six decimals.
    """
    return f"{Decimal(fen) / Unit.WAN.fen:.6f}"


# -- 大写 ------------------------------------------------------------------------------


def capitals(fen: int) -> str:
    """
    Write an amount in the characters of official papers (大写), as in 伍万元整.

    Args:
        fen: From 0 to just below 10 000 万亿元.

    Raises:
        ValueError: If the amount is out of these bounds.

    Source:
        支付结算办法附一 正确填写票据和结算凭证的基本规定.
    """
    if not 0 <= fen <= _FEN_MAX:
        raise ValueError(f"no amount for a paper: {fen} fen")
    yuan, cents = divmod(fen, FEN_PER_YUAN)
    jiao, rest = divmod(cents, 10)
    words = f"{_integer_words(yuan) or '零'}元" if yuan or not cents else ""
    if jiao:
        words += f"{_DIGITS[jiao]}角"
    elif rest and yuan:
        words += "零"
    return words + (f"{_DIGITS[rest]}分" if rest else "整")


def _integer_words(number: int) -> str:
    """
    Write a whole number: before 亿, before 万, and the rest.
    """
    for value, word in ((10**8, "亿"), (10**4, "万")):
        high, low = divmod(number, value)
        if high:
            gap = "零" if 0 < low < value // 10 else ""
            return f"{_integer_words(high)}{word}{gap}{_integer_words(low)}"
    return _group_words(number)


def _group_words(group: int) -> str:
    """
    Write up to four digits, with one 零 for each gap inside; nothing for zero.
    """
    words = ""
    for power in reversed(range(4)):
        digit = group // 10**power % 10
        if digit:
            words += _DIGITS[digit] + _PLACES[power]
        elif words and not words.endswith("零"):
            words += "零"
    return words.rstrip("零")


def from_capitals(text: str) -> int:
    """
    Read an amount written in words, 伍万元整 as well as 五万元.

    Returns:
        Fen.

    Raises:
        NotExact: If it is not such an amount.
    """
    words = narrowed(text).removeprefix("人民币").removesuffix("整").removesuffix("正")
    yuan, mark, cents = words.replace("圆", "元").partition("元")
    if not mark and yuan.endswith(("角", "分")):
        yuan, cents = "", yuan
    if not yuan and not cents:
        raise NotExact(f"not an amount: {text!r}")
    jiao, fen = _cents(cents)
    return _integer(yuan) * FEN_PER_YUAN + jiao * 10 + fen


def _cents(words: str) -> tuple[int, int]:
    """
    Read what stands behind 元.
    """
    jiao, fen = 0, 0
    rest = words.removeprefix("零")
    if "角" in rest:
        before, _, rest = rest.partition("角")
        jiao = _digit(before)
    if rest:
        if not rest.endswith("分"):
            raise NotExact(f"not an amount: {words!r}")
        fen = _digit(rest.removesuffix("分").removeprefix("零"))
    return jiao, fen


def _digit(character: str) -> int:
    """
    Read one digit.
    """
    value = _VALUES.get(character)
    if value is None:
        raise NotExact(f"not a digit: {character!r}")
    return value


def _integer(words: str) -> int:
    """
    Read a whole number in words, from the left.

    A large unit counts all that was read since the last larger one.
    """
    parts: list[tuple[int, int]] = []  # of a number: how many, and of what
    section, digit = 0, 0
    for value, kind in _tokens(words):
        if kind == "digit":
            if digit:
                raise NotExact(f"not a number in words: {words!r}")
            digit = value
        elif kind == "small":
            section += (digit or 1) * value
            digit = 0
        else:
            count = section + digit
            while parts and parts[-1][1] < value:
                many, unit = parts.pop()
                count += many * unit
            parts.append((count, value))
            section, digit = 0, 0
    return sum(many * unit for many, unit in parts) + section + digit


def _tokens(words: str) -> Iterator[tuple[int, str]]:
    """
    Take a number in words apart.
    """
    for character in words:
        if character in _VALUES:
            yield _VALUES[character], "digit"
        elif character in _SMALL_UNITS:
            yield _SMALL_UNITS[character], "small"
        elif character in _LARGE_UNITS:
            yield _LARGE_UNITS[character], "large"
        else:
            raise NotExact(f"not a number in words: {words!r}")
