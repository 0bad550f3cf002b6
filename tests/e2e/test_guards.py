"""
What a browser may send from where, what its cookie is good for, and who looked.
"""

from collections.abc import Iterator
from uuid import UUID

import pytest
from starlette.testclient import TestClient

from infra.issuer import SESSION_HOURS
from tests.e2e.city import Town
from tests.e2e.pages import Form, Page

DESK = "/enforcement"
HTML = {"Accept": "text/html"}


def chosen(town: Town, login: str) -> dict[str, str]:
    """What the button of somebody on the list sends."""
    actor = town.people[login]
    return {
        "person": str(actor.person),
        "role": actor.role.code,
        "body": str(actor.body),
    }


@pytest.fixture
def browser(town: Town) -> Iterator[TestClient]:
    """A browser in which nobody signed in yet."""
    with TestClient(
        town.app, "http://test", headers=HTML, follow_redirects=False
    ) as client:
        yield client


@pytest.fixture
def first(town: Town, browser: TestClient) -> TestClient:
    """An officer's browser."""
    browser.post(f"{DESK}/sign-in", data=chosen(town, "first"))
    return browser


def form_of(client: TestClient, act: str) -> Form:
    """The form of an act, as it is shown."""
    page = Page(client.get(f"{DESK}/acts/{act}"))
    return next(form for form in page.forms if "form.token" in form.texts)


class TestCookie:
    def test_as_it_is_set(self, town: Town, browser: TestClient) -> None:
        """
        No script reads it, no other site sends it, and it is of one desk alone.
        """
        answer = browser.post(f"{DESK}/sign-in", data=chosen(town, "first"))

        name, *said = answer.headers["set-cookie"].split("; ")
        assert name.startswith("shilu_enforcement=")
        assert {each.lower() for each in said} == {
            "httponly",
            f"max-age={SESSION_HOURS * 3600}",
            f"path={DESK}",
            "samesite=lax",
        }

    def test_of_nobody_on_the_list(self, town: Town, browser: TestClient) -> None:
        """
        A role that somebody does not hold signs nobody in.
        """
        wrong = {**chosen(town, "first"), "role": "clerk"}

        answer = browser.post(f"{DESK}/sign-in", data=wrong)

        assert "set-cookie" not in answer.headers
        assert not browser.cookies

    def test_does_no_act(self, town: Town, first: TestClient) -> None:
        """
        A cookie alone reads the API and does nothing: a program names its token.
        """
        head = town.house.ledger.recorder.head
        read = first.get(f"{DESK}/api/officers")
        done = first.post(
            f"{DESK}/api/acts/register-enterprise",
            json={"name": "演示厂", "region": "220200"},
            headers={"Idempotency-Key": "k"},
        )

        assert (read.status_code, done.status_code) == (200, 401)
        assert done.json()["code"] == "not_signed_in"
        assert town.house.ledger.recorder.head == head


class TestForm:
    @pytest.mark.parametrize("site", ["cross-site", "same-site"])
    def test_from_another_site(self, town: Town, first: TestClient, site: str) -> None:
        """
        A form that a browser says was sent from elsewhere is not taken, whatever is
        in it.
        """
        head = town.house.ledger.recorder.head
        form = form_of(first, "register-enterprise")

        answer = first.post(
            form.action,
            data={**form.texts, "form.do": ["perform"]},
            headers={"Sec-Fetch-Site": site},
        )

        assert answer.status_code == 403
        assert "页面已过期" in answer.text
        assert town.house.ledger.recorder.head == head

    def test_shown_to_somebody_else(self, town: Town, first: TestClient) -> None:
        """
        What a form of one session carries is worth nothing in another.
        """
        theirs = form_of(first, "register-enterprise").texts["form.token"]
        first.post(f"{DESK}/sign-in", data=chosen(town, "clerk"))
        form = form_of(first, "register-enterprise")

        answer = first.post(
            form.action,
            data={**form.texts, "form.token": theirs, "form.do": ["perform"]},
        )

        assert answer.status_code == 403

    def test_signing_out(self, first: TestClient) -> None:
        """
        Nobody is signed out by another site; the button of the page does it.
        """
        token = form_of(first, "register-enterprise").texts["form.token"]
        refused = first.post(f"{DESK}/sign-out", data={"form_token": "x"})
        still = first.get(f"{DESK}/")
        done = first.post(f"{DESK}/sign-out", data={"form_token": token})

        assert (refused.status_code, still.status_code) == (403, 200)
        assert done.headers["location"] == f"{DESK}/sign-in"
        assert first.get(f"{DESK}/").status_code == 303


class TestWhoLooked:
    def looked(
        self, town: Town, client: TestClient, address: str
    ) -> list[tuple[str, UUID | None]]:
        """Open a page, and say what was noted of that."""
        before = town.house.access.head
        answer = client.get(f"{DESK}/{address}")
        assert answer.status_code == 200, answer.text[-300:]
        lines = town.house.access.who_looked(person=town.id("first"))
        return [(line.what, line.file) for line in lines if line.position > before]

    @pytest.mark.parametrize(
        ("page", "what"),
        [
            ("files/{file}", "file-facts"),
            ("trace/{file}", "trace"),
            ("api/file-facts?file={file}", "read/file-facts"),
            ("api/file-facts?file={file}&format=csv", "export/file-facts"),
        ],
    )
    def test_at_a_file(
        self, town: Town, first: TestClient, page: str, what: str
    ) -> None:
        """
        D27: every page of a file leaves a line that names it.
        """
        file = town.hazard()

        assert self.looked(town, first, page.format(file=file)) == [(what, file)]

    def test_at_an_enterprise(self, town: Town, first: TestClient) -> None:
        """
        D27: so does the page of an enterprise.
        """
        file = town.enterprise()

        looked = self.looked(town, first, f"enterprises/{file}")

        assert looked == [("enterprise-history", file)]

    @pytest.mark.parametrize(
        ("page", "what"),
        [
            ("search?words=演示", "search"),
            ("q/officers", "read/officers"),
            ("api/officers", "read/officers"),
            ("", "start"),
        ],
    )
    def test_at_a_list(
        self, town: Town, first: TestClient, page: str, what: str
    ) -> None:
        """
        D27: a search, a list and what the desk shows first are looks as well.
        """
        town.hazard()

        assert self.looked(town, first, page) == [(what, None)]
