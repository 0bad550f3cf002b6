"""
The demonstration city: what is in it, and that it is the same each time.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Final
from uuid import UUID

import orjson
import pytest

from domain.acts import ACTS
from domain.audit_trail.file import Breach, RuleBreachFlagged
from domain.base import Role, Time
from domain.enterprise.file import Enterprise
from domain.hazard.file import Hazard
from domain.inspection.choices import Stage
from domain.inspection.file import Inspection
from domain.law.calendars import SHIPPED
from domain.limits import Limit
from domain.procedures.watching import FLAGS
from domain.publication.facts_of_ending import PublicationOverdue
from domain.publication.file import ItemPublished
from domain.publication.result import ResultKind
from domain.values import OFFICE_ZONE
from infra.canonical import Json
from infra.ledger import Ledger, Receipt, Request
from projections.deadlines.board import Deadlines
from services.commandline.demo.making import (
    FIRMS_MIN,
    CannotMake,
    last_day,
    make_city,
)
from services.web.house import House
from tests.contract.demo.conftest import UNTIL, Town

_YEARS: Final = "three years or more after a decision that a city of one year makes"

#: Acts of an early removal, for which nobody may ask within twelve months: a city of
#: two years tells them.
OF_TWO_YEARS: Final = frozenset(
    (
        "apply-for-early-removal",
        "accept-early-removal",
        "refuse-early-removal",
        "remove-entry",
        "restore-entry",
    )
)

#: Acts that the city does not need, each with the reason.
NOT_TOLD: Final[dict[str, str]] = {
    **dict.fromkeys(OF_TWO_YEARS, "twelve months or more after a listing"),
    "expire-entry": _YEARS,
    "expire-red-entry": _YEARS,
    "expire-ban": _YEARS,
}

#: Rules that the city does not break, each with the reason.
NOT_BROKEN: Final[dict[str, str]] = {
    "CO.court.judgment": "two years or more after a judgment",
    "PN.file_superior.local": "since 2026-02-01; in this city the old rules hold still",
}

#: Breaches that are not flagged in a file of their own, each with the reason.
ELSEWHERE: Final[dict[Breach, str]] = {
    Breach.NOT_PUBLISHED: "the penalty's own file says so, under PN.publish.when",
}

#: Acts of the black list, whose rules (应急管理部令11号) came into force in 2023.
OF_THE_LIST_RULES: Final = frozenset(
    (
        "propose-entry",
        "notify-entry",
        "hear-entry-statement",
        "expire-entry-statement",
        "decline-entry",
        "make-entry",
        "record-entry-in-credit-system",
        "record-entry-credit",
        "review-entry",
        "revoke-entry",
        "flag-measure-left",
        "initiate-joint-discipline",
        "impose-partner-measure",
        "record-partner-feedback",
        "lift-partner-measure",
    )
)

#: Acts that older law did not know, by the day from which a city tells them.
NEWER: Final[dict[str, date]] = {
    "flag-not-approved": date(2025, 2, 15),
    "flag-mine-closure-not-requested": date(2024, 7, 31),
    **dict.fromkeys(OF_THE_LIST_RULES, date(2024, 2, 28)),
}

#: What hangs on the ledger's own secret, or on salts: it differs each time.
DIFFERS: Final = frozenset(
    (
        "commitment",
        "content_sha256",
        "identities",
        "name_key",
        "person_key",
        "principal_key",
        "row_key",
        "said_sha256",
        "source_sha256",
        "texts_key",
    )
)

#: Tags and claims with a part that is keyed.
KEYED: Final = re.compile(
    r"^(enterprise-name|imported/\w+|person)/[0-9a-f]{64}(?:/\w+)?$"
)


def alike(value: Json) -> Json:
    """
    Leave out what differs each time.
    """
    if isinstance(value, dict):
        return {k: alike(v) for k, v in value.items() if k not in DIFFERS}
    if isinstance(value, str):
        return KEYED.sub(r"\1/", value)
    return [alike(each) for each in value] if isinstance(value, list) else value


def told(home: Path, *, seed: int = 1, until: date = UNTIL) -> list[Json]:
    """
    Make a city, and give its facts without what differs each time.
    """
    house = House(home)
    make_city(house, enterprises=FIRMS_MIN, seed=seed, until=until)
    recorder = house.ledger.recorder
    facts: list[Json] = []
    for stored in recorder.facts(limit=recorder.head):
        parts = (orjson.loads(stored.state), orjson.loads(stored.given))
        facts.append([stored.topic, *map(alike, parts)])
    house.close()
    return facts


class TestSameSeed:
    def test_same_seed_gives_same_facts(self, tmp_path: Path) -> None:
        """
        The same seed and last day give the same facts, at the same positions, moments
        and numbers, under the same ids; only salts and keyed values differ.
        """
        once, again = (told(tmp_path / name) for name in "ab")

        assert len(once) > 500
        assert once == again

    def test_other_seed_gives_others(self, tmp_path: Path) -> None:
        """
        Another seed tells another city, under other ids.
        """
        once, other = (told(tmp_path / str(n), seed=n) for n in (1, 2))

        assert once != other
        assert once[0] != other[0]


class TestWhole:
    def test_every_act_is_told(self, town: Town) -> None:
        """
        Every act of the domain is done at least once, or stands in the list of those
        that are not, with the reason.
        """
        declared = {n for n, a in ACTS.items() if a.module.startswith("domain.")}

        assert set(town.made.acts) == declared - NOT_TOLD.keys()
        assert declared >= NOT_TOLD.keys()

    def test_read_models_stand_at_the_head(self, town: Town) -> None:
        """
        Every read model takes every fact of the city, and none stops.
        """
        head = town.house.ledger.recorder.head

        assert head >= town.made.facts > sum(town.made.acts.values())
        for name, progress in town.house.progress().items():
            assert (progress.position, progress.poison) == (head, ""), name

    def test_it_is_a_demonstration(self, town: Town) -> None:
        """
        The first fact says so, and so does every name: of bodies, firms and people.
        """
        assert town.house.ledger.demonstration
        firms = [file for file in town.files if isinstance(file, Enterprise)]
        assert all("演示" in name for firm in firms for name in firm.former_names)
        assert all("演示" in firm.name for firm in firms)
        people = town.house.directory.posts_on(UNTIL)
        names = town.house.names_of(p.subject for p in people if p.subject)
        assert len(names) > 30
        assert all(name.endswith("（演示）") for name in names.values())

    def test_people_have_memorable_names(self, town: Town) -> None:
        """
        Those whom the handbook names are there, in their roles.
        """
        posts = town.house.directory.posts_on(UNTIL)
        roles = {post.login: post.role for post in posts}

        assert roles["officer-wang"] is Role.OFFICER
        assert roles["head-li"] is Role.HEAD
        assert roles["importer-sun"] is Role.IMPORTER
        assert roles["disclosure-qian"] is Role.DISCLOSURE_OFFICER
        assert roles["discipline-zhou"] is Role.DISCIPLINE
        assert roles["police-wu"] is Role.POLICE
        assert roles["procurator-zheng"] is Role.PROCURATORATE

    def test_threads_are_alive_on_the_last_day(self, town: Town) -> None:
        """
        There is something to do: a visit under way since this morning, orders that end
        within days, one that is overdue, and a firm struck off with an open hazard.
        """
        visits = [f for f in town.files if isinstance(f, Inspection)]
        begun = [v.arrived_at for v in visits if v.stage is Stage.OPEN]
        assert {a.astimezone(OFFICE_ZONE).date() for a in begun if a} == {UNTIL}
        still = [f for f in town.files if isinstance(f, Hazard) and f.is_open]
        week = UNTIL + timedelta(days=7)
        due = [h for h in still if h.rectify_until and UNTIL < h.rectify_until <= week]
        assert len(due) >= 3
        assert any(h.overdue and h.is_rectifying for h in still)
        assert any(h.open_major_hazard and h.listing for h in still)
        firms = [f for f in town.files if isinstance(f, Enterprise)]
        gone = {firm.id for firm in firms if firm.is_deregistered}
        assert gone & {h.enterprise for h in still}


class TestBreaches:
    def test_every_breach_is_told(self, town: Town) -> None:
        """
        Each value of what may be left undone is flagged at least once.
        """
        flags = [fact for fact in town.facts if isinstance(fact, RuleBreachFlagged)]

        assert {flag.breach for flag in flags} == set(Breach) - ELSEWHERE.keys()

    def test_every_rule_that_detects_is_broken(self, town: Town) -> None:
        """
        The time of each rule that the clock flags runs out at least once.
        """
        passed = (getattr(fact, "limit_passed", None) for fact in town.facts)
        rules = {limit.rule for limit in passed if isinstance(limit, Limit)}

        assert rules >= FLAGS.keys() - NOT_BROKEN.keys()

    def test_one_penalty_is_published_late(self, town: Town) -> None:
        """
        The bureau publishes in time, but for the one story whose point it is.
        """
        late = [fact for fact in town.facts if isinstance(fact, PublicationOverdue)]

        assert len([fact for fact in late if fact.penalty is not None]) == 1

    def test_results_are_public_in_time(self, town: Town) -> None:
        """
        三项制度: every bureau publishes what came of its visits, orders and permits;
        late are a squad without a publisher, a pit and a permit.
        """
        shown = [fact for fact in town.facts if isinstance(fact, ItemPublished)]
        late = [fact for fact in town.facts if isinstance(fact, PublicationOverdue)]
        kinds = {fact.result_kind for fact in shown if fact.result_kind is not None}

        assert kinds >= set(ResultKind) - {ResultKind.SITE_BANNED, ResultKind.CLOSURE}
        assert len([fact for fact in late if fact.about is not None]) == 3

    def test_what_is_public_is_awaited_no_more(self, town: Town) -> None:
        """
        No penalty that is public stands on the board as still to be published, whether
        it is about one finding or a party of a case.
        """
        shown = {fact.penalty for fact in town.facts if isinstance(fact, ItemPublished)}
        board = town.house.model(Deadlines).store.reading.execute(
            "SELECT file FROM running WHERE rule = 'PN.publish.when' AND met_at IS NULL"
        )

        assert len(shown) > 20
        assert not shown & {UUID(file) for (file,) in board}


class TestClocks:
    def test_people_act_in_office_hours(self, town: Town) -> None:
        """
        Whoever is no clock acts on a working day between half past eight and half past
        six; only what is urgent happens on any day.
        The clock acts when a day is over, or hours that were counted.
        """
        for fact in town.facts:
            moment = fact.timestamp.astimezone(OFFICE_ZONE)
            if fact.deed.actor.role is Role.CLOCK:
                passed = getattr(fact, "limit_passed", None)
                in_hours = passed is not None and passed.last_at is not None
                assert in_hours or (moment.hour, moment.minute) == (0, 0), fact
                continue
            assert 8 * 60 + 30 <= moment.hour * 60 + moment.minute < 18 * 60 + 30, fact
            assert SHIPPED.is_working(moment.date()), fact

    def test_things_are_recorded_soon(self, town: Town) -> None:
        """
        What is seen on the spot is recorded within the half hour, unless paper came
        first: then it says so, why, and shows the paper.
        """
        late = [f for f in town.facts if f.deed.known is Time.LATE]
        assert late
        assert all(f.deed.late_reason and f.deed.late_scan for f in late)
        for fact in town.facts:
            if fact.deed.known is not Time.CAPTURED:
                continue
            if any(f.deed.thread == fact.deed.thread for f in late):
                continue
            assert fact.timestamp - fact.deed.occurred_at < timedelta(minutes=30), fact

    def test_moments_are_not_round(self, town: Town) -> None:
        """
        Minutes vary: no minute of the hour has a tenth of all facts.
        """
        minutes = [f.timestamp.minute for f in town.facts]

        assert max(map(minutes.count, range(60))) < len(minutes) / 10


class TestMaking:
    @pytest.mark.parametrize(
        ("seed", "until"),
        [
            (3, date(2026, 2, 21)),
            (4, date(2025, 1, 5)),
            (5, date(2024, 2, 29)),
            (6, date(2022, 1, 4)),
        ],
        ids=["in a holiday", "on a Sunday", "on a leap day", "under older law"],
    )
    def test_every_city_is_lawful(self, empty: House, seed: int, until: date) -> None:
        """
        On whatever day it ends, no story is refused, and nothing is left out.
        """
        made = make_city(empty, enterprises=FIRMS_MIN, seed=seed, until=until)

        declared = {n for n, a in ACTS.items() if a.module.startswith("domain.")}
        unknown = {name for name, since in NEWER.items() if until < since}
        assert set(made.acts) == declared - NOT_TOLD.keys() - unknown

    def test_several_years_are_told(self, empty: House) -> None:
        """
        Stories spread over the years: visits are begun in each of them.
        """
        make_city(empty, enterprises=FIRMS_MIN, years=3, until=UNTIL)

        facts = empty.ledger.facts(limit=empty.ledger.recorder.head)
        begun = [f for f in facts if f.TOPIC == "inspection.inspection-opened.v1"]
        assert {f.deed.on.year for f in begun} == {2023, 2024, 2025}

    def test_two_years_tell_an_early_removal(self, empty: House) -> None:
        """
        What needs twelve months after a listing is told where the city is old enough.
        """
        made = make_city(empty, enterprises=FIRMS_MIN, years=2, until=UNTIL)

        assert made.acts.keys() >= OF_TWO_YEARS

    def test_commits_are_of_bounded_size(
        self, empty: House, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """
        No commit holds more than 200 acts, so nothing waits long for the lock.
        """
        sizes: list[int] = []
        together, perform = Ledger.together, Ledger.perform

        @contextmanager
        def counted(ledger: Ledger) -> Iterator[None]:
            sizes.append(0)
            with together(ledger):
                yield

        def performed(ledger: Ledger, request: Request) -> Receipt:
            sizes[-1] += 1
            return perform(ledger, request)

        monkeypatch.setattr(Ledger, "together", counted)
        monkeypatch.setattr(Ledger, "perform", performed)
        made = make_city(empty, enterprises=FIRMS_MIN, until=UNTIL)
        assert sum(sizes) == sum(made.acts.values())
        assert 1 < max(sizes) <= 200


class TestRefused:
    def test_home_with_facts_is_left_alone(self, town: Town) -> None:
        """
        A city is only made where nothing is recorded; the answer says where, and what
        to do, in both languages.
        """
        head = town.house.ledger.recorder.head

        with pytest.raises(CannotMake) as refused:
            make_city(town.house, enterprises=FIRMS_MIN, until=UNTIL)

        assert "SHILU_HOME" in refused.value.zh
        assert "empty" in refused.value.en
        assert town.house.ledger.recorder.head == head

    @pytest.mark.parametrize(
        "asked",
        [
            {"enterprises": FIRMS_MIN - 1},
            {"years": 0},
            {"years": 7, "until": date(2020, 1, 1)},
            {"until": last_day() + timedelta(days=1)},
        ],
        ids=["too few firms", "no year", "before the calendars", "ahead"],
    )
    def test_what_cannot_be_told_is_refused(
        self, empty: House, asked: dict[str, int]
    ) -> None:
        """
        Figures that cannot be met are refused before anything is recorded.
        """
        with pytest.raises(CannotMake):
            make_city(empty, **asked)  # type: ignore[arg-type]  # one wrong figure

        assert not empty.ledger.recorder.head
