"""
The feed of the disclosure desk: news as Atom and JSON Feed, and a delta for programs;
each says what anybody may read, and what is public no more.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import orjson
import pytest
from httpx2 import Response

from domain.base import Role
from infra.questions import Ask, Reader
from services.commandline.main import main
from services.disclosure import atom, feed
from services.disclosure.delta import QUESTION, deltas
from services.disclosure.entries import Entry
from tests.e2e.story import USCC, WORKS, Story
from tests.e2e.telling import Teller

ATOM = "{http://www.w3.org/2005/Atom}"
TOMBSTONE = "{http://purl.org/atompub/tombstones/1.0}deleted-entry"
NUMBER = "（演）应急罚〔2026〕1号"
FACT = "未按规定设置安全警示标志"
#: Noon of the day after the last one of the publication.
AFTER = datetime(2027, 2, 11, 4, tzinfo=UTC)


def parsed(content: bytes) -> ET.Element:
    """
    Read what the feed itself wrote.
    """
    return ET.fromstring(content)  # noqa: S314  ours


class News:
    """
    A penalty that is public, as the feed tells it.
    """

    def __init__(self, home: Path) -> None:
        """
        Publish it.
        """
        self.story = Story(Teller(home))
        self.story.settle()
        self.story.equip()
        self.story.publish()
        self.item = self.story.done["publish-item"].file

    def get(self, address: str, **headers: str) -> Response:
        """
        Ask an address of the desk, as nobody in particular.
        """
        return self.story.teller.client.get(f"/disclosure/{address}", headers=headers)

    @property
    def atom(self) -> ET.Element:
        """
        The first page as Atom.
        """
        return parsed(self.get("feed.atom").content)

    @property
    def json(self) -> dict[str, Any]:
        """
        The first page as JSON Feed.
        """
        found: dict[str, Any] = self.get("feed.json").json()
        return found

    def delta(self, start: int = 0, **more: object) -> dict[str, Any]:
        """
        What changed after a position.
        """
        query = "".join(f"&{name}={value}" for name, value in more.items())
        found: dict[str, Any] = self.get(f"api/feed?from={start}{query}").json()
        return found

    def withdraw(self) -> None:
        """
        Withdraw it.
        """
        self.story.teller.does(
            "discloser",
            "withdraw-item",
            self.item,
            withdrawal_ground="entry_error",
            reasons="公开有误",
        )

    def correct(self) -> None:
        """
        Put its class right.
        """
        self.story.teller.does(
            "discloser",
            "correct-item",
            self.item,
            reason="分类有误",
            credit_class="serious",
            class_ground="情节严重",
        )


@pytest.fixture(scope="module")
def still(tmp_path_factory: pytest.TempPathFactory) -> Iterator[News]:
    """A penalty that is public, and of which nothing becomes."""
    found = News(tmp_path_factory.mktemp("feed") / "home")
    yield found
    found.story.teller.house.close()


@pytest.fixture
def news(tmp_path: Path) -> Iterator[News]:
    """A penalty that is public."""
    found = News(tmp_path / "home")
    yield found
    found.story.teller.house.close()


class TestAtom:
    def test_an_entry(self, still: News) -> None:
        """
        RFC 4287: what was published stands under an id that stays, with its time.
        """
        root = still.atom
        (entry,) = root.findall(f"{ATOM}entry")

        assert entry.findtext(f"{ATOM}id") == f"urn:uuid:{still.item}"
        assert entry.findtext(f"{ATOM}title") == f"{WORKS} {NUMBER}"
        assert "罚款20,000.00元" in str(entry.findtext(f"{ATOM}summary"))
        updated = entry.findtext(f"{ATOM}updated")
        assert updated == root.findtext(f"{ATOM}updated")
        assert updated == entry.findtext(f"{ATOM}published")
        media = still.get("feed.atom").headers["content-type"]
        assert media.startswith("application/atom+xml")

    def test_corrected(self, news: News) -> None:
        """
        The same entry, newer, with the reason.
        """
        before = news.atom.find(f"{ATOM}entry")
        news.correct()
        after = news.atom.find(f"{ATOM}entry")

        assert before is not None
        assert after is not None
        assert after.findtext(f"{ATOM}id") == before.findtext(f"{ATOM}id")
        newer, older = (e.findtext(f"{ATOM}updated") for e in (after, before))
        assert str(newer) > str(older)
        assert "更正：分类有误" in str(after.findtext(f"{ATOM}summary"))

    def test_a_tombstone(self, news: News) -> None:
        """
        RFC 6721: what was withdrawn is told as deleted, with ground and reasons, and
        nothing of it is left.
        """
        news.withdraw()

        answer = news.get("feed.atom")
        (dead,) = parsed(answer.content).findall(TOMBSTONE)

        assert dead.get("ref") == f"urn:uuid:{news.item}"
        assert str(dead.get("when")).endswith("Z")
        assert "公开有误" in "".join(dead.itertext())
        assert WORKS not in answer.text
        assert USCC not in answer.text

    def test_ended(self, news: News) -> None:
        """
        公示期: on the day after its last one it is deleted.
        """
        news.story.teller.clock.moment = AFTER
        (dead,) = news.atom.findall(TOMBSTONE)

        assert str(dead.get("when")).startswith("2027-02-1")
        assert "期满" in "".join(dead.itertext())

    def test_ended_before_the_clock_says_so(self) -> None:
        """
        Where no fact says so yet, it is newer than its last change: its last day is.
        """
        row = {"recorded_at": "2026-03-02T01:00:00.000000Z", "change": "ended"}

        entry = Entry({**row, "public_until": "2027-02-10"})

        assert entry.updated == "2027-02-10T15:59:59.999999Z"
        assert (entry.is_gone, entry.comment) == (True, "期满")

    def test_what_no_xml_may_hold(self) -> None:
        """
        A control character in a name makes no feed unreadable.
        """
        row = dict.fromkeys(("party_class", "change", "recorded_at", "public_until"))
        named = {**row, "id": "1", "party_name": "甲\x0b\ufffe乙<&>", "decision_no": ""}

        root = ET.Element("root")
        atom._text(root, "title", Entry(named).title)  # noqa: SLF001  what writes it

        assert parsed(ET.tostring(root))[0].text == "甲乙<&>"


class TestJson:
    def test_an_item(self, still: News) -> None:
        """
        JSON Feed 1.1: the same entry, with fields for programs; no free text.
        """
        (item,) = still.json["items"]

        assert still.json["version"].endswith("/1.1")
        assert item["id"] == f"urn:uuid:{still.item}"
        assert item["_shilu"]["fine_fen"] == 2_000_000
        assert FACT not in still.get("feed.json").text

    def test_deleted(self, news: News) -> None:
        """
        What was withdrawn is no item, and named among the deleted.
        """
        news.withdraw()

        found = news.json
        (dead,) = found["_shilu"]["deleted"]
        assert found["items"] == []
        assert dead["id"] == f"urn:uuid:{news.item}"
        assert WORKS not in str(found)


class TestPages:
    def test_next(self, news: News, monkeypatch: pytest.MonkeyPatch) -> None:
        """
        RFC 5005: a page names the first one and the next; together they are the whole.
        """
        monkeypatch.setattr(feed, "ENTRIES", 1)
        news.story.teller.does(
            "discloser",
            "publish-item",
            record=news.story.done["record-imported-penalty"].file,
            channel="credit_platform",
            credit_class="general",
            class_ground="一般",
        )

        first = news.json
        address = first["next_url"].removeprefix("http://test/disclosure/")
        second = news.get(address).json()

        ids = [each["id"] for page in (first, second) for each in page["items"]]
        assert len(set(ids)) == 2
        assert "next_url" not in second
        links = {e.get("rel"): e.get("href") for e in news.atom.findall(f"{ATOM}link")}
        assert str(links["next"]).endswith(address.replace("json", "atom"))
        assert links["first"] == links["self"] == "http://test/disclosure/feed.atom"


class TestConditional:
    @pytest.mark.parametrize("address", ["feed.atom", "feed.json"])
    def test_as_it_is_known(self, news: News, address: str) -> None:
        """
        RFC 9110: who has this page is told so, by tag or by day; not after a change.
        """
        found = news.get(address)
        tag, day = found.headers["etag"], found.headers["last-modified"]
        by_tag = {"If-None-Match": f'"other", W/{tag}'}
        by_day = {"If-Modified-Since": day}

        for known in (by_tag, by_day):
            answer = news.get(address, **known)
            assert (answer.status_code, answer.content) == (304, b"")
            assert answer.headers["etag"] == tag

        news.story.teller.wait(1)
        news.withdraw()
        for known in (by_tag, by_day):
            assert news.get(address, **known).status_code == 200

    def test_no_day(self, still: News) -> None:
        """
        What is no day is not looked at; a tag that differs counts more than a day.
        """
        day = still.get("feed.json").headers["last-modified"]

        assert still.get("feed.json", **{"If-Modified-Since": "gestern"}).content
        both = {"If-None-Match": '"other"', "If-Modified-Since": day}
        assert still.get("feed.json", **both).status_code == 200

    def test_ended(self, news: News) -> None:
        """
        The end of a term changes the page though no fact came.
        """
        found = news.get("feed.atom")
        day = found.headers["last-modified"]
        news.story.teller.clock.moment = AFTER

        known = {"If-None-Match": found.headers["etag"]}
        assert news.get("feed.atom", **known).status_code == 200
        assert news.get("feed.atom", **{"If-Modified-Since": day}).status_code == 200


class TestDelta:
    def test_from_the_beginning(self, still: News) -> None:
        """
        From the beginning on: what is public, and from where to go on.
        """
        found = still.delta()
        (change,) = found["changes"]

        assert (change["id"], change["change"]) == (still.item, "published")
        assert (change["party_name"], change["deleted"]) == (WORKS, False)
        assert found["next"] >= change["position"]
        assert found["more"] is False
        assert still.delta(found["next"])["changes"] == []

    def test_what_changed_since(self, news: News) -> None:
        """
        From where one stands on: the newest change alone; an older one that is not
        public any more is not told to whoever comes later.
        """
        start = news.delta()["next"]
        news.correct()
        (change,) = news.delta(start)["changes"]
        assert (change["change"], change["credit_class"]) == ("corrected", "serious")

        news.withdraw()

        for since in (0, start):
            (dead,) = news.delta(since)["changes"]
            assert (dead["change"], dead["deleted"]) == ("withdrawn", True)
            assert dead["reasons"] == "公开有误"
            assert WORKS not in str(dead)

    def test_ended_by_the_clock(self, news: News) -> None:
        """
        The clock's own fact tells whoever follows that a term ended.
        """
        start = news.delta()["next"]
        news.story.teller.clock.moment = AFTER
        news.story.teller.house.catch_up()

        (dead,) = news.delta(start)["changes"]
        assert (dead["change"], dead["decision_no"]) == ("ended", NUMBER)
        assert "party_name" not in dead

    def test_lines(self, still: News) -> None:
        """
        As JSON lines, the same changes.
        """
        answer = still.get("api/feed?from=0&format=jsonl")

        lines = [orjson.loads(line) for line in answer.content.splitlines()]
        assert lines == still.delta()["changes"]
        assert answer.headers["content-type"].startswith("application/x-ndjson")

    def test_in_pieces(self, news: News) -> None:
        """
        Asked for fewer at once, it says that there is more and where; all pieces
        together are the whole.
        """
        record = news.story.done["record-imported-penalty"].file
        terms = {"channel": "credit_platform", "credit_class": "general"}
        said = {**terms, "class_ground": "一般", "record": record}
        news.story.teller.does("discloser", "publish-item", **said)

        first = news.delta(limit=1)
        second = news.delta(first["next"], limit=1)

        assert (first["more"], second["more"]) == (True, False)
        assert [*first["changes"], *second["changes"]] == news.delta()["changes"]
        link = news.get("api/feed?from=0&limit=1").headers["link"]
        assert f"from={first['next']}" in link

    def test_pieces_one_after_the_other(self, news: News) -> None:
        """
        Who follows to the end asks until there is no more.
        """
        house, ask = news.story.teller.house, Ask(Reader(Role.PUBLIC), limit=1)
        record = news.story.done["record-imported-penalty"].file
        terms = {"channel": "credit_platform", "credit_class": "general"}
        said = {**terms, "class_ground": "一般", "record": record}
        news.story.teller.does("discloser", "publish-item", **said)

        found = deltas(0, lambda after: house.ask(QUESTION, ask, after=after))

        assert [len(each.changes) for each in found] == [1, 1]

    @pytest.mark.parametrize(
        ("query", "code"),
        [
            ("from=x", "not_whole"),
            ("from=-1", "not_positive"),
            (f"from={1 << 63}", "not_whole"),
            ("limit=0", "not_positive"),
            ("format=xml", "no_such_choice"),
            ("since=1", "unknown_term"),
        ],
    )
    def test_bad_input(self, still: News, query: str, code: str) -> None:
        """
        What no ledger can have is told to whoever asks, field by field.
        """
        answer = still.get(f"api/feed?{query}")

        assert answer.status_code in (400, 422)
        assert answer.json()["errors"][0]["code"] == code

    def test_at_the_terminal(
        self,
        news: News,
        monkeypatch: pytest.MonkeyPatch,
        capsysbinary: pytest.CaptureFixture[bytes],
    ) -> None:
        """
        ``shilu feed --from POSITION`` prints the same lines.
        """
        over_http = news.get("api/feed?from=0&format=jsonl").content
        monkeypatch.setenv("SHILU_HOME", str(news.story.teller.home))

        capsysbinary.readouterr()
        assert main(("feed", "--from", "0")) == 0

        assert capsysbinary.readouterr().out == over_http
