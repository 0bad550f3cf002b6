"""
Enforcement certificates (行政执法证): given, suspended, reinstated, run out.
"""

from collections.abc import Iterable
from datetime import date

from domain.acts import Reach, act
from domain.base import Role, Time
from domain.circumstances import Circumstances
from domain.officer.file import (
    Certificate,
    CertificateExpired,
    CertificateReinstated,
    CertificateSuspended,
    Officer,
    OfficerCertified,
)
from domain.refusals import BeyondTheLaw, NoSuchCase, OutOfOrder, OutOfTime, Refused
from domain.values import end_of

CERTIFICATES = "行政处罚法42"


@act(
    "登记执法证",
    "Certify an officer",
    by=Role.CLERK,
    under=CERTIFICATES,
    reach=Reach.BELOW,
    rules=("INV-43",),
    rows=("OFF-01",),
)
def certify_officer(
    officer: Officer,
    at: Circumstances,
    *,
    certificate_number: str,
    certificate_kinds: tuple[str, ...],
    valid_from: date,
    valid_until: date,
) -> None:
    """
    Record that an officer has a certificate, or that one was renewed.

    Args:
        officer: The officer.
        at: Who, when.
        certificate_number: As printed; nobody else's.
        certificate_kinds: What it entitles to, at least one.
        valid_from: First day.
        valid_until: Last day, inclusive.

    Raises:
        OutOfOrder: If the person is an auxiliary, or somebody else has the number.
        BeyondTheLaw: If it would end before it begins.

    Source:
        行政处罚法 42: only who is qualified to enforce may enforce.
    """
    held = at.holder(f"cert/{certificate_number}")
    if held not in (None, officer.id):
        raise OutOfOrder(
            "certificate_number_taken",
            under=CERTIFICATES,
            certificate_number=certificate_number,
        )
    if valid_until < valid_from:
        raise BeyondTheLaw(
            "term_reversed",
            under=CERTIFICATES,
            since_on=valid_from,
            until_on=valid_until,
        )
    officer.record(
        OfficerCertified,
        at,
        certificate_number=certificate_number,
        certificate_kinds=certificate_kinds,
        valid_from=valid_from,
        valid_until=valid_until,
    )


@certify_officer.unless
def cannot_certify(officer: Officer, at: Circumstances) -> Iterable[Refused]:
    """
    An auxiliary assists and never signs (甘委发〔2017〕28号 (十)).
    """
    roles = {role for role, _ in officer.roles_on(at.on)}
    if Role.AUXILIARY in roles and Role.OFFICER not in roles:
        yield OutOfOrder("auxiliary_never_certified", under="甘委发〔2017〕28号(十)")


@act(
    "暂停执法证",
    "Suspend a certificate",
    by=Role.CLERK,
    under=CERTIFICATES,
    reach=Reach.BELOW,
    rules=("INV-43",),
    rows=("OFF-01",),
)
def suspend_certificate(
    officer: Officer, at: Circumstances, *, certificate_number: str, reason: str
) -> None:
    """
    Suspend a certificate from today on.

    Args:
        officer: Whose it is.
        at: Who, when.
        certificate_number: Which.
        reason: Why.

    Raises:
        NoSuchCase: If the officer has no certificate of this number.
        OutOfOrder: If it is not valid today, or suspended already.

    Source:
        行政处罚法 42.
    """
    _certificate(officer, certificate_number)
    if not any(each.valid_on(at.on) for each in officer.renewals(certificate_number)):
        raise OutOfOrder(
            "certificate_not_valid",
            under=CERTIFICATES,
            certificate_number=certificate_number,
            on=at.on,
        )
    officer.record(
        CertificateSuspended,
        at,
        certificate_number=certificate_number,
        since_on=at.on,
        reason=reason,
    )


@act(
    "恢复执法证",
    "Reinstate a certificate",
    by=Role.CLERK,
    under=CERTIFICATES,
    reach=Reach.BELOW,
    rules=("INV-43",),
    rows=("OFF-01",),
)
def reinstate_certificate(
    officer: Officer, at: Circumstances, *, certificate_number: str, reason: str
) -> None:
    """
    Put a suspended certificate in force again, from today on.

    Args:
        officer: Whose it is.
        at: Who, when.
        certificate_number: Which.
        reason: Why.

    Raises:
        NoSuchCase: If the officer has no certificate of this number.
        OutOfOrder: If it is not suspended.

    Source:
        行政处罚法 42.
    """
    _certificate(officer, certificate_number)
    renewals = officer.renewals(certificate_number)
    if not any(each.suspended_on(at.on) for each in renewals):
        raise OutOfOrder(
            "certificate_not_suspended",
            under=CERTIFICATES,
            certificate_number=certificate_number,
        )
    officer.record(
        CertificateReinstated,
        at,
        certificate_number=certificate_number,
        since_on=at.on,
        reason=reason,
    )


@act(
    "执法证到期",
    "Expire a certificate",
    by=Role.CLOCK,
    under=CERTIFICATES,
    time=Time.STATED,
    reach=Reach.ANY,
    rules=("INV-43",),
    rows=("OFF-01",),
)
def expire_certificate(
    officer: Officer, at: Circumstances, *, certificate_number: str
) -> None:
    """
    Record that the validity of a certificate has run out.

    Args:
        officer: Whose it is.
        at: The end of its last day.
        certificate_number: Which.

    Raises:
        NoSuchCase: If the officer has no certificate of this number.
        OutOfOrder: If this was recorded already.
        OutOfTime: If its last day is not over.

    Source:
        行政处罚法 42.
    """
    found = _certificate(officer, certificate_number)
    if found.expired:
        raise OutOfOrder(
            "certificate_expired",
            under=CERTIFICATES,
            certificate_number=certificate_number,
        )
    if at.now <= end_of(found.valid_until):
        raise OutOfTime(
            "certificate_still_valid",
            under=CERTIFICATES,
            certificate_number=certificate_number,
            until_on=found.valid_until,
        )
    bodies = [b for r, b in officer.roles_on(found.valid_until) if r is Role.OFFICER]
    officer.record(
        CertificateExpired,
        at,
        certificate_number=certificate_number,
        valid_until=found.valid_until,
        body=bodies[-1] if bodies else officer.enrolled_at,
    )


def _certificate(officer: Officer, number: str) -> Certificate:
    found = officer.certificate(number)
    if found is None:
        raise NoSuchCase(
            "no_such_certificate", under=CERTIFICATES, certificate_number=number
        )
    return found
