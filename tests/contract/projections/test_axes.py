"""
The two axes, rebuilding and batches, for every read model.
"""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import projections
from infra.read_model import MODELS
from infra.timelines import UNCLOSED
from tests.contract.projections.stories import city, fed, model_of, standing

assert projections.__name__

FACTS = city()

TIMELINES = [
    (model.NAME, timeline.name)
    for model in MODELS.values()
    for timeline in model.TIMELINES
]

DAYS = st.dates(date(2018, 12, 1), date(2026, 4, 30))
POSITIONS = st.integers(0, len(FACTS))


@pytest.mark.parametrize("name", sorted(MODELS))
def test_batches_make_no_difference(name: str, tmp_path: Path) -> None:
    """
    One fact a transaction, seven, or all: the same rows (D13).
    """
    digests = {
        size: fed(name, tmp_path / str(size), FACTS, batch=size).digest()
        for size in (1, 7, 1000)
    }

    assert len(set(digests.values())) == 1


@pytest.mark.parametrize("name", sorted(MODELS))
def test_a_batch_twice_counts_once(name: str, tmp_path: Path) -> None:
    """
    Facts that were applied before are passed over: exactly once.
    """
    model = fed(name, tmp_path, FACTS, batch=50)
    before = model.digest()

    model.apply(FACTS[-30:])

    assert model.digest() == before


@pytest.mark.parametrize(("name", "timeline"), TIMELINES)
def test_known_then_is_known_still(name: str, timeline: str, tmp_path: Path) -> None:
    """
    What was answered for (D, K) is answered still, and equals what a model that was
    built from the facts up to K says now.
    """
    whole = fed(name, tmp_path / "whole", FACTS, batch=1000)
    (table,) = [t for t in whole.TIMELINES if t.name == timeline]

    @settings(max_examples=12, deadline=None, derandomize=True)
    @given(day=DAYS, position=POSITIONS)
    def holds(day: date, position: int) -> None:
        with TemporaryDirectory() as folder:
            part = fed(name, Path(folder), FACTS[:position], batch=1000)

            then = standing(whole, table, day=day.isoformat(), position=position)
            now = standing(part, table, day=day.isoformat(), position=UNCLOSED)
            part.close()
        assert then == now

    holds()


def test_a_late_fact_is_late_on_one_axis_only(tmp_path: Path) -> None:
    """
    A new name that is stated late holds from its own day, and is known from its own
    position.
    """
    model = fed("enterprises", tmp_path, FACTS, batch=1000)
    renamed = next(f for f in FACTS if f.TOPIC == "enterprise.enterprise-renamed.v1")
    (table,) = model.TIMELINES
    shown = [n for n in table.rows.names if not n.startswith("known_")]
    name = shown.index("name")
    day = renamed.deed.on.isoformat()

    before = standing(model, table, day=day, position=renamed.position - 1)
    after = standing(model, table, day=day, position=renamed.position)

    key = str(renamed.file)
    assert [row[name] for row in before if row[0] == key] == ["城东冶炼厂"]
    assert [row[name] for row in after if row[0] == key] == ["城东冶炼有限公司"]


def test_a_model_of_another_edition_is_built_anew(tmp_path: Path) -> None:
    """
    After an update that lays a model out otherwise, its old rows are thrown away.
    """
    model = fed("hazards", tmp_path, FACTS, batch=1000)
    digest = model.digest()
    model.store.reading.execute("PRAGMA user_version = 7")
    model.close()

    again = model_of("hazards", tmp_path)

    assert again.position == 0
    again.apply(FACTS)
    assert again.digest() == digest
