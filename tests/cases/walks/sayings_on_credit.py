"""
What the law asks an act on a credit record to say.
"""

from random import Random
from uuid import UUID

from domain.credit_record.choices import CreditWithdrawal
from domain.credit_record.file import CreditRecord
from domain.law.credit_classes import ClassStandard, CreditClass
from tests.cases.credit_record.recorded import STOPPED
from tests.cases.scene import PHOTO
from tests.cases.walks.city import City
from tests.cases.walks.lawful import Table, Terms, lawful

MINISTRY = ClassStandard.MINISTRY


@lawful("record-penalty-credit", "record-entry-credit")
def _records(_city: City, _file: UUID | None, dice: Random) -> Terms:
    """Of whatever class, by the ministry's standard."""
    grave = dice.choice((CreditClass.MINOR, CreditClass.MINOR, *CreditClass))
    return {
        "credit_class": grave,
        "class_standard": MINISTRY,
        "class_ground": "符合标准",
    }


def _no(city: City, file: UUID | None, dice: Random) -> int:
    """A credit fact of the record."""
    return dice.choice([*city.read(CreditRecord, file).items] or [1]) if file else 1


#: What is said besides the number, by act.
SAYS: dict[str, Terms] = {
    "apply-for-repair": {"credit_promise": PHOTO, "evidence": (PHOTO,)},
    "accept-repair": {},
    "refuse-repair": {"reasons": "未整改"},
    "repair-credit-fact": {"reasons": "已整改", "stoppages": STOPPED},
    "revoke-repair": {"reasons": "虚假", "evidence": (PHOTO,)},
}


def numbered(says: Terms) -> Table:
    """Say this of a credit fact of the record."""
    return lambda city, file, dice: {"credit_no": _no(city, file, dice), **says}


for _act, _says in SAYS.items():
    lawful(_act)(numbered(_says))


@lawful("withdraw-credit-fact")
def _withdraws(city: City, file: UUID | None, dice: Random) -> Terms:
    """It was wrong, from today."""
    return {
        "credit_no": _no(city, file, dice),
        "credit_withdrawal": CreditWithdrawal.OWN_CORRECTION,
        "reasons": "有误",
        "effective_on": city.day,
    }
