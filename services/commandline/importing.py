"""
``shilu import``: files that others kept, row by row (导入).
"""

import argparse
import os
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import orjson

from domain.base import Actor, Role
from domain.money import Unit
from domain.refusals import Refused
from domain.values import day_of
from infra.clock import SystemClock
from infra.failures import Unavailable
from infra.tables import Dictionary, Kind, Table, UnusableFile, as_ours, open_table
from services.commandline.homes import (
    ASKED_WRONGLY,
    DONE,
    SOME_REJECTED,
    AskedWrongly,
    house_at_home,
    tell,
    visitor_named,
)
from services.web.house import House
from services.web.import_report import (
    Report,
    not_written,
    refused_report,
    unusable_report,
)
from services.web.importing import Asked, import_table

#: Refused rows and notes that are told on the terminal; the report has them all.
TOLD_COUNT_MAX: Final = 20

_BAR_WIDTH: Final = 30
_TELLING_SECONDS: Final = 0.2
_BAD_REPORT_FOLDER: Final = (
    "报告所在的文件夹“{folder}”不存在。请先建立。",
    "There is no folder {folder} for the report; make it first.",
)


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """
    Add the command.
    """
    asked = commands.add_parser(
        "import",
        help="导入处罚、企业名录、失信名单或者许可 / import rows that others kept",
        description="好的行立即入账，有问题的行连同原因退回，改好后再导入即可；"
        "中断后重新执行同一命令会接着做。"
        "退出码：0 全部接受，3 有行退回，2 文件不能使用。 "
        "Good rows are kept and bad ones come back with the reason; run the same "
        "command again after an interruption. Exit code 0: all good, 3: some rows "
        "were refused, 2: the file cannot be used.",
    )
    kinds = [kind.value for kind in Kind]
    asked.add_argument("kind", choices=kinds, metavar="KIND", help=" | ".join(kinds))
    asked.add_argument("path", type=Path, metavar="FILE", help="CSV, XLSX, XLS, HTML")
    asked.add_argument(
        "--report", type=Path, metavar="R.json", help="逐行报告 / report of every row"
    )
    asked.add_argument(
        "--dry-run", action="store_true", help="只检查，不写入 / write nothing"
    )
    asked.add_argument(
        "--unit",
        choices=[unit.code for unit in Unit],
        help="金额单位，文件没有写明时 / unit of amounts where the file has none",
    )
    asked.add_argument("--sheet", metavar="NAME|N", help="工作表 / sheet of a workbook")
    asked.add_argument(
        "--answers",
        type=Path,
        metavar="A.json",
        help='其他答复：{"columns": {列名: 字段}, "values": {字段: {原文: 含义}}}'
        " / other answers about the file",
    )
    asked.add_argument(
        "--as", dest="person", metavar="PERSON", help="导入人 / the importer"
    )
    asked.set_defaults(run=import_rows)


def import_rows(asked: argparse.Namespace) -> int:
    """
    Import a file and tell what came of it.

    A file that cannot be used is said to be none before anything else is asked.
    """
    report: Path | None = asked.report
    if report is not None:
        _refuse_report(report, asked.path)
    dictionary = _answers(asked.answers)
    try:
        with (
            _opened(asked, dictionary) as table,
            house_at_home(asked.settings.home) as house,
        ):
            return _import(house, table, asked)
    except UnusableFile as fault:
        print(f"{fault.zh}\n{fault.en}", file=sys.stderr)
        if report is not None:
            unusable_report(asked.path.name, fault).write(report)
        return ASKED_WRONGLY


def _opened(asked: argparse.Namespace, dictionary: Dictionary | None) -> Table:
    return open_table(
        asked.path,
        Kind(asked.kind),
        today=day_of(SystemClock().now()),
        unit=_unit(asked),
        sheet=asked.sheet,
        dictionary=dictionary,
    )


def _import(house: House, table: Table, asked: argparse.Namespace) -> int:
    actor = importer_of(house, asked.person)
    as_ours(table, _ours(house, actor))
    bar = Bar()
    try:
        done = import_table(
            house.ledger, _wanted(asked, table, actor), table, progress=bar.show
        )
    except Refused as refused:
        bar.end()
        tell(refused)
        if asked.report is not None:
            refused_report(asked.path.name, refused).write(asked.report)
        return ASKED_WRONGLY
    finally:
        bar.end()
    failed = _reported(done, asked.report)
    house.catch_up()
    _tell(done, None if failed else asked.report)
    if failed is not None:
        raise failed
    return SOME_REJECTED if done.counts.rejected else DONE


def _reported(done: Report, report: Path | None) -> Unavailable | None:
    """
    Write the report, or say why it could not be written.
    """
    if report is not None:
        try:
            done.write(report)
        except OSError as error:
            return not_written(report, error, dry_run=done.dry_run)
    return None


def _wanted(asked: argparse.Namespace, table: Table, actor: Actor) -> Asked:
    beside: Path = asked.report or asked.path
    suffix = ".xlsx" if asked.path.suffix.lower() in {".xlsx", ".xls"} else ".csv"
    return Asked(
        path=asked.path,
        kind=table.kind,
        actor=actor,
        unit=_unit(asked),
        sheet=asked.sheet,
        dictionary=table.reader.dictionary,
        dry_run=asked.dry_run,
        rejects=beside.with_name(f"{beside.stem}.rejects{suffix}"),
    )


def _unit(asked: argparse.Namespace) -> Unit | None:
    return Unit[asked.unit.upper()] if asked.unit else None


def _refuse_report(report: Path, path: Path) -> None:
    """
    Find out before the first row whether the report can be written.
    """
    if not report.parent.is_dir():
        zh, en = _BAD_REPORT_FOLDER
        raise AskedWrongly(
            zh.format(folder=report.parent), en.format(folder=report.parent)
        )
    is_same = report.exists() and path.exists() and report.samefile(path)
    if is_same or report.is_dir() or not os.access(report.parent, os.W_OK):
        raise AskedWrongly(
            f"报告不能写入“{report}”：应为一个可写的文件，且不是所导入的文件本身。",
            f"The report cannot be written to {report}: it should be a file of its "
            "own that may be written, and not the one that is imported.",
        )


def importer_of(house: House, person: str | None) -> Actor:
    """
    Find who imports: who is named, or in a demonstration ledger its importer.

    Raises:
        AskedWrongly: If nobody is named and none can be taken, or there is no such
            person.
    """
    if person is not None:
        try:
            return visitor_named(house, f"{person}:{Role.IMPORTER.code}").actor
        except AskedWrongly:
            return visitor_named(house, person).actor
    today = day_of(house.ledger.clock.now())
    if house.ledger.demonstration:
        for post in house.directory.posts_on(today):
            if post.role is Role.IMPORTER:
                return post.actor
    raise AskedWrongly(
        "请用 --as 写明导入人。可用 shilu people 查看在岗人员。",
        "Name the importer with --as; `shilu people` lists who is in office.",
    )


def _ours(house: House, actor: Actor) -> frozenset[str]:
    """
    Name the own body and those below it, and the own code.
    """
    day = day_of(house.ledger.clock.now())
    tree = house.directory.tree_on(day)
    bodies = house.directory.reader(actor, day).bodies
    names = {tree[body].name for body in bodies if body in tree}
    own = house.ledger.read(actor.body) if actor.body else None
    return frozenset(filter(None, (*names, str(getattr(own, "uscc", "")))))


def _answers(path: Path | None) -> Dictionary | None:
    """
    Read a person's answers about a file.

    Raises:
        AskedWrongly: If they are none.
    """
    if path is None:
        return None
    try:
        told = orjson.loads(path.read_bytes())
    except (OSError, orjson.JSONDecodeError):
        told = None
    if isinstance(told, dict):
        columns, values = told.get("columns", {}), told.get("values", {})
        listed = (columns, *values.values()) if isinstance(values, dict) else (None,)
        if all(map(_is_words, listed)):
            return Dictionary(columns, values)
    raise AskedWrongly(
        f"“{path}”应为 JSON："
        '{"columns": {列名: 字段}, "values": {字段: {原文: 含义}}}。',
        f"{path} should be JSON with `columns` and `values`; see --help.",
    )


def _is_words(told: object) -> bool:
    return isinstance(told, Mapping) and all(
        isinstance(word, str) for pair in told.items() for word in pair
    )


class Bar:
    """
    A bar on standard error: drawn anew on a terminal, a line now and then elsewhere.
    """

    def __init__(self) -> None:
        """
        Draw nothing yet.
        """
        self._drawn_at = 0.0
        self._tenth = -1
        self._is_open = False

    def show(self, done: int, length: int) -> None:
        """
        Show how many of the file's lines are done.
        """
        share = done / length if length else 1.0
        if not sys.stderr.isatty():
            tenth = int(share * 10)
            if tenth != self._tenth:
                self._tenth = tenth
                print(f"{done}/{length} 行 / lines", file=sys.stderr)
            return
        now = time.monotonic()
        if done < length and now - self._drawn_at < _TELLING_SECONDS:
            return
        self._drawn_at, self._is_open = now, True
        filled = "#" * int(share * _BAR_WIDTH)
        sys.stderr.write(
            f"\r[{filled:<{_BAR_WIDTH}}] {share:4.0%} {done}/{length} 行 / lines"
        )
        sys.stderr.flush()

    def end(self) -> None:
        """
        Leave the line of the bar.
        """
        if self._is_open:
            sys.stderr.write("\n")
            self._is_open = False


def _tell_more(count: int, what: str, what_en: str) -> None:
    more = count - TOLD_COUNT_MAX
    if more > 0:
        print(
            f"……另有 {more} {what}，见报告。/ … {more} more {what_en}; see the report."
        )


def _tell(done: Report, report: Path | None) -> None:
    """
    Print what came of it: notes on the file, the first refused rows, the numbers.
    """
    for note in done.notes[:TOLD_COUNT_MAX]:
        print(f"{note.zh}\n{note.en}")
    _tell_more(len(done.notes), "条说明", "notes")
    refused = [row for row in done.rows if not row.ok]
    for row in refused[:TOLD_COUNT_MAX]:
        print(row.problem)
    _tell_more(len(refused), "行", "rows")
    counts = done.counts
    if done.dry_run:
        print("试运行：没有写入任何内容。/ A dry run: nothing was written.")
    print(
        f"读取 {counts.read} 行：接受 {counts.accepted}，重复 {counts.duplicate}，"
        f"退回 {counts.rejected}；另跳过 {counts.skipped} 行。\n"
        f"{counts.read} rows read: {counts.accepted} accepted, "
        f"{counts.duplicate} known already, {counts.rejected} refused; "
        f"{counts.skipped} lines skipped."
    )
    if done.rejects is not None:
        print(
            f"退回的行在 {done.rejects}，改好后再导入该文件即可。\n"
            f"The refused rows are in {done.rejects}; mend and import that file."
        )
    if report is not None:
        print(f"报告 / report: {report}")
