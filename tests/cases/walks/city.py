"""
The city of a walk: who acts in it, what there is, and an office that finds it fast.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from uuid import UUID

from domain.acts import ACTS, Act
from domain.base import Actor, Fact, File, Role
from domain.body.file import BodyKind
from domain.enterprise.profile import Profile
from domain.jurisdictions import Sector
from domain.law.crimes import Offence
from domain.law.list_grounds import ListGround
from domain.law.penalty_kinds import PenaltyKind
from domain.limits import Limit
from domain.values import Personal, day_of
from tests.cases.dossier import PAPER
from tests.cases.list_entry.listed import DECISION, NOTICE
from tests.cases.office import EveryoneMay
from tests.cases.referral.justice import BOSS
from tests.cases.scene import SIGNER, InPlace, moment
from tests.cases.walks.indexed import IndexedOffice, WholeLaw
from tests.cases.walks.people import Peopled, appoint_everybody, people, team

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
    "coercive-measure",
    "suspension-order",
    "closure",
    "remedy",
    "ban",
    "random-draw",
    "publication",
)
#: Acts on a file of a register that walks do; the others are not what they are about.
OF_REGISTERS = frozenset(("deduct-points",))
#: How many of a role are asked whether they may do something.
ASKED = 2
#: An act, and who may do it.
Way = tuple[Act[..., object], Actor]
#: The trade of the enterprises, by place; where none is named they are in industry.
SECTORS = (("004", Sector.MINE),)


@dataclass
class City(Peopled):
    """
    The scene, with everybody who has a part in a case, a crime or a list.

    Args:
        whole: Whether the common grounds hold as well, and not the acts' own alone.
    """

    whole: bool = False
    offence: Offence = Offence.DANGEROUS_WORK

    def __post_init__(self) -> None:
        """
        Fill the registers, and have a visit find two violations.
        """
        super().__post_init__()
        plain = InPlace(self.place) if self.place else EveryoneMay()
        self.office = IndexedOffice(plain, self.office.facts)
        self.bodies = {
            "police": self.police,
            "other police": self._body("县公安局", BodyKind.POLICE),
            "procuratorate": self._body("市人民检察院", BodyKind.PROCURATORATE),
            "court": self._body("市中级人民法院", BodyKind.COURT),
            "discipline": self._body("市监察委员会", BodyKind.DISCIPLINE),
            "partner": self._body("市税务局", BodyKind.PARTNER),
            "committee": self.committee,
        }
        self.principal_head = self._person("一把手", Role.PRINCIPAL_HEAD)
        self.unfit = {}
        appoint_everybody(self)
        self.expert_enrolled = self.expert()
        self.other_enterprise = self.another_enterprise()
        for enterprise in (self.enterprise, self.other_enterprise):
            self.do(
                "change-enterprise-profile",
                enterprise,
                profile=Profile(sector=dict(SECTORS).get(self.place, Sector.INDUSTRY)),
            )
        self.lawful_from = len(self.office.facts)
        if self.whole:
            self.office.law = WholeLaw(self.place)
        self.visits = [self.found(2)]

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

    def people(self, role: Role, body: UUID | None = None) -> tuple[Actor, ...]:
        """
        List who acts in a role; on a file of another body, who does there.
        """
        return people(self, role, body)

    def team_of(self, act: Act[..., object], by: Actor) -> tuple[UUID, ...]:
        """
        Give the officers that an act is done with besides whoever does it.
        """
        return team(self, by) if act.said.two_officers else ()

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
        return self.office.facts_of(file)

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

    # -- what may be done -------------------------------------------------------------

    def open_to(
        self, file: UUID, later: timedelta = timedelta(), dice: Random | None = None
    ) -> Iterator[Way]:
        """
        List the acts on a file that nothing stands in the way of, and to whom.

        Args:
            file: The file.
            later: How much later than now.
            dice: To ask two of each role only, and not everybody.
        """
        loaded = self.office.file(file)
        assert loaded is not None
        now = moment(self.day) + later
        for act in ACTS.values():
            if not act.takes(loaded):
                continue
            if loaded.REGISTER and act.name not in OF_REGISTERS:
                continue
            for role in sorted(act.said.by, key=lambda role: role.name):
                people = self.people(role, loaded.body)
                if dice is not None and len(people) > ASKED:
                    people = tuple(dice.sample(people, ASKED))
                for actor in people:
                    if self.is_open(act, loaded, actor, now):
                        yield act, actor

    def is_open(
        self, act: Act[..., object], file: File | None, by: Actor, now: datetime
    ) -> bool:
        """
        Say whether nothing but its terms can stand in the way of an act.
        """
        assert isinstance(self.office, IndexedOffice)
        team = self.team_of(act, by)
        at = self.office.circumstances(act, by=by, at=now, officers=team)
        self.office.looks_only = True
        try:
            return next(iter(act.grounds(file, at)), None) is None
        finally:
            self.office.looks_only = False


def kind_of(fact: Fact) -> str:
    """
    Give the kind of the file that a fact is of.
    """
    return fact.TOPIC.partition(".")[0]
