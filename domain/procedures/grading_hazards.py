"""
Grading a hazard (隐患定级): how grave it is, by which standard, and who approved less.
"""

from collections.abc import Iterable

from domain.acts import Power, act
from domain.base import Role, Time
from domain.circumstances import Circumstances
from domain.grounds import blank, first
from domain.hazard.choices import RECTIFYING, HazardLevel, Stage
from domain.hazard.facts import HazardGraded
from domain.hazard.file import Hazard
from domain.hazard.grounds import not_at
from domain.law.statutes import SAFETY_LAW
from domain.limits import limit_if_any
from domain.procedures.approvals import is_head
from domain.references import OfficerRef
from domain.refusals import BeyondTheLaw, OutOfOrder, Refused
from domain.values import Upload

STANDARD = SAFETY_LAW.article(118)

_GRADABLE = (Stage.IDENTIFIED, Stage.GRADED, *RECTIFYING, Stage.REPORTED)


@act(
    "隐患定级",
    "Grade a hazard",
    by=Role.OFFICER,
    under=STANDARD,
    time=Time.CAPTURED,
    power=Power.INSPECT,
    two_officers=True,
    rules=("INV-10", "INV-14"),
    rows=("HAZ-01",),
)
def grade_hazard(
    hazard: Hazard,
    at: Circumstances,
    *,
    hazard_level: HazardLevel,
    standard: str,
    clause: str,
    reason: str = "",
    evidence: tuple[Upload, ...] = (),
    approver: OfficerRef | None = None,
) -> None:
    """
    Grade a hazard by the determining standard of its sector, or grade it anew.

    Args:
        hazard: The hazard.
        at: Who, when.
        hazard_level: Ordinary or major.
        standard: The determining standard (判定标准), for example 应急管理部令第10号.
        clause: Its clause; for an ordinary hazard, those that were compared.
        reason: Why the level is lowered, where it is.
        evidence: Required where it is lowered.
        approver: The head of the acting body who approved the lowering; none of those
            who act.

    Raises:
        OutOfOrder: If it is past the report, is lowered while listed for supervision,
            or is lowered without reason, evidence or approver.
        BeyondTheLaw: If no standard or clause is named.

    Source:
        安全生产法 118: the departments of the State Council set the standards.
    """
    if hazard.is_major and hazard_level is HazardLevel.ORDINARY:
        first(_cannot_lower(hazard, at, approver, reason=reason, evidence=evidence))
    for named in (standard, clause):
        if not named.strip():
            raise BeyondTheLaw("no_standard", under=STANDARD)
    limit = None
    becomes_major = hazard_level is HazardLevel.MAJOR and not hazard.is_major
    if becomes_major and hazard.listing is None:
        limit = limit_if_any(at, "IN.major.list", at.on)
    hazard.record(
        HazardGraded,
        at,
        enterprise=hazard.enterprise,
        hazard_level=hazard_level,
        standard=standard,
        clause=clause,
        reason=reason,
        evidence=evidence,
        approver=approver,
        list_limit=limit,
    )


@grade_hazard.unless
def cannot_grade(hazard: Hazard, at: Circumstances) -> Iterable[Refused]:
    """
    Before the rectification is accepted.
    """
    del at
    yield from not_at(hazard, *_GRADABLE, under=STANDARD)


def _cannot_lower(
    hazard: Hazard,
    at: Circumstances,
    approver: OfficerRef | None,
    *,
    reason: str,
    evidence: tuple[Upload, ...],
) -> Iterable[Refused]:
    if hazard.listing is not None:
        yield OutOfOrder("listed", under=SAFETY_LAW.article(41, 3))
    if approver is None or approver in at.officers or not is_head(at, approver):
        yield OutOfOrder("lowering_not_approved", under=STANDARD)
    if not evidence:
        yield OutOfOrder("evidence_missing", under=STANDARD)
    yield from blank(reason, "reason_missing", under=STANDARD)
