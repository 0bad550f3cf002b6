"""
The inbox of referrals (移送台账): each by stage and next step, with both sides' clocks.

Police, procuratorate and court see one from the fact that hands it to them.
"""

from typing import ClassVar

from domain.base import Fact
from domain.law.calendars import SHIPPED
from domain.law.crimes import Offence
from domain.law.silence import LawSilent
from domain.limits import Limit, limit_of
from domain.periods import due
from domain.procedures.beginning_periods import TOGETHER, Begun, begun_by_referral
from domain.procedures.dropping_periods import dropped_by
from domain.procedures.flagging_referrals import OF_THE_POLICE
from domain.procedures.watching import DISCHARGED_BY
from domain.references import FileRef
from domain.referral.choices import SETTLED, Stage
from domain.referral.facts_of_filing import ReferralForwarded, ReferralReceived
from domain.referral.facts_of_flags import FineInsteadOfProsecutionFlagged
from domain.referral.facts_of_liaison import (
    ClueNotified,
    CoInvestigationRequested,
    OfficialMisconductReferred,
)
from domain.referral.facts_of_outcome import ProsecutionDecided, ReferralClosed
from domain.referral.facts_of_suspicion import (
    CrimeSuspected,
    ReferralTransferred,
    ReferralWithheldFlagged,
)
from domain.referral.file import Step
from domain.referral.grounds import limits_begun
from domain.referral.next_steps import ACTS_OF, NextStep, next_step
from infra.canonical import write_moment
from infra.handing import Handing, seen_by_hand_over
from infra.questions import Ahead, Ask, Heads, Select, question
from infra.read_model import on, on_every_fact, scope_of
from infra.tables_of_rows import Column, Order, Table, Value
from infra.timelines import Timeline

#: Says whose clock of a row runs; the last are those in which the police may still ask
#: for papers or not keep a case, and need not.
_OURS, _THEIRS, _MAY = "our", "their", "may"

REFERRALS = Timeline(
    "referrals",
    (
        Column("stage", "choice", choices=Stage),
        Column("next_step", "choice", choices=NextStep),
        Column("offence", "choice", choices=Offence),
        Column("our_rule", "rule"),
        Column("our_last_at", "moment"),
        Column("their_rule", "rule"),
        Column("their_last_at", "moment"),
        Column("handling_last_at", "moment"),
        Column("withheld", "flag"),
        Column("suspected_on", "day"),
        Column("transferred_at", "moment"),
        Column("received_at", "moment"),
        Column("police", "file"),
        Column("court", "file"),
        Column("receiver", "file"),
        Column("about", "file"),
        Column("thread", "file"),
    ),
    indexes=(("thread",), ("about",), ("police",)),
    orders=(Order(("suspected_on",)),),
)

#: The clocks that run, of both sides.
CLOCKS = Table(
    "referral_clocks",
    (Column("file"), Column("rule", "rule")),
    (Column("side"), Column("ends_at", "moment")),
    internal=True,
)

_LIAISON: dict[type[Fact], Stage] = {
    ClueNotified: Stage.NOTIFIED,
    CoInvestigationRequested: Stage.ASKED,
    OfficialMisconductReferred: Stage.MISCONDUCT,
}


#: While something is to be done in it; what is only asked about is open as well.
_STILL_OPEN = (frozenset(Stage) - SETTLED) | {Stage.ASKED}


class Referrals(Handing):
    """
    Referrals as they stood on any day.
    """

    NAME: ClassVar[str] = "referrals"
    ZH: ClassVar[str] = "移送台账"
    EN: ClassVar[str] = "referrals"
    EDITION: ClassVar[int] = 3
    TABLES: ClassVar[tuple[Table, ...]] = (CLOCKS, *Handing.HANDING)
    TIMELINES: ClassVar[tuple[Timeline, ...]] = (REFERRALS,)

    @on(CrimeSuspected)
    def on_suspected(self, fact: CrimeSuspected) -> None:
        """
        Enter the referral.
        """
        self._enter(fact, Stage.SUSPECTED)
        self.note(
            fact,
            offence=fact.offence.code,
            about=str(fact.files[0]),
            **self._clocks(fact),
        )

    @on(FineInsteadOfProsecutionFlagged)
    def on_fined_instead(self, fact: FineInsteadOfProsecutionFlagged) -> None:
        """
        Enter what the clock flagged beside a matter that nobody referred.
        """
        self._enter(fact, Stage.FINED_INSTEAD)
        self.note(fact, withheld=1, about=str(fact.files[0]))

    @on(*_LIAISON)
    def on_liaison(
        self,
        fact: ClueNotified | CoInvestigationRequested | OfficialMisconductReferred,
    ) -> None:
        """
        Enter what one body tells or asks another.
        """
        self._enter(fact, _LIAISON[type(fact)])
        about = str(fact.about) if fact.about else None
        self.note(fact, receiver=str(fact.receiver), about=about)

    def _enter(self, fact: Fact, stage: Stage) -> None:
        self.note(
            fact,
            stage=stage.code,
            next_step=next_step(stage).code,
            withheld=0,
            suspected_on=fact.deed.on.isoformat(),
            thread=str(fact.deed.thread),
            **scope_of(fact),
        )

    @on_every_fact
    def on_step(self, fact: Fact) -> None:
        """
        Move on, and say which clocks run now.
        """
        if not isinstance(fact, Step):
            return
        row = self.noted(fact) or {}
        stage = fact.stage_after(Stage[str(row["stage"]).upper()])
        self.note(
            fact,
            stage=stage.code,
            next_step=next_step(stage).code,
            **self._clocks(fact),
            **self._said(fact),
        )

    def _said(self, fact: Fact) -> dict[str, Value]:
        """
        Give what else a fact tells: who has it, since when.
        """
        at = write_moment(fact.deed.occurred_at)
        match fact:
            case ReferralTransferred() | ReferralForwarded():
                police = str(fact.police)
                return {"police": police, "transferred_at": at, "received_at": None}
            case ReferralReceived():
                return {"received_at": at}
            case ProsecutionDecided():
                return {"court": str(fact.court)}
            case ReferralWithheldFlagged():
                return {"withheld": 1}
            case _:
                return {}

    def _clocks(self, fact: Fact) -> dict[str, Value]:
        """
        Stop what the fact ends, start what it begins, and give each side's first.
        """
        file, name = str(fact.file), type(fact).__name__
        dropped = dropped_by(fact)
        for row in self.some(CLOCKS, file=file):
            rule = str(row["rule"])
            is_over = name in DISCHARGED_BY[rule] or rule in dropped
            if is_over or isinstance(fact, ReferralClosed):
                self.drop(CLOCKS, file=file, rule=rule)
        for limit in limits_begun(fact):
            side = _THEIRS if limit.rule in OF_THE_POLICE else _OURS
            ends_at = write_moment(limit.ends_at)
            self.put(CLOCKS, file=file, rule=limit.rule, side=side, ends_at=ends_at)
        for begun in begun_by_referral(fact):
            if not begun.told and (may_until := _in_hours(begun)) is not None:
                ends_at = write_moment(may_until.ends_at)
                self.put(CLOCKS, file=file, rule=begun.rule, side=_MAY, ends_at=ends_at)
        patch: dict[str, Value] = {}
        may = self.some(CLOCKS, file=file, side=_MAY)
        patch["handling_last_at"] = max((str(r["ends_at"]) for r in may), default=None)
        for side in (_OURS, _THEIRS):
            running = self.some(CLOCKS, file=file, side=side)
            first = min(running, key=lambda row: str(row["ends_at"]), default={})
            patch[f"{side}_rule"] = first.get("rule")
            is_aged = first.get("rule") in TOGETHER
            patch[f"{side}_last_at"] = None if is_aged else first.get("ends_at")
        return patch

    @question(
        "移送台账",
        "Referrals",
        desks=("enforcement", "discipline", "judiciary"),
        axes=True,
        rows=("REF-01", "REF-02", "REF-03", "REF-04", "REF-05"),
        heads=Heads(
            "referral",
            ("offence", "about"),
            "stage",
            Ahead("next_step", {s.code: acts for s, acts in ACTS_OF.items()}),
        ),
    )
    def referrals(
        self,
        ask: Ask,
        *,
        stage: Stage | None = None,
        about: FileRef | None = None,
        withheld: bool | None = None,
        still_open: bool | None = None,
    ) -> Select:
        """
        List referrals, the oldest suspicion first, with the clocks of both sides: of a
        stage, about a file, those that were withheld, those that are open.
        """
        del ask
        return (
            Select(
                REFERRALS,
                order=("suspected_on",),
                shared=seen_by_hand_over("referrals", "id"),
            )
            .having(stage=stage, about=about, withheld=withheld)
            .among("stage", _STILL_OPEN, is_in=still_open)
        )


def _in_hours(begun: Begun) -> Limit | None:
    """
    Reckon a period that no calendar and no pack changes; nothing before it was law.
    """
    try:
        return limit_of(due(begun.rule, begun.on, calendar=SHIPPED))
    except LawSilent:
        return None
