"""
Acts that weigh what a party did (情节与裁量): factors, and the schedule of discretion.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from domain.acts import Power, act
from domain.base import Role
from domain.circumstances import Circumstances
from domain.enforcement_case.choices import DECIDABLE, OPEN, MitigatingFactor
from domain.enforcement_case.facts_of_notice import (
    AggravatingFactorRecorded,
    DiscretionApplied,
    FactorAnswer,
    MitigatingFactorRecorded,
)
from domain.enforcement_case.file import EnforcementCase, Party
from domain.enforcement_case.grounds import not_at, not_handlers, party_of
from domain.grounds import blank, first
from domain.law.statutes import PENALTY_LAW
from domain.refusals import BeyondTheLaw, OutOfOrder, Refused
from domain.values import Upload

FACTORS = f"{PENALTY_LAW.article(32)};33"
DISCRETION = PENALTY_LAW.article(34)


@dataclass(frozen=True)
class ScheduleRow:
    """
    A row of a schedule of discretion (裁量基准档次).

    Args:
        discretion_schedule: The schedule.
        schedule_row: The row.
        schedule_from: Since when it is in force.
        band: The tier.
        band_min_fen: The lowest fine of the tier.
        band_max_fen: The highest fine of the tier.
        schedule_until: Until when it is in force; absent while it stands.
    """

    discretion_schedule: str
    schedule_row: str
    schedule_from: date
    band: str
    band_min_fen: int
    band_max_fen: int
    schedule_until: date | None = None


@act(
    "记录从重情节",
    "Record an aggravating factor",
    by=Role.OFFICER,
    under=DISCRETION,
    power=Power.PENALISE,
    two_officers=True,
    rows=("PEN-06", "PEN-07", "REG-08"),
)
def record_aggravating_factor(
    case: EnforcementCase,
    at: Circumstances,
    *,
    party_no: int,
    aggravating_factor: str,
    legal_basis: str,
    proof: str,
    evidence: tuple[Upload, ...] = (),
) -> None:
    """
    Record a ground for a heavier penalty, with its proof.

    Args:
        case: The case.
        at: Who, when.
        party_no: For which party.
        aggravating_factor: The ground.
        legal_basis: What makes it one.
        proof: What proves it.
        evidence: The evidence.

    Raises:
        NotCompetent: If somebody acts who does not handle the case.
        NoSuchCase: If there is no such party.
        OutOfOrder: If the case is not open, or the proof is missing.

    Source:
        行政处罚法 34; 安全生产违法行为行政处罚办法 (待核).
    """
    party_of(case, party_no, under=DISCRETION)
    first(blank(proof, "proof_missing", under=DISCRETION))
    case.record(
        AggravatingFactorRecorded,
        at,
        party_no=party_no,
        aggravating_factor=aggravating_factor,
        legal_basis=legal_basis,
        proof=proof,
        evidence=evidence,
    )


@act(
    "记录从轻减轻不罚情节",
    "Record a mitigating factor",
    by=Role.OFFICER,
    under=FACTORS,
    power=Power.PENALISE,
    two_officers=True,
    rows=("PEN-05",),
)
def record_mitigating_factor(
    case: EnforcementCase,
    at: Circumstances,
    *,
    party_no: int,
    mitigating_factor: MitigatingFactor,
    proof: str,
    evidence: tuple[Upload, ...] = (),
) -> None:
    """
    Record a ground for a lighter penalty, or for none, with its proof.

    Args:
        case: The case.
        at: Who, when.
        party_no: For which party.
        mitigating_factor: The ground.
        proof: What proves it.
        evidence: The evidence.

    Raises:
        NotCompetent: If somebody acts who does not handle the case.
        NoSuchCase: If there is no such party.
        OutOfOrder: If the case is not open, or the proof is missing.

    Source:
        行政处罚法 32, 33.
    """
    party_of(case, party_no, under=FACTORS)
    first(blank(proof, "proof_missing", under=FACTORS))
    case.record(
        MitigatingFactorRecorded,
        at,
        party_no=party_no,
        mitigating_factor=mitigating_factor,
        proof=proof,
        evidence=evidence,
    )


@record_aggravating_factor.unless
@record_mitigating_factor.unless
def cannot_weigh(case: EnforcementCase, at: Circumstances) -> Iterable[Refused]:
    """
    By those who handle the case, while it is open.
    """
    yield from not_handlers(case, at)
    yield from not_at(case, *OPEN, under=DISCRETION)


@act(
    "适用裁量基准",
    "Apply the schedule of discretion",
    by=Role.OFFICER,
    under=DISCRETION,
    power=Power.PENALISE,
    two_officers=True,
    rules=("INV-24", "INV-26"),
    rows=("PEN-05", "PEN-06"),
)
def apply_discretion(
    case: EnforcementCase,
    at: Circumstances,
    *,
    party_no: int,
    applied_row: ScheduleRow,
    fine_fen: int,
    factor_answers: tuple[FactorAnswer, ...],
    deviation_reason: str = "",
) -> None:
    """
    Apply a row of the schedule in force, and answer the factors one by one.

    Args:
        case: The case.
        at: Who, when.
        party_no: To which party.
        applied_row: The row.
        fine_fen: The fine that it comes to, in fen; 0 for none.
        factor_answers: Each factor of 32 and 33, and whether it stands.
        deviation_reason: Why the fine lies outside the tier, or under its top where
            the place requires that.

    Raises:
        NotCompetent: If somebody acts who does not handle the case.
        NoSuchCase: If there is no such party.
        OutOfOrder: If the investigation is not concluded, no schedule or row is named,
            a factor is not answered or has no proof, or a deviation is not explained.
        BeyondTheLaw: If the schedule is not in force.

    Source:
        行政处罚法 32, 33, 34; 忻州2020通知 (九).
    """
    party = party_of(case, party_no, under=DISCRETION)
    for cited in (applied_row.discretion_schedule, applied_row.schedule_row):
        first(blank(cited, "schedule_missing", under=DISCRETION))
    at.later(_not_in_force(at, applied_row))
    first(_unanswered(party, factor_answers))
    first(
        _unexplained(
            at,
            applied_row,
            fine_fen,
            answers=factor_answers,
            is_explained=bool(deviation_reason.strip()),
        )
    )
    case.record(
        DiscretionApplied,
        at,
        party_no=party_no,
        discretion_schedule=applied_row.discretion_schedule,
        schedule_row=applied_row.schedule_row,
        schedule_from=applied_row.schedule_from,
        schedule_until=applied_row.schedule_until,
        band=applied_row.band,
        band_min_fen=applied_row.band_min_fen,
        band_max_fen=applied_row.band_max_fen,
        fine_fen=fine_fen,
        factor_answers=factor_answers,
        deviation_reason=deviation_reason,
    )


@apply_discretion.unless
def cannot_apply(case: EnforcementCase, at: Circumstances) -> Iterable[Refused]:
    """
    By those who handle the case, once it is investigated.
    """
    yield from not_handlers(case, at)
    yield from not_at(case, *DECIDABLE, under=DISCRETION)


def _not_in_force(at: Circumstances, row: ScheduleRow) -> Iterable[Refused]:
    ended = row.schedule_until is not None and row.schedule_until < at.on
    if ended or row.schedule_from > at.on:
        yield BeyondTheLaw("schedule_not_in_force", under=DISCRETION, on=at.on)
    if row.band_min_fen > row.band_max_fen or row.band_min_fen < 0:
        yield BeyondTheLaw("band_reversed", under=DISCRETION)


def _unanswered(party: Party, answers: tuple[FactorAnswer, ...]) -> Iterable[Refused]:
    """
    A factor of 32 or 33 is not answered, or otherwise than it was proved.
    """
    answered = {each.mitigating_factor: each.stands for each in answers}
    if len(answers) != len(answered) or set(answered) != set(MitigatingFactor):
        yield OutOfOrder("factors_unanswered", under=FACTORS)
        return
    for factor, stands in answered.items():
        if stands != (factor in party.mitigating):
            yield OutOfOrder("factor_unproved", under=FACTORS, mitigating_factor=factor)


def _unexplained(
    at: Circumstances,
    row: ScheduleRow,
    fine_fen: int,
    *,
    answers: tuple[FactorAnswer, ...],
    is_explained: bool,
) -> Iterable[Refused]:
    """
    The fine lies outside the tier without a reason, or below its top where the place
    requires it and no factor stands (INV-24).
    """
    outside = not row.band_min_fen <= fine_fen <= row.band_max_fen
    required = at.rules.find("case.maximum_required") is True
    stands = any(each.stands for each in answers)
    too_little = required and not stands and fine_fen < row.band_max_fen
    if (outside or too_little) and not is_explained:
        yield OutOfOrder("deviation_unexplained", under=DISCRETION)
