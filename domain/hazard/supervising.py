"""
Acts of supervision: assigning, listing, the three lists, progress, release.
"""

from collections.abc import Iterable
from datetime import date

from domain.acts import Reach, act
from domain.base import HEADS, Role
from domain.circumstances import Circumstances
from domain.grounds import blank, first, past
from domain.hazard.choices import RECTIFYING, Lister, ListingPart, Stage, ThreeList
from domain.hazard.facts_of_ending import SupervisionReleased
from domain.hazard.facts_of_treatment import (
    HazardAssigned,
    HazardListedForSupervision,
    SupervisionProgressRecorded,
    ThreeListsRecorded,
)
from domain.hazard.file import Hazard
from domain.hazard.grounds import ended, not_at, not_major
from domain.law.statutes import DRAFT_OPINION, SAFETY_LAW
from domain.references import BodyRef
from domain.refusals import NotCompetent, OutOfOrder, Refused
from domain.values import Upload

SUPERVISION = SAFETY_LAW.article(41, 3)
THREE_LISTS = f"{DRAFT_OPINION.zh}(十一)"

_LISTERS = (*HEADS, Role.COMMITTEE_OFFICE)
_REACH = {Role.COMMITTEE_OFFICE: Reach.BELOW}


@act(
    "挂牌督办",
    "List a hazard for supervision",
    by=_LISTERS,
    under=SUPERVISION,
    reach=_REACH,
    rules=("INV-08", "INV-10", "INV-11"),
    rows=("HAZ-07",),
)
def list_for_supervision(
    hazard: Hazard,
    at: Circumstances,
    *,
    listing_number: str = "",
    requirements: str = "",
    responsible_body: BodyRef | None = None,
    supervise_until: date | None = None,
    displayed_where: str = "",
) -> None:
    """
    List a major hazard for supervision, by number, requirements, body and last day.

    Args:
        hazard: The hazard.
        at: Who, when.
        listing_number: Number of the supervision paper.
        requirements: What is required.
        responsible_body: Which body answers for it.
        supervise_until: The last day, inclusive.
        displayed_where: Where the listing is posted.

    Raises:
        NotCompetent: If the place does not let the office of the committee list.
        OutOfOrder: If no order runs, it is listed already, or one of the four is empty.
        OutOfTime: If the last day is over already.
        BeyondTheLaw: If it is not a major hazard.

    Source:
        安全生产法 41(3); 实施意见(征求意见稿) (二十三).
    """
    given = {
        ListingPart.NUMBER: listing_number.strip(),
        ListingPart.REQUIREMENTS: requirements.strip(),
        ListingPart.RESPONSIBLE_BODY: responsible_body,
        ListingPart.LAST_DAY: supervise_until,
    }
    missing = tuple(part for part, value in given.items() if not value)
    if missing or supervise_until is None:
        raise OutOfOrder("listing_incomplete", under=SUPERVISION, missing=missing)
    first(past(supervise_until, at, under=SUPERVISION))
    hazard.record(
        HazardListedForSupervision,
        at,
        listing_number=listing_number,
        requirements=requirements,
        responsible_body=responsible_body,
        supervise_until=supervise_until,
        listed_by=_lister(at),
        displayed_where=displayed_where,
    )


@list_for_supervision.unless
def cannot_list(hazard: Hazard, at: Circumstances) -> Iterable[Refused]:
    """
    A major hazard under an order, once, by whom the place names.
    """
    named = at.rules.find("hazard.listed_by")
    if isinstance(named, tuple) and _lister(at).code not in named:
        yield NotCompetent("lister_not_named", under=SUPERVISION)
    yield from not_at(hazard, *RECTIFYING, under=SUPERVISION)
    if hazard.listing is not None:
        yield OutOfOrder("listed_already", under=SUPERVISION)
    yield from not_major(hazard, under=SUPERVISION)


def _lister(at: Circumstances) -> Lister:
    if at.actor.role is Role.COMMITTEE_OFFICE:
        return Lister.COMMITTEE_OFFICE
    return Lister.DEPARTMENT


@act(
    "登记三清单",
    "Record the three lists",
    by=(Role.OFFICER, *HEADS),
    under=SUPERVISION,
    rules=("INV-12",),
    rows=("HAZ-08",),
)
def record_three_lists(
    hazard: Hazard,
    at: Circumstances,
    *,
    problem_list: tuple[str, ...] = (),
    responsibility_list: tuple[str, ...] = (),
    rectification_list: tuple[str, ...] = (),
) -> None:
    """
    Record what is wrong, who answers for it, and what is done about it.

    Args:
        hazard: The hazard.
        at: Who, when.
        problem_list: The problems, at least one.
        responsibility_list: Who answers for what, at least one entry.
        rectification_list: What is done by when, at least one entry.

    Raises:
        OutOfOrder: If a major hazard is not listed for supervision, no order runs and
            nothing was reported, or a list is empty.

    Source:
        实施意见(征求意见稿) (十一).
    """
    lists = {
        ThreeList.PROBLEMS: problem_list,
        ThreeList.RESPONSIBILITIES: responsibility_list,
        ThreeList.RECTIFICATION: rectification_list,
    }
    missing = tuple(
        kind for kind, entries in lists.items() if not any(e.strip() for e in entries)
    )
    if missing:
        raise OutOfOrder("lists_incomplete", under=THREE_LISTS, missing=missing)
    hazard.record(
        ThreeListsRecorded,
        at,
        problem_list=problem_list,
        responsibility_list=responsibility_list,
        rectification_list=rectification_list,
    )


@record_three_lists.unless
def cannot_record_lists(hazard: Hazard, at: Circumstances) -> Iterable[Refused]:
    """
    Before the acceptance; for a major hazard, after its listing.
    """
    del at
    yield from not_at(hazard, *RECTIFYING, Stage.REPORTED, under=THREE_LISTS)
    if hazard.is_major and hazard.listing is None:
        yield OutOfOrder("not_listed", under=SUPERVISION)


@act(
    "记录督办进展",
    "Record the progress of a supervised rectification",
    by=_LISTERS,
    under=SUPERVISION,
    reach=_REACH,
    rows=("HAZ-07",),
)
def record_supervision_progress(
    hazard: Hazard,
    at: Circumstances,
    *,
    progress: str,
    evidence: tuple[Upload, ...] = (),
) -> None:
    """
    Record how a supervised rectification goes.

    Args:
        hazard: The hazard.
        at: Who, when.
        progress: How it goes.
        evidence: Photographs, papers.

    Raises:
        OutOfOrder: If it is not listed, has ended, or nothing is said.

    Source:
        安全生产法 41(3); 实施意见(征求意见稿) (二十三).
    """
    first(blank(progress, "progress_missing", under=SUPERVISION))
    hazard.record(SupervisionProgressRecorded, at, progress=progress, evidence=evidence)


@record_supervision_progress.unless
def cannot_record_progress(hazard: Hazard, at: Circumstances) -> Iterable[Refused]:
    """
    While it is listed.
    """
    del at
    if hazard.listing is None:
        yield OutOfOrder("not_listed", under=SUPERVISION)
    yield from ended(hazard, under=SUPERVISION)


@act(
    "交办隐患",
    "Assign a hazard to a body",
    by=(Role.OFFICER, *HEADS),
    under=SUPERVISION,
    rows=("HAZ-10",),
)
def assign_hazard(
    hazard: Hazard,
    at: Circumstances,
    *,
    body: BodyRef,
    requirements: str,
    until_on: date | None = None,
) -> None:
    """
    Give a hazard to a body to see to; that body may read the file from now on.

    Args:
        hazard: The hazard.
        at: Who, when.
        body: The body.
        requirements: What it is asked to do.
        until_on: By when, inclusive.

    Raises:
        OutOfOrder: If the hazard has ended, or nothing is asked.
        OutOfTime: If the last day is over already.

    Source:
        甘委发〔2017〕28号 (二十一) 交办制.
    """
    first(blank(requirements, "requirements_missing", under=SUPERVISION))
    if until_on is not None:
        first(past(until_on, at, under=SUPERVISION))
    hazard.record(
        HazardAssigned, at, body=body, requirements=requirements, until_on=until_on
    )


@assign_hazard.unless
def cannot_assign(hazard: Hazard, at: Circumstances) -> Iterable[Refused]:
    """
    While it is open.
    """
    del at
    yield from ended(hazard, under=SUPERVISION)


@act(
    "解除督办",
    "Release a hazard from supervision",
    by=_LISTERS,
    under=SUPERVISION,
    reach=_REACH,
    rows=("HAZ-07",),
)
def release_supervision(hazard: Hazard, at: Circumstances, *, opinion: str) -> None:
    """
    Release a delisted hazard from supervision, by the body that listed it.

    Args:
        hazard: The hazard.
        at: Who, when.
        opinion: What was found at the end.

    Raises:
        NotCompetent: If another body listed it.
        OutOfOrder: If it is not listed, or not delisted yet.

    Source:
        安全生产法 41(3); 实施意见(征求意见稿) (二十三).
    """
    hazard.record(SupervisionReleased, at, opinion=opinion)


@release_supervision.unless
def cannot_release(hazard: Hazard, at: Circumstances) -> Iterable[Refused]:
    """
    By the lister, after the delisting.
    """
    listing = hazard.listing
    if listing is None:
        yield OutOfOrder("not_listed", under=SUPERVISION)
    elif not at.standing.goes_on_for(listing.body, at):
        yield NotCompetent("not_the_lister", under=SUPERVISION)
    if hazard.stage is not Stage.DELISTED:
        yield OutOfOrder("not_delisted", under=SUPERVISION, stage=hazard.stage)
