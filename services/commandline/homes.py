"""
The home of a ledger (``SHILU_HOME``), and the people who act from the command line.
"""

import secrets
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import orjson

from domain.base import Actor, Role
from domain.values import day_of
from infra.clock import SystemClock
from infra.failures import Failure, Unavailable
from infra.questions import Reader
from services.commandline.demonstration import is_unfounded, open_demonstration
from services.web.gate import Visitor
from services.web.house import House
from services.web.problems import problem_of

#: What a command answers: done, refused or failed, asked wrongly, some rows rejected.
DONE, FAILED, ASKED_WRONGLY, SOME_REJECTED = 0, 1, 2, 3


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


@contextmanager
def house_at_home(home: Path, *, opening: bool = True) -> Iterator[House]:
    """
    Open the house of a home; an empty one becomes a demonstration ledger.

    Args:
        home: ``SHILU_HOME``.
        opening: Whether an empty home is opened at all.
    """
    house = House(home)
    try:
        if opening:
            if is_unfounded(house.ledger):
                open_demonstration(house)
            _bring_up(house)
        else:
            house.catch_up()
        yield house
    finally:
        house.close()


def _bring_up(house: House) -> None:
    """
    Have the read models know what the ledger holds, before they are asked.

    Raises:
        Unavailable: If one cannot take it in, as on a full disk.
    """
    if not house.catch_up():
        house.settle(house.ledger.recorder.head)  # another process is at it
        return
    late = [
        name
        for name, at in house.progress().items()
        if at.position < at.head and not at.poison
    ]
    if late:
        raise Unavailable(
            f"查询模型 {'、'.join(late)} 没有跟上账本，不能作答。"
            "请检查磁盘空间和权限后重试。",
            f"The read models {', '.join(late)} have not taken in what the ledger "
            "holds; check disk space and permissions, then try again.",
        )


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
    Write on standard error why something was not done: to a person in words, to a
    program as problem details.

    Returns:
        The exit code.
    """
    problem = problem_of(error)
    malformed = not isinstance(error, Failure) and bool(problem.errors)
    code = ASKED_WRONGLY if malformed else FAILED
    if sys.stderr.isatty():
        under = f" [{problem.under}]" if problem.under else ""
        print(f"{problem.detail[0]}{under}\n{problem.detail[1]}", file=sys.stderr)
        return code
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
    return code


def tell_of_system(error: OSError) -> int:
    """
    Write on standard error what the system would not do: write a file, or read one.

    Returns:
        The exit code.
    """
    reason = error.strerror or type(error).__name__
    zh, en = (
        (f"“{error.filename}”", str(error.filename))
        if error.filename
        else ("文件或输出", "a file or the output")
    )
    print(
        f"没有完成对{zh}的读写（{reason}）。请检查磁盘空间和权限后重试。\n"
        f"Reading or writing {en} failed ({reason}); check disk space and "
        "permissions, then try again.",
        file=sys.stderr,
    )
    return FAILED
