"""
What is chosen from in the life of an order to suspend (责令停产代码项).
"""

from domain.values import Choice


class SuspensionKind(Choice):
    """
    As what production is suspended (停产类别).
    """

    TEMPORARY = "暂时停产停业", "temporarily, against a danger"
    PENALTY = "责令停产停业（处罚）", "as a penalty"


class Stage(Choice):
    """
    How far a suspension is (停产阶段).
    """

    SUSPENDED = "停产停业中", "suspended"
    APPLIED = "已申请复产", "resumption applied for"
    PASSED = "专家验收合格", "accepted by experts"
    FAILED = "专家验收不合格", "not accepted by experts"
    APPROVED = "已准予复产", "resumption approved"
    RESUMED = "已恢复生产", "resumed"
    NOT_REQUIRED = "决定无需停产", "not required"
    SET_ASIDE = "已失效", "set aside"


#: While production may not go on.
ACTIVE = frozenset(
    (Stage.SUSPENDED, Stage.APPLIED, Stage.PASSED, Stage.FAILED, Stage.APPROVED)
)

#: When the enterprise may apply to resume.
APPLICABLE = (Stage.SUSPENDED, Stage.FAILED)
