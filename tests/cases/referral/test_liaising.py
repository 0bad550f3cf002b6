"""
线索通报、协查、职务违法线索移送: what bodies tell and ask each other.
"""

from typing import ClassVar
from uuid import UUID

import pytest

from domain.base import Actor
from domain.referral.choices import Stage
from domain.referral.facts_of_liaison import (
    ClueNotified,
    CoInvestigationAnswered,
    CoInvestigationRequested,
    OfficialMisconductReferred,
)
from domain.refusals import BeyondTheLaw, NotCompetent
from domain.values import Restricted
from tests.cases.referral.justice import Justice


@pytest.fixture
def justice() -> Justice:
    """A bureau in Xinzhou, and whom it refers to."""
    return Justice("001")


class TestClue:
    def test_notified(self, justice: Justice) -> None:
        """
        REF-05: from now on the receiver reads it; nothing is blocked by it.
        """
        visit = justice.recorded()

        (fact,) = justice.do(
            "notify-clue",
            None,
            receiver=justice.police_body,
            clue="疑似非法储存",
            about=visit,
        )

        assert list(fact.hand_overs()) == [(fact.file, justice.police_body)]
        assert isinstance(fact, ClueNotified)
        assert fact.deed.thread == visit
        assert justice.stage(fact.file) is Stage.NOTIFIED
        justice.drop(visit)

    def test_without_a_file(self, justice: Justice) -> None:
        """
        REF-05: the police tell what they come upon; it begins a thread.
        """
        (fact,) = justice.do(
            "notify-clue",
            None,
            by=justice.police,
            receiver=justice.bureau,
            clue="无证经营",
        )

        assert fact.deed.thread == fact.file

    def test_nothing_said(self, justice: Justice) -> None:
        """
        REF-05: a clue says something.
        """
        refusal = justice.refused(
            "notify-clue", None, receiver=justice.police_body, clue=" "
        )

        assert refusal.code == "clue_missing"

    def test_a_clue_is_no_referral(self, justice: Justice) -> None:
        """
        国务院令310号7: what was told as a clue is not filed as a referral.
        """
        (fact,) = justice.do(
            "notify-clue", None, receiver=justice.police_body, clue="疑似非法储存"
        )

        refusal = justice.refused(
            "file-criminal-case", fact.file, by=justice.police, criminal_case_no="1"
        )

        assert refusal.code == "not_transferred"
        demand = justice.refused(
            "demand-transfer", fact.file, by=justice.clerk, reasons="应当移送"
        )
        assert demand.code == "not_transferred"


class TestCoInvestigation:
    def asked(self, justice: Justice, by: Actor) -> UUID:
        """
        Ask the police for help.
        """
        (fact,) = justice.do(
            "request-co-investigation",
            None,
            by=by,
            receiver=justice.police_body,
            requirements="协助核实人员身份",
        )
        assert isinstance(fact, CoInvestigationRequested)
        return fact.file

    def test_answered(self, justice: Justice) -> None:
        """
        行政处罚法26: by the body that was asked, once.
        """
        file = self.asked(justice, justice.officer())
        reply = {"reply": "身份属实"}
        other = justice.refused(
            "answer-co-investigation", file, by=justice.other_police, **reply
        )
        assert isinstance(other, NotCompetent)

        (fact,) = justice.do(
            "answer-co-investigation", file, by=justice.police, **reply
        )
        assert isinstance(fact, CoInvestigationAnswered)

        again = justice.refused(
            "answer-co-investigation", file, by=justice.police, **reply
        )
        assert again.code == "referral_stage"


class TestOfficialMisconduct:
    said: ClassVar[dict[str, object]] = {
        "official": Restricted("某科长"),
        "official_post": "科长",
        "misconduct": Restricted("收受企业财物"),
    }

    def test_to_the_supervision_organ(self, justice: Justice) -> None:
        """
        监察法37: it begins a thread of its own, apart from the case it came from.
        """
        visit = justice.recorded()

        (fact,) = justice.do(
            "refer-official-misconduct",
            None,
            receiver=justice.supervision_organ,
            about=visit,
            **self.said,
        )

        assert isinstance(fact, OfficialMisconductReferred)
        assert fact.deed.thread == fact.file
        assert list(fact.hand_overs()) == [(fact.file, justice.supervision_organ)]
        assert justice.stage(fact.file) is Stage.MISCONDUCT

    def test_to_nobody_else(self, justice: Justice) -> None:
        """
        监察法37: to no other organ.
        """
        refusal = justice.refused(
            "refer-official-misconduct",
            None,
            receiver=justice.police_body,
            **self.said,
        )

        assert isinstance(refusal, BeyondTheLaw)
        assert refusal.code == "wrong_receiver"
