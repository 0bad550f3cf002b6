"""
Making an imported penalty public, by the rows of the procedure.
"""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from domain.base import Audience, Fact, Role
from domain.codes import make_resident_id
from domain.imported_record.acts import record_imported_status
from domain.imported_record.file import ImportedRecord
from domain.law.credit_classes import CreditClass
from domain.law.penalty_kinds import PenaltyKind
from domain.printed import (
    PartyClass,
    PenaltyTexts,
    PrintedAuthority,
    PrintedParty,
    PrintedTerm,
    PublicationBar,
    SourceStatus,
    StatedStatus,
)
from domain.procedures.linking import unlink_party
from domain.procedures.publishing import publish_batch, publish_item
from domain.publication.file import (
    BatchPublished,
    Channel,
    ItemPublished,
    Publication,
    PublicText,
)
from domain.refusals import BeyondTheLaw, OutOfOrder, Refused
from domain.values import Personal, day_of
from tests import controls
from tests.cases.imported import (
    NOW,
    PENALTY,
    TEXTS,
    ImportOffice,
    import_office,
    unit,
)
from tests.cases.published import penalty_shown, term_shown

WORKS = controls.CHEMICAL_WORKS
IDENTITY = make_resident_id("22020219800101001")


@pytest.fixture
def desk() -> ImportOffice:
    """
    A city bureau with one enterprise, in the middle of an import.
    """
    desk = import_office()
    desk.enterprise(WORKS)
    return desk


def publish(
    desk: ImportOffice,
    record: UUID,
    *,
    channel: Channel = Channel.OWN_SITE,
    credit_class: CreditClass = CreditClass.GENERAL,
    hide: tuple[PublicText, ...] = (),
) -> list[Fact]:
    """
    Publish a record as the disclosure officer of the city does.
    """
    return desk.does(
        publish_item,
        by=desk.actor(Role.DISCLOSURE_OFFICER),
        record=record,
        channel=channel,
        credit_class=credit_class,
        class_ground="较大数额罚款",
        hide=hide,
    )


def shown(facts: list[Fact]) -> ItemPublished:
    """
    Give the one publication among some facts.
    """
    (fact,) = facts
    assert isinstance(fact, ItemPublished)
    return fact


def refused(desk: ImportOffice, record: ImportedRecord, **changes: object) -> Refused:
    """
    Try to publish a record in vain.
    """
    with pytest.raises(Refused) as refusal:
        publish(desk, record.id, **changes)  # type: ignore[arg-type]  # the caller knows
    return refusal.value


def states(desk: ImportOffice, record: ImportedRecord, status: SourceStatus) -> None:
    """
    Record how a penalty stands at its source.
    """
    desk.does(
        record_imported_status,
        by=desk.importer,
        on=record.id,
        stated=StatedStatus(status),
    )


class TestPublishItem:
    @pytest.mark.procedure("PB-01")
    def test_ours_linked_and_in_term(self, desk: ImportOffice) -> None:
        """
        A linked penalty of the own body within its term becomes public; what is shown
        is in the fact, and everybody may read that fact.
        """
        record = desk.imported(unit(WORKS))

        fact = shown(publish(desk, record.id))

        assert fact.AUDIENCE is Audience.PUBLIC
        assert fact.enterprise == record.enterprise
        assert penalty_shown(fact).party_name == WORKS.name
        assert penalty_shown(fact).fine_fen == PENALTY.fine_fen
        assert fact.deed.thread == record.id
        assert fact.deed.cause == fact.source_fact == record.source_fact

    @pytest.mark.procedure("PB-03")
    @pytest.mark.parametrize("credit_class", [CreditClass.MINOR, CreditClass.SERIOUS])
    def test_every_class_on_the_own_site(
        self, desk: ImportOffice, credit_class: CreditClass
    ) -> None:
        """
        On the own site every penalty on a production unit is public, a mere warning
        and a minor one too.
        """
        decided = date(2026, 10, 8)
        warned = replace(PENALTY, kinds=(PenaltyKind.WARNING,), decided_on=decided)
        record = desk.imported(unit(WORKS), penalty=replace(warned, fine_fen=None))

        fact = shown(publish(desk, record.id, credit_class=credit_class))

        assert fact.credit_class is credit_class

    @pytest.mark.procedure("PB-03")
    def test_an_individual_business(self, desk: ImportOffice) -> None:
        """
        An individual business is a production unit, and public by its trade name.
        """
        desk.enterprise(controls.WORKSHOP)
        shop = unit(controls.WORKSHOP, party_class=PartyClass.HOUSEHOLD)

        fact = shown(publish(desk, desk.imported(shop).id))

        assert penalty_shown(fact).party_name == controls.WORKSHOP.name

    @pytest.mark.procedure("PB-04")
    def test_not_linked(self, desk: ImportOffice) -> None:
        """
        What is nobody's of the register is not public.
        """
        record = desk.imported(unit(controls.MINE))

        refusal = refused(desk, record)

        assert (refusal.code, type(refusal)) == ("unlinked", OutOfOrder)

    @pytest.mark.procedure("PB-04")
    def test_not_linked_any_more(self, desk: ImportOffice) -> None:
        """
        A link that was undone carries no publication.
        """
        record = desk.imported(unit(WORKS))
        desk.does(unlink_party, by=desk.importer, on=record.id, grounds="录错")

        assert refused(desk, record).code == "unlinked"

    @pytest.mark.procedure("PB-05")
    @pytest.mark.parametrize(
        "authority",
        [
            PrintedAuthority(controls.COUNTY_BUREAU.name, controls.COUNTY_BUREAU.uscc),
            PrintedAuthority(controls.CITY_BUREAU.name),
        ],
        ids=["another body's", "nobody's yet"],
    )
    def test_not_ours(self, desk: ImportOffice, authority: PrintedAuthority) -> None:
        """
        Whoever decided publishes; an authority that is not linked is not ours.
        """
        record = desk.imported(unit(WORKS), authority=authority)

        refusal = refused(desk, record)

        assert (refusal.code, type(refusal)) == ("not_ours", OutOfOrder)

    @pytest.mark.procedure("PB-07")
    @pytest.mark.parametrize("status", [SourceStatus.WITHDRAWN, SourceStatus.REPAIRED])
    def test_ended_at_its_source(
        self, desk: ImportOffice, status: SourceStatus
    ) -> None:
        """
        What its source withdrew or repaired is not made public.
        """
        record = desk.imported(unit(WORKS), stated=StatedStatus(status))

        refusal = refused(desk, record)

        assert (refusal.code, type(refusal)) == ("ended", OutOfOrder)

    def test_objected_to(self, desk: ImportOffice) -> None:
        """
        Review and suit do not keep a penalty from the public; it bears a remark.
        """
        record = desk.imported(unit(WORKS), stated=StatedStatus(SourceStatus.OBJECTED))

        assert shown(publish(desk, record.id)).objected

    @pytest.mark.procedure("PB-08")
    def test_of_unknown_class(self, desk: ImportOffice) -> None:
        """
        Nothing is public before it is settled how grave it is.
        """
        record = desk.imported(unit(WORKS))

        refusal = refused(desk, record, credit_class=CreditClass.UNKNOWN)

        assert (refusal.code, type(refusal)) == ("class_unknown", OutOfOrder)

    @pytest.mark.procedure("PB-09")
    def test_a_natural_person(self, desk: ImportOffice) -> None:
        """
        A person's penalty is public only for its social effect, which no import finds.
        """
        person = PrintedParty(PartyClass.PERSON, party_person=Personal("演示赵某"))
        record = desk.imported(person)

        refusal = refused(desk, record)

        assert (refusal.code, type(refusal)) == ("restricted_field", BeyondTheLaw)

    def test_a_business_under_its_owners_name(self, desk: ImportOffice) -> None:
        """
        An individual business without a trade name would show a person.
        """
        desk.enterprise(controls.WORKSHOP)
        owner = PrintedParty(
            PartyClass.HOUSEHOLD,
            party_person=Personal(controls.WORKSHOP.principal),
            uscc=controls.WORKSHOP.uscc,
        )

        assert refused(desk, desk.imported(owner)).code == "restricted_field"

    @pytest.mark.procedure("PB-10")
    def test_a_minor_one_on_the_credit_platform(self, desk: ImportOffice) -> None:
        """
        A minor breach stays off the credit platform.
        """
        decided = replace(PENALTY, decided_on=date(2026, 10, 8))
        record = desk.imported(unit(WORKS), penalty=decided)

        refusal = refused(
            desk,
            record,
            channel=Channel.CREDIT_PLATFORM,
            credit_class=CreditClass.MINOR,
        )

        assert (refusal.code, type(refusal)) == ("minor_not_published", BeyondTheLaw)

    def test_twice_on_one_channel(self, desk: ImportOffice) -> None:
        """
        A record is public once on a channel, and separately on each.
        """
        record = desk.imported(unit(WORKS))
        publish(desk, record.id)

        publish(desk, record.id, channel=Channel.CREDIT_PLATFORM)

        assert refused(desk, record).code == "public_already"

    def test_barred_at_its_source(self, desk: ImportOffice) -> None:
        """
        What its source does not publish is not published from an import.
        """
        barred = replace(PENALTY, bars=(PublicationBar.MARKED,))
        record = desk.imported(unit(WORKS), penalty=barred)

        assert refused(desk, record).code == "barred_at_source"


class TestTerm:
    def test_by_its_class(self, desk: ImportOffice) -> None:
        """
        A general breach is public for a year from the day of the decision.
        """
        fact = shown(publish(desk, desk.imported(unit(WORKS)).id))

        term = term_shown(fact)
        assert term.until_on == date(2027, 5, 20)
        assert term.limit is not None
        assert term.limit.rule == "CR.general.max"
        assert not term.unsettled

    @pytest.mark.parametrize(
        ("printed", "until"),
        [
            (date(2026, 12, 31), date(2026, 12, 31)),
            (date(2029, 5, 20), date(2027, 5, 20)),
        ],
    )
    def test_the_earlier_end(
        self, desk: ImportOffice, printed: date, until: date
    ) -> None:
        """
        Of the class's end and the one printed at the source, the earlier stands.
        """
        ending = replace(PENALTY, publicity=PrintedTerm(printed))
        record = desk.imported(unit(WORKS), penalty=ending)

        assert term_shown(shown(publish(desk, record.id))).until_on == until

    def test_decided_before_there_were_classes(self, desk: ImportOffice) -> None:
        """
        For a decision of before 2026-04-01 today's class is taken, and marked.
        """
        older = replace(PENALTY, decided_on=date(2025, 12, 1))

        fact = shown(publish(desk, desk.imported(unit(WORKS), penalty=older).id))

        assert term_shown(fact).until_on == date(2026, 12, 1)
        assert term_shown(fact).unsettled

    @pytest.mark.procedure("PB-06")
    @pytest.mark.parametrize(
        ("decided", "printed"),
        [
            (date(2025, 11, 22), None),
            (date(2026, 5, 20), PrintedTerm(date(2026, 11, 22))),
        ],
    )
    def test_over(
        self, desk: ImportOffice, decided: date, printed: PrintedTerm | None
    ) -> None:
        """
        The day after the term, by class or as printed, it is not published any more.
        """
        ended = replace(PENALTY, decided_on=decided, publicity=printed)

        refusal = refused(desk, desk.imported(unit(WORKS), penalty=ended))

        assert (refusal.code, type(refusal)) == ("term_over", OutOfOrder)

    def test_on_its_last_day(self, desk: ImportOffice) -> None:
        """
        The last day of the term is in time.
        """
        last = replace(PENALTY, publicity=PrintedTerm(day_of(NOW)))

        fact = shown(publish(desk, desk.imported(unit(WORKS), penalty=last).id))

        assert term_shown(fact).until_on == day_of(NOW)


class TestHidden:
    def test_a_text_with_an_identity_number(self, desk: ImportOffice) -> None:
        """
        A text with an identity number is refused and named; hidden, it is no hindrance.
        """
        texts = replace(TEXTS, violation_fact=Personal(f"李某{IDENTITY}无证上岗"))
        record = desk.imported(unit(WORKS), texts=texts)

        refusal = refused(desk, record)
        fact = shown(publish(desk, record.id, hide=(PublicText.VIOLATION_FACT,)))

        assert refusal.code == "restricted_field"
        assert refusal.facts["fields"] == (PublicText.VIOLATION_FACT,)
        assert penalty_shown(fact).texts.violation_fact is None

    def test_what_is_always_hidden(self, desk: ImportOffice) -> None:
        """
        Head, papers, address and telephone are never shown; the fact says by which law
        and as of which day.
        """
        party = unit(WORKS, legal_rep=Personal(WORKS.principal))

        fact = shown(publish(desk, desk.imported(party).id))

        hidden = {each.field: each for each in fact.hidden}
        assert set(hidden) == {"legal_rep", "id_numbers", "address_and_phone"}
        assert {each.law_on for each in fact.hidden} == {day_of(NOW)}
        assert all(each.provision for each in fact.hidden)
        assert WORKS.principal not in repr(fact.content)

    def test_only_what_was_chosen_is_hidden(self, desk: ImportOffice) -> None:
        """
        Texts that are not hidden are shown as they are.
        """
        texts = PenaltyTexts(violation_fact=Personal("甲"), remark=Personal("乙"))
        record = desk.imported(unit(WORKS), texts=texts)

        fact = shown(publish(desk, record.id, hide=(PublicText.REMARK,)))

        texts = penalty_shown(fact).texts
        assert texts.remark is None
        assert texts.violation_fact is not None
        assert texts.violation_fact.text == "甲"


class TestPublishBatch:
    @pytest.mark.procedure("PB-02")
    def test_each_as_if_alone(self, desk: ImportOffice) -> None:
        """
        A batch publishes each of its records, and is a file that names them.
        """
        records = self.two(desk)

        facts = self.batch(desk, records)

        assert [type(f) for f in facts] == [
            ItemPublished,
            ItemPublished,
            BatchPublished,
        ]
        batch = desk.office.file(facts[-1].file)
        assert isinstance(batch, Publication)
        assert batch.publications == tuple(fact.file for fact in facts[:2])

    def test_one_that_cannot_be(self, desk: ImportOffice) -> None:
        """
        One record that cannot be public refuses the batch, and is named.
        """
        good, bad = self.two(desk)
        desk.does(unlink_party, by=desk.importer, on=bad, grounds="录错")
        before = len(desk.office.facts)

        with pytest.raises(OutOfOrder) as refusal:
            self.batch(desk, (good, bad))

        assert (refusal.value.code, refusal.value.facts["record"]) == ("unlinked", bad)
        assert len(desk.office.facts) == before

    @pytest.mark.parametrize("times", [0, 2])
    def test_no_batch(self, desk: ImportOffice, times: int) -> None:
        """
        A batch names at least one record, and each once.
        """
        record = desk.imported(unit(WORKS)).id

        with pytest.raises(BeyondTheLaw) as refusal:
            self.batch(desk, (record,) * times)

        assert refusal.value.code == "no_such_batch"

    @staticmethod
    def two(desk: ImportOffice) -> tuple[UUID, UUID]:
        """
        Import two penalties of the chemical works.
        """
        other = replace(PENALTY, decision_no="（演）应急罚〔2026〕13号")
        first = desk.imported(unit(WORKS))
        return first.id, desk.imported(unit(WORKS), penalty=other).id

    @staticmethod
    def batch(desk: ImportOffice, records: tuple[UUID, ...]) -> list[Fact]:
        """
        Publish some records together.
        """
        return desk.does(
            publish_batch,
            by=desk.actor(Role.DISCLOSURE_OFFICER),
            records=records,
            channel=Channel.OWN_SITE,
            credit_class=CreditClass.GENERAL,
            class_ground="较大数额罚款",
        )
