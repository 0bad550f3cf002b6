"""
What a publication never shows (不予公开的内容), and since when by which law.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final


@dataclass(frozen=True, slots=True)
class HidingRule:
    """
    A value that is hidden whoever asks (隐去规则).

    Args:
        field: Name of the value.
        provision: By which law.
        in_force_from: First day of that law.
    """

    field: str
    provision: str
    in_force_from: date


#: Of a unit's penalty; whole rows stay sealed in any case.
ALWAYS_HIDDEN: Final = (
    HidingRule("legal_rep", "个人信息保护法6;个人信息保护法25", date(2021, 11, 1)),
    HidingRule("id_numbers", "个人信息保护法28", date(2021, 11, 1)),
    HidingRule("address_and_phone", "政府信息公开条例15", date(2019, 5, 15)),
)
#: By which provision an officer hides a text that names or describes others.
HIDDEN_ON_REVIEW: Final = "政府信息公开条例15;政府信息公开条例17"
#: By which provision a natural person's name is hidden.
NAME_HIDDEN: Final = "个人信息保护法6;政府信息公开条例15"
