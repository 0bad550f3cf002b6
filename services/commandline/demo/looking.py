"""
What the officers look at on a visit (现场检查), and what they find.
"""

from typing import Final

from services.commandline.demo.agenda import Telling
from services.commandline.demo.checklists import Look
from services.commandline.demo.people_names import a_name
from services.commandline.demo.visits import Visit

#: How often an item is not inspected, and how often one does not apply.
_SKIPPED: Final = 0.2
_NOT_APPLICABLE: Final = 0.04


def choose(visit: Visit) -> None:
    """
    Choose what does not conform, before anything is looked at.
    """
    rng, plan = visit.story.rng, visit.plan
    chosen: list[Look] = []
    if plan.has_major:
        visit.grave = rng.choice([look for look in visit.looks if look.major])
        chosen.append(visit.grave)
    chosen += [look for look in visit.looks if look.at_once][: plan.at_once]
    pool = [look for look in visit.looks if not (look.at_once or look in chosen)]
    chosen += rng.sample(pool, max(0, min(plan.found - len(chosen), len(pool))))
    visit.wrong = tuple(look for look in visit.looks if look in chosen)
    rest = [look.code for look in visit.looks if look not in visit.wrong]
    if rest and visit.story.chance(_SKIPPED):
        visit.skipped = rng.choice(rest)


def look_around(visit: Visit) -> Telling:
    """
    Tell what the officers look at and find; a visit that is only begun breaks off.
    """
    half = len(visit.looks) // 2
    looks = visit.looks[:half] if visit.plan.stops else visit.looks
    for look in looks:
        yield from visit.passing(2, 7)
        is_wrong = look in visit.wrong
        visit.there(
            "answer-checklist-item",
            checklist_item=look.code,
            answer="violates" if is_wrong else _answer(visit, look),
            reason="该设备停用检修" if look.code == visit.skipped else None,
            evidence=visit.evidence if is_wrong else (),
        )
        if is_wrong:
            yield from _found(visit, look)
    if visit.plan.advised:
        _advised(visit, looks[-1])


def _advised(visit: Visit, look: Look) -> None:
    """
    Have an expert, enrolled the same day, say what is found about an item.
    """
    story = visit.story
    expert = story.do(
        "enrol-expert",
        visit.city.clerk(visit.firm.bureau),
        name=a_name(story.rng),
        expert_field="电气安全",
        employer_name="市电气检测院（演示）",
    ).file
    visit.there(
        "submit-expert-finding",
        expert=expert,
        checklist_item=look.code,
        opinion="配电箱接地可靠，用电负荷在允许范围内",
    )


def _answer(visit: Visit, look: Look) -> str:
    if look.code == visit.skipped:
        return "not_inspected"
    return "not_applicable" if visit.story.chance(_NOT_APPLICABLE) else "conforms"


def _found(visit: Visit, look: Look) -> Telling:
    """
    Tell that something is found, and put right at once where it can be.
    """
    yield from visit.passing(1, 4)
    visit.there(
        "record-finding",
        description=look.found,
        is_violation=True,
        area=look.area,
        violation_code=look.violation,
        checklist_item=look.code,
        evidence=visit.evidence,
    )
    visit.item_nos[look] = len(visit.item_nos) + 1
    if not look.at_once or len(visit.corrected) >= visit.plan.at_once:
        visit.left.append(look)
        return
    yield from visit.passing(8, 25)
    visit.there(
        "correct-finding-on-spot",
        item_no=visit.item_nos[look],
        done=look.done,
        evidence=visit.evidence,
    )
    visit.corrected.append(look)
