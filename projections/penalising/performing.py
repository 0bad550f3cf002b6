"""
What facts about a penalty say of how far it is, and of what is left of it (履行).

The register of penalties and the case board both follow penalties; each keeps them in
rows of its own.
"""

from domain.base import Fact
from domain.law.penalty_kinds import PenaltyKind
from domain.penalty.choices import AFTER_SERVICE, UNPERFORMED, Stage
from domain.penalty.facts import (
    DailyFineDecided,
    OnTheSpotPenaltyDecided,
    PenaltyDecided,
    PenaltyServed,
    PenaltyServiceSetAside,
)
from domain.penalty.facts_of_execution import (
    CompulsoryExecutionApplied,
    ExecutionAgreementMade,
    ExecutionCompleted,
    ExecutionRulingReceived,
    ExecutionTerminated,
    PerformanceDemanded,
)
from domain.penalty.facts_of_falling import (
    DecisionConfirmedUnlawful,
    DecisionDeclaredVoid,
    DecisionRevoked,
    DecisionVaried,
    FineRefunded,
)
from domain.penalty.facts_of_payment import (
    DeferralDecided,
    FinePaid,
    PenaltyPerformed,
    SpotFineCollected,
    SurchargeImposed,
)
from domain.penalty.file import TOLD
from infra.handing import Handing
from infra.read_model import on, pointer, scope_of
from infra.tables_of_rows import Value

_UNPERFORMED = {stage.code for stage in UNPERFORMED}
_AFTER_SERVICE = {stage.code for stage in AFTER_SERVICE}


class Performing(Handing, listed=False):
    """
    Base of a read model that follows penalties.
    """

    def keep(self, fact: Fact, **patch: Value) -> None:
        """
        Change the row of the penalty whose file a fact belongs to: the model's own row
        of that file, where it keeps no other.
        """
        self.note(fact, **patch)

    def row_of(self, fact: Fact) -> dict[str, Value] | None:
        """
        Give the newest row of the penalty that a fact belongs to.
        """
        return self.noted(fact)

    def note_penalty(self, fact: Fact, **patch: Value) -> None:
        """
        Change the row of a penalty; with nothing left of it, it is performed. What
        becomes of one that is not followed here is passed over.
        """
        row = {**(self.row_of(fact) or {}), **patch}
        if row.get("stage") is None or "fine_left_fen" not in row:
            return
        left = (row["fine_left_fen"], row["surcharge_left_fen"], row["kinds_left"])
        if row["stage"] in _UNPERFORMED and not any(left):
            patch["stage"] = Stage.PERFORMED.code
        self.keep(fact, **patch)

    def left(self, fact: Fact, column: str) -> int:
        """
        Give how much is left of something.
        """
        row = self.row_of(fact)
        return int(str(row[column] or 0)) if row else 0

    @on(PenaltyDecided, OnTheSpotPenaltyDecided, DailyFineDecided)
    def on_decided(
        self, fact: PenaltyDecided | OnTheSpotPenaltyDecided | DailyFineDecided
    ) -> None:
        """
        Enter the penalty.
        """
        case = None if isinstance(fact, OnTheSpotPenaltyDecided) else fact.case
        person = None if isinstance(fact, DailyFineDecided) else fact.person
        self.note_penalty(
            fact,
            enterprise=str(fact.enterprise) if fact.enterprise else None,
            person=pointer(person),
            kinds=_named(fact.kinds),
            kinds_left=_named(_to_do(fact.kinds)),
            fine_fen=fact.fine_fen,
            fine_left_fen=fact.fine_fen,
            surcharge_left_fen=0,
            refund_fen=0,
            stage=Stage.DECIDED.code,
            decision_no=getattr(fact, "decision_no", ""),
            decided_on=fact.deed.on.isoformat(),
            served_on=None,
            pay_until=None,
            case=str(case) if case else None,
            thread=str(fact.deed.thread),
            **scope_of(fact),
        )

    @on(PenaltyServed)
    def on_served(self, fact: PenaltyServed) -> None:
        """
        Keep the day, and until when it is paid.
        """
        until = fact.pay_limit.ends_on.isoformat() if fact.pay_limit else None
        row = self.row_of(fact) or {}
        is_first = row.get("stage") == Stage.DECIDED.code
        moved = {"stage": Stage.SERVED.code} if is_first else {}
        self.note_penalty(
            fact, served_on=fact.served_on.isoformat(), pay_until=until, **moved
        )

    @on(PenaltyServiceSetAside)
    def on_service_set_aside(self, fact: PenaltyServiceSetAside) -> None:
        """
        It is to be served again; what is before the court stays there.
        """
        row = self.row_of(fact) or {}
        is_back = row.get("stage") in _AFTER_SERVICE
        moved = {"stage": Stage.DECIDED.code} if is_back else {}
        self.note_penalty(
            fact, served_on=None, pay_until=None, surcharge_left_fen=0, **moved
        )

    @on(FinePaid, SpotFineCollected)
    def on_paid(self, fact: FinePaid | SpotFineCollected) -> None:
        """
        Count what came in.
        """
        surcharge = fact.surcharge_paid_fen if isinstance(fact, FinePaid) else 0
        self.note_penalty(
            fact,
            fine_left_fen=self.left(fact, "fine_left_fen") - fact.fine_paid_fen,
            surcharge_left_fen=self.left(fact, "surcharge_left_fen") - surcharge,
        )

    @on(PenaltyPerformed)
    def on_performed(self, fact: PenaltyPerformed) -> None:
        """
        Keep what else is to be done.
        """
        row = self.row_of(fact) or {}
        left = str(row.get("kinds_left") or "").split("；")
        done = {kind.zh for kind in fact.kinds}
        self.note_penalty(fact, kinds_left="；".join(k for k in left if k not in done))

    @on(DeferralDecided, ExecutionAgreementMade)
    def on_put_off(self, fact: DeferralDecided | ExecutionAgreementMade) -> None:
        """
        Keep until when it is paid now, and what of the surcharge was let off.
        """
        if isinstance(fact, ExecutionAgreementMade):
            left = self.left(fact, "surcharge_left_fen") - fact.surcharge_cut_fen
        elif fact.granted:
            left = self.left(fact, "surcharge_left_fen")
        else:
            return
        until = fact.instalments[-1].pay_until.isoformat()
        self.note_penalty(fact, pay_until=until, surcharge_left_fen=left)

    @on(SurchargeImposed)
    def on_surcharge(self, fact: SurchargeImposed) -> None:
        """
        Add it.
        """
        left = self.left(fact, "surcharge_left_fen") + fact.surcharge_fen
        self.note_penalty(fact, surcharge_left_fen=left)

    @on(PerformanceDemanded)
    def on_demanded(self, fact: PerformanceDemanded) -> None:
        """
        Move on; a second demand changes nothing.
        """
        self.note_penalty(fact, stage=Stage.DEMANDED.code)

    @on(CompulsoryExecutionApplied)
    def on_applied(self, fact: CompulsoryExecutionApplied) -> None:
        """
        It is at court.
        """
        self.note_penalty(fact, stage=Stage.AT_COURT.code)

    @on(ExecutionRulingReceived)
    def on_ruled(self, fact: ExecutionRulingReceived) -> None:
        """
        What is granted is executed.
        """
        if fact.granted:
            self.note_penalty(fact, stage=Stage.ENFORCING.code)

    @on(ExecutionCompleted)
    def on_completed(self, fact: ExecutionCompleted) -> None:
        """
        Nothing is left of it.
        """
        self.note_penalty(
            fact,
            stage=Stage.PERFORMED.code,
            fine_left_fen=self.left(fact, "fine_left_fen") - fact.fine_paid_fen,
            surcharge_left_fen=self.left(fact, "surcharge_left_fen")
            - fact.surcharge_paid_fen,
            kinds_left="",
        )

    @on(ExecutionTerminated)
    def on_terminated(self, fact: ExecutionTerminated) -> None:
        """
        Nothing more is done; what has fallen stays fallen.
        """
        row = self.row_of(fact) or {}
        if row.get("stage") != Stage.FALLEN.code:
            self.note_penalty(fact, stage=Stage.TERMINATED.code)

    @on(DecisionVaried)
    def on_varied(self, fact: DecisionVaried) -> None:
        """
        Keep what stands now.
        """
        paid = self.left(fact, "fine_fen") - self.left(fact, "fine_left_fen")
        self.note_penalty(
            fact,
            kinds=_named(fact.kinds),
            kinds_left=_named(_to_do(fact.kinds)),
            fine_fen=fact.fine_fen,
            fine_left_fen=max(fact.fine_fen - paid, 0),
            refund_fen=fact.refund_fen,
        )

    @on(DecisionRevoked, DecisionDeclaredVoid, DecisionConfirmedUnlawful)
    def on_fallen(
        self, fact: DecisionRevoked | DecisionDeclaredVoid | DecisionConfirmedUnlawful
    ) -> None:
        """
        It fell.
        """
        self.note_penalty(fact, stage=Stage.FALLEN.code, refund_fen=fact.refund_fen)

    @on(FineRefunded)
    def on_refunded(self, fact: FineRefunded) -> None:
        """
        Less is to be given back.
        """
        self.note_penalty(
            fact, refund_fen=self.left(fact, "refund_fen") - fact.refund_fen
        )


def _named(kinds: tuple[PenaltyKind, ...]) -> str:
    return "；".join(kind.zh for kind in kinds)


def _to_do(kinds: tuple[PenaltyKind, ...]) -> tuple[PenaltyKind, ...]:
    """
    List the kinds that are neither paid nor done by being served.
    """
    return tuple(k for k in kinds if k not in TOLD and k is not PenaltyKind.FINE)
