"""
What the clock flags in the stories (违规警示), told when a time has passed.
"""

from datetime import datetime, timedelta
from uuid import UUID

from domain.limits import Limit
from domain.procedures.flagging import time_to_flag
from services.commandline.demo.agenda import Telling
from services.commandline.demo.desk import CLOCK, Story
from services.commandline.demo.hours import ONE_DAY, moment


def flagged(story: Story, act: str, hazard: UUID) -> Telling:
    """
    Tell that the clock flags what was not done about a hazard in its time, unless the
    law finds nothing to flag then.
    """
    limit = time_to_flag(story.read(hazard), act)
    if limit is None:
        return
    yield _midnight(limit)
    if story.is_open_to(CLOCK, act, hazard):
        story.do(act, CLOCK, file=hazard, at=limit.ends_at)


def no_outcome(story: Story, visit: UUID, *, item_no: int) -> Telling:
    """
    Tell that the clock flags a finding that led to nothing.
    """
    act = "flag-no-outcome"
    limit = time_to_flag(story.read(visit), act, item_no)
    if limit is not None:
        yield _midnight(limit)
        story.do(act, CLOCK, file=visit, at=limit.ends_at, item_no=item_no)


def not_approved(story: Story, visit: UUID) -> Telling:
    """
    Tell that the clock flags an urgent visit which nobody approved in its hours.
    """
    act = "flag-not-approved"
    limit = time_to_flag(story.read(visit), act)
    if limit is not None:
        yield limit.ends_at + timedelta(minutes=1)
        story.do(act, CLOCK, file=visit, at=limit.ends_at)


def _midnight(limit: Limit) -> datetime:
    return moment(limit.ends_on + ONE_DAY, 0, 0, second=11)
