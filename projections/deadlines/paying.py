"""
A fine that is paid in parts (分期缴款): each part has its own day, and is met once what
came in covers it and those before.
"""

from typing import Final

from domain.base import Fact
from domain.limits import Limit
from domain.penalty.facts_of_payment import DeferralDecided, FinePaid
from infra.tables_of_rows import Column, Table
from projections.deadlines.agenda import RUNNING
from projections.deadlines.running import DeadlineState, Running

PART: Final = "PN.pay.defer"

PARTS = Table(
    "parts_to_pay",
    (Column("id"),),
    (Column("file"), Column("left_fen", "whole")),
    indexes=(("file",),),
    internal=True,
)


class Paying(Running, listed=False):
    """
    Keeps what is left of a fine once each part of it is paid.
    """

    def note_parts(self, fact: Fact) -> None:
        """
        Start the time of each part that is granted, in the place of those before, and
        meet what a payment covers.
        """
        if isinstance(fact, DeferralDecided) and fact.granted:
            self._part(fact)
        elif isinstance(fact, FinePaid):
            for part in self.some(PARTS, file=str(fact.file)):
                key = str(part["id"])
                row = self.one(RUNNING, id=key)
                if row is not None and fact.fine_left_fen <= int(str(part["left_fen"])):
                    self.meet(key, fact)
                    self.drop(PARTS, id=key)

    def _part(self, fact: DeferralDecided) -> None:
        for old in self.some(RUNNING, file=str(fact.file), rule=PART, answered=0):
            self.close_period(str(old["id"]), fact, DeadlineState.REPLACED)
            self.drop(PARTS, id=str(old["id"]))
        limit = fact.defer_limit
        provision = limit.provision if limit else fact.deed.provision
        left = sum(each.amount_fen for each in fact.instalments)
        for number, each in enumerate(fact.instalments, 1):
            left -= each.amount_fen
            limit = Limit(PART, provision, last_on=each.pay_until)
            key = self.start(fact, limit, items=f" {fact.file}/{number} ", part=number)
            self.put(PARTS, id=key, file=str(fact.file), left_fen=left)
