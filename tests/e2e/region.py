"""
Two cities behind real doors: bureaus beside, above and below each other, and everybody.

Each bureau has people of every role of its own and a file of every kind, so that the
tests of rights can ask of anybody what they may do and see of whose.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID

from domain.acts import Power
from domain.base import Actor, File, Role
from domain.body.file import BodyKind
from domain.checklist.file import ChecklistItem
from domain.document.file import Document
from domain.enforcement_case.choices import CaseSource
from domain.enterprise.file import Enterprise
from domain.imports import ImportKind
from domain.inspection.choices import Exemption, Mode
from domain.law.credit_classes import CreditClass
from domain.law.crimes import Offence
from domain.law.forms import Form
from domain.law.penalty_kinds import PenaltyKind
from domain.printed import RowOrigin
from domain.procedures.filing_cases import CaseOrigin, Violation
from domain.publication.file import Channel
from domain.regulator_assignment.file import RegulatorAssignment
from domain.values import Personal
from infra.clock import SetClock
from infra.ledger import Receipt, Request
from services.web.house import House
from tests.cases.imported import CITY_AUTHORITY, PENALTY, TEXTS, unit
from tests.controls import CHEMICAL_WORKS
from tests.e2e.city import NOW, OPERATOR, SINCE, Town
from tests.e2e.files_of_lists import Bureau
from tests.e2e.files_of_measures import Yard

#: The bureaus, by the name of their place; the last is another city's.
BUREAUS = ("city", "north", "south", "beside")

#: Whose files are those of a place itself or of one below it.
UNDER: Mapping[str, tuple[str, ...]] = {
    "city": ("city", "north", "south"),
    "north": ("north",),
    "south": ("south",),
    "beside": ("beside",),
    "committee": ("city", "north", "south"),
    "commission": ("city", "north", "south"),
}

#: Where each place lies.
REGIONS = {"city": "220200", "north": "220221", "south": "220202", "beside": "220300"}

#: Who works in a bureau.
OF_A_BUREAU = (
    Role.OFFICER,
    Role.LEGAL_REVIEWER,
    Role.HEAD,
    Role.PRINCIPAL_HEAD,
    Role.CLERK,
    Role.DISCLOSURE_OFFICER,
    Role.IMPORTER,
    Role.LICENSING,
    Role.AUXILIARY,
)

#: Who works elsewhere: place, kind of body, role.
ELSEWHERE = (
    ("committee", BodyKind.COMMITTEE_OFFICE, Role.COMMITTEE_OFFICE),
    ("commission", BodyKind.DISCIPLINE, Role.DISCIPLINE),
    ("police", BodyKind.POLICE, Role.POLICE),
    ("procuratorate", BodyKind.PROCURATORATE, Role.PROCURATORATE),
    ("court", BodyKind.COURT, Role.COURT),
    ("partner", BodyKind.PARTNER, Role.PARTNER),
)

#: How the imported rows were read.
LAYOUT = "penalties/csv"


def everybody() -> Iterator[str]:
    """
    Name everybody who is asked about, as ``role@place``; those of the south are as
    those of the north, and only their files count.
    """
    places = ("city", "north", "beside")
    yield from (f"{role.code}@{place}" for place in places for role in OF_A_BUREAU)
    yield from (f"{role.code}@{place}" for place, _, role in ELSEWHERE)
    yield f"{Role.OPERATOR.code}@nowhere"


class Region(Town):
    """
    A province's ledger with two cities, of which one has two counties.
    """

    def __init__(self, home: Path) -> None:
        """
        Set everything up in an empty home.
        """
        self.clock = SetClock(NOW + timedelta(days=266))
        self.house = House(home, clock=self.clock)
        self.people: dict[str, Actor] = {"operator@nowhere": OPERATOR}
        self.places: dict[str, UUID] = {}
        self.files: dict[str, dict[str, UUID]] = {}
        self._count = 0
        ledger = {"deployment": "region", "name": "演示省", "region": "220000"}
        self.do("open-ledger", by=OPERATOR, demonstration=True, **ledger)
        self._bodies()
        for place in BUREAUS:
            self._people(place)
        for place in BUREAUS:
            self.files[place] = dict(self._files(place))
        self.house.catch_up()

    def do(self, act: str, file: UUID | None = None, /, **terms: object) -> Receipt:
        """
        Do an act; the pages are brought up to it once, when everything is done.
        """
        by, others = terms.pop("by"), terms.pop("officers", ())
        assert isinstance(others, tuple)
        self._count += 1
        actor = by if isinstance(by, Actor) else self.people[str(by)]
        request = Request(
            act,
            actor,
            f"region-{self._count}",
            terms,
            file,
            with_officers=tuple(self.id(other) for other in others),
        )
        return self.house.ledger.perform(request)

    def _bodies(self) -> None:
        above = {
            place: self.body(f"{place}政府", BodyKind.GOVERNMENT, region=REGIONS[place])
            for place in ("city", "beside")
        }
        for place in BUREAUS:
            parent = above.get(place) or self.places["city"]
            self.places[place] = self.body(
                f"{place}局", parent=parent, region=REGIONS[place]
            )
        for place, kind, role in ELSEWHERE:
            top = above["city"] if place in UNDER else None
            self.places[place] = self.body(f"{place}机关", kind, parent=top)
            self.person(f"{role.code}@{place}", role.zh, role, self.places[place])

    def _people(self, place: str) -> None:
        body = self.places[place]
        for role in (*OF_A_BUREAU[:4], *OF_A_BUREAU[5:]):
            self.person(f"{role.code}@{place}", f"{place}{role.zh}", role, body)
        self.person(f"second@{place}", f"{place}乙", Role.OFFICER, body)
        self.person(f"clerk@{place}", f"{place}文书", Role.CLERK, body)
        for login in (f"officer@{place}", f"second@{place}"):
            self.do(
                "certify-officer",
                self.id(login),
                by=f"clerk@{place}",
                certificate_number=f"证-{login}",
                certificate_kinds=("安全生产",),
                valid_from=SINCE,
                valid_until=self.clock.moment.date(),
            )

    # -- one file of every kind for each bureau ---------------------------------------

    def opened(self, act: str, kind: type[File] = File, /, **terms: object) -> UUID:
        """
        Do an act that opens a file, and name the file, if need be by its kind.
        """
        files = self.do(act, **terms).files
        read = self.house.ledger.read
        (found,) = (file for file in files if isinstance(read(file), kind))
        return found

    def _files(self, place: str) -> Iterator[tuple[str, UUID]]:
        """
        Open a file of every kind that an act can be done on.
        """
        clerk = f"clerk@{place}"
        mandate = {"body": self.places[place], "power": Power.INSPECT}
        yield "body", self.places[place]
        yield "officer", self.id(f"officer@{place}")
        duties = self.opened("assign-mandate", by=clerk, since_on=SINCE, **mandate)
        yield "duty-list", duties
        penalise = mandate | {"power": Power.PENALISE}
        self.do("assign-mandate", by=clerk, since_on=SINCE, **penalise)
        pack = {"pack_code": "004", "pack_version": place}
        yield "rule-pack", self.opened("publish-rule-pack", by=clerk, **pack)
        item = ChecklistItem("01", "通道", "V01", "安全生产法36", mandatory=True)
        listed = {"name": f"{place}检查表", "items": (item,)}
        checklist = self.opened("publish-checklist-version", by=clerk, **listed)
        yield "checklist", checklist
        enterprise = self.enterprise(f"{place}冶炼厂", by=f"officer@{place}")
        yield "enterprise", enterprise
        yield "permit", self._permit(place, enterprise)
        yield from self._enforced(place, checklist, enterprise)
        yield from self._imported(place, enterprise)
        officers = (self.id(f"officer@{place}"), self.id(f"second@{place}"))
        paper = self.house.ledger.put_document(b"%PDF-1.7 proof")
        acts = (self.opened, self.do)
        yield from Bureau(place, officers, enterprise, *acts, paper).files()
        body = self.places[place]
        yield from Yard(place, enterprise, body, self.opened, paper).files()

    def _permit(self, place: str, enterprise: UUID) -> UUID:
        """
        Record a permit of an enterprise.
        """
        return self.opened(
            "record-permit",
            by=f"clerk@{place}",
            enterprise=enterprise,
            permit_kind="安全生产许可证",
            permit_no=f"{place}安许证字1号",
            issuing_authority="演示省应急管理厅",
            valid_from=SINCE,
        )

    def _enforced(
        self, place: str, checklist: UUID, enterprise: UUID
    ) -> Iterator[tuple[str, UUID]]:
        officer, head = f"officer@{place}", f"head@{place}"
        holder = self.house.ledger.recorder.holder(f"lead/{enterprise}")
        assert holder is not None
        assert isinstance(self.house.ledger.read(holder), RegulatorAssignment)
        yield "regulator-assignment", holder
        visit = self.opened(
            "approve-inspection",
            by=head,
            enterprise=enterprise,
            mode=Mode.TIP_OFF,
            inspection_scope=f"{place}车间",
            inspectors=(self.id(officer), self.id(f"second@{place}")),
            checklist=checklist,
            exemption=Exemption.TIP_OFF,
        )
        yield "inspection", visit
        told = {"place": f"{place}东库", "description": f"{place}堵塞"}
        hazard = self.opened(
            "self-report-hazard", by=officer, enterprise=enterprise, **told
        )
        yield "hazard", hazard
        crime = {"offence": Offence.DANGEROUS_WORK, "threshold_fact": f"{place}无证"}
        yield (
            "referral",
            self.opened(
                "suspect-crime",
                by=officer,
                officers=(f"second@{place}",),
                about=visit,
                **crime,
            ),
        )
        yield "enforcement-case", self._case(place, enterprise)
        yield "penalty", self._penalty(place, enterprise)
        plan = {"about": visit, "form": Form.INSPECTION_PLAN}
        yield "document", self.opened("issue-document", Document, by=officer, **plan)
        consent = self.house.ledger.put_document(b"%PDF-1.7 consent")
        way = {"address": f"{place}路1号", "consent": consent}
        yield (
            "service",
            self.opened(
                "confirm-service-address", by=officer, enterprise=enterprise, **way
            ),
        )

    def _case(self, place: str, enterprise: UUID) -> UUID:
        """
        File a case on a paper.
        """
        paper = self.house.ledger.put_document(b"%PDF-1.7 tip-off")
        on = self.clock.moment.date()
        return self.opened(
            "file-case",
            by=f"head@{place}",
            taken_from=CaseOrigin(CaseSource.TIP_OFF, source_paper=paper),
            violation=Violation(f"{place}未落实安全投入案", "V01", on),
            handlers=(self.id(f"officer@{place}"), self.id(f"second@{place}")),
            enterprise=enterprise,
        )

    def _penalty(self, place: str, enterprise: UUID) -> UUID:
        """
        Fine on the spot.
        """
        return self.opened(
            "decide-on-the-spot",
            by=f"officer@{place}",
            officers=(f"second@{place}",),
            kinds=(PenaltyKind.FINE,),
            fine_fen=1_000_00,
            violation_fact=f"{place}未设置警示标志",
            legal_basis="安全生产法99(1)",
            rights_told=True,
            statement="无异议",
            place=f"{place}东库",
            decision_no=f"罚当{place}1",
            enterprise=enterprise,
        )

    def _imported(self, place: str, enterprise: UUID) -> Iterator[tuple[str, UUID]]:
        importer = f"importer@{place}"
        run = self.opened(
            "start-import",
            by=importer,
            import_kind=ImportKind.PENALTIES,
            file_sha256="ab" * 32,
            size=1,
            layout=LAYOUT,
            encoding="utf-8",
        )
        yield "import", run
        kept = self._record(place, RowOrigin(run, 1, LAYOUT), enterprise)
        yield "imported-record", kept
        known = self.enterprise(f"{place}公开企业", by=f"officer@{place}")
        shown = {
            "record": self._record(place, RowOrigin(run, 2, LAYOUT), known),
            "channel": Channel.OWN_SITE,
            "credit_class": CreditClass.GENERAL,
            "class_ground": "较大数额罚款",
        }
        publisher = f"disclosure_officer@{place}"
        yield "publication", self.opened("publish-item", by=publisher, **shown)

    def _record(self, place: str, origin: RowOrigin, enterprise: UUID) -> UUID:
        """
        Import a penalty of the bureau on an enterprise of the register.
        """
        known = self.house.ledger.read(enterprise)
        assert isinstance(known, Enterprise)
        importer, number = (
            f"importer@{place}",
            f"（{place}）应急罚〔2026〕{origin.row_no}号",
        )
        record = self.opened(
            "record-imported-penalty",
            by=importer,
            origin=origin,
            row=Personal(f'{{"行":"{place}{origin.row_no}"}}'),
            party=unit(CHEMICAL_WORKS, party_name=known.name, uscc=known.uscc),
            authority=replace(
                CITY_AUTHORITY, authority_name=f"{place}局", authority_code=""
            ),
            penalty=replace(PENALTY, decision_no=number),
            texts=TEXTS,
        )
        linked = {"body": self.places[place], "grounds": "本机关决定"}
        self.do("link-authority", record, by=importer, **linked)
        return record
