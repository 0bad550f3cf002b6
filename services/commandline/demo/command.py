"""
``shilu demo``: fill an empty home with the demonstration city (生成演示城市).
"""

import argparse
import sys
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from time import perf_counter
from typing import Final, TextIO

from domain.values import OFFICE_ZONE
from services.commandline.demo.making import FiguresWrong, Made
from services.commandline.demo.moving import settle_city
from services.commandline.homes import DONE, AskedWrongly
from services.web.house import House

ENTERPRISES: Final = 24
YEARS: Final = 1
SEED: Final = 1

_BAR_WIDTH: Final = 30


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """
    Add the command.
    """
    demo = commands.add_parser(
        "demo",
        help="在空目录中生成演示城市 / fill an empty home with a made-up city",
        description="全部数据为虚构，逐项办理事项生成；种子和截止日相同则事实相同。 "
        "All data are made up, and come from acts; the same seed and last day give the "
        "same facts.",
    )
    demo.add_argument(
        "--enterprises",
        type=int,
        default=ENTERPRISES,
        metavar="N",
        help="企业数，缺省 %(default)s / how many enterprises",
    )
    demo.add_argument(
        "--years",
        type=int,
        default=YEARS,
        metavar="Y",
        help="年数，缺省 %(default)s / how many years",
    )
    demo.add_argument(
        "--seed",
        type=int,
        default=SEED,
        metavar="S",
        help="随机种子，缺省 %(default)s / seed of the dice",
    )
    demo.add_argument(
        "--until",
        metavar="DAY",
        help="截止日，例如 2026-09-24，缺省为今天 / last day, today by default",
    )
    demo.set_defaults(run=make)


def make(asked: argparse.Namespace) -> int:
    """
    Make the city, and say how fast it went.
    """
    until = _day(asked.until) if asked.until else None
    home: Path = asked.settings.home
    bar = Bar(sys.stderr)
    try:
        made = settle_city(
            home,
            enterprises=asked.enterprises,
            years=asked.years,
            seed=asked.seed,
            until=until,
            progress=bar,
        )
    except FiguresWrong as wrong:
        raise AskedWrongly(wrong.zh, wrong.en) from wrong
    finally:
        bar.end()
    _tell(made, bar.seconds)
    with closing(House(home)) as house:
        house.catch_up()
    print(
        f"演示城市已生成：{home}。启动：shilu serve；人员：shilu people\n"
        f"The city is in {home}; start it with `shilu serve`."
    )
    return DONE


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise AskedWrongly(
            f"“{text}”不是日期。例如 2026-09-24。",
            f"{text!r} is no day, such as 2026-09-24.",
        ) from None


def _tell(made: Made, seconds: float) -> None:
    acts = sum(made.acts.values())
    rate = acts / seconds if seconds else 0
    print(
        f"{acts} 项事项（{len(made.acts)} 种），{made.facts} 条事实，"
        f"{seconds:.1f} 秒，每秒 {rate:.0f} 项\n"
        f"{acts} acts of {len(made.acts)} kinds, {made.facts} facts, "
        f"{seconds:.1f} s, {rate:.0f} acts/s",
        file=sys.stderr,
    )


class Bar:
    """
    A progress bar of the years that are told (进度条).
    """

    def __init__(self, stream: TextIO) -> None:
        """
        Begin now.

        Args:
            stream: Where it is shown; on none but a terminal it stays silent.
        """
        self._stream = stream
        self._began = perf_counter()
        self.seconds = 0.0

    def __call__(self, acts: int, now: datetime, share: float) -> None:
        """
        Show how far it is.
        """
        self.seconds = perf_counter() - self._began
        if not self._stream.isatty():
            return
        full = round(share * _BAR_WIDTH)
        rate = acts / self.seconds if self.seconds else 0
        self._stream.write(
            f"\r[{'█' * full}{'·' * (_BAR_WIDTH - full)}] "
            f"{now.astimezone(OFFICE_ZONE).date()}  {acts} 项 acts  {rate:.0f}/s "
        )
        self._stream.flush()

    def end(self) -> None:
        """
        Leave the line.
        """
        self.seconds = perf_counter() - self._began
        if self._stream.isatty():
            self._stream.write("\n")
