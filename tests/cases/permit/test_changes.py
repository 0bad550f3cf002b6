"""
许可变更和到期: what its issuer made of a permit since.
"""

from datetime import date
from typing import ClassVar
from uuid import UUID

import pytest

from domain.permit.file import LicenceRevoked, Permit, PermitChanged, PermitExpired
from domain.refusals import (
    BeyondTheLaw,
    NoSuchCase,
    NotCompetent,
    OutOfOrder,
    OutOfTime,
)
from tests.cases.enterprise.register import entered
from tests.cases.permit.test_permits import TERMS
from tests.cases.town import Town

RENEWED = {
    "changed": "延期换证",
    "valid_from": date(2027, 5, 6),
    "valid_until": date(2030, 5, 5),
}
OVER = date(2027, 5, 6)


@pytest.fixture
def town() -> Town:
    """The town."""
    return Town()


@pytest.fixture
def permit(town: Town) -> UUID:
    """
    A permit that is valid until 2027-05-05.
    """
    return town.do("record-permit", enterprise=entered(town), **TERMS)[0].file


class TestChangePermit:
    def test_renewed(self, town: Town, permit: UUID) -> None:
        """
        安全生产法63: a renewed permit is valid as its issuer says now.
        """
        (fact,) = town.do("change-permit", permit, **RENEWED)

        found = town.read(Permit, permit)
        assert isinstance(fact, PermitChanged)
        assert found.is_valid_on(date(2030, 5, 5))
        assert fact.enterprise == found.enterprise

    def test_reversed(self, town: Town, permit: UUID) -> None:
        """
        A permit does not end before it begins.
        """
        said = RENEWED | {"valid_until": date(2027, 5, 5)}

        refusal = town.refused("change-permit", permit, **said)

        assert isinstance(refusal, BeyondTheLaw)
        assert (refusal.code, refusal.under) == ("term_reversed", "安全生产法63")

    def test_in_nothing(self, town: Town, permit: UUID) -> None:
        """
        A change says what was changed.
        """
        refusal = town.refused("change-permit", permit, **(RENEWED | {"changed": ""}))

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "change_missing"

    def test_by_the_body_below(self, town: Town, permit: UUID) -> None:
        """
        A register is kept by those whose it is, and above them.
        """
        refusal = town.refused("change-permit", permit, by="county clerk", **RENEWED)

        assert isinstance(refusal, NoSuchCase)


class TestExpirePermit:
    def test_it_ran_out(self, town: Town, permit: UUID) -> None:
        """
        安全生产法63: its end is put on record when its issuer says so.
        """
        (fact,) = town.do("expire-permit", permit, on=OVER)

        assert isinstance(fact, PermitExpired)
        assert fact.valid_until == date(2027, 5, 5)

    def test_before_it_ran_out(self, town: Town, permit: UUID) -> None:
        """
        Its last day is of its term.
        """
        refusal = town.refused("expire-permit", permit, on=date(2027, 5, 5))

        assert isinstance(refusal, OutOfTime)
        assert refusal.code == "permit_still_valid"

    def test_twice(self, town: Town, permit: UUID) -> None:
        """
        A term ends once; a renewed one can end again.
        """
        town.do("expire-permit", permit, on=OVER)

        assert town.refused("expire-permit", permit, on=OVER).code == "permit_expired"
        town.do("change-permit", permit, on=OVER, **RENEWED)
        assert town.do("expire-permit", permit, on=date(2030, 5, 6))

    def test_one_without_an_end(self, town: Town) -> None:
        """
        What has no end does not run out.
        """
        terms = TERMS | {"valid_until": None}
        permit = town.do("record-permit", enterprise=entered(town), **terms)[0].file

        refusal = town.refused("expire-permit", permit)

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "permit_without_end"


class TestRevoke:
    SAID: ClassVar[dict[str, object]] = {
        "revoked_by": "吉林省应急管理厅",
        "decision_no": "吉应急罚〔2026〕1号",
        "effective_on": date(2026, 3, 2),
    }

    def test_by_its_issuer(self, town: Town, permit: UUID) -> None:
        """
        行政处罚法9(3): valid no more from the day of effect on.
        """
        (fact,) = town.do("record-licence-revocation", permit, **self.SAID)

        found = town.read(Permit, permit)
        assert isinstance(fact, LicenceRevoked)
        assert found.is_valid_on(date(2026, 3, 1))
        assert not found.is_valid_on(date(2026, 3, 2))

    def test_by_somebody_else(self, town: Town, permit: UUID) -> None:
        """
        安全生产法115: whoever did not issue it does not revoke it.
        """
        said = self.SAID | {"revoked_by": "吉林市应急管理局"}

        refusal = town.refused("record-licence-revocation", permit, **said)

        assert isinstance(refusal, NotCompetent)
        assert refusal.code == "not_the_issuer"

    def test_without_a_decision(self, town: Town, permit: UUID) -> None:
        """
        A revocation cites the issuer's own penalty decision.
        """
        said = self.SAID | {"decision_no": " "}

        refusal = town.refused("record-licence-revocation", permit, **said)

        assert refusal.code == "revocation_without_decision"

    @pytest.mark.parametrize(
        "act", ["record-licence-revocation", "change-permit", "expire-permit"]
    )
    def test_nothing_follows(self, town: Town, permit: UUID, act: str) -> None:
        """
        What was revoked is neither revoked again, renewed nor run out.
        """
        town.do("record-licence-revocation", permit, **self.SAID)
        said = {"record-licence-revocation": self.SAID, "change-permit": RENEWED}

        refusal = town.refused(act, permit, **said.get(act, {}))

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "permit_revoked"
