"""
Publishing a penalty of the body's own (公开自办处罚), or deciding not to.

A penalty on a production unit is public always, whatever its kind (安全生产法78(2));
one on a natural person for its social effect (行政处罚法48), without the name.
"""

from collections.abc import Iterable
from typing import Any, Final

from domain.acts import act
from domain.base import Role
from domain.circumstances import Circumstances
from domain.grounds import first
from domain.law.credit_classes import CreditClass
from domain.law.statutes import PENALTY_LAW
from domain.penalty.file import Penalty
from domain.penalty.grounds import fallen
from domain.procedures.adoption import limit_in_force
from domain.procedures.approvals import not_approved
from domain.procedures.challenges import is_challenged
from domain.procedures.credit_of_penalties import (
    is_repaired,
    not_of_record,
    revived_by,
)
from domain.procedures.own_penalties import (
    cannot_be_shown,
    content_of,
    decided,
    source_fact_of,
)
from domain.procedures.publicity import CLASSES, PUBLISH, hidden_fields, longest_term
from domain.procedures.publishing import SCHEMA
from domain.procedures.publishing_once import (
    cannot_repeat,
    kept_back,
    make_public,
    publication_on,
)
from domain.publication.facts_of_ending import (
    NonPublicationDecided,
    NonPublicationGround,
)
from domain.publication.file import (
    Channel,
    PartyField,
    Publication,
    PublicationFlag,
    PublicityTerm,
    PublicText,
    Stage,
)
from domain.references import OfficerRef
from domain.refusals import BeyondTheLaw, OutOfOrder, Refused

SOCIAL_EFFECT: Final = PENALTY_LAW.article(48)
NOT_PUBLIC: Final = "政府信息公开条例14;政府信息公开条例17;行政处罚法48"

#: Grounds that the law knows for a natural person's penalty alone.
_OF_PERSONS: Final = frozenset(
    (NonPublicationGround.MINOR_PERSON, NonPublicationGround.NO_SOCIAL_EFFECT)
)


@act(
    "公开处罚决定",
    "Publish a decision",
    by=Role.DISCLOSURE_OFFICER,
    under=PUBLISH,
    rules=("INV-61",),
    rows=("PUB-01", "PUB-08"),
)
def publish_penalty(
    penalty: Penalty,
    at: Circumstances,
    *,
    channel: Channel,
    credit_class: CreditClass,
    class_ground: str,
    social_effect: str = "",
    hide: tuple[PublicText, ...] = (),
) -> Publication:
    """
    Make a penalty of the body's own public on one channel.

    Seven working days run from the decision, not from its service; later than that it
    is published all the same, and marked.

    Args:
        penalty: The penalty.
        at: Who, when.
        channel: Where.
        credit_class: How grave it is for credit; decides how long it is shown.
        class_ground: By which standard it is of that class.
        social_effect: Of a natural person's penalty: what social effect it has.
        hide: Texts that are not shown because they describe others.

    Raises:
        OutOfOrder: If it is not served, it fell or was repaired, its class is unknown,
            it is public already, or it was withdrawn, has ended or is not to be public.
        BeyondTheLaw: If it is a natural person's without social effect or a text shows
            what it must not, or it is a minor one and for the credit platform, or there
            of another class than recorded.

    Source:
        安全生产法 78(2); 行政处罚法 48; 发改委令36号 for classes and terms.
    """
    there = publication_on(at, penalty.id, channel)
    now, revived = source_fact_of(penalty), revived_by(penalty, at)
    is_revived = there is not None and there.stage is Stage.REPAIRED and revived
    is_classed = credit_class is not CreditClass.UNKNOWN
    term = (
        longest_term(at, credit_class, penalty.decided_on, is_own=True)
        if is_classed
        else None
    )
    first(
        cannot_repeat(there, revived if is_revived else now, under=PUBLISH),
        kept_back(at, penalty.id, now, under=PUBLISH),
        _without_effect(penalty, social_effect),
        cannot_be_shown(penalty, channel, credit_class=credit_class, hide=hide),
        not_of_record(penalty, at, channel, graded=credit_class),
        _term_over(at, term),
    )
    limit = limit_in_force(at, decided(penalty), decided(penalty).publish_limit)
    is_late = limit is not None and at.on > limit.ends_on
    terms: dict[str, Any] = {
        "penalty": penalty.id,
        "enterprise": penalty.enterprise,
        "channel": channel,
        "credit_class": credit_class,
        "class_ground": class_ground,
        "content": content_of(penalty, at, hide),
        "term": term,
        "schema": SCHEMA,
        "hidden": hidden_fields(at, hide, person=penalty.enterprise is None),
        "source_fact": now,
        "source_facts": _rests_on(penalty, revived),
        "objected": is_challenged(at, penalty.id),
        "social_effect": social_effect.strip(),
        "due_on": limit.ends_on if limit else None,
        "flags": (PublicationFlag.PUBLICATION_LATE,) if is_late else (),
    }
    return make_public(at, penalty, there, terms=terms, cause=revived or now)


@publish_penalty.unless
def cannot_publish(penalty: Penalty, at: Circumstances) -> Iterable[Refused]:
    """
    Served, it stands, and what it was recorded as is not repaired.
    """
    yield from fallen(penalty, under=PUBLISH)
    if penalty.served_on is None:
        yield OutOfOrder("not_served", under=PUBLISH)
    if is_repaired(penalty, at):
        yield OutOfOrder("ended", under=PUBLISH, status=Stage.REPAIRED)


def _rests_on(penalty: Penalty, revived: str) -> tuple[str, ...]:
    """
    Name all that is shown rests on: the penalty's facts, and a repair that was revoked.
    """
    facts = tuple(fact.id for fact in penalty.history)
    return (*facts, revived) if revived else facts


def _without_effect(penalty: Penalty, social_effect: str) -> Iterable[Refused]:
    """
    A natural person's penalty is public only for its social effect (行政处罚法48).
    """
    if penalty.enterprise is None and not social_effect.strip():
        yield BeyondTheLaw(
            "restricted_field", under=SOCIAL_EFFECT, fields=(PartyField.NAME,)
        )


def _term_over(at: Circumstances, term: PublicityTerm | None) -> Iterable[Refused]:
    if term is None:
        yield OutOfOrder("term_unknown", under=CLASSES)
    elif term.until_on < at.on:
        yield OutOfOrder("term_over", under=CLASSES, until=term.until_on)


@act(
    "决定不予公开",
    "Decide not to publish",
    by=Role.DISCLOSURE_OFFICER,
    under=NOT_PUBLIC,
    rules=("INV-61",),
    rows=("PUB-01",),
)
def decide_not_to_publish(
    penalty: Penalty,
    at: Circumstances,
    *,
    non_publication_ground: NonPublicationGround,
    reason: str,
    approver: OfficerRef,
) -> None:
    """
    Decide that a penalty is not published, on a ground of the law.

    Args:
        penalty: The penalty.
        at: Who, when.
        non_publication_ground: The ground.
        reason: Why it is given here.
        approver: The head of the body who approved it.

    Raises:
        OutOfOrder: If no head approved it, the decision fell, it is public, or this is
            decided already.
        BeyondTheLaw: If the law has no such ground for this party, or none is told.

    Source:
        政府信息公开条例 14, 17; 行政处罚法 48; 安全生产法 78(2): a unit's is public.
    """
    first(not_approved(at, approver, under=NOT_PUBLIC))
    first(_no_ground(penalty, non_publication_ground, reason))
    terms: dict[str, Any] = {
        "penalty": penalty.id,
        "non_publication_ground": non_publication_ground,
        "reason": reason,
        "approver": approver,
        "source_fact": source_fact_of(penalty),
        "enterprise": penalty.enterprise,
    }
    there = publication_on(at, penalty.id, Channel.OWN_SITE)
    if there is None:
        Publication.start(NonPublicationDecided, at, because=penalty, **terms)
    else:
        there.record(NonPublicationDecided, at, cause=penalty.last_fact, **terms)


@decide_not_to_publish.unless
def cannot_decide_not_to(penalty: Penalty, at: Circumstances) -> Iterable[Refused]:
    """
    It stands, is public nowhere, and this is not decided yet.
    """
    yield from fallen(penalty, under=NOT_PUBLIC)
    for channel in Channel:
        there = publication_on(at, penalty.id, channel)
        if there is None:
            continue
        if there.stage is Stage.PUBLIC:
            yield OutOfOrder("public_already", under=PUBLISH, publication=there.id)
        if there.stage is Stage.NOT_PUBLISHED:
            yield OutOfOrder("ended", under=PUBLISH, status=there.stage)


def _no_ground(
    penalty: Penalty, ground: NonPublicationGround, reason: str
) -> Iterable[Refused]:
    is_unit = penalty.enterprise is not None
    if (is_unit and ground in _OF_PERSONS) or not reason.strip():
        yield BeyondTheLaw("no_ground", under=NOT_PUBLIC, ground=ground)
