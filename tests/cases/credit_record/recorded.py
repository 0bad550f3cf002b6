"""
Credit facts brought to a stage by the acts themselves, for cases about what follows.
"""

from datetime import date
from uuid import UUID

from domain.base import Actor, Fact, Role
from domain.codes import make_resident_id
from domain.credit_record.choices import RepairEffect
from domain.credit_record.facts import CreditFactRecorded
from domain.credit_record.facts_of_repair import Stoppage
from domain.credit_record.file import CreditItem, CreditRecord
from domain.falling import ChangedBy
from domain.law.credit_classes import ClassStandard, CreditClass
from domain.law.penalty_kinds import PenaltyKind
from domain.publication.file import Channel, ItemPublished
from domain.refusals import Refused
from domain.values import Personal
from tests.cases.list_entry.listed import Lists
from tests.cases.scene import PHOTO, SIGNER

#: A Monday; the classes have their terms.
DECIDED_ON = date(2026, 5, 11)
#: The first day after the shortest term of a general breach of that day.
REPAIR_FROM = date(2026, 8, 12)

STOPPED = tuple(Stoppage(each, "信用中国、本机关系统") for each in RepairEffect)
WANG = {
    "person": SIGNER,
    "identity_number": Personal(make_resident_id("11010119900101001")),
}


class Records(Lists):
    """
    A bureau that keeps credit records.
    """

    @property
    def discloser(self) -> Actor:
        """
        Act as the disclosure officer.
        """
        return Actor(Role.DISCLOSURE_OFFICER, self.officers[3], self.bureau)

    def record(self, file: UUID) -> CreditRecord:
        """
        Load a record.
        """
        return self.read(CreditRecord, file)

    def item(self, file: UUID, no: int = 1) -> CreditItem:
        """
        Give a credit fact as it stands.
        """
        return self.record(file).items[no]

    def said(self, **changes: object) -> dict[str, object]:
        """
        Give the terms of a recording: general, by a standard of the ministry.
        """
        return {
            "by": self.clerk,
            "credit_class": CreditClass.GENERAL,
            "class_standard": ClassStandard.MINISTRY,
            "class_ground": "较大数额罚款",
            **changes,
        }

    def keep(self, penalty: UUID, **changes: object) -> CreditFactRecorded:
        """
        Have a penalty recorded.
        """
        (fact,) = self.do("record-penalty-credit", penalty, **self.said(**changes))
        assert isinstance(fact, CreditFactRecorded)
        return fact

    def kept(self, penalty: UUID | None = None, **changes: object) -> UUID:
        """
        Have a record with one credit fact.
        """
        return self.keep(penalty or self.on_the_spot(), **changes).file

    def refused_keeping(self, penalty: UUID, **changes: object) -> Refused:
        """
        Try to record a penalty in vain.
        """
        return self.refused("record-penalty-credit", penalty, **self.said(**changes))

    def keep_entry(self, entry: UUID) -> CreditFactRecorded:
        """
        Have a listing recorded.
        """
        said = self.said(
            credit_class=CreditClass.SERIOUS, class_standard=ClassStandard.TABLE
        )
        (fact,) = self.do("record-entry-credit", entry, **said)
        assert isinstance(fact, CreditFactRecorded)
        return fact

    def asking(self, **changes: object) -> dict[str, object]:
        """
        Give the terms of an application for repair.
        """
        return {
            "by": self.clerk,
            "credit_no": 1,
            "credit_promise": PHOTO,
            "evidence": (PHOTO,),
            **changes,
        }

    def ask_repair(self, record: UUID) -> list[Fact]:
        """
        Have repair applied for.
        """
        return self.do("apply-for-repair", record, **self.asking())

    def asked(self, penalty: UUID | None = None) -> UUID:
        """
        Have repair of a performed penalty applied for, on the first day.
        """
        penalty = penalty or self.on_the_spot()
        record = self.kept(penalty)
        self.pay(penalty, 1000)
        self.move_to(REPAIR_FROM)
        self.ask_repair(record)
        return record

    def by_head(self, act: str, record: UUID, **terms: object) -> list[Fact]:
        """
        Have a head do an act on a record.
        """
        said = {"credit_no": 1, **terms}
        return self.do(act, record, by=self.chief, **said)

    def head_refused(self, act: str, record: UUID, **terms: object) -> Refused:
        """
        Have a head try an act on a record in vain.
        """
        said = {"credit_no": 1, **terms}
        return self.refused(act, record, by=self.chief, **said)

    def repaired(self, penalty: UUID | None = None) -> UUID:
        """
        Have a credit fact repaired.
        """
        record = self.asked(penalty)
        self.by_head("accept-repair", record)
        said = {"reasons": "义务已履行", "stoppages": STOPPED}
        self.by_head("repair-credit-fact", record, **said)
        return record

    def vary(self, penalty: UUID) -> list[Fact]:
        """
        Have a penalty varied on review: a warning alone is left.
        """
        return self.do(
            "vary-decision",
            penalty,
            by=self.chief,
            changed_by=ChangedBy.REVIEW,
            reason="复议变更",
            effective_on=self.day,
            kinds=(PenaltyKind.WARNING,),
            fine_fen=0,
        )

    def publish(
        self,
        penalty: UUID,
        channel: Channel = Channel.OWN_SITE,
        grave: CreditClass = CreditClass.GENERAL,
    ) -> ItemPublished:
        """
        Have a penalty published.
        """
        (fact,) = self.do(
            "publish-penalty",
            penalty,
            by=self.discloser,
            channel=channel,
            credit_class=grave,
            class_ground="较大数额罚款",
        )
        assert isinstance(fact, ItemPublished)
        return fact
