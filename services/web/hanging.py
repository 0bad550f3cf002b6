"""
What hangs on a file (卷宗所附): its periods and breaches, its papers, and the files
that rest on it or challenge it, each list as the question that keeps it answers.

A question says so itself: one of its terms names a file of this kind, or any file.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import UUID

from domain.shapes import Kind
from infra.questions import Ask, Question
from services.web.asking import revealed
from services.web.gate import Visitor
from services.web.labels import Words
from services.web.listing import Listing
from services.web.naming import topic_of
from services.web.render import Pages

#: How many rows of each list are shown; the rest is one step away.
ROWS_SHOWN = 20


@dataclass(frozen=True)
class Hanging:
    """
    A list of what hangs on a file.

    Args:
        words: What the list is called.
        listing: Its first rows.
        href: Where all of it stands.
        is_cut: Whether there are more rows than are shown.
    """

    words: Words
    listing: Listing
    href: str
    is_cut: bool


def hanging_on(pages: Pages, visitor: Visitor, file: UUID) -> list[Hanging]:
    """
    List what hangs on a file, without the lists that have no row.

    Args:
        pages: Of which desk.
        visitor: Who looks.
        file: On which.
    """
    house, lister = pages.house, pages.lister(visitor)
    topic = topic_of(house, str(file))
    found: list[Hanging] = []
    for question, term in _asked_by(pages.questions(visitor), topic):
        ask = Ask(visitor.reader, limit=ROWS_SHOWN)
        page = house.ask(question.name, ask, **{term: file})
        if not page.rows:
            continue
        rows = revealed(house, page)
        found.append(
            Hanging(
                Words(question.zh, question.en),
                lister.listing(
                    question.name, page.columns, rows, besides=frozenset((term,))
                ),
                f"{pages.root}/q/{question.name}?{urlencode({term: str(file)})}",
                bool(page.next),
            )
        )
    return found


def _asked_by(questions: list[Question], topic: str) -> Iterator[tuple[Question, str]]:
    """
    Choose the questions of which a term names such a file, those about any file first.
    """
    chosen = [
        (member.shape.reference.kind != "", question, member.name)
        for question in questions
        for member in question.terms
        if member.shape.kind is Kind.REFERENCE
        and member.shape.reference is not None
        and member.shape.reference.kind in ("", topic)
    ]
    for _, question, term in sorted(chosen, key=lambda each: each[0]):
        yield question, term
