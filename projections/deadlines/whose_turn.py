"""
What of the board is asked for (期限的筛选): what really runs, and what whoever asks can
end by an act of theirs.
"""

from typing import Final

import orjson

from domain.acts import Reach
from domain.procedures.beginning_periods import LAPSING
from domain.procedures.ending_periods import rules_ended_by
from infra.questions import Reader, Select

#: What runs, without the times of a party that are over on the day asked for.
_NOT_LAPSED: Final = (
    "rule NOT IN (SELECT value FROM json_each(:lapsing)) OR last_on >= :axis_day"
)


def not_lapsed(select: Select) -> Select:
    """
    Leave out the times of which nothing follows once they are over.

    Args:
        select: What runs.
    """
    lapsing = orjson.dumps(sorted(LAPSING)).decode()
    return select.satisfying(_NOT_LAPSED, lapsing=lapsing)


def theirs(select: Select, reader: Reader, *, wanted: bool) -> Select:
    """
    Narrow to what an act of theirs ends: by its rule, and by whose file it is.

    Args:
        select: What is asked for.
        reader: Who asks.
        wanted: Whether it is theirs that they ask for, or what is not.
    """
    reaches = rules_ended_by(reader.role)
    own = sorted(rule for rule, reach in reaches.items() if reach == Reach.OWN)
    far = sorted(rule for rule, reach in reaches.items() if reach != Reach.OWN)
    turn = (
        "rule IN (SELECT value FROM json_each(:rules_below)) OR (owner = :body "
        "AND rule IN (SELECT value FROM json_each(:rules_here)))"
    )
    return select.satisfying(
        turn if wanted else f"NOT ({turn})",
        rules_below=orjson.dumps(far).decode(),
        rules_here=orjson.dumps(own).decode(),
        body=str(reader.body or ""),
    )
