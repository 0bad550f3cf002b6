"""
The rules of style that no tool knows, each a small function over one source.

A rule takes a source and yields what is wrong with it, one line for each.
`tests/test_tidy.py` holds every rule against the whole repository, and shows for each
that it catches what it is there to catch.
"""

import ast
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

import domain
from domain.base import FACTS

#: Importing it makes every fact known.
KNOWN: Final = domain

FUNCTION_LINES_MAX: Final = 50
TEST_LINES_MAX: Final = 25
FILE_LINES_MAX: Final = 300
POSITIONAL_COUNT_MAX: Final = 3
DECISION_LINES_MAX: Final = 40

PACKAGES: Final = ("domain", "infra", "projections", "services")
LIBRARY_DOORS: Final = (
    "domain/base.py",
    "infra/persistence.py",
    "infra/reading.py",
    "infra/recorder.py",
    "infra/transcoding.py",
)
VAGUE_NAMES: Final = frozenset(
    {"common", "helper", "helpers", "manager", "misc", "util", "utils"}
)
#: Folders of the domain that hold a file, and so its facts.
FILE_FOLDERS: Final = frozenset(
    path.parent.name
    for path in (Path(__file__).parent.parent / "domain").glob("*/file.py")
)
#: What facts are called: by their classes and by their topics.
FACT_NAMES: Final = frozenset(fact.__name__ for fact in FACTS.values())
TOPIC: Final = re.compile(r"[a-z]+(?:-[a-z]+)*\.[a-z0-9]+(?:-[a-z0-9]+)*\.v[0-9]+")
#: What says how far a file has come.
STATES: Final = frozenset({"stage", "state"})
BUILDERS: Final = frozenset(
    {"FastAPI", "Settings", "connect", "create_app", "create_engine", "getenv", "open"}
)

Function = ast.FunctionDef | ast.AsyncFunctionDef
Documented = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Source:
    """
    One text file of the repository.

    Args:
        path: From the root of the repository, with `/`.
        text: All of it.
    """

    path: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        """The syntax tree; only for Python."""
        return ast.parse(self.text)

    @property
    def package(self) -> str:
        """The folder at the top level that holds it."""
        return self.path.split("/")[0]


Rule = Callable[[Source], Iterator[str]]


def functions_of(tree: ast.Module) -> Iterator[Function]:
    """Every function and method, nested ones too."""
    for node in ast.walk(tree):
        if isinstance(node, Function):
            yield node


def imports_of(tree: ast.Module) -> Iterator[tuple[int, str, str]]:
    """Line, module and name of each import; the name is empty for a whole module."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            module = node.module or ""
            yield from ((node.lineno, module, alias.name) for alias in node.names)


def written_lines(node: Documented, text: str) -> int:
    """Count the lines of a node, less its docstrings and its blank lines."""
    lines = text.splitlines()
    last = len(lines)
    first = 1
    if not isinstance(node, ast.Module):
        first, last = node.lineno, node.end_lineno or node.lineno
    counted = {n for n in range(first, last + 1) if lines[n - 1].strip()}
    for inner in ast.walk(node):
        if isinstance(inner, Documented) and ast.get_docstring(inner) is not None:
            docstring = inner.body[0]
            end = docstring.end_lineno or docstring.lineno
            counted -= set(range(docstring.lineno, end + 1))
    return len(counted)


def long_functions(source: Source) -> Iterator[str]:
    """A function fits on a screen; a test on half of one."""
    for node in functions_of(source.tree):
        is_test = source.package == "tests" and node.name.startswith("test_")
        limit = TEST_LINES_MAX if is_test else FUNCTION_LINES_MAX
        count = written_lines(node, source.text)
        if count > limit:
            yield f"{source.path}:{node.lineno}: {node.name} has {count} > {limit}"


def long_files(source: Source) -> Iterator[str]:
    """A file is one thing; only the tables of the law may run on."""
    count = written_lines(source.tree, source.text)
    if count > FILE_LINES_MAX and not source.path.startswith("domain/law/"):
        yield f"{source.path}: {count} lines > {FILE_LINES_MAX}"


def many_positional(source: Source) -> Iterator[str]:
    """
    A reader of a call must be able to tell its arguments apart.

    Functions of the tests are not counted: pytest hands them fixtures by name.
    Nor is one marked `@override`: it keeps the parameters of what it stands in for.
    """
    if source.package == "tests":
        return
    for node in functions_of(source.tree):
        if "override" in {ast.unparse(d) for d in node.decorator_list}:
            continue
        names = [a.arg for a in (*node.args.posonlyargs, *node.args.args)]
        count = len(names) - (names[:1] in (["self"], ["cls"]))
        if count > POSITIONAL_COUNT_MAX:
            yield f"{source.path}:{node.lineno}: {node.name} takes {count} by position"


def vague_names(source: Source) -> Iterator[str]:
    """A file is named for what it holds."""
    for part in re.split(r"[/._]", source.path):
        if part.lower() in VAGUE_NAMES:
            yield f"{source.path}: “{part}” says nothing"


def hidden_imports(source: Source) -> Iterator[str]:
    """Imports are absolute, and none hides a cycle from the linters."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ImportFrom) and node.level:
            yield f"{source.path}:{node.lineno}: relative import"
    for line, module, name in imports_of(source.tree):
        if (module, name) == ("typing", "TYPE_CHECKING"):
            yield f"{source.path}:{line}: TYPE_CHECKING"


def library_doors(source: Source) -> Iterator[str]:
    """Few modules know the event-sourcing library: its next release meets no more."""
    if source.package not in PACKAGES or source.path in LIBRARY_DOORS:
        return
    for line, module, _ in imports_of(source.tree):
        if module.split(".")[0] == "eventsourcing":
            yield f"{source.path}:{line}: imports {module}"


def foreign_to_domain(source: Source) -> Iterator[str]:
    """The domain stands on the standard library, and `base.py` on one more."""
    if source.package != "domain":
        return
    allowed = {"domain", *sys.stdlib_module_names}
    if source.path in LIBRARY_DOORS:
        allowed.add("eventsourcing")
    for line, module, _ in imports_of(source.tree):
        if module.split(".")[0] not in allowed:
            yield f"{source.path}:{line}: imports {module}"


def calls_of(node: ast.AST) -> Iterator[str]:
    """Names of what is called in it: `open` for both `open()` and `io.open()`."""
    for inner in ast.walk(node):
        if isinstance(inner, ast.Call):
            called = inner.func
            if isinstance(called, ast.Name):
                yield called.id
            elif isinstance(called, ast.Attribute):
                yield called.attr


def is_main_guard(node: ast.stmt) -> bool:
    """Whether it is `if __name__ == "__main__":`."""
    return isinstance(node, ast.If) and ast.unparse(node.test).startswith("__name__")


def work_at_import(source: Source) -> Iterator[str]:
    """Importing a module opens, starts, reads and builds nothing."""
    if source.package not in {"infra", "projections", "services"}:
        return
    declares = (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.AsyncFunctionDef)
    for number, node in enumerate(source.tree.body):
        is_docstring = not number and isinstance(node, ast.Expr)
        if isinstance(node, (*declares, ast.ClassDef)) or is_docstring:
            continue
        if isinstance(node, ast.Assign | ast.AnnAssign):
            built = BUILDERS.intersection(calls_of(node))
            yield from (f"{source.path}:{node.lineno}: {name}()" for name in built)
        elif not is_main_guard(node):
            yield f"{source.path}:{node.lineno}: {type(node).__name__} at import"


def is_of_facts(module: str, name: str) -> bool:
    """
    Whether an import reaches facts: a file's folder or module whole, one of its
    classes, or what stands where its facts do.
    """
    parts = module.split(".")
    if parts[0] != "domain" or (parts[1:] or [name])[0] not in FILE_FOLDERS:
        return False
    is_whole = len(parts) < 3 or not name
    is_class = re.match(r"[A-Z]\w*[a-z]", name)
    return bool(is_whole or is_class or re.match(r"file|facts", parts[2]))


def facts_in_services(source: Source) -> Iterator[str]:
    """
    A service names no fact and no stage: it asks the declarations.

    Of a file of the domain it may import acts, which are functions, never classes and
    never a module; and it names no fact that it got elsewhere, nor a topic.
    """
    if source.package != "services":
        return
    for line, module, name in imports_of(source.tree):
        if is_of_facts(module, name):
            yield f"{source.path}:{line}: imports {module}.{name}"
    for node in ast.walk(source.tree):
        named = ""
        if isinstance(node, ast.alias | ast.Attribute | ast.Name):
            named = last_name(node)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            named = node.value
        if named in FACT_NAMES or TOPIC.fullmatch(named):
            yield f"{source.path}:{getattr(node, 'lineno', 0)}: names {named}"


def last_name(node: ast.AST) -> str:
    """What a node says last: `c` for `a.b.c`, `a["c"]` and `a.get("c")`."""
    match node:
        case ast.alias(name=name) | ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case (
            ast.Subscript(slice=ast.Constant(value=str(name)))
            | ast.Call(args=[ast.Constant(value=str(name)), *_])
            | ast.Call(args=[_, ast.Constant(value=str(name)), *_])
        ):
            return name
        case ast.Call(args=[inner]):
            return last_name(inner)
    return ""


def compared_states(source: Source) -> Iterator[str]:
    """
    Whether an act is lawful now is the guard's to say, not the page's.

    A state is one however it is got at: by attribute, key, name or `get`.
    """
    if source.package != "services":
        return
    for node in ast.walk(source.tree):
        sides: list[ast.expr] = []
        if isinstance(node, ast.Compare):
            sides = [node.left, *node.comparators]
        elif isinstance(node, ast.Match):
            sides = [node.subject]
        for side in sides:
            if last_name(side) in STATES:
                yield f"{source.path}:{side.lineno}: compares {ast.unparse(side)}"


def acts_without_source(source: Source) -> Iterator[str]:
    """The docstring of an act names the provision that it stands on."""
    if source.package != "domain":
        return
    for node in functions_of(source.tree):
        declared = {n for d in node.decorator_list for n in calls_of(d)}
        if declared & {"act", "opening"} and "Source:" not in (
            ast.get_docstring(node) or ""
        ):
            yield f"{source.path}:{node.lineno}: {node.name} names no source"


def applying_that_decides(source: Source) -> Iterator[str]:
    """Applying a fact assigns; it cannot refuse and does not ask the law."""
    if source.package != "domain":
        return
    of_law = {
        (name or module).split(".")[-1]
        for _, module, name in imports_of(source.tree)
        if module.startswith("domain.law")
    }
    for node in functions_of(source.tree):
        if node.name != "apply":
            continue
        for inner in ast.walk(node):
            asks = isinstance(inner, ast.Name) and inner.id in of_law
            if asks or isinstance(inner, ast.Raise | ast.Assert | ast.Try):
                yield f"{source.path}:{node.lineno}: {ast.unparse(inner)} in apply"


def notes_and_paths(source: Source) -> Iterator[str]:
    """No path of one machine, and no note to oneself."""
    left = r"/(?:work|root)/|\.\./shared|\b(?:TO" r"DO|FIX" r"ME|X" r"XX|HA" r"CK)\b"
    for number, line in enumerate(source.text.splitlines(), start=1):
        for found in re.finditer(left, line):
            yield f"{source.path}:{number}: {found.group()}"


def compared_in_templates(source: Source) -> Iterator[str]:
    """A template compares no state either."""
    for number, line in enumerate(source.text.splitlines(), start=1):
        state = r"""[.\["'](?:stage|state)\b["')\]]*"""
        how = r"(?:==|!=|(?:not\s+)?in\b|is\b)"
        if re.search(rf"{state}\s*{how}|[=!]=\s*[\w.]*{state}", line):
            yield f"{source.path}:{number}: {line.strip()}"


def long_decisions(source: Source) -> Iterator[str]:
    """A decision is read in two minutes, or it is not read."""
    count = len(source.text.splitlines())
    if source.path.startswith("infra/decisions/") and count > DECISION_LINES_MAX:
        yield f"{source.path}: {count} lines > {DECISION_LINES_MAX}"


OF_PYTHON: Final[tuple[Rule, ...]] = (
    acts_without_source,
    applying_that_decides,
    compared_states,
    facts_in_services,
    foreign_to_domain,
    hidden_imports,
    library_doors,
    long_files,
    long_functions,
    many_positional,
    work_at_import,
)
OF_TEMPLATES: Final[tuple[Rule, ...]] = (compared_in_templates,)
OF_EVERYTHING: Final[tuple[Rule, ...]] = (long_decisions, notes_and_paths, vague_names)
