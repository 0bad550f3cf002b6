"""
Reading official numbers (文号): how other papers are numbered, and whether two are one.

A number is kept as printed.
Its parts are read for search and for sorting out what is what; the printed string is
never made from parts that were read, nor parts from a string that was drawn here.
"""

import re
from dataclasses import dataclass

from domain.folding import folded, narrowed, without_invisible

#: 机关代字 seen on the papers of safety regulators, the longer ones first.
AGENCY_WORDS = (
    "应急监察",
    "煤安监管",
    "煤安监",
    "安监管",
    "应急",
    "安监",
    "煤安",
    "综行",
)

_OPEN, _CLOSE = r"[(\[【〔{〖<]", r"[)\]】〕}〗>]"
_YEAR = re.compile(rf"{_OPEN}(?P<year>(?:19|20)\d\d)年?{_CLOSE}")
_SERIAL = re.compile(r"第?(?P<serial>[^第号]*?\d[^第号]*)号?")
_BARE_SERIAL = re.compile(r"(?P<head>.*?)(?P<serial>第\d+号?|\d+号)")
_OF_CASE = re.compile(r"(?P<year>(?:19|20)\d\d)-(?P<serial>\d+)号?")
_LABEL = re.compile(
    r"^\s*[^:：\d]{0,12}(?:文书?|决定书)?(?:文?号|号码|编号)\s*[:：]\s*"
)
_AROUND = re.compile(rf"^{_OPEN}(?P<inner>[^()\[\]]*){_CLOSE}$")
_HEAD_LENGTH_MAX = 30


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """
    An official number taken apart (文号构成).

    Args:
        printed: As printed, trimmed.
        region: Region word (地区简称), without its brackets where it has only these.
        agency_word: Agency word (机关代字), for example ``应急``; empty if it is none
            of those known, and then the whole head is the code.
        code: Code of the kind of document (文书代字), for example ``罚``.
        infix: ``违`` and ``字`` where the head has them, in this order.
        year: Four digits; empty where the number has none.
        serial_text: The serial with what belongs to it, for example ``危化1-16``.
    """

    printed: str
    region: str = ""
    agency_word: str = ""
    code: str = ""
    infix: str = ""
    year: str = ""
    serial_text: str = ""

    @property
    def is_regular(self) -> bool:
        """
        Whether it has head, year and serial, as a number has (符合文号格式).
        """
        return bool(self.code and self.year and self.serial_text)

    @property
    def key(self) -> str:
        """
        What it is compared by.
        """
        return comparison_key(self.printed)


def comparison_key(printed: str) -> str:
    """
    Fold what does not tell numbers apart: kind of brackets, blanks, width.

    Leading zeros, 第 and 号 stay: two series may differ in nothing else.
    """
    return folded(printed)


def same_number(one: str, other: str) -> bool:
    """
    Say whether two printed strings are one number (文号相同).
    """
    return comparison_key(one) == comparison_key(other) != ""


def without_label(printed: str) -> str:
    """
    Drop a label that was typed into the number, as in ``文号：…``, and trim it.
    """
    return _LABEL.sub("", without_invisible(printed)).strip()


def parse_document_number(printed: str) -> DocumentNumber | None:
    """
    Take a printed number apart.

    Args:
        printed: With any kind of brackets and blanks.

    Returns:
        The parts that it has, or nothing if there is no serial in it at all.
    """
    trimmed = without_invisible(printed).strip()
    plain = narrowed(trimmed)
    if of_case := _OF_CASE.fullmatch(plain):
        return DocumentNumber(
            trimmed, year=of_case["year"], serial_text=of_case["serial"]
        )
    if year := _YEAR.search(plain):
        serial = _SERIAL.fullmatch(plain[year.end() :])
        head = plain[: year.start()]
    else:
        serial = _BARE_SERIAL.fullmatch(plain)
        head = serial["head"] if serial else ""
    if serial is None or len(head) > _HEAD_LENGTH_MAX:
        return None
    region, agency_word, infix, code = _head(head)
    return DocumentNumber(
        trimmed,
        region,
        agency_word,
        code,
        infix,
        year["year"] if year else "",
        _bare(serial["serial"].strip("第号")),
    )


def print_document_number(
    region: str, agency_word: str, code: str, *, year: int, serial_text: str
) -> str:
    """
    Print a number as a body issues it, as in （哈）应急罚〔2026〕12号.

    Args:
        region: Region word, without brackets.
        agency_word: Agency word.
        code: Code of the kind of document, with an infix where the series has one.
        year: Four digits.
        serial_text: The serial as drawn.
    """
    return f"（{region}）{agency_word}{code}〔{year}〕{serial_text}号"


def _head(head: str) -> tuple[str, str, str, str]:
    """
    Split what stands before the year into region, agency word, infix and code.
    """
    where = [
        (head.find(word), -len(word), word) for word in AGENCY_WORDS if word in head
    ]
    if not where:
        return "", "", "", head
    start, _, word = min(where)
    rest = head[start + len(word) :]
    infix = ""
    if rest.startswith("违") and len(rest) > 1:
        infix, rest = "违", rest[1:]
    if rest.endswith("字") and len(rest) > 1:
        infix, rest = infix + "字", rest[:-1]
    return _bare(head[:start]), word, infix, rest


def _bare(text: str) -> str:
    """
    Take brackets off that stand around the whole of a text.
    """
    around = _AROUND.match(text)
    return around["inner"] if around else text
