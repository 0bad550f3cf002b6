"""
The layout in which penalties are exchanged and published (双公示数据标准：行政处罚).

A file of the public register has these columns, in this order and under these headers,
so that other systems take it as it is.
What the law keeps from the public keeps its column, left empty (个人信息保护法6).

Source:
    发改办财金〔2018〕424号, as the systems that exchange such files lay it out.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from domain.codes import USCC_PLACEHOLDER
from domain.money import wan_text
from domain.printed import PartyClass

#: How a file writes that something has no end.
OPEN_END: Final = "2099/12/31"

#: Whether a column is filled: always, on a condition, or where it is known.
Filled = Literal["Y", "C", "N"]

#: A row of the public register, its sealed texts opened.
Published = Mapping[str, object]


@dataclass(frozen=True)
class LaidOut:
    """
    A column of the layout (字段).

    Args:
        zh: Its header.
        code: The code of its field.
        filled: When it is filled.
        write: What stands in it; nothing of what is never published.
    """

    zh: str
    code: str
    filled: Filled
    write: Callable[[Published], str] | None


@dataclass(frozen=True)
class Layout:
    """
    A published layout (公示格式).

    Args:
        name: As a publication names it.
        columns: Its columns, in order.
        void: The column of the register that, once filled, keeps a row out of a file:
            the layout has no place for what was withdrawn.
    """

    name: str
    columns: tuple[LaidOut, ...]
    void: str

    @property
    def headers(self) -> list[str]:
        """
        The header row.
        """
        return [column.zh for column in self.columns]

    def cells(self, row: Published) -> list[str] | None:
        """
        Write a row, or nothing where it does not belong into a file.
        """
        if row[self.void]:
            return None
        return [column.write(row) if column.write else "" for column in self.columns]


def _text(name: str) -> Callable[[Published], str]:
    return lambda row: str(row[name] or "")


def _day(name: str) -> Callable[[Published], str]:
    return lambda row: str(row[name] or "").replace("-", "/")


def _wan(name: str) -> Callable[[Published], str]:
    def write(row: Published) -> str:
        fen = row[name]
        return wan_text(fen) if isinstance(fen, int) else ""

    return write


def _party_class(row: Published) -> str:
    found = {each.code: each.zh for each in PartyClass}
    return found.get(str(row["party_class"]), "")


def _uscc(row: Published) -> str:
    """
    Of an individual business without a code there is a placeholder.
    """
    is_household = row["party_class"] == PartyClass.HOUSEHOLD.code
    return str(row["uscc"] or (USCC_PLACEHOLDER if is_household else ""))


def _kinds(row: Published) -> str:
    """
    The kinds as the decision has them, or else those that were understood.
    """
    return str(row["kinds_printed"] or str(row["kinds"] or "").replace("；", ";"))


def _validity(row: Published) -> str:
    return OPEN_END if row["open_ended"] else _day("penalty_until")(row)


#: Never public: no natural person's penalty is, nor who represents a unit.
_NEVER: Final = None

#: Codes of a party that no register here holds.
_NOT_HELD: Final = None

PENALTIES: Final = Layout(
    "shuanggongshi/2018",
    (
        LaidOut("行政相对人名称", "CF_XDR_MC", "Y", _text("party_name")),
        LaidOut("行政相对人类别", "CF_XDR_LB", "Y", _party_class),
        LaidOut("行政相对人代码_1(统一社会信用代码)", "CF_XDR_SHXYM", "C", _uscc),
        LaidOut("行政相对人代码_2(工商注册号)", "CF_XDR_GSZC", "C", _text("reg_no")),
        LaidOut(
            "行政相对人代码_3(组织机构代码)", "CF_XDR_ZZJG", "N", _text("org_code")
        ),
        LaidOut("行政相对人代码_4(税务登记号)", "CF_XDR_SWDJ", "N", _NOT_HELD),
        LaidOut("行政相对人代码_5(事业单位证书号)", "CF_XDR_SYDW", "N", _NOT_HELD),
        LaidOut("行政相对人代码_6(社会组织登记证号)", "CF_XDR_SHZZ", "N", _NOT_HELD),
        LaidOut("法定代表人", "CF_FRDB", "C", _NEVER),
        LaidOut("法定代表人证件类型", "CF_FR_ZJLX", "N", _NEVER),
        LaidOut("法定代表人证件号码", "CF_FR_ZJHM", "N", _NEVER),
        LaidOut("证件类型", "CF_XDR_ZJLX", "C", _NEVER),
        LaidOut("证件号码", "CF_XDR_ZJHM", "C", _NEVER),
        LaidOut("行政处罚决定书文号", "CF_WSH", "Y", _text("decision_no")),
        LaidOut("违法行为类型", "CF_WFXW", "Y", _text("violation_type")),
        LaidOut("违法事实", "CF_SY", "Y", _text("violation_fact")),
        LaidOut("处罚依据", "CF_YJ", "Y", _text("legal_basis")),
        LaidOut("处罚类别", "CF_CFLB", "Y", _kinds),
        LaidOut("处罚内容", "CF_NR", "Y", _text("penalty_content")),
        LaidOut("罚款金额(万元)", "CF_NR_FK", "C", _wan("fine_fen")),
        LaidOut(
            "没收违法所得、没收非法财物的金额(万元)",
            "CF_NR_WFFF",
            "C",
            _wan("confiscated_fen"),
        ),
        LaidOut(
            "暂扣或吊销证照名称及编号", "CF_NR_ZKDX", "C", _text("licence_affected")
        ),
        LaidOut("处罚决定日期", "CF_JDRQ", "Y", _day("decided_on")),
        LaidOut("处罚有效期", "CF_YXQ", "Y", _validity),
        LaidOut("公示截止期", "CF_GSJZQ", "N", _day("public_until")),
        LaidOut("处罚机关", "CF_CFJG", "Y", _text("authority_name")),
        LaidOut("处罚机关统一社会信用代码", "CF_CFJGDM", "Y", _text("authority_code")),
        LaidOut("数据来源单位", "CF_SJLY", "Y", _text("source_name")),
        LaidOut("数据来源单位统一社会信用代码", "CF_SJLYDM", "Y", _text("source_code")),
        LaidOut("备注", "BZ", "N", _text("remark")),
    ),
    void="withdrawn_on",
)
