"""
What is chosen from in the life of a closure (关闭代码项).
"""

from domain.values import Choice


class ClosureGround(Choice):
    """
    Why an enterprise is to be closed (关闭情形).
    """

    REPEATED_PENALTIES = (
        "存在重大隐患，180日内三次或者一年内四次受罚",
        "a major hazard, and penalties three in 180 days or four in a year",
    )
    STILL_UNFIT = "经停产停业整顿仍不具备条件", "still unfit after a suspension"
    GRAVE_ACCIDENT = (
        "不具备条件，导致重大、特别重大事故",
        "unfit, with a major or extraordinary accident",
    )
    SUSPENSION_DEFIED = "拒不执行停产停业整顿决定", "a suspension is defied"
    COAL_REPEATED = (
        "煤矿三个月内两次以上发现重大隐患仍生产",
        "coal mine, twice or more in three months producing with major hazards",
    )
    BACKWARD_CAPACITY = "淘汰落后产能", "backward capacity withdrawn"


class Stage(Choice):
    """
    How far a closure is (关闭阶段).
    """

    REQUESTED = "已提请", "requested"
    DECIDED = "已决定关闭", "decided"
    DECLINED = "不予关闭", "declined"
    EXECUTED = "关闭到位", "executed"
    BANNED = "已取缔", "banned"
    SET_ASIDE = "已失效", "set aside"


#: While a decision to close stands.
CLOSED = frozenset((Stage.DECIDED, Stage.EXECUTED))
