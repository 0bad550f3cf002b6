"""
Acceptance by experts before production resumes (复产验收).
"""

from collections.abc import Iterable

from domain.acts import Power, act
from domain.base import Role, Time
from domain.circumstances import Circumstances
from domain.grounds import blank, first
from domain.law.statutes import DRAFT_OPINION
from domain.procedures.experts import unfit_experts
from domain.references import ExpertRef
from domain.refusals import BeyondTheLaw, NoSuchCase, Refused
from domain.suspension_order.choices import Stage
from domain.suspension_order.facts_of_resuming import (
    ExpertAcceptanceFailed,
    ExpertAcceptancePassed,
)
from domain.suspension_order.file import SuspensionOrder
from domain.suspension_order.grounds import not_at
from domain.values import Upload

ACCEPTANCE = f"{DRAFT_OPINION.zh}(十四)"


@act(
    "专家验收合格",
    "Record that experts accept",
    by=Role.OFFICER,
    under=ACCEPTANCE,
    time=Time.CAPTURED,
    power=Power.INSPECT,
    two_officers=True,
    rules=("INV-30",),
    rows=("SUS-03",),
)
def pass_expert_acceptance(
    order: SuspensionOrder,
    at: Circumstances,
    *,
    experts: tuple[ExpertRef, ...],
    opinion: str,
    paper: Upload,
    met_conditions: tuple[int, ...] = (),
) -> None:
    """
    Record that experts found on the spot that production can resume.

    Args:
        order: The order, resumption applied for.
        at: Who, when.
        experts: The experts, enrolled and independent.
        opinion: What they found.
        paper: Their signed opinion.
        met_conditions: Numbers of the conditions that they found met.

    Raises:
        NotCompetent: If an expert is not enrolled that day, or belongs to the
            enterprise or to who serves it.
        NoSuchCase: If there is no such condition.
        OutOfOrder: If no application is pending, or no opinion is stated.
        BeyondTheLaw: If no expert is named.

    Source:
        实施意见(征求意见稿) (十四): 企业申请 → 专家验收 → 审查同意 → 恢复.
    """
    first(blank(opinion, "reason_missing", under=ACCEPTANCE), _no_experts(experts))
    order.record(
        ExpertAcceptancePassed,
        at,
        experts=tuple(dict.fromkeys(experts)),
        opinion=opinion,
        met_conditions=tuple(sorted(set(met_conditions))),
        paper=paper,
    )


@act(
    "专家验收不合格",
    "Record that experts do not accept",
    by=Role.OFFICER,
    under=ACCEPTANCE,
    time=Time.CAPTURED,
    power=Power.INSPECT,
    two_officers=True,
    rules=("INV-30", "INV-31"),
    rows=("SUS-03",),
)
def fail_expert_acceptance(
    order: SuspensionOrder,
    at: Circumstances,
    *,
    experts: tuple[ExpertRef, ...],
    reason: str,
    paper: Upload,
) -> None:
    """
    Record that experts found on the spot that production cannot resume.

    Args:
        order: The order, resumption applied for.
        at: Who, when.
        experts: The experts, enrolled and independent.
        reason: What is still wrong.
        paper: Their signed opinion.

    Raises:
        NotCompetent: If an expert is not enrolled that day, or belongs to the
            enterprise or to who serves it.
        OutOfOrder: If no application is pending, or no reason is given.
        BeyondTheLaw: If no expert is named.

    Source:
        实施意见(征求意见稿) (十四); 安全生产法 113(2).
    """
    first(blank(reason, "reason_missing", under=ACCEPTANCE), _no_experts(experts))
    order.record(
        ExpertAcceptanceFailed,
        at,
        experts=tuple(dict.fromkeys(experts)),
        reason=reason,
        paper=paper,
    )


@pass_expert_acceptance.unless
@fail_expert_acceptance.unless
def cannot_accept(order: SuspensionOrder, at: Circumstances) -> Iterable[Refused]:
    """
    While an application is pending.
    """
    del at
    yield from not_at(order, Stage.APPLIED, under=ACCEPTANCE)


@pass_expert_acceptance.unless_named
@fail_expert_acceptance.unless_named
def cannot_be_heard(
    order: SuspensionOrder,
    at: Circumstances,
    *,
    experts: tuple[ExpertRef, ...],
    met_conditions: tuple[int, ...] = (),
    **_: object,
) -> Iterable[Refused]:
    """
    An expert is not enrolled or not independent, or there is no such condition.
    """
    enterprise = order.enterprise
    yield from unfit_experts(at, experts, enterprise=enterprise, under=ACCEPTANCE)
    for number in met_conditions:
        if number not in order.conditions:
            yield NoSuchCase("no_such_condition", under=ACCEPTANCE, condition_no=number)


def _no_experts(experts: tuple[ExpertRef, ...]) -> Iterable[Refused]:
    if not experts:
        yield BeyondTheLaw("experts_missing", under=ACCEPTANCE)
