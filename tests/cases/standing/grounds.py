"""
Asking for the common grounds alone, with acts made for the purpose and never entered.
"""

from collections.abc import Callable
from datetime import date
from typing import Unpack
from uuid import UUID

from domain.acts import Act, Declaration, Power, Said
from domain.base import File, Role
from domain.circumstances import Circumstances
from domain.values import Upload
from tests.cases.town import TODAY, Town, moment

SCAN = Upload("ab" * 32, 1024, "application/pdf")


def look_at(file: File, at: Circumstances) -> None:
    """
    Do nothing with a file.
    """
    del file, at


def look_round(at: Circumstances) -> None:
    """
    Do nothing.
    """
    del at


def declared(**said: Unpack[Said]) -> Declaration:
    """
    Declare an act of officers, heads, clerks and the committee office.
    """
    by = frozenset((Role.OFFICER, Role.HEAD, Role.CLERK, Role.COMMITTEE_OFFICE))
    return Declaration("演示", "show", by, "安全生产法65", **said)


INSPECTING = declared(power=Power.INSPECT, two_officers=True)


def codes(
    town: Town,
    said: Declaration,
    by: str,
    *,
    file: UUID | None = None,
    officers: tuple[str, ...] = (),
    on: date = TODAY,
    said_on: date | None = None,
    late_reason: str = "",
    late_scan: Upload | None = None,
) -> list[str]:
    """
    List the codes of all grounds on which somebody may not do such an act.

    Args:
        town: Where.
        said: The declaration.
        by: Who, by name.
        file: On which file; without one, an act that opens one.
        officers: The other officers, by name.
        on: The day of the recording.
        said_on: The day on which it happened.
        late_reason: Makes it a late one.
        late_scan: The paper that came first.
    """
    does: Callable[..., object] = look_at if file else look_round
    act = Act(does, said, opening=not file)
    at = town.office.circumstances(
        act,
        by=town.people[by],
        at=moment(on),
        said_at=moment(said_on) if said_on else None,
        officers=tuple(town.id(name) for name in officers),
        late_reason=late_reason,
        late_scan=late_scan,
    )
    found = town.office.file(file) if file else None
    return [refusal.code for refusal in act.grounds(found, at)]
