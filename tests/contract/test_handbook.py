"""
The generated chapters tell what the declarations say.
"""

from domain.base import FACTS
from domain.law.catalogue import BY_FACT, topic_of
from services.commandline.handbook import ROOT, coverage, glossary


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
    return fact in {each.__name__ for each in FACTS.values()}
