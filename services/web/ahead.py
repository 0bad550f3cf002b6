"""
What comes next in a file (下一步): the acts that do it, and whether each is open to
whoever looks; if not, what it lacks or whose it is (D24).

The step is what the row of the file says; which acts do it is said beside it, where the
row is declared.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID

from domain.acts import ACTS, Act
from domain.base import Role
from domain.refusals import Refused
from domain.values import day_of
from infra.requests import Standing
from services.web import labels
from services.web.acts import is_open, standings
from services.web.gate import Visitor
from services.web.heading import Step
from services.web.labels import Words
from services.web.render import Pages
from services.web.steps import files_of

#: The act by which an opinion is stated, and what an act lacks without it.
GIVING = "give-approval"
RUNGS_MISSING = "rungs_missing"

#: The term of an opening that names what it is about.
ABOUT = "about"


@dataclass(frozen=True)
class Way:
    """
    An act by which the step is done.

    Args:
        act: The act.
        href: Its form; empty where it is not open to whoever looks.
        missing: What it lacks; of an act of others, for one of their colleagues.
        by: Whose it is, where it is not theirs.
        is_recorded: Whether it was done on this file before, for one party at least.
    """

    act: "Act[..., object]"
    href: str = ""
    missing: tuple[Refused, ...] = ()
    by: tuple[Words, ...] = ()
    is_recorded: bool = False


class Ahead:
    """
    Looks ahead from a file, for one visitor.
    """

    def __init__(self, pages: Pages, visitor: Visitor, file: UUID) -> None:
        """
        Look from a file of a desk.
        """
        self._pages = pages
        self._house = pages.house
        self._visitor = visitor
        self._file = file
        known = self._house.ledger.read(file)
        assert known is not None
        self._known = known
        self._recorded = {fact.deed.act for fact in known.history}
        self._today = day_of(self._house.ledger.clock.now())
        self._of_colleague = lru_cache(self._standings_of)

    def ways(self, step: Step, acts: Iterable[Standing]) -> tuple[Way, ...]:
        """
        List the acts of a step in their order.

        Args:
            step: The step.
            acts: How the acts on the file stand for the visitor.
        """
        here = {each.act.name: each for each in acts}
        found: list[Way] = []
        for name in step.acts:
            act = ACTS[name]
            ways = self._ways(act, here.get(name)) or [self._of_others(act)]
            found += self._first(ways, here) + ways
        return tuple(found)

    def _first(self, ways: Iterable[Way], here: Mapping[str, Standing]) -> list[Way]:
        """
        Say whose opinion comes before, where the ladder of the place is not climbed.
        """
        missing = (refused for way in ways for refused in way.missing)
        rungs = (r.facts["rungs"] for r in missing if r.code == RUNGS_MISSING)
        left = next(rungs, ())
        if not isinstance(left, tuple) or not left:
            return []
        role, giving = left[0].role, ACTS[GIVING]
        if self._visitor.actor.role is role:
            return self._ways(giving, here.get(GIVING))
        return [Way(giving, by=(labels.role(role.code),))]

    def _ways(self, act: "Act[..., object]", here: Standing | None) -> list[Way]:
        if here is not None:
            return [self._way(here, self._file)]
        if self._visitor.actor.role not in act.said.by or self._is_elsewhere(act):
            return []
        files = [None] if not act.file_kinds else self._others(act)
        return [
            self._way(standing, file)
            for file in files
            for standing in standings(self._house, self._visitor, file)
            if standing.act is act
        ]

    def _is_elsewhere(self, act: "Act[..., object]") -> bool:
        return act not in self._pages.gate.desk.acts

    def _others(self, act: "Act[..., object]") -> Iterator[UUID]:
        """
        List the files of the thread that the act is done on, as far as they see them.
        """
        for file, kind in files_of(self._house, self._known.thread).items():
            if kind in act.file_kinds and self._house.shows(self._visitor.reader, file):
                yield file

    def _way(self, standing: Standing, file: UUID | None) -> Way:
        act = standing.act
        is_recorded = act.name in self._recorded
        if not is_open(standing):
            return Way(act, missing=standing.missing, is_recorded=is_recorded)
        about = any(term.name == ABOUT for term in act.terms)
        query = f"?file={file}" if file else f"?{ABOUT}={self._file}" if about else ""
        href = f"{self._pages.root}/acts/{act.name}{query}"
        return Way(act, href, is_recorded=is_recorded)

    def _of_others(self, act: "Act[..., object]") -> Way:
        """
        Say whose an act is, and what it lacks where somebody of the same body does it.
        """
        roles = sorted(act.said.by, key=lambda role: role.code)
        return Way(
            act,
            missing=self._lacked_by(roles, act),
            by=tuple(labels.role(role.code) for role in roles),
            is_recorded=act.name in self._recorded,
        )

    def _lacked_by(
        self, roles: Iterable[Role], act: "Act[..., object]"
    ) -> tuple[Refused, ...]:
        if not act.takes(self._known):
            return ()
        for role in roles:
            for standing in self._of_colleague(role):
                if standing.act is act:
                    return () if is_open(standing) else standing.missing
        return ()

    def _standings_of(self, role: Role) -> Iterable[Standing]:
        """
        Say how the acts on the file stand for somebody of the body with another role.
        """
        for post in self._house.directory.posts_on(self._today):
            if post.role is role and post.body == self._visitor.actor.body:
                return self._house.missing(post.actor, self._file)
        return ()
