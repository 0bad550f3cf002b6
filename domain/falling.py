"""
What every decision has in common that stands no more (决定失去效力): who changed it,
and by what it fell.

Penalties, list entries and coercive measures have facts of their own for that; orders,
suspensions, closures and decisions that there is no penalty are set aside by the facts
below, each in its own file.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from domain.base import HEADS, Fact
from domain.circumstances import Circumstances
from domain.refusals import NotCompetent, Refused
from domain.values import Choice, Upload


class ChangedBy(Choice):
    """
    By whom a decision was changed (纠错机关).
    """

    OWN = "本机关", "the body itself"
    SUPERIOR = "上级机关", "the superior body"
    REVIEW = "行政复议机关", "the review authority"
    COURT = "人民法院", "the court"


class Fall(Choice):
    """
    By what a decision stands no more (失去效力的方式).
    """

    REVOKED = "撤销", "revoked"
    VOID = "确认无效", "declared void"
    UNLAWFUL = "确认违法", "confirmed to be unlawful"
    BASIS_FALLEN = "所依据的决定失去效力", "what it rested on fell"


@dataclass(frozen=True)
class Falling:
    """
    How, by whom and since when a decision fell (失去效力的情形).

    Args:
        fall: By what.
        changed_by: Who changed it.
        reason: Why.
        effective_on: From which day it stands no more.
        decision_no: Number of the decision or judgment that says so.
        evidence: That paper.
    """

    fall: Fall
    changed_by: ChangedBy
    reason: str
    effective_on: date
    decision_no: str = ""
    evidence: tuple[Upload, ...] = ()

    @property
    def terms(self) -> Mapping[str, Any]:
        """
        The terms of a fact that says so.
        """
        return {each.name: getattr(self, each.name) for each in fields(self)}


class SetAside(Fact):
    """
    A decision that stands no more (失去效力).
    """

    fall: Fall
    changed_by: ChangedBy
    reason: str
    effective_on: date
    decision_no: str
    evidence: tuple[Upload, ...]


def by_the_head(
    at: Circumstances, changed_by: ChangedBy, *, under: str
) -> Iterable[Refused]:
    """
    A clerk takes in what others decided; the body itself decides by its head.
    """
    if changed_by is ChangedBy.OWN and at.actor.role not in HEADS:
        yield NotCompetent("own_decision_by_head", under=under)
