"""
The stock of headers, rules and wordings is whole.
"""

import ast
import re
from collections import Counter
from pathlib import Path
from string import Formatter

import pytest

from infra.tables import Kind, Row, open_table
from infra.tables.notes import ROW_NOTES, Severity
from infra.tables.vocabulary import (
    fields_for,
    header_key,
    proposals_for,
    seen_headers,
    unit_in_header,
)
from infra.tables.wording_of_files import FAULTS, FILE_NOTES
from tests.contract.tables.papers import (
    CODE,
    NAME,
    NUMBER,
    TODAY,
    csv_file,
    row_with,
    sheet_of,
)

HERE = Path(__file__).parent
SOURCES = HERE.parents[2] / "infra" / "tables"
SECTIONS = {kind.section: kind for kind in Kind}


def test_headers() -> None:
    """
    679 headers were seen, each once for its field and term.
    """
    counted = Counter(entry.section for entry in seen_headers())

    assert len(set(seen_headers())) == len(seen_headers()) == 679
    assert counted == {
        "penalty": 355,
        "enterprise": 116,
        "blacklist": 52,
        "hazard": 46,
        "permit": 45,
        "inspection": 27,
        "exception_list": 23,
        "redlist": 10,
        "any": 5,
    }
    assert all(re.fullmatch(r"_?[a-z_]+", e.field) for e in seen_headers())


def test_every_seen_header_is_known() -> None:
    """
    Each header gives its own field, or is one of those that only a person can tell.
    """
    unclear = set()
    for entry in seen_headers():
        if entry.section in SECTIONS:
            fields = fields_for(SECTIONS[entry.section], entry.header)
            assert entry.field in fields, entry
            if len(fields) > 1:
                unclear.add(header_key(entry.header))

    assert unclear == {"名称", "处罚类型"} | {
        f"行政相对人代码_{number}" for number in (3, 4, 5)
    }


@pytest.mark.parametrize("header", ["登记机关", "联系人姓名", "处罚", ""])
def test_no_search_for_parts_of_words(header: str) -> None:
    """
    A header that merely has a known word in it is not known.
    """
    assert fields_for(Kind.PENALTIES, header) == ()


def test_words_in_brackets_count() -> None:
    """
    The number of 行政相对人代码_n means nothing, the words behind it do.
    """
    for number in range(1, 7):
        header = f"行政相对人代码_{number}（组织机构代码）"
        assert fields_for(Kind.PENALTIES, header) == ("party_org_code",)


def test_units_of_headers() -> None:
    """
    A unit is read from the header; the codes of the field table count in 万元.
    """
    found = {h: unit_in_header(h) for h in ("罚款金额", "罚款金额(元)", "CF_NR_FK")}

    assert [unit and unit.code for unit in found.values()] == [None, "yuan", "wan"]


def test_proposals() -> None:
    """
    An unknown header gets the three fields it is most like, best first.
    """
    assert proposals_for(Kind.PENALTIES, "行政处罚决定文书之号")[0] == "decision_no"
    assert proposals_for(Kind.PENALTIES, "天气") == ()


def test_every_defect_has_a_case() -> None:
    """
    The defects are numbered from 1 to 51, and each has a test that names it.
    """
    found = set()
    for path in HERE.glob("test_defects_*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        names = [n.name for n in ast.walk(tree) if isinstance(n, ast.FunctionDef)]
        found |= {int(m[1]) for name in names if (m := re.match(r"test_(\d\d)_", name))}

    assert found == set(range(1, 52))


def blanks(text: str) -> set[str]:
    """
    The names of a sentence's blanks.
    """
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_wordings() -> None:
    """
    Every rule has a severity and says the same in both languages.
    """
    for severity, zh, en in (*ROW_NOTES.values(), *FILE_NOTES.values()):
        assert Severity(severity)
        assert blanks(zh) - {"zh"} == blanks(en) - {"en"}
    for zh, en in FAULTS.values():
        kinds = {"kind", "other"} & blanks(zh)
        assert blanks(zh) - kinds <= blanks(en)


def test_every_wording_is_used() -> None:
    """
    No rule is worded that nothing applies, and none applied that is not worded.
    """
    used = set()
    for path in SOURCES.glob("*.py"):
        if not path.name.startswith("wording_"):
            tree = ast.parse(path.read_text("utf-8"))
            used |= {n.value for n in ast.walk(tree) if isinstance(n, ast.Constant)}

    assert (ROW_NOTES.keys() | FAULTS.keys() | FILE_NOTES.keys()) - used == set()


def test_long_files_are_read_as_short_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    A file too long to be kept is read from the disk each time, copies and all.
    """
    monkeypatch.setattr("infra.tables.table._KEPT_CELLS_MAX", 500)
    rows = [row_with({NUMBER: f"哈应急罚〔2024〕{n}号"}) for n in range(200)]
    rows[100] = rows[7]
    rows[101] = row_with({NUMBER: "哈应急罚〔2024〕8号", NAME: "乙厂", CODE: ""})
    path = csv_file(tmp_path / "a.csv", sheet_of(*rows))

    with open_table(path, Kind.PENALTIES, today=TODAY) as table:
        kept = [row for row in table if isinstance(row, Row)]
        again = sum(1 for _ in table.rows())

    assert table.length == 201
    assert len(kept) == again == 200
    assert [row.number for row in kept if row.duplicate_of] == [102]
    assert kept[100].duplicate_of == 9
    assert all(row.ok for row in kept)
