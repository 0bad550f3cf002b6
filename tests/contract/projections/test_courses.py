"""
The two axes over courses of real acts, in any order: late, corrected, withdrawn, linked
anew, restricted, published in batches, followed up over several threads.

``SHILU_COURSES`` names how many courses are drawn; with it they are other ones each
time, without it the same few.
"""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import projections
from domain.shapes import Kind, Member
from domain.values import Choice
from infra.clock import SetClock
from infra.questions import Ask, Page, Question, Reader
from infra.read_model import MODELS, ReadModel
from tests.cases.scene import moment
from tests.contract.projections.courses import BEGINS_ON, Course, Step, chosen
from tests.contract.projections.telling import WAYS, told
from tests.contract.projections.undoing import undone

#: Importing it makes every read model known.
KNOWN = projections

#: How many courses are drawn.
COURSES = int(os.environ.get("SHILU_COURSES") or 12)

#: How often each question is put at a stop, in two ways each.
TIMES = 4
#: Of which kind the file is that a term of a question names, if not of its own name;
#: of no kind here, any thread will do.
KINDS = {
    "record": "imported-record",
    "run": "import",
    "about": "hazard",
    **dict.fromkeys(("person", "finder", "inspector"), "officer"),
}
TODAY = BEGINS_ON + timedelta(days=20)
DAYS = (
    date(2026, 1, 10),
    BEGINS_ON - timedelta(days=1),
    BEGINS_ON,
    BEGINS_ON + timedelta(days=4),
    TODAY,
    date(2029, 6, 1),
)

STEPS = st.builds(
    Step,
    st.sampled_from(sorted(WAYS)),
    st.integers(0, 5),
    st.integers(0, 9),
    st.sampled_from((0, 0, 1, 3)),
    st.sampled_from((0, 0, 0, 1, 2, 5)),
)


@dataclass(frozen=True)
class Asked:
    """
    A question as it was put, without the position that it is asked for.
    """

    question: Question
    reader: Reader
    day: date | None
    terms: Mapping[str, object]
    limit: int

    def of(self, model: ReadModel, known_at: int | None) -> list[object]:
        """
        Put it for a position, and give every row, page after page.
        """
        found: list[object] = []
        ask, page = Ask(self.reader, self.day, known_at, self.limit), None
        while page is None or page.next:
            cursor = page.next if page else ""
            ask = Ask(ask.reader, ask.as_of, ask.known_at, ask.limit, cursor)
            page = model.answer(self.question.name, ask, **self.terms)
            found += shown(page)
        return found


def shown(page: Page) -> list[object]:
    """
    Give what a page says, but for until when that was known.
    """
    rows = [{**row, "known_until": None} for row in page.rows]
    return list(zip(rows, page.entitled, strict=True))


def value_of(member: Member, course: Course, number: int) -> object:
    """
    Give a term of a question: a file of the course, a choice, a word.
    """
    kind = member.shape.kind
    if kind is Kind.CHOICE:
        assert issubclass(member.shape.type, Choice)
        return chosen(list(member.shape.type), number)
    if kind is Kind.FLAG:
        return bool(number % 2)
    if kind is Kind.DAY:
        return chosen(DAYS, number)
    if kind is Kind.TEXT:
        return chosen(("演示", "230", "a", "HZ"), number)
    named = course.files(KINDS.get(member.name, member.name))
    return chosen(named or course.threads, number)


def asked(course: Course, question: Question, dice: Random) -> Iterator[Asked]:
    """
    Put a question in some ways, every other one with one of its terms more.
    """
    needed = [m for m in question.terms if m.required]
    readers = [r for r in course.readers if r.role in question.by]
    for more in ([], [m for m in question.terms if not m.required]) * TIMES:
        members = needed + ([dice.choice(more)] if more else [])
        yield Asked(
            question,
            dice.choice(readers),
            dice.choice((None, *DAYS)),
            {m.name: value_of(m, course, dice.randrange(64)) for m in members},
            dice.choice((2, 500)),
        )


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[ReadModel]]:
    """
    Every read model, empty, to be fed within what is undone.
    """
    folder = tmp_path_factory.mktemp("courses")
    clock = SetClock(moment(TODAY))
    opened = [model(folder, clock=clock) for model in MODELS.values()]
    yield opened
    for model in opened:
        model.close()


def holds(model: ReadModel, course: Course, stops: Sequence[int], dice: Random) -> None:
    """
    Ask at each stop how things stand, and at the end how they stood as known then.
    """
    facts = course.office.facts
    answers: list[tuple[int, Asked, list[object]]] = []
    with undone(model):
        for begin, stop in pairwise(sorted({0, *stops, len(facts)})):
            model.apply(facts[begin:stop])
            for question in model.QUESTIONS.values():
                ways = asked(course, question, dice) if question.axes else ()
                answers += [(stop, ask, ask.of(model, None)) for ask in ways]
        for stop, ask, said in answers:
            assert ask.of(model, stop) == said, (stop, ask)


@settings(
    max_examples=COURSES,
    deadline=None,
    derandomize="SHILU_COURSES" not in os.environ,
    suppress_health_check=[HealthCheck.too_slow],
)
@given(
    steps=st.lists(STEPS, min_size=20, max_size=40),
    place=st.sampled_from(("000", "001", "004")),
    stops=st.lists(st.floats(0.2, 1), min_size=3, max_size=5),
    seed=st.integers(0, 2**32),
)
def test_known_then_is_known_still(
    models: list[ReadModel],
    steps: list[Step],
    place: str,
    stops: list[float],
    seed: int,
) -> None:
    """
    D13: what a question answers for a day and a position on the whole is what it
    answered for that day when the position was the last.
    """
    course, facts = told(steps, place)
    dice = Random(seed)  # noqa: S311  dice, no secret

    for model in models:
        holds(model, course, [round(part * len(facts)) for part in stops], dice)
