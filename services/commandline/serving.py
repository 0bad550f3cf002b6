"""
``shilu serve``: the desks, each alone or all in one process (启动服务).
"""

import argparse
import logging
import os
import signal
import socket
import sys
from collections.abc import Callable, Mapping
from contextlib import closing, suppress
from types import MappingProxyType

import uvicorn
from fastapi import FastAPI

from infra import logs
from infra.failures import Failure
from infra.settings import PORT_MAX
from services.commandline.demo.moving import gives_way, settle_city
from services.commandline.demonstration import is_unfounded, open_demonstration
from services.commandline.homes import DONE
from services.discipline.app import create_app as discipline
from services.disclosure.app import create_app as disclosure
from services.enforcement.app import create_app as enforcement
from services.judiciary.app import create_app as judiciary
from services.web.house import House
from services.web.together import together

DESKS: Mapping[str, Callable[[House], FastAPI]] = MappingProxyType(
    {
        "enforcement": enforcement,
        "discipline": discipline,
        "judiciary": judiciary,
        "disclosure": disclosure,
    }
)

ADDRESS = "127.0.0.1"

#: How long open requests may take when the service stops, in seconds.
STOP_SECONDS_MAX = 5

#: How many callers may wait for the service.
BACKLOG = 2048


class PortTaken(Failure):
    """
    The port to serve on is not to be had.
    """

    code = "port_taken"


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """
    Add the command.
    """
    serve = commands.add_parser(
        "serve", help="启动服务，缺省为全部工作台 / serve one desk, or all of them"
    )
    serve.add_argument("desk", nargs="?", choices=sorted(DESKS), metavar="DESK")
    serve.add_argument(
        "--demo",
        action="store_true",
        help="空账本先生成演示城市 / fill an empty home with the demonstration city",
    )
    serve.set_defaults(run=serve_desks)


def serve_desks(asked: argparse.Namespace) -> int:
    """
    Serve until told to stop.

    Raises:
        PortTaken: If another program listens there.
    """
    home, port = asked.settings.home, asked.settings.port
    with _listening(port) as listener:
        made = asked.demo and gives_way(home)
        if made:
            print(
                "正在生成演示城市…… / making the demonstration city …", file=sys.stderr
            )
            settle_city(home)
        with closing(House(home)) as house:
            if is_unfounded(house.ledger):
                open_demonstration(house)
            if made:
                house.catch_up()
            logs.configure(level=logging.INFO)
            _run(app_of(house.start(), asked.desk), listener)
    return DONE


def _listening(port: int) -> socket.socket:
    """
    Take the port before anything else is done: who waits for it waits in vain.
    """
    try:
        return socket.create_server((ADDRESS, port), backlog=BACKLOG)
    except OSError as error:
        reason = os.strerror(error.errno or 0)
        raise PortTaken(
            f"无法使用端口 {port}（{reason}）。可能已有服务在运行；"
            f"也可换一个端口，例如 SHILU_PORT={_another(port)}。",
            f"Port {port} cannot be used ({reason}). Perhaps it is served "
            f"already; or take another one: SHILU_PORT={_another(port)}.",
        ) from error


def _another(port: int) -> int:
    return port + 1 if port < PORT_MAX else port - 1


def app_of(house: House, desk: str | None) -> FastAPI:
    """
    Make the app of one desk, served at the root of its own name, or of all of them.
    """
    names = [desk] if desk else sorted(DESKS)
    return together(house, {name: DESKS[name](house) for name in names})


def _run(app: FastAPI, listener: socket.socket) -> None:
    settings = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        timeout_graceful_shutdown=STOP_SECONDS_MAX,
    )
    port = listener.getsockname()[1]
    print(f"实录 Shilu: http://{ADDRESS}:{port}  (Ctrl-C 停止 to stop)", flush=True)
    # The service ends by itself on both signals, and then raises the one that came:
    # to be told to stop is no failure.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with suppress(KeyboardInterrupt):
        uvicorn.Server(settings).run(sockets=[listener])
