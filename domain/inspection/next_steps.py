"""
What comes next in an inspection (检查下一步), by how far it is.
"""

from collections.abc import Mapping

from domain.inspection.choices import Stage
from domain.steps import Step
from domain.values import Choice

#: By the stage, what is done next; nothing where it is an end.
STEPS: Mapping[Choice, Step] = {
    Stage.APPROVED: Step(
        "通知并进场检查",
        "give notice and go there",
        ("notify-inspection", "open-inspection"),
    ),
    Stage.OPEN: Step(
        "检查并作记录",
        "inspect and make the record",
        (
            "answer-checklist-item",
            "record-finding",
            "sign-inspection-record",
            "record-signature-refusal",
        ),
    ),
    Stage.RECORDED: Step(
        "结束检查",
        "conclude the inspection",
        ("conclude-inspection", "conclude-follow-up"),
    ),
    Stage.CONCLUDED: Step(
        "处理发现的问题、闭环",
        "see to what was found, close the thread",
        ("identify-hazard", "file-case", "decide-no-case", "close-inspection-thread"),
    ),
    Stage.ABANDONED: Step(
        "闭环",
        "close the thread",
        ("close-inspection-thread",),
    ),
}
