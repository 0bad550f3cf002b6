"""
公开自办处罚: always of a unit, of a person for its social effect; served first.
"""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from domain.codes import make_resident_id
from domain.law.credit_classes import CreditClass
from domain.law.penalty_kinds import PenaltyKind
from domain.printed import PartyClass
from domain.publication.facts_of_ending import (
    NonPublicationDecided,
    NonPublicationGround,
)
from domain.publication.file import (
    Channel,
    PartyField,
    PublicationFlag,
    PublicText,
    Stage,
)
from domain.refusals import BeyondTheLaw, OutOfOrder
from tests.cases.publication.own import DECIDED_ON, DUE_ON, FELL_ON, Publisher
from tests.cases.published import penalty_shown, term_shown
from tests.cases.scene import MONDAY, SIGNER


@pytest.fixture
def bureau() -> Publisher:
    """A bureau that publishes, on a day on which terms of publicity are settled."""
    return Publisher(day=DECIDED_ON)


@pytest.fixture
def penalty(bureau: Publisher) -> UUID:
    """A penalty on a firm, decided on the spot and served with it."""
    return bureau.on_the_spot()


@pytest.fixture
def on_person(bureau: Publisher) -> UUID:
    """A penalty on a natural person."""
    return bureau.on_the_spot(person=SIGNER, fine_fen=10_000)


class TestPublishPenalty:
    @pytest.mark.procedure("PB-17")
    def test_of_a_unit(self, bureau: Publisher, penalty: UUID) -> None:
        """
        安全生产法78(2): it is public on the own site, with what was decided; the fact
        names the penalty and what it rests on.
        """
        fact = bureau.publish(penalty)

        decision = bureau.penalty(penalty).history[0]
        assert (fact.penalty, fact.record) == (penalty, None)
        assert fact.source_fact == fact.deed.cause == decision.id
        assert fact.deed.thread == bureau.penalty(penalty).thread
        assert penalty_shown(fact).party_name == "城东冶炼厂"
        assert penalty_shown(fact).party_class is PartyClass.UNIT
        assert penalty_shown(fact).authority.authority_name == "市应急管理局"
        assert penalty_shown(fact).decision_no == "罚当0001"
        assert penalty_shown(fact).fine_fen == 100_000
        assert term_shown(fact).until_on == date(2027, 5, 11)
        assert (fact.due_on, fact.flags) == (DUE_ON, ())

    @pytest.mark.procedure("PB-17")
    def test_a_mere_warning(self, bureau: Publisher) -> None:
        """
        安全生产法78(2): of every kind, also a warning, also of the minor class.
        """
        penalty = bureau.on_the_spot(fine_fen=0)

        fact = bureau.publish(penalty, credit_class=CreditClass.MINOR)

        assert penalty_shown(fact).kinds == (PenaltyKind.WARNING,)
        assert penalty_shown(fact).fine_fen is None

    def test_tags(self, bureau: Publisher, penalty: UUID) -> None:
        """
        INV-61: found by its penalty; only the own site answers the time from the
        decision.
        """
        own = {*bureau.publish(penalty).tags()}
        platform = {*bureau.publish(penalty, channel=Channel.CREDIT_PLATFORM).tags()}

        assert f"penalty/{penalty}/publication" in own & platform
        assert own - platform == {f"penalty/{penalty}/made-public"}

    @pytest.mark.procedure("PB-18")
    def test_of_a_person(self, bureau: Publisher, on_person: UUID) -> None:
        """
        行政处罚法48: for its social effect, and without the name: what is public cannot
        be taken back from who has read it.
        """
        fact = bureau.publish(on_person, social_effect="事故引起社会广泛关注")

        assert fact.enterprise is None
        assert fact.social_effect == "事故引起社会广泛关注"
        assert (penalty_shown(fact).party_name, penalty_shown(fact).uscc) == ("", "")
        assert PartyField.NAME.code in {each.field for each in fact.hidden}

    @pytest.mark.procedure("PB-20")
    @pytest.mark.parametrize("effect", ["", "  "])
    def test_of_a_person_without_effect(
        self, bureau: Publisher, on_person: UUID, effect: str
    ) -> None:
        """
        行政处罚法48: no social effect, no publication (restricted_field).
        """
        refusal = bureau.refused_publishing(on_person, social_effect=effect)

        assert isinstance(refusal, BeyondTheLaw)
        assert (refusal.code, refusal.under) == ("restricted_field", "行政处罚法48")

    @pytest.mark.procedure("PB-20")
    def test_a_text_that_shows_too_much(self, bureau: Publisher) -> None:
        """
        政府信息公开条例15: no identity number in a text (restricted_field); hidden, the
        rest is public.
        """
        penalty = bureau.on_the_spot()
        decision = bureau.office.facts[-2]
        told = f"李某{make_resident_id('22020219800101001')}未戴安全帽"
        bureau.office.facts[-2] = replace(decision, violation_fact=told)  # type: ignore[call-arg]  # a decision has it

        refusal = bureau.refused_publishing(penalty)
        fact = bureau.publish(penalty, hide=(PublicText.VIOLATION_FACT,))

        assert refusal.code == "restricted_field"
        assert refusal.facts["fields"] == (PublicText.VIOLATION_FACT,)
        texts = penalty_shown(fact).decision_texts
        assert texts is not None
        assert texts.violation_fact == ""
        assert texts.penalty_content
        assert "violation_fact" in {each.field for each in fact.hidden}

    @pytest.mark.procedure("PB-21")
    def test_on_the_platform(self, bureau: Publisher, penalty: UUID) -> None:
        """
        发改委令36号: on the credit platform for the term of its class.
        """
        fact = bureau.publish(
            penalty,
            channel=Channel.CREDIT_PLATFORM,
            credit_class=CreditClass.SERIOUS,
        )

        assert term_shown(fact).until_on == date(2029, 5, 11)
        assert term_shown(fact).limit is not None
        assert not term_shown(fact).unsettled

    @pytest.mark.procedure("PB-22")
    def test_a_minor_one_on_the_platform(
        self, bureau: Publisher, penalty: UUID
    ) -> None:
        """
        发改委令36号: a minor one is not published there (minor_not_published).
        """
        refusal = bureau.refused_publishing(
            penalty,
            channel=Channel.CREDIT_PLATFORM,
            credit_class=CreditClass.MINOR,
        )

        assert isinstance(refusal, BeyondTheLaw)
        assert refusal.code == "minor_not_published"

    def test_a_class_that_is_not_settled(
        self, bureau: Publisher, penalty: UUID
    ) -> None:
        """
        Nothing is public before its class is known, which decides for how long.
        """
        refusal = bureau.refused_publishing(penalty, credit_class=CreditClass.UNKNOWN)

        assert refusal.code == "class_unknown"

    def test_before_classes_had_terms(self) -> None:
        """
        安全生产法78(2): public also before the order on classes; the term is that of
        the first law that has one, and is marked as unsettled.
        """
        bureau = Publisher(day=MONDAY)

        fact = bureau.publish(bureau.on_the_spot())

        assert term_shown(fact).until_on == date(2027, 3, 2)
        assert term_shown(fact).unsettled

    @pytest.mark.parametrize(
        ("day", "flags"),
        [(DUE_ON, ()), (date(2026, 5, 21), (PublicationFlag.PUBLICATION_LATE,))],
    )
    def test_seven_working_days(
        self,
        bureau: Publisher,
        penalty: UUID,
        day: date,
        flags: tuple[PublicationFlag, ...],
    ) -> None:
        """
        安全生产法78(2): seven working days from the decision; later it is public all
        the same, and marked.
        """
        bureau.move_to(day)

        assert bureau.publish(penalty).flags == flags

    def test_twice(self, bureau: Publisher, penalty: UUID) -> None:
        """
        INV-61: once on a channel, and on the other as well.
        """
        item = bureau.publish(penalty).file

        refusal = bureau.refused_publishing(penalty)
        other = bureau.publish(penalty, channel=Channel.CREDIT_PLATFORM)

        assert (refusal.code, refusal.facts["publication"]) == ("public_already", item)
        assert other.file != item

    def test_one_that_fell(self, bureau: Publisher, penalty: UUID) -> None:
        """
        INV-61: only on a basis that stands.
        """
        bureau.move_to(FELL_ON)
        bureau.change("revoke-decision", penalty)

        assert bureau.refused_publishing(penalty).code == "decision_fallen"

    def test_while_it_is_challenged(self, bureau: Publisher, penalty: UUID) -> None:
        """
        行政复议法42: a review stops nothing; it is public with a remark.
        """
        remedy = bureau.challenge(penalty)
        assert bureau.publish(penalty).objected

        bureau.uphold(remedy)

        platform = bureau.publish(penalty, channel=Channel.CREDIT_PLATFORM)
        assert not platform.objected


class TestDecideNotToPublish:
    def decide(self, bureau: Publisher, penalty: UUID, **changes: object) -> object:
        """Decide that it is a state secret, or what else is said."""
        said = self.said(bureau, **changes)
        (fact,) = bureau.do("decide-not-to-publish", penalty, **said)
        return fact

    def said(self, bureau: Publisher, **changes: object) -> dict[str, object]:
        """What such a decision states."""
        return {
            "by": bureau.discloser,
            "non_publication_ground": NonPublicationGround.STATE_SECRET,
            "reason": "涉密单位，密级文件见附件",
            "approver": bureau.head,
            **changes,
        }

    @pytest.mark.procedure("PB-23")
    def test_on_a_ground(self, bureau: Publisher, penalty: UUID) -> None:
        """
        政府信息公开条例14: a state secret is not public; nothing is published then, on
        whatever channel.
        """
        fact = self.decide(bureau, penalty)

        assert isinstance(fact, NonPublicationDecided)
        assert bureau.item(fact.file).stage is Stage.NOT_PUBLISHED
        assert f"penalty/{penalty}/made-public" in fact.tags()
        for channel in Channel:
            assert bureau.refused_publishing(penalty, channel=channel).code == "ended"

    @pytest.mark.procedure("PB-23")
    def test_of_a_person(self, bureau: Publisher, on_person: UUID) -> None:
        """
        行政处罚法48: what has no social effect is not public.
        """
        ground = NonPublicationGround.NO_SOCIAL_EFFECT

        assert self.decide(bureau, on_person, non_publication_ground=ground)

    @pytest.mark.procedure("PB-24")
    @pytest.mark.parametrize(
        "changes",
        [
            {"non_publication_ground": NonPublicationGround.NO_SOCIAL_EFFECT},
            {"non_publication_ground": NonPublicationGround.MINOR_PERSON},
            {"reason": " "},
        ],
    )
    def test_without_a_ground(
        self, bureau: Publisher, penalty: UUID, changes: dict[str, object]
    ) -> None:
        """
        安全生产法78(2): a unit's penalty is public always; what the law allows for a
        person, and a ground that nobody explains, is no ground for it (no_ground).
        """
        said = self.said(bureau, **changes)

        refusal = bureau.refused("decide-not-to-publish", penalty, **said)

        assert isinstance(refusal, BeyondTheLaw)
        assert refusal.code == "no_ground"

    def test_nobody_approved(self, bureau: Publisher, penalty: UUID) -> None:
        """
        A head of the body approves it, nobody else.
        """
        said = self.said(bureau, approver=bureau.officers[1])

        refusal = bureau.refused("decide-not-to-publish", penalty, **said)

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "no_approval"

    @pytest.mark.parametrize("channel", list(Channel))
    def test_what_is_public(
        self, bureau: Publisher, penalty: UUID, channel: Channel
    ) -> None:
        """
        What is public somewhere is withdrawn, not kept back.
        """
        bureau.publish(penalty, channel=channel)

        refusal = bureau.refused("decide-not-to-publish", penalty, **self.said(bureau))

        assert refusal.code == "public_already"

    def test_twice(self, bureau: Publisher, penalty: UUID) -> None:
        """
        It is decided once.
        """
        self.decide(bureau, penalty)

        refusal = bureau.refused("decide-not-to-publish", penalty, **self.said(bureau))

        assert refusal.code == "ended"

    def test_published_after_a_correction(
        self, bureau: Publisher, penalty: UUID
    ) -> None:
        """
        INV-61: on a new source fact it can be public, in the same file.
        """
        fact = self.decide(bureau, penalty)
        assert isinstance(fact, NonPublicationDecided)
        bureau.correct_slip(penalty)

        assert bureau.publish(penalty).file == fact.file
