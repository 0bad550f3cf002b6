"""
Read models: one module for each question that users ask.

Importing the package imports every one of them, since a house opens those it knows.
"""

from projections import (
    bans,
    black_list,
    breaches,
    closures,
    credit,
    deadlines,
    directory,
    draws,
    enterprises,
    experts,
    hazards,
    imported,
    inspections,
    lists,
    measures,
    papers,
    penalising,
    public_changes,
    public_register,
    referrals,
    remedies,
    search,
    suspensions,
    trace,
)

__all__ = [
    "bans",
    "black_list",
    "breaches",
    "closures",
    "credit",
    "deadlines",
    "directory",
    "draws",
    "enterprises",
    "experts",
    "hazards",
    "imported",
    "inspections",
    "lists",
    "measures",
    "papers",
    "penalising",
    "public_changes",
    "public_register",
    "referrals",
    "remedies",
    "search",
    "suspensions",
    "trace",
]
