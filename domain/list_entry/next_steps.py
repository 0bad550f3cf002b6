"""
What comes next in an entry of a list (名单条目下一步), by how far it is.
"""

from collections.abc import Mapping

from domain.list_entry.choices import Stage
from domain.steps import Step
from domain.values import Choice

#: By the stage, what is done next; nothing where it is an end.
STEPS: Mapping[Choice, Step] = {
    Stage.PROPOSED: Step(
        "告知当事人；红名单决定列入",
        "notify the subject; the red list: decide",
        ("notify-entry", "make-red-entry"),
    ),
    Stage.NOTIFIED: Step(
        "听取陈述申辩",
        "hear the statement",
        ("hear-entry-statement",),
    ),
    Stage.HEARD: Step(
        "作出列入决定",
        "decide on the listing",
        ("make-entry", "decline-entry"),
    ),
    Stage.APPLIED: Step(
        "受理提前移出申请",
        "take in the application",
        ("accept-early-removal", "refuse-early-removal"),
    ),
    Stage.ACCEPTED: Step(
        "决定是否提前移出",
        "decide on the early removal",
        ("remove-entry", "refuse-early-removal"),
    ),
}
