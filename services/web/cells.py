"""
The fields of a list (台账的栏): each value in words, by the kind of its column.
"""

from dataclasses import dataclass

from domain.regions import full_name
from infra.tables_of_rows import Column, Value
from services.web import labels
from services.web.labels import Words

#: Texts that beside something else need to be called by name: what are no words, and
#: what would be read as what stands above.
BARE = frozenset(
    ("entry_state", "former_names", "grade", "listing_number", "next_step")
)

#: From how many characters on a text gets a wide column.
LONG = 12


@dataclass(frozen=True)
class Cell:
    """
    What stands in one field of a list.

    Args:
        text: In words.
        en: The same in English, where it is a choice.
        href: Where it leads.
        style: Class of the stylesheet.
        mark: A mark beside it, Chinese and English; none if empty.
        grave: Class of the mark.
        below: What stands below it in the same field; a number or a day with what it
            is called.
        called: What it is called, where the field is headed by something else.
    """

    text: str = ""
    en: str = ""
    href: str = ""
    style: str = ""
    mark: Words | None = None
    grave: str = ""
    below: "tuple[tuple[Words | None, Cell], ...]" = ()
    called: Words | None = None


def term_of(column: Column) -> Words:
    """
    Say what a column is called.
    """
    return labels.term(column.term or column.name)


def beside(column: Column) -> Words | None:
    """
    Say what is called by name below something else: what does not speak for itself.
    """
    speaks = column.kind in ("text", "choice", "rule", "sealed")
    return None if speaks and column.name not in BARE else term_of(column)


def worded(column: Column, value: Value) -> Cell:
    """
    Word what points to no file.
    """
    text = str(value)
    words = _words(column, text)
    if words is not None:
        return Cell(
            words.zh, words.en, style="long" if len(words.zh) > LONG else "word"
        )
    match column.kind:
        case "fen":
            cell = Cell(labels.yuan(int(text)), style="number")
        case "whole":
            cell = Cell(text, style="number")
        case "moment":
            cell = Cell(labels.stored_time(text), style="when")
        case "day":
            cell = Cell(text, style="when")
        case _:
            cell = Cell(text, style="long" if len(text) > LONG else "")
    return cell


def _words(column: Column, text: str) -> Words | None:
    """
    Name what stands for something by a code.
    """
    found: Words | None = None
    if column.choices is not None:
        found = dict(labels.choices(column.choices)).get(text)
    elif column.kind == "flag":
        found = labels.flag(is_so=text == "1")
    elif column.name == "kind_of_file":
        found = labels.kind_of_file(text)
    elif column.kind == "rule":
        found = labels.rule(text)
    elif column.name == "region":
        found = Words(full_name(text) or text, "")
    return found
