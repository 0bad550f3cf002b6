"""
下一步: what can be done next in a thread, by whom, and what is missing for the rest.
"""

from uuid import UUID

import orjson
import pytest

from domain.hazard.file import Hazard
from domain.refusals import NoSuchCase
from services.commandline.homes import ASKED_WRONGLY, DONE
from services.commandline.main import main
from services.web.steps import Step, next_steps
from tests.e2e.city import Town

NOBODY = "00000000-0000-4000-8000-000000000000"


@pytest.fixture
def hazard(town: Town) -> UUID:
    """A hazard that an enterprise reported; it begins a thread."""
    return town.hazard()


def steps_of(town: Town, thread: UUID) -> dict[str, Step]:
    """
    List the next steps, by act.
    """
    day = town.clock.moment.date()
    posts = town.house.directory.posts_on(day)
    return {step.act.name: step for step in next_steps(town.house, thread, posts)}


class TestSteps:
    def test_what_is_open_and_to_whom(self, town: Town, hazard: UUID) -> None:
        """
        An act is open to the people of the body whose file it is, and to no other.
        """
        step = steps_of(town, hazard)["grade-hazard"]

        assert step.is_open
        assert (step.file, step.kind) == (hazard, Hazard)
        assert step.people == ("first:officer", "second:officer")
        assert {"hazard_level", "standard", "clause"} <= set(step.fields)

    def test_what_belongs_to_another_stage(self, town: Town, hazard: UUID) -> None:
        """
        What is not due yet is no step, neither open nor lacking.
        """
        assert "accept-rectification" not in steps_of(town, hazard)

    def test_what_is_missing(self, town: Town, hazard: UUID) -> None:
        """
        What the law wants first is said with its provision, after what is open.
        """
        steps = steps_of(town, hazard)
        lacking = [step for step in steps.values() if not step.is_open]
        order = [step.is_open for step in steps.values()]

        assert lacking
        assert all(refused.under for step in lacking for refused in step.missing)
        assert order == sorted(order, reverse=True)

    def test_of_one_person(
        self,
        town: Town,
        hazard: UUID,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        """
        The command tells the same for one person, in words and as JSON.
        """
        monkeypatch.setenv("SHILU_HOME", str(town.house.home))
        capsys.readouterr()

        assert main(("next", str(hazard), "--as", "first", "--json")) == DONE
        said = orjson.loads(capsys.readouterr().out)
        assert main(("next", str(hazard), "--as", "first")) == DONE
        words = capsys.readouterr().out

        (grade,) = (each for each in said["next"] if each["act"] == "grade-hazard")
        assert (grade["open"], grade["people"]) == (True, ["first:officer"])
        assert grade["under"] == "安全生产法118"
        assert "隐患定级" in words
        assert "Grade a hazard" in words

    def test_asked_wrongly(
        self,
        town: Town,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        """
        A thread that is not there is named, in both languages.
        """
        monkeypatch.setenv("SHILU_HOME", str(town.house.home))
        assert main(("next", NOBODY)) == ASKED_WRONGLY
        told = capsys.readouterr().err
        assert f"查无此线索：{NOBODY}" in told
        assert "There is no such thread" in told

    def test_no_such_thread(self, town: Town) -> None:
        """
        A thread that is not there has no steps.
        """
        with pytest.raises(NoSuchCase):
            next_steps(town.house, UUID(NOBODY), ())
