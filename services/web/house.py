"""
The house (组合根): one ledger, its read models and what keeps them up, put together.

Everything that is served from one ``SHILU_HOME`` meets here and nowhere else; apps and
commands are handed a house, and start nothing by themselves.
"""

import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Self, TypeVar
from uuid import UUID

import structlog

import domain
import projections
from domain.base import Actor
from domain.circumstances import Law
from domain.procedures.standing import Standing
from domain.refusals import NoSuchCase
from infra.access import AccessLog
from infra.clock import Clock
from infra.failures import Unavailable
from infra.issuer import Issuer
from infra.ledger import Ledger, Receipt, Request
from infra.ledger import Standing as Open
from infra.occupancy import Occupancy
from infra.projector import Lease, Projector
from infra.questions import Ask, Page, Question, Reader
from infra.read_model import MODELS, Progress, ReadModel
from infra.watch import Watch
from projections.deadlines import Deadlines
from projections.directory import Directory
from projections.enterprises import Enterprises

#: The folder of a home in which the read models lie.
READ = "read"

#: The question that shows one enterprise.
ENTERPRISE = "enterprise"

#: How long an answer waits for what was recorded before it was asked for (D14).
WAIT_SECONDS_MAX = 2.0

#: How often what came due is done, and what came due by that, before others wait.
ROUNDS_MAX = 10

#: How often a house that does not project looks whether nobody does.
LEASE_SECONDS = 1.0

#: Importing these makes every file and every read model known.
KNOWN = (domain, projections)

M = TypeVar("M", bound=ReadModel)

log = structlog.get_logger()


class LedgerBehind(Unavailable):
    """
    The ledger has fewer facts than were read from it.
    """

    code = "ledger_behind"


class House:
    """
    The ledger of one ``SHILU_HOME`` with its read models.
    """

    def __init__(
        self, home: Path, *, law: Law | None = None, clock: Clock | None = None
    ) -> None:
        """
        Open what lies in a folder; nothing runs until ``start``.

        Args:
            home: ``SHILU_HOME``.
            law: Another law than that of the ledger's own registers, for a test.
            clock: Another clock than the system's, for a demonstration.

        Raises:
            Occupied: If another process is setting the home up.
            LedgerBehind: If it has fewer facts than were read from it.
            Unavailable: If what lies there cannot be opened.
        """
        self.home = home
        self.occupancy = Occupancy(home)
        self.occupancy.share()
        self.ledger = Ledger(home, law=law or Standing(), clock=clock)
        self.models: dict[str, ReadModel] = {
            name: model(home / READ, self.ledger.vault.of_fact, clock=self.ledger.clock)
            for name, model in MODELS.items()
        }
        self._refuse_another_ledger()
        self.projector = Projector(self.ledger, self.models.values())
        self.watch = Watch(self.ledger.perform, self._agenda, self.ledger.clock)
        self.projector.after_batch = self.watch.stir
        self.lease = Lease(home / "projector.lock")
        self.issuer = Issuer(home)
        self.access = AccessLog(home / "access.db", clock)
        self._stop = threading.Event()
        self._threads: list[threading.Thread] = []

    def _refuse_another_ledger(self) -> None:
        """
        Refuse to go on where the read models know more facts than the ledger has.
        """
        known = max(model.position for model in self.models.values())
        head = self.ledger.recorder.head
        if known > head:
            raise LedgerBehind(
                f"{self.home} 的账本只有 {head} 条事实，而查询模型已到第 {known} 条："
                "账本文件被换过或已损坏。请恢复备份；若这就是要恢复的备份，"
                "请删除其中的 read 文件夹，再重试。",
                f"The ledger in {self.home} has {head} facts, but its read models know "
                f"{known}: the file was replaced or is damaged. Restore a backup; or, "
                "if this is the one, remove the folder `read` in it and try again.",
            )

    @property
    def _agenda(self) -> Deadlines:
        found = self.models[Deadlines.NAME]
        assert isinstance(found, Deadlines)
        return found

    # -- acts -------------------------------------------------------------------------

    def perform(self, request: Request) -> Receipt:
        """
        Do an act. Whoever asks afterwards is shown what it did.
        """
        return self.ledger.perform(request)

    def missing(self, actor: Actor, file: UUID | None) -> list[Open]:
        """
        List the acts of a role on a file, each with what it still lacks (D24).
        """
        return self.ledger.missing(actor, file)

    # -- questions --------------------------------------------------------------------

    def settle(self, position: int, names: Iterable[str] = ()) -> bool:
        """
        Wait until read models have reached a position, at most two seconds.

        Where nobody projects, do it here.

        Args:
            position: Of a fact.
            names: Which models; all by default.

        Returns:
            Whether they have; if not, pages say at which position they stand.
        """
        if not self._threads and self.catch_up():
            return True
        return self.projector.wait_for(position, names, seconds=WAIT_SECONDS_MAX)

    def model(self, kind: type[M]) -> M:
        """
        Give a read model that shows everything recorded by now.

        So an act need not wait for read models that nobody may look at, and what one
        process recorded is seen in another. What does not concern a model does not
        keep its readers waiting.
        """
        found = self.models[kind.NAME]
        assert isinstance(found, kind)
        news = self.ledger.newest(found.topics(), after=found.position)
        if news:
            self.settle(news, (kind.NAME,))
        return found

    @property
    def questions(self) -> dict[str, Question]:
        """
        Every question, by name.
        """
        return {
            name: question
            for model in self.models.values()
            for name, question in model.QUESTIONS.items()
        }

    def question(self, name: str) -> Question:
        """
        Find a question.

        Raises:
            NoSuchCase: If nobody answers to the name.
        """
        found = self.questions.get(name)
        if found is None:
            raise NoSuchCase("no_such_question", under="", question=name)
        return found

    def ask(self, name: str, ask: Ask, **terms: object) -> Page:
        """
        Put a question to the read model that answers it.

        Raises:
            NoSuchCase: If nobody answers to the name.
            NotCompetent: If it is not for the reader's role.
            Unavailable: If its read model has stopped.
        """
        return self._answering(name).answer(name, ask, **terms)

    def rows_of(self, name: str, ask: Ask, files: Iterable[str]) -> Page:
        """
        Give the rows of files in a question; raises as ``ask`` does.
        """
        return self._answering(name).rows_of(name, ask, files)

    def _answering(self, name: str) -> ReadModel:
        self.question(name)
        kind = next(type(m) for m in self.models.values() if name in m.QUESTIONS)
        model = self.model(kind)
        if model.NAME in self.projector.poison:
            raise Unavailable(
                f"查询模型“{model.ZH}”已停止更新，请联系运维人员。",
                f"The read model “{model.EN}” has stopped; tell the operator.",
            )
        return model

    @cached_property
    def heads(self) -> dict[str, Question]:
        """
        The question in which a file's own row stands, by the topic of its kind.
        """
        declared = self.questions.values()
        return {q.heads.kind: q for q in declared if q.heads is not None}

    def shows(self, reader: Reader, file: UUID) -> bool:
        """
        Whether a reader may know of a file.
        """
        return bool(self.ask("file-facts", Ask(reader, limit=1), file=file).rows)

    def leading(self, ask: Ask, enterprise: UUID) -> UUID | None:
        """
        Name the file to which that of an enterprise yields (并档), if it does and if
        whoever asks sees it.
        """
        if ask.reader.role not in self.question(ENTERPRISE).by:
            return None
        rows = self.ask(ENTERPRISE, replace(ask, cursor=""), enterprise=enterprise).rows
        named = next((row["leading"] for row in rows if row["leading"]), None)
        return UUID(str(named)) if named else None

    def yielding_to(self, enterprise: UUID) -> list[UUID]:
        """
        List the files that yield to that of an enterprise.
        """
        found = self.model(Enterprises).yielding_to(str(enterprise))
        return [UUID(file) for file in found]

    def pages(self, name: str, ask: Ask, **terms: object) -> Iterator[Page]:
        """
        Put a question page by page, to the end.
        """
        page = self.ask(name, ask, **terms)
        yield page
        while page.next:
            later = Ask(
                ask.reader, ask.as_of, ask.known_at, limit=ask.limit, cursor=page.next
            )
            page = self.ask(name, later, **terms)
            yield page

    @property
    def directory(self) -> Directory:
        """
        The directory of bodies and people.
        """
        return self.model(Directory)

    def names_of(self, subjects: Iterable[UUID]) -> dict[UUID, str]:
        """
        Ask the vault what people are called.
        """
        found = self.ledger.vault.of_subjects(subjects)
        return {subject: known.get("name", "") for subject, known in found.items()}

    def name_of(self, subject: UUID | None) -> str:
        """
        Ask the vault what a person is called; nothing where there is no name.
        """
        return self.names_of([subject])[subject] if subject else ""

    # -- keeping up -------------------------------------------------------------------

    def catch_up(self) -> bool:
        """
        Bring the read models to the head and do what is due, unless another process is
        at it.
        """
        if self._threads or not self.lease.take():
            return False
        try:
            self.projector.catch_up()
            for _ in range(ROUNDS_MAX):
                if not self.watch.tick():
                    break
                self.projector.catch_up()
        finally:
            self.lease.give_up()
        return True

    def start(self) -> Self:
        """
        Keep the read models up from now on, if no other process does.
        """
        held = self.lease.take()
        keeper = threading.Thread(
            target=self._keep_up, args=(held,), name="keep-up", daemon=True
        )
        self._threads.append(keeper)
        keeper.start()
        return self

    def _keep_up(self, held: bool) -> None:  # noqa: FBT001  a thread's argument
        while not self._stop.is_set():
            if held or self.lease.take():
                log.info("projecting", head=self.ledger.recorder.head)
                watch = threading.Thread(
                    target=self.watch.follow, args=(self._stop,), name="watch"
                )
                watch.start()
                self.projector.follow(self._stop)
                self.watch.stir()
                watch.join()
                self.lease.give_up()
                return
            self._stop.wait(LEASE_SECONDS)

    def progress(self) -> dict[str, Progress]:
        """
        Say how far each read model has come.
        """
        return self.projector.progress(self.ledger.recorder.head)

    def close(self) -> None:
        """
        Stop the threads and close the databases.
        """
        self._stop.set()
        self.projector.stir()
        self.watch.stir()
        for thread in self._threads:
            thread.join()
        self._threads.clear()
        for model in self.models.values():
            model.close()
        self.access.close()
        self.ledger.close()
        self.occupancy.leave()


@contextmanager
def opened(house: House) -> Iterator[House]:
    """
    Keep a house running, and close it.
    """
    try:
        yield house.start()
    finally:
        house.close()
