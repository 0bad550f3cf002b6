"""
Papers that go to one party of a case (发给当事人的文书): which facts, and to whom.
"""

from collections.abc import Iterable

from domain.base import File
from domain.enforcement_case.file import EnforcementCase
from domain.law.statutes import PENALTY_LAW
from domain.parties import Addressee
from domain.refusals import NoSuchCase, OutOfOrder, Refused

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
    file: File, addressees: tuple[Addressee, ...], *, party_no: int | None
) -> Iterable[Refused]:
    """
    It goes to somebody else than the party, or to several.
    """
    if not isinstance(file, EnforcementCase):
        return
    no = party_no or file.active[0].party_no
    party = file.parties[no]
    first = addressees[0] if addressees else Addressee()
    is_person = party.person is not None and first.person is not None
    is_unit = party.enterprise is not None and first.enterprise == party.enterprise
    if len(addressees) != 1 or not (is_person or is_unit):
        yield OutOfOrder("addressee_is_not_the_party", under=PARTIES, no=no)
