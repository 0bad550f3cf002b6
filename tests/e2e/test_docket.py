"""
A case from a finding to its archive: a fine that is paid, and one that is enforced.
"""

from collections.abc import Iterator

import pytest

from tests.e2e.docket import COURT_PAPERS, FEN, Docket
from tests.e2e.telling import Teller

#: The course of a case whose fine is paid, from its filing on.
COURSE = [
    "file-case",
    "file-case",
    "file-case",
    "conclude-investigation",
    "apply-discretion",
    "propose-penalty",
    "issue-document",
    "serve-document",
    "serve-document",
    "waive-statement",
    "decide-penalty",
    "issue-document",
    "serve-document",
    "serve-document",
    "record-payment",
    "close-case",
    "archive-case",
]


#: Stage and next step on the board, from the filing on.
SEEN = [
    ("filed", "investigate"),
    ("investigated", "propose"),
    ("proposed", "notify"),
    ("proposed", "await"),
    ("proposed", "decide"),
    ("proposed", "serve"),
    ("proposed", "pay"),
    ("proposed", "close"),
    ("closed", "archive"),
    ("archived", "nothing"),
]


@pytest.fixture
def docket(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Docket]:
    """A case that is filed on a finding."""
    teller = Teller(tmp_path_factory.mktemp("docket"))
    yield Docket(teller).begin()
    teller.house.close()


def test_paid(docket: Docket) -> None:
    """
    The unit is told, fined, served and pays; each stage is on the board, every paper is
    served, no time runs on but those of the party and of the publication.
    """
    made: list[str] = []
    seen = [(docket.row["stage"], docket.row["next_step"])]
    for step in (
        docket.conclude,
        docket.propose,
        lambda: docket.tell("penalty_notice"),
        docket.waive,
        lambda: made.append(docket.decide()),
        lambda: docket.tell("penalty_decision_unit", about=made[0]),
        lambda: docket.pay(made[0], FEN),
        docket.close,
        docket.archive,
    ):
        step()
        seen.append((docket.row["stage"], docket.row["next_step"]))

    assert seen == SEEN
    read_back(docket)


def read_back(docket: Docket) -> None:
    """
    The trace, the papers, the penalty and the board of periods of a case that is over.
    """
    teller = docket.teller
    trace = teller.asks("commissioner", "trace", thread=docket.visit)
    acts = [row["act"] for row in trace]
    assert acts[acts.index("file-case") :] == COURSE
    assert all(row["provision"] for row in trace)
    assert {paper["service_state"] for paper in docket.papers()} == {"served"}
    (row,) = teller.asks("first", "penalties")
    assert (row["stage"], row["fine_left_fen"]) == ("performed", 0)
    assert docket.running() == {"PN.publish.when", "RM.review.apply", "RM.suit"}


def test_enforced(docket: Docket) -> None:
    """
    Nothing is paid: reminded, dearer, demanded, brought to court once its window is
    open, ordered, and executed; then the case can be closed.
    """
    teller = docket.teller
    docket.conclude()
    penalty = docket.fined()
    until = {"pay_until": docket.until(10)}
    early = docket.refused("head", "impose-surcharge", penalty, **until)
    assert early == ("not_yet_due", "行政处罚法72(1);行政强制法45")
    teller.wait(20)
    until = {"pay_until": docket.until(10)}
    docket.handles("demand-payment", penalty, **until)
    docket.does("head", "impose-surcharge", penalty, **until)
    (row,) = teller.asks("first", "penalties")
    assert (row["fine_left_fen"], row["surcharge_left_fen"]) == (FEN, 450_000)

    asked = {"court_papers": COURT_PAPERS, "court_body": docket.bodies["court"]}
    teller.wait(60)
    refused = docket.refused("principal", "apply-to-court", penalty, **asked)
    assert refused == ("penalty_stage", "行政强制法53")
    told = {"demand_content": "十日内缴清", "pay_until": docket.until(10)}
    docket.handles("demand-performance", penalty, **told)
    refused = docket.refused("principal", "apply-to-court", penalty, **asked)
    assert refused == ("too_early", "行政强制法53")
    assert docket.row["next_step"] == "enforce"

    at_court(docket, penalty, **asked)


def at_court(docket: Docket, penalty: str, **asked: object) -> None:
    """
    Once the window is open: applied for, accepted, ordered, executed.
    """
    teller = docket.teller
    teller.wait(110)
    docket.does("principal", "apply-to-court", penalty, **asked)
    assert "CO.court.accept" in docket.running()
    (row,) = teller.asks("judge", "penalties")
    assert (row["id"], row["stage"]) == (penalty, "at_court")
    docket.does("judge", "record-court-acceptance", penalty, court_accepted=True)
    docket.does("judge", "record-execution-ruling", penalty, granted=True)
    closing = {"case_result": "处罚", "execution": "执行中"}
    refused = docket.refused("head", "close-case", docket.case, **closing)
    assert refused == ("party_open", "行政处罚法57")
    paid = {"fine_paid_fen": FEN, "surcharge_paid_fen": 450_000}
    docket.does("clerk", "record-execution-completed", penalty, **paid)

    (row,) = teller.asks("first", "penalties")
    assert (row["stage"], row["fine_left_fen"]) == ("performed", 0)
    assert docket.row["next_step"] == "close"
    docket.close()
    assert docket.row["stage"] == "closed"
    assert not docket.running() & {"PN.pay", "CO.court.window", "CO.court.accept"}


def test_next_steps(docket: Docket) -> None:
    """
    What belongs to another stage is no step: no answer before the notice, no hearing
    that nobody asked for, nothing to resume that runs.
    """
    of_hearing = {"refuse-hearing", "notify-hearing", "hold-hearing", "report-hearing"}
    of_answer = {"hear-statement", "waive-statement", "request-hearing"}
    docket.conclude()
    acts = {act for act, _ in docket.steps()}
    assert not acts & {*of_hearing, *of_answer, "resume-case-clock", "review-statement"}
    assert acts >= {"apply-discretion", "propose-penalty", "suspend-case-clock"}

    docket.propose()
    docket.tell("penalty_notice")
    acts = {act for act, _ in docket.steps()}
    assert acts >= of_answer
    assert not acts & of_hearing


def test_what_comes_next_leads(docket: Docket) -> None:
    """
    Of the acts that are open, those come first by which the file goes on, with the
    step that they do.
    """
    docket.conclude()

    steps = list(docket.steps().values())
    opened = [step for step in steps if step.is_open]
    said = {s.act.name: s.comes_next.zh for s in steps if s.comes_next}
    ahead = [step.comes_next is not None for step in opened]

    assert said["apply-discretion"] == "提出拟处罚意见"
    assert "extend-case-time" in {s.act.name for s in opened if not s.comes_next}
    assert ahead == sorted(ahead, reverse=True)


def test_next_steps_of_a_penalty(docket: Docket) -> None:
    """
    On a penalty that is served, no cash that nobody took; on one that is paid, nothing
    to be paid.
    """
    of_cash = {"file-spot-decision", "hand-in-spot-fine", "bank-spot-fine"}
    docket.conclude()
    penalty = docket.fined()
    steps = docket.steps()
    acts = {act for act, _ in steps}
    assert steps["record-payment", penalty].is_open
    (early,) = steps["demand-payment", penalty].missing
    assert early.code == "not_yet_due"
    assert not acts & {*of_cash, "resume-execution", "refund-fine", "decide-deferral"}

    docket.pay(penalty, FEN)
    steps = docket.steps()
    left = {act for act, file in steps if file == penalty}
    assert not left & {"record-payment", "demand-payment", "impose-surcharge"}
    assert steps["close-case", docket.case].is_open
