"""
Random walks (随机行走): whatever anybody does in whatever order, no rule is broken, and
nothing is left without a way on.

``SHILU_WALKS`` names how many walks are made; with it they are other ones each time,
without it the same few.
"""

import os
from collections import Counter
from datetime import timedelta
from random import Random
from typing import Any
from uuid import UUID

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from domain.acts import ACTS
from domain.base import Actor, Fact
from domain.refusals import Refused
from tests.cases.scene import moment
from tests.cases.walks import (
    rules_of_cases,
    rules_of_credit,
    rules_of_execution,
    rules_of_others,
)
from tests.cases.walks.chronicle import Chronicle, broken, kind_of
from tests.cases.walks.city import KINDS, City
from tests.cases.walks.rules_of_credit import counted_on_what_fell
from tests.cases.walks.rules_of_others import on_both_lists
from tests.cases.walks.saying import terms_of
from tests.cases.walks.themes import ADDING, ENDS, THEMES, chosen

#: Importing them makes every rule known.
KNOWN = (rules_of_cases, rules_of_credit, rules_of_execution, rules_of_others)

#: How many walks are made, and how long each is.
WALKS = int(os.environ.get("SHILU_WALKS") or 24)
STEPS = 60

#: How often a walk tries to go on in one step.
TRIES = 5
#: What may wait for another file, by the act that does.
WAITING = {"make-red-entry": "on_black_list", "delist-hazard": "measure_active"}
#: How long the clock may take.
LATER = timedelta(days=4 * 366)
SEEDS = st.integers(0, 2**32)


class Walk(RuleBasedStateMachine):
    """
    A walk through the city.
    """

    def __init__(self) -> None:
        """
        Nothing is known yet.
        """
        super().__init__()
        self.city = City("000")
        self.chronicle = Chronicle()
        self.wrong: list[str] = []
        self.fresh: list[UUID] = []
        self.theme = THEMES["all"]

    @initialize(
        place=st.sampled_from(("000", "001", "004")),
        theme=st.sampled_from(sorted(THEMES)),
        seed=SEEDS,
    )
    def begins(self, place: str, theme: str, seed: int) -> None:
        """
        Begin with a visit that found two violations, and what the walk is about.
        """
        self.city = City(place)
        self.theme = THEMES[theme]
        Random(seed).choice(self.theme.starts)(self.city)  # noqa: S311  dice
        self._look()

    # -- steps ------------------------------------------------------------------------

    @rule(seed=SEEDS)
    def goes_on(self, seed: int) -> None:
        """
        Do something on a file that is open to somebody.
        """
        dice = Random(seed)  # noqa: S311  dice, no secret
        for _ in range(TRIES):
            files = self.city.files(dice.choice(self.theme.kinds))
            if not files:
                continue
            file = dice.choice(files)
            ways = list(self.city.open_to(file))
            if not ways:
                continue
            done = Counter(fact.deed.act for fact in self.city.facts_of(file))
            act, actor = chosen(ways, done, dice)
            if self._do(act.name, actor, file, dice):
                return

    @rule(seed=SEEDS)
    def opens(self, seed: int) -> None:
        """
        Open a file.
        """
        dice = Random(seed)  # noqa: S311  dice, no secret
        self._open(dice.choice(self.theme.openings), dice)

    def _open(self, name: str, dice: Random) -> list[Fact]:
        role = dice.choice(sorted(ACTS[name].said.by, key=lambda role: role.name))
        return self._do(name, dice.choice(self.city.people(role)), None, dice)

    @rule(seed=SEEDS)
    def tells(self, seed: int) -> None:
        """
        Issue a paper about a file, and mostly serve it.
        """
        dice = Random(seed)  # noqa: S311  dice, no secret
        issued = self._open("issue-document", dice)
        if issued and dice.random() < 0.8:
            self._do(
                "serve-document",
                self.city.officer(),
                None,
                dice,
                document=issued[-1].file,
            )

    @rule(seed=SEEDS)
    def tries(self, seed: int) -> None:
        """
        Try anything on anything, by anybody.
        """
        dice = Random(seed)  # noqa: S311  dice, no secret
        file = dice.choice(self.city.files(*KINDS))
        loaded = self.city.office.file(file)
        acts = [act for act in ACTS.values() if act.takes(loaded)]
        act = dice.choice(acts)
        role = dice.choice(sorted(act.said.by, key=lambda role: role.name))
        self._do(act.name, dice.choice(self.city.people(role)), file, dice)

    @rule(days=st.sampled_from((1, 1, 3, 8, 15, 40, 100, 400, 1100)))
    def waits(self, days: int) -> None:
        """
        Let time pass.
        """
        self.city.day += timedelta(days=days)

    @rule(seed=SEEDS)
    def waits_for_a_limit(self, seed: int) -> None:
        """
        Let time pass until a limit that a fact states, or until it is over.
        """
        dice = Random(seed)  # noqa: S311  dice, no secret
        days = [day for day in self.city.limits() if day >= self.city.day]
        if days:
            self.city.day = dice.choice(days[:4]) + timedelta(days=dice.choice((0, 1)))

    @rule(seed=SEEDS)
    def measures(self, seed: int) -> None:
        """
        Impose a measure on a hazard, or lift it.
        """
        hazards = self.city.files("hazard")
        if hazards:
            self.city.measure(Random(seed).choice(hazards))  # noqa: S311  dice
            self._look()

    def _do(
        self, name: str, by: Actor, file: UUID | None, dice: Random, **fixed: UUID
    ) -> list[Fact]:
        """
        Do an act with terms that are drawn, as far as the law lets it.
        """
        act = ACTS[name]
        said: dict[str, Any] = terms_of(act, self.city, file, dice) | fixed
        try:
            facts = self.city.office.perform(
                act,
                by=by,
                at=moment(self.city.day),
                file=file,
                officers=self.city.team_of(act, by),
                **said,
            )
        except Refused:
            return []
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
        self.wrong += on_both_lists(self.chronicle)
        self.wrong += counted_on_what_fell(self.chronicle)

    @invariant()
    def no_rule_is_broken(self) -> None:
        """
        INV-01 … INV-41: nothing that a rule forbids came to be.
        """
        assert not self.wrong

    @invariant()
    def there_is_a_way_on(self) -> None:
        """
        Every file that changed has ended, or somebody may go on, or the clock will.
        """
        fresh, self.fresh = dict.fromkeys(self.fresh), []
        for file in fresh:
            assert self._goes_somewhere(file), self._told(file)

    def teardown(self) -> None:
        """
        At the end every file is looked at.
        """
        for file in self.city.files(*ENDS):
            assert self._goes_somewhere(file), self._told(file)

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

    def _told(self, file: UUID) -> str:
        facts = self.city.facts_of(file)
        return f"no way on after {[fact.TOPIC for fact in facts]}"


TestWalks = Walk.TestCase
TestWalks.settings = settings(
    max_examples=WALKS,
    stateful_step_count=STEPS,
    deadline=None,
    derandomize="SHILU_WALKS" not in os.environ,
    suppress_health_check=list(HealthCheck),
)
