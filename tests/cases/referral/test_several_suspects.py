"""
多名嫌疑人: each by itself is prosecuted, or not, judged and handed back for a penalty.
"""

from uuid import UUID

import pytest

from domain.base import Fact
from domain.law.crimes import Offence
from domain.referral.choices import Stage
from domain.referral.facts_of_outcome import (
    CaseReturnedForPenalty,
    NonProsecutionDecided,
)
from tests.cases.referral.justice import Justice


@pytest.fixture
def justice() -> Justice:
    """A bureau in Xinzhou, and whom it refers to."""
    return Justice("001")


def prosecute(justice: Justice, referral: UUID, *numbers: int) -> list[Fact]:
    """Have some suspects prosecuted."""
    said = {"offence": Offence.DANGEROUS_WORK, "court": justice.court_body}
    by = justice.procurator
    return justice.do(
        "decide-prosecution", referral, by=by, **said, suspect_nos=numbers
    )


def spare(justice: Justice, referral: UUID, *numbers: int) -> Fact:
    """Have some suspects not prosecuted, or those that are meant."""
    said = {"by": justice.procurator, "reasons": "情节轻微", "suspect_nos": numbers}
    return justice.do("decide-non-prosecution", referral, **said)[0]


def hand_back(justice: Justice, referral: UUID, *numbers: int) -> Fact:
    """Have a case handed back for a penalty."""
    said = {"by": justice.procurator, "reasons": "移送主管机关", "suspect_nos": numbers}
    return justice.do("return-case-for-penalty", referral, **said)[0]


def blocked(justice: Justice, referral: UUID) -> tuple[bool, bool]:
    """Whether the firm, and whether its boss is under suspicion."""
    found = justice.referral(referral)
    boss = found.suspects[1].person_key
    return found.blocks(justice.enterprise, ""), found.blocks(None, boss)


class TestProsecutedAlone:
    def test_the_other_stays_where_it_is(self, justice: Justice) -> None:
        """
        INV-02: the boss is prosecuted; whether the firm is stays open until it is said.
        """
        referral = justice.filed()
        prosecute(justice, referral, 2)
        before = blocked(justice, referral)

        fact = spare(justice, referral)

        assert isinstance(fact, NonProsecutionDecided)
        assert (fact.suspect_nos, fact.settles_all) == ((1,), False)
        assert before == (True, True)
        assert blocked(justice, referral) == (False, True)
        assert justice.stage(referral) is Stage.PROSECUTED

    def test_after_both_were_cleared(self, justice: Justice) -> None:
        """
        INV-02: a later prosecution puts the one under suspicion whom it names.
        """
        referral = justice.filed()
        spare(justice, referral)

        prosecute(justice, referral, 2)

        assert blocked(justice, referral) == (False, True)

    def test_sent_up_alone(self, justice: Justice) -> None:
        """
        INV-02: so does the opinion of the police that one is to be prosecuted.
        """
        referral = justice.filed()
        spare(justice, referral, 1)
        spare(justice, referral, 2)

        said = {"offence": Offence.DANGEROUS_WORK, "suspect_nos": (1,)}
        to = {"by": justice.police, "procuratorate": justice.procuratorate_body}
        justice.do("transfer-for-prosecution", referral, **said, **to)

        assert blocked(justice, referral) == (True, False)

    def test_the_judgment_on_the_last(self, justice: Justice) -> None:
        """
        行政处罚法35: with the one spared and the other judged, all is settled.
        """
        referral = justice.filed()
        prosecute(justice, referral, 2)
        spare(justice, referral, 1)

        justice.judge_party(referral, 2, 0)

        assert justice.stage(referral) is Stage.JUDGED
        assert blocked(justice, referral) == (False, False)

    def test_a_prosecution_withdrawn(self, justice: Justice) -> None:
        """
        应急〔2019〕54号18: with everybody before the court it is about everybody.
        """
        referral = justice.filed()
        prosecute(justice, referral)

        spare(justice, referral)

        assert blocked(justice, referral) == (False, False)

    @pytest.mark.parametrize(
        "act",
        [
            "decide-prosecution",
            "transfer-for-prosecution",
            "return-case-for-penalty",
        ],
    )
    def test_of_a_number_that_is_nobodys(self, justice: Justice, act: str) -> None:
        """
        应急〔2019〕54号18: it is about suspects of this referral.
        """
        crime = {"offence": Offence.DANGEROUS_WORK}
        terms: dict[str, dict[str, object]] = {
            "decide-prosecution": {"court": justice.court_body, **crime},
            "transfer-for-prosecution": {
                "procuratorate": justice.procuratorate_body,
                **crime,
            },
            "return-case-for-penalty": {"reasons": "移送主管机关"},
        }
        to_police = act == "transfer-for-prosecution"
        by = justice.police if to_police else justice.procurator

        refusal = justice.refused(
            act, justice.filed(), by=by, **terms[act], suspect_nos=(3,)
        )

        assert refusal.code == "no_such_suspect"


class TestHandedBack:
    def test_while_the_other_is_before_the_court(self, justice: Justice) -> None:
        """
        行政处罚法27, INV-02: the firm is left to the bureau, its boss to the court.
        """
        referral = justice.filed()
        prosecute(justice, referral, 2)

        fact = hand_back(justice, referral)

        assert isinstance(fact, CaseReturnedForPenalty)
        assert (fact.suspect_nos, fact.suspects_left) == ((1,), (2,))
        assert blocked(justice, referral) == (False, True)
        assert justice.stage(referral) is Stage.PROSECUTED

    def test_whom_nobody_prosecuted_before(self, justice: Justice) -> None:
        """
        INV-02: what was decided on the firm before frees nobody who is prosecuted.
        """
        referral = justice.filed()
        prosecute(justice, referral, 2)
        spare(justice, referral, 1)

        hand_back(justice, referral)

        assert blocked(justice, referral) == (False, True)

    def test_everybody(self, justice: Justice) -> None:
        """
        国务院令310号13: with nobody before the court it is about everybody.
        """
        referral = justice.filed()

        fact = hand_back(justice, referral)

        assert isinstance(fact, CaseReturnedForPenalty)
        assert fact.suspects_left == ()
        assert justice.stage(referral) is Stage.CLEARED
        assert blocked(justice, referral) == (False, False)

    def test_the_last(self, justice: Justice) -> None:
        """
        国务院令310号13: one after the other, and with the last all is settled.
        """
        referral = justice.filed()
        hand_back(justice, referral, 1)
        first = blocked(justice, referral)

        hand_back(justice, referral, 2)

        assert (first, justice.stage(referral)) == ((False, True), Stage.CLEARED)
