"""
Every page that somebody can reach by links: it is there, and it is well made.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha384
from html import unescape
from pathlib import Path

import pytest
from starlette.testclient import TestClient

import services.web
from services.disclosure.app import create_app as disclosure
from services.web.desks import desk_of
from services.web.together import together
from tests.e2e.city import Town
from tests.e2e.pages import Page

HTML = {"Accept": "text/html"}
VENDOR = Path(services.web.__file__).parent / "static" / "vendor"
HTMX = (
    "429f6b742f07ec4a8ea17fa74743f744f1b63688e2faa770"
    "2651a97f3c1026c7cea69dec1b021d48ff713b7f94944867"
)
PAGES_MAX = 400


@contextmanager
def browser(town: Town, login: str) -> Iterator[tuple[TestClient, str]]:
    """Somebody's browser, and the root of their desk."""
    desk = "disclosure"
    with TestClient(town.app, "http://test", headers=HTML) as client:
        if login:
            actor = town.people[login]
            found = desk_of(actor.role)
            assert found is not None
            desk = found.name
            chosen = {
                "person": str(actor.person),
                "role": actor.role.code,
                "body": str(actor.body),
            }
            client.post(f"/{desk}/sign-in", data=chosen)
        yield client, f"/{desk}"


def reached(client: TestClient, root: str) -> Iterator[tuple[str, Page]]:
    """Every page of a desk that links lead to, each address once."""
    seen, waiting = {f"{root}/"}, [f"{root}/"]
    while waiting and len(seen) < PAGES_MAX:
        address = waiting.pop()
        answer = client.get(address)
        assert answer.status_code == 200, (address, answer.text[-600:])
        if "text/html" not in answer.headers["content-type"]:
            continue
        page = Page(answer)
        yield address, page
        for link in page.links:
            target = unescape(link).partition("#")[0]
            if target.startswith(root) and target not in seen:
                seen.add(target)
                waiting.append(target)


@pytest.mark.parametrize(
    "login", ["", "first", "clerk", "head", "commissioner", "policeman"]
)
def test_every_link_leads_somewhere(town: Town, login: str) -> None:
    """
    No page links to what its reader cannot open, and each is well made: one heading of
    the first order, every field labelled, every id once, every reference to one.
    """
    town.hazard()
    with browser(town, login) as (client, root):
        pages = dict(reached(client, root))

    assert len(pages) > 3
    for address, page in pages.items():
        assert page.headings.count("h1") == 1, address
        assert not page.unlabelled, (address, page.unlabelled)
        assert len(page.ids) == len(set(page.ids)), address
        assert set(page.pointed) <= set(page.ids), (address, page.pointed)
        assert "截至第" in page.text, address
        assert "演示数据" in page.text, address


def test_a_page_that_is_not_there(town: Town) -> None:
    """
    A person is told in a page, a program in problem details.
    """
    with browser(town, "first") as (client, root):
        page = client.get(f"{root}/nowhere")
        answer = client.get(f"{root}/nowhere", headers={"Accept": "application/json"})

    assert (page.status_code, answer.status_code) == (404, 404)
    assert "没有这个页面" in Page(page).text
    assert answer.headers["content-type"] == "application/problem+json"


def test_where_to_go(town: Town) -> None:
    """
    All desks together begin with the choice of one; a desk alone needs no choice.
    """
    with TestClient(town.app, "http://test", headers=HTML) as client:
        page = Page(client.get("/"))
        nowhere = client.get("/nowhere")
    alone = together(town.house, {"disclosure": disclosure(town.house)})
    with TestClient(alone, "http://test") as client:
        led = client.get("/", follow_redirects=False)

    assert [link for link in page.links if link.count("/") == 2] == [
        "/enforcement/",
        "/discipline/",
        "/judiciary/",
        "/disclosure/",
    ]
    assert (nowhere.status_code, nowhere.json()["code"]) == (404, "no_such_page")
    assert led.headers["location"] == "/disclosure/"


def test_before_signing_in(town: Town) -> None:
    """
    Whoever is not signed in is led to the list of people, and comes in with one click.
    """
    with TestClient(town.app, "http://test", headers=HTML) as client:
        page = Page(client.get("/enforcement/acts/enrol-officer"))
        form = next(f for f in page.forms if "person" in f.texts)
        before = client.get("/discipline/", follow_redirects=False)

    assert "赵一" in page.text
    assert "演示" in page.text
    assert form.action == "/enforcement/sign-in"
    assert before.headers["location"] == "/discipline/sign-in"


def test_a_real_ledger_lists_nobody(town: Town) -> None:
    """
    The list of people is for demonstrations, and where the operator offers it.
    """
    person = town.people["first"]
    chosen = {"person": str(person.person), "role": "officer", "body": str(person.body)}

    class Real(type(town.house.ledger)):  # type: ignore[misc]  # the same ledger, said to be real
        demonstration = False

    town.house.ledger.__class__ = Real
    with TestClient(town.app, "http://test", headers=HTML) as client:
        page = client.get("/enforcement/sign-in")
        refused = client.post("/enforcement/sign-in", data=chosen)
        town.house.issuer.offer()
        let_in = client.post("/enforcement/sign-in", data=chosen)

    assert "赵一" not in page.text
    assert refused.cookies.get("shilu_enforcement") is None
    assert let_in.status_code == 200


def test_every_answer_is_guarded(town: Town) -> None:
    """
    No page runs or loads anything from elsewhere, and none is kept by a cache.
    """
    with browser(town, "first") as (client, root):
        headers = client.get(f"{root}/").headers

    assert "default-src 'none'" in headers["content-security-policy"]
    assert headers["cache-control"] == "no-store"
    assert re.fullmatch(r"[0-9a-f]{16}", headers["x-request-id"])


def test_what_is_vendored_is_unmodified() -> None:
    """
    The one script is as its authors published it, and its licence lies beside it.
    """
    content = (VENDOR / "htmx-4.0.1.min.js").read_bytes()

    assert sha384(content).hexdigest() == HTMX
    assert "Zero-Clause BSD" in (VENDOR / "htmx-LICENSE.txt").read_text()
