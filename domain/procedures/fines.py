"""
One fine for one act (一事不再罚).
"""

from collections.abc import Iterable
from uuid import UUID

from domain.circumstances import Circumstances
from domain.law.statutes import PENALTY_LAW
from domain.penalty.facts import party_tags
from domain.penalty.file import Penalty
from domain.refusals import BeyondTheLaw, Refused

ONE_FINE = PENALTY_LAW.article(29)


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
