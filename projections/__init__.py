"""
Read models: one module for each question that users ask.

Importing the package imports every one of them, since a house opens those it knows.
"""

from projections import (
    black_list,
    breaches,
    cases,
    deadlines,
    directory,
    enterprises,
    hazards,
    imported,
    inspections,
    papers,
    penalties,
    public_changes,
    public_register,
    search,
    trace,
)

__all__ = [
    "black_list",
    "breaches",
    "cases",
    "deadlines",
    "directory",
    "enterprises",
    "hazards",
    "imported",
    "inspections",
    "papers",
    "penalties",
    "public_changes",
    "public_register",
    "search",
    "trace",
]
