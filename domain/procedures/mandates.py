"""
Powers of bodies (执法权限): assigned, delegated, taken back, and asked for (INV-44).
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from uuid import UUID

from domain.acts import Power, Reach, act, opening
from domain.base import HEADS, Role
from domain.body.file import Body, BodyKind
from domain.circumstances import Circumstances
from domain.duty_list.file import (
    DelegationRevoked,
    DutyList,
    DutyListPublished,
    DutyListSuperseded,
    EnforcementDelegated,
    EnforcementMandateAssigned,
    ListedPower,
)
from domain.enterprise.file import Enterprise
from domain.grounds import blank, first
from domain.jurisdictions import Sector
from domain.procedures.tree import governs
from domain.references import BodyRef
from domain.refusals import (
    BeyondTheLaw,
    NotCompetent,
    OutOfOrder,
    OutOfTime,
    Refused,
)

MANDATES = "行政处罚法17;安全生产法10"
DELEGATION = "行政处罚法20"
COERCION = "行政强制法17"
COMMITTEE = "国办发〔2024〕54号"

#: Kinds of body that have powers of their own.
_WITH_POWERS = frozenset((BodyKind.REGULATOR, BodyKind.GOVERNMENT))
#: Kinds of body that may use a power in another's name as well (处罚法21).
_DELEGATES = _WITH_POWERS | {BodyKind.DELEGATE}

#: Where the law says who has a power.
_OF_POWER = {
    Power.INSPECT: "安全生产法62",
    Power.PENALISE: "行政处罚法17",
    Power.COERCE: COERCION,
    Power.LICENSE: "安全生产法63",
    Power.INVESTIGATE: "国务院令493号19",
}

_BY = (Role.CLERK, *HEADS)


@opening(
    "确定执法权限",
    "Assign a mandate",
    by=_BY,
    under=MANDATES,
    reach=Reach.BELOW,
    rules=("INV-44",),
    rows=("REG-13", "REG-14", "REG-15", "REG-18"),
)
def assign_mandate(
    at: Circumstances,
    *,
    body: BodyRef,
    power: Power,
    since_on: date,
    sector: Sector | None = None,
    until_on: date | None = None,
) -> DutyList:
    """
    Enter a power in the duty list of a body; its first entry opens the list.

    A power of the same sector from the same day is replaced: so its end is entered.

    Args:
        at: Who, when.
        body: Whose power it is: one's own body or one below it.
        power: The power, at the body's own level of government.
        since_on: First day.
        sector: For whose work safety; every sector if none is named.
        until_on: Last day, inclusive; none while it stands.

    Raises:
        NotCompetent: If the body is not one's own or below it.
        NoSuchCase: If there is no such body.
        BeyondTheLaw: If it is the office of a safety committee, which enforces nothing,
            or another body without powers of its own, or the power would end before it
            begins.

    Source:
        行政处罚法 17; 安全生产法 10; 国办发〔2024〕54号.
    """
    if not governs(at, body):
        raise NotCompetent("outside_jurisdiction", under=MANDATES, body=body)
    holder = at.read(Body, body)
    for refusal in _wrong_kind(holder, _WITH_POWERS, under=MANDATES):
        raise refusal
    if until_on is not None and until_on < since_on:
        raise BeyondTheLaw(
            "term_reversed", under=MANDATES, since_on=since_on, until_on=until_on
        )
    known = at.holder(f"duty_list/{body}")
    if known:
        duties = at.read(DutyList, known)
    else:
        duties = DutyList.start(DutyListPublished, at, because=holder, body=body)
    duties.record(
        EnforcementMandateAssigned,
        at,
        body=body,
        level=holder.level,
        power=power,
        since_on=since_on,
        sector=sector,
        until_on=until_on,
    )
    return duties


@act(
    "替代权责清单",
    "Supersede a duty list",
    by=_BY,
    under=MANDATES,
    reach=Reach.BELOW,
    rules=("INV-44",),
    rows=("REG-13",),
)
def supersede_duty_list(
    duties: DutyList,
    at: Circumstances,
    *,
    listed_powers: tuple[ListedPower, ...],
    since_on: date,
    source: str,
) -> None:
    """
    Publish the duty list of a body anew: from that day on it has these powers alone.

    Args:
        duties: The list that stands.
        at: Who, when.
        listed_powers: Every power of the new list, at least one.
        since_on: Its first day, today or later.
        source: The document by which it was published.

    Raises:
        NotCompetent: If the body is not one's own or below it.
        OutOfOrder: If no document is named.
        OutOfTime: If the day lies in the past.
        BeyondTheLaw: If no power is named, one is named twice, or one would end before
            it begins.

    Source:
        行政处罚法 17; 安全生产法 10.
    """
    assert duties.holder is not None
    if not governs(at, duties.holder):
        raise NotCompetent("outside_jurisdiction", under=MANDATES, body=duties.holder)
    first(blank(source, "source_missing", under=MANDATES))
    if since_on < at.on:
        raise OutOfTime("list_reaches_back", under=MANDATES, since_on=since_on)
    first(_wrong_powers(listed_powers, since_on))
    duties.record(
        DutyListSuperseded,
        at,
        body=duties.holder,
        level=at.read(Body, duties.holder).level,
        since_on=since_on,
        listed_powers=listed_powers,
        source=source,
    )


def _wrong_powers(listed: tuple[ListedPower, ...], since_on: date) -> Iterable[Refused]:
    named = [(each.power, each.sector) for each in listed]
    if not named or len(set(named)) < len(named):
        yield BeyondTheLaw("powers_incomplete", under=MANDATES)
    for each in listed:
        if each.until_on is not None and each.until_on < since_on:
            yield BeyondTheLaw(
                "term_reversed",
                under=MANDATES,
                since_on=since_on,
                until_on=each.until_on,
            )


@act(
    "委托执法",
    "Delegate enforcement",
    by=_BY,
    under=DELEGATION,
    rules=("INV-44",),
    rows=("REG-16",),
)
def delegate_enforcement(
    duties: DutyList,
    at: Circumstances,
    *,
    delegate: BodyRef,
    powers: tuple[Power, ...],
    matters: tuple[str, ...],
    since_on: date,
    until_on: date,
) -> None:
    """
    Let another organisation use powers in the name of one's own body.

    Args:
        duties: The duty list of one's own body.
        at: Who, when.
        delegate: The organisation.
        powers: Which powers, at least one; one's own, and never coercion.
        matters: What they may be used for, at least one matter.
        since_on: First day.
        until_on: Last day, inclusive.

    Raises:
        NotCompetent: If a power is coercion, or is not one's own.
        NoSuchCase: If there is no such organisation.
        BeyondTheLaw: If it is the office of a safety committee or another body that
            enforces for nobody, no power or no matter is named, or it would end before
            it begins.

    Source:
        行政处罚法 20: in writing, with matters and term, published; 行政强制法 17:
        coercion may not be delegated; 国办发〔2024〕54号.
    """
    assert at.actor.body is not None
    for power in powers:
        if power is Power.COERCE:
            raise NotCompetent("mandate_not_delegable", under=COERCION)
        if not duties.sectors_of(at.actor.body, power, since_on):
            raise NotCompetent("no_mandate", under=_OF_POWER[power], power=power)
    for refusal in _wrong_kind(at.read(Body, delegate), _DELEGATES, under=DELEGATION):
        raise refusal
    if not powers or not matters:
        raise BeyondTheLaw("delegation_empty", under=DELEGATION)
    if until_on < since_on:
        raise BeyondTheLaw(
            "term_reversed", under=DELEGATION, since_on=since_on, until_on=until_on
        )
    duties.record(
        EnforcementDelegated,
        at,
        delegate=delegate,
        powers=powers,
        matters=matters,
        since_on=since_on,
        until_on=until_on,
    )


@act(
    "撤销委托",
    "Revoke a delegation",
    by=_BY,
    under=DELEGATION,
    rules=("INV-44",),
    rows=("REG-16",),
)
def revoke_delegation(
    duties: DutyList, at: Circumstances, *, delegate: BodyRef, reason: str
) -> None:
    """
    Take back what was delegated to an organisation, at once.

    Args:
        duties: The duty list of one's own body.
        at: Who, when.
        delegate: The organisation.
        reason: Why.

    Raises:
        OutOfOrder: If nothing is delegated to it.

    Source:
        行政处罚法 20: who delegates answers for it.
    """
    if not duties.delegates_to(delegate, at.on):
        raise OutOfOrder("nothing_delegated", under=DELEGATION, body=delegate)
    duties.record(
        DelegationRevoked,
        at,
        delegate=delegate,
        until_on=at.on - timedelta(days=1),
        reason=reason,
    )


def _wrong_kind(
    body: Body, kinds: frozenset[BodyKind], *, under: str
) -> Iterable[Refused]:
    """
    It is not of a kind that may have, or be lent, a power.
    """
    if body.kind is BodyKind.COMMITTEE_OFFICE:
        yield BeyondTheLaw("committee_office_enforces_nothing", under=COMMITTEE)
    elif body.kind not in kinds:
        yield BeyondTheLaw("no_powers_for_kind", under=under, body_kind=body.kind)


@delegate_enforcement.unless
@revoke_delegation.unless
def cannot_delegate(duties: DutyList, at: Circumstances) -> Iterable[Refused]:
    """
    The list is that of one's own body.
    """
    if duties.holder != at.actor.body:
        yield NotCompetent("not_the_delegator", under=DELEGATION)


def without_mandate(
    at: Circumstances, power: Power, *, enterprise: UUID | None = None
) -> Iterator[Refused]:
    """
    Refuse where the acting body has no power on the legal day: none of its own, and
    none that another lends it (INV-44).

    A power for some sectors only is asked for the sector of the enterprise.

    Args:
        at: Who acts, for which body, when.
        power: The power.
        enterprise: On whom it is used; without one, a power for any sector is enough.

    Source:
        行政处罚法 17, 18, 20; 行政强制法 17; 甘委发〔2017〕28号 (十).
    """
    body = at.actor.body
    assert body is not None
    lists = [at.read(DutyList, each) for each in at.tagged(f"body/{body}/mandate")]
    sectors = {s for duties in lists for s in duties.sectors_of(body, power, at.on)}
    if None in sectors:
        return
    if sectors:
        found = at.find(Enterprise, enterprise) if enterprise else None
        if found is None or found.sector in sectors:
            return
    lent = any(duties.delegates_to(body, at.on) for duties in lists)
    if power is Power.COERCE and lent:
        yield NotCompetent("mandate_not_delegable", under=COERCION)
    else:
        yield NotCompetent("no_mandate", under=_OF_POWER[power], power=power)
