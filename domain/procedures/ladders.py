"""
The ladder of a place (审批层级): what its pack wants before a matter is decided, and
whose turn it is.

It is the ladder of the body that owns the file: a body above, where it decides at all,
does so beyond it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from domain.approvals import drafters_of, opinions_on
from domain.base import HEADS, WITHOUT_PERSON, File, Role
from domain.circumstances import Circumstances
from domain.law.ladders import Matter, Rung
from domain.law.packs import pack_value
from domain.refusals import NotCompetent, OutOfOrder, Refused

_OF_HEADS = (Rung.HEAD, Rung.PRINCIPAL_HEAD)


@dataclass(frozen=True)
class Ladder:
    """
    The ladder of a matter in a place.

    Args:
        matter: What is put up.
        rungs: From those who handle it upwards.
        under: Where the place lays it down.
    """

    matter: Matter
    rungs: tuple[Rung, ...]
    under: str

    def left(self, file: File) -> tuple[Rung, ...]:
        """
        List the rungs that have not stated their opinion on a file as it is.
        """
        given = {opinion.rung for opinion in opinions_on(file, self.matter)}
        return tuple(rung for rung in self.rungs if rung not in given)

    @property
    def ends_with_a_head(self) -> bool:
        """
        Whether its last rung is a head's, who decides.
        """
        return self.rungs[-1] in _OF_HEADS


def ladder_of(at: Circumstances, matter: Matter) -> Ladder | None:
    """
    Give the ladder of a matter in the acting body's place; none where it has none.

    Args:
        at: For which body, when.
        matter: What is put up.
    """
    rules = at.rules
    if rules.find(matter.parameter) is None:
        return None
    setting = pack_value(rules.pack, matter.parameter, on=rules.on)
    assert isinstance(setting.value, tuple)
    above = (Rung[code.upper()] for code in setting.value)
    return Ladder(matter, (Rung.HANDLER, *above), setting.basis)


def unapproved(
    at: Circumstances, file: File | None, matter: Matter | None
) -> Iterator[Refused]:
    """
    List what the ladder has against deciding a matter now: who may not, then which
    rungs are missing.

    Args:
        at: Who decides.
        file: The file that the opinions are on.
        matter: What is decided.
    """
    if matter is None or file is None or at.actor.role in WITHOUT_PERSON:
        return
    ladder = ladder_of(at, matter)
    if ladder is None or not at.standing.goes_on_for(file.body, at):
        return
    decides = at.actor.role in HEADS
    if decides:
        yield from _not_the_decider(at, file, ladder)
    left = ladder.left(file)
    if decides and ladder.ends_with_a_head:
        left = tuple(rung for rung in left if rung is not ladder.rungs[-1])
    if left:
        yield OutOfOrder(
            "rungs_missing", under=ladder.under, approval_matter=matter, rungs=left
        )


def _not_the_decider(
    at: Circumstances, file: File, ladder: Ladder
) -> Iterator[Refused]:
    """
    The ladder ends higher, or whoever decides worked on it or was asked before.
    """
    last = ladder.rungs[-1]
    if at.actor.role is Role.HEAD and last is Rung.PRINCIPAL_HEAD:
        yield NotCompetent("ladder_ends_higher", under=ladder.under, rung=last)
    yield from not_apart(at, file, ladder)


def not_apart(at: Circumstances, file: File, ladder: Ladder) -> Iterator[Refused]:
    """
    Whoever judges a matter worked on it, or stated the opinion of a lower rung.

    Args:
        at: Who judges.
        file: The file.
        ladder: The ladder of the matter.
    """
    person, under = at.actor.person, ladder.under
    given = opinions_on(file, ladder.matter)
    lower = next((o.rung for o in given if o.deed.actor.person == person), None)
    if lower is not None:
        yield NotCompetent("stood_on_lower_rung", under=under, rung=lower)
    elif person in drafters_of(file):
        yield NotCompetent("worked_on_it", under=under)
