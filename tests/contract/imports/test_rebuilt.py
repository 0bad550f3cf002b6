"""
What dirty files left behind is read the same, however read models came to it: in
batches of any size, with a kill in between, or built anew.
"""

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from infra.projector import Projector
from infra.read_model import MODELS
from infra.tables import Kind
from tests import controls
from tests.contract.imports.city import City, opened
from tests.contract.imports.feeding import feed, feed_and_die, models_of
from tests.contract.imports.samples import PENALTIES
from tests.contract.imports.test_kinds import firm, listed
from tests.contract.imports.test_reports import dirty
from tests.contract.processes import started
from tests.contract.tables.papers import csv_file, sheet_of

BATCHES = (1, 7, 1000)


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[City]:
    """
    A city into which dirty files of every kind were imported, and the mended rows.
    """
    folder = tmp_path_factory.mktemp("rebuilt")
    with opened(folder / "home") as city:
        city.register(controls.CHEMICAL_WORKS)
        firms = sheet_of(firm(1), firm(2), firm(2), firm(3, 统一社会信用代码="9.1E+17"))
        city.imports(csv_file(folder / "firms.csv", firms), Kind.ENTERPRISES)
        city.imports(dirty(folder / "dirty.xlsx"))
        city.imports(csv_file(folder / "wrong.csv", sheet_of(*PENALTIES.dirty)))
        city.imports(csv_file(folder / "right.csv", sheet_of(*PENALTIES.rows)))
        entries = sheet_of(listed(1), listed(2), listed(2), listed(9))
        city.imports(csv_file(folder / "list.csv", entries), Kind.BLACKLIST)
        yield city


@pytest.fixture(scope="module")
def whole(
    city: City, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, tuple[int, str]]:
    """
    Position and digest of every read model that was fed all at once.
    """
    return feed(city.ledger, tmp_path_factory.mktemp("whole"), 1000)


def test_it_is_all_read(city: City, whole: dict[str, tuple[int, str]]) -> None:
    """
    Every read model takes what the importer wrote, to the last fact.
    """
    assert whole.keys() == MODELS.keys()
    assert {position for position, _ in whole.values()} == {len(city.facts)}


@pytest.mark.parametrize("batch", BATCHES)
@pytest.mark.parametrize("dies_at", [1, 60, 200])
def test_killed_in_between(
    city: City,
    whole: dict[str, tuple[int, str]],
    tmp_path: Path,
    batch: int,
    dies_at: int,
) -> None:
    """
    Killed in the midst of a batch and started again, the rows are those of one run.
    """
    process = started(feed_and_die, city.ledger.home, tmp_path, batch, dies_at)
    process.join(60)

    assert process.exitcode == -signal.SIGKILL
    assert feed(city.ledger, tmp_path, batch) == whole


@pytest.mark.parametrize("batch", BATCHES)
def test_built_anew(
    city: City, whole: dict[str, tuple[int, str]], tmp_path: Path, batch: int
) -> None:
    """
    Built anew in batches of any size, each is what it was.
    """
    models = models_of(city.ledger, tmp_path / "live")
    projector = Projector(city.ledger, models, batch=batch)
    projector.catch_up()

    for spare in models_of(city.ledger, tmp_path / "spare"):
        before, after = projector.rebuild(spare.NAME, spare)
        spare.close()
        assert before == after == whole[spare.NAME][1]
    for model in models:
        model.close()
