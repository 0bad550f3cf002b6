"""
A place with a ladder: whose opinion comes first, where it is stated, and what waits for
whom.
"""

from collections.abc import Iterator
from uuid import UUID

import pytest
from httpx2 import Response

from services.web.papers.drawing import sheet_of
from tests.e2e.docket import Docket
from tests.e2e.looking import plain, shown
from tests.e2e.papers import words_on
from tests.e2e.telling import CITY, Teller

MATTER = "penalty_decision"
ENDING = {"termination_ground": "no_violation", "reason": "违法事实不能成立"}


@pytest.fixture
def docket(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Docket]:
    """A case whose party is heard, in a place with a ladder for its decision."""
    teller = Teller(tmp_path_factory.mktemp("approvals"))
    docket = Docket(teller).begin()
    docket.conclude()
    docket.propose()
    docket.tell("penalty_notice")
    docket.waive()
    lay_down(docket, "legal_reviewer,principal_head")
    yield docket
    teller.house.close()


def lay_down(
    docket: Docket, rungs: str, matter: str = MATTER, label: str = "审批"
) -> None:
    """Have the place adopt a ladder, for the decision of a penalty by default."""
    docket.teller.wait(1)
    ladder = {
        "parameter": f"ladder.{matter}",
        "value": rungs,
        "basis": "本局案件审批办法第四条",
    }
    pack = {"pack_code": "004", "pack_version": label, "changes": [ladder]}
    adopted = docket.does("clerk", "publish-rule-pack", **pack).file
    since = {"region": CITY, "since_on": str(docket.teller.today)}
    docket.does("clerk", "adopt-rule-pack", adopted, **since)


def version(docket: Docket) -> int:
    """Say how many facts the case has."""
    found = docket.teller.house.ledger.read(UUID(docket.case))
    assert found is not None
    return found.version


def states(
    docket: Docket, login: str, act: str, matter: str = MATTER, **terms: object
) -> Response:
    """Have somebody state an opinion on the case, or return it, as they see it now."""
    said = {"approval_matter": matter, **terms}
    seen = f'"s{version(docket)}"'
    return docket.teller.send(login, act, said, file=docket.case, seen=seen)


def decide(docket: Docket) -> None:
    """Have the principal head decide."""
    docket.does("principal", "decide-penalty", docket.case, **docket.deciding())


def waiting(docket: Docket, login: str) -> list[str]:
    """List what waits for somebody, by the rung whose turn it is."""
    docket.teller.house.catch_up()
    rows = docket.teller.asks(login, "approvals", mine="true")
    return [row["waiting_for"] for row in rows]


def test_whose_opinion_comes_first(docket: Docket) -> None:
    """
    Who decides reads which rungs are missing and where the place says so, and whose
    turn it is; who handles the case is led to the form.
    """
    head = plain(shown(docket, "principal", f"files/{docket.case}").text)
    mine = shown(docket, "first", f"files/{docket.case}")

    assert "尚缺：承办人、法制审核人" in head
    assert "本局案件审批办法第四条" in head
    assert "给出审批意见" in head.partition("作出行政处罚决定")[0]
    assert f"acts/give-approval?file={docket.case}" in mine.html


def test_up_the_ladder(docket: Docket) -> None:
    """
    What was put up waits for the reviewer, comes back with reasons, goes up again, and
    is decided.
    """
    assert states(docket, "first", "give-approval", opinion="拟罚款").is_success
    assert (waiting(docket, "lawyer"), waiting(docket, "first")) == (
        ["legal_reviewer"],
        [],
    )
    page = plain(shown(docket, "lawyer", "").text)
    assert "待我审批" in page

    assert states(docket, "lawyer", "return-approval", reason="缺核算表").is_success
    assert (waiting(docket, "lawyer"), waiting(docket, "first")) == ([], ["handler"])
    (row,) = docket.teller.asks("first", "approvals")
    assert (row["approval_state"], row["returned_reason"]) == ("returned", "缺核算表")

    assert states(docket, "first", "give-approval", opinion="已补").is_success
    assert states(docket, "lawyer", "give-approval", opinion="合法").is_success
    assert waiting(docket, "principal") == ["principal_head"]
    decide(docket)
    docket.teller.house.catch_up()
    (row,) = docket.teller.asks("first", "approvals")
    assert (row["approval_state"], row["returns_count"]) == ("decided", 1)


def test_not_on_an_older_version(docket: Docket) -> None:
    """
    An opinion is on the file as it is: who saw an older version is refused, and who
    does not say what they saw is asked for it.
    """
    said: dict[str, object] = {"approval_matter": MATTER, "opinion": "拟罚款"}

    old = docket.teller.send(
        "first", "give-approval", said, file=docket.case, seen='"s1"'
    )
    none = docket.teller.send(
        "first", "give-approval", said, file=docket.case, seen="*"
    )

    assert (old.status_code, none.status_code) == (412, 428)


def test_nothing_is_chosen_beforehand(docket: Docket) -> None:
    """
    The form proposes neither a matter nor an opinion.
    """
    page = shown(docket, "first", f"acts/give-approval?file={docket.case}")

    assert "审批事项" in page.text
    assert " selected" not in page.html.partition('name="approval_matter"')[2][:2000]


def test_where_no_ladder_is_set(docket: Docket) -> None:
    """
    A place that sets no ladder for it decides at once.
    """
    ladder = {"parameter": "ladder.case_closing", "value": "head,", "basis": "本局"}
    pack = {"pack_code": "004", "pack_version": "无", "changes": [ladder]}
    adopted = docket.does("clerk", "publish-rule-pack", **pack).file
    docket.teller.wait(1)
    since = {"region": CITY, "since_on": str(docket.teller.today)}
    docket.does("clerk", "adopt-rule-pack", adopted, **since)

    decide(docket)


class TestPapers:
    """
    The approval forms of a case, with the opinions that the decision rested on.
    """

    def words(self, docket: Docket, form: str) -> str:
        """Have the form issued, and read it."""
        paper = docket.does("first", "issue-document", about=docket.case, form=form)
        house, actor = docket.teller.house, docket.teller.people["first"]
        house.catch_up()
        reader = house.directory.reader(actor, docket.teller.today)
        return words_on(sheet_of(house, reader, f"{paper.last}/1"))

    def test_closing(self, docket: Docket) -> None:
        """
        结案审批表: each opinion stands with its rung, person and day; a returned one
        does not.
        """
        docket.does("principal", "terminate-case", docket.case, **ENDING)
        lay_down(docket, "legal_reviewer,principal_head", "case_closing", "结案")
        closing = {"matter": "case_closing"}
        states(docket, "first", "give-approval", opinion="首次报批", **closing)
        states(docket, "lawyer", "return-approval", reason="缺材料", **closing)
        states(docket, "first", "give-approval", opinion="建议结案归档", **closing)
        states(docket, "lawyer", "give-approval", opinion="程序合法", **closing)
        result = {"case_result": "终止", "execution": "无"}
        docket.does("principal", "close-case", docket.case, **result)

        words = self.words(docket, "case_closing")

        assert "承办人：建议结案归档。" in words
        assert "法制审核人：程序合法。韩法" in words
        assert "首次报批" not in words
        assert "审核人（签名）" not in words

    def test_filing(self, docket: Docket) -> None:
        """
        立案审批表: without any opinion there is a place to write one by hand.
        """
        words = self.words(docket, "case_filing")

        assert "审核人（签名）" in words
        assert "承办人：" not in words
