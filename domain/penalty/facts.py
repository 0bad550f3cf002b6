"""
How a penalty comes to be: decided in a case or on the spot, and served.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from domain.base import Fact, FirstFact
from domain.law.penalty_kinds import PenaltyKind
from domain.limits import Limit
from domain.penalty.choices import PenaltyFlag, Stage
from domain.penalty.file import Instalment, Penalty
from domain.printed import PartyClass
from domain.references import (
    CaseRef,
    EnterpriseRef,
    FileRef,
    HazardRef,
    InspectionRef,
    PenaltyRef,
)
from domain.values import Personal, Upload


@dataclass(frozen=True)
class PenalisedAct:
    """
    An act that is penalised, and how much for it alone (违法行为及其裁量).

    Args:
        violation_code: What it is, by the code of violations.
        origin: The file that has the finding: an inspection, or the case itself.
        item_no: The finding.
        legal_basis: The provision that it is penalised under.
        fine_fen: The fine for this act.
        fine_floor_fen: Least that the law allows on the day of the act.
        fine_ceiling_fen: Most that it allows, with the multiple where one applies.
        fine_rule: The row of statutory ranges that was applied; empty for none.
        fine_multiple: How many times the range, where the law knows a multiple.
        multiple_ground: Why that multiple applies.
    """

    violation_code: str
    origin: FileRef
    item_no: int
    legal_basis: str
    fine_fen: int = 0
    fine_floor_fen: int | None = None
    fine_ceiling_fen: int | None = None
    fine_rule: str = ""
    fine_multiple: int = 1
    multiple_ground: str = ""

    @property
    def key(self) -> str:
        """
        By what one act is known again: it is fined once (行政处罚法29).
        """
        return f"{self.violation_code}@{self.origin}/{self.item_no}"


def party_tags(enterprise: object, person_key: str) -> Iterable[str]:
    """
    Under which tags the penalties of one party are found.
    """
    if enterprise is not None:
        yield f"enterprise/{enterprise}/penalty"
    if person_key:
        yield f"person/{person_key}/penalty"


class PenaltyDecided(FirstFact):
    """
    A penalty was decided in a case, on one party (处罚决定).
    """

    TOPIC: ClassVar[str] = "penalty.penalty-decided.v1"
    ZH: ClassVar[str] = "处罚决定"

    case: CaseRef
    party_no: int
    kinds: tuple[PenaltyKind, ...]
    fine_fen: int
    confiscated_fen: int
    penalised_acts: tuple[PenalisedAct, ...]
    violation_fact: str
    legal_basis: str
    penalty_content: str
    notice: str
    facts_version: int
    surcharge_told: bool
    review_body: str
    court: str
    flags: tuple[PenaltyFlag, ...] = ()
    enterprise: EnterpriseRef | None = None
    person: Personal | None = None
    person_key: str = ""
    deviation_reason: str = ""
    serve_limit: Limit | None = None
    publish_limit: Limit | None = None
    superior_limit: Limit | None = None

    def tags(self) -> Iterable[str]:
        """
        Read when the case is closed, and before the party is fined again.
        """
        yield f"case/{self.case}/penalty"
        yield from party_tags(self.enterprise, self.person_key)

    def apply(self, aggregate: "Penalty") -> None:
        """
        Keep on whom, for what and how much.
        """
        aggregate.case = self.case
        aggregate.party_no = self.party_no
        aggregate.enterprise = self.enterprise
        aggregate.person_key = self.person_key
        aggregate.kinds = self.kinds
        aggregate.fine_fen = self.fine_fen
        aggregate.act_keys = tuple(act.key for act in self.penalised_acts)
        aggregate.surcharge_told = self.surcharge_told
        aggregate.serve_limit = self.serve_limit
        aggregate.decided_on = self.deed.on


class OnTheSpotPenaltyDecided(FirstFact):
    """
    A penalty was decided on the spot, without a case (当场处罚).
    """

    TOPIC: ClassVar[str] = "penalty.on-the-spot-penalty-decided.v1"
    ZH: ClassVar[str] = "当场处罚"

    party_class: PartyClass
    kinds: tuple[PenaltyKind, ...]
    fine_fen: int
    penalised_acts: tuple[PenalisedAct, ...]
    violation_fact: str
    legal_basis: str
    statement: str
    place: str
    decision_no: str
    surcharge_told: bool
    review_body: str
    review_first: bool
    inspection: InspectionRef | None = None
    item_nos: tuple[int, ...] = ()
    enterprise: EnterpriseRef | None = None
    person: Personal | None = None
    person_key: str = ""
    class_unsettled: bool = False
    file_limit: Limit | None = None
    publish_limit: Limit | None = None

    def tags(self) -> Iterable[str]:
        """
        Read before the party is fined again, and as what came of a finding.
        """
        yield from party_tags(self.enterprise, self.person_key)
        if self.inspection is not None:
            yield f"inspection/{self.inspection}/outcome"

    def apply(self, aggregate: "Penalty") -> None:
        """
        Keep on whom, for what and how much.
        """
        aggregate.on_the_spot = True
        aggregate.inspection = self.inspection
        aggregate.enterprise = self.enterprise
        aggregate.person_key = self.person_key
        aggregate.kinds = self.kinds
        aggregate.fine_fen = self.fine_fen
        aggregate.act_keys = tuple(act.key for act in self.penalised_acts)
        aggregate.surcharge_told = self.surcharge_told
        aggregate.file_limit = self.file_limit
        aggregate.decided_on = self.deed.on


class DailyFineDecided(FirstFact):
    """
    A unit that was fined and goes on refusing to rectify was fined by the day
    (按日连续处罚).

    A decision of its own, served, paid and challenged by itself: each day costs what
    the act was fined before. The acts are named as what goes on, not fined anew.
    """

    TOPIC: ClassVar[str] = "penalty.daily-fine-decided.v1"
    ZH: ClassVar[str] = "按日连续处罚"

    penalty: PenaltyRef
    party_no: int
    enterprise: EnterpriseRef
    kinds: tuple[PenaltyKind, ...]
    hazard: HazardRef
    ordered_on: date
    since_on: date
    until_on: date
    days_fined: int
    base_fine_fen: int
    fine_fen: int
    penalised_acts: tuple[PenalisedAct, ...]
    refusal_proof: str
    notified_on: date
    violation_fact: str
    legal_basis: str
    penalty_content: str
    surcharge_told: bool
    review_body: str
    court: str
    statement: str = ""
    case: CaseRef | None = None
    evidence: tuple[Upload, ...] = ()
    serve_limit: Limit | None = None
    publish_limit: Limit | None = None
    notice: str = ""

    def tags(self) -> Iterable[str]:
        """
        Read before more days are fined, when the fine falls that it repeats, and when
        the case is closed.
        """
        yield daily_tag(self.penalty)
        if self.case is not None:
            yield f"case/{self.case}/penalty"
        yield from party_tags(self.enterprise, "")

    def apply(self, aggregate: "Penalty") -> None:
        """
        Keep on whom and how much; of which fine it repeats the acts are known.
        """
        aggregate.daily_of = self.penalty
        aggregate.daily_span = (self.since_on, self.until_on)
        aggregate.case = self.case
        aggregate.party_no = self.party_no
        aggregate.enterprise = self.enterprise
        aggregate.kinds = self.kinds
        aggregate.fine_fen = self.fine_fen
        aggregate.surcharge_told = self.surcharge_told
        aggregate.serve_limit = self.serve_limit
        aggregate.decided_on = self.deed.on


def daily_tag(penalty: object) -> str:
    """
    Under which tag the daily fines are found that repeat a fine.
    """
    return f"penalty/{penalty}/daily"


class PenaltyServed(Fact):
    """
    The decision reached the party (处罚送达).
    """

    TOPIC: ClassVar[str] = "penalty.penalty-served.v1"
    ZH: ClassVar[str] = "处罚送达"

    served_on: date
    service: FileRef | None = None
    recipient: Personal | None = None
    refusal_reason: str = ""
    flags: tuple[PenaltyFlag, ...] = ()
    pay_limit: Limit | None = None
    window_limit: Limit | None = None

    def apply(self, aggregate: "Penalty") -> None:
        """
        Keep the day from which the party's times run.
        """
        aggregate.served_on = self.served_on
        aggregate.service = self.service
        aggregate.pay_limit = self.pay_limit
        if self.pay_limit is not None:
            due = Instalment(self.pay_limit.ends_on, aggregate.fine_fen)
            aggregate.instalments = (due,)
        if aggregate.stage is Stage.DECIDED:
            aggregate.stage = Stage.SERVED
            aggregate.settle()


class PenaltyServiceSetAside(Fact):
    """
    The service of the decision was set aside: it did not reach the party
    (处罚送达无效).
    """

    TOPIC: ClassVar[str] = "penalty.penalty-service-set-aside.v1"
    ZH: ClassVar[str] = "处罚送达无效"

    service: FileRef
    served_on: date
    serve_limit: Limit | None = None

    def apply(self, aggregate: "Penalty") -> None:
        """
        It is to be served anew; what was paid stays paid, and what is before the court
        stays there.
        """
        aggregate.take_service_back()
