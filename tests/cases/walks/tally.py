"""
What walks have reached: every act, and every refusal of every act, each counted.
"""

from collections import Counter
from dataclasses import dataclass, field

from domain.acts import ACTS, Act


@dataclass
class Tally:
    """
    What was done and refused so far.

    Args:
        done: How often each act was done.
        tried: How often each was tried.
        refused: How often each was refused, by act and code.
        begun: How often a walk began somewhere.
    """

    done: Counter[str] = field(default_factory=Counter)
    tried: Counter[str] = field(default_factory=Counter)
    refused: Counter[tuple[str, str]] = field(default_factory=Counter)
    begun: Counter[str] = field(default_factory=Counter)

    def news(self, act: str) -> float:
        """
        Say how much there is to be learnt from an act: the most of what was never done,
        and less the more often it was tried.
        """
        fresh = 1 if self.done[act] else 12
        often: float = 1 + self.done[act] + self.tried[act] / 8
        return float(fresh / often**0.5)

    def lines(self, walked: tuple[Act[..., object], ...]) -> list[str]:
        """
        Report it: how many acts and refusals were reached, and which acts never were.

        Args:
            walked: The acts that walks are meant to reach.
        """
        names = [act.name for act in walked]
        left = [name for name in names if not self.done[name]]
        codes = {code for _, code in self.refused}
        others = sorted({name for name in self.done if name in ACTS} - {*names})
        reached = f"{len(names) - len(left)} of {len(names)}"
        told = [
            f"{sum(self.done.values())} acts done, {reached} reached",
            f"{len(self.refused)} refusals of acts by {len(codes)} codes",
        ]
        told += [f"also done: {', '.join(others)}"] if others else []
        told += [f"never done: {name} {self._why(name)}".rstrip() for name in left]
        return told

    def _why(self, name: str) -> str:
        found = {
            code: count for (act, code), count in self.refused.items() if act == name
        }
        told = ", ".join(f"{code} {count}" for code, count in sorted(found.items()))
        return f"({told})" if told else ""
