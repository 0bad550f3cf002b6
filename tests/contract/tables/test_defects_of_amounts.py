"""
Defects of amounts and of kinds of penalty, by their number in the list of defects.
"""

from pathlib import Path

import pytest

from infra.tables import UnusableFile
from infra.tables.amounts import carries_unit
from infra.tables.lines import Cell
from tests.contract.tables.papers import (
    CONTENT,
    FINE,
    GAINS,
    KINDS,
    NUMBER,
    codes_of,
    csv_file,
    fault_of,
    read,
    read_cells,
    row_with,
    sheet_of,
    xlsx_file,
)


@pytest.mark.parametrize(
    ("text", "fen"),
    [
        ("2万元", 2_000_000),
        ("人民币2万元整", 2_000_000),
        ("￥２．００", 2_000_000),
        ("2.77 0961", 2_770_961),
        ("1,234", 1_234_000_000),
        ("贰万元整", 2_000_000),
        ("2万元（大写：贰万元整）", 2_000_000),
        ("0", 0),
    ],
)
def test_29_words_in_the_amount(tmp_path: Path, text: str, fen: int) -> None:
    """
    Words around one amount do not matter if they agree with the column.
    """
    row = read_cells(tmp_path, {FINE: text, CONTENT: ""})

    assert row.ok
    assert row.values["fine_amount"] == fen


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("20000元", "amount_unit_clash"),
        ("约2万元", "amount_unreadable"),
        ("2万元（大写：叁万元整）", "amount_differs_from_capitals"),
        ("1,2", "amount_unreadable"),
        ("2E+4", "digits_lost"),
    ],
)
def test_29_words_that_clash(tmp_path: Path, text: str, code: str) -> None:
    """
    Another unit than the column's, or no clear amount, refuses the row.
    """
    assert fault_of(read_cells(tmp_path, {FINE: text})) == code


def test_30_exact(tmp_path: Path) -> None:
    """
    Amounts are exact: one fen is kept, less is refused, a narrow field is noted.
    """
    cap = read_cells(tmp_path, {FINE: "9.999999", CONTENT: ""})
    floats = sheet_of(row_with({FINE: 0.1 + 0.2, CONTENT: ""}))

    assert read_cells(tmp_path, {FINE: "2.000001"}).values["fine_amount"] == 2_000_001
    assert fault_of(read_cells(tmp_path, {FINE: "0.0000001"})) == "amount_too_fine"
    assert (cap.values["fine_amount"], "amount_at_cap" in codes_of(cap)) == (
        9999999,
        True,
    )
    assert read(xlsx_file(tmp_path / "a.xlsx", floats)).row.values["fine_amount"] == (
        300_000
    )


def test_31_number_and_text(tmp_path: Path) -> None:
    """
    A number that its text contradicts is noted; 0.2 万元 and 2000元 agree.
    """
    agrees = read_cells(tmp_path, {FINE: "0.2", CONTENT: "罚款2000元"})
    differs = read_cells(tmp_path, {FINE: "2000", CONTENT: "罚款2000元"})

    assert "amount_differs_from_text" not in codes_of(agrees)
    assert "amount_differs_from_text" in codes_of(differs)


def test_31_factor_of_ten_thousand(tmp_path: Path) -> None:
    """
    If many rows are off by 10 000 the file is asked about its unit.
    """
    rows = [
        row_with(
            {NUMBER: f"哈应急罚〔2024〕{n}号", FINE: "2000", CONTENT: "罚款2000元"}
        )
        for n in range(3)
    ]

    with pytest.raises(UnusableFile) as question:
        read(csv_file(tmp_path / "a.csv", sheet_of(*rows)))

    assert [fault.code for fault in question.value.faults] == ["unit_contradicted"]
    assert "按元3行" in question.value.zh


def test_32_amounts_in_the_text_only(tmp_path: Path) -> None:
    """
    An amount is never taken from a text; it is shown, and several are said to be so.
    """
    one = read_cells(tmp_path, {FINE: "", CONTENT: "罚款2000元"})
    many = read_cells(tmp_path, {FINE: "", CONTENT: "销售额9999元，罚款2000元"})
    cell = read_cells(tmp_path, {FINE: "罚款金额0.2万元;没收金额0.0万元"})

    assert "amount_told" in codes_of(one)
    assert "amounts_told" in codes_of(many)
    assert "fine_amount" not in one.values.keys() | many.values.keys()
    assert fault_of(cell) == "amount_several"


@pytest.mark.parametrize(
    ("kinds", "amount", "code"),
    [
        ("罚款", "", "amount_missing"),
        ("罚款", "0", "amount_zero"),
        ("警告", "2", "amount_without_kind"),
    ],
)
def test_33_kind_and_amount(tmp_path: Path, kinds: str, amount: str, code: str) -> None:
    """
    A kind without its amount, and an amount without its kind, are noted.
    """
    row = read_cells(tmp_path, {KINDS: kinds, FINE: amount})

    assert row.ok
    assert code in codes_of(row)


def test_33_negative(tmp_path: Path) -> None:
    """
    No fine is negative.
    """
    assert fault_of(read_cells(tmp_path, {FINE: "-2"})) == "amount_negative"


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("警告；其他-其他", "警告;其他-其他"),
        ("警告;", "警告"),
        ("警告、罚款", "警告;罚款"),
        ("警告 罚款", "警告;罚款"),
        ("1,2", "警告;罚款"),
        (
            "罚款、没收违法所得、没收非法财物、暂扣或者吊销许可证、暂扣或者吊销执照",
            "罚款;没收违法所得、没收非法财物;暂扣或者吊销许可证、暂扣或者吊销执照",
        ),
        ("没收违法所得、罚款", "没收违法所得;罚款"),
    ],
)
def test_34_kinds(tmp_path: Path, text: str, kinds: str) -> None:
    """
    Kinds are parted by the longest name: 、 also stands inside names.
    """
    row = read_cells(tmp_path, {KINDS: text, GAINS: ""})

    assert row.values["penalty_kinds"] == kinds
    assert not codes_of(row) & {"kinds_unknown", "kinds_cut"}


def test_34_cut_and_unknown_kinds(tmp_path: Path) -> None:
    """
    A kind that was cut off, or that nobody knows, is noted and kept.
    """
    cut = read_cells(tmp_path, {KINDS: "罚款;暂扣或者吊销许可"})
    unknown = read_cells(tmp_path, {KINDS: "罚款;责令改正"})

    assert "kinds_cut" in codes_of(cut)
    assert "kinds_unknown" in codes_of(unknown)
    assert unknown.values["penalty_kinds"] == "罚款;责令改正"


@pytest.mark.parametrize(
    ("cell", "carries"),
    [
        (0, True),
        (0.0, True),
        (1, False),
        (-1, False),
        (2.5, False),
        ("0.00", True),
        ("20000", False),
        ("2万元", True),
        ("见附件", True),
    ],
)
def test_which_cells_need_a_unit(cell: Cell, carries: bool) -> None:  # noqa: FBT001  a column of the table
    """
    Zero is zero in any unit, and a cell that names its own needs none of the column's.
    """
    assert carries_unit(cell) == carries
