"""
What terms and facts of a referral are made of (移送的组成).
"""

from dataclasses import dataclass

from domain.references import DocumentRef, EnterpriseRef
from domain.referral.choices import PaperSlot
from domain.values import Personal, Upload


@dataclass(frozen=True)
class SuspectedPerson:
    """
    A person who is suspected, as an act names them (嫌疑人).

    Args:
        person: Who.
        identity_number: Number of their identity card, where it is known.
    """

    person: Personal
    identity_number: Personal | None = None


@dataclass(frozen=True)
class Suspect:
    """
    A party that is suspected (嫌疑单位、嫌疑人): an enterprise or a person.

    Args:
        enterprise: The enterprise, if it is one.
        person: The person, if it is one.
        identity_number: Number of the person's identity card, where it is known.
        person_key: Stands for that number where files are compared; empty without it.
    """

    enterprise: EnterpriseRef | None = None
    person: Personal | None = None
    identity_number: Personal | None = None
    person_key: str = ""

    @property
    def is_matched(self) -> bool:
        """
        Whether other files can tell that they are about the same party.
        """
        return self.enterprise is not None or bool(self.person_key)

    def is_party(self, enterprise: object, person_key: str) -> bool:
        """
        Whether a party of another file is this one; a name alone never says so.
        """
        if enterprise is not None and self.enterprise == enterprise:
            return True
        return bool(person_key) and self.person_key == person_key


@dataclass(frozen=True)
class Paper:
    """
    What fills one of the five slots (移送材料), or why nothing does.

    Args:
        paper_slot: Which slot.
        documents: Documents of this body.
        evidence: Other papers, recordings, data.
        none_because: Why there is nothing, where there is nothing.
    """

    paper_slot: PaperSlot
    documents: tuple[DocumentRef, ...] = ()
    evidence: tuple[Upload, ...] = ()
    none_because: str = ""

    @property
    def is_answered(self) -> bool:
        """
        Whether it is filled, or its emptiness reasoned.
        """
        return bool(self.documents or self.evidence or self.none_because.strip())


@dataclass(frozen=True)
class HandedItem:
    """
    A thing that goes to the police (涉案物品).

    Args:
        item_name: What.
        quantity: How many, or how much.
        features: What it can be told by.
    """

    item_name: str
    quantity: str
    features: str = ""
