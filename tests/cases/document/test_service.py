"""
Serving documents.
"""

from datetime import date, timedelta
from typing import ClassVar
from uuid import UUID

import pytest

from domain.base import Actor, Role
from domain.hazard.choices import HazardLevel
from domain.law.forms import Form
from domain.parties import Addressee
from domain.refusals import NoSuchCase, OutOfOrder, OutOfTime
from domain.service.file import (
    DocumentServed,
    Service,
    ServiceAddressConfirmed,
    ServiceAnnounced,
    ServiceAttemptFailed,
    ServiceSetAside,
    SettingAside,
    Stage,
    Way,
)
from domain.values import Personal
from tests.cases.scene import PHOTO, Scene, moment

WITH_ONE_MORE = (1,)


@pytest.fixture
def scene() -> Scene:
    """
    A bureau with its people.
    """
    return Scene()


@pytest.fixture
def paper(scene: Scene) -> UUID:
    """
    An order to rectify, issued to the enterprise.
    """
    ordered = scene.ordered(HazardLevel.ORDINARY)
    facts = scene.do(
        "issue-document",
        None,
        about=ordered,
        form=Form.RECTIFICATION_ORDER,
        addressees=(Addressee(enterprise=scene.enterprise),),
    )
    return facts[-1].file


def served(**terms: object) -> dict[str, object]:
    """
    Serve on the first addressee in person, unless something else is said.
    """
    said = {"way": Way.DIRECT, "place": "厂区", "recipient": Personal("李四")}
    return {"addressee_no": 1, **said, **terms}


class TestServe:
    def test_in_person(self, scene: Scene, paper: UUID) -> None:
        """
        Service is a fact per document and addressee, on the day of the delivery.
        """
        facts = scene.do(
            "serve-document",
            None,
            document=paper,
            said_at=moment(scene.day, 9),
            **served(),
        )

        (fact,) = facts
        assert isinstance(fact, DocumentServed)
        assert fact.served_on == scene.day
        assert fact.addressee == Addressee(enterprise=scene.enterprise)
        assert fact.deed.cause.startswith(str(paper))

    def test_once(self, scene: Scene, paper: UUID) -> None:
        """
        An addressee is served once.
        """
        scene.do("serve-document", None, document=paper, **served())

        refusal = scene.refused("serve-document", None, document=paper, **served())

        assert refusal.code == "served_already"

    def test_no_such_addressee(self, scene: Scene, paper: UUID) -> None:
        """
        The document says to whom it goes.
        """
        refusal = scene.refused(
            "serve-document", None, document=paper, **served(addressee_no=2)
        )

        assert isinstance(refusal, NoSuchCase)

    def test_in_whose_hands(self, scene: Scene, paper: UUID) -> None:
        """
        What is handed over is signed for by somebody, or a receipt is kept
        (民事诉讼法87).
        """
        handed = served(recipient=None)

        refusal = scene.refused("serve-document", None, document=paper, **handed)
        (fact,) = scene.do(
            "serve-document", None, document=paper, evidence=(PHOTO,), **handed
        )

        assert (refusal.code, refusal.under) == ("recipient_missing", "民事诉讼法87")
        assert isinstance(fact, DocumentServed)

    def test_left_without_reason(self, scene: Scene, paper: UUID) -> None:
        """
        It is left where it is refused, and the record says why (民事诉讼法89).
        """
        left = served(way=Way.LEFT, recipient=None, evidence=(PHOTO,))

        refusal = scene.refused("serve-document", None, document=paper, **left)

        assert refusal.code == "refusal_reason_missing"

    def test_left_without_witness(self, scene: Scene, paper: UUID) -> None:
        """
        Leaving a document needs a witness, or a picture of it (民事诉讼法89).
        """
        left = served(way=Way.LEFT, recipient=None, refusal_reason="拒收")

        refusal = scene.refused("serve-document", None, document=paper, **left)
        (fact,) = scene.do(
            "serve-document", None, document=paper, evidence=(PHOTO,), **left
        )

        assert refusal.code == "witness_missing"
        assert isinstance(fact, DocumentServed)

    def test_electronically_only_where_agreed(self, scene: Scene, paper: UUID) -> None:
        """
        Electronic service needs the party's written consent (行政处罚法61(2)).
        """
        by_mail = served(way=Way.ELECTRONIC, place="电子邮箱")

        refusal = scene.refused("serve-document", None, document=paper, **by_mail)
        confirmed = scene.do(
            "confirm-service-address",
            None,
            enterprise=scene.enterprise,
            address="城东路1号",
            consent=PHOTO,
            electronic_addresses=(Personal("a@example.invalid"),),
        )
        facts = scene.do("serve-document", None, document=paper, **by_mail)

        assert refusal.code == "no_electronic_consent"
        assert isinstance(confirmed[0], ServiceAddressConfirmed)
        assert isinstance(facts[0], DocumentServed)

    def test_agreed_only_afterwards(self, scene: Scene, paper: UUID) -> None:
        """
        A consent of today covers no service of yesterday (行政处罚法61(2)).
        """
        yesterday, scene.day = scene.day, scene.day + timedelta(days=1)
        scene.do(
            "confirm-service-address",
            None,
            enterprise=scene.enterprise,
            address="城东路1号",
            consent=PHOTO,
            electronic_addresses=(Personal("a@example.invalid"),),
        )
        by_mail = served(way=Way.ELECTRONIC, place="电子邮箱")

        refusal = scene.refused(
            "serve-document",
            None,
            document=paper,
            said_at=moment(yesterday),
            **by_mail,
        )

        assert refusal.code == "no_electronic_consent"

    def test_a_served_document_is_not_voided(self, scene: Scene, paper: UUID) -> None:
        """
        What has reached the party is replaced, not voided.
        """
        scene.do("serve-document", None, document=paper, **served())

        refusal = scene.refused("void-document", paper, reason="写错")

        assert refusal.code == "document_served"


class TestAnnounce:
    def announce(self, scene: Scene, paper: UUID) -> UUID:
        """
        Try in vain, then announce.
        """
        (failed,) = scene.do(
            "record-failed-service",
            None,
            document=paper,
            addressee_no=1,
            way=Way.POST,
            reason="退回：查无此单位",
        )
        assert isinstance(failed, ServiceAttemptFailed)
        (fact,) = scene.do(
            "announce-service",
            None,
            document=paper,
            addressee_no=1,
            grounds="下落不明",
            posted_where="本机关公告栏、网站",
        )
        assert isinstance(fact, ServiceAnnounced)
        assert fact.served_on == scene.day + timedelta(days=30)
        return fact.file

    def test_only_when_other_ways_failed(self, scene: Scene, paper: UUID) -> None:
        """
        An announcement is the last way (民事诉讼法95).
        """
        refusal = scene.refused(
            "announce-service",
            None,
            document=paper,
            addressee_no=1,
            grounds="下落不明",
            posted_where="公告栏",
        )

        assert refusal.code == "announcement_last"

    def test_not_recorded_as_served_by_hand(self, scene: Scene, paper: UUID) -> None:
        """
        An announced service takes effect by the clock.
        """
        refusal = scene.refused(
            "serve-document", None, document=paper, **served(way=Way.ANNOUNCED)
        )

        assert refusal.code == "announcement_by_clock"

    def test_counts_as_served_after_thirty_days(
        self, scene: Scene, paper: UUID
    ) -> None:
        """
        After thirty days the document counts as served (民事诉讼法95).
        """
        service = self.announce(scene, paper)
        clock = Actor(Role.CLOCK)
        end = scene.day + timedelta(days=30)

        day_before = end - timedelta(days=1)
        early = scene.refused(
            "complete-announced-service", service, by=clock, on=day_before, hour=23
        )
        (fact,) = scene.do(
            "complete-announced-service",
            service,
            by=clock,
            on=end,
            said_at=moment(end, 9),
        )

        assert isinstance(early, OutOfTime)
        assert isinstance(fact, DocumentServed)
        assert fact.way is Way.ANNOUNCED
        assert scene.read(Service, service).stage is Stage.SERVED

    def test_nothing_is_announced(self, scene: Scene, paper: UUID) -> None:
        """
        The clock completes only what was announced.
        """
        (failed,) = scene.do(
            "record-failed-service",
            None,
            document=paper,
            addressee_no=1,
            way=Way.POST,
            reason="退回",
        )

        refusal = scene.refused(
            "complete-announced-service", failed.file, by=Actor(Role.CLOCK)
        )

        assert refusal.code == "not_announced"


def test_the_day_of_service_is_a_day_of_the_office(scene: Scene, paper: UUID) -> None:
    """
    A delivery before eight in the morning is of the same legal day (D6).
    """
    (fact,) = scene.do(
        "serve-document",
        None,
        document=paper,
        said_at=moment(scene.day, 7, 30),
        **served(),
    )

    assert isinstance(fact, DocumentServed)
    assert fact.served_on == date(2026, 3, 2)


class TestSetAside:
    ASIDE: ClassVar[dict[str, object]] = {
        "set_aside_by": SettingAside.COURT,
        "reason": "签收人与受送达人无关",
    }

    def test_it_is_served_again(self, scene: Scene, paper: UUID) -> None:
        """
        行政处罚法61: a service that was none leaves the document to be served.
        """
        service = self._served(scene, paper)

        (fact,) = scene.do("set-service-aside", service, **self.ASIDE)

        assert isinstance(fact, ServiceSetAside)
        assert (fact.document, fact.addressee_no) == (paper, 1)
        assert scene.read(Service, service).stage is Stage.SET_ASIDE
        again = scene.do(
            "serve-document", None, document=paper, officers=WITH_ONE_MORE, **served()
        )
        assert [f.file for f in again] == [service]

    def test_a_document_whose_service_was_none(self, scene: Scene, paper: UUID) -> None:
        """
        矿安〔2021〕172号12: what never reached anybody can be voided.
        """
        service = self._served(scene, paper)
        assert scene.refused("void-document", paper, reason="错").code == (
            "document_served"
        )

        scene.do("set-service-aside", service, **self.ASIDE)

        assert scene.do("void-document", paper, reason="错")

    def test_what_was_not_served(self, scene: Scene, paper: UUID) -> None:
        """
        Only what was served can be found not to have been.
        """
        tried = {"document": paper, "addressee_no": 1, "way": Way.DIRECT}
        (fact,) = scene.do("record-failed-service", None, reason="无人", **tried)

        refusal = scene.refused("set-service-aside", fact.file, **self.ASIDE)

        assert isinstance(refusal, OutOfOrder)
        assert (refusal.code, refusal.under) == ("not_served", "行政处罚法61")

    def test_without_a_reason(self, scene: Scene, paper: UUID) -> None:
        """
        It is said why.
        """
        said = {**self.ASIDE, "reason": " "}

        refusal = scene.refused("set-service-aside", self._served(scene, paper), **said)

        assert refusal.code == "reason_missing"

    def _served(self, scene: Scene, paper: UUID) -> UUID:
        (fact,) = scene.do("serve-document", None, document=paper, **served())
        return fact.file
