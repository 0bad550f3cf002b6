"""
What hangs on a file stands on its page: periods, papers, and the files that rest on it.
"""

from collections.abc import Iterator

import pytest

from tests.e2e.docket import FEN, Docket
from tests.e2e.looking import shown
from tests.e2e.telling import Teller


@pytest.fixture
def docket(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Docket]:
    """A case that was decided, with a penalty that is served and not yet paid."""
    teller = Teller(tmp_path_factory.mktemp("hanging"))
    docket = Docket(teller).begin()
    docket.conclude()
    docket.propose()
    docket.tell("penalty_notice")
    docket.waive()
    yield docket
    teller.house.close()


def hanging(docket: Docket, login: str, file: str) -> dict[str, str]:
    """
    Look at what hangs on a file: by the name of the list, its rows.
    """
    html = shown(docket, login, f"files/{file}", reading="zh").html
    parts = html.partition("<h2>事实")[0].split("<summary><strong>")[1:]
    return {part.partition("</strong>")[0]: part for part in parts}


def test_all_that_hangs_on_a_case(docket: Docket) -> None:
    """
    The page of a case shows the period to decide it, its papers and its penalties; that
    of the penalty its own period and paper; that of the visit what it led to.
    """
    before = hanging(docket, "first", docket.case)
    penalty = docket.decide()
    docket.tell("penalty_decision_unit", about=penalty)
    after = hanging(docket, "first", docket.case)
    own = hanging(docket, "first", penalty)
    visit = hanging(docket, "first", docket.visit)

    assert "处罚台账" not in before
    assert "作出处罚决定期限" in before["期限台账"]
    assert "行政处罚告知书" in before["文书"]
    assert f"/files/{penalty}" in after["处罚台账"]
    assert "期限台账" not in after
    assert "缴纳罚款" in own["期限台账"]
    assert "行政处罚决定书" in own["文书"]
    assert f"/files/{docket.case}" in visit["案件台账"]

    docket.pay(penalty, FEN)
    assert "缴纳罚款" not in hanging(docket, "first", penalty).get("期限台账", "")


def test_only_what_is_theirs(docket: Docket) -> None:
    """
    The police see no list of periods or papers on the page of what was delivered to
    them: those questions are not theirs to put.
    """
    docket.suspect()
    docket.deliver()

    ours = hanging(docket, "first", docket.referral)
    theirs = hanging(docket, "policeman", docket.referral)

    assert {"期限台账", "文书"} <= set(ours)
    assert not {"期限台账", "文书"} & set(theirs)
