"""
Facts to bytes and back, for every shape that a term may have (D25).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Annotated, ClassVar
from uuid import UUID

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.base import Actor, Audience, Deed, Fact, File, FirstFact, Role, Time
from domain.values import (
    Choice,
    Number,
    Personal,
    Precision,
    Reference,
    Restricted,
    Upload,
)
from infra.canonical import (
    canonical,
    give,
    read_moment,
    splice,
    unsplice,
    write_moment,
)
from infra.encoding import Sealing
from infra.failures import Misconfigured
from infra.transcoding import (
    FACT_BYTES_MAX,
    Draft,
    FactMapper,
    Stored,
    numbered,
    terms_as_json,
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


def mapper() -> FactMapper:
    """
    A mapper whose salt is known.
    """
    return FactMapper(lambda: b"s" * 16, lambda _: {})


def stored(draft: Draft, position: int = 5) -> Stored:
    """
    Store a draft as the recorder does: numbers drawn, spliced, and read again.
    """
    drawn = numbered(draft.draws, iter(range(101, 1000)))
    given_part = give(position, datetime(2026, 3, 2, tzinfo=UTC), drawn)
    decided, given_again = unsplice(splice(draft.state, given_part))
    return Stored(
        draft.originator_id,
        draft.originator_version,
        draft.topic,
        decided,
        given_again,
        position,
    )


def in_the_clear(value: object, numbers: Callable[[], int]) -> object:
    """
    What a value is once recorded: personal ones sealed, numbers drawn, moments in UTC.
    """
    if isinstance(value, Personal):
        return replace(value, text="", commitment="")
    if isinstance(value, Number) and not value.serial:
        return replace(value, serial=numbers())
    if isinstance(value, datetime):
        return value.astimezone(UTC)
    if isinstance(value, tuple):
        return tuple(in_the_clear(each, numbers) for each in value)
    if isinstance(value, Leaf | Branch):
        make: Callable[..., object] = type(value)
        return make(
            *(in_the_clear(getattr(value, f.name), numbers) for f in fields(value))
        )
    return value


class TestRoundTrip:
    @given(TREES)
    def test_of_every_shape(self, seen: TreeSeen) -> None:
        """
        Every term comes back as it was: of its type, sealed where it must be.
        """
        back = mapper().to_domain_event(stored(mapper().to_stored_event(seen)))

        serials = iter(range(101, 1000))
        for field in fields(seen):
            if field.name in ("timestamp", "position"):
                continue
            was = in_the_clear(getattr(seen, field.name), serials.__next__)
            now = in_the_clear(getattr(back, field.name), serials.__next__)
            assert now == was
            assert type(now) is type(was)
        assert back.position == 5

    @given(TREES)
    def test_encoded_again(self, seen: TreeSeen) -> None:
        """
        What was decided is the same byte string again once it is decoded.
        """
        unnumbered = changed(seen, branch=Branch(()), branches=())
        draft = mapper().to_stored_event(unnumbered)
        back = mapper().to_domain_event(stored(draft))

        assert mapper().to_stored_event(back).state == draft.state

    @given(TREES)
    def test_rules_of_the_bytes(self, seen: TreeSeen) -> None:
        """
        Sorted ASCII keys, no float, no null, no module path, no personal value.
        """
        draft = mapper().to_stored_event(seen)
        decided = orjson.loads(draft.state)

        assert canonical(decided) == draft.state
        assert all(key.isascii() for key in keys_of(decided))
        assert b"null" not in re.sub(rb'"[^"]*"', b"", draft.state)
        assert MARK.encode() not in draft.state
        assert all(secret.value[0] == MARK for secret in draft.secrets)
        assert len(draft.secrets) >= 2

    @given(MOMENTS)
    def test_moment(self, moment: datetime) -> None:
        """
        A moment is written in UTC with six digits, and is the same moment again.
        """
        written = write_moment(moment)

        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z", written)
        assert read_moment(written) == moment


def keys_of(value: object) -> list[str]:
    """
    Every key of every object in it.
    """
    if isinstance(value, dict):
        return [*value, *(k for v in value.values() for k in keys_of(v))]
    if isinstance(value, list):
        return [key for each in value for key in keys_of(each)]
    return []


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


class TestRefused:
    @pytest.mark.parametrize(
        ("term", "value"),
        [
            ("text", 1),
            ("day", datetime(2026, 3, 2, tzinfo=UTC)),
            ("moment", date(2026, 3, 2)),
            ("count", True),
            ("count", 1.0),
            ("is_old", 1),
            ("colour", Role.OFFICER),
            ("colour", "red"),
            ("owner", Restricted("a", UUID(int=2))),
            ("owner", Personal("a")),
            ("garden", str(UUID(int=3))),
            ("words", ["a"]),
            ("words", (1,)),
            ("branch", Leaf(Personal(), Colour.RED)),
        ],
    )
    def test_of_another_type(self, term: str, value: object) -> None:
        """
        Only a value of the very type is written, and no value is named in the message.
        """
        wrong = changed(SEEN, **{term: value})

        with pytest.raises(TypeError, match=f"terms/{term}"):
            mapper().to_stored_event(wrong)

    def test_moment_without_zone(self) -> None:
        """
        A moment that names no zone is none.
        """
        wrong = changed(SEEN, moment=datetime(2026, 3, 2))  # noqa: DTZ001  the point

        with pytest.raises(ValueError, match="zone"):
            mapper().to_stored_event(wrong)

    def test_too_long(self) -> None:
        """
        A longer text goes to the document store.
        """
        mapper().to_stored_event(changed(SEEN, text="a" * (FACT_BYTES_MAX - 2000)))

        with pytest.raises(ValueError, match="at most"):
            mapper().to_stored_event(changed(SEEN, text="a" * FACT_BYTES_MAX))

    def test_unknown_topic(self) -> None:
        """
        A fact of a newer version is not guessed at.
        """
        draft = mapper().to_stored_event(SEEN)
        newer = draft.state.replace(b"seen.v1", b"seen.v9")

        with pytest.raises(Misconfigured, match=r"seen\.v9"):
            mapper().to_domain_event(stored(replace(draft, state=newer)))


class TestDefaults:
    def test_written_unless_empty(self) -> None:
        """
        A default that says something is stored: it may be another one some day.
        """
        terms = orjson.loads(mapper().to_stored_event(SEEN).state)["terms"]

        assert (terms["height"], terms["name"]) == (7, "oak")
        assert {"gardens", "later"}.isdisjoint(terms)

    def test_emptied(self) -> None:
        """
        An empty text is stored where the default is not empty.
        """
        draft = mapper().to_stored_event(changed(SEEN, name=""))
        back = mapper().to_domain_event(stored(draft))

        assert isinstance(back, TreeSeen)
        assert back.name == ""

    def test_shown_in_a_trace(self) -> None:
        """
        A recorded fact's terms are shown as they lie in the ledger, sealed.
        """
        draft = mapper().to_stored_event(SEEN)
        back = mapper().to_domain_event(stored(draft))
        terms = orjson.loads(draft.state)["terms"]

        assert orjson.loads(terms_as_json(back)) == terms
        assert back.AUDIENCE is Audience.OFFICE

    def test_sealed_once(self) -> None:
        """
        A value that was sealed before keeps its commitment, and goes to no vault again.
        """
        sealed = replace(SEEN.owner, text="", commitment="00")
        draft = mapper().to_stored_event(changed(SEEN, owner=sealed))

        assert [secret.field for secret in draft.secrets] == ["terms/secret"]
        assert issubclass(TreeSeen, Fact)
        assert Sealing("", bytes).secrets == []
