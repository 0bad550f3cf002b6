"""
One hazard from the visit to the end of its supervision, over the services' JSON API.
"""

import csv
import io
from collections.abc import Iterator

import openpyxl
import pytest

from tests.e2e.story import USCC, WORKS, Story
from tests.e2e.telling import Teller

#: The course of the law, by the acts of the thread, each in its turn.
COURSE = (
    "approve-inspection",
    "notify-inspection",
    "open-inspection",
    "answer-checklist-item",
    "answer-checklist-item",
    "record-finding",
    "sign-inspection-record",
    "identify-hazard",
    "grade-hazard",
    "order-rectification",
    "issue-document",
    "serve-document",
    "file-rectification-plan",
    "list-for-supervision",
    "record-three-lists",
    "report-treatment",
    "report-treatment",
    "report-rectification",
    "accept-rectification",
    "accept-rectification",
    "verify-hazard",
    "delist-hazard",
    "release-supervision",
)


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Story]:
    """The story, told to its end."""
    teller = Teller(tmp_path_factory.mktemp("story"))
    yield Story(teller).whole()
    teller.house.close()


def acts_in(rows: list[dict[str, object]]) -> tuple[object, ...]:
    """The acts that some facts came from."""
    return tuple(row["act"] for row in rows)


class TestWhatHappened:
    def test_the_trace_is_the_course_of_the_law(self, story: Story) -> None:
        """
        安全生产法41, 65, 68: every step stands in the trace, by two officers, in order.
        """
        rows = story.teller.asks("commissioner", "trace", thread=story.thread)

        team = {story.teller.id("first"), story.teller.id("second")}
        assert acts_in(rows) == COURSE
        assert all(row["provision"] for row in rows)
        assert all(set(row["officers"].split()) == team for row in rows[1:10])

    def test_the_order_has_a_number_and_was_served(self, story: Story) -> None:
        """
        行政处罚法61: the order is a document of its own, numbered, and served.
        """
        (paper,) = story.teller.asks("first", "documents", about=story.hazard)

        assert story.done["issue-document"].numbers == [paper["number"]]
        assert paper["number"].endswith("〔2026〕1号")
        assert paper["served_on"] == "2026-03-02"

    def test_the_hazard_is_over(self, story: Story) -> None:
        """
        安全生产法41(3): released from supervision, and on nobody's open list.
        """
        (hazard,) = story.teller.asks("first", "hazards")

        assert (hazard["hazard_level"], hazard["stage"]) == ("major", "released")
        assert story.teller.asks("first", "hazards", still_open="true") == []

    def test_no_deadline_runs_on(self, story: Story) -> None:
        """
        Whatever period an act of the hazard began, another ended; what is left is what
        the party may still do (行政复议法20, 行政诉讼法46), and that nobody has decided
        whether the violation makes a case (行政处罚法54).
        """
        asked = {"thread": story.thread}

        running = story.teller.asks("first", "deadlines", **asked)
        met = story.teller.asks("first", "deadlines", **asked, state="met")

        left = sorted(row["rule"] for row in running)
        assert left == ["PN.filing", "RM.review.apply", "RM.suit"]
        assert {"IN.order", "IN.supervise.list"} <= {row["rule"] for row in met}


class TestTwoMoments:
    def test_as_it_stood(self, story: Story) -> None:
        """
        The trace of a day has what had happened by then, whenever it was recorded.
        """
        asked = {"thread": story.thread, "as_of": "2026-03-03"}

        rows = story.teller.asks("commissioner", "trace", **asked)

        assert acts_in(rows) == COURSE[:17]

    def test_as_it_was_known(self, story: Story) -> None:
        """
        The trace at a position has what had been recorded by then.
        """
        position = story.done["grade-hazard"].position
        asked = {"thread": story.thread, "known_at": position}

        rows = story.teller.asks("commissioner", "trace", **asked)
        (hazard,) = story.teller.asks("commissioner", "hazards", known_at=position)

        assert acts_in(rows) == COURSE[:9]
        assert (hazard["stage"], hazard["rectify_until"]) == ("graded", None)

    def test_a_moment_instead_of_a_position(self, story: Story) -> None:
        """
        What was known may be asked by the time of the recording too.
        """
        at = story.done["grade-hazard"].at.isoformat()

        rows = story.teller.asks(
            "commissioner", "trace", thread=story.thread, known_at=at
        )

        assert acts_in(rows) == COURSE[:9]


class TestWhoSeesIt:
    @pytest.mark.parametrize("login", ["foreign", "policeman", ""])
    def test_whom_it_does_not_concern(self, story: Story, login: str) -> None:
        """
        D21: what is not theirs is not there: the answer is 404.
        """
        answers = [
            story.teller.gets(login, "trace", thread=story.thread),
            story.teller.gets(login, "file-facts", file=story.hazard),
            story.teller.gets(login, "trace", thread=story.thread, format="csv"),
        ]

        assert [a.status_code for a in answers] == [404] * 3
        assert {a.json()["code"] for a in answers} == {"no_such_file"}
        assert all("煤气" not in a.text for a in answers)

    @pytest.mark.parametrize("login", ["first", "commissioner"])
    def test_whom_it_does(self, story: Story, login: str) -> None:
        """
        纪检监察机关监督检查: the bureau and the discipline commission see all of it.
        """
        assert story.teller.asks(login, "file-facts", file=story.hazard)

    def test_lists_of_others_are_empty(self, story: Story) -> None:
        """
        A list never tells of what is not the reader's, not even by a count.
        """
        rows = story.teller.asks("foreign", "hazards")

        assert rows == []
        assert story.teller.asks("", "search", words=WORKS[:2]) != []


class TestThePublicRegister:
    def test_as_json(self, story: Story) -> None:
        """
        双公示: whoever asks, without signing in, sees the penalty that was published.
        """
        (row,) = story.teller.asks("", "public-register")

        assert row["party_name"] == WORKS
        assert (row["uscc"], row["fine_fen"]) == (USCC, 2_000_000)
        assert row["penalty_content"] == "警告，罚款人民币2万元"

    def test_as_csv(self, story: Story) -> None:
        """
        The same as a sheet of text, in the published layout: money in 万元.
        """
        answer = story.teller.gets("", "public-register", format="csv")

        (row,) = csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig")))
        assert row["行政相对人代码_1(统一社会信用代码)"] == USCC
        assert row["罚款金额(万元)"] == "2.000000"

    def test_as_a_spreadsheet(self, story: Story) -> None:
        """
        The same as a workbook, in which the code stays text.
        """
        answer = story.teller.gets("", "public-register", format="xlsx")

        sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).worksheets[0]
        heading, row = list(sheet.values)
        cells = dict(zip(heading, row, strict=True))
        assert cells["行政相对人代码_1(统一社会信用代码)"] == USCC

    def test_as_a_file_of_json(self, story: Story) -> None:
        """
        The same for programs, whole.
        """
        answer = story.teller.gets("", "public-register", format="json")

        assert [row["uscc"] for row in answer.json()["rows"]] == [USCC]


class TestNo:
    def test_the_same_key(self, story: Story) -> None:
        """
        The same key and content: the same receipt. Another content: 422.
        """
        terms = {"enterprise": story.done["register-enterprise"].file, "place": "东库"}
        sent = {"act": "self-report-hazard", "key": "once", "login": "clerk"}

        first, again, other = (
            story.teller.send(**sent, terms={**terms, "description": text})
            for text in ("堵塞", "堵塞", "塌落")
        )

        assert first.status_code == again.status_code == 200
        assert first.json() == again.json()
        assert (other.status_code, other.json()["code"]) == (422, "key_reused")

    @pytest.mark.parametrize(
        ("language", "told"), [("zh-CN", "请填写"), ("en-GB,zh;q=0.2", "Fill in")]
    )
    def test_malformed(self, story: Story, language: str, told: str) -> None:
        """
        A malformed request names the field in the language of the caller.
        """
        head = story.teller.house.ledger.recorder.head

        answer = story.teller.send(
            "first", "grade-hazard", {"clause": "11"}, language=language
        )

        errors = {each["pointer"]: each["detail"] for each in answer.json()["errors"]}
        assert answer.status_code == 422
        assert told in errors["/hazard_level"]
        assert story.teller.house.ledger.recorder.head == head

    @pytest.mark.parametrize(
        ("login", "act", "terms", "status"),
        [
            ("head", "delist-hazard", {"opinion": "同意"}, 409),
            ("clerk", "delist-hazard", {"opinion": "同意"}, 403),
        ],
    )
    def test_forbidden(
        self, story: Story, login: str, act: str, terms: dict[str, object], status: int
    ) -> None:
        """
        A forbidden act is answered with code and provision, and leaves no fact.
        """
        head = story.teller.house.ledger.recorder.head

        answer = story.teller.send(login, act, terms, file=story.hazard)

        problem = answer.json()
        assert answer.status_code == status
        assert problem["code"]
        assert problem["under"]
        assert story.teller.house.ledger.recorder.head == head
