"""
检察意见要求移送: the procuratorate demands what was not transferred.
"""

from datetime import date

import pytest

from domain.referral.choices import Outcome, Stage
from domain.referral.facts_of_supervision import TransferDemanded
from domain.values import start_of
from tests.cases.referral.justice import Justice
from tests.cases.scene import MONDAY


@pytest.fixture
def justice() -> Justice:
    """A bureau in Xinzhou, and whom it refers to."""
    return Justice("001")


class TestDemandTransfer:
    @pytest.mark.procedure("RF-61")
    @pytest.mark.parametrize("by", ["procurator", "clerk"])
    def test_after_no_crime_was_decided(self, justice: Justice, by: str) -> None:
        """
        应急〔2019〕54号17: transferred within three days, whatever the head decided.
        """
        referral = justice.reported_crime()
        justice.decide(referral, Outcome.NOT_A_CRIME, reasons="没有达到立案标准")

        (fact,) = justice.do(
            "demand-transfer",
            referral,
            by=getattr(justice, by),
            said_at=start_of(MONDAY),
            on=date(2026, 3, 4),
            reasons="应当移送",
        )

        assert isinstance(fact, TransferDemanded)
        assert fact.send_limit is not None
        assert fact.send_limit.last_on == date(2026, 3, 7)
        assert justice.stage(referral) is Stage.APPROVED
        assert not justice.referral(referral).is_settled

    @pytest.mark.procedure("RF-61")
    def test_after_it_was_closed(self, justice: Justice) -> None:
        """
        应急〔2019〕54号17, INV-01: nor does closing it put it out of reach; until it is
        sent nothing is dropped.
        """
        referral = justice.reported_crime()
        justice.decide(referral, Outcome.NOT_A_CRIME, reasons="没有达到立案标准")
        justice.do("close-referral", referral, by=justice.chief, reasons="不构成犯罪")

        said = {"by": justice.procurator, "reasons": "应当移送"}
        (fact,) = justice.do("demand-transfer", referral, **said)

        assert vars(fact)["send_limit"] is not None
        assert justice.stage(referral) is Stage.APPROVED
        assert justice.referral(referral).blocks(None, "")

    def test_on_what_the_police_have(self, justice: Justice) -> None:
        """
        应急〔2019〕54号17: recorded, and nothing is to be sent again.
        """
        referral = justice.filed()

        (fact,) = justice.do(
            "demand-transfer", referral, by=justice.procurator, reasons="应当移送"
        )

        assert vars(fact)["send_limit"] is None
        assert justice.stage(referral) is Stage.FILED
