"""
A full disk, a lock that is held, a file that is none: it says so, and nothing is half.
"""

import sqlite3
import threading
from contextlib import suppress
from pathlib import Path
from time import sleep

import pytest

from infra.failures import Unavailable
from infra.ledger import Ledger, Request
from infra.sqlite_store import ROWS_MAX, SqliteStore
from tests.cases.office import EveryoneMay
from tests.contract.append.desks import Opening, at_desks
from tests.contract.append.town import OFFICER

LONG = "很长的名字" * 2000


def long_named(key: str) -> Request:
    """
    A shop whose name fills pages.
    """
    return Request("open-shop", OFFICER, key, {"name": LONG})


def grow_no_more(ledger: Ledger, pages: int) -> None:
    """
    Let the ledger's file have only a few pages more, as on a full disk.
    """
    with ledger.recorder.store.transaction() as sql:
        now = sql.execute("PRAGMA page_count").fetchone()[0]
        sql.execute(f"PRAGMA max_page_count = {now + pages}")


def do_together(
    ledger: Ledger, count: int, passing: type[Exception] = ZeroDivisionError
) -> None:
    """
    Do some acts in one commit, and pass over what one of them raises.
    """
    with ledger.together():
        for number in range(count):
            with suppress(passing):
                ledger.perform(long_named(str(number)))


class TestFullDisk:
    def test_one_act(self, ledger: Ledger) -> None:
        """
        An act for which there is no room is not done; one for which there is, is.
        """
        ledger.perform(long_named("before"))
        grow_no_more(ledger, 2)

        with pytest.raises(Unavailable) as full:
            ledger.perform(long_named("full"))

        assert "磁盘空间" in full.value.zh
        assert "Make room" in full.value.en
        assert ledger.receipt_for(OFFICER, "full") is None
        grow_no_more(ledger, 100)
        assert ledger.perform(long_named("full")).positions == (2,)

    def test_several_together(self, ledger: Ledger) -> None:
        """
        Of several acts in one commit none is done, even if the first had room.
        """
        ledger.perform(long_named("before"))
        grow_no_more(ledger, 12)

        with pytest.raises(Unavailable):
            do_together(ledger, 10)

        assert ledger.recorder.head == 1
        assert ledger.receipt_for(OFFICER, "0") is None

    def test_passing_over_one(self, ledger: Ledger) -> None:
        """
        Whoever passes over the act that had no room keeps those that had.
        """
        ledger.perform(long_named("before"))
        grow_no_more(ledger, 12)

        do_together(ledger, 10, passing=Unavailable)

        kept = [ledger.receipt_for(OFFICER, str(n)) for n in range(10)]
        assert kept[0]
        assert not kept[9]
        assert ledger.recorder.head == 1 + sum(bool(receipt) for receipt in kept)

    def test_undone_by_the_database(self, ledger: Ledger) -> None:
        """
        Once the database has undone a commit by itself, no act of it can go on.
        """
        with ledger.recorder.store.transaction() as sql:
            ledger.perform(long_named("k"))
            sql.execute("ROLLBACK")
            with pytest.raises(Unavailable, match="undone"):
                ledger.perform(long_named("k"))
            sql.execute("BEGIN IMMEDIATE")

        assert ledger.recorder.head == 0
        assert ledger.perform(long_named("k")).positions == (1,)

    def test_of_a_process(self, ledger: Ledger) -> None:
        """
        A process that may write no more: what it answered is there, gapless; asked
        again with room, it answers the same and does the rest.
        """
        requests = [long_named(str(number)) for number in range(40)]
        full = Opening(ledger.home, stops=False, file_bytes_max=1_000_000)
        with at_desks(full) as (desk,):
            desk.perform(*requests)
            outcomes = desk.outcomes()
        done = [outcome.receipt for outcome in outcomes if outcome.receipt]

        assert {o.refused for o in outcomes} == {"", "unavailable"}
        assert ledger.recorder.head == len(done)
        again = [ledger.perform(request) for request in requests]
        assert [r for r, o in zip(again, outcomes, strict=True) if o.receipt] == done
        assert sorted(r.positions[0] for r in again) == list(range(1, 41))


class TestLock:
    def test_held_by_another(self, ledger: Ledger) -> None:
        """
        A lock that another process holds too long is named; later the act is done.
        """
        with ledger.recorder.store.transaction() as sql:
            sql.execute("PRAGMA busy_timeout = 50")
        other = sqlite3.connect(ledger.home / "ledger.db", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")

        with pytest.raises(Unavailable) as held:
            ledger.perform(long_named("k"))

        assert "另一进程" in held.value.zh
        assert held.value.retriable
        other.close()
        assert ledger.perform(long_named("k")).positions == (1,)

    def test_read_meanwhile(self, ledger: Ledger) -> None:
        """
        Readers do not wait for a writer.
        """
        ledger.perform(long_named("k"))
        other = sqlite3.connect(ledger.home / "ledger.db", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")

        assert ledger.recorder.head == 1
        other.close()

    def test_opened_at_once(self, tmp_path: Path) -> None:
        """
        Processes that lay out one new ledger at the same moment agree on it.
        """
        home = tmp_path / "new"
        with at_desks(*[Opening(home, stops=False)] * 6) as desks:
            for number, desk in enumerate(desks):
                desk.perform(long_named(str(number)))
            outcomes = [outcome for desk in desks for outcome in desk.outcomes()]

        assert all(outcome.receipt for outcome in outcomes), outcomes


class TestFile:
    def test_no_database(self, tmp_path: Path) -> None:
        """
        A ledger.db that is none is left as it is, and the operator is told.
        """
        file = tmp_path / "ledger.db"
        file.write_text("this is a letter, not a ledger\n" * 100)

        with pytest.raises(Unavailable) as none:
            Ledger(tmp_path, law=EveryoneMay())

        assert "不是本系统的数据库" in none.value.zh
        assert "no database" in none.value.en
        assert file.read_text().startswith("this is a letter")

    def test_folder(self, tmp_path: Path) -> None:
        """
        Nor can a folder be opened.
        """
        (tmp_path / "ledger.db").mkdir()

        with pytest.raises(Unavailable, match="权限"):
            Ledger(tmp_path, law=EveryoneMay())

    def test_home_is_a_file(self, tmp_path: Path) -> None:
        """
        Nor a home that is a file.
        """
        (tmp_path / "home").write_text("")

        with pytest.raises(Unavailable, match="数据目录的位置上是一个文件"):
            Ledger(tmp_path / "home", law=EveryoneMay())

    def test_damaged_page(self, ledger: Ledger) -> None:
        """
        A page that was overwritten is noticed when it is read.
        """
        for number in range(5):
            ledger.perform(long_named(str(number)))
        ledger.close()
        file = ledger.home / "ledger.db"
        whole = bytearray(file.read_bytes())
        whole[4096:-4096] = bytes(len(whole) - 8192)
        file.write_bytes(whole)

        with pytest.raises(Unavailable, match="备份"):
            Ledger(ledger.home, law=EveryoneMay()).facts()


class TestClosing:
    @pytest.mark.parametrize("thousandths", range(20))
    def test_while_another_thread_reads(self, tmp_path: Path, thousandths: int) -> None:
        """
        A thread that reads while the store is closed gets an error, and nothing worse:
        within a statement SQLite would bring the process down.
        """
        store = SqliteStore(tmp_path / "a.db", "CREATE TABLE IF NOT EXISTS t (x)")
        with store.transaction() as sql:
            sql.executemany("INSERT INTO t VALUES (?)", [(LONG,)] * 40)
        begun = threading.Barrier(4)
        met: list[sqlite3.Error] = []

        def read() -> None:
            connection = store.reading
            begun.wait()
            try:
                while True:
                    connection.execute("SELECT x FROM t ORDER BY x").fetchall()
            except sqlite3.ProgrammingError as error:
                met.append(error)

        readers = [threading.Thread(target=read) for _ in range(3)]
        for reader in readers:
            reader.start()
        begun.wait()
        sleep(thousandths / 1000)
        store.close()
        for reader in readers:
            reader.join()
        assert len(met) == len(readers)

    def test_rows_are_gone_through_to_the_end(self, tmp_path: Path) -> None:
        """
        However many rows a statement has, each is given once and in order.
        """
        store = SqliteStore(tmp_path / "a.db", "CREATE TABLE IF NOT EXISTS t (n)")
        with store.transaction() as sql:
            numbers = range(2 * ROWS_MAX + 1)
            sql.executemany("INSERT INTO t VALUES (?)", [(n,) for n in numbers])

        found = [n for (n,) in store.reading.execute("SELECT n FROM t ORDER BY n")]

        assert found == list(numbers)
        store.close()
