"""
导入的处罚计入提请关闭: only where it is linked, of this law, and stands (INV-31).
"""

from dataclasses import replace
from datetime import date, timedelta
from typing import Final
from uuid import UUID

import pytest

from domain.audit_trail.file import Breach, RuleBreachFlagged
from domain.base import Actor, Role
from domain.closure.choices import ClosureGround
from domain.imported_record.changes import CorrectionSource, Field
from domain.imports import ImportKind
from domain.printed import (
    PartyClass,
    PrintedParty,
    RowOrigin,
    SourceStatus,
    StatedStatus,
)
from domain.values import Personal
from tests.cases.imported import CITY_AUTHORITY, PENALTY, TEXTS
from tests.cases.scene import MONDAY
from tests.cases.yard import Yard

CLOCK = Actor(Role.CLOCK)
FLAG: Final = "flag-closure-not-requested"
#: A while before the scene's Monday.
BEFORE = date(2026, 2, 2)


class Taken(Yard):
    """
    A bureau with a major hazard before it, which takes penalties in.
    """

    def __post_init__(self) -> None:
        """
        Have the hazard graded and an import begun.
        """
        super().__post_init__()
        self.importer = Actor(Role.IMPORTER, self.officers[0], self.bureau)
        self.major = self.graded()
        said = {"file_sha256": "ab" * 32, "size": 1, "layout": "penalties/csv"}
        more = {"import_kind": ImportKind.PENALTIES, "encoding": "utf-8"}
        self.run = self.do("start-import", by=self.importer, **said, **more)[0].file
        self.rows = 0
        self.first = self.run

    def take_in(
        self,
        *,
        basis: str = "安全生产法第九十九条",
        on: date = BEFORE,
        decision_no: str = "",
    ) -> UUID:
        """
        Take a penalty in.
        """
        self.rows += 1
        number = decision_no or f"（演）应急罚〔2026〕{self.rows}号"
        texts = replace(TEXTS, legal_basis=Personal(basis))
        (fact, *_) = self.do(
            "record-imported-penalty",
            by=self.importer,
            origin=RowOrigin(self.run, self.rows, "penalties/csv"),
            row=Personal(f"row {self.rows}"),
            party=PrintedParty(PartyClass.UNIT, party_name="城东冶炼厂"),
            authority=replace(CITY_AUTHORITY, authority_code=""),
            penalty=replace(PENALTY, decision_no=number, decided_on=on),
            texts=texts,
        )
        return fact.file

    def link(self, record: UUID) -> UUID:
        """
        Have it linked to the enterprise.
        """
        said = {"enterprise": self.enterprise, "grounds": "同一企业"}
        self.do("link-party", record, by=self.importer, **said)
        return record

    def last(self) -> UUID:
        """
        Have the third penalty decided, and the day after come.
        """
        self.day = MONDAY + timedelta(days=1)
        penalty = self.on_the_spot(fine_fen=0, decision_no="罚当9")
        self.day += timedelta(days=1)
        return penalty


@pytest.fixture
def taken() -> Taken:
    """A bureau that has decided one penalty, and taken none in."""
    taken = Taken()
    taken.first = taken.on_the_spot(fine_fen=0, decision_no="罚当8")
    return taken


class TestCounted:
    @pytest.mark.procedure("SU-62")
    def test_linked_and_of_this_law(self, taken: Taken) -> None:
        """
        安全生产法113(1), INV-31: with an imported one there are three in 180 days
        (closure_not_requested).
        """
        taken.link(taken.take_in())
        last = taken.last()

        (fact,) = taken.do(FLAG, last, by=CLOCK)

        assert isinstance(fact, RuleBreachFlagged)
        assert (fact.breach, fact.rule) == (Breach.CLOSURE_NOT_REQUESTED, "SL.close")

    def test_asked_for_with_it(self, taken: Taken) -> None:
        """
        安全生产法113(1): who asks for the closure counts it as well.
        """
        last = taken.last()
        said = taken.closing(
            closure_ground=ClosureGround.REPEATED_PENALTIES,
            hazards=(taken.major,),
            penalties=(taken.first, last),
        )
        too_few = taken.refused("request-closure", **said)
        assert too_few.code == "penalties_too_few"
        taken.link(taken.take_in())

        assert taken.do("request-closure", **said)

    @pytest.mark.parametrize(
        "said",
        [
            {"basis": "消防法第六十条"},
            {"on": date(2025, 9, 3)},
            {"on": MONDAY},
        ],
        ids=["of another law", "too long before", "of a day with one of its own"],
    )
    def test_not_counted(self, taken: Taken, said: dict[str, object]) -> None:
        """
        安全生产法113(1): of this law, in the window, and each decision once.
        """
        taken.link(taken.take_in(**said))  # type: ignore[arg-type]  # of ``take_in``

        assert taken.refused(FLAG, taken.last(), by=CLOCK).code == "nothing_to_flag"

    def test_unlinked(self, taken: Taken) -> None:
        """
        PROCEDURE 3: nobody's before it is linked, nor after a link was taken back.
        """
        taken.take_in()
        record = taken.link(taken.take_in())
        taken.do("unlink-party", record, by=taken.importer, grounds="误认")

        assert taken.refused(FLAG, taken.last(), by=CLOCK).code == "nothing_to_flag"

    @pytest.mark.parametrize(
        ("status", "counts"),
        [
            (SourceStatus.WITHDRAWN, False),
            (SourceStatus.VOID, False),
            (SourceStatus.REPAIRED, True),
            (SourceStatus.OBJECTED, True),
        ],
    )
    def test_by_what_its_source_says(
        self, taken: Taken, status: SourceStatus, *, counts: bool
    ) -> None:
        """
        安全生产法113(1): what its source did away with is none; what was repaired was
        right.
        """
        record = taken.link(taken.take_in())
        stated = StatedStatus(status, MONDAY)
        taken.do("record-imported-status", record, by=taken.importer, stated=stated)
        last = taken.last()

        if counts:
            assert taken.do(FLAG, last, by=CLOCK)
        else:
            assert taken.refused(FLAG, last, by=CLOCK).code == "nothing_to_flag"

    def test_of_which_the_basis_is_corrected(self, taken: Taken) -> None:
        """
        PROCEDURE 3: of this law, as it reads once it is put right.
        """
        record = taken.link(taken.take_in(basis="消防法第六十条"))
        taken.do(
            "correct-imported-record",
            record,
            by=taken.importer,
            field=Field.LEGAL_BASIS,
            correction_source=CorrectionSource.ENTRY,
            grounds="录入有误",
            new_text=Personal("安全生产法第九十九条"),
        )

        assert taken.do(FLAG, taken.last(), by=CLOCK)
