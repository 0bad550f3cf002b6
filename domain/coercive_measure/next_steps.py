"""
What comes next in a measure (强制措施下一步), by how far it is.
"""

from collections.abc import Mapping

from domain.coercive_measure.choices import Stage
from domain.steps import Step
from domain.values import Choice

#: By the stage, what is done next; nothing where it is an end.
STEPS: Mapping[Choice, Step] = {
    Stage.APPROVED: Step("实施", "carry it out", ("impose-measure",)),
    Stage.IMPOSED: Step(
        "在期限内处理、解除",
        "dispose of what was taken in its term, lift it",
        ("make-up-measure-approval", "dispose-of-thing", "lift-measure"),
    ),
    Stage.ORDERED: Step(
        "确认撤离",
        "confirm that all are out",
        ("confirm-evacuation",),
    ),
    Stage.CONFIRMED: Step("解除", "lift it", ("lift-measure",)),
}
