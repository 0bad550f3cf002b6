"""
The register of penalties says of each penalty what its file says.
"""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from domain.base import replay
from domain.falling import ChangedBy
from domain.law.penalty_kinds import PenaltyKind
from domain.penalty.choices import SuspensionGround, TerminationGround
from domain.penalty.file import Instalment, Penalty
from projections.penalising.penalties import PENALTIES
from tests.cases.penalty.decided import YUAN, Bureau
from tests.contract.projections.stories import as_recorded, fed

Course = Callable[[Bureau], UUID]


def a_warning(bureau: Bureau) -> UUID:
    """Nothing is left of it once it is served."""
    return bureau.on_the_spot(fine_fen=0)


def paid_in_parts(bureau: Bureau) -> UUID:
    """Put off, paid in part, dearer, and paid."""
    penalty = bureau.on_the_spot()
    bureau.do("apply-for-deferral", penalty, reason="困难")
    parts = (Instalment(date(2026, 3, 20), 1000 * YUAN),)
    granted = {"granted": True, "reason": "困难", "instalments": parts}
    bureau.do("decide-deferral", penalty, by=bureau.chief, **granted)
    bureau.move_to(date(2026, 3, 30))
    bureau.pay(penalty, 400)
    until = {"pay_until": date(2026, 4, 30)}
    bureau.do("impose-surcharge", penalty, by=bureau.chief, **until)
    bureau.pay(penalty, 700)
    return penalty


def taken_to_court(bureau: Bureau) -> UUID:
    """Executed by the court."""
    penalty = bureau.at_court()
    by = {"by": bureau.clerk}
    bureau.do("record-execution-ruling", penalty, granted=True, **by)
    money = {"fine_paid_fen": 1000 * YUAN}
    bureau.do("record-execution-completed", penalty, **money, **by)
    return penalty


def agreed_on(bureau: Bureau) -> UUID:
    """Dearer, agreed on, let off the surcharge, ended by its ground."""
    penalty = bureau.on_the_spot()
    bureau.pass_days(25)
    until = {"pay_until": date(2026, 4, 30)}
    bureau.do("impose-surcharge", penalty, by=bureau.chief, **until)
    parts = (Instalment(date(2026, 6, 30), 1000 * YUAN),)
    agreed = {"instalments": parts, "remedied": "已整改", "surcharge_cut_fen": 100_00}
    bureau.do("agree-on-execution", penalty, by=bureau.chief, **agreed)
    ground = {"suspension_ground": SuspensionGround.UNABLE, "reason": "困难"}
    bureau.do("suspend-execution", penalty, by=bureau.chief, **ground)
    end = {"execution_end_ground": TerminationGround.UNIT_ENDED, "reason": "注销"}
    bureau.do("terminate-execution", penalty, by=bureau.chief, **end)
    return penalty


def varied(bureau: Bureau) -> UUID:
    """Paid, made less, given back in part."""
    penalty = bureau.on_the_spot()
    bureau.pay(penalty, 1000)
    less = {"kinds": (PenaltyKind.FINE,), "fine_fen": 300 * YUAN}
    change = {"changed_by": ChangedBy.COURT, "reason": "过重"}
    bureau.do(
        "vary-decision",
        penalty,
        by=bureau.clerk,
        effective_on=bureau.day,
        **less,
        **change,
    )
    back = {"refund_fen": 200 * YUAN, "receipt_no": "退0001"}
    bureau.do("refund-fine", penalty, by=bureau.clerk, **back)
    return penalty


def revoked(bureau: Bureau) -> UUID:
    """Demanded, revoked, its execution ended."""
    penalty = bureau.on_the_spot()
    bureau.demand(penalty)
    change = {"changed_by": ChangedBy.OWN, "reason": "证据不足"}
    day = {"effective_on": bureau.day + timedelta(days=1)}
    bureau.do("revoke-decision", penalty, by=bureau.chief, **change, **day)
    end = {"execution_end_ground": TerminationGround.DECISION_REVOKED}
    by = {"by": bureau.chief, "reason": "决定已撤销"}
    bureau.do("terminate-execution", penalty, **end, **by)
    return penalty


@pytest.mark.parametrize(
    "course", [a_warning, paid_in_parts, taken_to_court, agreed_on, varied, revoked]
)
def test_row_is_as_the_file(course: Course, tmp_path: Path) -> None:
    """
    After each fact the newest row has the stage and the sums of the file.
    """
    bureau = Bureau()
    penalty = course(bureau)
    facts = as_recorded(bureau.office.facts)

    for end in [n for n, f in enumerate(facts, start=1) if f.file == penalty]:
        model = fed("penalties", tmp_path / str(end), facts[:end], batch=50)
        row = PENALTIES.current(model.store.reading, str(penalty))
        file = replay(fact for fact in facts[:end] if fact.file == penalty)
        assert row is not None
        assert isinstance(file, Penalty)
        assert row["stage"] == file.stage.code, facts[end - 1]
        assert row["fine_left_fen"] == file.fine_left_fen
        assert row["surcharge_left_fen"] == file.surcharge_left_fen
        assert row["refund_fen"] == file.refund_due_fen
        assert row["served_on"] == (file.served_on and file.served_on.isoformat())
