"""
Entries brought to a stage by the acts themselves, for cases about what follows.
"""

from datetime import date
from uuid import UUID

from domain.base import Actor, Fact, Role
from domain.enterprise.profile import Profile
from domain.falling import ChangedBy
from domain.jurisdictions import Sector
from domain.law.list_grounds import ListGround, ManagementMeasure
from domain.list_entry.choices import RedCondition, RemovalCondition
from domain.list_entry.facts_of_red import RedlistEntryProposed, RedProof
from domain.list_entry.facts_of_removal import RemovalProof
from domain.list_entry.file import ListEntry
from domain.values import Personal
from tests.cases.penalty.decided import Bureau
from tests.cases.scene import PHOTO

MEASURES = (ManagementMeasure.PUBLICITY, ManagementMeasure.NO_FUNDS)
NOTICE: dict[str, object] = {
    "reasons": "未取得许可从事生产",
    "legal_basis": "应急管理部令11号7(1)",
    "measures_told": MEASURES,
    "rights_told": True,
}
DECISION: dict[str, object] = {
    "reasons": "未取得许可从事生产，情节严重",
    "legal_basis": "应急管理部令11号7(1)",
    "management_measures": MEASURES,
    "repair_conditions": "履行义务、消除影响",
    "repair_way": "向本机关书面申请",
}
ALL_MET = tuple(RemovalCondition)
PROOFS = tuple(RemovalProof(each, (PHOTO,)) for each in RemovalCondition)
RED_PROOFS = tuple(RedProof(each, (PHOTO,)) for each in RedCondition)


class Lists(Bureau):
    """
    The scene, with penalties and lists; its enterprise is of a sector of 令11号.
    """

    def __post_init__(self) -> None:
        """
        Say what the enterprise does.
        """
        super().__post_init__()
        self.works_in(self.enterprise, Sector.INDUSTRY)

    def works_in(self, enterprise: UUID, sector: Sector) -> None:
        """
        Say in which sector an enterprise works.
        """
        self.do("change-enterprise-profile", enterprise, profile=Profile(sector=sector))

    def entry(self, file: UUID) -> ListEntry:
        """
        Load an entry.
        """
        return self.read(ListEntry, file)

    def proposal(self, penalty: UUID, **other: object) -> dict[str, object]:
        """
        Give the terms of a proposal, but for what a case changes.
        """
        return {
            "penalty": penalty,
            "list_ground": ListGround.L7_1,
            "reasons": "未取得许可从事生产",
            "officers": (1,),
        } | other

    def proposed(self, penalty: UUID | None = None, **other: object) -> UUID:
        """
        Have an entry proposed on a served penalty.
        """
        said = self.proposal(penalty or self.on_the_spot(), **other)
        return self.do("propose-entry", **said)[0].file

    def told(self, penalty: UUID | None = None, **other: object) -> UUID:
        """
        Have the subject told.
        """
        entry = self.proposed(penalty, **other)
        self.do("notify-entry", entry, by=self.chief, **NOTICE)
        return entry

    def heard(self, penalty: UUID | None = None, **other: object) -> UUID:
        """
        Have the subject heard.
        """
        entry = self.told(penalty, **other)
        self.hear(entry)
        return entry

    def hear(self, entry: UUID) -> list[Fact]:
        """
        Hear the subject.
        """
        said = {"statement": Personal("已整改"), "arguments_answered": "不予采纳"}
        return self.do("hear-entry-statement", entry, by=self.chief, **said)

    def make(self, entry: UUID, **other: object) -> list[Fact]:
        """
        Have an entry made.
        """
        return self.do("make-entry", entry, by=self.chief, **DECISION | other)

    def listed(self, penalty: UUID | None = None, **other: object) -> UUID:
        """
        Have somebody listed today.
        """
        entry = self.heard(penalty, **other)
        self.make(entry)
        return entry

    def applied(self, entry: UUID | None = None) -> UUID:
        """
        Have early removal applied for, on the first day.
        """
        entry = entry or self.listed()
        first = self.entry(entry).early_from
        assert isinstance(first, date)
        self.move_to(first)
        self.do(
            "apply-for-early-removal",
            entry,
            by=self.clerk,
            removal_proofs=PROOFS,
            credit_promise=PHOTO,
        )
        return entry

    def taken_up(self, entry: UUID | None = None) -> UUID:
        """
        Have an application for early removal accepted.
        """
        entry = self.applied(entry)
        self.do("accept-early-removal", entry, by=self.chief)
        return entry

    def remove(self, entry: UUID) -> list[Fact]:
        """
        Have an entry removed early.
        """
        said = {"conditions_met": ALL_MET, "reasons": "三项条件均已满足"}
        return self.do("remove-entry", entry, by=self.chief, **said)

    def removed(self) -> UUID:
        """
        Have somebody removed early whose penalty is performed.
        """
        penalty = self.on_the_spot()
        self.pay(penalty, 1000)
        entry = self.taken_up(self.listed(penalty))
        self.remove(entry)
        return entry

    def revoke(self, penalty: UUID) -> list[Fact]:
        """
        Have a penalty revoked on review, today.
        """
        return self.do(
            "revoke-decision",
            penalty,
            by=self.chief,
            changed_by=ChangedBy.REVIEW,
            reason="复议撤销",
            effective_on=self.day,
        )

    def red_proposed(self, enterprise: UUID | None = None) -> UUID:
        """
        Have an enterprise proposed for the red list.
        """
        return self.do(
            "propose-red-entry",
            by=self.chief,
            enterprise=enterprise or self.enterprise,
            red_proofs=RED_PROOFS,
            reasons="各项条件均符合",
        )[0].file

    def red_proposed_with(self, proofs: tuple[RedProof, ...]) -> UUID:
        """
        Have an enterprise proposed with what a place asked for at that time.
        """
        return self._start(
            RedlistEntryProposed,
            ListEntry,
            enterprise=self.enterprise,
            red_proofs=proofs,
            reasons="符合",
        )

    def red(self, enterprise: UUID | None = None) -> UUID:
        """
        Have an enterprise put on the red list.
        """
        entry = self.red_proposed(enterprise)
        self.do("make-red-entry", entry, by=self.chief, reasons="经核实")
        return entry

    @property
    def watch(self) -> Actor:
        """
        Act as the clock.
        """
        return Actor(Role.CLOCK)
