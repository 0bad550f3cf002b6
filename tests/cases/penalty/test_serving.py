"""
送达处罚决定: on its party and on nobody else, in time or marked.
"""

from datetime import date
from uuid import UUID

import pytest

from domain.law.forms import Form
from domain.parties import Addressee
from domain.penalty.choices import PenaltyFlag, Stage
from domain.penalty.facts import PenaltyServed
from domain.penalty.file import Penalty
from domain.refusals import OutOfOrder
from domain.values import Personal
from tests.cases.dossier import Dossier
from tests.cases.penalty.test_deciding import WAN, decide


@pytest.fixture
def dossier() -> Dossier:
    """A bureau that handles cases."""
    return Dossier()


class TestServeDocument:
    def decided(self, dossier: Dossier, **changes: object) -> UUID:
        """Have a penalty decided and its paper issued."""
        penalty = decide(dossier, dossier.heard(), **changes).file
        to = Addressee(enterprise=dossier.enterprise, printed="城东冶炼厂")
        paper = dossier.do(
            "issue-document",
            None,
            about=penalty,
            form=Form.PENALTY_DECISION_UNIT,
            addressees=(to,),
        )[-1]
        return paper.file

    @pytest.mark.procedure("PE-01")
    @pytest.mark.parametrize(
        ("served_on", "late"),
        [
            (date(2026, 3, 11), False),
            pytest.param(date(2026, 3, 12), True, marks=pytest.mark.procedure("PE-02")),
        ],
    )
    def test_on_the_party(
        self,
        dossier: Dossier,
        served_on: date,
        late: bool,  # noqa: FBT001  a parameter
    ) -> None:
        """
        行政处罚法61: within seven working days; later it is served all the same, and
        marked (SERVICE_LATE). From that day the party has fifteen days to pay.
        """
        paper = self.decided(dossier)
        dossier.day = served_on

        *_, served = dossier.serve(paper)

        assert isinstance(served, PenaltyServed)
        assert served.service is not None
        assert served.flags == ((PenaltyFlag.SERVICE_LATE,) if late else ())
        penalty = dossier.read(Penalty, served.file)
        assert penalty.stage is Stage.SERVED
        assert penalty.served_on == served_on
        assert served.pay_limit is not None
        assert served.window_limit is not None

    def test_to_somebody_else(self, dossier: Dossier) -> None:
        """
        行政处罚法61: a decision goes to its party.
        """
        penalty = decide(dossier, dossier.heard()).file
        other = Addressee(enterprise=dossier.another_enterprise(), printed="城西铸造厂")

        refusal = dossier.refused(
            "issue-document", None, **self.paper(penalty, other, "unit")
        )

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "addressee_is_not_the_party"

    @pytest.mark.parametrize("name", ["李四", ""])
    def test_to_another_person(self, dossier: Dossier, name: str) -> None:
        """
        行政处罚法61: nor does what is decided on one person go to another.
        """
        penalty = self.on_the_principal(dossier)
        other = Addressee(person=Personal(name)) if name else Addressee()
        terms = self.paper(penalty, other, "person")

        refusal = dossier.refused("issue-document", None, **terms)

        assert refusal.code == (
            "addressee_is_not_the_party" if name else "addressee_unnamed"
        )

    def test_on_the_person(self, dossier: Dossier) -> None:
        """
        行政处罚法61: a person is served with their own, however the name is typed.
        """
        penalty = self.on_the_principal(dossier)
        terms = self.paper(penalty, Addressee(person=Personal(" 张三 ")), "person")
        paper = dossier.do("issue-document", None, **terms)[-1]

        *_, served = dossier.serve(paper.file)

        assert isinstance(served, PenaltyServed)
        assert served.file == penalty

    @pytest.mark.parametrize("form", ["unit", "person"])
    def test_what_went_astray_starts_no_time(self, dossier: Dossier, form: str) -> None:
        """
        What was issued to another than the party, before that was examined, and reaches
        them is served, and means nothing to the penalty.
        """
        if form == "unit":
            penalty = decide(dossier, dossier.heard()).file
            own = Addressee(enterprise=dossier.enterprise)
            other = Addressee(enterprise=dossier.another_enterprise())
        else:
            penalty = self.on_the_principal(dossier)
            own = Addressee(person=Personal("张三"))
            other = Addressee(person=Personal("李四"))
        terms = self.paper(penalty, own, form)
        paper = dossier.do("issue-document", None, **terms)[-1]
        object.__setattr__(paper, "addressees", (other,))

        dossier.serve(paper.file)

        assert dossier.read(Penalty, penalty).stage is Stage.DECIDED

    @staticmethod
    def paper(penalty: UUID, to: Addressee, party: str) -> dict[str, object]:
        """The terms of a decision's paper."""
        form = Form[f"PENALTY_DECISION_{party.upper()}"]
        return {"about": penalty, "form": form, "addressees": (to,)}

    @staticmethod
    def on_the_principal(dossier: Dossier) -> UUID:
        """A decision on the second party of a case, a person."""
        case = dossier.conclude(dossier.with_person())
        dossier.propose(case, WAN, party_no=2)
        dossier.tell(case, 2)
        dossier.waive(case, 2)
        return decide(dossier, case, party_no=2, fine_fen=WAN).file
