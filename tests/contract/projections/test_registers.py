"""
The registers: how they are narrowed, and how they stood on any day.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, timedelta
from functools import partial
from pathlib import Path
from uuid import UUID

import pytest

from domain.base import Actor, Role
from domain.codes import make_uscc_of
from domain.hazard.choices import HazardLevel, Stage
from domain.inspection.choices import Mode, UrgentGround
from domain.inspection.choices import Stage as VisitStage
from domain.values import end_of
from infra.canonical import write_moment
from infra.questions import Ask
from infra.read_model import MODELS, ReadModel
from infra.tables_of_rows import Value
from projections.deadlines import Deadlines, DeadlineState
from projections.enterprises import Enterprises
from tests.cases.scene import MONDAY, STANDARD, TOO_LATE, UNTIL, Scene, moment
from tests.cases.town import CITY, COUNTY, DISTRICT, Town
from tests.contract.projections.readers import officer_of
from tests.contract.projections.stories import as_recorded, fed

#: A county whose code ends in a nought, and its neighbour in the same city.
XIANGFANG, HULAN = "230110", "230111"


@pytest.fixture
def town() -> Town:
    """
    A town with its bodies and people.
    """
    return Town()


def registers(town: Town, name: str, region: str, number: int) -> UUID:
    """
    Put an enterprise into the register.
    """
    facts = town.do(
        "register-enterprise",
        by="first",
        name=name,
        region=region,
        uscc=make_uscc_of("91", CITY, f"{number:08d}"),
    )
    return facts[0].file


def fed_with(town: Town, name: str, folder: Path) -> ReadModel:
    """
    Feed a read model with all that happened.
    """
    return fed(name, folder, as_recorded(town.office.facts), batch=1000)


class TestEnterprises:
    @pytest.mark.parametrize(
        ("region", "names"),
        [
            (XIANGFANG, ["香坊厂"]),
            (HULAN, ["呼兰厂"]),
            ("230100", ["香坊厂", "呼兰厂"]),
            ("230000", ["香坊厂", "呼兰厂"]),
            (CITY, ["县厂", "区厂"]),
            ("", ["香坊厂", "呼兰厂", "县厂", "区厂"]),
        ],
    )
    def test_by_region(
        self, town: Town, tmp_path: Path, region: str, names: list[str]
    ) -> None:
        """
        A division lists what lies in it and nothing of its neighbours, also where its
        code ends in a nought.
        """
        places = (("香坊厂", XIANGFANG), ("呼兰厂", HULAN))
        for number, (name, place) in enumerate(
            (*places, ("县厂", COUNTY), ("区厂", DISTRICT))
        ):
            registers(town, name, place, number)

        model = fed_with(town, Enterprises.NAME, tmp_path)
        ask = Ask(officer_of(town.city))
        rows = model.answer("enterprises", ask, region=region).rows
        assert {row["name"] for row in rows} == set(names)


class Board:
    """
    A bureau at work, and its registers as an officer of it asks them.
    """

    def __init__(self, folder: Path) -> None:
        """
        Begin with nothing found.
        """
        self.folder = folder
        self.scene = Scene("000")

    def rows(
        self, name: str, day: date = MONDAY, **terms: object
    ) -> list[Mapping[str, Value]]:
        """
        Put a question for a day.
        """
        facts = as_recorded(self.scene.office.facts)
        (kind,) = [m for m in MODELS.values() if name in m.QUESTIONS]
        model = kind(self.folder / f"{kind.NAME}-{len(facts)}")
        model.apply(facts)
        reader = replace(officer_of(self.scene.bureau), person=self.scene.officers[0])
        found = model.answer(name, Ask(reader, day), **terms).rows
        model.close()
        return list(found)

    def ids(self, name: str, day: date = MONDAY, **terms: object) -> list[object]:
        """
        Say which rows answer a question.
        """
        return [row["id"] for row in self.rows(name, day, **terms)]


@pytest.fixture
def board(tmp_path: Path) -> Board:
    """
    A bureau at work.
    """
    return Board(tmp_path)


class TestHazards:
    def test_overdue_from_the_day_after(self, board: Board) -> None:
        """
        A hazard is marked from the end of its last day on; a rectification that is
        accepted later leaves the mark.
        """
        hazard = board.scene.ordered()
        board.scene.do(
            "mark-overdue",
            hazard,
            by=Actor(Role.CLOCK),
            on=TOO_LATE,
            said_at=end_of(UNTIL),
        )

        marks = [row["overdue"] for row in board.rows("hazards", TOO_LATE)]
        before = [row["overdue"] for row in board.rows("hazards", MONDAY)]
        assert (before, marks) == ([0], [1])

    def test_narrowed(self, board: Board) -> None:
        """
        By enterprise, stage, level, finder, and whether it is open still.
        """
        ended, running = board.scene.accepted(), board.scene.ordered()
        works = board.scene.enterprise
        board.scene.enterprise = board.scene.another_enterprise()
        ordinary = board.scene.ordered(HazardLevel.ORDINARY)
        board.scene.do(
            "verify-hazard",
            ended,
            by=board.scene.officer(3),
            officers=(4,),
            opinion="合格",
        )
        board.scene.do("delist-hazard", ended, by=board.scene.chief, opinion="已消除")
        (first, second, third) = map(str, (ended, running, ordinary))

        found = partial(board.ids, "hazards")
        assert set(found(enterprise=works)) == {first, second}
        assert found(enterprise=UUID(int=1)) == []
        assert found(stage=Stage.DELISTED) == [first]
        assert found(hazard_level=HazardLevel.ORDINARY) == [third]
        assert found(still_open=False) == [first]
        assert set(found(still_open=True)) == {second, third}
        assert len(found(finder=board.scene.officers[1])) == 3
        assert found(finder=board.scene.officers[3]) == []


class TestInspections:
    def test_docket(self, board: Board) -> None:
        """
        My docket lists the visits that I am named for, until they are closed.
        """
        mine = board.scene.approved()
        given_up = board.scene.approved()
        board.scene.do("abandon-inspection", given_up, reason="停产")
        others = tuple(board.scene.officers[2:4])
        foreign = board.scene.approved(Mode.TIP_OFF, inspectors=others)

        assert board.ids("docket") == [str(mine)]
        found = partial(board.ids, "inspections")
        assert found(inspector=others[0]) == [str(foreign)]
        assert found(stage=VisitStage.ABANDONED) == [str(given_up)]
        assert len(found(enterprise=board.scene.enterprise)) == 3
        assert found(enterprise=UUID(int=1)) == []


class TestDeadlines:
    def test_narrowed(self, board: Board) -> None:
        """
        By last day, inclusive, by rule, thread and state.
        """
        hazard = board.scene.ordered()
        thread = board.scene.hazard(hazard).thread
        found = partial(board.rows, "deadlines")

        (order,) = found(rule="IN.order")
        assert (order["last_on"], order["file"]) == (UNTIL.isoformat(), str(hazard))
        assert [row["rule"] for row in found(until=UNTIL)].count("IN.order") == 1
        before = found(until=UNTIL - timedelta(days=1))
        assert "IN.order" not in {row["rule"] for row in before}
        assert order in found(thread=thread)
        assert found(thread=UUID(int=1)) == []
        assert found(rule="IN.order", state=DeadlineState.MET) == []

    def test_met_and_replaced(self, board: Board) -> None:
        """
        An order that is put off is replaced, and what is reported on is met; each on
        its own day.
        """
        scene, later = board.scene, UNTIL + timedelta(days=7)
        hazard = scene.ordered()
        asked = {"reason": "设备未到", "asked_until": later}
        scene.do("apply-extension", hazard, by=scene.clerk, **asked)
        put_off = {"by": scene.chief, "rectify_until": later, "reason": "同意"}
        scene.do("extend-deadline", hazard, on=MONDAY + timedelta(days=1), **put_off)
        scene.report(hazard, on=MONDAY + timedelta(days=2))

        states = [
            sorted(
                (str(row["last_on"]), str(row["state"]))
                for row in board.rows("deadlines", day, rule="IN.order", state=None)
            )
            for day in (MONDAY, MONDAY + timedelta(days=1), MONDAY + timedelta(days=2))
        ]
        first, second = UNTIL.isoformat(), later.isoformat()
        assert states == [
            [(first, "running")],
            [(first, "replaced"), (second, "running")],
            [(first, "replaced"), (second, "met")],
        ]

    def test_of_another_hazard(self, board: Board) -> None:
        """
        A report on one hazard of a visit leaves the order on the other running.
        """
        scene = board.scene
        visit = scene.found(2)
        hazards = []
        for item_no in (1, 2):
            told = {"place": "煤气柜", "description": f"隐患{item_no}"}
            (found,) = scene.do("identify-hazard", visit, item_nos=(item_no,), **told)
            graded = {"standard": STANDARD, "clause": "第十一条"}
            level = HazardLevel.ORDINARY
            scene.do("grade-hazard", found.file, hazard_level=level, **graded)
            ordered = {"measures": "整改", "rectify_until": UNTIL, "danger": False}
            scene.do("order-rectification", found.file, **ordered)
            hazards.append(found.file)
        scene.report(hazards[0])

        running = board.rows("deadlines", rule="IN.order")
        assert [row["file"] for row in running] == [str(hazards[1])]

    def test_in_hours(self, board: Board) -> None:
        """
        A period in hours ends on the legal day of its last moment.
        """
        night = moment(MONDAY, 1).astimezone(UTC)
        board.scene.do(
            "open-inspection-urgently",
            None,
            enterprise=board.scene.enterprise,
            urgent_ground=UrgentGround.ACCIDENT,
            inspection_scope="事故现场",
            place="厂区",
            certificates_shown=True,
            said_at=night,
            officers=(1,),
        )

        (row,) = board.rows("deadlines", rule="IN.approve.late")
        assert row["last_at"] == write_moment(night + timedelta(hours=24))
        assert row["last_on"] == (MONDAY + timedelta(days=1)).isoformat()

    def test_what_is_due(self, board: Board) -> None:
        """
        The clock has something to do once the last moment is over, not at that moment.
        """
        hazard = board.scene.ordered(HazardLevel.ORDINARY)
        model = Deadlines(board.folder)
        model.apply(as_recorded(board.scene.office.facts))
        last = end_of(UNTIL)

        at_last = model.due_by(write_moment(last))
        after = model.due_by(write_moment(last + timedelta(microseconds=1)))

        assert at_last == []
        assert [(due.act, due.file) for due in after] == [("mark-overdue", hazard)]
        assert model.next_due() == write_moment(last)
