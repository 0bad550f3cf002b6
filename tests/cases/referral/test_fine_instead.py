"""
以罚代刑警示: a matter that may be a crime ended with a fine, and nobody suspected one.
"""

from datetime import timedelta
from uuid import UUID

import pytest

from domain.acts import ACTS
from domain.base import Actor, Fact, Role
from domain.enforcement_case.choices import CaseSource
from domain.law.crimes import Offence
from domain.law.forms import Form
from domain.law.penalty_kinds import PenaltyKind
from domain.procedures.deciding_penalties import ActFined
from domain.procedures.filing_cases import CaseOrigin
from domain.referral.choices import Stage
from domain.referral.facts_of_flags import FineInsteadOfProsecutionFlagged
from domain.referral.file import Referral
from domain.refusals import OutOfOrder, OutOfTime, Refused
from domain.values import end_of
from tests.cases.dossier import Dossier
from tests.cases.penalty.decided import YUAN, Bureau
from tests.cases.penalty.test_deciding import SAYS
from tests.cases.scene import moment

CLOCK = Actor(Role.CLOCK)
FINE_FEN = 20_000 * YUAN
CODE = "134-1"
ON_REFERRALS = [name for name, act in ACTS.items() if Referral in act.file_kinds]


class Station(Dossier, Bureau):
    """
    A bureau whose officers find what may be a crime.
    """

    def criminal(self, code: str = CODE) -> UUID:
        """Have a visit find something that carries the code of a threshold."""
        visit = self.opened()
        self.do(
            "record-finding",
            visit,
            description="关闭瓦斯报警装置",
            is_violation=True,
            area="井下",
            violation_code="V02",
            criminal_code=code,
        )
        return visit

    def closed(self, visit: UUID, kind: PenaltyKind = PenaltyKind.FINE) -> UUID:
        """Have a case on it decided, performed and closed."""
        fine = FINE_FEN if kind is PenaltyKind.FINE else 0
        origin = CaseOrigin(CaseSource.FINDING, visit, (1,))
        case = self.conclude(self.filed(taken_from=origin))
        self.propose(case, fine, kinds=(kind,))
        self.tell(case)
        self.waive(case)
        act = ActFined("V02", 1, "安全生产法99(1)", fine)
        said = {"kinds": (kind,), "acts_fined": (act,), "decision_content": SAYS}
        terms = {"party_no": 1, "fine_fen": fine, "deviation_reason": "裁量"}
        penalty = self.do("decide-penalty", case, by=self.chief, **said, **terms)[0]
        self.serve(self.issued(penalty.file, Form.PENALTY_DECISION_UNIT))
        if fine:
            self.pay(penalty.file, fine // YUAN)
        result = {"case_result": "罚款", "execution": "已履行"}
        self.do("close-case", case, by=self.chief, **result)
        return case

    def suspect(self, about: UUID) -> None:
        """Say that a file shows signs of a crime."""
        crime = {"offence": Offence.DANGEROUS_WORK, "threshold_fact": "关闭报警"}
        self.do("suspect-crime", None, officers=(1,), about=about, **crime)

    def next_day(self, act: str, file: UUID) -> list[Fact]:
        """Have the clock flag after midnight."""
        said_at = end_of(self.day)
        on = self.day + timedelta(days=1)
        return self.do(act, file, by=CLOCK, on=on, hour=0, said_at=said_at)

    def unflagged(self, act: str, file: UUID) -> Refused:
        """Have the clock find nothing to flag."""
        on = self.day + timedelta(days=1)
        return self.refused(act, file, by=CLOCK, on=on, hour=0)


@pytest.fixture
def station() -> Station:
    """A bureau under national law alone."""
    return Station()


class TestFlagFineInstead:
    def test_closed_with_a_fine(self, station: Station) -> None:
        """
        INV-02: the code of a threshold, a fine, a closed case, and no suspicion.
        """
        visit = station.criminal()
        case = station.closed(visit)

        (fact,) = station.next_day("flag-fine-instead", case)

        assert isinstance(fact, FineInsteadOfProsecutionFlagged)
        assert (fact.files, fact.broken_rule) == ((case, visit), "INV-02")
        assert (fact.criminal_codes, fact.fine_fen) == ((CODE,), FINE_FEN)
        assert fact.deed.body == station.bureau
        assert station.read(Referral, fact.file).stage is Stage.FINED_INSTEAD

    def test_a_suspicion_that_comes_later(self, station: Station) -> None:
        """
        The flag stands, and hinders no suspicion.
        """
        visit = station.criminal()
        case = station.closed(visit)
        (fact,) = station.next_day("flag-fine-instead", case)

        station.suspect(case)

        assert station.read(Referral, fact.file).stage is Stage.FINED_INSTEAD
        assert station.unflagged("flag-fine-instead", case).code == "flagged_already"

    def test_not_before_midnight(self, station: Station) -> None:
        """
        Whoever sees it on the day of the closing may still say so.
        """
        case = station.closed(station.criminal())

        refusal = station.refused("flag-fine-instead", case, by=CLOCK, hour=23)

        assert isinstance(refusal, OutOfTime)

    def test_a_crime_was_suspected(self, station: Station) -> None:
        """
        Said on the day of the closing, it was said.
        """
        case = station.closed(station.criminal())
        station.suspect(case)

        refusal = station.unflagged("flag-fine-instead", case)

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "done_in_time"

    @pytest.mark.parametrize("why", ["no code", "no fine"])
    def test_nothing_to_flag(self, station: Station, why: str) -> None:
        """
        No code, or nothing but a warning: no fine stands in place of anything.
        """
        visit = station.criminal("" if why == "no code" else CODE)
        kind = PenaltyKind.WARNING if why == "no fine" else PenaltyKind.FINE
        case = station.closed(visit, kind)

        assert station.unflagged("flag-fine-instead", case).code == "nothing_to_flag"


class TestFlagSpotFineInstead:
    def test_a_fine_on_the_spot(self, station: Station) -> None:
        """
        INV-02: no case is needed for a fine in place of prosecution.
        """
        visit = station.criminal()
        penalty = station.on_the_spot(inspection=visit, item_nos=(1,))

        (fact,) = station.next_day("flag-spot-fine-instead", penalty)

        assert isinstance(fact, FineInsteadOfProsecutionFlagged)
        assert fact.files == (penalty, visit)

    def test_of_another_finding(self, station: Station) -> None:
        """
        What is fined is not what may be a crime.
        """
        penalty = station.on_the_spot(inspection=station.found(), item_nos=(1,))
        refusal = station.unflagged("flag-spot-fine-instead", penalty)

        assert refusal.code == "nothing_to_flag"


class TestNobodyOfTheBodyTouchesIt:
    @pytest.mark.parametrize("act", ["flag-fine-instead", "flag-spot-fine-instead"])
    def test_nobody_writes_it(self, act: str) -> None:
        """
        甘委发〔2017〕28号11: by the clock alone.
        """
        assert ACTS[act].said.by == {Role.CLOCK}

    @pytest.mark.parametrize(
        "act", [n for n, a in ACTS.items() if Referral in a.file_kinds]
    )
    def test_nobody_answers_over_it(self, station: Station, act: str) -> None:
        """
        No act on a referral has a place at the stage of the flag.
        """
        case = station.closed(station.criminal())
        (fact,) = station.next_day("flag-fine-instead", case)
        declared, day = ACTS[act], station.day + timedelta(days=1)
        flag = station.read(Referral, fact.file)
        at = station.office.circumstances(declared, by=station.chief, at=moment(day))

        assert [*declared.grounds(flag, at)]
