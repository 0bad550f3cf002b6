"""
``shilu list``: who is on the black or the red list on a day, as known at a moment.
"""

import argparse
from collections.abc import Iterable, Mapping
from datetime import date

import orjson

from domain.values import day_of
from infra.clock import SystemClock
from infra.questions import ROWS_MAX, Ask
from infra.tables_of_rows import Value
from services.commandline.homes import DONE, house_at_home
from services.commandline.reading import operator
from services.web.asking import position_in
from services.web.house import House

#: The question that each list answers to.
QUESTIONS = {"black": "black-list", "red": "red-list"}

#: What is told of an entry.
_TOLD = ("party_name", "uscc", "listed_on", "until_on", "list_ground", "entry")


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """
    Add the command.
    """
    asked = commands.add_parser(
        "list",
        help="某日的黑名单或者红名单 / who is on a list on a day",
        description="列出某日在名单上的单位；--known 为截至何时已知。 Who is on the "
        "list on a day; --known says as of which knowledge: a moment, a day or a "
        "position.",
    )
    asked.add_argument("colour", choices=sorted(QUESTIONS))
    asked.add_argument(
        "--on", type=day, metavar="DAY", help="所问日期，缺省今天 / today by default"
    )
    asked.add_argument(
        "--known",
        default="",
        metavar="MOMENT",
        help="截至何时已知，缺省现在 / as known then; now by default",
    )
    asked.add_argument("--json", action="store_true", help="JSON")
    asked.set_defaults(run=print_list)


def day(text: str) -> date:
    """
    Read a day.

    Raises:
        ValueError: If it is none.
    """
    return date.fromisoformat(text)


def print_list(asked: argparse.Namespace) -> int:
    """
    Print the entries of a list, by the day of the listing.
    """
    on = asked.on or day_of(SystemClock().now())
    with house_at_home(asked.settings.home) as house:
        known_at = position_in(house, asked.known)
        ask = Ask(operator(house), on, known_at, limit=ROWS_MAX)
        pages = house.pages(QUESTIONS[asked.colour], ask)
        rows = [_named(house, row) for page in pages for row in page.rows]
    if asked.json:
        said = {
            "list": asked.colour,
            "on": on.isoformat(),
            "known_at": known_at,
            "entries": rows,
        }
        print(orjson.dumps(said).decode())
        return DONE
    for line in _lines(rows, on):
        print(line)
    return DONE


def _named(house: House, row: Mapping[str, Value]) -> dict[str, Value]:
    """
    Tell of an entry whose it is: by the name that is shown, or by that on file; a
    person is not named here.
    """
    told = {name: row.get(name) for name in (*_TOLD, "enterprise", "record")}
    enterprise = row.get("enterprise")
    if not told["party_name"] and enterprise:
        ask = Ask(operator(house), limit=1)
        found = house.rows_of("enterprises", ask, [str(enterprise)]).rows
        told["party_name"] = found[0]["name"] if found else None
        told["uscc"] = found[0]["uscc"] if found else None
    return {name: value for name, value in told.items() if value not in (None, "")}


def _lines(rows: Iterable[Mapping[str, Value]], on: date) -> Iterable[str]:
    count = 0
    for row in rows:
        count += 1
        until = row.get("until_on", "—")
        name = row.get("party_name", "（自然人 a person）")
        yield f"{row.get('listed_on', '—')} – {until}  {name}  {row.get('uscc', '')}"
    if not count:
        yield f"{on} 没有单位在该名单上。/ Nobody is on that list on {on}."
