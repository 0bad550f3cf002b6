"""
A penalty that is public, for cases and read models about what becomes of it.
"""

from datetime import date
from uuid import UUID

from domain.base import Role
from domain.imported_record.acts import correct_imported_record, record_imported_status
from domain.imported_record.changes import CorrectionSource
from domain.law.credit_classes import CreditClass
from domain.printed import SourceStatus, StatedStatus
from domain.procedures.changing_publications import correct_item, withdraw_item
from domain.procedures.publishing import publish_item
from domain.publication.file import (
    Channel,
    ItemCorrected,
    ItemPublished,
    ItemWithdrawn,
    Publication,
    PublicityTerm,
    PublishedPenalty,
    Stage,
    WithdrawalGround,
)
from tests import controls
from tests.cases.imported import import_office, unit

WORKS = controls.CHEMICAL_WORKS


def penalty_shown(
    shown: ItemPublished | ItemCorrected | Publication,
) -> PublishedPenalty:
    """
    Give what is shown of a penalty.
    """
    assert shown.content is not None
    return shown.content


def term_shown(shown: ItemPublished | ItemCorrected | Publication) -> PublicityTerm:
    """
    Give until when it is shown.
    """
    assert shown.term is not None
    return shown.term


class Public:
    """
    A penalty that is public on the city bureau's own site.
    """

    def __init__(self) -> None:
        """
        Import it and publish it.
        """
        self.desk = import_office()
        self.desk.enterprise(WORKS)
        self.record = self.desk.imported(unit(WORKS)).id
        self.item = self.publishes()

    def publishes(self) -> UUID:
        """
        Publish the record.
        """
        facts = self.desk.does(
            publish_item,
            by=self.desk.actor(Role.DISCLOSURE_OFFICER),
            record=self.record,
            channel=Channel.OWN_SITE,
            credit_class=CreditClass.GENERAL,
            class_ground="较大数额罚款",
        )
        return facts[0].file

    def corrects_record(self, **terms: object) -> None:
        """
        Correct the imported record after its source.
        """
        self.desk.does(
            correct_imported_record,
            by=self.desk.importer,
            on=self.record,
            correction_source=CorrectionSource.SOURCE,
            grounds="更正通知",
            **terms,
        )

    def states(self, status: SourceStatus, on: date | None = None) -> None:
        """
        Record the status at the source.
        """
        stated = StatedStatus(status, on)
        importer = self.desk.importer
        self.desk.does(
            record_imported_status, by=importer, on=self.record, stated=stated
        )

    def corrects(self, **terms: object) -> ItemCorrected:
        """
        Correct what is public.
        """
        (fact,) = self.desk.does(
            correct_item,
            by=self.desk.actor(Role.DISCLOSURE_OFFICER),
            on=self.item,
            reason="更正",
            **terms,
        )
        assert isinstance(fact, ItemCorrected)
        return fact

    def withdraws(self, ground: WithdrawalGround) -> ItemWithdrawn:
        """
        Withdraw what is public.
        """
        (fact,) = self.desk.does(
            withdraw_item,
            by=self.desk.actor(Role.DISCLOSURE_OFFICER),
            on=self.item,
            withdrawal_ground=ground,
            reasons="处罚决定已撤销",
        )
        assert isinstance(fact, ItemWithdrawn)
        return fact

    @property
    def stage(self) -> Stage:
        """
        How the publication stands.
        """
        item = self.desk.office.file(self.item)
        assert isinstance(item, Publication)
        return item.stage
