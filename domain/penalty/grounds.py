"""
Grounds that several acts of a penalty share.
"""

from collections.abc import Iterable

from domain.circumstances import Circumstances
from domain.limits import Limit
from domain.penalty.choices import UNPERFORMED, Stage
from domain.penalty.file import Penalty
from domain.refusals import OutOfOrder, Refused


def not_at(penalty: Penalty, *stages: Stage, under: str) -> Iterable[Refused]:
    """
    It is at none of these stages.
    """
    if penalty.stage not in stages:
        yield OutOfOrder(
            "penalty_stage", under=under, stage=penalty.stage, needed=stages
        )


def not_unperformed(penalty: Penalty, *, under: str) -> Iterable[Refused]:
    """
    It was not served yet, nothing is left to perform, or it fell.
    """
    if not penalty.is_unperformed:
        needed = tuple(each for each in Stage if each in UNPERFORMED)
        yield OutOfOrder(
            "nothing_to_perform", under=under, stage=penalty.stage, needed=needed
        )


def fallen(penalty: Penalty, *, under: str) -> Iterable[Refused]:
    """
    It does not stand any more.
    """
    if not penalty.stands:
        yield OutOfOrder("decision_fallen", under=under)


def is_late(limit: Limit | None, at: Circumstances) -> bool:
    """
    Whether something that was to be done until a limit is done after it.
    """
    return limit is not None and at.occurred_at > limit.ends_at
