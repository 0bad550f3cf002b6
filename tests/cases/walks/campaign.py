"""
Many walks that look for what was not reached yet (行走运动), and what they found.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from tests.cases.walks.city import City
from tests.cases.walks.tally import Tally
from tests.cases.walks.themes import NOT_WALKED, THEMES, WALKED
from tests.cases.walks.walker import PLACES, Walker

#: How long a walk is, least and most.
STEPS_MIN, STEPS_MAX = 30, 90
#: How many walks look for nothing in particular.
AIMLESS = 0.1


@dataclass
class Campaign:
    """
    Walks that share what they have reached.

    Args:
        seed: With it the same walks are made again.
        tally: What they reached.
        found: What was wrong, each with the walk and its steps.
    """

    seed: int
    tally: Tally = field(default_factory=Tally)
    found: list[str] = field(default_factory=list)

    def walks(
        self, count: int, until: Callable[[], bool] = lambda: False
    ) -> "Campaign":
        """
        Make so many walks, or fewer, until something is so.
        """
        for number in range(count):
            self.walk(number)
            if until():
                break
        return self

    def walk(self, number: int) -> None:
        """
        Make one walk; a theme whose acts are less known is chosen rather.
        """
        dice = Random(f"{self.seed}/{number}")  # noqa: S311  dice, no secret
        name, aim = self._aimed(dice)
        city = City(dice.choice(PLACES), whole=dice.random() < 0.5)
        walker = Walker(city, THEMES[name], self.tally, aim=aim)
        walker.begins(dice)
        for _ in range(dice.randint(STEPS_MIN, STEPS_MAX)):
            walker.steps_once(dice)
            if aim and self.tally.done[aim]:
                break
            wrong = walker.wrong + walker.stuck_lately()
            if wrong:
                self._tell(number, name, walker, wrong)
                return
        wrong = walker.stuck_at_the_end() or walker.time_runs_out(dice)
        if wrong:
            self._tell(number, name, walker, wrong)

    def is_complete(self) -> bool:
        """
        Say whether every act was reached.
        """
        return not self.left()

    def left(self) -> list[str]:
        """
        List the acts that were not reached, but for those of which it is known.
        """
        names = (act.name for act in WALKED if act.name not in NOT_WALKED)
        return [name for name in names if not self.tally.done[name]]

    def _aimed(self, dice: Random) -> tuple[str, str]:
        """
        Choose a theme, and an act that was never done and that it is about, if any is.
        """
        fresh = [act for act in WALKED if not self.tally.done[act.name]]
        if not fresh or dice.random() < AIMLESS:
            return dice.choice([*THEMES]), ""
        aim = dice.choice(fresh)
        fit = [name for name, theme in THEMES.items() if theme.is_about(aim)]
        weights = [1 / len(THEMES[name].kinds) for name in fit]
        (name,) = dice.choices(fit, weights)
        return name, aim.name

    def _tell(self, number: int, name: str, walker: Walker, wrong: list[str]) -> None:
        city = walker.city
        place = f"walk {number} of {name} in {city.place or 'no place'}"
        steps = "\n    ".join(walker.steps)
        law = "whole law" if city.whole else "own grounds"
        self.found.append(f"{place}, {law}: {wrong}\n    {steps}")
