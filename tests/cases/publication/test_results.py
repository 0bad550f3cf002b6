"""
三项制度: what a body found, ordered, allowed and drew is public, and nobody is named.
"""

from dataclasses import asdict
from datetime import date

import pytest

from domain.hazard.choices import HazardLevel
from domain.inspection.choices import Mode
from domain.limits import Limit
from domain.printed import PartyClass
from domain.publication.file import Channel, PublicationFlag, PublicText
from domain.publication.result import ResultKind
from domain.random_draw.lots import drawn_lots, pool_hash
from domain.refusals import BeyondTheLaw, OutOfOrder
from tests.cases.publication.results import (
    COAL_DUE,
    GENERAL_DUE,
    ISSUER,
    ONE_DAY,
    PERMIT_DUE,
    Results,
)
from tests.cases.random_draw.drawn import SEED
from tests.cases.scene import MONDAY, SIGNER, UNTIL
from tests.cases.yard import SOMEBODY

WORKS = "城东冶炼厂"
PHONE = "联系人电话13804510000"


@pytest.fixture
def bureau() -> Results:
    """A bureau that publishes."""
    return Results()


class TestVisits:
    @pytest.mark.procedure("PB-38")
    def test_an_inspection(self, bureau: Results) -> None:
        """
        国办发〔2018〕118号, INV-61: what it came to, under the fact that says so, in
        twenty working days.
        """
        visit = bureau.inspected()

        fact = bureau.publish(visit, ResultKind.INSPECTION)

        assert fact.result is not None
        assert (fact.result.party_name, fact.result.outcome) == (WORKS, "nothing_found")
        assert fact.result.violations_count == 0
        assert fact.result.authority.authority_name == ISSUER
        assert fact.source_fact == bureau.visit(visit).last_fact
        assert (fact.due_on, fact.flags) == (GENERAL_DUE, ())
        assert f"file/{visit}/publication" in fact.tags()
        assert "id_numbers" in {each.field for each in fact.hidden}

    @pytest.mark.procedure("PB-39")
    def test_a_re_inspection(self, bureau: Results) -> None:
        """
        安全生产法65: that it was accepted, also where nobody went there again.
        """
        hazard = bureau.accepted()

        shown = bureau.shown(hazard, ResultKind.REINSPECTION)

        assert (shown.outcome, shown.result_text) == ("rectified", "已整改")

    @pytest.mark.procedure("PB-53")
    def test_not_concluded(self, bureau: Results) -> None:
        """
        A visit under way has no result yet, and a result is of its own kind of file.
        """
        visit = bureau.opened()

        early = bureau.refused_publishing(visit, ResultKind.INSPECTION)
        wrong = bureau.refused_publishing(visit, ResultKind.PERMIT)

        assert isinstance(early, OutOfOrder)
        assert (early.code, wrong.code) == ("no_such_result",) * 2

    @pytest.mark.procedure("PB-58")
    def test_on_the_credit_platform(self, bureau: Results) -> None:
        """
        发改办财金〔2018〕424号: the platform takes permits and penalties.
        """
        platform = {"channel": Channel.CREDIT_PLATFORM}

        refusal = bureau.refused_publishing(
            bureau.inspected(), ResultKind.INSPECTION, **platform
        )

        assert isinstance(refusal, BeyondTheLaw)
        assert refusal.code == "not_for_platform"

    @pytest.mark.procedure("PB-55")
    def test_twice(self, bureau: Results) -> None:
        """
        INV-61: once on a channel.
        """
        visit = bureau.inspected()
        bureau.publish(visit, ResultKind.INSPECTION)

        refusal = bureau.refused_publishing(visit, ResultKind.INSPECTION)

        assert refusal.code == "public_already"


class TestHazards:
    @pytest.mark.procedure("PB-40")
    def test_an_order(self, bureau: Results) -> None:
        """
        安全生产法65: what has to be rectified until when; the law sets no time for it.
        """
        hazard = bureau.ordered(HazardLevel.ORDINARY)

        fact = bureau.publish(hazard, ResultKind.RECTIFICATION_ORDER)

        assert fact.result is not None
        assert fact.result.result_text == "重新设置安全距离"
        assert (fact.result.until_on, fact.due_on) == (UNTIL, None)

    @pytest.mark.procedure("PB-41")
    def test_a_listing(self, bureau: Results) -> None:
        """
        INV-11: number, requirements and last day, and who listed it.
        """
        shown = bureau.shown(bureau.listed(), ResultKind.SUPERVISION)

        assert shown.decision_no == "应急督〔2026〕1号"
        assert (shown.result_text, shown.until_on) == ("限期整改", UNTIL)
        assert (shown.party_name, shown.authority.authority_name) == (WORKS, ISSUER)

    @pytest.mark.procedure("PB-43")
    def test_a_failure_to_rectify(self, bureau: Results) -> None:
        """
        003§B21: who has not rectified in time is exposed.
        """
        hazard = bureau.ordered()
        bureau.overdue(hazard)

        shown = bureau.shown(hazard, ResultKind.NOT_RECTIFIED)

        assert (shown.party_name, shown.until_on) == (WORKS, UNTIL)

    @pytest.mark.procedure("PB-57")
    def test_a_telephone_number(self, bureau: Results) -> None:
        """
        政府信息公开条例15: a text with somebody's number is shown to nobody; hidden,
        the rest can be.
        """
        hazard = bureau.graded(HazardLevel.ORDINARY)
        said = {"measures": PHONE, "rectify_until": UNTIL, "danger": False}
        bureau.do("order-rectification", hazard, **said)
        kind, hide = ResultKind.RECTIFICATION_ORDER, (PublicText.RESULT_TEXT,)

        refusal = bureau.refused_publishing(hazard, kind)
        fact = bureau.publish(hazard, kind, hide=hide)

        assert refusal.code == "restricted_field"
        assert fact.result is not None
        assert PHONE not in str(asdict(fact.result))
        assert "result_text" in {each.field for each in fact.hidden}


class TestProduction:
    @pytest.mark.procedure("PB-44")
    @pytest.mark.parametrize(("coal", "due"), [(False, GENERAL_DUE), (True, COAL_DUE)])
    def test_a_suspension(self, bureau: Results, due: date, *, coal: bool) -> None:
        """
        国办发〔2018〕118号, 煤矿安全生产条例49: in twenty working days, in five.
        """
        order = bureau.suspended(coal=coal)

        fact = bureau.publish(order, ResultKind.SUSPENSION)

        assert fact.result is not None
        assert (fact.result.result_text, fact.due_on) == ("冶炼车间", due)

    @pytest.mark.procedure("PB-45")
    def test_a_resumption(self, bureau: Results) -> None:
        """
        煤矿安全生产条例49: it is announced as the suspension was, beside it.
        """
        order = bureau.resumed()
        stop = bureau.publish(order, ResultKind.SUSPENSION)

        fact = bureau.publish(order, ResultKind.RESUMPTION)

        assert fact.file != stop.file
        assert fact.source_fact == bureau.order(order).last_fact

    @pytest.mark.procedure("PB-46")
    def test_a_closure(self, bureau: Results) -> None:
        """
        安全生产法113: the government decided, and is named.
        """
        shown = bureau.shown(bureau.closed(), ResultKind.CLOSURE)

        assert shown.decision_no == "市政函〔2026〕3号"
        assert shown.authority.authority_name == "市人民政府"
        assert shown.closure_ground == "still_unfit"

    @pytest.mark.procedure("PB-47")
    def test_a_site_banned(self, bureau: Results) -> None:
        """
        个人信息保护法6: who ran it is a natural person, and not named.
        """
        fact = bureau.publish(bureau.banned(), ResultKind.SITE_BANNED)

        assert fact.result is not None
        assert (fact.result.party_name, fact.result.party_class) == (
            "",
            PartyClass.PERSON,
        )
        assert "name" in {each.field for each in fact.hidden}


class TestPermits:
    @pytest.mark.procedure("PB-48")
    def test_on_both_channels(self, bureau: Results) -> None:
        """
        发改办财金〔2018〕424号: within seven working days, as long as it is valid.
        """
        permit = bureau.permitted()

        facts = [
            bureau.publish(permit, ResultKind.PERMIT, channel=each) for each in Channel
        ]

        assert {fact.due_on for fact in facts} == {PERMIT_DUE}
        assert all(f.term and f.term.until_on == date(2029, 3, 1) for f in facts)
        assert all(f.result and f.result.decision_no == "黑〔2026〕1号" for f in facts)

    @pytest.mark.procedure("PB-49")
    def test_of_another_issuer(self, bureau: Results) -> None:
        """
        国办发〔2018〕118号: whoever decides publishes; no time runs for another's.
        """
        permit = bureau.permitted(issuer="省应急管理厅")

        refusal = bureau.refused_publishing(permit, ResultKind.PERMIT)

        assert refusal.code == "not_ours"
        assert bureau.limits(permit) == [None]
        assert isinstance(bureau.limits(bureau.permitted(permit_no="2"))[0], Limit)

    @pytest.mark.procedure("PB-54")
    def test_revoked(self, bureau: Results) -> None:
        """
        INV-61: what is revoked is not made public any more.
        """
        permit = bureau.permitted()
        bureau.revoke(permit)

        refusal = bureau.refused_publishing(permit, ResultKind.PERMIT)

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "result_fallen"

    @pytest.mark.procedure("PB-62")
    def test_late(self, bureau: Results) -> None:
        """
        Late it is published all the same, and marked (publication_late).
        """
        permit = bureau.permitted()

        fact = bureau.publish(permit, ResultKind.PERMIT, on=PERMIT_DUE + ONE_DAY)

        assert fact.flags == (PublicationFlag.PUBLICATION_LATE,)


class TestDraws:
    @pytest.mark.procedure("PB-50")
    def test_before_it_is_drawn(self, bureau: Results) -> None:
        """
        国办发〔2015〕58号: whoever reads the hashes can see later that nothing was
        exchanged; who may be drawn is not told before.
        """
        shown = bureau.shown(bureau.committed(), ResultKind.RANDOM_DRAW)

        assert shown.draw is not None
        assert len(shown.draw.pool_sha256) == len(shown.draw.seed_commitment) == 64
        assert (shown.draw.seed, shown.draw.enterprise_pool) == ("", ())
        assert (shown.party_name, shown.party_class) == ("", None)

    @pytest.mark.procedure("PB-51")
    def test_anybody_can_draw_again(self, bureau: Results) -> None:
        """
        INV-19: seed, pools and result, with what was overridden and why; it follows
        from what is public alone.
        """
        draw = bureau.visited()

        shown = bureau.shown(draw, ResultKind.RANDOM_DRAW).draw

        assert shown is not None
        pools = (shown.enterprise_pool, shown.officer_pool)
        counts = (shown.visits_count, shown.officers_each_count)
        (again,) = drawn_lots(SEED, shown.commitment_sha256, pools=pools, counts=counts)
        (override,) = shown.overrides
        assert pool_hash(*pools) == shown.pool_sha256
        assert again.enterprise == override.enterprise
        assert override.override_reason == "抽中人员应当回避"
        assert shown.visits[0].inspectors == override.inspectors
        assert shown.visits[0].party_name

    @pytest.mark.procedure("PB-52")
    def test_a_visit_to_come(self, bureau: Results) -> None:
        """
        INV-20: of an unannounced visit the enterprise hears on arrival, not from us.
        """
        draw = bureau.drawn()

        refusal = bureau.refused_publishing(draw, ResultKind.RANDOM_DRAW)

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "visits_ahead"

    def test_nobody_is_named(self, bureau: Results) -> None:
        """
        个人信息保护法6: of those drawn the firms are named, the officers are numbers.
        """
        draw = bureau.visited()

        fact = bureau.publish(draw, ResultKind.RANDOM_DRAW)

        assert fact.result is not None
        said = str(asdict(fact.result))
        assert not any(f"'{name}'" in said for name in "甲乙丙丁戊")


@pytest.mark.parametrize(
    ("make", "kind"),
    [
        ("inspected", ResultKind.INSPECTION),
        ("accepted", ResultKind.REINSPECTION),
        ("ordered", ResultKind.RECTIFICATION_ORDER),
        ("listed", ResultKind.SUPERVISION),
        ("defied", ResultKind.SUSPENSION),
        ("resumed", ResultKind.RESUMPTION),
        ("closed", ResultKind.CLOSURE),
        ("banned", ResultKind.SITE_BANNED),
        ("permitted", ResultKind.PERMIT),
        ("visited", ResultKind.RANDOM_DRAW),
    ],
)
def test_no_natural_person_is_shown(
    bureau: Results, make: str, kind: ResultKind
) -> None:
    """
    INV-61, 个人信息保护法6: who signed, ran the place, found or decided it is in the
    record, and in nothing that is public.
    """
    shown = bureau.publish(getattr(bureau, make)(), kind)

    said = str(asdict(shown.result or pytest.fail("nothing is shown")))
    names = {SIGNER.text, SOMEBODY.text, "局长", "副局长", *map(repr, "甲乙丙丁戊")}
    assert not [name for name in names if name in said]


def test_random_visits_have_their_result(bureau: Results) -> None:
    """
    INS-04: the visit that was drawn is published like any other.
    """
    draw = bureau.drawn()
    visit = bureau.visit_drawn(draw)
    bureau.begin(visit, **bureau.goers(draw))
    bureau.conclude_visit(visit, **bureau.goers(draw))

    shown = bureau.shown(visit, ResultKind.INSPECTION)

    assert bureau.visit(visit).mode is Mode.RANDOM
    assert shown.decided_on == MONDAY
