"""
The home of a ledger (``SHILU_HOME``), and the people who act from the command line.
"""

import os
import secrets
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import orjson

from domain.base import Actor, Role
from domain.values import day_of
from infra.clock import SystemClock
from infra.failures import Failure
from infra.ledger import Request
from infra.questions import Reader
from services.web.gate import Visitor
from services.web.house import House
from services.web.problems import problem_of

#: What a command answers: done, refused or failed, asked wrongly, some rows rejected.
DONE, FAILED, ASKED_WRONGLY, SOME_REJECTED = 0, 1, 2, 3

HOME = "SHILU_HOME"
PORT = "SHILU_PORT"
PORT_BY_DEFAULT = 8000

#: Where a home lies if nothing else is said.
HOME_BY_DEFAULT = Path("var")

#: The root of the jurisdiction of a ledger that nobody set up: the whole country.
NATIONWIDE = "000000"


class AskedWrongly(Exception):
    """
    A command that cannot be done as it was asked.

    Args:
        zh: What is wrong and what to do, in Chinese.
        en: The same in English.
    """

    def __init__(self, zh: str, en: str) -> None:
        """
        Say it in both languages.
        """
        super().__init__(f"{zh}\n{en}")


def home() -> Path:
    """
    Name the folder that holds all state.
    """
    return Path(os.environ.get(HOME) or HOME_BY_DEFAULT)


def port() -> int:
    """
    Name the port to serve on.

    Raises:
        AskedWrongly: If the setting is no port.
    """
    text = os.environ.get(PORT) or str(PORT_BY_DEFAULT)
    if not text.isdigit() or not 0 < int(text) < 2**16:
        raise AskedWrongly(
            f"{PORT} 应为 1 至 65535 的数字，现为“{text}”。",
            f"{PORT} should be a number from 1 to 65535; it is {text!r}.",
        )
    return int(text)


@contextmanager
def house_at_home(*, opening: bool = True) -> Iterator[House]:
    """
    Open the house of ``SHILU_HOME``; an empty home becomes a demonstration ledger.

    Args:
        opening: Whether an empty home is opened at all.
    """
    house = House(home())
    try:
        if opening and not house.ledger.recorder.head:
            open_demonstration(house)
        house.catch_up()
        yield house
    finally:
        house.close()


def open_demonstration(house: House) -> None:
    """
    Open an empty home as a demonstration ledger without data, and say so.
    """
    open_ledger(house, name="演示账本", region=NATIONWIDE, demonstration=True)
    print(
        f"{house.home} 是空的，已开立为演示账本（无数据）。"
        "正式账本请用 shilu init 开立。\n"
        f"{house.home} was empty and is now a demonstration ledger without data; "
        "use `shilu init` for a real one.",
        file=sys.stderr,
    )


def open_ledger(house: House, *, name: str, region: str, demonstration: bool) -> None:
    """
    Record the first fact of a ledger.
    """
    terms: Mapping[str, object] = {
        "deployment": str(house.ledger.deployment),
        "name": name,
        "region": region,
        "demonstration": demonstration,
    }
    actor = Actor(Role.OPERATOR)
    request = Request("open-ledger", actor, "open-ledger", terms, channel="cli")
    house.perform(request)


def visitor_named(house: House, name: str) -> Visitor:
    """
    Find who acts, by account or by the id of their file.

    Raises:
        AskedWrongly: If nobody goes by that name, or several posts do.
    """
    if name == Role.OPERATOR.code:
        return Visitor(Reader(Role.OPERATOR), house.issuer.read(_token(house)))
    login, _, role = name.partition(":")
    today = day_of(SystemClock().now())
    posts = [
        post
        for post in house.directory.posts_on(today)
        if login in (post.login, str(post.person)) and role in ("", post.role.code)
    ]
    if not posts:
        raise AskedWrongly(
            f"没有名为“{name}”的在岗人员。可用 shilu people 查看。",
            f"Nobody in office goes by {name!r}; see `shilu people`.",
        )
    post = posts[0]
    reader = house.directory.reader(post.actor, today)
    session = house.issuer.read(house.issuer.token(post.actor))
    return Visitor(reader, session, post, house.name_of(post.subject))


def _token(house: House) -> str:
    return house.issuer.token(Actor(Role.OPERATOR))


def fresh_key() -> str:
    """
    Make an idempotency key for a command that was given none.
    """
    return secrets.token_urlsafe(16)


def tell(error: Exception) -> int:
    """
    Write on standard error why something was not done, as problem details.

    Returns:
        The exit code.
    """
    problem = problem_of(error)
    said: dict[str, object] = {
        "code": problem.code,
        "status": problem.status,
        "zh": problem.detail[0],
        "en": problem.detail[1],
    }
    if problem.under:
        said["under"] = problem.under
    if problem.errors:
        said["errors"] = problem.errors
    print(orjson.dumps(said).decode(), file=sys.stderr)
    malformed = not isinstance(error, Failure) and bool(problem.errors)
    return ASKED_WRONGLY if malformed else FAILED
