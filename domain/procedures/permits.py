"""
Mirroring permits (许可登记).
"""

from datetime import date

from domain.acts import Reach, opening
from domain.base import Role, Time
from domain.circumstances import Circumstances
from domain.enterprise.file import Enterprise
from domain.permit.file import Permit, PermitRecorded, permit_claim
from domain.references import EnterpriseRef
from domain.refusals import BeyondTheLaw, OutOfOrder

PERMITS = "安全生产法63"


@opening(
    "登记许可",
    "Record a permit",
    by=(Role.CLERK, Role.IMPORTER),
    under=PERMITS,
    time=Time.STATED,
    reach={Role.CLERK: Reach.BELOW},
    rows=("LIC-01",),
)
def record_permit(
    at: Circumstances,
    *,
    enterprise: EnterpriseRef,
    permit_kind: str,
    permit_number: str,
    issuing_authority: str,
    valid_from: date,
    valid_until: date | None = None,
) -> Permit:
    """
    Record a permit that its issuer gave an enterprise.

    Args:
        at: Who; the day on which it was given.
        enterprise: The enterprise.
        permit_kind: For example ``安全生产许可证``.
        permit_number: As printed.
        issuing_authority: Who gave it.
        valid_from: First day.
        valid_until: Last day, inclusive; none for one without an end.

    Raises:
        NoSuchCase: If there is no such enterprise of this body or one below it.
        OutOfOrder: If this number of this kind is recorded already.
        BeyondTheLaw: If it would end before it begins.

    Source:
        安全生产法 63.
    """
    holder = at.read(Enterprise, enterprise)
    for refusal in at.standing.grounds(at.said, holder, at):
        raise refusal
    if at.holder(permit_claim(permit_kind, permit_number)):
        raise OutOfOrder("permit_recorded", under=PERMITS, permit_number=permit_number)
    if valid_until is not None and valid_until < valid_from:
        raise BeyondTheLaw(
            "term_reversed", under=PERMITS, since_on=valid_from, until_on=valid_until
        )
    return Permit.start(
        PermitRecorded,
        at,
        because=holder,
        enterprise=enterprise,
        permit_kind=permit_kind,
        permit_number=permit_number,
        issuing_authority=issuing_authority,
        valid_from=valid_from,
        valid_until=valid_until,
    )
