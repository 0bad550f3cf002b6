"""
发现涉罪: a suspicion blocks from its first moment, whatever the file's stage.
"""

from datetime import date
from uuid import UUID

import pytest

from domain.law.crimes import CRIMES, Offence, Threshold, crime_on
from domain.procedures.suspicion import fined_by_court, open_suspicion
from domain.referral.choices import Stage, Supervised
from domain.referral.facts_of_suspicion import CrimeSuspected
from domain.referral.parts import SuspectedPerson
from domain.refusals import OutOfOrder
from domain.values import Personal
from tests.cases.referral.justice import BOSS, Justice
from tests.cases.scene import moment


@pytest.fixture
def justice() -> Justice:
    """A bureau in Xinzhou, and whom it refers to."""
    return Justice("001")


def blocked(justice: Justice, *files: UUID, **party: object) -> bool:
    """
    Ask whether a suspicion stands in the way of a party.
    """
    at = justice.registering()
    return open_suspicion(at, *files, **party) is not None  # type: ignore[arg-type]  # handed through


def key_of(justice: Justice, number: str) -> str:
    """
    Stand for a number as the acts do.
    """
    return justice.office.keyed(f"person/{number}")


class TestSuspectCrime:
    @pytest.mark.procedure("RF-01")
    def test_on_a_visit_and_its_hazard(self, justice: Justice) -> None:
        """
        国务院令310号3: it states the tag of each file that it concerns.
        """
        hazard = justice.identified()
        visit = justice.hazard(hazard).inspection
        assert visit is not None

        referral = justice.suspect(visit, also_about=(hazard,))

        (fact,) = justice.referral(referral).history
        assert isinstance(fact, CrimeSuspected)
        assert set(fact.tags()) == {f"file/{visit}/referral", f"file/{hazard}/referral"}
        assert fact.basis == "刑法134之一;法释〔2022〕19号"
        assert fact.deed.thread == visit
        assert justice.stage(referral) is Stage.SUSPECTED
        assert blocked(justice, hazard)

    @pytest.mark.procedure("RF-01")
    def test_whatever_the_stage(self, justice: Justice) -> None:
        """
        PROCEDURE 2.4: never refused, also on a visit whose thread is closed.
        """
        visit = justice.recorded()
        justice.drop(visit)

        referral = justice.suspect(visit)

        assert justice.stage(referral) is Stage.SUSPECTED

    def test_an_outer_limit_by_the_pack(self, justice: Justice) -> None:
        """
        应急〔2019〕54号7: the report is due at once; the place sets the outer limit.
        """
        (fact,) = justice.referral(justice.suspected()).history

        assert isinstance(fact, CrimeSuspected)
        assert fact.report_limit is not None
        assert fact.report_limit.rule == "RF.report"

    def test_a_number_is_kept_as_a_key(self, justice: Justice) -> None:
        """
        A person is matched by the number of the identity card, never by a name.
        """
        suspects = justice.referral(justice.suspected()).suspects

        assert suspects[0].enterprise == justice.enterprise
        assert suspects[1].person_key == key_of(justice, "11010519491231002X")

    def test_before_it_was_a_crime(self) -> None:
        """
        刑法修正案(十一): dangerous work is a crime since 2021-03-01.
        """
        assert crime_on(Offence.DANGEROUS_WORK, date(2021, 2, 28)) is None
        assert crime_on(Offence.DANGEROUS_WORK, date(2021, 3, 1)) is not None

    def test_every_offence_has_its_article(self) -> None:
        """
        法释〔2015〕22号6: one death, three serious injuries, a million.
        """
        assert {crime.offence for crime in CRIMES} == set(Offence)
        accident = crime_on(Offence.LIABILITY_ACCIDENT, date(2026, 3, 2))
        assert accident is not None
        least = (Threshold.DEATH, Threshold.SERIOUS_INJURIES, Threshold.LOSS)
        assert accident.thresholds[:3] == least


class TestWhatItBlocks:
    @pytest.mark.procedure("RF-02")
    def test_no_case_is_dropped(self, justice: Justice) -> None:
        """
        INV-01: while a crime is suspected nothing is dropped.
        """
        visit = justice.recorded()
        justice.suspect(visit)

        refusal = justice.refused(
            "decide-no-case",
            visit,
            by=justice.chief,
            item_nos=(1,),
            reason="情节轻微",
        )

        assert isinstance(refusal, OutOfOrder)
        assert (refusal.code, refusal.under) == (
            "crime_suspected",
            "国务院令310号(2020)3",
        )

    def test_nor_on_a_suspicion_about_a_hazard_of_it(self, justice: Justice) -> None:
        """
        INV-01: what the hazard of a visit shows is what the visit shows.
        """
        hazard = justice.identified()
        visit = justice.hazard(hazard).inspection
        assert visit is not None
        justice.sign(visit)
        justice.suspect(hazard)

        terms = {"item_nos": (1,), "reason": "情节轻微"}
        refusal = justice.refused("decide-no-case", visit, by=justice.chief, **terms)

        assert refusal.code == "crime_suspected"

    def test_every_party_until_the_receipt(self, justice: Justice) -> None:
        """
        INV-02: before the police have it, every party of the files.
        """
        visit = justice.recorded()
        referral = justice.suspect(visit)
        other = justice.another_enterprise()
        assert blocked(justice, visit, enterprise=other)

        justice.bring_up(referral)

        assert not blocked(justice, visit, enterprise=other)
        assert blocked(justice, visit, enterprise=justice.enterprise)

    def test_no_case_on_anybody(self, justice: Justice) -> None:
        """
        INV-01: that there is no case is decided on everybody, so a suspicion of the
        boss alone stands in its way, also once the police have it.
        """
        visit = justice.recorded()
        nobody: tuple[UUID, ...] = ()
        justice.bring_up(justice.suspect(visit, suspected_enterprises=nobody))

        terms = {"item_nos": (1,), "reason": "情节轻微"}
        refusal = justice.refused("decide-no-case", visit, by=justice.chief, **terms)

        assert refusal.code == "crime_suspected"

    def test_persons_by_their_number(self, justice: Justice) -> None:
        """
        INV-02: after the receipt a person is blocked by the number, not by a name; one
        without a number may be anybody.
        """
        visit = justice.recorded()
        referral = justice.suspect(visit)
        justice.bring_up(referral)

        assert blocked(justice, visit, person_key=key_of(justice, "11010519491231002X"))
        assert not blocked(justice, visit, person_key=key_of(justice, "另一人"))
        assert blocked(justice, visit)

    @pytest.mark.parametrize("named", [(), (SuspectedPerson(Personal("王五")),)])
    def test_unknown_suspects_are_everybody(
        self, justice: Justice, named: tuple[SuspectedPerson, ...]
    ) -> None:
        """
        INV-02: with nobody known, or a person without a number, all stay blocked.
        """
        visit = justice.recorded()
        nobody: tuple[UUID, ...] = ()
        referral = justice.suspect(
            visit, suspected_enterprises=nobody, suspected_persons=named
        )
        justice.bring_up(referral)

        assert blocked(justice, visit, enterprise=justice.another_enterprise())

    def test_again_when_the_police_file_after_all(self, justice: Justice) -> None:
        """
        INV-01: a suspicion that was cleared stands again with a later filing.
        """
        referral = justice.supervised()
        justice.conclude(referral, Supervised.REFUSAL_UPHELD)
        visit = justice.referral(referral).files[0]
        assert not blocked(justice, visit, enterprise=justice.enterprise)

        justice.file_case(referral)

        assert blocked(justice, visit, enterprise=justice.enterprise)

    @pytest.mark.parametrize("suspect_nos", [(), (1, 2)])
    @pytest.mark.parametrize("step", ["up", "court"])
    def test_again_when_prosecuted_after_all(
        self, justice: Justice, suspect_nos: tuple[int, ...], step: str
    ) -> None:
        """
        INV-02: whoever was not prosecuted is suspected again by a later prosecution.
        """
        referral = justice.filed()
        why = {"reasons": "情节轻微", "suspect_nos": suspect_nos}
        by = {"by": justice.procurator}
        justice.do("decide-non-prosecution", referral, **by, **why)
        visit = justice.referral(referral).files[0]
        assert not blocked(justice, visit, enterprise=justice.enterprise)

        crime = {"offence": Offence.DANGEROUS_WORK}
        if step == "court":
            court = justice.court_body
            justice.do("decide-prosecution", referral, **by, **crime, court=court)
        else:
            to = {"by": justice.police, "procuratorate": justice.procuratorate_body}
            justice.do("transfer-for-prosecution", referral, **to, **crime)

        assert blocked(justice, visit, enterprise=justice.enterprise)

    def test_fined_by_the_court(self, justice: Justice) -> None:
        """
        行政处罚法35, INV-02: a fine of the court stands against that party alone.
        """
        referral = justice.prosecuted()
        visit = justice.referral(referral).files[0]
        justice.judge_party(referral, 1, 5_000_00)
        at = justice.registering()
        assert not fined_by_court(at, visit, enterprise=justice.another_enterprise())
        assert blocked(justice, visit, person_key=key_of(justice, "11010519491231002X"))
        assert not blocked(justice, visit, enterprise=justice.enterprise)

        justice.judge_party(referral, 2, 0)

        at = justice.registering()
        assert fined_by_court(at, visit, enterprise=justice.enterprise)
        key = key_of(justice, "11010519491231002X")
        assert not fined_by_court(at, visit, person_key=key)
        assert not blocked(justice, visit)

    def test_the_clock_of_the_scene(self, justice: Justice) -> None:
        """
        A suspicion is of the day on which it was raised.
        """
        (fact,) = justice.referral(justice.suspected(on=date(2026, 3, 4))).history

        assert fact.deed.occurred_at == moment(date(2026, 3, 4))
        assert BOSS.identity_number is not None
