"""
Courses of real acts (经过), in any order, for what read models make of them.

A course is drawn step by step; a step that the law refuses leaves nothing.
Nothing is written by hand but what no act does yet: a restricted fact.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import Any, TypeVar
from uuid import UUID, uuid5

from domain.acts import ACTS
from domain.base import Actor, Audience, Fact, Role, Time
from domain.body.file import Body, BodyKind, BodyRegistered, Identity
from domain.jurisdictions import Level
from domain.refusals import Refused
from domain.values import Personal
from infra.questions import Reader
from tests import controls
from tests.cases.imported import begin
from tests.cases.scene import Scene, moment
from tests.contract.append.town import Whisper, Whispered

T = TypeVar("T")

#: A whispered fact is about a file, and nobody but the commission may learn which.
WHISPERS = Whispered.TOPIC
CLOCK = Actor(Role.CLOCK)
#: A Monday, under the classes of penalties of 2026.
BEGINS_ON = date(2026, 6, 1)

_SPACE = UUID("5e1f0000-0000-4000-8000-0000000000f5")


class NothingThere(Exception):
    """
    A step is about a file of a kind that there is none of yet.
    """


@dataclass(frozen=True)
class Step:
    """
    One step of a course.

    Args:
        what: Which, by name.
        one: Which of the files that it may be about.
        other: Which of the other things that it may say.
        days: How many days go by before it.
        late: How many days before it happened, where its act states that.
    """

    what: str
    one: int = 0
    other: int = 0
    days: int = 0
    late: int = 0


class Course:
    """
    A city in which one thing after another is done.
    """

    def __init__(self, place: str = "000") -> None:
        """
        Begin with a city bureau, a county bureau below it, and an import under way.
        """
        self.scene = scene = Scene(place, BEGINS_ON)
        self.office = scene.office
        self.stranger = scene.bureau
        self.step = Step("")
        scene.bureau = self._bureau(controls.CITY_BUREAU, None)
        scene.other_bureau = self._bureau(controls.COUNTY_BUREAU, scene.bureau)
        for person in scene.officers:
            for body in (scene.bureau, scene.other_bureau):
                self.do(
                    "assign-officer-role",
                    person,
                    role=Role.OFFICER,
                    body=body,
                    since_on=scene.day,
                )

    def _bureau(self, agency: controls.Agency, above: UUID | None) -> UUID:
        return begin(
            self.office,
            Body,
            BodyRegistered,
            by=Actor(Role.OPERATOR),
            body_kind=BodyKind.REGULATOR,
            level=Level.PREFECTURE,
            region=agency.place.code,
            identity=Identity(agency.name, parent=above),
            since_on=date(2020, 1, 1),
            uscc=agency.uscc,
        )

    # -- what is done -----------------------------------------------------------------

    def take(self, step: Step, ways: dict[str, Callable[["Course"], object]]) -> None:
        """
        Take a step, as far as the law and what is there let it.
        """
        self.step = step
        self.scene.day += timedelta(days=step.days)
        try:
            ways[step.what](self)
        except (Refused, NothingThere):
            return

    def do(self, act: str, file: UUID | None = None, /, **terms: object) -> list[Fact]:
        """
        Do an act, late where the step is and the act can be.

        Args:
            act: Its name.
            file: On which file.
            terms: Its terms; besides them ``by``, who acts, and ``others``, the
                officers of an act that needs two, by number.
        """
        said, now = ACTS[act].said, moment(self.scene.day)
        by = terms.pop("by", None) or self.somebody(next(iter(said.by)))
        others = terms.pop("others", (0, 1))
        assert isinstance(by, Actor)
        assert isinstance(others, tuple)
        then = now - timedelta(days=self.step.late)
        is_late = said.late and then < now
        team = tuple(self.scene.officers[number] for number in others)
        return self.office.perform(
            ACTS[act],
            by=by,
            at=now,
            file=file,
            said_at=None if said.time is Time.NOW and not is_late else then,
            officers=team if said.two_officers else (),
            late_reason="断网" if is_late else "",
            **terms,
        )

    def do_one_of(
        self, ways: Sequence[tuple[str, dict[str, Any]]], file: UUID
    ) -> list[Fact]:
        """
        Do the first act of some that the law allows, from the one that is chosen on.

        Raises:
            NothingThere: If it allows none.
        """
        first = self.step.other % len(ways)
        for act, said in (*ways[first:], *ways[:first]):
            try:
                return self.do(act, file, **said)
            except Refused:
                continue
        raise NothingThere

    def somebody(self, role: Role, body: UUID | None = None) -> Actor:
        """
        Act in a role, for the bureau unless another body is named.
        """
        if role is Role.CLOCK:
            return CLOCK
        heads = role in (Role.HEAD, Role.PRINCIPAL_HEAD)
        person = self.scene.head if heads else self.scene.officers[0]
        return Actor(role, person, body or self.scene.bureau)

    def whispers(self, about: UUID) -> None:
        """
        Have something said in confidence about a file, as no act of the city does yet.
        """
        at = self.scene.registering()
        start = partial(Whisper.start, Whispered, at, because=None, cause=None)
        start(concerns=(about,), owner=None, name=Personal("某", about), shop=about)
        self.office.facts += [fact for _, fact in at.recorded]

    # -- what there is ----------------------------------------------------------------

    def files(self, kind: str) -> list[UUID]:
        """
        List the files of a kind, by the topic of the kind.
        """
        facts = self.office.facts
        found = (f.file for f in facts if f.TOPIC.startswith(f"{kind}."))
        return list(dict.fromkeys(found))

    def one(self, kind: str) -> UUID:
        """
        Choose the file that the step is about.
        """
        return chosen(self.files(kind), self.step.one)

    def another(self, kind: str) -> UUID:
        """
        Choose another file that the step names.
        """
        return chosen(self.files(kind), self.step.other)

    @property
    def threads(self) -> list[UUID]:
        """
        List the threads, as far as anybody may hear of them.
        """
        facts = self.office.facts
        return list(dict.fromkeys(f.deed.thread for f in facts if not f.RESTRICTED))

    def new_number(self) -> int:
        """
        Give a number that was not given before.
        """
        return len(self.office.facts)

    def subject(self) -> UUID:
        """
        Give a subject that nobody had before.
        """
        return uuid5(_SPACE, str(self.new_number()))

    @property
    def bodies(self) -> tuple[UUID, ...]:
        """
        The bodies whose people may ask.
        """
        scene = self.scene
        return (scene.bureau, scene.other_bureau, self.stranger, scene.committee)

    @property
    def readers(self) -> list[Reader]:
        """
        Who may ask: anybody, people of each body, and those who see them all.
        """
        office = frozenset((Audience.PUBLIC, Audience.OFFICE))
        wide = office | {Audience.DISCIPLINE}
        officer = self.scene.officers[0]
        own = [
            Reader(Role.OFFICER, officer, body, frozenset((body,)), office)
            for body in self.bodies
        ]
        whole = frozenset(self.bodies)
        two = frozenset(self.bodies[:2])
        return [
            Reader(Role.PUBLIC),
            *own,
            Reader(Role.HEAD, self.scene.head, self.bodies[0], two, office),
            Reader(Role.DISCIPLINE, officer, self.bodies[3], whole, wide),
        ]


def chosen(things: Sequence[T], number: int) -> T:
    """
    Choose one of some things by a number, however many there are.

    Raises:
        NothingThere: If there is none.
    """
    if not things:
        raise NothingThere
    return things[number % len(things)]
