"""
A unit that is fined is recorded, pays, is repaired, and is public nowhere any more; the
repair proves to be got by fraud, the record stands again, and it is public again.
"""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from tests.e2e.docket import FEN, Docket
from tests.e2e.telling import Teller

EFFECTS = ("publicity", "sharing", "discipline")


class Kept(Docket):
    """A case whose fine goes into the credit record."""

    penalty = ""
    record = ""

    def keep(self) -> None:
        """Have the fine recorded and published on both channels."""
        self.penalty = self.fined()
        grave = {"credit_class": "general", "class_ground": "较大数额罚款"}
        self.record = self.does(
            "clerk",
            "record-penalty-credit",
            self.penalty,
            class_standard="table",
            **grave,
        ).file
        self.publish()

    def publish(self) -> None:
        """Have the fine published on both channels."""
        grave = {"credit_class": "general", "class_ground": "较大数额罚款"}
        for channel in ("own_site", "credit_platform"):
            said = {"channel": channel, **grave}
            self.does("discloser", "publish-penalty", self.penalty, **said)

    def ask(self) -> dict[str, object]:
        """Give what an application for repair says."""
        paper = self.teller.puts("clerk", b"%PDF-1.7 promise")
        return {"credit_no": 1, "credit_promise": paper, "evidence": [paper]}

    def repair(self) -> None:
        """Have it repaired on the first day on which that can be asked for."""
        first = date.fromisoformat(self.fact()["repair_from"])
        self.teller.wait((first - self.teller.today).days)
        self.does("clerk", "apply-for-repair", self.record, **self.ask())
        self.does("head", "accept-repair", self.record, credit_no=1)
        stopped = [{"repair_effect": e, "platform": "信用中国"} for e in EFFECTS]
        said = {"credit_no": 1, "reasons": "已缴清", "stoppages": stopped}
        self.does("head", "repair-credit-fact", self.record, **said)

    def revoke(self) -> None:
        """Have the repair revoked some days later, and further repair barred."""
        self.teller.wait(3)
        paper = self.teller.puts("head", b"%PDF-1.7 forged")
        fraud = {"credit_no": 1, "reasons": "虚假证明", "evidence": [paper]}
        until = str(self.teller.today + timedelta(days=365))
        self.does("head", "revoke-repair", self.record, barred_until=until, **fraud)

    def fact(self, **axes: object) -> dict[str, str]:
        """The one credit fact, as it stands."""
        (row,) = self.teller.asks("first", "credit-facts", **axes)
        return row

    def shown(self) -> set[str]:
        """How what was published stands."""
        rows = self.teller.asks("", "public-register")
        return {row["stage"] for row in rows}


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kept]:
    """A case whose fine was recorded, and paid."""
    story = Kept(Teller(tmp_path_factory.mktemp("kept")))
    story.begin()
    story.conclude()
    story.keep()
    story.pay(story.penalty, FEN)
    yield story
    story.teller.house.close()


def test_listed_repaired_and_restored(kept: Kept) -> None:
    """
    发改委令36号: too early first; then repaired and public nowhere; then revoked for
    fraud. On each day the record says what stood then.
    """
    early = kept.refused("clerk", "apply-for-repair", kept.record, **kept.ask())
    assert early == ("minimum_term", "发改委令36号")
    assert kept.shown() == {"public"}

    kept.repair()
    item = kept.teller.asks("", "public-register")[0]["id"]
    kept.does("discloser", "end-by-repair", item)
    assert kept.shown() == set()
    assert kept.fact()["stage"] == "repaired"

    kept.revoke()
    barred = kept.refused("clerk", "apply-for-repair", kept.record, **kept.ask())
    assert barred == ("repair_barred", "发改委令36号")
    yesterday = str(kept.teller.today - timedelta(days=1))
    stages = [kept.fact(**at)["stage"] for at in ({"as_of": yesterday}, {})]
    assert stages == ["repaired", "recorded"]

    assert kept.fact()["publish_again"]
    kept.publish()
    assert kept.shown() == {"public"}
    assert not kept.fact()["publish_again"]
