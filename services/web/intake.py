"""
Reads terms into typed values by their shapes (D19), collecting everything wrong.

JSON and forms go through the same reader; a form differs only in that all its leaves
are text, and that it takes money in yuan where JSON takes fen.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime
from typing import cast
from uuid import UUID

from domain.folding import narrowed
from domain.money import NotExact, Unit, to_fen
from domain.shapes import Kind, Member, Shape, members_of
from domain.values import OFFICE_ZONE, Choice, Upload
from services.web import labels
from services.web.faults import Called, Fault, Malformed, fault

#: The longest text, in characters.
TEXT_MAX = 20_000

#: The most entries of a list.
ENTRIES_MAX = 500

#: What JSON can carry without loss.
WHOLE_MAX = 2**53 - 1

#: Years that a day may lie in, both inclusive.
YEARS = (1900, 2199)

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MOMENT = re.compile(
    r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})?"
)
_ID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\x85\u2028\u2029]")
#: What a form sends of a list that nobody grew, and of a record left empty.
_NESTED: Mapping[Kind, object] = {Kind.LIST: (), Kind.RECORD: {}}
_FLAGS = {"yes": True, "no": False, "true": True, "false": False}


class _Bad(Exception):
    """
    A leaf that cannot be read.
    """

    def __init__(self, code: str, **blanks: object) -> None:
        super().__init__(code)
        self.code = code
        self.blanks = blanks


def is_absent(raw: object) -> bool:
    """
    Whether nothing was given: no value, or blank text.
    """
    return raw is None or (isinstance(raw, str) and not raw.strip())


class Intake:
    """
    One reading of one request.
    """

    def __init__(self, *, form: bool = False, called: Called = labels.term) -> None:
        """
        Start with no faults.

        Args:
            form: Whether the leaves are text as typed into a form.
            called: Says what a field is called.
        """
        self._form = form
        self._called = called
        self.faults: list[Fault] = []

    def terms(
        self, members: Iterable[Member], given: Mapping[str, object]
    ) -> dict[str, object]:
        """
        Read named terms; absent optional ones are left out.

        Raises:
            Malformed: If anything is wrong, with everything that is.
        """
        read = self._record(tuple(members), given, "")
        if self.faults:
            raise Malformed(*self.faults)
        return read

    def _fault(self, at: str, code: str, **blanks: object) -> Fault:
        return fault(at, code, called=self._called, **blanks)

    def _record(
        self, members: tuple[Member, ...], given: Mapping[str, object], at: str
    ) -> dict[str, object]:
        known = {member.name for member in members}
        for name in given:
            if name not in known:
                self.faults.append(
                    self._fault(f"{at}/{_escaped(name)}", "unknown_term")
                )
        read: dict[str, object] = {}
        for member in members:
            raw, where = given.get(member.name), f"{at}/{member.name}"
            if not is_absent(raw):
                read[member.name] = self._value(member.shape, raw, where)
            elif member.required and self._form and member.shape.kind in _NESTED:
                read[member.name] = self._value(
                    member.shape, _NESTED[member.shape.kind], where
                )
            elif member.required:
                self.faults.append(self._fault(where, "missing"))
        return read

    def _value(self, shape: Shape, raw: object, at: str) -> object:
        if shape.kind is Kind.LIST:
            return self._list(shape, raw, at)
        if shape.kind is Kind.RECORD:
            return self._nested(shape, raw, at)
        try:
            return self._leaf(shape, raw, at)
        except _Bad as bad:
            self.faults.append(self._fault(at, bad.code, **bad.blanks))
            return None

    def _list(self, shape: Shape, raw: object, at: str) -> object:
        if not isinstance(raw, list | tuple):
            self.faults.append(self._fault(at, "not_a_list"))
            return ()
        if len(raw) > ENTRIES_MAX:
            self.faults.append(self._fault(at, "too_many", most=ENTRIES_MAX))
            return ()
        assert shape.each is not None
        each, read = shape.each, []
        for number, entry in enumerate(raw):
            where = f"{at}/{number}"
            if is_absent(entry):
                self.faults.append(self._fault(where, "missing"))
            else:
                read.append(self._value(each, entry, where))
        return tuple(read)

    def _nested(self, shape: Shape, raw: object, at: str) -> object:
        if not isinstance(raw, Mapping):
            self.faults.append(self._fault(at, "not_a_record"))
            return None
        before = len(self.faults)
        read = self._record(members_of(shape.type), raw, at)
        return shape.type(**read) if len(self.faults) == before else None

    def _leaf(self, shape: Shape, raw: object, at: str) -> object:
        if shape.kind is Kind.WHOLE:
            return self._whole(raw, at)
        if shape.kind is Kind.FLAG:
            return self._flag(raw)
        return _LEAVES[shape.kind](shape, raw)

    def _whole(self, raw: object, at: str) -> int:
        if not self._form:
            if isinstance(raw, bool) or not isinstance(raw, int):
                raise _Bad("not_whole")
            return _bounded(raw)
        text = narrowed(cast("str", raw)).replace(",", "")
        if labels.term(at.rpartition("/")[2]).unit == "fen":
            return _fen(text)
        if not re.fullmatch(r"-?\d{1,16}", text):
            raise _Bad("not_whole")
        return _bounded(int(text))

    def _flag(self, raw: object) -> bool:
        if isinstance(raw, bool) and not self._form:
            return raw
        if self._form and isinstance(raw, str) and raw in _FLAGS:
            return _FLAGS[raw]
        raise _Bad("not_yes_or_no")


# -- leaves ---------------------------------------------------------------------------


def _text(shape: Shape, raw: object) -> str:
    del shape
    if not isinstance(raw, str):
        raise _Bad("not_text")
    text = raw.replace("\r\n", "\n").strip()
    if _CONTROL.search(text):
        raise _Bad("control_characters")
    if len(text) > TEXT_MAX:
        raise _Bad("too_long", most=TEXT_MAX)
    return text


def _personal(shape: Shape, raw: object) -> object:
    return shape.type(_text(shape, raw))


def _day(shape: Shape, raw: object) -> date:
    del shape
    if isinstance(raw, str) and _DAY.fullmatch(raw.strip()):
        try:
            day = date.fromisoformat(raw.strip())
        except ValueError:
            raise _Bad("not_a_day") from None
        if YEARS[0] <= day.year <= YEARS[1]:
            return day
    raise _Bad("not_a_day")


def _moment(shape: Shape, raw: object) -> datetime:
    del shape
    if isinstance(raw, str) and _MOMENT.fullmatch(raw.strip()):
        try:
            moment = datetime.fromisoformat(raw.strip())
        except ValueError:
            raise _Bad("not_a_moment") from None
        if YEARS[0] <= moment.year <= YEARS[1]:
            zoned = moment if moment.tzinfo else moment.replace(tzinfo=OFFICE_ZONE)
            return zoned.astimezone(UTC)
    raise _Bad("not_a_moment")


def _choice(shape: Shape, raw: object) -> object:
    choices = {c.code: c for c in cast("type[Choice]", shape.type)}
    if not isinstance(raw, str) or raw not in choices:
        given = raw[:40] if isinstance(raw, str) else type(raw).__name__
        raise _Bad("no_such_choice", given=given, choices=" ".join(choices))
    return choices[raw]


def _id(shape: Shape, raw: object) -> UUID:
    del shape
    if not isinstance(raw, str) or not _ID.fullmatch(raw.strip()):
        raise _Bad("not_an_id")
    return UUID(raw.strip())


def _document(shape: Shape, raw: object) -> Upload:
    """
    Name a document; what it is, the store says when it is cited.
    """
    del shape
    named = raw.get("sha256") if isinstance(raw, Mapping) else raw
    if not isinstance(named, str) or not _SHA256.fullmatch(named):
        raise _Bad("not_a_document")
    return Upload(named, 0, "")


def _fen(text: str) -> int:
    if not re.fullmatch(r"-?\d{1,13}(\.\d{1,2})?", text.removesuffix("元")):
        raise _Bad("not_an_amount")
    try:
        return to_fen(text.removesuffix("元"), Unit.YUAN)
    except NotExact:
        raise _Bad("not_an_amount") from None


def _bounded(number: int) -> int:
    if abs(number) > WHOLE_MAX:
        raise _Bad("not_whole")
    return number


def _escaped(name: str) -> str:
    return name.replace("~", "~0").replace("/", "~1")


_LEAVES: dict[Kind, Callable[[Shape, object], object]] = {
    Kind.TEXT: _text,
    Kind.PERSONAL: _personal,
    Kind.RESTRICTED: _personal,
    Kind.DAY: _day,
    Kind.MOMENT: _moment,
    Kind.CHOICE: _choice,
    Kind.REFERENCE: _id,
    Kind.DOCUMENT: _document,
}
