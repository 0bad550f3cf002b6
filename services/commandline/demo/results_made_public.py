"""
What everybody reads of the bureau's permits and of what it exposes (公开执法结果): in
time and late, put right, withdrawn, kept back, batch by batch.
"""

from collections.abc import Iterator
from datetime import timedelta
from typing import Final
from uuid import UUID

from services.commandline.demo.agenda import Telling
from services.commandline.demo.cases import Filing
from services.commandline.demo.city import City, Firm
from services.commandline.demo.desk import Story
from services.commandline.demo.hours import in_office, later, next_day
from services.commandline.demo.restraints import Restrained
from services.commandline.demo.shown import left_unpublished, result_shown

_BUREAU: Final = "city"
_TERM: Final = timedelta(days=3 * 365)


def results_made_public(city: City) -> Iterator[Telling]:
    """
    Give the publications of results that every city has, besides those of its visits.
    """
    yield renewed_and_revoked(city)
    yield late(city)
    yield kept_back(city)
    yield stopped_below_ground(city)


def _firm(city: City, nth: int) -> Firm:
    return Filing(city, "permit", nth, 0).firm


def _permitted(city: City, story: Story, nth: int) -> UUID:
    """
    Have a permit of the bureau's own recorded.
    """
    return story.do(
        "record-permit",
        city.clerk(_BUREAU),
        enterprise=_firm(city, nth).file,
        permit_kind="烟花爆竹经营(批发)许可证",
        permit_no=f"（演示）YHPF〔{story.today.year}〕{nth:03d}号",
        issuing_authority=city.offices.named(_BUREAU).name,
        valid_from=story.today,
        valid_until=story.today + _TERM,
    ).file


def renewed_and_revoked(city: City) -> Telling:
    """
    Tell that a permit is public, put right when it is renewed, and withdrawn when it is
    revoked.
    """
    story, discloser = city.story("permit/revoked"), city.discloser(_BUREAU)
    yield in_office(story.rng, later(city.until - timedelta(days=90), 0))
    permit = _permitted(city, story, 13)
    yield in_office(story.rng, next_day(story.now))
    item = result_shown(city, story, permit, bureau=_BUREAU, kind="permit").file
    yield in_office(story.rng, next_day(story.now, 20))
    term = {"valid_from": story.today, "valid_until": story.today + _TERM}
    clerk = city.clerk(_BUREAU)
    story.do("change-permit", clerk, file=permit, changed="延续", more=term)
    said = {"reason": "许可已延续"}
    story.do("correct-item", discloser, file=item, more=said)
    yield in_office(story.rng, next_day(story.now, 20))
    story.do(
        "record-licence-revocation",
        clerk,
        file=permit,
        revoked_by=city.offices.named(_BUREAU).name,
        decision_no="（演示）应急罚〔吊〕1号",
        effective_on=story.today,
    )
    gone = {"withdrawal_ground": "licence_revoked", "reasons": "许可已依法吊销"}
    story.do("withdraw-item", discloser, file=item, more=gone)


def late(city: City) -> Telling:
    """
    Tell that nobody publishes a permit in time, which the clock marks.
    """
    story = city.story("permit/late")
    yield in_office(story.rng, later(city.until - timedelta(days=60), 0))
    permit = _permitted(city, story, 14)
    yield from left_unpublished(story, permit)
    yield in_office(story.rng, next_day(story.now, 2))
    result_shown(city, story, permit, bureau=_BUREAU, kind="permit")


def kept_back(city: City) -> Telling:
    """
    Tell that a permit is not published, on a ground of the law.
    """
    story = city.story("permit/kept")
    yield in_office(story.rng, later(city.until - timedelta(days=50), 0))
    permit = _permitted(city, story, 15)
    yield in_office(story.rng, next_day(story.now, 2))
    said = {
        "about": permit,
        "result_kind": "permit",
        "non_publication_ground": "state_secret",
        "reason": "涉密储存点，密级由主管部门确定（演示）",
        "approver": city.head(_BUREAU).person,
    }
    discloser = city.discloser(_BUREAU)
    story.do("decide-not-to-publish-result", discloser, more=said)


def stopped_below_ground(city: City) -> Telling:
    """
    Tell that a firm's small coal pit stands still, and that this is announced later
    than the five working days of the coal rules.
    """
    story, firm = city.story("coal"), Filing(city, "coal", 6, 0).firm
    held = Restrained(city, story, firm)
    yield from held.begin(40)
    yield from held.endangered()
    order = held.on_site(
        "order-suspension", rests_on=held.rests_on, scope="附属煤矿井下作业", coal=True
    )
    yield from left_unpublished(story, order)
    yield from held.wait(1)
    held.shown(order, "suspension")
