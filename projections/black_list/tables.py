"""
The tables of the black list (严重失信主体名单的表).
"""

from domain.law.list_grounds import ListGround
from domain.printed import ListGeneration
from domain.values import Choice
from infra.tables_of_rows import Column, Order, Table
from infra.timelines import Timeline

#: The rule of the term, by the rules under which the list was kept.
TERM_RULES = {
    ListGeneration.NOTICE_49: "SD.term.49",
    ListGeneration.ORDER_11: "SD.term",
}

#: What of an entry a correction can reach.
CORRECTED = frozenset(("party_name", "uscc", "authority_name"))
#: Before every legal day: an entry without a day belongs to the history of any.
ALWAYS = "0001-01-01"


class ListingDay(Choice):
    """
    Whether a list states since when somebody is on it (列入日期).
    """

    STATED = "载明", "stated"
    UNSTATED = "未载明列入日期", "listed, day not stated"


ENTRIES = Timeline(
    "black_list",
    (
        Column("enterprise", "file"),
        Column("party_name"),
        Column("uscc"),
        Column("listed_on", "day"),
        Column("until_on", "day"),
        Column("removed_on", "day"),
        Column("generation", "choice", choices=ListGeneration),
        Column("list_name"),
        Column("authority_name"),
        Column("listed_reason", "sealed"),
        Column("record", "file"),
        Column("entry", "file"),
        Column("person", "personal"),
        Column("list_ground", "choice", choices=ListGround),
    ),
    indexes=(("enterprise",),),
    orders=(Order(("listed_on",)),),
)

HISTORY = Timeline(
    "list_history",
    (
        Column("enterprise", "file"),
        Column("party_name"),
        Column("uscc"),
        Column("listing_day", "choice", choices=ListingDay),
        Column("listed_on", "day"),
        Column("until_on", "day"),
        Column("removed_on", "day"),
        Column("generation", "choice", choices=ListGeneration),
        Column("list_name"),
        Column("authority_name"),
        Column("listed_reason", "sealed"),
        Column("record", "file"),
        Column("entry", "file"),
        Column("person", "sealed"),
        Column("list_ground", "choice", choices=ListGround),
    ),
    indexes=(("enterprise",),),
    orders=(Order(("listed_on",)),),
)

OWN = Table(
    "own",
    (Column("entry", "file"),),
    (
        Column("enterprise", "file"),
        Column("person"),
        Column("listed_on", "day"),
        Column("over_on", "day"),
    ),
    internal=True,
)

#: Where an entry is public now.
SHOWN = Table(
    "shown_entries",
    (Column("publication", "file"),),
    (Column("entry", "file"),),
    internal=True,
)

ROWS = Table(
    "rows",
    (Column("record", "file"),),
    (
        Column("listed_on", "day"),
        Column("ends_on", "day"),
        Column("until_on", "day"),
        Column("party_name"),
        Column("uscc"),
        Column("generation"),
        Column("list_name"),
        Column("authority_name"),
        Column("listed_reason"),
        Column("removed_on", "day"),
        Column("enterprise", "file"),
        Column("owner"),
        Column("audience"),
    ),
    internal=True,
)
