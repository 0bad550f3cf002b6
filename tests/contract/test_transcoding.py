"""
Facts to bytes and back, for every shape that a term may have (D25).
"""

import re
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import UTC, date, datetime
from uuid import UUID

import orjson
import pytest
from hypothesis import given

from domain.base import Audience, Fact, Role
from domain.values import Number, Personal, Restricted
from infra.canonical import (
    canonical,
    give,
    read_moment,
    splice,
    unsplice,
    write_moment,
)
from infra.encoding import Sealing
from infra.failures import FactTooLarge, Misconfigured
from infra.transcoding import (
    FACT_BYTES_MAX,
    Draft,
    FactMapper,
    Stored,
    numbered,
    terms_as_json,
)
from tests.contract.trees import (
    MARK,
    MOMENTS,
    SEEN,
    TREES,
    Branch,
    Colour,
    Leaf,
    TreeSeen,
    changed,
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
        assert b"null" not in re.sub(rb'"(?:[^"\\]|\\.)*"', b"", draft.state)
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

        with pytest.raises(FactTooLarge) as failure:
            mapper().to_stored_event(changed(SEEN, text="a" * FACT_BYTES_MAX))

        assert failure.value.path == "text"
        assert failure.value.size > failure.value.most == FACT_BYTES_MAX

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
