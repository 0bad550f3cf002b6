"""
Acts while a suspension lasts and towards its end: defied, conditions, application,
approval, resumption (停产期间和复产).
"""

from collections.abc import Iterable

from domain.acts import Power, act
from domain.base import HEADS, Role, Time
from domain.circumstances import Circumstances
from domain.grounds import blank, first
from domain.law.ladders import Matter
from domain.law.statutes import (
    COAL_REGULATION,
    DRAFT_OPINION,
    SAFETY_LAW,
)
from domain.limits import limit_if_any
from domain.refusals import NotCompetent, OutOfOrder, OutOfTime, Refused
from domain.suspension_order.choices import APPLICABLE, Stage
from domain.suspension_order.facts import SuspensionDefied, SuspensionPeriodEnded
from domain.suspension_order.facts_of_resuming import (
    ProductionResumed,
    ResumptionApplied,
    ResumptionApproved,
    ResumptionConditionAdded,
    ResumptionRefused,
)
from domain.suspension_order.file import SuspensionOrder
from domain.suspension_order.grounds import not_active, not_at
from domain.values import Upload

STOP = SAFETY_LAW.article(65, 3)
DEFIANCE = SAFETY_LAW.article(70)
RESUMPTION = f"{DRAFT_OPINION.zh}(十四)"
COAL = COAL_REGULATION.article(48)


@act(
    "记录拒不执行停产",
    "Record that a suspension is defied",
    by=Role.OFFICER,
    under=DEFIANCE,
    time=Time.CAPTURED,
    power=Power.INSPECT,
    two_officers=True,
    rules=("INV-31",),
    rows=("SUS-01", "SUS-06"),
)
def record_defiance(
    order: SuspensionOrder,
    at: Circumstances,
    *,
    defiance: str,
    evidence: tuple[Upload, ...],
) -> None:
    """
    Record that production went on against the order, with what proves it.

    It opens the way to a supply cut, to closure and, as 刑法 134之一, to the police.

    Args:
        order: The order.
        at: Who, the minute.
        defiance: What was seen.
        evidence: What proves it.

    Raises:
        OutOfOrder: If the order does not hold, or nothing proves it.

    Source:
        安全生产法 70, 113(4).
    """
    first(blank(defiance, "defiance_unproved", under=DEFIANCE))
    if not evidence:
        raise OutOfOrder("defiance_unproved", under=DEFIANCE)
    order.record(SuspensionDefied, at, defiance=defiance, evidence=evidence)


@act(
    "附加复产条件",
    "Add a condition of resumption",
    by=Role.OFFICER,
    under=RESUMPTION,
    power=Power.INSPECT,
    rules=("INV-30",),
    rows=("SUS-04",),
)
def add_resumption_condition(
    order: SuspensionOrder,
    at: Circumstances,
    *,
    resumption_condition: str,
    legal_basis: str,
) -> None:
    """
    Set a further condition; production resumes only when it is found met.

    Args:
        order: The order.
        at: Who, when.
        resumption_condition: What has to be done.
        legal_basis: The rule that asks for it.

    Raises:
        OutOfOrder: If the order does not hold, or nothing or no basis is stated.

    Source:
        忻州2020通知 (五): coal mines after a larger accident.
    """
    for text in (resumption_condition, legal_basis):
        first(blank(text, "condition_missing", under=RESUMPTION))
    order.record(
        ResumptionConditionAdded,
        at,
        condition_no=len(order.conditions) + 1,
        resumption_condition=resumption_condition,
        legal_basis=legal_basis,
    )


@record_defiance.unless
@add_resumption_condition.unless
def cannot_add(order: SuspensionOrder, at: Circumstances) -> Iterable[Refused]:
    """
    While production may not go on.
    """
    del at
    yield from not_active(order, under=STOP)


@act(
    "申请复产",
    "Apply to resume production",
    by=(Role.OFFICER, Role.CLERK),
    under=RESUMPTION,
    time=Time.STATED,
    rules=("INV-30",),
    rows=("SUS-03",),
)
def apply_resumption(
    order: SuspensionOrder, at: Circumstances, *, self_check: str, paper: Upload
) -> None:
    """
    Take in that the enterprise applies to resume; the time to go and look begins.

    Args:
        order: The order.
        at: Who takes it in; the day of the application.
        self_check: What the enterprise found when it examined itself.
        paper: The application, with the report on that.

    Raises:
        OutOfOrder: If production is not suspended, or an application is pending.

    Source:
        实施意见(征求意见稿) (十四); 总局令16号 23: ten days;
        煤矿安全生产条例 48: twenty.
    """
    applied = [f for f in order.history if isinstance(f, ResumptionApplied)]
    rule = "CM.resume" if order.is_coal else "IN.major.restart"
    order.record(
        ResumptionApplied,
        at,
        self_check=self_check,
        paper=paper,
        nth_application=len(applied) + 1,
        resume_limit=limit_if_any(at, rule, at.on),
    )


@apply_resumption.unless
def cannot_apply(order: SuspensionOrder, at: Circumstances) -> Iterable[Refused]:
    """
    While suspended, or after an acceptance that failed.
    """
    del at
    yield from not_at(order, *APPLICABLE, under=RESUMPTION)


@act(
    "准予复产",
    "Approve that production resumes",
    by=HEADS,
    under=RESUMPTION,
    rules=("INV-30",),
    rows=("SUS-03",),
    matter=Matter.RESUMPTION,
)
def approve_resumption(
    order: SuspensionOrder,
    at: Circumstances,
    *,
    opinion: str,
    mine_safety_consent: Upload | None = None,
    government_consent: Upload | None = None,
) -> None:
    """
    Approve that production resumes, after the experts have accepted.

    Args:
        order: The order.
        at: The head, when.
        opinion: Why.
        mine_safety_consent: For a coal mine, the consent of the mine-safety office.
        government_consent: For a coal mine, the approval of the head of government.

    Raises:
        NotCompetent: If a coal mine's is approved by another than the principal head.
        OutOfOrder: If experts did not accept, a condition is open, or one of a coal
            mine's three consents is missing.

    Source:
        安全生产法 65(3); 实施意见(征求意见稿) (十四); 煤矿安全生产条例 48.
    """
    if order.is_coal and not (mine_safety_consent and government_consent):
        raise OutOfOrder("consents_missing", under=COAL)
    order.record(
        ResumptionApproved,
        at,
        opinion=opinion,
        by_principal_head=at.actor.role is Role.PRINCIPAL_HEAD,
        mine_safety_consent=mine_safety_consent,
        government_consent=government_consent,
    )


@approve_resumption.unless
def cannot_approve(order: SuspensionOrder, at: Circumstances) -> Iterable[Refused]:
    """
    After the acceptance, with every condition met; of a coal mine the principal head.
    """
    if order.is_coal and at.actor.role is not Role.PRINCIPAL_HEAD:
        yield NotCompetent("principal_head_only", under=COAL)
    yield from _not_accepted(order)


def _not_accepted(order: SuspensionOrder) -> Iterable[Refused]:
    if order.stage is not Stage.PASSED:
        yield OutOfOrder("acceptance_missing", under=RESUMPTION, stage=order.stage)
    elif order.open_conditions:
        yield OutOfOrder(
            "conditions_open", under=RESUMPTION, condition_nos=order.open_conditions
        )


@act(
    "不予复产",
    "Refuse that production resumes",
    by=HEADS,
    under=RESUMPTION,
    rows=("SUS-03",),
)
def refuse_resumption(
    order: SuspensionOrder, at: Circumstances, *, reason: str
) -> None:
    """
    Refuse an application; the enterprise may apply again.

    Args:
        order: The order.
        at: The head, when.
        reason: Why.

    Raises:
        OutOfOrder: If no application is pending, or no reason is given.

    Source:
        安全生产法 65(3).
    """
    first(blank(reason, "reason_missing", under=RESUMPTION))
    order.record(ResumptionRefused, at, reason=reason)


@refuse_resumption.unless
def cannot_refuse(order: SuspensionOrder, at: Circumstances) -> Iterable[Refused]:
    """
    While an application is pending.
    """
    del at
    yield from not_at(order, Stage.APPLIED, Stage.PASSED, under=RESUMPTION)


@act(
    "恢复生产",
    "Record that production resumes",
    by=(Role.OFFICER, Role.CLERK),
    under=RESUMPTION,
    time=Time.STATED,
    rules=("INV-30", "INV-32"),
    rows=("SUS-03",),
)
def resume_production(
    order: SuspensionOrder, at: Circumstances, *, resumed_scope: str
) -> None:
    """
    Record that production resumes as approved. Production without approval is defiance.

    Args:
        order: The order.
        at: Who; the day on which it resumes.
        resumed_scope: What resumes.

    Raises:
        OutOfOrder: If it was not approved, or a condition was added since.

    Source:
        实施意见(征求意见稿) (十四); 煤矿安全生产条例 49: announced in five
        working days.
    """
    rule = "CM.publish" if order.is_coal else "TS.after.general"
    order.record(
        ProductionResumed,
        at,
        resumed_scope=resumed_scope,
        publish_limit=limit_if_any(at, rule, at.on),
    )


@resume_production.unless
def cannot_resume(order: SuspensionOrder, at: Circumstances) -> Iterable[Refused]:
    """
    As approved, with no condition added since.
    """
    del at
    if order.stage is not Stage.APPROVED:
        yield OutOfOrder("resumption_not_approved", under=RESUMPTION, stage=order.stage)
    elif order.open_conditions:
        yield OutOfOrder(
            "conditions_open", under=RESUMPTION, condition_nos=order.open_conditions
        )


@act(
    "停产期满",
    "Record that the period of a suspension is over",
    by=(Role.OFFICER, Role.CLERK),
    under=RESUMPTION,
    rows=("SUS-01",),
)
def end_suspension_period(order: SuspensionOrder, at: Circumstances) -> None:
    """
    Record that the period which the decision set is over; nobody may produce for that.

    Args:
        order: The order.
        at: Who, when.

    Raises:
        OutOfOrder: If no period was set, production may go on, or this is recorded.
        OutOfTime: If it is not over.

    Source:
        安全生产法 113(2): what then is still unfit is closed.
    """
    assert order.until_on is not None
    order.record(SuspensionPeriodEnded, at, until_on=order.until_on)


@end_suspension_period.unless
def cannot_end_period(order: SuspensionOrder, at: Circumstances) -> Iterable[Refused]:
    """
    Once, when the set period is over and production is still suspended.
    """
    yield from not_active(order, under=RESUMPTION)
    if order.until_on is None:
        yield OutOfOrder("no_time_set", under=RESUMPTION)
        return
    if order.is_period_over:
        yield OutOfOrder("period_over_already", under=RESUMPTION)
    if at.on <= order.until_on:
        yield OutOfTime("time_not_over", under=RESUMPTION, until_on=order.until_on)
