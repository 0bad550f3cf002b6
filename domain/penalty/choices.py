"""
What is chosen from in a penalty (处罚代码项).
"""

from domain.values import Choice


class Stage(Choice):
    """
    How far a penalty is (处罚阶段).
    """

    DECIDED = "已决定", "decided"
    SERVED = "已送达", "served"
    DEMANDED = "已催告", "performance demanded"
    AT_COURT = "已申请强制执行", "at court"
    ENFORCING = "准予强制执行", "execution ordered"
    PERFORMED = "已履行", "performed"
    TERMINATED = "已终结执行", "execution terminated"
    FALLEN = "已失效", "fallen"


#: Stages from service on in which the decision is still to be performed.
UNPERFORMED = frozenset((Stage.SERVED, Stage.DEMANDED, Stage.AT_COURT, Stage.ENFORCING))


class PenaltyFlag(Choice):
    """
    What was done too late, and recorded all the same (处罚违时标记).
    """

    DECISION_LATE = "超期作出决定", "decided late"
    SERVICE_LATE = "送达逾期", "served late"
    SPOT_FILING_LATE = "当场处罚备案逾期", "filed late"
    HAND_IN_LATE = "上交逾期", "handed in late"
    BANKING_LATE = "缴库逾期", "paid in late"
    WINDOW_CLOSED = "逾期申请强制执行", "applied after the window"
    WORSE_ON_REVIEW = "复议加重", "made worse by the review"


class CollectionGround(Choice):
    """
    Why a fine is collected on the spot (当场收缴情形, 行政处罚法68-69).
    """

    SMALL = "一百元以下罚款", "a fine of 100 yuan or less"
    HARD_LATER = "不当场收缴事后难以执行", "hard to collect later"
    REMOTE = "边远水上交通不便地区", "remote place, the party asks for it"


class PaysFirst(Choice):
    """
    What a payment counts towards first (缴款抵充顺序).
    """

    FINE = "先抵罚款", "the fine"
    SURCHARGE = "先抵加处罚款", "the surcharge"


class CourtPaper(Choice):
    """
    A paper of the application to the court (申请强制执行材料, 行政强制法55).
    """

    APPLICATION = "强制执行申请书", "the application"
    DECISION = "决定书及事实理由依据", "the decision, its facts, reason and basis"
    OPINION_AND_DEMAND = "当事人意见及催告情况", "the party's opinion and the demand"
    OBJECT = "申请强制执行标的情况", "what is to be executed"
    OTHER = "法律法规规定的其他材料", "other papers that the law asks for"


class SuspensionGround(Choice):
    """
    Why an execution stands still (中止执行情形, 行政强制法39).
    """

    UNABLE = "当事人确有困难或者暂无履行能力", "the party cannot perform for now"
    THIRD_PARTY = "第三人对执行标的主张权利", "somebody else claims the object"
    IRREPARABLE = "执行可能造成难以弥补的损失", "it could do lasting harm"
    OTHER = "行政机关认为需要中止的其他情形", "another ground of the body"


class TerminationGround(Choice):
    """
    Why an execution ends (终结执行情形, 行政强制法40).
    """

    PERSON_DIED = "公民死亡无遗产又无义务承受人", "died, nothing and nobody left"
    UNIT_ENDED = "单位终止无财产又无义务承受人", "ended, nothing and nobody left"
    OBJECT_LOST = "执行标的灭失", "the object is gone"
    DECISION_REVOKED = "据以执行的决定被撤销", "the decision was revoked"
    SUSPENDED_THREE_YEARS = "中止执行满三年未恢复", "at a standstill for three years"
    OTHER = "行政机关认为需要终结的其他情形", "another ground of the body"


class CorrectedPart(Choice):
    """
    A part of a decision that is corrected (更正事项).
    """

    PARTY_NAME = "当事人名称或者姓名", "name of the party"
    PARTY_CODE = "当事人证照号码", "code of the party"
    DATE = "日期", "a date"
    NUMBER = "文号", "a document number"
    PROVISION = "条文引用", "how a provision is cited"
    REMEDY = "救济途径告知", "the remedies told"
    WORDING = "文字或者计算笔误", "a slip of wording or reckoning"
    PARTY = "处罚对象", "who is penalised"
    VIOLATION = "违法事实认定", "the facts found"
    KIND = "处罚种类", "kind of penalty"
    AMOUNT = "罚款数额", "amount of the fine"


#: Parts whose change is a change of content, and so no correction.
CONTENT = frozenset(
    (
        CorrectedPart.PARTY,
        CorrectedPart.VIOLATION,
        CorrectedPart.KIND,
        CorrectedPart.AMOUNT,
    )
)
