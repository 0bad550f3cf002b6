"""
Whatever stands in a file, it is read, refused or held, and nothing personal leaks.
"""

import re
import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from infra.tables import Kind, Row, UnusableFile, open_table
from infra.tables.days import OPEN_END
from infra.tables.shapes import Shape, shape_of
from tests.contract.tables.papers import (
    EXAMPLE_ID,
    RESIDENT_ID,
    RIGHT,
    TODAY,
    USCC,
    csv_file,
    read,
    sheet_of,
)

#: Pieces of which cells are made, so that most of them nearly mean something.
PIECES = (
    *("2024", "-", "/", ".", "年", "月", "3", "31", "12", "2099", "43161", "0", "号"),
    *(
        "万元",
        "元",
        "罚款",
        "警告",
        "、",
        ";",
        "，",
        "其他-",
        "（",
        "）",
        "〔",
        "〕",
        "某",
    ),
    *(USCC, USCC[:9], "E+17", "统一社会信用代码：", "注册号", "曾用名", "公司", "张三"),
    *(EXAMPLE_ID, RESIDENT_ID, " ", "\u3000", "\n", "=", "'", '"', "*", "?", "\ufffd"),
)
cells = st.lists(st.sampled_from(PIECES), max_size=6).map("".join) | st.text(
    max_size=12
)
rows = st.lists(st.fixed_dictionaries(dict.fromkeys(RIGHT, cells)), max_size=4)


def kinds_are_right(row: Row) -> None:
    """
    Hold every value to what its field says it is.
    """
    for name, value in row.values.items():
        shape = shape_of(name)
        if shape is Shape.AMOUNT:
            assert isinstance(value, int)
            assert value >= 0
        elif shape in {Shape.DAY, Shape.END_DAY} and value != OPEN_END:
            assert date.fromisoformat(str(value)).isoformat() == value
        elif name == "party_uscc":
            assert re.fullmatch("[0-9A-Z]{18}", str(value))


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(rows)
def test_any_cells(drawn: list[dict[str, str]]) -> None:
    """
    Any cells give rows or lines that are none, and every line is accounted for.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = csv_file(Path(folder) / "a.csv", sheet_of(RIGHT, *drawn))
        try:
            found = read(path)
        except UnusableFile:
            return  # a question about the whole file, such as a quotation mark
    for row in found.rows:
        kinds_are_right(row)
        told = "".join(note.zh + note.en for note in row.notes)
        for number in (EXAMPLE_ID, RESIDENT_ID):
            assert number not in told
            assert number not in str(row.values)


@settings(max_examples=150)
@given(st.binary(max_size=600))
def test_any_bytes(content: bytes) -> None:
    """
    Any bytes are a table, or are refused with a reason.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.xls"
        path.write_bytes(content)
        with pytest.raises(UnusableFile) as refusal:
            open_table(path, Kind.PENALTIES, today=TODAY)

    assert all(fault.zh and fault.en for fault in refusal.value.faults)


@pytest.mark.parametrize("start", [b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"])
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rest=st.binary(max_size=900))
def test_any_archive(tmp_path: Path, start: bytes, rest: bytes) -> None:
    """
    What only begins like a workbook is refused as well.
    """
    path = tmp_path / "a.xlsx"
    path.write_bytes(start + rest)

    with pytest.raises(UnusableFile):
        open_table(path, Kind.PENALTIES, today=TODAY)
