"""
Experts (专家): who may be heard about an enterprise, and what one says on a visit.
"""

from collections.abc import Iterable
from uuid import UUID

from domain.acts import Power, act
from domain.base import Role, Time
from domain.circumstances import Circumstances
from domain.expert.file import Expert
from domain.grounds import blank, first
from domain.inspection.facts import ExpertFindingSubmitted
from domain.inspection.file import Inspection
from domain.inspection.grounds import cannot_add, unknown_checklist_item
from domain.law.statutes import DRAFT_OPINION, SAFETY_LAW
from domain.references import ExpertRef
from domain.refusals import NotCompetent, Refused
from domain.values import Upload

CONSULTATION = f"{SAFETY_LAW.article(65)};{DRAFT_OPINION.zh}(十一)"


def unfit_experts(
    at: Circumstances,
    experts: Iterable[UUID],
    *,
    enterprise: UUID | None,
    under: str,
) -> Iterable[Refused]:
    """
    List why experts may not be heard about an enterprise: they are not on the roster
    that day, or belong to it or to who serves it.

    Args:
        at: The circumstances; what is read joins the conditions.
        experts: Their files.
        enterprise: The enterprise.
        under: The provision of the act.
    """
    for each in experts:
        expert = at.read(Expert, each)
        if not expert.is_enrolled_on(at.on):
            yield NotCompetent("expert_not_on_roster", under=under, expert=each)
        if expert.is_of(enterprise):
            yield NotCompetent("expert_not_independent", under=under, expert=each)


@act(
    "提交专家意见",
    "Take in what an expert found",
    by=Role.OFFICER,
    under=CONSULTATION,
    time=Time.CAPTURED,
    late=True,
    power=Power.INSPECT,
    two_officers=True,
    rows=("INS-16",),
)
def submit_expert_finding(
    inspection: Inspection,
    at: Circumstances,
    *,
    expert: ExpertRef,
    opinion: str,
    checklist_item: str = "",
    evidence: tuple[Upload, ...] = (),
    opinion_paper: Upload | None = None,
) -> None:
    """
    Take in the opinion of an expert who came along; what follows from it is found by
    the officers.

    Args:
        inspection: The inspection.
        at: Who, when.
        expert: An expert of the roster.
        opinion: What the expert found.
        checklist_item: Code of the item that it is about, if it is about one.
        evidence: Photographs or recordings.
        opinion_paper: The opinion as the expert signed it.

    Raises:
        NotCompetent: If somebody acts who was not named for the visit, or the expert is
            not on the roster or not independent of the enterprise.
        NoSuchCase: If there is no such expert, or the checklist has no such item.
        OutOfOrder: If the record is made, or no opinion is given.

    Source:
        安全生产法 65; 实施意见(征求意见稿) (十一).
    """
    first(blank(opinion, "opinion_missing", under=CONSULTATION))
    inspection.record(
        ExpertFindingSubmitted,
        at,
        expert=expert,
        opinion=opinion,
        checklist_item=checklist_item,
        evidence=evidence,
        opinion_paper=opinion_paper,
    )


submit_expert_finding.unless(cannot_add)


@submit_expert_finding.unless_named
def cannot_be_heard(
    inspection: Inspection,
    at: Circumstances,
    *,
    expert: ExpertRef,
    checklist_item: str,
    **_: object,
) -> Iterable[Refused]:
    """
    The expert is not enrolled or not independent, or there is no such item.
    """
    enterprise = inspection.enterprise
    yield from unfit_experts(at, (expert,), enterprise=enterprise, under=CONSULTATION)
    if checklist_item:
        yield from unknown_checklist_item(
            inspection, checklist_item, under=CONSULTATION
        )
