"""
The file (卷) and the fact (事实): what every part of the domain is built on.

Acts decide, facts apply: a fact carries everything that was decided, and applying it
only assigns.
It cannot refuse, ask the law or read a clock, so an old fact loads for ever (D5).
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType
from typing import ClassVar, Final, NamedTuple, Protocol, Self
from uuid import UUID

from eventsourcing.domain import AggregateCreated, AggregateEvent, BaseAggregate
from eventsourcing.utils import register_topic

from domain.values import Choice, Precision, Upload, day_of


class Role(Choice):
    """
    In what capacity somebody acts (岗位). Rights hang on it (D21).
    """

    OFFICER = "执法人员", "enforcement officer"
    LEGAL_REVIEWER = "法制审核人员", "legal reviewer"
    HEAD = "机关负责人", "head of the body"
    PRINCIPAL_HEAD = "正职负责人", "principal head of the body"
    CLERK = "档案文书人员", "records clerk"
    DISCLOSURE_OFFICER = "公示人员", "disclosure officer"
    IMPORTER = "数据导入人员", "importer"
    COMMITTEE_OFFICE = "安委办", "office of the safety committee"
    DISCIPLINE = "纪检监察", "discipline commission"
    POLICE = "公安机关", "police"
    PROCURATORATE = "检察机关", "procuratorate"
    COURT = "人民法院", "court"
    PARTNER = "联合惩戒单位", "partner agency"
    LICENSING = "许可经办人员", "licensing officer"
    AUXILIARY = "辅助执法人员", "auxiliary"
    PUBLIC = "公众", "the public"
    OPERATOR = "系统运维", "operator"
    CLOCK = "期限时钟", "clock"


#: Heads of a body, who decide for it.
HEADS: Final = (Role.HEAD, Role.PRINCIPAL_HEAD)

#: Roles that no person holds: what they do is done by a command or by the clock.
WITHOUT_PERSON = frozenset((Role.PUBLIC, Role.OPERATOR, Role.CLOCK))


class Audience(Choice):
    """
    Who may read a fact at all (受众, D26); rows are narrowed further by body.
    """

    PUBLIC = "公开", "everybody"
    OFFICE = "机关内部", "the offices of the jurisdiction"
    DISCIPLINE = "纪检监察", "the discipline commission"


class Time(Choice):
    """
    How the day of an act is known (D6).
    """

    NOW = "当场", "decided at the desk"
    STATED = "申报", "stated of the world"
    CAPTURED = "现场采集", "captured in the field"
    LATE = "补录", "recorded late"


@dataclass(frozen=True)
class Actor:
    """
    Who acts (行为人): a person of a body in a role, or a rule of the clock.

    Args:
        role: In what capacity.
        person: The officer's file; absent for the clock, the public and the operator.
        body: The body acted for; absent for the clock and the public.
    """

    role: Role
    person: UUID | None = None
    body: UUID | None = None

    @property
    def scope(self) -> str:
        """
        Within what an idempotency key is unique (D10).
        """
        return str(self.person) if self.person else self.role.code


@dataclass(frozen=True)
class Deed:
    """
    What every fact carries besides its terms (D6, D7).

    Args:
        act: Name of the act that recorded it.
        actor: Who acted.
        body: The body that owns the file: it opened it, until a transfer.
        thread: The file that began the thread; fixed at the file's first fact.
        occurred_at: When it happened, aware, UTC.
        precision: Whether that is known to the minute or to the day.
        known: How that is known.
        provision: Under what it was done, for example ``安全生产法65``.
        channel: Through which door: web, api, cli, import, device, clock.
        officers: The certified officers of the act, the actor among them.
        pack: Rule pack and version, ``<code>@<version>``; empty before one is adopted.
        cause: Id of the fact that this one answers; empty where a thread begins.
        concerns: Files of other threads that this fact concerns.
        device: The enrolled device, where there was one.
        received_at: When a device's record arrived, where it was offline.
        late_reason: Why it is recorded after the fact (补录).
        late_scan: The paper that came first.
    """

    act: str
    actor: Actor
    body: UUID | None
    thread: UUID
    occurred_at: datetime
    precision: Precision
    known: Time
    provision: str
    channel: str
    officers: tuple[UUID, ...] = ()
    pack: str = ""
    cause: str = ""
    concerns: tuple[UUID, ...] = ()
    device: str = ""
    received_at: datetime | None = None
    late_reason: str = ""
    late_scan: Upload | None = None

    @property
    def on(self) -> date:
        """
        The legal day on which it happened.
        """
        return day_of(self.occurred_at)


class Recording(Protocol):
    """
    What a file needs to know to record a fact: who, when, why (``Circumstances``).
    """

    @property
    def now(self) -> datetime:
        """
        The one moment of the act.
        """

    def new_id(self) -> UUID:
        """
        Make the id of a file that this act opens.
        """

    def deed(
        self,
        file: "File | None",
        *,
        thread: UUID,
        cause: str | None,
        concerns: tuple[UUID, ...],
        owner: UUID | None = None,
    ) -> Deed:
        """
        Say who, when, why, for a fact of this file.
        """

    def took(self, file: "File", fact: "Fact") -> None:
        """
        Note that the fact is to be appended, in this order.
        """


#: Every fact class, by topic.
FACTS: dict[str, "type[Fact]"] = {}

#: Every kind of file, by topic.
FILES: dict[str, "type[File]"] = {}


class Fact(AggregateEvent):
    """
    One thing that happened to one file, past tense and for ever (事实).

    A subclass states ``TOPIC`` and ``ZH``, its terms as annotated fields, and
    ``apply``; where rules of other files read it, also ``tags`` and ``claims`` (D4).
    """

    TOPIC: ClassVar[str]
    ZH: ClassVar[str] = ""
    AUDIENCE: ClassVar[Audience] = Audience.OFFICE
    RESTRICTED: ClassVar[bool] = False
    #: Whether a hand-over hands the file along that this one came from.
    HANDS_ORIGIN: ClassVar[bool] = False

    deed: Deed
    position: int = field(kw_only=True, default=0)

    def __init_subclass__(cls) -> None:
        """
        Register the topic, under which alone the fact is stored and found.
        """
        super().__init_subclass__()
        if "TOPIC" in cls.__dict__:
            register_topic(cls.TOPIC, cls)
            FACTS[cls.TOPIC] = cls

    @property
    def id(self) -> str:
        """
        The fact's id, ``<file>/<version>`` (D25).
        """
        return f"{self.originator_id}/{self.originator_version}"

    @property
    def file(self) -> UUID:
        """
        The file that it belongs to.
        """
        return self.originator_id

    def tags(self) -> Iterable[str]:
        """
        Under which tags the fact is found by guards of other files.
        """
        return ()

    def claims(self) -> Iterable[str]:
        """
        What the fact's file alone may hold, for example ``uscc/<code>``.
        """
        return ()

    def releases(self) -> Iterable[str]:
        """
        Which claims of its file the fact gives up.
        """
        return ()

    def hand_overs(self) -> Iterable[tuple[UUID, UUID]]:
        """
        Which files the fact hands to which bodies, to be read and acted on (移交, D21).
        """
        return ()


class FirstFact(AggregateCreated, Fact):
    """
    A fact that can open a file (首个事实); it may also come later in one.
    """

    def mutate(self, aggregate: "File | None") -> "File | None":  # type: ignore[override]  # the library's is generic over the aggregate
        """
        Open the file, or add to one that is open.
        """
        if aggregate is None:
            return super().mutate(None)
        return Fact.mutate(self, aggregate)


class Numbered(NamedTuple):
    """
    What a file holds under numbers (序号).

    Args:
        code: Why a number that it does not hold is refused.
        held: The attribute that holds the numbers.
    """

    code: str
    held: str


class File(BaseAggregate[UUID]):
    """
    A file (卷): what the law treats as one thing, and the facts about it in order.

    State is declared in ``__init__`` and filled by ``apply`` alone.
    """

    TOPIC: ClassVar[str]
    ZH: ClassVar[str] = ""
    EN: ClassVar[str] = ""
    #: Whether it is an entry of a register, which every office may name in its acts;
    #: any other file is named only by those who may act on it (D21).
    REGISTER: ClassVar[bool] = False
    #: What it holds under numbers, by the term of its acts that names one.
    NUMBERED: ClassVar[Mapping[str, Numbered]] = MappingProxyType({})

    class Event(Fact):
        """
        The library asks for a base event; no fact of ours derives from it.
        """

    def __init_subclass__(cls) -> None:
        """
        Register the kind of file under its topic.
        """
        super().__init_subclass__()
        FILES[cls.TOPIC] = cls

    @property
    def thread(self) -> UUID:
        """
        The thread that the file belongs to, fixed at its first fact (D7).
        """
        return self.history[0].deed.thread

    @property
    def body(self) -> UUID | None:
        """
        The body that owns the file.
        """
        return self.history[0].deed.body

    @property
    def last_fact(self) -> str:
        """
        Id of the newest fact.
        """
        return self.history[-1].id

    @property
    def opened_on(self) -> date:
        """
        The legal day of the first fact.
        """
        return self.history[0].deed.on

    @classmethod
    def start(
        cls,
        fact: type[FirstFact],
        at: Recording,
        *,
        because: "File | None" = None,
        cause: str | None = None,
        concerns: tuple[UUID, ...] = (),
        owner: UUID | None = None,
        **terms: object,
    ) -> Self:
        """
        Open a file with its first fact.

        Args:
            fact: Class of the first fact.
            at: Who, when, why.
            because: The file whose fact opened this one: its thread is ours.
                Without it the file begins a thread (D7).
            cause: Id of that fact; its newest by default.
            concerns: Files of other threads.
            owner: Whose file it is, where whoever opens it acts for no body.
            terms: The fact's terms.
        """
        new = at.new_id()
        if cause is None:
            cause = because.last_fact if because else ""
        deed = at.deed(
            None,
            thread=because.thread if because else new,
            cause=cause,
            concerns=concerns,
            owner=owner,
        )
        file = cls._create(fact, id=new, timestamp=at.now, deed=deed, **terms)
        file.keep(file.pending_events[-1], at)
        return file

    def record(
        self,
        fact: type[Fact],
        at: Recording,
        *,
        cause: str | None = None,
        concerns: tuple[UUID, ...] = (),
        **terms: object,
    ) -> None:
        """
        Add a fact to the file.

        Args:
            fact: Class of the fact.
            at: Who, when, why.
            cause: Id of the fact that it answers; the file's newest by default.
            concerns: Files of other threads.
            terms: The fact's terms.
        """
        deed = at.deed(
            self,
            thread=self.thread,
            cause=self.last_fact if cause is None else cause,
            concerns=concerns,
        )
        if issubclass(fact, FirstFact):
            terms["originator_topic"] = type(self).TOPIC
        self.trigger_event(fact, timestamp=at.now, deed=deed, **terms)
        self.keep(self.pending_events[-1], at)

    def keep(self, fact: object, at: Recording) -> None:
        """
        Keep a fact that was just recorded, here and for the append.
        """
        assert isinstance(fact, Fact)
        self.follow(fact)
        at.took(self, fact)

    def follow(self, fact: Fact) -> None:
        """
        Keep what every file keeps of each of its facts; called after ``apply``.
        """
        if fact.originator_version == 1:
            self.history: list[Fact] = []
        self.history.append(fact)


def replay(facts: Iterable[Fact]) -> File | None:
    """
    Build a file from its facts, in order; nothing from nothing.
    """
    file: File | None = None
    for fact in facts:
        file = fact.mutate(file)
        assert file is not None
        file.follow(fact)
    return file


def kebab(name: str) -> str:
    """
    Spell a class or function name the way topics and acts are spelled.
    """
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", name).replace("_", "-").lower()
