"""
The watch in the house: periods of the real law come due by themselves (D12).
"""

from datetime import timedelta

from domain.base import Fact
from domain.officer.file import CertificateExpired
from domain.values import end_of
from infra.clock import SystemClock
from services.web.house import opened
from tests.e2e.city import CERTIFIED_UNTIL, Town


def expired(town: Town) -> list[Fact]:
    """
    The certificates whose end the clock has recorded.
    """
    facts = town.house.ledger.facts()
    return [fact for fact in facts if isinstance(fact, CertificateExpired)]


def test_without_a_projector(town: Town) -> None:
    """
    Whoever finds nobody at work does what is due, once, and for its own day.
    """
    town.house.catch_up()
    before = expired(town)
    town.clock.moment = end_of(CERTIFIED_UNTIL) + timedelta(days=3)
    town.house.catch_up()
    town.house.catch_up()

    assert before == []
    files = sorted(str(fact.file) for fact in expired(town))
    assert files == sorted(str(town.id(n)) for n in ("first", "second", "foreign"))
    assert {fact.deed.on for fact in expired(town)} == {CERTIFIED_UNTIL}
    assert {fact.deed.channel for fact in expired(town)} == {"clock"}


def test_two_of_one_officer(town: Town) -> None:
    """
    Two certificates of one officer that end on one day both end.
    """
    town.do(
        "certify-officer",
        town.id("first"),
        certificate_number="证-另",
        certificate_kinds=("安全生产",),
        valid_from=CERTIFIED_UNTIL - timedelta(days=99),
        valid_until=CERTIFIED_UNTIL,
    )
    town.clock.moment = end_of(CERTIFIED_UNTIL) + timedelta(days=3)
    town.house.catch_up()

    assert len(expired(town)) == 4


def test_in_a_running_house(town: Town) -> None:
    """
    In a house that runs it happens without anybody's asking.
    """
    with opened(town.house) as house:
        town.clock.moment = end_of(CERTIFIED_UNTIL) + timedelta(days=3)
        house.watch.stir()
        until = SystemClock().now() + timedelta(seconds=20)
        while len(expired(town)) < 3 and SystemClock().now() < until:
            house.projector.wait_for(house.ledger.recorder.head, seconds=0.1)

        assert len(expired(town)) == 3
