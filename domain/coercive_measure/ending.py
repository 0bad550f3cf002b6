"""
How a measure ends: its things disposed of one by one, or lifted (处理、解除); and that
people are out.
"""

from collections.abc import Iterable

from domain.acts import Power, act
from domain.base import HEADS, File, Role, Time
from domain.circumstances import Circumstances
from domain.coercive_measure.choices import Disposal, LiftingGround, Stage
from domain.coercive_measure.facts_of_danger import EvacuationConfirmed
from domain.coercive_measure.facts_of_keeping import (
    CoerciveMeasureLifted,
    MeasureItemDisposed,
)
from domain.coercive_measure.file import CoerciveMeasure
from domain.coercive_measure.grounds import not_active, not_at
from domain.grounds import blank, first
from domain.law.statutes import COERCION_LAW, SAFETY_LAW
from domain.references import FileRef
from domain.refusals import NoSuchCase, OutOfOrder, Refused
from domain.values import Personal, Upload

DISPOSAL = COERCION_LAW.article(27)
LIFTING = COERCION_LAW.article(28)
DANGER = SAFETY_LAW.article(65, 3)

_DECIDERS = (Role.OFFICER, *HEADS)

#: On which kind of file each disposal rests, where it rests on one.
_BASIS = {Disposal.CONFISCATE: "penalty", Disposal.HAND_TO_POLICE: "referral"}


@act(
    "逐件处理",
    "Dispose of a thing",
    by=_DECIDERS,
    under=DISPOSAL,
    power=Power.COERCE,
    two_officers=True,
    rules=("INV-32",),
    rows=("SUS-06",),
)
def dispose_of_thing(
    measure: CoerciveMeasure,
    at: Circumstances,
    *,
    thing_no: int,
    disposal: Disposal,
    legal_basis: str,
    basis_file: FileRef | None = None,
    recipient: Personal | None = None,
    receipt: Upload | None = None,
) -> None:
    """
    Decide what becomes of one thing; with the last one the measure is over.

    Args:
        measure: The measure.
        at: Who, when.
        thing_no: Its place in the inventory.
        disposal: What becomes of it.
        legal_basis: By which provision.
        basis_file: The penalty that confiscates it, the referral that it goes with.
        recipient: Who took it.
        receipt: Their receipt.

    Raises:
        NoSuchCase: If no such thing is kept.
        OutOfOrder: If it is no sealing or seizure in force, no basis is given, or what
            it needs as its basis is not named.

    Source:
        行政强制法 27; 行政处罚法 74; 国务院令310号 12.
    """
    first(blank(legal_basis, "disposal_without_basis", under=DISPOSAL))
    wanted = _BASIS.get(disposal)
    found = at.read(File, basis_file) if basis_file else None
    if wanted is not None and (found is None or wanted != found.TOPIC):
        raise OutOfOrder("disposal_without_basis", under=DISPOSAL)
    left = len(measure.things) - 1
    measure.record(
        MeasureItemDisposed,
        at,
        thing_no=thing_no,
        disposal=disposal,
        legal_basis=legal_basis,
        things_left=left,
        basis_file=basis_file,
        recipient=recipient,
        receipt=receipt,
        term_limit=measure.term if left else None,
        decide_limit=measure.decide_limit if left else None,
    )


@dispose_of_thing.unless_named
def no_such_thing(
    measure: CoerciveMeasure, at: Circumstances, *, thing_no: int, **_: object
) -> Iterable[Refused]:
    """
    No such thing is kept.
    """
    del at
    if thing_no not in measure.things:
        yield NoSuchCase("no_such_thing", under=DISPOSAL, thing_no=thing_no)


@dispose_of_thing.unless
def cannot_dispose(measure: CoerciveMeasure, at: Circumstances) -> Iterable[Refused]:
    """
    While things are kept.
    """
    del at
    yield from not_at(measure, Stage.IMPOSED, under=DISPOSAL)
    if not measure.things:
        yield OutOfOrder("things_missing", under=DISPOSAL)


@act(
    "解除强制措施",
    "Lift a measure",
    by=_DECIDERS,
    under=LIFTING,
    power=Power.COERCE,
    rules=("INV-32",),
    rows=("SUS-02", "SUS-05", "SUS-06"),
)
def lift_measure(
    measure: CoerciveMeasure,
    at: Circumstances,
    *,
    lifting_ground: LiftingGround,
    reason: str,
    recipient: Personal | None = None,
    receipt: Upload | None = None,
) -> None:
    """
    Lift a measure, now; what was kept is given back.

    Args:
        measure: The measure.
        at: Who, the minute.
        lifting_ground: Why.
        reason: What shows it.
        recipient: Who took the things back.
        receipt: Their receipt.

    Raises:
        OutOfOrder: If it is not in force, or no reason is given.

    Source:
        行政强制法 19, 28; 安全生产法 65(3), 70(2).
    """
    first(blank(reason, "reason_missing", under=LIFTING))
    measure.record(
        CoerciveMeasureLifted,
        at,
        lifting_ground=lifting_ground,
        reason=reason,
        recipient=recipient,
        receipt=receipt,
    )


@lift_measure.unless
def cannot_lift(measure: CoerciveMeasure, at: Circumstances) -> Iterable[Refused]:
    """
    While it weighs on the enterprise.
    """
    del at
    yield from not_active(measure, under=LIFTING)


@act(
    "撤人确认",
    "Confirm that people are out",
    by=(Role.OFFICER, Role.CLERK),
    under=DANGER,
    time=Time.STATED,
    rows=("SUS-02", "SUS-05"),
)
def confirm_evacuation(
    measure: CoerciveMeasure,
    at: Circumstances,
    *,
    people_count: int,
    confirmed_by: Personal,
    evidence: tuple[Upload, ...] = (),
) -> None:
    """
    Record that people are out of the danger area, as seen or as the enterprise says.

    Args:
        measure: The order.
        at: Who, the minute.
        people_count: How many came out.
        confirmed_by: Who says so.
        evidence: What shows it.

    Raises:
        OutOfOrder: If nobody was ordered out, or it is confirmed already.

    Source:
        安全生产法 65(3).
    """
    measure.record(
        EvacuationConfirmed,
        at,
        people_count=people_count,
        confirmed_by=confirmed_by,
        evidence=evidence,
    )


@confirm_evacuation.unless
def cannot_confirm(measure: CoerciveMeasure, at: Circumstances) -> Iterable[Refused]:
    """
    Once, on an order to withdraw or to stop.
    """
    del at
    yield from not_at(measure, Stage.ORDERED, under=DANGER)
