"""
``shilu init``: open a real ledger (开立正式账本).
"""

import argparse
import sys
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from domain.base import Actor, Role
from domain.values import Personal, day_of
from infra.clock import SystemClock
from infra.ledger import Receipt, Request
from infra.requests import act_named
from services.commandline.homes import (
    DONE,
    AskedWrongly,
    home,
    open_ledger,
)
from services.web.house import House
from services.web.intake import Intake

_OPERATOR = Actor(Role.OPERATOR)


@dataclass(frozen=True)
class Question:
    """
    What has to be known to open a ledger.

    Args:
        option: The option that answers it.
        zh: The question in Chinese.
        en: The same in English.
        by_default: Taken for an empty answer; none, if it must be answered.
    """

    option: str
    zh: str
    en: str
    by_default: str | None = None


QUESTIONS = (
    Question("deployment", "部署名称", "name of the deployment"),
    Question(
        "region", "辖区根的行政区划代码（六位）", "region of the root, six digits"
    ),
    Question("body", "首个机构的全称", "full name of the first body"),
    Question("level", "该机构的层级", "its level", "prefecture"),
    Question("region-word", "文号中的地区简称", "region word of its document numbers"),
    Question("agency-word", "文号中的机关代字", "agency word", "应急"),
    Question("review-body", "行政复议机关", "its review authority"),
    Question("court", "行政诉讼管辖法院", "the court where it is sued"),
)


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """
    Add the command.
    """
    init = commands.add_parser(
        "init",
        help="开立正式账本：部署、辖区、首个机构和人员 / open a real ledger",
        description="未给出的选项会逐项询问 / what is not given as an option is asked.",
    )
    for each in QUESTIONS:
        init.add_argument(f"--{each.option}", help=f"{each.zh} / {each.en}")
    init.add_argument(
        "--person",
        action="append",
        default=[],
        metavar="LOGIN:NAME:ROLE[,ROLE]",
        help="首批人员，至少一名 clerk / first people, a clerk among them",
    )
    init.set_defaults(run=found)


def found(asked: argparse.Namespace) -> int:
    """
    Open a real ledger with its first body and people, in one commit.
    """
    house = House(home())
    try:
        if house.ledger.recorder.head:
            raise AskedWrongly(
                f"{house.home} 中已有账本，不能再次开立。",
                f"There is a ledger in {house.home} already.",
            )
        answers = {each.option: _answer(asked, each) for each in QUESTIONS}
        people = [_person(text) for text in asked.person or _ask_people()]
        if not any(Role.CLERK in roles for _, _, roles in people):
            raise AskedWrongly(
                "至少要有一名 clerk（档案文书人员），由其登记其他机构和人员。",
                "One of the people must be a clerk, who enters everybody else.",
            )
        with house.ledger.together():
            _record(house, answers, people)
        house.issuer.offer()
        house.catch_up()
        print(
            f"已开立正式账本：{house.home}。启动：shilu serve\n"
            "The ledger is open; start with: shilu serve"
        )
    finally:
        house.close()
    return DONE


def _answer(asked: argparse.Namespace, question: Question) -> str:
    given: str | None = getattr(asked, question.option.replace("-", "_"))
    if given is None and sys.stdin.isatty():
        shown = f" [{question.by_default}]" if question.by_default else ""
        given = input(f"{question.zh} / {question.en}{shown}: ").strip()
    answer = given or question.by_default
    if not answer:
        raise AskedWrongly(
            f"缺少 --{question.option}（{question.zh}）。",
            f"--{question.option} is missing ({question.en}).",
        )
    return answer


def _ask_people() -> list[str]:
    if not sys.stdin.isatty():
        return []
    print("首批人员，每行“账号:姓名:岗位[,岗位]”，空行结束 / first people, one a line:")
    return list(iter(lambda: input("> ").strip(), ""))


def _person(text: str) -> tuple[str, str, tuple[Role, ...]]:
    login, _, rest = text.partition(":")
    name, _, codes = rest.partition(":")
    roles = {role.code: role for role in Role}
    named = [code.strip() for code in codes.split(",") if code.strip()]
    if not login or not name or not named or not set(named) <= set(roles):
        raise AskedWrongly(
            f"“{text}”应写成 账号:姓名:岗位，岗位为 {'、'.join(sorted(roles))} 之一。",
            f"{text!r} should be LOGIN:NAME:ROLE, the role one of those above.",
        )
    return login, name, tuple(roles[code] for code in named)


def _record(
    house: House,
    answers: dict[str, str],
    people: list[tuple[str, str, tuple[Role, ...]]],
) -> None:
    open_ledger(
        house,
        name=answers["deployment"],
        region=answers["region"],
        demonstration=False,
    )
    today = day_of(SystemClock().now())
    body = _opened(_register(house, answers, today))
    posts: list[tuple[str, UUID, Role]] = []
    for login, name, roles in people:
        who = {"name": Personal(name), "body": body, "login": login}
        person = _opened(_do(house, "enrol-officer", who, key=f"person/{login}"))
        posts += [(login, person, role) for role in roles]
    # The operator sets up only what has no clerk yet; the first clerk does the rest.
    posts.sort(key=lambda post: post[2] is Role.CLERK)
    by = _OPERATOR
    for login, person, role in posts:
        post = {"role": role, "body": body, "since_on": today}
        key = f"post/{login}/{role.code}"
        _do(house, "assign-officer-role", post, key=key, file=person, by=by)
        if role is Role.CLERK:
            by = Actor(Role.CLERK, person, body)


def _register(house: House, answers: dict[str, str], today: date) -> Receipt:
    given = {
        "body_kind": "regulator",
        "level": answers["level"],
        "region": answers["region"],
        "since_on": today.isoformat(),
        "identity": {
            "name": answers["body"],
            "region_word": answers["region-word"],
            "agency_word": answers["agency-word"],
            "review_body": answers["review-body"],
            "court": answers["court"],
        },
    }
    terms = Intake().terms(act_named("register-body").terms, given)
    return _do(house, "register-body", terms, key="body")


def _do(
    house: House,
    act: str,
    terms: dict[str, object],
    *,
    key: str,
    file: UUID | None = None,
    by: Actor = _OPERATOR,
) -> Receipt:
    request = Request(act, by, f"init/{key}", terms, file, channel="cli")
    return house.ledger.perform(request)


def _opened(receipt: Receipt) -> UUID:
    return next(iter(receipt.files))
