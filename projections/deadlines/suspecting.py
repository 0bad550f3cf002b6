"""
Matters that ended with a fine where a crime was to be suspected (以罚代刑).

Which findings carry the code of a criminal threshold is kept by thread; once such a
matter ends, on the spot or by the closing of its case, the clock looks at it.
"""

from domain.base import Fact
from domain.enforcement_case.facts_of_ending import CaseClosed
from domain.inspection.facts import FindingRecorded
from domain.limits import Limit
from domain.penalty.facts import OnTheSpotPenaltyDecided
from domain.procedures.flagging_fines import INSTEAD, RULE
from domain.referral.facts_of_suspicion import CrimeSuspected
from infra.tables_of_rows import Column, Table
from projections.deadlines.agenda import RUNNING
from projections.deadlines.running import Running

CRIMINAL = Table("criminal_findings", (Column("thread"),), (), internal=True)

#: What the clock does after each way in which such a matter ends.
_THEN = {
    CaseClosed: "flag-fine-instead",
    OnTheSpotPenaltyDecided: "flag-spot-fine-instead",
}


class Suspecting(Running, listed=False):
    """
    Has the clock look at matters in which nobody suspected a crime.
    """

    def note_crime(self, fact: Fact) -> None:
        """
        Note that a finding may be a crime, that one is suspected, or that it ended.
        """
        thread = str(fact.deed.thread)
        if isinstance(fact, FindingRecorded) and fact.criminal_code:
            self.put(CRIMINAL, thread=thread)
        elif isinstance(fact, CrimeSuspected):
            self.drop(CRIMINAL, thread=thread)
            for row in self.some(RUNNING, thread=thread, rule=RULE):
                self.meet(str(row["id"]), fact)
        elif (then := _THEN.get(type(fact))) and self.one(CRIMINAL, thread=thread):
            limit = Limit(RULE, INSTEAD, last_on=fact.deed.on)
            self.start(fact, limit, then=(then, ()))
