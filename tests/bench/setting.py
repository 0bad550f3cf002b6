"""
Papers: a document drawn up and set as a PDF, beside one line set by the same means.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from infra.clock import SystemClock
from infra.typesetting import FontMissing, typeface, typeset
from services.web.papers.drawing import sheet_of
from tests.bench.measuring import Result, Size, result_of, seconds, side_by_side
from tests.e2e.papers import Papers
from tests.e2e.telling import Teller

#: Papers a round.
PAPERS_COUNT = 10
#: The least that can be set.
LINE = "#set document(date: auto)\n#set text(font: sys.inputs.family)\n= 一行\n"


def cases(home: Path, size: Size) -> Iterator[Result]:
    """
    Measure the order of a hazard, from its facts to the bytes.
    """
    try:
        typeface()
    except FontMissing as missing:
        print(missing, file=sys.stderr)
        return
    line = home / "line.typ"
    line.write_text(LINE)
    story = Papers(Teller(home / "papers"))
    for chapter in (story.settle, story.equip, story.inspect, story.order):
        chapter()
    teller, now = story.teller, SystemClock().now()
    reader = teller.house.directory.reader(teller.people["first"], teller.today)
    order = f"{story.done['issue-document'].last}/1"

    def papers() -> None:
        for _ in range(PAPERS_COUNT):
            sheet_of(teller.house, reader, order).pdf()

    def lines() -> None:
        for _ in range(PAPERS_COUNT):
            typeset(line, {}, at=now)

    yield result_of(
        "paper: an order as PDF",
        side_by_side(
            size.rounds,
            lambda: seconds(papers) * 1000 / PAPERS_COUNT,
            lambda: seconds(lines) * 1000 / PAPERS_COUNT,
        ),
        unit="ms",
        beside="one line set by the same means",
    )
    teller.house.close()
