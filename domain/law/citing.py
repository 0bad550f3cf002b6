"""
Provisions as a paper writes them (条文引用): 《中华人民共和国安全生产法》第六十五条.

Of a bracketed digit the tables do not say whether it is a paragraph 款 or an item 项,
so a paper cites the article; an item that is written as a numeral is cited as one.
"""

import re
from typing import Final

from domain.law.statutes import REMARKS, statute_of

_DIGITS: Final = "零一二三四五六七八九"
_PIECE: Final = re.compile(
    r"(?P<first>\d+)(?:-(?P<last>\d+))?(?:\(\d+\))*(?:\((?P<item>[一二三四五六七八九十]+)\))?"
)
_EDITION: Final = re.compile(r"(?P<title>.+法)(?:\((?P<year>\d{4})\))?")


def numeral(number: int) -> str:
    """
    Write a whole number from 1 to 999 in Chinese: 六十五, 一百零一.
    """
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    text = f"{_DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        text += f"{'' if tens == 1 and not hundreds else _DIGITS[tens]}十"
    elif hundreds and ones:
        text += "零"
    return text + (_DIGITS[ones] if ones or not number else "")


def cited(provision: str) -> str:
    """
    Write a provision of the tables as a paper cites it.

    Args:
        provision: As ``domain.law.statutes`` writes them; what is no article of an
            instrument stays as it is.
    """
    return "、".join(_piece(piece) for piece in provision.split(";") if piece)


def _piece(piece: str) -> str:
    statute = statute_of(piece)
    rest = piece.removeprefix(statute.zh) if statute else piece
    title = _titled(statute.zh) if statute else ""
    for remark in REMARKS:
        rest = rest.replace(f"({remark})", f"（{remark}）")
    found = _PIECE.match(rest)
    if found is None:
        return f"{title}{rest.replace('(', '（').replace(')', '）')}"
    articles = f"第{numeral(int(found['first']))}条"
    if found["last"]:
        articles += f"至第{numeral(int(found['last']))}条"
    if found["item"]:
        articles += f"第（{found['item']}）项"
    return f"{title}{articles}{rest[found.end() :]}"


def _titled(short: str) -> str:
    """
    Write a law's title in full, with its edition where an earlier one is meant.
    """
    found = _EDITION.fullmatch(short)
    if found is not None:
        edition = f"（{found['year']}年文本）" if found["year"] else ""
        return f"《中华人民共和国{found['title']}》{edition}"
    name, _, further = short.partition("(")
    bracketed = f"（{further.removesuffix(')')}）" if further else ""
    return f"{name if name.endswith('号') else f'《{name}》'}{bracketed}"
