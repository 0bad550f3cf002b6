"""
The grounds that are common to all acts (共同的不予办理理由), and the law of the place.

They follow from an act's declaration alone, so no act repeats them: sight of the file,
the post of whoever acts, certificates, two officers, mandate, and enforcement kept
apart from licensing.
"""

from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

from domain.acts import Declaration, Power, Reach
from domain.base import WITHOUT_PERSON, File, Role, Time
from domain.body.file import Body
from domain.calendar import Calendar
from domain.circumstances import Circumstances, Said
from domain.enterprise.file import Enterprise
from domain.officer.file import Officer
from domain.procedures.adoption import adopted_pack, calendar_in_force
from domain.procedures.bodies import SUCCESSION
from domain.procedures.ladders import unapproved
from domain.procedures.mandates import without_mandate
from domain.procedures.tree import governs, is_or_succeeds, successors
from domain.refusals import NoSuchCase, NotCompetent, Refused
from domain.regulator_assignment.file import RegulatorAssignment, lead_claim
from domain.rules import Rules
from domain.values import day_of

OFFICERS = "行政处罚法42"
APART = "甘委发〔2017〕28号(十)"

#: Powers that whoever licenses an enterprise may not use on it (INV-45).
_APART_FROM_LICENSING = frozenset((Power.INSPECT, Power.PENALISE, Power.COERCE))
_OFFICERS_MIN = 2


class Standing:
    """
    Who may do what on whose files, and by which rules, as the ledger itself has it.
    """

    def grounds(
        self, said: Said, file: File | None, at: Circumstances
    ) -> Iterator[Refused]:
        """
        List the common grounds of refusal, in the order in which they are examined.

        Source:
            行政处罚法 17, 20, 42; 行政强制法 17; 甘委发〔2017〕28号 (十).
        """
        assert isinstance(said, Declaration)
        if file is not None and not self._sees(said, file, at):
            yield NoSuchCase("no_such_file", under=said.under, file=file.id)
            return
        if at.actor.role in WITHOUT_PERSON:
            return
        if not _in_post(at):
            yield NotCompetent(
                "role_not_held", under=said.under, role=at.actor.role, on=at.on
            )
            return
        yield from _ended(at)
        yield from _officers(said, at)
        if said.power is not None:
            enterprise = _enterprise_of(file)
            yield from without_mandate(at, said.power, enterprise=enterprise)
            yield from _licensing(said.power, enterprise, at, people=at.officers)

    def unapproved(
        self, said: Said, file: File | None, at: Circumstances
    ) -> Iterator[Refused]:
        """
        List what the ladder of the place has against an act on a file (审批层级).
        """
        assert isinstance(said, Declaration)
        return unapproved(at, file, said.matter)

    def may_name(self, said: Said, file: File, at: Circumstances) -> bool:
        """
        Say whether an act may name a file in its terms: an entry of a register, which
        every office knows, or one that it could be done on.

        Args:
            said: The act's declaration.
            file: The file that is named.
            at: Who acts, for which body, when.

        Source:
            行政处罚法 22: each body has its own matters.
        """
        assert isinstance(said, Declaration)
        return file.REGISTER or self._sees(said, file, at)

    def goes_on_for(self, body: UUID | None, at: Circumstances) -> bool:
        """
        Say whether the acting body is a body, or has taken over from it (机构承继).

        Source:
            行政诉讼法 26(6).
        """
        return is_or_succeeds(at, body)

    def unfit(
        self, enterprise: UUID, people: tuple[UUID, ...], at: Circumstances
    ) -> Iterator[Refused]:
        """
        List why the power of the act may not be used on an enterprise by these people.

        For acts that name the enterprise as a term, so that ``grounds`` cannot know it.

        Args:
            enterprise: The enterprise.
            people: Who is to enforce there.
            at: For which body, when.

        Source:
            行政处罚法 17; 甘委发〔2017〕28号 (十).
        """
        said = at.said
        assert isinstance(said, Declaration)
        if said.power is not None and at.actor.role not in WITHOUT_PERSON:
            yield from without_mandate(at, said.power, enterprise=enterprise)
            yield from _licensing(said.power, enterprise, at, people=people)

    def pack(self, at: Circumstances) -> str:
        """
        Name the rule pack in force, ``<code>@<version>``; empty if none is adopted.
        """
        found = adopted_pack(at)
        return found.label if found else ""

    def rules(self, at: Circumstances) -> Rules:
        """
        Give what that pack and national law say on the legal day of the act.
        """
        found = adopted_pack(at)
        return Rules(found.as_pack() if found else None, at.on)

    def calendar(self, at: Circumstances) -> Calendar:
        """
        Give the working calendar: the one shipped, and the years published since.
        """
        return calendar_in_force(at)

    def _sees(self, said: Declaration, file: File, at: Circumstances) -> bool:
        """
        Whether the file is of the acting body, handed to it, or of a body below it.
        """
        reach = said.reach_of(at.actor.role)
        if reach is Reach.ANY:
            return True
        acting = at.actor.body
        if acting is None:
            return False
        bodies = _bodies_of(file)
        if acting in bodies:
            return True
        bodies += tuple(each for body in bodies for each in successors(at, body))
        if isinstance(file, Enterprise):
            bodies = (*bodies, *_lead_of(file, at))
        if reach is Reach.BELOW:
            return any(governs(at, body) for body in bodies)
        return acting in bodies


def _bodies_of(file: File) -> tuple[UUID | None, ...]:
    """
    Name the body that opened a file, and those that a fact handed it to.
    """
    handed: tuple[UUID, ...] = getattr(file, "handed_to", ())
    return (file.body, *handed)


def _lead_of(enterprise: Enterprise, at: Circumstances) -> tuple[UUID, ...]:
    """
    Name the body that leads an enterprise: its file is handed to it by the assignment.
    """
    holder = at.holder(lead_claim(enterprise.id))
    found = at.find(RegulatorAssignment, holder) if holder else None
    return (found.lead_body,) if found and found.lead_body else ()


def _enterprise_of(file: File | None) -> UUID | None:
    """
    Name the enterprise that a file is about, if it is about one.
    """
    if isinstance(file, Enterprise):
        return file.id
    found: UUID | None = getattr(file, "enterprise", None)
    return found


def _in_post(at: Circumstances) -> bool:
    """
    Whether the person holds the role in that body: when it is recorded, and, unless a
    fact about the world is only taken in, when it happened.
    """
    actor = at.actor
    found = at.find(Officer, actor.person) if actor.person else None
    if found is None or actor.body is None:
        return False
    days = {day_of(at.now)}
    if at.occasion.known is not Time.STATED:
        days.add(at.on)
    return all(found.holds(actor.role, actor.body, day) for day in days)


def _ended(at: Circumstances) -> Iterator[Refused]:
    """
    A body that another has taken over from acts no more (机构承继).
    """
    own = at.find(Body, at.actor.body) if at.actor.body else None
    successor = own.successor_on(at.on) if own else None
    if successor is not None:
        yield NotCompetent("body_succeeded", under=SUCCESSION, body=successor)


def _officers(said: Declaration, at: Circumstances) -> Iterator[Refused]:
    """
    Every officer of the act is one of this body and certified; two act together.

    A head who decides is no officer of the act, but those he names are (INV-43).
    """
    if said.power is None and not said.two_officers:
        return
    body = at.actor.body
    assert body is not None
    for person in at.officers:
        found = at.find(Officer, person)
        if found is None or not found.holds(Role.OFFICER, body, at.on):
            yield NotCompetent(
                "not_an_officer", under=OFFICERS, officer=person, on=at.on
            )
        elif not found.certified_on(at.on):
            yield NotCompetent(
                "no_certificate", under=OFFICERS, officer=person, on=at.on
            )
    alone = at.actor.role is Role.OFFICER and len(at.officers) < _OFFICERS_MIN
    if said.two_officers and alone:
        yield NotCompetent("two_officers", under=OFFICERS)


def _licensing(
    power: Power,
    enterprise: UUID | None,
    at: Circumstances,
    *,
    people: tuple[UUID, ...],
) -> Iterator[Refused]:
    """
    Who deals with the permits of an enterprise enforces nothing on it (INV-45).
    """
    if power not in _APART_FROM_LICENSING:
        return
    for person in people:
        found = at.find(Officer, person)
        if found is None or not found.ever_licensed:
            continue
        days = at.rules.find("officer.licensing_look_back")
        first = at.on - timedelta(days=days if isinstance(days, int) else 0)
        if found.licensed_between(first, at.on, enterprise):
            yield NotCompetent("licensing_role", under=APART, officer=person)
