"""
What is chosen from in the life of a hazard (隐患代码项).
"""

from domain.values import Choice


class Stage(Choice):
    """
    How far a hazard is (隐患阶段).
    """

    IDENTIFIED = "已发现", "identified"
    GRADED = "已定级", "graded"
    ORDERED = "整改中", "under rectification"
    LISTED = "挂牌督办", "listed for supervision"
    REPORTED = "已报整改", "reported as rectified"
    ACCEPTED = "验收合格", "accepted"
    VERIFIED = "核查通过", "verified"
    DELISTED = "已销号", "delisted"
    RELEASED = "解除督办", "released from supervision"
    REMOVED = "当场消除", "removed on the spot"


#: Where a hazard has ended; nothing else ends one (INV-14).
ENDED = frozenset((Stage.DELISTED, Stage.RELEASED, Stage.REMOVED))

#: While the enterprise is at work on it.
RECTIFYING = (Stage.ORDERED, Stage.LISTED)

#: From the order until it is struck off.
UNDER_ORDER = (*RECTIFYING, Stage.REPORTED, Stage.ACCEPTED, Stage.VERIFIED)


class HazardLevel(Choice):
    """
    How grave a hazard is (隐患等级).
    """

    ORDINARY = "一般事故隐患", "ordinary"
    MAJOR = "重大事故隐患", "major"


class Source(Choice):
    """
    How a hazard came to be known (隐患来源).
    """

    INSPECTION = "检查发现", "found by an inspection"
    TIP_OFF = "举报核实", "a tip-off that proved true"
    CASE = "案件调查", "found in a case"
    SELF_REPORT = "企业自报", "reported by the enterprise"


class Securing(Choice):
    """
    How people were kept safe before a dangerous hazard is rectified (安全措施).
    """

    EVACUATED = "已责令撤出作业人员", "people were withdrawn"
    SUSPENDED = "已责令暂时停产停业", "work was suspended"
    STOPPED_USE = "已责令停止使用", "the equipment was taken out of use"


class Lister(Choice):
    """
    Who lists a hazard for supervision (挂牌主体).
    """

    DEPARTMENT = "负有安全生产监督管理职责的部门", "department in charge of work safety"
    COMMITTEE_OFFICE = "安全生产委员会办公室", "office of the safety committee"


class TreatmentRecipient(Choice):
    """
    To whom the enterprise reports on a major hazard (双报告对象).
    """

    REGULATOR = "负有安全生产监督管理职责的部门", "department in charge of work safety"
    WORKERS_CONGRESS = "职工大会或者职工代表大会", "workers' congress"
    SHAREHOLDERS_MEETING = "股东会", "shareholders' meeting"


class PlanPart(Choice):
    """
    What the plan for a major hazard holds (治理方案内容), by 总局令16号 15.
    """

    AIMS = "治理的目标和任务", "aims and tasks"
    METHODS_AND_MEASURES = "采取的方法和措施", "methods and measures"
    MONEY_AND_GOODS = "经费和物资的落实", "money and goods"
    BODY_AND_PEOPLE = "负责治理的机构和人员", "body and people in charge"
    TIME = "治理的时限和要求", "time and requirements"
    SAFETY_MEASURES_AND_EMERGENCY_PLAN = (
        "安全措施和应急预案",
        "safety measures and emergency plan",
    )


class ListingPart(Choice):
    """
    What a listing for supervision states (挂牌督办内容).
    """

    NUMBER = "督办文号", "number"
    REQUIREMENTS = "督办要求", "requirements"
    RESPONSIBLE_BODY = "责任单位", "responsible body"
    LAST_DAY = "督办期限", "last day"


class ThreeList(Choice):
    """
    The three lists of a major hazard (三清单).
    """

    PROBLEMS = "问题清单", "list of problems"
    RESPONSIBILITIES = "责任清单", "list of responsibilities"
    RECTIFICATION = "整改清单", "list of remedies"


class RecheckCause(Choice):
    """
    Why a hazard was re-inspected (复查缘由).
    """

    APPLIED = "企业申请", "the enterprise asked for it"
    EXPIRED = "整改期满", "the last day had passed"
