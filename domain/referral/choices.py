"""
What is chosen in acts of a referral (移送的代码项).
"""

from domain.values import Choice


class Stage(Choice):
    """
    How a referral stands (移送状态).
    """

    SUSPECTED = "发现涉罪", "a crime is suspected"
    REPORTED = "已报告待决定", "reported"
    VERIFYING = "继续查证", "to be verified further"
    APPROVED = "决定移送", "to be transferred"
    TRANSFERRED = "已移送待签收", "transferred"
    RECEIVED = "公安已签收", "received by the police"
    RETURNED = "公安退回", "returned by the police"
    FILED = "刑事立案", "filed as a criminal case"
    DECLINED = "公安不予立案", "declined by the police"
    RECONSIDERING = "复议中", "under reconsideration"
    DECLINED_AGAIN = "复议维持不立案", "declined again"
    SUPERVISED = "立案监督中", "under the procuratorate's supervision"
    TO_FILE = "通知立案", "ordered to be filed"
    PROSECUTING = "移送起诉", "sent up for prosecution"
    PROSECUTED = "提起公诉", "prosecuted"
    JUDGED = "已判决", "judged"
    CLEARED = "涉罪嫌疑已了结", "cleared of the suspicion"
    CLOSED = "移送办结", "closed"
    NOTIFIED = "线索已通报", "clue notified"
    ASKED = "协查中", "help asked for"
    ANSWERED = "协查已答复", "help answered"
    MISCONDUCT = "职务违法线索已移送", "official misconduct referred"
    FINED_INSTEAD = "以罚代刑警示", "flagged: a fine in place of prosecution"


#: Stages of what is no suspicion against a party: clues, help, misconduct of officials.
LIAISON = frozenset((Stage.NOTIFIED, Stage.ASKED, Stage.ANSWERED, Stage.MISCONDUCT))

#: Stages of a flag of the clock, which nothing follows.
FLAGGED = frozenset((Stage.FINED_INSTEAD,))

#: Stages at which no crime is suspected any longer, or never was.
SETTLED = LIAISON | FLAGGED | {Stage.JUDGED, Stage.CLEARED, Stage.CLOSED}

#: Stages before the police have it.
WITHIN = frozenset((Stage.SUSPECTED, Stage.REPORTED, Stage.VERIFYING, Stage.APPROVED))

#: Stages from the prosecution on, which no later word of the police takes back.
IN_COURT = frozenset((Stage.PROSECUTING, Stage.PROSECUTED, Stage.JUDGED))


class Outcome(Choice):
    """
    What the principal head decides (移送决定).
    """

    TRANSFER = "移送公安机关", "transfer to the police"
    NOT_A_CRIME = "不构成犯罪，不移送", "no crime, not to be transferred"
    VERIFY_FURTHER = "继续查证", "verify further"


class PaperSlot(Choice):
    """
    What goes with a referral (移送材料, 国务院令310号 6).
    """

    LETTER = "涉嫌犯罪案件移送书", "letter of transfer"
    REPORT = "涉嫌犯罪案件情况的调查报告", "report of the investigation"
    GOODS = "涉案物品清单", "list of the goods concerned"
    EXPERTISE = "有关检验报告或者鉴定结论", "test reports and expert opinions"
    OTHER = "其他有关涉嫌犯罪的材料", "other material"


class FilingGround(Choice):
    """
    How long the police may examine a referral (立案审查期限的情形).
    """

    PLAIN = "一般情形（三日）", "plain: three days"
    TO_VERIFY = "线索需要查证（七日）", "the clue must be verified: seven days"
    COMPLEX = (
        "重大疑难复杂，经县级以上公安机关负责人批准（三十日）",
        "grave or complex, with the county head's approval: thirty days",
    )


class SecondAnswerCause(Choice):
    """
    On what a later answer of the police rests (再次答复的缘由).
    """

    RECONSIDERATION = "复议改变", "reconsideration"
    ORDER = "检察机关通知立案", "order of the procuratorate"
    NEW_FACTS = "发现新的事实", "new facts"


class Reconsidered(Choice):
    """
    What the police decide on a reconsideration (复议结果).
    """

    FILE = "立案", "to file"
    UPHELD = "维持不予立案", "refusal upheld"


class Supervised(Choice):
    """
    What the procuratorate concludes (立案监督结论).
    """

    ORDER_TO_FILE = "不立案理由不成立，通知立案", "ordered to file"
    REFUSAL_UPHELD = "不立案理由成立", "refusal upheld"


class ClosingGround(Choice):
    """
    How a referral ends (办结情形).
    """

    RESUMED = "不再要求立案，恢复行政处理", "administrative handling resumed"
    SETTLED = "涉罪问题已有结论", "the question of crime is settled"


class ReferralFlag(Choice):
    """
    What was not as the law asks, recorded with the fact that shows it (移送标记).
    """

    LATE = "逾期", "late"
    LATE_REQUEST = "要求补正逾期", "more papers asked for too late"
    NOTICE_LATE = "通知逾期", "told too late"
    UNCAUSED_SECOND_ANSWER = "再次答复未说明缘由", "a second answer without a cause"
