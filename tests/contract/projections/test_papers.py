"""
The register of documents: how far the service of each has come, by day.
"""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from domain.hazard.choices import HazardLevel
from domain.law.forms import Form
from domain.parties import Addressee
from domain.service.file import Way
from infra.questions import Ask
from infra.tables_of_rows import Value
from projections.papers import Papers, ServiceState
from tests.cases.scene import MONDAY, SIGNER, Scene, moment
from tests.contract.projections.readers import officer_of
from tests.contract.projections.stories import as_recorded, fed

TUESDAY, THURSDAY = date(2026, 3, 3), date(2026, 3, 5)


class Desk:
    """
    An order to rectify that goes to two enterprises, and the register of papers.
    """

    def __init__(self, folder: Path) -> None:
        """
        Issue the order.
        """
        self.folder = folder
        self.scene = Scene()
        parties = self.scene.enterprise, self.scene.another_enterprise()
        self.paper: UUID = self.scene.do(
            "issue-document",
            None,
            about=self.scene.ordered(HazardLevel.ORDINARY),
            form=Form.RECTIFICATION_ORDER,
            addressees=tuple(Addressee(enterprise=each) for each in parties),
        )[-1].file

    def serves(self, addressee_no: int, on: date) -> None:
        """
        Record on Thursday that an addressee was reached.
        """
        self.scene.do(
            "serve-document",
            None,
            on=THURSDAY,
            said_at=moment(on, 9),
            document=self.paper,
            addressee_no=addressee_no,
            way=Way.DIRECT,
            recipient=SIGNER,
            place="厂区",
        )

    def row(self, day: date) -> Mapping[str, Value]:
        """
        Look the paper up as it stood on a day.
        """
        facts = as_recorded(self.scene.office.facts)
        model = fed(Papers.NAME, self.folder / str(day), facts, batch=1000)
        ask = Ask(officer_of(self.scene.bureau), day)
        (row,) = model.answer("documents", ask).rows
        model.close()
        return row

    def state(self, day: date) -> object:
        """
        Say how far the service had come on a day.
        """
        return self.row(day)["service_state"]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """
    An order to two enterprises.
    """
    return Desk(tmp_path)


class TestService:
    def test_served_on_some(self, desk: Desk) -> None:
        """
        A document that one of two addressees has is served in part.
        """
        desk.serves(1, TUESDAY)

        assert desk.state(MONDAY) == ServiceState.NONE.code
        assert desk.state(TUESDAY) == ServiceState.PARTLY_SERVED.code

    def test_served_on_all(self, desk: Desk) -> None:
        """
        It is served from the day on which the last of them had it.
        """
        desk.serves(1, TUESDAY)
        desk.serves(2, THURSDAY)

        assert desk.state(TUESDAY) == ServiceState.PARTLY_SERVED.code
        row = desk.row(THURSDAY)
        assert row["service_state"] == ServiceState.SERVED.code
        assert row["served_on"] == THURSDAY.isoformat()

    def test_recorded_in_another_order(self, desk: Desk) -> None:
        """
        That day is the same where the earlier delivery is recorded last.
        """
        desk.serves(2, THURSDAY)
        desk.serves(1, TUESDAY)

        row = desk.row(THURSDAY)
        assert row["service_state"] == ServiceState.SERVED.code
        assert row["served_on"] == THURSDAY.isoformat()

    def test_tried_in_vain(self, desk: Desk) -> None:
        """
        A failed attempt is no service.
        """
        tried = {"document": desk.paper, "addressee_no": 1, "way": Way.POST}
        desk.scene.do("record-failed-service", None, reason="退回", **tried)

        assert desk.state(MONDAY) == ServiceState.ATTEMPTED.code

    def test_to_nobody(self, desk: Desk) -> None:
        """
        A paper that goes to nobody needs no service.
        """
        desk.scene.do(
            "issue-document",
            None,
            about=desk.scene.approved(),
            form=Form.INSPECTION_PLAN,
        )
        facts = as_recorded(desk.scene.office.facts)
        model = fed(Papers.NAME, desk.folder, facts, batch=1000)

        ask = Ask(officer_of(desk.scene.bureau), MONDAY)
        rows = model.answer("documents", ask, form=Form.INSPECTION_PLAN).rows
        assert [row["service_state"] for row in rows] == [ServiceState.NOT_NEEDED.code]
