"""
What changed in public (公开动态): each publication once, where its newest change stands
in the one order.

Whoever follows it from a position on learns of everything that was made public since,
put right, withdrawn or ended, and of nothing that is not public any more: of what was
taken back only its number and the reasons are left, of what has ended the number.
Free texts are not in it; the public register shows them.
"""

from typing import ClassVar

from domain.base import Fact
from domain.closure.choices import ClosureGround
from domain.inspection.choices import Outcome
from domain.law.credit_classes import CreditClass
from domain.law.list_grounds import ListGround
from domain.law.penalty_kinds import PenaltyKind
from domain.printed import ListColour, PartyClass
from domain.publication.facts_of_ending import ItemEndedByRepair, ItemTermEnded
from domain.publication.file import (
    Channel,
    ItemCorrected,
    ItemPublished,
    ItemWithdrawn,
    PublishedPenalty,
    WithdrawalGround,
)
from domain.publication.listing import PublishedEntry
from domain.publication.result import PublishedResult, ResultKind
from domain.values import Choice
from infra.canonical import write_moment
from infra.lapses import Lapse
from infra.questions import EVERYBODY, Ask, Select, question
from infra.read_model import ReadModel, on, scope_of
from infra.tables_of_rows import Column, Order, Table, Value


class Change(Choice):
    """
    What happened to a publication last (最近变动).
    """

    PUBLISHED = "公开", "published"
    CORRECTED = "更正", "corrected"
    WITHDRAWN = "撤回", "withdrawn"
    ENDED = "期满", "ended"


#: What a publication says, and is gone once it is withdrawn.
SAID = (
    "party_name",
    "party_class",
    "uscc",
    "kinds",
    "fine_fen",
    "confiscated_fen",
    "decided_on",
    "credit_class",
    "objected",
    "colour",
    "list_ground",
    "outcome",
    "closure_ground",
)

CHANGES = Table(
    "changes",
    (Column("id", "file"),),
    (
        Column("position", "whole"),
        Column("change", "choice", choices=Change),
        Column("recorded_at", "moment"),
        Column("published_at", "moment"),
        Column("decision_no"),
        Column("authority_name"),
        Column("channel", "choice", choices=Channel),
        Column("party_name"),
        Column("party_class", "choice", choices=PartyClass),
        Column("uscc"),
        Column("kinds"),
        Column("fine_fen", "fen"),
        Column("confiscated_fen", "fen"),
        Column("decided_on", "day"),
        Column("credit_class", "choice", choices=CreditClass),
        Column("objected", "flag"),
        Column("colour", "choice", choices=ListColour),
        Column("list_ground", "choice", choices=ListGround),
        Column("result_kind", "choice", choices=ResultKind),
        Column("outcome", "choice", choices=Outcome),
        Column("closure_ground", "choice", choices=ClosureGround),
        Column("public_until", "day"),
        Column("withdrawal_ground", "choice", choices=WithdrawalGround),
        Column("reasons"),
    ),
    orders=(Order(("position",)), Order(("-position",))),
)

#: What is left of a publication when its term is over, said by the clock or not yet.
ENDED = Lapse(
    "public_until",
    remains=(
        "id",
        "position",
        "change",
        "recorded_at",
        "published_at",
        "decision_no",
        "authority_name",
        "channel",
        "result_kind",
        "public_until",
    ),
    becomes={
        "change": {
            Change.PUBLISHED.code: Change.ENDED.code,
            Change.CORRECTED.code: Change.ENDED.code,
        }
    },
    for_all=True,
)


class PublicChanges(ReadModel):
    """
    Publications in the order of their newest change.
    """

    NAME: ClassVar[str] = "public_changes"
    ZH: ClassVar[str] = "公开动态"
    EN: ClassVar[str] = "changes of what is public"
    TABLES: ClassVar[tuple[Table, ...]] = (CHANGES,)

    @on(ItemPublished)
    def on_published(self, fact: ItemPublished) -> None:
        """
        Enter it; what is public again begins anew.
        """
        self._enter(
            fact,
            Change.PUBLISHED,
            **_said(fact),
            published_at=write_moment(fact.timestamp),
            channel=fact.channel.code,
            objected=int(fact.objected),
            result_kind=fact.result_kind.code if fact.result_kind else None,
            withdrawal_ground=None,
            reasons=None,
        )

    @on(ItemCorrected)
    def on_corrected(self, fact: ItemCorrected) -> None:
        """
        Say what is right.
        """
        remark = {} if fact.objected is None else {"objected": int(fact.objected)}
        self._enter(
            fact,
            Change.CORRECTED,
            **_said(fact),
            **remark,
            reasons=fact.reason,
        )

    @on(ItemWithdrawn)
    def on_withdrawn(self, fact: ItemWithdrawn) -> None:
        """
        Leave number and reasons.
        """
        self._enter(
            fact,
            Change.WITHDRAWN,
            **dict.fromkeys(SAID),
            withdrawal_ground=fact.withdrawal_ground.code,
            reasons=fact.reasons,
        )

    @on(ItemTermEnded, ItemEndedByRepair)
    def on_ended(self, fact: ItemTermEnded | ItemEndedByRepair) -> None:
        """
        Leave the number; what was repaired ended before its last day.
        """
        gone = ("public_until",) if isinstance(fact, ItemEndedByRepair) else ()
        self._enter(fact, Change.ENDED, **dict.fromkeys((*SAID, "reasons", *gone)))

    def _enter(self, fact: Fact, change: Change, **said: Value) -> None:
        row = self.one(CHANGES, id=str(fact.file)) or dict.fromkeys(CHANGES.names)
        newest: dict[str, Value] = {
            **row,
            **said,
            **scope_of(fact),
            "id": str(fact.file),
            "position": fact.position,
            "change": change.code,
            "recorded_at": write_moment(fact.timestamp),
        }
        self.put(CHANGES, **newest)

    @question(
        "公开动态",
        "Changes of what is public",
        by=EVERYBODY,
        desks=("disclosure",),
        rows=("PUB-01",),
    )
    def publication_changes(
        self, ask: Ask, *, after: int | None = None, before: int | None = None
    ) -> Select:
        """
        List publications by their newest change: after a position the oldest change
        first, else the newest first, before a position where one is given.
        """
        del ask
        return (
            Select(
                CHANGES,
                order=("position",) if after is not None else ("-position",),
                lapse=ENDED,
            )
            .satisfying("position > :after", after=after)
            .satisfying("position < :before", before=before)
        )


def _said(fact: ItemPublished | ItemCorrected) -> dict[str, Value]:
    graded, term = fact.credit_class, fact.term
    said = _of_penalty(fact.content) if fact.content else {}
    said |= _of_entry(fact.listing) if fact.listing else {}
    said |= _of_result(fact.result) if fact.result else {}
    said["credit_class"] = graded.code if graded else None
    said["public_until"] = term.until_on.isoformat() if term else None
    return said


def _of_penalty(content: PublishedPenalty) -> dict[str, Value]:
    kind = content.party_class
    return {
        "party_name": content.party_name,
        "party_class": kind.code if kind else None,
        "uscc": content.uscc,
        "decision_no": content.decision_no,
        "kinds": _kinds(content.kinds),
        "fine_fen": content.fine_fen,
        "confiscated_fen": content.confiscated_fen,
        "decided_on": content.decided_on.isoformat(),
        "authority_name": content.authority.authority_name,
    }


def _of_entry(listing: PublishedEntry) -> dict[str, Value]:
    ground = listing.list_ground
    return {
        "party_name": listing.party_name,
        "party_class": listing.party_class.code,
        "uscc": listing.uscc,
        "decision_no": listing.decision_no,
        "decided_on": listing.listed_on.isoformat(),
        "authority_name": listing.authority.authority_name,
        "colour": listing.colour.code,
        "list_ground": ground.code if ground else None,
    }


def _of_result(result: PublishedResult) -> dict[str, Value]:
    kind = result.party_class
    return {
        "party_name": result.party_name,
        "party_class": kind.code if kind else None,
        "uscc": result.uscc,
        "decision_no": result.decision_no,
        "decided_on": result.decided_on.isoformat(),
        "authority_name": result.authority.authority_name,
        "outcome": result.outcome or None,
        "closure_ground": result.closure_ground or None,
    }


def _kinds(kinds: tuple[PenaltyKind, ...]) -> str:
    return "；".join(kind.zh for kind in kinds)
