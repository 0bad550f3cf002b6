"""
Telling courses (叙述): from what they begin with, step by step; and one long one.
"""

from collections.abc import Sequence
from random import Random

from domain.base import Fact
from tests.contract.projections import ways_of_rows, ways_of_work
from tests.contract.projections.courses import Course, Step
from tests.contract.projections.stories import as_recorded

WAYS = {**ways_of_rows.WAYS, **ways_of_work.WAYS}
#: What every course begins with, so that there is something to go on with.
BEGINNING = (
    Step("registers", 0),
    Step("registers", 1),
    Step("finds", 0, 1),
    Step("finds", 0, 1, late=1),
    Step("follows_up", 0, 1),
    Step("finds", 1, 2),
    Step("issues", 0, 0),
    Step("imports_penalty", 0),
    Step("imports_penalty", 1),
    Step("publishes", 0),
)

#: How many steps the long course has, of each kind of step.
ROUNDS = 4


def told(steps: Sequence[Step], place: str = "000") -> tuple[Course, list[Fact]]:
    """
    Have a course happen, as far as the law lets it.
    """
    course = Course(place)
    for step in (*BEGINNING, *steps):
        course.take(step, WAYS)
    return course, as_recorded(course.office.facts)


def everything() -> list[Fact]:
    """
    Tell a long course in which every step is taken again and again, always the same.
    """
    dice = Random("everything")  # noqa: S311  dice, no secret
    names = sorted(WAYS) * ROUNDS
    dice.shuffle(names)
    late = (0, 0, 0, 1, 2, 5)
    steps = [
        Step(name, dice.randrange(6), dice.randrange(10), days, dice.choice(late))
        for name in names
        for days in (dice.choice((0, 0, 1, 3)),)
    ]
    return told(steps)[1]
