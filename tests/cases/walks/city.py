"""
The city of a walk: who acts in it, what there is, and an office that finds it fast.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import UUID

from domain.acts import ACTS, Act
from domain.base import Actor, Fact, File, Role, replay
from domain.body.file import BodyKind
from domain.coercive_measure.choices import LiftingGround, MeasureKind
from domain.coercive_measure.facts import SecuredThing
from domain.coercive_measure.file import CoerciveMeasure
from domain.enterprise.profile import Profile
from domain.jurisdictions import Sector
from domain.law.crimes import Offence
from domain.law.list_grounds import ListGround
from domain.law.penalty_kinds import PenaltyKind
from domain.limits import Limit
from domain.procedures.grounds_of_measures import RestsOn
from domain.procedures.imposing_measures import Inventory, OnSite
from domain.values import Personal, day_of
from tests.cases.dossier import PAPER, Dossier
from tests.cases.list_entry.listed import DECISION, NOTICE
from tests.cases.office import EveryoneMay, Office
from tests.cases.referral.justice import BOSS
from tests.cases.scene import SIGNER, InPlace, moment

#: The kinds of files that a walk goes over.
KINDS = (
    "inspection",
    "hazard",
    "enforcement-case",
    "penalty",
    "referral",
    "list-entry",
    "joint-measure",
    "credit-record",
    "document",
    "service",
)
#: By which roles something is done that no person of the bureau does.
OUTSIDE = {
    Role.POLICE: "police",
    Role.PROCURATORATE: "procuratorate",
    Role.COURT: "court",
    Role.COMMITTEE_OFFICE: "committee",
    Role.PARTNER: "partner",
}


@dataclass
class IndexedOffice(Office):
    """
    An office that keeps its facts by file, tag and claim as well.
    """

    read_count: int = 0
    by_file: dict[UUID, list[Fact]] = field(default_factory=lambda: defaultdict(list))
    by_tag: dict[str, dict[UUID, None]] = field(
        default_factory=lambda: defaultdict(dict)
    )
    holders: dict[str, UUID] = field(default_factory=dict)

    def _catch_up(self) -> None:
        for fact in self.facts[self.read_count :]:
            self.by_file[fact.file].append(fact)
            for tag in fact.tags():
                self.by_tag[tag][fact.file] = None
            for claim in fact.releases():
                if self.holders.get(claim) == fact.file:
                    del self.holders[claim]
            for claim in fact.claims():
                self.holders[claim] = fact.file
        self.read_count = len(self.facts)

    def file(self, file_id: UUID) -> File | None:
        """
        Load a file from its facts.
        """
        self._catch_up()
        return replay(iter(self.by_file.get(file_id, ())))

    def tagged(self, tag: str) -> tuple[UUID, ...]:
        """
        List the files under a tag.
        """
        self._catch_up()
        return tuple(self.by_tag.get(tag, ()))

    def holder(self, claim: str) -> UUID | None:
        """
        Name the holder of a claim.
        """
        self._catch_up()
        return self.holders.get(claim)


@dataclass
class City(Dossier):
    """
    The scene, with everybody who has a part in a case, a crime or a list.
    """

    def __post_init__(self) -> None:
        """
        Fill the registers, and have a visit find two violations.
        """
        super().__post_init__()
        self.office = IndexedOffice(
            InPlace(self.place) if self.place else EveryoneMay(), self.office.facts
        )
        self.bodies = {
            "police": self.police,
            "other police": self._body("县公安局", BodyKind.POLICE),
            "procuratorate": self._body("市人民检察院", BodyKind.PROCURATORATE),
            "court": self._body("市中级人民法院", BodyKind.COURT),
            "discipline": self._body("市监察委员会", BodyKind.DISCIPLINE),
            "partner": self._body("市税务局", BodyKind.PARTNER),
            "committee": self.committee,
        }
        self.principal = self._person("一把手", Role.PRINCIPAL_HEAD)
        self.other_enterprise = self.another_enterprise()
        for enterprise in (self.enterprise, self.other_enterprise):
            self.do(
                "change-enterprise-profile",
                enterprise,
                profile=Profile(sector=Sector.INDUSTRY),
            )
        self.visits = [self.found(2)]
        self.measures: list[UUID] = []

    def weigh(self, case: UUID, fine_fen: int = 3_000_000, **changes: object) -> UUID:
        """
        Have the schedule applied, with the reason that some places ask for.
        """
        return super().weigh(case, fine_fen, deviation_reason="从轻", **changes)

    # -- where a walk begins ----------------------------------------------------------

    def heard_and_suspected(self) -> UUID:
        """
        Have a case brought to its decision, and then a crime suspected.
        """
        return self.suspect(self.heard())

    def suspected(self) -> UUID:
        """
        Have a crime suspected on the visit, and the visit recorded.
        """
        self.sign(self.visits[0])
        return self.suspect(self.visits[0])

    def suspect(self, about: UUID) -> UUID:
        """
        Have a crime suspected of the unit and its boss.
        """
        return self.do(
            "suspect-crime",
            None,
            officers=(1,),
            about=about,
            offence=Offence.DANGEROUS_WORK,
            threshold_fact="未经许可储存危险化学品",
            suspected_enterprises=(self.enterprise,),
            suspected_persons=(BOSS,),
            evidence=(PAPER,),
        )[0].file

    def penalised(self) -> UUID:
        """
        Have a fine decided on the spot.
        """
        return self.do(
            "decide-on-the-spot",
            None,
            officers=(1,),
            enterprise=self.enterprise,
            kinds=(PenaltyKind.FINE,),
            fine_fen=100_000,
            violation_fact="未设置安全警示标志",
            legal_basis="安全生产法99(1)",
            rights_told=True,
            statement="无异议",
            place="厂区",
            decision_no="罚当0001",
            recipient=SIGNER,
            surcharge_told=True,
            inspection=self.visits[0],
            item_nos=(1,),
        )[0].file

    def listed_black(self) -> UUID:
        """
        Have the unit put on the black list for it.
        """
        entry = self.do(
            "propose-entry",
            None,
            officers=(1,),
            penalty=self.penalised(),
            list_ground=ListGround.L7_1,
            reasons="未取得许可从事生产",
        )[0].file
        heard = {"statement": Personal("已整改"), "arguments_answered": "不予采纳"}
        self.do("notify-entry", entry, by=self.chief, **NOTICE)
        self.do("hear-entry-statement", entry, by=self.chief, **heard)
        self.do("make-entry", entry, by=self.chief, **DECISION)
        return entry

    # -- who acts ---------------------------------------------------------------------

    def people(self, role: Role) -> tuple[Actor, ...]:
        """
        List who acts in a role.
        """
        if role is Role.CLOCK:
            return (Actor(Role.CLOCK),)
        if role in OUTSIDE:
            names = [OUTSIDE[role]] + ["other police"] * (role is Role.POLICE)
            stranger = self.officers[3]
            return tuple(Actor(role, stranger, self.bodies[name]) for name in names)
        persons = {
            Role.HEAD: (self.head, self.other_head),
            Role.PRINCIPAL_HEAD: (self.principal, self.officers[1]),
            Role.LEGAL_REVIEWER: (self.reviewer, self.officers[0]),
            Role.CLERK: (self.officers[4],),
        }.get(role, tuple(self.officers[:4]))
        return tuple(Actor(role, person, self.bureau) for person in persons)

    def team_of(self, act: Act[..., object], by: Actor) -> tuple[UUID, ...]:
        """
        Give the officers that an act is done with besides whoever does it.
        """
        if not act.said.two_officers or by.person is None:
            return ()
        pairs = dict(zip(self.officers, (1, 0, 3, 2, 0), strict=True))
        return (self.officers[pairs.get(by.person, 0)],)

    # -- what there is ----------------------------------------------------------------

    def files(self, *kinds: str) -> list[UUID]:
        """
        List the files of some kinds.
        """
        found = (f.file for f in self.office.facts if kind_of(f) in kinds)
        return list(dict.fromkeys(found))

    def facts_of(self, file: UUID) -> list[Fact]:
        """
        Give the facts of a file.
        """
        assert isinstance(self.office, IndexedOffice)
        self.office.tagged("")
        return self.office.by_file[file]

    def limits(self) -> list[date]:
        """
        List the days, in order, on which something of the newest facts ends or is set.
        """
        said = (value for f in self.office.facts[-60:] for value in vars(f).values())
        days = {
            value.ends_on if isinstance(value, Limit) else day_of(value)
            for value in said
            if isinstance(value, Limit) or type(value) is datetime
        }
        return sorted(days)

    def measure(self, hazard: UUID) -> None:
        """
        Have things seized on a hazard that has not ended, or what was seized released.
        """
        running = [m for m in self.measures if self.read(CoerciveMeasure, m).is_active]
        if running:
            ground = {"lifting_ground": LiftingGround.NO_LONGER_NEEDED}
            self.do(
                "lift-measure", running[0], officers=(1,), reason="已整改", **ground
            )
        elif self.hazard(hazard).is_open:
            (fact,) = self.do(
                "impose-urgent-measure",
                None,
                officers=(1,),
                measure_kind=MeasureKind.SEIZE,
                rests_on=RestsOn(self.enterprise, "不符合国家标准", (hazard,)),
                on_site=OnSite("厂区", rights_told=True, party_present=True),
                inventory=Inventory(
                    (SecuredThing(1, "煤气柜", "1台"),), self.day, "本局"
                ),
            )
            self.measures.append(fact.file)

    # -- what may be done -------------------------------------------------------------

    def open_to(
        self, file: UUID, later: timedelta = timedelta()
    ) -> Iterator[tuple[Act[..., object], Actor]]:
        """
        List the acts on a file that nothing stands in the way of, and to whom.

        Args:
            file: The file.
            later: How much later than now.
        """
        loaded = self.office.file(file)
        now = moment(self.day) + later
        for act in ACTS.values():
            if not act.takes(loaded):
                continue
            for role in sorted(act.said.by, key=lambda role: role.name):
                for actor in self.people(role):
                    if self.is_open(act, loaded, actor, now):
                        yield act, actor

    def is_open(
        self, act: Act[..., object], file: File | None, by: Actor, now: datetime
    ) -> bool:
        """
        Say whether nothing but its terms can stand in the way of an act.
        """
        at = self.office.circumstances(
            act, by=by, at=now, officers=self.team_of(act, by)
        )
        return next(iter(act.grounds(file, at)), None) is None


def kind_of(fact: Fact) -> str:
    """
    Give the kind of the file that a fact is of.
    """
    return fact.TOPIC.partition(".")[0]
