"""
``shilu facts``, ``trace``, ``rebuild``, ``doctor``, ``token`` and ``serve DESK``: what
they print, and how they end.
"""

import shutil
import signal
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from uuid import UUID

import orjson
import pytest
from starlette.testclient import TestClient

from domain.base import Actor, Role
from infra.ledger import LEDGER, Ledger, Request
from infra.read_model import MODELS
from services.commandline.homes import ASKED_WRONGLY, DONE, FAILED
from services.commandline.main import main
from services.commandline.serving import DESKS, app_of
from services.web.house import READ, House, opened
from tests.cases.office import EveryoneMay
from tests.contract.append.test_secrets import KNOWN, NOTE, whisper
from tests.contract.append.town import OFFICER, Whispered
from tests.contract.commandline.test_serving import asked, ended, free_port, serving

NOBODY = "00000000-0000-4000-8000-000000000000"


@pytest.fixture(scope="module")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """
    A demonstration ledger with its founding.
    """
    home = tmp_path_factory.mktemp("founded")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SHILU_HOME", str(home))
        assert main(("people",)) == DONE
    return home


@pytest.fixture
def home(founded: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """
    A copy of it, for one test.
    """
    home = tmp_path / "home"
    shutil.copytree(founded, home)
    monkeypatch.setenv("SHILU_HOME", str(home))
    return home


def stored_in(home: Path, thread: str = "") -> list[tuple[int, bytes]]:
    """
    Read positions and stored bytes past the ledger's own code.
    """
    with sqlite3.connect(home / LEDGER) as sql:
        rows = sql.execute("SELECT position, stored, thread FROM facts ORDER BY 1")
        found = [(p, bytes(s)) for p, s, t in rows if thread in ("", t)]
    sql.close()
    return found


def lines(capsysbinary: pytest.CaptureFixture[bytes], *words: str) -> list[bytes]:
    """
    Run a command that goes well, and give its lines.
    """
    capsysbinary.readouterr()
    assert main(words) == DONE
    return capsysbinary.readouterr().out.splitlines()


class TestFacts:
    def test_stored_bytes_in_order(
        self, home: Path, capsysbinary: pytest.CaptureFixture[bytes]
    ) -> None:
        """
        One fact a line, in order of position, the stored bytes; from a position on, of
        a thread, or none.
        """
        every = [stored for _, stored in stored_in(home)]
        thread = orjson.loads(every[4])["decided"]["thread"]
        of_thread = [stored for _, stored in stored_in(home, thread)]

        assert lines(capsysbinary, "facts") == every
        assert lines(capsysbinary, "facts", "--from", "5") == every[4:]
        assert lines(capsysbinary, "facts", "--thread", thread) == of_thread
        assert 0 < len(of_thread) < len(every)
        assert lines(capsysbinary, "facts", "--from", str(len(every) + 1)) == []


class TestFactsOfAnother:
    """
    D26: what `shilu facts` prints is what the reader's audience may read.
    """

    @pytest.fixture
    def ledger(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> Iterator[Ledger]:
        """
        A ledger in which a shop is open and its guests are noted.
        """
        monkeypatch.setenv("SHILU_HOME", str(tmp_path))
        ledger = Ledger(tmp_path, law=EveryoneMay())
        city = {"deployment": "t", "name": "测试市", "region": "230100"}
        ledger.perform(
            Request(
                "open-ledger",
                Actor(Role.OPERATOR),
                "open",
                {**city, "demonstration": True},
            )
        )
        yield ledger
        ledger.close()

    def shop(self, ledger: Ledger) -> UUID:
        """
        Open a shop, and note its guests.
        """
        opening = Request("open-shop", OFFICER, "shop", {"name": "Wang"})
        ledger.perform(NOTE)
        return next(iter(ledger.perform(opening).files))

    def test_restricted(
        self, ledger: Ledger, capsysbinary: pytest.CaptureFixture[bytes]
    ) -> None:
        """
        Of a restricted fact the line says that it is there: no kind, no person, no
        provision, nothing of what it is about; nor is a personal value in any line.
        """
        shop = self.shop(ledger)
        (position,) = ledger.perform(whisper(shop)).positions
        ledger.close()

        told = lines(capsysbinary, "facts")
        decided = orjson.loads(told[position - 1])["decided"]
        assert len(told) == position
        assert set(decided) == {"audience", "fact", "sealed", "thread", "topic"}
        assert decided["topic"] == "restricted.v1"
        assert str(shop).encode() not in told[position - 1]
        for value in KNOWN:
            assert value.encode() not in b"".join(told)

    def test_for_the_commission_alone(
        self,
        ledger: Ledger,
        monkeypatch: pytest.MonkeyPatch,
        capsysbinary: pytest.CaptureFixture[bytes],
    ) -> None:
        """
        One that is for the commission, and stored in the open, is not printed; that it
        is left out is said.
        """
        monkeypatch.setattr(Whispered, "RESTRICTED", False)
        shop = self.shop(ledger)
        (position,) = ledger.perform(whisper(shop)).positions
        ledger.close()
        capsysbinary.readouterr()

        assert main(("facts",)) == DONE
        said = capsysbinary.readouterr()
        assert len(said.out.splitlines()) == position - 1
        assert b"test-whisper" not in said.out
        assert str(position) in said.err.decode()


class TestTrace:
    def test_of_a_thread(self, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """
        Each fact of the thread is a line, with position, day, name and provision; as
        JSON, with everything.
        """
        first = orjson.loads(stored_in(home)[4][1])["decided"]
        positions = [p for p, _ in stored_in(home, first["thread"])]

        assert main(("trace", first["thread"])) == DONE
        told = capsys.readouterr().out.splitlines()
        assert main(("trace", first["thread"], "--json")) == DONE
        found = orjson.loads(capsys.readouterr().out)

        assert [int(line.split()[0]) for line in told] == positions
        assert f"[{first['provision']}]" in told[0]
        assert found["thread"] == first["thread"]
        assert [row["position"] for row in found["facts"]] == positions
        assert found["facts"][0]["topic"] == first["topic"]

    @pytest.mark.usefixtures("home")
    @pytest.mark.parametrize("what", [NOBODY, "91220200000000001X", "冶炼厂"])
    def test_of_nothing(self, what: str, capsys: pytest.CaptureFixture[str]) -> None:
        """
        What is neither a thread nor a code on file is said to be none.
        """
        assert main(("trace", what)) == ASKED_WRONGLY
        said = capsys.readouterr()
        assert not said.out
        assert what in said.err


class TestRebuild:
    def test_one(self, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """
        The digest of the rebuilt read model is printed, equal to that of the live one.
        """
        with closing(House(home)) as house:
            digest = house.models["directory"].digest()

        assert main(("rebuild", "directory")) == DONE
        assert capsys.readouterr().out.split() == ["directory", digest, "一致", "equal"]

    @pytest.mark.usefixtures("home")
    def test_all(self, capsys: pytest.CaptureFixture[str]) -> None:
        """
        With ``--all`` every read model is a line; with neither, or both, it is asked.
        """
        assert main(("rebuild", "--all")) == DONE
        told = capsys.readouterr().out.splitlines()
        assert [line.split("\t")[0] for line in told] == sorted(MODELS)
        assert all(line.endswith("equal") for line in told)
        assert main(("rebuild",)) == ASKED_WRONGLY
        assert main(("rebuild", "trace", "--all")) == ASKED_WRONGLY

    def test_that_was_altered(
        self, home: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """
        One whose rows were altered is replaced, and that is a failure once.
        """
        with sqlite3.connect(home / READ / "directory.db") as sql:
            sql.execute("UPDATE people SET login = 'somebody'")
        sql.close()

        assert main(("rebuild", "directory")) == FAILED
        assert "已更正 replaced" in capsys.readouterr().out
        assert main(("rebuild", "directory")) == DONE


class TestDoctor:
    def test_all_is_well(self, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """
        It says which ledger it is, how many facts it has, and that all is well.
        """
        assert main(("doctor",)) == DONE
        told = capsys.readouterr().out
        assert str(home) in told
        assert f"facts: {len(stored_in(home))}" in told
        assert "all is well" in told

    def test_a_fact_is_gone(
        self, home: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """
        A position without a fact is named, and the command fails.
        """
        with sqlite3.connect(home / LEDGER) as sql:
            for (name,) in list(
                sql.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
            ):
                sql.execute(f'DROP TRIGGER "{name}"')
            sql.execute("DELETE FROM facts WHERE position = 7")
        sql.close()

        assert main(("doctor",)) == FAILED
        told = capsys.readouterr().out
        assert "position 7 is missing" in told
        assert "all is well" not in told


class TestToken:
    def test_opens_the_desk(
        self, home: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """
        The token that is printed opens the API for that person, and no other word does.
        """
        assert main(("token", "clerk")) == DONE
        token = capsys.readouterr().out.strip()
        with (
            opened(House(home)) as house,
            TestClient(app_of(house, None), "http://test") as client,
        ):
            answers = [
                client.get(
                    "/enforcement/api/acts", headers={"Authorization": f"Bearer {word}"}
                )
                for word in (token, f"{token[:-4]}AAAA")
            ]

        assert [answer.status_code for answer in answers] == [200, 401]
        assert "register-enterprise" in answers[0].text

    @pytest.mark.usefixtures("home")
    def test_of_nobody(self, capsys: pytest.CaptureFixture[str]) -> None:
        """
        Nobody gets one who holds no post.
        """
        assert main(("token", "nobody")) == ASKED_WRONGLY
        said = capsys.readouterr()
        assert not said.out
        assert "nobody" in said.err


class TestServe:
    @pytest.mark.parametrize("desk", sorted(DESKS))
    def test_a_desk_alone(self, desk: str, home: Path) -> None:
        """
        One desk is served under its own name, and none of the others.
        """
        port = free_port()
        with serving(home, port, desk) as process:
            status, page = asked(port, f"/{desk}/sign-in")
            others = [
                asked(port, f"/{each}/sign-in")[0] for each in DESKS if each != desk
            ]
            process.send_signal(signal.SIGINT)
            code, _, _ = ended(process)

        assert (status, others, code) == (200, [404] * 3, DONE)
        assert f"/{desk}/" in page
