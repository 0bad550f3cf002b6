"""
What a walk says in an act: lawful terms from a table, anything else by its shape.

The table gives an act what the law asks it to say about this file; what it leaves out
is drawn by the shape of the term, and now and then one of its terms is as well.
"""

from datetime import timedelta
from random import Random
from uuid import UUID

from domain.acts import Act
from domain.shapes import Kind, Member, Shape
from domain.values import Choice, Personal, Restricted
from tests.cases.dossier import PAPER
from tests.cases.scene import PHOTO, SIGNER, moment
from tests.cases.walks import (
    sayings_in_cases,
    sayings_on_credit,
    sayings_on_evidence,
    sayings_on_hazards,
    sayings_on_lists,
    sayings_on_measures,
    sayings_on_others,
    sayings_on_penalties,
    sayings_on_remedies,
)
from tests.cases.walks.city import City
from tests.cases.walks.lawful import LAWFUL

#: Importing them fills the table.
KNOWN = (
    sayings_in_cases,
    sayings_on_credit,
    sayings_on_evidence,
    sayings_on_hazards,
    sayings_on_lists,
    sayings_on_measures,
    sayings_on_others,
    sayings_on_penalties,
    sayings_on_remedies,
)

#: How many of a hundred sayings have one of their terms changed.
CHANGED_OF_100 = 15
#: How many of a hundred terms that may be left out are said all the same.
SAID_OF_100 = 20

DAYS = (-400, -30, -1, 0, 1, 5, 15, 30, 90, 365, 1200)
AMOUNTS = (0, 1, 2, 100, 100_000, 3_000_000, 6_000_000, 50_000_000)
TEXTS = ("有", "属实", "")
NUMBERS = ("演示身份号码一", "演示身份号码二")
PEOPLE = (SIGNER, Personal("王五"), Personal("张三"))
#: Terms that are an amount, or count days ahead, by the end of their name.
FEN = "_fen"


def terms_of(
    act: Act[..., object], city: City, file: UUID | None, dice: Random
) -> dict[str, object]:
    """
    Give the terms of an act.

    Args:
        act: The act.
        city: What there is.
        file: On which file.
        dice: What is drawn with.
    """
    table = LAWFUL.get(act.name)
    said = table(city, file, dice) if table else {}
    for term in act.terms:
        needed = term.required or dice.randrange(100) < SAID_OF_100
        if term.name not in said and needed and not (table and not term.required):
            said[term.name] = drawn(term, city, dice)
    if act.terms and dice.randrange(100) < CHANGED_OF_100:
        changed = dice.choice(act.terms)
        said[changed.name] = drawn(changed, city, dice)
    return said


def drawn(term: Member, city: City, dice: Random) -> object:
    """
    Draw a value of a term.
    """
    return _value(term.name, term.shape, city, dice)


def _value(name: str, shape: Shape, city: City, dice: Random) -> object:
    if shape.kind is Kind.CHOICE:
        assert issubclass(shape.type, Choice)
        return dice.choice(list(shape.type))
    if shape.kind is Kind.RECORD:
        return shape.type(
            **{m.name: drawn(m, city, dice) for m in shape.members if m.required}
        )
    if shape.kind is Kind.LIST:
        assert shape.each is not None
        each, count = shape.each, dice.choice((0, 1, 1, 2))
        made = (_value(name, each, city, dice) for _ in range(count))
        return tuple(dict.fromkeys(made))
    if shape.kind is Kind.REFERENCE:
        return _reference(shape, city, dice)
    return _plain(name, shape.kind, city, dice)


def _plain(name: str, kind: Kind, city: City, dice: Random) -> object:
    day = city.day + timedelta(days=dice.choice(DAYS))
    numbers = tuple(Personal(each) for each in NUMBERS)
    values: dict[Kind, tuple[object, ...]] = {
        Kind.TEXT: TEXTS,
        Kind.RESTRICTED: tuple(Restricted(each) for each in TEXTS),
        Kind.PERSONAL: numbers if name == "identity_number" else PEOPLE,
        Kind.DOCUMENT: (PHOTO, PAPER),
        Kind.FLAG: (True, False),
        Kind.WHOLE: AMOUNTS if name.endswith(FEN) else AMOUNTS[:3],
        Kind.DAY: (day,),
        Kind.MOMENT: (moment(day),),
    }
    return dice.choice(values[kind])


def _reference(shape: Shape, city: City, dice: Random) -> UUID:
    kind = shape.reference.kind if shape.reference else ""
    if kind == "body":
        return dice.choice([city.bureau, *city.bodies.values()])
    if kind == "officer":
        return dice.choice([*city.officers, city.head, city.other_head])
    if kind == "enterprise":
        return dice.choice([city.enterprise, city.enterprise, city.other_enterprise])
    named = city.files(kind) if kind else city.visits
    return dice.choice(named or city.visits)
