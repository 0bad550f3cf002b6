"""
By which moment an act counts, and when it may be said to have been another (D6).
"""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from domain.base import Time
from domain.refusals import OutOfTime, Refused
from domain.values import Upload
from domain.words import WORDINGS
from infra.documents import DocumentMissing
from infra.ledger import Ledger, Request
from tests.contract.append.town import OFFICER

LONG_AGO = datetime(2026, 3, 2, 4, tzinfo=UTC)


@pytest.fixture
def visit(ledger: Ledger, shop: UUID) -> UUID:
    """
    A visit that is going on.
    """
    terms = {"shop": shop, "until_on": LONG_AGO.date()}
    return next(iter(ledger.perform(Request("begin-visit", OFFICER, "v", terms)).files))


@pytest.fixture
def late(ledger: Ledger, shop: UUID) -> Request:
    """
    A change of name whose paper came first.
    """
    return Request(
        "rename-shop",
        OFFICER,
        "late",
        {"name": "Li"},
        file=shop,
        occurred_at=LONG_AGO,
        late_reason="the network was down",
        late_scan=ledger.put_document(b"%PDF-1.7 a scan"),
    )


def refusal(ledger: Ledger, request: Request) -> str:
    """
    Say with which code an act is refused; the code has its sentence.
    """
    with pytest.raises(Refused) as refused:
        ledger.perform(request)
    wording = WORDINGS[refused.value.code]
    assert wording.zh.format(**refused.value.facts)
    assert isinstance(refused.value, OutOfTime)
    return refused.value.code


class TestAtTheDesk:
    def test_by_its_moment(self, ledger: Ledger, shop: UUID) -> None:
        """
        It counts by the moment at which it is done.
        """
        (fact,) = ledger.facts()

        assert fact.file == shop
        assert fact.deed.known is Time.NOW
        assert timedelta() <= fact.timestamp - fact.deed.occurred_at < timedelta(5)

    def test_another_day_is_refused(self, ledger: Ledger, shop: UUID) -> None:
        """
        No other moment may be stated for it.
        """
        rename = Request("close-shop", OFFICER, "k", file=shop, occurred_at=LONG_AGO)

        assert refusal(ledger, rename) == "day_not_stated"


class TestStated:
    def test_any_time_before(self, ledger: Ledger, visit: UUID) -> None:
        """
        A fact about the world counts by when it happened, however long ago.
        """
        end = Request("end-visit", OFFICER, "e", file=visit, occurred_at=LONG_AGO)
        ledger.perform(end)

        deed = ledger.facts()[-1].deed
        assert (deed.known, deed.occurred_at) == (Time.STATED, LONG_AGO)

    def test_in_the_future(self, ledger: Ledger, visit: UUID) -> None:
        """
        Nothing is recorded that has not happened yet.
        """
        soon = ledger.clock.now() + timedelta(minutes=1)
        end = Request("end-visit", OFFICER, "e", file=visit, occurred_at=soon)

        assert refusal(ledger, end) == "in_the_future"


class TestLate:
    def test_with_reason_and_scan(self, ledger: Ledger, late: Request) -> None:
        """
        What its paper shows is recorded late, and always marked so.
        """
        ledger.perform(late)

        deed = ledger.facts()[-1].deed
        assert (deed.known, deed.occurred_at) == (Time.LATE, LONG_AGO)
        assert deed.late_reason == "the network was down"
        assert deed.late_scan == late.late_scan

    @pytest.mark.parametrize("left_out", ["late_reason", "late_scan", "occurred_at"])
    def test_incomplete(self, ledger: Ledger, late: Request, left_out: str) -> None:
        """
        Reason, scan and moment are all needed.
        """
        part = {
            "late_reason": replace(late, late_reason=""),
            "late_scan": replace(late, late_scan=None),
            "occurred_at": replace(late, occurred_at=None),
        }[left_out]

        assert refusal(ledger, part) == "late_incomplete"

    def test_where_not_declared(self, ledger: Ledger, late: Request) -> None:
        """
        Only an act that is declared so may be recorded late.
        """
        close = replace(late, act="close-shop", terms={})

        assert refusal(ledger, close) == "not_recorded_late"

    def test_scan_that_is_not_there(self, ledger: Ledger, late: Request) -> None:
        """
        A scan that the store does not have cannot be cited.
        """
        lost = replace(late, late_scan=Upload("0" * 64, 1, "image/png"))

        with pytest.raises(DocumentMissing):
            ledger.perform(lost)

    def test_scan_is_described_by_the_store(
        self, ledger: Ledger, late: Request
    ) -> None:
        """
        Size and type of a document are the store's to say, not the caller's.
        """
        assert late.late_scan
        told = replace(late, late_scan=Upload(late.late_scan.sha256, 1, "image/png"))
        ledger.perform(told)

        assert ledger.facts()[-1].deed.late_scan == late.late_scan
