"""
The demonstration city, rebuilt: every read model, in every batch, at any position.
"""

from datetime import date
from pathlib import Path
from random import Random

import pytest

from domain.base import Fact
from infra.read_model import MODELS, ReadModel
from infra.timelines import UNCLOSED
from services.commandline.demo.making import make_city
from services.web.house import House
from tests.contract.projections.missing import left_out, takes
from tests.contract.projections.stories import standing

#: The city's last day, so that the same story is told every day.
UNTIL = date(2026, 11, 20)
#: How many facts are left out, each for itself, of those that a model takes.
SAMPLE = 6

Told = tuple[list[Fact], dict[str, dict[str, str]]]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Told:
    """
    All facts of the city, and the personal values of each.
    """
    house = House(tmp_path_factory.mktemp("city"))
    make_city(house, until=UNTIL)
    facts = house.ledger.facts(limit=100_000)
    known = {fact.id: house.ledger.vault.of_fact(fact.id) for fact in facts}
    house.close()
    return facts, known


def built(name: str, folder: Path, told: Told, *, upto: int, batch: int) -> ReadModel:
    """
    Build a read model from the city's first facts.
    """
    facts, known = told
    model = MODELS[name](folder, lambda fact: known.get(fact, {}))
    for start in range(0, upto, batch):
        model.apply(facts[start : min(start + batch, upto)])
    return model


@pytest.mark.parametrize("name", sorted(MODELS))
def test_however_it_is_fed_it_is_the_same(
    name: str, told: Told, tmp_path: Path
) -> None:
    """
    Fed one by one, seven by seven, all at once, or stopped in between and opened again.
    """
    count = len(told[0])
    whole = built(name, tmp_path / "whole", told, upto=count, batch=1000).digest()
    single = built(name, tmp_path / "single", told, upto=count, batch=1).digest()
    stopped = built(name, tmp_path / "stopped", told, upto=count // 2, batch=7)
    stopped.close()

    again = built(name, tmp_path / "stopped", told, upto=count, batch=7).digest()

    assert whole == single == again


@pytest.mark.parametrize(
    ("name", "timeline"),
    [(m.NAME, t.name) for m in MODELS.values() for t in m.TIMELINES],
)
def test_what_was_known_then(
    name: str, timeline: str, told: Told, tmp_path: Path
) -> None:
    """
    (D, K) on the whole equals (D, now) on a model built from the facts up to K.
    """
    count = len(told[0])
    whole = built(name, tmp_path / "whole", told, upto=count, batch=1000)
    (table,) = [t for t in whole.TIMELINES if t.name == timeline]
    dice = Random(f"{name}/{timeline}")  # noqa: S311  dice, no secret

    for number in range(3):
        position = dice.randint(1, count)
        part = built(name, tmp_path / f"{number}", told, upto=position, batch=1000)
        for _ in range(5):
            day = date.fromordinal(UNTIL.toordinal() - dice.randint(-30, 400))
            then = standing(whole, table, day=day.isoformat(), position=position)
            now = standing(part, table, day=day.isoformat(), position=UNCLOSED)
            assert then == now


#: By model, or for all of them: what a later fact of the file may say again.
SAID_AGAIN = {
    ("", "officer.officer-certified.v1"): "the newest alone is shown",
    ("credit", "publication.item-published.v1"): "its end says of what it was",
}


@pytest.mark.parametrize("name", sorted(MODELS))
def test_no_fact_can_be_missing(name: str, told: Told, tmp_path: Path) -> None:
    """
    Of facts here and there in the city, what says something to a model is missed
    there, but for what a later fact says again.
    """
    facts, known = told
    model = MODELS[name](tmp_path, lambda fact: known.get(fact, {}))
    dice = Random(name)  # noqa: S311  dice, no secret
    taken = [n for n, fact in enumerate(facts) if takes(model, fact)]

    found = left_out(model, facts, dice.sample(taken, min(len(taken), SAMPLE)))

    lost = {facts[n].TOPIC for n, each in found.items() if each.wrote > each.missed}
    assert found
    assert lost <= {topic for of, topic in SAID_AGAIN if of in (name, "")}
