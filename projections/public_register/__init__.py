"""
The public register (双公示): ``register`` answers from the tables.
"""

from projections.public_register.register import PublicRegister
from projections.public_register.tables import TEXTS

__all__ = ["TEXTS", "PublicRegister"]
