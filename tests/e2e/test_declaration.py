"""
One declaration is enough (D19): API, form and command come of it.
"""

import importlib
import io
import sys
from collections.abc import Iterator
from functools import cache
from typing import Any, Final
from uuid import UUID

import orjson
import pytest
import structlog
from starlette.testclient import TestClient

from domain.acts import ACTS
from domain.base import FACTS, FILES
from services.commandline.main import main
from tests.e2e.city import Town
from tests.e2e.pages import Page

PHOTO = b"\xff\xd8\xff\xe0 a photograph"
HTML = {"Accept": "text/html"}


REGISTRIES: Final[tuple[dict[str, Any], ...]] = (ACTS, FACTS, FILES)


@cache
def drills() -> tuple[dict[str, Any], ...]:
    """What the module of drills declares; imported once, as every module is."""
    before = [dict(registry) for registry in REGISTRIES]
    importlib.import_module("tests.e2e.drill")
    return tuple(
        {name: found for name, found in registry.items() if name not in known}
        for registry, known in zip(REGISTRIES, before, strict=True)
    )


@pytest.fixture
def town(town: Town) -> Iterator[Town]:
    """A city in which drills are held, as long as the test lasts."""
    for registry, declared in zip(REGISTRIES, drills(), strict=True):
        registry.update(declared)
    yield town
    structlog.reset_defaults()  # the command has set it up for itself
    for registry, declared in zip(REGISTRIES, drills(), strict=True):
        for name in declared:
            del registry[name]


@pytest.fixture
def enterprise(town: Town) -> str:
    """An enterprise of the bureau."""
    return str(town.enterprise())


def browser(town: Town, login: str) -> TestClient:
    """A browser in which somebody signed in at the desk of enforcement."""
    client = TestClient(town.app, "http://test", headers=HTML)
    actor = town.people[login]
    chosen = {
        "person": str(actor.person),
        "role": actor.role.code,
        "body": str(actor.body),
    }
    assert client.post("/enforcement/sign-in", data=chosen).status_code == 200
    return client


def form_at(client: TestClient, enterprise: str) -> Page:
    """The form of the act on an enterprise."""
    return Page(client.get("/enforcement/acts/hold-drill", params={"file": enterprise}))


def stations(town: Town, enterprise: str) -> list[tuple[str, int]]:
    """What the ledger holds of the drill: place and number of photographs."""
    town.house.settle(town.house.ledger.recorder.head)
    (drill,) = (
        fact
        for fact in town.house.ledger.facts(after=20)
        if fact.TOPIC.startswith("drill.")
    )
    assert str(vars(drill)["enterprise"]) == enterprise
    return [(each.place, len(each.evidence)) for each in vars(drill)["items"]]


class TestHoldDrill:
    def test_through_the_api(self, town: Town, enterprise: str) -> None:
        """
        The act has a door of its own, and OpenAPI shows its terms in both languages.
        """
        with town.client("first") as client:
            photo = client.put("api/documents", content=PHOTO).json()
            answer = client.post(
                "api/acts/hold-drill",
                params={"file": enterprise},
                json={
                    "officer": str(town.id("second")),
                    "items": [{"place": "东库", "evidence": [photo["sha256"]]}],
                },
                headers={"Idempotency-Key": "k"},
            )
            paths = client.get("openapi.json").json()["paths"]

        assert len(answer.json()["receipt"]["files"]) == 2
        assert stations(town, enterprise) == [("东库", 1)]
        body = paths["/api/acts/hold-drill"]["post"]["requestBody"]["content"]
        terms = body["application/json"]["schema"]["properties"]
        assert terms["until_on"]["title"] == "截止日 last day, inclusive"
        assert terms["items"]["items"]["required"] == ["place"]

    def test_through_the_form(self, town: Town, enterprise: str) -> None:
        """
        Without a script: the officer is chosen by name, the list grows, an upload
        outlives an error, the optional day stays empty, and a receipt is shown.
        """
        with browser(town, "first") as client:
            form = form_at(client, enterprise).act
            form = Page(form.send(client, "add items")).act
            form = Page(form.send(client, "add items", items__0__place="东库")).act
            photo = {"items-1-evidence": ("门.jpg", PHOTO)}
            wrong = form.send(client, uploads=photo)
            form = Page(wrong).act

            assert wrong.status_code == 422
            assert "门.jpg" in Page(wrong).text
            done = form.send(
                client,
                officer=form.choice("officer", "钱二"),
                items__1__place="西库",
            )
            receipt = Page(client.get(done.headers["location"]))

        assert done.status_code == 303
        assert "举行演练" in receipt.text
        assert any("/trace/" in link for link in receipt.links)
        assert stations(town, enterprise) == [("东库", 0), ("西库", 1)]

    def test_by_the_command(
        self,
        town: Town,
        enterprise: str,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        """
        The command is the same door, and there is none for each act.
        """
        terms = {"officer": str(town.id("second")), "items": [{"place": "东库"}]}
        monkeypatch.setenv("SHILU_HOME", str(town.house.home))
        stdin = io.TextIOWrapper(io.BytesIO(orjson.dumps(terms)))
        monkeypatch.setattr(sys, "stdin", stdin)

        code = main(["act", "hold-drill", "--as", "first", "--file", enterprise])

        assert code == 0
        receipt = orjson.loads(capsys.readouterr().out)["receipt"]
        assert {UUID(file) for file in receipt["files"]} >= {UUID(enterprise)}
        assert stations(town, enterprise) == [("东库", 0)]


class TestForm:
    def test_sent_twice(self, town: Town, enterprise: str) -> None:
        """
        A form that is sent twice records once: it carries its key from the beginning.
        """
        with browser(town, "first") as client:
            form = form_at(client, enterprise).act
            chosen = form.choice("officer", "钱二")
            answers = [form.send(client, officer=chosen) for _ in range(2)]

        assert [a.status_code for a in answers] == [303, 303]
        assert answers[0].headers["location"] == answers[1].headers["location"]
        assert stations(town, enterprise) == []

    def test_what_is_missing_comes_first(self, town: Town, enterprise: str) -> None:
        """
        While the act is forbidden its page says why, and has nothing to fill in.
        """
        with browser(town, "first") as client:
            form = form_at(client, enterprise).act
            form.send(client, officer=form.choice("officer", "钱二"))
            page = form_at(client, enterprise)
            late = form.send(client, officer=form.choice("officer", "赵一"))

        assert "还缺什么" in page.text
        assert "drill_runs" in page.text
        assert not any("form.key" in f.texts for f in page.forms)
        assert late.status_code == 422, "the key was used for something else"

    def test_absent_for_another_role(self, town: Town, enterprise: str) -> None:
        """
        For a role that may not do the act there is no such form and no such button.
        """
        with browser(town, "clerk") as client:
            page = client.get(
                "/enforcement/acts/hold-drill", params={"file": enterprise}
            )
            file = Page(client.get(f"/enforcement/files/{enterprise}"))

        assert page.status_code == 404
        assert not any("hold-drill" in link for link in file.links)

    def test_sent_from_elsewhere(self, town: Town, enterprise: str) -> None:
        """
        A form that was not shown in this session does nothing.
        """
        with browser(town, "first") as client, browser(town, "second") as other:
            form = form_at(client, enterprise).act
            answer = form.send(other, officer=form.choice("officer", "钱二"))

        assert answer.status_code == 403
        assert "not_sent_from_here" in answer.text
