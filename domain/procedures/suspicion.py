"""
Whether a suspected crime stands in the way (涉罪未了结).

It is asked before anything is decided on a file, or on a party of it.

What is read joins the conditions, so a suspicion of the same moment is not missed.
"""

from collections.abc import Iterable
from uuid import UUID

from domain.circumstances import Circumstances
from domain.law.statutes import REFERRAL_REGULATION
from domain.referral.facts_of_suspicion import referral_tag
from domain.referral.file import Referral
from domain.refusals import OutOfOrder, Refused


def open_suspicion(
    at: Circumstances,
    *files: UUID,
    enterprise: UUID | None = None,
    person_key: str = "",
) -> Referral | None:
    """
    Give a referral that stands in the way of deciding on some files.

    Before the police have it, it stands in the way for every party; after that for the
    suspects, and for anybody where they are not known.

    Args:
        at: The circumstances.
        files: The files: a case, and the inspection or hazard that it came from.
        enterprise: The party that is decided on, if it is an enterprise.
        person_key: What stands for its number, if it is a person.

    Source:
        国务院令310号 (2020) 3, 11; 行政处罚法 35; 国办发〔2011〕8号.
    """
    found = referrals_of(at, *files)
    return next((r for r in found if r.blocks(enterprise, person_key)), None)


def suspected(
    at: Circumstances,
    *files: UUID,
    enterprise: UUID | None = None,
    person_key: str = "",
) -> Iterable[Refused]:
    """
    A crime is suspected in what is decided on (有案不移); arguments as of
    ``open_suspicion``.
    """
    if open_suspicion(at, *files, enterprise=enterprise, person_key=person_key):
        yield OutOfOrder("crime_suspected", under=REFERRAL_REGULATION.article(3))


def fined_by_court(
    at: Circumstances,
    *files: UUID,
    enterprise: UUID | None = None,
    person_key: str = "",
) -> bool:
    """
    Say whether a court fined a party for what some files are about (罚金).

    Args:
        at: The circumstances.
        files: The files.
        enterprise: The party, if it is an enterprise.
        person_key: What stands for its number, if it is a person.

    Source:
        行政处罚法 35(2): who was fined by the court is not fined for it again.
    """
    return any(
        suspect.is_party(enterprise, person_key)
        for referral in referrals_of(at, *files)
        for suspect in referral.fined
    )


def referrals_of(at: Circumstances, *files: UUID) -> tuple[Referral, ...]:
    """
    Read the referrals that concern some files, oldest first.
    """
    found = (each for file in files for each in at.tagged(referral_tag(file)))
    return tuple(at.read(Referral, each) for each in dict.fromkeys(found))
