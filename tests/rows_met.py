"""
What a case of a row of the procedure's tables really met.

A case marked with a row is seen to do the row's act: to be refused it under the row's
class and code, or to have it recorded. What it says of itself proves nothing.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

import pytest

from domain.acts import ACTS, Act
from domain.base import Fact
from domain.circumstances import Circumstances
from domain.coercive_measure.facts_of_keeping import MeasureTermOverrun
from domain.publication.facts_of_ending import PublicationOverdue
from domain.referral.facts_of_suspicion import ReferralWithheldFlagged
from domain.refusals import Refused
from domain.values import Choice
from tests.tables import CLASSES, FLAG, every_step

#: Acts that do for several files at once what a row says of one.
AT_ONCE: Final = {
    "accept-rectification": "conclude-follow-up",
    "reject-rectification": "conclude-follow-up",
}

#: Facts that are a mark themselves.
MARKS: Final[dict[type[Fact], str]] = {
    MeasureTermOverrun: "overrun",
    PublicationOverdue: "publication_late",
    ReferralWithheldFlagged: "withheld",
}

#: Terms that are a mark under another name than the table's.
TERMS: Final = {"review_missing": "review_first", "served_late": "service_late"}


@dataclass(frozen=True)
class Met:
    """
    An act that a case did, or was refused.

    Args:
        act: Its name.
        refusal: Why it was refused; nothing if it was done.
        marks: What the facts that it left are marked with.
    """

    act: str
    refusal: Refused | None = None
    marks: frozenset[str] = frozenset()

    def shows(self, row: dict[str, str]) -> bool:
        """
        Whether it is what a row says: the act, and the class and code of its refusal.
        """
        if self.act not in {row["act"], AT_ONCE.get(row["act"])}:
            return False
        if row["refusal"] == FLAG:
            return row["code"] in self.marks
        if not row["refusal"]:
            return self.refusal is None
        return (
            self.refusal is not None
            and self.refusal.code == row["code"]
            and type(self.refusal) is CLASSES[row["refusal"]]
        )


@pytest.fixture(autouse=True)
def _rows_as_marked(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """
    See that a case meets each row that it is marked with.
    """
    marks = list(request.node.iter_markers("procedure"))
    met: list[Met] = []
    if marks:
        monkeypatch.setattr(Act, "__call__", _watched(met))
    yield
    rows = [every_step()[name] for mark in marks for name in mark.args]
    unseen = [
        row["row"]
        for row in rows
        if row["act"] in ACTS and not any(each.shows(row) for each in met)
    ]
    assert not unseen, f"{unseen} not met: {met}"


def _watched(met: list[Met]) -> Callable[..., object]:
    do = Act.__call__

    def watch(act: Act[..., object], *args: object, **terms: object) -> object:
        try:
            done = do(act, *args, **terms)
        except Refused as refusal:
            met.append(Met(act.name, refusal))
            raise
        (at,) = (each for each in args if isinstance(each, Circumstances))
        facts = [fact for _, fact in at.recorded]
        met.append(Met(act.name, marks=frozenset(_marks(facts))))
        return done

    return watch


def _marks(facts: Iterable[Fact]) -> Iterator[str]:
    """
    List the marks of facts: flags, what was breached, and that something is late.
    """
    for fact in facts:
        yield MARKS.get(type(fact), "")
        for name, value in vars(fact).items():
            if value is True:
                yield TERMS.get(name, name)
            for each in value if isinstance(value, tuple) else (value,):
                if isinstance(each, Choice):
                    yield each.code
