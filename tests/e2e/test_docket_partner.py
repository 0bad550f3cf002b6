"""
A partner that is asked for a measure finds it at its own desk, reads what is recorded
of the unit, acts on it, and reads on when all of it falls.
"""

from collections.abc import Iterator

import pytest

from domain.base import Role
from tests.e2e.telling import Teller
from tests.e2e.test_docket_listed import Listed

PARTNER = "partner"


class Asked(Listed):
    """A case whose unit is listed, and against which a bank was asked for a measure."""

    penalty = ""
    measure = ""

    def settle_further(self) -> None:
        """Set up two partners as well."""
        super().settle_further()
        for login, name in ((PARTNER, "演示市银行"), ("other", "演示市税务局")):
            body = self.teller.body(name, "partner")
            self.bodies[login] = body
            self.teller.person(login, name[-2:], Role.PARTNER, body)

    def ask_for_a_measure(self) -> None:
        """Have the fine recorded, the unit listed, and the bank asked."""
        self.penalty = self.fined()
        grave = {"credit_class": "general", "class_ground": "较大数额罚款"}
        self.does(
            "clerk",
            "record-penalty-credit",
            self.penalty,
            class_standard="table",
            **grave,
        )
        self.measure = self.does(
            "head",
            "initiate-joint-discipline",
            entry=self.listed(self.penalty).file,
            partner=self.bodies[PARTNER],
            discipline_measure="public_funds",
            requirements="限制申请财政性资金项目",
        ).file

    def credit(self, login: str) -> list[tuple[str, bool]]:
        """What somebody reads of credit facts."""
        rows = self.teller.asks(login, "shared-credit-facts")
        return [(row["stage"], bool(row["usable"])) for row in rows]


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asked]:
    """A measure that was asked for."""
    teller = Teller(tmp_path_factory.mktemp("partner"))
    story = Asked(teller)
    story.begin()
    story.conclude()
    story.ask_for_a_measure()
    yield story
    teller.house.close()


def test_the_partner_works_at_its_desk(asked: Asked) -> None:
    """
    应急管理部令11号 8, 14; 发改委令36号: found, imposed, answered, and lifted when the
    basis is gone, which the partner reads as well; nobody else reads any of it.
    """
    (row,) = asked.teller.asks(PARTNER, "joint-measures")
    assert (row["id"], row["stage"]) == (asked.measure, "initiated")
    assert asked.credit(PARTNER) == [("recorded", True)]
    assert asked.credit("other") == []
    assert asked.teller.asks("other", "joint-measures") == []
    assert asked.teller.gets("", "joint-measures").status_code == 403

    asked.does(PARTNER, "impose-partner-measure", asked.measure, done="已列入限制名单")
    asked.does(PARTNER, "record-partner-feedback", asked.measure, feedback="已生效")
    today = {"effective_on": str(asked.teller.today)}
    ground = {"changed_by": "own", "reason": "证据不足", **today}
    asked.does("head", "revoke-decision", asked.penalty, **ground)

    assert asked.credit(PARTNER) == [("withdrawn", False)]
    asked.does(PARTNER, "lift-partner-measure", asked.measure, reason="依据已撤销")
    (row,) = asked.teller.asks(PARTNER, "joint-measures")
    assert row["stage"] == "lifted"


def test_pages(asked: Asked) -> None:
    """
    D21: the partner opens the file of the measure, and no penalty behind it.
    """
    headers = asked.teller.headers(PARTNER)

    def status(path: str) -> int:
        answer = asked.teller.client.get(f"/disclosure/api/{path}", headers=headers)
        return answer.status_code

    assert status(f"file-facts?file={asked.measure}") == 200
    assert status(f"file-facts?file={asked.penalty}") == 404


def test_the_start_page(asked: Asked) -> None:
    """
    A partner sees first what was asked of it; others at the open desk see no such list.
    """
    mine, theirs = (seen(asked.teller, login) for login in (PARTNER, ""))

    assert "请贵单位采取的措施和激励" in mine
    assert "可以使用的信用信息" in mine
    assert asked.measure in mine
    assert "请贵单位采取的措施和激励" not in theirs


def seen(teller: Teller, login: str) -> str:
    """Give the start page of the open desk, as somebody or nobody sees it."""
    headers = {"Accept": "text/html"}
    if login:
        token = teller.house.issuer.token(teller.people[login])
        headers["Cookie"] = f"shilu_disclosure={token}"
    answer = teller.client.get("/disclosure/", headers=headers)
    assert answer.status_code == 200
    return answer.text
