"""
How a paper cites a provision.
"""

import pytest

from domain.law.citing import cited, numeral


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (1, "一"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (65, "六十五"),
        (100, "一百"),
        (101, "一百零一"),
        (110, "一百一十"),
        (219, "二百一十九"),
    ],
)
def test_numerals(number: int, written: str) -> None:
    """
    Articles are counted in Chinese.
    """
    assert numeral(number) == written


@pytest.mark.parametrize(
    ("provision", "written"),
    [
        ("安全生产法65", "《中华人民共和国安全生产法》第六十五条"),
        ("安全生产法41(2)", "《中华人民共和国安全生产法》第四十一条"),
        ("行政复议法20;88", "《中华人民共和国行政复议法》第二十条、第八十八条"),
        (
            "安全生产法78(2);行政处罚法48",
            (
                "《中华人民共和国安全生产法》第七十八条、"
                "《中华人民共和国行政处罚法》第四十八条"
            ),
        ),
        (
            "行政处罚法(2017)31",
            "《中华人民共和国行政处罚法》（2017年文本）第三十一条",
        ),
        ("民事诉讼法87-95", "《中华人民共和国民事诉讼法》第八十七条至第九十五条"),
        ("总局令16号18", "总局令16号第十八条"),
        ("国务院令310号(2020)3", "国务院令310号（2020）第三条"),
        ("国办发〔2024〕54号", "国办发〔2024〕54号"),
        ("哈尔滨实施意见(二)", "《哈尔滨实施意见》（二）"),
        ("", ""),
    ],
)
def test_provisions(provision: str, written: str) -> None:
    """
    A law by its full title, an article by its numeral; a document by its number.
    """
    assert cited(provision) == written
