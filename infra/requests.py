"""
What comes to the ledger's door and what goes out: requests and receipts (回执).
"""

import hashlib
import hmac
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cache
from typing import cast
from uuid import UUID, uuid5

import orjson

from domain.acts import ACTS, Act
from domain.base import Actor
from domain.refusals import NoSuchCase, Refused
from domain.shapes import Kind, Member, Shape, members_of
from domain.values import Personal, Precision, Upload
from infra.canonical import Json, canonical, write_moment
from infra.conditions import Key
from infra.encoding import Codec, Sealing
from infra.transcoding import Stored


@dataclass(frozen=True)
class Request:
    """
    An act as it comes to the door.

    Args:
        act: Its name.
        actor: Who acts.
        key: Idempotency key.
        terms: Its terms, by name, as typed values.
        file: The file that it is done on; absent for an opening.
        channel: The door it came through.
        occurred_at: When it happened, where the act is one that states it.
        precision: How exactly that is known.
        with_officers: The other certified officers.
        late_reason: Why it is recorded after the fact; makes it a late one.
        late_scan: The paper that came first.
        seen: The file's version that the caller saw.
    """

    act: str
    actor: Actor
    key: str
    terms: Mapping[str, object] = field(default_factory=dict)
    file: UUID | None = None
    channel: str = "api"
    occurred_at: datetime | None = None
    precision: Precision = Precision.MINUTE
    with_officers: tuple[UUID, ...] = ()
    late_reason: str = ""
    late_scan: Upload | None = None
    seen: int | None = None

    def bound(self, secret: bytes) -> Key:
        """
        Bind the request under the deployment's secret, personal values included (D10).

        The version seen is no part of it: it says which answer is wanted, not what for.
        """
        terms = _Terms(self.terms)
        bound: dict[str, Json] = {
            "act": self.act,
            "file": str(self.file or ""),
            "late_reason": self.late_reason,
            "late_scan": self.late_scan.sha256 if self.late_scan else "",
            "occurred_at": write_moment(self.occurred_at) if self.occurred_at else "",
            "officers": [str(officer) for officer in self.with_officers],
            "precision": self.precision.code,
            "terms": _codec(self.act).write(terms, "", _InTheClear()),
        }
        request = hmac.digest(secret, canonical(bound), hashlib.sha256)
        return Key(self.actor.scope, self.key, request)

    def ids(self, deployment: UUID) -> Iterator[UUID]:
        """
        Make the ids of the files that it opens, the same on a retry (D23).
        """
        ordinal = 0
        while True:
            yield self._id(deployment, f"file/{ordinal}")
            ordinal += 1

    def _id(self, deployment: UUID, what: str) -> UUID:
        name = canonical([self.actor.scope, self.key, what])
        return uuid5(deployment, name.decode())

    def prepared(
        self, deployment: UUID, find: Callable[[str], Upload]
    ) -> dict[str, object]:
        """
        Give the terms as the act takes them.

        Every personal value that names nobody yet gets a subject of its own, and every
        document is described as the store has it, whatever the caller says of it.

        Args:
            deployment: The ledger's own id.
            find: Describes a stored document by its hash, or raises.
        """
        walk = Preparing(lambda path: self._id(deployment, f"subject/{path}"), find)
        given = dict(self.terms)
        for term in act_named(self.act).terms:
            if given.get(term.name) is not None:
                given[term.name] = walk(term.shape, given[term.name], term.name)
        return given


@dataclass(frozen=True)
class Receipt:
    """
    The ledger's answer to an act (回执).

    Args:
        positions: Where its facts stand.
        facts: Their ids.
        files: The version of each file after them.
        numbers: Official numbers drawn, printed, by ``<fact>/<path of the term>``.
    """

    positions: tuple[int, ...]
    facts: tuple[str, ...]
    files: Mapping[UUID, int]
    numbers: Mapping[str, str]


@dataclass(frozen=True)
class Standing:
    """
    Whether an act is open to somebody now (还缺什么, D24).
    """

    act: "Act[..., object]"
    missing: tuple[Refused, ...]


def act_named(name: str) -> "Act[..., object]":
    """
    Find an act by its name.

    Raises:
        NoSuchCase: If nothing is declared under it.
    """
    declared = ACTS.get(name)
    if declared is None:
        raise NoSuchCase("no_such_act", under="", act=name)
    return declared


def receipt_of(stored: Iterable[Stored]) -> Receipt:
    """
    Put a receipt together from stored facts.
    """
    facts = tuple(stored)
    ids = {s.position: f"{s.originator_id}/{s.originator_version}" for s in facts}
    numbers = {
        f"{ids[each.position]}/{path}": drawn["printed"]
        for each in facts
        for path, drawn in orjson.loads(each.given).get("numbers", {}).items()
    }
    return Receipt(
        positions=tuple(ids),
        facts=tuple(ids.values()),
        files={cast("UUID", s.originator_id): s.originator_version for s in facts},
        numbers=numbers,
    )


class _Terms:
    """
    Terms by attribute, as a codec reads them; those not given are absent.
    """

    def __init__(self, terms: Mapping[str, object]) -> None:
        self.__dict__.update(terms)

    def __getattr__(self, name: str) -> None:
        """
        Nothing was given under this name.
        """
        return


class _InTheClear(Sealing):
    """
    Encodes personal values as they are; only ever fed into an HMAC.
    """

    def __init__(self) -> None:
        super().__init__("", lambda: b"")

    def seal(self, value: Personal, path: str, kind: Kind) -> Json:
        del path, kind
        return [value.text, str(value.subject or "")]


@cache
def _codec(act: str) -> Codec:
    """
    Give the codec of an act's terms, none of which need be given: the act itself, or
    the door before it, says what is missing.
    """
    terms = act_named(act).terms
    return Codec(Member(t.name, t.shape, required=False) for t in terms)


class Preparing:
    """
    Walks through a term and puts subjects and documents right.
    """

    def __init__(
        self, subject: Callable[[str], UUID], find: Callable[[str], Upload]
    ) -> None:
        """
        Say whose values are, and what documents are.

        Args:
            subject: Given the path of a personal value, whose it is.
            find: Given a document's hash, what the store says of it.
        """
        self._subject = subject
        self._find = find

    def __call__(self, shape: Shape, value: object, path: str) -> object:
        """
        Put one term right.
        """
        if isinstance(value, Personal):
            return value if value.subject else value.of(self._subject(path))
        if isinstance(value, Upload):
            return self._find(value.sha256)
        if isinstance(value, tuple) and shape.each is not None:
            each = shape.each
            return tuple(self(each, v, f"{path}/{n}") for n, v in enumerate(value))
        if shape.kind is Kind.RECORD and value is not None:
            return self._record(shape.type, value, path)
        return value

    def _record(self, kind: type, record: object, path: str) -> object:
        """
        Put those terms of a record right that are given and may need it.
        """
        walked: dict[str, object] = {}
        for member in _to_put_right(kind):
            given = getattr(record, member.name)
            if given is not None:
                walked[member.name] = self(member.shape, given, f"{path}/{member.name}")
        return replace(record, **walked) if walked else record  # type: ignore[type-var]  # a record is a dataclass


@cache
def _to_put_right(record: type) -> tuple[Member, ...]:
    """
    List the terms of a record in which a personal value or a document may stand.
    """
    return tuple(each for each in members_of(record) if _may_need_it(each.shape))


def _may_need_it(shape: Shape) -> bool:
    if shape.each is not None:
        return _may_need_it(shape.each)
    if shape.kind is Kind.RECORD:
        return bool(_to_put_right(shape.type))
    return shape.kind in (Kind.PERSONAL, Kind.RESTRICTED, Kind.DOCUMENT)
