"""
What an append depends on: what the act saw (D4), and the key under which it came (D10).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID


@dataclass(frozen=True)
class Key:
    """
    An idempotency key (幂等键).

    Args:
        scope: Of which actor.
        key: As the caller made it.
        request: HMAC of the canonical request.
    """

    scope: str
    key: str
    request: bytes


@dataclass(frozen=True)
class Conditions:
    """
    What must still be so when the facts are appended.

    Args:
        versions: Version read of each file; 0 where it did not exist.
        tags: Newest position seen under each tag; 0 where there was none.
        claims: Holder seen of each claim.
        exclusive: Whether a claim that another file holds stops the append. It always
            does; a test switches it off to show that nothing else would.
        head: The last position when the examination began. While it is the last, all of
            the above is so; -1 where that is not known.
    """

    versions: Mapping[UUID, int] = field(default_factory=dict)
    tags: Mapping[str, int] = field(default_factory=dict)
    claims: Mapping[str, UUID | None] = field(default_factory=dict)
    exclusive: bool = True
    head: int = -1


@dataclass(frozen=True)
class Appended:
    """
    What the ledger answered: where the facts of one commit stand.
    """

    first: int
    last: int

    @property
    def positions(self) -> range:
        """
        The positions, all of them.
        """
        return range(self.first, self.last + 1)


class Moved(Exception):
    """
    A condition no longer holds: somebody recorded in between.

    No error: the act is examined again.
    Says only what kind of condition it was, since claims may hold numbers of people.
    """


class KeyTaken(Exception):
    """
    The idempotency key was used, perhaps by a request that is still being answered.

    No error: the answer is looked up.
    """

    def __init__(self, request: bytes, appended: Appended) -> None:
        """
        Say by which request, and what came of it.
        """
        super().__init__()
        self.request = request
        self.appended = appended
