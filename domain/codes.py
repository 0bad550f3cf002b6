"""
The codes by which the state tells one party from another (证照代码).

Each ``check_…`` function answers with a verdict, never with an exception: a wrong code
on a paper is a fact about that paper.
Each ``make_…`` function completes a code by its check character and is strict.

============================  =======================  ============================
code                          standard                 check
============================  =======================  ============================
统一社会信用代码 USCC, 18        GB 32100-2015            powers of 3, modulo 31
组织机构代码, 8 + 1              GB 11714-1997            weighted sum, modulo 11
注册号, 15                      ISO/IEC 7064             MOD 11,10
公民身份号码, 18 (15 before)     GB 11643-1999            ISO/IEC 7064 MOD 11-2
============================  =======================  ============================
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from domain.folding import folded_code
from domain.regions import is_known_region

USCC_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
#: In force for individual businesses whose code is unknown; a valid code of nobody.
USCC_PLACEHOLDER = "00000000000000000X"
USCC_LENGTH = 18
ORG_CODE_LENGTH = 9
REGISTRATION_LENGTH = 15
RESIDENT_ID_LENGTH = 18
LEGACY_ID_LENGTH = 15

_ORG_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_USCC_VALUES = {character: value for value, character in enumerate(USCC_ALPHABET)}
_USCC_WEIGHTS = tuple(pow(3, place, 31) for place in range(17))
_ORG_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
_ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_ID_CHECKS = "10X98765432"
#: Letters outside the alphabet, and the character that was meant when they are typed.
_MISTAKEN = str.maketrans("OIZS", "0125")
#: 登记管理部门 and 机构类别 of the codes that a safety regulator meets.
_COMMON_KIND = re.compile(r"1[1239]|5[1239]|9[123]|N[123]")
_ORG_SHAPE = re.compile(r"[0-9A-Z]{8}[0-9X]")
_ID_SHAPE = re.compile(r"[0-9]{17}[0-9X]")
_ID_IN_TEXT = re.compile(r"(?=([0-9]{17}[0-9Xx]))")
_FIRST_YEAR = 1850
_SHOWN_LENGTH = 7


@dataclass(frozen=True, slots=True)
class Verdict:
    """
    What examining a code found (校验结果).

    Args:
        code: The code as compared: half width, capitals, no blanks, no hyphens.
        fault: Stable name of what is wrong; empty if nothing is.
        zh: The reason in Chinese; empty if nothing is wrong.
        en: The same in English.
    """

    code: str
    fault: str = ""
    zh: str = ""
    en: str = ""

    @property
    def ok(self) -> bool:
        """
        Whether the code passes.
        """
        return not self.fault


@dataclass(frozen=True, slots=True)
class UsccVerdict(Verdict):
    """
    What examining a USCC found.

    Args:
        organisation_fits: Whether characters 9 to 17 pass GB 11714 by themselves; an
            answer of its own, since codes were issued that do not.
        proposal: The code that was probably meant, if exactly one can be; a person
            types it, it is never put in its place.
    """

    organisation_fits: bool = False
    proposal: str = ""


# -- 统一社会信用代码 ------------------------------------------------------------------


def uscc_check_character(body: str) -> str:
    """
    Compute the last character of a USCC.

    Args:
        body: The first 17 characters.

    Raises:
        ValueError: If the body has another length or a character outside the alphabet.

    Source:
        GB 32100-2015.
    """
    if len(body) != len(_USCC_WEIGHTS) or not set(body) <= _USCC_VALUES.keys():
        raise ValueError(f"not 17 characters of GB 32100: {body!r}")
    total = sum(
        _USCC_VALUES[character] * weight
        for character, weight in zip(body, _USCC_WEIGHTS, strict=True)
    )
    return USCC_ALPHABET[-total % 31]


def make_uscc(body: str) -> str:
    """
    Complete a USCC (统一社会信用代码) from its first 17 characters.

    Raises:
        ValueError: If the body is not 17 characters of the alphabet.
    """
    return body + uscc_check_character(body)


def make_uscc_of(kind: str, region: str, serial: str) -> str:
    """
    Make a USCC whose organisation code fits as well.

    Args:
        kind: Two characters, for example ``91`` for an enterprise.
        region: Six digits of GB/T 2260.
        serial: The first eight characters of the organisation code.

    Raises:
        ValueError: If a part has another length or a character outside the alphabet.
    """
    return make_uscc(kind + region + make_org_code(serial))


def check_uscc(text: str) -> UsccVerdict:
    """
    Examine a USCC by GB 32100; width, case, blanks and hyphens do not matter.
    """
    code = folded_code(text)
    if len(code) != USCC_LENGTH:
        return UsccVerdict(
            code,
            "length",
            f"应为18位，实为{len(code)}位",
            f"must have 18 characters, has {len(code)}",
        )
    return _examined_uscc(code)


@lru_cache(1 << 12)
def _examined_uscc(code: str) -> UsccVerdict:
    """
    Examine 18 characters; a row is asked for its own several times.
    """
    strange = "".join(sorted(set(code) - _USCC_VALUES.keys()))
    fits = check_org_code(code[8:17]).ok
    if strange:
        return UsccVerdict(
            code,
            "alphabet",
            f"含有代码中不使用的字符“{strange}”（不使用 I、O、S、V、Z）",
            f"has characters the code never uses: {strange} (no I, O, S, V, Z)",
            fits,
            _probably_meant(code),
        )
    expected = uscc_check_character(code[:17])
    if code[17] == expected:
        return UsccVerdict(code, organisation_fits=fits)
    return UsccVerdict(
        code,
        "check_character",
        "校验码不符，至少有一位录错",
        "fails its check character: at least one character is wrong",
        fits,
        _probably_meant(code),
    )


def _probably_meant(code: str) -> str:
    """
    Find the one code that was meant, or nothing where none or several could be.

    Any of the 18 places could be mended so that the check fits.
    The other marks of a real code tell them apart: kind, region, organisation code.
    """
    likely = code.translate(_MISTAKEN)
    if likely != code and _is_plausible(likely):
        return likely
    found = {mended for mended in _mended(code) if _is_plausible(mended)}
    return found.pop() if len(found) == 1 else ""


def _mended(code: str) -> Iterator[str]:
    """
    Give every code that passes and differs from this one in one character.

    For each place there is just one character that makes the weighted sum vanish.
    """
    strange = [place for place, c in enumerate(code) if c not in _USCC_VALUES]
    if len(strange) > 1:
        return
    values = [_USCC_VALUES.get(character, 0) for character in code]
    weights = (*_USCC_WEIGHTS, 1)
    excess = sum(value * w for value, w in zip(values, weights, strict=True))
    for place in strange or range(USCC_LENGTH):
        value = (values[place] - excess * pow(weights[place], -1, 31)) % 31
        yield code[:place] + USCC_ALPHABET[value] + code[place + 1 :]


def _is_plausible(code: str) -> bool:
    """
    Say whether a code passes and also reads like one that was really issued.
    """
    return (
        set(code) <= _USCC_VALUES.keys()
        and uscc_check_character(code[:17]) == code[17]
        and _COMMON_KIND.match(code) is not None
        and is_known_region(code[2:8])
        and check_org_code(code[8:17]).ok
    )


# -- 组织机构代码 ----------------------------------------------------------------------


def make_org_code(body: str) -> str:
    """
    Complete an organisation code (组织机构代码) from its first eight characters.

    Raises:
        ValueError: If the body is not eight digits and capitals.

    Source:
        GB 11714-1997.
    """
    if len(body) != len(_ORG_WEIGHTS) or not set(body) <= set(_ORG_ALPHABET):
        raise ValueError(f"not eight digits and capitals: {body!r}")
    total = sum(
        _ORG_ALPHABET.index(character) * weight
        for character, weight in zip(body, _ORG_WEIGHTS, strict=True)
    )
    return body + "0123456789X"[-total % 11]


def check_org_code(text: str) -> Verdict:
    """
    Examine an organisation code by GB 11714, with or without its hyphen.
    """
    code = folded_code(text)
    if not _ORG_SHAPE.fullmatch(code):
        return Verdict(
            code,
            "shape",
            "应为8位数字或大写字母加1位校验码",
            "must be eight digits or capitals and a check character",
        )
    if make_org_code(code[:8]) != code:
        return Verdict(
            code,
            "check_character",
            "组织机构代码校验码不符",
            "its check character does not fit",
        )
    return Verdict(code)


# -- 注册号 ----------------------------------------------------------------------------


def make_registration_number(body: str) -> str:
    """
    Complete a registration number (注册号) from its first 14 digits.

    Raises:
        ValueError: If the body is not 14 digits.

    Source:
        ISO/IEC 7064 MOD 11,10, as used by the registries since 2007.
    """
    if len(body) != REGISTRATION_LENGTH - 1 or not _is_digits(body):
        raise ValueError(f"not 14 digits: {body!r}")
    product = 10
    for digit in body:
        product = (((product + int(digit)) % 10 or 10) * 2) % 11
    return body + str((11 - product) % 10)


def check_registration_number(text: str) -> Verdict:
    """
    Examine a 15-digit registration number of the years before the USCC.
    """
    code = folded_code(text)
    if len(code) != REGISTRATION_LENGTH or not _is_digits(code):
        return Verdict(code, "shape", "应为15位数字", "must be 15 digits")
    if make_registration_number(code[:14]) != code:
        return Verdict(
            code,
            "check_character",
            "注册号校验码不符",
            "its check digit does not fit",
        )
    return Verdict(code)


# -- 公民身份号码 ----------------------------------------------------------------------


def make_resident_id(body: str) -> str:
    """
    Complete a resident's identity number (公民身份号码) from its first 17 digits.

    Raises:
        ValueError: If the body is not 17 digits.

    Source:
        GB 11643-1999.
    """
    if len(body) != RESIDENT_ID_LENGTH - 1 or not _is_digits(body):
        raise ValueError("not 17 digits")
    total = sum(
        int(digit) * weight for digit, weight in zip(body, _ID_WEIGHTS, strict=True)
    )
    return body + _ID_CHECKS[total % 11]


def check_resident_id(text: str, *, born_until: date | None = None) -> Verdict:
    """
    Examine an identity number, also one of the 15-digit cards issued until 1999.

    Args:
        text: As typed.
        born_until: The last day on which the holder can have been born, inclusive.
    """
    code = folded_code(text)
    if len(code) == LEGACY_ID_LENGTH and _is_digits(code):
        return _examined_birth(code, f"19{code[6:12]}", born_until)
    if not _ID_SHAPE.fullmatch(code):
        return Verdict(
            code,
            "shape",
            "应为17位数字加1位校验码",
            "must be 17 digits and a check character",
        )
    verdict = _examined_birth(code, code[6:14], born_until)
    if verdict.ok and make_resident_id(code[:17]) != code:
        return Verdict(
            code,
            "check_character",
            "身份号码校验码不符",
            "its check character does not fit",
        )
    return verdict


def _examined_birth(code: str, digits: str, born_until: date | None) -> Verdict:
    """
    Examine the day of birth, eight digits.
    """
    try:
        born = date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        born = None
    if born is None or born.year < _FIRST_YEAR or born > (born_until or date.max):
        return Verdict(
            code, "birth", "出生日期不存在或不可能", "its day of birth cannot be"
        )
    return Verdict(code)


def modern_resident_id(legacy: str) -> str:
    """
    Write a 15-digit identity number with 18 digits: the century and the check.

    Raises:
        ValueError: If it is not 15 digits.
    """
    if len(legacy) != LEGACY_ID_LENGTH or not _is_digits(legacy):
        raise ValueError("not 15 digits")
    return make_resident_id(f"{legacy[:6]}19{legacy[6:]}")


def masked_resident_id(text: str) -> str:
    """
    Hide an identity number but for the first six characters and the last one.
    """
    code = folded_code(text)
    hidden = len(code) - _SHOWN_LENGTH
    return code[:6] + "*" * hidden + code[-1] if hidden > 0 else "*" * len(code)


def without_resident_ids(text: str) -> str:
    """
    Hide every identity number in a text, also one glued to other digits.

    A USCC of 18 digits stays.
    """
    found = _resident_ids(text)
    for number in found:
        text = text.replace(number, masked_resident_id(number))
    return text


def holds_resident_id(text: str) -> bool:
    """
    Say whether a text has a valid identity number in it.
    """
    return bool(_resident_ids(text))


def _resident_ids(text: str) -> list[str]:
    """
    Find every stretch of a text that is a valid identity number; they may overlap.
    """
    return [
        found[1] for found in _ID_IN_TEXT.finditer(text) if is_resident_id(found[1])
    ]


def is_resident_id(text: str) -> bool:
    """
    Say whether this is a valid 18-digit identity number.
    """
    verdict = check_resident_id(text)
    return verdict.ok and len(verdict.code) == RESIDENT_ID_LENGTH


def _is_digits(text: str) -> bool:
    """
    Say whether a text is of the digits 0 to 9 only.
    """
    return text.isascii() and text.isdigit()
