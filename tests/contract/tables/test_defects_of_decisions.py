"""
Defects of days, authorities and numbers, by their number in the list of defects.
"""

from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from infra.tables import Severity
from tests.contract.tables.papers import (
    BODY,
    BODY_CODE,
    CODE,
    CONTENT,
    DECIDED,
    FINE,
    KINDS,
    NUMBER,
    PUBLIC,
    USCC,
    VALID,
    Cell,
    codes_of,
    csv_file,
    fault_of,
    read,
    read_cells,
    rewrite_member,
    row_with,
    sheet_of,
    xlsx_file,
)


@pytest.mark.parametrize(
    "text",
    [
        *("2018-03-02", "2018/3/2", "2018.3.2", "2018年3月2日", "20180302"),
        *("2018-03-02 00:00:00.0", "2018 - 03 - 02", "2018：03：02", "2018，3，2"),
        *("2018-03-02T00:00:00", "二〇一八年三月二日", "2018年3月2日 9时30分"),
    ],
)
def test_22_ways_to_write_a_day(tmp_path: Path, text: str) -> None:
    """
    Every way in which a day was seen gives the day.
    """
    row = read_cells(tmp_path, {DECIDED: text})

    assert row.ok
    assert row.values["decided_on"] == "2018-03-02"


def test_23_day_cell_shown_as_month_and_day(tmp_path: Path) -> None:
    """
    A day cell is a day, also in the Chinese formats that the standard numbers.
    """
    sheet = sheet_of(row_with({DECIDED: date(2018, 3, 2)}))
    path = xlsx_file(tmp_path / "a.xlsx", sheet, day_format="mm-dd-yy")
    rewrite_member(path, "xl/styles.xml", 'numFmtId="14"', 'numFmtId="58"')

    row = read(path).row

    assert row.values["decided_on"] == "2018-03-02"
    assert not codes_of(row) & {"day_serial"}


def test_23_workbook_of_1904(tmp_path: Path) -> None:
    """
    A workbook that counts from 1904 is read so.
    """
    book = Workbook()
    book.epoch = CALENDAR_MAC_1904
    sheet = book.active
    assert sheet is not None
    for line in sheet_of(row_with({DECIDED: datetime(2018, 3, 2)})):  # noqa: DTZ001
        sheet.append(line)
    book.save(tmp_path / "a.xlsx")

    assert read(tmp_path / "a.xlsx").row.values["decided_on"] == "2018-03-02"


@pytest.mark.parametrize(
    ("text", "day"), [("43161", "2018-03-02"), ("36526.0", "2000-01-01")]
)
def test_23_serial_number(tmp_path: Path, text: str, day: str) -> None:
    """
    A bare serial number is read and shown to a person.
    """
    row = read_cells(tmp_path, {DECIDED: text})

    assert row.values["decided_on"] == day
    assert "day_serial" in codes_of(row)


@pytest.mark.parametrize("text", ["34999", "60001", "99999"])
def test_23_no_serial_number(tmp_path: Path, text: str) -> None:
    """
    Five digits out of range are no day.
    """
    assert fault_of(read_cells(tmp_path, {DECIDED: text})) == "day_serial_outside"


@pytest.mark.parametrize("header", [DECIDED, PUBLIC])
@pytest.mark.parametrize("text", ["2022-09-31", "2021-02-29", "2022/13/1"])
def test_24_no_such_day(tmp_path: Path, header: str, text: str) -> None:
    """
    A day that does not exist is refused in every column, never moved on.
    """
    assert fault_of(read_cells(tmp_path, {header: text})) == "day_impossible"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2018.03", "day_partial"),
        ("201803", "day_partial"),
        ("18-03-02", "day_short_year"),
        ("03/02/2018", "day_order"),
        ("去年三月", "day_unreadable"),
    ],
)
def test_25_half_a_day(tmp_path: Path, text: str, code: str) -> None:
    """
    Half a day refuses the row where it was decided, and is noted elsewhere.
    """
    decided = read_cells(tmp_path, {DECIDED: text})
    public = read_cells(tmp_path, {PUBLIC: text})

    assert fault_of(decided) == code
    assert public.ok
    assert code in codes_of(public)
    assert "publicity_until" not in public.values


def test_25_year_and_month_are_kept(tmp_path: Path) -> None:
    """
    What is known of a half day stands among the texts.
    """
    row = read_cells(tmp_path, {PUBLIC: "2018年3月"})

    assert row.texts["publicity_until"] == "2018-03"


def test_26_ahead_and_out_of_order(tmp_path: Path) -> None:
    """
    Nothing was decided after today; an end before the decision is noted.
    """
    today = read_cells(tmp_path, {DECIDED: "2026-11-24", PUBLIC: ""})
    ahead = read_cells(tmp_path, {DECIDED: "2026-11-25", PUBLIC: ""})
    ended = read_cells(tmp_path, {PUBLIC: "2024-03-01"})

    assert today.ok
    assert fault_of(ahead) == "decided_ahead"
    assert ended.ok
    assert "ends_before" in codes_of(ended)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("1519920000000", "day_from_moment"),
        ("2018-03-01T16:00:00Z", "day_from_moment"),
        ("2018-03-01T16:00:00.000+00:00", "day_from_moment"),
        ("1519925000000", "day_not_midnight"),
        ("2018-03-01T20:00:00Z", "day_not_midnight"),
    ],
)
def test_27_moments(tmp_path: Path, text: str, code: str) -> None:
    """
    A moment is the day that it was in Beijing.
    """
    row = read_cells(tmp_path, {DECIDED: text})

    assert row.values["decided_on"] == "2018-03-02"
    assert code in codes_of(row)


@pytest.mark.parametrize(
    "text", ["2099/12/31", "2099", "9999-12-31", "长期", "永久", "无固定期限"]
)
def test_28_open_end(tmp_path: Path, text: str) -> None:
    """
    An open end is no day to count from; and nothing is decided in 2099.
    """
    assert read_cells(tmp_path, {VALID: text}).values["valid_until"] == "open_end"
    assert not read_cells(tmp_path, {DECIDED: text}).ok


@pytest.mark.parametrize("text", ["其他-不予行政处罚", "其他-免于处罚", "不予处罚"])
def test_35_no_penalty(tmp_path: Path, text: str) -> None:
    """
    A decision not to punish is no penalty, though it stands among them.
    """
    row = read_cells(tmp_path, {KINDS: text, FINE: "", CONTENT: "不予行政处罚"})

    assert row.ok
    assert row.kind_hint == "not_a_penalty"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2020-03-02", "body_is_day"),
        ("9b2f4c1e-0d3a-4f7b-8c6d-1e2f3a4b5c6d", "body_is_id"),
        ("（哈）应急罚〔2024〕1号", "body_is_number"),
        ("哈尔滨市道里区中央大街1号", "body_is_address"),
        ("黑龙江省行政权力运行系统-2", "body_is_system"),
    ],
)
def test_36_no_authority(tmp_path: Path, text: str, code: str) -> None:
    """
    Something else in the column of the authority refuses the row.
    """
    assert fault_of(read_cells(tmp_path, {BODY: text})) == code


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("哈尔滨市应急管理局行政权力运行系统-2", "哈尔滨市应急管理局", "body_tail"),
        ("哈尔滨市应急管理局(2)", "哈尔滨市应急管理局", "body_tail"),
        ("哈尔滨市应急管理局 处罚日期:2020年1月2日", "哈尔滨市应急管理局", "body_tail"),
        ("道里街道办事处（受道里区应急管理局委托）", "道里街道办事处", "delegation"),
    ],
)
def test_36_more_than_the_authority(
    tmp_path: Path, text: str, name: str, code: str
) -> None:
    """
    What a system or a delegation adds is taken off and noted.
    """
    row = read_cells(tmp_path, {BODY: text})

    assert row.values["authority"] == name
    assert code in codes_of(row)


def test_37_names_of_authorities_stay_whole(tmp_path: Path) -> None:
    """
    Letters and digits of the name stay; a missing or wrong one is held, not guessed.
    """
    odd = "哈尔滨市应急管理局直属2大队A组执法大队"

    assert read_cells(tmp_path, {BODY: odd}).values["authority"] == odd
    for changes in ({BODY: ""}, {BODY_CODE: USCC[:-1] + "Y"}):
        row = read_cells(tmp_path, dict(changes))
        assert row.ok
        assert Severity.HELD in {note.severity for note in row.notes}


def test_38_numbers(tmp_path: Path) -> None:
    """
    Brackets, blanks and width fold for comparing; what is unusual is noted, kept.
    """
    printed = "（京丰）安监罚【2018】执-19 号"
    row = read_cells(tmp_path, {NUMBER: printed})
    bare = read_cells(tmp_path, {NUMBER: "深龙华应急罚字第1号"})
    short = read_cells(tmp_path, {NUMBER: "哈罚20240001"})
    other = read_cells(tmp_path, {NUMBER: "(京丰)安监罚〔2018〕执－19号"})

    assert row.values["decision_no"] == printed
    assert row.number_key == other.number_key
    assert "number_irregular" not in codes_of(row)
    assert "number_irregular" in codes_of(bare) & codes_of(short)
    assert bare.ok
    assert short.ok


@pytest.mark.parametrize("text", ["预立案", "无", "/", "该企业存在违法行为"])
def test_39_no_number(tmp_path: Path, text: str) -> None:
    """
    A penalty of ours needs its number; of others' papers its lack is noted.
    """
    path = csv_file(tmp_path / "a.csv", sheet_of(row_with({NUMBER: text})))

    ours = read(path, ours=["哈尔滨市应急管理局"]).row
    theirs = read(path, ours=["忻州市应急管理局"]).row

    assert fault_of(ours) in {"no_number", "number_missing"}
    assert fault_of(read(path).row) == fault_of(ours)
    assert theirs.ok
    assert codes_of(theirs) & {"no_number", "number_missing"}


def test_46_publicity_overwritten(tmp_path: Path) -> None:
    """
    A last day of publication that is the day of the update is not believed silently.
    """
    changes: dict[str, Cell] = {
        PUBLIC: "2024-05-06",
        "数据更新时间戳": "2024-05-06 7:08:09",
    }

    assert "publicity_is_update" in codes_of(read_cells(tmp_path, changes))


@pytest.mark.parametrize(
    ("text", "status", "hint"),
    [
        ("0", "正常", ""),
        ("1", "撤销", "withdrawn"),
        ("撤销", "撤销", "withdrawn"),
        ("2", "异议", "disputed"),
        ("异常", "异常", "disputed"),
    ],
)
def test_47_withdrawn(tmp_path: Path, text: str, status: str, hint: str) -> None:
    """
    A withdrawn decision is taken over with its withdrawal, never as a standing one.
    """
    row = read_cells(tmp_path, {"当前状态": text})

    assert row.ok
    assert (row.values["status"], row.kind_hint) == (status, hint)


def test_47_withdrawn_for_a_reason(tmp_path: Path) -> None:
    """
    A stated reason of withdrawal says it as well.
    """
    row = read_cells(tmp_path, {"撤销处罚的原因说明": "复议撤销"})

    assert row.kind_hint == "withdrawn"


def test_decision_without_a_day(tmp_path: Path) -> None:
    """
    A penalty without its day is refused, once.
    """
    row = read_cells(tmp_path, {DECIDED: ""})

    assert [n.code for n in row.notes if n.severity is Severity.REFUSED] == [
        "day_missing"
    ]
    assert row.fault is not None
    assert row.fault.column == DECIDED


def test_day_of_today_is_read_from_a_workbook(tmp_path: Path) -> None:
    """
    A day cell of today is not ahead.
    """
    changes: dict[str, Cell] = {DECIDED: date(2026, 11, 24), PUBLIC: None, CODE: USCC}
    path = xlsx_file(tmp_path / "a.xlsx", sheet_of(row_with(changes)))

    assert read(path).row.ok
