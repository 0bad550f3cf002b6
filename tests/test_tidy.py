"""
The house rules, held against every file, and each shown to catch what it is for.
"""

from functools import cache
from pathlib import Path
from typing import Final

import pytest

from tests import house_rules
from tests.house_rules import PACKAGES, Rule, Source

ROOT: Final = Path(__file__).parent.parent
TEXTS: Final = frozenset(
    {
        ".css",
        ".csv",
        ".html",
        ".js",
        ".json",
        ".md",
        ".py",
        ".sh",
        ".toml",
        ".txt",
        ".typ",
        "",
    }
)


@cache
def everything() -> tuple[Source, ...]:
    """Every text file of the repository."""
    found = []
    folders = [ROOT / name for name in (*PACKAGES, "tests", ".ci")]
    paths = [p for folder in folders for p in sorted(folder.rglob("*"))]
    for path in (*(p for p in ROOT.iterdir() if p.suffix), ROOT / "Makefile", *paths):
        if path.is_file() and path.suffix in TEXTS and "__pycache__" not in path.parts:
            name = path.relative_to(ROOT).as_posix()
            found.append(Source(name, path.read_text(encoding="utf-8")))
    return tuple(found)


def rules_for(source: Source) -> tuple[Rule, ...]:
    """Which rules a file is held against."""
    by_kind = {".py": house_rules.OF_PYTHON, ".html": house_rules.OF_TEMPLATES}
    return (*house_rules.OF_EVERYTHING, *by_kind.get(Path(source.path).suffix, ()))


EVERY_RULE: Final = (
    *house_rules.OF_PYTHON,
    *house_rules.OF_TEMPLATES,
    *house_rules.OF_EVERYTHING,
)
LONG: Final = "    x = 1\n"
CAUGHT: Final = (
    ("acts_without_source", "domain/a.py", '@act("甲", "a")\ndef a():\n    """A."""'),
    ("applying_that_decides", "domain/a.py", "def apply(s, f):\n    raise ValueError"),
    (
        "applying_that_decides",
        "domain/a.py",
        "from domain.law.times import PERIOD\ndef apply(s, f):\n    f.d = PERIOD.on(s)",
    ),
    ("compared_in_templates", "services/a.html", '{% if hazard.stage == "open" %}'),
    ("compared_states", "services/a.py", "if hazard.stage is GRADED:\n    pass"),
    ("compared_states", "services/a.py", "match f.state:\n    case 1:\n        pass"),
    ("compared_in_templates", "services/a.html", '{% if row["stage"] == "open" %}'),
    ("compared_in_templates", "services/a.html", "{% if row.get('state') in ended %}"),
    ("compared_in_templates", "services/a.html", "{% if 'open' == hazard.stage %}"),
    ("compared_in_templates", "services/a.html", "{% if row.stage is sameas open %}"),
    ("compared_states", "services/a.py", 'x = row["stage"] == "graded"'),
    ("compared_states", "services/a.py", 'x = row.get("state") == "running"'),
    ("compared_states", "services/a.py", 'x = "graded" != row.get("stage", "")'),
    ("compared_states", "services/a.py", 'x = str(row["stage"]) in ENDED'),
    ("compared_states", "services/a.py", 'x = getattr(hazard, "stage") is GRADED'),
    ("compared_states", "services/a.py", 'stage = row["stage"]\nx = stage in ENDED'),
    (
        "compared_states",
        "services/a.py",
        'match row["state"]:\n    case 1:\n        pass',
    ),
    ("facts_in_services", "services/a.py", "from domain.hazard import facts"),
    ("facts_in_services", "services/a.py", "import domain.hazard.facts"),
    ("facts_in_services", "services/a.py", "import domain.hazard.order as ordering"),
    ("facts_in_services", "services/a.py", "from domain.hazard import order"),
    ("facts_in_services", "services/a.py", "from domain import hazard"),
    ("facts_in_services", "services/a.py", "from domain.hazard.facts import on_file"),
    (
        "facts_in_services",
        "services/a.py",
        'x = row["topic"] == "hazard.hazard-graded.v1"',
    ),
    (
        "facts_in_services",
        "services/a.py",
        "from domain.procedures.grading import HazardGraded",
    ),
    (
        "facts_in_services",
        "services/a.py",
        "from projections import hazards\nx = hazards.HazardGraded",
    ),
    ("facts_in_services", "services/a.py", 'x = type(fact).__name__ == "HazardGraded"'),
    ("facts_in_services", "services/a.py", "from domain.hazard.file import opened"),
    ("facts_in_services", "services/a.py", "from domain.hazard import file"),
    ("facts_in_services", "services/a.py", "from domain.hazard.order import Ordered"),
    ("foreign_to_domain", "domain/a.py", "import orjson"),
    ("foreign_to_domain", "domain/a.py", "from eventsourcing.domain import Aggregate"),
    ("hidden_imports", "domain/a.py", "from . import base"),
    ("hidden_imports", "infra/a.py", "from typing import TYPE_CHECKING"),
    ("library_doors", "services/a.py", "from eventsourcing.domain import Aggregate"),
    ("long_decisions", "infra/decisions/0001-a.md", "a\n" * 41),
    ("long_files", "infra/a.py", "x = 1\n" * 301),
    ("long_functions", "infra/a.py", "def f():\n" + LONG * 50),
    ("long_functions", "tests/a.py", "def test_f():\n" + LONG * 25),
    ("many_positional", "domain/a.py", "def f(a, b, c, d): ..."),
    ("notes_and_paths", "README.md", "see /{}/main".format("work")),
    ("notes_and_paths", "infra/a.py", "# {}DO: later".format("TO")),
    ("vague_names", "infra/name_utils.py", ""),
    ("work_at_import", "services/a.py", "app = FastAPI()"),
    ("work_at_import", "infra/a.py", "with open('a') as f:\n    pass"),
    ("work_at_import", "projections/a.py", '"""Doc."""\nregister()'),
)
ALLOWED: Final = (
    ("acts_without_source", "domain/a.py", "def a():\n    pass"),
    ("applying_that_decides", "domain/a.py", "def apply(s, f):\n    f.on = s.on"),
    ("compared_states", "services/a.py", "if answer.status == 200:\n    pass"),
    ("compared_in_templates", "services/a.html", "{% if heading.state %}{% endif %}"),
    ("compared_states", "services/a.py", 'x = row["name"] == row.get("uscc")'),
    ("facts_in_services", "services/a.py", "from domain.hazard.order import order"),
    ("facts_in_services", "services/a.py", "from domain.procedures.visit import begin"),
    ("facts_in_services", "services/a.py", 'x = "shilu.v1", "/files/a.b"'),
    ("facts_in_services", "services/a.py", "from domain.refusals import Refused"),
    ("foreign_to_domain", "domain/base.py", "import eventsourcing.domain, datetime"),
    ("library_doors", "infra/recorder.py", "import eventsourcing.persistence"),
    ("long_files", "domain/law/a.py", "x = 1\n" * 301),
    (
        "long_functions",
        "infra/a.py",
        "def f():\n    '''\n" + "    A.\n" * 90 + "    '''",
    ),
    ("many_positional", "domain/a.py", "class A:\n    def f(s, a, b, *, c, d): ..."),
    ("many_positional", "domain/a.py", "class A:\n    def f(self, a, b, c): ..."),
    ("many_positional", "infra/a.py", "@override\ndef f(a, b, c, d): ..."),
    ("work_at_import", "infra/a.py", 'x = 1\nif __name__ == "__main__":\n    main()'),
)


def rule_named(name: str) -> Rule:
    """The rule of that name."""
    return next(rule for rule in EVERY_RULE if rule.__name__ == name)


@pytest.mark.parametrize("rule", EVERY_RULE, ids=lambda rule: rule.__name__)
def test_the_repository_keeps_the_rule(rule: Rule) -> None:
    """
    Every file that a rule is for keeps it, without exemption.
    """
    wrong = [w for s in everything() if rule in rules_for(s) for w in rule(s)]

    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(("name", "path", "text"), CAUGHT)
def test_a_breach_is_caught(name: str, path: str, text: str) -> None:
    """
    A rule yields a line for a source that breaks it.
    """
    wrong = list(rule_named(name)(Source(path, text)))

    assert wrong
    assert all(line.startswith(path) for line in wrong)


@pytest.mark.parametrize(("name", "path", "text"), ALLOWED)
def test_what_is_right_passes(name: str, path: str, text: str) -> None:
    """
    A rule says nothing about the lawful neighbour of what it forbids.
    """
    assert list(rule_named(name)(Source(path, text))) == []


def test_every_rule_has_a_breach() -> None:
    """
    A rule that was never seen to catch anything is none.
    """
    assert {name for name, _, _ in CAUGHT} == {rule.__name__ for rule in EVERY_RULE}


def test_files_are_read() -> None:
    """
    The rules are held against files of every folder, not against an empty list.
    """
    seen = {source.package for source in everything()}

    assert {*PACKAGES, "tests", "Makefile", "README.md", "pyproject.toml"} <= seen
