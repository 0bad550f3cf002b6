"""
Who is named in what everybody reads (公开的当事人和机关): enterprises and bodies, as
they were called on the day, and the number on the paper; natural persons never.
"""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from domain.body.file import Body
from domain.circumstances import Circumstances
from domain.document.file import Document, Stage
from domain.enterprise.file import Enterprise
from domain.enterprise.profile import SubjectKind
from domain.folding import folded
from domain.law.forms import Form
from domain.printed import PartyClass, PrintedAuthority


def party_shown(
    at: Circumstances, enterprise: UUID | None, on: date
) -> tuple[str, str, PartyClass]:
    """
    Name an enterprise, with its code and what kind of party it is.

    Args:
        at: The circumstances; the register is read through them.
        enterprise: The enterprise; absent for a natural person, who is not named.
        on: As of which day.
    """
    if enterprise is None:
        return "", "", PartyClass.PERSON
    firm = at.read(Enterprise, enterprise)
    is_household = firm.profile.subject_kind is SubjectKind.HOUSEHOLD
    party_class = PartyClass.HOUSEHOLD if is_household else PartyClass.UNIT
    return firm.name_on(on), firm.uscc, party_class


def authority_shown(at: Circumstances, body: UUID, on: date) -> PrintedAuthority:
    """
    Name a body as it was called on a day.
    """
    found = at.read(Body, body)
    return PrintedAuthority(found.identity_on(on).name, found.uscc)


def is_called(at: Circumstances, body: UUID, name: str, *, on: date) -> bool:
    """
    Whether a name, however it is typed, is that of a body on a day.
    """
    return folded(at.read(Body, body).identity_on(on).name) == folded(name)


def number_shown(at: Circumstances, file: UUID, forms: Collection[Form]) -> str:
    """
    Give the number on the newest paper of some kinds about a file: of one in force, or
    else of one that was replaced; empty where there is none.
    """
    papers = [at.read(Document, p) for p in at.tagged(f"file/{file}/document")]
    numbered = [p for p in papers if p.form in forms and p.number]
    found = [p for p in numbered if p.in_force] or [
        p for p in numbered if p.stage is Stage.REPLACED
    ]
    number = found[-1].number if found else None
    return number.printed if number else ""
