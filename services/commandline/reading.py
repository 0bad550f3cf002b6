"""
``shilu facts``, ``trace``, ``feed``, ``rebuild`` and ``doctor``: what the ledger holds.
"""

import argparse
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from uuid import UUID

import orjson

from domain.base import Audience, Role
from domain.values import day_of
from infra.clock import SystemClock
from infra.questions import ROWS_MAX, Ask, Page, Reader
from infra.read_model import MODELS
from infra.transcoding import RESTRICTED_TOPIC, Stored
from services.commandline.arguments import position
from services.commandline.homes import (
    ASKED_WRONGLY,
    DONE,
    FAILED,
    AskedWrongly,
    house_at_home,
)
from services.disclosure.delta import QUESTION, deltas
from services.web import labels
from services.web.house import House

#: What whoever runs this machine reads: everything but what is restricted.
AUDIENCES = frozenset((Audience.PUBLIC, Audience.OFFICE))

#: How many facts are read at a time.
PAGE = 1000


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """
    Add the five commands.
    """
    facts = commands.add_parser(
        "facts", help="按序输出事实的原始字节 / print the stored facts, one a line"
    )
    facts.add_argument("--from", dest="first", type=position, default=1, metavar="P")
    facts.add_argument("--thread", type=UUID, metavar="T")
    facts.set_defaults(run=print_facts)
    trace = commands.add_parser(
        "trace", help="追溯一条线索或一家企业 / trace a thread, or an enterprise"
    )
    trace.add_argument("what", metavar="THREAD|USCC")
    trace.add_argument("--json", action="store_true", help="JSON")
    trace.set_defaults(run=print_trace)
    feed = commands.add_parser(
        "feed",
        help="输出某序位之后的公开动态 / print what changed in public, one a line",
    )
    feed.add_argument("--from", dest="start", type=position, default=0, metavar="P")
    feed.set_defaults(run=print_feed)
    rebuild = commands.add_parser(
        "rebuild", help="重建查询模型并核对 / rebuild a read model and compare"
    )
    rebuild.add_argument("name", nargs="?", metavar="NAME", choices=sorted(MODELS))
    rebuild.add_argument("--all", action="store_true", help="全部 / every one")
    rebuild.set_defaults(run=rebuild_models)
    doctor = commands.add_parser(
        "doctor", help="检查账本是否完好 / check that all is well"
    )
    doctor.set_defaults(run=examine)


def operator(house: House) -> Reader:
    """
    Read as the operator of this machine does: everything but what is restricted.
    """
    bodies = frozenset(house.directory.tree_on(day_of(SystemClock().now())))
    return Reader(Role.OPERATOR, bodies=bodies, audiences=AUDIENCES)


def print_facts(asked: argparse.Namespace) -> int:
    """
    Print the stored bytes in order of position.

    Of a restricted fact they say no more than that it is there; one that is for another
    audience, and not restricted, is left out, and its position is named (D26).
    """
    with house_at_home(asked.settings.home) as house:
        recorder, after = house.ledger.recorder, max(0, asked.first - 1)
        while found := recorder.facts(after=after, limit=PAGE, thread=asked.thread):
            for stored in found:
                if _is_readable(stored):
                    sys.stdout.buffer.write(stored.stored + b"\n")
                    continue
                print(
                    f"序位 {stored.position} 的事实不对您公开。/ "
                    f"The fact at {stored.position} is for another audience.",
                    file=sys.stderr,
                )
            after = found[-1].position
        sys.stdout.buffer.flush()
    return DONE


def _is_readable(stored: Stored) -> bool:
    audience = orjson.loads(stored.state)["audience"]
    is_restricted = stored.topic == RESTRICTED_TOPIC
    return is_restricted or audience in {each.code for each in AUDIENCES}


def print_trace(asked: argparse.Namespace) -> int:
    """
    Print every fact of a thread, or of every thread about an enterprise.
    """
    with house_at_home(asked.settings.home) as house:
        ask = Ask(operator(house), limit=500)
        question, named = _traced(house, ask, asked.what)
        rows = [
            row for page in house.pages(question, ask, **named) for row in page.rows
        ]
    if not rows:
        raise AskedWrongly(
            f"查无此线索：{asked.what}。", f"There is no such thread: {asked.what}."
        )
    if asked.json:
        print(orjson.dumps({**_texts(named), "facts": rows}).decode())
        return DONE
    for row in rows:
        words = labels.fact(str(row["topic"]))
        late = "  补录 late" if row["known"] == "late" else ""
        print(
            f"{row['position']:>6}  {row['day']}  {words.zh} / {words.en}"
            f"  [{row['provision']}]{late}"
        )
    return DONE


def print_feed(asked: argparse.Namespace) -> int:
    """
    Print what everybody is told of changes in public after a position, oldest first.
    """
    with house_at_home(asked.settings.home) as house:

        def after(start: int) -> Page:
            ask = Ask(Reader(Role.PUBLIC), limit=ROWS_MAX)
            return house.ask(QUESTION, ask, after=start)

        for delta in deltas(max(0, asked.start), after):
            sys.stdout.buffer.write(delta.lines)
        sys.stdout.buffer.flush()
    return DONE


def _traced(house: House, ask: Ask, what: str) -> tuple[str, dict[str, UUID]]:
    """
    Say what is asked: the trace of a thread, or the history of an enterprise, by the
    file that leads where several were joined.
    """
    try:
        return "trace", {"thread": UUID(what)}
    except ValueError:
        found = house.ledger.recorder.holder(f"uscc/{what.strip().upper()}")
    if found is None:
        raise AskedWrongly(
            f"“{what}”既不是线索编号，也不是在册企业的统一社会信用代码。",
            f"{what!r} is neither a thread nor the code of an enterprise on file.",
        )
    while leading := house.leading(ask, found):
        found = leading
    return "enterprise-history", {"enterprise": found}


def _texts(named: Mapping[str, UUID]) -> dict[str, str]:
    return {name: str(file) for name, file in named.items()}


def rebuild_models(asked: argparse.Namespace) -> int:
    """
    Rebuild read models, and print the digest of each before and after.
    """
    if asked.all == bool(asked.name):
        print(
            "请指定一个查询模型，或者用 --all。\nName one read model, or use --all.",
            file=sys.stderr,
        )
        return ASKED_WRONGLY
    differ = False
    with (
        house_at_home(asked.settings.home) as house,
        tempfile.TemporaryDirectory() as spare,
    ):
        for name in sorted(MODELS) if asked.all else [asked.name]:
            model = MODELS[name](Path(spare), house.ledger.vault.of_fact)
            before, after = house.projector.rebuild(name, model)
            model.close()
            same = before == after
            differ |= not same
            print(f"{name}\t{after}\t{'一致 equal' if same else '已更正 replaced'}")
    return FAILED if differ else DONE


def examine(asked: argparse.Namespace) -> int:
    """
    Check positions, replay and read models, and say what was found.
    """
    with house_at_home(asked.settings.home, opening=False) as house:
        wrong = [*_gaps(house), *_behind(house)]
        head = house.ledger.recorder.head
        kind = "演示 demonstration" if house.ledger.demonstration else "正式 real"
        print(f"账本 ledger: {house.home}  {kind if head else '空 empty'}")
        print(f"事实 facts: {head}")
        for line in wrong:
            print(line)
        print("完好 all is well" if not wrong else "请按上述提示处理 see above")
    return FAILED if wrong else DONE


def _gaps(house: House) -> list[str]:
    expected = 1
    after = 0
    while found := house.ledger.recorder.facts(after=after, limit=PAGE):
        for stored in found:
            house.ledger.mapper.to_domain_event(stored)
            if stored.position != expected:
                return [f"序位 {expected} 缺失 / position {expected} is missing"]
            expected += 1
        after = found[-1].position
    return []


def _behind(house: House) -> list[str]:
    return [
        f"查询模型 {name} 停在 {at.position}：{at.poison} / read model has stopped"
        for name, at in house.progress().items()
        if at.poison or at.position < at.head
    ]
