"""
What comes next in a review or suit (复议诉讼下一步), by how far it is.
"""

from collections.abc import Mapping

from domain.remedy.choices import Stage
from domain.steps import Step
from domain.values import Choice

#: By the stage, what is done next; nothing where it is an end.
STEPS: Mapping[Choice, Step] = {
    Stage.APPLIED: Step(
        "登记复议受理、收到副本",
        "record acceptance and the copy",
        ("forward-review", "record-review-acceptance", "record-review-copy"),
    ),
    Stage.FORWARDED: Step(
        "登记复议受理",
        "record its acceptance",
        ("record-review-acceptance",),
    ),
    Stage.ACCEPTED: Step(
        "登记收到副本",
        "record the copy received",
        ("record-review-copy",),
    ),
    Stage.COPY_RECEIVED: Step("答复", "answer", ("answer-review",)),
    Stage.ANSWERED: Step(
        "登记复议决定",
        "record the decision on review",
        ("record-review-decision",),
    ),
    Stage.SUED: Step("登记裁判", "record the judgment", ("record-suit-judgment",)),
}
