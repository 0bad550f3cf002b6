"""
Imposing a measure (实施强制措施), as approved, or urgently with the approval made up.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from domain.acts import Power, act, opening
from domain.base import Role, Time
from domain.circumstances import Circumstances
from domain.coercive_measure.choices import (
    OF_SUPPLY,
    MeasureKind,
    Stage,
    Supply,
)
from domain.coercive_measure.facts import CoerciveMeasureImposed, SecuredThing
from domain.coercive_measure.file import CoerciveMeasure
from domain.grounds import blank, first, past
from domain.law.statutes import COERCION_LAW, SAFETY_LAW
from domain.limits import Limit, limit_if_any
from domain.procedures.approving_measures import TERM, URGENT
from domain.procedures.grounds_of_measures import RestsOn, examined
from domain.refusals import BeyondTheLaw, OutOfOrder, OutOfTime, Refused
from domain.values import Personal, Upload

STEPS = COERCION_LAW.article(18)
PAPERS = COERCION_LAW.article(24)
SUPPLY = SAFETY_LAW.article(70)
NOTICE = SAFETY_LAW.article(70, 2)


@dataclass(frozen=True)
class OnSite:
    """
    How a measure was carried out on the spot (现场实施情况, 行政强制法18).

    Args:
        place: Where.
        rights_told: Whether certificates were shown, grounds, rights and remedies told.
        party_present: Whether the party was there.
        statement: What the party stated.
        witness: Who saw it, where the party was not there.
        record: The record of it, signed.
    """

    place: str
    rights_told: bool
    party_present: bool
    statement: str = ""
    witness: Personal | None = None
    record: Upload | None = None


@dataclass(frozen=True)
class Inventory:
    """
    What is sealed or seized, until when (查封扣押清单, 行政强制法24).

    Args:
        things: The things.
        until_on: The last day, inclusive.
        custodian: Who keeps them.
    """

    things: tuple[SecuredThing, ...]
    until_on: date
    custodian: str = ""


@act(
    "实施强制措施",
    "Impose a coercive measure",
    by=Role.OFFICER,
    under=STEPS,
    time=Time.CAPTURED,
    power=Power.COERCE,
    two_officers=True,
    rules=("INV-16", "INV-32", "INV-44"),
    rows=("SUS-06", "HAZ-11"),
)
def impose_measure(
    measure: CoerciveMeasure,
    at: Circumstances,
    *,
    reason: str,
    on_site: OnSite,
    inventory: Inventory | None = None,
    lifting_condition: str = "",
    urgent: bool = False,
) -> None:
    """
    Carry out a measure that a head has approved.

    Args:
        measure: The measure.
        at: Who, when.
        reason: Why.
        on_site: How it was carried out.
        inventory: What is sealed or seized, until when.
        lifting_condition: When a supply is restored.
        urgent: Whether power is cut in an emergency, without a day's notice.

    Raises:
        OutOfOrder: If it is not approved, has no end, nothing is listed, rights were
            not told, nobody saw it, or who is cut off and the supplier were not told.
        OutOfTime: If power is cut before the day after the notice is over, or the last
            day is over already.
        BeyondTheLaw: If the term is longer than approved.

    Source:
        行政强制法 18, 24, 25; 安全生产法 65(4), 70.
    """
    kind = measure.measure_kind
    assert kind is not None
    assert measure.enterprise is not None
    first(blank(reason, "reason_missing", under=STEPS))
    if kind in OF_SUPPLY:
        first(
            _supply_not_announced(measure, at, kind, urgent=urgent),
            blank(lifting_condition, "no_end", under=SUPPLY),
            _badly_carried_out(on_site),
        )
        inventory = None
    else:
        first(_wrong_inventory(at, inventory), _badly_carried_out(on_site))
        assert inventory is not None
        first(_beyond_approval(measure, at, inventory.until_on))
    rests_on = RestsOn(
        measure.enterprise, reason, measure.hazards, measure.case, measure.inspection
    )
    record: Callable[..., None] = partial(
        measure.record, CoerciveMeasureImposed, at, cause=None, concerns=()
    )
    said = _terms(
        at, kind, rests_on, on_site=on_site, inventory=inventory, urgent=urgent
    )
    record(**said, lifting_condition=lifting_condition, approve_limit=None)


@impose_measure.unless
def cannot_impose(measure: CoerciveMeasure, at: Circumstances) -> Iterable[Refused]:
    """
    Once, when it is approved.
    """
    del at
    if measure.stage is not Stage.APPROVED:
        yield OutOfOrder(
            "coercion_stage",
            under=STEPS,
            stage=measure.stage,
            needed=(Stage.APPROVED,),
        )


@opening(
    "紧急实施强制措施",
    "Impose an urgent measure",
    by=Role.OFFICER,
    under=URGENT,
    time=Time.CAPTURED,
    power=Power.COERCE,
    two_officers=True,
    rules=("INV-16", "INV-32", "INV-44"),
    rows=("SUS-06", "HAZ-11"),
)
def impose_urgent_measure(
    at: Circumstances,
    *,
    measure_kind: MeasureKind,
    rests_on: RestsOn,
    on_site: OnSite,
    inventory: Inventory,
) -> CoerciveMeasure:
    """
    Seal or seize on the spot; within a day it is reported, and its approval made up.

    Args:
        at: Who, when.
        measure_kind: Which: never a supply.
        rests_on: Against whom, why it is urgent, on what it rests.
        on_site: How it was carried out.
        inventory: What is sealed or seized, until when.

    Raises:
        NoSuchCase: If what it rests on is another enterprise's.
        OutOfOrder: If it rests on nothing, nothing is listed, rights were not told, or
            nobody saw it.
        OutOfTime: If the last day is over already.
        BeyondTheLaw: If a supply is cut, or the term is longer than the law allows.

    Source:
        行政强制法 19, 24, 25; 安全生产法 65(4).
    """
    if measure_kind in OF_SUPPLY:
        at.later((BeyondTheLaw("approval_first", under=SUPPLY),))
    ground = examined(at, rests_on, under=URGENT)
    first(_wrong_inventory(at, inventory), _badly_carried_out(on_site))
    begin = partial(
        CoerciveMeasure.start, CoerciveMeasureImposed, at, because=ground.leading
    )
    begin = partial(begin, cause=None, concerns=(), owner=None)
    return begin(
        **_terms(
            at,
            measure_kind,
            rests_on,
            on_site=on_site,
            inventory=inventory,
            urgent=True,
        ),
        approve_limit=limit_if_any(at, "CO.urgent", at.occurred_at),
    )


def _terms(
    at: Circumstances,
    kind: MeasureKind,
    rests_on: RestsOn,
    *,
    on_site: OnSite,
    inventory: Inventory | None,
    urgent: bool,
) -> dict[str, object]:
    until = inventory.until_on if inventory else None
    decide = limit_if_any(at, "CO.decide.base15", at.on)
    decide = decide or limit_if_any(at, "CO.decide", at.on)
    return {
        "measure_kind": kind,
        "enterprise": rests_on.enterprise,
        "hazards": rests_on.hazards,
        "case": rests_on.case,
        "inspection": rests_on.inspection,
        "reason": rests_on.reason,
        "imposers": at.officers,
        "place": on_site.place,
        "urgent": urgent,
        "rights_told": on_site.rights_told,
        "party_present": on_site.party_present,
        "statement": on_site.statement,
        "witness": on_site.witness,
        "record": on_site.record,
        "things": inventory.things if inventory else (),
        "custodian": inventory.custodian if inventory else "",
        "until_on": until,
        "term_limit": Limit("CO.term", TERM, last_on=until) if until else None,
        "decide_limit": decide if until else None,
    }


def _badly_carried_out(on_site: OnSite) -> Iterable[Refused]:
    if not on_site.rights_told:
        yield OutOfOrder("measure_rights_not_told", under=STEPS)
    if not on_site.party_present and on_site.witness is None:
        yield OutOfOrder("measure_unwitnessed", under=STEPS)


def _wrong_inventory(
    at: Circumstances, inventory: Inventory | None
) -> Iterable[Refused]:
    if inventory is None or not inventory.things:
        yield OutOfOrder("things_missing", under=PAPERS)
        return
    numbers = [each.thing_no for each in inventory.things]
    if numbers != list(range(1, len(numbers) + 1)):
        yield OutOfOrder("things_misnumbered", under=PAPERS)
    yield from past(inventory.until_on, at, under=TERM)
    longest = limit_if_any(at, "CO.term", at.on)
    if longest is not None and inventory.until_on > longest.ends_on:
        days_max = (longest.ends_on - at.on).days
        yield BeyondTheLaw("term_too_long", under=TERM, days_max=days_max)


def _beyond_approval(
    measure: CoerciveMeasure, at: Circumstances, until_on: date
) -> Iterable[Refused]:
    if until_on > at.on + timedelta(days=measure.term_days):
        yield BeyondTheLaw("term_too_long", under=TERM, days_max=measure.term_days)


def _supply_not_announced(
    measure: CoerciveMeasure, at: Circumstances, kind: MeasureKind, *, urgent: bool
) -> Iterable[Refused]:
    """
    The supplier was told in writing; for power the enterprise too, a day before.
    """
    if Supply.SUPPLIER not in measure.told:
        yield OutOfOrder("supplier_not_told", under=SUPPLY)
    if kind is not MeasureKind.POWER_CUT or urgent:
        return
    limit = measure.told_limit
    if limit is None:
        yield OutOfOrder("cut_not_notified", under=NOTICE)
    elif at.occurred_at < limit.ends_at:
        yield OutOfTime("cut_too_soon", under=NOTICE, earliest_at=limit.ends_at)
