"""
Results of enforcement, brought about and published by the acts themselves.
"""

from datetime import date, timedelta
from uuid import UUID

from domain.base import Actor, Fact, Role
from domain.closure.choices import ClosureGround
from domain.inspection.choices import Mode, Outcome
from domain.publication.file import Channel, ItemPublished, Publication
from domain.publication.result import PublishedResult, ResultKind
from domain.random_draw.file import RandomDraw
from domain.random_draw.lots import DrawnVisit, commitment_of
from domain.refusals import Refused
from domain.values import end_of
from tests.cases.dossier import PAPER
from tests.cases.random_draw.drawn import SEED
from tests.cases.scene import MONDAY, UNTIL
from tests.cases.yard import SOMEBODY, Yard

#: The twentieth working day after the scene's day, and the seventh, and the fifth.
GENERAL_DUE, PERMIT_DUE, COAL_DUE = (
    date(2026, 3, 30),
    date(2026, 3, 11),
    date(2026, 3, 9),
)
ONE_DAY = timedelta(days=1)
ISSUER = "市应急管理局"


class Results(Yard):
    """
    A bureau whose results are published.
    """

    @property
    def discloser(self) -> Actor:
        """
        Act as the disclosure officer.
        """
        return Actor(Role.DISCLOSURE_OFFICER, self.officers[3], self.bureau)

    def terms(
        self, file: UUID, kind: ResultKind, **changes: object
    ) -> dict[str, object]:
        """
        Give the terms of a publication on the own site.
        """
        return {
            "by": self.discloser,
            "about": file,
            "result_kind": kind,
            "channel": Channel.OWN_SITE,
            **changes,
        }

    def publish(self, file: UUID, kind: ResultKind, **changes: object) -> ItemPublished:
        """
        Publish a result.
        """
        (fact,) = self.do("publish-result", **self.terms(file, kind, **changes))
        assert isinstance(fact, ItemPublished)
        return fact

    def shown(self, file: UUID, kind: ResultKind, **changes: object) -> PublishedResult:
        """
        Publish a result, and give what is shown of it.
        """
        result = self.publish(file, kind, **changes).result
        assert result is not None
        return result

    def refused_publishing(
        self, file: UUID, kind: ResultKind, **changes: object
    ) -> Refused:
        """
        Try to publish a result in vain.
        """
        return self.refused("publish-result", **self.terms(file, kind, **changes))

    def item(self, file: UUID) -> Publication:
        """
        Load a publication.
        """
        return self.read(Publication, file)

    def by_the_clock(self, file: UUID, day: date) -> list[Fact]:
        """
        Have the clock mark what is late on a day, for the end of the day before.
        """
        said = {"by": Actor(Role.CLOCK), "hour": 1}
        ended = end_of(day - ONE_DAY)
        return self.do("mark-result-overdue", file, on=day, said_at=ended, **said)

    # -- what is published ------------------------------------------------------------

    def inspected(self, mode: Mode = Mode.PLANNED, **terms: object) -> UUID:
        """
        Have a visit concluded without findings.
        """
        visit = self.opened(mode, **terms)
        self.sign(visit)
        self.conclude_visit(visit, officers=(1,))
        return visit

    def permitted(self, issuer: str = ISSUER, **changes: object) -> UUID:
        """
        Have a permit of the enterprise recorded.
        """
        said: dict[str, object] = {
            "by": self.clerk,
            "enterprise": self.enterprise,
            "permit_kind": "安全生产许可证",
            "permit_no": "黑〔2026〕1号",
            "issuing_authority": issuer,
            "valid_from": MONDAY,
            "valid_until": date(2029, 3, 1),
        }
        return self.do("record-permit", **(said | changes))[0].file

    def revoke(self, permit: UUID) -> None:
        """
        Have a permit revoked by its issuer.
        """
        said = {
            "revoked_by": ISSUER,
            "decision_no": "市应急罚〔2026〕9号",
            "effective_on": self.day,
        }
        self.do("record-licence-revocation", permit, by=self.clerk, **said)

    def committed(self) -> UUID:
        """
        Have a draw of one of two enterprises laid down.
        """
        firms = (self.enterprise, self.another_enterprise())
        return self.do(
            "commit-random-draw",
            by=self.clerk,
            name="冶金企业双随机抽查",
            enterprise_pool=firms,
            officer_pool=tuple(self.officers[:4]),
            visits_count=1,
            officers_each_count=2,
            seed_commitment=commitment_of(SEED),
        )[0].file

    def drawn(self) -> UUID:
        """
        Have it drawn, and other officers put in the place of those drawn.
        """
        draw = self.committed()
        self.draw(draw)
        return draw

    def draw(self, draw: UUID) -> None:
        """
        Draw by a seed that was laid down, and override the visit.
        """
        self.do("conduct-random-draw", draw, by=self.clerk, seed=SEED)
        (visit,) = self.read(RandomDraw, draw).drawn
        others = [o for o in self.officers[:4] if o not in visit.inspectors]
        self.do(
            "override-draw",
            draw,
            by=self.clerk,
            enterprise=visit.enterprise,
            replacing_visit=DrawnVisit(visit.enterprise, tuple(others)),
            reason="抽中人员应当回避",
            approver=self.head,
        )

    def goers(self, draw: UUID) -> dict[str, object]:
        """
        Say which officers were drawn, as those who act.
        """
        (visit,) = self.read(RandomDraw, draw).drawn
        one, other = (self.officers.index(each) for each in visit.inspectors)
        return {"by": self.officer(one), "officers": (other,)}

    def visit_drawn(self, draw: UUID) -> UUID:
        """
        Have the visit that was drawn approved.
        """
        (visit,) = self.read(RandomDraw, draw).drawn
        self.enterprise = visit.enterprise
        return self.approved(Mode.RANDOM, draw=draw, inspectors=visit.inspectors)

    def visited(self) -> UUID:
        """
        Have a draw whose visit was given up before a closed gate.
        """
        draw = self.drawn()
        self.give_up(draw)
        return draw

    def give_up(self, draw: UUID) -> None:
        """
        Have the visit that was drawn given up before a closed gate.
        """
        visit = self.visit_drawn(draw)
        self.do("abandon-inspection", visit, reason="企业停产", **self.goers(draw))

    def conclude_visit(self, visit: UUID, **said: object) -> None:
        """
        Have a visit concluded in which nothing was found.
        """
        self.do("conclude-inspection", visit, outcome=Outcome.NOTHING_FOUND, **said)

    def overdue(self, hazard: UUID) -> None:
        """
        Have the clock mark that a hazard was not rectified in time.
        """
        clock, day = Actor(Role.CLOCK), UNTIL + ONE_DAY
        self.do("mark-overdue", hazard, by=clock, on=day, said_at=end_of(UNTIL))

    def resumed(self) -> UUID:
        """
        Have production suspended, and resumed.
        """
        order = self.passed()
        self.do("approve-resumption", order, by=self.chief, opinion="同意")
        self.do("resume-production", order, by=self.clerk, resumed_scope="冶炼车间")
        return order

    def closed(self) -> UUID:
        """
        Have the government decide to close what experts did not accept.
        """
        still = {"closure_ground": ClosureGround.STILL_UNFIT}
        said = self.closing(suspension=self.failed(), **still)
        closure = self.do("request-closure", **said)[0].file
        self.do(
            "record-closure-decision",
            closure,
            by=self.clerk,
            government=self.government,
            decision_number="市政函〔2026〕3号",
            decision_paper=PAPER,
        )
        return closure

    def limits(self, file: UUID) -> list[object]:
        """
        List by when the results of a file have to be public.
        """
        found = self.office.file(file)
        assert found is not None
        return [getattr(fact, "publish_limit", None) for fact in found.history]

    def banned(self) -> UUID:
        """
        Have a site banned that somebody ran without a licence.
        """
        return self.do(
            "record-ban-of-site",
            by=self.clerk,
            place="城北",
            description="无证经营危险化学品",
            government=self.government,
            decision_paper=PAPER,
            operator=SOMEBODY,
        )[0].file
