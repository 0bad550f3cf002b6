"""
Mirroring permits (许可登记).
"""

from collections.abc import Iterable
from datetime import date

from domain.acts import Reach, act, opening
from domain.base import Role, Time
from domain.circumstances import Circumstances
from domain.enterprise.acts import yielding
from domain.enterprise.file import Enterprise
from domain.grounds import blank, first
from domain.limits import Limit, limit_if_any
from domain.permit.file import (
    Permit,
    PermitChanged,
    PermitExpired,
    PermitRecorded,
    permit_claim,
)
from domain.procedures.parties_shown import is_called
from domain.procedures.revoking_licences import revoked
from domain.references import EnterpriseRef
from domain.refusals import BeyondTheLaw, OutOfOrder, OutOfTime, Refused

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
    permit_no: str,
    issuing_authority: str,
    valid_from: date,
    valid_until: date | None = None,
) -> Permit:
    """
    Record a permit that its issuer gave an enterprise; one of the own body's has to be
    public in time.

    Args:
        at: Who; the day on which it was given.
        enterprise: The enterprise.
        permit_kind: For example ``安全生产许可证``.
        permit_no: As printed.
        issuing_authority: Who gave it.
        valid_from: First day.
        valid_until: Last day, inclusive; none for one without an end.

    Raises:
        NoSuchCase: If there is no such enterprise of this body or one below it.
        OutOfOrder: If another file of the enterprise leads, kind, number or issuer is
            missing, or the issuer's permit of this number is recorded already.
        BeyondTheLaw: If it would end before it begins.

    Source:
        安全生产法 63; 国办发〔2018〕118号.
    """
    holder = at.read(Enterprise, enterprise)
    first(at.standing.grounds(at.said, holder, at))
    first(yielding(holder))
    for named in (permit_kind, permit_no, issuing_authority):
        first(blank(named, "permit_incomplete", under=PERMITS))
    known = at.holder(permit_claim(issuing_authority, permit_no))
    if known:
        raise OutOfOrder(
            "permit_recorded", under=PERMITS, permit_no=permit_no, file=known
        )
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
        permit_no=permit_no,
        issuing_authority=issuing_authority,
        valid_from=valid_from,
        valid_until=valid_until,
        publish_limit=_publish_limit(at, issuing_authority),
    )


def _publish_limit(at: Circumstances, issuer: str) -> Limit | None:
    """
    Reckon until when a permit is to be public: its issuer publishes it, and what is
    taken in starts no time.

    Source:
        国办发〔2018〕118号: seven working days.
    """
    body = at.actor.body
    if body is None or at.actor.role is Role.IMPORTER:
        return None
    if not is_called(at, body, issuer, on=at.on):
        return None
    return limit_if_any(at, "TS.after.penalty", at.on)


@act(
    "登记许可变更",
    "Record a change of a permit",
    by=(Role.CLERK, Role.IMPORTER),
    under=PERMITS,
    time=Time.STATED,
    reach={Role.CLERK: Reach.BELOW},
    rows=("LIC-01",),
)
def change_permit(
    permit: Permit,
    at: Circumstances,
    *,
    changed: str,
    valid_from: date,
    valid_until: date | None = None,
) -> None:
    """
    Record that the issuer renewed a permit, or changed what it says.

    Args:
        permit: The permit.
        at: Who; the day of the change.
        changed: What was changed.
        valid_from: First day of the validity that holds now.
        valid_until: Its last day, inclusive; none for one without an end.

    Raises:
        OutOfOrder: If it is not said what was changed.
        BeyondTheLaw: If it would end before it begins.

    Source:
        安全生产法 63.
    """
    first(blank(changed, "change_missing", under=PERMITS))
    if valid_until is not None and valid_until < valid_from:
        raise BeyondTheLaw(
            "term_reversed", under=PERMITS, since_on=valid_from, until_on=valid_until
        )
    permit.record(
        PermitChanged,
        at,
        enterprise=permit.enterprise,
        changed=changed,
        valid_from=valid_from,
        valid_until=valid_until,
    )


@act(
    "登记许可到期",
    "Record that a permit ran out",
    by=(Role.CLERK, Role.IMPORTER),
    under=PERMITS,
    time=Time.STATED,
    reach={Role.CLERK: Reach.BELOW},
    rows=("LIC-01",),
)
def expire_permit(permit: Permit, at: Circumstances) -> None:
    """
    Record that a permit ran out and its issuer did not renew it.

    Whether it is valid on a day does not hang on this: it ends on its last day.

    Args:
        permit: The permit.
        at: Who; the day on which the issuer said so.

    Raises:
        OutOfOrder: If it has no end, or this is recorded already.
        OutOfTime: If its last day is not over.

    Source:
        安全生产法 63.
    """
    permit.record(
        PermitExpired, at, enterprise=permit.enterprise, valid_until=permit.valid_until
    )


@change_permit.unless
def cannot_change(permit: Permit, at: Circumstances) -> Iterable[Refused]:
    """
    It was not revoked.
    """
    del at
    yield from revoked(permit)


@expire_permit.unless
def cannot_expire(permit: Permit, at: Circumstances) -> Iterable[Refused]:
    """
    It has a last day, which is over, nobody has said so, and it was not revoked.
    """
    yield from revoked(permit)
    if permit.valid_until is None:
        yield OutOfOrder("permit_without_end", under=PERMITS)
        return
    if permit.expired_after == permit.valid_until:
        yield OutOfOrder("permit_expired", under=PERMITS, until_on=permit.valid_until)
    if at.on <= permit.valid_until:
        yield OutOfTime(
            "permit_still_valid", under=PERMITS, until_on=permit.valid_until
        )
