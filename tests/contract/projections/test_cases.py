"""
The case board and the times of a case: stage, next step, what is open, until when.
"""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from domain.enforcement_case.choices import ClockGround, Stage
from domain.service.file import SettingAside
from infra.tables_of_rows import Value
from projections.deadlines.running import DEADLINES
from projections.penalising.cases import CASES
from projections.penalising.steps import NextStep
from tests.cases.dossier import CLOCK, PAPER, Dossier
from tests.cases.enforcement_case.test_ending import closing, spared, sparing
from tests.cases.enforcement_case.test_evidence import LAST, registered
from tests.cases.enforcement_case.test_timing import STILL
from tests.cases.scene import Scene
from tests.contract.projections.stories import as_recorded, fed


@pytest.fixture
def scene() -> Dossier:
    """A bureau in the place of the draft opinion."""
    return Dossier("002")


def board(scene: Dossier, case: UUID, folder: Path) -> Mapping[str, Value]:
    """The row of a case."""
    model = fed("cases", folder, as_recorded(scene.office.facts), batch=7)
    row = CASES.current(model.store.reading, str(case))
    assert row is not None
    return row


def times(scene: Scene, folder: Path, file: UUID) -> dict[str, list[tuple[str, str]]]:
    """The periods of a file by rule: how each stands, and its last day."""
    model = fed("deadlines", folder, as_recorded(scene.office.facts), batch=7)
    found: dict[str, list[tuple[str, str]]] = {}
    rows = model.store.reading.execute(
        f"SELECT rule, state, last_on FROM {DEADLINES.name} "  # noqa: S608  declared
        "WHERE file = ? AND known_until > 1000000 AND valid_until > '3000' "
        "ORDER BY started_on, id",
        (str(file),),
    )
    for rule, state, last_on in rows:
        found.setdefault(str(rule), []).append((str(state), str(last_on)))
    return found


def not_notified(scene: Dossier, case: UUID) -> None:
    """Have the service of the notice to the first party set aside."""
    noticed = scene.party(case).noticed
    assert noticed is not None
    said = {"set_aside_by": SettingAside.OWN, "reason": "误送"}
    scene.do("set-service-aside", noticed.service, **said)


class TestNextStep:
    @pytest.mark.parametrize(
        ("reach", "stage", "step"),
        [
            ("filed", Stage.FILED, NextStep.INVESTIGATE),
            ("concluded", Stage.INVESTIGATED, NextStep.PROPOSE),
            ("notified_of", Stage.PROPOSED, NextStep.AWAIT),
            ("asked", Stage.PROPOSED, NextStep.SET_HEARING),
            ("hearing_set", Stage.PROPOSED, NextStep.HOLD_HEARING),
            ("heard", Stage.PROPOSED, NextStep.DECIDE),
        ],
    )
    def test_follows_the_stage(
        self, scene: Dossier, tmp_path: Path, reach: str, stage: Stage, step: NextStep
    ) -> None:
        """
        What is done next follows from how far the party is.
        """
        row = board(scene, getattr(scene, reach)(), tmp_path)

        assert (row["stage"], row["next_step"]) == (stage.code, step.code)

    def test_of_the_party_furthest_behind(self, scene: Dossier, tmp_path: Path) -> None:
        """
        One party is notified, the other not yet.
        """
        case = scene.conclude(scene.with_person())
        scene.propose(case)
        scene.propose(case, 1_000_000, party_no=2)
        scene.tell(case, 2)

        row = board(scene, case, tmp_path)

        assert row["next_step"] == NextStep.NOTIFY.code
        assert (row["parties_count"], row["undecided_count"]) == (2, 2)

    def test_closed(self, scene: Dossier, tmp_path: Path) -> None:
        """
        A closed case is to be archived.
        """
        case = spared(scene)
        scene.do("close-case", case, **closing(scene))

        row = board(scene, case, tmp_path)

        assert (row["stage"], row["next_step"]) == ("closed", "archive")
        assert row["undecided_count"] == 0

    def test_of_who_was_not_notified(self, scene: Dossier, tmp_path: Path) -> None:
        """
        行政处罚法 61: when the service was none the notice is to be served, and nobody
        waits for an answer to it.
        """
        case = scene.heard()
        before = board(scene, case, tmp_path / "before")
        not_notified(scene, case)

        after = board(scene, case, tmp_path / "after")

        steps = (before["next_step"], after["next_step"])
        assert steps == (NextStep.DECIDE.code, NextStep.NOTIFY.code)

    def test_evidence_open(self, scene: Dossier, tmp_path: Path) -> None:
        """
        What is registered and undecided is open.
        """
        row = board(scene, registered(scene), tmp_path)

        assert row["evidence_open_count"] == 1


class TestTimes:
    def test_filing_ends_what_waited_for_it(
        self, scene: Dossier, tmp_path: Path
    ) -> None:
        """
        行政处罚法 54, 60: PN.filing is met by the case; its ninety days run.
        """
        case = scene.filed()
        visit = scene.case(case).inspection
        assert visit is not None

        of_visit = times(scene, tmp_path / "a", visit)
        of_case = times(scene, tmp_path / "b", case)

        assert [state for state, _ in of_visit["PN.filing"]] == ["met"]
        assert [state for state, _ in of_visit["IN.outcome"]] == ["met"]
        assert of_case["PN.limit.decide"] == [("running", "2026-05-31")]

    def test_one_party_of_two_decided(self, scene: Dossier, tmp_path: Path) -> None:
        """
        行政处罚法 60: the time runs until every party's matter is decided.
        """
        case = scene.conclude(scene.with_person())
        scene.do("decide-no-penalty", case, **sparing(scene))
        one = times(scene, tmp_path / "one", case)
        scene.do("decide-no-penalty", case, **sparing(scene, party_no=2))
        both = times(scene, tmp_path / "both", case)

        assert one["PN.limit.decide"] == [("running", "2026-05-31")]
        assert both["PN.limit.decide"] == [("met", "2026-05-31")]

    def test_stands_still(self, scene: Dossier, tmp_path: Path) -> None:
        """
        A suspension stops it, and a resumption begins it anew, later.
        """
        case = scene.filed()
        ground = {"clock_ground": ClockGround.REFERRAL, "reason": "移送公安"} | STILL
        scene.do("suspend-case-clock", case, by=scene.chief, **ground)
        still = times(scene, tmp_path / "still", case)
        said = {"by": scene.chief, "reason": "不予立案", "on": date(2026, 3, 12)}
        scene.do("resume-case-clock", case, **said)
        on = times(scene, tmp_path / "on", case)

        assert still["PN.limit.decide"] == [("suspended", "2026-05-31")]
        assert on["PN.limit.decide"][-1] == ("running", "2026-06-10")

    def test_without_a_provision(self, scene: Dossier, tmp_path: Path) -> None:
        """
        PROCEDURE §3: it stands still only with a provision cited; else it runs on, and
        to the same day when that ends.
        """
        case = scene.filed()
        ground = {"clock_ground": ClockGround.APPRAISAL, "reason": "补充鉴定"}
        scene.do("suspend-case-clock", case, by=scene.chief, **ground)
        runs = times(scene, tmp_path / "runs", case)
        said = {"by": scene.chief, "reason": "已鉴定", "on": date(2026, 3, 12)}
        scene.do("resume-case-clock", case, **said)
        on = times(scene, tmp_path / "on", case)

        assert runs["PN.limit.decide"] == [("running", "2026-05-31")]
        assert on["PN.limit.decide"][-1] == ("running", "2026-05-31")

    def test_each_party_answers_for_itself(
        self, scene: Dossier, tmp_path: Path
    ) -> None:
        """
        行政处罚法 44: one party's waiver ends no other's time.
        """
        case = scene.conclude(scene.with_person())
        for party_no in (1, 2):
            scene.propose(case, 1_000_000, party_no=party_no)
            scene.tell(case, party_no)
        scene.waive(case, 2)

        states = [state for state, _ in times(scene, tmp_path, case)["PN.defence.days"]]

        assert sorted(states) == ["met", "running"]

    def test_registered_evidence(self, scene: Dossier, tmp_path: Path) -> None:
        """
        行政处罚法 56: the clock has to act when seven working days are over.
        """
        case = registered(scene)
        model = fed("deadlines", tmp_path, as_recorded(scene.office.facts), batch=7)

        due = [d for d in model.due_by("2026-03-12T00:00:00Z", 9) if d.file == case]  # type: ignore[attr-defined]  # the deadline board is an agenda

        assert [(d.act, d.terms) for d in due] == [
            ("lapse-registration", {"registration_no": 1})
        ]
        (running,) = times(scene, tmp_path / "b", case)["PN.evidence.register"]
        assert running == ("running", LAST.isoformat())

    def test_statement_let_pass(self, scene: Dossier, tmp_path: Path) -> None:
        """
        行政处罚法 44: the clock ends the time that it waited for.
        """
        case = scene.notified_of()
        scene.do("expire-statement", case, by=CLOCK, party_no=1, on=date(2026, 3, 10))

        assert times(scene, tmp_path, case)["PN.defence.days"] == [
            ("met", "2026-03-09")
        ]

    def test_of_a_notice_that_was_none(self, scene: Dossier, tmp_path: Path) -> None:
        """
        行政处罚法 44, 61, 64: neither the time to speak nor the time to ask runs on.
        """
        case = scene.notified_of(6_000_000)
        not_notified(scene, case)

        found = times(scene, tmp_path, case)

        rules = ("PN.defence.days", "PN.hearing.request")
        assert [found[rule] for rule in rules] == [[("dropped", "2026-03-09")]] * 2

    def test_hearing_asked_for(self, scene: Dossier, tmp_path: Path) -> None:
        """
        行政处罚法 64(1): the request ends the time to ask.
        """
        case = scene.asked(request_paper=PAPER)

        (asked,) = times(scene, tmp_path, case)["PN.hearing.request"]

        assert asked == ("met", "2026-03-09")
