"""
Trees: a fact of the tests with a term of every shape, and any number of them.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Annotated, ClassVar
from uuid import UUID

from hypothesis import strategies as st

from domain.base import Actor, Deed, File, FirstFact, Role, Time
from domain.values import (
    Choice,
    Number,
    Personal,
    Precision,
    Reference,
    Restricted,
    Upload,
)


class Colour(Choice):
    """
    A colour (颜色).
    """

    RED = "红", "red"
    GREEN = "绿", "green"


@dataclass(frozen=True)
class Leaf:
    """
    A record within a record (叶).
    """

    who: Personal
    colour: Colour
    grown_on: date | None = None


@dataclass(frozen=True)
class Branch:
    """
    A record with a list (枝).
    """

    leaves: tuple[Leaf, ...]
    number: Number | None = None
    note: str = ""


class TreeSeen(FirstFact):
    """
    A tree was seen, with a term of every shape (见树).
    """

    TOPIC: ClassVar[str] = "test-tree.seen.v1"

    text: str
    day: date
    moment: datetime
    count: int
    is_old: bool
    colour: Colour
    owner: Personal
    secret: Restricted
    garden: Annotated[UUID, Reference("garden", "gardens")]
    photo: Upload
    branch: Branch
    words: tuple[str, ...]
    branches: tuple[Branch, ...]
    gardens: Annotated[tuple[UUID, ...], Reference("garden", "gardens")] = ()
    later: date | None = None
    height: int = 7
    name: str = "oak"


class Tree(File):
    """
    A tree (树).
    """

    TOPIC: ClassVar[str] = "test-tree"

    def __init__(self) -> None:
        """
        Nothing is kept of it.
        """


#: Stands in every personal value and nowhere else.
MARK = "§"

#: The checker does not see that a fact is a dataclass.
seen_with: Callable[..., TreeSeen] = TreeSeen


def changed(fact: TreeSeen, **terms: object) -> TreeSeen:
    """
    The fact with other terms.
    """
    change: Callable[..., TreeSeen] = replace
    return change(fact, **terms)


# -- what hypothesis makes ------------------------------------------------------------

TEXT = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters=MARK), max_size=20
)
SOME_TEXT = TEXT.filter(bool)
DAYS = st.dates(date(1900, 1, 1), date(2200, 1, 1))
ZONES = st.integers(-12, 14).map(lambda hours: timezone(timedelta(hours=hours)))
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MOMENTS = st.builds(
    lambda passed, zone: (EPOCH + passed).astimezone(zone),
    st.timedeltas(timedelta(days=-20_000), timedelta(days=80_000)),
    ZONES,
)
IDS = st.uuids(version=4)
MARKED = TEXT.map(lambda text: MARK + text)
PERSONAL = st.builds(Personal, MARKED, IDS)
NUMBERS = st.builds(
    Number,
    series=SOME_TEXT,
    region=TEXT,
    agency=TEXT,
    code=TEXT,
    year=st.integers(1949, 2100),
    pattern=TEXT.map(lambda text: re.sub("[{}]", "", text) + "{}"),
    serial=st.integers(0, 3),
    suffix=st.sampled_from(["", "-2"]),
)
UPLOADS = st.builds(Upload, SOME_TEXT, st.integers(0, 2**40), SOME_TEXT)
LEAVES = st.builds(Leaf, PERSONAL, st.sampled_from(Colour), st.none() | DAYS)
BRANCHES = st.builds(
    Branch, st.lists(LEAVES, max_size=2).map(tuple), st.none() | NUMBERS, TEXT
)
DEEDS = st.builds(
    Deed,
    act=SOME_TEXT,
    actor=st.builds(Actor, st.sampled_from(Role), st.none() | IDS, st.none() | IDS),
    body=st.none() | IDS,
    thread=IDS,
    occurred_at=MOMENTS,
    precision=st.sampled_from(Precision),
    known=st.sampled_from(Time),
    provision=SOME_TEXT,
    channel=SOME_TEXT,
    officers=st.lists(IDS, max_size=2).map(tuple),
    concerns=st.lists(IDS, max_size=2).map(tuple),
    received_at=st.none() | MOMENTS,
    late_scan=st.none() | UPLOADS,
)
TREES = st.builds(
    TreeSeen,
    originator_id=IDS,
    originator_version=st.integers(1, 2**31),
    originator_topic=st.just("test-tree"),
    timestamp=MOMENTS,
    deed=DEEDS,
    text=TEXT,
    day=DAYS,
    moment=MOMENTS,
    count=st.integers(-(2**53), 2**53),
    is_old=st.booleans(),
    colour=st.sampled_from(Colour),
    owner=PERSONAL,
    secret=st.builds(Restricted, MARKED, IDS),
    garden=IDS,
    photo=UPLOADS,
    branch=BRANCHES,
    words=st.lists(TEXT, max_size=3).map(tuple),
    branches=st.lists(BRANCHES, max_size=2).map(tuple),
    gardens=st.lists(IDS, max_size=2).map(tuple),
    later=st.none() | DAYS,
    height=st.integers(0, 9),
    name=TEXT,
)

#: One of them.
SEEN = seen_with(
    originator_id=UUID(int=1),
    originator_version=1,
    originator_topic="test-tree",
    timestamp=datetime(2026, 3, 2, tzinfo=UTC),
    deed=Deed(
        act="see",
        actor=Actor(Role.OFFICER),
        body=None,
        thread=UUID(int=1),
        occurred_at=datetime(2026, 3, 2, tzinfo=UTC),
        precision=Precision.MINUTE,
        known=Time.NOW,
        provision="p",
        channel="api",
    ),
    text="t",
    day=date(2026, 3, 2),
    moment=datetime(2026, 3, 2, tzinfo=UTC),
    count=1,
    is_old=True,
    colour=Colour.RED,
    owner=Personal("a", UUID(int=2)),
    secret=Restricted("b", UUID(int=2)),
    garden=UUID(int=3),
    photo=Upload("c", 1, "image/png"),
    branch=Branch(()),
    words=(),
    branches=(),
)
