"""
The national list of discipline measures (全国失信惩戒措施基础清单), and what of it
work safety law lets a body ask of others.

A measure without a provision of law is not sent; only the information is
(国办发〔2020〕49号). Areas that documents of places name are covered as far as a
measure of the list covers them.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.values import Choice


class DisciplineMeasure(Choice):
    """
    A measure of the basic list (惩戒措施), and one of information alone.
    """

    MARKET_ACCESS = "限制市场或者行业准入", "limits on access to a market"
    OCCUPATIONAL_BAN = "实施职业禁入或者从业限制", "occupational ban"
    OFFICE_BARRED = "限制任职", "limits on holding office"
    CONSUMPTION = "限制相关消费行为", "limits on consumption"
    EXIT_BARRED = "不准出境", "no leaving of the country"
    SCHOOLING = "限制升学复学", "limits on schooling"
    PUBLIC_FUNDS = "限制申请财政性资金项目", "no projects on public funds"
    HONOURS = "限制参加评先评优", "no honours"
    PRIVILEGES = "限制享受优惠政策和便利措施", "no privileges"
    KEY_SUPERVISION = "纳入重点监管范围", "key supervision"
    SHARED_PUBLICITY = "共享公示失信信息", "sharing and publicity"
    SERIOUS_LIST = "纳入严重失信主体名单", "the black list itself"
    REPORTS = "推送政府采购、征信和评级报告", "procurement and rating reports"
    CAUTIOUS_CREDIT = "从严审慎授信", "cautious credit"


class DisciplineArea(Choice):
    """
    An area that a document of a place names (惩戒领域): six, and three more.
    """

    INVESTMENT_AND_FINANCE = "投融资", "investment and finance"
    GOVERNMENT_PROCUREMENT = "政府采购", "government procurement"
    TENDERS = "工程招投标", "tenders"
    STATE_LAND = "国有土地出让", "state land"
    HONOURS = "授予荣誉", "honours"
    QUALIFICATIONS = "资质审核", "qualifications"
    BUSINESS = "经营", "business"
    FOREIGN_TRADE = "进出口", "import and export"
    EXIT = "出入境", "leaving and entering the country"


#: The provision that each measure rests on; empty where work safety law has none.
BASIS: Final[Mapping[DisciplineMeasure, str]] = MappingProxyType(
    {
        DisciplineMeasure.MARKET_ACCESS: "安全生产法78(2)",
        DisciplineMeasure.OCCUPATIONAL_BAN: "安全生产法78(2);安全生产法94",
        DisciplineMeasure.OFFICE_BARRED: "安全生产法94",
        DisciplineMeasure.CONSUMPTION: "",
        DisciplineMeasure.EXIT_BARRED: "",
        DisciplineMeasure.SCHOOLING: "",
        DisciplineMeasure.PUBLIC_FUNDS: "应急管理部令11号8",
        DisciplineMeasure.HONOURS: "应急管理部令11号8",
        DisciplineMeasure.PRIVILEGES: "应急管理部令11号8",
        DisciplineMeasure.KEY_SUPERVISION: "安全生产法78(2)",
        DisciplineMeasure.SHARED_PUBLICITY: "应急管理部令11号8",
        DisciplineMeasure.SERIOUS_LIST: "",
        DisciplineMeasure.REPORTS: "安全生产法78(2)",
        DisciplineMeasure.CAUTIOUS_CREDIT: "安全生产法78(2)",
    }
)

#: Which measures of the list cover an area; none, where the list does not.
COVERED: Final[Mapping[DisciplineArea, frozenset[DisciplineMeasure]]] = (
    MappingProxyType(
        {
            DisciplineArea.INVESTMENT_AND_FINANCE: frozenset(
                (DisciplineMeasure.CAUTIOUS_CREDIT, DisciplineMeasure.PUBLIC_FUNDS)
            ),
            DisciplineArea.GOVERNMENT_PROCUREMENT: frozenset(
                (DisciplineMeasure.REPORTS,)
            ),
            DisciplineArea.TENDERS: frozenset((DisciplineMeasure.REPORTS,)),
            DisciplineArea.STATE_LAND: frozenset(),
            DisciplineArea.HONOURS: frozenset((DisciplineMeasure.HONOURS,)),
            DisciplineArea.QUALIFICATIONS: frozenset(
                (DisciplineMeasure.MARKET_ACCESS,)
            ),
            DisciplineArea.BUSINESS: frozenset(
                (DisciplineMeasure.MARKET_ACCESS, DisciplineMeasure.KEY_SUPERVISION)
            ),
            DisciplineArea.FOREIGN_TRADE: frozenset(),
            DisciplineArea.EXIT: frozenset(),
        }
    )
)
