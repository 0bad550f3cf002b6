"""
Every way of saying no has a status, a title and words in both languages.
"""

import pytest
from starlette.testclient import TestClient

from domain.law.silence import LawSilent
from domain.refusals import OutOfTime, Refused
from infra.documents import DocumentMissing, DocumentTooLarge
from infra.failures import Conflict, Failure, KeyReused, Stale, Unavailable
from services.web.faults import FAULTS, Malformed, fault
from services.web.labels import preferred
from services.web.problems import DOOR, TITLES, NotThisWay, problem_of
from tests.e2e.city import Town


def below(kind: type[Refused]) -> set[type[Refused]]:
    """Every refusal of a kind."""
    return {kind}.union(*(below(each) for each in kind.__subclasses__()))


def test_every_refusal_has_a_title() -> None:
    """
    No kind of refusal is without a status and a title of its own.
    """
    assert below(Refused) == set(TITLES)
    assert {kind.status for kind in TITLES} == {403, 404, 409}


@pytest.mark.parametrize(
    ("failure", "status", "retriable"),
    [
        (Conflict, 409, True),
        (KeyReused, 422, False),
        (Unavailable, 503, True),
        (DocumentMissing, 409, False),
        (DocumentTooLarge, 422, False),
    ],
)
def test_a_failure(failure: type[Failure], status: int, retriable: bool) -> None:  # noqa: FBT001  a column of the table
    """
    A failure says in both languages what happened, and whether to try again.
    """
    problem = problem_of(failure("没有办成。", "Not done."))

    assert problem.status == status
    assert problem.detail == ("没有办成。", "Not done.")
    assert ("Retry-After" in problem.headers) == retriable


def test_a_stale_version() -> None:
    """
    That a file has moved on is no matter of trying again: it has to be looked at.
    """
    problem = problem_of(Stale(3, 1, ()))

    assert (problem.status, problem.changed) == (412, ())
    assert "版本 3，您看到的是 1" in problem.detail[0]
    assert "Retry-After" not in problem.headers


def test_a_silent_law() -> None:
    """
    Where the tables of the law have no answer, that is said and not made up.
    """
    problem = problem_of(
        LawSilent("no_period", "没有期限。", "No period.", under="甲1")
    )

    assert (problem.status, problem.code, problem.under) == (409, "no_period", "甲1")


def test_a_mistake_of_the_program() -> None:
    """
    What nobody foresaw tells nothing of the inside.
    """
    problem = problem_of(KeyError("secret"))

    assert (problem.status, problem.code) == (500, "failed")
    assert "secret" not in "".join(problem.detail)


@pytest.mark.parametrize("code", DOOR)
def test_what_the_door_asks_for(code: str) -> None:
    """
    The door speaks both languages, and fills its blanks.
    """
    problem = problem_of(NotThisWay(code, desk="执法", most=1))

    assert problem.status in {400, 401, 403, 404, 405, 413, 415, 428, 500}
    assert not any("{" in said for said in problem.detail)
    assert problem.detail[0] != problem.detail[1]


@pytest.mark.parametrize("code", FAULTS)
def test_every_fault(code: str) -> None:
    """
    A fault names its field and what to do, in both languages.
    """
    found = fault("/name", code, most=1, least=1, given="x", choices="a b")

    assert "{" not in found.zh + found.en
    assert found.zh != found.en
    assert problem_of(Malformed(found)).errors[0]["pointer"] == "/name"


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        ("", "zh"),
        ("*", "zh"),
        ("en", "en"),
        ("zh-CN,zh;q=0.9,en;q=0.8", "zh"),
        ("en-GB;q=0.9, zh;q=0.5", "en"),
        ("fr, en;q=nonsense", "zh"),
        ("en;q=0", "zh"),
        ("en;q=0.5, zh;q=0.5", "zh"),
        ("en;q=0.2, zh;q=0.1", "en"),
    ],
)
def test_the_language_wanted(accepted: str, language: str) -> None:
    """
    Chinese, unless English is wanted more.
    """
    assert preferred(accepted) == language


def test_the_language_of_a_refusal(town: Town) -> None:
    """
    A refusal is worded for the caller, and says in which language.
    """
    with town.client("first") as client:
        answers = [
            client.get("api/receipts/unknown", headers={"Accept-Language": each})
            for each in ("zh", "en")
        ]

    assert [a.headers["content-language"] for a in answers] == ["zh", "en"]
    assert [a.json()["title"] for a in answers] == ["查无此件", "No such file"]
    assert answers[0].json()["instance"].endswith(answers[0].headers["x-request-id"])


def test_a_refusal_with_amounts_and_days() -> None:
    """
    What a sentence is filled with is written for people: labels, days, money.
    """
    refused = OutOfTime("in_the_future", under="甲", occurred_at=1, now=(1, 2))

    assert problem_of(refused).detail[0].startswith("发生时间 1 晚于现在（1、2）")


@pytest.mark.parametrize(
    ("method", "address", "status", "code"),
    [
        ("POST", "sign-in", 422, "malformed"),
        ("POST", "sign-out", 422, "malformed"),
        ("GET", "files/no-id", 404, "no_such_page"),
        ("DELETE", "api/acts", 405, "method_not_allowed"),
    ],
)
def test_what_no_route_takes(
    town: Town, method: str, address: str, status: int, code: str
) -> None:
    """
    What a route cannot read is answered in the project's own shape, never another.
    """
    with TestClient(town.app, "http://test/enforcement") as client:
        answer = client.request(method, address)

    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert answer.headers["content-type"] == "application/problem+json"


def test_what_is_allowed_instead(town: Town) -> None:
    """
    Who uses a wrong method is told the right ones (RFC 9110, 15.5.6).
    """
    with TestClient(town.app, "http://test/enforcement") as client:
        answer = client.delete("api/acts")

    assert answer.headers["allow"] == "GET"


def test_a_broken_route(town: Town) -> None:
    """
    A mistake in a route is answered as problem details, and nothing was recorded.
    """
    town.house.ledger.documents.put = None  # type: ignore[assignment, method-assign]  # breaks on purpose
    with TestClient(town.app, "http://test", raise_server_exceptions=False) as client:
        token = town.house.issuer.token(town.people["first"])
        answer = client.put(
            "/enforcement/api/documents",
            content=b"x",
            headers={"Authorization": f"Bearer {token}"},
        )

    assert (answer.status_code, answer.json()["code"]) == (500, "failed")
