"""
Credit records on any day: what stands, of which class, and the points of the year.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from domain.base import Role
from domain.credit_record.choices import ResetGround
from domain.jurisdictions import Sector
from domain.law.credit_classes import PointsItem
from domain.publication.file import Channel, WithdrawalGround
from infra.questions import Ask
from projections.credit import Credit
from tests.cases.credit_record.recorded import (
    DECIDED_ON,
    REPAIR_FROM,
    WANG,
    Records,
)
from tests.cases.credit_record.test_repairing import FRAUD
from tests.cases.scene import PHOTO
from tests.contract.projections.readers import officer_of
from tests.contract.projections.stories import as_recorded, fed


@pytest.fixture
def records() -> Records:
    """A bureau in Harbin, on a day on which the classes have their terms."""
    return Records("000", day=DECIDED_ON)


def rows(
    records: Records,
    folder: Path,
    question: str,
    on: date | None = None,
    *,
    body: UUID | None = None,
) -> list[Mapping[str, object]]:
    """Ask somebody of a body, the bureau's own if none is named."""
    facts = as_recorded(records.office.facts)
    model = fed(Credit.NAME, folder / str(len(facts)), facts, batch=1000)
    found = model.answer(question, Ask(officer_of(body or records.bureau), on)).rows
    model.close()
    return [dict(row) for row in found]


class TestFacts:
    def test_as_it_stood(self, records: Records, tmp_path: Path) -> None:
        """
        发改委令36号: recorded, applied for, repaired, each from its day on.
        """
        records.repaired()

        (now,) = rows(records, tmp_path, "credit-facts", REPAIR_FROM)
        before = REPAIR_FROM - timedelta(days=1)
        (then,) = rows(records, tmp_path, "credit-facts", before)

        assert (then["stage"], now["stage"]) == ("recorded", "repaired")
        assert now["credit_class"] == "general"
        assert now["repair_from"] == "2026-08-12"
        assert now["publicity_until"] == "2027-05-11"

    def test_repair_revoked(self, records: Records, tmp_path: Path) -> None:
        """
        发改委令36号: it stands again, and is barred until the day that was set.
        """
        record, until = records.repaired(), date(2027, 8, 12)
        said = {"reasons": "虚假", "evidence": (PHOTO,), "barred_until": until}
        records.by_head("revoke-repair", record, **said)

        (row,) = rows(records, tmp_path, "credit-facts")

        assert (row["stage"], row["barred_until"]) == ("recorded", "2027-08-12")
        (kept,) = rows(records, tmp_path, "credit-records")
        assert kept["standing_count"] == 1

    def test_to_be_shown_again(self, records: Records, tmp_path: Path) -> None:
        """
        发改委令36号: what a revoked repair has ended waits to be shown again, until it
        is on every channel; what was not public waits for nothing.
        """
        penalty = records.on_the_spot()
        items = [records.publish(penalty, each).file for each in Channel]
        record = records.repaired(penalty)
        records.do("end-by-repair", items[0], by=records.discloser)
        asked: list[object] = []

        def ask() -> None:
            (row,) = rows(records, tmp_path, "credit-facts")
            asked.append(row["publish_again"])

        ask()
        records.by_head("revoke-repair", record, **FRAUD)
        ask()
        for channel in Channel:
            records.publish(penalty, channel)
            ask()

        assert asked == [0, 1, 1, 0]

    def test_public_still(self, records: Records, tmp_path: Path) -> None:
        """
        发改委令36号: a repair ends publicity on every channel; what is not ended yet is
        told, however it ends.
        """
        penalty = records.on_the_spot()
        first, second = (records.publish(penalty, each).file for each in Channel)
        records.repaired(penalty)
        asked = [rows(records, tmp_path, "credit-facts")[0]["left_public"]]
        said = {"withdrawal_ground": WithdrawalGround.ENTRY_ERROR, "reasons": "误录"}
        records.do("withdraw-item", first, by=records.discloser, **said)
        asked.append(rows(records, tmp_path, "credit-facts")[0]["left_public"])

        records.do("end-by-repair", second, by=records.discloser)

        asked.append(rows(records, tmp_path, "credit-facts")[0]["left_public"])
        assert asked == [1, 1, 0]

    def test_too_late_to_show_again(self, records: Records, tmp_path: Path) -> None:
        """
        发改委令36号: nothing is due of what could be shown no longer: on the last day
        of the longest term it is, on the next it is not.
        """
        penalty = records.on_the_spot()
        item = records.publish(penalty).file
        record = records.repaired(penalty)
        records.do("end-by-repair", item, by=records.discloser)
        records.by_head("revoke-repair", record, **FRAUD)
        facts = as_recorded(records.office.facts)
        model = fed(Credit.NAME, tmp_path, facts, batch=1000)

        def due(day: date) -> int:
            ask = Ask(officer_of(records.bureau), day)
            return len(model.answer("credit-facts", ask, publish_again=True).rows)

        assert [due(date(2027, 5, day)) for day in (11, 12)] == [1, 0]

    @pytest.mark.parametrize("ended", [True, False])
    def test_not_to_be_shown_again(
        self, records: Records, tmp_path: Path, *, ended: bool
    ) -> None:
        """
        发改委令36号: what fell since, or is public still, waits for nothing.
        """
        penalty = records.on_the_spot()
        item = records.publish(penalty).file
        record = records.repaired(penalty)
        if ended:
            records.do("end-by-repair", item, by=records.discloser)
        records.by_head("revoke-repair", record, **FRAUD)
        if ended:
            records.revoke(penalty)

        (row,) = rows(records, tmp_path, "credit-facts")

        assert row["publish_again"] == 0

    def test_fallen(self, records: Records, tmp_path: Path) -> None:
        """
        INV-41: what fell counts no more, whether or not it was repaired before.
        """
        first, second = records.on_the_spot(), records.on_the_spot(decision_no="罚2")
        records.kept(second)
        records.kept(first)
        for penalty in (first, second):
            records.revoke(penalty)

        found = rows(records, tmp_path, "credit-facts")

        assert [row["stage"] for row in found] == ["withdrawn", "withdrawn"]
        (kept,) = rows(records, tmp_path, "credit-records")
        assert kept["standing_count"] == 0

    def test_fallen_after_repair(self, records: Records, tmp_path: Path) -> None:
        """
        INV-41: what was repaired is not taken off twice.
        """
        penalty = records.on_the_spot()
        records.repaired(penalty)
        records.revoke(penalty)

        (kept,) = rows(records, tmp_path, "credit-records")

        assert kept["standing_count"] == 0

    def test_of_a_person(self, records: Records, tmp_path: Path) -> None:
        """
        个人信息保护法6: no name stands in a row, and other bodies see no row.
        """
        records.kept(records.on_the_spot(**WANG, fine_fen=10_000))

        (row,) = rows(records, tmp_path, "credit-facts")

        assert row["enterprise"] is None
        assert not rows(records, tmp_path, "credit-facts", body=records.other_bureau)

    def test_not_the_publics(self) -> None:
        """
        发改委令36号: what is public is what is published, not the record.
        """
        asked = Credit.QUESTIONS.values()

        assert asked
        assert not any({Role.PUBLIC, Role.PARTNER} & each.by for each in asked)


class TestPoints:
    def test_of_a_penalty_that_fell(self, records: Records, tmp_path: Path) -> None:
        """
        行政处罚法48: what fell costs nothing any more, and the rest counts.
        """
        records.works_in(records.enterprise, Sector.MINE)
        penalties = records.on_the_spot(), records.on_the_spot(decision_no="罚2")
        for penalty in penalties:
            said = {"points_item": PointsItem.PENALTY, "reasons": "受到处罚"}
            said |= {"basis_file": penalty}
            records.do("deduct-points", records.enterprise, by=records.chief, **said)

        records.revoke(penalties[0])

        (row,) = rows(records, tmp_path, "credit-records")
        assert (row["points_year"], row["points_total"]) == (2026, 3)

    def test_of_the_year(self, records: Records, tmp_path: Path) -> None:
        """
        忻州2020通知(三): the points of the newest year, and none once reset.
        """
        records.works_in(records.enterprise, Sector.MINE)
        said = {"points_item": PointsItem.PENALTY, "reasons": "受到处罚"}
        said |= {"basis_file": records.on_the_spot()}
        facts = records.do(
            "deduct-points", records.enterprise, by=records.chief, **said
        )

        (row,) = rows(records, tmp_path, "credit-records")
        assert (row["points_year"], row["points_total"]) == (2026, 3)
        assert row["standing_count"] == 0
        records.do(
            "reset-points",
            facts[-1].file,
            by=records.chief,
            points_year=2026,
            reset_ground=ResetGround.CORRECTED,
            reasons="整改到位",
        )
        (row,) = rows(records, tmp_path, "credit-records")
        assert row["points_total"] == 0
