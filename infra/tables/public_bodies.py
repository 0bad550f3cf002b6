"""
Reading the names of public bodies (机关名称).
"""

import re
from dataclasses import dataclass

from domain.document_number import parse_document_number
from domain.folding import narrowed, tidied_name
from infra.tables.plain import Say, Unreadable, quoted

_DAY = re.compile(r"(?:19|20)\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?.*|\d{8}|\d{13}")
_UUID = re.compile(r"[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}", re.IGNORECASE)
_DIGITS = re.compile(r"[\d.\-]+")
_TAIL = re.compile(
    r"(?:行政)?(?:权力|执法)?(?:运行|监管|办案)?系统(?:-\d+)?$"
    r"|[（(]\d+[)）]$|-\d+$|\s*(?:处罚|决定|公示)(?:决定)?日期[:：].*$"
)
_DELEGATION = re.compile(r"[（(](?P<note>[^（()）]*(?:委托|受托|授权)[^（()）]*)[)）]")
_BODY = re.compile(
    r"(?:局|厅|部|委|委员会|府|队|总队|支队|大队|会|所|院|处|办|办公室|中心|站|署|司|分局|公司)$"
)
_ADDRESS = re.compile(
    r"(?:路|街|巷|道|村|号楼|单元)\d*号?.*(?:号|室|楼|层|栋|座)$|\d+号$"
)


@dataclass(frozen=True, slots=True)
class BodyName:
    """
    The name of a body as printed, less what a system added.

    Args:
        name: Tidied; letters and digits of the name itself stay.
        delegation: What was said in brackets about a delegation.
    """

    name: str
    delegation: str = ""


def read_body(text: str, say: Say) -> BodyName:
    """
    Read the name of a body.

    Raises:
        Unreadable: If something else stands there: a day, a number, an address.
    """
    plain = narrowed(text)
    for code, pattern in (("body_is_day", _DAY), ("body_is_id", _UUID)):
        if pattern.fullmatch(plain):
            raise Unreadable(code, seen=quoted(text))
    number = parse_document_number(plain)
    if _DIGITS.fullmatch(plain) or (number is not None and number.is_regular):
        raise Unreadable("body_is_number", seen=quoted(text))
    name = tidied_name(text)
    delegation = _DELEGATION.search(name)
    if delegation:
        say("delegation", seen=quoted(delegation["note"]))
        name = _DELEGATION.sub("", name)
    name = _without_tails(name, say)
    if _ADDRESS.search(name) and not _BODY.search(name):
        raise Unreadable("body_is_address", seen=quoted(text))
    return BodyName(name, delegation["note"] if delegation else "")


def _without_tails(name: str, say: Say) -> str:
    """
    Take off what systems hang on; what is left must be the name of a body.

    Raises:
        Unreadable: If it is not, as when only a province is left.
    """
    short = name
    while found := _TAIL.search(short):
        short = short[: found.start()].rstrip()
    if short == name:
        return name
    if not _BODY.search(short):
        raise Unreadable("body_is_system", seen=quoted(name))
    say("body_tail", seen=quoted(name), read=short)
    return short
