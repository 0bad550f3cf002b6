"""
Parties (当事人、受送达人): whom an act or a paper is about, without the file itself.
"""

from dataclasses import dataclass
from uuid import UUID

from domain.circumstances import Circumstances
from domain.references import BodyRef, EnterpriseRef
from domain.values import Personal


@dataclass(frozen=True)
class Addressee:
    """
    To whom a document goes (受送达人): an enterprise, a body, or a person.

    Args:
        enterprise: An enterprise of the register.
        body: Another body, such as a court.
        person: A natural person.
        printed: Name as printed on the paper; absent for a person.
    """

    enterprise: EnterpriseRef | None = None
    body: BodyRef | None = None
    person: Personal | None = None
    printed: str = ""


def is_addressed(
    at: Circumstances,
    addressee: Addressee,
    *,
    enterprise: UUID | None,
    person: Personal | None,
) -> bool:
    """
    Say whether what goes to an addressee goes to a party: to the enterprise, or to the
    person of that name.

    Args:
        at: The circumstances, which know what sealed names say.
        addressee: To whom it goes.
        enterprise: The party, if an enterprise.
        person: The party, if a person.
    """
    if person is None:
        return enterprise is not None and addressee.enterprise == enterprise
    named = addressee.person
    return named is not None and at.reads_alike(named, person)


def person_key(at: Circumstances, identity_number: Personal | None) -> str:
    """
    Stand for a person's identity number in tags and wherever files are compared,
    however it was typed; empty where none is known, so that a name alone never matches.
    """
    number = identity_number.text.strip().upper() if identity_number else ""
    return at.keyed(f"person/{number}") if number else ""
