"""
Bans (职业禁入、行业禁入、终身禁入): each with its basis of law and its term (INV-42).
"""

from collections.abc import Iterable
from datetime import date
from typing import Final

from domain.acts import Reach, act, opening
from domain.ban.file import (
    Ban,
    BanBasis,
    BanExpired,
    BanLifted,
    BanTermFixed,
    IndustryBanImposed,
    LifetimeBanImposed,
    OccupationalBanImposed,
    Stage,
)
from domain.base import HEADS, File, Role, Time
from domain.circumstances import Circumstances
from domain.closure.file import Closure
from domain.grounds import blank, first
from domain.law.statutes import SAFETY_LAW
from domain.limits import limit_if_any
from domain.parties import person_key
from domain.penalty.file import Penalty
from domain.references import FileRef, PenaltyRef
from domain.refusals import BeyondTheLaw, NotCompetent, OutOfOrder, OutOfTime, Refused
from domain.values import Personal, Upload, end_of

OCCUPATION: Final = f"{SAFETY_LAW.article(94)};{SAFETY_LAW.article(113)}"
INDUSTRY: Final = SAFETY_LAW.article(92, 3)
LIFETIME: Final = f"{SAFETY_LAW.article(92, 3)};{SAFETY_LAW.article(94, 3)}"
_WHO = (Role.CLERK, *HEADS)

#: By which rule a ban runs from the day of its basis; a judgment's runs from the end
#: of the sentence, which is not known yet.
_TERMS: Final = {BanBasis.DISMISSAL: "AC.bar", BanBasis.CLOSURE: "SL.head_ban"}
_OF_A_PERSON: Final = (BanBasis.JUDGMENT, *_TERMS)
_FOR_LIFE: Final = (BanBasis.JUDGMENT, BanBasis.DISMISSAL, BanBasis.FALSE_REPORT)


def _thread_of(at: Circumstances, basis: FileRef | None) -> File | None:
    if basis is None:
        return None
    found = at.read(File, basis)
    first(at.standing.grounds(at.said, found, at))
    return found


def _basis_fallen(basis: File | None, *, under: str) -> Iterable[Refused]:
    """
    The closure was not decided, or was set aside.
    """
    if isinstance(basis, Closure) and not basis.is_closed:
        yield OutOfOrder("no_closure", under=under, stage=basis.stage)


def _no_basis(
    basis: BanBasis, lawful: Iterable[BanBasis], texts: Iterable[str], *, under: str
) -> Iterable[Refused]:
    """
    What it is said to rest on carries no such ban, or is not named.
    """
    for text in texts:
        yield from blank(text, "ban_basis_missing", under=under)
    if basis not in lawful:
        yield BeyondTheLaw("no_basis_for_ban", under=under, ban_basis=basis)


def _until(at: Circumstances, rule: str, day: date) -> date:
    """
    Reckon the last day of a ban.

    Raises:
        BeyondTheLaw: If no such ban was law on that day.
    """
    limit = limit_if_any(at, rule, day)
    if limit is None:
        raise BeyondTheLaw("ban_not_law_then", under=at.said.under, on=day)
    return limit.ends_on


def _ahead(day: date, at: Circumstances, *, under: str) -> Iterable[Refused]:
    if day > at.on:
        yield OutOfTime("basis_ahead", under=under, on=day)


@opening(
    "记录职业禁入",
    "Impose an occupational ban",
    by=_WHO,
    under=OCCUPATION,
    rules=("INV-42",),
    rows=("DIS-05",),
)
def impose_occupational_ban(
    at: Circumstances,
    *,
    person: Personal,
    ban_basis: BanBasis,
    basis_no: str,
    basis_on: date,
    ban_scope: str,
    basis_paper: Upload,
    identity_number: Personal | None = None,
    basis_file: FileRef | None = None,
) -> Ban:
    """
    Record that somebody may not be principal of a production unit for five years.

    Args:
        at: Who, when.
        person: Whom it binds.
        ban_basis: A guilty judgment, a dismissal, or the closure of their unit.
        basis_no: Its number.
        basis_on: Its day.
        ban_scope: Which posts.
        basis_paper: The judgment or decision.
        identity_number: The person's number; it is kept only as a key.
        basis_file: The file that tells of it, if it is here.

    Raises:
        OutOfOrder: If the basis is not named.
        OutOfTime: If its day lies ahead.
        BeyondTheLaw: If it carries no such ban.

    Source:
        安全生产法 94: five years from the end of the sentence or the dismissal; 113.
    """
    basis = _thread_of(at, basis_file)
    texts = (basis_no, ban_scope)
    first(
        _no_basis(ban_basis, _OF_A_PERSON, texts, under=OCCUPATION),
        _ahead(basis_on, at, under=OCCUPATION),
        _basis_fallen(basis, under=OCCUPATION),
    )
    rule = _TERMS.get(ban_basis)
    return Ban.start(
        OccupationalBanImposed,
        at,
        because=basis,
        person=person,
        person_key=person_key(at, identity_number),
        ban_basis=ban_basis,
        basis_no=basis_no,
        basis_on=basis_on,
        ban_scope=ban_scope,
        basis_paper=basis_paper,
        until_on=_until(at, rule, basis_on) if rule else None,
        basis_file=basis_file,
    )


@opening(
    "记录行业禁入",
    "Impose an industry ban",
    by=_WHO,
    under=INDUSTRY,
    rules=("INV-42",),
    rows=("DIS-06",),
)
def impose_industry_ban(
    at: Circumstances,
    *,
    penalty: PenaltyRef,
    ban_scope: str,
    person: Personal | None = None,
    identity_number: Personal | None = None,
) -> Ban:
    """
    Record that a service institution, or somebody of it, may not work in the trade for
    five years from the penalty for a false report.

    Args:
        at: Who, when.
        penalty: The penalty of 安全生产法 92, of this body.
        ban_scope: Which work.
        person: Somebody directly responsible; none where the institution is banned.
        identity_number: The person's number; it is kept only as a key.

    Raises:
        NotCompetent: If another body punished.
        OutOfOrder: If the penalty was not served or does not stand, or the scope is not
            named.

    Source:
        安全生产法 92(3).
    """
    basis = at.read(Penalty, penalty)
    if not at.standing.goes_on_for(basis.body, at):
        raise NotCompetent("not_the_punisher", under=INDUSTRY, penalty=penalty)
    served = basis.served_on is not None and basis.stands
    if not served or (person is None and basis.enterprise is None):
        raise OutOfOrder("no_penalty", under=INDUSTRY, penalty=penalty)
    first(blank(ban_scope, "ban_basis_missing", under=INDUSTRY))
    return Ban.start(
        IndustryBanImposed,
        at,
        because=basis,
        penalty=penalty,
        ban_basis=BanBasis.FALSE_REPORT,
        basis_on=basis.decided_on,
        ban_scope=ban_scope,
        until_on=_until(at, "SL.false_report.ban", basis.decided_on),
        enterprise=None if person else basis.enterprise,
        person=person,
        person_key=person_key(at, identity_number),
    )


@opening(
    "记录终身禁入",
    "Impose a ban for life",
    by=_WHO,
    under=LIFETIME,
    rules=("INV-42",),
    rows=("DIS-04",),
)
def impose_lifetime_ban(
    at: Circumstances,
    *,
    person: Personal,
    ban_basis: BanBasis,
    basis_no: str,
    basis_on: date,
    ban_scope: str,
    basis_paper: Upload,
    identity_number: Personal | None = None,
    basis_file: FileRef | None = None,
) -> Ban:
    """
    Record that somebody may never be principal of a unit of the trade again.

    Args:
        at: Who, when.
        person: Whom it binds.
        ban_basis: A judgment or dismissal for a serious accident, or a grave false
            report.
        basis_no: Its number.
        basis_on: Its day.
        ban_scope: Which posts, in which trade.
        basis_paper: The judgment or decision.
        identity_number: The person's number; it is kept only as a key.
        basis_file: The file that tells of it, if it is here.

    Raises:
        OutOfOrder: If the basis is not named.
        OutOfTime: If its day lies ahead.
        BeyondTheLaw: If it carries no such ban.

    Source:
        安全生产法 92(3), 94(3).
    """
    basis = _thread_of(at, basis_file)
    basis = _thread_of(at, basis_file)
    first(
        _no_basis(ban_basis, _FOR_LIFE, (basis_no, ban_scope), under=LIFETIME),
        _ahead(basis_on, at, under=LIFETIME),
        _basis_fallen(basis, under=LIFETIME),
    )
    return Ban.start(
        LifetimeBanImposed,
        at,
        because=basis,
        person=person,
        person_key=person_key(at, identity_number),
        ban_basis=ban_basis,
        basis_no=basis_no,
        basis_on=basis_on,
        ban_scope=ban_scope,
        basis_paper=basis_paper,
        basis_file=basis_file,
    )


def _not_running(ban: Ban, *, under: str) -> Iterable[Refused]:
    if ban.stage is not Stage.RUNNING:
        yield OutOfOrder("ban_over", under=under, stage=ban.stage)


@act(
    "确定禁入期",
    "Fix the term of a ban",
    by=_WHO,
    under=SAFETY_LAW.article(94),
    time=Time.STATED,
    rules=("INV-42",),
    rows=("DIS-05",),
)
def fix_ban_term(
    ban: Ban,
    at: Circumstances,
    *,
    sentence_ended_on: date,
    evidence: tuple[Upload, ...] = (),
) -> None:
    """
    Record that the sentence is served, from which the five years run.

    Args:
        ban: The ban.
        at: Who, when.
        sentence_ended_on: The day on which the sentence was served in full.
        evidence: What shows it.

    Raises:
        OutOfOrder: If it is over, is for life, or its last day is known.
        OutOfTime: If that day lies ahead.

    Source:
        安全生产法 94(3): five years from the end of the sentence.
    """
    first(_ahead(sentence_ended_on, at, under=SAFETY_LAW.article(94)))
    ban.record(
        BanTermFixed,
        at,
        sentence_ended_on=sentence_ended_on,
        until_on=_until(at, "AC.bar", sentence_ended_on),
        evidence=evidence,
    )


@fix_ban_term.unless
def cannot_fix(ban: Ban, at: Circumstances) -> Iterable[Refused]:
    """
    It runs and has no last day yet.
    """
    del at
    under = SAFETY_LAW.article(94)
    yield from _not_running(ban, under=under)
    if ban.is_for_life:
        yield OutOfOrder("ban_for_life", under=under)
    if ban.until_on is not None:
        yield OutOfOrder("term_fixed", under=under, until_on=ban.until_on)


@act(
    "禁入期满",
    "Let a ban expire",
    by=Role.CLOCK,
    under=SAFETY_LAW.article(94),
    time=Time.STATED,
    reach=Reach.ANY,
    rules=("INV-42",),
    rows=("DIS-05", "DIS-06"),
)
def expire_ban(ban: Ban, at: Circumstances) -> None:
    """
    End a ban whose term is over.

    Args:
        ban: The ban.
        at: The end of its last day.

    Raises:
        OutOfOrder: If it is over, or for life.
        OutOfTime: If its term is not over, or not known.

    Source:
        安全生产法 94.
    """
    ban.record(BanExpired, at, until_on=ban.until_on)


@expire_ban.unless
def cannot_expire_ban(ban: Ban, at: Circumstances) -> Iterable[Refused]:
    """
    It runs, and its last day is over; one for life has none.
    """
    under = SAFETY_LAW.article(94)
    yield from _not_running(ban, under=under)
    if ban.is_for_life:
        yield OutOfOrder("ban_for_life", under=under)
    elif ban.until_on is None or at.now <= end_of(ban.until_on):
        yield OutOfTime("time_not_over", under=under, until_on=ban.until_on)


@act(
    "解除禁入",
    "Lift a ban",
    by=_WHO,
    under=OCCUPATION,
    rules=("INV-42",),
    rows=("DIS-05", "DIS-06"),
)
def lift_ban(
    ban: Ban,
    at: Circumstances,
    *,
    reasons: str,
    effective_on: date,
    evidence: tuple[Upload, ...] = (),
) -> None:
    """
    Record that the basis of a ban fell.

    Args:
        ban: The ban.
        at: Who, when.
        reasons: What became of the basis.
        effective_on: The day from which it is gone.
        evidence: The judgment or decision that says so.

    Raises:
        OutOfOrder: If it is over, or no reasons or evidence are given.

    Source:
        安全生产法 92, 94, 113: no ban without its basis.
    """
    first(blank(reasons, "reasons_missing", under=OCCUPATION))
    if not evidence:
        raise OutOfOrder("evidence_missing", under=OCCUPATION)
    ban.record(
        BanLifted, at, reasons=reasons, effective_on=effective_on, evidence=evidence
    )


@lift_ban.unless
def cannot_lift_ban(ban: Ban, at: Circumstances) -> Iterable[Refused]:
    """
    It runs.
    """
    del at
    yield from _not_running(ban, under=OCCUPATION)
