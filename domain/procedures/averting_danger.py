"""
Averting an immediate danger (紧急避险): people out, work stopped, by word first.

Neither is a coercive measure that a head approves: the law has the inspectors order it
at once (安全生产法65(3)), and nobody may hold it back (INV-02).
"""

from domain.acts import Power, opening
from domain.base import Role, Time
from domain.circumstances import Circumstances
from domain.coercive_measure.facts_of_danger import (
    EmergencyStopOrdered,
    EvacuationOrdered,
)
from domain.coercive_measure.file import CoerciveMeasure
from domain.grounds import blank, first
from domain.law.statutes import SAFETY_LAW
from domain.procedures.grounds_of_measures import RestsOn, examined

DANGER = SAFETY_LAW.article(65, 3)


@opening(
    "责令撤人",
    "Order people out",
    by=Role.OFFICER,
    under=DANGER,
    time=Time.CAPTURED,
    late=True,
    power=Power.INSPECT,
    two_officers=True,
    rules=("INV-16", "INV-32"),
    rows=("SUS-02", "HAZ-11"),
)
def order_evacuation(
    at: Circumstances,
    *,
    rests_on: RestsOn,
    place: str,
    orally: bool,
    people_count: int = 0,
) -> CoerciveMeasure:
    """
    Order people out of a danger area; the paper may come after the word.

    Args:
        at: Who, the minute of the order.
        rests_on: Against whom, why, on what it rests.
        place: The danger area.
        orally: Whether it was ordered by word of mouth first.
        people_count: How many are there, where it is known.

    Raises:
        NoSuchCase: If what it rests on is another enterprise's.
        OutOfOrder: If it rests on nothing, or no place is named.

    Source:
        安全生产法 65(3).
    """
    ground = examined(at, rests_on, under=DANGER)
    first(blank(place, "place_missing", under=DANGER))
    return CoerciveMeasure.start(
        EvacuationOrdered,
        at,
        because=ground.leading,
        enterprise=rests_on.enterprise,
        hazards=rests_on.hazards,
        case=rests_on.case,
        inspection=rests_on.inspection,
        imposers=at.officers,
        place=place,
        reason=rests_on.reason,
        orally=orally,
        people_count=people_count,
    )


@opening(
    "责令紧急停产",
    "Order an emergency stop",
    by=Role.OFFICER,
    under=DANGER,
    time=Time.CAPTURED,
    late=True,
    power=Power.INSPECT,
    two_officers=True,
    rules=("INV-16", "INV-32"),
    rows=("SUS-05", "HAZ-11"),
)
def order_emergency_stop(
    at: Circumstances,
    *,
    rests_on: RestsOn,
    place: str,
    orally: bool,
    warning: str = "",
) -> CoerciveMeasure:
    """
    Order work to stop at once: in floods, storms, or any danger that does not wait.

    Args:
        at: Who, the minute of the order.
        rests_on: Against whom, why, on what it rests.
        place: Which mine, pond, workshop.
        orally: Whether it was ordered by word of mouth first.
        warning: The warning that was given out, if one was.

    Raises:
        NoSuchCase: If what it rests on is another enterprise's.
        OutOfOrder: If it rests on nothing, not even a warning, or no place is named.

    Source:
        安全生产法 65(3); 吉政发〔2018〕26号 (十七): mines and ponds stop.
    """
    ground = examined(at, rests_on, under=DANGER, alone=bool(warning.strip()))
    first(blank(place, "place_missing", under=DANGER))
    return CoerciveMeasure.start(
        EmergencyStopOrdered,
        at,
        because=ground.leading,
        enterprise=rests_on.enterprise,
        hazards=rests_on.hazards,
        case=rests_on.case,
        inspection=rests_on.inspection,
        imposers=at.officers,
        place=place,
        reason=rests_on.reason,
        orally=orally,
        warning=warning,
    )
