"""
The scene of measures and suspensions: what they rest on, and how far they have come,
brought about by the acts themselves.
"""

from datetime import timedelta
from uuid import UUID

from domain.base import Actor, Fact, Role
from domain.body.file import BodyKind
from domain.closure.file import Closure
from domain.coercive_measure.choices import LiftingGround, MeasureKind, Supply
from domain.coercive_measure.facts import SecuredThing, SupplyGround
from domain.coercive_measure.file import CoerciveMeasure
from domain.jurisdictions import Level
from domain.law.forms import Form
from domain.law.penalty_kinds import PenaltyKind
from domain.procedures.deciding_penalties import ActFined, DecisionContent
from domain.procedures.grounds_of_measures import RestsOn
from domain.procedures.imposing_measures import Inventory, OnSite
from domain.remedy.file import Remedy
from domain.suspension_order.file import SuspensionOrder
from domain.values import Personal, Upload
from tests.cases.dossier import PAPER, Dossier
from tests.cases.penalty.decided import Bureau
from tests.cases.scene import PHOTO

CLOCK = Actor(Role.CLOCK)
TWO_THINGS = (
    SecuredThing(1, "煤气柜 QG-50", "1台", "完好"),
    SecuredThing(2, "雷管", "300发"),
)
RECORD = Upload("ef" * 32, 4096, "application/pdf")
SOMEBODY = Personal("王五")


class Yard(Dossier, Bureau):
    """
    A bureau that imposes measures and suspends production.
    """

    def __post_init__(self) -> None:
        """
        Fill the registers.
        """
        super().__post_init__()
        self.government = self._body("市人民政府", BodyKind.GOVERNMENT)
        self.township = self._body("镇人民政府", BodyKind.GOVERNMENT)
        # The scene makes bodies of one level; this one is lower.
        self.office.facts = [
            _at_level(fact, Level.TOWNSHIP) if fact.file == self.township else fact
            for fact in self.office.facts
        ]

    def measure(self, file: UUID) -> CoerciveMeasure:
        """
        Load a measure.
        """
        return self.read(CoerciveMeasure, file)

    def order(self, file: UUID) -> SuspensionOrder:
        """
        Load a suspension.
        """
        return self.read(SuspensionOrder, file)

    def closure(self, file: UUID) -> Closure:
        """
        Load a closure.
        """
        return self.read(Closure, file)

    def remedy(self, file: UUID) -> Remedy:
        """
        Load a review or suit.
        """
        return self.read(Remedy, file)

    # -- measures ---------------------------------------------------------------------

    def rests_on(self, *hazards: UUID, **changes: object) -> RestsOn:
        """
        Say on what a measure rests.
        """
        said = {"enterprise": self.enterprise, "reason": "不符合国家标准"}
        return RestsOn(**{**said, "hazards": hazards, **changes})  # type: ignore[arg-type]  # names and types are those of ``RestsOn``

    def inventory(self, days: int = 20) -> Inventory:
        """
        List two things, for so many days.
        """
        return Inventory(TWO_THINGS, self.day + timedelta(days=days), "本局仓库")

    def on_site(self, **changes: object) -> OnSite:
        """
        Say how a measure was carried out.
        """
        said = {"place": "煤气柜", "rights_told": True, "party_present": True}
        more = {"statement": "无异议", "witness": SOMEBODY, "record": RECORD}
        return OnSite(**{**said, **more, **changes})  # type: ignore[arg-type]  # names and types are those of ``OnSite``

    def approved_measure(self, *hazards: UUID, **changes: object) -> UUID:
        """
        Have a sealing approved, for thirty days.
        """
        named = hazards or (self.graded(),)
        said = {
            "by": self.chief,
            "measure_kind": MeasureKind.SEAL,
            "rests_on": self.rests_on(*named, inspection=None),
            "term_days": 30,
        }
        return self.do("approve-measure", None, **(said | changes))[0].file

    def imposing(self, **changes: object) -> dict[str, object]:
        """
        Give the terms of an imposition of a sealing.
        """
        said = {
            "officers": (1,),
            "reason": "不符合国家标准",
            "on_site": self.on_site(),
            "inventory": self.inventory(),
        }
        return said | changes

    def imposed(self, *hazards: UUID) -> UUID:
        """
        Have two things sealed for twenty days.
        """
        measure = self.approved_measure(*hazards)
        self.do("impose-measure", measure, **self.imposing())
        return measure

    def urgent(self, *hazards: UUID, rests_on: RestsOn | None = None) -> UUID:
        """
        Have two things seized urgently.
        """
        (fact,) = self.do(
            "impose-urgent-measure",
            None,
            officers=(1,),
            measure_kind=MeasureKind.SEIZE,
            rests_on=rests_on or self.rests_on(*(hazards or (self.graded(),))),
            on_site=self.on_site(),
            inventory=self.inventory(),
        )
        return fact.file

    def lift(self, measure: UUID) -> None:
        """
        Have a measure lifted, as it is needed no more.
        """
        ground = {"lifting_ground": LiftingGround.NO_LONGER_NEEDED, "reason": "已整改"}
        self.do("lift-measure", measure, officers=(1,), **ground)

    def cutting(self, stop: UUID, hazard: UUID, **changes: object) -> dict[str, object]:
        """
        Give the terms of an approval to cut the power.
        """
        said = {
            "by": self.principal,
            "measure_kind": MeasureKind.POWER_CUT,
            "rests_on": self.rests_on(hazard),
            "lifting_condition": "停止生产并经核实",
            "supply_ground": SupplyGround(stop, "仍在生产，煤气泄漏", "应急电源保留"),
        }
        return said | changes

    def cut_approved(self, kind: MeasureKind = MeasureKind.POWER_CUT) -> UUID:
        """
        Have a supply cut approved of an enterprise that defies its stop.
        """
        hazard = self.graded()
        stop = self.defied(hazard)
        said = self.cutting(stop, hazard, measure_kind=kind)
        return self.do("approve-measure", None, **said)[0].file

    def tell_of_cut(self, measure: UUID, party: Supply, **said: object) -> list[Fact]:
        """
        Have the enterprise or the supplier told.
        """
        name = "市供电公司" if party is Supply.SUPPLIER else ""
        return self.do(
            "notify-supply-cut",
            measure,
            officers=(1,),
            told_party=party,
            recipient=SOMEBODY,
            notice_paper=PAPER,
            supplier_name=name,
            **said,
        )

    # -- suspensions ------------------------------------------------------------------

    def suspended(self, *hazards: UUID, **changes: object) -> UUID:
        """
        Have production suspended on a major hazard.
        """
        if "rests_on" not in changes:
            changes["rests_on"] = self.rests_on(*(hazards or (self.graded(),)))
        said = {
            "officers": (1,),
            "scope": "冶炼车间",
            "resumption_conditions": ("煤气柜迁移完毕",),
        }
        return self.do("order-suspension", None, **(said | changes))[0].file

    def defied(self, *hazards: UUID) -> UUID:
        """
        Have it recorded that the enterprise goes on producing.
        """
        order = self.suspended(*hazards)
        said = {"defiance": "夜间仍在生产", "evidence": (PHOTO,)}
        self.do("record-defiance", order, officers=(1,), **said)
        return order

    def apply(self, order: UUID, **said: object) -> list[Fact]:
        """
        Have the enterprise apply to resume.
        """
        said.setdefault("by", self.clerk)
        paper = {"self_check": "已按要求整改", "paper": PAPER}
        return self.do("apply-resumption", order, **paper, **said)

    def applied(self, **changes: object) -> UUID:
        """
        Have production suspended and its resumption applied for.
        """
        order = self.suspended(**changes)
        self.apply(order)
        return order

    def expert(self, **changes: object) -> UUID:
        """
        Have an expert enrolled.
        """
        said = {
            "name": SOMEBODY,
            "expert_field": "冶金煤气",
            "employer_name": "省冶金院",
        }
        return self.do("enrol-expert", None, by=self.clerk, **(said | changes))[0].file

    def accept(self, order: UUID, *met: int, **changes: object) -> list[Fact]:
        """
        Have an expert accept.
        """
        said = {
            "officers": (1,),
            "experts": (self.expert(),),
            "opinion": "现场符合复产条件",
            "paper": PAPER,
            "met_conditions": met,
        }
        return self.do("pass-expert-acceptance", order, **(said | changes))

    def passed(self, **changes: object) -> UUID:
        """
        Have a resumption accepted by an expert, with its condition met.
        """
        order = self.applied(**changes)
        self.accept(order, 1)
        return order

    def failed(self, *hazards: UUID) -> UUID:
        """
        Have an expert not accept.
        """
        order = self.suspended(*hazards)
        self.apply(order)
        self.do(
            "fail-expert-acceptance",
            order,
            officers=(1,),
            experts=(self.expert(),),
            reason="煤气柜仍未迁移",
            paper=PAPER,
        )
        return order

    # -- penalties --------------------------------------------------------------------

    def penalty_of(self, *kinds: PenaltyKind, served: bool = True) -> UUID:
        """
        Have a penalty on the enterprise decided in a case, and served, once the time to
        ask for a hearing is over.
        """
        case = self.heard(0, kinds=kinds, hearing_right=True)
        self.day += timedelta(days=8)
        content = DecisionContent(
            "未设置安全距离", "安全生产法102", "停产停业整顿", surcharge_told=False
        )
        revoked = PenaltyKind.LICENCE_REVOKED in kinds
        (decided,) = self.do(
            "decide-penalty",
            case,
            by=self.chief,
            party_no=1,
            kinds=kinds,
            acts_fined=(ActFined("V02", 1, "安全生产法102"),),
            decision_content=content,
            licence_ground="本机关颁发" if revoked else "",
        )
        if served:
            self.serve(self.issued(decided.file, Form.PENALTY_DECISION_UNIT))
        return decided.file

    def fined(self, count: int, every: timedelta = timedelta(days=20)) -> list[UUID]:
        """
        Have so many warnings given on the spot, one after the other.
        """
        found: list[UUID] = []
        for number in range(count):
            said = {"fine_fen": 0, "decision_no": f"罚当{number}"}
            found.append(self.on_the_spot(**said))
            self.day += every
        return found

    # -- closures --------------------------------------------------------

    def closing(self, **changes: object) -> dict[str, object]:
        """
        Give the terms of a request for closure.
        """
        said = {
            "by": self.chief,
            "enterprise": self.enterprise,
            "reason": "不具备安全生产条件",
            "government": self.government,
        }
        return said | changes


def _at_level(fact: Fact, level: Level) -> Fact:
    object.__setattr__(fact, "level", level)
    return fact
