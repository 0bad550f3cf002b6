"""
Correcting and withdrawing what is public (公开更正、撤回), whatever it came from.

A correction follows its source; a withdrawal says what became of it, and leaves a
tombstone with the reasons.
"""

from collections.abc import Iterable
from typing import Final

from domain.acts import act
from domain.base import Role
from domain.circumstances import Circumstances
from domain.grounds import first
from domain.law.credit_classes import CreditClass
from domain.limits import limit_if_any
from domain.printed import SourceStatus
from domain.procedures.own_penalties import Change
from domain.procedures.publicity import hidden_fields
from domain.procedures.sources_of_publications import Source, source_of
from domain.publication.file import (
    ItemCorrected,
    ItemWithdrawn,
    Publication,
    PublicationFlag,
    PublicText,
    Stage,
    WithdrawalGround,
)
from domain.refusals import OutOfOrder, Refused

CORRECT: Final = "行政处罚法48"
WITHDRAW: Final = "行政处罚法48(2);行政处罚法85"

#: What the source has to say of a record for a publication of it to be withdrawn; what
#: is public of a list entry is withdrawn with the entry, on no ground that is stated.
_STATUS_OF_GROUND = {
    WithdrawalGround.VARIED: (SourceStatus.VARIED,),
    WithdrawalGround.REVOKED: (SourceStatus.WITHDRAWN,),
    WithdrawalGround.UNLAWFUL: (SourceStatus.UNLAWFUL,),
    WithdrawalGround.VOID: (SourceStatus.VOID,),
    WithdrawalGround.LICENCE_REVOKED: (SourceStatus.WITHDRAWN,),
    WithdrawalGround.ENDED_AT_SOURCE: (SourceStatus.REPAIRED, SourceStatus.REMOVED),
}


@act(
    "更正公开信息",
    "Correct a publication",
    by=Role.DISCLOSURE_OFFICER,
    under=CORRECT,
    rows=("PUB-01",),
)
def correct_item(
    publication: Publication,
    at: Circumstances,
    *,
    reason: str,
    credit_class: CreditClass | None = None,
    class_ground: str = "",
    hide: tuple[PublicText, ...] = (),
) -> None:
    """
    Show what is right from now on; what was shown before stays in its fact.

    It follows the correction of its source, or of a slip of the entry; or it puts the
    class right, hides a text, or remarks that a review or suit began or is over: what
    is public stays public meanwhile.

    Args:
        publication: The publication.
        at: Who, when.
        reason: What was wrong.
        credit_class: The right class, where the class was wrong.
        class_ground: By which standard it is of that class.
        hide: Texts that are not shown from now on, besides those hidden already.

    Raises:
        OutOfOrder: If it is not public, or there is nothing to correct.
        BeyondTheLaw: As ``publish_item``.

    Source:
        行政处罚法 48.
    """
    source = source_of(publication, at)
    now_hidden = (*_hidden_texts(publication), *hide)
    graded = credit_class or publication.credit_class
    first(_is_another_decision(publication, source))
    first(_nothing_to_correct(publication, source, graded, hide=hide))
    first(source.unfit(publication.channel, graded, now_hidden))
    publication.record(
        ItemCorrected,
        at,
        reason=reason,
        said_sha256=at.digest((publication.shown_fact,)),
        follows=source.source_fact,
        credit_class=graded,
        class_ground=class_ground or publication.class_ground,
        term=source.term(graded),
        hidden=hidden_fields(at, now_hidden, person=source.is_person),
        objected=source.is_objected,
        **source.shown(now_hidden),
        **source.named,
    )


@correct_item.unless
def cannot_correct(publication: Publication, at: Circumstances) -> Iterable[Refused]:
    """
    It is public.
    """
    del at
    yield from _not_public(publication)


def _hidden_texts(publication: Publication) -> tuple[PublicText, ...]:
    hidden = {each.field for each in publication.hidden}
    return tuple(text for text in PublicText if text.code in hidden)


def _is_another_decision(publication: Publication, source: Source) -> Iterable[Refused]:
    """
    A penalty of the body's own, or a result, was varied or fell: it is withdrawn, not
    corrected.
    """
    change = source.change(publication.source_fact)
    if publication.record_id is None and change is not None:
        yield OutOfOrder("decision_changed", under=WITHDRAW, status=change.status)


def _nothing_to_correct(
    publication: Publication,
    source: Source,
    graded: CreditClass | None,
    *,
    hide: tuple[PublicText, ...],
) -> Iterable[Refused]:
    new = {*hide} - {*_hidden_texts(publication)}
    same_class = graded is publication.credit_class
    same_remark = source.is_objected == publication.objected
    same_source = source.source_fact == publication.source_fact
    if same_source and same_class and same_remark and not new:
        yield OutOfOrder("nothing_to_correct", under=CORRECT)


@act(
    "撤回公开信息",
    "Withdraw a publication",
    by=Role.DISCLOSURE_OFFICER,
    under=WITHDRAW,
    rules=("INV-61",),
    rows=("PUB-01",),
)
def withdraw_item(
    publication: Publication,
    at: Circumstances,
    *,
    withdrawal_ground: WithdrawalGround,
    reasons: str,
) -> None:
    """
    Withdraw what is public, with reasons that everybody can read.

    For a penalty three working days run from the day on which the change took effect;
    later than that it is withdrawn all the same, and marked (``withdrawal_late``). Any
    other decision is taken down promptly, for which the law has no number.

    Args:
        publication: The publication.
        at: Who, when.
        withdrawal_ground: What became of its basis.
        reasons: Shown in its place.

    Raises:
        OutOfOrder: If it is not public, or its basis stands (``basis_stands``).

    Source:
        行政处罚法 48(2), 85.
    """
    source = source_of(publication, at)
    change = source.change(publication.source_fact)
    if withdrawal_ground is WithdrawalGround.ENTRY_ERROR:
        change = None
    else:
        first(_basis_stands(source, change, withdrawal_ground))
    since = change.since if change else None
    limit = None
    if since is not None and publication.about is None:
        limit = limit_if_any(at, "PN.publish.withdraw", since)
    is_late = limit is not None and at.on > limit.ends_on
    publication.record(
        ItemWithdrawn,
        at,
        withdrawal_ground=withdrawal_ground,
        reasons=reasons,
        follows=change.fact if change else "",
        changed_on=since,
        withdraw_limit=limit,
        flags=(PublicationFlag.WITHDRAWAL_LATE,) if is_late else (),
        **source.named,
    )


def _basis_stands(
    source: Source, change: Change | None, ground: WithdrawalGround
) -> Iterable[Refused]:
    """
    The decision stands, though it may be challenged, or something else became of it.
    """
    unchanged = SourceStatus.OBJECTED if source.is_objected else SourceStatus.IN_FORCE
    status = change.status if change else unchanged
    if status not in _STATUS_OF_GROUND.get(ground, ()):
        yield OutOfOrder("basis_stands", under=WITHDRAW, status=status)


@withdraw_item.unless
def cannot_withdraw(publication: Publication, at: Circumstances) -> Iterable[Refused]:
    """
    It is public.
    """
    del at
    yield from _not_public(publication)


def _not_public(publication: Publication) -> Iterable[Refused]:
    if publication.stage is not Stage.PUBLIC:
        yield OutOfOrder("not_public", under=CORRECT, status=publication.stage)
