"""
``shilu next``: what can be done next in a thread, by whom, and what is missing for it.
"""

import argparse
from collections.abc import Iterable
from uuid import UUID

import orjson

from domain.refusals import NoSuchCase
from domain.values import day_of
from infra.clock import SystemClock
from projections.directory import Post
from services.commandline.homes import (
    DONE,
    AskedWrongly,
    house_at_home,
    visitor_named,
)
from services.web import labels
from services.web.acts import lacking
from services.web.house import House
from services.web.steps import Step, next_steps


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """
    Add the command.
    """
    asked = commands.add_parser(
        "next",
        help="一条线索下一步可办什么，还缺什么 / what can be done next in a thread",
        description="列出可办事项和尚缺条件及其依据 / acts that are open, what the "
        "others lack and under which provision.",
    )
    asked.add_argument("thread", type=UUID, metavar="THREAD")
    asked.add_argument(
        "--as", dest="person", metavar="PERSON", help="某人 / one person"
    )
    asked.add_argument("--json", action="store_true", help="JSON")
    asked.set_defaults(run=print_steps)


def print_steps(asked: argparse.Namespace) -> int:
    """
    Print the next lawful steps of a thread.
    """
    with house_at_home(asked.settings.home) as house:
        try:
            steps = next_steps(house, asked.thread, _posts(house, asked.person))
        except NoSuchCase:
            raise AskedWrongly(
                f"查无此线索：{asked.thread}。",
                f"There is no such thread: {asked.thread}.",
            ) from None
    if asked.json:
        said = {"thread": str(asked.thread), "next": [as_json(step) for step in steps]}
        print(orjson.dumps(said).decode())
        return DONE
    for line in _lines(steps):
        print(line)
    return DONE


def _posts(house: House, person: str | None) -> Iterable[Post]:
    if person is None:
        return house.directory.posts_on(day_of(SystemClock().now()))
    post = visitor_named(house, person).post
    return (post,) if post else ()


def as_json(step: Step) -> dict[str, object]:
    """
    Write a step as JSON carries it.
    """
    said = step.act.said
    return {
        "act": step.act.name,
        "zh": said.zh,
        "en": said.en,
        "under": said.under,
        "file": str(step.file),
        "kind": step.kind.TOPIC,
        "next_step": step.comes_next.zh if step.comes_next else None,
        "open": step.is_open,
        "missing": [lacking(refused) for refused in step.missing],
        "fields": step.fields,
        "people": step.people,
    }


def _lines(steps: Iterable[Step]) -> Iterable[str]:
    for step in steps:
        said, mark = step.act.said, "可办 open" if step.is_open else "尚缺 lacks"
        where = f"{step.act.name}, {step.kind.ZH} {str(step.file)[:8]}"
        yield f"[{mark}] {said.zh} / {said.en}  ({where})  [{said.under}]"
        if step.comes_next:
            yield f"      下一步 next: {step.comes_next.zh} / {step.comes_next.en}"
        for refused in step.missing:
            zh, en = (labels.sentence(refused, tongue) for tongue in ("zh", "en"))
            yield f"      {zh} / {en}  [{refused.under}]"
        if step.is_open:
            fields = "、".join(step.fields) or "—"
            yield f"      填写 fields: {fields}；人员 people: {' '.join(step.people)}"
