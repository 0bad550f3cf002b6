"""
The next step on the page of a file: by which acts, open to whom, and what they lack.
"""

from collections.abc import Callable, Iterator

import pytest

from domain.acts import ACTS
from infra.read_model import MODELS
from tests.e2e.docket import FEN, Docket
from tests.e2e.looking import plain, shown
from tests.e2e.telling import Teller

#: By question, what its rows say of the next step.
STATED = {
    name: question.heads.ahead
    for model in MODELS.values()
    for name, question in model.QUESTIONS.items()
    if question.heads and question.heads.ahead
}

#: By the kind of the files, what their stage says of the next step.
BY_STAGE = {
    question.heads.kind: question.heads.steps
    for model in MODELS.values()
    for question in model.QUESTIONS.values()
    if question.heads and question.heads.steps
}

#: Stages at which nothing comes next: an end, or a decision that stands.
ENDS = {
    "closure": {"DECLINED", "EXECUTED", "BANNED", "SET_ASIDE"},
    "coercive-measure": {"DISPOSED", "LIFTED"},
    "hazard": {"DELISTED", "RELEASED", "REMOVED"},
    "inspection": {"CLOSED"},
    "list-entry": {"DECLINED", "LISTED", "REMOVED", "REVOKED", "EXPIRED"},
    "penalty": {"PERFORMED", "TERMINATED"},
    "remedy": {"DECIDED", "JUDGED"},
    "suspension-order": {"RESUMED", "NOT_REQUIRED", "SET_ASIDE"},
}

#: Whose page leads to each act of the road, from the investigation to the archive.
ROAD = [
    ("first", "conclude-investigation"),
    ("first", "apply-discretion"),
    ("first", "issue-document"),
    ("first", "waive-statement"),
    ("head", "decide-penalty"),
    ("first", "issue-document"),
    ("clerk", "record-payment"),
    ("head", "close-case"),
    ("clerk", "archive-case"),
]


@pytest.fixture
def docket(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Docket]:
    """A case that is filed on a finding."""
    teller = Teller(tmp_path_factory.mktemp("ahead"))
    yield Docket(teller).begin()
    teller.house.close()


def ahead(docket: Docket, login: str) -> tuple[str, list[str]]:
    """
    Look at what comes next on the page of the case: in words, and where it leads.
    """
    return ahead_of(docket, login, docket.case)


def ahead_of(docket: Docket, login: str, file: str) -> tuple[str, list[str]]:
    """
    Look at it on the page of any file.
    """
    page = shown(docket, login, f"files/{file}")
    _, _, after = plain(page.text).partition("下一步：")
    words = after.partition("可以办理")[0].partition("还缺什么")[0].partition("事实")[0]
    section = page.html.partition('class="acts ahead"')[2].partition("</ul>")[0]
    return words, [part.partition('"')[0] for part in section.split('href="')[1:]]


def test_page_leads_to_each_step(docket: Docket) -> None:
    """
    From filing to archive, the page of a case leads whoever does the next step to the
    form of its act, on the case, its penalty, or a paper about it; then to nothing.
    """
    made: list[str] = []
    steps: tuple[Callable[[], object], ...] = (
        docket.conclude,
        docket.propose,
        lambda: docket.tell("penalty_notice"),
        docket.waive,
        lambda: made.append(docket.decide()),
        lambda: docket.tell("penalty_decision_unit", about=made[0]),
        lambda: docket.pay(made[0], FEN),
        docket.close,
        docket.archive,
    )
    for (login, act), step in zip(ROAD, steps, strict=True):
        _, hrefs = ahead(docket, login)
        file = made[0] if act == "record-payment" else docket.case
        term = "about" if act == "issue-document" else "file"
        assert f"/enforcement/acts/{act}?{term}={file}" in hrefs
        step()

    assert ahead(docket, "clerk") == ("", [])


def test_whose_it_is(docket: Docket) -> None:
    """
    An officer reads that a head decides, and leads there no form of theirs.
    """
    docket.conclude()
    docket.propose()
    docket.tell("penalty_notice")
    docket.waive()

    words, hrefs = ahead(docket, "first")

    assert words.startswith("审核并决定 Next: examine and decide")
    assert "作出行政处罚决定 Decide a penalty 行政处罚法57 由机关负责人" in words
    assert not [href for href in hrefs if "decide-penalty" in href]


def test_what_it_lacks(docket: Docket) -> None:
    """
    Who would do it, and who looks on, read what it lacks and under which provision.
    """
    docket.conclude()
    docket.propose()
    docket.tell("penalty_notice")
    docket.waive()

    for login in ("first", "head"):
        words, hrefs = ahead(docket, login)
        examined = words.partition("复核陈述申辩")[2].partition("法制审核")[0]
        assert "尚缺：当事人 1 没有提出陈述申辩。" in examined
        assert examined.strip().endswith("行政处罚法45")
        assert not [href for href in hrefs if "review-statement" in href]


def test_what_is_on_record(docket: Docket) -> None:
    """
    A step of several acts marks those that were done, and leaves them open for others.
    """
    at = docket.teller.clock.moment.isoformat()
    times = {"started_at": at, "ended_at": at, "occurred_at": at}
    docket.handles(
        "examine-scene",
        place="城东",
        weather="晴",
        description="勘验",
        witness="某村民",
        **times,
    )

    words, _ = ahead(docket, "first")

    _, _, examined = words.partition("记录勘验")
    assert "已有记录 on record" in examined.partition("抽样取证")[0]
    assert "已有记录 on record" not in examined.partition("抽样取证")[2]


def test_by_the_stage(docket: Docket) -> None:
    """
    What comes next on a penalty and on a visit is said by how far they are: who pays in
    time reads no more of it, who is late is asked to perform.
    """
    docket.conclude()
    docket.propose()
    docket.tell("penalty_notice")
    docket.waive()
    penalty = docket.decide()

    words, hrefs = ahead_of(docket, "first", penalty)
    assert words.startswith("送达决定书 Next: serve the decision")
    assert f"/enforcement/acts/issue-document?about={penalty}" in hrefs
    docket.tell("penalty_decision_unit", about=penalty)
    words, hrefs = ahead_of(docket, "clerk", penalty)
    assert words.startswith("缴款、履行；逾期的催告 Next: pay and perform")
    assert f"/enforcement/acts/record-payment?file={penalty}" in hrefs
    assert "尚缺" in words.partition("催告缴款")[2]
    docket.pay(penalty, FEN)
    assert ahead_of(docket, "clerk", penalty) == ("", [])
    words, _ = ahead_of(docket, "first", docket.visit)
    assert words.startswith("结束检查 Next: conclude the inspection")


@pytest.mark.parametrize("question", sorted(STATED))
def test_every_step_has_its_acts(question: str) -> None:
    """
    Each code of a column that says what comes next has its acts, all of them declared.
    """
    said = STATED[question]
    (model,) = (m for m in MODELS.values() if question in m.QUESTIONS)
    columns = {c.name: c for t in model.TIMELINES for c in t.rows.columns}
    choices = columns[said.column].choices

    assert choices is not None
    assert said.acts.keys() == {choice.code for choice in choices}
    assert {name for names in said.acts.values() for name in names} <= ACTS.keys()


@pytest.mark.parametrize("kind", sorted(BY_STAGE))
def test_every_step_by_stage_has_its_acts(kind: str) -> None:
    """
    So has each stage by which the step of a file is said; those without are its ends.
    """
    steps = BY_STAGE[kind]
    (stages,) = {type(stage) for stage in steps}

    assert {name for step in steps.values() for name in step.acts} <= ACTS.keys()
    assert {stage.name for stage in stages if stage not in steps} == ENDS[kind]
