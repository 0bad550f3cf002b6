"""
The next lawful steps of a thread (下一步): which acts are open on its files, to whom,
what each of the others still lacks, and under which provision (D24).

Acts that belong to another stage are left out: they are neither open nor lacking.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from domain.acts import Act
from domain.base import File
from domain.refusals import NoSuchCase, Refused
from domain.values import day_of
from infra.encoding import uuid_of
from infra.requests import Standing
from projections.directory import Post
from services.web.envelope import ANSWERED_BY
from services.web.heading import Step as Ahead
from services.web.heading import step_of
from services.web.house import House
from services.web.labels import Words

Lacks = tuple[Refused, ...]

#: Where a stage stands in the way, the refusal says which stages the act needs.
NEEDED = "needed"


@dataclass(frozen=True)
class Step:
    """
    An act on a file of the thread.

    Args:
        file: The file.
        kind: Of what kind it is.
        act: The act.
        missing: What it still lacks; nothing, if it is open.
        people: Accounts and roles of those for whom it is so.
        fields: What whoever does it has to fill in.
        comes_next: What comes next in the file, where it is an act that does it.
    """

    file: UUID
    kind: type[File]
    act: "Act[..., object]"
    missing: Lacks
    people: tuple[str, ...]
    fields: tuple[str, ...]
    comes_next: Words | None = None

    @property
    def is_open(self) -> bool:
        """
        Whether it may be done now.
        """
        return not self.missing


def next_steps(house: House, thread: UUID, posts: Iterable[Post]) -> list[Step]:
    """
    List the next lawful steps of a thread: those that are open first, and among them
    what comes next in their file.

    Args:
        house: Whose ledger.
        thread: The thread.
        posts: Who may do them.

    Raises:
        NoSuchCase: If there is no such thread.
    """
    asked = tuple(posts)
    steps: list[Step] = []
    for file, kind in files_of(house, thread).items():
        steps += _steps(house, file, kind, posts=asked)
    return sorted(steps, key=lambda step: (not step.is_open, step.comes_next is None))


def files_of(house: House, thread: UUID) -> Mapping[UUID, type[File]]:
    """
    List the files of a thread, each with its kind.

    Raises:
        NoSuchCase: If there is no such thread.
    """
    recorder = house.ledger.recorder
    facts = recorder.facts(limit=recorder.head, thread=thread)
    files = {
        uuid_of(str(stored.originator_id)): house.ledger.read(
            uuid_of(str(stored.originator_id))
        )
        for stored in facts
    }
    found = {file: type(known) for file, known in files.items() if known is not None}
    if not found:
        raise NoSuchCase("no_such_file", under="", file=thread)
    return found


def _steps(
    house: House, file: UUID, kind: type[File], *, posts: Iterable[Post]
) -> Iterator[Step]:
    best: dict[str, tuple[Standing, Lacks, list[str]]] = {}
    for post in posts:
        for standing in house.missing(post.actor, file):
            if _is_of_another_stage(standing):
                continue
            name, who = standing.act.name, f"{post.login}:{post.role.code}"
            lacks = tuple(m for m in standing.missing if m.code not in ANSWERED_BY)
            known = best.get(name)
            if known is None or len(lacks) < len(known[1]):
                best[name] = (standing, lacks, [who])
            elif len(lacks) == len(known[1]):
                known[2].append(who)
    ahead = _ahead(house, file, posts)
    for standing, lacks, people in best.values():
        act = standing.act
        fields = tuple(t.name for t in act.terms if t.required)
        words = ahead.words if ahead and act.name in ahead.acts else None
        yield Step(file, kind, act, lacks, tuple(people), fields, words)


def _ahead(house: House, file: UUID, posts: Iterable[Post]) -> Ahead | None:
    """
    Say what comes next in a file, as the first of them who may read it does.
    """
    today = day_of(house.ledger.clock.now())
    readers = (house.directory.reader(post.actor, today) for post in posts)
    found = (step_of(house, reader, file) for reader in readers)
    return next((step for step in found if step), None)


def _is_of_another_stage(standing: Standing) -> bool:
    return any(
        isinstance(each, NoSuchCase) or NEEDED in each.facts
        for each in standing.missing
    )
