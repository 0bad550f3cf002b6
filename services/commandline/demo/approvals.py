"""
Stories of approvals (审批情节): a county lays a ladder down for the termination of a
case; one is returned and put up again, another waits for the deputy head.
"""

from datetime import timedelta
from typing import Final

from domain.base import Actor
from services.commandline.demo.agenda import Telling
from services.commandline.demo.cases import Matter
from services.commandline.demo.city import City, Firm, persons_of
from services.commandline.demo.desk import Story
from services.commandline.demo.hours import (
    afternoon,
    in_office,
    later,
    morning,
    next_day,
)
from services.commandline.demo.places import PACK

#: The county that has a ladder.
_COUNTY: Final = "bin"
_MATTER: Final = "case_termination"

_ADOPTED_AFTER: Final = 60
_TOLD_AGO: Final = 40
_LEFT_AGO: Final = 12


def approvals(city: City) -> tuple[Telling, ...]:
    """
    Give all of them, each as a story of its own.
    """
    return (_laid_down(city), _returned_once(city), _left_waiting(city))


def _laid_down(city: City) -> Telling:
    """
    Tell that the county adopts a pack with a ladder.
    """
    story, offices = city.story("approval/ladder"), city.offices
    yield in_office(story.rng, later(city.started_on, _ADOPTED_AFTER))
    county = offices.named(_COUNTY)
    ladder = {
        "parameter": f"ladder.{_MATTER}",
        "value": "checker,head,principal_head",
        "basis": f"{county.name}案件审批办法第四条",
    }
    by = offices["clerk-he"]
    done = story.do(
        "publish-rule-pack",
        by,
        pack_code=PACK,
        pack_version=f"演示{city.started_on.year}.审批",
        changes=(ladder,),
    )
    said = {"region": county.region, "since_on": story.today}
    story.do("adopt-rule-pack", by, file=done.file, more=said)


def _returned_once(city: City) -> Telling:
    """
    Tell a case that is put up, returned, put up again and terminated.
    """
    story = city.story("approval/returned")
    yield morning(story.rng, later(city.until - timedelta(days=_TOLD_AGO), 0))
    case = _filed(city, story, nth=0)
    yield from case.conclude()
    yield afternoon(story.rng, next_day(story.now))
    _given(case, case.firm.lead, "建议终止：违法事实不能成立")
    yield afternoon(story.rng, next_day(story.now))
    returned = {"approval_matter": _MATTER, "reason": "未附投入台账的核对说明"}
    case.do("return-approval", case.chair, **returned)
    yield afternoon(story.rng, next_day(story.now))
    _given(case, case.firm.lead, "已补核对说明，建议终止：违法事实不能成立")
    yield afternoon(story.rng, next_day(story.now))
    _given(case, case.chair, "核对无误，同意")
    yield afternoon(story.rng, next_day(story.now))
    _given(case, case.head, "同意终止，请主要负责人审定")
    yield afternoon(story.rng, next_day(story.now))
    case.do(
        "terminate-case",
        city.second_head(case.firm.bureau),
        termination_ground="no_violation",
        reason="经核对，安全投入已经落实",
    )


def _left_waiting(city: City) -> Telling:
    """
    Tell a case whose termination waits for the deputy head when the city opens.
    """
    story = city.story("approval/waiting")
    yield morning(story.rng, later(city.until - timedelta(days=_LEFT_AGO), 0))
    case = _filed(city, story, nth=1)
    yield from case.conclude()
    yield afternoon(story.rng, next_day(story.now))
    _given(case, case.firm.lead, "建议终止：当事人已经注销")
    yield afternoon(story.rng, next_day(story.now))
    _given(case, case.chair, "情况属实，同意")


def _filed(city: City, story: Story, *, nth: int) -> Matter:
    """
    Have a case filed on a firm of the county.
    """
    firm = _firm(city, nth)
    done = story.do(
        "file-case",
        city.head(firm.bureau),
        taken_from={"case_source": "tip_off", "source_paper": city.offices.paper()},
        violation={
            "case_name": f"{firm.name}未落实安全投入案",
            "violation_code": "AQ-093",
            "discovered_on": story.today,
        },
        handlers=persons_of(firm.team),
        enterprise=firm.file,
    )
    return Matter(city, story, firm, done.file)


def _firm(city: City, nth: int) -> Firm:
    led = [f for f in city.firms if f.bureau == _COUNTY and not f.is_gone]
    return led[nth % len(led)]


def _given(case: Matter, by: Actor, opinion: str) -> None:
    case.do("give-approval", by, approval_matter=_MATTER, opinion=opinion)
