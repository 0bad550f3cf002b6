"""
Who asks read models in tests, and how.
"""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from domain.base import Audience, Role
from infra.questions import Ask, Reader
from infra.read_model import ReadModel
from infra.tables_of_rows import Value

#: Nobody in particular.
ANYBODY = Reader(Role.PUBLIC)


def officer_of(body: UUID) -> Reader:
    """
    Somebody who may see the files of one body, and what is public.
    """
    audiences = frozenset((Audience.PUBLIC, Audience.OFFICE))
    return Reader(Role.OFFICER, UUID(int=7), body, frozenset((body,)), audiences)


def answered(
    model: ReadModel,
    question: str,
    reader: Reader = ANYBODY,
    /,
    *,
    as_of: date | None = None,
    known_at: int | None = None,
    **terms: object,
) -> tuple[Mapping[str, Value], ...]:
    """
    Put a question to a read model, and give the rows of its first page.

    Args:
        model: Which.
        question: Its name.
        reader: Who asks.
        as_of: For which legal day.
        known_at: As known at which position.
        terms: What it is put with.
    """
    ask = Ask(reader, as_of, known_at)
    return model.answer(question, ask, **terms).rows
