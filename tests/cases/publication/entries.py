"""
Entries of lists, published by the acts themselves.
"""

from datetime import date
from uuid import UUID

from domain.base import Actor, Role
from domain.law.list_grounds import PersonCapacity
from domain.list_entry.choices import RevocationGround
from domain.printed import ListColour
from domain.publication.facts_of_announcing import ListAnnounced
from domain.publication.file import Channel, ItemPublished, Publication
from domain.remedy.choices import Challenged
from domain.values import Personal
from tests.cases.list_entry.listed import Lists
from tests.cases.scene import PHOTO

LISTED_ON = date(2026, 3, 2)
#: The twentieth working day after it.
DUE_ON = date(2026, 3, 30)
LATE = date(2026, 3, 31)
ZHANG: dict[str, object] = {
    "person": Personal("张三"),
    "identity_number": Personal("演示身份号码一"),
}


class PublicLists(Lists):
    """
    A bureau that tells everybody who is on its lists.
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
        return {"by": self.discloser, "channel": Channel.OWN_SITE, **changes}

    def show(self, entry: UUID, **changes: object) -> ItemPublished:
        """
        Publish an entry.
        """
        (fact,) = self.do("publish-entry", entry, **self.terms(**changes))
        assert isinstance(fact, ItemPublished)
        return fact

    def listed_person(self) -> UUID:
        """
        Have a person listed.
        """
        penalty = self.on_the_spot(**ZHANG, fine_fen=100_00)
        principal = PersonCapacity.PRINCIPAL
        said = {"person_capacity": principal, "employer": self.enterprise}
        return self.listed(penalty, **ZHANG, **said)

    def take_back(self, entry: UUID, reasons: str = "认定事实有误") -> None:
        """
        Have an entry revoked by the body itself.
        """
        self.do(
            "revoke-entry",
            entry,
            by=self.chief,
            revocation_ground=RevocationGround.OWN_CORRECTION,
            reasons=reasons,
            effective_on=self.day,
        )

    def restore(self, entry: UUID) -> None:
        """
        Have an entry restored that was removed by fraud.
        """
        said = {"reasons": "虚假承诺", "evidence": (PHOTO,)}
        self.do("restore-entry", entry, by=self.chief, **said)

    def contest(self, entry: UUID) -> None:
        """
        Have a review of a listing applied for.
        """
        terms = self.reviewing(entry, challenged_act=Challenged.LISTING)
        self.do("record-review-application", None, **terms)

    def announcement(self, *items: UUID, **changes: object) -> dict[str, object]:
        """
        Give the terms of an announcement of the black list.
        """
        return {
            "by": self.discloser,
            "colour": ListColour.BLACK,
            "channel": Channel.OWN_SITE,
            "since_on": LISTED_ON,
            "until_on": self.day,
            "publications": items,
            **changes,
        }

    def announce(self, *items: UUID) -> ListAnnounced:
        """
        Announce entries together.
        """
        (fact,) = self.do("announce-list", **self.announcement(*items))
        assert isinstance(fact, ListAnnounced)
        return fact

    def item(self, file: UUID) -> Publication:
        """
        Load a publication.
        """
        return self.read(Publication, file)
