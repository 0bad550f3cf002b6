"""
并档: the address of a file that yields leads to the one that leads (D23).
"""

from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise
from uuid import UUID

import orjson
import pytest

from domain.base import Role
from services.commandline.main import main
from tests.e2e.city import Town
from tests.e2e.pages import Page
from tests.e2e.test_pages import browser

GROUNDS = "营业执照换发，原注册号停用"


@dataclass
class Joined:
    """
    Three files of one enterprise, a hazard on each; the third leads.

    Args:
        files: The files, in order of yielding.
        hazards: The hazard of each.
        before: The last position at which nothing was joined.
        day: The last day on which nothing was joined.
    """

    files: tuple[UUID, ...]
    hazards: tuple[UUID, ...]
    before: int
    day: str


@pytest.fixture
def joined(town: Town) -> Joined:
    """
    The first file yields to the second, and that one to the third.
    """
    files = tuple(town.enterprise(f"城东第{n}冶炼厂") for n in (1, 2, 3))
    hazards = tuple(
        next(
            iter(
                town.do(
                    "self-report-hazard",
                    enterprise=file,
                    place=f"第{n}库",
                    description=f"第{n}处通道堵塞",
                ).files
            )
        )
        for n, file in enumerate(files, start=1)
    )
    before, day = town.house.ledger.recorder.head, town.clock.now().date().isoformat()
    town.clock.moment += timedelta(days=1)
    for file, leading in pairwise(files):
        town.do("join-enterprise-records", file, leading=leading, grounds=GROUNDS)
    return Joined(files, hazards, before, day)


class TestApi:
    @pytest.mark.parametrize("question", ["enterprise", "enterprise-history"])
    def test_a_question(self, question: str, town: Town, joined: Joined) -> None:
        """
        A question about the file that yields is answered with 308 and the address of
        the one that leads, all else the same; followed, it comes to the last one.
        """
        first, second, third = joined.files
        with town.client("clerk") as client:
            address = f"api/{question}?limit=7&enterprise="
            moved = client.get(f"{address}{first}", follow_redirects=False)
            there = client.get(f"{address}{third}", follow_redirects=False)
            followed = client.get(f"{address}{first}")

        assert moved.status_code == 308
        assert moved.headers["location"] == f"/enforcement/{address}{second}"
        assert there.status_code == 200
        assert followed.json() == there.json()

    @pytest.mark.parametrize("axis", ["known_at", "as_of"])
    def test_as_it_was_before(self, axis: str, town: Town, joined: Joined) -> None:
        """
        As it stood and as it was known before, each file answers for itself.
        """
        given = {"known_at": str(joined.before), "as_of": joined.day}[axis]
        first = joined.files[0]
        with town.client("clerk") as client:
            for question in ("enterprise", "enterprise-history"):
                address = f"api/{question}?enterprise={first}&{axis}={given}"
                answer = client.get(address, follow_redirects=False)
                assert answer.status_code == 200
                assert answer.json()["rows"]
            history = client.get(
                f"api/enterprise-history?enterprise={joined.files[2]}&{axis}={given}"
            )

        assert str(joined.hazards[0]) not in history.text

    def test_the_acts_on_it(self, town: Town, joined: Joined) -> None:
        """
        So are the acts on it; what is sent to it is refused, and names the other.
        """
        first, second, _ = joined.files
        with town.client("clerk") as client:
            moved = client.get(f"api/acts?file={first}", follow_redirects=False)
            hazard = client.get(f"api/acts?file={joined.hazards[0]}")
            sent = client.post(
                f"api/acts/rename-enterprise?file={first}",
                json={"name": "城东新厂"},
                headers={"Idempotency-Key": "rename"},
                follow_redirects=False,
            )

        assert moved.status_code == 308
        assert moved.headers["location"] == f"/enforcement/api/acts?file={second}"
        assert hazard.status_code == 200
        assert (sent.status_code, sent.json()["code"]) == (409, "records_joined")
        assert str(second) in sent.text

    def test_not_for_whom_it_is_not(self, town: Town, joined: Joined) -> None:
        """
        Whoever may not see the file is told what everybody is told of unknown ones.
        """
        with town.client("foreign") as client:
            for address in (
                f"api/enterprise?enterprise={joined.files[0]}",
                f"api/acts?file={joined.files[0]}",
            ):
                answer = client.get(address, follow_redirects=False)
                assert answer.status_code == 404
                assert "location" not in answer.headers


class TestPage:
    def test_of_the_enterprise(self, town: Town, joined: Joined) -> None:
        """
        The page of the one that leads shows what lies in all three files.
        """
        first, second, third = joined.files
        with browser(town, "clerk") as (client, root):
            address = f"{root}/enterprises/"
            moved = client.get(f"{address}{first}", follow_redirects=False)
            page = client.get(f"{address}{first}")
            file = client.get(f"{root}/files/{first}")

        assert moved.status_code == 308
        assert moved.headers["location"] == f"{address}{second}"
        assert page.url.path == f"{address}{third}"
        links = Page(page).links
        assert {f"{root}/files/{hazard}" for hazard in joined.hazards} <= set(links)
        for number in (1, 2, 3):
            assert f"第{number}处通道堵塞" in page.text
        assert file.status_code == 200


class TestTrace:
    def test_of_a_code(
        self,
        town: Town,
        joined: Joined,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        """
        ``shilu trace USCC`` gives every thread about the enterprise, by whichever of
        its codes, and each fact once.
        """
        facts = town.house.ledger.facts(limit=1000)
        codes = {f.file: str(vars(f)["uscc"]) for f in facts if "uscc" in vars(f)}
        town.house.close()
        monkeypatch.setenv("SHILU_HOME", str(town.house.home))
        told = []
        for file in joined.files:
            assert main(("trace", codes[file], "--json")) == 0
            told.append(orjson.loads(capsys.readouterr().out))

        assert told[0] == told[1] == told[2]
        assert told[0]["enterprise"] == str(joined.files[2])
        positions = [row["position"] for row in told[0]["facts"]]
        assert positions == sorted(set(positions))
        files = {row["file"] for row in told[0]["facts"]}
        assert {str(file) for file in (*joined.files, *joined.hazards)} <= files
        assert Role.CLERK.code in {row["role"] for row in told[0]["facts"]}
