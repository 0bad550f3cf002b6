"""
Training rounds of officers (轮训): gone through, and due again.
"""

from collections.abc import Iterable

from domain.acts import Reach, act
from domain.base import Role, Time
from domain.circumstances import Circumstances
from domain.grounds import blank, first
from domain.law.statutes import JILIN_OPINION
from domain.limits import limit_if_any
from domain.officer.file import (
    Officer,
    OfficerTrainingCompleted,
    OfficerTrainingOverdue,
)
from domain.refusals import OutOfOrder, Refused
from domain.values import Upload

TRAINING = f"{JILIN_OPINION.zh}(三十一)"


@act(
    "登记轮训完成",
    "Record a training round",
    by=Role.CLERK,
    under=TRAINING,
    time=Time.STATED,
    reach=Reach.BELOW,
    rows=("OFF-02",),
)
def complete_training(
    officer: Officer,
    at: Circumstances,
    *,
    course: str,
    evidence: tuple[Upload, ...] = (),
) -> None:
    """
    Record that an officer went through a training round; the next is reckoned from it.

    Args:
        officer: The officer.
        at: Who; the day on which it was completed.
        course: What was taught.
        evidence: Certificate, list of those present.

    Raises:
        OutOfOrder: If no course is named.

    Source:
        吉政发〔2018〕26号 (三十一): all officers in rounds of three years.
    """
    first(blank(course, "course_missing", under=TRAINING))
    officer.record(
        OfficerTrainingCompleted,
        at,
        course=course,
        retrain_limit=limit_if_any(at, "IN.cert.retrain", at.on),
        evidence=evidence,
    )


@act(
    "轮训逾期",
    "Mark a training round as overdue",
    by=Role.CLOCK,
    under=TRAINING,
    time=Time.STATED,
    reach=Reach.ANY,
    rows=("OFF-02",),
)
def mark_training_overdue(officer: Officer, at: Circumstances) -> None:
    """
    Mark that the time for the next training round passed without one.

    Args:
        officer: The officer.
        at: The end of that time.

    Raises:
        OutOfOrder: If no round is overdue, or it is marked already.

    Source:
        吉政发〔2018〕26号 (三十一).
    """
    missed = officer.missed_trainings(at.now)[0]
    bodies = [body for _, body in officer.roles_on(missed.limit.ends_on)]
    officer.record(
        OfficerTrainingOverdue,
        at,
        cause=missed.fact,
        started_by=missed.fact,
        limit_passed=missed.limit,
        body=bodies[-1] if bodies else officer.enrolled_at,
    )


@mark_training_overdue.unless
def cannot_mark_training(officer: Officer, at: Circumstances) -> Iterable[Refused]:
    """
    Its time is over, and nobody has marked it.
    """
    if not officer.missed_trainings(at.now):
        yield OutOfOrder("no_training_overdue", under=TRAINING)
