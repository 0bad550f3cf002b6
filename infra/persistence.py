"""
Our persistence module in the library's sense (D1): ``PERSISTENCE_MODULE``.

The factory makes the recorder, the mapper and the event store; the library's tracking
and process recorders are not offered, since read models keep their own position (D13).
"""

import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Never, cast
from uuid import UUID

from eventsourcing.persistence import (
    EventStore,
    InfrastructureFactory,
    Mapper,
    TrackingRecorder,
    Transcoder,
)
from eventsourcing.utils import Environment
from typing_extensions import override

from infra.clock import Clock, SystemClock
from infra.recorder import LedgerRecorder
from infra.transcoding import FactMapper
from infra.vault import Vault

#: Setting of the library's environment: the path of ``ledger.db``.
LEDGER_PATH = "LEDGER_PATH"

SALT_BYTES = 16


class Factory(InfrastructureFactory[TrackingRecorder]):
    """
    Makes what the library needs to keep facts in our ledger.
    """

    def __init__(
        self,
        env: Environment | Mapping[str, str] | None,
        *,
        clock: Clock | None = None,
    ) -> None:
        """
        Open the ledger that the environment names.

        Args:
            env: Holds ``LEDGER_PATH``.
            clock: The system's by default.

        Raises:
            KeyError: If no path is named.
        """
        super().__init__(env)
        path = self.env.get(LEDGER_PATH)
        if not path:
            raise KeyError(LEDGER_PATH)
        self.recorder = LedgerRecorder(Path(path), clock or SystemClock())
        self.vault = Vault(self.recorder.store)

    @override
    def application_recorder(self) -> LedgerRecorder:
        """
        Give the one recorder of the ledger.
        """
        return self.recorder

    @override
    def aggregate_recorder(self, purpose: str = "events") -> LedgerRecorder:
        """
        Give the same recorder; there are no snapshots.
        """
        if purpose != "events":
            raise NotImplementedError("this ledger keeps no snapshots")
        return self.recorder

    @override
    def mapper(  # type: ignore[override]  # our ids are UUIDs, and nothing else
        self, transcoder: Transcoder | None = None, mapper_class: object = None
    ) -> FactMapper:
        """
        Give the mapper for facts in two parts, whatever class is asked for.
        """
        del mapper_class
        return FactMapper(
            lambda: secrets.token_bytes(SALT_BYTES), self.vault.of_fact, transcoder
        )

    @override
    def event_store(  # type: ignore[override]  # likewise
        self, mapper: Mapper[UUID] | None = None, recorder: object = None
    ) -> EventStore[UUID]:
        """
        Put mapper and recorder together.
        """
        del recorder
        return EventStore(mapper or self.mapper(), self.recorder)

    @override
    def tracking_recorder(self, tracking_recorder_class: object = None) -> Never:
        """
        Not offered.
        """
        del tracking_recorder_class
        raise NotImplementedError("read models keep their own position")

    @override
    def process_recorder(self) -> Never:
        """
        Not offered.
        """
        raise NotImplementedError("read models keep their own position")

    @override
    def close(self) -> None:
        """
        Close the database.
        """
        self.recorder.close()


def persistence_of(path: Path, clock: Clock) -> Factory:
    """
    Have the library construct our factory for a ledger.

    Args:
        path: Of ``ledger.db``.
        clock: Tells the recorder the time.
    """
    env = {"PERSISTENCE_MODULE": __name__, LEDGER_PATH: str(path)}
    factory = cast("Factory", InfrastructureFactory.construct(env))
    factory.recorder.clock = clock
    return factory
