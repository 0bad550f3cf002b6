"""
Names of people (演示人名), by lot: nobody is meant, and each says so.
"""

from random import Random
from typing import Final

SURNAMES: Final = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
)
_GIVEN: Final = (
    "伟 芳 娜 敏 静 丽 强 磊 军 洋 勇 艳 杰 涛 明 超 秀兰 霞 平 刚 桂英 "
    "建国 建华 志明 志刚 海燕 玉兰 春梅 国强 国庆 晓东 晓明 立新 振华 永强 "
    "文斌 长江 红梅 凤英 宝林 成林 德胜 福生 广才 洪涛 继业 金山 景林 俊杰 "
    "连生 庆丰 瑞雪 世杰 树林 维民 学军 雅琴 彦君 玉山 占江"
)
GIVEN: Final = tuple(_GIVEN.split())

#: What every invented name bears.
MARK: Final = "（演示）"


def plain_name(rng: Random) -> str:
    """
    Draw a name without its mark.
    """
    return rng.choice(SURNAMES) + rng.choice(GIVEN)


def a_name(rng: Random) -> str:
    """
    Draw a name.
    """
    return plain_name(rng) + MARK
