"""
The ledger as one examination of an act sees it.

Facts never change, so those of a file that were decoded once are kept: an act on a file
that was loaded before reads only what was recorded since.
"""

import hashlib
import hmac
import threading
from collections import OrderedDict
from typing import cast
from uuid import UUID

from eventsourcing.persistence import EventStore

from domain.base import Fact, File, replay
from infra.conditions import Conditions
from infra.recorder import LedgerRecorder

#: How many decoded facts are kept in memory.
FACTS_KEPT_MAX = 50_000


class FactsKept:
    """
    Decoded facts by file, the file that was asked for longest ago given up first.

    What was read inside an open transaction is kept apart until it stands: only the
    thread that writes sees it.
    """

    def __init__(
        self, events: EventStore[UUID], recorder: LedgerRecorder, *, most: int
    ) -> None:
        """
        Start with nothing kept.

        Args:
            events: The library's event store.
            recorder: The ledger's recorder, which knows of open transactions.
            most: How many facts are kept.
        """
        self._events = events
        self._store = recorder.store
        self._most = most
        self._kept: OrderedDict[UUID, tuple[Fact, ...]] = OrderedDict()
        self._pending: dict[UUID, tuple[Fact, ...]] = {}
        self._count = 0
        self._lock = threading.Lock()
        self._store.tell(self)

    def of_file(self, file_id: UUID) -> tuple[Fact, ...]:
        """
        Give all facts of a file, in order.
        """
        is_pending = self._store.active is not None
        known = self._pending.get(file_id, ()) if is_pending else ()
        known = known or self._settled(file_id)
        version = known[-1].originator_version if known else None
        newer = tuple(cast("Fact", f) for f in self._events.get(file_id, gt=version))
        facts = known + newer
        if newer and not any(fact.RESTRICTED for fact in newer):
            if is_pending:
                self._pending[file_id] = facts
            else:
                self._keep(file_id, facts)
        return facts

    def committed(self) -> None:
        """
        Keep what was read inside the transaction.
        """
        for file_id, facts in self._pending.items():
            self._keep(file_id, facts)
        self._pending.clear()

    def undone(self) -> None:
        """
        Forget what was read inside the transaction: some of it is no more.
        """
        self._pending.clear()

    def _settled(self, file_id: UUID) -> tuple[Fact, ...]:
        with self._lock:
            known = self._kept.get(file_id, ())
            if known:
                self._kept.move_to_end(file_id)
        return known

    def _keep(self, file_id: UUID, facts: tuple[Fact, ...]) -> None:
        with self._lock:
            before = self._kept.get(file_id, ())
            if len(before) >= len(facts):
                return
            self._kept[file_id] = facts
            self._kept.move_to_end(file_id)
            self._count += len(facts) - len(before)
            while self._count > self._most and len(self._kept) > 1:
                _, dropped = self._kept.popitem(last=False)
                self._count -= len(dropped)


class Reading:
    """
    What one examination sees; what it sees becomes the conditions (D4).
    """

    def __init__(
        self, recorder: LedgerRecorder, facts: FactsKept, secret: bytes
    ) -> None:
        """
        Start with nothing seen.

        Args:
            recorder: The ledger's recorder.
            facts: Facts decoded before.
            secret: The deployment's, for ``keyed``.
        """
        self._recorder = recorder
        self._facts = facts
        self._secret = secret
        self._files: dict[UUID, File | None] = {}
        self.versions: dict[UUID, int] = {}
        self.tags: dict[str, int] = {}
        self.claims: dict[str, UUID | None] = {}

    def file(self, file_id: UUID) -> File | None:
        """
        Load a file, or nothing where there is none; the same one when asked again.
        """
        if file_id not in self._files:
            file = replay(self._facts.of_file(file_id))
            self._files[file_id] = file
            self.versions[file_id] = file.version if file else 0
        return self._files[file_id]

    def tagged(self, tag: str) -> tuple[UUID, ...]:
        """
        List the files under a tag, oldest first.
        """
        files, self.tags[tag] = self._recorder.tagged(tag)
        return files

    def holder(self, claim: str) -> UUID | None:
        """
        Name the file that holds a claim.
        """
        self.claims[claim] = self._recorder.holder(claim)
        return self.claims[claim]

    def digest(self, facts: tuple[str, ...]) -> str:
        """
        Give the SHA-256 of the stored bytes of some facts, one after the other.
        """
        hashed = hashlib.sha256()
        for fact in facts:
            stored = self._recorder.fact(fact)
            assert stored is not None, fact
            hashed.update(stored.stored)
        return hashed.hexdigest()

    def keyed(self, text: str) -> str:
        """
        Give the HMAC of a text under the deployment's secret.
        """
        return hmac.digest(self._secret, f"keyed/{text}".encode(), "sha256").hex()

    @property
    def conditions(self) -> Conditions:
        """
        Everything seen.
        """
        return Conditions(self.versions, self.tags, self.claims)
