"""
A prefecture on a real ledger, brought to the eve of every race of the law.

It is the town of the cases, whose acts are recorded under ``SHILU_HOME`` here; a race
begins with a copy of the folder.
"""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

from domain.acts import Act, Power
from domain.base import Actor, Fact, Role
from domain.checklist.file import ChecklistItem
from domain.closure.choices import ClosureGround
from domain.hazard.choices import HazardLevel
from domain.imports import ImportKind
from domain.inspection.choices import Exemption, Mode
from domain.law.penalty_kinds import PenaltyKind
from domain.printed import RowOrigin
from domain.procedures.standing import Standing
from domain.values import Personal
from infra.clock import SetClock
from infra.ledger import Ledger, Request
from tests import controls
from tests.cases.imported import CITY_AUTHORITY, PENALTY, TEXTS, unit
from tests.cases.office import Office
from tests.cases.town import CITY, TODAY, Town, moment
from tests.contract.append.eve_of_lists import eve_of_lists

#: The day of the races.
DAY = date(2026, 11, 23)
NOW = moment(DAY).astimezone(UTC)
#: The last day that orders of the prefecture give.
UNTIL = date(2026, 3, 16)
BOSS = Personal("厂长")


class Recorded(Office):
    """
    An office whose acts are recorded on a ledger.
    """

    def __init__(self, home: Path) -> None:
        """
        Open the ledger of a folder.
        """
        super().__init__(Standing())
        self.clock = SetClock(moment(TODAY))
        self.ledger = Ledger(home, law=Standing(), clock=self.clock)

    def perform(
        self,
        act: "Act[..., object]",
        *,
        by: Actor,
        at: datetime,
        file: UUID | None = None,
        said_at: datetime | None = None,
        officers: tuple[UUID, ...] = (),
        late_reason: str = "",
        **terms: object,
    ) -> list[Fact]:
        """
        Do an act through the ledger's door; arguments as in the office.
        """
        self.clock.moment = at.astimezone(UTC)
        request = Request(
            act.name,
            by,
            f"prepared-{len(self.facts)}",
            terms,
            file,
            occurred_at=said_at,
            with_officers=officers,
            late_reason=late_reason,
        )
        receipt = self.ledger.perform(request)
        after = receipt.positions[0] - 1
        new = self.ledger.facts(after=after, limit=len(receipt.positions))
        self.facts += new
        return new


class Prefecture:
    """
    The files that the races are about, each at the stage where its race begins.
    """

    def __init__(self, home: Path) -> None:
        """
        Have everything done that comes before, and close the ledger.
        """
        office = Recorded(home)
        self.home = home
        self.town = Town(office)
        self.deployment = office.ledger.deployment
        self.photo = office.ledger.put_document(b"\x89PNG\r\n\x1a\n a photograph")
        self._set_up()
        (self.duties,) = office.tagged(f"body/{self.town.city}/mandate")
        self.checklist = self._checklist("消防检查表")
        self.capped = self._capped()
        self.pinned = self._checklist("冶金检查表")
        self.pinning = self._pinning()
        self.rated = self._rated()
        self.found = self._found(self.rated)
        self.identified = self._identified(self._found(self.rated))
        self.reported, self.follow_up = self._followed_up()
        self.recorded = self._recorded()
        self.eve = eve_of_lists(
            self.town, self._enterprise(controls.FIREWORKS_STORE), self.photo
        )
        self.verified = self._verified()
        self.record = self._imported()
        self.penalty = self._penalised()
        self.penalised_again = self._penalised("罚当-1")
        self.closure = self._closed()
        office.ledger.close()

    def id(self, name: str) -> UUID:
        """
        Give the file of somebody.
        """
        return self.town.id(name)

    def request(
        self, act: str, by: str, file: UUID | None = None, /, **terms: object
    ) -> Request:
        """
        Word an act by somebody; the key follows from act and person.
        """
        return Request(act, self.town.people[by], f"{act}/{by}", terms, file)

    def opened_by(self, request: Request) -> UUID:
        """
        Tell beforehand the id of the file that a request will open (D23).
        """
        return next(request.ids(self.deployment))

    # -- what was done before ---------------------------------------------------------

    def _set_up(self) -> None:
        town = self.town
        pack = town.do("publish-rule-pack", pack_code="001", pack_version="1")[0].file
        town.do("adopt-rule-pack", pack, region=CITY, since_on=TODAY)
        self.pack = pack
        for name, role in (
            ("deputy", Role.HEAD),
            ("publisher", Role.DISCLOSURE_OFFICER),
            ("discloser", Role.DISCLOSURE_OFFICER),
            ("registrar", Role.CLERK),
        ):
            town.person(name, role, town.city, by="clerk")

    def _enterprise(self, firm: controls.Firm) -> UUID:
        facts = self.town.do(
            "register-enterprise",
            by="first",
            name=firm.name,
            region=firm.place.code,
            uscc=firm.uscc,
        )
        return facts[0].file

    def approval(self, enterprise: UUID, **terms: object) -> dict[str, object]:
        """
        Give the terms of an approval: a tip-off, unless others are named.
        """
        usual = {"mode": Mode.TIP_OFF, "exemption": Exemption.TIP_OFF}
        team = (self.id("first"), self.id("second"))
        given = {"enterprise": enterprise, "inspectors": team}
        return given | {"inspection_scope": "冶炼车间"} | (terms or usual)

    def planned(self, enterprise: UUID) -> dict[str, object]:
        """
        Give the terms of the approval of a planned visit.
        """
        terms = {"mode": Mode.PLANNED, "checklist": self.checklist}
        return self.approval(enterprise, **terms)

    def _notified(self, terms: dict[str, object]) -> UUID:
        visit = self.town.do("approve-inspection", by="head", **terms)[0].file
        paper = {"recipient": BOSS, "recipient_post": "厂长"}
        self.town.do("notify-inspection", visit, by="first", **paper)
        return visit

    def _opened(self, terms: dict[str, object]) -> UUID:
        visit = self._notified(terms)
        arrival = {"place": "厂区", "certificates_shown": True}
        self.town.do("open-inspection", visit, by="second", **arrival)
        return visit

    def _capped(self) -> UUID:
        """
        One planned visit below the two of the year that the place allows.
        """
        enterprise = self._enterprise(controls.FOUNDRY)
        terms = self.planned(enterprise)
        self.town.do("approve-inspection", by="head", **terms)
        return enterprise

    def _checklist(self, name: str) -> UUID:
        item = ChecklistItem("01", "通道", "V01", "安全生产法36", mandatory=True)
        facts = self.town.do("publish-checklist-version", name=name, items=(item,))
        return facts[0].file

    def _pinning(self) -> UUID:
        """
        A visit that was notified, with a checklist of its own.
        """
        terms = self.planned(self._enterprise(controls.MINE))
        return self._notified({**terms, "checklist": self.pinned})

    def _rated(self) -> UUID:
        """
        An enterprise whose grade became better since its frequency was set.
        """
        enterprise = self._enterprise(controls.CHEMICAL_WORKS)
        said = {"visits_per_year": 2, "grounds": "年度计划"}
        self._grade(enterprise, "medium")
        self.town.do("set-inspection-frequency", enterprise, by="head", **said)
        self._grade(enterprise, "good")
        return enterprise

    def _grade(self, enterprise: UUID, grade: str) -> None:
        said = {"grade": grade, "factors": "综合评定"}
        self.town.do("grade-enterprise", enterprise, by="head", **said)

    def _found(self, enterprise: UUID) -> UUID:
        """
        A visit that goes on, with one violation found.
        """
        visit = self._opened(self.approval(enterprise))
        said = {"description": "泄漏", "is_violation": True, "violation_code": "V1"}
        self.town.do("record-finding", visit, by="first", area="煤气柜", **said)
        return visit

    def _identified(self, visit: UUID) -> UUID:
        said = {"place": "煤气柜", "description": "煤气泄漏", "item_nos": (1,)}
        return self.town.do("identify-hazard", visit, by="first", **said)[0].file

    def _followed_up(self) -> tuple[UUID, UUID]:
        """
        An ordinary hazard reported as rectified, and a follow-up visit that goes on.
        """
        town, hazard = self.town, self._identified(self._found(self.rated))
        grade = {"hazard_level": HazardLevel.ORDINARY, "standard": "令10号"}
        town.do("grade-hazard", hazard, by="first", clause="11", **grade)
        order = {"measures": "迁移", "danger": False, "rectify_until": UNTIL}
        town.do("order-rectification", hazard, by="first", **order)
        lists = ("problem_list", "responsibility_list", "rectification_list")
        written = dict.fromkeys(lists, ("煤气柜",))
        town.do("record-three-lists", hazard, by="first", **written)
        town.do("report-rectification", hazard, done="已迁移")
        followed = {"mode": Mode.FOLLOW_UP, "exemption": Exemption.TIP_OFF}
        terms = self.approval(self.rated, **followed, hazards=(hazard,))
        return hazard, self._opened(terms)

    def _recorded(self) -> UUID:
        """
        A visit whose record is made, with one violation found.
        """
        visit = self._found(self.rated)
        arrived = moment(TODAY)
        signed: dict[str, object] = {"signer": BOSS, "signer_post": "厂长"}
        times = {"started_at": arrived, "ended_at": arrived}
        self.town.do("sign-inspection-record", visit, by="first", **times, **signed)
        return visit

    def _verified(self) -> UUID:
        """
        A hazard that can be struck off, in a place where the city may coerce.
        """
        town, (hazard, _) = self.town, self._followed_up()
        town.do("accept-rectification", hazard, by="first", opinion="已整改")
        town.do("verify-hazard", hazard, by="deputy", opinion="属实")
        town.assign(Power.COERCE, town.city)
        return hazard

    def _imported(self) -> UUID:
        """
        A penalty of the city that could be published.
        """
        said: dict[str, object] = {
            "import_kind": ImportKind.PENALTIES,
            "file_sha256": "ab" * 32,
            "size": 1,
            "layout": "penalties/csv",
            "encoding": "utf-8",
        }
        run = self.town.do("start-import", by="importer", on=DAY, **said)[0].file
        row = {
            "origin": RowOrigin(run, 7, "penalties/csv"),
            "row": Personal('{"行政相对人名称":"演示"}'),
            "party": unit(controls.CHEMICAL_WORKS),
            "authority": replace(CITY_AUTHORITY, authority_code=""),
            "penalty": PENALTY,
            "texts": TEXTS,
        }
        facts = self.town.do("record-imported-penalty", by="importer", on=DAY, **row)
        record = facts[0].file
        linked = {"body": self.town.city, "grounds": "本机关决定"}
        self.town.do("link-authority", record, by="importer", on=DAY, **linked)
        return record

    def _penalised(self, decision_no: str = "罚当-0") -> UUID:
        """
        A penalty of the city's own, served, that could be published and recorded.
        """
        said: dict[str, object] = {
            "kinds": (PenaltyKind.FINE,),
            "fine_fen": 1_000_00,
            "violation_fact": "未设置警示标志",
            "legal_basis": "安全生产法99(1)",
            "rights_told": True,
            "statement": "无异议",
            "place": "厂区",
            "decision_no": decision_no,
            "enterprise": self.rated,
            "recipient": BOSS,
        }
        said["officers"] = ("second",)
        return self.town.do("decide-on-the-spot", by="first", on=DAY, **said)[0].file

    def _closed(self) -> UUID:
        """
        A closure that the government decided.
        """
        asked = {"enterprise": self.rated, "government": self.town.government}
        closure = self.town.do(
            "request-closure",
            by="head",
            on=DAY,
            closure_ground=ClosureGround.BACKWARD_CAPACITY,
            reason="淘汰落后产能",
            evidence=(self.photo,),
            **asked,
        )[0].file
        decided = {"decision_number": "9号", "decision_paper": self.photo}
        where = {"government": self.town.government}
        by = {"by": "clerk", "on": DAY}
        self.town.do("record-closure-decision", closure, **by, **where, **decided)
        return closure
