"""
Closure: asked for on the facts of its ground, decided by the government.
"""

from datetime import date, timedelta
from uuid import UUID

import pytest

from domain.closure.choices import ClosureGround, Stage
from domain.closure.file import (
    ClosureDecided,
    ClosureDeclined,
    ClosureExecuted,
    ClosureRequested,
    IllegalSiteBanned,
)
from domain.jurisdictions import Level
from domain.law.penalty_kinds import PenaltyKind
from domain.permit.file import LicenceRevoked
from domain.refusals import BeyondTheLaw, NoSuchCase, OutOfOrder
from tests.cases.dossier import PAPER
from tests.cases.scene import MONDAY
from tests.cases.yard import SOMEBODY, Yard


@pytest.fixture
def yard() -> Yard:
    """A bureau that asks for closures."""
    return Yard()


REVOCATION: dict[str, object] = {
    "revoked_by": "市应急管理局",
    "decision_no": "市应急罚〔2026〕9号",
    "effective_on": MONDAY,
}


def permitted(yard: Yard, number: str) -> UUID:
    """A permit of the enterprise, issued by the bureau."""
    return yard.do(
        "record-permit",
        None,
        by=yard.clerk,
        enterprise=yard.enterprise,
        permit_kind="安全生产许可证",
        permit_no=number,
        issuing_authority="市应急管理局",
        valid_from=date(2025, 1, 1),
        valid_until=date(2028, 1, 1),
    )[0].file


class TestRequestClosure:
    @pytest.mark.procedure("SU-27")
    def test_of_what_is_still_unfit(self, yard: Yard) -> None:
        """
        安全生产法113(2): suspended, and experts did not accept.
        """
        order = yard.failed()

        (fact,) = yard.do(
            "request-closure",
            **yard.closing(closure_ground=ClosureGround.STILL_UNFIT, suspension=order),
        )

        assert isinstance(fact, ClosureRequested)
        assert (fact.file, yard.government) in fact.hand_overs()
        assert yard.closure(fact.file).handed_to == (yard.government,)

    @pytest.mark.procedure("SU-28")
    def test_without_a_failed_acceptance(self, yard: Yard) -> None:
        """
        INV-31: ground 2 needs ExpertAcceptanceFailed, and a suspension at all.
        """
        said = yard.closing(closure_ground=ClosureGround.STILL_UNFIT)

        never = yard.refused("request-closure", **said, suspension=yard.applied())
        none = yard.refused("request-closure", **said)

        assert isinstance(never, OutOfOrder)
        assert (never.code, none.code) == ("acceptance_not_failed", "no_stop_decision")

    @pytest.mark.procedure("SU-29")
    def test_of_who_defies_a_stop(self, yard: Yard) -> None:
        """
        INV-31: ground 4 needs the defiance, and no acceptance.
        """
        said = yard.closing(closure_ground=ClosureGround.SUSPENSION_DEFIED)

        refusal = yard.refused("request-closure", **said, suspension=yard.suspended())

        assert refusal.code == "stop_not_defied"
        assert yard.do("request-closure", **said, suspension=yard.defied())

    @pytest.mark.procedure("SU-30")
    @pytest.mark.parametrize(("count", "days"), [(3, 59), (4, 90)])
    def test_after_many_penalties(self, yard: Yard, count: int, days: int) -> None:
        """
        安全生产法113(1): three in 180 days, or four in a year.
        """
        penalties = yard.fined(count, timedelta(days=days))
        hazard = yard.graded()

        (fact,) = yard.do(
            "request-closure",
            **yard.closing(
                closure_ground=ClosureGround.REPEATED_PENALTIES,
                hazards=(hazard,),
                penalties=tuple(penalties),
            ),
        )

        assert isinstance(fact, ClosureRequested)
        assert f"hazard/{hazard}/escalation" in fact.tags()

    @pytest.mark.procedure("SU-31")
    @pytest.mark.parametrize(("count", "days"), [(2, 10), (3, 70), (4, 100)])
    def test_after_too_few_penalties(self, yard: Yard, count: int, days: int) -> None:
        """
        INV-31: two, or three that lie further apart, are too few; one named twice is
        one.
        """
        penalties = yard.fined(count, timedelta(days=days))
        said = yard.closing(
            closure_ground=ClosureGround.REPEATED_PENALTIES, hazards=(yard.graded(),)
        )

        refusal = yard.refused(
            "request-closure", **said, penalties=(*penalties[-1:],) * 3
        )

        assert refusal.code == "penalties_too_few"
        assert yard.refused(
            "request-closure", **said, penalties=(*penalties,)
        ).code == ("penalties_too_few")

    def test_after_penalties_under_other_laws(self, yard: Yard) -> None:
        """
        安全生产法113(1): three under this law; others call for no closure.
        """
        other = {"fine_fen": 0, "decision_no": "罚当9", "legal_basis": "消防法60"}
        penalties = (*yard.fined(2), yard.on_the_spot(**other))

        refusal = yard.refused(
            "request-closure",
            **yard.closing(
                closure_ground=ClosureGround.REPEATED_PENALTIES,
                hazards=(yard.graded(),),
                penalties=penalties,
            ),
        )

        assert refusal.code == "penalties_too_few"

    def test_after_penalties_without_a_hazard(self, yard: Yard) -> None:
        """
        安全生产法113(1): 存在重大事故隐患 as well.
        """
        penalties = yard.fined(3)

        refusal = yard.refused(
            "request-closure",
            **yard.closing(
                closure_ground=ClosureGround.REPEATED_PENALTIES,
                penalties=tuple(penalties),
            ),
        )

        assert refusal.code == "no_major_hazard"

    @pytest.mark.procedure("SU-32")
    def test_after_an_accident(self, yard: Yard) -> None:
        """
        INV-31: ground 3 needs what shows the accident, and nothing of a suspension.
        """
        said = yard.closing(closure_ground=ClosureGround.GRAVE_ACCIDENT)

        refusal = yard.refused("request-closure", **said)

        assert refusal.code == "closure_unproved"
        assert yard.do("request-closure", **said, evidence=(PAPER,))

    @pytest.mark.parametrize("count", [1, 2])
    def test_of_a_coal_mine(self, yard: Yard, count: int) -> None:
        """
        煤矿安全生产条例70(2): major hazards twice or more in three months.
        """
        hazards = tuple(yard.graded() for _ in range(count))
        said = yard.closing(
            closure_ground=ClosureGround.COAL_REPEATED, hazards=hazards, coal=True
        )

        if count == 1:
            assert yard.refused("request-closure", **said).code == "no_major_hazard"
        else:
            assert yard.do("request-closure", **said)

    @pytest.mark.procedure("SU-33")
    def test_of_a_township(self, yard: Yard) -> None:
        """
        安全生产法115: a government of county level or above; a bureau is none.
        """
        said = yard.closing(
            closure_ground=ClosureGround.GRAVE_ACCIDENT, evidence=(PAPER,)
        )

        low = yard.refused("request-closure", **(said | {"government": yard.township}))
        other = yard.refused("request-closure", **(said | {"government": yard.bureau}))

        assert isinstance(low, BeyondTheLaw)
        assert (low.code, other.code) == ("below_county", "below_county")

    def test_with_a_file_of_another(self, yard: Yard) -> None:
        """
        安全生产法113: nobody is closed for another's hazard.
        """
        hazard, other = yard.graded(), yard.another_enterprise()
        said = yard.closing(
            closure_ground=ClosureGround.GRAVE_ACCIDENT, evidence=(PAPER,)
        )

        refusal = yard.refused(
            "request-closure", **(said | {"enterprise": other, "hazards": (hazard,)})
        )

        assert isinstance(refusal, NoSuchCase)
        assert refusal.code == "rests_on_other_enterprise"


def requested(yard: Yard, **changes: object) -> ClosureRequested:
    """Have a closure asked for."""
    said = yard.closing(
        closure_ground=ClosureGround.BACKWARD_CAPACITY, evidence=(PAPER,), **changes
    )
    (fact,) = yard.do("request-closure", **said)
    assert isinstance(fact, ClosureRequested)
    return fact


class TestDecision:
    @pytest.mark.procedure("SU-34", "SU-37")
    def test_decided_and_carried_out(self, yard: Yard) -> None:
        """
        安全生产法113: the government closes it, and that is done.
        """
        closure = requested(yard, coal=True).file
        said = {"decision_number": "市政发〔2026〕9号", "decision_paper": PAPER}

        (decided,) = yard.do(
            "record-closure-decision",
            closure,
            by=yard.clerk,
            government=yard.government,
            **said,
        )
        (executed,) = yard.do("record-closure-executed", closure, done="断电，拆除设备")

        assert isinstance(decided, ClosureDecided)
        assert decided.government_level is Level.PREFECTURE
        assert decided.publish_limit is not None
        assert decided.publish_limit.rule == "CM.publish"
        assert isinstance(executed, ClosureExecuted)
        assert yard.closure(closure).stage is Stage.EXECUTED

    @pytest.mark.procedure("SU-35")
    def test_decided_below_the_county(self, yard: Yard) -> None:
        """
        INV-31: decided at county level or above.
        """
        refusal = yard.refused(
            "record-closure-decision",
            requested(yard).file,
            by=yard.clerk,
            government=yard.township,
            decision_number="1",
            decision_paper=PAPER,
        )

        assert refusal.code == "below_county"

    def test_licences_are_left(self, yard: Yard) -> None:
        """
        安全生产法113: what is closed has its licences revoked; those that are valid and
        were not are named.
        """
        closure = requested(yard).file
        valid, gone = (permitted(yard, number) for number in ("1号", "2号"))
        yard.do("record-licence-revocation", gone, by=yard.clerk, **REVOCATION)
        yard.do(
            "record-closure-decision",
            closure,
            by=yard.clerk,
            government=yard.government,
            decision_number="市政发〔2026〕9号",
            decision_paper=PAPER,
        )

        (fact,) = yard.do("record-closure-executed", closure, done="断电，拆除设备")

        assert isinstance(fact, ClosureExecuted)
        assert fact.licences_left == (valid,)

    @pytest.mark.parametrize("kind", [PenaltyKind.LICENCE_REVOKED, PenaltyKind.WARNING])
    def test_a_licence_is_revoked_by_a_penalty(
        self, yard: Yard, kind: PenaltyKind
    ) -> None:
        """
        INV-31: where the issuer's penalty is one of the ledger, it says so itself.
        """
        permit, penalty = permitted(yard, "1号"), yard.penalty_of(kind)
        said = {"by": yard.clerk, "penalty": penalty, **REVOCATION}
        if kind is PenaltyKind.LICENCE_REVOKED:
            (fact,) = yard.do("record-licence-revocation", permit, **said)
            assert isinstance(fact, LicenceRevoked)
            assert fact.penalty == penalty
            return

        refusal = yard.refused("record-licence-revocation", permit, **said)

        assert refusal.code == "no_revocation_decided"

    @pytest.mark.procedure("SU-36", "SU-38")
    def test_declined(self, yard: Yard) -> None:
        """
        安全生产法115: what the government declines is not carried out.
        """
        closure = requested(yard).file
        early = yard.refused("record-closure-executed", closure, done="断电")

        (fact,) = yard.do(
            "record-closure-refusal",
            closure,
            by=yard.clerk,
            government=yard.government,
            reason="可整改",
            decision_paper=PAPER,
        )

        assert isinstance(fact, ClosureDeclined)
        late = yard.refused("record-closure-executed", closure, done="断电")
        assert (early.code, late.code) == ("closure_stage", "closure_stage")

    @pytest.mark.procedure("SU-39")
    def test_a_site_is_banned(self, yard: Yard) -> None:
        """
        安全生产法63: who works without a licence is banned, whoever runs it.
        """
        said = {"description": "非法储存汽油", "decision_paper": PAPER}

        (fact,) = yard.do(
            "record-ban-of-site",
            by=yard.clerk,
            place="城北仓库",
            government=yard.government,
            operator=SOMEBODY,
            **said,
        )

        assert isinstance(fact, IllegalSiteBanned)
        assert yard.closure(fact.file).stage is Stage.BANNED
