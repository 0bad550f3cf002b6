"""
Rows through the importer, beside plain reading and one insert for each commit's rows.
"""

import csv
import sqlite3
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from domain.codes import make_uscc_of
from infra.tables import Kind
from services.web.importing import BATCH_COUNT_MAX, Asked, import_file
from tests.bench.copying import CITY
from tests.bench.measuring import Result, Round, Size, result_of
from tests.bench.office import BUREAU, Office, ledger_at

#: The national table of penalties of legal persons, by header.
HEADER = (
    "行政相对人名称",
    "行政相对人代码_1 (统一社会信用代码)",
    "法定代表人",
    "行政处罚决定书文号",
    "违法事实",
    "处罚类别",
    "处罚内容",
    "罚款金额 (万元)",
    "处罚决定日期",
    "处罚有效期",
    "公示截止期",
    "处罚机关",
    "处罚机关统一社会信用代码",
    "备注",
)


def write_penalties(path: Path, count: int) -> Path:
    """
    Write a table of right rows, each of another party.
    """
    body = make_uscc_of("11", CITY, "00217283")
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADER)
        for number in range(1, count + 1):
            fine = number % 20 + 1
            writer.writerow(
                (
                    f"演示第{number}化工有限公司",
                    make_uscc_of("91", CITY, f"{number:08d}"),
                    "张三",
                    f"（演）应急罚〔2026〕{number}号",
                    "未按规定设置安全警示标志",
                    "警告;罚款",
                    f"警告，罚款人民币{fine}万元",
                    str(fine),
                    "2026/5/20",
                    "2099/12/31",
                    "2027/5/20",
                    BUREAU,
                    body,
                    "",
                )
            )
    return path


class PlainImport:
    """
    Reads the same table with the standard library, and keeps each row as it is.
    """

    def __init__(self, table: Path, store: Path) -> None:
        """
        Open the table and an empty database.
        """
        self._file = table.open(encoding="utf-8", newline="")
        self._rows = csv.reader(self._file)
        next(self._rows)
        self._sql = sqlite3.connect(store, isolation_level=None)
        self._sql.execute("PRAGMA journal_mode=WAL")
        self._sql.execute("PRAGMA synchronous=FULL")
        columns = ", ".join(f"c{number}" for number in range(len(HEADER)))
        self._sql.execute(f"CREATE TABLE rows ({columns})")
        self._insert = f"INSERT INTO rows VALUES ({', '.join('?' * len(HEADER))})"  # noqa: S608  no text of anybody's

    def take(self, count: int) -> None:
        """
        Keep some more rows in one commit.
        """
        self._sql.execute("BEGIN IMMEDIATE")
        self._sql.executemany(self._insert, islice(self._rows, count))
        self._sql.execute("COMMIT")

    def close(self) -> None:
        """
        Close both.
        """
        self._file.close()
        self._sql.close()


class Turns:
    """
    Is told of each commit of the import, and lets the plain one take as many rows.
    """

    def __init__(self, plain: PlainImport) -> None:
        """
        Begin before the first row.
        """
        self.rounds: list[Round] = []
        self._plain = plain
        self._done = 0
        self._begun = time.perf_counter()

    def __call__(self, done: int, length: int) -> None:
        """
        End one turn and begin the next.
        """
        del length
        taken = time.perf_counter() - self._begun
        count = min(BATCH_COUNT_MAX, done - self._done)
        if count > 0:
            begun = time.perf_counter()
            self._plain.take(count)
            beside = time.perf_counter() - begun
            self.rounds.append(Round(count / taken, count / beside))
        self._done = done
        self._begun = time.perf_counter()


def cases(home: Path, size: Size) -> Iterator[Result]:
    """
    Import one table of penalties; both take turns at each commit of 200 rows.
    """
    office = Office(ledger_at(home / "ledger"))
    table = write_penalties(home / "penalties.csv", size.rows)
    plain = PlainImport(table, home / "plain.db")
    turns = Turns(plain)
    try:
        asked = Asked(table, Kind.PENALTIES, office.people["importer"])
        report = import_file(office.ledger, asked, turns)
    finally:
        plain.close()
        office.ledger.close()
    assert report.counts.accepted == size.rows, report.counts
    yield result_of(
        f"import: penalties, {size.rows} rows",
        turns.rounds,
        unit="rows/s",
        beside="csv and one SQLite insert for 200 rows",
    )
