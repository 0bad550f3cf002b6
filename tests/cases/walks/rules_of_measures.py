"""
What no measure, suspension or closure may come to, told from the facts alone.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from domain.closure.choices import ClosureGround
from domain.coercive_measure.choices import OF_SUPPLY, OF_THINGS
from domain.jurisdictions import Level
from domain.values import day_of
from tests.cases.walks.chronicle import Chronicle, name_of, of
from tests.cases.walks.rules_of_cases import is_served, stands

#: What begins a measure or a suspension, and what ends it.
BEGINNING = (
    "coercive-measure-imposed",
    "evacuation-ordered",
    "emergency-stop-ordered",
    "suspension-ordered",
)
#: Levels of government at which an enterprise may be closed.
MAY_CLOSE = frozenset((Level.COUNTY, Level.PREFECTURE, Level.PROVINCE))
#: How many days a thing may be kept, and by how many that may be extended.
KEPT, EXTENDED = timedelta(days=30), timedelta(days=30)


def is_over(before: Chronicle, measure: UUID) -> bool:
    """
    Say whether a measure or a suspension has ended.
    """
    if before.said("coercive-measure-lifted", measure):
        return True
    disposed = before.last("measure-item-disposed", measure)
    if disposed is not None and not disposed.things_left:
        return True
    return bool(before.said("production-resumed", measure))


def is_open(before: Chronicle, hazard: UUID) -> bool:
    """
    Say whether a hazard has not ended.
    """
    ends = ("hazard-delisted", "hazard-removed-on-spot")
    return not any(before.said(name, hazard) for name in ends)


def running(before: Chronicle) -> Iterator[Any]:
    """
    List the beginnings of those that have not ended.
    """
    for name in BEGINNING:
        for fact in before.said(name):
            if not is_over(before, fact.file):
                yield fact


@of("hazard-delisted", "hazard-removed-on-spot")
def nothing_rests_on_it(before: Chronicle, fact: Any) -> Iterator[str]:  # noqa: ANN401  a fact of a hazard
    """INV-32: no measure, order or suspension rests on a hazard alone that ends."""
    for each in running(before):
        others = [hazard for hazard in each.hazards if hazard != fact.file]
        carried = each.case or any(is_open(before, hazard) for hazard in others)
        if fact.file in each.hazards and not carried:
            yield f"INV-32 with {name_of(each)} on it"


@of("case-closed")
def none_left_of_the_case(before: Chronicle, fact: Any) -> Iterator[str]:  # noqa: ANN401  the end of a case
    """INV-28: a case closes over the measures that belong to it."""
    for each in running(before):
        if each.case == fact.file and name_of(each) != "suspension-ordered":
            yield f"INV-28 with {name_of(each)} running"


@of("coercive-measure-imposed")
def with_an_end(before: Chronicle, fact: Any) -> Iterator[str]:  # noqa: ANN401  a fact of a measure
    """INV-32; 行政强制法18, 24, 25: a term for things, a condition for a supply."""
    on = day_of(fact.deed.occurred_at)
    if fact.measure_kind in OF_THINGS:
        if fact.until_on is None or not on <= fact.until_on <= on + KEPT:
            yield "INV-32 no lawful last day"
        if not fact.things:
            yield "24 nothing listed"
    if fact.measure_kind in OF_SUPPLY and not fact.lifting_condition.strip():
        yield "INV-32 no condition of its end"
    if not fact.rights_told:
        yield "18 rights not told"
    approved = before.last("measure-approved", fact.file)
    if approved is None and not fact.urgent:
        yield "18 neither approved nor urgent"


@of("coercive-measure-extended")
def extended_once(before: Chronicle, fact: Any) -> Iterator[str]:  # noqa: ANN401  a fact of a measure
    """行政强制法25: once, in time, by thirty days at most."""
    imposed = before.last("coercive-measure-imposed", fact.file)
    if before.said("coercive-measure-extended", fact.file):
        yield "25 extended twice"
    tests = before.said("measure-test-period-fixed", fact.file)
    if imposed is None:
        yield "25 nothing was imposed"
    elif not tests and fact.until_on > imposed.until_on + EXTENDED:
        yield "25 extended too long"


@of("measure-item-disposed")
def each_thing_once(before: Chronicle, fact: Any) -> Iterator[str]:  # noqa: ANN401  a fact of a measure
    """行政强制法27: every thing of the list has one fate."""
    imposed = before.last("coercive-measure-imposed", fact.file)
    numbers = {thing.thing_no for thing in imposed.things} if imposed else set()
    if fact.thing_no not in numbers:
        yield "27 not on the list"
    if before.said("measure-item-disposed", fact.file, thing_no=fact.thing_no):
        yield "27 disposed of twice"


@of("measure-item-disposed", "coercive-measure-extended", "coercive-measure-lifted")
def not_when_over(before: Chronicle, fact: Any) -> Iterator[str]:  # noqa: ANN401  a fact of a measure
    """What has ended goes on no longer."""
    if is_over(before, fact.file):
        yield "a step of a measure that has ended"


# -- suspensions ----------------------------------------------------------------------


@of("resumption-approved")
def accepted_in_full(before: Chronicle, fact: Any) -> Iterator[str]:  # noqa: ANN401  a fact of a suspension
    """INV-30: applied for, then accepted by experts with every condition met."""
    applied = before.last("resumption-applied", fact.file)
    passed = before.last("expert-acceptance-passed", fact.file)
    if (
        applied is None
        or passed is None
        or not before.is_since(applied, "expert-acceptance-passed")
    ):
        yield "INV-30 not accepted since it was applied for"
        return
    if before.is_since(passed, "expert-acceptance-failed"):
        yield "INV-30 not accepted in the end"
    (ordered,) = before.said("suspension-ordered", fact.file)
    added = before.said("resumption-condition-added", fact.file)
    count = len(ordered.resumption_conditions) + len(added)
    if set(range(1, count + 1)) - set(passed.met_conditions):
        yield "INV-30 a condition is not met"


@of("production-resumed")
def consented(before: Chronicle, fact: Any) -> Iterator[str]:  # noqa: ANN401  a fact of a suspension
    """INV-30: production resumes once that was approved."""
    approved = before.last("resumption-approved", fact.file)
    if approved is None:
        yield "INV-30 not approved"
    if before.said("production-resumed", fact.file):
        yield "INV-30 resumed twice"


@of("suspension-ordered")
def on_a_major_hazard(before: Chronicle, fact: Any) -> Iterator[str]:  # noqa: ANN401  a fact of a suspension
    """A penal suspension rests on a served and standing decision."""
    if fact.penalty is None:
        return
    if not stands(before, fact.penalty) or not is_served(before, fact.penalty):
        yield "by a penalty that is not in force"


# -- closures -------------------------------------------------------------------------


@of("closure-requested")
def on_its_ground(before: Chronicle, fact: Any) -> Iterator[str]:  # noqa: ANN401  a fact of a closure
    """INV-31; 安全生产法113: the facts of the ground that is named."""
    ground = fact.closure_ground
    if ground is ClosureGround.REPEATED_PENALTIES and not _often(before, fact):
        yield "INV-31 too few penalties"
    needed = {
        ClosureGround.STILL_UNFIT: "expert-acceptance-failed",
        ClosureGround.SUSPENSION_DEFIED: "suspension-defied",
    }.get(ground)
    if needed and not (fact.suspension and before.said(needed, fact.suspension)):
        yield f"INV-31 no {needed}"


def _often(before: Chronicle, fact: Any) -> bool:  # noqa: ANN401  a fact of a closure
    """Three in a hundred and eighty days, or four in a year, that stand."""
    days: list[date] = sorted(
        before.of_file[each][0].deed.on
        for each in dict.fromkeys(fact.penalties)
        if stands(before, each)
        and before.of_file[each][0].enterprise == fact.enterprise
    )
    for count, span in ((3, 180), (4, 366)):
        for first, last in zip(days, days[count - 1 :], strict=False):
            if (last - first).days <= span:
                return True
    return False


@of("closure-decided")
def by_a_government(before: Chronicle, fact: Any) -> Iterator[str]:  # noqa: ANN401  a fact of a closure
    """INV-31: by a government of a county or above, that was asked."""
    (registered,) = before.said("body-registered", fact.government)
    if registered.level not in MAY_CLOSE or fact.government_level not in MAY_CLOSE:
        yield "INV-31 decided below the county"
    (asked,) = before.said("closure-requested", fact.file)
    if asked.government != fact.government:
        yield "INV-31 decided by whom nobody asked"


@of("closure-executed")
def decided_first(before: Chronicle, fact: Any) -> Iterator[str]:  # noqa: ANN401  a fact of a closure
    """INV-31: what was not decided is not carried out."""
    if not before.said("closure-decided", fact.file):
        yield "INV-31 not decided"
