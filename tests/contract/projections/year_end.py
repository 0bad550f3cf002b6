"""
A bureau at the end of a year whose successor has no calendar yet.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

from domain.base import Actor, FirstFact, Role
from domain.calendar import Calendar, YearStatus
from domain.calendar_year.file import statutory_days
from domain.circumstances import Circumstances
from domain.hazard.choices import HazardLevel
from domain.law.forms import Form
from domain.law.packs import PACKS
from domain.parties import Addressee
from domain.procedures.adoption import calendar_in_force
from domain.rule_pack.file import RulePack, RulePackPublished
from domain.rule_pack.values import values_of
from domain.service.file import Way
from domain.values import end_of
from infra.questions import Ask
from infra.tables_of_rows import Value
from infra.transcoding import write_moment
from projections.deadlines import Deadlines
from tests.cases.scene import MONDAY, SIGNER, InPlace, Scene
from tests.contract.projections.readers import officer_of
from tests.contract.projections.stories import as_recorded

#: A Tuesday, from which five working days reach into 2027.
DAY = date(2026, 12, 29)
#: Five working days on, by the statutory days of 2027 alone.
PROVISIONAL = date(2027, 1, 6)
#: The same, where two days after New Year were exchanged for rest days as well.
OFFICIAL = date(2027, 1, 8)
EXCHANGED = (date(2027, 1, 4), date(2027, 1, 5))
CLOCK = Actor(Role.CLOCK)
#: A day after everything.
LATER = date(2027, 3, 1)

Row = Mapping[str, Value]


class ByTheLedger(InPlace):
    """
    The law of a place, counting by the years that its ledger has published.
    """

    def calendar(self, at: Circumstances) -> Calendar:
        """
        The calendar in force.
        """
        return calendar_in_force(at)


class Board:
    """
    A bureau in Xinzhou at the end of 2026, and its deadline board.
    """

    def __init__(self, folder: Path) -> None:
        """
        Begin with the pack published.
        """
        self.scene = Scene("001")
        self.scene.day = DAY
        self.scene.office.law = ByTheLedger("001")
        self.model = Deadlines(folder)
        pack = PACKS["001"]
        self.record(
            RulePack,
            RulePackPublished,
            pack_code="001",
            pack_version="1",
            pack_status=pack.status,
            pack_values=values_of(pack),
        )

    def record(
        self, kind: type[RulePack], fact: type[FirstFact], **terms: object
    ) -> None:
        """
        Open a file.
        """
        at = self.scene.registering()
        kind.start(fact, at, **terms)  # type: ignore[arg-type]  # the fact's own terms
        self.scene.office.facts += [recorded for _, recorded in at.recorded]

    def publish(self, *exchanged: date, made_up: tuple[date, ...] = ()) -> None:
        """
        Publish 2027, with some days off besides the statutory ones, and some worked.
        """
        self.scene.do(
            "publish-calendar-year",
            by=self.scene.clerk,
            year=2027,
            year_status=YearStatus.OFFICIAL,
            holidays=(*statutory_days(2027), *exchanged),
            makeup_workdays=made_up,
            source="演示通知",
        )

    def feed(self) -> int:
        """
        Feed the board, and say how far it has come.
        """
        self.model.apply(as_recorded(self.scene.office.facts))
        return self.model.position

    def rows(
        self, rule: str, day: date = LATER, known_at: int | None = None
    ) -> list[Row]:
        """
        List the periods of a rule in every state.
        """
        self.feed()
        ask = Ask(officer_of(self.scene.bureau), as_of=day, known_at=known_at)
        found = self.model.answer("deadlines", ask, rule=rule, state=None).rows
        return [dict(row) for row in found]

    def running(self, rule: str, day: date = LATER) -> list[Row]:
        """
        List the periods of a rule that run.
        """
        self.feed()
        ask = Ask(officer_of(self.scene.bureau), as_of=day)
        found = self.model.answer("deadlines", ask, rule=rule).rows
        return [dict(row) for row in found]

    def due(self, day: date = LATER) -> list[tuple[str, str]]:
        """
        List the flags that are due by the end of a day, each with its moment.
        """
        self.feed()
        found = self.model.due_by(write_moment(end_of(day)), 200)
        return [(d.act, d.due_at) for d in found if d.act == "flag-not-listed"]


def listed_on(board: Board, day: date) -> UUID:
    """
    Have a major hazard listed for supervision on a day.
    """
    hazard = board.scene.graded()
    board.scene.do(
        "order-rectification",
        hazard,
        measures="整改",
        rectify_until=LATER,
        danger=False,
    )
    board.scene.do(
        "list-for-supervision",
        hazard,
        by=board.scene.chief,
        on=day,
        listing_number="应急督〔2027〕1号",
        requirements="限期整改",
        responsible_body=board.scene.bureau,
        supervise_until=LATER,
    )
    return hazard


def serve(board: Board, form: Form, on: date = MONDAY) -> UUID:
    """
    Issue an order, or the notice of the visit that it came from, and serve it on a day.
    """
    scene = board.scene
    scene.day = on
    hazard = scene.graded(HazardLevel.ORDINARY)
    told = {"measures": "整改", "rectify_until": on + timedelta(days=14)}
    scene.do("order-rectification", hazard, danger=False, **told)
    visit = scene.hazard(hazard).inspection
    paper = scene.do(
        "issue-document",
        None,
        about=hazard if form is Form.RECTIFICATION_ORDER else visit,
        form=form,
        addressees=(Addressee(enterprise=scene.enterprise),),
    )[-1].file
    terms = {"addressee_no": 1, "way": Way.DIRECT, "place": "厂区", "recipient": SIGNER}
    return scene.do("serve-document", None, document=paper, **terms)[-1].file
