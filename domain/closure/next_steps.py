"""
What comes next in a closure (关闭下一步), by how far it is.
"""

from collections.abc import Mapping

from domain.closure.choices import Stage
from domain.steps import Step
from domain.values import Choice

#: By the stage, what is done next; nothing where it is an end.
STEPS: Mapping[Choice, Step] = {
    Stage.REQUESTED: Step(
        "登记政府的决定",
        "record what the government decides",
        ("record-closure-decision", "record-closure-refusal"),
    ),
    Stage.DECIDED: Step(
        "登记关闭到位",
        "record that it is closed",
        ("record-closure-executed",),
    ),
}
