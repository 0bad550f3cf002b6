"""
The grounds of the black list (严重失信主体名单列入情形), as 应急管理部令11号 has them.

No place adds one (国办发〔2020〕49号).
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.values import Choice


class ListGround(Choice):
    """
    Why somebody is listed (列入情形): article and item of 令11号.
    """

    L6_1 = "发生特别重大、重大生产安全事故", "6(1): a very serious or serious accident"
    L6_2 = "12个月内累计发生2起以上较大事故", "6(2): two larger accidents in 12 months"
    L6_3 = "情节特别严重，按倍数加重罚款", "6(3): fined a multiple for an accident"
    L6_4 = "瞒报、谎报生产安全事故", "6(4): an accident was concealed"
    L6_5 = (
        "不立即组织抢救、擅离职守或者逃匿",
        "6(5): no rescue, post deserted, or flight",
    )
    L7_1 = "未取得许可或者许可失效仍从事活动", "7(1): work without a licence in force"
    L7_2 = "租借资质、挂靠、出具虚假报告", "7(2): lent qualification or false report"
    L7_3 = (
        "有能力履行而拒不履行处罚决定",
        "7(3): able to perform, and refuses",
    )
    L7_4 = "其他性质恶劣、情节严重的违法行为", "7(4): another grave penalised act"


class PersonCapacity(Choice):
    """
    As what a person is listed (责任人员类别).
    """

    PRINCIPAL = "主要负责人", "principal"
    RESPONSIBLE = "有关责任人员", "somebody found responsible"
    DIRECT = "直接责任人员", "somebody directly responsible"


#: Which persons a ground reaches.
PERSONS: Final[Mapping[ListGround, frozenset[PersonCapacity]]] = MappingProxyType(
    {
        ListGround.L6_1: frozenset(
            (PersonCapacity.PRINCIPAL, PersonCapacity.RESPONSIBLE)
        ),
        ListGround.L6_2: frozenset((PersonCapacity.PRINCIPAL,)),
        ListGround.L6_3: frozenset((PersonCapacity.PRINCIPAL,)),
        ListGround.L6_4: frozenset(
            (PersonCapacity.PRINCIPAL, PersonCapacity.RESPONSIBLE)
        ),
        ListGround.L6_5: frozenset((PersonCapacity.PRINCIPAL,)),
        ListGround.L7_1: frozenset((PersonCapacity.PRINCIPAL,)),
        ListGround.L7_2: frozenset((PersonCapacity.DIRECT,)),
        ListGround.L7_3: frozenset((PersonCapacity.PRINCIPAL,)),
        ListGround.L7_4: frozenset(PersonCapacity),
    }
)

#: Grounds that reach no unit.
PERSONS_ONLY: Final = frozenset((ListGround.L6_5,))


class ManagementMeasure(Choice):
    """
    What follows from being listed (管理措施), by 令11号 8.
    """

    PUBLICITY = "予以公示", "publicity"
    SUPERVISION = (
        "加大执法检查频次、暂停项目审批、实施行业或者职业禁入",
        "more inspections, no approvals, bans",
    )
    NO_PROMISES = "不适用告知承诺制", "no approvals on a promise"
    NO_HONOURS = "取消参加评优评先资格", "no honours"
    NO_FUNDS = "限制财政性资金和财政支持", "limits on public funds"
    OTHER = "法律、行政法规规定的其他措施", "others by law or regulation"
