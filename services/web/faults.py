"""
What can be wrong with a request before any law is asked (格式有误), field by field.
"""

from collections.abc import Callable
from dataclasses import dataclass

from services.web import labels
from services.web.labels import Words

#: Says what a field is called.
Called = Callable[[str], Words]

#: Sentences by code: Chinese and English, with the field's label in the first blank.
FAULTS: dict[str, tuple[str, str]] = {
    "missing": ("请填写“{label}”。", "Fill in “{label}”."),
    "unknown_term": (
        "没有“{name}”这一项，请删去。",
        "There is no “{name}”; leave it out.",
    ),
    "not_json": ("请求内容不是 JSON 对象。", "The request is no JSON object."),
    "not_text": ("“{label}”应为文字。", "“{label}” must be text."),
    "control_characters": (
        "“{label}”含有不可见的控制字符，请重新输入。",
        "“{label}” holds control characters; type it anew.",
    ),
    "too_long": (
        "“{label}”最多 {most} 字。",
        "“{label}” has more than {most} characters.",
    ),
    "makes_it_too_long": (
        "“{label}”过长。",
        "“{label}” is too long.",
    ),
    "too_many": (
        "“{label}”最多 {most} 项。",
        "“{label}” has more than {most} entries.",
    ),
    "not_a_day": (
        "“{label}”应为日期，写作 2026-09-24。",
        "“{label}” must be a day, as in 2026-09-24.",
    ),
    "not_a_moment": (
        "“{label}”应为时间，写作 2026-09-24T09:30（北京时间），或者带时区。",
        "“{label}” must be a moment: 2026-09-24T09:30, Beijing time, or with a zone.",
    ),
    "not_whole": ("“{label}”应为整数。", "“{label}” must be a whole number."),
    "not_an_amount": (
        "“{label}”应为金额，以元为单位，最多两位小数。",
        "“{label}” must be an amount in yuan with at most two decimals.",
    ),
    "not_yes_or_no": ("“{label}”请选择是或者否。", "“{label}”: answer yes or no."),
    "no_such_choice": (
        "“{label}”没有“{given}”这个选项；可选：{choices}。",
        "“{label}” offers no “{given}”; it offers {choices}.",
    ),
    "not_an_id": (
        "“{label}”应为编号，请从列表中选择。",
        "“{label}” must be an id; choose one.",
    ),
    "not_a_list": ("“{label}”应为列表。", "“{label}” must be a list."),
    "not_a_record": ("“{label}”应为一组内容。", "“{label}” must be an object."),
    "not_a_document": (
        "“{label}”应为已上传文件的 SHA-256（64 位小写十六进制）。",
        "“{label}” must be the SHA-256 of an uploaded document, 64 lower-case digits.",
    ),
    "not_positive": (
        "“{label}”应为不小于 {least} 的整数。",
        "“{label}” must be at least {least}.",
    ),
}


@dataclass(frozen=True)
class Fault:
    """
    One thing that is wrong with one field.

    Args:
        pointer: JSON pointer of the field.
        code: Stable.
        zh: What is wrong and what to do, in Chinese.
        en: The same in English.
    """

    pointer: str
    code: str
    zh: str
    en: str


def fault(
    pointer: str, code: str, *, called: Called = labels.term, **blanks: object
) -> Fault:
    """
    Word a fault of the field that a pointer ends at.

    Args:
        pointer: JSON pointer.
        code: Key of ``FAULTS``.
        called: Says what a field is called.
        blanks: What the sentence is filled with, besides the field's label.
    """
    parts = [p for p in pointer.split("/") if p and not p.isdigit()]
    name = parts[-1] if parts else ""
    words, (zh, en) = called(name), FAULTS[code]
    return Fault(
        pointer,
        code,
        zh.format(label=words.zh, name=name, **blanks),
        en.format(label=words.en, name=name, **blanks),
    )


class Malformed(Exception):
    """
    A request that cannot be read (422): every fault of it.
    """

    def __init__(self, *faults: Fault) -> None:
        """
        Keep what is wrong.
        """
        super().__init__(*(f"{each.pointer} {each.code}" for each in faults))
        self.faults = faults
