"""
The document of each desk: what stands in it, and that it holds together.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient

from domain.acts import ACTS
from services.web.desks import DESKS
from tests.e2e.city import Town

Document = dict[str, Any]


@pytest.fixture(params=sorted(DESKS))
def document(town: Town, request: pytest.FixtureRequest) -> Document:
    """The document of a desk."""
    with TestClient(town.app, "http://test") as client:
        found: Document = client.get(f"/{request.param}/openapi.json").json()
    assert found["servers"] == [{"url": f"/{request.param}"}]
    return found


def operations(document: Document) -> Iterator[tuple[str, Document]]:
    """Every operation, with its address."""
    for address, path in document["paths"].items():
        for operation in path.values():
            yield address, operation


def everything(node: object) -> Iterator[tuple[str, object]]:
    """Every key of a document with what stands under it."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield key, value
            yield from everything(value)
    elif isinstance(node, list):
        for value in node:
            yield from everything(value)


def test_it_holds_together(document: Document) -> None:
    """
    It is OpenAPI 3.1; every reference leads somewhere, every operation has one name.
    """
    names = [operation["operationId"] for _, operation in operations(document)]
    leads = {value for key, value in everything(document) if key == "$ref"}
    parts = {f"#/components/schemas/{n}" for n in document["components"]["schemas"]}

    assert document["openapi"].startswith("3.1")
    assert len(names) == len(set(names))
    assert leads <= parts
    assert "HTTPValidationError" not in document["components"]["schemas"]


def test_every_act_shows_its_request(document: Document) -> None:
    """
    An act shows its terms with labels in both languages, its key and its provision.
    """
    acts = [
        operation
        for address, operation in operations(document)
        if address.startswith("/api/acts/")
        and ACTS[operation["operationId"]].module.startswith("domain.")
    ]
    for act in acts:
        schema = act["requestBody"]["content"]["application/json"]["schema"]
        headers = {p["name"]: p["required"] for p in act["parameters"][:1]}
        assert headers == {"Idempotency-Key": True}
        assert schema["additionalProperties"] is False
        assert set(schema["required"]) <= set(schema["properties"])
        assert "依据 under" in act["description"]
        for name, term in schema["properties"].items():
            assert " " in term["title"], (act["operationId"], name)
            assert term["title"][0] > "\u3000", (act["operationId"], name)


def test_every_act_of_the_desk_is_there(document: Document) -> None:
    """
    Whoever works at the desk finds each of their acts, and no other.
    """
    desk = DESKS[document["servers"][0]["url"].removeprefix("/")]
    shown = {
        address.removeprefix("/api/acts/")
        for address, _ in operations(document)
        if address.startswith("/api/acts/")
    }

    assert shown == {act.name for act in desk.acts}
