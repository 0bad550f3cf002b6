"""
Defects of codes, names and persons, by their number in the list of defects.
"""

from pathlib import Path

import pytest

from infra.tables import Dictionary, Kind, Severity, UnusableFile
from tests.contract.tables.papers import (
    CODE,
    DECIDED,
    EXAMPLE_ID,
    FACT,
    HEAD,
    KINDS,
    NAME,
    NUMBER,
    ORG,
    ORG_CODE,
    REG,
    REG_NO,
    RESIDENT_ID,
    RIGHT,
    USCC,
    Cell,
    codes_of,
    csv_file,
    fault_of,
    read,
    read_cells,
    row_with,
    sheet_of,
    xlsx_file,
)

MARKS_OF_ABSENCE = (
    *("— —", "--", "-", "/", "\\", "无", "空", "暂无", "未填", "无数据"),
    *("null", "None", "nan", "0000-00-00", "\u3000"),
)
WRONG_USCC = "4" + USCC[1:]


@pytest.mark.parametrize(
    "text",
    [
        f"（统一社会信用代码）{USCC}",
        f"统一社会信用代码：{USCC}",
        f"纳税人识别号）{USCC}",
        f"统一社会信用代码:{USCC.lower()}",
    ],
)
def test_06_label_in_the_value(tmp_path: Path, text: str) -> None:
    """
    A known label left in the cell is dropped.
    """
    row = read_cells(tmp_path, {CODE: text})

    assert row.values["party_uscc"] == USCC
    assert "label_dropped" in codes_of(row)


@pytest.mark.parametrize("mark", MARKS_OF_ABSENCE)
def test_07_missing(tmp_path: Path, mark: str) -> None:
    """
    A mark for nothing is nothing: never zero, never a name, never a day.
    """
    changes: dict[str, Cell] = {"罚款金额 (万元)": mark, HEAD: mark, "公示截止期": mark}

    row = read_cells(tmp_path, changes)

    assert row.ok
    assert not {"fine_amount", "publicity_until"} & row.values.keys()
    assert "legal_rep" not in row.personal
    assert "amount_missing" in codes_of(row)


def test_08_width_and_blanks(tmp_path: Path) -> None:
    """
    Full width, odd blanks and line breaks do not matter in codes, numbers and days.
    """
    wide = "".join(chr(ord(c) + 0xFEE0) for c in USCC)
    changes: dict[str, Cell] = {
        CODE: f"\u3000{wide}\u200b",
        DECIDED: "２０２４\u00a0年３月２日\n",
        NAME: "\t哈尔滨 甲　有限\n公司 ",
        "罚款金额 (万元)": "２",
    }

    row = read_cells(tmp_path, changes)

    assert row.ok
    assert row.values["party_uscc"] == USCC
    assert row.values["decided_on"] == "2024-03-02"
    assert row.values["party_name"] == "哈尔滨甲有限公司"
    assert row.values["fine_amount"] == 2_000_000
    assert row.raw[0] == "\t哈尔滨 甲　有限\n公司 "


@pytest.mark.parametrize("text", [f"'{USCC}", f'="{USCC}"', f"{USCC}\t"])
def test_09_wrapped_as_text(tmp_path: Path, text: str) -> None:
    """
    What keeps a spreadsheet from counting is taken off.
    """
    assert read_cells(tmp_path, {CODE: text}).values["party_uscc"] == USCC


@pytest.mark.parametrize("text", ["9.11101E+17", "4.41625E+17", "9.11101e17"])
def test_10_scientific_form(tmp_path: Path, text: str) -> None:
    """
    Lost digits cannot be brought back; the message says how to mend the row.
    """
    row = read_cells(tmp_path, {CODE: text})

    assert fault_of(row) == "digits_lost"
    assert row.fault is not None
    assert row.fault.zh.startswith(f"第2行「{CODE}」：{text}已被表格软件改成科学计数")
    assert "请把该列设为文本" in row.fault.zh
    assert "from the paper" in row.fault.en


def test_11_number_of_eighteen_digits(tmp_path: Path) -> None:
    """
    A number cell of more than 15 digits is refused even if its check fits.
    """
    changes: dict[str, Cell] = {CODE: 914403001922038216}
    path = xlsx_file(tmp_path / "a.xlsx", sheet_of(row_with(changes)))

    assert fault_of(read(path).row) == "number_too_long"


def test_12_short_number_cells(tmp_path: Path) -> None:
    """
    A short code that became a number is itself again.
    """
    added: dict[str, Cell] = {"地方编码": 230102.0, "当前状态": 0.0, REG: float(REG_NO)}
    sheet = sheet_of(row_with({**added, CODE: ""}))
    texts = sheet_of(row_with({"地方编码": "230102.0", "当前状态": "0.0"}))

    numbers = read(xlsx_file(tmp_path / "a.xlsx", sheet)).row.values
    written = read(csv_file(tmp_path / "a.csv", texts)).row.values

    assert numbers["party_reg_no"] == REG_NO
    for values in (numbers, written):
        assert (values["region_code"], values["status"]) == ("230102", "正常")


def test_13_registration_number_in_the_wrong_column(tmp_path: Path) -> None:
    """
    15 digits are a registration number; no USCC is made from it.
    """
    row = read_cells(tmp_path, {CODE: "110106009267488"})

    assert row.ok
    assert row.values["party_reg_no"] == "110106009267488"
    assert "party_uscc" not in row.values
    assert "moved_to_reg_no" in codes_of(row)


@pytest.mark.parametrize("text", ["69919233-2", "699192332"])
def test_14_organisation_code(tmp_path: Path, text: str) -> None:
    """
    Nine characters are an organisation code, with a hyphen or without.
    """
    row = read_cells(tmp_path, {CODE: text})

    assert row.values["party_org_code"] == "699192332"
    assert "party_uscc" not in row.values


def test_15_codes_glued_together(tmp_path: Path) -> None:
    """
    Labelled codes are parted; without labels the text is kept and used for nothing.
    """
    glued = f"组织机构代码：69919233-2注册号：{REG_NO}"

    parted = read_cells(tmp_path, {CODE: glued})
    unclear = read_cells(tmp_path, {CODE: f"699192332/{REG_NO}"})

    assert parted.values["party_org_code"] == "699192332"
    assert parted.values["party_reg_no"] == REG_NO
    assert "codes_unclear" in codes_of(unclear)
    assert not {"party_org_code", "party_reg_no"} & unclear.values.keys()


def test_16_wrong_character(tmp_path: Path) -> None:
    """
    A wrong USCC is refused; the one code that was meant is shown, not put in.
    """
    row = read_cells(tmp_path, {CODE: WRONG_USCC})

    assert fault_of(row) == "uscc_wrong_proposal"
    assert row.fault is not None
    assert USCC in row.fault.zh
    assert "party_uscc" not in row.values
    assert row.held == ()


def test_16_letters_for_digits(tmp_path: Path) -> None:
    """
    O for 0 is a wrong character like any other.
    """
    row = read_cells(tmp_path, {CODE: USCC.replace("0", "O", 1)})

    assert row.fault is not None
    assert USCC in row.fault.en


def test_17_small_letters(tmp_path: Path) -> None:
    """
    Small letters are capitals.
    """
    assert read_cells(tmp_path, {CODE: USCC.lower()}).values["party_uscc"] == USCC


def test_18_placeholder(tmp_path: Path) -> None:
    """
    The code of nobody is for individual businesses with a registration number only.
    """
    nobody = "0" * 17 + "X"

    business = read_cells(tmp_path, {CODE: nobody, REG: REG_NO})
    other = read_cells(tmp_path, {CODE: nobody})

    assert business.ok
    assert business.party_class == "个体工商户"
    assert "party_uscc" not in business.values
    assert fault_of(other) == "placeholder_not_allowed"


@pytest.mark.parametrize(
    ("header", "text"),
    [(CODE, "0" * 18), (CODE, "1" * 18), (CODE, "CODE1"), (NAME, "测试")],
)
def test_18_test_rows(tmp_path: Path, header: str, text: str) -> None:
    """
    Trial rows are refused; a firm that tests things is none.
    """
    real = read_cells(tmp_path, {NAME: "哈尔滨软件测试有限公司"})

    assert fault_of(read_cells(tmp_path, {header: text})) == "test_row"
    assert real.ok


def test_19_identity_number_as_code(tmp_path: Path) -> None:
    """
    An identity number goes to the personal values and into no message.
    """
    row = read_cells(tmp_path, {CODE: RESIDENT_ID})

    assert fault_of(row) == "identity_in_code_column"
    assert row.personal["party_id_no"] == RESIDENT_ID
    assert RESIDENT_ID not in str(row.values)
    assert all(RESIDENT_ID not in note.zh + note.en for note in row.notes)


def natural(changes: dict[str, Cell]) -> dict[str, Cell]:
    """
    A row of the template for natural persons.
    """
    row = {NAME: "李四", "证件类型": "身份证", "证件号码": EXAMPLE_ID}
    rest = {name: RIGHT[name] for name in (NUMBER, KINDS, DECIDED)}
    return {**row, **rest, **changes}


def test_19_code_as_identity_number(tmp_path: Path) -> None:
    """
    A firm's code in the column of identity numbers is refused.
    """
    sheet = sheet_of(natural({"证件号码": USCC}))

    row = read(csv_file(tmp_path / "a.csv", sheet)).row

    assert fault_of(row) == "code_in_identity_column"


def test_20_class_is_not_guessed(tmp_path: Path) -> None:
    """
    Without template, column or code the class is unknown, however short the name.
    """
    bare: dict[str, Cell] = {name: RIGHT[name] for name in (NAME, NUMBER, DECIDED)}
    sheet = sheet_of({**bare, NAME: "王小二"}, {**bare, NUMBER: "哈应急罚〔2024〕2号"})

    person, firm = read(csv_file(tmp_path / "a.csv", sheet)).rows

    assert (person.party_class, firm.party_class) == ("", "")
    assert {note.code for note in person.held} >= {"class_unknown"}
    assert person.personal["party_name"] == "王小二"
    assert firm.values["party_name"] == RIGHT[NAME]


def test_21_codes_of_classes_contradict(tmp_path: Path) -> None:
    """
    01 and 02 are asked about once for the file; an answer settles them.
    """
    sheet = sheet_of(row_with({"行政相对人类别": "02"}))
    path = csv_file(tmp_path / "a.csv", sheet)
    answers = Dictionary(values={"party_class": {"02": "法人及非法人组织"}})

    with pytest.raises(UnusableFile) as question:
        read(path)
    row = read(path, dictionary=answers).row

    assert [fault.code for fault in question.value.faults] == ["class_words"]
    assert question.value.faults[0].choices == ("02",)
    assert row.party_class == "法人及非法人组织"


def test_41_more_than_a_name(tmp_path: Path) -> None:
    """
    A former name is taken down, other additions are noted, form words are no rows.
    """
    former = read_cells(tmp_path, {NAME: "哈尔滨甲有限公司（曾用名：哈尔滨旧厂）"})
    extra = read_cells(tmp_path, {NAME: "哈尔滨甲有限公司Y"})
    below: list[Cell] = ["以下空白", *[""] * (len(RIGHT) - 1)]
    sheet = [*sheet_of(RIGHT), below]

    assert former.values["party_name"] == "哈尔滨甲有限公司"
    assert former.former_names == ("哈尔滨旧厂",)
    assert "name_with_extra" in codes_of(extra)
    assert [s.reason for s in read(csv_file(tmp_path / "b.csv", sheet)).skipped] == [
        "header", "junk"
    ]  # fmt: skip


def test_42_brackets_in_names(tmp_path: Path) -> None:
    """
    Brackets are folded for comparing and kept for printing.
    """
    narrow = read_cells(tmp_path, {NAME: "甲(北方)有限公司", CODE: ""})
    wide = read_cells(tmp_path, {NAME: "甲（北方）有限公司", CODE: ""})

    assert narrow.party_name == "甲(北方)有限公司"
    assert narrow.party_keys == wide.party_keys != frozenset()


def test_43_masked(tmp_path: Path) -> None:
    """
    A masked name is kept and equals nothing, not even itself in the next row.
    """
    masked = row_with({NAME: "某加油站", CODE: ""})

    rows = read(csv_file(tmp_path / "a.csv", sheet_of(masked, masked))).rows

    assert [row.duplicate_of for row in rows] == [0, 0]
    assert rows[0].party_name == "某加油站"
    assert rows[0].party_keys == frozenset()
    assert Severity.HELD in {note.severity for note in rows[0].notes}


@pytest.mark.parametrize("text", ["1101**********02X", "230102********1001"])
def test_43_masked_identity(tmp_path: Path, text: str) -> None:
    """
    A masked identity number is kept as printed.
    """
    row = read(csv_file(tmp_path / "a.csv", sheet_of(natural({"证件号码": text})))).row

    assert row.ok
    assert row.personal["party_id_no"] == text


def test_44_three_facts_in_one_cell(tmp_path: Path) -> None:
    """
    The whole cell is personal; the name is taken out only if it is plain.
    """
    header = "法定代表人姓名、性别及身份证号码"
    cell = f"王五、男、{EXAMPLE_ID}"
    right = {name: value for name, value in RIGHT.items() if name != HEAD}

    row = read(csv_file(tmp_path / "a.csv", sheet_of({**right, header: cell}))).row

    assert row.personal["legal_rep_mixed"] == cell
    assert row.personal["legal_rep"] == "王五"
    assert EXAMPLE_ID not in "".join(note.zh + note.en for note in row.notes)


def test_45_regions(tmp_path: Path) -> None:
    """
    A code of an earlier list is known; a short name is kept and noted.
    """
    old = read_cells(tmp_path, {"地方编码": "110228"})
    short = read_cells(tmp_path, {"地方编码": "黔南州"})

    assert old.values["region_code"] == "110228"
    assert "region_retired" in codes_of(old)
    assert short.values["region_code"] == "黔南州"
    assert "region_unknown" in codes_of(short)


def test_identity_number_in_a_story(tmp_path: Path) -> None:
    """
    An identity number in free text is found; the text counts as personal anyway.
    """
    row = read_cells(tmp_path, {FACT: f"负责人（{EXAMPLE_ID}）未培训"})

    assert "identity_in_text" in codes_of(row)
    assert EXAMPLE_ID not in str(row.values)


def test_code_column_of_many_kinds(tmp_path: Path) -> None:
    """
    The registration numbers of the first lists are codes of every kind.
    """
    header = ("公司名称", "注册号", "违法行为")
    texts = (USCC, "110106009267488", ORG_CODE, "")
    lines: list[list[Cell]] = [list(header)]
    lines += [[f"哈尔滨{n}厂有限公司", text, "瞒报"] for n, text in enumerate(texts)]

    rows = read(csv_file(tmp_path / "a.csv", lines), Kind.BLACKLIST).rows

    found = [set(row.values) & {"uscc", "reg_no", "org_code"} for row in rows]
    assert found == [{"uscc"}, {"reg_no"}, {"org_code"}, set()]
    assert {note.code for note in rows[3].held} == {"no_code"}


def test_org_code_column(tmp_path: Path) -> None:
    """
    An organisation code that fails its check helps nobody, and is said to fail.
    """
    row = read_cells(tmp_path, {ORG: "69919233-3"})

    assert "org_code_check" in codes_of(row)
    assert "party_org_code" not in row.values
