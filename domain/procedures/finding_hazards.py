"""
How a hazard comes to be known (隐患发现): by an inspection, or from the enterprise.
"""

from collections.abc import Iterable

from domain.acts import Power, act, opening
from domain.base import Role, Time
from domain.circumstances import Circumstances
from domain.enterprise.acts import yielding
from domain.enterprise.file import Enterprise
from domain.grounds import first
from domain.hazard.choices import Source
from domain.hazard.facts import HazardIdentified, HazardSelfReported
from domain.hazard.file import Hazard
from domain.inspection.choices import Mode, Stage
from domain.inspection.file import Inspection
from domain.inspection.grounds import not_at, not_on_team, unknown_items
from domain.law.statutes import SAFETY_LAW
from domain.procedures.inspecting import hazards_of
from domain.references import EnterpriseRef
from domain.refusals import OutOfOrder, Refused
from domain.values import Upload

IDENTIFICATION = SAFETY_LAW.article(65, 3)
SELF_REPORT = SAFETY_LAW.article(41, 2)

_SOURCES = {Mode.TIP_OFF: Source.TIP_OFF, Mode.CASE: Source.CASE}


@act(
    "认定隐患",
    "Identify a hazard",
    by=Role.OFFICER,
    under=IDENTIFICATION,
    time=Time.CAPTURED,
    late=True,
    power=Power.INSPECT,
    two_officers=True,
    rules=("INV-08", "INV-14"),
    rows=("HAZ-01", "HAZ-09", "HAZ-15"),
)
def identify_hazard(
    inspection: Inspection,
    at: Circumstances,
    *,
    item_nos: tuple[int, ...],
    place: str,
    description: str,
) -> Hazard:
    """
    Open a hazard because of findings of an inspection, in the same thread.

    Args:
        inspection: The inspection.
        at: Who, when.
        item_nos: The findings, at least one.
        place: Where in the enterprise.
        description: What may lead to an accident.

    Raises:
        NotCompetent: If somebody acts who was not named for the visit.
        NoSuchCase: If there is no such finding.
        OutOfOrder: If no visit was made, no finding is named, or one of them was put
            right on the spot or belongs to a hazard already.

    Source:
        安全生产法 65(3).
    """
    if not item_nos:
        raise OutOfOrder("items_missing", under=IDENTIFICATION)
    first(_taken(inspection, at, item_nos))
    return Hazard.start(
        HazardIdentified,
        at,
        because=inspection,
        cause=inspection.findings[item_nos[0]].fact,
        hazard_source=_SOURCES.get(inspection.mode, Source.INSPECTION),
        inspection=inspection.id,
        item_nos=tuple(dict.fromkeys(item_nos)),
        enterprise=inspection.enterprise,
        place=place,
        description=description,
        finders=inspection.team,
    )


@identify_hazard.unless_named
def no_such_finding(
    inspection: Inspection,
    at: Circumstances,
    *,
    item_nos: tuple[int, ...],
    **_: object,
) -> Iterable[Refused]:
    """
    A number is no finding's.
    """
    del at
    yield from unknown_items(inspection, item_nos, under=IDENTIFICATION)


@identify_hazard.unless
def cannot_identify(inspection: Inspection, at: Circumstances) -> Iterable[Refused]:
    """
    By those who inspected, during the visit or after it.
    """
    yield from not_on_team(inspection, at, under=IDENTIFICATION)
    yield from not_at(
        inspection, Stage.OPEN, Stage.RECORDED, Stage.CONCLUDED, under=IDENTIFICATION
    )


def _taken(
    inspection: Inspection, at: Circumstances, item_nos: tuple[int, ...]
) -> Iterable[Refused]:
    of_hazards = {n for hazard in hazards_of(inspection, at) for n in hazard.item_nos}
    for item_no in item_nos:
        if inspection.findings[item_no].corrected:
            yield OutOfOrder("corrected_already", under=IDENTIFICATION, item_no=item_no)
        if item_no in of_hazards:
            yield OutOfOrder("hazard_already", under=IDENTIFICATION, item_no=item_no)


@opening(
    "登记企业自报隐患",
    "Take in a hazard that an enterprise reports",
    by=(Role.OFFICER, Role.CLERK),
    under=SELF_REPORT,
    time=Time.STATED,
    rules=("INV-08", "INV-14"),
    rows=("HAZ-02",),
)
def self_report_hazard(
    at: Circumstances,
    *,
    enterprise: EnterpriseRef,
    place: str,
    description: str,
    paper: Upload | None = None,
) -> Hazard:
    """
    Take in that an enterprise reported a hazard of its own; it begins a thread.

    Args:
        at: Who; the day of the report.
        enterprise: The enterprise.
        place: Where in the enterprise.
        description: What may lead to an accident.
        paper: The report.

    Raises:
        NoSuchCase: If the enterprise is unknown.
        OutOfOrder: If another file of it leads.

    Source:
        安全生产法 41(2).
    """
    first(yielding(at.read(Enterprise, enterprise)))
    return Hazard.start(
        HazardSelfReported,
        at,
        hazard_source=Source.SELF_REPORT,
        enterprise=enterprise,
        place=place,
        description=description,
        paper=paper,
    )
