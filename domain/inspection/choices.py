"""
What is chosen from in an inspection (检查代码项).
"""

from domain.values import Choice


class Stage(Choice):
    """
    How far an inspection is (检查阶段).
    """

    APPROVED = "已审批", "approved"
    OPEN = "检查中", "under way"
    RECORDED = "记录已成", "record made"
    CONCLUDED = "已结束", "concluded"
    ABANDONED = "未能实施", "abandoned"
    CLOSED = "已闭环", "closed"


class Mode(Choice):
    """
    In which way an inspection is made (检查方式).
    """

    PLANNED = "计划检查", "planned"
    RANDOM = "随机抽查", "random"
    SPECIAL = "专项检查", "special"
    JOINT = "联合检查", "joint"
    EXPERT = "专家检查", "with experts"
    MUTUAL = "互检互查", "mutual"
    UNANNOUNCED = "四不两直", "unannounced"
    FOLLOW_UP = "复查", "follow-up"
    TIP_OFF = "举报核查", "on a tip-off"
    CASE = "案件调查", "for a case"


#: Visits that the year's cap counts; every other states why it is exempt (INV-22).
CAPPED = frozenset((Mode.PLANNED, Mode.RANDOM))

#: Visits that may be made without a checklist: they go after one matter.
WITHOUT_CHECKLIST = frozenset((Mode.FOLLOW_UP, Mode.TIP_OFF, Mode.CASE))


class Exemption(Choice):
    """
    Why a visit is not counted against the year's cap (不受频次上限限制的理由).
    """

    TIP_OFF = "投诉举报", "a tip-off"
    ASSIGNED = "转办交办", "assigned by another authority"
    MONITORING = "数据监测预警", "a warning from monitoring"
    REQUESTED = "应企业申请", "asked for by the enterprise"
    FOLLOW_UP = "整改复查", "re-inspection"
    CASE = "案件调查", "a case"
    ACCIDENT = "事故", "an accident"
    URGENT_DANGER = "紧急危险", "urgent danger"
    SPECIAL_PROGRAMME = "专项部署", "a special programme ordered by law or a superior"


class UrgentGround(Choice):
    """
    Why an inspection begins before its approval (紧急情形).
    """

    TIP_OFF = "投诉举报", "a tip-off"
    ACCIDENT = "事故", "an accident"
    URGENT_DANGER = "紧急危险", "urgent danger"


#: Why a visit that began urgently is not counted against the cap.
EXEMPTION_OF_URGENT = {
    UrgentGround.TIP_OFF: Exemption.TIP_OFF,
    UrgentGround.ACCIDENT: Exemption.ACCIDENT,
    UrgentGround.URGENT_DANGER: Exemption.URGENT_DANGER,
}

#: The way in which a visit that began urgently is made.
MODE_OF_URGENT = {
    UrgentGround.TIP_OFF: Mode.TIP_OFF,
    UrgentGround.ACCIDENT: Mode.SPECIAL,
    UrgentGround.URGENT_DANGER: Mode.SPECIAL,
}


class Answer(Choice):
    """
    What was found under an item of the checklist (检查项结果).
    """

    CONFORMS = "符合", "conforms"
    VIOLATES = "不符合", "does not conform"
    NOT_APPLICABLE = "不适用", "does not apply"
    NOT_INSPECTED = "未检查", "not inspected"


class Outcome(Choice):
    """
    What an inspection came to (检查结果).
    """

    NOTHING_FOUND = "未发现问题", "nothing found"
    CORRECTED = "当场改正", "corrected on the spot"
    TO_RECTIFY = "责令限期整改", "to be rectified by a day"
    TO_CASE = "拟立案查处", "a case is to be opened"
    TO_TRANSFER = "移送其他部门", "to be passed on"
    RECTIFIED = "复查合格", "re-inspected and accepted"
    NOT_RECTIFIED = "复查不合格", "re-inspected and not accepted"
