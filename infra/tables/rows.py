"""
A row of a table, as it was read (一行的读取结果).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from domain.document_number import comparison_key
from domain.folding import folded, is_masked
from domain.money import Unit
from infra.tables.notes import Note, Severity, note_on_row
from infra.tables.plain import Say
from infra.tables.shapes import Shape, is_free_text, is_personal
from infra.tables.vocabulary import Kind

#: What kinds of row are no plain penalties, permits or entries.
NOT_A_PENALTY = "not_a_penalty"
WITHDRAWN_DECISION = "withdrawn"
DISPUTED_DECISION = "disputed"
VOID_ENTRY = "void"

_HIDDEN = "***"
_PARTY_NAMES = ("party_name", "name", "party_name_mixed")


@dataclass(frozen=True, slots=True)
class Column:
    """
    A column of the file whose meaning is known.

    Args:
        index: Its place, from 0.
        printed: Its header as printed.
        field: Canonical field.
        shape: How its cells are read.
        unit: What its amounts are counted in; absent where it holds none.
    """

    index: int
    printed: str
    field: str
    shape: Shape
    unit: Unit | None = None


@dataclass(frozen=True, slots=True)
class Dictionary:
    """
    A person's answers about one file (本文件的对照表).

    Args:
        columns: Canonical field of a header, by the header as printed; ``_ignore`` for
            a column to leave out.
        values: Meaning of a value, by field and by the value as it stands in the cell.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reader:
    """
    What holds for every row of one file.

    Args:
        kind: What the file is said to hold.
        today: Legal day of the reading; nothing can have been decided after it.
        dictionary: Answers about the file.
        columns: The columns whose meaning is known, in their order.
        width: Number of columns that have a header.
        epoch_year: Year from which serial days count.
        template_class: Class of every party by the template; empty if that is mixed.
        is_ours: Names and codes of the bodies whose own penalties these may be; absent
            if every row counts as ours.
    """

    kind: Kind
    today: date
    dictionary: Dictionary
    columns: tuple[Column, ...]
    width: int
    epoch_year: int = 1900
    template_class: str = ""
    is_ours: frozenset[str] | None = None

    def has(self, field_name: str) -> bool:
        """
        Say whether the file has a column for a field.
        """
        return any(column.field == field_name for column in self.columns)

    @property
    def prefix(self) -> str:
        """
        What the names of the party's fields begin with.
        """
        with_party = self.kind in {Kind.PENALTIES, Kind.PERMITS}
        return "party_" if with_party else ""


@dataclass(frozen=True, slots=True)
class Row:
    """
    One row: what was read from it, and what is to be said about it.

    Args:
        number: As a spreadsheet shows it.
        values: By canonical field; days in ISO form or ``open_end``, money in fen.
            Nothing in it is a natural person's data.
        texts: Free text by canonical field, as printed; it may name persons, and counts
            as personal.
        personal: Names, numbers of papers, telephones; the party's name too if it is a
            natural person or may be one.
        notes: All remarks.
        raw: The cells as the file has them.
        kind_hint: ``not_a_penalty``, ``withdrawn``, ``disputed``, ``void`` or empty.
        party_class: 法人及非法人组织, 自然人 or 个体工商户; empty if it is unknown.
        former_names: Names that the party's cell gives as earlier ones.
        duplicate_of: The earlier row of this file with the same facts; 0 if none.
    """

    number: int
    values: dict[str, str | int]
    texts: dict[str, str]
    personal: dict[str, str]
    notes: tuple[Note, ...]
    raw: tuple[str, ...]
    kind_hint: str = ""
    party_class: str = ""
    former_names: tuple[str, ...] = ()
    duplicate_of: int = 0

    @property
    def fault(self) -> Note | None:
        """
        Why the row is refused; nothing if it is not.
        """
        return next((n for n in self.notes if n.severity is Severity.REFUSED), None)

    @property
    def ok(self) -> bool:
        """
        Whether the row can be taken over.
        """
        return self.fault is None

    @property
    def held(self) -> tuple[Note, ...]:
        """
        What a person must choose before the row is linked.
        """
        return tuple(note for note in self.notes if note.severity is Severity.HELD)

    @property
    def party_name(self) -> str:
        """
        The party's name, wherever it is kept.
        """
        for name in _PARTY_NAMES:
            if found := self.values.get(name) or self.personal.get(name):
                return str(found)
        return ""

    @property
    def number_key(self) -> str:
        """
        What its official number is compared by; empty if it has none.
        """
        number = self.values.get("decision_no") or self.values.get("permit_no") or ""
        return comparison_key(str(number))

    @property
    def party_keys(self) -> frozenset[str]:
        """
        What its party is compared by; none if the name is masked.

        Personal where the party is a natural person: to be hashed under a key.
        """
        name = self.party_name
        if not name or is_masked(name):
            return frozenset()
        codes = ("uscc", "reg_no", "org_code", "party_uscc", "party_reg_no")
        found = {str(self.values[code]) for code in codes if code in self.values}
        identity = self.personal.get("party_id_no", "")
        if identity and not is_masked(identity):
            return frozenset({f"{folded(name)}/{identity}"})
        return frozenset({folded(name), *found})


class Reading:
    """
    A row while it is being read.
    """

    def __init__(self, number: int, reader: Reader) -> None:
        """
        Begin with nothing.
        """
        self.number = number
        self.reader = reader
        self.values: dict[str, str | int] = {}
        self.texts: dict[str, str] = {}
        self.personal: dict[str, str] = {}
        self.notes: list[Note] = []
        self.former_names: list[str] = []
        self.name = ""
        self.name_field = ""
        self.stated_class = ""
        self.has_placeholder = False
        self.hints: set[str] = set()

    def saying(self, column: Column | None) -> Say:
        """
        Give the way to note something about a column.
        """
        return partial(self.say, column)

    def say(
        self,
        column: Column | None,
        code: str,
        severity: Severity | None = None,
        **params: object,
    ) -> None:
        """
        Take down a note; what a column of personal data holds is not repeated.

        Args:
            column: What it is about; the whole row if absent.
            code: The rule.
            severity: Another one than the rule usually has.
            params: What fills the sentence.
        """
        name = column.field if column else ""
        if self._is_personal(name) and "seen" in params:
            params["seen"] = _HIDDEN
        note = note_on_row(
            code,
            row=self.number,
            field=name,
            column=column.printed if column else "",
            **params,
        )
        if severity is not None:
            note = Note(code, severity, note.field, note.column, note.row, note.params)
        self.notes.append(note)

    def put(self, name: str, value: str | int) -> None:
        """
        Keep a value where its field belongs.
        """
        if is_personal(name):
            self.personal[name] = str(value)
        elif is_free_text(name):
            self.texts[name] = str(value)
        else:
            self.values[name] = value

    def said(self, code: str) -> bool:
        """
        Say whether a rule has been noted.
        """
        return any(note.code == code for note in self.notes)

    def column_of(self, name: str) -> Column | None:
        """
        Give the first column of a field.
        """
        return next((c for c in self.reader.columns if c.field == name), None)

    def _is_personal(self, name: str) -> bool:
        if is_personal(name) or is_free_text(name):
            return True
        return name in _PARTY_NAMES and self.reader.template_class == "自然人"
