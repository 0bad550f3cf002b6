"""
Whoever walks (随机行走): from a beginning, one step after the other, and looks around.
"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta
from random import Random
from typing import Any
from uuid import UUID

from domain.acts import ACTS, Act
from domain.base import Actor, Fact, File, Role
from domain.refusals import Refused
from tests.cases.scene import moment
from tests.cases.walks import (
    rules_of_cases,
    rules_of_credit,
    rules_of_execution,
    rules_of_fines,
    rules_of_lists,
    rules_of_measures,
    rules_of_others,
    rules_of_people,
)
from tests.cases.walks.choosing import ADDING, ENDS, chosen
from tests.cases.walks.chronicle import Chronicle, broken, broken_states, kind_of
from tests.cases.walks.city import KINDS, City
from tests.cases.walks.people import anybody, something_happens, team
from tests.cases.walks.rules_of_time import left
from tests.cases.walks.saying import terms_of
from tests.cases.walks.tally import Tally
from tests.cases.walks.themes import THEMES, Theme

#: Importing them makes every rule known.
KNOWN = (
    rules_of_cases,
    rules_of_credit,
    rules_of_execution,
    rules_of_fines,
    rules_of_lists,
    rules_of_measures,
    rules_of_others,
    rules_of_people,
)
#: In which places walks begin, and under which law.
PLACES = ("000", "001", "002", "004", "")

#: How often a walk tries to go on in one step.
TRIES = 5
#: What may wait for another file, by the act that does.
WAITING = {"make-red-entry": "on_black_list", "delist-hazard": "measure_active"}
#: How long the clock may take.
LATER, A_YEAR = timedelta(days=4 * 366), timedelta(days=366)
#: How many of its steps go on with what a walk aims at.
AIMED = 0.4
#: How often everything is gone over when time runs out, and how many items a visit,
#: a case or a registration may have then.
ROUNDS, ITEMS = 3, 4
#: How many days may pass at once.
DAYS = (1, 1, 3, 8, 15, 40, 100, 400, 1100, 2200)


@dataclass
class Walker:
    """
    Somebody who walks through a city.

    Args:
        city: The city.
        theme: What the walk is about.
        tally: What walks have reached so far.
        chronicle: The facts, as the rules read them.
        wrong: What rules were broken.
        fresh: Files that changed since somebody asked for a way on.
        steps: What was done, in order, for whoever has to walk it again.
        last_refused: Code of the last refusal.
        aim: An act that it looks for, if any.
    """

    city: City
    theme: Theme = THEMES["all"]
    tally: Tally = field(default_factory=Tally)
    chronicle: Chronicle = field(default_factory=Chronicle)
    wrong: list[str] = field(default_factory=list)
    fresh: list[UUID] = field(default_factory=list)
    steps: list[str] = field(default_factory=list)
    last_refused: str = ""
    aim: str = ""

    def begins(self, dice: Random) -> None:
        """
        Begin where the theme does, or as far towards it as the law of the place lets
        one come without further ado.
        """
        self.chronicle.lawful_from = self.city.lawful_from if self.city.whole else None
        names = [start.__name__ for start in self.theme.starts]
        weights = [1 / (1 + self.tally.begun[name]) ** 2 for name in names]
        (start,) = dice.choices(self.theme.starts, weights)
        self.tally.begun[start.__name__] += 1
        self.steps.append(f"begins {start.__name__}")
        try:
            start(self.city)
        except Refused as refused:
            self.steps.append(f"not quite: {refused.code}")
        self._look()
        for fact in self.city.office.facts:
            self.tally.done[fact.deed.act] += 1

    # -- steps ------------------------------------------------------------------------

    def goes_on(self, dice: Random) -> None:
        """
        Do something on a file that is open to somebody.
        """
        for _ in range(TRIES):
            files = self.city.files(self._kind(dice))
            if not files:
                continue
            file = dice.choice(files[-6:])
            ways = list(self.city.open_to(file, dice=dice))
            if not ways:
                continue
            done = Counter(fact.deed.act for fact in self.city.facts_of(file))
            act, actor = chosen(ways, done, self.tally, dice)
            if self.does(act.name, actor, file, dice):
                return
            if self.last_refused == "not_the_chair":
                self.does(act.name, self.city.chair, file, dice)

    def _kind(self, dice: Random) -> str:
        """
        Choose on what kind of file to go on: rather on that of the act aimed at.
        """
        kinds = ACTS[self.aim].file_kinds if self.aim else ()
        aimed = [kind.TOPIC for kind in kinds if kind is not File]
        if aimed and dice.random() < AIMED:
            return dice.choice(aimed)
        return dice.choice(self.theme.kinds)

    def opens(self, dice: Random) -> None:
        """
        Open a file.
        """
        weights = [self.tally.news(name) for name in self.theme.openings]
        (name,) = dice.choices(self.theme.openings, weights)
        self._open(name, dice)

    def _open(self, name: str, dice: Random) -> list[Fact]:
        role = dice.choice(sorted(ACTS[name].said.by, key=lambda role: role.name))
        return self.does(name, anybody(self.city, role, dice), None, dice)

    def tells(self, dice: Random) -> None:
        """
        Issue a paper about a file, and mostly serve it.
        """
        issued = self._open("issue-document", dice)
        if issued and dice.random() < 0.8:
            officer = self.city.officer()
            paper = issued[-1].file
            self.does("serve-document", officer, None, dice, document=paper)

    def tries(self, dice: Random) -> None:
        """
        Try anything on anything, by anybody.
        """
        file = dice.choice(self.city.files(*KINDS))
        loaded = self.city.office.file(file)
        acts = [act for act in ACTS.values() if act.takes(loaded)]
        act = dice.choice(acts)
        role = dice.choice(sorted(act.said.by, key=lambda role: role.name))
        self.does(act.name, anybody(self.city, role, dice), file, dice)

    def waits(self, dice: Random) -> None:
        """
        Let time pass: some days, or until a limit that a fact states, or past it.
        """
        days = [day for day in self.city.limits() if day >= self.city.day]
        if days and dice.random() < 0.5:
            self.city.day = dice.choice(days[:4]) + timedelta(days=dice.choice((0, 1)))
        else:
            self.city.day += timedelta(days=dice.choice(DAYS))
        self.steps.append(f"waits until {self.city.day}")

    def happens(self, dice: Random) -> None:
        """
        Let something happen to the people who act.
        """
        something_happens(self.city, dice)
        self.steps.append("something happens to who acts")
        self._look()

    def steps_once(self, dice: Random) -> None:
        """
        Do one of these steps.
        """
        steps = (self.goes_on, self.opens, self.tells, self.tries, self.waits)
        (step,) = dice.choices((*steps, self.happens), (60, 12, 8, 8, 12, 2))
        step(dice)

    def does(
        self, name: str, by: Actor, file: UUID | None, dice: Random, **fixed: object
    ) -> list[Fact]:
        """
        Do an act with terms that are drawn, as far as the law lets it.
        """
        act = ACTS[name]
        said: dict[str, Any] = terms_of(act, self.city, file, dice) | fixed
        self.tally.tried[name] += 1
        try:
            facts = self.city.office.perform(
                act,
                by=by,
                at=moment(self.city.day),
                file=file,
                officers=team(self.city, by, dice) if act.said.two_officers else (),
                **said,
            )
        except Refused as refused:
            self.last_refused = refused.code
            self.tally.refused[name, refused.code] += 1
            return []
        self.tally.done[name] += 1
        self.steps.append(f"{name} by {by.role.code} {file or ''}".rstrip())
        self._look()
        return facts

    # -- what must hold ---------------------------------------------------------------

    def _look(self) -> None:
        """
        See whether what is new breaks a rule, given what was there before it.
        """
        known = len(self.chronicle.facts)
        self.fresh = []
        for fact in self.city.office.facts[known:]:
            self.wrong += broken(self.chronicle, fact)
            self.chronicle.add(fact)
            self.fresh.append(fact.file)
        self.wrong += broken_states(self.chronicle)

    def time_runs_out(self, dice: Random) -> list[str]:
        """
        Let every time run out and the clock do what it may, and list what it left.
        """
        self.city.day += LATER
        clock = Actor(Role.CLOCK)
        for _ in range(ROUNDS):
            self.city.day += A_YEAR
            done = 0
            for file in self.city.files(*KINDS):
                loaded = self.city.office.file(file)
                for act in self._of_the_clock(loaded):
                    if self.city.is_open(act, loaded, clock, moment(self.city.day)):
                        done += self._by_the_clock(act, file, dice)
                        loaded = self.city.office.file(file)
            if not done:
                break
        return self.wrong + left(self.chronicle)

    def _of_the_clock(self, file: File | None) -> list[Act[..., object]]:
        return [
            act
            for act in ACTS.values()
            if act.takes(file) and act.said.by == {Role.CLOCK}
        ]

    def _by_the_clock(self, act: Act[..., object], file: UUID, dice: Random) -> int:
        """
        Have an act of the clock done, on each item where it is about items.
        """
        clock, done = Actor(Role.CLOCK), 0
        numbers = [term.name for term in act.terms if term.required]
        for number in range(1, ITEMS + 1) if numbers else (0,):
            said = dict.fromkeys(numbers, number)
            done += bool(self.does(act.name, clock, file, dice, **said))
        return done

    def stuck(self, *files: UUID) -> list[str]:
        """
        List what has not ended, and nobody can go on with, nor will the clock.
        """
        return [
            f"no way on after {[fact.TOPIC for fact in self.city.facts_of(file)]}"
            for file in dict.fromkeys(files)
            if not self._goes_somewhere(file)
        ]

    def stuck_lately(self) -> list[str]:
        """
        List what is so of the files that changed since this was last asked.
        """
        fresh, self.fresh = self.fresh, []
        return self.stuck(*fresh)

    def stuck_at_the_end(self) -> list[str]:
        """
        List what is so of every file that there is.
        """
        return self.stuck(*self.city.files(*ENDS))

    def _goes_somewhere(self, file: UUID) -> bool:
        kind = kind_of(self.city.facts_of(file)[0])
        if kind not in ENDS:
            return True
        stage = getattr(self.city.office.file(file), "stage")  # noqa: B009  of every kind
        if stage.name in ENDS[kind]:
            return True
        if self._waits_for_another(file):
            return True
        return any(
            act.name not in ADDING
            for later in (timedelta(), LATER)
            for act, _ in self.city.open_to(file, later)
        )

    def _waits_for_another(self, file: UUID) -> bool:
        """
        Say whether nothing is in the way but another file that goes on by itself: an
        entry of the black list, which the clock ends, or a measure, which is lifted.
        """
        loaded = self.city.office.file(file)
        for name, code in WAITING.items():
            act = ACTS[name]
            if not act.takes(loaded):
                continue
            at = self.city.office.circumstances(
                act, by=self.city.chief, at=moment(self.city.day)
            )
            if {refusal.code for refusal in act.grounds(loaded, at)} == {code}:
                return True
        return False
