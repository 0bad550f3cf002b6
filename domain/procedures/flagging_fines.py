"""
What the clock flags as a fine in place of prosecution (以罚代刑警示).

A finding carries the code of a criminal threshold, nobody said that a crime is
suspected, and the matter ended with a fine: on the spot, or in a case that is closed.
The flag opens a file of its own beside the matter: nobody in the flagged body writes
it, answers over it or hides it, and a suspicion that comes later does not take it away.
"""

from collections.abc import Iterable, Iterator
from typing import Final
from uuid import UUID

from domain.acts import Reach, act
from domain.base import Fact, Role, Time
from domain.circumstances import Circumstances
from domain.enforcement_case.facts_of_ending import CaseClosed
from domain.enforcement_case.file import EnforcementCase
from domain.hazard.file import Hazard
from domain.inspection.facts import FindingRecorded
from domain.inspection.file import Inspection
from domain.law.statutes import PENALTY_LAW, REFERRAL_REGULATION
from domain.limits import Limit
from domain.penalty.facts import OnTheSpotPenaltyDecided
from domain.penalty.file import Penalty
from domain.procedures.suspicion import referrals_of
from domain.referral.facts_of_flags import (
    FineInsteadOfProsecutionFlagged,
    fine_instead_claim,
)
from domain.referral.file import Referral
from domain.refusals import OutOfOrder, OutOfTime, Refused

INSTEAD: Final = f"{PENALTY_LAW.article(27)};{REFERRAL_REGULATION.article(3)}"

#: Under which rule of the table a referral that never came is flagged.
RULE: Final = "RF.withheld"


@act(
    "警示结案以罚代刑",
    "Flag a case that ended with a fine in place of prosecution",
    by=Role.CLOCK,
    under=INSTEAD,
    time=Time.STATED,
    reach=Reach.ANY,
    rules=("INV-02",),
    rows=("REF-04", "AUD-03"),
)
def flag_fine_instead(case: EnforcementCase, at: Circumstances) -> None:
    """
    Flag that a case was closed with a fine, on findings that may be a crime.

    Args:
        case: The case.
        at: The end of the day on which it was closed.

    Raises:
        OutOfOrder: If it is not closed, nobody was fined, no finding carries such a
            code, a crime was suspected, or this is flagged.
        OutOfTime: If that day is not over.

    Source:
        行政处罚法 27; 国务院令310号 (2020) 3; 甘委发〔2017〕28号 11.
    """
    closed = _closed(case)
    assert closed is not None
    _flag(case, at, closed, penalties=_fines(case, at))


@flag_fine_instead.unless
def cannot_flag_case(case: EnforcementCase, at: Circumstances) -> Iterable[Refused]:
    """
    Closed with a fine, and the suspicion that its findings ask for never spoken.
    """
    yield from _nothing(at, _closed(case), fines=_fines(case, at))
    files = (case.id, *filter(None, (case.inspection,)), *case.hazards)
    yield from _unlike_a_crime(at, files, _findings(case, at))


@act(
    "警示当场处罚以罚代刑",
    "Flag a fine on the spot in place of prosecution",
    by=Role.CLOCK,
    under=INSTEAD,
    time=Time.STATED,
    reach=Reach.ANY,
    rules=("INV-02",),
    rows=("REF-04", "AUD-03"),
)
def flag_spot_fine_instead(penalty: Penalty, at: Circumstances) -> None:
    """
    Flag that a fine was decided on the spot, on findings that may be a crime.

    Args:
        penalty: The penalty.
        at: The end of the day of the decision.

    Raises:
        OutOfOrder: If it is no fine on the spot, no finding carries such a code, a
            crime was suspected, or this is flagged.
        OutOfTime: If that day is not over.

    Source:
        行政处罚法 27; 国务院令310号 (2020) 3; 甘委发〔2017〕28号 11.
    """
    _flag(penalty, at, penalty.history[0], penalties=(penalty,))


@flag_spot_fine_instead.unless
def cannot_flag_spot(penalty: Penalty, at: Circumstances) -> Iterable[Refused]:
    """
    Decided on the spot, and the suspicion that its findings ask for never spoken.
    """
    first = penalty.history[0]
    spot = first if isinstance(first, OnTheSpotPenaltyDecided) else None
    fines = (penalty,) if penalty.fines else ()
    yield from _nothing(at, spot, fines=fines)
    files = tuple(filter(None, (penalty.id, penalty.inspection)))
    yield from _unlike_a_crime(at, files, _spot_findings(penalty, at))


def _closed(case: EnforcementCase) -> CaseClosed | None:
    return next((f for f in case.history if isinstance(f, CaseClosed)), None)


def _fines(case: EnforcementCase, at: Circumstances) -> tuple[Penalty, ...]:
    found = (at.read(Penalty, each) for each in at.tagged(f"case/{case.id}/penalty"))
    return tuple(each for each in found if each.fines)


def _findings(case: EnforcementCase, at: Circumstances) -> tuple[FindingRecorded, ...]:
    """
    List the findings of a case that carry the code of a criminal threshold.
    """
    found = [*_criminal(at, case.inspection, case.item_nos)]
    for each in case.hazards:
        hazard = at.read(Hazard, each)
        found += _criminal(at, hazard.inspection, hazard.item_nos)
    return tuple(dict.fromkeys(found))


def _spot_findings(penalty: Penalty, at: Circumstances) -> tuple[FindingRecorded, ...]:
    first = penalty.history[0]
    items = first.item_nos if isinstance(first, OnTheSpotPenaltyDecided) else ()
    return tuple(_criminal(at, penalty.inspection, items))


def _criminal(
    at: Circumstances, inspection: UUID | None, items: tuple[int, ...]
) -> Iterator[FindingRecorded]:
    visit = at.read(Inspection, inspection) if inspection else None
    for fact in visit.history if visit else ():
        if (
            isinstance(fact, FindingRecorded)
            and fact.item_no in items
            and fact.criminal_code
        ):
            yield fact


def _nothing(
    at: Circumstances, ended: Fact | None, *, fines: tuple[Penalty, ...]
) -> Iterable[Refused]:
    """
    It did not end, not with a fine, its day is not over, or it is flagged.
    """
    if ended is None or not fines:
        yield OutOfOrder("nothing_to_flag", under=INSTEAD)
        return
    if at.holder(fine_instead_claim(ended.id)):
        yield OutOfOrder("flagged_already", under=INSTEAD, rule=RULE)
    if at.now <= _limit(ended).ends_at:
        until = ended.deed.on
        yield OutOfTime("time_not_over", under=INSTEAD, until_on=until)


def _unlike_a_crime(
    at: Circumstances, files: tuple[UUID, ...], findings: tuple[FindingRecorded, ...]
) -> Iterable[Refused]:
    """
    No finding carries such a code, or a crime was suspected in it.
    """
    if not findings:
        yield OutOfOrder("nothing_to_flag", under=INSTEAD)
    if referrals_of(at, *files):
        yield OutOfOrder("done_in_time", under=INSTEAD, rule=RULE)


def _limit(ended: Fact) -> Limit:
    return Limit(RULE, INSTEAD, last_on=ended.deed.on)


def _flag(
    file: EnforcementCase | Penalty,
    at: Circumstances,
    ended: Fact,
    *,
    penalties: tuple[Penalty, ...],
) -> None:
    """
    Open the file of the flag: what was found, and by what it ended.
    """
    if isinstance(file, EnforcementCase):
        findings = _findings(file, at)
    else:
        findings = _spot_findings(file, at)
    Referral.start(
        FineInsteadOfProsecutionFlagged,
        at,
        because=file,
        cause=ended.id,
        owner=file.body,
        files=(file.id, *dict.fromkeys(each.file for each in findings)),
        penalties=tuple(each.id for each in penalties),
        fine_fen=sum(each.fine_fen for each in penalties),
        criminal_codes=tuple(dict.fromkeys(f.criminal_code for f in findings)),
        broken_rule="INV-02",
        started_by=ended.id,
        limit_passed=_limit(ended),
    )
