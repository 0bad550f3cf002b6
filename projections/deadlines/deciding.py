"""
The time to decide a case (办案期限), which is met once every party's matter is decided.

A penalty is a file of its own and names its case; that there is none, the case says.
"""

from collections.abc import Mapping

from domain.base import Fact
from domain.enforcement_case.facts import PartyNamed, PartyReleased
from domain.enforcement_case.facts_of_ending import CaseTimeExtended
from domain.enforcement_case.facts_of_judging import (
    NoPenaltyDecided,
    NoPenaltySetAside,
)
from infra.tables_of_rows import Column, Table, Value
from projections.deadlines.agenda import RUNNING
from projections.deadlines.running import DeadlineState, Running

#: Rules that a decision on one party alone does not meet.
DECIDED_PER_PARTY = frozenset(
    (
        "PN.limit.decide",
        "PN.limit.decide.base15",
        "PN.limit.decide.ext1",
        "PN.limit.decide.ext2",
        "PN.limit.decide.ext_new",
    )
)

OPEN_PARTIES = Table(
    "open_parties", (Column("file"), Column("party_no", "whole")), (), internal=True
)


class Deciding(Running, listed=False):
    """
    Keeps which parties of a case are undecided.
    """

    def note_party(self, fact: Fact) -> None:
        """
        Note that a party was named or released, or that its matter was decided, or is
        undecided again; an extension stands in the place of the time before.
        """
        if isinstance(fact, CaseTimeExtended):
            for rule in sorted(DECIDED_PER_PARTY):
                for old in self.some(RUNNING, file=str(fact.file), rule=rule):
                    self.close_period(str(old["id"]), fact, DeadlineState.REPLACED)
        if isinstance(fact, PartyNamed | NoPenaltySetAside):
            self.put(OPEN_PARTIES, file=str(fact.file), party_no=fact.party_no)
        elif isinstance(fact, PartyReleased | NoPenaltyDecided):
            self.drop(OPEN_PARTIES, file=str(fact.file), party_no=fact.party_no)
        elif (case := getattr(fact, "case", None)) and hasattr(fact, "party_no"):
            self.drop(OPEN_PARTIES, file=str(case), party_no=fact.party_no)

    def is_undecided(self, running: Mapping[str, Value], fact: Fact) -> bool:
        """
        Whether a fact leaves the time of a case running: it is another case's, or
        decides on one party while the matter of another is open.
        """
        case = str(running["file"])
        if str(getattr(fact, "case", fact.file)) != case:
            return True
        is_of_party = hasattr(fact, "party_no")
        return is_of_party and bool(self.some(OPEN_PARTIES, file=case))
