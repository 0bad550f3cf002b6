"""
The rules of a place (当地规则): packs published, adopted and retired, and which holds.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from domain.acts import Reach, act, opening
from domain.base import HEADS, Fact, Role
from domain.calendar import Calendar
from domain.calendar_year.file import CALENDARS, PublishedYear
from domain.circumstances import Circumstances
from domain.deployment.file import Ledger
from domain.jurisdictions import regions_upward
from domain.law.calendars import with_published
from domain.law.pack_review import check_pack
from domain.law.packs import PACKS, PackStatus
from domain.law.parameters import Value
from domain.limits import Limit, derived_anew
from domain.procedures.tree import region_of
from domain.refusals import BeyondTheLaw, NotCompetent, OutOfOrder, OutOfTime, Refused
from domain.rule_pack.file import (
    RulePack,
    RulePackAdopted,
    RulePackPublished,
    RulePackRetired,
    adoption_tag,
    pack_claim,
)
from domain.rule_pack.values import PackValue, read, values_of

PUBLISH = "行政处罚法34;国办发〔2024〕54号"
ADOPT = "行政处罚法34"

_BY = (*HEADS, Role.CLERK)


@opening(
    "发布规则包",
    "Publish a rule pack",
    by=_BY,
    under=PUBLISH,
    reach=Reach.BELOW,
    rules=("INV-04", "INV-64"),
    rows=("AUD-05", "AUD-06", "AUD-07", "PEN-05", "LIC-04"),
)
def publish_rule_pack(
    at: Circumstances,
    *,
    pack_code: str,
    pack_version: str,
    changes: tuple[PackValue, ...] = (),
) -> RulePack:
    """
    Publish a version of a pack: what its document lays down, and one's own figures.

    Args:
        at: Who, when.
        pack_code: Code of the pack, for example ``004``.
        pack_version: A name for this version that no other has.
        changes: Values that stand in place of the table's, whole parameters each.

    Raises:
        OutOfOrder: If the version is published already.
        BeyondTheLaw: If there is no such pack, or it touches what no place may touch:
            a referral to the police above all.

    Source:
        行政处罚法 34; 国务院令310号 (2020) 3, 5: nothing a place lays down can keep a
        suspected crime from the police.
    """
    if at.holder(pack_claim(pack_code, pack_version)):
        raise OutOfOrder(
            "pack_published", under=PUBLISH, pack=f"{pack_code}@{pack_version}"
        )
    if pack_code not in PACKS:
        raise BeyondTheLaw("no_such_pack", under=PUBLISH, pack=pack_code)
    shipped = PACKS[pack_code]
    replaced = {change.parameter for change in changes}
    kept = (v for v in values_of(shipped) if v.parameter not in replaced)
    pack_values = (*kept, *changes)
    for refusal in _faults(pack_values, at.on):
        raise refusal
    return RulePack.start(
        RulePackPublished,
        at,
        pack_code=pack_code,
        pack_version=pack_version,
        pack_status=shipped.status,
        pack_values=pack_values,
    )


def _faults(values: tuple[PackValue, ...], day: date) -> Iterable[Refused]:
    """
    List what the pack may not do from that day on; what had ended before is history.
    """
    standing = [
        each
        for each in values
        if each.in_force_until is None or day <= each.in_force_until
    ]
    whole: dict[str, Value | None] = {v.parameter: read(v.value) for v in standing}
    singly = (check_pack({v.parameter: read(v.value)}) for v in standing)
    faults = (
        *(f for found in singly for f in found if f.code != "missing"),
        *(f for f in check_pack(whole) if f.code == "missing"),
    )
    for fault in faults:
        yield BeyondTheLaw(
            f"pack_{fault.code}",
            under=fault.under or PUBLISH,
            parameter=fault.parameter,
            zh=fault.zh,
            en=fault.en,
        )


@act(
    "采用规则包",
    "Adopt a rule pack",
    by=_BY,
    under=ADOPT,
    reach=Reach.BELOW,
    rules=("INV-64",),
    rows=("AUD-06",),
)
def adopt_rule_pack(
    pack: RulePack, at: Circumstances, *, region: str, since_on: date
) -> None:
    """
    Let a pack govern a place from a day on, in place of whatever governed it.

    Nothing decided before is decided anew.

    Args:
        pack: The pack.
        at: Who, when.
        region: The place, six digits of GB/T 2260: one's own or one within it.
        since_on: First day, today or later.

    Raises:
        NotCompetent: If the place does not lie in one's own.
        OutOfOrder: If the pack is retired by then, or the place has adopted another
            from that day or a later one.
        OutOfTime: If the day lies in the past.
        BeyondTheLaw: If its document is a draft; only a demonstration may show one.

    Source:
        行政处罚法 34; 立法法 104: rules do not reach back.
    """
    own = region_of(at, at.actor.body)
    if own not in regions_upward(region):
        raise NotCompetent("outside_jurisdiction", under=ADOPT, body=at.actor.body)
    if pack.is_retired_on(since_on):
        raise OutOfOrder("pack_retired", under=ADOPT, pack=pack.label)
    newest = _newest(at, region, date.max)
    if newest and newest[0] >= since_on:
        raise OutOfOrder("adopted_later", under=ADOPT, since_on=newest[0])
    if since_on < at.on:
        raise OutOfTime("adoption_reaches_back", under=ADOPT, since_on=since_on)
    if pack.status is PackStatus.DRAFT and not _is_demonstration(at):
        raise BeyondTheLaw("pack_is_draft", under=ADOPT, pack=pack.label)
    pack.record(RulePackAdopted, at, region=region, since_on=since_on)


def _is_demonstration(at: Circumstances) -> bool:
    return any(at.read(Ledger, each).demonstration for each in at.tagged("ledger"))


@act(
    "停用规则包",
    "Retire a rule pack",
    by=_BY,
    under=ADOPT,
    reach=Reach.BELOW,
    rules=("INV-64",),
    rows=("AUD-06",),
)
def retire_rule_pack(
    pack: RulePack, at: Circumstances, *, until_on: date, reason: str
) -> None:
    """
    Put a pack out of use everywhere.

    Args:
        pack: The pack.
        at: Who, when.
        until_on: Its last day, inclusive; not before yesterday.
        reason: Why.

    Raises:
        OutOfOrder: If it is retired already.
        OutOfTime: If its last day would lie further back.

    Source:
        行政处罚法 34.
    """
    if until_on < at.on - timedelta(days=1):
        raise OutOfTime("adoption_reaches_back", under=ADOPT, since_on=until_on)
    pack.record(
        RulePackRetired, at, until_on=until_on, reason=reason, regions=pack.regions
    )


@retire_rule_pack.unless
def cannot_retire(pack: RulePack, at: Circumstances) -> Iterable[Refused]:
    """
    It is in use.
    """
    del at
    if pack.retired_after is not None:
        yield OutOfOrder("pack_retired", under=ADOPT, pack=pack.label)


def adopted_pack(at: Circumstances) -> RulePack | None:
    """
    Give the pack that governs the acting body's place on the legal day of the act.

    The clock acts for no body: the place is then that of the file.
    """
    body = at.actor.body or (at.file.body if at.file else None)
    region = region_of(at, body)
    for place in regions_upward(region) if region else ():
        newest = _newest(at, place, at.on)
        if newest and not newest[1].is_retired_on(at.on):
            return newest[1]
    return None


def _newest(at: Circumstances, region: str, day: date) -> tuple[date, RulePack] | None:
    """
    Give the newest adoption of a region that has begun by a day.
    """
    found = []
    for each in at.tagged(adoption_tag(region)):
        pack = at.read(RulePack, each)
        since = pack.adopted_since(region, day)
        if since is not None:
            found.append((since, pack))
    return max(found, key=lambda each: each[0], default=None)


def calendar_in_force(at: Circumstances) -> Calendar:
    """
    Give the calendar that was shipped, with the years published since on top of it.
    """
    years = (at.read(PublishedYear, each) for each in at.tagged(CALENDARS))
    return with_published(year.as_year() for year in years)


def limit_in_force(at: Circumstances, fact: Fact, limit: Limit | None) -> Limit | None:
    """
    Derive anew what a fact keeps as its limit, by the calendar in force now.

    A year that is published later, or anew, changes the last day of a period that was
    counted through it; rule and length stay those of the day of the fact.

    Args:
        at: The circumstances; calendar and pack join the conditions.
        fact: The fact whose legal day starts the period.
        limit: What it keeps.

    Source:
        行政处罚法 85.
    """
    if limit is None:
        return None
    code, _, version = fact.deed.pack.partition("@")
    holder = at.holder(pack_claim(code, version)) if limit.set_by_pack else None
    pack = at.read(RulePack, holder).as_pack() if holder else None
    return derived_anew(limit, fact.deed.on, calendar=at.calendar, pack=pack)
