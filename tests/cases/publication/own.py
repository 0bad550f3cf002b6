"""
Penalties of a body's own, published and changed by the acts themselves.
"""

from datetime import date, timedelta
from uuid import UUID

from domain.base import Actor, Fact, Role
from domain.falling import ChangedBy
from domain.law.credit_classes import CreditClass
from domain.penalty.choices import CorrectedPart
from domain.publication.file import (
    Channel,
    ItemCorrected,
    ItemPublished,
    ItemWithdrawn,
    Publication,
    WithdrawalGround,
)
from domain.refusals import Refused
from domain.values import end_of
from tests.cases.penalty.decided import Bureau

#: A Monday; the rules on terms of publicity are in force.
DECIDED_ON = date(2026, 5, 11)
#: The seventh working day after it.
DUE_ON = date(2026, 5, 20)
#: A day on which a decision of the scene falls.
FELL_ON = date(2026, 6, 1)
#: The third working day after it, and the one that follows.
IN_TIME, LATE = date(2026, 6, 4), date(2026, 6, 5)


class Publisher(Bureau):
    """
    A bureau whose penalties are published.
    """

    @property
    def discloser(self) -> Actor:
        """
        Act as the disclosure officer.
        """
        return Actor(Role.DISCLOSURE_OFFICER, self.officers[3], self.bureau)

    def terms(self, **changes: object) -> dict[str, object]:
        """
        Give the terms of a publication on the own site.
        """
        return {
            "by": self.discloser,
            "channel": Channel.OWN_SITE,
            "credit_class": CreditClass.GENERAL,
            "class_ground": "较大数额罚款",
            **changes,
        }

    def publish(self, penalty: UUID, **changes: object) -> ItemPublished:
        """
        Publish a penalty.
        """
        (fact,) = self.do("publish-penalty", penalty, **self.terms(**changes))
        assert isinstance(fact, ItemPublished)
        return fact

    def refused_publishing(self, penalty: UUID, **changes: object) -> Refused:
        """
        Try to publish a penalty in vain.
        """
        return self.refused("publish-penalty", penalty, **self.terms(**changes))

    def correct(self, item: UUID, **changes: object) -> ItemCorrected:
        """
        Correct what is public.
        """
        said = {"by": self.discloser, "reason": "更正", **changes}
        (fact,) = self.do("correct-item", item, **said)
        assert isinstance(fact, ItemCorrected)
        return fact

    def withdraw(self, item: UUID, ground: WithdrawalGround) -> ItemWithdrawn:
        """
        Withdraw what is public.
        """
        said = {"withdrawal_ground": ground, "reasons": "决定已撤销"}
        (fact,) = self.do("withdraw-item", item, by=self.discloser, **said)
        assert isinstance(fact, ItemWithdrawn)
        return fact

    def change(self, act: str, penalty: UUID, **terms: object) -> list[Fact]:
        """
        Have a court change a decision from a day on.
        """
        said = {
            "by": self.clerk,
            "changed_by": ChangedBy.COURT,
            "reason": "主要证据不足",
            "effective_on": FELL_ON,
            **terms,
        }
        return self.do(act, penalty, **said)

    def correct_slip(self, penalty: UUID) -> str:
        """
        Have a slip of a decision corrected.

        Returns:
            The fact.
        """
        (fact,) = self.do(
            "correct-decision",
            penalty,
            by=self.chief,
            corrected_part=CorrectedPart.WORDING,
            passage="警示标志",
            altered_to="安全警示标志牌",
            reason="录入笔误",
        )
        return fact.id

    def item(self, file: UUID) -> Publication:
        """
        Load a publication.
        """
        return self.read(Publication, file)

    def by_the_clock(self, act: str, file: UUID, day: date) -> list[Fact]:
        """
        Do an act of the clock on a day, for the end of the day before.
        """
        ended = end_of(day - timedelta(days=1))
        return self.do(act, file, by=Actor(Role.CLOCK), on=day, hour=1, said_at=ended)
