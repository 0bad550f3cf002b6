"""
Serves one application from a process of its own, as the bench's clients call it.
"""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

import orjson
import uvicorn
from fastapi import FastAPI
from starlette.responses import Response

from infra.logs import configure
from services.commandline.serving import ADDRESS, DESKS
from services.web.house import House, opened
from services.web.together import together
from tests.bench import plain_app
from tests.bench.office import clock

ROOT = Path(__file__).parent.parent.parent
START_SECONDS_MAX = 60.0
STOP_SECONDS_MAX = 15.0
#: How long a connection may lie idle: the other one's turn may take long.
IDLE_SECONDS_MAX = 600

#: Address of the POST that does nothing, in the same app as the acts.
EMPTY = "/enforcement/empty"


async def empty() -> Response:
    """
    Take a request and do nothing.
    """
    return Response(b"{}", media_type="application/json")


def serve_ours(home: Path, port: int) -> None:
    """
    Serve all desks as `shilu serve` does, and one POST more that is empty.
    """
    with opened(House(home, clock=clock())) as house:
        apps = {name: make(house) for name, make in DESKS.items()}
        apps["enforcement"].add_api_route("/empty", empty, methods=["POST"])
        _run(together(house, apps), port)


def serve_plain(home: Path, port: int) -> None:
    """
    Serve the plain application.
    """
    _run(plain_app.create_app(plain_app.engine_at(home / "plain.db")), port)


def _run(app: FastAPI, port: int) -> None:
    uvicorn.run(
        app,
        host=ADDRESS,
        port=port,
        log_config=None,
        access_log=False,
        timeout_keep_alive=IDLE_SECONDS_MAX,
    )


class Client:
    """
    One client on one connection that is kept open.
    """

    def __init__(self, port: int) -> None:
        """
        Call a service on this machine.
        """
        self._connection = HTTPConnection(ADDRESS, port, timeout=START_SECONDS_MAX)

    def post(self, path: str, body: bytes, headers: Mapping[str, str]) -> bytes:
        """
        Post JSON; the answer.
        """
        whole = {"Content-Type": "application/json", **headers}
        self._connection.request("POST", path, body, whole)
        return self._answer()

    def get(self, path: str) -> bytes:
        """
        Get an answer.
        """
        self._connection.request("GET", path)
        return self._answer()

    def _answer(self) -> bytes:
        answer = self._connection.getresponse()
        content = answer.read()
        assert answer.status == 200, content.decode()
        return content

    def close(self) -> None:
        """
        Hang up.
        """
        self._connection.close()


@contextmanager
def served(what: str, home: Path) -> Iterator[Client]:
    """
    Serve an application, and call it once it answers.

    Args:
        what: Which one, ``ours`` or ``plain``.
        home: Where its data lie.
    """
    port = _free_port()
    command = [sys.executable, "-m", __name__, what, str(home), str(port)]
    process = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL)
    client = Client(port)
    try:
        _wait_for(client, process)
        yield client
    finally:
        client.close()
        process.terminate()
        process.wait(STOP_SECONDS_MAX)


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind((ADDRESS, 0))
        port: int = listener.getsockname()[1]
        return port


def _wait_for(client: Client, process: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + START_SECONDS_MAX
    while True:
        try:
            orjson.loads(client.get("/livez"))
        except OSError:
            client.close()
            assert process.poll() is None, "the service did not start"
            assert time.monotonic() < until, "the service does not answer"
            time.sleep(0.05)
        else:
            return


def main() -> None:
    """
    Serve what the arguments name.
    """
    configure()
    what, home, port = sys.argv[1:]
    serve = {"ours": serve_ours, "plain": serve_plain}[what]
    serve(Path(home), int(port))


if __name__ == "__main__":
    main()
