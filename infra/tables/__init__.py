"""
Reading the tables that others made (外来表格): spreadsheets, CSV, tables of web pages.

A file is opened by what it holds, not by what it is called; its columns are known by
their headers, never by their place; and every cell is read by a named rule that keeps
the original beside the value.
What would need a guess is asked: of the file once, of a row by refusing or holding it.
Nothing here knows the ledger.
"""

from infra.tables.notes import FileFault, Note, Severity, Skipped, UnusableFile
from infra.tables.opening import as_ours, open_table
from infra.tables.rejects import is_problem, problem_text, write_rejects
from infra.tables.rows import Column, Dictionary, Row
from infra.tables.table import Table
from infra.tables.vocabulary import Kind

__all__ = [
    "Column",
    "Dictionary",
    "FileFault",
    "Kind",
    "Note",
    "Row",
    "Severity",
    "Skipped",
    "Table",
    "UnusableFile",
    "as_ours",
    "is_problem",
    "open_table",
    "problem_text",
    "write_rejects",
]
