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
from domain.folding import folded
from domain.values import Personal
from infra.conditions import Conditions
from infra.recorder import LedgerRecorder
from infra.vault import Vault

#: How many decoded facts are kept in memory.
FACTS_KEPT_MAX = 50_000


class FactsKept:
    """
    Decoded facts by file, the file that was asked for longest ago given up first.

    A file that nobody recorded on since its facts were read is not read again.
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
        self._recorder = recorder
        self._store = recorder.store
        self._most = most
        self._kept: OrderedDict[UUID, tuple[Fact, ...]] = OrderedDict()
        #: Up to which position the kept facts of a file are all there are of it.
        self._until: dict[UUID, int] = {}
        #: The newest position known of each file; of the others it is not after this.
        self._newest: dict[UUID, int] = {}
        self._others = self._head = recorder.head
        self._pending: dict[UUID, tuple[Fact, ...]] = {}
        self._count = 0
        self._lock = threading.Lock()
        self._store.tell(self)

    def look(self) -> int:
        """
        See what was recorded since the last look.

        Returns:
            The ledger's last position.
        """
        if self._store.active is not None:
            return self._recorder.head
        with self._lock:
            while changed := self._recorder.changed(after=self._head):
                self._newest |= changed
                self._head = max(changed.values())
            if len(self._newest) > self._most:
                self._newest.clear()
                self._others = self._head
            return self._head

    def of_file(self, file_id: UUID) -> tuple[Fact, ...]:
        """
        Give all facts of a file, in order: at least those of the last look.
        """
        if self._store.active is not None:
            known = self._pending.get(file_id) or self._known(file_id)[0]
            facts = known + self._after(file_id, known)
            if facts and _may_be_kept(facts[len(known) :]):
                self._pending[file_id] = facts
            return facts
        known, head, is_whole = self._known(file_id)
        if is_whole:
            return known
        facts = known + self._after(file_id, known)
        if facts and _may_be_kept(facts[len(known) :]):
            self._keep(file_id, facts, head)
        return facts

    def _known(self, file_id: UUID) -> tuple[tuple[Fact, ...], int, bool]:
        """
        Give what is kept of a file, where the ledger stands, and whether it is all.
        """
        with self._lock:
            known = self._kept.get(file_id, ())
            if known:
                self._kept.move_to_end(file_id)
            newest = self._newest.get(file_id, self._others)
            is_whole = self._until.get(file_id, -1) >= newest
            return known, self._head, is_whole

    def _after(self, file_id: UUID, known: tuple[Fact, ...]) -> tuple[Fact, ...]:
        version = known[-1].originator_version if known else None
        return tuple(cast("Fact", f) for f in self._events.get(file_id, gt=version))

    def committed(self) -> None:
        """
        Keep what was read inside the transaction.
        """
        for file_id, facts in self._pending.items():
            self._keep(file_id, facts, 0)
        self._pending.clear()

    def undone(self) -> None:
        """
        Forget what was read inside the transaction: some of it is no more.
        """
        self._pending.clear()

    def _keep(self, file_id: UUID, facts: tuple[Fact, ...], head: int) -> None:
        """
        Keep the facts of a file, which were read after the ledger stood at ``head``.
        """
        with self._lock:
            before = self._kept.get(file_id, ())
            if len(before) > len(facts):
                return
            self._kept[file_id] = facts
            self._kept.move_to_end(file_id)
            self._until[file_id] = max(head, self._until.get(file_id, head))
            self._count += len(facts) - len(before)
            while self._count > self._most and len(self._kept) > 1:
                dropped, facts = self._kept.popitem(last=False)
                self._until.pop(dropped, None)
                self._count -= len(facts)


def _may_be_kept(newer: tuple[Fact, ...]) -> bool:
    """
    Whether facts may stay in memory: what a restricted one says stays in the vault.
    """
    return not any(fact.RESTRICTED for fact in newer)


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
        self._vault = Vault(recorder.store)
        self._head = facts.look()
        self._files: dict[UUID, File | None] = {}
        self._tagged: dict[str, tuple[UUID, ...]] = {}
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
        List the files under a tag, oldest first; the same ones when asked again.
        """
        if tag not in self._tagged:
            self._tagged[tag], self.tags[tag] = self._recorder.tagged(tag)
        return self._tagged[tag]

    def holder(self, claim: str) -> UUID | None:
        """
        Name the file that holds a claim; the same one when asked again.
        """
        if claim not in self.claims:
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

    def reads_alike(self, one: Personal, other: Personal) -> bool:
        """
        Open both, where they are sealed, and compare.
        """
        text = self._opened(one)
        return bool(text) and text == self._opened(other)

    def _opened(self, value: Personal) -> str:
        if not value.commitment:
            return folded(value.text)
        pointer = f"{value.subject} {value.commitment}"
        return folded(self._vault.opened("", (pointer,)).get(pointer, ""))

    @property
    def conditions(self) -> Conditions:
        """
        Everything seen.
        """
        return Conditions(self.versions, self.tags, self.claims, head=self._head)
