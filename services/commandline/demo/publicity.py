"""
What everybody may read (公开): penalties published, put right, withdrawn.
"""

from collections.abc import Mapping
from datetime import timedelta
from types import MappingProxyType
from typing import Final
from uuid import UUID

from services.commandline.demo.agenda import Telling
from services.commandline.demo.city import City
from services.commandline.demo.desk import Story
from services.commandline.demo.hours import in_office, minutes_after, next_day
from services.commandline.demo.imports import Imported

_CLASS: Final[Mapping[str, object]] = MappingProxyType(
    {
        "credit_class": "general",
        "class_ground": "按失信程度分类标准属一般（演示）",
    }
)
_RIGHT_FINE_FEN: Final = 1_800_000


def published(city: City, story: Story, item: Imported, *, channel: str) -> UUID:
    """
    Do what makes one penalty public.

    Returns:
        The publication.
    """
    return story.do(
        "publish-item",
        city.offices["disclosure-qian"],
        record=item.record,
        channel=channel,
        more=_CLASS,
    ).file


def published_together(city: City, story: Story, items: list[Imported]) -> None:
    """
    Do what makes several penalties public in one act.
    """
    story.do(
        "publish-batch",
        city.offices["disclosure-qian"],
        records=tuple(item.record for item in items),
        channel="own_site",
        more=_CLASS,
    )


def made_public(city: City, story: Story, items: list[Imported]) -> Telling:
    """
    Tell what is published of a file, what is put right, and what is withdrawn again.
    """
    rng = story.rng
    yield in_office(rng, next_day(story.now, 2))
    first = published(city, story, items[0], channel="own_site")
    yield minutes_after(rng, story.now, (1, 6))
    second = published(city, story, items[1], channel="credit_platform")
    yield minutes_after(rng, story.now, (1, 6))
    published_together(city, story, items[2:5])
    yield in_office(rng, next_day(story.now, 8))
    yield from corrected(city, story, items[0], publication=first)
    yield in_office(rng, next_day(story.now, 20))
    yield from withdrawn(city, story, items[1], publication=second)


def corrected(
    city: City, story: Story, item: Imported, *, publication: UUID
) -> Telling:
    """
    Tell that a slip of the entry is found, and what is public put right.
    """
    story.do(
        "correct-imported-record",
        city.offices["importer-sun"],
        file=item.record,
        field="fine_fen",
        correction_source="entry",
        grounds="与决定书原件核对，金额录入有误",
        new_fen=_RIGHT_FINE_FEN,
    )
    yield in_office(story.rng, next_day(story.now))
    story.do(
        "correct-item",
        city.offices["disclosure-qian"],
        file=publication,
        reason="罚款金额录入有误",
    )


def withdrawn(
    city: City, story: Story, item: Imported, *, publication: UUID
) -> Telling:
    """
    Tell that a penalty was revoked, and is withdrawn within three working days.
    """
    story.do(
        "record-imported-status",
        city.offices["importer-sun"],
        file=item.record,
        stated={
            "status": "withdrawn",
            "stated_on": story.today - timedelta(days=1),
            "status_reason": "行政复议决定撤销原处罚决定",
        },
    )
    yield in_office(story.rng, next_day(story.now))
    story.do(
        "withdraw-item",
        city.offices["disclosure-qian"],
        file=publication,
        withdrawal_ground="revoked",
        reasons="原处罚决定经行政复议撤销，依法撤回公开信息",
    )
