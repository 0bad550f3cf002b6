"""
Penalties brought to a stage by the acts themselves, for cases about what follows.
"""

from datetime import date, timedelta
from uuid import UUID

from domain.base import Actor, Fact, Role
from domain.law.forms import Form
from domain.law.penalty_kinds import PenaltyKind
from domain.parties import Addressee
from domain.penalty.choices import CourtPaper
from domain.penalty.file import Penalty
from domain.procedures.executing_penalties import execution_window
from domain.remedy.choices import Challenged, RemedyResult
from domain.service.file import Way
from tests.cases.dossier import PAPER
from tests.cases.scene import SIGNER, Scene

ALL_PAPERS = tuple(CourtPaper)
YUAN = 100


class Bureau(Scene):
    """
    The scene, with penalties.
    """

    @property
    def principal(self) -> Actor:
        """
        Act as the principal head.
        """
        return Actor(Role.PRINCIPAL_HEAD, self.head, self.bureau)

    def penalty(self, file: UUID) -> Penalty:
        """
        Load a penalty.
        """
        return self.read(Penalty, file)

    def spot_terms(self, **terms: object) -> dict[str, object]:
        """
        Give the terms of an on-the-spot decision: a warning and a fine on the firm.
        """
        fine = terms.pop("fine_fen", 1000 * YUAN)
        kinds = (PenaltyKind.WARNING, PenaltyKind.FINE) if fine else ()
        plain: dict[str, object] = {
            "kinds": kinds or (PenaltyKind.WARNING,),
            "fine_fen": fine,
            "violation_fact": "未在有较大危险因素的设备上设置安全警示标志",
            "legal_basis": "安全生产法99(1)",
            "rights_told": True,
            "statement": "当事人无异议",
            "place": "城东厂区",
            "decision_no": "罚当0001",
            "recipient": SIGNER,
        }
        if "person" not in terms:
            plain["enterprise"] = self.enterprise
        return {**plain, **terms}

    def on_the_spot(self, **terms: object) -> UUID:
        """
        Have a penalty decided on the spot.
        """
        facts = self.do("decide-on-the-spot", None, **self.spot_terms(**terms))
        return facts[0].file

    def move_to(self, day: date) -> None:
        """
        Let time pass.
        """
        self.day = day

    def pass_days(self, days: int) -> None:
        """
        Let so many days pass.
        """
        self.day += timedelta(days=days)

    def pay(self, penalty: UUID, yuan: int, **terms: object) -> list[Fact]:
        """
        Have money come in.
        """
        return self.do(
            "record-payment",
            penalty,
            by=self.clerk,
            receipt_no="票据0001",
            amount_fen=yuan * YUAN,
            **terms,
        )

    def demand(self, penalty: UUID) -> None:
        """
        Have the demand to perform reach the party.
        """
        self.do(
            "demand-performance",
            penalty,
            demand_content="十日内缴清罚款，可以陈述申辩",
            pay_until=self.day + timedelta(days=10),
        )

    def court_opens(self, penalty: UUID) -> tuple[date, date]:
        """
        Give first and last day to apply to the court.
        """
        window = execution_window(self.penalty(penalty), self.registering())
        return window.opens_on, window.limit.ends_on

    def at_court(self) -> UUID:
        """
        Have the court asked to execute a penalty, on the first day.
        """
        penalty = self.on_the_spot()
        self.pass_days(40)
        self.demand(penalty)
        self.move_to(self.court_opens(penalty)[0])
        self.do("apply-to-court", penalty, by=self.principal, court_papers=ALL_PAPERS)
        return penalty

    def issued(self, penalty: UUID, form: Form) -> UUID:
        """
        Have a paper about a penalty issued to the firm.
        """
        facts = self.do(
            "issue-document",
            None,
            about=penalty,
            form=form,
            addressees=(Addressee(enterprise=self.enterprise, printed="城东冶炼厂"),),
        )
        return facts[-1].file

    def serve(self, paper: UUID) -> list[Fact]:
        """
        Have a paper reach the firm.
        """
        return self.do(
            "serve-document",
            None,
            document=paper,
            addressee_no=1,
            way=Way.DIRECT,
            place="厂区",
            recipient=SIGNER,
        )

    def reviewing(self, challenged: UUID, **changes: object) -> dict[str, object]:
        """
        Give the terms of an application for review by the enterprise.
        """
        said = {
            "by": self.clerk,
            "challenged": challenged,
            "challenged_act": Challenged.PENALTY,
            "through_us": True,
            "enterprise": self.enterprise,
            "claim": "撤销",
            "paper": PAPER,
        }
        return said | changes

    def suing(self, challenged: UUID, **changes: object) -> dict[str, object]:
        """
        Give the terms of a suit by the enterprise.
        """
        said = {
            "by": self.clerk,
            "challenged": challenged,
            "challenged_act": Challenged.PENALTY,
            "authority": "市中级人民法院",
            "authority_number": "（2026）行初1号",
            "enterprise": self.enterprise,
            "claim": "撤销",
            "paper": PAPER,
        }
        return said | changes

    def challenge(self, penalty: UUID) -> UUID:
        """
        Have a review of a penalty applied for.
        """
        terms = self.reviewing(penalty)
        return self.do("record-review-application", None, **terms)[0].file

    def sue(self, penalty: UUID, **changes: object) -> UUID:
        """
        Have a suit over a penalty filed.
        """
        return self.do("record-suit", None, **self.suing(penalty, **changes))[0].file

    def uphold(self, remedy: UUID, act: str = "record-review-decision") -> None:
        """
        Have a review, or by another act a suit, leave things as they are.
        """
        self.came_to(remedy, RemedyResult.UPHELD, act)

    def came_to(
        self, remedy: UUID, result: RemedyResult, act: str = "record-review-decision"
    ) -> None:
        """
        Have it recorded what a review, or by another act a suit, came to.
        """
        self.do(
            act,
            remedy,
            by=self.clerk,
            remedy_result=result,
            authority_number="市府复决〔2026〕1号",
            effective_on=self.day,
            paper=PAPER,
        )

    def remedy_facts(self, remedy: UUID) -> tuple[Fact, ...]:
        """
        List the facts of a review or a suit.
        """
        return tuple(fact for fact in self.office.facts if fact.file == remedy)
