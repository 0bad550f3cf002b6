"""
Every way in which the law says no (不予).

::

    Refused
    ├── NotCompetent   the person may not do this act       403
    ├── NoSuchCase     there is no such file for you        404
    ├── OutOfOrder     wrong stage for the act              409
    ├── OutOfTime      the period had run                   409
    └── BeyondTheLaw   amount or measure not allowed        409

A refusal records nothing.
It is a code with parameters; the sentence comes from ``domain.wording``.
"""

from dataclasses import dataclass
from typing import ClassVar, Final


class Refused(Exception):
    """
    The law says no (不予办理).

    Args:
        code: Stable, lower case, for example ``no_certificate``.
        under: The provision that says so.
        facts: What the sentence is filled with, by name.
    """

    status: ClassVar[int] = 409
    kind: ClassVar[str] = "refused"

    def __init__(self, code: str, *, under: str, **facts: object) -> None:
        """
        Name the ground.
        """
        super().__init__(code)
        self.code = code
        self.under = under
        self.facts = facts


class NotCompetent(Refused):
    """
    The person, role or body may not do this act (无权).
    """

    status = 403
    kind = "not_competent"


class NoSuchCase(Refused):
    """
    There is no such file, or it is not yours to know of (查无此件).
    """

    status = 404
    kind = "no_such_case"


class OutOfOrder(Refused):
    """
    The file is not at the stage for the act (程序不符).
    """

    kind = "out_of_order"


class OutOfTime(Refused):
    """
    The act came after its period, or before its time (期限不符).
    """

    kind = "out_of_time"


class BeyondTheLaw(Refused):
    """
    The amount, measure or choice is not allowed (超出法定范围).
    """

    kind = "beyond_the_law"


#: The order in which grounds are told: competence, existence, stage, time, amount.
ORDER: Final[tuple[type[Refused], ...]] = (
    NotCompetent,
    NoSuchCase,
    OutOfOrder,
    OutOfTime,
    BeyondTheLaw,
)


@dataclass(frozen=True)
class Difference:
    """
    What a refusal found to be other than known (不一致之处).

    Args:
        term: The term that differs.
        known: What is on file; ``HIDDEN`` if it must not be shown.
        given: What was given.
    """

    term: str
    known: object
    given: object


#: Stands for a natural person's data where two values differ.
HIDDEN = "***"
