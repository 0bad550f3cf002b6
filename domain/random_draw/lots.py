"""
How lots are drawn (抽取方法): by hashes alone, so anybody can draw them again.

The order of a pool follows from the seed, which nobody knew but its hash, and from the
stored fact that committed both pool and seed, whose bytes nobody could know before.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from uuid import UUID

from domain.references import EnterpriseRef, OfficerRef


@dataclass(frozen=True)
class DrawnVisit:
    """
    An enterprise that was drawn, and the officers drawn for it (抽取结果).

    Args:
        enterprise: The enterprise.
        inspectors: The officers.
    """

    enterprise: EnterpriseRef
    inspectors: tuple[OfficerRef, ...]


def commitment_of(seed: str) -> str:
    """
    Give what is published of a seed before the draw: its hex SHA-256.
    """
    return sha256(seed.encode()).hexdigest()


def pool_hash(enterprises: Iterable[UUID], officers: Iterable[UUID]) -> str:
    """
    Give the hex SHA-256 of both pools: the ids in their order, a line each, and an
    empty line between the pools.
    """
    lines = (*map(str, enterprises), "", *map(str, officers))
    return sha256("\n".join(lines).encode()).hexdigest()


def drawn_lots(
    seed: str,
    committed: str,
    *,
    pools: tuple[tuple[UUID, ...], tuple[UUID, ...]],
    counts: tuple[int, int],
) -> tuple[DrawnVisit, ...]:
    """
    Draw enterprises, and for each of them officers.

    Args:
        seed: The revealed seed.
        committed: Hex SHA-256 of the stored fact that committed it.
        pools: Enterprises, and officers.
        counts: How many enterprises are drawn, and how many officers for each.
    """
    enterprises, officers = pools
    drawn = _order(f"{seed}/{committed}/enterprise", enterprises)[: counts[0]]
    return tuple(
        DrawnVisit(each, _order(f"{seed}/{committed}/{each}", officers)[: counts[1]])
        for each in drawn
    )


def _order(urn: str, pool: tuple[UUID, ...]) -> tuple[UUID, ...]:
    """
    Put a pool in the order of the hashes of urn and lot.
    """
    return tuple(sorted(pool, key=lambda lot: sha256(f"{urn}/{lot}".encode()).digest()))
