"""
The generated chapters tell what the declarations say.
"""

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
