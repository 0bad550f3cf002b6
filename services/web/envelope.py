"""
What comes beside the terms of an act (办理情形), and how both become a request.

The names below are kept for the envelope; no act may have a term of the same name.
Whether a day may be stated, or paper have come first, is the act's to say: the ledger
refuses what its declaration does not allow, so nothing of that is decided here.
"""

import re
from collections.abc import Mapping
from datetime import date, datetime

from domain.acts import Act
from domain.references import FileRef, OfficerRef
from domain.shapes import Member, shape_of
from domain.values import Precision, Upload, start_of
from infra.ledger import Request
from services.web.gate import Visitor
from services.web.intake import Intake, is_absent
from services.web.problems import NotThisWay

FILE = "file"
OCCURRED_AT = "occurred_at"
PRECISION = "precision"
WITH_OFFICERS = "with_officers"
LATE_REASON = "late_reason"
LATE_SCAN = "late_scan"

#: Grounds that a field of the envelope answers, by code.
ANSWERED_BY: Mapping[str, str] = {"two_officers": WITH_OFFICERS}

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_KEY = re.compile(r"[\x21-\x7e]{1,200}")
_TAG = re.compile(r'(?:W/)?"?s?(\d{1,9})"?')


def member(name: str, annotation: object, *, required: bool = False) -> Member:
    """
    Declare a field of the envelope.
    """
    return Member(name, shape_of(annotation), required)


def envelope_of(act: "Act[..., object]") -> tuple[Member, ...]:
    """
    List what may come beside the terms of an act.
    """
    fields = [
        member(OCCURRED_AT, datetime),
        member(PRECISION, Precision),
        member(WITH_OFFICERS, tuple[OfficerRef, ...]),
        member(LATE_REASON, str),
        member(LATE_SCAN, Upload),
    ]
    if not act.opening:
        fields.insert(0, FILE_MEMBER)
    return tuple(fields)


#: The file that an act is done on.
FILE_MEMBER = member(FILE, FileRef, required=True)


def key_of(header: str) -> str:
    """
    Read an idempotency key.

    Raises:
        NotThisWay: If it is missing or no key.
    """
    if not _KEY.fullmatch(header):
        raise NotThisWay("idempotency_key_missing")
    return header


def tag_of(version: int) -> str:
    """
    Write the entity tag of a file's version.
    """
    return f'"s{version}"'


def seen_version(act: "Act[..., object]", header: str) -> int | None:
    """
    Read which version of the file the caller saw.

    Raises:
        NotThisWay: If the act wants it named and it is not, or it is none of ours.
    """
    if act.opening or header.strip() in ("", "*"):
        if act.said.seen:
            raise NotThisWay("version_required")
        return None
    found = _TAG.fullmatch(header.strip())
    if found is None:
        raise NotThisWay("version_unreadable")
    return int(found[1])


def request_of(
    act: "Act[..., object]",
    visitor: Visitor,
    given: Mapping[str, object],
    *,
    key: str,
    seen: int | None,
    channel: str,
) -> Request:
    """
    Read terms and envelope together, since every fault is to be told at once.

    Args:
        act: The act.
        visitor: Who acts.
        given: Terms and envelope, by name, as text or as JSON carries them.
        key: Idempotency key.
        seen: The file's version that the caller saw.
        channel: ``web`` for a form, else ``api`` or ``cli``.

    Raises:
        Malformed: If anything is wrong, with everything that is.
    """
    given, is_day = _with_moment(given)
    members = (*act.terms, *envelope_of(act))
    read = Intake(form=channel == "web").terms(members, given)
    own = {term.name for term in act.terms}
    beside = {name: value for name, value in read.items() if name not in own}
    if is_day:
        beside.setdefault(PRECISION, Precision.DAY)
    return Request(
        act.name,
        visitor.actor,
        key,
        {name: value for name, value in read.items() if name in own},
        channel=channel,
        seen=seen,
        **beside,  # type: ignore[arg-type]  # the shapes above are those of the fields
    )


def _with_moment(given: Mapping[str, object]) -> tuple[Mapping[str, object], bool]:
    """
    Take a day for the moment of an act as its first moment, known to the day.
    """
    raw = given.get(OCCURRED_AT)
    if is_absent(raw) or not isinstance(raw, str) or not _DAY.fullmatch(raw.strip()):
        return given, False
    try:
        begins = start_of(date.fromisoformat(raw.strip()))
    except ValueError:
        return given, False
    return {**given, OCCURRED_AT: begins.isoformat()}, True
