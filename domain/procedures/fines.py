"""
What keeps a body from fining a party (不得罚款的情形): a crime that is suspected, or a
fine for the same act.
"""

from collections.abc import Iterable
from uuid import UUID

from domain.circumstances import Circumstances
from domain.law.statutes import PENALTY_LAW, REFERRAL_REGULATION
from domain.penalty.facts import party_tags
from domain.penalty.file import Penalty
from domain.refusals import BeyondTheLaw, OutOfOrder, Refused

SUSPICION = REFERRAL_REGULATION.article(3)
ONE_FINE = PENALTY_LAW.article(29)


def suspected(
    at: Circumstances,
    *files: UUID,
    enterprise: UUID | None = None,
    person_key: str = "",
) -> Iterable[Refused]:
    """
    A crime is suspected in one of the files that the penalty rests on.

    Args:
        at: Who, when.
        files: The case, the inspection, or whatever else it rests on.
        enterprise: The party, if it is an enterprise.
        person_key: The party's key, if it is a person whose number is known.

    Source:
        国务院令310号(2020) 3; 行政处罚法 27, 35.
    """
    del enterprise, person_key  # any suspicion stands in the way, until it is narrowed
    if any(at.tagged(f"file/{file}/referral") for file in files):
        yield OutOfOrder("crime_suspected", under=SUSPICION)


def fined_already(
    at: Circumstances,
    keys: Iterable[str],
    *,
    enterprise: UUID | None,
    person_key: str,
) -> Iterable[Refused]:
    """
    One of the acts was fined before, and that fine stands.

    Args:
        at: Who, when.
        keys: By what the acts are known again.
        enterprise: The party, if it is an enterprise.
        person_key: The party's key, if it is a person whose number is known.

    Source:
        行政处罚法 29.
    """
    now = {*keys}
    for tag in party_tags(enterprise, person_key):
        for each in at.tagged(tag):
            before = at.read(Penalty, each)
            if before.fines and now.intersection(before.act_keys):
                on = before.decided_on
                yield BeyondTheLaw("fined_already", under=ONE_FINE, on=on)
