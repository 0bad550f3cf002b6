"""
Read models: one module for each question that users ask.

Importing the package imports every one of them, since a house opens those it knows.
"""

# ruff: noqa: F401  each import makes a read model known

from projections import directory, papers, trace
