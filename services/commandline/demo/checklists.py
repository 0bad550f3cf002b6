"""
What is looked at in the city (演示检查表), and what is found when it is not in order.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final


@dataclass(frozen=True)
class Look:
    """
    An item of a checklist, with what a visit may find under it.

    Args:
        code: Its code within the checklist.
        text: What is looked at.
        violation: Code of the violation; of these examples alone (YS 演示).
        basis: The provision.
        area: Where it is found.
        found: What is found.
        order: What is ordered then.
        done: What the firm does about it.
        major: Clause of the determining standard, if it is a major hazard.
        is_mandatory: Whether the visit cannot end without an answer.
        at_once: Whether it can be put right while the officers are there.
    """

    code: str
    text: str
    violation: str
    basis: str
    area: str
    found: str
    order: str
    done: str
    major: str = ""
    is_mandatory: bool = True
    at_once: bool = False


GENERAL: Final = (
    Look(
        "01",
        "是否建立健全全员安全生产责任制",
        "YS-22",
        "安全生产法22",
        "安全管理部门",
        "全员安全生产责任制未覆盖装卸和检修岗位",
        "补充装卸、检修岗位的安全生产责任制并组织学习",
        "已补充两个岗位的责任制，全员签字确认",
    ),
    Look(
        "02",
        "是否设置安全生产管理机构或者配备专（兼）职安全生产管理人员",
        "YS-24",
        "安全生产法24",
        "安全管理部门",
        "未配备专职安全生产管理人员",
        "配备专职安全生产管理人员",
        "已任命专职安全员一名，任命文件已下发",
    ),
    Look(
        "03",
        "从业人员是否经安全生产教育和培训合格上岗",
        "YS-28",
        "安全生产法28",
        "生产车间",
        "新进两名操作工没有三级安全教育记录",
        "对新进人员补做三级安全教育，考核合格后上岗",
        "已补做三级安全教育，考核试卷已归档",
    ),
    Look(
        "04",
        "特种作业人员是否持证上岗",
        "YS-30",
        "安全生产法30",
        "维修间",
        "一名焊工的特种作业操作证已过复审期",
        "停止其焊接作业，复审合格后上岗",
        "该焊工已复审合格，证件复印件已报送",
    ),
    Look(
        "05",
        "危险部位是否设置明显的安全警示标志",
        "YS-35",
        "安全生产法35",
        "生产车间",
        "配电室和冲压设备旁未设置安全警示标志",
        "在配电室、冲压设备处设置安全警示标志",
        "警示标志已张贴",
        is_mandatory=False,
        at_once=True,
    ),
    Look(
        "06",
        "安全设备是否按规定维护、保养、定期检测",
        "YS-36",
        "安全生产法36",
        "除尘系统",
        "干式除尘系统未设置锁气卸灰装置，火花探测装置失效",
        "停用该除尘系统，加装锁气卸灰装置并修复火花探测装置",
        "已加装锁气卸灰装置，火花探测装置经第三方检测合格",
        major="第十一条",
    ),
    Look(
        "07",
        "有限空间是否辨识、建立管理台账并执行作业审批",
        "YS-41",
        "工贸企业有限空间作业安全规定4",
        "污水处理池",
        "污水处理池未列入有限空间管理台账，作业无审批",
        "完善有限空间台账，设置警示标志，执行作业审批",
        "台账已更新，审批制度已上墙",
        major="第十三条",
    ),
    Look(
        "08",
        "安全出口和疏散通道是否畅通",
        "YS-42",
        "安全生产法42",
        "成品库",
        "成品库东侧疏散通道堆放货物",
        "清理疏散通道",
        "货物已移走，通道已划线",
        at_once=True,
    ),
)

#: What the next version of the general checklist adds.
ADDED: Final = Look(
    "09",
    "电动自行车是否在室内停放、充电",
    "YS-45",
    "安全生产法41",
    "值班室",
    "值班室内为电动自行车电池充电",
    "移走电池，设置室外集中充电点",
    "电池已移走",
    is_mandatory=False,
    at_once=True,
)

CHEMICAL: Final = (
    Look(
        "H1",
        "主要负责人和安全生产管理人员是否考核合格",
        "YS-27",
        "安全生产法27",
        "安全管理部门",
        "一名安全生产管理人员的考核合格证已过期",
        "组织参加考核，取得合格证",
        "已取得新的考核合格证",
    ),
    Look(
        "H2",
        "重大危险源是否登记建档、备案并监控",
        "YS-40",
        "安全生产法40",
        "储罐区",
        "储罐区液位监测数据未接入控制室",
        "接入液位监测数据，完善重大危险源监控",
        "监测数据已接入，运行七日无异常",
    ),
    Look(
        "H3",
        "可燃、有毒气体检测报警装置是否按规定设置并有效",
        "YS-36",
        "安全生产法36",
        "压缩机房",
        "压缩机房可燃气体探测器两处无信号",
        "更换失效的探测器并标定",
        "探测器已更换并经标定",
        major="第十二项",
    ),
    Look(
        "H4",
        "动火、受限空间等特殊作业是否审批",
        "YS-43",
        "安全生产法43",
        "检修现场",
        "检修动火作业未办理审批手续",
        "停止动火作业，补办审批，落实监护",
        "动火作业制度已修订，作业票齐全",
        major="第十八项",
    ),
    Look(
        "H5",
        "储存是否分类、分间，间距是否符合要求",
        "YS-39",
        "危险化学品安全管理条例24",
        "危化品库",
        "氧化剂与可燃物同库存放",
        "按禁忌要求分库存放",
        "已分库存放，台账已更新",
    ),
    Look(
        "H6",
        "消防设施和防静电装置是否完好",
        "YS-36",
        "安全生产法36",
        "卸车区",
        "卸车区静电接地夹损坏",
        "更换静电接地夹并检测",
        "静电接地夹已更换，接地电阻合格",
        at_once=True,
    ),
    Look(
        "H7",
        "应急预案是否备案并演练",
        "YS-81",
        "安全生产法81",
        "安全管理部门",
        "本年度未组织应急预案演练",
        "组织一次综合演练并评估",
        "已组织演练，评估报告已报送",
        is_mandatory=False,
    ),
)

NAMES: Final = {
    "general": "工贸企业安全生产检查表（演示）",
    "chemical": "危险化学品和烟花爆竹单位安全生产检查表（演示）",
}
LOOKS: Final = {"general": GENERAL, "chemical": CHEMICAL}

_CHEMICAL_STANDARD: Final = (
    "化工和危险化学品生产经营单位重大生产安全事故隐患判定标准（试行）"
    "（安监总管三〔2017〕121号）"
)

#: Determining standards, by the day from which they hold; the newest first.
_STANDARDS: Final = {
    "general": (
        (date(2023, 5, 15), "工贸企业重大事故隐患判定标准（应急管理部令第10号）"),
        (
            date.min,
            "工贸行业重大生产安全事故隐患判定标准（安监总管四〔2017〕129号）",
        ),
    ),
    "chemical": (
        (
            date.min,
            _CHEMICAL_STANDARD,
        ),
    ),
}


def standard_on(checklist: str, day: date) -> str:
    """
    Name the standard by which hazards were graded on a day.
    """
    return next(name for since, name in _STANDARDS[checklist] if since <= day)


def as_terms(looks: tuple[Look, ...]) -> tuple[dict[str, object], ...]:
    """
    Give the items as the act takes them.
    """
    return tuple(
        {
            "checklist_item": look.code,
            "text": look.text,
            "violation_code": look.violation,
            "basis": look.basis,
            "mandatory": look.is_mandatory,
        }
        for look in looks
    )
