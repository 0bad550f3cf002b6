"""
Terms of acts as a story writes them (要素), turned into what the declarations ask for.

A story writes choices by their code and records as mappings; everything else as it is.
"""

from collections.abc import Mapping
from typing import cast

from domain.shapes import Kind, Member, Shape, members_of
from domain.values import Choice
from infra.requests import act_named


def terms_of(act: str, given: Mapping[str, object]) -> dict[str, object]:
    """
    Turn terms into typed values; what is absent is left out.

    Args:
        act: Name of the act.
        given: Its terms, by name.

    Raises:
        KeyError: If the act, or a record, has no term of a name that is given.
    """
    return _record(act_named(act).terms, given)


def _record(
    members: tuple[Member, ...], given: Mapping[str, object]
) -> dict[str, object]:
    shapes = {member.name: member.shape for member in members}
    return {
        name: _value(shapes[name], value)
        for name, value in given.items()
        if value is not None
    }


def _value(shape: Shape, value: object) -> object:
    match shape.kind:
        case Kind.CHOICE:
            kind = cast("type[Choice]", shape.type)
            return kind[cast("str", value).upper()]
        case Kind.PERSONAL | Kind.RESTRICTED:
            return shape.type(value)
        case Kind.RECORD:
            given = cast("Mapping[str, object]", value)
            return shape.type(**_record(members_of(shape.type), given))
        case Kind.LIST:
            assert shape.each is not None
            each = shape.each
            return tuple(_value(each, v) for v in cast("tuple[object, ...]", value))
    return value
