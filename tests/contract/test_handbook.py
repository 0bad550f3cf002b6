"""
The generated chapters tell what the declarations say.
"""

from dataclasses import replace

from domain.base import FACTS, kebab
from domain.law.catalogue import BY_FACT, topic_of
from domain.law.rows import ROWS, Lack
from services.commandline.handbook import (
    CARRIED,
    NOT_YET,
    OUT,
    PARTLY,
    ROOT,
    coverage,
    glossary,
    state_of,
)

BY_ID = {row.id: row for row in ROWS}


def test_coverage_is_as_declared() -> None:
    """
    ``domain/COVERAGE.md`` is what the declarations give; ``make handbook`` writes it.
    """
    assert (ROOT / "domain" / "COVERAGE.md").read_text() == coverage()


def test_glossary_is_as_declared() -> None:
    """
    ``domain/GLOSSARY.md`` is what the declarations give; ``make handbook`` writes it.
    """
    assert (ROOT / "domain" / "GLOSSARY.md").read_text() == glossary()


class TestLacks:
    def test_a_row_that_lacks_something_is_not_carried(self) -> None:
        """
        Facts alone do not carry a requirement of which something else is missing.
        """
        row = BY_ID["HAZ-05"]

        assert state_of(row) == CARRIED
        assert state_of(replace(row, lacks=Lack("缺", "missing"))) == PARTLY

    def test_they_are_told(self) -> None:
        """
        What a row lacks stands in its line, in both languages.
        """
        lines = {line[2:8]: line for line in coverage().splitlines()}

        for row in ROWS:
            if row.lacks is not None:
                assert f"{row.lacks.zh}<br>{row.lacks.en}" in lines[row.id]
                assert PARTLY in lines[row.id]
                assert all((row.lacks.zh, row.lacks.en))

    def test_only_where_something_is_carried(self) -> None:
        """
        Of a row that is not begun, or stands outside, nothing needs to be said.
        """
        told = {row.id: state_of(row) for row in ROWS if row.lacks is not None}

        assert {NOT_YET, OUT}.isdisjoint(told.values())

    def test_what_can_be_published(self) -> None:
        """
        Double publicity and random draws are carried whole; of everything else that is
        to be published something cannot be yet, and it is said what.
        """
        published = {"ItemPublished", "BatchPublished"}
        rows = [row for row in ROWS if published & set(row.facts)]
        whole = {row.id for row in rows if row.lacks is None}

        assert whole == {"INS-04", "PUB-01"}
        assert {state_of(row) for row in rows if row.id not in whole} == {PARTLY}


def test_no_fact_is_missing_silently() -> None:
    """
    What a file that is built does not record yet is listed, and so are the facts that
    any file has.
    """
    _, _, lacking = coverage().partition("## 尚无的事实")

    for entry in BY_FACT.values():
        is_built = topic_of(entry.file, entry.fact) in FACTS
        assert (f"{entry.fact} {entry.zh}" in lacking) <= (not is_built), entry.fact
    for fact in ("ExpertFindingSubmitted", "ApprovalGiven", "ApprovalReturned"):
        assert (f"{fact} " in lacking) == (not _is_recorded(fact))


def _is_recorded(fact: str) -> bool:
    return kebab(fact) in {topic.split(".")[1] for topic in FACTS}
