"""
Grounds that several acts of a list entry share.
"""

from collections.abc import Iterable
from typing import Final

from domain.law.statutes import LIST_RULES_11, OLD_REDLIST
from domain.list_entry.choices import Stage
from domain.list_entry.file import ListEntry
from domain.printed import ListColour
from domain.refusals import OutOfOrder, Refused

PROPOSAL: Final = LIST_RULES_11.article(6, until=7)
NOTICE: Final = LIST_RULES_11.article(9)
DECISION: Final = LIST_RULES_11.article(10)
RECORDING: Final = LIST_RULES_11.article(11)
TERM: Final = LIST_RULES_11.article(13)
LIFTING: Final = LIST_RULES_11.article(14)
REVOCATION: Final = LIST_RULES_11.article(15)
EARLY: Final = LIST_RULES_11.article(18)
ACCEPTANCE: Final = LIST_RULES_11.article(19)
REMOVAL: Final = LIST_RULES_11.article(20)
FRAUD: Final = LIST_RULES_11.article(21)
RED: Final = f"{OLD_REDLIST.zh}(地方采用)"


def not_at(entry: ListEntry, *stages: Stage, under: str) -> Iterable[Refused]:
    """
    It is no entry of the black list at one of these stages.
    """
    if not entry.is_black or entry.stage not in stages:
        yield OutOfOrder(
            "entry_stage",
            under=under,
            colour=entry.colour,
            stage=entry.stage,
            needed=stages,
        )


def not_red(entry: ListEntry, *stages: Stage) -> Iterable[Refused]:
    """
    It is no entry of the red list at one of these stages.
    """
    if entry.colour is not ListColour.RED or entry.stage not in stages:
        yield OutOfOrder(
            "entry_stage",
            under=RED,
            colour=entry.colour,
            stage=entry.stage,
            needed=stages,
        )
