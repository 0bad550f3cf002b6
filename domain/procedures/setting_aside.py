"""
Setting aside what was decided besides a penalty (决定失去效力及其连带后果): an order to
rectify, a suspension, a closure, a coercive measure, that there is no penalty.

Whoever does away with it, a review, a court or the body itself, and whether it fell by
itself or with what it rested on: it falls here, in one commit with what hangs on it.
Bans that rest on it are lifted. What the body may not undo at once, licences that their
issuers revoked, closures, cases and daily fines that followed, is named in the fact, to
be examined.
"""

from collections.abc import Iterable
from datetime import date
from typing import Final
from uuid import UUID

from domain.ban.file import Ban, BanLifted, basis_tag, subject_tags
from domain.ban.file import Stage as BanStage
from domain.base import Fact, File
from domain.circumstances import Circumstances
from domain.closure.choices import Stage as ClosureStage
from domain.closure.file import Closure, ClosureDecided, ClosureSetAside
from domain.coercive_measure.choices import LiftingGround
from domain.coercive_measure.facts_of_keeping import CoerciveMeasureLifted
from domain.coercive_measure.file import CoerciveMeasure
from domain.enforcement_case.facts_of_judging import NoPenaltySetAside
from domain.enforcement_case.file import EnforcementCase
from domain.falling import Falling
from domain.hazard.facts import RectificationOrdered
from domain.hazard.facts_of_falling import RectificationOrderSetAside
from domain.hazard.file import Hazard
from domain.penalty.facts import DailyFineDecided, daily_tag
from domain.penalty.file import Penalty
from domain.permit.file import LicenceRevoked, Permit
from domain.suspension_order.facts_of_falling import SuspensionSetAside
from domain.suspension_order.file import SuspensionOrder

#: Where a closure that was asked for is over.
_ASKED_IN_VAIN: Final = (ClosureStage.DECLINED, ClosureStage.SET_ASIDE)


def is_standing(file: File) -> bool:
    """
    Whether something stands in a file that can be set aside.

    Args:
        file: A hazard, a suspension, a closure or a coercive measure.
    """
    match file:
        case Hazard():
            return file.rectify_until is not None
        case Closure():
            return file.is_closed
        case SuspensionOrder() | CoerciveMeasure():
            return file.is_active
        case _:
            return False


def set_aside(
    file: File, at: Circumstances, falling: Falling, *, cause: str | None = None
) -> None:
    """
    Let fall what stands in a file, and what hangs on it; nothing where nothing stands.

    Args:
        file: A hazard, a suspension, a closure or a coercive measure.
        at: The circumstances of the act by which it falls.
        falling: How, by whom and since when.
        cause: The fact by which it falls; the file's newest by default.

    Source:
        行政复议法 63-67; 行政诉讼法 62, 70-75; 行政强制法 41.
    """
    if not is_standing(file):
        return
    said = falling.terms
    match file:
        case Hazard():
            file.record(
                RectificationOrderSetAside,
                at,
                cause=cause,
                enterprise=file.enterprise,
                to_examine=tuple(_after_order(file, at)),
                **said,
            )
        case SuspensionOrder():
            examined = tuple(_after_suspension(file, at))
            file.record(
                SuspensionSetAside, at, cause=cause, to_examine=examined, **said
            )
        case Closure():
            file.record(
                ClosureSetAside,
                at,
                cause=cause,
                enterprise=file.enterprise,
                to_examine=tuple(_after_closure(file, at)),
                **said,
            )
        case CoerciveMeasure():
            file.record(
                CoerciveMeasureLifted,
                at,
                cause=cause,
                lifting_ground=LiftingGround.REVOKED,
                reason=falling.reason,
            )
    lift_bans(file, at, falling)


def spare_no_more(
    case: EnforcementCase,
    at: Circumstances,
    falling: Falling,
    *,
    party_no: int,
    cause: str | None = None,
) -> None:
    """
    Let fall that a party gets no penalty: its matter is undecided again.

    Args:
        case: The case.
        at: The circumstances of the act by which it falls.
        falling: How, by whom and since when.
        party_no: Which party.
        cause: The fact by which it falls; the file's newest by default.
    """
    said = falling.terms
    case.record(NoPenaltySetAside, at, cause=cause, party_no=party_no, **said)


def lift_bans(file: File, at: Circumstances, falling: Falling) -> None:
    """
    Lift the bans that rest on what fell; call it after the fact of the fall.

    They are found by what they name as their basis, or by whom they bind: the subject
    of what fell.

    Args:
        file: The file of what fell.
        at: The circumstances of the act by which it fell.
        falling: How, by whom and since when.

    Source:
        安全生产法 92, 94, 113: no ban without its basis.
    """
    subject = getattr(file, "enterprise", None), getattr(file, "person_key", "")
    tags = (basis_tag(file.id), *subject_tags(*subject))
    found = {each for tag in tags for each in at.tagged(tag)}
    for ban in (at.read(Ban, each) for each in sorted(found)):
        if ban.basis_file == file.id and ban.stage is BanStage.RUNNING:
            ban.record(
                BanLifted,
                at,
                cause=file.last_fact,
                reasons=falling.reason,
                effective_on=falling.effective_on,
                evidence=falling.evidence,
            )


def _after_order(hazard: Hazard, at: Circumstances) -> Iterable[UUID]:
    """
    List what followed the order: cases and closures, and daily fines for not obeying.
    """
    orders = [f for f in hazard.history if isinstance(f, RectificationOrdered)]
    ordered_on = orders[-1].deed.on
    for each in at.tagged(f"hazard/{hazard.id}/escalation"):
        file = at.read(File, each)
        if file.opened_on >= ordered_on and _goes_on(file):
            yield file.id
    for each in at.tagged(f"enterprise/{hazard.enterprise}/penalty"):
        for daily in _daily_fines(at.read(Penalty, each), at):
            fine = daily.history[0]
            if isinstance(fine, DailyFineDecided) and fine.hazard == hazard.id:
                yield daily.id


def _daily_fines(penalty: Penalty, at: Circumstances) -> Iterable[Penalty]:
    """
    List the daily fines that repeat a penalty and stand.
    """
    for each in at.tagged(daily_tag(penalty.id)):
        daily = at.read(Penalty, each)
        if daily.stands:
            yield daily


def _after_suspension(order: SuspensionOrder, at: Circumstances) -> Iterable[UUID]:
    """
    List the case that it was ordered in, and closures asked for because of it.
    """
    if order.case is not None and _goes_on(at.read(EnforcementCase, order.case)):
        yield order.case
    for each in at.tagged(f"enterprise/{order.enterprise}/closure"):
        closure = at.read(Closure, each)
        if closure.suspension == order.id and _goes_on(closure):
            yield closure.id


def _after_closure(closure: Closure, at: Circumstances) -> Iterable[UUID]:
    """
    List the licences that their issuers revoked since the closure was decided.
    """
    decided = [f for f in closure.history if isinstance(f, ClosureDecided)]
    since = decided[-1].deed.on
    for each in at.tagged(f"enterprise/{closure.enterprise}/permit"):
        permit = at.read(Permit, each)
        if any(_is_revocation(fact, since) for fact in permit.history):
            yield permit.id


def _is_revocation(fact: Fact, since: date) -> bool:
    return isinstance(fact, LicenceRevoked) and fact.deed.on >= since


def _goes_on(file: File) -> bool:
    """
    Whether a case or a closure is not over.
    """
    if isinstance(file, Closure):
        return file.stage not in _ASKED_IN_VAIN
    return isinstance(file, EnforcementCase) and file.is_open
