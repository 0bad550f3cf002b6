"""
Read models: one module for each question that users ask.

Importing the package imports every one of them, since a house opens those it knows.
"""

from projections import papers, trace  # noqa: F401  fills the registry of read models
