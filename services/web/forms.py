"""
The form of an act, made from its declaration (表单): fields, choices, faults.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from domain.acts import Act
from domain.base import Time
from domain.refusals import NotCompetent, OutOfTime, Refused
from domain.shapes import Kind, Member, Shape, members_of
from domain.values import Reference
from infra.questions import Reader
from services.web import labels
from services.web.envelope import (
    ANSWERED_BY,
    FILE,
    LATE_REASON,
    LATE_SCAN,
    OCCURRED_AT,
    PRECISION,
    WITH_OFFICERS,
    envelope_of,
)
from services.web.faults import Fault
from services.web.house import House
from services.web.labels import Words
from services.web.offers import Offers, Options
from services.web.typed import WORDS, Typed

#: Terms in which one writes sentences.
PROSE = frozenset(
    (
        "aims",
        "alterations",
        "body_and_people",
        "class_ground",
        "description",
        "done",
        "further_items",
        "grounds",
        "inspection_scope",
        "late_reason",
        "measures",
        "methods_and_measures",
        "money_and_goods",
        "obstruction",
        "opinion",
        "problem_list",
        "progress",
        "reason",
        "reasons",
        "rectification_list",
        "requirements",
        "responsibility_list",
        "safety_and_emergency",
        "secured_by",
        "text",
        "time_required",
        "urgent_ground",
    )
)

_PLAIN_WIDGETS: Mapping[Kind, str] = {
    Kind.DAY: "day",
    Kind.MOMENT: "moment",
    Kind.FLAG: "flag",
    Kind.PERSONAL: "text",
    Kind.RESTRICTED: "text",
    Kind.REFERENCE: "reference",
    Kind.DOCUMENT: "document",
    Kind.RECORD: "record",
}

#: Up to how many choices are shown as buttons; more go into a list.
BUTTONS_MAX = 5


@dataclass(frozen=True)
class Field:
    """
    One field of a form, or a group of fields.

    Args:
        name: Its place, as in ``findings-0-area``.
        widget: How it is shown.
        words: Its label.
        required: Whether it must be filled in.
        value: The text typed, or the uploads kept.
        faults: What is wrong with it.
        options: What can be chosen.
        is_searched: Whether one searches for more.
        searched: What was searched for.
        fields: The fields of a group, the entries of a list.
    """

    name: str
    widget: str
    words: Words
    required: bool = False
    value: object = ""
    faults: tuple[Fault, ...] = ()
    options: Options = ()
    is_searched: bool = False
    searched: str = ""
    fields: "tuple[Field, ...]" = field(default=())

    @property
    def id(self) -> str:
        """
        What a link from the error summary leads to.
        """
        return f"f-{self.name}"


@dataclass(frozen=True)
class Form:
    """
    A form as it is shown.

    Args:
        act: Of which act.
        beside: Fields of the envelope: when, with whom.
        terms: Fields of the act's own terms.
        late: Fields for what is recorded late; empty where that is not foreseen.
        missing: What the act lacks now.
        faults: Everything wrong with what was typed.
    """

    act: "Act[..., object]"
    beside: tuple[Field, ...]
    terms: tuple[Field, ...]
    late: tuple[Field, ...]
    missing: tuple[Refused, ...]
    faults: tuple[Fault, ...] = ()

    @property
    def is_shut(self) -> bool:
        """
        Whether nothing that is filled in can make the act lawful now (D24).
        """
        return any(not self._is_curable(refused) for refused in self.missing)

    def _is_curable(self, refused: Refused) -> bool:
        """
        Whether the form itself answers a ground, or another day than today would.
        """
        if refused.code in ANSWERED_BY:
            return True
        said = self.act.said
        has_day = said.late or said.time is not Time.NOW
        return has_day and isinstance(refused, NotCompetent | OutOfTime)

    def answer_to(self, refused: Refused) -> str:
        """
        Name the field that answers a ground; nothing where none does.
        """
        name = ANSWERED_BY.get(refused.code, "")
        return f"f-{name}" if name in {f.name for f in self.beside} else ""

    def place_of(self, fault: Fault) -> str:
        """
        Say which field a fault belongs to; the nearest one that is shown.
        """
        shown = {f.id for f in _every((*self.beside, *self.terms, *self.late))}
        parts = fault.pointer.removeprefix("/").split("/")
        while parts and f"f-{'-'.join(parts)}" not in shown:
            parts.pop()
        return f"f-{'-'.join(parts)}" if parts else "main"


def _every(fields: Iterable[Field]) -> Iterable[Field]:
    for each in fields:
        yield each
        yield from _every(each.fields)


def members_in_form(act: "Act[..., object]") -> tuple[Member, ...]:
    """
    List what the form of an act asks for beside its terms, by its declaration.
    """
    said, wanted = act.said, set[str]()
    if said.time is not Time.NOW or said.late:
        wanted.add(OCCURRED_AT)
    if said.two_officers or said.power is not None:
        wanted.add(WITH_OFFICERS)
    if said.late:
        wanted |= {LATE_REASON, LATE_SCAN}
    return tuple(member for member in envelope_of(act) if member.name in wanted)


def members_read(act: "Act[..., object]") -> tuple[Member, ...]:
    """
    List everything that a form of the act may send.
    """
    kept = {FILE, PRECISION}
    beside = (m for m in envelope_of(act) if m.name in kept)
    return (*act.terms, *members_in_form(act), *beside)


class FormMaker:
    """
    Makes the form of an act from what was typed so far.
    """

    def __init__(
        self, house: House, reader: Reader, *, typed: Typed, near: UUID | None
    ) -> None:
        """
        Make a form for somebody.

        Args:
            house: Who offers choices.
            reader: Who fills it in.
            typed: What was typed; also what is searched for.
            near: The file that the act is done on.
        """
        self._offers = Offers(house, reader, near)
        self._typed = typed
        self._faults: tuple[Fault, ...] = ()

    def form(
        self,
        act: "Act[..., object]",
        tree: Mapping[str, object],
        *,
        missing: tuple[Refused, ...] = (),
        faults: tuple[Fault, ...] = (),
    ) -> Form:
        """
        Make the form.

        Args:
            act: Of which act.
            tree: What was typed, as ``Typed.tree`` gives it.
            missing: What the act lacks now.
            faults: What is wrong with what was typed.
        """
        self._faults = faults
        late = (LATE_REASON, LATE_SCAN)
        beside = [m for m in members_in_form(act) if m.name not in late]
        paper = [m for m in members_in_form(act) if m.name in late]
        return Form(
            act,
            self._fields(beside, tree, ""),
            self._fields(act.terms, tree, ""),
            self._fields(paper, tree, ""),
            missing,
            faults,
        )

    def _fields(
        self, members: Iterable[Member], tree: Mapping[str, object], at: str
    ) -> tuple[Field, ...]:
        return tuple(
            self._field(
                member.shape,
                tree.get(member.name),
                Field(
                    f"{at}{member.name}",
                    _widget(member),
                    labels.term(member.name),
                    required=member.required,
                ),
            )
            for member in members
        )

    def _field(self, shape: Shape, node: object, bare: Field) -> Field:
        """
        Fill a field in: what was typed, what can be chosen, what is wrong.
        """
        given: dict[str, object] = {"faults": self._wrong(bare)}
        match bare.widget:
            case "record":
                inner = node if isinstance(node, Mapping) else {}
                members = members_of(shape.type)
                given["fields"] = self._fields(members, inner, f"{bare.name}-")
            case "list":
                given["fields"] = self._entries(shape, node, bare)
            case "document" | "documents":
                nodes = node if isinstance(node, list) else [node] if node else []
                given["value"] = nodes
            case "reference":
                assert shape.reference is not None
                given |= self._offered(shape.reference, str(node or ""), bare)
            case "choice" | "choices" | "buttons":
                inside = shape.each or shape
                given["options"] = _choices(inside)
                given["value"] = node or ""
            case _:
                given["value"] = node or ""
        return Field(**{**vars(bare), **given})

    def _entries(self, shape: Shape, node: object, bare: Field) -> tuple[Field, ...]:
        assert shape.each is not None
        each = shape.each
        member = Member(bare.name.rpartition("-")[2], each, required=True)
        return tuple(
            self._field(
                each,
                entry,
                Field(f"{bare.name}-{n}", _widget(member), bare.words, required=True),
            )
            for n, entry in enumerate(node if isinstance(node, list) else ())
        )

    def _offered(
        self, reference: Reference, chosen: str, bare: Field
    ) -> dict[str, object]:
        words = self._typed.text(f"{bare.name}{WORDS}")
        offer = self._offers.of(reference, chosen=chosen, words=words)
        return {
            "value": chosen,
            "options": offer.options,
            "is_searched": offer.is_searched,
            "searched": words,
        }

    def _wrong(self, bare: Field) -> tuple[Fault, ...]:
        """
        Choose the faults of a field: its own, and of an upload those below it.
        """
        at = "/" + bare.name.replace("-", "/")
        below = bare.widget in ("document", "documents", "choices")
        return tuple(
            each
            for each in self._faults
            if each.pointer == at or (below and each.pointer.startswith(f"{at}/"))
        )


def _widget(member: Member) -> str:
    shape, name = member.shape, member.name
    if name == OCCURRED_AT:
        return "occurred"
    if shape.kind is Kind.LIST:
        assert shape.each is not None
        lists = {Kind.DOCUMENT: "documents", Kind.CHOICE: "choices"}
        return lists.get(shape.each.kind, "list")
    if shape.kind is Kind.CHOICE:
        few = len(labels.choices(shape.type)) <= BUTTONS_MAX
        return "buttons" if few else "choice"
    if shape.kind is Kind.WHOLE:
        return "money" if labels.term(name).unit == "fen" else "whole"
    if shape.kind is Kind.TEXT:
        return "prose" if name in PROSE else "text"
    return _PLAIN_WIDGETS[shape.kind]


def _choices(shape: Shape) -> Options:
    return tuple((code, words.shown) for code, words in labels.choices(shape.type))
