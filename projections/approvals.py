"""
Matters put up for approval (审核审批台): whose turn it is, what was said, what was
returned, and how many days are left where a period runs.

A row is a matter on a file from the day it is first put up. It waits for a rung until
the last one decides by the act itself; a return, or anything else that happens to the
file, takes the opinions away.
"""

from types import MappingProxyType
from typing import ClassVar, Final
from uuid import UUID

from domain.acts import ACTS
from domain.approvals import GIVEN, RETURNED, ApprovalGiven, ApprovalReturned
from domain.base import Fact
from domain.enforcement_case.facts import CaseFiled
from domain.enforcement_case.facts_of_ending import CaseClockSuspended
from domain.law.ladders import Matter, Rung
from domain.limits import Limit
from domain.penalty.facts import PenaltyDecided
from domain.values import Choice
from infra.questions import Ask, Reader, Select, question
from infra.read_model import ReadModel, on, on_every_fact, scope_of
from infra.tables_of_rows import Column, Order, Table, Value
from infra.timelines import Timeline


class ApprovalState(Choice):
    """
    How far a matter has gone up (审批状态).
    """

    WAITING = "待审批", "waiting for an opinion"
    READY = "意见齐备", "every opinion is given"
    RETURNED = "已退回", "returned"
    CHANGED = "卷宗有变化，须重新报批", "the file has changed; to be put up anew"
    DECIDED = "已决定", "decided"


APPROVALS = Timeline(
    "approvals",
    (
        Column("file", "file"),
        Column("approval_matter", "choice", choices=Matter),
        Column("approval_state", "choice", choices=ApprovalState),
        Column("waiting_for", "choice", choices=Rung),
        Column("until_on", "day", runs=("approval_state", ApprovalState.WAITING.code)),
        Column("put_up_by", "file"),
        Column("put_up_on", "day"),
        Column("opinion"),
        Column("opinions_count", "whole"),
        Column("returns_count", "whole"),
        Column("returned_reason"),
        Column("given_by"),
        Column("thread", "file"),
    ),
    key=Column("id"),
    indexes=(("file",),),
    orders=(Order(("until_on",)),),
)

#: Matters that are on the ladder: what happens to their file takes the opinions away.
CLIMBING = Table(
    "approvals_climbing",
    (Column("file"), Column("approval_matter")),
    (),
    internal=True,
)

#: The periods that a decision is due in, by file and by the term that keeps them.
LIMITS = Table(
    "approvals_limits",
    (Column("file"), Column("term")),
    (Column("until_on", "day"),),
    internal=True,
)

_CASE = "decide_limit"

#: The term of a fact that keeps until when a matter is to be decided.
_LIMIT_OF: Final = MappingProxyType(
    {
        Matter.RECTIFICATION_EXTENSION: "answer_limit",
        Matter.PENALTY_DECISION: _CASE,
        Matter.NO_PENALTY: _CASE,
        Matter.CASE_EXTENSION: _CASE,
        Matter.CASE_TRANSFER: _CASE,
        Matter.CASE_TERMINATION: _CASE,
        Matter.MEASURE_EXTENSION: "term_limit",
        Matter.EARLY_REMOVAL: "removal_limit",
    }
)

#: What is decided by an act, by its name.
_DECIDED_BY: Final = MappingProxyType(
    {name: act.said.matter for name, act in ACTS.items() if act.said.matter}
)


class Approvals(ReadModel):
    """
    Matters put up for approval, as they stood on any day.
    """

    NAME: ClassVar[str] = "approvals"
    ZH: ClassVar[str] = "审核审批台"
    EN: ClassVar[str] = "matters put up for approval"
    EDITION: ClassVar[int] = 2
    TABLES: ClassVar[tuple[Table, ...]] = (CLIMBING, LIMITS)
    TIMELINES: ClassVar[tuple[Timeline, ...]] = (APPROVALS,)

    @on(*GIVEN.values())
    def on_given(self, fact: ApprovalGiven) -> None:
        """
        Go up a rung; the lowest one puts the matter up, also anew.
        """
        row = self._row(fact.file, fact.approval_matter)
        person = str(fact.deed.actor.person)
        patch: dict[str, Value] = {}
        if fact.rung is Rung.HANDLER:
            patch |= {"put_up_by": person, "put_up_on": fact.deed.on.isoformat()}
            row = {"returns_count": 0, **row, "opinions_count": 0, "given_by": ""}
            self.put(
                CLIMBING,
                file=str(fact.file),
                approval_matter=fact.approval_matter.code,
            )
        waits = fact.rungs_left[0] if fact.rungs_left else Rung.HANDLER
        state = ApprovalState.WAITING if fact.rungs_left else ApprovalState.READY
        self._change(
            fact,
            fact.file,
            fact.approval_matter,
            approval_state=state.code,
            waiting_for=waits.code,
            until_on=self._decide_until(fact),
            opinion=fact.opinion,
            opinions_count=int(str(row["opinions_count"])) + 1,
            returns_count=row["returns_count"],
            given_by=f"{row['given_by']} {person}".strip(),
            thread=str(fact.deed.thread),
            **patch,
            **scope_of(fact),
        )

    @on(*RETURNED.values())
    def on_returned(self, fact: ApprovalReturned) -> None:
        """
        Go back to whoever put it up.
        """
        row = self._row(fact.file, fact.approval_matter)
        self._off(fact.file, fact.approval_matter)
        self._change(
            fact,
            fact.file,
            fact.approval_matter,
            approval_state=ApprovalState.RETURNED.code,
            waiting_for=Rung.HANDLER.code,
            returns_count=int(str(row["returns_count"])) + 1,
            returned_reason=fact.reason,
            given_by="",
            opinions_count=0,
        )

    @on_every_fact
    def on_anything_else(self, fact: Fact) -> None:
        """
        Decide the matter, or take away the opinions on what the file was.
        """
        if isinstance(fact, ApprovalGiven | ApprovalReturned):
            return
        self._keep_limits(fact)
        matter = _DECIDED_BY.get(fact.deed.act)
        for file in _decided_on(fact) if matter else ():
            assert matter is not None
            if self._row(file, matter):
                self._settle(fact, file, matter, state=ApprovalState.DECIDED)
        for row in self.some(CLIMBING, file=str(fact.file)):
            left = Matter[str(row["approval_matter"]).upper()]
            self._settle(fact, fact.file, left, state=ApprovalState.CHANGED)

    def _settle(
        self, fact: Fact, file: UUID, matter: Matter, *, state: ApprovalState
    ) -> None:
        self._off(file, matter)
        self._change(
            fact,
            file,
            matter,
            approval_state=state.code,
            waiting_for=None,
            given_by="",
        )

    def _keep_limits(self, fact: Fact) -> None:
        """
        Keep until when what is decided on the file is due.
        """
        file = str(fact.file)
        if fact.TOPIC.partition(".")[0] not in GIVEN:
            return
        if isinstance(fact, CaseClockSuspended) and not fact.unsettled:
            self.drop(LIMITS, file=file, term=_CASE)
        for term in dict.fromkeys(_LIMIT_OF.values()):
            limit = getattr(fact, term, None)
            if isinstance(limit, Limit):
                until = limit.ends_on.isoformat()
                self.put(LIMITS, file=file, term=term, until_on=until)

    def _decide_until(self, fact: ApprovalGiven) -> Value:
        term = _LIMIT_OF.get(fact.approval_matter, "")
        row = self.one(LIMITS, file=str(fact.file), term=term) or {}
        return row.get("until_on")

    def _row(self, file: UUID, matter: Matter) -> dict[str, Value]:
        found = APPROVALS.current(self.store.reading, f"{file}/{matter.code}")
        return dict(found or {})

    def _off(self, file: UUID, matter: Matter) -> None:
        self.drop(CLIMBING, file=str(file), approval_matter=matter.code)

    def _change(self, fact: Fact, file: UUID, matter: Matter, **patch: Value) -> None:
        patch |= {"file": str(file), "approval_matter": matter.code}
        key = f"{file}/{matter.code}"
        self.change(APPROVALS, key, fact, since=None, at="", **patch)

    @question("审核审批台", "Matters put up for approval", axes=True, rows=("AUD-03",))
    def approvals(
        self,
        ask: Ask,
        *,
        approval_matter: Matter | None = None,
        approval_state: ApprovalState | None = None,
        waiting_for: Rung | None = None,
        file: UUID | None = None,
        mine: bool | None = None,
    ) -> Select:
        """
        List matters put up for approval, the earliest last day first: those that wait
        for whoever asks, for a rung, or on a file.
        """
        select = Select(APPROVALS, order=("until_on",)).having(
            approval_matter=approval_matter,
            approval_state=approval_state,
            waiting_for=waiting_for,
            file=file,
        )
        return select if mine is None else _theirs(select, ask.reader, is_theirs=mine)


def _decided_on(fact: Fact) -> tuple[UUID, ...]:
    """
    Name the files that the opinions on a decision are on: its own, as a rule.
    """
    if isinstance(fact, PenaltyDecided):
        return (fact.case,)
    if isinstance(fact, CaseFiled):
        return tuple(filter(None, (fact.inspection, *fact.hazards)))
    return (fact.file,)


def _theirs(select: Select, reader: Reader, *, is_theirs: bool) -> Select:
    """
    Narrow to what waits for somebody: an opinion of their rung, if they stated none, or
    what they put up themselves and got back; or to everything else.
    """
    rungs = ", ".join(f"'{rung.code}'" for rung in Rung if rung.role is reader.role)
    above = f"waiting_for IN ({rungs or 'NULL'}) AND instr(given_by, :person) = 0"
    own = "put_up_by = :person"
    condition = (
        f"ifnull(owner = :body AND CASE waiting_for WHEN '{Rung.HANDLER.code}' "
        f"THEN {own} ELSE {above} END, 0) = {int(is_theirs)}"
    )
    return select.satisfying(
        condition, person=str(reader.person), body=str(reader.body)
    )
