"""
What stands at the root tells the truth about the tree.
"""

import importlib
import re
import tomllib
from pathlib import Path
from typing import Any, Final

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from domain.acts import ACTS
from domain.law.invariants import BY_ID, INVARIANTS, KINDS
from tests.house_rules import PACKAGES

ROOT: Final = Path(__file__).parent.parent
LOCK: Final = ROOT / "infra" / "requirements.lock"


def project() -> dict[str, Any]:
    """What `pyproject.toml` says."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def contract(name: str) -> dict[str, Any]:
    """The import contract of that name."""
    contracts = project()["tool"]["importlinter"]["contracts"]
    found: dict[str, Any] = next(c for c in contracts if c["name"] == name)
    return found


def files_of_the_domain() -> set[str]:
    """Every package of the domain that holds a file."""
    return {f"domain.{p.parent.name}" for p in ROOT.glob("domain/*/file.py")}


def pinned() -> dict[str, Version]:
    """Each release of the lock, by canonical name."""
    lines = re.findall(r"^([\w.-]+)==([\w.]+)", LOCK.read_text(), re.MULTILINE)
    return {canonicalize_name(name): Version(version) for name, version in lines}


@pytest.mark.parametrize("name", PACKAGES)
def test_packages_are_those_of_this_repository(name: str) -> None:
    """
    Four names as general as these could be another's; here they are ours.
    """
    found = importlib.import_module(name).__file__

    assert found
    assert Path(found).is_relative_to(ROOT)


def test_files_are_listed_as_strangers() -> None:
    """
    Every file of the domain stands in the contract that keeps files apart.
    """
    listed = contract("Files know each other by id only")["modules"]

    assert set(listed) == files_of_the_domain()


def test_ledger_is_kept_from_every_file() -> None:
    """
    Every file of the domain, and what joins them, is unknown to infra.
    """
    forbidden = set(
        contract("The ledger knows no particular file")["forbidden_modules"]
    )

    assert forbidden - {"domain.procedures"} == files_of_the_domain()
    assert ("domain.procedures" in forbidden) == (
        ROOT / "domain/procedures/__init__.py"
    ).is_file()


def test_every_service_has_a_layer() -> None:
    """
    A new folder under services is a decision about who may import it.
    """
    layers = " ".join(contract("Imports point one way")["layers"])
    folders = {p.parent.name for p in ROOT.glob("services/*/__init__.py")}

    assert folders <= set(re.findall(r"services\.(\w+)", layers))


def test_readme_tells_the_import_directions() -> None:
    """
    The folder table of the README is the import contract in words.
    """
    layers = contract("Imports point one way")["layers"]
    order = list(dict.fromkeys(re.findall(r"\w+", layer)[0] for layer in layers))
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(\w+)/` \|.*\|([^|]*)\|$", text, re.MULTILINE)
    told = {name: set(re.findall(r"`(\w+)`", may)) for name, may in rows}

    assert {name: told[name] for name in order} == {
        name: set(order[place + 1 :]) for place, name in enumerate(order)
    }


def test_readme_tells_every_command() -> None:
    """
    The README names no target that the Makefile lacks, and leaves none out.
    """
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = re.findall(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)[0].split()
    text = (ROOT / "README.md").read_text(encoding="utf-8")

    assert set(re.findall(r"(?:^|`)make (\w+)", text, re.MULTILINE)) == set(phony) - {
        "help"
    }


def test_lock_names_hashes_and_no_place() -> None:
    """
    Each release is pinned with its hashes, and whence it comes is the machine's affair.
    """
    releases = re.split(r"^(?=\w)", LOCK.read_text(), flags=re.MULTILINE)[1:]

    assert len(releases) == len(pinned())
    assert all("--hash=sha256:" in release for release in releases)
    assert not re.search(r"https?:|--(?:extra-)?index|--find-links", LOCK.read_text())


def test_lock_holds_what_the_project_asks_for() -> None:
    """
    Each dependency is in the lock, in the range that the project names.
    """
    stated = project()
    asked = [*stated["project"]["dependencies"], *stated["dependency-groups"]["dev"]]

    for requirement in map(Requirement, asked):
        version = pinned()[canonicalize_name(requirement.name)]
        assert requirement.specifier.contains(version), requirement


def test_decisions_are_numbered_without_a_gap() -> None:
    """
    Decisions are cited by number, so each has one of its own.
    """
    names = sorted(p.name for p in (ROOT / "infra/decisions").glob("0*.md"))

    assert [int(name[:4]) for name in names] == list(range(1, len(names) + 1))


def cited(pattern: str) -> set[str]:
    """What Python files cite by a number."""
    folders = [ROOT / name for name in (*PACKAGES, "tests")]
    sources = [p for folder in folders for p in sorted(folder.rglob("*.py"))]
    return {n for path in sources for n in re.findall(pattern, path.read_text("utf-8"))}


def test_every_decision_cited_is_described() -> None:
    """
    Whoever meets a decision's number in the code finds what it says.
    """
    index = (ROOT / "infra" / "decisions" / "README.md").read_text("utf-8")
    described = set(re.findall(r"^\| (D\d+) \|", index, re.MULTILINE))

    assert cited(r"\bD(?:[1-9]|1\d|2\d)\b") <= described


def test_every_rule_cited_is_one() -> None:
    """
    A rule that an act declares, or a test names, is one of the 64.
    """
    declared = {rule for act in ACTS.values() for rule in act.said.rules}

    assert len(BY_ID) == 64
    assert list(BY_ID) == sorted(BY_ID)
    assert declared | cited(r"\bINV-\d+\b") <= set(BY_ID)
    assert {kind for rule in INVARIANTS for kind in rule.kind} == set(KINDS)
