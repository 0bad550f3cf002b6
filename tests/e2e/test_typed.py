"""
What a browser sends of a form, put back together as the tree that JSON would carry.
"""

from dataclasses import dataclass
from datetime import date, datetime

from domain.base import Role
from domain.shapes import members_of
from domain.values import Upload
from services.web.typed import Kept, Typed, grown

ONE, TWO = "1" * 64, "2" * 64


@dataclass(frozen=True)
class Line:
    """
    A record in a list.
    """

    place: str
    evidence: tuple[Upload, ...] = ()


@dataclass(frozen=True)
class Everything:
    """
    A term of every shape that a form treats in its own way.
    """

    name: str
    line: Line
    lines: tuple[Line, ...]
    roles: tuple[Role, ...]
    texts: tuple[str, ...]
    paper: Upload | None = None
    until_on: date | None = None
    occurred_at: datetime | None = None


MEMBERS = members_of(Everything)


def tree(texts: dict[str, list[str]], **uploads: Kept) -> dict[str, object]:
    """What was typed and uploaded, as a tree."""
    sent = {name.replace("__", "-"): [kept] for name, kept in uploads.items()}
    return Typed(texts, sent).tree(MEMBERS)


def test_an_empty_form() -> None:
    """
    What is left empty was not given at all.
    """
    empty = {"name": [""], "lines-0-place": [""], "texts-0": [""], "until_on": [""]}

    assert tree(empty) == {}


def test_records_and_lists() -> None:
    """
    A field stands where its name says; an entry left empty closes the gap.
    """
    sent = {
        "line-place": ["东库"],
        "lines-7-place": ["南门"],
        "lines-2-place": ["北门"],
        "lines-3-place": [""],
        "roles": ["officer", "clerk"],
        "texts-0": ["一"],
        "weather": ["fine"],
    }

    assert tree(sent) == {
        "line": {"place": "东库"},
        "lines": [{"place": "北门"}, {"place": "南门"}],
        "roles": ["officer", "clerk"],
        "texts": ["一"],
    }


def test_day_and_hour() -> None:
    """
    A moment is typed as day and hour; without the hour only the day is known.
    """
    both = {"occurred_at": ["2026-03-02"], "occurred_at.time": ["09:30"]}
    day = {"occurred_at": ["2026-03-02"], "occurred_at.time": [""]}

    assert tree(both) == {"occurred_at": "2026-03-02T09:30"}
    assert tree(day) == {"occurred_at": "2026-03-02"}


def test_uploads_that_were_kept() -> None:
    """
    An upload comes back with its name until it is dropped or, where there is only
    one, another takes its place.
    """
    kept = {"paper.kept": [f"{ONE} 原件.pdf"], "lines-0-evidence.kept": [f"{ONE} a b"]}
    first = {"sha256": ONE, "name": "原件.pdf"}
    second = {"sha256": TWO, "name": "改.pdf"}

    assert tree(kept)["paper"] == first
    assert tree(kept)["lines"] == [{"evidence": [{"sha256": ONE, "name": "a b"}]}]
    assert tree(kept, paper=Kept(TWO, "改.pdf"))["paper"] == second
    assert "paper" not in tree({**kept, "paper.drop": [ONE]})


def test_a_forged_upload() -> None:
    """
    What is no digest is not carried on.
    """
    assert tree({"paper.kept": ["../../etc/passwd x"]}) == {}


def test_an_entry_removed() -> None:
    """
    Removing an entry takes everything below it, and nothing beside it.
    """
    typed = Typed(
        {"lines-1-place": ["a"], "lines-11-place": ["b"], "lines-1-evidence.kept": []},
        {"lines-1-evidence": [Kept(ONE, "x")]},
    )

    assert typed.without("lines-1").tree(MEMBERS) == {"lines": [{"place": "b"}]}


def test_an_entry_added() -> None:
    """
    A list grows by one empty entry, wherever it stands.
    """
    lines: dict[str, object] = {"lines": [{"place": "a"}]}

    assert grown({}, "lines") == {"lines": [{}]}
    assert grown(lines, "lines-0-evidence") == {
        "lines": [{"place": "a", "evidence": [{}]}]
    }
    assert grown({"name": "a"}, "name-nonsense-9") == {"name": "a"}
