"""
A suspected crime on two desks: brought to the police, who answer it at their own.
"""

from collections.abc import Iterator

import pytest

from tests.e2e.looking import plain, shown
from tests.e2e.story import Story
from tests.e2e.telling import Teller


class Crime(Story):
    """A story in which a crime is suspected and delivered."""

    referral = ""

    def suspect(self) -> None:
        """Suspect, report, decide; the police know nothing yet."""
        teller = self.teller
        other = {"with_officers": [teller.id("second")]}
        self.referral = self.does(
            "first",
            "suspect-crime",
            about=self.visit,
            offence="dangerous_work",
            threshold_fact="未经许可储存危险化学品",
            suspected_persons=[{"person": "何厂长", "identity_number": "证件一号"}],
            **other,
        ).file
        self.does("first", "report-referral", self.referral, opinion="移送", **other)
        self.does("principal", "decide-referral", self.referral, decision="transfer")

    def deliver(self) -> None:
        """Issue the letter and deliver the case."""
        teller, police = self.teller, self.bodies["police"]
        letter = self.does(
            "first",
            "issue-document",
            about=self.referral,
            form="crime_referral_letter",
            addressees=[{"body": police, "printed": "演示市公安局"}],
        ).last
        report = teller.puts("first", b"%PDF-1.7 report")
        none = {"none_because": "没有"}
        self.does(
            "first",
            "transfer-referral",
            self.referral,
            police=police,
            letter=letter,
            papers=[
                {"paper_slot": "report", "evidence": [report]},
                {"paper_slot": "goods", **none},
                {"paper_slot": "expertise", **none},
                {"paper_slot": "other", **none},
            ],
            with_officers=[teller.id("second")],
        )


@pytest.fixture(scope="module")
def crime(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Crime]:
    """A crime that is to be transferred."""
    teller = Teller(tmp_path_factory.mktemp("referral"))
    story = Crime(teller)
    story.settle()
    story.equip()
    story.inspect()
    story.suspect()
    yield story
    teller.house.close()


def test_from_the_delivery_on(crime: Crime) -> None:
    """
    D21: nothing on the judiciary's desk before the delivery; from then on the inbox
    with both sides' clocks, the next step, and who is suspected; they sign themselves.
    """
    assert crime.teller.asks("policeman", "referrals") == []
    asked = crime.teller.send("policeman", "receive-referral", {}, file=crime.referral)
    assert (asked.status_code, asked.json()["code"]) == (404, "no_such_file")

    crime.deliver()

    page = plain(shown(crime, "policeman", "").text)
    inbox = page.partition("未结的移送")[2].partition("公示")[0]
    assert "危险作业罪" in inbox
    assert "公安机关：签收" in inbox
    (row,) = crime.teller.asks("policeman", "referrals", still_open="true")
    assert (row["our_rule"], row["their_rule"]) == ("RF.copy", "RF.receipt")

    crime.does("policeman", "receive-referral", crime.referral)

    (row,) = crime.teller.asks("first", "referrals", about=crime.visit)
    assert (row["stage"], row["their_rule"]) == ("received", "RF.filing")
    thread = plain(shown(crime, "policeman", f"files/{crime.referral}").text)
    assert "何厂长" in thread
    assert "未经许可储存危险化学品" in thread


def test_flagged_where_the_body_sees_it(crime: Crime) -> None:
    """
    INV-03: the clock flags what the police leave undone; the flag is there to be read
    and no act of anybody takes it back.
    """
    crime.teller.wait(8)

    for login in ("policeman", "first", "commissioner"):
        flagged = {row["breach"] for row in crime.teller.asks(login, "breaches")}
        assert flagged >= {"filing_late", "not_copied"}, login
    assert crime.teller.asks("foreign", "breaches") == []
