"""
告知送达无效: what ran from the service of a notice that was none never began.
"""

from uuid import UUID

import pytest

from domain.base import Fact
from domain.enforcement_case.choices import PartyStage
from domain.enforcement_case.facts_of_notice import (
    NoticeServed,
    NoticeServiceSetAside,
)
from domain.service.file import SettingAside
from tests.cases.dossier import CLOCK, Dossier
from tests.cases.enforcement_case.test_ending import sparing
from tests.cases.penalty.test_deciding import decide, refused


@pytest.fixture
def scene() -> Dossier:
    """A bureau that handles cases."""
    return Dossier()


def set_aside(scene: Dossier, service: UUID) -> list[Fact]:
    """Have a court find that a service was none."""
    court = {"set_aside_by": SettingAside.COURT, "reason": "签收人与当事人无关"}
    return scene.do("set-service-aside", service, **court)


def notice(scene: Dossier, case: UUID, party_no: int = 1) -> UUID:
    """Give the service of the notice to a party."""
    noticed = scene.party(case, party_no).noticed
    assert noticed is not None
    return noticed.service


class TestNoticeSetAside:
    @pytest.mark.procedure("CO-51")
    def test_the_party_is_to_be_notified(self, scene: Dossier) -> None:
        """
        行政处罚法 44, 61: who got no notice was not told; its answer is awaited anew.
        """
        case = scene.heard()
        service = notice(scene, case)

        _, told = set_aside(scene, service)

        assert isinstance(told, NoticeServiceSetAside)
        assert (told.file, told.party_no, told.service) == (case, 1, service)
        party = scene.party(case)
        assert (party.stage, party.noticed) == (PartyStage.PROPOSED, None)
        assert (party.statement_settled, party.hearing_waived) == (False, False)

    def test_no_penalty_before_it_is_notified(self, scene: Dossier) -> None:
        """
        行政处罚法 62: no penalty on who was not told, though it waived its answer.
        """
        case = scene.heard()
        set_aside(scene, notice(scene, case))

        assert refused(scene, case).code == "notice_missing"

    def test_no_time_runs_out(self, scene: Dossier) -> None:
        """
        行政处罚法 44: the clock ends no time that never began.
        """
        case = scene.notified_of()
        set_aside(scene, notice(scene, case))
        scene.day = scene.day.replace(day=20)

        refusal = scene.refused("expire-statement", case, by=CLOCK, party_no=1)

        assert refusal.code == "no_time_set"

    def test_nor_is_a_hearing_asked_for(self, scene: Dossier) -> None:
        """
        行政处罚法 64(1): the five days to ask run from a notice.
        """
        case = scene.asked()
        set_aside(scene, notice(scene, case))

        assert scene.party(case).hearing is None
        refusal = scene.refused("request-hearing", case, by=scene.clerk, party_no=1)
        assert refusal.code == "notice_missing"

    def test_served_again(self, scene: Dossier) -> None:
        """
        行政处罚法 44, 61: the notice is served anew, and its times run from that day.
        """
        case = scene.heard()
        paper = scene.case(case).history[-2]
        assert isinstance(paper, NoticeServed)
        set_aside(scene, notice(scene, case))
        scene.day = scene.day.replace(day=12)

        again = scene.serve(paper.document)[-1]

        assert isinstance(again, NoticeServed)
        assert again.served_on == scene.day
        assert scene.party(case).stage is PartyStage.NOTICED
        assert decide(scene, scene.waive(case)).notice == again.id

    def test_of_one_party_alone(self, scene: Dossier) -> None:
        """
        行政处罚法 44: each party is notified for itself.
        """
        case = scene.conclude(scene.with_person())
        for party_no in (1, 2):
            scene.propose(case, 1_000_000, party_no=party_no)
            scene.tell(case, party_no)

        set_aside(scene, notice(scene, case, 2))

        stages = [scene.party(case, number).stage for number in (1, 2)]
        assert stages == [PartyStage.NOTICED, PartyStage.PROPOSED]

    def test_of_a_notice_that_counts_no_more(self, scene: Dossier) -> None:
        """
        A heavier proposal had it notified anew already: nothing is taken back.
        """
        case = scene.notified_of()
        old = notice(scene, case)
        scene.propose(case, 4_000_000)
        scene.tell(case)

        assert len(set_aside(scene, old)) == 1
        assert scene.party(case).stage is PartyStage.NOTICED

    def test_of_who_gets_no_penalty(self, scene: Dossier) -> None:
        """
        行政处罚法 57: that there is no penalty stands.
        """
        case = scene.heard()
        service = notice(scene, case)
        scene.do("decide-no-penalty", case, **sparing(scene))

        set_aside(scene, service)

        assert scene.party(case).has_no_penalty
