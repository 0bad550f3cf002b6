"""
Which files an act may name in its terms (D21): a foreign one is like one that is not
there, but for the entries of registers, which every office knows.
"""

from collections.abc import Iterator
from datetime import date
from types import SimpleNamespace
from uuid import UUID

import pytest

from domain.acts import ACTS, Act
from domain.base import FILES, Actor, File, Role
from domain.hazard.choices import Source
from domain.hazard.facts import HazardSelfReported
from domain.refusals import NoSuchCase
from domain.shapes import Kind, Shape
from domain.values import Reference
from tests.cases.town import TODAY, Town, moment

UNKNOWN = UUID("5e1f0000-0000-4000-8000-00000000ffff")

#: Whatever office acts, it knows these: bodies (政府机构), who enforces for them
#: (国办发〔2018〕118号), enterprises of any region, checklists that were published.
REGISTERS = {"body", "officer", "enterprise", "checklist"}

Path = tuple[str, ...]


def references(shape: Shape, path: Path = ()) -> Iterator[tuple[Path, Reference]]:
    """
    List where in a term files are named.
    """
    if shape.kind is Kind.REFERENCE:
        assert shape.reference is not None, "an id that says of what is a reference"
        yield path, shape.reference
    if shape.each is not None:
        yield from references(shape.each, (*path, "[]"))
    for member in shape.members:
        yield from references(member.shape, (*path, member.name))


NAMING = [
    pytest.param(
        act.name,
        term.name,
        path,
        reference.kind,
        id="-".join((act.name, *path[-1:], term.name)),
    )
    for act in ACTS.values()
    if act.module.startswith("domain.")
    for term in act.terms
    for path, reference in references(term.shape)
]


def holding(shape: Shape, path: Path, file: UUID) -> object:
    """
    Make a term that names a file at a place, and says nothing besides.
    """
    if not path:
        return file
    if path[0] == "[]":
        assert shape.each is not None
        return (holding(shape.each, path[1:], file),)
    said = dict.fromkeys((member.name for member in shape.members), None)
    inner = {member.name: member.shape for member in shape.members}[path[0]]
    return SimpleNamespace(**{**said, path[0]: holding(inner, path[1:], file)})


@pytest.fixture(scope="module")
def town() -> Town:
    """
    The town; nothing that is only asked changes it.
    """
    return Town()


def planted(town: Town, kind: str, body: UUID) -> UUID:
    """
    Open a file of a kind for a body, with whatever fact.
    """
    at = town.office.circumstances(
        ACTS["self-report-hazard"],
        by=Actor(Role.CLERK, town.id("clerk"), body),
        at=moment(TODAY),
    )
    file = (FILES[kind] if kind else FILES["hazard"]).start(
        HazardSelfReported,
        at,
        hazard_source=Source.SELF_REPORT,
        enterprise=UNKNOWN,
        place="",
        description="",
    )
    town.office.facts += [fact for _, fact in at.recorded]
    return file.id


def answer(
    town: Town, name: str, term: str, path: Path, *, file: UUID
) -> list[tuple[type, str, str]]:
    """
    Say how an act of the county bureau answers when it names a file.
    """
    act: Act[..., object] = ACTS[name]
    shape = next(each.shape for each in act.terms if each.name == term)
    role = min(act.said.by, key=lambda each: each.name)
    at = town.office.circumstances(
        act, by=Actor(role, town.id("county clerk"), town.county), at=moment(TODAY)
    )
    found = list(act.unknown({term: holding(shape, path, file)}, at))
    assert all(refusal.facts == {"file": file} for refusal in found)
    return [(type(refusal), refusal.code, refusal.under) for refusal in found]


@pytest.mark.parametrize(("name", "term", "path", "kind"), NAMING)
class TestNaming:
    def test_a_foreign_file(
        self, town: Town, name: str, term: str, path: Path, kind: str
    ) -> None:
        """
        A file of the body above is answered like one that is not there, unless it is
        an entry of a register.
        """
        foreign = planted(town, kind, town.city)

        said = answer(town, name, term, path, file=foreign)

        unknown = answer(town, name, term, path, file=UNKNOWN)
        assert said == ([] if kind in REGISTERS else unknown)
        assert unknown == [(NoSuchCase, "no_such_file", ACTS[name].said.under)]

    def test_an_own_file(
        self, town: Town, name: str, term: str, path: Path, kind: str
    ) -> None:
        """
        A file of the own body may be named.
        """
        own = planted(town, kind, town.county)

        assert answer(town, name, term, path, file=own) == []

    def test_a_file_of_another_kind(
        self, town: Town, name: str, term: str, path: Path, kind: str
    ) -> None:
        """
        What is no file of the kind that is asked for is not there either.
        """
        own = planted(town, "number-series", town.county)

        found = answer(town, name, term, path, file=own)

        assert found == (
            [] if not kind else answer(town, name, term, path, file=UNKNOWN)
        )


def test_registers_are_few() -> None:
    """
    Every other kind of file is somebody's matter, and his alone.
    """
    assert {t for t, kind in FILES.items() if kind.REGISTER} == REGISTERS
    assert not File.REGISTER


def test_the_act_itself_asks(town: Town) -> None:
    """
    The act refuses before it looks at the file that is named.
    """
    foreign = planted(town, "document", town.county)
    told = [
        town.refused(
            "issue-document",
            by="first",
            about=file,
            form=None,
            addressees=(),
            on=date(2026, 3, 3),
        )
        for file in (foreign, UNKNOWN)
    ]

    assert [(r.code, r.facts["file"]) for r in told] == [
        ("no_such_file", foreign),
        ("no_such_file", UNKNOWN),
    ]
