"""
Kinds of penalty (行政处罚的种类), by the law of 2021 and as labelled before it.
"""

from datetime import date

from domain.values import Choice

#: The day on which the kinds of 行政处罚法9 as it stands came into force.
KINDS_IN_FORCE_FROM = date(2021, 7, 15)


class PenaltyKind(Choice):
    """
    What a penalty consists in (处罚种类).

    The first fourteen are those of 行政处罚法9; the last three stand in tables kept by
    the labels of the law before it, which joined what is two kinds today.
    """

    WARNING = "警告", "warning"
    CRITICISM = "通报批评", "public criticism"
    FINE = "罚款", "fine"
    GAINS_CONFISCATED = "没收违法所得", "confiscation of unlawful gains"
    PROPERTY_CONFISCATED = "没收非法财物", "confiscation of unlawful property"
    LICENCE_SUSPENDED = "暂扣许可证件", "suspension of a licence"
    GRADE_LOWERED = "降低资质等级", "lowering of a qualification"
    LICENCE_REVOKED = "吊销许可证件", "revocation of a licence"
    BUSINESS_RESTRICTED = "限制开展生产经营活动", "restriction of business"
    PRODUCTION_STOPPED = "责令停产停业", "order to stop production or business"
    CLOSED = "责令关闭", "order to close"
    EMPLOYMENT_RESTRICTED = "限制从业", "restriction of employment"
    DETENTION = "行政拘留", "administrative detention"
    OTHER = (
        "法律、行政法规规定的其他行政处罚",
        "other penalty of a law or regulation",
    )
    OLD_CONFISCATION = (
        "没收违法所得、没收非法财物",
        "confiscation of gains or property (older label)",
    )
    OLD_LICENCE = (
        "暂扣或者吊销许可证、暂扣或者吊销执照",
        "suspension or revocation of a licence (older label)",
    )
    OLD_OTHER = "其他", "other (older label)"


#: Kinds that take money, and so should come with an amount.
CONFISCATIONS = frozenset(
    (
        PenaltyKind.GAINS_CONFISCATED,
        PenaltyKind.PROPERTY_CONFISCATED,
        PenaltyKind.OLD_CONFISCATION,
    )
)
