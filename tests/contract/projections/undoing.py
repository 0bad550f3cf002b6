"""
Feeding a read model for a while, and taking everything back.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress

from infra.read_model import ReadModel


class Undone(Exception):
    """
    What was written is to be taken back.
    """


@contextmanager
def undone(model: ReadModel) -> Iterator[None]:
    """
    Take back whatever is written to a model within.
    """
    with suppress(Undone), model.store.transaction():
        yield
        raise Undone
