"""
The city (演示城市): what its stories share.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from random import Random
from uuid import UUID

from domain.base import Actor, Role
from services.commandline.demo.agenda import Agenda
from services.commandline.demo.desk import Desk, Story
from services.commandline.demo.offices import Offices
from services.commandline.demo.trades import Trade

#: So many planned visits a body may pay to a firm in a year, where the city lies.
VISITS_MAX = 2


@dataclass
class Firm:
    """
    A firm of the city, with what stories need to remember of it.

    Args:
        nth: Which firm, from 0.
        name: Its name today.
        uscc: Its code.
        trade: What it does.
        region: Where it is, six digits.
        bureau: Key of the body that leads it.
        principal: Who answers for it.
        employees: How many work there.
        id: Its file, once it is entered.
        assignment: Who supervises it, likewise.
        team: The two officers who go there.
        grade: Code of its grade; empty before it is graded.
        visits: Planned visits approved, by year.
        majors: Major hazards that are open.
        is_electronic: Whether it takes papers by mail.
        is_gone: Whether it was deregistered.
    """

    nth: int
    name: str
    uscc: str
    trade: Trade
    region: str
    bureau: str
    principal: str
    employees: int
    id: UUID | None = None
    assignment: UUID | None = None
    team: tuple[Actor, ...] = ()
    grade: str = ""
    visits: dict[int, int] = field(default_factory=dict)
    majors: int = 0
    is_electronic: bool = False
    is_gone: bool = False

    @property
    def file(self) -> UUID:
        """
        Its file; it is entered by now.
        """
        assert self.id is not None
        return self.id

    @property
    def persons(self) -> tuple[UUID, ...]:
        """
        The officers of its team.
        """
        return persons_of(self.team)

    @property
    def lead(self) -> Actor:
        """
        The officer who writes things up.
        """
        return self.team[0]

    @property
    def address(self) -> str:
        """
        Where it works.
        """
        return f"{self.name}厂区"

    def takes_visit(self, year: int) -> bool:
        """
        Take a place under the year's cap, if there is one.
        """
        taken = self.visits.get(year, 0)
        if taken >= VISITS_MAX or self.is_gone:
            return False
        self.visits[year] = taken + 1
        return True


@dataclass
class City:
    """
    What all stories share.

    Args:
        seed: Of the dice.
        offices: Bodies and people.
        agenda: Tells the stories.
        desk: Where they are told.
        firms: The firms, in order.
    """

    seed: int
    offices: Offices
    agenda: Agenda
    desk: Desk
    firms: list[Firm] = field(default_factory=list)

    @property
    def started_on(self) -> date:
        """
        The day on which the ledger was opened.
        """
        return self.offices.started_on

    @property
    def until(self) -> date:
        """
        The last day that is told.
        """
        return self.offices.until

    def story(self, name: str) -> Story:
        """
        Begin a story.
        """
        return Story(self.desk, self.seed, name)

    def head(self, bureau: str) -> Actor:
        """
        Give the head of a body who approves.
        """
        return self.offices.of(bureau, Role.HEAD)

    def second_head(self, bureau: str) -> Actor:
        """
        Give the principal head, who decides where another head has had a hand in it.
        """
        return self.offices.of(bureau, Role.PRINCIPAL_HEAD)

    def clerk(self, bureau: str) -> Actor:
        """
        Give the clerk of a body.
        """
        return self.offices.of(bureau, Role.CLERK)

    def discloser(self, bureau: str) -> Actor:
        """
        Give the disclosure officer of a body.
        """
        return self.offices.of(bureau, Role.DISCLOSURE_OFFICER)

    def other_team(self, firm: Firm) -> tuple[Actor, ...]:
        """
        Give two officers of the same body who do not go to a firm otherwise.
        """
        others = [a for a in self.offices.teams[firm.bureau] if a not in firm.team]
        pool = [*others, *firm.team]
        return tuple(pool[:2])

    def a_team(self, rng: Random, bureau: str) -> tuple[Actor, ...]:
        """
        Draw two officers of a body.
        """
        return tuple(rng.sample(self.offices.teams[bureau], 2))

    def years(self) -> Iterator[int]:
        """
        List the calendar years that are told.
        """
        yield from range(self.started_on.year, self.until.year + 1)


def persons_of(team: tuple[Actor, ...]) -> tuple[UUID, ...]:
    """
    Name the persons of a team.
    """
    return tuple(actor.person for actor in team if actor.person is not None)
