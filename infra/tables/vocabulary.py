"""
Which field a header means (表头对照).

Headers are looked up whole.
A search for parts of words would take 登记机关 for the authority and every 姓名 for the
legal representative.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from functools import cache
from typing import Final

from domain.folding import folded
from domain.money import Unit
from infra.tables.headers import HEADERS
from infra.tables.register_headers import REGISTER_HEADERS

IGNORED: Final = "_ignore"
PROBLEM_COLUMN: Final = "问题"
PROPOSAL_COUNT_MAX: Final = 3

#: Fields that hold money.
AMOUNT_FIELDS: Final = frozenset(
    {
        "fine_amount",
        "confiscation_amount",
        "fine_or_confiscation_total",
        "registered_capital",
        "revenue",
        "safety_spending",
        "amount_involved",
    }
)

#: Field codes and names of the published field table and of its forerunner of 2015,
#: where nobody was seen to use them as headers.
_STANDARD: Final = """\
[penalty]
party_institution_no: CF_XDR_SYDW
party_social_org_no: CF_XDR_SHZZ
party_org_code: CF_XDR_ZDM
party_reg_no: CF_XDR_GSDJ
party_id_type: CF_XDR_ZJLX
party_id_no: CF_XDR_ZJHM | CF_XDR_SFZ
legal_rep: CF_FR
legal_rep_id_type: CF_FR_ZJLX | 法定代表人证件类型
legal_rep_id_no: CF_FR_SFZH | 法定代表人证件号码
case_name: CF_CFMC
penalty_kinds: CF_CFLB1 | CF_CFLB2
penalty_content: CF_JG
confiscation_amount: 没收违法所得、没收非法财物的金额
authority: CF_XZJG
status: CF_ZT
valid_until: CF_JZQ | CF_JZRQ
region_code: DFBM
source_updated_at: SJC
dishonesty_level: CF_SXYZCD
remark: BZ
[permit]
party_name: XK_XDR_MC
party_class: XK_XDR_LB
party_uscc: XK_XDR_SHXYM
party_reg_no: XK_XDR_GSZC
party_org_code: XK_XDR_ZZJG
party_tax_no: XK_XDR_SWDJ
party_institution_no: XK_XDR_SYDW
party_social_org_no: XK_XDR_SHZZ
party_id_type: XK_XDR_ZJLX
party_id_no: XK_XDR_ZJHM
legal_rep: XK_FRDB
legal_rep_id_type: XK_FR_ZJLX
legal_rep_id_no: XK_FR_ZJHM | XK_FR_SFZH
document_name: XK_XKWS
decision_no: XK_WSH
permit_class: XK_XKLB | XK_SPLB
certificate_name: XK_XKZS
permit_no: XK_XKBH
permit_content: XK_NR
decided_on: XK_JDRQ
valid_from: XK_YXQZ
valid_until: XK_YXQZI | XK_JZQ
authority: XK_XKJG
authority_uscc: XK_XKJGDM
status: XK_ZT
data_source_unit: XK_LYDW
data_source_uscc: XK_LYDWDM
project_name: XK_XMMC | XK_BM
remark: BZ
"""

#: What stands in brackets behind 行政相对人代码_n; the number itself means nothing.
_CODE_WORDS: Final = {
    "统一社会信用代码": "party_uscc",
    "社会统一信用代码": "party_uscc",
    "工商注册号": "party_reg_no",
    "工商登记码": "party_reg_no",
    "工商登记号": "party_reg_no",
    "注册号": "party_reg_no",
    "组织机构代码": "party_org_code",
    "税务登记号": "party_tax_no",
    "纳税人识别号": "party_tax_no",
    "事业单位证书号": "party_institution_no",
    "社会组织登记证号": "party_social_org_no",
    "居民身份证号": "party_id_no",
    "居民身份证号码": "party_id_no",
    "身份证号": "party_id_no",
    "相对人证件号码": "party_id_no",
}
_CODE_WITH_WORDS = re.compile(r"(?:行政)?相对人代码_?\d?[(_](?P<words>[^()]+)\)?")
_CODE_BY_NUMBER = re.compile(r"(?:行政)?相对人代码_?[2-6]")
_MEANINGS_OF_NUMBER: Final = (
    "party_reg_no",
    "party_org_code",
    "party_tax_no",
    "party_institution_no",
    "party_social_org_no",
    "party_id_no",
)
#: One word, two meanings, both seen.
_AMBIGUOUS: Final = {
    ("penalty", "处罚类型"): ("penalty_kinds", "party_class"),
    ("penalty", "名称"): ("party_name", "case_name"),
}
_NOISE = re.compile(r"_x000d_|\(\*\)|\*|\(?必填(?:项)?\)?")
_JOINERS = re.compile(r"[-/—_]+")
_UNIT_WORDS = re.compile(r"\(?(?:单位:?)?(?:人民币)?(?P<unit>万元|万|元)\)?$")
_WAN_INSIDE = re.compile(r"万元|10kyuan")
#: Codes of columns that the field tables count in 万元.
_WAN_CODES: Final = frozenset(
    {"cf_nr_fk", "cf_nr_wfff", "xy020116", "cfje", "sndxssr", "aqscfy"}
)


class Kind(StrEnum):
    """
    What kind of table a file is said to hold (表格种类).
    """

    PENALTIES = "penalties"
    PERMITS = "permits"
    ENTERPRISES = "enterprises"
    BLACKLIST = "blacklist"

    @property
    def section(self) -> str:
        """
        Its name in the list of headers.
        """
        return _SECTIONS[self]

    @property
    def zh(self) -> str:
        """
        Its Chinese name.
        """
        return _KIND_WORDS[self]


_SECTIONS: Final = {
    Kind.PENALTIES: "penalty",
    Kind.PERMITS: "permit",
    Kind.ENTERPRISES: "enterprise",
    Kind.BLACKLIST: "blacklist",
}
_KIND_WORDS: Final = {
    Kind.PENALTIES: "行政处罚",
    Kind.PERMITS: "行政许可",
    Kind.ENTERPRISES: "企业名录",
    Kind.BLACKLIST: "失信名单",
}


@dataclass(frozen=True, slots=True)
class SeenHeader:
    """
    A header as it was seen in a real file.

    Args:
        section: Kind of file.
        field: Canonical field.
        zh: Chinese term of the field; empty where only its code is given.
        header: As seen.
    """

    section: str
    field: str
    zh: str
    header: str


@cache
def seen_headers() -> tuple[SeenHeader, ...]:
    """
    Give every header that was seen, in the order of the lists.
    """
    return tuple(_entries(HEADERS + REGISTER_HEADERS))


def header_key(text: str) -> str:
    """
    Fold a header for looking it up: width, case, blanks, brackets, marks of duty.
    """
    plain = _NOISE.sub("", folded(text)).replace("()", "")
    return _JOINERS.sub("_", plain).rstrip(":").strip("_")


def fields_for(kind: Kind, header: str) -> tuple[str, ...]:
    """
    Say which field a header means.

    Returns:
        One field; none if the header is unknown; several if only a person can say.
    """
    key = header_key(header)
    if found := _known(kind).get(key):
        return found
    if kind in {Kind.PENALTIES, Kind.PERMITS}:
        words = _CODE_WITH_WORDS.fullmatch(key)
        if words and (field := _CODE_WORDS.get(words["words"])):
            return (field,)
        if _CODE_BY_NUMBER.fullmatch(key):
            return _MEANINGS_OF_NUMBER
    without_unit = _known(kind).get(_UNIT_WORDS.sub("", key), ())
    return without_unit if set(without_unit) <= AMOUNT_FIELDS else ()


def unit_in_header(header: str) -> Unit | None:
    """
    Say in which unit a header counts its column, if it does.
    """
    key = header_key(header)
    if _WAN_INSIDE.search(key) or key in _WAN_CODES:
        return Unit.WAN
    found = _UNIT_WORDS.search(key)
    if found is None:
        return None
    return Unit.YUAN if found["unit"] == "元" else Unit.WAN


def proposals_for(kind: Kind, header: str) -> tuple[str, ...]:
    """
    Give the fields that an unknown header is most like, best first, at most three.
    """
    key = header_key(header)
    close = get_close_matches(key, _known(kind), n=9, cutoff=0.5)
    fields = dict.fromkeys(field for near in close for field in _known(kind)[near])
    return tuple(fields)[:PROPOSAL_COUNT_MAX]


@cache
def labels(kind: Kind) -> dict[str, str]:
    """
    Give the Chinese term of each field.
    """
    found: dict[str, str] = {}
    for entry in (*seen_headers(), *_inherited(kind)):
        if entry.section == kind.section and entry.zh:
            found.setdefault(entry.field, entry.zh)
    return found


@cache
def _known(kind: Kind) -> dict[str, tuple[str, ...]]:
    """
    Give the fields of every known header of a kind, by key.
    """
    found: dict[str, tuple[str, ...]] = {}
    for entry in (*seen_headers(), *_inherited(kind), *_entries(_STANDARD)):
        if entry.section in {kind.section, "any"}:
            for header in filter(None, (entry.header, entry.zh)):
                key = header_key(header)
                field = IGNORED if entry.field.startswith("_") else entry.field
                if header == entry.header or key not in found:
                    fields = (*found.get(key, ()), field)
                    found[key] = tuple(dict.fromkeys(fields))
    for key in [key for key in found if _CODE_BY_NUMBER.fullmatch(key)]:
        del found[key]
    for (section, key), fields in _AMBIGUOUS.items():
        if section == kind.section:
            found[key] = fields
    return found | {PROBLEM_COLUMN: (IGNORED,)}


def _inherited(kind: Kind) -> Iterator[SeenHeader]:
    """
    Give a permit's columns about the party, which are those of a penalty.
    """
    if kind is Kind.PERMITS:
        for entry in (*seen_headers(), *_entries(_STANDARD)):
            of_party = entry.field.startswith(("party_", "legal_rep", "remark"))
            if entry.section == "penalty" and of_party:
                yield SeenHeader(kind.section, entry.field, entry.zh, entry.header)


def _entries(text: str) -> Iterator[SeenHeader]:
    """
    Read a list of headers.
    """
    section = field = zh = ""
    for line in text.splitlines():
        if line.startswith("["):
            section = line.strip("[]")
            continue
        headers = line
        if not line.startswith(" "):
            start, _, headers = line.partition(":")
            field, _, zh = start.partition(" ")
        for header in headers.split("|"):
            if header.strip():
                yield SeenHeader(section, field, zh, header.strip())
