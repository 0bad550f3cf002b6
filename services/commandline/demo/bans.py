"""
Stories of bans (禁入情节): of a principal, by sentence, and one for life.
"""

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from services.commandline.demo.agenda import Telling
from services.commandline.demo.city import City
from services.commandline.demo.hours import in_office, later, next_day
from services.commandline.demo.listings import begun
from services.commandline.demo.people_names import a_name

_BUREAU: Final = "city"


def bans(city: City) -> Iterator[Telling]:
    """
    Give the stories of bans.
    """
    yield banned(city)
    yield banned_for_life(city)


def banned(city: City) -> Telling:
    """
    Tell that a principal is banned after a sentence, whose end fixes the term, and that
    another ban falls with the dismissal that it rested on.
    """
    story, clerk = city.story("ban/principal"), city.clerk(_BUREAU)
    paper = city.offices.paper()
    yield in_office(story.rng, later(city.until - timedelta(days=110), 0))
    terms: dict[str, object] = {
        "basis_on": story.today - timedelta(days=3),
        "ban_scope": "任何生产经营单位的主要负责人",
        "basis_paper": paper,
    }
    sentenced = story.do(
        "impose-occupational-ban",
        clerk,
        person=a_name(story.rng),
        ban_basis="judgment",
        basis_no="（演）刑初1号",
        more=terms,
    ).file
    dismissed = story.do(
        "impose-occupational-ban",
        clerk,
        person=a_name(story.rng),
        ban_basis="dismissal",
        basis_no="处分决定1号（演示）",
        more=terms,
    ).file
    yield in_office(story.rng, next_day(story.now, 20))
    story.do(
        "fix-ban-term",
        clerk,
        file=sentenced,
        sentence_ended_on=story.today - timedelta(days=1),
        evidence=(paper,),
    )
    story.do(
        "lift-ban",
        clerk,
        file=dismissed,
        reasons="处分决定经复核撤销",
        effective_on=story.today,
        evidence=(paper,),
    )


def banned_for_life(city: City) -> Telling:
    """
    Tell that somebody is banned for life, and an institution for a false report.
    """
    spot = begun(city, "false-report", nth=3, ago=70)
    yield from spot.begin()
    story, clerk = spot.story, city.clerk(_BUREAU)
    penalty = spot.decide().id
    yield in_office(story.rng, next_day(story.now))
    scope = "安全评价、检测检验业务"
    story.do("impose-industry-ban", clerk, penalty=penalty, ban_scope=scope)
    story.do(
        "impose-lifetime-ban",
        clerk,
        person=a_name(story.rng),
        ban_basis="judgment",
        basis_no="（演）刑初2号",
        basis_on=story.today - timedelta(days=4),
        ban_scope="本行业生产经营单位的主要负责人",
        basis_paper=city.offices.paper(),
    )
