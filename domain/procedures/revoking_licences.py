"""
Recording that a licence was revoked (吊销许可): only by its issuer, on a penalty
decision of the issuer's own.
"""

from collections.abc import Iterable
from datetime import date
from typing import Final
from uuid import UUID

from domain.acts import Reach, act
from domain.base import Role, Time
from domain.circumstances import Circumstances
from domain.folding import folded
from domain.grounds import blank, first
from domain.law.penalty_kinds import PenaltyKind
from domain.law.statutes import PENALTY_LAW, SAFETY_LAW
from domain.penalty.file import Penalty
from domain.permit.file import LicenceRevoked, Permit
from domain.references import PenaltyRef
from domain.refusals import NotCompetent, OutOfOrder, Refused
from domain.values import Upload

REVOKED: Final = f"{PENALTY_LAW.article(9)};{SAFETY_LAW.article(113)}"


@act(
    "登记吊销许可",
    "Record that a licence was revoked",
    by=(Role.CLERK, Role.IMPORTER),
    under=REVOKED,
    time=Time.STATED,
    reach={Role.CLERK: Reach.BELOW},
    rules=("INV-31",),
    rows=("SUS-08", "LIC-01"),
)
def record_licence_revocation(
    permit: Permit,
    at: Circumstances,
    *,
    revoked_by: str,
    decision_no: str,
    effective_on: date,
    penalty: PenaltyRef | None = None,
    decision_paper: Upload | None = None,
) -> None:
    """
    Record that the issuer of a permit revoked it by a penalty.

    Args:
        permit: The permit.
        at: Who; the day of the decision.
        revoked_by: Who decided.
        decision_no: Number of its penalty decision.
        effective_on: The day from which the permit is valid no more.
        penalty: That penalty, where it is one of the ledger.
        decision_paper: The decision.

    Raises:
        NotCompetent: If somebody else than the issuer decided.
        NoSuchCase: If there is no such penalty.
        OutOfOrder: If it is revoked already, no decision is named, or the penalty named
            does not stand, is on somebody else, or revokes no licence.

    Source:
        行政处罚法 9(3); 安全生产法 113, 115.
    """
    first(blank(decision_no, "revocation_without_decision", under=REVOKED))
    first(_no_basis(permit, at, penalty))
    permit.record(
        LicenceRevoked,
        at,
        enterprise=permit.enterprise,
        revoked_by=revoked_by,
        decision_no=decision_no,
        effective_on=effective_on,
        penalty=penalty,
        decision_paper=decision_paper,
    )


@record_licence_revocation.unless
def cannot_revoke(permit: Permit, at: Circumstances) -> Iterable[Refused]:
    """
    Once.
    """
    del at
    yield from revoked(permit)


@record_licence_revocation.unless_named
def not_the_issuer(
    permit: Permit, at: Circumstances, *, revoked_by: str, **_: object
) -> Iterable[Refused]:
    """
    Somebody else than the issuer decided.
    """
    del at
    if folded(revoked_by) != folded(permit.issuer):
        yield NotCompetent("not_the_issuer", under=REVOKED, issuer=permit.issuer)


def revoked(permit: Permit) -> Iterable[Refused]:
    """
    The permit was revoked.
    """
    if permit.revoked_from is not None:
        since = permit.revoked_from
        yield OutOfOrder("permit_revoked", under=REVOKED, since_on=since)


def licences_left(at: Circumstances, enterprise: UUID | None) -> tuple[UUID, ...]:
    """
    List the permits of an enterprise that are valid and were not revoked.

    Args:
        at: Who, when; the permits join the conditions.
        enterprise: The enterprise.
    """
    tagged = at.tagged(f"enterprise/{enterprise}/permit") if enterprise else ()
    return tuple(each for each in tagged if at.read(Permit, each).is_valid_on(at.on))


def _no_basis(
    permit: Permit, at: Circumstances, penalty: UUID | None
) -> Iterable[Refused]:
    """
    The penalty named does not revoke this enterprise's licence.
    """
    found = at.read(Penalty, penalty) if penalty else None
    if found is None:
        return
    is_its = found.enterprise == permit.enterprise and found.stands
    if not is_its or PenaltyKind.LICENCE_REVOKED not in found.kinds:
        yield OutOfOrder("no_revocation_decided", under=REVOKED)
