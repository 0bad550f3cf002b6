"""
What is chosen from in the life of a credit record (信用记录代码项).
"""

from domain.values import Choice


class Stage(Choice):
    """
    How a credit fact stands (信用信息状态).
    """

    RECORDED = "已记录", "recorded"
    APPLIED = "已申请修复", "repair applied for"
    ACCEPTED = "已受理修复", "application accepted"
    REPAIRED = "已修复", "repaired"
    WITHDRAWN = "已撤回", "withdrawn"


#: While a credit fact counts against its subject.
STANDING = frozenset((Stage.RECORDED, Stage.APPLIED, Stage.ACCEPTED))


class CreditWithdrawal(Choice):
    """
    Why a credit fact was wrong, or is so now (信用信息撤回理由).
    """

    BASIS_FALLEN = "所依据的决定已不成立", "the decision it rests on fell"
    BASIS_VARIED = "所依据的决定已变更", "the decision it rests on was varied"
    OBJECTION = "异议成立", "an objection was upheld"
    OWN_CORRECTION = "认定机关自行纠正", "the body corrects itself"


class RepairCondition(Choice):
    """
    What a repair asks for (信用修复条件), by 发改委令36号.
    """

    DUTIES_DONE = "行政处罚决定的义务已履行完毕", "the penalty was performed"
    OFF_THE_LIST = "已移出严重失信主体名单", "removed from the black list"


class RepairEffect(Choice):
    """
    What ends with a repair (修复的效力).
    """

    PUBLICITY = "停止公示", "publicity stopped"
    SHARING = "停止共享和使用", "sharing and use stopped"
    DISCIPLINE = "解除惩戒措施", "measures of discipline lifted"


class ObjectionOutcome(Choice):
    """
    What was answered to an objection (异议处理结果).
    """

    UPHELD = "异议成立，予以撤回", "upheld; the fact is withdrawn"
    DISMISSED = "异议不成立", "dismissed"


class ResetGround(Choice):
    """
    Why points are reset (清零理由).
    """

    YEAR_OVER = "记分年度届满", "the year is over"
    CORRECTED = "已按要求整改并经核实", "put right, and verified"
    BASIS_FALLEN = "记分所依据的处罚已不成立", "the penalty they were for fell"
    WRONGLY_DEDUCTED = "该项记分有误", "they were deducted wrongly"


#: Why the points for one thing alone are reset, and not those of the year.
OF_ONE_BASIS = frozenset((ResetGround.BASIS_FALLEN, ResetGround.WRONGLY_DEDUCTED))
