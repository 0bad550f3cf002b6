"""
JSON Schema of terms, built from their shapes: what OpenAPI shows of each act (D16).
"""

from collections.abc import Iterable
from inspect import getdoc

from domain.shapes import Kind, Member, Shape, members_of
from services.web import labels
from services.web.intake import ENTRIES_MAX, TEXT_MAX

Schema = dict[str, object]

_SHA256 = "^[0-9a-f]{64}$"
_PLAIN: dict[Kind, Schema] = {
    Kind.TEXT: {"type": "string", "maxLength": TEXT_MAX},
    Kind.DAY: {"type": "string", "format": "date"},
    Kind.MOMENT: {
        "type": "string",
        "description": "2026-09-24T09:30 北京时间 Beijing time, "
        "或者带时区 or with a zone: 2026-09-24T01:30:00Z",
    },
    Kind.WHOLE: {"type": "integer"},
    Kind.FLAG: {"type": "boolean"},
    Kind.PERSONAL: {
        "type": "string",
        "maxLength": TEXT_MAX,
        "description": "个人信息，封存保管 Personal: kept sealed",
    },
    Kind.RESTRICTED: {
        "type": "string",
        "maxLength": TEXT_MAX,
        "description": "受限信息，封存保管 Restricted: kept sealed",
    },
    Kind.REFERENCE: {"type": "string", "format": "uuid"},
    Kind.DOCUMENT: {
        "oneOf": [
            {"type": "string", "pattern": _SHA256},
            {
                "type": "object",
                "properties": {"sha256": {"type": "string", "pattern": _SHA256}},
                "required": ["sha256"],
            },
        ],
        "description": "先以 PUT /api/documents 上传 Put it there first",
    },
}


def schema_of(shape: Shape) -> Schema:
    """
    Write the schema of a shape.

    Raises:
        TypeError: If nobody can send a value of the shape.
    """
    match shape.kind:
        case Kind.CHOICE:
            return _choice(shape)
        case Kind.LIST:
            assert shape.each is not None
            items = schema_of(shape.each)
            return {"type": "array", "items": items, "maxItems": ENTRIES_MAX}
        case Kind.RECORD:
            written = object_of(members_of(shape.type))
            doc = (getdoc(shape.type) or "").strip().splitlines()
            return {**written, "description": doc[0] if doc else ""}
        case Kind.REFERENCE if shape.reference and shape.reference.question:
            offered = f"由 GET /api/{shape.reference.question} 提供 offered there"
            return {**_PLAIN[shape.kind], "description": offered}
        case Kind.NUMBER:
            raise TypeError("an official number is drawn, never sent")
    return dict(_PLAIN[shape.kind])


def _choice(shape: Shape) -> Schema:
    labelled = [
        f"{code}: {words.zh} {words.en}" for code, words in labels.choices(shape.type)
    ]
    codes = [code for code, _ in labels.choices(shape.type)]
    return {"type": "string", "enum": codes, "description": "; ".join(labelled)}


def titled(member: Member) -> Schema:
    """
    Write the schema of a named term, with its label in both languages.
    """
    words = labels.term(member.name)
    written = schema_of(member.shape)
    unit = f" ({words.unit})" if words.unit else ""
    return {"title": f"{words.zh} {words.en}{unit}", **written}


def asked_by(member: Member) -> Schema:
    """
    Write the parameter of an address that a term is asked by.
    """
    schema, words = titled(member), labels.asked(member.name)
    schema.pop("title")
    return {
        "name": member.name,
        "in": "query",
        "required": member.required,
        "description": f"{words.zh} {words.en}",
        "schema": schema,
    }


def object_of(members: Iterable[Member]) -> Schema:
    """
    Write the schema of named terms, which may hold no other.
    """
    listed = tuple(members)
    return {
        "type": "object",
        "properties": {member.name: titled(member) for member in listed},
        "required": [member.name for member in listed if member.required],
        "additionalProperties": False,
    }


#: What every desk's document refers to.
COMPONENTS: dict[str, Schema] = {
    "Receipt": {
        "type": "object",
        "title": "回执 receipt",
        "properties": {
            "receipt": {
                "type": "object",
                "properties": {
                    "positions": {"type": "array", "items": {"type": "integer"}},
                    "facts": {"type": "array", "items": {"type": "string"}},
                    "files": {
                        "type": "object",
                        "additionalProperties": {"type": "integer"},
                    },
                    "numbers": {
                        "type": "object",
                        "additionalProperties": {"type": "string"},
                    },
                },
                "required": ["positions", "facts", "files", "numbers"],
            }
        },
        "required": ["receipt"],
    },
    "Problem": {
        "type": "object",
        "title": "不予办理 problem (RFC 9457)",
        "properties": {
            "type": {"type": "string"},
            "title": {"type": "string"},
            "status": {"type": "integer"},
            "detail": {"type": "string"},
            "instance": {"type": "string"},
            "code": {"type": "string"},
            "under": {"type": "string"},
            "errors": {
                "type": "array",
                "items": {
                    "type": "object",
                    "properties": {
                        "pointer": {"type": "string"},
                        "code": {"type": "string"},
                        "detail": {"type": "string"},
                    },
                },
            },
        },
        "required": ["type", "title", "status", "code"],
    },
    "Page": {
        "type": "object",
        "title": "一页结果 page",
        "properties": {
            "question": {"type": "string"},
            "columns": {"type": "array", "items": {"type": "object"}},
            "rows": {"type": "array", "items": {"type": "object"}},
            "position": {"type": "integer"},
            "next": {"type": ["string", "null"]},
        },
        "required": ["question", "columns", "rows", "position", "next"],
    },
    "Delta": {
        "type": "object",
        "title": "增量 changes from a position on",
        "properties": {
            "from": {"type": "integer"},
            "next": {"type": "integer"},
            "more": {"type": "boolean"},
            "changes": {"type": "array", "items": {"type": "object"}},
        },
        "required": ["from", "next", "more", "changes"],
    },
}


def answers(component: str) -> dict[int | str, dict[str, object]]:
    """
    Write the responses of an operation: what it gives, and how it says no.
    """
    return {
        200: {
            "description": "办理结果 answer",
            "content": {"application/json": {"schema": _ref(component)}},
        },
        "default": {
            "description": "不予办理或者请求有误 problem",
            "content": {"application/problem+json": {"schema": _ref("Problem")}},
        },
    }


def _ref(component: str) -> Schema:
    return {"$ref": f"#/components/schemas/{component}"}
