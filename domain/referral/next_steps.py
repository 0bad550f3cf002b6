"""
What comes next in a referral, and whose turn it is (下一步).
"""

from collections.abc import Mapping
from types import MappingProxyType

from domain.referral.choices import Stage
from domain.values import Choice


class NextStep(Choice):
    """
    What comes next (下一步).
    """

    REPORT = "移送机关：指定专案组，提出移送报告", "sender: name a team and report"
    DECIDE = "移送机关：正职负责人决定是否移送", "sender: the principal head decides"
    TRANSFER = "移送机关：移送公安机关并抄送检察机关", "sender: deliver and copy"
    RECEIVE = "公安机关：签收", "police: sign for it"
    ANSWER = "公安机关：决定是否立案", "police: file or decline"
    DISPUTE = (
        "移送机关：提请复议、建议立案监督或者恢复行政处理",
        "sender: reconsideration, supervision, or resume",
    )
    RECONSIDER = "公安机关：作出复议决定", "police: decide on the reconsideration"
    SUGGEST = (
        "移送机关：建议立案监督或者恢复行政处理",
        "sender: supervision, or resume",
    )
    SUPERVISE = "检察机关：要求说明理由，作出结论", "procuratorate: ask why, conclude"
    FILE_AS_ORDERED = "公安机关：立案", "police: file as ordered"
    RESEND = "移送机关：另行移送或者恢复行政处理", "sender: send elsewhere, or resume"
    INVESTIGATE = "公安机关：侦查，移送起诉或者撤销", "police: investigate"
    PROSECUTE = "检察机关：决定是否起诉", "procuratorate: prosecute or not"
    JUDGE = "人民法院：判决", "court: judge"
    CLOSE = "移送机关：办结，恢复行政处理", "sender: close, go on with the case"
    HELP = "接收机关：答复协查", "receiver: answer"
    NOTHING = "无", "nothing"


#: The acts of each step, in their order.
ACTS_OF: Mapping[NextStep, tuple[str, ...]] = MappingProxyType(
    {
        NextStep.REPORT: ("name-referral-team", "report-referral"),
        NextStep.DECIDE: ("decide-referral",),
        NextStep.TRANSFER: ("issue-document", "transfer-referral", "copy-referral"),
        NextStep.RECEIVE: ("receive-referral", "forward-referral", "return-referral"),
        NextStep.ANSWER: (
            "request-supplement",
            "file-criminal-case",
            "decline-filing",
        ),
        NextStep.DISPUTE: (
            "request-filing-reconsideration",
            "suggest-filing-supervision",
            "resume-after-refusal",
        ),
        NextStep.RECONSIDER: ("reconsider-filing",),
        NextStep.SUGGEST: ("suggest-filing-supervision", "resume-after-refusal"),
        NextStep.SUPERVISE: (
            "demand-filing-reasons",
            "give-filing-reasons",
            "conclude-filing-supervision",
        ),
        NextStep.FILE_AS_ORDERED: ("file-criminal-case",),
        NextStep.RESEND: ("transfer-referral", "close-referral"),
        NextStep.INVESTIGATE: ("transfer-for-prosecution", "dismiss-criminal-case"),
        NextStep.PROSECUTE: ("decide-prosecution", "decide-non-prosecution"),
        NextStep.JUDGE: ("record-judgment",),
        NextStep.CLOSE: ("complete-sentence", "close-referral"),
        NextStep.HELP: ("answer-co-investigation",),
        NextStep.NOTHING: (),
    }
)

_NEXT: Mapping[Stage, NextStep] = MappingProxyType(
    {
        Stage.SUSPECTED: NextStep.REPORT,
        Stage.VERIFYING: NextStep.REPORT,
        Stage.REPORTED: NextStep.DECIDE,
        Stage.APPROVED: NextStep.TRANSFER,
        Stage.TRANSFERRED: NextStep.RECEIVE,
        Stage.RECEIVED: NextStep.ANSWER,
        Stage.RETURNED: NextStep.RESEND,
        Stage.FILED: NextStep.INVESTIGATE,
        Stage.DECLINED: NextStep.DISPUTE,
        Stage.RECONSIDERING: NextStep.RECONSIDER,
        Stage.DECLINED_AGAIN: NextStep.SUGGEST,
        Stage.SUPERVISED: NextStep.SUPERVISE,
        Stage.TO_FILE: NextStep.FILE_AS_ORDERED,
        Stage.PROSECUTING: NextStep.PROSECUTE,
        Stage.PROSECUTED: NextStep.JUDGE,
        Stage.JUDGED: NextStep.CLOSE,
        Stage.CLEARED: NextStep.CLOSE,
        Stage.ASKED: NextStep.HELP,
    }
)


def next_step(stage: Stage) -> NextStep:
    """
    Say what comes next at a stage.
    """
    return _NEXT.get(stage, NextStep.NOTHING)
