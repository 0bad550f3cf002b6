"""
Read models: one module for each question that users ask.

Importing the package imports every one of them, since a house opens those it knows.
"""

from projections import (
    bans,
    black_list,
    breaches,
    deadlines,
    directory,
    draws,
    enterprises,
    hazards,
    imported,
    inspections,
    lists,
    papers,
    penalising,
    public_changes,
    public_register,
    referrals,
    search,
    trace,
)

__all__ = [
    "bans",
    "black_list",
    "breaches",
    "deadlines",
    "directory",
    "draws",
    "enterprises",
    "hazards",
    "imported",
    "inspections",
    "lists",
    "papers",
    "penalising",
    "public_changes",
    "public_register",
    "referrals",
    "search",
    "trace",
]
