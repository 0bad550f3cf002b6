"""
The time to withdraw what is public (撤回期限): it runs where something is public, and
is met once nothing is any more.
"""

from typing import Final

from domain.base import Fact
from domain.publication.facts_of_ending import ItemEndedByRepair, ItemTermEnded
from domain.publication.file import ItemPublished, ItemWithdrawn
from infra.tables_of_rows import Column, Table
from projections.deadlines.agenda import RUNNING
from projections.deadlines.running import Running

WITHDRAW: Final = "PN.publish.withdraw"

PUBLIC_ITEMS = Table(
    "public_items",
    (Column("file"),),
    (Column("penalty"),),
    indexes=(("penalty",),),
    internal=True,
)


class Withdrawing(Running, listed=False):
    """
    Keeps which penalties are public, and where.
    """

    def note_public(self, fact: Fact) -> None:
        """
        Note that a penalty became public on a channel, or is so no more: however that
        ended, once it is public nowhere nothing is left to withdraw.
        """
        if isinstance(fact, ItemPublished) and fact.penalty is not None:
            self.put(PUBLIC_ITEMS, file=str(fact.file), penalty=str(fact.penalty))
        elif isinstance(fact, ItemWithdrawn | ItemTermEnded | ItemEndedByRepair):
            self.drop(PUBLIC_ITEMS, file=str(fact.file))
            penalty = str(fact.penalty or "")
            waiting = self.some(RUNNING, file=penalty, rule=WITHDRAW, answered=0)
            for row in () if self.is_public(penalty) else waiting:
                self.meet(str(row["id"]), fact)

    def is_public(self, penalty: str) -> bool:
        """
        Whether a penalty is public somewhere.
        """
        return bool(self.some(PUBLIC_ITEMS, penalty=penalty))

    def is_needless(self, fact: Fact, rule: str) -> bool:
        """
        Whether a fact begins a time to withdraw what is not public at all, or what is
        to be withdrawn already: a second change gives no more time.
        """
        if rule != WITHDRAW or isinstance(fact, ItemWithdrawn):
            return False
        file = str(fact.file)
        runs = self.some(RUNNING, file=file, rule=WITHDRAW, answered=0)
        return bool(runs) or not self.is_public(file)

    def is_left(self, rule: str, penalty: str) -> bool:
        """
        Whether something is still to be withdrawn, on another channel.
        """
        return rule == WITHDRAW and self.is_public(penalty)
