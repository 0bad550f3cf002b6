"""
The trace: every fact of a thread, by both clocks, and every fact that concerns it.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from domain.base import Fact, Role
from domain.hazard.choices import HazardLevel
from domain.inspection.choices import Exemption, Mode
from domain.printed import SourceStatus
from domain.procedures.linking import unlink_party
from domain.publication.file import CreditClass, WithdrawalGround
from domain.values import day_of, end_of
from infra.canonical import write_moment
from infra.clock import SetClock
from infra.questions import Ask
from infra.tables_of_rows import Value
from projections.trace import CONCERNS, OWN, Trace
from tests import controls
from tests.cases.imported import NOW, import_office, unit
from tests.cases.published import Public
from tests.cases.scene import MONDAY, Scene, moment
from tests.contract.projections.readers import ANYBODY, officer_of
from tests.contract.projections.stories import as_recorded

TUESDAY = MONDAY + timedelta(days=1)

Rows = tuple[Mapping[str, Value], ...]


class Told:
    """
    What happened, and how it is asked after.
    """

    def __init__(self, folder: Path, facts: Sequence[Fact], body: UUID) -> None:
        """
        Feed the trace.
        """
        self.facts = as_recorded(facts)
        self.reader = officer_of(body)
        self.model = Trace(folder)
        self.model.apply(self.facts)

    def asks(self, question: str, ask: Ask, **terms: object) -> Rows:
        """
        Put a question.
        """
        return self.model.answer(question, ask, **terms).rows

    def trace(self, thread: UUID) -> Rows:
        """
        Give the whole trace of a thread.
        """
        return self.asks("trace", Ask(self.reader, limit=500), thread=thread)


@pytest.fixture
def scene() -> Scene:
    """
    A bureau with its people.
    """
    return Scene("000")


class TestClocks:
    def test_each_is_shown(self, scene: Scene, tmp_path: Path) -> None:
        """
        D6: when it happened and when it was recorded are two columns, and the day is
        the legal one of the first.
        """
        hazard = scene.reported(HazardLevel.ORDINARY)
        scene.day = TUESDAY
        early = moment(MONDAY, 7, 30)
        told = {"reason": "设备未到", "asked_until": MONDAY, "by": scene.clerk}
        again = scene.ordered(HazardLevel.ORDINARY)
        scene.do("apply-extension", again, said_at=early, **told)
        found = Told(tmp_path, scene.office.facts, scene.bureau)

        row = found.trace(scene.hazard(again).thread)[-1]

        assert found.trace(scene.hazard(hazard).thread)
        assert row["occurred_at"] == write_moment(early)
        assert row["recorded_at"] == write_moment(moment(TUESDAY))
        assert row["day"] == MONDAY.isoformat()

    def test_as_of_and_as_known(self, scene: Scene, tmp_path: Path) -> None:
        """
        D13: as of a day, what had happened by its end, however late it was recorded; as
        known at a position, what was recorded by then, that position included.
        """
        hazard = scene.ordered(HazardLevel.ORDINARY)
        scene.report(hazard, on=TUESDAY, said_at=moment(MONDAY, 16))
        scene.do("accept-rectification", hazard, opinion="合格")
        thread = scene.hazard(hazard).thread
        found = Told(tmp_path, scene.office.facts, scene.bureau)
        report = next(f for f in found.facts if "rectification-reported" in f.TOPIC)

        stood = found.asks("trace", Ask(found.reader, MONDAY, limit=500), thread=thread)
        known = found.asks(
            "trace", Ask(found.reader, None, report.position, limit=500), thread=thread
        )
        before = found.asks(
            "trace", Ask(found.reader, None, report.position - 1), thread=thread
        )

        assert stood[-1]["fact"] == known[-1]["fact"] == report.id
        assert report.id not in {row["fact"] for row in before}
        assert len(found.trace(thread)) > len(stood)


def certified(scene: Scene, number: str, person: UUID, since: date) -> None:
    """
    Give somebody a certificate of two years.
    """
    scene.do(
        "certify-officer",
        person,
        by=scene.clerk,
        certificate_number=number,
        certificate_kinds=("行政执法",),
        valid_from=since,
        valid_until=since + timedelta(days=730),
    )


class TestCertificates:
    def test_each_officer_has_the_one_of_that_day(
        self, scene: Scene, tmp_path: Path
    ) -> None:
        """
        处罚法42: who acted shows the certificate that was valid on the day of the act,
        also where it was renewed since; whoever is no officer of the act shows none.
        """
        first, second, clerk = (scene.officers[n] for n in (0, 1, 4))
        before = MONDAY - timedelta(days=365)
        for number, person in (("演01", first), ("演02", second), ("演04", clerk)):
            certified(scene, number, person, before)
        certified(scene, "演03", first, TUESDAY)
        visit, later = scene.opened(), scene.notified(Mode.SPECIAL)
        arrival = {"place": "厂区", "certificates_shown": True, "officers": (1,)}
        scene.do("open-inspection", later, **arrival, on=TUESDAY)
        told = Told(tmp_path, scene.office.facts, scene.bureau)

        def shown(file: UUID, act: str) -> list[str]:
            rows = [row for row in told.trace(file) if row["act"] == act]
            return [str(row["certificates"]) for row in rows]

        assert shown(visit, "open-inspection") == ["演01 演02"]
        assert shown(later, "open-inspection") == ["演03 演02"]
        assert shown(visit, "approve-inspection") == [""]

    def test_one_that_had_run_out(self, scene: Scene, tmp_path: Path) -> None:
        """
        A certificate counts up to its last day, and no longer.
        """
        last_day_was = MONDAY - timedelta(days=731)
        for number, person, since in (
            ("演01", scene.officers[0], last_day_was),
            ("演02", scene.officers[1], last_day_was + timedelta(days=1)),
        ):
            certified(scene, number, person, since)
        visit = scene.opened()
        told = Told(tmp_path, scene.office.facts, scene.bureau)

        rows = [r for r in told.trace(visit) if r["act"] == "open-inspection"]

        assert [row["certificates"] for row in rows] == ["演02"]


class TestConcerns:
    def followed(self, scene: Scene) -> tuple[UUID, UUID, UUID]:
        """
        Have two hazards of two threads followed up by one visit.
        """
        one, other = (scene.reported(HazardLevel.ORDINARY) for _ in range(2))
        visit = scene.approved(
            Mode.FOLLOW_UP,
            exemption=Exemption.SPECIAL_PROGRAMME,
            hazards=(one, other),
        )
        return one, other, visit

    def test_in_the_threads_that_it_concerns(
        self, scene: Scene, tmp_path: Path
    ) -> None:
        """
        D7: a fact stands in its own thread and in each that it concerns, once, and says
        why.
        """
        one, other, visit = self.followed(scene)
        found = Told(tmp_path, scene.office.facts, scene.bureau)
        approval = next(f for f in found.facts if f.file == visit)

        reasons = [
            [row["why"] for row in found.trace(thread) if row["fact"] == approval.id]
            for thread in (scene.hazard(one).thread, scene.hazard(other).thread, visit)
        ]
        assert reasons == [[CONCERNS], [CONCERNS], [OWN]]

    def test_a_file_has_its_own_alone(self, scene: Scene, tmp_path: Path) -> None:
        """
        The facts of a file are those recorded on it, each once.
        """
        _, _, visit = self.followed(scene)
        found = Told(tmp_path, scene.office.facts, scene.bureau)

        rows = found.asks("file-facts", Ask(found.reader, limit=500), file=visit)

        assert [row["fact"] for row in rows] == [
            f.id for f in found.facts if f.file == visit
        ]


class TestHistory:
    def test_of_a_linked_record(self, tmp_path: Path) -> None:
        """
        An imported record is of the history of an enterprise while it is linked, as
        far as that was known.
        """
        desk = import_office()
        works = desk.enterprise(controls.CHEMICAL_WORKS)
        record = desk.imported(unit(controls.CHEMICAL_WORKS)).id
        clerk = desk.actor(Role.CLERK)
        desk.does(unlink_party, by=clerk, on=record, grounds="同名")
        found = Told(tmp_path, desk.office.facts, desk.city)
        linked = next(f for f in found.facts if "party-linked" in f.TOPIC).position
        last = found.facts[-1].position

        def files(known_at: int | None) -> set[Value]:
            ask = Ask(found.reader, None, known_at, limit=500)
            rows = found.asks("enterprise-history", ask, enterprise=works)
            return {row["file"] for row in rows}

        assert str(record) not in files(linked - 1)
        assert str(record) in files(linked)
        assert str(record) in files(last - 1)
        assert files(None) == {str(works)}


class TestPublic:
    def read(self, public: Public, folder: Path, day: date) -> list[str]:
        """
        Name the facts of a publication that anybody reads on a day.
        """
        told = Told(folder / str(day), public.desk.office.facts, public.desk.city)
        told.model.clock = SetClock(end_of(day))
        ask = Ask(ANYBODY, limit=500)
        rows = told.asks("file-facts", ask, file=public.item)
        return [str(row["act"]) for row in rows]

    def test_up_to_its_last_day(self, tmp_path: Path) -> None:
        """
        公示期: everybody reads what was published up to the last day, inclusive.
        """
        public = Public()
        last = date(2027, 5, 20)

        assert self.read(public, tmp_path, last) == ["publish-item"]
        assert self.read(public, tmp_path, last + timedelta(days=1)) == []

    def test_by_the_term_that_stands(self, tmp_path: Path) -> None:
        """
        A corrected term holds for what was said before the correction as well.
        """
        public = Public()
        public.corrects(credit_class=CreditClass.SERIOUS, class_ground="严重")
        last = date(2029, 5, 20)

        read = ["publish-item", "correct-item"]
        assert self.read(public, tmp_path, last) == read
        assert self.read(public, tmp_path, last + timedelta(days=1)) == []

    def test_withdrawn(self, tmp_path: Path) -> None:
        """
        行政处罚法48(2): of what was withdrawn everybody reads the reasons alone;
        the offices read all of it.
        """
        public = Public()
        public.states(SourceStatus.WITHDRAWN)
        public.withdraws(WithdrawalGround.REVOKED)
        told = Told(tmp_path, public.desk.office.facts, public.desk.city)

        inside = told.asks("file-facts", Ask(told.reader), file=public.item)

        assert self.read(public, tmp_path, day_of(NOW)) == ["withdraw-item"]
        assert [r["act"] for r in inside] == ["publish-item", "withdraw-item"]
