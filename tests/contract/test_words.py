"""
Everything that a person reads is in the one vocabulary.

Terms are looked for in the declarations, refusals in the source itself, so what nobody
has a word for cannot be added unnoticed.
"""

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

import domain
from domain.acts import ACTS
from domain.base import FACTS
from domain.law.pack_review import check_pack
from domain.refusals import Refused
from domain.shapes import Member
from domain.words import TERMS, WORDINGS
from infra.transcoding import terms_of

ROOT = Path(domain.__file__).parent.parent
SOURCE = ("domain", "infra", "services")
CLASSES = {Refused.__name__, *(cls.__name__ for cls in Refused.__subclasses__())}
BLANK = re.compile(r"{(\w+)}")


def within(members: Iterable[Member]) -> Iterator[str]:
    """
    Name terms and, within records and lists of records, their fields.
    """
    for member in members:
        yield member.name
        shape = member.shape.each or member.shape
        yield from within(shape.members)


@dataclass(frozen=True)
class Refusal:
    """
    A place in the source that makes a refusal.

    Args:
        code: A pattern that its code matches in full.
        blanks: The parameters given by name.
        is_open: Whether further parameters are given that the source does not name.
        where: File and line.
    """

    code: str
    blanks: frozenset[str]
    is_open: bool
    where: str

    @property
    def codes(self) -> list[str]:
        """
        The worded codes that it may be; a code written out elsewhere is none of them.
        """
        if self.code in WORDINGS:
            return [self.code]
        return [
            code
            for code in WORDINGS
            if re.fullmatch(self.code, code) and code not in WRITTEN_OUT
        ]


def pattern(code: ast.expr) -> str:
    """
    Read how a code is written: as one text, or as a text with parts to be filled in.
    """
    if isinstance(code, ast.JoinedStr):
        return "".join(
            re.escape(str(part.value)) if isinstance(part, ast.Constant) else r"\w+"
            for part in code.values
        )
    assert isinstance(code, ast.Constant), ast.unparse(code)
    return re.escape(str(code.value))


def called(call: ast.Call) -> str:
    """
    Name what is called.
    """
    return call.func.id if isinstance(call.func, ast.Name) else ""


def calls_in(node: ast.AST) -> Iterator[ast.Call]:
    """
    Find the calls within a piece of source.
    """
    return (each for each in ast.walk(node) if isinstance(each, ast.Call))


def handing_on(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """
    Find the functions that are told the code, and at which place among what they take.
    """
    for function in ast.walk(tree):
        if not isinstance(function, ast.FunctionDef):
            continue
        takes = [parameter.arg for parameter in function.args.args]
        for call in calls_in(function):
            code = call.args[0] if called(call) in CLASSES and call.args else None
            if isinstance(code, ast.Name) and code.id in takes:
                yield function.name, takes.index(code.id)


def refusals() -> Iterator[Refusal]:
    """
    Find every place that makes a refusal.
    """
    paths = [path for part in SOURCE for path in sorted((ROOT / part).rglob("*.py"))]
    trees = {path: ast.parse(path.read_text(encoding="utf-8")) for path in paths}
    told = dict(each for tree in trees.values() for each in handing_on(tree))
    places = dict.fromkeys(CLASSES, 0) | told
    for path, tree in trees.items():
        for call in calls_in(tree):
            place = places.get(called(call))
            if place is None or len(call.args) <= place:
                continue
            code = call.args[place]
            if isinstance(code, ast.Name):
                continue
            yield Refusal(
                pattern(code),
                frozenset(k.arg for k in call.keywords if k.arg) - {"under"},
                any(k.arg is None for k in call.keywords),
                f"{path.relative_to(ROOT)}:{call.lineno}",
            )


REFUSALS = list(refusals())
WRITTEN_OUT = frozenset(each.code for each in REFUSALS)


class TestTerms:
    def test_terms_of_acts(self) -> None:
        """
        What an act asks for has a label, down to the fields of its records.
        """
        own = (act for act in ACTS.values() if act.module.startswith("domain."))
        asked = {name for act in own for name in within(act.terms)}

        assert sorted(asked - set(TERMS)) == []

    def test_terms_of_facts(self) -> None:
        """
        What a fact says has a label, down to the fields of its records.
        """
        own = (fact for fact in FACTS.values() if fact.__module__.startswith("domain."))
        said = {name for fact in own for name in within(terms_of(fact))}

        assert sorted(said - set(TERMS)) == []

    @pytest.mark.parametrize("name", sorted(TERMS))
    def test_labels_are_in_both_languages(self, name: str) -> None:
        """
        A label is Chinese and English, and help is given in both or in neither.
        """
        term = TERMS[name]

        assert re.search(r"[一-鿿]", term.zh)
        assert term.en.isascii() or "“" in term.en
        assert term.en


class TestWordings:
    def test_every_refusal_has_a_sentence(self) -> None:
        """
        Whoever is refused is told why, not given a code.
        """
        unworded = [(each.code, each.where) for each in REFUSALS if not each.codes]

        assert unworded == []

    def test_blanks_are_filled(self) -> None:
        """
        A sentence has no blank that the refusal does not fill.
        """
        unfilled = [
            (code, blank, each.where)
            for each in REFUSALS
            if not each.is_open
            for code in each.codes
            for blank in BLANK.findall(WORDINGS[code].zh + WORDINGS[code].en)
            if blank not in each.blanks
        ]

        assert unfilled == []

    def test_every_fault_of_a_pack_has_a_sentence(self) -> None:
        """
        A pack that may not be published is refused with what is wrong in it.
        """
        faults = re.findall(r"``(\w+)``", check_pack.__doc__ or "")

        assert len(faults) == 10
        assert {f"pack_{fault}" for fault in faults} <= set(WORDINGS)

    def test_no_sentence_without_a_refusal(self) -> None:
        """
        A refusal that is gone leaves no sentence behind.
        """
        made = {code for each in REFUSALS for code in each.codes}

        assert sorted(set(WORDINGS) - made) == []

    @pytest.mark.parametrize("code", sorted(WORDINGS))
    def test_both_languages_end_their_sentence(self, code: str) -> None:
        """
        A sentence is whole in Chinese and in English.
        """
        wording = WORDINGS[code]

        assert re.search(r"[一-鿿]", wording.zh)
        assert wording.zh[-1] in "。：}"
        assert wording.en[-1] in ".}"
