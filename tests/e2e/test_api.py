"""
The API: what each door takes and gives, and how it says no.
"""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from httpx2 import Response
from starlette.testclient import TestClient

from tests.e2e.city import Town

UNKNOWN = "5e1f0000-0000-4000-8000-00000000ffff"


@pytest.fixture
def clerk(town: Town) -> Iterator[TestClient]:
    """The clerk of the bureau."""
    with town.client("clerk") as client:
        yield client


def enrol(client: TestClient, town: Town, key: str = "k", **given: object) -> Response:
    """Enrol somebody over HTTP."""
    whole = {"name": "王新", "body": str(town.bureau), "login": "new", **given}
    return client.post(
        "api/acts/enrol-officer",
        json={name: value for name, value in whole.items() if value is not None},
        headers={"Idempotency-Key": key},
    )


class TestAct:
    def test_answers_with_a_receipt(self, clerk: TestClient, town: Town) -> None:
        """
        The receipt names positions, facts and the version of each file.
        """
        answer = enrol(clerk, town)

        receipt = answer.json()["receipt"]
        (file,) = receipt["files"]
        assert answer.status_code == 200
        assert receipt == {
            "positions": [town.house.ledger.recorder.head],
            "facts": [f"{file}/1"],
            "files": {file: 1},
            "numbers": {},
        }

    def test_the_same_key_twice(self, clerk: TestClient, town: Town) -> None:
        """
        The same key and body give the same receipt; another body is refused.
        """
        first, again = enrol(clerk, town), enrol(clerk, town)
        other = enrol(clerk, town, login="other")

        assert first.json() == again.json()
        assert (other.status_code, other.json()["code"]) == (422, "key_reused")
        assert clerk.get("api/receipts/k").json() == first.json()

    def test_without_a_key(self, clerk: TestClient) -> None:
        """
        An act over HTTP carries an idempotency key.
        """
        answer = clerk.post("api/acts/enrol-officer", json={})

        assert answer.status_code == 400
        assert answer.json()["code"] == "idempotency_key_missing"

    def test_a_malformed_request(self, clerk: TestClient, town: Town) -> None:
        """
        Every faulty field is named by its pointer, in the caller's language.
        """
        clerk.headers["Accept-Language"] = "en-GB,en;q=0.9,zh;q=0.1"

        answer = enrol(clerk, town, name=None, body="bureau", age=7)

        assert answer.status_code == 422
        assert answer.headers["content-type"] == "application/problem+json"
        assert {e["pointer"]: e["code"] for e in answer.json()["errors"]} == {
            "/name": "missing",
            "/body": "not_an_id",
            "/age": "unknown_term",
        }
        assert "Fill in" in answer.json()["errors"][1]["detail"]

    @pytest.mark.parametrize(
        ("body", "media", "status", "code"),
        [
            (b"{", "application/json", 422, "malformed"),
            (b"[]", "application/json", 422, "malformed"),
            (b"a=1", "application/x-www-form-urlencoded", 415, "not_json_sent"),
            (b" " * 1_048_577, "application/json", 413, "too_large"),
        ],
    )
    def test_what_is_no_json_object(
        self, clerk: TestClient, body: bytes, media: str, status: int, code: str
    ) -> None:
        """
        An act is sent as one JSON object of reasonable size.
        """
        answer = clerk.post(
            "api/acts/enrol-officer", content=body, headers={"Content-Type": media}
        )

        assert (answer.status_code, answer.json()["code"]) == (status, code)

    def test_what_no_fact_can_hold(self, clerk: TestClient, town: Town) -> None:
        """
        More than a fact may hold is refused with its size and the longest field, in
        both languages; nothing is recorded, and the key is free.
        """
        head = town.house.ledger.recorder.head
        item = {"basis": "安全生产法36", "mandatory": True, "violation_code": "V1"}
        many = [
            {**item, "checklist_item": f"{n}", "text": "字" * 500} for n in range(500)
        ]
        terms = {"name": "检查表", "items": many}

        said = {
            language: clerk.post(
                "api/acts/publish-checklist-version",
                json=terms,
                headers={"Idempotency-Key": "k", "Accept-Language": language},
            ).json()
            for language in ("zh", "en")
        }

        assert {(p["status"], p["code"]) for p in said.values()} == {
            (413, "fact_too_large")
        }
        assert said["zh"]["errors"][0]["pointer"] == "/items"
        assert "256 KB" in said["zh"]["detail"]
        assert "nothing was recorded" in said["en"]["detail"]
        assert town.house.ledger.recorder.head == head

    def test_a_refusal(self, clerk: TestClient, town: Town) -> None:
        """
        The law's no carries code and provision; nothing is recorded, the key is free.
        """
        head = town.house.ledger.recorder.head

        answer = enrol(clerk, town, login="first")

        problem = answer.json()
        assert (answer.status_code, problem["code"]) == (409, "account_taken")
        assert problem["under"] == "行政处罚法42"
        assert "first" in problem["detail"]
        assert town.house.ledger.recorder.head == head
        assert enrol(clerk, town).status_code == 200

    def test_an_unknown_file_and_a_foreign_one(self, town: Town) -> None:
        """
        A file of another body is answered like one that is not there (D21).
        """
        theirs = str(town.hazard())
        with town.client("foreign") as client:
            answers = [
                client.post(
                    "api/acts/report-rectification",
                    params={"file": file},
                    json={"done": "已清理"},
                    headers={"Idempotency-Key": "k"},
                )
                for file in (theirs, UNKNOWN, str(town.bureau))
            ]
            lists = [
                client.get("api/acts", params={"file": file})
                for file in (theirs, UNKNOWN)
            ]

        assert [a.status_code for a in (*answers, *lists)] == [404] * 5
        assert {a.json()["code"] for a in (*answers, *lists)} == {"no_such_file"}

    def test_the_version_seen(self, town: Town) -> None:
        """
        If-Match is honoured when it is sent; a stale one is told what is newest.
        """
        file = str(town.hazard())
        with town.client("first") as client:
            version = client.get("api/acts", params={"file": file}).headers["etag"]
            answers = [
                client.post(
                    "api/acts/report-treatment",
                    params={"file": file},
                    json={"reported_to": "regulator", "progress": "已通报"},
                    headers={"Idempotency-Key": tag, "If-Match": tag},
                )
                for tag in ('"s9"', "newest", version)
            ]

        assert version == '"s1"'
        codes = [(a.status_code, a.json()["code"]) for a in answers]
        assert codes == [
            (412, "stale"),
            (400, "version_unreadable"),
            (409, "not_major"),
        ]

    def test_what_changed_since(self, town: Town) -> None:
        """
        A stale version is answered with what was recorded after it, and nothing is.
        """
        hazard = town.hazard()
        town.do(
            "assign-hazard", hazard, by="second", body=town.county, requirements="整改"
        )
        head = town.house.ledger.recorder.head
        with town.client("first") as client:
            answer = client.post(
                "api/acts/assign-hazard",
                params={"file": str(hazard)},
                json={"body": str(town.county), "requirements": "再整改"},
                headers={"Idempotency-Key": "k", "If-Match": '"s1"'},
            )

        told = answer.json()
        assert (answer.status_code, told["code"]) == (412, "stale")
        assert "其间记入：交办" in told["detail"]
        assert [each["fact"] for each in told["changed"]] == [f"{hazard}/2"]
        assert town.house.ledger.recorder.head == head

    def test_a_version_that_must_be_named(self, town: Town) -> None:
        """
        An act that decides on what was read wants to know which version that was.
        """
        with town.client("head") as client:
            answer = client.post(
                "api/acts/close-case",
                params={"file": UNKNOWN},
                json={},
                headers={"Idempotency-Key": "k"},
            )

        assert (answer.status_code, answer.json()["code"]) == (428, "version_required")

    def test_who_may_not_enter(self, town: Town) -> None:
        """
        A door asks who calls; a cookie is not enough for an act, nor another desk.
        """
        token = town.house.issuer.token(town.people["clerk"])
        with town.client() as client:
            client.cookies.set("shilu_enforcement", token)
            door = "http://test/enforcement/api/acts/enrol-officer"
            nobody = client.post(door, json={}, headers={"Idempotency-Key": "k"})
            elsewhere = client.get(
                "http://test/discipline/api/acts",
                headers={"Authorization": f"Bearer {token}"},
            )

        assert (nobody.status_code, nobody.json()["code"]) == (401, "not_signed_in")
        assert nobody.headers["www-authenticate"] == "Bearer"
        assert elsewhere.json()["code"] == "not_at_this_desk"

    def test_who_left_the_post(self, town: Town) -> None:
        """
        A token is only as good as the post behind it.
        """
        with town.client("second") as client:
            assert client.get("api/acts").status_code == 200
            today = town.clock.moment.date()
            town.do(
                "leave-office",
                town.id("second"),
                until_on=today - timedelta(days=1),
                reason="调离",
            )
            assert client.get("api/acts").status_code == 401


class TestOpenActs:
    def test_what_is_missing(self, town: Town) -> None:
        """
        Each act says whether it is open, and under which provision it is not (D24).
        """
        file = str(town.hazard())
        with town.client("first") as client:
            found = client.get("api/acts", params={"file": file}).json()

        acts = {each["act"]: each for each in found["acts"]}
        assert (found["file"], found["version"]) == (file, 1)
        closed = acts["report-rectification"]
        assert acts["assign-hazard"]["open"]
        assert not closed["open"]
        assert closed["missing"][0]["code"] == "hazard_stage"
        assert closed["missing"][0]["under"]
        assert all("{" not in m["zh"] for a in acts.values() for m in a["missing"])

    def test_what_the_form_itself_answers(self, town: Town) -> None:
        """
        A second officer is named in the act itself, so its want closes nothing.
        """
        file = str(town.hazard())
        with town.client("first") as client:
            found = client.get("api/acts", params={"file": file}).json()

        grade = next(a for a in found["acts"] if a["act"] == "grade-hazard")
        assert grade["open"]
        assert [m["field"] for m in grade["missing"]] == ["with_officers"]

    def test_for_another_role(self, town: Town) -> None:
        """
        An act of another role is not listed at all.
        """
        with town.client("clerk") as client:
            acts = {a["act"] for a in client.get("api/acts").json()["acts"]}

        assert "enrol-officer" in acts
        assert "open-inspection-urgently" not in acts


class TestDocuments:
    def test_put_and_cited(self, clerk: TestClient) -> None:
        """
        A document is put once, named by its content, and typed by its bytes.
        """
        answers = [clerk.put("api/documents", content=b"%PDF-1.7") for _ in range(2)]

        assert [a.status_code for a in answers] == [201, 201]
        assert answers[0].json() == answers[1].json()
        assert answers[0].json()["media"] == "application/pdf"

    def test_cited_before_it_is_put(self, town: Town) -> None:
        """
        An act that cites what the store does not have is told to put it first.
        """
        with town.client("first") as client:
            answer = client.post(
                "api/acts/self-report-hazard",
                json={
                    "enterprise": str(town.enterprise()),
                    "place": "东库",
                    "description": "堵塞",
                    "paper": "0" * 64,
                },
                headers={"Idempotency-Key": "k"},
            )

        assert (answer.status_code, answer.json()["code"]) == (409, "document_missing")


def test_a_receipt_is_its_owners(town: Town) -> None:
    """
    What came of a key is told to whoever used it.
    """
    with town.client("clerk") as clerk, town.client("first") as first:
        enrol(clerk, town)

        assert clerk.get("api/receipts/k").status_code == 200
        assert first.get("api/receipts/k").status_code == 404
