"""
``shilu init``: open a real ledger (开立正式账本).
"""

import argparse
import sys
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from domain.base import Role
from domain.jurisdictions import Level
from infra.ledger import LEDGER
from services.commandline.founding import FirstBody, FirstPerson, Founder, Founding
from services.commandline.homes import DONE, AskedWrongly
from services.web.house import House

#: Key of the body that is asked for; others are given as options.
_BODY = "body"
_PARTS = 4


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
        metavar="LOGIN:NAME:ROLE[,ROLE][@KEY]",
        help="首批人员，至少一名 clerk；@KEY 指其他机构 / first people, a clerk among "
        "them; @KEY for another body",
    )
    init.add_argument(
        "--more-body",
        action="append",
        default=[],
        metavar="KEY:NAME:LEVEL:REGION[:ABOVE]",
        help="其他首批机构，ABOVE 为上级的 KEY，不写即首个机构 / further first bodies, "
        "ABOVE the key of the one above, the first body by default",
    )
    init.set_defaults(run=found)


def found(asked: argparse.Namespace) -> int:
    """
    Open a real ledger with its first body and people, in one commit.
    """
    home: Path = asked.settings.home
    if (home / LEDGER).exists():
        with closing(House(home)) as house:
            _refuse_taken(house)
    founding = _asked_for(asked)
    with closing(House(home)) as house:
        with house.ledger.together():
            _refuse_taken(house)
            Founder(house, founding).found()
        house.issuer.offer()
        house.catch_up()
    print(
        f"已开立正式账本：{home}。启动：shilu serve\n"
        "The ledger is open; start with: shilu serve"
    )
    return DONE


def _refuse_taken(house: House) -> None:
    if not house.ledger.recorder.head:
        return
    raise AskedWrongly(
        f"{house.home} 中已有账本，不能再次开立。请将 SHILU_HOME 指向空目录，"
        "或先移走该目录。",
        f"There is a ledger in {house.home} already. Point SHILU_HOME at an empty "
        "folder, or move this one.",
    )


def _asked_for(asked: argparse.Namespace) -> Founding:
    answers = {each.option: _answer(asked, each) for each in QUESTIONS}
    more: dict[str, FirstBody] = {}
    for text in asked.more_body:
        further = _body(text, {_BODY, *more})
        more[further.key] = further
    keys = {_BODY, *more}
    people = tuple(_person(text, keys) for text in asked.person or _ask_people())
    if not any(Role.CLERK in person.roles for person in people):
        raise AskedWrongly(
            "至少要有一名 clerk（档案文书人员），由其登记其他机构和人员。",
            "One of the people must be a clerk, who enters everybody else.",
        )
    papers = {
        "region_word": answers["region-word"],
        "agency_word": answers["agency-word"],
        "review_body": answers["review-body"],
        "court": answers["court"],
    }
    body = FirstBody(
        _BODY,
        answers["body"],
        "regulator",
        answers["level"],
        answers["region"],
        papers=papers,
    )
    return Founding(
        name=answers["deployment"],
        region=answers["region"],
        demonstration=False,
        bodies=(body, *more.values()),
        people=people,
    )


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


def _body(text: str, known: set[str]) -> FirstBody:
    """
    Read a further body; the one above it is among those that are known.
    """
    key, *said = (part.strip() for part in text.split(":"))
    above = said.pop() if len(said) == _PARTS else _BODY
    levels = [level.code for level in Level]
    is_whole = len(said) == _PARTS - 1 and key and all(said)
    if not is_whole or said[1] not in levels or above not in known or key in known:
        raise AskedWrongly(
            f"“{text}”应写成 KEY:全称:层级:区划[:上级的 KEY]，层级为 "
            f"{'、'.join(levels)} 之一，上级为 {'、'.join(sorted(known))} 之一，"
            "KEY 不得重复。",
            f"{text!r} should be KEY:NAME:LEVEL:REGION[:ABOVE]; the level, and the key "
            "of the body above, one of those named above, and the key a new one.",
        )
    name, level, region = said
    return FirstBody(key, name, "regulator", level, region, above=above)


def _person(text: str, bodies: set[str]) -> FirstPerson:
    said, _, body = text.partition("@")
    login, _, rest = said.partition(":")
    name, _, codes = rest.partition(":")
    body = body.strip() or _BODY
    if body not in bodies:
        raise AskedWrongly(
            f"“{text}”中 @ 之后应为 {'、'.join(sorted(bodies))} 之一。",
            f"What follows @ in {text!r} should be the key of one of the bodies.",
        )
    roles = {role.code: role for role in Role}
    named = [code.strip() for code in codes.split(",") if code.strip()]
    if not login or not name or not named or not set(named) <= set(roles):
        raise AskedWrongly(
            f"“{text}”应写成 账号:姓名:岗位，岗位为 {'、'.join(sorted(roles))} 之一。",
            f"{text!r} should be LOGIN:NAME:ROLE, the role one of those above.",
        )
    return FirstPerson(login, name, tuple(roles[code] for code in named), body)
