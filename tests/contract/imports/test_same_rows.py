"""
The same rows give equal facts, whatever the file looks like: first facts, links, held
parties, states, and everything that the vault has of them.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time
from pathlib import Path

import pytest
from openpyxl import load_workbook

from domain.values import OFFICE_ZONE
from infra.tables import Kind
from tests import controls
from tests.contract.imports.city import City, penalty
from tests.contract.imports.samples import PENALTIES, SAMPLES, Row, Sample, prepared
from tests.contract.imports.telling import everything
from tests.contract.tables.papers import (
    BODY_CODE,
    CODE,
    DECIDED,
    FINE,
    VALID,
    Cell,
    csv_file,
    html_file,
    sheet_of,
    xlsx_file,
)

Lines = Sequence[Sequence[Cell]]
Writer = Callable[[Path, Lines], Path]
EXCEL_START = date(1899, 12, 30)


def _with_title(path: Path, lines: Lines) -> Path:
    header, *rows = lines
    return xlsx_file(path, [["演示公示表"], ["填报单位：演示局"], header, *rows])


#: Only the form of the file differs: the same cells lie in the vault.
FORMS: dict[str, Writer] = {
    "gb18030": lambda p, lines: csv_file(p, lines, encoding="gb18030"),
    "utf-8 with a mark": lambda p, lines: csv_file(p, lines, encoding="utf-8-sig"),
    "utf-16 with tabs": lambda p, lines: csv_file(
        p, lines, encoding="utf-16", delimiter="\t"
    ),
    "semicolons": lambda p, lines: csv_file(p, lines, delimiter=";"),
    "workbook": xlsx_file,
    "workbook with title": _with_title,
    "web page": html_file,
}


def _forced(path: Path, lines: Lines) -> Path:
    """
    Write as systems do that force text with an apostrophe and a tab.
    """
    header, *rows = lines
    quoted = [[f"'{c}\t" if c else c for c in row] for row in rows]
    return csv_file(path, [header, *quoted])


def _typed(path: Path, lines: Lines) -> Path:
    """
    Write a workbook whose short numbers are numbers.
    """
    return xlsx_file(path, [[_as_number(cell) for cell in line] for line in lines])


def _as_number(cell: Cell) -> Cell:
    text = str(cell or "")
    if len(text) < 10 and text.replace(".", "", 1).isdigit():
        return float(text)
    return cell


def _with_notes(path: Path, lines: Lines) -> Path:
    """
    Write a file with its header once more in the middle, a blank line and a foot.
    """
    header, *rows = lines
    noted = [["演示公示表"], header, *rows[:2], header, [], *rows[2:]]
    return csv_file(path, [*noted, ["填表人：演示寅"]])


def _grouped(path: Path, lines: Lines) -> Path:
    """
    Write a workbook with groups merged over the columns.
    """
    width = len(lines[0])
    groups = ["基本情况", *[None] * (width - 3), "其他情况"]
    last = chr(ord("A") + width - 3)
    return xlsx_file(path, [groups, *lines], merged=[f"A1:{last}1"])


#: The cells, or what stands around them, are written otherwise.
MANNERS: dict[str, Writer] = {
    "forced text": _forced,
    "numbers of a workbook": _typed,
    "notes between": _with_notes,
    "groups above": _grouped,
}


def _moment(day: date) -> datetime:
    return datetime.combine(day, time(), OFFICE_ZONE)


#: Ways to write a day.
DAYS: dict[str, Callable[[date], Cell]] = {
    "days of a workbook": lambda day: day,
    "serial numbers": lambda day: str((day - EXCEL_START).days),
    "milliseconds": lambda day: str(int(_moment(day).timestamp() * 1000)),
    "with a time": lambda day: f"{day} 00:00:00.0",
    "in Chinese": lambda day: f"{day.year}年{day.month}月{day.day}日",
    "in dots": lambda day: f"{day.year}.{day.month}.{day.day}",
    "compact": lambda day: f"{day:%Y%m%d}",
}


def _day(cell: Cell) -> date:
    return date(*map(int, str(cell).replace("/", "-").split("-")))


def with_days(sample: Sample, way: str) -> list[Row]:
    """
    Write the days of a sample in another way.
    """
    return [
        {
            name: DAYS[way](_day(cell)) if name in sample.days and cell else cell
            for name, cell in row.items()
        }
        for row in sample.rows
    ]


def renamed(sample: Sample, names: Mapping[str, str]) -> list[Row]:
    """
    Call the columns otherwise, and turn their order round.
    """
    return [
        {names.get(name, name): row[name] for name in reversed(sample.header)}
        for row in sample.rows
    ]


class Plain:
    """
    What the plainest file of a kind gives.
    """

    def __init__(self, folder: Path, sample: Sample) -> None:
        """
        Import it into a ledger of its own.
        """
        self.sample = sample
        self.path = csv_file(folder / "plain.csv", sheet_of(*sample.rows))
        with prepared(folder / "plain") as city:
            report = city.imports(self.path, sample.kind)
            assert report.counts.accepted == len(sample.rows)
            self.exactly = everything(city)
            self.told = everything(city, rows=False, rules=False)

    def is_told_by(self, path: Path, *, exactly: bool = False) -> None:
        """
        Import another file into a ledger of its own, and compare all facts; then the
        plain file brings nothing new.
        """
        count, kind = len(self.sample.rows), self.sample.kind
        with prepared(path.with_name("other")) as city:
            assert city.imports(path, kind).counts.accepted == count
            if exactly:
                assert everything(city) == self.exactly
            assert everything(city, rows=False, rules=False) == self.told
            assert city.imports(self.path, kind).counts.duplicate == count


@pytest.fixture(scope="module", params=SAMPLES)
def plain(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Plain:
    """
    The plainest file of each kind.
    """
    return Plain(tmp_path_factory.mktemp("plain"), SAMPLES[request.param])


@pytest.fixture(scope="module")
def plain_penalties(tmp_path_factory: pytest.TempPathFactory) -> Plain:
    """
    The plainest file of penalties.
    """
    return Plain(tmp_path_factory.mktemp("plain"), PENALTIES)


class TestEncodings:
    @pytest.mark.parametrize("form", FORMS)
    def test_equal_facts(self, tmp_path: Path, plain: Plain, form: str) -> None:
        """
        Encoding, separator and kind of file make no difference to the facts, to the
        rows in the vault, or to the rules by which they were read.
        """
        path = FORMS[form](tmp_path / "other.xls", sheet_of(*plain.sample.rows))

        plain.is_told_by(path, exactly=True)


class TestDialects:
    @pytest.mark.parametrize("manner", MANNERS)
    def test_other_manners(self, tmp_path: Path, plain: Plain, manner: str) -> None:
        """
        What spreadsheets and systems wrap around the cells is taken off.
        """
        path = MANNERS[manner](tmp_path / "other.xlsx", sheet_of(*plain.sample.rows))

        plain.is_told_by(path)

    @pytest.mark.parametrize("way", DAYS)
    def test_other_days(self, tmp_path: Path, plain: Plain, way: str) -> None:
        """
        A day is the same however it is written.
        """
        lines = sheet_of(*with_days(plain.sample, way))

        plain.is_told_by(xlsx_file(tmp_path / "other.xlsx", lines))

    @pytest.mark.parametrize("number", range(3))
    def test_other_headers(self, tmp_path: Path, plain: Plain, number: int) -> None:
        """
        Columns are known by any of their names, in any order.
        """
        names = list(plain.sample.names.values())[number]

        lines = sheet_of(*renamed(plain.sample, names))

        plain.is_told_by(csv_file(tmp_path / "other.csv", lines))

    @pytest.mark.parametrize("codes_first", [True, False])
    def test_two_headers(
        self, tmp_path: Path, plain: Plain, *, codes_first: bool
    ) -> None:
        """
        A row of codes and a row of words are one header.
        """
        header, *rows = sheet_of(*plain.sample.rows)
        codes = [plain.sample.names["codes"].get(str(n), n) for n in header]
        headers = [codes, header] if codes_first else [header, codes]

        plain.is_told_by(csv_file(tmp_path / "other.csv", [*headers, *rows]))


class TestPenalties:
    """
    What only penalties have: groups of codes, kinds, amounts in two units.
    """

    def test_a_group_and_its_part(self, tmp_path: Path, plain_penalties: Plain) -> None:
        """
        The group 行政相对人代码 over its part 统一社会信用代码 is one column.
        """
        header, *rows = sheet_of(*PENALTIES.rows)
        above = ["行政相对人代码" if name == CODE else name for name in header]
        below = ["统一社会信用代码" if name == CODE else None for name in header]

        plain_penalties.is_told_by(
            xlsx_file(tmp_path / "other.xlsx", [above, below, *rows])
        )

    def test_other_ways_to_write(self, tmp_path: Path, plain_penalties: Plain) -> None:
        """
        Amounts, codes and brackets are read in any of the ways they are written.
        """
        (first, *rest) = PENALTIES.rows
        changes: dict[str, Cell] = {
            CODE: f" {str(first[CODE]).lower()}",
            FINE: "１",
            DECIDED: "二〇二六年五月二十日",
            VALID: "长期",
            BODY_CODE: f"统一社会信用代码：{controls.CITY_BUREAU.uscc}",
        }
        lines = sheet_of({**first, **changes}, *rest)

        plain_penalties.is_told_by(xlsx_file(tmp_path / "other.xlsx", lines))

    def test_kinds(self, city: City, tmp_path: Path) -> None:
        """
        Kinds that are joined otherwise are the same, and kept as printed besides.
        """
        rows = [penalty(1), penalty(2, kinds="警告、罚款")]
        city.imports(csv_file(tmp_path / "a.csv", sheet_of(*rows)))

        (joined, otherwise) = city.records
        assert vars(joined)["penalty"].kinds == vars(otherwise)["penalty"].kinds
        sealed = city.ledger.vault.of_fact(otherwise.id)
        assert sealed["terms/texts/kinds_printed"] == "警告、罚款"

    def test_in_yuan(self, tmp_path: Path, plain_penalties: Plain) -> None:
        """
        Amounts in 元 and in 万元 are the same fen.
        """
        yuan = {"0.123456": "1234.56", "": ""}
        in_yuan = [
            {
                ("罚款金额（元）" if name == FINE else name): (
                    yuan.get(str(cell), f"{cell}0000") if name == FINE else cell
                )
                for name, cell in row.items()
            }
            for row in PENALTIES.rows
        ]

        plain_penalties.is_told_by(csv_file(tmp_path / "yuan.csv", sheet_of(*in_yuan)))


class TestTwoSheets:
    def test_the_same_row_numbers(self, city: City, tmp_path: Path) -> None:
        """
        One workbook with permits and penalties makes two imports, and rows that have
        the same number are told apart.
        """
        path = xlsx_file(tmp_path / "a.xlsx", sheet_of(penalty(1), penalty(2)))
        book = load_workbook(path)
        permits = book.create_sheet("许可", 0)
        permits.append(["行政相对人名称", "许可编号", "许可决定日期", "有效期至"])
        permits.append(["演示化工有限公司", "演许1号", "2025-01-02", "2028-01-01"])
        book.save(path)

        penalties = city.imports(path)
        with_permits = city.imports(path, Kind.PERMITS)

        assert penalties.counts.accepted == 2
        assert with_permits.counts.accepted == 1
        assert len(city.records) == 3
