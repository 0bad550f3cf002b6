"""
The terms of a credit fact (信用信息公示期限): before when it is not repaired, and until
when it is shown at the longest, as it was recorded.
"""

from datetime import date
from typing import Final

from domain.base import Fact
from domain.calendar import ONE_DAY
from domain.credit_record.facts import CreditFactRecorded
from domain.credit_record.facts_of_repair import RepairRevoked
from domain.law.credit_classes import LONGEST, SHORTEST
from domain.law.deadlines import RULES
from domain.limits import Limit
from domain.publication.facts_of_ending import ItemEndedByRepair, ItemTermEnded
from infra.tables_of_rows import Column, Table
from projections.deadlines.agenda import RUNNING
from projections.deadlines.running import matter_of
from projections.deadlines.withdrawing import Withdrawing

CREDITED = Table(
    "credit_terms",
    (Column("file"), Column("items")),
    (Column("basis"), Column("rule", "rule"), Column("until_on", "day")),
    indexes=(("basis",),),
    internal=True,
)

#: The provision of each rule, as the table has it last.
_PROVISIONS: Final = {rule.id: rule.provision for rule in RULES}


class Crediting(Withdrawing, listed=False):
    """
    Keeps until when each credit fact is shown at the longest.
    """

    def note_credit(self, fact: Fact) -> None:
        """
        Start the terms of what is recorded, or stands again; meet the longest once it
        is shown nowhere any more.
        """
        file = str(fact.file)
        if isinstance(fact, CreditFactRecorded):
            if rule := SHORTEST.get(fact.credit_class):
                last = fact.repair_from - ONE_DAY
                self.start(fact, Limit(rule, _PROVISIONS[rule], last_on=last))
            basis = str(fact.penalty or fact.entry)
            said = {"basis": basis, "rule": LONGEST[fact.credit_class]}
            until = fact.publicity_until.isoformat()
            items = matter_of(fact)
            self.put(CREDITED, file=file, items=items, until_on=until, **said)
            self._show(fact)
        elif isinstance(fact, RepairRevoked):
            self._show(fact)
        elif isinstance(fact, ItemTermEnded | ItemEndedByRepair):
            self._shown_no_more(fact, str(fact.penalty or fact.entry))

    def _show(self, fact: CreditFactRecorded | RepairRevoked) -> None:
        row = self.one(CREDITED, file=str(fact.file), items=matter_of(fact))
        if row is not None:
            rule, last = str(row["rule"]), date.fromisoformat(str(row["until_on"]))
            self.start(fact, Limit(rule, _PROVISIONS[rule], last_on=last))

    def _shown_no_more(self, fact: Fact, basis: str) -> None:
        for row in () if self.is_public(basis) else self.some(CREDITED, basis=basis):
            where = {"file": row["file"], "rule": row["rule"], "answered": 0}
            for running in self.some(RUNNING, **where):
                if running["items"] == row["items"]:
                    self.meet(str(running["id"]), fact)
