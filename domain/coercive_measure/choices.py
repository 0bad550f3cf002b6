"""
What is chosen from in the life of a measure (强制措施代码项).
"""

from domain.values import Choice


class MeasureKind(Choice):
    """
    What is done to the enterprise (强制措施种类, 安全生产法65(4), 70).
    """

    SEAL = "查封", "sealing"
    SEIZE = "扣押", "seizure"
    POWER_CUT = "停止供电", "power cut"
    EXPLOSIVES_CUT = "停止供应民用爆炸物品", "supply of explosives cut"


#: What is done to things, for a term (行政强制法25).
OF_THINGS = frozenset((MeasureKind.SEAL, MeasureKind.SEIZE))

#: What only the principal head approves, against whoever defies a stop (安全生产法70).
OF_SUPPLY = frozenset((MeasureKind.POWER_CUT, MeasureKind.EXPLOSIVES_CUT))


class MeasureMatter(Choice):
    """
    What a file of measures is about (措施类别).
    """

    SEAL = "查封", "sealing"
    SEIZE = "扣押", "seizure"
    POWER_CUT = "停止供电", "power cut"
    EXPLOSIVES_CUT = "停止供应民用爆炸物品", "supply of explosives cut"
    EVACUATION = "责令撤出作业人员", "people withdrawn"
    EMERGENCY_STOP = "责令紧急停产", "emergency stop"


class Stage(Choice):
    """
    How far a measure is (措施阶段).
    """

    APPROVED = "已批准", "approved"
    IMPOSED = "实施中", "in force"
    ORDERED = "已责令", "ordered"
    CONFIRMED = "已撤离", "people are out"
    DISPOSED = "已处理完毕", "everything disposed of"
    LIFTED = "已解除", "lifted"


#: While it weighs on the enterprise.
ACTIVE = frozenset((Stage.IMPOSED, Stage.ORDERED, Stage.CONFIRMED))


class Supply(Choice):
    """
    Who is told that a supply is cut (停供通知对象).
    """

    ENTERPRISE = "生产经营单位", "the enterprise"
    SUPPLIER = "供电、民用爆炸物品供应单位", "the supplier"


class Disposal(Choice):
    """
    What becomes of a thing that was sealed or seized (逐件处理, 行政强制法27).
    """

    CONFISCATE = "没收", "confiscated"
    DESTROY = "依法销毁", "destroyed"
    RELEASE = "解除并退还", "given back"
    AUCTION = "拍卖或者变卖", "sold"
    HAND_TO_POLICE = "随案移送公安机关", "handed to the police"


class LiftingGround(Choice):
    """
    Why a measure is lifted (解除理由, 行政强制法19, 28; 安全生产法65(3), 70(2)).
    """

    NO_VIOLATION = "当事人没有违法行为", "there was no violation"
    UNRELATED = "与违法行为无关", "it has nothing to do with the violation"
    DECIDED = "已作出处理决定，不再需要", "a decision makes it needless"
    TERM_OVER = "期限已经届满", "its term is over"
    NOT_APPROVED = "未获批准", "it was not approved"
    PERFORMED = "已履行停产停业决定", "the stop is obeyed"
    DANGER_REMOVED = "危险已经排除，经审查同意", "the danger is removed, as examined"
    REVOKED = "措施被撤销", "it was revoked"
    NO_LONGER_NEEDED = "其他不再需要的情形", "it is needed no more"
