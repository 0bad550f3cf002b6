"""
Times of credit records: of each application, of a bar after fraud, and the age of what
is to be examined at once.
"""

from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from domain.credit_record.choices import CreditWithdrawal
from domain.law.forms import Form
from domain.list_entry.choices import ReviewOutcome, RevocationGround
from infra.questions import Ask
from infra.tables_of_rows import Value
from projections.deadlines import Deadlines
from tests.cases.credit_record.recorded import (
    DECIDED_ON,
    REPAIR_FROM,
    STOPPED,
    Records,
)
from tests.cases.scene import PHOTO
from tests.contract.projections.readers import officer_of
from tests.contract.projections.stories import as_recorded, fed

#: What a board says of a period.
Row = dict[str, Value]

DECIDE, BAR, REVOKE = "CR.repair.decide", "CR.repair.bar", "SD.revoke"
NOTICE = "PN.repair_notice"
BARRED_UNTIL = date(2027, 8, 12)


@pytest.fixture
def records() -> Records:
    """A bureau in Harbin, on a day on which the classes have their terms."""
    return Records("000", day=DECIDED_ON)


def running(
    records: Records, folder: Path, rule: str, day: date | None = None
) -> list[Row]:
    """The periods of a rule that run on a day; today if absent."""
    facts = as_recorded(records.office.facts)
    model = fed(Deadlines.NAME, folder / str(len(facts)), facts, batch=7)
    ask = Ask(officer_of(records.bureau), as_of=day or records.day)
    found = [dict(row) for row in model.answer("deadlines", ask, rule=rule).rows]
    model.close()
    return found


def two_asked(records: Records) -> UUID:
    """Repair of two credit facts of one record, applied for one day after another."""
    first, second = records.on_the_spot(), records.on_the_spot(decision_no="罚2")
    record = records.kept(first)
    records.keep(second)
    for penalty in (first, second):
        records.pay(penalty, 1000)
    for no in (1, 2):
        records.move_to(REPAIR_FROM + timedelta(days=no))
        records.do("apply-for-repair", record, **records.asking(credit_no=no))
    return record


class TestRepairDecide:
    def test_by_its_age(self, records: Records, tmp_path: Path) -> None:
        """
        发改委令36号 (待核): no number of days is known, and none is invented.
        """
        records.asked()

        (row,) = running(records, tmp_path, DECIDE)

        assert row["last_on"] is None
        assert row["waiting_since"] == REPAIR_FROM.isoformat()

    def test_each_application_its_own(self, records: Records, tmp_path: Path) -> None:
        """
        发改委令36号: an answer to one application is none to another.
        """
        record = two_asked(records)
        assert len(running(records, tmp_path, DECIDE)) == 2

        records.by_head("refuse-repair", record, reasons="整改未到位")

        (row,) = running(records, tmp_path, DECIDE)
        later = REPAIR_FROM + timedelta(days=2)
        assert row["waiting_since"] == later.isoformat()

    def test_repaired(self, records: Records, tmp_path: Path) -> None:
        """
        发改委令36号: a repair is an answer, and the acceptance before it is not.
        """
        record = records.asked()
        records.by_head("accept-repair", record)
        assert running(records, tmp_path, DECIDE)

        said = {"reasons": "义务已履行", "stoppages": STOPPED}
        records.by_head("repair-credit-fact", record, **said)

        assert not running(records, tmp_path, DECIDE)

    def test_withdrawn(self, records: Records, tmp_path: Path) -> None:
        """
        发改委令36号: of what was wrong no repair is decided any more.
        """
        record = records.asked()

        records.by_head(
            "withdraw-credit-fact",
            record,
            credit_withdrawal=CreditWithdrawal.OWN_CORRECTION,
            reasons="重复记录",
            effective_on=records.day,
        )

        assert not running(records, tmp_path, DECIDE)


class TestRepairNotice:
    """
    国办发〔2025〕22号: the notice of repair goes with the decision (两书同达).
    """

    @pytest.fixture
    def entry(self, records: Records) -> UUID:
        """A listing, decided today."""
        return records.listed()

    @pytest.mark.parametrize(
        "case", [(Form.LISTING_DECISION, 1), (Form.LISTING_REPAIR_NOTICE, 0)]
    )
    def test_served(
        self, records: Records, tmp_path: Path, entry: UUID, case: tuple[Form, int]
    ) -> None:
        """
        The decision alone is not the notice.
        """
        form, left = case
        (row,) = running(records, tmp_path, NOTICE)
        assert (row["file"], row["last_on"]) == (str(entry), None)

        records.serve(records.issued(entry, form))

        assert len(running(records, tmp_path, NOTICE)) == left

    def test_of_another(self, records: Records, tmp_path: Path, entry: UUID) -> None:
        """
        A notice about the penalty is none about the entry.
        """
        penalty = records.entry(entry).penalty
        assert penalty is not None

        records.serve(records.issued(penalty, Form.REPAIR_NOTICE))

        assert len(running(records, tmp_path, NOTICE)) == 1

    def test_the_entry_ended(
        self, records: Records, tmp_path: Path, entry: UUID
    ) -> None:
        """
        Of an entry that fell nothing is to be repaired.
        """
        penalty = records.entry(entry).penalty
        assert penalty is not None

        records.revoke(penalty)

        assert not running(records, tmp_path, NOTICE)


class TestBar:
    @pytest.fixture
    def barred(self, records: Records) -> UUID:
        """A repair that was revoked, and the day to which none is asked for."""
        record = records.repaired()
        said = {"reasons": "虚假", "evidence": (PHOTO,), "barred_until": BARRED_UNTIL}
        records.by_head("revoke-repair", record, **said)
        return record

    @pytest.mark.usefixtures("barred")
    def test_both_sides_of_its_last_day(self, records: Records, tmp_path: Path) -> None:
        """
        发改委令36号 (待核): it runs to its last day, and after it nobody is late.
        """
        after = BARRED_UNTIL + timedelta(days=1)

        (row,) = running(records, tmp_path, BAR, BARRED_UNTIL)

        assert row["last_on"] == BARRED_UNTIL.isoformat()
        assert not running(records, tmp_path, BAR, after)

    def test_no_day_was_set(self, records: Records, tmp_path: Path) -> None:
        """
        发改委令36号 (待核): where the body sets no day, no bar is invented.
        """
        said = {"reasons": "虚假", "evidence": (PHOTO,)}
        records.by_head("revoke-repair", records.repaired(), **said)

        assert not running(records, tmp_path, BAR)


class TestRevoke:
    @pytest.fixture
    def entry(self, records: Records) -> UUID:
        """An entry whose penalty was varied."""
        penalty = records.on_the_spot()
        entry = records.listed(penalty)
        records.vary(penalty)
        return entry

    def test_waits_by_its_age(
        self, records: Records, tmp_path: Path, entry: UUID
    ) -> None:
        """
        应急管理部令11号 15: what has lost part of its basis is examined at once; there
        is no number of days, so its age is shown.
        """
        (row,) = running(records, tmp_path, REVOKE)

        assert row["file"] == str(entry)
        assert row["last_on"] is None
        assert row["waiting_since"] == DECIDED_ON.isoformat()

    @pytest.mark.parametrize("way", ["revoke-entry", "review-entry"])
    def test_examined(
        self, records: Records, tmp_path: Path, entry: UUID, way: str
    ) -> None:
        """
        应急管理部令11号 15: revoked, or found to stand.
        """
        said: dict[str, object] = {"reasons": "经复核"}
        if way == "review-entry":
            said |= {"review_outcome": ReviewOutcome.STANDS}
        else:
            said |= {"revocation_ground": RevocationGround.PENALTY_VARIED}
            said |= {"effective_on": records.day}
        records.do(way, entry, by=records.chief, **said)

        assert not running(records, tmp_path, REVOKE)
