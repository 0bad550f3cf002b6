"""
The crimes that an inspector of work safety meets (常见涉罪案件), as dated data.

Classes of cases are named by 应急〔2019〕54号 3, dangerous work by the law itself since
2021-03-01; the thresholds are those of 法释〔2015〕22号 6 and of 刑法 134之一.
Whether a threshold is reached is for the police to say: a suspicion needs no proof.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

from domain.law.dated import Confidence, is_within
from domain.law.statutes import (
    CRIMINAL_LAW,
    REFERRAL_MEASURES,
    SAFETY_CRIMES_2015,
    SAFETY_CRIMES_2022,
)
from domain.values import Choice

#: From when 应急〔2019〕54号 is in force.
_MEASURES_FROM: Final = date(2019, 4, 16)
#: From when 法释〔2015〕22号 is in force.
_THRESHOLDS_FROM: Final = date(2015, 12, 16)
#: From when the eleventh amendment of the criminal law is in force.
_AMENDMENT_XI: Final = date(2021, 3, 1)
_EVALUATORS_FROM: Final = date(2022, 12, 19)


class Offence(Choice):
    """
    What crime is suspected (涉嫌罪名).
    """

    LIABILITY_ACCIDENT = "重大责任事故罪", "major liability accident"
    FORCED_RISKY_WORK = "强令、组织他人违章冒险作业罪", "forced or organised risky work"
    DANGEROUS_WORK = "危险作业罪", "dangerous work"
    UNSAFE_FACILITIES = "重大劳动安全事故罪", "accident by unsafe facilities"
    DANGEROUS_GOODS = "危险物品肇事罪", "accident with dangerous goods"
    FIRE_LIABILITY = "消防责任事故罪", "fire liability accident"
    NEGLIGENT_FIRE = "失火罪", "fire by negligence"
    ACCIDENT_CONCEALED = "不报、谎报安全事故罪", "accident concealed or misreported"
    ILLEGAL_MINING = "非法采矿罪", "illegal mining"
    EXPLOSIVES = (
        "非法制造、买卖、运输、储存爆炸物罪",
        "illegal making, trade, transport or storage of explosives",
    )
    ILLEGAL_BUSINESS = "非法经营罪", "illegal business"
    FORGED_PAPERS = (
        "伪造、变造、买卖国家机关公文、证件、印章罪",
        "forged official papers",
    )
    FALSE_PROOF = "提供虚假证明文件罪", "false documents of proof"


class Threshold(Choice):
    """
    Which threshold of the crime may be reached (立案标准).
    """

    DEATH = "死亡一人以上", "one death or more"
    SERIOUS_INJURIES = "重伤三人以上", "three serious injuries or more"
    LOSS = "直接经济损失一百万元以上", "a direct loss of one million yuan or more"
    DEATHS = "死亡三人以上且负主要责任", "three deaths or more, mainly to blame"
    MANY_INJURIES = "重伤十人以上且负主要责任", "ten serious injuries, mainly to blame"
    GREAT_LOSS = (
        "直接经济损失五百万元以上且负主要责任",
        "a direct loss of five million yuan, mainly to blame",
    )
    DEVICES_DISABLED = (
        "关闭、破坏直接关系生产安全的设备设施或者篡改、隐瞒、销毁数据",
        "safety devices disabled, or their data falsified",
    )
    STOP_ORDER_DEFIED = (
        "因重大事故隐患被依法责令停产停业而拒不执行",
        "an order to stop for a major hazard was defied",
    )
    UNAPPROVED_WORK = (
        "涉及安全生产的事项未经批准或者许可擅自从事高度危险作业",
        "highly dangerous work without approval",
    )
    SMALLER_LOSS = "直接经济损失五十万元以上", "a direct loss of half a million yuan"
    PUNISHED_TWICE = "二年内受过二次以上行政处罚", "punished twice within two years"


@dataclass(frozen=True, slots=True)
class Crime:
    """
    What the law says of a crime from a day on (罪名规定).

    Args:
        offence: Which.
        article: The article of the criminal law.
        under: What brings it before the police.
        thresholds: When it is to be filed; empty where no number is at hand.
        in_force_from: The first day.
        confidence: How far this was read.
    """

    offence: Offence
    article: str
    under: str
    thresholds: tuple[Threshold, ...]
    in_force_from: date
    confidence: Confidence = Confidence.READ

    @property
    def basis(self) -> str:
        """
        The provisions, as a fact cites them.
        """
        return f"{self.article};{self.under}"


_OF_ACCIDENTS: Final = (
    Threshold.DEATH,
    Threshold.SERIOUS_INJURIES,
    Threshold.LOSS,
    Threshold.DEATHS,
    Threshold.MANY_INJURIES,
    Threshold.GREAT_LOSS,
)


def _accident(offence: Offence, article: str) -> Crime:
    under = SAFETY_CRIMES_2015.article(6)
    return Crime(offence, article, under, _OF_ACCIDENTS, _THRESHOLDS_FROM)


def _other(offence: Offence, article: str) -> Crime:
    """
    One that the measures name, without a threshold at hand.
    """
    under = REFERRAL_MEASURES.article(3)
    return Crime(offence, article, under, (), _MEASURES_FROM, Confidence.READ_PARTLY)


CRIMES: Final = (
    _accident(Offence.LIABILITY_ACCIDENT, CRIMINAL_LAW.article(134, 1)),
    _accident(Offence.FORCED_RISKY_WORK, CRIMINAL_LAW.article(134, 2)),
    Crime(
        Offence.DANGEROUS_WORK,
        f"{CRIMINAL_LAW.article(134)}之一",
        SAFETY_CRIMES_2022.zh,
        (
            Threshold.DEVICES_DISABLED,
            Threshold.STOP_ORDER_DEFIED,
            Threshold.UNAPPROVED_WORK,
        ),
        _AMENDMENT_XI,
    ),
    _accident(Offence.UNSAFE_FACILITIES, CRIMINAL_LAW.article(135)),
    _accident(Offence.DANGEROUS_GOODS, CRIMINAL_LAW.article(136)),
    _accident(Offence.FIRE_LIABILITY, CRIMINAL_LAW.article(139)),
    _other(Offence.NEGLIGENT_FIRE, CRIMINAL_LAW.article(115, 2)),
    _other(Offence.ACCIDENT_CONCEALED, f"{CRIMINAL_LAW.article(139)}之一"),
    _other(Offence.ILLEGAL_MINING, CRIMINAL_LAW.article(343, 1)),
    _other(Offence.EXPLOSIVES, CRIMINAL_LAW.article(125, 1)),
    _other(Offence.ILLEGAL_BUSINESS, CRIMINAL_LAW.article(225)),
    _other(Offence.FORGED_PAPERS, CRIMINAL_LAW.article(280)),
    Crime(
        Offence.FALSE_PROOF,
        CRIMINAL_LAW.article(229),
        SAFETY_CRIMES_2022.article(7),
        (
            Threshold.DEATH,
            Threshold.SERIOUS_INJURIES,
            Threshold.SMALLER_LOSS,
            Threshold.PUNISHED_TWICE,
        ),
        _EVALUATORS_FROM,
    ),
)


def crime_on(offence: Offence, day: date) -> Crime | None:
    """
    Give what the law says of a crime on a day; nothing before it was one, or before
    what is at hand was in force.
    """
    found = (c for c in CRIMES if c.offence is offence)
    return next((c for c in found if is_within(day, c.in_force_from, None)), None)
