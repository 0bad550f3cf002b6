"""
Every column of a read model goes by a term, and by the kind that shows what it holds.
"""

from collections.abc import Iterator

import pytest

import projections
from domain.words import TERMS
from infra.questions import Question
from infra.read_model import MODELS
from infra.tables_of_rows import Column, Table
from services.web import labels
from services.web.columns import SHOWN, chosen

#: Importing it makes every read model known.
KNOWN = projections
#: How a term begins whose answer is yes or no.
WHETHER = "是否"


def tables() -> Iterator[Table]:
    """
    Every table that questions are put to.
    """
    for model in MODELS.values():
        yield from (table for table in model.TABLES if not table.internal)
        yield from (timeline.rows for timeline in model.TIMELINES)


def columns() -> list[tuple[str, Column]]:
    """
    Every column of these, with the table's name.
    """
    return [(table.name, column) for table in tables() for column in table.all]


def questions() -> list[Question]:
    """
    Every question.
    """
    return [each for model in MODELS.values() for each in model.QUESTIONS.values()]


def term_of(column: Column) -> str:
    """
    Name the term that heads a column.
    """
    return column.term or column.name


class TestColumns:
    def test_every_column_is_a_term(self) -> None:
        """
        No column is headed by how a program spells it.
        """
        bare = [(table, c.name) for table, c in columns() if term_of(c) not in TERMS]

        assert len(columns()) > 300
        assert bare == []

    def test_yes_or_no_is_a_kind(self) -> None:
        """
        What asks whether is a flag, which is shown in words, and nothing else is one.
        """
        wrong = [
            (table, c.name)
            for table, c in columns()
            if (c.kind == "flag") != TERMS[term_of(c)].zh.startswith(WHETHER)
        ]

        assert wrong == []

    def test_rules_are_a_kind(self) -> None:
        """
        What holds the id of a rule is shown by the rule's name.
        """
        named = {c.name for _, c in columns() if c.name.split("_")[-1] == "rule"}
        kinds = {c.kind for _, c in columns() if c.name in named}

        assert {"rule", "our_rule", "their_rule"} <= named
        assert kinds == {"rule"}


class TestQuestions:
    def test_every_term_is_worded(self) -> None:
        """
        No field of a list's form is headed by how a program spells it.
        """
        bare = [
            (each.name, term.name)
            for each in questions()
            for term in each.terms
            if labels.asked(term.name).zh == term.name
        ]

        assert bare == []

    @pytest.mark.parametrize("language", ["zh", "en"])
    def test_no_two_are_called_the_same(self, language: labels.Language) -> None:
        """
        On one start page nobody has to guess which of two is meant.
        """
        called = [labels.Words(q.zh, q.en).of(language) for q in questions()]

        assert len(called) == len(set(called))

    @pytest.mark.parametrize("name", sorted(SHOWN))
    def test_what_is_arranged_is_there(self, name: str) -> None:
        """
        An arrangement is of a question and of its columns, each of which once.
        """
        known = {column.name for _, column in columns()}
        arranged = [n for field in SHOWN[name] for n in field.split("+")]

        assert name in {question.name for question in questions()}
        assert set(arranged) <= known
        assert len(arranged) == len(set(arranged))

    def test_what_is_not_arranged_is_shown_without_ids(self) -> None:
        """
        A question that nobody arranged shows its columns, but for the key and the axes.
        """
        key, number = Column("id", "file"), Column("number")

        assert chosen("nowhere", (key, number)) == [(number,)]
