"""
``shilu act``, ``people`` and ``token``: the same door as HTTP, from a terminal.
"""

import argparse
import difflib
import sys
from uuid import UUID

import orjson

from domain.acts import ACTS, Act
from domain.refusals import NoSuchCase
from domain.values import day_of
from infra.clock import SystemClock
from infra.ledger import Receipt
from infra.requests import act_named
from services.commandline.homes import (
    DONE,
    AskedWrongly,
    fresh_key,
    house_at_home,
    visitor_named,
)
from services.web.envelope import FILE, request_of


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """
    Add the three commands.
    """
    act = commands.add_parser(
        "act",
        help="办理事项：从标准输入读取 JSON / do an act, its terms as JSON on stdin",
        description="与 HTTP 同一道门 / the same door as HTTP: "
        "shilu act NAME --as PERSON [--file ID] < terms.json",
    )
    act.add_argument("name", metavar="NAME", help="事项名 / name of the act")
    act.add_argument("--as", dest="person", required=True, metavar="PERSON")
    act.add_argument("--file", type=UUID, metavar="ID", help="卷宗编号 / the file")
    act.add_argument("--key", default="", help="幂等键 / idempotency key")
    act.set_defaults(run=do_act)
    people = commands.add_parser(
        "people", help="列出在岗人员 / list who holds which post"
    )
    people.add_argument("--json", action="store_true", help="JSON")
    people.set_defaults(run=list_people)
    token = commands.add_parser(
        "token", help="签发演示令牌 / print a bearer token of a demo person"
    )
    token.add_argument("person", metavar="PERSON")
    token.set_defaults(run=print_token)


def do_act(asked: argparse.Namespace) -> int:
    """
    Do an act and print the receipt.
    """
    declared = _act(asked.name)
    given = _terms(sys.stdin.buffer.read())
    if asked.file is not None:
        given[FILE] = str(asked.file)
    with house_at_home(asked.settings.home) as house:
        visitor = visitor_named(house, asked.person)
        request = request_of(
            declared,
            visitor,
            given,
            key=asked.key or fresh_key(),
            seen=None,
            channel="cli",
        )
        receipt = house.perform(request)
    print(orjson.dumps({"receipt": as_json(receipt)}).decode())
    return DONE


def _act(name: str) -> "Act[..., object]":
    try:
        return act_named(name)
    except NoSuchCase:
        near = difflib.get_close_matches(name, ACTS, n=1)
        zh, en = (
            (f"您是否要办理 {near[0]}？", f" Did you mean {near[0]}?")
            if near
            else ("", "")
        )
        raise AskedWrongly(
            f"没有名为“{name}”的事项。{zh}全部事项见 domain/GLOSSARY.md。",
            f"There is no act {name!r}.{en} All of them are in domain/GLOSSARY.md.",
        ) from None


def _terms(raw: bytes) -> dict[str, object]:
    try:
        given = orjson.loads(raw or b"{}")
    except orjson.JSONDecodeError as error:
        raise AskedWrongly(
            f"标准输入不是 JSON：{error}。", f"Standard input is no JSON: {error}."
        ) from None
    if not isinstance(given, dict):
        raise AskedWrongly(
            "标准输入应为一个 JSON 对象。", "Standard input should be one JSON object."
        )
    return given


def as_json(receipt: Receipt) -> dict[str, object]:
    """
    Write a receipt as the API does.
    """
    return {
        "positions": receipt.positions,
        "facts": receipt.facts,
        "files": {str(file): version for file, version in receipt.files.items()},
        "numbers": dict(receipt.numbers),
    }


def list_people(asked: argparse.Namespace) -> int:
    """
    Print who holds which post, by body.
    """
    with house_at_home(asked.settings.home) as house:
        posts = house.directory.posts_on(day_of(SystemClock().now()))
        names = house.names_of([p.subject for p in posts if p.subject])
        if asked.json:
            told = [
                {
                    "login": post.login,
                    "role": post.role.code,
                    "body": str(post.body),
                    "person": str(post.person),
                }
                for post in posts
            ]
            print(orjson.dumps(told).decode())
            return DONE
        for post in posts:
            name = names.get(post.subject, "") if post.subject else ""
            line = (post.login, name, post.role.zh, post.role.en, post.body_name)
            print("\t".join(line))
        if not posts:
            print("账本里还没有人员。/ There is nobody in the ledger yet.")
    return DONE


def print_token(asked: argparse.Namespace) -> int:
    """
    Print a bearer token.
    """
    with house_at_home(asked.settings.home) as house:
        visitor = visitor_named(house, asked.person)
        print(house.issuer.token(visitor.actor))
    return DONE
