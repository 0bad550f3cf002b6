"""
组织机构代码、注册号、公民身份号码.
"""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.codes import (
    check_org_code,
    check_registration_number,
    check_resident_id,
    holds_resident_id,
    make_org_code,
    make_registration_number,
    make_resident_id,
    masked_resident_id,
    modern_resident_id,
    without_resident_ids,
)

DIGITS = "0123456789"
#: The example that GB 11643 itself gives; nobody's number.
EXAMPLE_ID = "11010519491231002X"
days = st.dates(date(1900, 1, 1), date(2026, 12, 31))


@pytest.mark.parametrize("code", ["69919233-2", "802100433", "71526726X", "01354435-7"])
def test_organisation_codes(code: str) -> None:
    """
    An organisation code passes with its hyphen and without.
    """
    assert check_org_code(code).ok


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        ("69919233-3", "check_character"),
        ("6991923", "shape"),
        ("69919233-A", "shape"),
    ],
)
def test_wrong_organisation_codes(code: str, fault: str) -> None:
    """
    A wrong check character and a wrong shape are told apart.
    """
    assert check_org_code(code).fault == fault


@given(st.text(DIGITS, min_size=8, max_size=8), st.integers(0, 8), st.integers(1, 9))
def test_changed_digit_of_an_organisation_code(
    body: str, place: int, step: int
) -> None:
    """
    A changed digit is noticed.
    """
    code = make_org_code(body)
    assert check_org_code(code).ok
    if code[place].isdigit():
        other = DIGITS[(int(code[place]) + step) % 10]
        assert not check_org_code(code[:place] + other + code[place + 1 :]).ok


def test_registration_number() -> None:
    """
    The check digit of a 15-digit registration number is ISO 7064 MOD 11,10.
    """
    assert check_registration_number("110106009267488").ok
    assert check_registration_number("110106009267489").fault == "check_character"
    assert check_registration_number("11010600926748").fault == "shape"


@given(st.text(DIGITS, min_size=14, max_size=14), st.integers(0, 14), st.integers(1, 9))
def test_changed_digit_of_a_registration_number(
    body: str, place: int, step: int
) -> None:
    """
    A changed digit is noticed.
    """
    code = make_registration_number(body)
    other = DIGITS[(int(code[place]) + step) % 10]

    assert check_registration_number(code).ok
    assert not check_registration_number(code[:place] + other + code[place + 1 :]).ok


def test_example_of_the_standard() -> None:
    """
    The example of GB 11643 passes, X in either case.
    """
    assert check_resident_id(EXAMPLE_ID).ok
    assert check_resident_id(EXAMPLE_ID.lower()).ok


@pytest.mark.parametrize(
    ("number", "fault"),
    [
        ("110105194912310021", "check_character"),
        (make_resident_id("11010519490229002"), "birth"),
        (make_resident_id("11010519491301002"), "birth"),
        (make_resident_id("11010507491231002"), "birth"),
        ("1101051949123100", "shape"),
        ("110105491331002", "birth"),
    ],
)
def test_wrong_identity_numbers(number: str, fault: str) -> None:
    """
    The day of birth must be a real one, whatever the check character says.
    """
    assert check_resident_id(number).fault == fault


def test_born_after_the_day_of_the_paper() -> None:
    """
    Nobody is born after the paper that names them.
    """
    number = make_resident_id("23010220260101001")

    assert check_resident_id(number).ok
    assert check_resident_id(number, born_until=date(2025, 12, 31)).fault == "birth"


def test_old_cards() -> None:
    """
    A 15-digit number passes and is written with 18 digits by adding 19 and the check.
    """
    assert check_resident_id("110105491231002").ok
    assert modern_resident_id("110105491231002") == EXAMPLE_ID


@given(days, st.text(DIGITS, min_size=3, max_size=3), st.integers(0, 16))
def test_changed_digit_of_an_identity_number(
    born: date, serial: str, place: int
) -> None:
    """
    A changed digit is noticed.
    """
    number = make_resident_id(f"230102{born:%Y%m%d}{serial}")
    other = DIGITS[(int(number[place]) + 1) % 10]

    assert check_resident_id(number).ok
    assert not check_resident_id(number[:place] + other + number[place + 1 :]).ok


def test_masked() -> None:
    """
    Six characters and the last one are shown at most.
    """
    assert masked_resident_id(EXAMPLE_ID) == "110105***********X"
    assert masked_resident_id("12345") == "*****"


def test_identity_number_among_other_digits() -> None:
    """
    A number that has run together with others is found and hidden all the same.
    """
    glued = f"2024{EXAMPLE_ID.lower()}3"

    assert holds_resident_id(glued)
    assert EXAMPLE_ID.lower() not in without_resident_ids(glued)


def test_identity_numbers_in_a_story() -> None:
    """
    A valid number in a text is found and hidden; other long numbers are not.
    """
    story = f"张某（{EXAMPLE_ID}）系914403001922038216负责人，账号110105194912310021。"

    hidden = without_resident_ids(story)

    assert holds_resident_id(story)
    assert not holds_resident_id(hidden)
    assert "914403001922038216" in hidden
    assert "110105194912310021" in hidden
    assert EXAMPLE_ID not in hidden
