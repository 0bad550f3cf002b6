"""
Reading names of parties and persons (名称、姓名).
"""

import re
from dataclasses import dataclass
from typing import Final

from domain.codes import holds_resident_id
from domain.folding import is_masked, narrowed, tidied_name
from infra.tables.plain import Say, Unreadable, quoted

_LABEL = re.compile(
    r"^(?:行政相对人名称|相对人名称|当事人名称|当事人|单位名称|企业名称|公司名称|名称)[:：]\s*"
)
_FORMER = re.compile(
    r"\s*[（(，,]?\s*(?:曾用名|原名称?|更名前)\s*[:：为]?\s*(?P<former>[^（()）]+?)\s*[）)]?$"
)
_ORGANISATION = re.compile(
    r"公司|企业|集团|合作社|委员会|协会|事务所|分厂|项目部|经营部|加油站|门市"
    r"|(?:厂|矿|店|站|社|部|院|校|行|场|所|局|会|户|中心|酒店|宾馆|超市|工作室|基地|队|处|园|馆|库|坊|吧)"
    r"(?:[（(][^（()）]*[）)])?$"
)
_LEGAL_FORM = re.compile(r"(?:公司|厂|矿|店|站|社|中心|企业|集团|院|所|部|行|场)$")
_PERSON = re.compile(r"[㐀-鿿]{1,3}某{0,2}[㐀-鿿]?|[㐀-鿿]·[㐀-鿿]+")
_JOINED = re.compile(r"\s*[、;；/\n]\s*")
_SPACED = re.compile(r"(?:公司|厂|矿|集团|合作社)[ \t\u3000]+[㐀-鿿]")
_EXTRA = re.compile(r"[㐀-鿿）)][YyNn]$|汇总表|必填|以下空白")
_JUNK: Final = frozenset(
    {"汇总表", "必填", "选填", "以下", "以下空白", "以下无正文", "空白", "此行以下空白"}
)
_TEST = re.compile(
    r"(?:测试|test)(?:数据|企业|公司|单位|用户|人员)?[0-9a-z]*", re.IGNORECASE
)
_SAMPLE = re.compile(r"^(?:示例|样例|例如|例)[:：]")
_PERSON_IN_FRONT = re.compile(r"[^\s、,，;；:：/（(]{2,12}")
_NAME_LENGTH_MIN: Final = 4


@dataclass(frozen=True, slots=True)
class PartyName:
    """
    A party's name as printed, less what does not belong to it.

    Args:
        name: Tidied; empty if nothing is left.
        former: A former name that stood with it.
    """

    name: str
    former: str = ""


def read_name(text: str, say: Say) -> PartyName:
    """
    Read the name of one party.

    Raises:
        Unreadable: If two parties stand in the cell, or it is a trial entry.
    """
    label = _LABEL.match(text)
    if label:
        say("label_dropped")
        text = text[label.end() :]
    if _TEST.fullmatch(narrowed(text)) or _SAMPLE.match(text):
        raise Unreadable("test_row", seen=quoted(text))
    former = _FORMER.search(text)
    if former and former.start():
        say("former_name", seen=former["former"])
        text = text[: former.start()]
    if names_two_parties(text):
        raise Unreadable("two_parties")
    if _SPACED.search(text) or _EXTRA.search(text):
        say("name_with_extra")
    if "?" in text or "？" in text:
        say("question_mark")
    name = tidied_name(text)
    if is_masked(name):
        say("masked_name")
    return PartyName(name, tidied_name(former["former"]) if former else "")


def is_junk(text: str) -> bool:
    """
    Say whether a text is a word of a form and nobody's name.
    """
    return narrowed(text) in _JUNK


def is_organisation_name(name: str) -> bool:
    """
    Say whether a name carries a word that only organisations carry.

    It decides only what is shown, never which class a party belongs to.
    """
    return len(name) >= _NAME_LENGTH_MIN and bool(_ORGANISATION.search(name))


def names_two_parties(text: str) -> bool:
    """
    Say whether two parties stand in one cell, as in 甲公司、张某.
    """
    parts = [part for part in _JOINED.split(text.strip()) if part]
    if len(parts) < 2:  # noqa: PLR2004
        return False
    if _LEGAL_FORM.search(tidied_name(parts[0])):
        return True
    return all(_PERSON.fullmatch(tidied_name(part)) for part in parts)


def person_in_front(text: str) -> str:
    """
    Take the name from a cell that goes on with sex and number; nothing if unsure.
    """
    found = _PERSON_IN_FRONT.match(text.strip())
    if found is None or holds_resident_id(found[0]):
        return ""
    return found[0] if _PERSON.fullmatch(found[0]) else ""
