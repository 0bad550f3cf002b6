"""
What comes next in a suspension (停产停业下一步), by how far it is.
"""

from collections.abc import Mapping

from domain.steps import Step
from domain.suspension_order.choices import Stage
from domain.values import Choice

#: By the stage, what is done next; nothing where it is an end.
STEPS: Mapping[Choice, Step] = {
    Stage.SUSPENDED: Step(
        "整改、申请复产",
        "rectify, apply to resume",
        ("add-resumption-condition", "apply-resumption", "end-suspension-period"),
    ),
    Stage.APPLIED: Step(
        "专家验收",
        "have experts accept it",
        ("pass-expert-acceptance", "fail-expert-acceptance"),
    ),
    Stage.PASSED: Step(
        "决定是否准予复产",
        "decide on resumption",
        ("approve-resumption", "refuse-resumption"),
    ),
    Stage.FAILED: Step(
        "再次整改、申请复产",
        "rectify and apply again",
        ("apply-resumption",),
    ),
    Stage.APPROVED: Step("恢复生产", "resume production", ("resume-production",)),
}
