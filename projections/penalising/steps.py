"""
What comes next in a case (案件下一步), by how far it and its parties are.
"""

from collections.abc import Mapping

from domain.base import Fact
from domain.enforcement_case.choices import OPEN, PartyStage, Stage
from domain.enforcement_case.facts import PartyReleased
from domain.enforcement_case.facts_of_ending import (
    CaseClosed,
    CaseFileArchived,
    CaseTerminated,
    CaseTransferred,
)
from domain.enforcement_case.facts_of_evidence import (
    AppraisalCommissioned,
    AppraisalReceived,
    EvidenceRegistered,
    RegistrationDecided,
    RegistrationLapsed,
)
from domain.enforcement_case.facts_of_hearing import (
    HearingHeld,
    HearingNotified,
    HearingReported,
    HearingRequested,
)
from domain.enforcement_case.facts_of_judging import (
    MandatoryOutcomeRequired,
    MandatoryOutcomeSatisfied,
)
from domain.enforcement_case.facts_of_notice import NoticeServed
from domain.penalty.choices import Stage as PenaltyStage
from domain.values import Choice
from infra.tables_of_rows import Value


class NextStep(Choice):
    """
    What is done next in a case (下一步).
    """

    INVESTIGATE = "调查取证", "investigate"
    PROPOSE = "提出拟处罚意见", "propose a penalty"
    NOTIFY = "送达告知书", "serve the notice"
    AWAIT = "等待陈述申辩", "await the statement"
    SET_HEARING = "通知听证", "set the hearing"
    HOLD_HEARING = "举行听证", "hold the hearing"
    REPORT_HEARING = "提出听证报告", "report on the hearing"
    DECIDE = "审核并决定", "examine and decide"
    SERVE = "送达决定书", "serve the decision"
    PAY = "缴款、履行", "pay and perform"
    ENFORCE = "申请强制执行", "have it enforced"
    CLOSE = "送齐文书、结案", "serve what is unserved, close"
    ARCHIVE = "归档", "archive"
    NOTHING = "无", "nothing"


#: The acts of each step, in their order.
ACTS_OF: Mapping[NextStep, tuple[str, ...]] = {
    NextStep.INVESTIGATE: (
        "record-questioning",
        "examine-scene",
        "take-sample",
        "register-evidence",
        "commission-appraisal",
        "decide-registration",
        "receive-appraisal",
        "conclude-investigation",
    ),
    NextStep.PROPOSE: ("apply-discretion", "propose-penalty"),
    NextStep.NOTIFY: ("issue-document", "serve-document"),
    NextStep.AWAIT: ("hear-statement", "waive-statement", "request-hearing"),
    NextStep.SET_HEARING: ("notify-hearing", "refuse-hearing"),
    NextStep.HOLD_HEARING: ("hold-hearing", "postpone-hearing", "end-hearing"),
    NextStep.REPORT_HEARING: ("report-hearing",),
    NextStep.DECIDE: (
        "review-statement",
        "review-case",
        "deliberate-case",
        "adjudicate-case",
        "decide-penalty",
        "decide-no-penalty",
    ),
    NextStep.SERVE: ("issue-document", "serve-document"),
    NextStep.PAY: (
        "record-payment",
        "record-performance",
        "apply-for-deferral",
        "demand-performance",
    ),
    NextStep.ENFORCE: (
        "apply-to-court",
        "record-court-acceptance",
        "record-execution-ruling",
        "record-execution-completed",
    ),
    NextStep.CLOSE: ("satisfy-outcome", "close-case"),
    NextStep.ARCHIVE: ("archive-case",),
    NextStep.NOTHING: (),
}

#: What comes next by the stage of a party that has no penalty yet.
NEXT = {
    PartyStage.NAMED: NextStep.PROPOSE,
    PartyStage.PROPOSED: NextStep.NOTIFY,
    PartyStage.NOTICED: NextStep.AWAIT,
    PartyStage.HEARING: NextStep.SET_HEARING,
    PartyStage.HEARING_SET: NextStep.HOLD_HEARING,
    PartyStage.HEARING_HELD: NextStep.REPORT_HEARING,
    PartyStage.HEARD: NextStep.DECIDE,
    PartyStage.NO_PENALTY: NextStep.CLOSE,
}

#: What comes next by the stage of the penalty of a party, while it stands.
NEXT_OF_PENALTY = {
    PenaltyStage.DECIDED: NextStep.SERVE,
    PenaltyStage.SERVED: NextStep.PAY,
    PenaltyStage.DEMANDED: NextStep.ENFORCE,
    PenaltyStage.AT_COURT: NextStep.ENFORCE,
    PenaltyStage.ENFORCING: NextStep.ENFORCE,
    PenaltyStage.PERFORMED: NextStep.CLOSE,
    PenaltyStage.TERMINATED: NextStep.CLOSE,
    PenaltyStage.FALLEN: NextStep.CLOSE,
}

#: The steps of a party, from the one that is furthest behind on.
RANK = tuple(NextStep)

#: The codes of the stages of a case that the body still works on.
STILL_OPEN = frozenset(stage.code for stage in OPEN)

#: What each of these facts makes of a party's stage.
PARTY_STAGES: dict[type[Fact], PartyStage] = {
    PartyReleased: PartyStage.RELEASED,
    NoticeServed: PartyStage.NOTICED,
    HearingRequested: PartyStage.HEARING,
    HearingNotified: PartyStage.HEARING_SET,
    HearingHeld: PartyStage.HEARING_HELD,
    HearingReported: PartyStage.HEARD,
}

#: While a hearing is on its way a statement does not make the party heard.
HEARING = frozenset(
    stage.code
    for stage in (
        PartyStage.HEARING,
        PartyStage.HEARING_SET,
        PartyStage.HEARING_HELD,
    )
)

#: What each of these facts makes of the stage of a case, and what comes next then.
ENDS: dict[type[Fact], tuple[Stage, NextStep]] = {
    CaseTerminated: (Stage.TERMINATED, NextStep.CLOSE),
    CaseTransferred: (Stage.TRANSFERRED, NextStep.ARCHIVE),
    CaseClosed: (Stage.CLOSED, NextStep.ARCHIVE),
    CaseFileArchived: (Stage.ARCHIVED, NextStep.NOTHING),
}

#: What each of these facts adds to what is open, or takes from it.
OPENED: dict[type[Fact], tuple[str, int]] = {
    EvidenceRegistered: ("evidence_open_count", 1),
    RegistrationDecided: ("evidence_open_count", -1),
    RegistrationLapsed: ("evidence_open_count", -1),
    AppraisalCommissioned: ("evidence_open_count", 1),
    AppraisalReceived: ("evidence_open_count", -1),
    MandatoryOutcomeRequired: ("outcomes_open_count", 1),
    MandatoryOutcomeSatisfied: ("outcomes_open_count", -1),
}


def next_of(
    party: Mapping[str, Value], penalties: Mapping[Value, list[str]]
) -> NextStep:
    """
    Say what comes next for a party: in its penalties, or on its road to one.
    """
    stages = penalties.get(party["party_no"])
    if stages:
        of_penalty = (s for p, s in NEXT_OF_PENALTY.items() if p.code in stages)
        return next(of_penalty)
    return next(step for s, step in NEXT.items() if s.code == party["stage"])
