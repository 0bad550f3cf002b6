"""
What comes next in a penalty (处罚下一步), by how far it is.
"""

from collections.abc import Mapping

from domain.penalty.choices import Stage
from domain.steps import Step
from domain.values import Choice

#: By the stage, what is done next; nothing where it is an end.
STEPS: Mapping[Choice, Step] = {
    Stage.DECIDED: Step(
        "送达决定书",
        "serve the decision",
        ("issue-document", "serve-document"),
    ),
    Stage.SERVED: Step(
        "缴款、履行；逾期的催告",
        "pay and perform; what is late is demanded",
        (
            "record-payment",
            "record-performance",
            "demand-payment",
            "demand-performance",
        ),
    ),
    Stage.DEMANDED: Step(
        "缴款、履行；逾期的申请法院强制执行",
        "pay and perform; what is late goes to court",
        ("record-payment", "record-performance", "apply-to-court"),
    ),
    Stage.AT_COURT: Step(
        "登记法院受理和裁定",
        "record what the court decides",
        ("record-court-acceptance", "record-execution-ruling"),
    ),
    Stage.ENFORCING: Step(
        "登记执行结果",
        "record the execution",
        ("record-payment", "record-performance", "record-execution-completed"),
    ),
    Stage.FALLEN: Step(
        "退还已缴罚款",
        "refund what was paid",
        ("refund-fine",),
    ),
}
