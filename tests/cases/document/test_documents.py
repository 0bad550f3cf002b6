"""
Issuing, numbering, voiding and replacing documents.
"""

from datetime import UTC, datetime
from uuid import UUID

import pytest

from domain.acts import ACTS
from domain.document.file import (
    Document,
    DocumentIssued,
    DocumentRendered,
    DocumentReplaced,
    DocumentVoided,
    Stage,
)
from domain.hazard.choices import HazardLevel
from domain.law.forms import Form
from domain.number_series.file import NumberSeriesOpened, Policy
from domain.parties import Addressee
from domain.refusals import NoSuchCase, OutOfOrder
from domain.values import Number, Personal
from tests.cases.scene import PHOTO, Scene


@pytest.fixture
def scene() -> Scene:
    """
    A bureau with its people.
    """
    return Scene()


@pytest.fixture
def ordered(scene: Scene) -> UUID:
    """
    A hazard that is to be rectified by a day.
    """
    return scene.ordered(HazardLevel.ORDINARY)


def issue(scene: Scene, about: UUID, **terms: object) -> DocumentIssued:
    """
    Issue the order to rectify, to the enterprise.
    """
    terms.setdefault("form", Form.RECTIFICATION_ORDER)
    terms.setdefault("addressees", (Addressee(enterprise=scene.enterprise),))
    facts = scene.do("issue-document", None, about=about, **terms)
    issued = facts[-1]
    assert isinstance(issued, DocumentIssued)
    return issued


class TestIssue:
    def test_an_order_to_rectify(self, scene: Scene, ordered: UUID) -> None:
        """
        A document holds what it renders, its form set, seal and addressee.
        """
        issued = issue(scene, ordered)

        order = next(f for f in scene.hazard(ordered).history if "ordered" in f.TOPIC)
        assert issued.renders == (order.id,)
        assert issued.deed.cause == order.id
        assert issued.seal == "执法专用章"
        assert issued.content_sha256 == scene.office.digest(issued.renders)
        assert issued.deed.thread == scene.hazard(ordered).thread

    def test_nothing_to_render_yet(self, scene: Scene) -> None:
        """
        A document renders facts; without them there is no document.
        """
        graded = scene.graded(HazardLevel.ORDINARY)

        refusal = scene.refused(
            "issue-document", None, about=graded, form=Form.RECTIFICATION_ORDER
        )

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "nothing_to_render"

    def test_to_nobody(self, scene: Scene, ordered: UUID) -> None:
        """
        An order goes to somebody.
        """
        refusal = scene.refused(
            "issue-document", None, about=ordered, form=Form.RECTIFICATION_ORDER
        )

        assert refusal.code == "addressee_missing"

    @pytest.mark.parametrize(
        "addressee",
        [Addressee(), Addressee(printed="某厂"), Addressee(person=Personal("张三"))],
    )
    def test_an_addressee_is_one(
        self, scene: Scene, ordered: UUID, addressee: Addressee
    ) -> None:
        """
        Each addressee is exactly one of enterprise, body and person.
        """
        both = Addressee(
            enterprise=scene.enterprise if addressee.person else None,
            person=addressee.person,
            printed=addressee.printed,
        )

        refusal = scene.refused(
            "issue-document",
            None,
            about=ordered,
            form=Form.RECTIFICATION_ORDER,
            addressees=(both,),
        )

        assert refusal.code == "addressee_unnamed"

    def test_about_nothing(self, scene: Scene) -> None:
        """
        A document is about a file that is there.
        """
        nowhere = UUID(int=7)

        refusal = scene.refused(
            "issue-document", None, about=nowhere, form=Form.RECTIFICATION_ORDER
        )

        assert isinstance(refusal, NoSuchCase)


class TestNumber:
    def test_the_first_paper_opens_the_series(
        self, scene: Scene, ordered: UUID
    ) -> None:
        """
        The year's first paper of a kind opens the series; the next one draws from it.
        """
        first = issue(scene, ordered)
        second = issue(scene, ordered)

        opened = [f for f in scene.office.facts if isinstance(f, NumberSeriesOpened)]
        assert len(opened) == 1
        assert first.number is not None
        assert second.number is not None
        assert first.number.series == second.number.series
        assert first.number.pattern == "（）责改〔2026〕{}号"
        assert first.number.serial == 0  # drawn in the append

    @pytest.mark.parametrize(
        ("at", "year"),
        [
            (datetime(2026, 12, 31, 15, 59, tzinfo=UTC), 2026),
            (datetime(2026, 12, 31, 16, 0, tzinfo=UTC), 2027),
        ],
    )
    def test_of_the_year(
        self, scene: Scene, ordered: UUID, at: datetime, year: int
    ) -> None:
        """
        Each year has a series of its own, and begins at midnight in the office.
        """
        *_, issued = scene.office.perform(
            ACTS["issue-document"],
            by=scene.officer(),
            at=at,
            about=ordered,
            form=Form.RECTIFICATION_ORDER,
            addressees=(Addressee(enterprise=scene.enterprise),),
        )

        assert isinstance(issued, DocumentIssued)
        assert issued.number is not None
        assert issued.number.year == year
        assert issued.number.series.endswith(f"/{year}")
        assert f"〔{year}〕" in issued.number.pattern

    def test_by_case_the_serial_of_the_first_paper_stays(
        self, scene: Scene, ordered: UUID
    ) -> None:
        """
        Counting by case, a second paper of a kind takes the serial and a suffix.
        """
        scene.do(
            "open-number-series",
            None,
            by=scene.clerk,
            kind_code="责改",
            year=2026,
            policy=Policy.PER_CASE,
        )
        first = issue(scene, ordered)
        assert first.number is not None
        drawn = _drawn(first, 17)

        second = issue(scene, ordered).number

        assert second is not None
        assert (second.serial, second.suffix) == (drawn.serial, "-2")
        assert second.printed == "（）责改〔2026〕17-2号"


def _drawn(issued: DocumentIssued, serial: int) -> Number:
    """
    Put the serial in that the append would draw.
    """
    assert issued.number is not None
    drawn = Number(**{**vars(issued.number), "serial": serial})
    vars(issued)["number"] = drawn
    return drawn


class TestEnd:
    def test_void(self, scene: Scene, ordered: UUID) -> None:
        """
        A void document keeps its number.
        """
        paper = issue(scene, ordered).file

        (fact,) = scene.do("void-document", paper, reason="当事人名称写错")

        assert isinstance(fact, DocumentVoided)
        assert scene.read(Document, paper).stage is Stage.VOIDED
        assert scene.read(Document, paper).number is not None

    def test_void_twice(self, scene: Scene, ordered: UUID) -> None:
        """
        What is void cannot be voided again.
        """
        paper = issue(scene, ordered).file
        scene.do("void-document", paper, reason="写错")

        refusal = scene.refused("void-document", paper, reason="写错")

        assert refusal.code == "document_not_in_force"

    def test_replaced_by_another_about_the_same(
        self, scene: Scene, ordered: UUID
    ) -> None:
        """
        A wrong document is replaced, never altered (矿安〔2021〕172号 12).
        """
        wrong, right = issue(scene, ordered).file, issue(scene, ordered).file

        (fact,) = scene.do(
            "replace-document", wrong, reason="日期写错", replacement=right
        )

        assert isinstance(fact, DocumentReplaced)
        assert not scene.read(Document, wrong).in_force

    def test_not_replaced_by_a_paper_about_another_matter(
        self, scene: Scene, ordered: UUID
    ) -> None:
        """
        The new document is about the same file.
        """
        other = scene.ordered(HazardLevel.ORDINARY)
        wrong, elsewhere = issue(scene, ordered).file, issue(scene, other).file

        refusal = scene.refused(
            "replace-document", wrong, reason="写错", replacement=elsewhere
        )

        assert refusal.code == "other_matter"


class TestRender:
    def test_the_paper(self, scene: Scene, ordered: UUID) -> None:
        """
        A document has one paper, and its hash stands for it.
        """
        issued = issue(scene, ordered)

        (fact,) = scene.do("render-document", issued.file, rendition=PHOTO)

        assert isinstance(fact, DocumentRendered)
        assert scene.read(Document, issued.file).rendition == PHOTO

    def test_twice(self, scene: Scene, ordered: UUID) -> None:
        """
        矿安〔2021〕172号12: a document is never altered.
        """
        issued = issue(scene, ordered)
        scene.do("render-document", issued.file, rendition=PHOTO)

        refusal = scene.refused("render-document", issued.file, rendition=PHOTO)

        assert isinstance(refusal, OutOfOrder)
        assert (refusal.code, refusal.under) == (
            "rendered_already",
            "国办发〔2018〕118号",
        )

    def test_a_void_one(self, scene: Scene, ordered: UUID) -> None:
        """
        What is void gets no paper.
        """
        issued = issue(scene, ordered)
        scene.do("void-document", issued.file, reason="错")

        refusal = scene.refused("render-document", issued.file, rendition=PHOTO)

        assert refusal.code == "document_not_in_force"
