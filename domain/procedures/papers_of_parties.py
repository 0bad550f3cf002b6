"""
Papers that go to one party of a case (发给当事人的文书): which facts, and to whom.
"""

from collections.abc import Iterable
from typing import Final
from uuid import UUID

from domain.base import File
from domain.circumstances import Circumstances
from domain.enforcement_case.file import EnforcementCase
from domain.law.forms import Form, FormRule
from domain.law.statutes import PENALTY_LAW
from domain.parties import Addressee, is_addressed
from domain.penalty.file import Penalty
from domain.procedures.own_penalties import person_of
from domain.refusals import NoSuchCase, OutOfOrder, Refused

#: Papers about a penalty that go to somebody else than its party.
TO_OTHERS: Final = frozenset((Form.COURT_APPLICATION,))

PARTIES = PENALTY_LAW.article(44)


def newest_of_party(
    file: File, topics: tuple[str, ...], *, party_no: int | None
) -> tuple[str, ...]:
    """
    Give the newest fact of each kind about one party of a case.

    Args:
        file: The case.
        topics: The kinds.
        party_no: The party; may be left out where there is but one.

    Raises:
        NoSuchCase: If there is no such party, or it has to be named.
    """
    if not isinstance(file, EnforcementCase):
        return ()
    if party_no is None and len(file.active) == 1:
        party_no = file.active[0].party_no
    if party_no not in {party.party_no for party in file.active}:
        raise NoSuchCase("no_such_party", under=PARTIES, no=party_no or 0)
    newest = {
        fact.TOPIC: fact.id
        for fact in file.history
        if fact.TOPIC in topics and getattr(fact, "party_no", None) == party_no
    }
    return tuple(newest.values())


def wrong_addressee(
    at: Circumstances,
    file: File,
    rule: FormRule,
    *,
    addressees: tuple[Addressee, ...],
    party_no: int | None,
) -> Iterable[Refused]:
    """
    A paper to a party, of a case or of a penalty, goes to somebody else or to several.
    """
    enterprise: UUID | None
    if isinstance(file, EnforcementCase) and rule.for_party:
        no = party_no or file.active[0].party_no
        enterprise, person = file.parties[no].enterprise, file.parties[no].person
    elif isinstance(file, Penalty) and rule.addressed and rule.form not in TO_OTHERS:
        no, enterprise, person = file.party_no, file.enterprise, person_of(file)
    else:
        return
    if len(addressees) != 1 or not is_addressed(
        at, addressees[0], enterprise=enterprise, person=person
    ):
        yield OutOfOrder("addressee_is_not_the_party", under=PARTIES, no=no)
