"""
The steps of measures and suspensions (强制措施、停产停业), as a bureau takes them.
"""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from domain.base import Actor
from domain.values import Upload, day_of
from services.commandline.demo.agenda import Telling
from services.commandline.demo.checklists import GENERAL, standard_on
from services.commandline.demo.city import City, Firm
from services.commandline.demo.desk import Story
from services.commandline.demo.flags import flagged
from services.commandline.demo.hours import (
    afternoon,
    in_office,
    later,
    minutes_after,
    next_day,
)
from services.commandline.demo.people_names import a_name
from services.commandline.demo.shown import result_shown


@dataclass
class Restrained:
    """
    A firm that something is imposed on.

    Args:
        city: The city.
        story: Told in this one.
        firm: The firm.
        hazard: The major hazard that it rests on, once there is one.
    """

    city: City
    story: Story
    firm: Firm
    hazard: UUID | None = None

    @property
    def head(self) -> Actor:
        """
        Who approves.
        """
        return self.city.head(self.firm.bureau)

    @property
    def principal(self) -> Actor:
        """
        Who alone approves that a supply is cut.
        """
        return self.city.second_head(self.firm.bureau)

    @property
    def clerk(self) -> Actor:
        """
        Who takes papers in.
        """
        return self.city.clerk(self.firm.bureau)

    @property
    def paper(self) -> Upload:
        """
        A scanned paper.
        """
        return self.city.offices.paper()

    @property
    def photograph(self) -> Upload:
        """
        A photograph.
        """
        return self.city.offices.photographs[0]

    @property
    def person(self) -> str:
        """
        Somebody's name.
        """
        return a_name(self.story.rng)

    @property
    def rests_on(self) -> dict[str, object]:
        """
        On what a measure rests.
        """
        hazards = (self.hazard,) if self.hazard else ()
        reason = "存在重大事故隐患，无法保证安全"
        return {
            "enterprise": self.firm.file,
            "reason": reason,
            "hazards": hazards,
        }

    def do(self, act: str, file: UUID | None, by: Actor, **terms: object) -> UUID:
        """
        Do an act, and give the file that it opened or was done on.
        """
        done = self.story.do(act, by, file=file, more=terms)
        return done.opened[0] if done.opened else file or self.firm.file

    def on_site(self, act: str, file: UUID | None = None, **terms: object) -> UUID:
        """
        Do an act as the two officers.
        """
        firm = self.firm
        done = self.story.do(act, firm.lead, file=file, among=firm.persons, more=terms)
        return done.opened[0] if done.opened else file or firm.file

    def wait(self, days: int) -> Telling:
        """
        Tell that days pass, up to a working one.
        """
        day = later(self.story.today + timedelta(days=days), 0)
        yield in_office(self.story.rng, day)

    def soon(self) -> Telling:
        """
        Tell that some minutes pass.
        """
        yield minutes_after(self.story.rng, self.story.now, (10, 40))

    def begin(self, ago: int) -> Telling:
        """
        Tell that the day comes, some days before the last one.
        """
        day = later(self.city.until - timedelta(days=ago), 0)
        yield in_office(self.story.rng, day)

    def endangered(self) -> Telling:
        """
        Tell that the firm reports a hazard, which proves to be a major one.
        """
        look = GENERAL[7]
        self.hazard = self.story.do(
            "self-report-hazard",
            self.clerk,
            at=self.story.now - timedelta(minutes=30),
            enterprise=self.firm.file,
            place=look.area,
            description=f"企业自查发现：{look.found}",
            paper=self.paper,
        ).file
        yield from self.soon()
        self.on_site(
            "grade-hazard",
            self.hazard,
            hazard_level="major",
            standard=standard_on("general", day_of(self.story.now)),
            clause="第十一条",
        )
        self.firm.majors += 1
        self.city.agenda.add(flagged(self.story, "flag-not-listed", self.hazard))
        yield from self.soon()

    # -- measures ---------------------------------------------------------------------

    def carried_out(self) -> dict[str, object]:
        """
        Say how a measure was carried out.
        """
        return {
            "place": self.firm.address,
            "rights_told": True,
            "party_present": True,
            "statement": "当事人无异议",
            "record": self.paper,
        }

    def inventory(self, days: int) -> dict[str, object]:
        """
        List what is sealed, for so many days.
        """
        things = (
            {"thing_no": 1, "thing_name": "反应釜 F-2000", "quantity": "1台"},
            {"thing_no": 2, "thing_name": "甲醇（桶装）", "quantity": "12桶"},
        )
        until = self.story.today + timedelta(days=days)
        return {"things": things, "until_on": until, "custodian": "企业就地封存"}

    def seized(self, days: int) -> UUID:
        """
        Have something seized urgently.
        """
        return self.on_site(
            "impose-urgent-measure",
            measure_kind="seize",
            rests_on=self.rests_on,
            on_site=self.carried_out(),
            inventory=self.inventory(days),
        )

    def cut_off(self, stop: UUID) -> Telling:
        """
        Tell that the power is cut of a firm that defies its stop, and restored.
        """
        ground = {
            "stop_order": stop,
            "real_danger": "夜间擅自生产，随时可能发生爆炸",
            "safety_ensured": "保留消防、通风和应急照明电源",
        }
        measure = self.do(
            "approve-measure",
            None,
            self.principal,
            measure_kind="power_cut",
            rests_on=self.rests_on,
            lifting_condition="停止生产并经核实",
            supply_ground=ground,
        )
        yield from self.soon()
        for party, name in (("enterprise", ""), ("supplier", "市供电公司（演示）")):
            self.on_site(
                "notify-supply-cut",
                measure,
                told_party=party,
                recipient=self.person,
                notice_paper=self.paper,
                supplier_name=name,
            )
        yield afternoon(self.story.rng, next_day(self.story.now, 2))
        self.on_site(
            "impose-measure",
            measure,
            reason="拒不执行停产停业决定",
            on_site=self.carried_out(),
            lifting_condition="停止生产并经核实",
        )
        yield from self.wait(4)
        performed = {"lifting_ground": "performed", "reason": "已停止生产"}
        self.do("lift-measure", measure, self.firm.lead, **performed)

    # -- suspensions ------------------------------------------------------------------

    def suspended(self) -> UUID:
        """
        Have production suspended.
        """
        order = self.on_site(
            "order-suspension",
            rests_on=self.rests_on,
            scope="反应车间",
            resumption_conditions=("安全间距整改完毕",),
        )
        self.shown(order, "suspension")
        return order

    def shown(self, file: UUID, kind: str) -> None:
        """
        Do what makes a result of a file public.
        """
        result_shown(self.city, self.story, file, bureau=self.firm.bureau, kind=kind)

    def applied(self, order: UUID) -> Telling:
        """
        Tell that the firm applies to resume.
        """
        yield from self.wait(6)
        said = {"self_check": "已按要求整改，自查合格", "paper": self.paper}
        self.do("apply-resumption", order, self.clerk, **said)
        yield from self.wait(3)

    def accepted(self, order: UUID, expert: UUID, *, met: tuple[int, ...]) -> None:
        """
        Have an expert accept.
        """
        self.on_site(
            "pass-expert-acceptance",
            order,
            experts=(expert,),
            opinion="现场符合复产条件",
            paper=self.paper,
            met_conditions=met,
        )
