"""
Deciding to open no case (不予立案), never while a crime is suspected.
"""

from collections.abc import Iterable

from domain.acts import Power, act
from domain.base import HEADS
from domain.circumstances import Circumstances
from domain.grounds import blank, first
from domain.inspection.choices import Stage
from domain.inspection.facts_of_ending import NoCaseDecided
from domain.inspection.file import Inspection
from domain.inspection.grounds import not_at, unknown_items
from domain.law.ladders import Matter
from domain.law.statutes import PENALTY_LAW
from domain.procedures.inspecting import hazards_of
from domain.procedures.suspicion import suspected
from domain.refusals import NotCompetent, OutOfOrder, Refused


@act(
    "决定不予立案",
    "Decide to open no case",
    by=HEADS,
    under=PENALTY_LAW.article(54),
    power=Power.PENALISE,
    rules=("INV-01", "INV-17"),
    rows=("INS-14",),
    matter=Matter.NO_CASE,
)
def decide_no_case(
    inspection: Inspection, at: Circumstances, *, item_nos: tuple[int, ...], reason: str
) -> None:
    """
    Decide, with reasons, that findings lead to no case.

    Args:
        inspection: The inspection.
        at: Who, when.
        item_nos: The findings, at least one.
        reason: Why no case is opened.

    Raises:
        NotCompetent: If the head was one of those who found it.
        NoSuchCase: If there is no such finding.
        OutOfOrder: If the record is not made, a crime is suspected, or no finding or
            reason is given.

    Source:
        行政处罚法 54; 忻州2020通知 (十); 国务院令310号 3.
    """
    under = PENALTY_LAW.article(54)
    if not item_nos:
        raise OutOfOrder("items_missing", under=under)
    first(blank(reason, "reason_missing", under=under))
    inspection.record(NoCaseDecided, at, item_nos=item_nos, reason=reason)


@decide_no_case.unless_named
def no_such_finding(
    inspection: Inspection,
    at: Circumstances,
    *,
    item_nos: tuple[int, ...],
    **_: object,
) -> Iterable[Refused]:
    """
    A number is no finding's.
    """
    del at
    yield from unknown_items(inspection, item_nos, under=PENALTY_LAW.article(54))


@decide_no_case.unless
def cannot_decide_no_case(
    inspection: Inspection, at: Circumstances
) -> Iterable[Refused]:
    """
    Never by a finder, never while a crime is suspected, of whomever: no case is opened
    on anybody then (有案不移).
    """
    under = PENALTY_LAW.article(54)
    if at.actor.person in {*inspection.named, *inspection.team}:
        yield NotCompetent("own_finding", under=under)
    yield from not_at(inspection, Stage.RECORDED, Stage.CONCLUDED, under=under)
    hazards = (hazard.id for hazard in hazards_of(inspection, at))
    yield from suspected(at, inspection.id, *hazards)
