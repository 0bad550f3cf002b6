"""
The register of reviews and suits (复议诉讼台账): against what, with what result.
"""

from typing import ClassVar

from domain.references import FileRef
from domain.remedy.choices import (
    PENDING,
    Challenged,
    RemedyKind,
    RemedyResult,
    Stage,
)
from domain.remedy.facts import (
    ExecutionStayed,
    ExecutionStayEnded,
    ReviewAccepted,
    ReviewAnswered,
    ReviewApplied,
    ReviewCopyReceived,
    ReviewDecided,
    ReviewForwarded,
    SuitDecided,
    SuitFiled,
)
from domain.remedy.next_steps import STEPS
from infra.handing import Handing, seen_by_hand_over
from infra.questions import Ask, Heads, Select, question
from infra.read_model import on, pointer, scope_of
from infra.tables_of_rows import Column, Order, Table
from infra.timelines import Timeline

REMEDIES = Timeline(
    "remedies",
    (
        Column("remedy_kind", "choice", choices=RemedyKind),
        Column("challenged_act", "choice", choices=Challenged),
        Column("challenged", "file"),
        Column("enterprise", "file"),
        Column("applicant", "personal"),
        Column("authority"),
        Column("authority_number"),
        Column("stage", "choice", choices=Stage),
        Column("remedy_result", "choice", choices=RemedyResult),
        Column("stayed", "flag"),
        Column("answer_until", "day", term="answer_limit"),
        Column("since_on", "day"),
        Column("thread", "file"),
    ),
    indexes=(("challenged",),),
    orders=(Order(("since_on",)),),
)


class Remedies(Handing):
    """
    Reviews and suits as they stood on any day.
    """

    NAME: ClassVar[str] = "remedies"
    ZH: ClassVar[str] = "复议诉讼台账"
    EN: ClassVar[str] = "register of reviews and suits"
    EDITION: ClassVar[int] = 2
    TABLES: ClassVar[tuple[Table, ...]] = Handing.HANDING
    TIMELINES: ClassVar[tuple[Timeline, ...]] = (REMEDIES,)

    @on(ReviewApplied, SuitFiled)
    def on_begun(self, fact: ReviewApplied | SuitFiled) -> None:
        """
        Enter it.
        """
        if isinstance(fact, SuitFiled):
            kind, stage, number = RemedyKind.SUIT, Stage.SUED, fact.authority_number
        else:
            kind, stage, number = RemedyKind.REVIEW, Stage.APPLIED, ""
        self.note(
            fact,
            remedy_kind=kind.code,
            challenged_act=fact.challenged_act.code,
            challenged=str(fact.challenged),
            enterprise=str(fact.enterprise) if fact.enterprise else None,
            applicant=pointer(fact.applicant),
            authority=fact.authority,
            authority_number=number,
            stage=stage.code,
            remedy_result=None,
            stayed=0,
            answer_until=None,
            since_on=fact.deed.on.isoformat(),
            thread=str(fact.deed.thread),
            **scope_of(fact),
        )

    @on(ReviewForwarded)
    def on_forwarded(self, fact: ReviewForwarded) -> None:
        """
        Move on.
        """
        self.note(fact, stage=Stage.FORWARDED.code)

    @on(ReviewAccepted)
    def on_accepted(self, fact: ReviewAccepted) -> None:
        """
        Keep its number.
        """
        number = fact.authority_number
        self.note(fact, stage=Stage.ACCEPTED.code, authority_number=number)

    @on(ReviewCopyReceived)
    def on_copy(self, fact: ReviewCopyReceived) -> None:
        """
        Keep until when to answer.
        """
        until = fact.answer_limit.ends_on.isoformat() if fact.answer_limit else None
        self.note(fact, stage=Stage.COPY_RECEIVED.code, answer_until=until)

    @on(ReviewAnswered)
    def on_answered(self, fact: ReviewAnswered) -> None:
        """
        Move on.
        """
        self.note(fact, stage=Stage.ANSWERED.code)

    @on(ReviewDecided, SuitDecided)
    def on_decided(self, fact: ReviewDecided | SuitDecided) -> None:
        """
        Keep the result.
        """
        is_suit = isinstance(fact, SuitDecided)
        self.note(
            fact,
            stage=(Stage.JUDGED if is_suit else Stage.DECIDED).code,
            remedy_result=fact.remedy_result.code,
            authority_number=fact.authority_number,
            stayed=0,
        )

    @on(ExecutionStayed)
    def on_stayed(self, fact: ExecutionStayed) -> None:
        """
        Mark it.
        """
        self.note(fact, stayed=1)

    @on(ExecutionStayEnded)
    def on_stay_ended(self, fact: ExecutionStayEnded) -> None:
        """
        Take the mark away.
        """
        self.note(fact, stayed=0)

    @question(
        "复议诉讼台账",
        "Reviews and suits",
        axes=True,
        rows=("PEN-12",),
        heads=Heads(
            "remedy",
            ("remedy_kind", "challenged_act", "enterprise"),
            "stage",
            steps=STEPS,
        ),
    )
    def remedies(
        self,
        ask: Ask,
        *,
        challenged: FileRef | None = None,
        stage: Stage | None = None,
        still_open: bool | None = None,
    ) -> Select:
        """
        List reviews and suits, the oldest first: against a file, at a stage.
        """
        del ask
        return (
            Select(
                REMEDIES,
                order=("since_on",),
                shared=seen_by_hand_over("remedies", "id"),
            )
            .having(challenged=challenged, stage=stage)
            .among("stage", PENDING, is_in=still_open)
        )
