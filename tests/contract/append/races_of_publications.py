"""
The races of publications: once on a channel, on a decision that stands (INV-61).
"""

from collections.abc import Callable

from domain.falling import ChangedBy
from domain.law.credit_classes import CreditClass
from domain.publication.facts_of_ending import NonPublicationGround
from domain.publication.file import Channel, claim_of
from infra.ledger import Request
from tests.contract.append.desks import Without
from tests.contract.append.law_races import Race
from tests.contract.append.recorded import DAY, Prefecture

_PUBLISH = "安全生产法78(2);行政处罚法48"


def published_by_the_one_first(at: Prefecture) -> Race:
    """
    INV-61: of two publications on one channel, decided at the same moment, one stands.
    """
    return _published_twice(at, "publisher", "discloser")


def published_by_the_other_first(at: Prefecture) -> Race:
    """
    INV-61: likewise the other way round.
    """
    return _published_twice(at, "discloser", "publisher")


def _published_twice(at: Prefecture, one: str, other: str) -> Race:
    first, second = _publish(at, one), _publish(at, other)
    return Race(first, second, _held(at, Channel.OWN_SITE), "public_already", _PUBLISH)


def fallen_then_published(at: Prefecture) -> Race:
    """
    行政处罚法48(2): what fell in the race is not made public.
    """
    off = (Without(versions=(at.penalty,)),)
    return Race(_revoke(at), _publish(at), off, "decision_fallen", _PUBLISH)


def published_then_fallen(at: Prefecture) -> Race:
    """
    行政处罚法75(2): what is public can fall, and is withdrawn then.
    """
    return Race(_publish(at), _revoke(at))


def kept_back_then_published(at: Prefecture) -> Race:
    """
    政府信息公开条例14: what is not to be public is so on no channel.
    """
    platform = _publish(at, channel=Channel.CREDIT_PLATFORM)
    off = _held(at, Channel.OWN_SITE)
    return Race(_keep_back(at), platform, off, "ended", _PUBLISH)


def published_then_kept_back(at: Prefecture) -> Race:
    """
    行政处罚法48(2): what is public on whatever channel is withdrawn, not kept back.
    """
    platform = _publish(at, channel=Channel.CREDIT_PLATFORM)
    off = _held(at, Channel.CREDIT_PLATFORM)
    return Race(platform, _keep_back(at), off, "public_already", _PUBLISH)


def _held(at: Prefecture, channel: Channel) -> tuple[Without, ...]:
    return (Without(claims=(claim_of(at.penalty, channel),)),)


def _publish(
    at: Prefecture, by: str = "publisher", channel: Channel = Channel.OWN_SITE
) -> Request:
    return at.request(
        "publish-penalty",
        by,
        at.penalty,
        channel=channel,
        credit_class=CreditClass.GENERAL,
        class_ground="较大数额罚款",
    )


def _keep_back(at: Prefecture) -> Request:
    return at.request(
        "decide-not-to-publish",
        "discloser",
        at.penalty,
        non_publication_ground=NonPublicationGround.STATE_SECRET,
        reason="涉密单位",
        approver=at.id("head"),
    )


def _revoke(at: Prefecture) -> Request:
    return at.request(
        "revoke-decision",
        "head",
        at.penalty,
        changed_by=ChangedBy.OWN,
        reason="事实不清",
        effective_on=DAY,
    )


#: Every race in which the second act loses.
LOST: tuple[Callable[[Prefecture], Race], ...] = (
    published_by_the_one_first,
    published_by_the_other_first,
    fallen_then_published,
    kept_back_then_published,
    published_then_kept_back,
)

#: The other order of those races in which the law lets both acts be done.
BOTH_DONE: tuple[Callable[[Prefecture], Race], ...] = (published_then_fallen,)
