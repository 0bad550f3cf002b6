"""
The terms of a credit fact on the board: before when it is not repaired, and until when
it is shown at the longest.
"""

from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from domain.calendar import ONE_DAY
from domain.credit_record.choices import CreditWithdrawal
from domain.law.credit_classes import CreditClass
from infra.questions import Ask
from tests.cases.credit_record.recorded import (
    DECIDED_ON,
    REPAIR_FROM,
    STOPPED,
    Records,
)
from tests.cases.dossier import CLOCK
from tests.cases.scene import PHOTO
from tests.contract.projections.readers import officer_of
from tests.contract.projections.stories import as_recorded, fed
from tests.contract.projections.test_cases import times

LEAST, MOST = "CR.general.min", "CR.general.max"
#: A year from the day of the document.
SHOWN_UNTIL = date(2027, 5, 11)


@pytest.fixture
def records() -> Records:
    """A bureau that keeps credit records, where the classes have their terms."""
    records = Records()
    records.day = DECIDED_ON
    return records


def running(records: Records, folder: Path, file: UUID, day: date) -> set[str]:
    """Which terms of a record the board lists on a day."""
    model = fed("deadlines", folder, as_recorded(records.office.facts), batch=7)
    ask = Ask(officer_of(records.bureau), as_of=day)
    return {str(row["rule"]) for row in model.answer("deadlines", ask, file=file).rows}


class TestBegun:
    def test_as_recorded(self, records: Records, tmp_path: Path) -> None:
        """
        发改委令36号: three months and a year, from the day of the document.
        """
        file = records.kept()

        found = times(records, tmp_path, file)
        assert found[LEAST] == [("running", (REPAIR_FROM - ONE_DAY).isoformat())]
        assert found[MOST] == [("running", SHOWN_UNTIL.isoformat())]

    def test_a_minor_one(self, records: Records, tmp_path: Path) -> None:
        """
        发改委令36号: three months at the longest, and nothing at the shortest.
        """
        file = records.kept(credit_class=CreditClass.MINOR)

        found = times(records, tmp_path, file)
        assert {*found} == {"CR.minor.max"}
        assert found["CR.minor.max"][0][1] == date(2026, 8, 11).isoformat()

    @pytest.mark.parametrize(
        ("last", "rule"), [(REPAIR_FROM - ONE_DAY, LEAST), (SHOWN_UNTIL, MOST)]
    )
    def test_nobody_is_late(
        self, records: Records, tmp_path: Path, last: date, rule: str
    ) -> None:
        """
        What is over asks for nothing: both sides of the edge.
        """
        file = records.kept()

        assert rule in running(records, tmp_path / "a", file, last)
        after = running(records, tmp_path / "b", file, last + timedelta(days=1))
        assert rule not in after


class TestEnded:
    def test_each_by_its_number(self, records: Records, tmp_path: Path) -> None:
        """
        行政处罚法 48: what was wrong is shown no more; another fact of the record is.
        """
        file = records.kept()
        records.keep(records.on_the_spot(decision_no="罚当-2"))
        said = {"credit_withdrawal": CreditWithdrawal.OWN_CORRECTION}
        more = {"reasons": "误录", "effective_on": records.day}
        records.by_head("withdraw-credit-fact", file, **said, **more)

        for rule in (LEAST, MOST):
            found = times(records, tmp_path / rule, file)[rule]
            assert sorted(state for state, _ in found) == ["dropped", "running"]

    def test_repaired_and_not(self, records: Records, tmp_path: Path) -> None:
        """
        发改委令36号: the shortest term is met by the application, the longest by the
        repair; with a repair that was got by fraud it runs as before.
        """
        file = records.asked()
        asked = times(records, tmp_path / "a", file)
        records.by_head("accept-repair", file)
        done = {"reasons": "义务已履行", "stoppages": STOPPED}
        records.by_head("repair-credit-fact", file, **done)
        repaired = times(records, tmp_path / "b", file)
        records.by_head("revoke-repair", file, reasons="虚假", evidence=(PHOTO,))
        again = times(records, tmp_path / "c", file)

        assert (asked[LEAST][-1][0], asked[MOST][-1][0]) == ("met", "running")
        assert repaired[MOST] == [("met", SHOWN_UNTIL.isoformat())]
        assert again[MOST][-1] == ("running", SHOWN_UNTIL.isoformat())

    def test_public_no_more(self, records: Records, tmp_path: Path) -> None:
        """
        发改委令36号: once the term of the last channel is over nothing is left to end.
        """
        penalty = records.on_the_spot()
        file = records.kept(penalty)
        records.day += timedelta(days=1)
        item = records.publish(penalty)
        shown = times(records, tmp_path / "a", file)
        assert item.term is not None
        records.move_to(item.term.until_on + ONE_DAY)
        records.do("end-publicity", item.file, by=CLOCK)

        assert shown[MOST][-1][0] == "running"
        assert times(records, tmp_path / "b", file)[MOST][-1][0] == "met"
