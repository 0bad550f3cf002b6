"""
许可登记: a licence that another authority gave, mirrored once.
"""

from datetime import date

import pytest

from domain.permit.file import Permit, PermitRecorded
from domain.refusals import BeyondTheLaw, NoSuchCase, OutOfOrder
from tests.cases.enterprise.register import OTHER_USCC, REG_NO, entered
from tests.cases.town import Town

TERMS: dict[str, object] = {
    "permit_kind": "安全生产许可证",
    "permit_no": "（吉）WH安许证字〔2024〕0012",
    "issuing_authority": "吉林省应急管理厅",
    "valid_from": date(2024, 5, 6),
    "valid_until": date(2027, 5, 5),
}


@pytest.fixture
def town() -> Town:
    """The town."""
    return Town()


class TestRecordPermit:
    def test_of_an_enterprise(self, town: Town) -> None:
        """
        安全生产法63: number, kind, issuer and validity, in the enterprise's thread.
        """
        enterprise = entered(town)

        (fact,) = town.do("record-permit", enterprise=enterprise, **TERMS)

        found = town.read(Permit, fact.file)
        assert isinstance(fact, PermitRecorded)
        assert found.enterprise == enterprise
        assert found.number == TERMS["permit_no"]
        assert fact.deed.thread == enterprise
        assert town.office.tagged(f"enterprise/{enterprise}/permit") == (fact.file,)

    @pytest.mark.parametrize(
        ("day", "valid"),
        [
            (date(2024, 5, 5), False),
            (date(2024, 5, 6), True),
            (date(2027, 5, 5), True),
            (date(2027, 5, 6), False),
        ],
    )
    def test_its_validity(self, town: Town, day: date, *, valid: bool) -> None:
        """
        Both days are of the term; its expiry needs no fact.
        """
        facts = town.do("record-permit", enterprise=entered(town), **TERMS)

        assert town.read(Permit, facts[0].file).is_valid_on(day) is valid

    def test_without_an_end(self, town: Town) -> None:
        """
        A permit may be given for good.
        """
        terms = TERMS | {"valid_until": None}
        facts = town.do("record-permit", enterprise=entered(town), **terms)

        assert town.read(Permit, facts[0].file).is_valid_on(date(2099, 1, 1))

    def test_a_number_that_is_recorded(self, town: Town) -> None:
        """
        An issuer gives a number once, in whatever brackets and width it is typed.
        """
        facts = town.do("record-permit", enterprise=entered(town), **TERMS)
        other = entered(town, uscc=OTHER_USCC)
        again = TERMS | {"permit_no": "(吉)WH安许证字[2024] 0012"}

        refusal = town.refused("record-permit", enterprise=other, **again)

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "permit_recorded"
        assert refusal.facts["file"] == facts[0].file

    def test_the_number_of_another_issuer(self, town: Town) -> None:
        """
        Two issuers may give the same number.
        """
        enterprise = entered(town)
        town.do("record-permit", enterprise=enterprise, **TERMS)
        other = TERMS | {"issuing_authority": "演示市应急管理局"}

        facts = town.do("record-permit", enterprise=enterprise, **other)

        assert len(town.office.tagged(f"enterprise/{enterprise}/permit")) == 2
        assert facts[0].file in town.office.tagged(f"enterprise/{enterprise}/permit")

    @pytest.mark.parametrize("term", ["permit_kind", "permit_no", "issuing_authority"])
    def test_without(self, town: Town, term: str) -> None:
        """
        PROCEDURE 1: number, kind and issuer are what a permit is known by.
        """
        enterprise = entered(town)

        refusal = town.refused(
            "record-permit", enterprise=enterprise, **(TERMS | {term: " "})
        )

        assert refusal.code == "permit_incomplete"

    def test_that_would_end_before_it_begins(self, town: Town) -> None:
        """
        No term runs backwards.
        """
        terms = TERMS | {"valid_until": date(2024, 5, 5)}

        refusal = town.refused("record-permit", enterprise=entered(town), **terms)

        assert isinstance(refusal, BeyondTheLaw)
        assert refusal.code == "term_reversed"

    def test_of_a_file_that_yields(self, town: Town) -> None:
        """
        Where another file of the enterprise leads, its permits are recorded there.
        """
        yields, leads = entered(town, uscc="", reg_no=REG_NO), entered(town)
        town.do("join-enterprise-records", yields, leading=leads, grounds="同一企业")

        refusal = town.refused("record-permit", enterprise=yields, **TERMS)

        assert refusal.facts == {"leading": leads}

    @pytest.mark.parametrize(("by", "seen"), [("clerk", True), ("importer", False)])
    def test_of_an_enterprise_of_a_body_below(
        self, town: Town, by: str, *, seen: bool
    ) -> None:
        """
        D21: a clerk reaches the bodies below, an importer only the own one.
        """
        enterprise = entered(town, by="county clerk")

        if seen:
            assert town.do("record-permit", by=by, enterprise=enterprise, **TERMS)
        else:
            refusal = town.refused(
                "record-permit", by=by, enterprise=enterprise, **TERMS
            )
            assert isinstance(refusal, NoSuchCase)
