"""
``shilu serve``: the desks, each alone or all in one process (启动服务).
"""

import argparse
import sys
from collections.abc import Callable, Mapping
from types import MappingProxyType

import uvicorn
from fastapi import FastAPI

from services.commandline.demo.making import make_city
from services.commandline.homes import DONE, home, open_demonstration, port
from services.discipline.app import create_app as discipline
from services.disclosure.app import create_app as disclosure
from services.enforcement.app import create_app as enforcement
from services.judiciary.app import create_app as judiciary
from services.web.house import House, opened
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
    """
    number, house = port(), House(home())
    if not house.ledger.recorder.head:
        _fill(house, with_city=asked.demo)
    with opened(house):
        _run(app_of(house, asked.desk), number)
    return DONE


def _fill(house: House, *, with_city: bool) -> None:
    if not with_city:
        open_demonstration(house)
        return
    print("正在生成演示城市…… / making the demonstration city …", file=sys.stderr)
    make_city(house)
    house.catch_up()


def app_of(house: House, desk: str | None) -> FastAPI:
    """
    Make the app of one desk, served at the root of its own name, or of all of them.
    """
    names = [desk] if desk else sorted(DESKS)
    return together(house, {name: DESKS[name](house) for name in names})


def _run(app: FastAPI, number: int) -> None:
    settings = uvicorn.Config(
        app,
        host=ADDRESS,
        port=number,
        log_config=None,
        timeout_graceful_shutdown=STOP_SECONDS_MAX,
    )
    print(f"实录 Shilu: http://{ADDRESS}:{number}  (Ctrl-C 停止 to stop)")
    uvicorn.Server(settings).run()
