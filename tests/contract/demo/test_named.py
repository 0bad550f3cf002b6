"""
The lists of the city: everything in them goes by its name, and none is empty.
"""

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from domain.base import Actor
from domain.values import day_of
from infra.questions import Question
from services.web.desks import DESKS, desk_of
from tests.contract.demo.conftest import Town
from tests.e2e.bare import ROW, asked, bare
from tests.e2e.city import together_of

#: Every question once; at which desk it is put is a matter of who asks.
QUESTIONS = {question.name: question for _, question in asked()}
#: What is public for a time only, which is over in a city of some years ago; the region
#: of the end-to-end tests shows it.
OVER = frozenset(("public-register",))
#: Who asks a question at each desk.
Askers = list[tuple[str, Actor]]


@pytest.fixture(scope="module")
def client(town: Town) -> Iterator[TestClient]:
    """The desks of the city."""
    app = together_of(town.house)
    with TestClient(app, "http://test", follow_redirects=False) as opened:
        yield opened


def askers(town: Town, question: Question) -> Askers:
    """
    Name everybody who may put a question, with their desk.
    """
    posts = town.house.directory.posts_on(day_of(town.house.ledger.clock.now()))
    found = ((desk_of(post.role), post) for post in posts)
    return [
        (desk.name, Actor(post.role, post.person, post.body))
        for desk, post in found
        if desk is not None and post.role in question.by
        if desk.name in question.desks
    ]


def pages(town: Town, client: TestClient, question: Question) -> Iterator[str]:
    """
    Give the list as each of them sees it, and as everybody does.
    """
    for desk, actor in askers(town, question):
        token = town.house.issuer.token(actor)
        headers = {"Cookie": f"shilu_{desk}={token}", "Accept": "text/html"}
        yield client.get(f"/{desk}/q/{question.name}", headers=headers).text
    for name in question.desks:
        if DESKS[name].is_open:
            path = f"/{name}/q/{question.name}"
            yield client.get(path, headers={"Accept": "text/html"}).text


@pytest.mark.parametrize("name", sorted(QUESTIONS))
def test_lists_name_what_they_hold(town: Town, client: TestClient, name: str) -> None:
    """
    People, files and rules go by their names in every list, in each of which something
    stands for somebody.
    """
    seen = pages(town, client, QUESTIONS[name])
    found = next((page for page in seen if ROW.search(page)), "")

    assert found or name in OVER
    assert bare({file.id for file in town.files}, found) == []
