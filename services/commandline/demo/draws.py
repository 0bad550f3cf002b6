"""
Drawing by lot (双随机): pools and seed laid down, drawn, put right, and visited.
"""

from collections.abc import Iterator
from datetime import timedelta
from typing import Final
from uuid import UUID

from domain.procedures.drawing import visits_drawn
from domain.random_draw.lots import commitment_of
from services.commandline.demo.agenda import Telling
from services.commandline.demo.city import City, Firm, persons_of
from services.commandline.demo.desk import Story
from services.commandline.demo.hours import in_office, later, next_day
from services.commandline.demo.people_names import a_name
from services.commandline.demo.shown import result_shown

#: Days before the last one on which a draw is prepared.
_AGO: Final = 70
_BUREAU: Final = "city"
_VISITS: Final = 3


def drawn_by_lot(city: City) -> Iterator[Telling]:
    """
    Give the stories of draws.
    """
    yield double_random(city)
    yield drawn_in_public(city)


def double_random(city: City) -> Telling:
    """
    Tell that enterprises and officers are drawn; one of the officers has an interest in
    a firm, and others go there.
    """
    story = city.story("draw")
    yield in_office(story.rng, later(city.until - timedelta(days=_AGO), 0))
    firms = [f for f in city.firms if f.bureau == _BUREAU and f.id and not f.is_gone]
    clerk, team = city.clerk(_BUREAU), city.offices.teams[_BUREAU]
    seed = f"演示种子-{story.rng.getrandbits(64):016x}"
    draw = story.do(
        "commit-random-draw",
        clerk,
        name="工贸企业安全生产双随机抽查（演示）",
        enterprise_pool=tuple(firm.file for firm in firms),
        officer_pool=persons_of(tuple(team)),
        visits_count=min(_VISITS, len(firms)),
        officers_each_count=2,
        seed_commitment=commitment_of(seed),
    ).file
    yield in_office(story.rng, next_day(story.now))
    story.do("conduct-random-draw", clerk, file=draw, seed=seed)
    yield in_office(story.rng, next_day(story.now))
    visit = visits_drawn(story.read(draw))[0]
    others = [o for o in persons_of(tuple(team)) if o not in visit.inspectors]
    story.do(
        "override-draw",
        clerk,
        file=draw,
        enterprise=visit.enterprise,
        replacing_visit={
            "enterprise": visit.enterprise,
            "inspectors": tuple(others[:2]),
        },
        reason="抽中人员与该企业有利害关系，依法回避",
        approver=city.head(_BUREAU).person,
    )
    by_file = {firm.id: firm for firm in firms}
    for each in visits_drawn(story.read(draw)):
        firm = by_file[each.enterprise]
        if firm.takes_visit(story.today.year):
            yield from visited_as_drawn(
                city, story, firm, draw=draw, inspectors=each.inspectors
            )
            return


def drawn_in_public(city: City) -> Telling:
    """
    Tell that the hashes of a small draw are public before it, and everything that is
    needed to draw again once its one visit was made.
    """
    story, discloser = city.story("draw/public"), city.discloser(_BUREAU)
    yield in_office(story.rng, later(city.until - timedelta(days=_AGO - 20), 0))
    firms = [f for f in city.firms if f.bureau == _BUREAU and f.id and not f.is_gone]
    firms = [firm for firm in firms if firm.takes_visit(story.today.year)]
    clerk, team = city.clerk(_BUREAU), city.offices.teams[_BUREAU]
    seed = f"演示种子-{story.rng.getrandbits(64):016x}"
    draw = story.do(
        "commit-random-draw",
        clerk,
        name="重点企业双随机抽查（演示）",
        enterprise_pool=tuple(firm.file for firm in firms),
        officer_pool=persons_of(tuple(team)),
        visits_count=1,
        officers_each_count=2,
        seed_commitment=commitment_of(seed),
    ).file
    item = result_shown(city, story, draw, bureau=_BUREAU, kind="random_draw").file
    yield in_office(story.rng, next_day(story.now))
    story.do("conduct-random-draw", clerk, file=draw, seed=seed)
    (visit,) = visits_drawn(story.read(draw))
    firm = next(each for each in firms if each.id == visit.enterprise)
    yield in_office(story.rng, next_day(story.now))
    yield from visited_as_drawn(
        city, story, firm, draw=draw, inspectors=visit.inspectors
    )
    said = {"reason": "检查已经进行，公布抽取结果"}
    story.do("correct-item", discloser, file=item, more=said)


def visited_as_drawn(
    city: City,
    story: Story,
    firm: Firm,
    *,
    draw: UUID,
    inspectors: tuple[UUID, ...],
) -> Telling:
    """
    Tell that a drawn visit is approved and announced, and stands before a closed gate.
    """
    team = [a for a in city.offices.teams[_BUREAU] if a.person in inspectors]
    key = firm.trade.checklist
    visit = story.do(
        "approve-inspection",
        city.head(_BUREAU),
        enterprise=firm.file,
        mode="random",
        inspection_scope="安全生产责任制、教育培训和现场管理",
        inspectors=inspectors,
        checklist=city.offices.checklists[key],
        draw=draw,
    ).file
    yield in_office(story.rng, next_day(story.now))
    story.do(
        "notify-inspection",
        team[0],
        file=visit,
        among=inspectors,
        recipient=a_name(story.rng),
        recipient_post="办公室主任",
    )
    yield in_office(story.rng, next_day(story.now))
    story.do(
        "abandon-inspection",
        team[0],
        file=visit,
        among=inspectors,
        reason="企业当日停产检修，负责人不在场，另行安排",
    )
