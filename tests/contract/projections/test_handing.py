"""
A file that is handed to another body is read there from the hand-over on (移交, D21).
"""

from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest

import projections
from domain.base import Audience, Fact, Role
from domain.hazard.choices import HazardLevel
from domain.law.forms import Form
from domain.parties import Addressee
from infra.questions import Ask, Reader
from tests.cases.scene import MONDAY, UNTIL, Scene
from tests.contract.projections.stories import as_recorded, fed

#: Importing it makes every read model known.
KNOWN = projections

TUESDAY = MONDAY + timedelta(days=1)
LATER = MONDAY + timedelta(days=9)


class Handed:
    """
    Two hazards of one visit, of which one is given to another bureau on the next day.
    """

    def __init__(self) -> None:
        """
        Have it all done.
        """
        self.scene = scene = Scene("001")
        self.visit = scene.found(2)
        self.hazard, self.sibling = (self._hazard(number) for number in (1, 2))
        self.paper = self._paper()
        before = len(scene.office.facts)
        scene.do(
            "assign-hazard",
            self.hazard,
            by=scene.chief,
            on=TUESDAY,
            body=scene.other_bureau,
            requirements="督促整改",
        )
        self.later_paper = self._paper()
        self.facts = as_recorded(scene.office.facts)
        #: The position of the last fact before the hand-over.
        self.before = before

    def _hazard(self, item_no: int) -> UUID:
        found = {"item_nos": (item_no,), "place": "煤气柜", "description": "泄漏"}
        (fact,) = self.scene.do("identify-hazard", self.visit, **found)
        self.scene.do(
            "grade-hazard",
            fact.file,
            hazard_level=HazardLevel.ORDINARY,
            standard="判定标准",
            clause="一",
        )
        self.scene.do(
            "order-rectification",
            fact.file,
            measures="堵漏",
            rectify_until=UNTIL,
            danger=False,
        )
        return fact.file

    def _paper(self) -> UUID:
        paper = {"about": self.hazard, "form": Form.RECTIFICATION_ORDER}
        to = (Addressee(enterprise=self.scene.enterprise),)
        return self.scene.do("issue-document", None, addressees=to, **paper)[-1].file

    def reader(self, body: UUID) -> Reader:
        """
        Read as an officer of a body.
        """
        return Reader(
            Role.OFFICER,
            body=body,
            bodies=frozenset({body}),
            audiences=frozenset({Audience.PUBLIC, Audience.OFFICE}),
        )


@pytest.fixture(scope="module")
def handed() -> Handed:
    """
    What was handed over; nothing that is only read changes it.
    """
    return Handed()


def seen(
    handed: Handed,
    folder: Path,
    model: str,
    question: str,
    *,
    body: UUID,
    as_of: date | None = LATER,
    known_at: int | None = None,
    facts: list[Fact] | None = None,
    column: str = "id",
    **terms: object,
) -> set[str]:
    """
    Name what a question shows to a body.
    """
    found = fed(model, folder, handed.facts if facts is None else facts, batch=7)
    ask = Ask(handed.reader(body), as_of=as_of, known_at=known_at, limit=500)
    page = found.answer(question, ask, **terms)
    found.close()
    return {str(row[column]) for row in page.rows}


class TestOnTheDesk:
    def test_the_hazard(self, handed: Handed, tmp_path: Path) -> None:
        """
        The receiving body finds the hazard on its board, and not the one beside it.
        """
        other = handed.scene.other_bureau

        shown = seen(handed, tmp_path, "hazards", "hazards", body=other)

        assert shown == {str(handed.hazard)}

    def test_the_visit(self, handed: Handed, tmp_path: Path) -> None:
        """
        It reads the visit that the hazard was found on.
        """
        other = handed.scene.other_bureau

        shown = seen(handed, tmp_path, "inspections", "inspections", body=other)

        assert shown == {str(handed.visit)}

    def test_the_papers(self, handed: Handed, tmp_path: Path) -> None:
        """
        It reads the papers about the hazard, of before and after the hand-over.
        """
        other = handed.scene.other_bureau

        shown = seen(handed, tmp_path, "papers", "documents", body=other)

        assert shown == {str(handed.paper), str(handed.later_paper)}

    def test_the_trace(self, handed: Handed, tmp_path: Path) -> None:
        """
        It follows the thread: every fact of what it was given, whenever it happened.
        """
        other, scene = handed.scene.other_bureau, handed.scene
        thread = scene.hazard(handed.hazard).thread

        shown = seen(
            handed,
            tmp_path,
            "trace",
            "trace",
            body=other,
            thread=thread,
            column="file",
        )

        ours = {handed.hazard, handed.visit, handed.paper, handed.later_paper}
        assert shown == {str(file) for file in ours}

    def test_the_file(self, handed: Handed, tmp_path: Path) -> None:
        """
        The page of the file opens, and that of the hazard beside it does not.
        """
        other = handed.scene.other_bureau
        shown = [
            seen(
                handed,
                tmp_path / str(file),
                "trace",
                "file-facts",
                body=other,
                file=file,
                column="file",
            )
            for file in (handed.hazard, handed.sibling)
        ]

        assert shown == [{str(handed.hazard)}, set()]

    def test_the_giving_body_reads_on(self, handed: Handed, tmp_path: Path) -> None:
        """
        Who handed a file over keeps reading it.
        """
        bureau = handed.scene.bureau

        shown = seen(handed, tmp_path, "hazards", "hazards", body=bureau)

        assert shown == {str(handed.hazard), str(handed.sibling)}

    def test_a_third_body(self, handed: Handed, tmp_path: Path) -> None:
        """
        Nobody else reads it.
        """
        committee = handed.scene.committee

        assert seen(handed, tmp_path, "hazards", "hazards", body=committee) == set()


@pytest.mark.parametrize(
    ("model", "question"),
    [("hazards", "hazards"), ("inspections", "inspections"), ("papers", "documents")],
)
class TestFromTheHandOverOn:
    def test_on_the_day_before(
        self, handed: Handed, tmp_path: Path, model: str, question: str
    ) -> None:
        """
        Asked how it stood the day before, the receiving body reads nothing.
        """
        other = handed.scene.other_bureau

        shown = seen(handed, tmp_path, model, question, body=other, as_of=MONDAY)

        assert shown == set()

    def test_as_known_before(
        self, handed: Handed, tmp_path: Path, model: str, question: str
    ) -> None:
        """
        What was known at a position is what the facts up to it say.
        """
        other = handed.scene.other_bureau
        for position in (handed.before, handed.before + 1, len(handed.facts)):
            then = seen(
                handed,
                tmp_path / f"{position}-whole",
                model,
                question,
                body=other,
                known_at=position,
            )
            now = seen(
                handed,
                tmp_path / f"{position}-part",
                model,
                question,
                body=other,
                facts=handed.facts[:position],
            )
            assert then == now
            assert bool(then) == (position > handed.before)
