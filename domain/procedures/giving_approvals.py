"""
Approvals (审批): what is put up by those who handle it goes from rung to rung, each
with an opinion, or back with reasons.

Whoever stands on the last rung decides by the act itself, if it is a head's.
"""

from collections.abc import Callable, Iterable, Iterator

from domain.acts import ACTS, Act, act
from domain.approvals import GIVEN, RETURNED, opinions_on
from domain.base import HEADS, Role
from domain.circumstances import Circumstances
from domain.coercive_measure.file import CoerciveMeasure
from domain.enforcement_case.file import EnforcementCase
from domain.grounds import blank, first
from domain.hazard.file import Hazard
from domain.inspection.file import Inspection
from domain.law.ladders import APPROVALS, Matter, Rung
from domain.list_entry.file import ListEntry
from domain.penalty.file import Penalty
from domain.procedures.ladders import Ladder, ladder_of, not_apart
from domain.referral.file import Referral
from domain.refusals import NoSuchCase, NotCompetent, OutOfOrder, Refused
from domain.suspension_order.file import SuspensionOrder

#: Files on which something is put up for approval.
Approvable = (
    Hazard
    | Inspection
    | EnforcementCase
    | Penalty
    | CoerciveMeasure
    | SuspensionOrder
    | ListEntry
    | Referral
)

#: Files from which a case is filed; its opinions are on them, as there is no case yet.
_ORIGINS = (Inspection, Hazard)


@act(
    "给出审批意见",
    "State an opinion on a matter put up for approval",
    by=(Role.OFFICER, Role.LEGAL_REVIEWER, *HEADS),
    under=APPROVALS,
    seen=True,
    rows=("AUD-03",),
)
def give_approval(
    file: Approvable, at: Circumstances, *, approval_matter: Matter, opinion: str
) -> None:
    """
    Put a matter up, or state an opinion in favour of it, on the file as it is now.

    Args:
        file: The file.
        at: Who, when.
        approval_matter: What is to be decided.
        opinion: The opinion, in words.

    Raises:
        NotCompetent: If the ladder has no rung for the role, or whoever states it
            worked on the file, stated that of a lower rung or, at the lowest, is none
            of those who handle it.
        NoSuchCase: If that is not decided on files of this kind.
        OutOfOrder: If the place has no ladder for it, it could not be decided now, it
            is another's turn, or no opinion is stated.

    Source:
        行政处罚法 47; 国办发〔2018〕118号: approvals are recorded throughout.
    """
    first(_not_to_give(file, at, approval_matter))
    first(blank(opinion, "opinion_missing", under=APPROVALS))
    ladder = ladder_of(at, approval_matter)
    assert ladder is not None
    rung, *above = ladder.left(file)
    file.record(
        GIVEN[type(file).TOPIC],
        at,
        approval_matter=approval_matter,
        rung=rung,
        opinion=opinion,
        rungs_left=tuple(above),
    )


@act(
    "退回审批事项",
    "Return a matter put up for approval",
    by=(Role.OFFICER, Role.LEGAL_REVIEWER, *HEADS),
    under=APPROVALS,
    seen=True,
    rows=("AUD-03",),
)
def return_approval(
    file: Approvable, at: Circumstances, *, approval_matter: Matter, reason: str
) -> None:
    """
    Return a matter to those who handle it; the opinions on it count no more.

    Args:
        file: The file.
        at: Who, when.
        approval_matter: What was put up.
        reason: What is wanting.

    Raises:
        NotCompetent: If the ladder has no rung for the role, or whoever returns it
            worked on the file or stated the opinion of a lower rung.
        OutOfOrder: If the place has no ladder for it, nothing is put up, it is
            another's turn, or no reason is given.

    Source:
        行政处罚法 47; 国办发〔2018〕118号.
    """
    first(_not_to_return(file, at, approval_matter))
    first(blank(reason, "reason_missing", under=APPROVALS))
    ladder = ladder_of(at, approval_matter)
    assert ladder is not None
    file.record(
        RETURNED[type(file).TOPIC],
        at,
        approval_matter=approval_matter,
        rung=ladder.left(file)[0],
        reason=reason,
    )


@give_approval.offered_unless
def cannot_give(file: Approvable, at: Circumstances) -> Iterable[Refused]:
    """
    On some matter that the place has a ladder for, in turn.
    """
    yield from _of_the_nearest(file, at, _not_to_give)


@return_approval.offered_unless
def cannot_return(file: Approvable, at: Circumstances) -> Iterable[Refused]:
    """
    Some matter that was put up, in turn.
    """
    yield from _of_the_nearest(file, at, _not_to_return)


def _of_the_nearest(
    file: Approvable,
    at: Circumstances,
    refused: Callable[[Approvable, Circumstances, Matter], Iterable[Refused]],
) -> Iterator[Refused]:
    """
    Whichever matter is named, it is refused; why it is for the one that has gone up
    furthest, of those that could be decided now.
    """
    found = {matter: tuple(refused(file, at, matter)) for matter in matters_on(file)}
    if not all(found.values()):
        return
    by_nearness = sorted(
        found, key=lambda m: (-len(opinions_on(file, m)), len(found[m]))
    )
    on_ladder = (matter for matter in by_nearness if ladder_of(at, matter))
    yield from found[next(on_ladder, by_nearness[0])]


def matters_on(file: Approvable) -> tuple[Matter, ...]:
    """
    List what is decided on files of this kind.
    """
    return tuple(matter for matter in Matter if _is_decided_on(file, matter))


def _is_decided_on(file: Approvable, matter: Matter) -> bool:
    if matter is Matter.CASE_FILING:
        return isinstance(file, _ORIGINS)
    return any(deciding.takes(file) for deciding in _deciding(matter))


def _deciding(matter: Matter) -> "list[Act[..., object]]":
    return [each for each in ACTS.values() if each.said.matter is matter]


def _not_to_give(
    file: Approvable, at: Circumstances, matter: Matter
) -> Iterator[Refused]:
    """
    No ladder, not competent, no such matter, not ripe for a decision, or not in turn.
    """
    ladder = ladder_of(at, matter)
    if ladder is None:
        yield from _without_ladder(file, matter)
        return
    left = ladder.left(file)
    yield from _not_competent(file, at, ladder)
    if not _is_decided_on(file, matter):
        yield NoSuchCase("no_such_matter", under=APPROVALS, approval_matter=matter)
    yield from _not_ripe(file, at, matter)
    yield from _not_in_turn(at, ladder, left)
    decides_itself = ladder.ends_with_a_head and not _is_officers(matter)
    if len(left) == 1 and decides_itself:
        yield OutOfOrder("last_rung_decides", under=ladder.under, rung=left[0])


def _not_ripe(file: Approvable, at: Circumstances, matter: Matter) -> Iterator[Refused]:
    """
    What stands in the way of the decision, whoever makes it; a head has also to be one
    who might decide.
    """
    for deciding in _deciding(matter):
        might_decide = at.actor.role in deciding.said.by.intersection(HEADS)
        for refusal in deciding.own_grounds(file, at) if deciding.takes(file) else ():
            if might_decide or not isinstance(refusal, NotCompetent):
                yield refusal


def _not_to_return(
    file: Approvable, at: Circumstances, matter: Matter
) -> Iterator[Refused]:
    """
    No ladder, not competent, nothing put up, or not in turn.
    """
    ladder = ladder_of(at, matter)
    if ladder is None:
        yield from _without_ladder(file, matter)
        return
    left = ladder.left(file)
    yield from _not_competent(file, at, ladder)
    if left and left[0] is Rung.HANDLER:
        yield OutOfOrder("nothing_put_up", under=ladder.under, approval_matter=matter)
        return
    yield from _not_in_turn(at, ladder, left)


def _without_ladder(file: Approvable, matter: Matter) -> Iterator[Refused]:
    if not _is_decided_on(file, matter):
        yield NoSuchCase("no_such_matter", under=APPROVALS, approval_matter=matter)
    yield OutOfOrder("no_ladder", under=APPROVALS, approval_matter=matter)


def _not_competent(
    file: Approvable, at: Circumstances, ladder: Ladder
) -> Iterator[Refused]:
    """
    The role has no rung; whoever puts it up does not handle it; or whoever judges it
    does, or was asked before.
    """
    role, left = at.actor.role, ladder.left(file)
    if all(rung.role is not role for rung in ladder.rungs):
        yield NotCompetent("no_rung_of_role", under=ladder.under, rungs=ladder.rungs)
        return
    if all(rung.role is not role for rung in left):
        return
    if role is Role.OFFICER and left[0] is Rung.HANDLER:
        team = getattr(file, "team", ())
        if team and at.actor.person not in team:
            yield NotCompetent("not_of_the_team", under=ladder.under)
        return
    yield from not_apart(at, file, ladder)


def _not_in_turn(
    at: Circumstances, ladder: Ladder, left: tuple[Rung, ...]
) -> Iterator[Refused]:
    if not left:
        yield OutOfOrder(
            "all_rungs_given", under=ladder.under, approval_matter=ladder.matter
        )
    elif left[0].role is not at.actor.role:
        yield OutOfOrder("turn_of_another", under=ladder.under, rung=left[0])


def _is_officers(matter: Matter) -> bool:
    """
    Whether the act is one of officers, who need the opinion of every rung.
    """
    return any(Role.OFFICER in deciding.said.by for deciding in _deciding(matter))
