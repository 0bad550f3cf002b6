"""
``shilu due`` and ``shilu surcharge``: the law's arithmetic (期限与加处罚款).
"""

import argparse
import sys
from datetime import date, datetime
from pathlib import Path

import orjson

from domain.calendar import Calendar
from domain.law.calendars import SHIPPED
from domain.law.packs import PACKS, pack_of
from domain.law.silence import LawSilent
from domain.law.statutes import in_english
from domain.law.surcharge import PROVISION, surcharge
from domain.money import NotExact, Unit, to_fen, yuan_text
from domain.periods import Due, due
from domain.procedures.standing import Standing
from infra.ledger import Ledger, has_ledger
from projections.deadlines.reckoning import calendar_of
from services.web.periods import read_start

#: What a command answers when it was asked wrongly, or the law has no answer.
ASKED_WRONGLY = 2


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """
    Add the two commands.
    """
    asked = commands.add_parser(
        "due",
        help="期限何日届满，逐日列出计算 / when a period ends, day by day",
        description="RULE 例如 PN.hearing.request；DATE 例如 2026-09-24，"
        "以小时计的填时刻，例如 2026-09-24T10:20。 "
        "A rule in hours takes a moment instead of a day.",
    )
    asked.add_argument("rule", metavar="RULE")
    asked.add_argument("start", metavar="DATE")
    asked.add_argument(
        "--pack", choices=sorted(PACKS), help="适用的规则包 / rule pack of the place"
    )
    asked.add_argument("--json", action="store_true", help="JSON")
    asked.set_defaults(run=answer_due)
    fined = commands.add_parser(
        "surcharge", help="逾期缴纳罚款的加处罚款 / surcharge on a fine paid late"
    )
    fined.add_argument("--fine", required=True, metavar="YUAN", help="罚款，元 / yuan")
    fined.add_argument(
        "--days", required=True, type=int, metavar="N", help="逾期天数 / days late"
    )
    fined.add_argument("--json", action="store_true", help="JSON")
    fined.set_defaults(run=answer_surcharge)


def answer_due(asked: argparse.Namespace) -> int:
    """
    Print when a period ends.
    """
    pack = pack_of(asked.pack) if asked.pack else None
    try:
        start = read_start(asked.start)
        found = due(
            asked.rule, start, calendar=_calendar(asked.settings.home), pack=pack
        )
    except LawSilent as silent:
        print(f"{silent.zh}\n{silent.en}", file=sys.stderr)
        return ASKED_WRONGLY
    except ValueError:
        print(
            f"“{asked.start}”不是日期或时刻。例如 2026-09-24 或 2026-09-24T10:20。\n"
            f"{asked.start!r} is no day and no moment, such as 2026-09-24.",
            file=sys.stderr,
        )
        return ASKED_WRONGLY
    print(orjson.dumps(as_json(found)).decode() if asked.json else in_words(found))
    return 0


def _calendar(home: Path) -> Calendar:
    """
    Give the calendar of the ledger at home; the one that was shipped where there is no
    ledger, for a question opens none.
    """
    if not has_ledger(home):
        return SHIPPED
    ledger = Ledger(home, law=Standing())
    try:
        return calendar_of(ledger)
    finally:
        ledger.close()


def as_json(found: Due) -> dict[str, object]:
    """
    Say it for a script.
    """
    said: dict[str, object] = {
        "rule": found.rule.id,
        "start": _iso(found.start),
        "due": _iso(found.due),
        "period": found.period.code,
        "provision": found.provision,
        "confidence": found.confidence.code,
    }
    if found.provisional:
        said["provisional"] = True
    for name in ("rolled_from", "earliest", "safe_day"):
        value = getattr(found, name)
        if value is not None:
            said[name] = _iso(value)
    return said


def in_words(found: Due) -> str:
    """
    Say it for a person: the day, the arithmetic, the provision.
    """
    rule = found.rule
    lines = [
        f"{rule.id}  {rule.zh} / {rule.en}",
        f"起算 start   {_iso(found.start)}",
        f"期限 period  {found.period.zh} / {found.period.en}",
    ]
    for step in found.steps:
        count = f"{step.counted:>4}" if step.counted is not None else "    "
        lines.append(f"{count}  {step.day}  {step.note.zh} / {step.note.en}")
    lines.append(f"届满 due     {_iso(found.due)}")
    if found.earliest is not None:
        lines.append(f"最早可办 earliest lawful  {_iso(found.earliest)}")
    if found.safe_day is not None:
        lines.append(
            f"此前最后一个工作日 last working day before  {found.safe_day}"
            "（本机关期限不顺延 / an authority's own limit does not roll）"
        )
    if found.provisional:
        lines.append(f"暂定 provisional: {found.status.zh} / {found.status.en}")
    lines.append(f"依据 under   {found.provision} / {in_english(found.provision)}")
    lines.append(f"可靠程度 confidence  {found.confidence.zh} / {found.confidence.en}")
    return "\n".join(lines)


def answer_surcharge(asked: argparse.Namespace) -> int:
    """
    Print a surcharge.
    """
    try:
        found = surcharge(to_fen(asked.fine, Unit.YUAN), asked.days)
    except NotExact:
        print(
            f"“{asked.fine}”不是以元计、最多两位小数的金额。\n"
            f"{asked.fine!r} is no amount in yuan with at most two decimals.",
            file=sys.stderr,
        )
        return ASKED_WRONGLY
    except ValueError as error:
        print(error, file=sys.stderr)
        return ASKED_WRONGLY
    if asked.json:
        print(orjson.dumps({"surcharge_fen": found, "under": PROVISION}).decode())
    else:
        print(f"加处罚款 surcharge  {yuan_text(found)} 元\n依据 under  {PROVISION}")
    return 0


def _iso(when: date | datetime) -> str:
    if isinstance(when, datetime):
        return when.isoformat(timespec="minutes")
    return when.isoformat()
