"""
Publishing and withdrawing versions of a checklist (检查表发布与停用).
"""

from collections.abc import Iterable

from domain.acts import act, opening
from domain.base import HEADS, Role
from domain.checklist.file import (
    Checklist,
    ChecklistItem,
    ChecklistVersionPublished,
    ChecklistVersionWithdrawn,
)
from domain.circumstances import Circumstances
from domain.references import ChecklistRef
from domain.refusals import BeyondTheLaw, NoSuchCase, OutOfOrder, Refused

CHECKLISTS = "安全生产法62;国办发〔2024〕54号"

_BY = (Role.CLERK, *HEADS)


@opening(
    "发布检查表版本",
    "Publish a version of a checklist",
    by=_BY,
    under=CHECKLISTS,
    rules=("INV-18",),
    rows=("INS-03",),
)
def publish_checklist_version(
    at: Circumstances,
    *,
    name: str,
    items: tuple[ChecklistItem, ...],
    checklist: ChecklistRef | None = None,
) -> Checklist:
    """
    Publish the first version of a checklist, or the next one.

    Args:
        at: Who, when.
        name: What the checklist is called.
        items: Its items, at least one, each code once.
        checklist: The checklist that it is a new version of; none for a first one.

    Raises:
        NoSuchCase: If there is no such checklist of this body.
        BeyondTheLaw: If there is no item, or one code stands twice.

    Source:
        哈尔滨实施意见(二) 照单检查; 安全生产法62.
    """
    older = _own(at, checklist) if checklist else None
    for refusal in _wrong_items(items):
        raise refusal
    if older is None:
        return Checklist.start(
            ChecklistVersionPublished, at, name=name, checklist_version=1, items=items
        )
    older.record(
        ChecklistVersionPublished,
        at,
        name=name,
        checklist_version=older.newest + 1,
        items=items,
    )
    return older


def _own(at: Circumstances, checklist: ChecklistRef) -> Checklist:
    older = at.read(Checklist, checklist)
    if older.body != at.actor.body:
        raise NoSuchCase("no_such_file", under=CHECKLISTS, file=checklist)
    return older


def _wrong_items(items: tuple[ChecklistItem, ...]) -> Iterable[Refused]:
    if not items:
        yield BeyondTheLaw("checklist_empty", under=CHECKLISTS)
    codes = [item.checklist_item for item in items]
    for code in dict.fromkeys(codes):
        if codes.count(code) > 1:
            yield BeyondTheLaw(
                "checklist_item_twice", under=CHECKLISTS, checklist_item=code
            )


@act(
    "停用检查表版本",
    "Withdraw a version of a checklist",
    by=_BY,
    under=CHECKLISTS,
    rows=("INS-03",),
)
def withdraw_checklist_version(
    checklist: Checklist, at: Circumstances, *, checklist_version: int, reason: str
) -> None:
    """
    Withdraw a version; visits that pinned it are still judged by it.

    Args:
        checklist: The checklist.
        at: Who, when.
        checklist_version: Which version.
        reason: Why.

    Raises:
        NoSuchCase: If there is no such version.
        OutOfOrder: If it was withdrawn already.

    Source:
        国办发〔2024〕54号.
    """
    if checklist_version not in checklist.versions:
        raise NoSuchCase(
            "no_such_checklist_version",
            under=CHECKLISTS,
            checklist_version=checklist_version,
        )
    if checklist_version in checklist.withdrawn:
        raise OutOfOrder(
            "checklist_version_withdrawn",
            under=CHECKLISTS,
            checklist_version=checklist_version,
        )
    checklist.record(
        ChecklistVersionWithdrawn,
        at,
        checklist_version=checklist_version,
        reason=reason,
    )
