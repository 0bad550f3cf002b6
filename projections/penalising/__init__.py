"""
The boards of penalising (处罚办案): of the cases, and of the penalties decided in them.

``performing`` follows how far a penalty is, for ``penalties`` and for ``cases``; what
comes next in a case is said by ``steps``.
"""

from projections.penalising.cases import Cases
from projections.penalising.penalties import Penalties

__all__ = ["Cases", "Penalties"]
