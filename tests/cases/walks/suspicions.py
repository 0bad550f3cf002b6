"""
Whether a crime is suspected (涉罪), told from the facts of referrals alone.
"""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from domain.referral.choices import Outcome, Supervised
from tests.cases.walks.chronicle import Chronicle, name_of

#: What ends a suspicion, whoever is suspected.
ENDS = ("criminal-case-dismissed", "case-returned-for-penalty", "referral-closed")
#: What begins it anew.
BEGINS = ("criminal-case-filed", "transfer-demanded")


def is_suspected(
    before: Chronicle, files: Iterable[UUID], enterprise: UUID | None, person_key: str
) -> bool:
    """
    Say whether a suspicion over some files stands in the way of deciding on a party.
    """
    return any(
        not {*files}.isdisjoint(opened.files)
        and _blocks(before.of_file[opened.file], enterprise, person_key)
        for opened in before.said("crime-suspected")
    )


def _blocks(facts: list[Any], enterprise: UUID | None, person_key: str) -> bool:
    """
    Walk through a referral: until the police have it on all, then on the suspects.
    """
    suspects = dict(enumerate(facts[0].suspects, start=1))
    left, is_open, received, judged = set(suspects), True, False, False
    suspects_judged: set[int] = set()
    for fact in facts[1:]:
        name = name_of(fact)
        if _ends(fact):
            is_open = False
            judged = judged or name == "judgment-recorded"
        if name == "judgment-recorded" and fact.suspect_no:
            suspects_judged.add(fact.suspect_no)
            left.discard(fact.suspect_no)
        if name == "non-prosecution-decided":
            left -= set(fact.suspect_nos)
        if name in BEGINS and not judged and not is_open:
            is_open, left = True, set(suspects) - suspects_judged
        if name in ("referral-received", "criminal-case-filed", "filing-declined"):
            received = True
        if name in ("referral-returned", "referral-forwarded"):
            received = False
    if not is_open:
        return False
    if not received or not suspects or (enterprise is None and not person_key):
        return True
    return any(
        (enterprise is not None and suspects[no].enterprise == enterprise)
        or (person_key and suspects[no].person_key == person_key)
        or not (suspects[no].enterprise or suspects[no].person_key)
        for no in left
    )


def _ends(fact: Any) -> bool:  # noqa: ANN401  a fact of a referral
    name = name_of(fact)
    if name == "referral-decided":
        return bool(fact.decision is Outcome.NOT_A_CRIME)
    if name in ("judgment-recorded", "non-prosecution-decided"):
        return bool(fact.settles_all)
    if name == "filing-supervision-concluded":
        return bool(fact.supervised is Supervised.REFUSAL_UPHELD)
    return name in ENDS
