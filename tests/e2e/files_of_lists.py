"""
Files of draws and lists that each bureau of the region has.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from uuid import UUID

from domain.ban.file import BanBasis
from domain.law.credit_classes import ClassStandard, CreditClass
from domain.law.penalty_kinds import PenaltyKind
from domain.list_entry.choices import RedCondition
from domain.list_entry.facts_of_red import RedProof
from domain.penalty.file import Penalty
from domain.random_draw.lots import commitment_of
from domain.values import Personal, Upload
from infra.ledger import Receipt
from tests.e2e.city import SINCE


@dataclass(frozen=True)
class Bureau:
    """
    A bureau whose files are opened.

    Args:
        place: Its place.
        officers: Two of its officers.
        enterprise: An enterprise that it leads.
        opened: Does an act that opens a file, and names the file.
        do: Does an act.
        paper: What shows whatever has to be shown.
    """

    place: str
    officers: tuple[UUID, UUID]
    enterprise: UUID
    opened: Callable[..., UUID]
    do: Callable[..., Receipt]
    paper: Upload

    def files(self) -> Iterator[tuple[str, UUID]]:
        """
        Open a file of each of these kinds.
        """
        draw = self.opened(
            "commit-random-draw",
            by=f"clerk@{self.place}",
            name=f"{self.place}双随机抽查",
            enterprise_pool=(self.enterprise,),
            officer_pool=self.officers,
            visits_count=1,
            officers_each_count=2,
            seed_commitment=commitment_of(self.place),
        )
        yield "random-draw", draw
        ban = self.opened(
            "impose-lifetime-ban",
            by=f"clerk@{self.place}",
            person=Personal("演示甲"),
            ban_basis=BanBasis.JUDGMENT,
            basis_no="（演）刑初1号",
            basis_on=SINCE,
            ban_scope=f"{self.place}主要负责人",
            basis_paper=self.paper,
        )
        yield "ban", ban
        yield from self._listed()
        yield "credit-record", self._recorded()

    def _recorded(self) -> UUID:
        """
        Open the credit record of the enterprise, with a warning decided on the spot.
        """
        warning = self.opened(
            "decide-on-the-spot",
            Penalty,
            by=f"officer@{self.place}",
            officers=(f"second@{self.place}",),
            kinds=(PenaltyKind.WARNING,),
            violation_fact=f"{self.place}未如实记录培训",
            legal_basis="安全生产法97(4)",
            rights_told=True,
            statement="无异议",
            place=f"{self.place}西库",
            decision_no=f"罚当{self.place}2",
            enterprise=self.enterprise,
            recipient=Personal("演示乙"),
        )
        record, *_ = self.do(
            "record-penalty-credit",
            warning,
            by=f"clerk@{self.place}",
            credit_class=CreditClass.MINOR,
            class_standard=ClassStandard.TABLE,
            class_ground=f"{self.place}简易程序",
        ).files
        return record

    def _listed(self) -> Iterator[tuple[str, UUID]]:
        """
        Open an entry of the red list, and an incentive that goes with it.
        """
        head = f"head@{self.place}"
        entry = self.opened(
            "propose-red-entry",
            by=head,
            enterprise=self.enterprise,
            red_proofs=tuple(RedProof(each, (self.paper,)) for each in RedCondition),
            reasons=f"{self.place}各项条件均符合",
        )
        yield "list-entry", entry
        self.do("make-red-entry", entry, by=head, reasons="经核实")
        incentive = self.opened(
            "grant-incentive",
            by=head,
            entry=entry,
            incentive=f"{self.place}优先申请政策性资金",
            legal_basis="吉政发〔2018〕26号(九)",
            since_on=SINCE,
        )
        yield "joint-measure", incentive
