"""
The races of credit records: one record of a subject, on what stands (INV-41).
"""

from collections.abc import Callable
from uuid import UUID

from domain.credit_record.facts import record_claim, source_claim
from domain.falling import ChangedBy
from domain.law.credit_classes import ClassStandard, CreditClass
from infra.ledger import Request
from tests.contract.append.desks import Without
from tests.contract.append.law_races import Race
from tests.contract.append.recorded import DAY, Prefecture

_REPAIR = "发改委令36号"


def recorded_by_the_one_first(at: Prefecture) -> Race:
    """
    发改委令36号: of two recordings of one decision, at the same moment, one counts.
    """
    return _recorded_twice(at, "clerk", "registrar")


def recorded_by_the_other_first(at: Prefecture) -> Race:
    """
    发改委令36号: likewise the other way round.
    """
    return _recorded_twice(at, "registrar", "clerk")


def _recorded_twice(at: Prefecture, one: str, other: str) -> Race:
    claims = (
        source_claim(f"{at.penalty}/1"),
        record_claim(at.town.city, at.rated, ""),
    )
    off = (Without(claims=claims),)
    first, second = _keep(at, one, at.penalty), _keep(at, other, at.penalty)
    return Race(first, second, off, "credit_recorded_already", _REPAIR)


def fallen_then_recorded(at: Prefecture) -> Race:
    """
    行政处罚法48: what fell in the race is not recorded.
    """
    off = (Without(versions=(at.penalty,)),)
    return Race(
        _revoke(at), _keep(at, "clerk", at.penalty), off, "decision_fallen", _REPAIR
    )


def recorded_then_fallen(at: Prefecture) -> Race:
    """
    INV-41: a decision falls whatever was recorded of it, and takes that along.
    """
    return Race(_keep(at, "clerk", at.penalty), _revoke(at))


def opened_by_the_one_first(at: Prefecture) -> Race:
    """
    谁认定、谁修复: two decisions on one enterprise, each the first of its record.
    """
    again = _keep(at, "registrar", at.penalised_again)
    return Race(_keep(at, "clerk", at.penalty), again)


def opened_by_the_other_first(at: Prefecture) -> Race:
    """
    谁认定、谁修复: likewise the other way round.
    """
    again = _keep(at, "registrar", at.penalised_again)
    return Race(again, _keep(at, "clerk", at.penalty))


def _keep(at: Prefecture, by: str, penalty: UUID) -> Request:
    return at.request(
        "record-penalty-credit",
        by,
        penalty,
        credit_class=CreditClass.MINOR,
        class_standard=ClassStandard.TABLE,
        class_ground="简易程序",
    )


def _revoke(at: Prefecture) -> Request:
    return at.request(
        "revoke-decision",
        "deputy",
        at.penalty,
        changed_by=ChangedBy.REVIEW,
        reason="复议撤销",
        effective_on=DAY,
    )


#: Every race in which the second act loses.
LOST: tuple[Callable[[Prefecture], Race], ...] = (
    recorded_by_the_one_first,
    recorded_by_the_other_first,
    fallen_then_recorded,
)

#: Both orders of two acts that would each open the record.
OPENED_TWICE: tuple[Callable[[Prefecture], Race], ...] = (
    opened_by_the_one_first,
    opened_by_the_other_first,
)

#: The other order of those in which the law lets both acts be done.
BOTH_DONE: tuple[Callable[[Prefecture], Race], ...] = (
    recorded_then_fallen,
    *OPENED_TWICE,
)
