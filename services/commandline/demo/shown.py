"""
What the bureau does with each penalty of its own (公开处罚): shows it to everybody in
time, and takes it down when it falls.
"""

from typing import Final
from uuid import UUID

from services.commandline.demo.agenda import Telling
from services.commandline.demo.city import City
from services.commandline.demo.desk import CLOCK, Done, Story
from services.commandline.demo.hours import ONE_DAY, moment

_GROUND: Final = "按失信程度分类标准认定（演示）"


def shown(
    city: City,
    story: Story,
    penalty: UUID,
    *,
    channel: str = "own_site",
    grave: str = "general",
) -> Done:
    """
    Do what makes a penalty public.
    """
    said = {"channel": channel, "credit_class": grave, "class_ground": _GROUND}
    discloser = city.offices["disclosure-qian"]
    return story.do("publish-penalty", discloser, file=penalty, more=said)


def result_shown(
    city: City, story: Story, file: UUID, *, bureau: str, kind: str
) -> Done:
    """
    Do what makes a result of a file public on the own site.
    """
    said = {"about": file, "result_kind": kind, "channel": "own_site"}
    return story.do("publish-result", city.discloser(bureau), more=said)


def left_unpublished(story: Story, file: UUID) -> Telling:
    """
    Tell that nobody publishes the newest result of a file in time, where the law sets
    one, which the clock marks.
    """
    limit = getattr(story.read(file).history[-1], "publish_limit", None)
    if limit is not None:
        yield moment(limit.ends_on + ONE_DAY, 0, 0, second=37)
        story.do("mark-result-overdue", CLOCK, file=file, at=limit.ends_at)


def taken_down(city: City, story: Story, item: UUID, *, ground: str) -> None:
    """
    Do what withdraws a penalty that fell from where it was public.
    """
    said = {
        "withdrawal_ground": ground,
        "reasons": "原处罚决定已不成立，依法撤回公开信息",
    }
    discloser = city.offices["disclosure-qian"]
    story.do("withdraw-item", discloser, file=item, more=said)
