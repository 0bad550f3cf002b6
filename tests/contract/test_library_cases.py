"""
The library's own base cases, held against our persistence module (D1).
"""

from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

import pytest
from eventsourcing.persistence import EventStore, InfrastructureFactory
from eventsourcing.tests.persistence import (
    ApplicationRecorderTestCase,
    NonInterleavingNotificationIDsBaseCase,
)
from typing_extensions import override

from infra.clock import SystemClock
from infra.persistence import LEDGER_PATH, Factory, persistence_of
from infra.recorder import LedgerRecorder
from infra.transcoding import FactMapper


class WithLedger:
    """
    Gives each case a ledger in a folder of its own.
    """

    def setUp(self) -> None:
        """
        Make the folder.
        """
        self.folder = TemporaryDirectory()
        self.opened: list[LedgerRecorder] = []

    def tearDown(self) -> None:
        """
        Close the ledger and remove the folder.
        """
        for recorder in self.opened:
            recorder.close()
        self.folder.cleanup()

    def create_recorder(self) -> LedgerRecorder:
        """
        Open the ledger that the case works on.
        """
        path = Path(self.folder.name) / "ledger.db"
        recorder = persistence_of(path, SystemClock()).application_recorder()
        self.opened.append(recorder)
        return recorder


class TestApplicationRecorder(WithLedger, ApplicationRecorderTestCase[LedgerRecorder]):
    """
    Inserts, selects, notifications and concurrent writers and readers.
    """

    @override
    def test_performance(self) -> None:
        """
        What an insert costs is measured by the bench, not here.
        """


class TestNonInterleaving(WithLedger, NonInterleavingNotificationIDsBaseCase):
    """
    Two long appends at once never mix.
    """


class TestFactory:
    def test_the_library_constructs_it(self, tmp_path: Path) -> None:
        """
        The library finds our factory by the name of its module, and it makes our parts.
        """
        env = {
            "PERSISTENCE_MODULE": "infra.persistence",
            LEDGER_PATH: str(tmp_path / "ledger.db"),
        }
        with InfrastructureFactory.construct(env) as factory:
            assert isinstance(factory, Factory)
            assert isinstance(factory.mapper(), FactMapper)
            assert isinstance(factory.event_store(), EventStore)
            assert isinstance(factory.application_recorder(), LedgerRecorder)
            assert factory.aggregate_recorder() is factory.application_recorder()
            assert list(factory.event_store().get(UUID(int=1))) == []
            factory.close()

    def test_it_needs_a_path(self) -> None:
        """
        Without a ledger there is nothing to construct.
        """
        with pytest.raises(KeyError, match=LEDGER_PATH):
            Factory({})

    def test_what_is_not_offered(self, tmp_path: Path) -> None:
        """
        Snapshots, tracking and subscriptions say that they are not there.
        """
        factory = persistence_of(tmp_path / "ledger.db", SystemClock())
        for ask in (
            factory.tracking_recorder,
            factory.process_recorder,
            factory.recorder.subscribe,
            lambda: factory.aggregate_recorder("snapshots"),
        ):
            with pytest.raises(NotImplementedError):
                ask()
        factory.close()
