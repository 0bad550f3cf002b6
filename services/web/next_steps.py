"""
What comes next in the files whose stage says it (下一步): in words, and by which acts.

A case and a referral say more than their stage, and keep their next step in a column.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from domain.closure.choices import Stage as ClosureStage
from domain.coercive_measure.choices import Stage as MeasureStage
from domain.hazard.choices import Stage as HazardStage
from domain.inspection.choices import Stage as InspectionStage
from domain.list_entry.choices import Stage as EntryStage
from domain.penalty.choices import Stage as PenaltyStage
from domain.remedy.choices import Stage as RemedyStage
from domain.suspension_order.choices import Stage as SuspensionStage
from domain.values import Choice
from services.web.labels import Words


@dataclass(frozen=True)
class Step:
    """
    What comes next in a file.

    Args:
        words: What is done.
        acts: The names of the acts that do it, in their order.
    """

    words: Words
    acts: tuple[str, ...]


#: A step in Chinese and English, then the acts that do it, in their order.
_Step = tuple[str, str, tuple[str, ...]]

_INSPECTION: Mapping[Choice, _Step] = {
    InspectionStage.APPROVED: (
        "通知并进场检查",
        "give notice and go there",
        ("notify-inspection", "open-inspection"),
    ),
    InspectionStage.OPEN: (
        "检查并作记录",
        "inspect and make the record",
        (
            "answer-checklist-item",
            "record-finding",
            "sign-inspection-record",
            "record-signature-refusal",
        ),
    ),
    InspectionStage.RECORDED: (
        "结束检查",
        "conclude the inspection",
        ("conclude-inspection", "conclude-follow-up"),
    ),
    InspectionStage.CONCLUDED: (
        "处理发现的问题、闭环",
        "see to what was found, close the thread",
        ("identify-hazard", "file-case", "decide-no-case", "close-inspection-thread"),
    ),
    InspectionStage.ABANDONED: (
        "闭环",
        "close the thread",
        ("close-inspection-thread",),
    ),
}

_HAZARD: Mapping[Choice, _Step] = {
    HazardStage.IDENTIFIED: ("定级", "grade it", ("grade-hazard",)),
    HazardStage.GRADED: (
        "责令整改",
        "order its rectification",
        ("remove-hazard-on-spot", "order-rectification"),
    ),
    HazardStage.ORDERED: (
        "整改、报告",
        "rectify and report",
        (
            "file-rectification-plan",
            "list-for-supervision",
            "report-rectification",
            "schedule-reinspection",
        ),
    ),
    HazardStage.LISTED: (
        "督办整改、报告",
        "rectify under supervision and report",
        (
            "record-three-lists",
            "record-supervision-progress",
            "report-treatment",
            "report-rectification",
            "schedule-reinspection",
        ),
    ),
    HazardStage.REPORTED: (
        "复查",
        "re-inspect",
        ("schedule-reinspection", "accept-rectification", "reject-rectification"),
    ),
    HazardStage.ACCEPTED: ("核查", "verify", ("verify-hazard", "fail-verification")),
    HazardStage.VERIFIED: ("销号", "strike it off", ("delist-hazard",)),
}

_PENALTY: Mapping[Choice, _Step] = {
    PenaltyStage.DECIDED: (
        "送达决定书",
        "serve the decision",
        ("issue-document", "serve-document"),
    ),
    PenaltyStage.SERVED: (
        "缴款、履行；逾期的催告",
        "pay and perform; what is late is demanded",
        (
            "record-payment",
            "record-performance",
            "demand-payment",
            "demand-performance",
        ),
    ),
    PenaltyStage.DEMANDED: (
        "缴款、履行；逾期的申请法院强制执行",
        "pay and perform; what is late goes to court",
        ("record-payment", "record-performance", "apply-to-court"),
    ),
    PenaltyStage.AT_COURT: (
        "登记法院受理和裁定",
        "record what the court decides",
        ("record-court-acceptance", "record-execution-ruling"),
    ),
    PenaltyStage.ENFORCING: (
        "登记执行结果",
        "record the execution",
        ("record-payment", "record-performance", "record-execution-completed"),
    ),
    PenaltyStage.FALLEN: (
        "退还已缴罚款",
        "refund what was paid",
        ("refund-fine",),
    ),
}

_ENTRY: Mapping[Choice, _Step] = {
    EntryStage.PROPOSED: (
        "告知当事人；红名单决定列入",
        "notify the subject; the red list: decide",
        ("notify-entry", "make-red-entry"),
    ),
    EntryStage.NOTIFIED: (
        "听取陈述申辩",
        "hear the statement",
        ("hear-entry-statement",),
    ),
    EntryStage.HEARD: (
        "作出列入决定",
        "decide on the listing",
        ("make-entry", "decline-entry"),
    ),
    EntryStage.APPLIED: (
        "受理提前移出申请",
        "take in the application",
        ("accept-early-removal", "refuse-early-removal"),
    ),
    EntryStage.ACCEPTED: (
        "决定是否提前移出",
        "decide on the early removal",
        ("remove-entry", "refuse-early-removal"),
    ),
}

_MEASURE: Mapping[Choice, _Step] = {
    MeasureStage.APPROVED: ("实施", "carry it out", ("impose-measure",)),
    MeasureStage.IMPOSED: (
        "在期限内处理、解除",
        "dispose of what was taken in its term, lift it",
        ("make-up-measure-approval", "dispose-of-thing", "lift-measure"),
    ),
    MeasureStage.ORDERED: (
        "确认撤离",
        "confirm that all are out",
        ("confirm-evacuation",),
    ),
    MeasureStage.CONFIRMED: ("解除", "lift it", ("lift-measure",)),
}

_SUSPENSION: Mapping[Choice, _Step] = {
    SuspensionStage.SUSPENDED: (
        "整改、申请复产",
        "rectify, apply to resume",
        ("add-resumption-condition", "apply-resumption", "end-suspension-period"),
    ),
    SuspensionStage.APPLIED: (
        "专家验收",
        "have experts accept it",
        ("pass-expert-acceptance", "fail-expert-acceptance"),
    ),
    SuspensionStage.PASSED: (
        "决定是否准予复产",
        "decide on resumption",
        ("approve-resumption", "refuse-resumption"),
    ),
    SuspensionStage.FAILED: (
        "再次整改、申请复产",
        "rectify and apply again",
        ("apply-resumption",),
    ),
    SuspensionStage.APPROVED: ("恢复生产", "resume production", ("resume-production",)),
}

_CLOSURE: Mapping[Choice, _Step] = {
    ClosureStage.REQUESTED: (
        "登记政府的决定",
        "record what the government decides",
        ("record-closure-decision", "record-closure-refusal"),
    ),
    ClosureStage.DECIDED: (
        "登记关闭到位",
        "record that it is closed",
        ("record-closure-executed",),
    ),
}

_REMEDY: Mapping[Choice, _Step] = {
    RemedyStage.APPLIED: (
        "登记复议受理、收到副本",
        "record acceptance and the copy",
        ("forward-review", "record-review-acceptance", "record-review-copy"),
    ),
    RemedyStage.FORWARDED: (
        "登记复议受理",
        "record its acceptance",
        ("record-review-acceptance",),
    ),
    RemedyStage.ACCEPTED: (
        "登记收到副本",
        "record the copy received",
        ("record-review-copy",),
    ),
    RemedyStage.COPY_RECEIVED: ("答复", "answer", ("answer-review",)),
    RemedyStage.ANSWERED: (
        "登记复议决定",
        "record the decision on review",
        ("record-review-decision",),
    ),
    RemedyStage.SUED: ("登记裁判", "record the judgment", ("record-suit-judgment",)),
}


def _by_stage(steps: Mapping[Choice, _Step]) -> Mapping[str, Step]:
    return {
        stage.code: Step(Words(zh, en), acts) for stage, (zh, en, acts) in steps.items()
    }


#: By the topic of the files, what comes next by the code of their stage.
BY_STAGE: Mapping[str, Mapping[str, Step]] = {
    "closure": _by_stage(_CLOSURE),
    "coercive-measure": _by_stage(_MEASURE),
    "hazard": _by_stage(_HAZARD),
    "inspection": _by_stage(_INSPECTION),
    "list-entry": _by_stage(_ENTRY),
    "penalty": _by_stage(_PENALTY),
    "remedy": _by_stage(_REMEDY),
    "suspension-order": _by_stage(_SUSPENSION),
}
