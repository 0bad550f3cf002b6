"""
The instruments that the tables cite (所引法律文件), each under its usual short title.

A provision is written short title, article, paragraph or item in brackets, and several
are joined by a semicolon: ``行政处罚法64(1);行政处罚法85``.
A piece without a title is another article of the title before it.
"""

import re
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Statute:
    """
    A law, regulation, rule or document that may be cited (法律文件).

    Args:
        zh: Short title, as provisions are written with it.
        en: English name for display.
    """

    zh: str
    en: str

    def article(
        self, number: int, item: int | None = None, *, until: int | None = None
    ) -> str:
        """
        Cite an article (条).

        Args:
            number: The article.
            item: Its paragraph or item (款、项), if one is meant.
            until: The last article, where a run of articles is meant.
        """
        run = "" if until is None else f"-{until}"
        part = "" if item is None else f"({item})"
        return f"{self.zh}{number}{run}{part}"


# -- laws -------------------------------------------------------------------------

SAFETY_LAW: Final = Statute("安全生产法", "Work Safety Law")
SAFETY_LAW_2014: Final = Statute("安全生产法(2014)", "Work Safety Law (2014)")
PENALTY_LAW: Final = Statute("行政处罚法", "Administrative Penalty Law")
PENALTY_LAW_2017: Final = Statute(
    "行政处罚法(2017)", "Administrative Penalty Law (2017)"
)
COERCION_LAW: Final = Statute("行政强制法", "Administrative Coercion Law")
REVIEW_LAW: Final = Statute("行政复议法", "Administrative Review Law")
LITIGATION_LAW: Final = Statute("行政诉讼法", "Administrative Litigation Law")
CIVIL_PROCEDURE_LAW: Final = Statute("民事诉讼法", "Civil Procedure Law")
CIVIL_PROCEDURE_LAW_2017: Final = Statute(
    "民事诉讼法(2017)", "Civil Procedure Law (2017)"
)
SUPERVISION_LAW: Final = Statute("监察法", "Supervision Law")
CRIMINAL_LAW: Final = Statute("刑法", "Criminal Law")

# -- regulations of the State Council -----------------------------------------------

ACCIDENT_REGULATION: Final = Statute(
    "国务院令493号", "Regulation on Accident Reports and Investigation (Order 493)"
)
REFERRAL_REGULATION: Final = Statute(
    "国务院令310号(2020)", "Regulation on Referral of Suspected Crimes (Order 310)"
)
COAL_REGULATION: Final = Statute("煤矿安全生产条例", "Coal Mine Safety Regulation")
DISCLOSURE_REGULATION: Final = Statute(
    "政府信息公开条例", "Government Information Disclosure Regulation"
)
HOLIDAY_REGULATION: Final = Statute(
    "全国年节及纪念日放假办法", "Regulation on Public Holidays"
)

# -- rules of ministries -----------------------------------------------------------

PENALTY_RULES_15: Final = Statute(
    "安全生产违法行为行政处罚办法(总局令15号)", "Work Safety Penalty Rules (Order 15)"
)
PENALTY_RULES_18: Final = Statute("应急管理部令18号", "Penalty Rules (MEM Order 18)")
HAZARD_RULES_16: Final = Statute("总局令16号", "Hazard Rules (Order 16)")
ACCIDENT_RULES_21: Final = Statute(
    "总局令21号", "Accident Information Rules (Order 21)"
)
LIST_RULES_11: Final = Statute(
    "应急管理部令11号", "Dishonesty List Rules (MEM Order 11)"
)
DUTY_RULES_9: Final = Statute("应急管理部令9号", "MEM Order 9")
REPAIR_RULES_36: Final = Statute("发改委令36号", "Credit Repair Rules (NDRC Order 36)")
POLICE_PROCEDURE: Final = Statute(
    "公安机关办理刑事案件程序规定", "Police Criminal Procedure Rules"
)

# -- judicial interpretations and rules of the procuratorate --------------------------

LITIGATION_INTERPRETATION: Final = Statute(
    "法释〔2018〕1号", "Interpretation of the Litigation Law (2018 No. 1)"
)
SAFETY_CRIMES_2015: Final = Statute(
    "法释〔2015〕22号", "Interpretation on Crimes against Work Safety (2015 No. 22)"
)
SAFETY_CRIMES_2022: Final = Statute(
    "法释〔2022〕19号", "Interpretation on Crimes against Work Safety (2022 No. 19)"
)
PROCURATORATE_2001: Final = Statute(
    "高检2001规定", "Procuratorate Rules on Referrals (2001)"
)
PROCURATORATE_2021: Final = Statute(
    "高检发释字〔2021〕4号", "Procuratorate Interpretation 2021 No. 4"
)

# -- documents ----------------------------------------------------------------------

REFERRAL_MEASURES: Final = Statute(
    "应急〔2019〕54号", "Referral Measures (2019 No. 54)"
)
REFERRAL_OPINION: Final = Statute("公通字〔2015〕32号", "Police Circular 2015 No. 32")
THREE_SYSTEMS: Final = Statute(
    "国办发〔2018〕118号", "Three Systems of Enforcement (2018 No. 118)"
)
INSPECTION_OPINION: Final = Statute(
    "国办发〔2024〕54号", "Opinion on Inspections of Enterprises (2024 No. 54)"
)
RANDOM_INSPECTION: Final = Statute(
    "国办发〔2015〕58号", "Random Inspection Circular (2015 No. 58)"
)
REPAIR_PLAN: Final = Statute("国办发〔2025〕22号", "Credit Repair Plan (2025 No. 22)")
DOUBLE_PUBLICITY: Final = Statute(
    "发改办财金〔2018〕424号", "Double Publicity Standard (2018 No. 424)"
)
INSPECTION_FORMS: Final = Statute(
    "司法部2025文书", "Ministry of Justice Inspection Forms (2025)"
)
OLD_BLACKLIST: Final = Statute("安监总办〔2017〕49号", "Joint Discipline Rules (2017)")
OLD_REDLIST: Final = Statute("安监总办〔2017〕133号", "Joint Incentive Rules (2017)")
PLAN_RULES: Final = Statute(
    "安监总政法〔2017〕150号", "Inspection Plan Rules (2017 No. 150)"
)
REWARD_RULES: Final = Statute(
    "安监总财〔2018〕19号", "Tip-off Reward Rules (2018 No. 19)"
)
TIPOFF_RULES: Final = Statute(
    "应急〔2020〕69号", "Tip-off Handling Rules (2020 No. 69)"
)
TIPOFF_RULES_2012: Final = Statute("2012年举报文本", "Tip-off Rules (2012)")
RISK_GUIDE: Final = Statute("安委办〔2016〕3号", "Risk Grading Guide (2016 No. 3)")
TALK_RULES: Final = Statute("安委〔2018〕2号", "Accountability Talk Rules (2018 No. 2)")

# -- documents of places, on which the rule packs rest --------------------------------

HARBIN_OPINION: Final = Statute("哈尔滨实施意见", "Harbin Implementation Opinion")
XINZHOU_NOTICE: Final = Statute("忻州2020通知", "Xinzhou Notice (2020)")
DRAFT_OPINION: Final = Statute(
    "实施意见(征求意见稿)", "Draft Opinion (circulated for comment)"
)
GANZI_OPINION: Final = Statute("甘委发〔2017〕28号", "Ganzi Opinion (2017 No. 28)")
JILIN_OPINION: Final = Statute("吉政发〔2018〕26号", "Jilin Opinion (2018 No. 26)")

#: Every instrument above.
STATUTES: Final = tuple(v for v in dict(globals()).values() if isinstance(v, Statute))

#: Remarks that stand in a provision, and how they read in English.
REMARKS: Final = {
    "规则包": "rule pack",
    "地方规定": "local provisions",
    "法律未规定": "no provision of law",
    "示范取值": "illustrative value",
    "不超过IN.recheck": "not beyond IN.recheck",
    "待核": "to be verified",
    "推算": "derived",
    "及时": "promptly",
    "参照处罚": "by analogy with penalties",
    "地方采用": "adopted locally",
    "立即,无天数": "at once, no number of days",
    "未定天数": "no number of days",
    "未定次数": "no number",
    "及时报告并补办": "report promptly and make up the approval",
    "经行政处罚法61": "by way of Administrative Penalty Law art. 61",
    "实录设计D21": "design of Shilu, decision D21",
    "实录设计D25": "design of Shilu, decision D25",
}

_TITLES: Final = sorted(STATUTES, key=lambda statute: -len(statute.zh))
_NUMERALS: Final = "一二三四五六七八九"
_ITEM: Final = re.compile(r"\(([一二三四五六七八九十]+)\)")
_ARTICLE: Final = re.compile(r"\d+(-\d+)?(\(\d+\))?(、\d+(-\d+)?)*")


def statute_of(piece: str) -> Statute | None:
    """
    Name the instrument that a piece of a provision begins with, if it names one.
    """
    return next((s for s in _TITLES if piece.startswith(s.zh)), None)


def in_english(provision: str) -> str:
    """
    Put a provision into English for display.

    Args:
        provision: As this module writes them; what is not known stays as it is.
    """
    return "; ".join(_piece_in_english(piece) for piece in provision.split(";"))


def _piece_in_english(piece: str) -> str:
    statute = statute_of(piece)
    rest = (piece.removeprefix(statute.zh) if statute else piece).replace("之一", "-1")
    for remark, english in REMARKS.items():
        if rest == remark:
            return english
        rest = rest.replace(f"({remark})", f" ({english})")
    rest = _ITEM.sub(lambda item: f" ({_number(item[1])})", rest)
    article = _ARTICLE.match(rest)
    if article:
        rest = f" art. {rest}"
    return f"{statute.en if statute else ''}{rest}".strip()


def _number(numeral: str) -> int:
    """
    Read a Chinese numeral from 一 to 九十九.
    """
    tens, ten, units = numeral.rpartition("十")
    if not ten:
        return _NUMERALS.index(units) + 1
    count = _NUMERALS.index(tens) + 1 if tens else 1
    return count * 10 + (_NUMERALS.index(units) + 1 if units else 0)
