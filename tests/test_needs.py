"""
A missing part is said, and never hides a test from whoever asked for all of them.
"""

import pytest

pytest_plugins = ["pytester"]

NEEDY = """
    import pytest

    @pytest.mark.needs("{part}")
    def test_something():
        assert True
"""
SELF_SKIPPING = """
    import pytest

    pytest.skip("not today", allow_module_level=True)
"""


@pytest.fixture
def bare(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    """A folder of tests on a machine without any part."""
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("SHILU_REQUIRE", raising=False)
    pytester.makeini("[pytest]\nmarkers = needs(*parts): parts\n")
    return pytester


def outcomes(folder: pytest.Pytester) -> tuple[dict[str, int], str]:
    """Run the tests of the folder: how many of each outcome, and what was said."""
    result = folder.runpytest_inprocess("-p", "tests.needs", "-rs", "--tb=short")
    return result.parseoutcomes(), str(result.stdout)


def test_missing_part_is_skipped_with_the_remedy(bare: pytest.Pytester) -> None:
    """
    A skip tells how to get what is missing.
    """
    bare.makepyfile(NEEDY.format(part="chromium"))

    counts, said = outcomes(bare)

    assert counts == {"skipped": 1}
    assert "apt-get install chromium" in said


def test_nothing_may_be_skipped(
    bare: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    With SHILU_REQUIRE=all the same test fails, and still tells the remedy.
    """
    bare.makepyfile(NEEDY.format(part="chromium"))
    monkeypatch.setenv("SHILU_REQUIRE", "all")

    counts, said = outcomes(bare)

    assert counts == {"errors": 1}
    assert "apt-get install chromium" in said


def test_a_module_may_not_skip_itself(
    bare: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    With SHILU_REQUIRE=all a module that skips itself fails too.
    """
    bare.makepyfile(SELF_SKIPPING)
    monkeypatch.setenv("SHILU_REQUIRE", "all")

    counts, said = outcomes(bare)

    assert counts == {"errors": 1}
    assert "not today" in said


def test_unknown_part(bare: pytest.Pytester) -> None:
    """
    A part that nobody described is a mistake, not a reason to skip.
    """
    bare.makepyfile(NEEDY.format(part="moon"))

    counts, said = outcomes(bare)

    assert counts == {"errors": 1}
    assert "no part is called 'moon'" in said
