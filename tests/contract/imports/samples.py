"""
Right rows of each kind of file: linked and held parties, states, amounts, persons.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from infra.tables import Kind
from tests import controls
from tests.contract.imports.city import SECRET_NAME, SECRET_PHONE, City, opened, penalty
from tests.contract.imports.test_kinds import firm, listed
from tests.contract.tables.papers import (
    BODY,
    BODY_CODE,
    CODE,
    CONTENT,
    DECIDED,
    FACT,
    FINE,
    HEAD,
    HEAD_ID,
    KINDS,
    NAME,
    NUMBER,
    PUBLIC,
    REMARK,
    VALID,
    Cell,
)

Row = Mapping[str, Cell]


@dataclass(frozen=True)
class Sample:
    """
    Rows of one kind, and what else their columns are called.

    Args:
        kind: The kind.
        rows: Right ones; the columns of all are those of the first.
        names: Other headers of the columns, by set.
        days: The columns of days.
        wrong: Cells that refuse a row, by the row's number from 1.
    """

    kind: Kind
    rows: Sequence[Row]
    names: Mapping[str, Mapping[str, str]]
    days: Sequence[str]
    wrong: Mapping[int, Row]

    @property
    def header(self) -> list[str]:
        """
        The columns.
        """
        return list(self.rows[0])

    @property
    def dirty(self) -> list[Row]:
        """
        The rows, some of them with a cell that refuses them.
        """
        return self.spoilt(self.rows)

    def spoilt(self, rows: Sequence[Row]) -> list[Row]:
        """
        Put the wrong cells into the rows, however these are written.
        """
        return [
            {**row, **self.wrong.get(number, {})}
            for number, row in enumerate(rows, start=1)
        ]


STATUS = "当前状态"
WITHDRAWN_BECAUSE = "撤销原因"
_STANDING: dict[str, Cell] = {STATUS: "0", WITHDRAWN_BECAUSE: ""}

PENALTIES = Sample(
    Kind.PENALTIES,
    rows=[
        penalty(1) | _STANDING,
        penalty(2, kinds="警告", fine="", content="警告") | _STANDING,
        penalty(3, fine="0.123456", content="罚款1234.56元") | _STANDING,
        penalty(4, name="演示（吉林）化工有限公司", remark="已复核，注意") | _STANDING,
        penalty(5) | {STATUS: "1", WITHDRAWN_BECAUSE: f"{SECRET_NAME}申请复议"},
        penalty(6, kinds="其他-不予行政处罚", fine="", content="不予行政处罚")
        | _STANDING,
        penalty(7, name="演示第1化工有限公司", code="") | _STANDING,
    ],
    names={
        "codes": {
            NAME: "CF_XDR_MC",
            CODE: "CF_XDR_SHXYM",
            HEAD: "CF_FRDB",
            HEAD_ID: "CF_FR_ZJHM",
            NUMBER: "CF_WSH",
            FACT: "CF_SY",
            KINDS: "CF_CFLB",
            CONTENT: "CF_NR",
            FINE: "CF_NR_FK",
            DECIDED: "CF_JDRQ",
            VALID: "CF_YXQ",
            PUBLIC: "CF_GSJZQ",
            BODY: "CF_CFJG",
            BODY_CODE: "CF_CFJGDM",
            REMARK: "BZ",
            STATUS: "CF_ZT",
        },
        "words": {
            NAME: "当事人名称",
            CODE: "统一社会信用代码",
            NUMBER: "处罚决定书文号：",
            FACT: "主要违法事实",
            KINDS: "处罚种类",
            CONTENT: "行政处罚内容",
            FINE: "罚款金额（万元）",
            DECIDED: "作出处罚决定的日期",
            BODY: "作出处罚决定的机关名称",
            WITHDRAWN_BECAUSE: "撤销处罚的原因说明",
        },
        "registry": {
            NAME: "illegPt",
            NUMBER: "penDecNo",
            KINDS: "penType_CN",
            CONTENT: "penContent",
            FINE: "penAm（万元）",
            DECIDED: "penDecIssDate",
            BODY: "penAuth_CN",
        },
    },
    days=(DECIDED, PUBLIC),
    wrong={
        2: {CODE: "9.12202E+17"},
        3: {DECIDED: "2026/2/30"},
        5: {FINE: "三个月工资"},
        7: {NAME: "演示第1化工有限公司、演示赵某"},
    },
)

_MORE: Row = {
    "主要负责人": "端木另秘",
    "联系电话": SECRET_PHONE,
    "营业期限至": "2035-05-31",
    "登记状态": "存续",
    "企业规模": "小型",
    "注册资本（万元）": "500",
    "国民经济行业": "2614",
    "经营范围": f"生产；联系{SECRET_NAME}",
    "重大危险源": "是",
}
ENTERPRISES = Sample(
    Kind.ENTERPRISES,
    rows=[
        {**firm(1), **_MORE},
        {**firm(2, 从业人数="0"), **_MORE, "登记状态": "注销", "重大危险源": "否"},
        {**firm(3, 住所="演示路3号（北）"), **_MORE, "注册资本（万元）": "0.5"},
        {**firm(4, 法定代表人="演示第4化工有限公司"), **_MORE},
        {**firm(5, 行政区划代码=controls.COUNTY.code), **_MORE, "联系电话": ""},
    ],
    names={
        "registry": {
            "企业名称": "entName",
            "统一社会信用代码": "uniscId",
            "登记状态": "regState_CN",
            "成立日期": "estDate",
            "营业期限至": "opTo",
            "住所": "dom",
            "经营范围": "opScope",
            "法定代表人": "法定代表人/负责人/执行事务合伙人",
        },
        "codes": {
            "企业名称": "qymc",
            "法定代表人": "frdb",
            "成立日期": "clsj",
            "从业人数": "cyrs",
            "企业规模": "qygmbm",
            "住所": "addresszc",
            "联系电话": "LXDH",
            "国民经济行业": "hymldm",
        },
        "words": {
            "企业名称": "生产经营单位名称",
            "统一社会信用代码": "统一社会信用代码(18位)",
            "行政区划代码": "县编码",
            "住所": "RIGISTER_ADDRESS",
            "从业人数": "企业职工总人数",
            "主要负责人": "主要负责人姓名",
            "注册资本（万元）": "注册资金（万元）",
            "国民经济行业": "行业代码",
            "成立日期": "注册日期",
        },
    },
    days=("成立日期", "营业期限至"),
    wrong={
        1: {"成立日期": "2015-02-30"},
        2: {"统一社会信用代码": "9.1E+17"},
        3: {"企业名称": ""},
        5: {"企业名称": "某化工有限公司"},
    },
)

_LIST: Row = {
    "列入日期": "2024-03-01",
    "移出日期": "",
    "名单名称": "严重失信主体名单",
    "认定依据": f"演示安监〔2024〕1号，{SECRET_NAME}",
}
BLACKLIST = Sample(
    Kind.BLACKLIST,
    rows=[
        {**listed(1), **_LIST},
        {**listed(2), **_LIST, "移出日期": "2025-03-03"},
        {**listed(3), **_LIST, "列入日期": "2019-06-03", "移出日期": "2020-06-03"},
        {
            **listed(4, 单位名称="演示第1化工有限公司", 统一社会信用代码=""),
            **_LIST,
            "列入日期": "2024-04-01",
        },
        {**listed(5, 单位名称=SECRET_NAME, 统一社会信用代码=""), **_LIST},
    ],
    names={
        "codes": {
            "单位名称": "dwmc",
            "统一社会信用代码": "tyshxydm",
            "主要负责人": "zyfzr",
            "失信行为简况": "sxxwjk",
            "信息报送机关": "bsjg",
            "纳入理由": "nrly",
        },
        "sister list": {
            "单位名称": "企业名称",
            "统一社会信用代码": "主体身份代码",
            "认定依据": "严重失信主体名单认定依据",
            "列入日期": "列入严重失信主体名单日期",
            "移出日期": "移出严重失信主体名单日期",
        },
        "words": {
            "单位名称": "对象名称",
            "主要负责人": "主要责任人",
            "纳入理由": "列入名单事由",
            "失信行为简况": "违法事实",
            "信息报送机关": "执法部门",
            "列入日期": "列入时间",
            "移出日期": "解除日期",
        },
    },
    days=("列入日期", "移出日期"),
    wrong={
        1: {"统一社会信用代码": "9.1E+17"},
        2: {"移出日期": "2025-02-30"},
        3: {"列入日期": "2019-06-31"},
        4: {"单位名称": ""},
    },
)

SAMPLES = {each.kind.value: each for each in (PENALTIES, ENTERPRISES, BLACKLIST)}


@contextmanager
def prepared(home: Path) -> Iterator[City]:
    """
    Open a city whose register has the first of the enterprises.
    """
    with opened(home) as city:
        known = firm(1)
        name, code = str(known["企业名称"]), str(known["统一社会信用代码"])
        if not any("enterprise-registered" in fact.TOPIC for fact in city.facts):
            city.register(controls.Firm(code, name, "", controls.DISTRICT, ""))
        yield city
