"""
Forms of real acts: choices by name, officers, days, uploads, and what stays after a no.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from uuid import UUID

import pytest
from starlette.testclient import TestClient

from domain.base import Deed
from domain.values import Precision, Upload
from services.web import offers
from tests.e2e.city import Town
from tests.e2e.pages import Page

DESK = "/enforcement"
HTML = {"Accept": "text/html"}
PAPER = b"%PDF-1.7 a report"


@contextmanager
def browser(town: Town, login: str) -> Iterator[TestClient]:
    """A browser in which somebody signed in at the desk of enforcement."""
    actor = town.people[login]
    chosen = {
        "person": str(actor.person),
        "role": actor.role.code,
        "body": str(actor.body),
    }
    with TestClient(town.app, "http://test", headers=HTML) as client:
        client.post(f"{DESK}/sign-in", data=chosen)
        yield client


@pytest.fixture
def first(town: Town) -> Iterator[TestClient]:
    """An officer's browser."""
    with browser(town, "first") as client:
        yield client


def open_form(client: TestClient, act: str, **query: str) -> Page:
    """The page with the form of an act."""
    return Page(client.get(f"{DESK}/acts/{act}", params=query))


def newest(town: Town) -> dict[str, object]:
    """The terms of the newest fact, and its deed."""
    head = town.house.ledger.recorder.head
    (fact,) = town.house.ledger.facts(after=head - 1)
    return vars(fact)


class TestChoices:
    def test_by_name(self, town: Town, first: TestClient) -> None:
        """
        A reference is chosen by name; no id is typed.
        """
        town.enterprise("城西铸造厂")
        form = open_form(first, "self-report-hazard").act

        assert form.types["enterprise"] == "select"
        assert form.choice("enterprise", "城西铸造厂")

    def test_named_in_the_address(self, town: Town, first: TestClient) -> None:
        """
        A page can lead to a form with the enterprise already chosen.
        """
        town.enterprise("城西铸造厂")
        chosen = str(town.enterprise("城东冶炼厂"))

        form = open_form(first, "self-report-hazard", enterprise=chosen).act

        assert form.texts["enterprise"] == [chosen]

    def test_too_many_for_a_list(
        self, town: Town, first: TestClient, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """
        Where there are more than a list can show, one searches, and what was typed
        elsewhere stays.
        """
        monkeypatch.setattr(offers, "CHOICES_MAX", 2)
        for name in ("城东冶炼厂", "城西铸造厂", "城南化工厂"):
            town.enterprise(name)
        form = open_form(first, "self-report-hazard").act

        page = first.post(
            f"{DESK}/acts/self-report-hazard",
            data={
                **form.texts,
                "place": "东库",
                "enterprise.words": "铸造",
                "form.do": "find enterprise",
            },
        )

        found = Page(page).act
        named = [text for text in found.options["enterprise"].values() if "厂" in text]
        assert len(named) == 1
        assert "城西铸造厂" in named[0]
        assert found.texts["place"] == ["东库"]

    def test_who_was_offered_what(self, town: Town, first: TestClient) -> None:
        """
        D27: choosing from a list in a form is looking, and so is searching in one.
        """
        town.enterprise("城东冶炼厂")
        open_form(first, "self-report-hazard")
        form = open_form(first, "issue-document").act
        typed = {**form.texts, "about.words": "城东", "form.do": "find about"}
        found = Page(first.post(f"{DESK}/acts/issue-document", data=typed)).act

        assert found.choice("about", "城东冶炼厂")
        lines = town.house.access.who_looked(person=town.id("first"))
        assert {(each.what, each.rows) for each in lines} >= {
            ("offer/search", 1),
            ("offer/enterprises", 1),
        }


class TestSending:
    def test_day_without_hour(self, town: Town, first: TestClient) -> None:
        """
        What is known to the day is recorded so, and an optional paper is left out.
        """
        chosen = str(town.enterprise())
        form = open_form(first, "self-report-hazard", enterprise=chosen).act
        done = form.send(
            first, place="东库", description="堵塞", occurred_at="2026-03-01"
        )

        fact = newest(town)
        deed = fact["deed"]
        assert done.status_code == 303
        assert isinstance(deed, Deed)
        assert (deed.on.isoformat(), deed.precision) == ("2026-03-01", Precision.DAY)
        assert deed.channel == "web"
        assert fact["paper"] is None

    def test_the_other_officer(self, town: Town, first: TestClient) -> None:
        """
        An act of two officers begins with room for the other one, and says so.
        """
        page = open_form(first, "grade-hazard", file=str(town.hazard()))
        form = page.act
        done = form.send(
            first,
            with_officers__0=form.choice("with_officers-0", "钱二"),
            hazard_level="ordinary",
            standard="判定标准",
            clause="第四条",
        )

        assert "须有两名以上执法人员" in page.text
        assert done.status_code == 303, Page(done).text
        deed = newest(town)["deed"]
        assert isinstance(deed, Deed)
        assert deed.officers == (town.id("first"), town.id("second"))

    def test_a_refusal_keeps_everything(self, town: Town, first: TestClient) -> None:
        """
        After the law's no nothing typed or uploaded is lost, and no fact was recorded.
        """
        chosen = str(town.enterprise())
        form = open_form(first, "self-report-hazard", enterprise=chosen).act
        head = town.house.ledger.recorder.head

        refused = form.send(
            first,
            place="东库",
            description="堵塞",
            occurred_at="2099-01-01",
            uploads={"paper": ("报告.pdf", PAPER)},
        )

        page = Page(refused)
        assert (refused.status_code, town.house.ledger.recorder.head) == (409, head)
        assert "晚于现在" in page.text
        assert page.act.texts["place"] == ["东库"]
        assert page.act.texts["paper.kept"][0].endswith(" 报告.pdf")
        mended = page.act.send(first, occurred_at="")
        assert mended.status_code == 303
        assert newest(town)["paper"] == Upload(
            sha256(PAPER).hexdigest(), len(PAPER), "application/pdf"
        )

    def test_a_stale_form(self, town: Town, first: TestClient) -> None:
        """
        A form that decides on a file which moved since is refused with what changed;
        it lies there as it was filled in, and goes in when it is sent again.
        """
        hazard = town.hazard()
        form = open_form(first, "assign-hazard", file=str(hazard)).act
        chosen = form.choice("body", "县")
        town.do(
            "assign-hazard",
            hazard,
            by="second",
            body=town.county,
            requirements="先整改",
        )
        head = town.house.ledger.recorder.head

        refused = form.send(first, body=chosen, requirements="再整改")

        page = Page(refused)
        assert (refused.status_code, town.house.ledger.recorder.head) == (412, head)
        assert "卷宗已有变化" in page.text
        assert "其间记入：交办" in page.text
        assert f"{DESK}/files/{hazard}#fact-{hazard}-2" in page.links
        assert page.act.texts["requirements"] == ["再整改"]
        assert page.act.send(first).status_code == 303
        assert newest(town)["requirements"] == "再整改"

    def test_what_was_seen_in_the_field(self, town: Town, first: TestClient) -> None:
        """
        What was captured in the field is recorded whatever others did meanwhile.
        """
        hazard = town.hazard()
        form = open_form(first, "grade-hazard", file=str(hazard)).act
        town.do(
            "assign-hazard",
            hazard,
            by="second",
            body=town.county,
            requirements="先整改",
        )
        done = form.send(
            first,
            with_officers__0=form.choice("with_officers-0", "钱二"),
            hazard_level="ordinary",
            standard="判定标准",
            clause="第四条",
        )

        assert done.status_code == 303, Page(done).text

    def test_every_fault_is_linked(self, town: Town, first: TestClient) -> None:
        """
        The summary names each fault, and leads to its field.
        """
        del town
        page = Page(open_form(first, "self-report-hazard").act.send(first))

        assert "请更正 3 处" in page.text
        linked = {link.removeprefix("#f-") for link in page.links if "#f-" in link}
        assert linked == {"enterprise", "place", "description"}
        assert set(page.pointed) <= set(page.ids)

    def test_an_entry_is_removed(self, town: Town, first: TestClient) -> None:
        """
        An entry that is not wanted goes, and the others stay.
        """
        form = open_form(first, "grade-hazard", file=str(town.hazard())).act
        form = Page(form.send(first, "add with_officers", standard="判定标准")).act
        assert "remove with_officers-0" in form.buttons

        form = Page(form.send(first, "remove with_officers-0")).act
        assert form.texts["standard"] == ["判定标准"]


class TestDocuments:
    def test_for_whoever_sees_the_fact(self, town: Town, first: TestClient) -> None:
        """
        A document is given to whoever may see a fact that cites it, and it is noted.
        """
        chosen = str(town.enterprise())
        form = open_form(first, "self-report-hazard", enterprise=chosen).act
        form.send(
            first, place="库", description="堵", uploads={"paper": ("r.pdf", PAPER)}
        )
        file = newest(town)["originator_id"]
        address = f"{DESK}/files/{file}/documents/{sha256(PAPER).hexdigest()}"

        mine = first.get(address)
        with browser(town, "foreign") as other:
            theirs = other.get(address)

        assert (mine.content, mine.headers["content-type"]) == (
            PAPER,
            "application/pdf",
        )
        assert theirs.status_code == 404
        assert town.house.access.who_looked(file=UUID(str(file)))[0].what == "document"

    def test_one_that_no_fact_cites(self, town: Town, first: TestClient) -> None:
        """
        A document that nothing cites is not given out by its digest.
        """
        file = town.hazard()
        kept = town.house.ledger.put_document(PAPER)

        answer = first.get(f"{DESK}/files/{file}/documents/{kept.sha256}")

        assert answer.status_code == 404
