"""
What comes next in a hazard (隐患下一步), by how far it is.
"""

from collections.abc import Mapping

from domain.hazard.choices import Stage
from domain.steps import Step
from domain.values import Choice

#: By the stage, what is done next; nothing where it is an end.
STEPS: Mapping[Choice, Step] = {
    Stage.IDENTIFIED: Step("定级", "grade it", ("grade-hazard",)),
    Stage.GRADED: Step(
        "责令整改",
        "order its rectification",
        ("remove-hazard-on-spot", "order-rectification"),
    ),
    Stage.ORDERED: Step(
        "整改、报告",
        "rectify and report",
        (
            "file-rectification-plan",
            "list-for-supervision",
            "report-rectification",
            "schedule-reinspection",
        ),
    ),
    Stage.LISTED: Step(
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
    Stage.REPORTED: Step(
        "复查",
        "re-inspect",
        ("schedule-reinspection", "accept-rectification", "reject-rectification"),
    ),
    Stage.ACCEPTED: Step("核查", "verify", ("verify-hazard", "fail-verification")),
    Stage.VERIFIED: Step("销号", "strike it off", ("delist-hazard",)),
}
