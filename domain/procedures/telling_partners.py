"""
Which partners hold what a credit record says (知悉信用信息的联合惩戒单位).

A partner that was asked for a measure reads the credit facts of its subject. Whatever
becomes of them it is told, also once the measure is lifted: what is repaired or was
wrong is used nowhere any more (发改委令36号).
"""

from collections.abc import Iterable, Iterator
from uuid import UUID

from domain.circumstances import Circumstances
from domain.credit_record.file import CreditRecord
from domain.joint_measure.file import JointMeasure, entry_tag
from domain.list_entry.facts import subject_tags
from domain.list_entry.file import ListEntry


def partners_of(
    at: Circumstances,
    body: UUID | None,
    *,
    enterprise: UUID | None,
    person_key: str,
) -> tuple[UUID, ...]:
    """
    List the partners that a body has asked for a measure against a subject.

    Args:
        at: The circumstances; entries and measures are read through them.
        body: Whose record it is.
        enterprise: The subject, an enterprise.
        person_key: Or a person.

    Source:
        发改委令36号: publicity, sharing and use end together, on all platforms.
    """
    found = _asked(at, body, subject_tags(enterprise, person_key))
    return tuple(dict.fromkeys(found))


def _asked(at: Circumstances, body: UUID | None, tags: Iterable[str]) -> Iterator[UUID]:
    for tag in tags:
        for each in at.tagged(tag):
            entry = at.read(ListEntry, each)
            if entry.body != body:
                continue
            for one in at.tagged(entry_tag(entry.id)):
                measure = at.read(JointMeasure, one)
                if measure.partner and measure.discipline_measure:
                    yield measure.partner


def told_of(record: CreditRecord, at: Circumstances) -> tuple[UUID, ...]:
    """
    List the partners that hold what a credit record says.

    Args:
        record: The record.
        at: The circumstances.
    """
    return partners_of(
        at,
        record.body,
        enterprise=record.enterprise,
        person_key=record.person_key,
    )
