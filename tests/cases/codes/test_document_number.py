"""
文号: numbers as others print them.
"""

import pytest

from domain.document_number import (
    comparison_key,
    parse_document_number,
    print_document_number,
    same_number,
    without_label,
)

#: Printed; region, agency word, code, infix, year, serial.
SEEN = (
    ("（京丰）安监罚【2018】执-19号", ("京丰", "安监", "罚", "", "2018", "执-19")),
    ("(德阳)应急罚〔2019〕15号", ("德阳", "应急", "罚", "", "2019", "15")),
    ("(湘株醴)应急罚〔2023〕125 号", ("湘株醴", "应急", "罚", "", "2023", "125")),
    (
        "（鄂托克旗）应急罚（2025）危化1-16号",
        ("鄂托克旗", "应急", "罚", "", "2025", "危化1-16"),
    ),
    ("深龙华应急罚〔2026〕1号", ("深龙华", "应急", "罚", "", "2026", "1")),
    ("深龙华应急罚字第1号", ("深龙华", "应急", "罚", "字", "", "1")),
    (
        "（锡锡）应急监察先保通〔2019〕1号",
        ("锡锡", "应急监察", "先保通", "", "2019", "1"),
    ),
    ("（宁）应急责改[2019](12)号", ("宁", "应急", "责改", "", "2019", "12")),
    ("应急现决[2020]第7号", ("", "应急", "现决", "", "2020", "7")),
    ("苏园安监立字〔2019〕001号", ("苏园", "安监", "立", "字", "2019", "001")),
    ("苏园安监违立字〔2019〕001号", ("苏园", "安监", "立", "违字", "2019", "001")),
    ("哈应急罚决字〔2020〕3号", ("哈", "应急", "罚决", "字", "2020", "3")),
    (
        "深龙华民治综行罚决字〔2026〕1号",
        ("深龙华民治", "综行", "罚决", "字", "2026", "1"),
    ),
    ("（长沙）安监管罚〔2010〕1号", ("长沙", "安监管", "罚", "", "2010", "1")),
    ("黑煤安监罚〔2020〕1号", ("黑", "煤安监", "罚", "", "2020", "1")),
    ("港科安令〔2026〕07号", ("", "", "港科安令", "", "2026", "07")),
    ("2024-15", ("", "", "", "", "2024", "15")),
)


@pytest.mark.parametrize(("printed", "parts"), SEEN)
def test_parts(printed: str, parts: tuple[str, ...]) -> None:
    """
    Region, agency word, code, infix, year and serial are told apart; print is kept.
    """
    number = parse_document_number(printed)

    assert number is not None
    found = (number.region, number.agency_word, number.code, number.infix)
    assert (*found, number.year, number.serial_text) == parts
    assert number.printed == printed


@pytest.mark.parametrize(
    "text",
    ["", "无", "/", "预立案", "该企业存在违法行为已于2018年处罚", "应急罚〔2024〕号"],
)
def test_no_number(text: str) -> None:
    """
    A text without a serial is no number.
    """
    assert parse_document_number(text) is None


@pytest.mark.parametrize(
    ("printed", "regular"),
    [
        ("（黑）应急罚〔2024〕3号", True),
        ("深龙华应急罚字第1号", False),
        ("2024-15", False),
    ],
)
def test_regular(*, printed: str, regular: bool) -> None:
    """
    A regular number has head, year and serial.
    """
    number = parse_document_number(printed)

    assert number is not None
    assert number.is_regular is regular


@pytest.mark.parametrize(
    "other",
    [
        "(京丰)安监罚[2018]执-19号",
        "（京丰）安监罚〔2018〕执－19号",
        " （京丰）安监罚【２０１８】执-19 号 ",
        "（京丰）安监罚(2018)执‐19号",
    ],
)
def test_same(other: str) -> None:
    """
    Brackets, blanks and width do not make another number.
    """
    assert same_number("（京丰）安监罚【2018】执-19号", other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("苏园安监立字〔2019〕001号", "苏园安监立字〔2019〕1号"),
        ("（宁）应急罚〔2019〕1号", "（宁）应急罚〔2020〕1号"),
        ("", ""),
    ],
)
def test_different(one: str, other: str) -> None:
    """
    Zeros and years do; and an empty number is the same as none.
    """
    assert not same_number(one, other)


def test_label_in_the_number() -> None:
    """
    A label typed into the cell is no part of the number.
    """
    assert without_label("文书文号： 应急罚〔2024〕3号 ") == "应急罚〔2024〕3号"
    assert without_label("处罚决定书文号:应急罚〔2024〕3号") == "应急罚〔2024〕3号"


def test_printing() -> None:
    """
    A number is printed with 〔〕, and read back as its parts.
    """
    printed = print_document_number("哈", "应急", "罚", year=2026, serial_text="12")

    number = parse_document_number(printed)

    assert printed == "（哈）应急罚〔2026〕12号"
    assert number is not None
    assert (number.region, number.code, number.serial_text) == ("哈", "罚", "12")
    assert comparison_key(printed) == number.key
