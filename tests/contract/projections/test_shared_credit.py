"""
What a partner reads: the measures that it was asked for, and the credit facts of their
subjects, also what became of them; and nothing else.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from uuid import UUID

import pytest

from domain.base import Audience, Role
from domain.credit_record.choices import CreditWithdrawal
from infra.questions import Ask, Reader
from projections.lists import Lists
from projections.shared_credit import SharedCredit
from projections.trace import Trace
from tests.cases.credit_record.recorded import DECIDED_ON, Records
from tests.cases.credit_record.test_partners import initiate
from tests.cases.credit_record.test_repairing import FRAUD
from tests.contract.projections.stories import as_recorded, fed

Row = Mapping[str, object]

#: What everybody reads.
NO_OFFICE = frozenset({Audience.PUBLIC})


@pytest.fixture
def records() -> Records:
    """A bureau in Harbin, on a day on which the classes have their terms."""
    return Records("000", day=DECIDED_ON)


@pytest.fixture
def penalty(records: Records) -> UUID:
    """A penalty of whoever is listed."""
    return records.on_the_spot()


@pytest.fixture
def measure(records: Records, penalty: UUID) -> UUID:
    """A measure that the other bureau was asked for."""
    return initiate(records, records.listed(penalty)).file


def partner_of(body: UUID) -> Reader:
    """Somebody of a partner: no office, so nothing but what is public."""
    return Reader(
        Role.PARTNER, UUID(int=8), body, audiences=frozenset({Audience.PUBLIC})
    )


def seen(
    records: Records,
    folder: Path,
    asked: tuple[str, str],
    *,
    reader: Reader | None = None,
    **terms: object,
) -> Sequence[Row]:
    """Ask a model a question in the partner's name."""
    name, question = asked
    facts = as_recorded(records.office.facts)
    model = fed(name, folder / f"{name}{len(facts)}", facts, batch=7)
    ask = Ask(reader or partner_of(records.other_bureau))
    found = [dict(row) for row in model.answer(question, ask, **terms).rows]
    model.close()
    return found


CREDIT = (SharedCredit.NAME, "shared-credit-facts")
MEASURES = (Lists.NAME, "joint-measures")
FACTS = (Trace.NAME, "file-facts")


class TestMeasures:
    def test_its_own(self, records: Records, tmp_path: Path, measure: UUID) -> None:
        """
        INV-39: whoever is asked for a measure finds it.
        """
        (row,) = seen(records, tmp_path, MEASURES)

        assert (row["id"], row["stage"]) == (str(measure), "initiated")

    @pytest.mark.usefixtures("measure")
    def test_of_another(self, records: Records, tmp_path: Path) -> None:
        """
        D21: not what was asked of another.
        """
        other = partner_of(UUID(int=9))

        assert seen(records, tmp_path, MEASURES, reader=other) == []

    @pytest.mark.usefixtures("measure")
    def test_an_operator(self, records: Records, tmp_path: Path) -> None:
        """
        D26: who looks after the machine reads nothing that was handed to his body.
        """
        nobody = frozenset({Audience.PUBLIC})
        other = Reader(
            Role.OPERATOR, UUID(int=8), records.other_bureau, audiences=nobody
        )

        assert seen(records, tmp_path, MEASURES, reader=other) == []


class TestCreditFacts:
    def test_recorded_before(
        self, records: Records, tmp_path: Path, penalty: UUID
    ) -> None:
        """
        应急管理部令11号 8: from the day of the request on, not before.
        """
        record, entry = records.kept(penalty), records.listed(penalty)
        assert seen(records, tmp_path, CREDIT) == []

        initiate(records, entry)

        (row,) = seen(records, tmp_path, CREDIT)
        assert (row["credit_record"], row["usable"]) == (str(record), 1)
        assert row["credit_class"] == "general"

    @pytest.mark.usefixtures("measure")
    def test_recorded_later(
        self, records: Records, tmp_path: Path, penalty: UUID
    ) -> None:
        """
        应急管理部令11号 8: and what is recorded of the subject later.
        """
        records.keep(penalty)

        assert len(seen(records, tmp_path, CREDIT)) == 1
        assert seen(records, tmp_path, CREDIT, reader=partner_of(UUID(int=9))) == []

    @pytest.mark.usefixtures("measure")
    def test_withdrawn(self, records: Records, tmp_path: Path, penalty: UUID) -> None:
        """
        行政处罚法48: what was wrong is there as such, and is used no more.
        """
        records.by_head(
            "withdraw-credit-fact",
            records.kept(penalty),
            credit_withdrawal=CreditWithdrawal.OWN_CORRECTION,
            reasons="重复记录",
            effective_on=records.day,
        )

        (row,) = seen(records, tmp_path, CREDIT)

        assert (row["stage"], row["usable"]) == ("withdrawn", 0)

    @pytest.mark.usefixtures("measure")
    def test_repaired_and_revoked(
        self, records: Records, tmp_path: Path, penalty: UUID
    ) -> None:
        """
        发改委令36号: repaired it is used no more; after a fraud, again.
        """
        record = records.repaired(penalty)
        (repaired,) = seen(records, tmp_path, CREDIT)
        records.by_head("revoke-repair", record, **FRAUD)
        (revoked,) = seen(records, tmp_path, CREDIT)

        assert (repaired["stage"], repaired["usable"]) == ("repaired", 0)
        assert (revoked["stage"], revoked["usable"]) == ("recorded", 1)


class TestTrace:
    def test_facts_of_what_was_handed_over(
        self, records: Records, tmp_path: Path, measure: UUID, penalty: UUID
    ) -> None:
        """
        D21: the files that were handed over can be read, the penalty behind them not.
        """
        record = records.kept(penalty)

        def facts(file: UUID) -> list[object]:
            found = seen(records, tmp_path, FACTS, file=file)
            return [row["topic"] for row in found]

        assert facts(measure) == ["joint-measure.joint-discipline-initiated.v1"]
        assert facts(record) == ["credit-record.credit-fact-recorded.v1"]
        assert facts(penalty) == []
