"""
What the credit record says of a penalty that is public, or is to be (处罚的信用状况).

On the credit platform a penalty is shown as of the class that its body recognised, for
that decides how long it is shown and when it can be repaired (发改委令36号): the two
never differ. The body's own site shows every penalty on a unit by another law
(安全生产法78(2)), and is not measured by the record.
"""

from collections.abc import Iterable, Iterator

from domain.circumstances import Circumstances
from domain.credit_record.choices import Stage
from domain.credit_record.facts import basis_tag
from domain.credit_record.file import CreditItem, CreditRecord
from domain.credit_record.grounds import REPAIR
from domain.law.credit_classes import CreditClass
from domain.penalty.file import Penalty
from domain.procedures.own_penalties import change_since
from domain.publication.file import Channel, Publication, claim_of
from domain.publication.file import Stage as PublicStage
from domain.refusals import BeyondTheLaw, OutOfOrder, Refused


def _items(penalty: Penalty, at: Circumstances) -> Iterator[CreditItem]:
    """
    Give what the penalty is recorded as, and was not withdrawn.
    """
    for each in at.tagged(basis_tag(Penalty.TOPIC, penalty.id)):
        for item in at.read(CreditRecord, each).resting_on(penalty.id):
            if item.stage is not Stage.WITHDRAWN:
                yield item


def is_repaired(penalty: Penalty, at: Circumstances) -> bool:
    """
    Whether the dishonesty that a penalty was recorded as is repaired.

    Args:
        penalty: The penalty.
        at: The circumstances.
    """
    stages = [item.stage for item in _items(penalty, at)]
    return bool(stages) and all(each is Stage.REPAIRED for each in stages)


def revived_by(penalty: Penalty, at: Circumstances) -> str:
    """
    Name the fact by which a repair was revoked that had been got by fraud, and after
    which the penalty is shown again; empty if there is none.

    Args:
        penalty: The penalty.
        at: The circumstances.

    Source:
        发改委令36号: what was repaired by fraud stands again.
    """
    revoked = [item.repair_revoked for item in _items(penalty, at) if item.is_standing]
    return next((fact for fact in revoked if fact), "")


def not_of_record(
    penalty: Penalty, at: Circumstances, channel: Channel, *, graded: CreditClass
) -> Iterable[Refused]:
    """
    The credit platform would show another class than the body recognised.

    Args:
        penalty: The penalty.
        at: The circumstances.
        channel: Where it is to be shown.
        graded: As of which class.

    Source:
        发改委令36号: whoever recognises a class answers for it on every platform.
    """
    if channel is not Channel.CREDIT_PLATFORM:
        return
    for item in _items(penalty, at):
        if item.credit_class is not graded:
            yield BeyondTheLaw(
                "class_not_of_record",
                under=REPAIR,
                credit_class=graded,
                recorded=item.credit_class,
            )


def not_as_shown(
    penalty: Penalty, at: Circumstances, graded: CreditClass
) -> Iterable[Refused]:
    """
    The credit platform shows another class than is to be recorded: what is wrong there
    is corrected first. What is to be withdrawn there in any case hinders nothing.

    Args:
        penalty: The penalty.
        at: The circumstances.
        graded: The class to be recorded.

    Source:
        发改委令36号.
    """
    held = at.holder(claim_of(penalty.id, Channel.CREDIT_PLATFORM))
    shown = at.read(Publication, held) if held else None
    if shown is None or shown.stage is not PublicStage.PUBLIC:
        return
    if change_since(penalty, shown.source_fact) is not None:
        return
    if shown.credit_class is not graded:
        yield OutOfOrder(
            "class_not_of_platform",
            under=REPAIR,
            credit_class=graded,
            shown_class=shown.credit_class,
            publication=shown.id,
        )
