"""
Who asks read models in tests.
"""

from uuid import UUID

from domain.base import Audience, Role
from infra.questions import Reader

#: Nobody in particular.
ANYBODY = Reader(Role.PUBLIC)


def officer_of(body: UUID) -> Reader:
    """
    Somebody who may see the files of one body, and what is public.
    """
    audiences = frozenset((Audience.PUBLIC, Audience.OFFICE))
    return Reader(Role.OFFICER, UUID(int=7), body, frozenset((body,)), audiences)
