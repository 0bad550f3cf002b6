"""
What everybody reads of an entry of a list (公开的名单信息).
"""

from dataclasses import dataclass
from datetime import date

from domain.law.list_grounds import ListGround
from domain.printed import ListColour, PartyClass, PrintedAuthority


@dataclass(frozen=True)
class PublishedEntry:
    """
    What is shown of an entry of the black or the red list (公开的名单信息).

    Reasons in words are not shown: the ground says in the law's own why.

    Args:
        colour: Which list.
        party_name: Who is listed; empty for a natural person, whose name is hidden.
        uscc: Its code; empty if it has none.
        party_class: What kind of party.
        authority: Who listed it.
        decision_no: Number of the decision; empty if it has none.
        listed_on: Day of the decision.
        until_on: Last day of the entry; absent where the place sets none.
        list_ground: The ground of the black list.
        legal_basis: The provisions; empty for the red list.
    """

    colour: ListColour
    party_name: str
    uscc: str
    party_class: PartyClass
    authority: PrintedAuthority
    decision_no: str
    listed_on: date
    until_on: date | None = None
    list_ground: ListGround | None = None
    legal_basis: str = ""
