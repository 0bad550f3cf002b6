"""
Reading words of a fixed stock (代码项): states, classes, yes and no.
"""

from collections.abc import Mapping
from typing import Final

from domain.folding import narrowed

LEGAL_PERSON: Final = "法人及非法人组织"
NATURAL_PERSON: Final = "自然人"
INDIVIDUAL_BUSINESS: Final = "个体工商户"

_CLASSES: Final = {
    LEGAL_PERSON: "法人及非法人组织 法人和非法人组织 法人 非法人组织 法人或非法人组织"
    " 法人或者其他组织 企业 单位 组织 公司 企业法人 机构",
    NATURAL_PERSON: "自然人 个人 公民",
    INDIVIDUAL_BUSINESS: "个体工商户 个体 个体户",
}
_DECISION_STATES: Final = {
    "正常": "0 正常 有效 公示",
    "撤销": "1 撤销 已撤销 撤消",
    "异议": "2 异议 异议中",
    "异常": "异常",
    "其他": "3 其他 其它",
}
_PERMIT_STATES: Final = {"有效": "1 有效", "无效": "2 无效 失效", "撤销": "撤销 已撤销"}
_REGISTER_STATES: Final = {
    "存续": "存续 续存 在营 开业 在册 正常 在业 确立 登记成立 开业/正常经营"
    " 存续(在营、开业、在册) 在营(开业) 在营(开业)企业",
    "吊销": "吊销 吊销,未注销 吊销未注销 已吊销",
    "注销": "注销 已注销 吊销,已注销 吊销后注销",
    "迁出": "迁出 已迁出",
}
_FLAGS: Final = {
    "是": "1 1.0 是 有 正常 涉及 存在 已投保 √ y yes true 公开",
    "否": "0 0.0 否 无 不涉及 不存在 未投保 × n no false 不公开 没有",
}

#: States in which a decision does not stand unquestioned.
WITHDRAWN: Final = "撤销"
DISPUTED: Final = frozenset({"异议", "异常"})
YES: Final = "是"
NO: Final = "否"


def _by_spelling(words: Mapping[str, str]) -> dict[str, str]:
    return {
        spelling: word for word, stock in words.items() for spelling in stock.split()
    }


PARTY_CLASSES: Final = _by_spelling(_CLASSES)
DECISION_STATES: Final = _by_spelling(_DECISION_STATES)
PERMIT_STATES: Final = _by_spelling(_PERMIT_STATES)
REGISTER_STATES: Final = _by_spelling(_REGISTER_STATES)
FLAGS: Final = _by_spelling(_FLAGS)


def read_word(
    text: str, stock: Mapping[str, str], answers: Mapping[str, str]
) -> str | None:
    """
    Read a word of a fixed stock.

    Args:
        text: As it stands in the cell.
        stock: The words by their spellings.
        answers: What the file's own dictionary says, by spelling; it comes first.

    Returns:
        The word, or nothing if nobody knows it.
    """
    plain = narrowed(text).casefold().removesuffix(".0")
    answered = answers.get(text) or answers.get(plain)
    return answered or stock.get(plain)
