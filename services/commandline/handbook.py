"""
The generated chapters of the handbook: ``COVERAGE.md`` and ``GLOSSARY.md``.

Both derive from the declarations, so they cannot tell anything else than the code; a
test compares them.
Run ``python -m services.commandline.handbook`` to write them anew.
"""

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import TypeVar

import domain
import projections
from domain.acts import ACTS
from domain.base import FACTS, FILES, kebab
from domain.law.catalogue import ANY_FILE, BY_FACT, of_any_file, topic_of
from domain.law.invariants import INVARIANTS
from domain.law.rows import CAPABILITIES, ROWS, Row
from domain.words import TERMS, WORDINGS
from infra.read_model import MODELS

ROOT = Path(domain.__path__[0]).parent

CARRIED, PARTLY, NOT_YET, OUT = (
    "已承载 carried",
    "部分 partly",
    "尚未 not yet",
    "不入账 out",
)

_HEAD = "| row | 名称 | meaning | verdict | state | lacks | facts | questions | tests |"


def coverage() -> str:
    """
    Write the coverage tables: each row and each rule, what carries it and the tests.
    """
    lines = [
        "# 需求承载表 Coverage",
        "",
        "由声明生成，勿手改。Generated from the declarations; do not edit.",
        "",
        "A row is *carried* when every fact it names can be recorded, a test names",
        "each of them, and nothing else of it is missing; *partly* when some can, or",
        "when something is missing that is no fact; *not yet* when none can.",
        "Facts without a test, facts still missing and what else lacks are listed.",
        "",
        *_totals(),
    ]
    for capability, (zh, en) in CAPABILITIES.items():
        rows = [row for row in ROWS if row.capability == capability]
        lines += [
            "",
            f"## {capability} {zh} · {en}",
            "",
            _HEAD,
            "|" + "---|" * (_HEAD.count("|") - 1),
            *(_line(row) for row in rows),
        ]
    lines += ["", *_rules(), "", *_facts_lacking()]
    return "\n".join(lines) + "\n"


def _totals() -> Iterator[str]:
    states = [state_of(row) for row in ROWS]
    yield "| state | rows |"
    yield "|---|---|"
    for state in (CARRIED, PARTLY, NOT_YET, OUT):
        yield f"| {state} | {states.count(state)} |"


def _line(row: Row) -> str:
    facts = [_named(fact) for fact in row.facts]
    asked = sorted(
        question.name
        for model in MODELS.values()
        for question in model.QUESTIONS.values()
        if row.id in question.rows
    )
    shown = sorted({t for fact in row.facts for t in _tests().get(fact, ())})
    cells = (
        row.id,
        row.zh,
        row.en,
        row.verdict,
        state_of(row),
        f"{row.lacks.zh}<br>{row.lacks.en}" if row.lacks else "–",
        "<br>".join(facts) or "–",
        "<br>".join(asked) or "–",
        "<br>".join(shown[:3]) or "–",
    )
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _rules() -> Iterator[str]:
    """
    Write the table of the rules: what holds each, and which tests name it.
    """
    yield "## 规则 Rules"
    yield ""
    yield "G: refused; T: marked by the clock; D: recorded and flagged."
    yield ""
    yield "| rule | 内容 | meaning | kind | acts | not held yet | tests |"
    yield "|---|---|---|---|---|---|---|"
    for rule in INVARIANTS:
        acts = sorted(n for n, a in ACTS.items() if rule.id in a.said.rules)
        tests = _tests_of_rules().get(rule.id, ())
        lacks = rule.lacks or ("" if tests else "尚未 not yet")
        cells = (
            rule.id,
            rule.zh,
            rule.en,
            rule.kind,
            "<br>".join(acts) or "–",
            lacks or "–",
            "<br>".join(tests[:3]) or "–",
        )
        yield "| " + " | ".join(cells) + " |"


def _facts_lacking() -> Iterator[str]:
    """
    Write the table of the facts that the files built so far do not record yet.
    """
    yield "## 尚无的事实 Facts not recorded yet"
    yield ""
    yield "Of the files that record anything, and of any file."
    yield ""
    yield "| file | facts |"
    yield "|---|---|"
    lacking: dict[str, list[str]] = {}
    built = {entry.file for entry in BY_FACT.values() if _recorded(entry.fact)}
    for entry in BY_FACT.values():
        if not _recorded(entry.fact) and entry.file in {ANY_FILE, *built}:
            lacking.setdefault(entry.file, []).append(f"{entry.fact} {entry.zh}")
    for file, facts in sorted(lacking.items()):
        yield f"| {file} | {'<br>'.join(facts)} |"


@cache
def _tests_of_rules() -> dict[str, tuple[str, ...]]:
    """
    Find which test files name which rules.
    """
    named: dict[str, set[str]] = {}
    for path in sorted((ROOT / "tests").rglob("*.py")):
        for rule in _RULE.findall(path.read_text()):
            named.setdefault(rule, set()).add(str(path.relative_to(ROOT)))
    return {rule: tuple(sorted(files)) for rule, files in named.items()}


def _recorded(fact: str) -> bool:
    entry = BY_FACT.get(fact)
    if entry is not None and entry.file == ANY_FILE:
        return any(of_any_file(topic) == kebab(fact) for topic in FACTS)
    return entry is not None and topic_of(entry.file, fact) in FACTS


def _named(fact: str) -> str:
    if not _recorded(fact):
        return f"~~{fact}~~"
    return fact if _tests().get(fact) else f"{fact} (untested)"


def state_of(row: Row) -> str:
    """
    Say how far a requirement is carried.
    """
    if row.verdict == "OUT":
        return OUT
    recorded = [fact for fact in row.facts if _recorded(fact)]
    if not recorded:
        return NOT_YET
    is_whole = len(recorded) == len(row.facts) and row.lacks is None
    return CARRIED if is_whole and all(map(_tests().get, recorded)) else PARTLY


@cache
def _tests() -> dict[str, tuple[str, ...]]:
    """
    Find which test files name which fact classes.
    """
    named: dict[str, set[str]] = {}
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        tree = ast.parse(path.read_text())
        names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
        names |= {n.attr for n in ast.walk(tree) if isinstance(n, ast.Attribute)}
        for name in names & set(BY_FACT):
            named.setdefault(name, set()).add(str(path.relative_to(ROOT)))
    return {fact: tuple(sorted(files)) for fact, files in named.items()}


OURS = "domain."

_RULE = re.compile(r"\bINV-\d{2}\b")

T = TypeVar("T")

Chapter = tuple[str, tuple[str, ...], Iterable[tuple[str, ...]]]


def glossary() -> str:
    """
    Write the glossary: files, facts, acts, questions, terms, refusals.
    """
    lines = ["# 词表 Glossary", "", "由声明生成，勿手改。Generated; do not edit."]
    for title, head, rows in (*_declared(), *_worded()):
        lines += ["", f"## {title}", "", f"| {' | '.join(head)} |"]
        lines.append("|" + "---|" * len(head))
        lines += [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join(lines) + "\n"


def _declared() -> Iterator[Chapter]:
    files = _own(FILES)
    facts = _own(FACTS)
    yield "卷 Files", ("file", "中文"), ((topic, file.ZH) for topic, file in files)
    yield (
        "事实 Facts",
        ("topic", "中文", "audience"),
        ((topic, fact.ZH, fact.AUDIENCE.en) for topic, fact in facts if fact.ZH),
    )
    yield (
        "事项 Acts",
        ("act", "中文", "English", "provision", "by", "rules"),
        (
            (
                name,
                act.said.zh,
                act.said.en,
                act.said.under,
                ", ".join(sorted(role.zh for role in act.said.by)),
                ", ".join(act.said.rules),
            )
            for name, act in sorted(ACTS.items())
            if act.module.startswith(OURS)
        ),
    )


def _own(declared: Mapping[str, type[T]]) -> list[tuple[str, type[T]]]:
    """
    List what the domain declares; a test may have declared more in this process.
    """
    ours = [(k, v) for k, v in declared.items() if v.__module__.startswith(OURS)]
    return sorted(ours)


def _worded() -> Iterator[Chapter]:
    asked = [q for model in MODELS.values() for q in model.QUESTIONS.values()]
    yield (
        "查询 Questions",
        ("question", "中文", "English"),
        sorted((q.name, q.zh, q.en) for q in asked),
    )
    yield (
        "要素 Terms",
        ("term", "中文", "English", "unit"),
        ((t.name, t.zh, t.en, t.unit) for _, t in sorted(TERMS.items())),
    )
    yield (
        "不予办理的理由 Refusals",
        ("code", "中文", "English"),
        ((w.code, w.zh, w.en) for _, w in sorted(WORDINGS.items())),
    )


def main() -> None:
    """
    Write both chapters.
    """
    assert projections.__name__
    for name, text in (("COVERAGE.md", coverage()), ("GLOSSARY.md", glossary())):
        (ROOT / "domain" / name).write_text(text)


if __name__ == "__main__":
    main()
