"""
Grounds that several acts of a credit record share.
"""

from collections.abc import Iterable
from typing import Final

from domain.base import Role
from domain.credit_record.choices import STANDING, Stage
from domain.credit_record.file import CreditItem, CreditRecord
from domain.law.statutes import PENALTY_LAW, REPAIR_RULES_36, XINZHOU_NOTICE
from domain.refusals import NoSuchCase, OutOfOrder, Refused

#: Who takes in what a subject files.
TAKERS: Final = (Role.OFFICER, Role.CLERK)

REPAIR: Final = REPAIR_RULES_36.zh
WITHDRAWAL: Final = f"{PENALTY_LAW.article(48)};{REPAIR}"
POINTS: Final = f"{XINZHOU_NOTICE.zh}(三)"

#: Stages at which a credit fact counts, in one order.
STANDS: Final = tuple(stage for stage in Stage if stage in STANDING)


def item_of(record: CreditRecord, credit_no: int, *, under: str) -> CreditItem:
    """
    Give a credit fact by its number.

    Raises:
        NoSuchCase: If the record has none of that number.
    """
    if credit_no not in record.items:
        raise NoSuchCase("no_such_credit_fact", under=under, no=credit_no)
    return record.items[credit_no]


def item_at(
    record: CreditRecord, credit_no: int, *stages: Stage, under: str
) -> CreditItem:
    """
    Give a credit fact that is at one of some stages.

    Raises:
        NoSuchCase: If the record has none of that number.
        OutOfOrder: If it is at another stage.
    """
    item = item_of(record, credit_no, under=under)
    if item.stage not in stages:
        raise OutOfOrder("credit_stage", under=under, stage=item.stage, needed=stages)
    return item


def none_at(record: CreditRecord, *stages: Stage, under: str) -> Iterable[Refused]:
    """
    No credit fact of the record is at one of these stages.
    """
    if not any(each.stage in stages for each in record.items.values()):
        yield OutOfOrder("credit_nothing", under=under, needed=stages)
