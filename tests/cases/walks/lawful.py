"""
The table of what acts say (要素), and how an act is entered in it.
"""

from collections.abc import Callable
from datetime import timedelta
from random import Random
from typing import Any
from uuid import UUID

from tests.cases.walks.city import City

Terms = dict[str, Any]
Table = Callable[[City, UUID | None, Random], Terms]

LAWFUL: dict[str, Table] = {}


def lawful(*acts: str) -> Callable[[Table], Table]:
    """
    Enter what some acts say.
    """

    def entered(table: Table) -> Table:
        LAWFUL.update(dict.fromkeys(acts, table))
        return table

    return entered


def said(act: str, **terms: object) -> None:
    """
    Enter what an act says whatever its file.
    """
    lawful(act)(lambda _city, _file, _dice: dict(terms))


def in_days(act: str, term: str, days: int, **more: object) -> None:
    """
    Enter an act that names a day so many days from now.
    """
    lawful(act)(
        lambda city, _file, _dice: {term: city.day + timedelta(days=days), **more}
    )
