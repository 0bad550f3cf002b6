"""
The deadline board (期限台账), in the order in which a period goes through it.

``reckoning`` counts by what was published, ``agenda`` says what the clock has to do,
``running`` begins and ends periods, and ``board`` answers.
"""

from projections.deadlines.board import Deadlines
from projections.deadlines.running import DeadlineState

__all__ = ["DeadlineState", "Deadlines"]
