"""
The one byte string of a fact (D25): canonical JSON, in two parts.

``decided`` is what the act recorded.
``given`` is what the ledger adds under its lock: the position, the moment of recording
and the official numbers drawn.
The two are spliced once, hashed as stored, and never encoded again::

    {"decided":{...},"given":{"position":7,"recorded_at":"2026-..."}}

Keys are ASCII and sorted; there is no float and no null; moments are UTC with six
digits and ``Z``.
"""

import hashlib
from collections.abc import Mapping
from datetime import UTC, datetime
from uuid import UUID

import orjson

from domain.values import Number

Json = str | int | bool | list["Json"] | dict[str, "Json"]

_OPEN, _JOIN, _CLOSE = b'{"decided":', b',"given":', b"}"


def canonical(value: Json) -> bytes:
    """
    Encode with sorted keys and without blanks.
    """
    return orjson.dumps(value, option=orjson.OPT_SORT_KEYS)


def splice(decided: bytes, given: bytes) -> bytes:
    """
    Join the two parts of a fact.
    """
    return b"".join((_OPEN, decided, _JOIN, given, _CLOSE))


def unsplice(stored: bytes) -> tuple[bytes, bytes]:
    """
    Take the two parts of a stored fact apart, without decoding either.

    The last joint is the true one: text cannot hold it, as JSON escapes its quotes, and
    the given part has no such key.
    """
    cut = stored.rindex(_JOIN)
    return stored[len(_OPEN) : cut], stored[cut + len(_JOIN) : -len(_CLOSE)]


def give(position: int, recorded_at: datetime, numbers: Mapping[str, Number]) -> bytes:
    """
    Encode the given part.

    Args:
        position: From 1.
        recorded_at: Aware moment.
        numbers: Official numbers with their serial, by path of the term.
    """
    given: dict[str, Json] = {
        "position": position,
        "recorded_at": write_moment(recorded_at),
    }
    if numbers:
        given["numbers"] = {
            path: {"printed": number.printed, "serial": number.serial}
            for path, number in numbers.items()
        }
    return canonical(given)


def write_moment(moment: datetime) -> str:
    """
    Write a moment: UTC, six digits, ``Z``.

    Raises:
        ValueError: If it names no zone.
    """
    if moment.tzinfo is None:
        raise ValueError("a moment without zone is none")
    text = moment.astimezone(UTC).isoformat(timespec="microseconds")
    return text.removesuffix("+00:00") + "Z"


def read_moment(text: str) -> datetime:
    """
    Read what ``write_moment`` wrote.
    """
    return datetime.fromisoformat(text)


def commitment(salt: bytes, subject: UUID, *, path: str, value: str) -> str:
    """
    Bind a personal value without showing it (D8).

    SHA-256 over the salt and the canonical array of subject, field and value.
    """
    bound = canonical([str(subject), path, value])
    return hashlib.sha256(salt + bound).hexdigest()
