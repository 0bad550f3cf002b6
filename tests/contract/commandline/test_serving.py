"""
``shilu serve`` as a process: its port, its home, its end and its log.
"""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import quote

import orjson
import pytest

from services.commandline.homes import DONE, FAILED

ROOT = Path(__file__).resolve().parents[3]
HOST = "127.0.0.1"
SECONDS_MAX = 90.0
Process = subprocess.Popen[bytes]


def free_port() -> int:
    """
    Find a port that nobody uses.
    """
    with socket.socket() as free:
        free.bind((HOST, 0))
        port: int = free.getsockname()[1]
    return port


@contextmanager
def serving(home: Path, port: int, *words: str) -> Iterator[Process]:
    """
    Serve a home in a process of its own.
    """
    settings = {"SHILU_HOME": str(home), "SHILU_PORT": str(port)}
    with subprocess.Popen(
        [sys.executable, "-m", "services.commandline.main", "serve", *words],
        cwd=ROOT,
        env={**os.environ, **settings},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def ended(process: Process) -> tuple[int, str, str]:
    """
    Wait for the end of a process; its exit code, and what it wrote.
    """
    out, err = process.communicate(timeout=SECONDS_MAX)
    return process.returncode, out.decode(), err.decode()


def asked(port: int, path: str) -> tuple[int, str]:
    """
    Get a page, as soon as it is served.
    """
    ends = time.monotonic() + SECONDS_MAX
    while True:
        connection = HTTPConnection(HOST, port, timeout=SECONDS_MAX)
        try:
            connection.request("GET", path, headers={"Accept": "text/html"})
            answer = connection.getresponse()
            return answer.status, answer.read().decode()
        except ConnectionError:
            assert time.monotonic() < ends, "it does not serve"
            time.sleep(0.05)
        finally:
            connection.close()


class TestEnd:
    @pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
    def test_told_to_stop(self, tmp_path: Path, how: signal.Signals) -> None:
        """
        It stops when it is told to, by either signal, which is no failure; the address
        was said at the beginning, and nothing is said at the end.
        """
        port = free_port()
        with serving(tmp_path, port) as process:
            assert asked(port, "/livez")[0] == 200
            process.send_signal(how)
            code, out, err = ended(process)

        assert code == DONE
        assert f"http://{HOST}:{port}" in out
        assert "Traceback" not in err
        assert "Interrupted" not in err
        assert not list(tmp_path.glob("*-wal")), "the databases were not closed"


class TestPort:
    def test_that_is_taken(self, tmp_path: Path) -> None:
        """
        It is said at once, in both languages, with what to do; no home is made for it.
        """
        home = tmp_path / "home"
        with socket.create_server((HOST, 0)) as taken:
            port = taken.getsockname()[1]
            with serving(home, port, "--demo") as process:
                code, _, err = ended(process)

        assert code == FAILED
        told = orjson.loads(err)
        assert told["code"] == "port_taken"
        assert str(port) in told["zh"]
        assert f"SHILU_PORT={port + 1 if port < 65535 else port - 1}" in told["en"]
        assert not home.exists()

    def test_of_two_services(self, tmp_path: Path) -> None:
        """
        Of two services on one port the second one ends, and the first one goes on.
        """
        port = free_port()
        with serving(tmp_path, port) as first:
            assert asked(port, "/livez")[0] == 200
            with serving(tmp_path, port) as second:
                code, _, err = ended(second)

            assert (code, orjson.loads(err)["code"]) == (FAILED, "port_taken")
            assert asked(port, "/livez")[0] == 200
            assert first.poll() is None


class TestHome:
    def test_of_two_services(self, tmp_path: Path) -> None:
        """
        Two services share a home on two ports: both answer, and one founding is there.
        """
        ports = free_port(), free_port()
        with serving(tmp_path, ports[0]) as one, serving(tmp_path, ports[1]) as other:
            pages = [asked(port, "/enforcement/sign-in") for port in ports]
            ready = [asked(port, "/readyz") for port in ports]
            for process in (one, other):
                process.send_signal(signal.SIGINT)
            said = [ended(process) for process in (one, other)]

        assert [status for status, _ in (*pages, *ready)] == [200] * 4
        assert "演示" in pages[0][1]
        assert len({orjson.loads(body)["head"] for _, body in ready}) == 1
        assert [code for code, _, _ in said] == [DONE, DONE]
        assert sum("without data" in err for _, _, err in said) == 1

    def test_that_holds_only_its_founding(self, tmp_path: Path) -> None:
        """
        With ``--demo`` the city takes the place of an empty demonstration, before the
        first page is served.
        """
        port = free_port()
        with serving(tmp_path, port) as process:
            assert "importer-sun" not in asked(port, "/enforcement/sign-in")[1]
            process.send_signal(signal.SIGINT)
            ended(process)

        with serving(tmp_path, port, "--demo") as process:
            page = asked(port, "/enforcement/sign-in")[1]
            process.send_signal(signal.SIGINT)
            assert ended(process)[0] == DONE

        assert "孙悦（演示）" in page


class TestLog:
    def test_each_request(self, tmp_path: Path) -> None:
        """
        Each request is one line of JSON: the method, the declared route, the status,
        how long it took and its id; nothing of what was asked.
        """
        port, text = free_port(), quote("王小明")
        with serving(tmp_path, port) as process:
            asked(port, f"/disclosure/search?words={text}")
            asked(port, f"/disclosure/enterprises/{text}")
            process.send_signal(signal.SIGINT)
            _, _, err = ended(process)

        lines = [orjson.loads(line) for line in err.splitlines() if line[:1] == "{"]
        served = [line for line in lines if line["event"] == "request_served"]
        search = next(each for each in served if each["route"] == "/disclosure/search")
        assert search["method"] == "GET"
        assert search["status"] == 200
        assert search["duration_ms"] > 0
        assert len(search["request_id"]) == 16
        assert text not in err
        assert "王小明" not in err
