"""
Random walks (随机行走): whatever anybody does in whatever order, no rule is broken, and
nothing is left without a way on.

``SHILU_WALKS`` names how many walks are made; with it they are other ones each time,
without it the same few. What goes wrong is not made smaller, which would take minutes;
its steps are told. ``python -m tests.cases.walks 1000`` makes many that look for
what was not reached yet, and reports what they reached.
"""

import os
from collections.abc import Callable
from random import Random

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from tests.cases.walks.campaign import Campaign
from tests.cases.walks.city import City
from tests.cases.walks.themes import NOT_WALKED, THEMES, WALKED
from tests.cases.walks.walker import PLACES, Walker

#: How many walks are made, and how long each is.
WALKS = int(os.environ.get("SHILU_WALKS") or 16)
STEPS = 50
#: How many walks look for what was not reached yet, and of a hundred acts how many
#: they come to at least; a long campaign comes to all.
GUIDED, REACHED_OF_100 = 60, 85
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
        self.walker = Walker(City("000"))

    @initialize(
        place=st.sampled_from(PLACES),
        whole=st.booleans(),
        theme=st.sampled_from(sorted(THEMES)),
        seed=SEEDS,
    )
    def begins(self, place: str, theme: str, seed: int, *, whole: bool) -> None:
        """
        Begin with a visit that found two violations, and what the walk is about.
        """
        self.walker = Walker(City(place, whole=whole), THEMES[theme])
        self.walker.begins(Random(seed))  # noqa: S311  dice, no secret

    @rule(seed=SEEDS)
    def goes_on(self, seed: int) -> None:
        """
        Do something on a file that is open to somebody.
        """
        self._steps(self.walker.goes_on, seed)

    @rule(seed=SEEDS)
    def opens(self, seed: int) -> None:
        """
        Open a file.
        """
        self._steps(self.walker.opens, seed)

    @rule(seed=SEEDS)
    def tells(self, seed: int) -> None:
        """
        Issue a paper about a file, and mostly serve it.
        """
        self._steps(self.walker.tells, seed)

    @rule(seed=SEEDS)
    def tries(self, seed: int) -> None:
        """
        Try anything on anything, by anybody.
        """
        self._steps(self.walker.tries, seed)

    @rule(seed=SEEDS)
    def waits(self, seed: int) -> None:
        """
        Let time pass.
        """
        self._steps(self.walker.waits, seed)

    @rule(seed=SEEDS)
    def happens(self, seed: int) -> None:
        """
        Let something happen to the people who act.
        """
        self._steps(self.walker.happens, seed)

    @rule(seed=SEEDS, count=st.integers(1, 12))
    def walks(self, seed: int, count: int) -> None:
        """
        Do some steps, one after the other.
        """
        dice = Random(seed)  # noqa: S311  dice, no secret
        for _ in range(count):
            self.walker.steps_once(dice)

    def _steps(self, step: Callable[[Random], None], seed: int) -> None:
        step(Random(seed))  # noqa: S311  dice, no secret

    @invariant()
    def no_rule_is_broken(self) -> None:
        """
        Nothing that a rule forbids came to be.
        """
        assert not self.walker.wrong, self.walker.steps

    @invariant()
    def there_is_a_way_on(self) -> None:
        """
        Every file that changed has ended, or somebody may go on, or the clock will.
        """
        assert not self.walker.stuck_lately()

    def teardown(self) -> None:
        """
        At the end every file is looked at, and every time runs out.
        """
        assert not self.walker.stuck_at_the_end()
        assert not self.walker.time_runs_out(Random(0))  # noqa: S311  dice, no secret


TestWalks = Walk.TestCase
TestWalks.settings = settings(
    max_examples=WALKS,
    stateful_step_count=STEPS,
    deadline=None,
    derandomize="SHILU_WALKS" not in os.environ,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)


def test_walks_get_around() -> None:
    """
    A few walks that look for what was not reached yet come to nearly every act of the
    files of the case, the penalty, the referral, the measures and the lists, and break
    no rule.
    """
    campaign = Campaign(seed=1)

    campaign.walks(GUIDED, until=campaign.is_complete)

    assert not campaign.found
    assert len(campaign.left()) * 100 <= (100 - REACHED_OF_100) * len(WALKED)


def test_what_is_not_walked_is_named() -> None:
    """
    Each act that no walk reaches is one there is, and says why.
    """
    assert NOT_WALKED.keys() <= {act.name for act in WALKED}
    assert all(NOT_WALKED.values())
