"""
Reading the codes of a party (当事人代码), each told by its shape and check character.
"""

import re
from dataclasses import dataclass
from typing import Final

from domain.codes import (
    LEGACY_ID_LENGTH,
    ORG_CODE_LENGTH,
    REGISTRATION_LENGTH,
    USCC_LENGTH,
    USCC_PLACEHOLDER,
    check_org_code,
    check_registration_number,
    check_resident_id,
    check_uscc,
    is_resident_id,
)
from domain.folding import folded_code, is_masked, narrowed
from infra.tables.lines import Cell, digits_are_lost
from infra.tables.plain import (
    Say,
    Unreadable,
    bare,
    is_scientific,
    must_be_whole,
    quoted,
)

USCC: Final = "uscc"
REG_NO: Final = "reg_no"
ORG_CODE: Final = "org_code"
TAX_NO: Final = "tax_no"
IDENTITY: Final = "id_no"
#: Held as text: nobody can say which code it is.
UNCLEAR: Final = "unclear"
PLACEHOLDER: Final = "placeholder"

#: Registration numbers of the years before 2007.
_OLD_REGISTRATION_LENGTH: Final = 13
_LABELS: Final = {
    "统一社会信用代码": USCC,
    "社会统一信用代码": USCC,
    "社会信用代码": USCC,
    "信用代码": USCC,
    "组织机构代码证号": ORG_CODE,
    "组织机构代码证": ORG_CODE,
    "组织机构代码": ORG_CODE,
    "机构代码": ORG_CODE,
    "工商营业执照注册号": REG_NO,
    "营业执照注册号": REG_NO,
    "工商注册号": REG_NO,
    "工商登记号": REG_NO,
    "注册号码": REG_NO,
    "注册号": REG_NO,
    "营业执照号": REG_NO,
    "纳税人识别号": TAX_NO,
    "税务登记号": TAX_NO,
    "身份证号码": IDENTITY,
    "居民身份证号": IDENTITY,
    "身份证号": IDENTITY,
    "证件号码": IDENTITY,
}
_LABEL_WORDS: Final = "|".join(sorted(_LABELS, key=len, reverse=True))
_LABELLED = re.compile(
    rf"[(（]?(?P<label>{_LABEL_WORDS})[)）]?[:：]?(?P<code>[0-9A-Za-z*-]*)"
)
_SEVERAL = re.compile(r"[0-9A-Za-z-]{9,}[/;,、|或和]+[0-9A-Za-z-]{9,}")
_TEST_CODE = re.compile(r"CODE\d*|TEST\d*|测试.*|(.)\1{7,}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class CodeColumn:
    """
    What a column of codes is said to hold.

    Args:
        code: One of the kinds above that its header names; empty if it names several.
        may_be_tax_number: Whether its header speaks of taxpayers.
    """

    code: str
    may_be_tax_number: bool = False


def read_codes(cell: Cell, column: CodeColumn, say: Say) -> dict[str, str]:
    """
    Read a cell that holds one code or several.

    Returns:
        The codes found, by kind.

    Raises:
        Unreadable: If its digits are lost, or the code is wrong.
    """
    text = bare(cell)
    must_be_whole(text)
    if digits_are_lost(cell):
        raise Unreadable("number_too_long", seen=quoted(text))
    plain = narrowed(text)
    if is_scientific(plain):
        raise Unreadable("digits_lost", seen=quoted(text))
    labelled = [found for found in _LABELLED.finditer(plain) if found["code"]]
    if labelled:
        rest = _LABELLED.sub("", plain).strip("()/;,、|:")
        if rest:
            say("codes_unclear", seen=quoted(text))
            return {UNCLEAR: text}
        say("label_dropped" if len(labelled) == 1 else "codes_parted")
        return _labelled(labelled, column, say)
    if _SEVERAL.search(plain):
        say("codes_unclear", seen=quoted(text))
        return {UNCLEAR: text}
    return _one(_LABELLED.sub("", plain), column, say)


def read_identity(cell: Cell, say: Say, *, is_resident: bool) -> str:
    """
    Read the number of an identity paper.

    Args:
        cell: Not blank.
        say: Takes notes.
        is_resident: Whether the paper is a resident's card, as far as the row says.

    Raises:
        Unreadable: If its digits are lost, or a firm's code stands there.
    """
    text = bare(cell)
    must_be_whole(text)
    if digits_are_lost(cell):
        raise Unreadable("number_too_long", seen="")
    plain = narrowed(text)
    if is_scientific(plain):
        raise Unreadable("digits_lost", seen="")
    number = folded_code(_LABELLED.sub(lambda found: found["code"], plain))
    if is_masked(number):
        say("masked_identity")
        return plain
    if len(number) == USCC_LENGTH and not is_resident_id(number):
        if check_uscc(number).ok:
            raise Unreadable("code_in_identity_column", seen=number)
        if is_resident:
            say("identity_wrong")
    elif is_resident and not check_resident_id(number).ok:
        say("identity_wrong")
    return number


def _labelled(
    found: list[re.Match[str]], column: CodeColumn, say: Say
) -> dict[str, str]:
    """
    Read each code by its own label.
    """
    codes: dict[str, str] = {}
    for match in found:
        own = CodeColumn(_LABELS[match["label"]], column.may_be_tax_number)
        if own.code == IDENTITY:
            own = CodeColumn("")
        codes |= _one(match["code"], own, say)
    return codes


def _one(plain: str, column: CodeColumn, say: Say) -> dict[str, str]:
    """
    Read one code: what stands for none first, then by its length.
    """
    code = folded_code(plain)
    if not code:
        return {}
    if is_masked(code):
        say("masked_code")
        return {UNCLEAR: plain}
    if code == USCC_PLACEHOLDER:
        return {PLACEHOLDER: code}
    if _TEST_CODE.fullmatch(code):
        raise Unreadable("test_row", seen=quoted(plain))
    if len(code) == USCC_LENGTH:
        return _of_eighteen(code, column, say)
    return _shorter(code, column, say)


def _shorter(code: str, column: CodeColumn, say: Say) -> dict[str, str]:
    """
    Read a code that is no USCC by its length.
    """
    is_short = len(code) == ORG_CODE_LENGTH
    if column.code == TAX_NO or (column.may_be_tax_number and not is_short):
        return {TAX_NO: code}
    if code.isdigit() and len(code) in {REGISTRATION_LENGTH, _OLD_REGISTRATION_LENGTH}:
        return _registration_number(code, column, say)
    if is_short and (column.code != REG_NO or check_org_code(code).ok):
        return _organisation_code(code, column, say)
    if column.code == REG_NO:
        say("reg_no_check", seen=quoted(code))
        return {REG_NO: code}
    raise _wrong_uscc(code)


def _of_eighteen(code: str, column: CodeColumn, say: Say) -> dict[str, str]:
    """
    Read a code of 18 characters: a USCC, or an identity number in the wrong place.
    """
    verdict = check_uscc(code)
    if is_resident_id(code):
        if verdict.ok:
            say("code_or_identity")
            return {UNCLEAR: code}
        raise Unreadable("identity_in_code_column", identity=code)
    if not verdict.ok:
        raise _wrong_uscc(code)
    if not verdict.organisation_fits:
        say("organisation_digit", seen=code)
    if column.code not in {USCC, ""}:
        say("moved_to_uscc", seen=code)
    return {USCC: code}


def _wrong_uscc(code: str) -> Unreadable:
    """
    Say what is wrong with a USCC, and what was meant if that is certain.
    """
    verdict = check_uscc(code)
    params = {"seen": quoted(code), "zh": verdict.zh, "en": verdict.en}
    if verdict.proposal:
        return Unreadable("uscc_wrong_proposal", **params, proposal=verdict.proposal)
    return Unreadable("uscc_wrong", **params)


def _registration_number(code: str, column: CodeColumn, say: Say) -> dict[str, str]:
    """
    Read 15 digits, or the 13 of older papers.
    """
    if column.code not in {REG_NO, ""}:
        say("moved_to_reg_no", seen=quoted(code))
    if len(code) != LEGACY_ID_LENGTH or not check_registration_number(code).ok:
        say("reg_no_check", seen=quoted(code))
    return {REG_NO: code}


def _organisation_code(code: str, column: CodeColumn, say: Say) -> dict[str, str]:
    """
    Read nine characters; one that fails its check helps nobody to find the party.
    """
    verdict = check_org_code(code)
    if not verdict.ok:
        say("org_code_check", seen=quoted(code), zh=verdict.zh, en=verdict.en)
        return {UNCLEAR: code}
    if column.code not in {ORG_CODE, ""}:
        say("moved_to_org_code", seen=code)
    return {ORG_CODE: code}
