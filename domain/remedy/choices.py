"""
What is chosen from in the life of a remedy (救济代码项).
"""

from domain.values import Choice


class RemedyKind(Choice):
    """
    Before whom something is challenged (救济途径).
    """

    REVIEW = "行政复议", "administrative review"
    SUIT = "行政诉讼", "administrative litigation"


class Challenged(Choice):
    """
    What is challenged (被申请复议、被诉的行政行为).
    """

    PENALTY = "行政处罚", "a penalty"
    NO_PENALTY = "不予处罚", "that there is no penalty"
    ORDER = "责令整改", "an order to rectify"
    MEASURE = "行政强制措施", "a coercive measure"
    SUSPENSION = "责令停产停业", "a suspension"
    CLOSURE = "关闭", "a closure"
    LISTING = "列入名单", "a listing"
    OTHER = "其他行政行为", "another act"


class Stage(Choice):
    """
    How far a remedy is (救济阶段).
    """

    APPLIED = "已申请复议", "review applied for"
    FORWARDED = "已转送", "forwarded"
    ACCEPTED = "已受理", "accepted"
    COPY_RECEIVED = "待答复", "answer due"
    ANSWERED = "已答复", "answered"
    DECIDED = "复议已决定", "review decided"
    SUED = "已起诉", "suit filed"
    JUDGED = "已裁判", "judged"


#: While nothing is decided.
PENDING = frozenset(
    (
        Stage.APPLIED,
        Stage.FORWARDED,
        Stage.ACCEPTED,
        Stage.COPY_RECEIVED,
        Stage.ANSWERED,
        Stage.SUED,
    )
)


class RemedyResult(Choice):
    """
    What a review or a suit came to (复议、裁判结果).
    """

    UPHELD = "维持或者驳回请求", "upheld"
    VARIED = "变更", "varied"
    REVOKED = "撤销", "revoked"
    UNLAWFUL = "确认违法", "declared unlawful"
    VOID = "确认无效", "declared void"
    REJECTED = "不予受理或者驳回申请（起诉）", "not taken up"
    WITHDRAWN = "撤回或者终止", "withdrawn or ended"


class StayOrderer(Choice):
    """
    By whom the execution is stayed (停止执行决定主体).
    """

    OWN_BODY = "作出决定的机关", "the body that decided"
    REVIEW_AUTHORITY = "复议机关", "the review authority"
    COURT = "人民法院", "the court"
    LAW = "法律规定", "the law itself"
