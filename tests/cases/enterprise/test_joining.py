"""
并档: two files of one enterprise, of which one leads from then on.
"""

from uuid import UUID

import pytest

from domain.acts import ACTS
from domain.enterprise.facts import EnterpriseRecordsJoined
from domain.enterprise.file import PrincipalKind
from domain.refusals import BeyondTheLaw, NoSuchCase, OutOfOrder
from domain.values import Personal
from tests.cases.enterprise.register import (
    REG_NO,
    USCC,
    assignment,
    entered,
    enterprise,
)
from tests.cases.town import TODAY, Town

GROUNDS = "营业执照换发，原注册号停用"


@pytest.fixture
def town() -> Town:
    """The town."""
    return Town()


def joined(town: Town) -> tuple[UUID, UUID]:
    """Give a file that yields and the one that leads."""
    yields, leads = entered(town, uscc="", reg_no=REG_NO), entered(town)
    town.do("join-enterprise-records", yields, leading=leads, grounds=GROUNDS)
    return yields, leads


class TestJoinEnterpriseRecords:
    def test_the_yielding_file_names_the_leading_one(self, town: Town) -> None:
        """
        D23: a fact on the file that yields; nothing moves, and its codes stay its own.
        """
        yields, leads = entered(town, uscc="", reg_no=REG_NO), entered(town)

        (fact,) = town.do(
            "join-enterprise-records", yields, leading=leads, grounds=GROUNDS
        )

        assert isinstance(fact, EnterpriseRecordsJoined)
        assert (fact.file, fact.deed.concerns) == (yields, (leads,))
        assert enterprise(town, yields).leading == leads
        assert enterprise(town, leads).leading is None
        assert town.office.tagged(f"enterprise/{leads}/joined") == (yields,)
        assert town.office.holder(f"reg-no/{REG_NO}") == yields
        assert assignment(town, yields).id != assignment(town, leads).id

    def test_with_itself(self, town: Town) -> None:
        """
        Two files are joined, not one.
        """
        file = entered(town)

        refusal = town.refused(
            "join-enterprise-records", file, leading=file, grounds=GROUNDS
        )

        assert isinstance(refusal, BeyondTheLaw)
        assert refusal.code == "joined_to_itself"

    def test_twice(self, town: Town) -> None:
        """
        A file that yields does not yield to another one as well.
        """
        yields, leads = joined(town)

        refusal = town.refused(
            "join-enterprise-records", yields, leading=leads, grounds=GROUNDS
        )

        assert isinstance(refusal, OutOfOrder)
        assert refusal.facts == {"leading": leads}

    def test_in_a_circle(self, town: Town) -> None:
        """
        What yields cannot lead: some file leads in the end.
        """
        yields, leads = joined(town)

        refusal = town.refused(
            "join-enterprise-records", leads, leading=yields, grounds=GROUNDS
        )

        assert refusal.code == "records_joined"

    def test_a_leading_file_of_a_body_below(self, town: Town) -> None:
        """
        D21: a clerk joins files of the own body and of those below it.
        """
        yields = entered(town, uscc="", reg_no=REG_NO)
        leads = entered(town, by="county clerk")

        town.do("join-enterprise-records", yields, leading=leads, grounds=GROUNDS)

        assert enterprise(town, yields).leading == leads

    def test_a_leading_file_of_a_body_above(self, town: Town) -> None:
        """
        D21: a file that is not the clerk's to see cannot be made to lead.
        """
        yields = entered(town, by="county clerk", uscc="", reg_no=REG_NO)
        leads = entered(town)

        refusal = town.refused(
            "join-enterprise-records",
            yields,
            by="county clerk",
            leading=leads,
            grounds=GROUNDS,
        )

        assert isinstance(refusal, NoSuchCase)

    @pytest.mark.parametrize(
        ("act", "by", "terms"),
        [
            ("change-enterprise-profile", "clerk", {"uscc": USCC}),
            ("rename-enterprise", "clerk", {"name": "演示新材料有限公司"}),
            ("deregister-enterprise", "clerk", {"reason": "注销"}),
            ("grade-enterprise", "head", {"grade": "a", "factors": "无重大风险"}),
            (
                "set-inspection-frequency",
                "head",
                {"visits_per_year": 1, "grounds": "计划"},
            ),
            (
                "record-principal",
                "clerk",
                {
                    "principal_kind": PrincipalKind.PRINCIPAL,
                    "principal": Personal("演示赵某"),
                    "since_on": TODAY,
                },
            ),
        ],
    )
    def test_acts_are_done_on_the_leading_file(
        self, town: Town, act: str, by: str, terms: dict[str, object]
    ) -> None:
        """
        Where another file leads, its own page says so, and no act is done on it.
        """
        yields, leads = joined(town)

        refusal = town.refused(act, yields, by=by, **terms)

        assert (refusal.code, refusal.facts) == ("records_joined", {"leading": leads})
        assert ACTS[act].takes(enterprise(town, yields))

    def test_a_code_of_the_yielding_file(self, town: Town) -> None:
        """
        One file per code: whoever types the old one is sent to the file that has it.
        """
        yields, _ = joined(town)

        refusal = town.refused(
            "register-enterprise", name="另一名称", region="220202", reg_no=REG_NO
        )

        assert refusal.facts == {"reg_no": REG_NO, "file": yields}
