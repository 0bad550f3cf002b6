"""
How stories are told: in order, at the desk, and stopped when the law says no.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from domain.procedures.standing import Standing
from domain.values import day_of
from infra.clock import SetClock
from infra.documents import media_of
from infra.ledger import Ledger
from services.commandline.demo import hours
from services.commandline.demo.agenda import Agenda, Telling
from services.commandline.demo.desk import OPERATOR, Desk, Story, StoryRefused
from services.commandline.demo.pictures import picture, scan
from services.commandline.demo.terms import terms_of

NOON = datetime(2026, 3, 2, 4, tzinfo=UTC)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """
    A desk at an empty ledger, at noon.
    """
    clock = SetClock(NOON)
    ledger = Ledger(tmp_path, law=Standing(), clock=clock)
    yield Desk(ledger, clock)
    ledger.close()


class TestAgenda:
    def test_stories_are_told_in_order_of_time(self) -> None:
        """
        Each goes on when its moment comes, whoever was begun first; the clock is never
        put back, and who comes first at one moment was there first.
        """
        heard: list[tuple[str, int]] = []
        clock = SetClock(NOON)
        agenda = Agenda(clock, ends_at=NOON + timedelta(minutes=9))

        def telling(name: str, *minutes: int) -> Telling:
            for each in minutes:
                yield NOON + timedelta(minutes=each)
                heard.append((name, (clock.now() - NOON).seconds // 60))

        agenda.add(telling("slow", 2, 7))
        agenda.add(telling("quick", 1, 2, 0))
        while agenda.step():
            pass
        assert heard == [
            ("quick", 1),
            ("slow", 2),
            ("quick", 2),
            ("quick", 2),
            ("slow", 7),
        ]

    def test_what_lies_beyond_the_end_is_left(self) -> None:
        """
        A story whose next moment lies beyond the end stays where it is.
        """
        heard: list[int] = []
        agenda = Agenda(SetClock(NOON), ends_at=NOON)

        def telling() -> Telling:
            yield NOON
            heard.append(1)
            yield NOON + timedelta(seconds=1)
            heard.append(2)

        agenda.add(telling())
        while agenda.step():
            pass
        assert heard == [1]


class TestDesk:
    def test_refused_act_stops_the_city(self, desk: Desk) -> None:
        """
        An act that the law refuses is a mistake of the story: it is told which, by its
        code and provision, and nothing is recorded.
        """
        story = Story(desk, 1, "first")

        with pytest.raises(StoryRefused, match=r"first/1: register-body: .*GB 32100"):
            story.do(
                "register-body",
                OPERATOR,
                body_kind="regulator",
                level="county",
                region="230125",
                identity={"name": "演示"},
                uscc="1",
            )

        assert not desk.ledger.recorder.head
        assert not desk.count

    def test_stories_throw_dice_of_their_own(self, desk: Desk) -> None:
        """
        What happens in one story does not change what happens in another.
        """
        one, other = (Story(desk, 1, "a") for _ in range(2))
        Story(desk, 1, "b").chance(0.5)

        assert one.rng.random() == other.rng.random()
        assert one.rng.random() != Story(desk, 2, "a").rng.random()


class TestTerms:
    def test_choices_and_records_are_typed(self) -> None:
        """
        A choice is written by its code, a record as a mapping; what is absent is left
        out, and every other value is taken as it is.
        """
        given = {
            "mode": "planned",
            "inspectors": (),
            "checklist": None,
            "inspection_scope": "仓库",
        }
        terms = terms_of("approve-inspection", given)

        assert terms["mode"].code == "planned"  # type: ignore[attr-defined]  # a choice
        assert terms == {**terms, "inspectors": (), "inspection_scope": "仓库"}
        assert "checklist" not in terms

    def test_unknown_term_is_a_mistake(self) -> None:
        """
        A term that the act does not have is not passed over.
        """
        with pytest.raises(KeyError):
            terms_of("close-inspection-thread", {"reason": "closed"})


class TestHours:
    @pytest.mark.parametrize("seed", range(20))
    def test_moments_lie_in_the_half_days(self, seed: int) -> None:
        """
        Whatever the dice say, people are at their desks.
        """
        rng, day = Random(seed), date(2026, 3, 2)  # noqa: S311  no secret
        moments = (hours.morning(rng, day), hours.afternoon(rng, day))

        assert [day_of(m) for m in moments] == [day, day]
        assert hours.moment(day, 8, 30) < moments[0] < hours.moment(day, 12)
        assert hours.moment(day, 13, 30) < moments[1] < hours.moment(day, 17)

    def test_days_off_are_passed_over(self) -> None:
        """
        Forwards and backwards, by the calendar as it was announced: the first week of
        October 2026 is free, and the Saturday after it is worked.
        """
        last = date(2026, 9, 30)

        assert hours.later(last, 1) == date(2026, 10, 8)
        assert hours.later(last, 3) == date(2026, 10, 10)
        assert hours.later(date(2026, 10, 1), 0) == date(2026, 10, 8)
        assert hours.earlier(date(2026, 10, 8), 1) == last


class TestPictures:
    def test_pictures_are_pictures(self) -> None:
        """
        The store knows them by their bytes; no two are alike, and a scan is another.
        """
        made = [picture(n) for n in range(6)] + [scan()]

        assert {media_of(each) for each in made} == {"image/png"}
        assert len(set(made)) == len(made)
        assert picture(0) == picture(0)
