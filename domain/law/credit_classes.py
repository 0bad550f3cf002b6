"""
How grave dishonesty is for credit (失信程度), by 发改委令36号 and 国办发〔2025〕22号.

The table says which classes a penalty can be of; which of them it is of, an officer
says. The ministry may have a standard of its own, which nobody here has read (待核).
"""

from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import Final

from domain.law.penalty_kinds import PenaltyKind
from domain.values import Choice


class CreditClass(Choice):
    """
    How grave a breach is for credit (失信程度), which decides the term of publicity.
    """

    MINOR = "轻微", "minor"
    GENERAL = "一般", "general"
    SERIOUS = "严重", "serious"
    UNKNOWN = "未定", "not settled"


class ClassStandard(Choice):
    """
    By which standard a class was given (失信程度认定标准).
    """

    TABLE = "信用修复管理办法的分类", "the table of the Credit Repair Rules"
    MINISTRY = "行业主管部门的分类标准（待核）", "a standard of the ministry (unread)"


class PointsItem(Choice):
    """
    For what points are deducted (记分情形); how many, a place says.
    """

    PENALTY = "受到安全生产行政处罚", "a safety penalty"
    MAJOR_HAZARD = "存在重大事故隐患", "a major hazard"
    OVERDUE_HAZARD = "重大事故隐患逾期未整改", "a major hazard not removed in time"
    REFUSAL = "拒绝、阻碍监督检查", "an inspection refused or hindered"


#: Kinds that are minor where nothing else comes with them.
MINOR_KINDS: Final = frozenset((PenaltyKind.WARNING, PenaltyKind.CRITICISM))

#: Kinds that are serious whatever comes with them.
SERIOUS_KINDS: Final = frozenset(
    (PenaltyKind.LICENCE_REVOKED, PenaltyKind.EMPLOYMENT_RESTRICTED)
)

#: The rule of the shortest term of each class, before whose end nothing is repaired.
#: A minor breach has none: it is repaired when the duties are done.
SHORTEST: Final[Mapping[CreditClass, str]] = MappingProxyType(
    {
        CreditClass.GENERAL: "CR.general.min",
        CreditClass.SERIOUS: "CR.serious.min",
    }
)

#: The rule of the longest term of each class.
LONGEST: Final[Mapping[CreditClass, str]] = MappingProxyType(
    {
        CreditClass.MINOR: "CR.minor.max",
        CreditClass.GENERAL: "CR.general.max",
        CreditClass.SERIOUS: "CR.serious.max",
    }
)


def classes_of(
    kinds: Collection[PenaltyKind], *, on_the_spot: bool
) -> tuple[CreditClass, ...]:
    """
    List the classes that a penalty can be of by the table.

    What the table calls a huge fine (巨额罚款) has no number: a fine in a case may be
    of either of two classes, and so may what the table does not name.

    Args:
        kinds: Its kinds.
        on_the_spot: Whether it was decided by the simple procedure.

    Source:
        发改委令36号; 国办发〔2025〕22号.
    """
    if SERIOUS_KINDS & {*kinds}:
        return (CreditClass.SERIOUS,)
    if on_the_spot or {*kinds} <= MINOR_KINDS:
        return (CreditClass.MINOR,)
    return CreditClass.GENERAL, CreditClass.SERIOUS
