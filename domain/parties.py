"""
Parties (当事人、受送达人): whom an act or a paper is about, without the file itself.
"""

from dataclasses import dataclass

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


def person_key(at: Circumstances, identity_number: Personal | None) -> str:
    """
    Stand for a person's identity number in tags and wherever files are compared,
    however it was typed; empty where none is known, so that a name alone never matches.
    """
    number = identity_number.text.strip().upper() if identity_number else ""
    return at.keyed(f"person/{number}") if number else ""
