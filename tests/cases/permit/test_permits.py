"""
Permits, as their issuers gave them.
"""

from datetime import date
from uuid import UUID

import pytest

from domain.permit.file import Permit, PermitRecorded
from domain.refusals import BeyondTheLaw, NoSuchCase, OutOfOrder
from tests.cases.town import COUNTY, USCC, Town

FROM, UNTIL = date(2024, 5, 1), date(2027, 4, 30)
LICENCE = {
    "permit_kind": "安全生产许可证",
    "permit_no": "（吉）WH安许证字〔2024〕0001",
    "issuing_authority": "省应急管理厅",
    "valid_from": FROM,
    "valid_until": UNTIL,
}


@pytest.fixture
def town() -> Town:
    """
    The town.
    """
    return Town()


def register(town: Town, by: str = "clerk") -> UUID:
    """
    Register an enterprise.
    """
    facts = town.do(
        "register-enterprise", by=by, name="演示化工厂", region=COUNTY, uscc=USCC
    )
    return facts[0].file


class TestRecordPermit:
    def test_valid_from_and_until(self, town: Town) -> None:
        """
        A permit is valid on its first and its last day.
        """
        enterprise = register(town)

        (fact,) = town.do("record-permit", enterprise=enterprise, **LICENCE)

        permit = town.read(Permit, fact.file)
        days = (date(2024, 4, 30), FROM, UNTIL, date(2027, 5, 1))
        assert isinstance(fact, PermitRecorded)
        assert fact.deed.thread == enterprise
        valid = [permit.is_valid_on(day) for day in days]
        assert valid == [False, True, True, False]

    def test_without_an_end(self, town: Town) -> None:
        """
        Some permits have no last day.
        """
        terms = {**LICENCE, "valid_until": None}

        (fact,) = town.do("record-permit", enterprise=register(town), **terms)

        assert town.read(Permit, fact.file).is_valid_on(date(2099, 1, 1))

    def test_the_same_number_again(self, town: Town) -> None:
        """
        A number of an issuer belongs to one permit.
        """
        enterprise = register(town)
        (fact,) = town.do("record-permit", enterprise=enterprise, **LICENCE)

        refusal = town.refused("record-permit", enterprise=enterprise, **LICENCE)

        other = {**LICENCE, "issuing_authority": "市应急管理局"}
        assert isinstance(refusal, OutOfOrder)
        assert (refusal.code, refusal.facts["file"]) == ("permit_recorded", fact.file)
        assert town.do("record-permit", enterprise=enterprise, **other)

    @pytest.mark.parametrize("blank", ["permit_kind", "permit_no", "issuing_authority"])
    def test_incomplete(self, town: Town, blank: str) -> None:
        """
        A permit has a kind, a number and an issuer.
        """
        terms = {**LICENCE, blank: " "}

        refusal = town.refused("record-permit", enterprise=register(town), **terms)

        assert refusal.code == "permit_incomplete"

    def test_of_an_enterprise_elsewhere(self, town: Town) -> None:
        """
        A clerk records permits of enterprises of the own body and those below it.
        """
        refusal = town.refused(
            "record-permit", by="county clerk", enterprise=register(town), **LICENCE
        )

        assert isinstance(refusal, NoSuchCase)

    def test_by_an_importer_below_the_own_body(self, town: Town) -> None:
        """
        An importer touches what is the own body's.
        """
        enterprise = register(town, by="county clerk")

        refusal = town.refused(
            "record-permit", by="importer", enterprise=enterprise, **LICENCE
        )

        assert isinstance(refusal, NoSuchCase)
        assert town.do("record-permit", enterprise=enterprise, **LICENCE)

    def test_ends_before_it_begins(self, town: Town) -> None:
        """
        A permit does not end before its first day.
        """
        terms = {**LICENCE, "valid_until": date(2024, 4, 30)}

        refusal = town.refused("record-permit", enterprise=register(town), **terms)

        assert isinstance(refusal, BeyondTheLaw)
        assert refusal.code == "term_reversed"
