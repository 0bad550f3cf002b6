"""
The ladder of approvals (审批层级): who states an opinion on a matter, and in what
order, before it is decided.

National law has none: where the pack of a place sets no ladder for a matter, nothing is
asked for.
A suspected crime has none anywhere: nothing that a place lays down may hold it back
(国务院令310号 5), so the decision on a referral is no matter of this table.
"""

from types import MappingProxyType
from typing import Final

from domain.base import Role
from domain.law.statutes import PENALTY_LAW, THREE_SYSTEMS
from domain.values import Choice

#: Review and decision are recorded throughout, with who approved what.
APPROVALS: Final = f"{PENALTY_LAW.article(47)};{THREE_SYSTEMS.zh}"


class Matter(Choice):
    """
    What is put up for approval (审批事项).
    """

    CASE_FILING = "立案", "the filing of a case"
    NO_CASE = "不予立案", "that no case is filed"
    RECTIFICATION_EXTENSION = "整改延期", "more time to rectify"
    HAZARD_DELISTING = "隐患销号", "the striking off of a hazard"
    EVIDENCE_REGISTRATION = "先行登记保存", "the registration of things as evidence"
    PENALTY_DECISION = "行政处罚决定", "the decision on a penalty"
    NO_PENALTY = "不予行政处罚", "that there is no penalty"
    CASE_EXTENSION = "案件延期", "more time for a case"
    CASE_TRANSFER = "案件移送", "the transfer of a case"
    CASE_TERMINATION = "案件终止", "the termination of a case"
    CASE_CLOSING = "结案", "the closing of a case"
    DEFERRED_PAYMENT = "延期（分期）缴纳罚款", "payment later or by instalments"
    COMPULSORY_EXECUTION = "申请强制执行", "the application to the court"
    MEASURE_EXTENSION = "强制措施延期", "more time for a coercive measure"
    RESUMPTION = "复产", "the resumption of production"
    LISTING = "列入严重失信主体名单", "the entry on the black list"
    EARLY_REMOVAL = "提前移出名单", "the early removal from the black list"
    REFERRAL_CLOSING = "移送办结", "the closing of a referral"

    @property
    def parameter(self) -> str:
        """
        Name the parameter of the rule pack that holds its ladder.
        """
        return f"ladder.{self.code}"


class Rung(Choice):
    """
    A rung of the ladder (审批层级).
    """

    HANDLER = "承办人", "those who handle it"
    CHECKER = "审核人", "an officer who checks"
    LEGAL_REVIEWER = "法制审核人", "the legal reviewer"
    HEAD = "机关负责人", "a head of the body"
    PRINCIPAL_HEAD = "正职负责人", "the principal head"

    @property
    def role(self) -> Role:
        """
        Say in what capacity somebody stands on it.
        """
        return _ROLES[self]


_ROLES: Final = MappingProxyType(
    {
        Rung.HANDLER: Role.OFFICER,
        Rung.CHECKER: Role.OFFICER,
        Rung.LEGAL_REVIEWER: Role.LEGAL_REVIEWER,
        Rung.HEAD: Role.HEAD,
        Rung.PRINCIPAL_HEAD: Role.PRINCIPAL_HEAD,
    }
)

#: The rungs that a place may set, by code. Those who handle a matter put it up, and so
#: always stand on the lowest one.
SETTABLE: Final = tuple(rung.code for rung in Rung if rung is not Rung.HANDLER)
