"""
Grounds that several acts of an inspection share.
"""

from collections.abc import Iterable

from domain.circumstances import Circumstances
from domain.inspection.choices import Stage
from domain.inspection.file import Inspection
from domain.law.statutes import INSPECTION_OPINION, SAFETY_LAW
from domain.refusals import NoSuchCase, NotCompetent, OutOfOrder, Refused


def not_at(inspection: Inspection, *stages: Stage, under: str) -> Iterable[Refused]:
    """
    It is at none of these stages.
    """
    if inspection.stage not in stages:
        yield OutOfOrder(
            "inspection_stage", under=under, stage=inspection.stage, needed=stages
        )


def not_on_team(
    inspection: Inspection, at: Circumstances, *, under: str
) -> Iterable[Refused]:
    """
    Somebody acts who was not named for the visit.
    """
    named = {*inspection.named, *inspection.team}
    if not named.issuperset(at.officers):
        yield NotCompetent("not_on_team", under=under)


def cannot_add(inspection: Inspection, at: Circumstances) -> Iterable[Refused]:
    """
    Answers and findings are added by the team, and only until the record is made.
    """
    under = SAFETY_LAW.article(68)
    yield from not_on_team(inspection, at, under=INSPECTION_OPINION.zh)
    yield from not_at(inspection, Stage.OPEN, under=under)


def unknown_checklist_item(
    inspection: Inspection, checklist_item: str, *, under: str
) -> Iterable[Refused]:
    """
    A code is no item's of the checklist that was pinned.
    """
    if checklist_item not in {item.checklist_item for item in inspection.items}:
        yield NoSuchCase(
            "no_such_checklist_item", under=under, checklist_item=checklist_item
        )


def unknown_items(
    inspection: Inspection, item_nos: Iterable[int], *, under: str
) -> Iterable[Refused]:
    """
    A number is no finding's.
    """
    for item_no in item_nos:
        if item_no not in inspection.findings:
            yield NoSuchCase("no_such_item", under=under, item_no=item_no)
