"""
The roads of the parties of a case (案件当事人): how far each has come, from its notice
to what it said, and to no penalty.
"""

from domain.base import Fact
from domain.enforcement_case.choices import PartyStage
from domain.enforcement_case.choices_of_hearing import HearingEnd
from domain.enforcement_case.facts_of_hearing import HearingEnded, HearingRefused
from domain.enforcement_case.facts_of_judging import NoPenaltyDecided, NoPenaltySetAside
from domain.enforcement_case.facts_of_notice import (
    NoticeServiceSetAside,
    StatementHeard,
    StatementPeriodExpired,
    StatementWaived,
)
from infra.read_model import on
from infra.tables_of_rows import Column, Table, Value
from projections.penalising.performing import Performing
from projections.penalising.steps import HEARING, OVER, PARTY_STAGES

PARTIES = Table(
    "case_parties",
    (Column("file"), Column("party_no", "whole")),
    (
        Column("stage"),
        Column("stage_before"),
        Column("settled", "flag"),
        Column("daily", "flag"),
    ),
    internal=True,
)


class Parties(Performing, listed=False):
    """
    Base of the case board: follows the parties.
    """

    def count(self, fact: Fact, file: str = "", **patch: Value) -> None:
        """
        Reckon the step of the case anew, once a party has moved; where no board of
        cases is kept, there is nothing to reckon.
        """

    @on(*PARTY_STAGES)
    def on_party_stage(self, fact: Fact) -> None:
        """
        Move a party on.
        """
        party_no = int(getattr(fact, "party_no", 0))
        self.move(fact, party_no, PARTY_STAGES[type(fact)])
        self.count(fact)

    @on(NoPenaltyDecided)
    def on_no_penalty(self, fact: NoPenaltyDecided) -> None:
        """
        Keep how far a party was that gets no penalty.
        """
        row = self.one(PARTIES, file=str(fact.file), party_no=fact.party_no) or {}
        self.move(
            fact, fact.party_no, PartyStage.NO_PENALTY, stage_before=row.get("stage")
        )
        self.count(fact)

    @on(NoPenaltySetAside)
    def on_no_penalty_set_aside(self, fact: NoPenaltySetAside) -> None:
        """
        A party is undecided again, as far as it had come.
        """
        row = self.one(PARTIES, file=str(fact.file), party_no=fact.party_no) or {}
        before = PartyStage[str(row["stage_before"]).upper()]
        self.move(fact, fact.party_no, before)
        self.count(fact)

    @on(NoticeServiceSetAside)
    def on_notice_set_aside(self, fact: NoticeServiceSetAside) -> None:
        """
        Move a party back to where it is to be notified, unless its matter is over.
        """
        row = self.one(PARTIES, file=str(fact.file), party_no=fact.party_no) or {}
        if row.get("stage") not in OVER:
            self.move(fact, fact.party_no, PartyStage.PROPOSED, settled=0)
        self.count(fact)

    @on(HearingRefused, HearingEnded)
    def on_no_hearing(self, fact: HearingRefused | HearingEnded) -> None:
        """
        Move a party back to its notice, or to where it had answered that; one that
        stayed away is heard.
        """
        row = self.one(PARTIES, file=str(fact.file), party_no=fact.party_no) or {}
        stayed_away = (
            isinstance(fact, HearingEnded)
            and fact.hearing_end is not HearingEnd.WITHDRAWN
        )
        is_heard = stayed_away or bool(row.get("settled"))
        stage = PartyStage.HEARD if is_heard else PartyStage.NOTICED
        self.move(fact, fact.party_no, stage)
        self.count(fact)

    @on(StatementHeard, StatementWaived, StatementPeriodExpired)
    def on_answered(
        self, fact: StatementHeard | StatementWaived | StatementPeriodExpired
    ) -> None:
        """
        A party is heard, unless a hearing is on its way.
        """
        row = self.one(PARTIES, file=str(fact.file), party_no=fact.party_no) or {}
        stage = PartyStage.HEARD
        if row.get("stage") in HEARING:
            stage = PartyStage[str(row["stage"]).upper()]
        self.move(fact, fact.party_no, stage, settled=1)
        self.count(fact)

    def move(
        self, fact: Fact, party_no: int, stage: PartyStage, **patch: Value
    ) -> None:
        """
        Note how far a party is.
        """
        key: dict[str, Value] = {"file": str(fact.file), "party_no": party_no}
        self.mend(PARTIES, key, stage=stage.code, **patch)
