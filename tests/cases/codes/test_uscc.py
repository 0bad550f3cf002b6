"""
统一社会信用代码 by GB 32100.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.codes import (
    USCC_ALPHABET,
    USCC_PLACEHOLDER,
    check_uscc,
    make_uscc,
    make_uscc_of,
    uscc_check_character,
)
from domain.regions import regions

ISSUED = (
    "91110000802100433B",
    "9144030071526726XG",
    "91330100799655058B",
    "11220000013544357T",
    "914403001922038216",
    "91110108551385082Q",
)
bodies = st.text(USCC_ALPHABET, min_size=17, max_size=17)
places = st.integers(0, 17)
characters = st.sampled_from(USCC_ALPHABET)


@pytest.mark.parametrize("code", ISSUED)
def test_issued_codes_pass(code: str) -> None:
    """
    A code that was really issued passes, and its organisation code fits by itself.
    """
    verdict = check_uscc(code)

    assert verdict.ok
    assert verdict.organisation_fits
    assert uscc_check_character(code[:17]) == code[17]


@pytest.mark.parametrize(
    ("weighted_sum_modulo_31", "code"),
    [(20, ISSUED[0]), (15, ISSUED[1]), (20, ISSUED[2]), (5, ISSUED[3])],
)
def test_check_character_completes_the_sum(
    weighted_sum_modulo_31: int, code: str
) -> None:
    """
    The last character is what is missing to a multiple of 31.
    """
    assert USCC_ALPHABET.index(code[17]) == 31 - weighted_sum_modulo_31


def test_wrong_last_character() -> None:
    """
    A wrong check character is refused, with the reason in both languages.
    """
    verdict = check_uscc("91440300192203821G")

    assert (verdict.ok, verdict.fault) == (False, "check_character")
    assert verdict.zh.startswith("校验码不符")
    assert "check character" in verdict.en


def test_letters_in_the_first_places() -> None:
    """
    A collective of a village is numbered with N in the first place; that is right.
    """
    assert check_uscc("N2230102MF12345674").ok


def test_organisation_code_is_a_separate_answer() -> None:
    """
    A code may pass although characters 9 to 17 do not pass GB 11714 by themselves.
    """
    verdict = check_uscc(make_uscc("91140900MA0ABCDE0"))

    assert verdict.ok
    assert not verdict.organisation_fits


def test_placeholder_of_individual_businesses_does_not_pass() -> None:
    """
    Seventeen zeros and X stand for an unknown code; they are nobody's code.
    """
    assert check_uscc(USCC_PLACEHOLDER).fault == "check_character"


@pytest.mark.parametrize("text", [" 91110000802100433b ", "９１１１０００0802100433Ｂ"])
def test_case_width_and_blanks_do_not_matter(text: str) -> None:
    """
    The same code typed carelessly is the same code.
    """
    verdict = check_uscc(text)

    assert verdict.ok
    assert verdict.code == "91110000802100433B"


@pytest.mark.parametrize(("text", "length"), [("", 0), ("9111000080210043", 16)])
def test_length(text: str, length: int) -> None:
    """
    Another length is said to be so.
    """
    verdict = check_uscc(text)

    assert verdict.fault == "length"
    assert f"{length}位" in verdict.zh


@pytest.mark.parametrize("letter", "OIZSV")
def test_letters_outside_the_alphabet(letter: str) -> None:
    """
    I, O, S, V and Z are in no code; the fault names the letter.
    """
    verdict = check_uscc(f"9111000080210043{letter}B")

    assert verdict.fault == "alphabet"
    assert letter in verdict.zh


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("911100008021OO433B", "91110000802100433B"),
        ("9I110000802100433B", "91110000802100433B"),
        ("914403007IS26726XG", "9144030071526726XG"),
        ("914403007I526726XG", "9144030071526726XG"),
        ("91440300715Z67Z6XG", "9144030071526726XG"),
        ("9144030071S26726XG", "9144030071526726XG"),
        ("914403V071526726XG", "9144030071526726XG"),
    ],
)
def test_confused_letters_are_proposed_as_digits(typed: str, meant: str) -> None:
    """
    O, I, Z and S are read as 0, 1, 2 and 5 where that gives a code that was issued.
    """
    assert check_uscc(typed).proposal == meant


def test_first_character_mistyped() -> None:
    """
    4 for 9 in the first place: the rest tells what was meant, and it is shown.
    """
    good = make_uscc_of("91", "140900", "MA0K1234")

    verdict = check_uscc("4" + good[1:])

    assert verdict.organisation_fits
    assert verdict.proposal == good


def test_several_repairs_are_none() -> None:
    """
    Where two codes could have been meant, none is proposed.
    """
    assert check_uscc("91440300192203821G").proposal == ""


@given(bodies)
def test_what_is_made_passes(body: str) -> None:
    """
    Completing any body gives a code that passes.
    """
    assert check_uscc(make_uscc(body)).ok


@given(bodies, places, characters)
def test_any_changed_character_is_caught(body: str, place: int, other: str) -> None:
    """
    No single change of a character goes unnoticed.
    """
    code = make_uscc(body)
    changed = code[:place] + other + code[place + 1 :]

    assert check_uscc(changed).ok == (changed == code)


@given(
    st.sampled_from(sorted(regions())), st.text("0123456789", min_size=8, max_size=8)
)
def test_parts_make_a_code_that_fits_twice(region: str, serial: str) -> None:
    """
    A code made from its parts passes both standards and lies where it says.
    """
    code = make_uscc_of("91", region, serial)
    verdict = check_uscc(code)

    assert verdict.ok
    assert verdict.organisation_fits
    assert code[2:8] == region


@given(
    st.sampled_from(sorted(regions())),
    st.text("0123456789", min_size=8, max_size=8),
    places,
    characters,
)
def test_a_proposal_is_another_valid_code(
    region: str, serial: str, place: int, other: str
) -> None:
    """
    What is proposed passes and differs from what was typed in one character.
    """
    code = make_uscc_of("91", region, serial)
    typed = code[:place] + other + code[place + 1 :]
    proposal = check_uscc(typed).proposal

    if proposal:
        assert check_uscc(proposal).ok
        assert sum(a != b for a, b in zip(typed, proposal, strict=True)) == 1


@pytest.mark.parametrize("body", ["", "9" * 16, "9" * 18, "O" * 17])
def test_strict_making(body: str) -> None:
    """
    A body that is none makes no code.
    """
    with pytest.raises(ValueError, match="17 characters"):
        make_uscc(body)
