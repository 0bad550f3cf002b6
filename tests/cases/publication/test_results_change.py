"""
INV-61: what is public of a result is put right with it, taken down with it, and what
was not public in time is marked.
"""

from datetime import date
from uuid import UUID

import pytest

from domain.base import Actor, Role
from domain.falling import ChangedBy, Fall
from domain.law.credit_classes import CreditClass
from domain.publication.facts_of_ending import (
    DelayCause,
    ItemTermEnded,
    NonPublicationDecided,
    NonPublicationGround,
    PublicationOverdue,
)
from domain.publication.file import (
    Channel,
    ItemCorrected,
    ItemWithdrawn,
    PublicationFlag,
    Stage,
    WithdrawalGround,
)
from domain.publication.result import ResultKind
from domain.refusals import BeyondTheLaw, OutOfOrder, OutOfTime
from domain.remedy.choices import Challenged, RemedyResult
from domain.suspension_order.file import SuspensionOrder
from domain.values import end_of
from tests.cases.publication.results import (
    COAL_DUE,
    GENERAL_DUE,
    ONE_DAY,
    PERMIT_DUE,
    Results,
)
from tests.cases.scene import UNTIL

LATER = date(2026, 3, 30)


@pytest.fixture
def bureau() -> Results:
    """A bureau that publishes."""
    return Results()


def withdrawn(
    bureau: Results, item: UUID, ground: WithdrawalGround, **said: object
) -> ItemWithdrawn:
    """Have it withdrawn."""
    terms = {"withdrawal_ground": ground, "reasons": "已不成立", **said}
    (fact,) = bureau.do("withdraw-item", item, by=bureau.discloser, **terms)
    assert isinstance(fact, ItemWithdrawn)
    return fact


def corrected(bureau: Results, item: UUID, **said: object) -> ItemCorrected:
    """Have it corrected."""
    terms = {"by": bureau.discloser, "reason": "结果已变更", **said}
    (fact,) = bureau.do("correct-item", item, **terms)
    assert isinstance(fact, ItemCorrected)
    return fact


def reviewed(bureau: Results, challenged: UUID, result: RemedyResult) -> None:
    """Have a review of a suspension decided."""
    said = {"challenged": challenged, "challenged_act": Challenged.SUSPENSION}
    who = {"by": bureau.clerk, "enterprise": bureau.enterprise}
    review = bureau.do("record-review-application", **said, **who, through_us=True)[
        0
    ].file
    bureau.do(
        "record-review-decision",
        review,
        by=bureau.clerk,
        remedy_result=result,
        authority_number="〔2026〕3号",
        effective_on=bureau.day,
    )


class TestCorrect:
    @pytest.mark.procedure("PB-63")
    def test_an_order_extended(self, bureau: Results) -> None:
        """
        INV-61: the last day that is shown is the one that holds.
        """
        hazard = bureau.ordered()
        item = bureau.publish(hazard, ResultKind.RECTIFICATION_ORDER).file
        asked = {"by": bureau.clerk, "reason": "设备未到", "asked_until": LATER}
        bureau.do("apply-extension", hazard, **asked)
        longer = {"by": bureau.chief, "rectify_until": LATER, "reason": "设备到货"}
        bureau.do("extend-deadline", hazard, **longer)

        fact = corrected(bureau, item)

        assert fact.result is not None
        assert fact.result.until_on == LATER
        assert fact.follows == bureau.hazard(hazard).last_fact
        assert (fact.about, fact.result_kind) == (
            hazard,
            ResultKind.RECTIFICATION_ORDER,
        )

    @pytest.mark.procedure("PB-63")
    def test_a_draw_after_its_hashes(self, bureau: Results) -> None:
        """
        INV-19: once its visits were made the hashes are opened, in the same place.
        """
        draw = bureau.committed()
        item = bureau.publish(draw, ResultKind.RANDOM_DRAW).file
        bureau.draw(draw)
        said = {"by": bureau.discloser, "reason": "公布抽取结果"}
        early = bureau.refused("correct-item", item, **said)
        bureau.give_up(draw)

        fact = corrected(bureau, item)

        assert early.code == "visits_ahead"
        assert fact.result is not None
        assert fact.result.draw is not None
        assert fact.result.draw.seed

    def test_nothing_changed(self, bureau: Results) -> None:
        """
        What is right is not corrected; nor is it given a class, which it has not.
        """
        item = bureau.publish(bureau.inspected(), ResultKind.INSPECTION).file
        said = {"by": bureau.discloser, "reason": "更正"}

        refusal = bureau.refused("correct-item", item, **said)
        graded = bureau.refused(
            "correct-item", item, **said, credit_class=CreditClass.MINOR
        )

        assert (refusal.code, graded.code) == (
            "nothing_to_correct",
            "result_has_no_class",
        )

    @pytest.mark.procedure("PB-64")
    def test_what_fell(self, bureau: Results) -> None:
        """
        INV-61: what fell is withdrawn, not put right.
        """
        permit = bureau.permitted()
        item = bureau.publish(permit, ResultKind.PERMIT).file
        bureau.revoke(permit)

        refusal = bureau.refused(
            "correct-item", item, by=bureau.discloser, reason="更正"
        )

        assert refusal.code == "decision_changed"


class TestWithdraw:
    @pytest.mark.procedure("PB-65")
    def test_revoked_on_review(self, bureau: Results) -> None:
        """
        国办发〔2018〕118号: annulled, it is taken down, promptly and without a number.
        """
        order = bureau.suspended()
        item = bureau.publish(order, ResultKind.SUSPENSION).file
        reviewed(bureau, order, RemedyResult.REVOKED)

        fact = withdrawn(bureau, item, WithdrawalGround.REVOKED, on=LATER)

        assert (fact.withdraw_limit, fact.flags) == (None, ())
        assert bureau.item(item).stage is Stage.WITHDRAWN

    @pytest.mark.procedure("PB-65")
    def test_revoked_by_the_body_itself(self, bureau: Results) -> None:
        """
        INV-61: a body that revokes its own suspension takes it down as well.
        """
        order = bureau.suspended()
        item = bureau.publish(order, ResultKind.SUSPENSION).file
        said = {"fall": Fall.REVOKED, "changed_by": ChangedBy.OWN}
        by = {"by": bureau.chief, "effective_on": LATER}
        bureau.do("set-suspension-aside", order, reason="自查有误", **said, **by)

        fact = withdrawn(bureau, item, WithdrawalGround.REVOKED)
        again = bureau.refused_publishing(order, ResultKind.SUSPENSION)

        assert fact.follows == bureau.read(SuspensionOrder, order).last_fact
        assert again.code == "result_fallen"

    @pytest.mark.procedure("PB-65")
    def test_rectified(self, bureau: Results) -> None:
        """
        003§B21: reported in time after all, the exposure has no basis.
        """
        hazard = bureau.ordered()
        bureau.overdue(hazard)
        item = bureau.publish(hazard, ResultKind.NOT_RECTIFIED).file
        bureau.report(hazard, said_at=end_of(UNTIL))

        fact = withdrawn(bureau, item, WithdrawalGround.ENDED_AT_SOURCE)

        assert fact.follows == bureau.hazard(hazard).last_fact

    @pytest.mark.procedure("PB-42", "PB-65")
    def test_released(self, bureau: Results) -> None:
        """
        安全生产法41(3): that the supervision is over is told, and the listing ends.
        """
        hazard = bureau.accepted()
        item = bureau.publish(hazard, ResultKind.SUPERVISION).file
        for act in ("verify-hazard", "delist-hazard", "release-supervision"):
            bureau.do(act, hazard, by=bureau.chief, opinion="同意")

        shown = bureau.shown(hazard, ResultKind.RELEASE)
        fact = withdrawn(bureau, item, WithdrawalGround.ENDED_AT_SOURCE)

        assert shown.decision_no == "应急督〔2026〕1号"
        assert fact.about == hazard

    @pytest.mark.procedure("PB-65", "PB-56")
    def test_a_permit_revoked(self, bureau: Results) -> None:
        """
        INV-61: a tombstone with its ground, and not public again on the same permit.
        """
        permit = bureau.permitted()
        item = bureau.publish(permit, ResultKind.PERMIT).file
        slip = bureau.publish(bureau.inspected(), ResultKind.INSPECTION)
        bureau.revoke(permit)
        assert slip.about is not None

        withdrawn(bureau, item, WithdrawalGround.LICENCE_REVOKED)
        withdrawn(bureau, slip.file, WithdrawalGround.ENTRY_ERROR)
        again = bureau.refused_publishing(slip.about, ResultKind.INSPECTION)

        assert again.code == "ended"
        assert bureau.item(item).withdrawal_ground is WithdrawalGround.LICENCE_REVOKED

    @pytest.mark.procedure("PB-66")
    def test_what_stands(self, bureau: Results) -> None:
        """
        行政复议法42: a review alone takes nothing down; it is remarked.
        """
        order = bureau.suspended()
        item = bureau.publish(order, ResultKind.SUSPENSION).file
        reviewed(bureau, order, RemedyResult.UPHELD)
        said = {"withdrawal_ground": WithdrawalGround.REVOKED, "reasons": "无"}

        refusal = bureau.refused("withdraw-item", item, by=bureau.discloser, **said)

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "basis_stands"


class TestKeepBack:
    def terms(self, bureau: Results, visit: UUID, **said: object) -> dict[str, object]:
        """Keep back the result of a visit."""
        return {
            "by": bureau.discloser,
            "about": visit,
            "result_kind": ResultKind.INSPECTION,
            "non_publication_ground": NonPublicationGround.STATE_SECRET,
            "reason": "涉密生产线",
            "approver": bureau.head,
            **said,
        }

    @pytest.mark.procedure("PB-59")
    def test_a_secret(self, bureau: Results) -> None:
        """
        政府信息公开条例14: on a ground of the law, approved, it is public nowhere.
        """
        visit = bureau.inspected()

        (fact,) = bureau.do("decide-not-to-publish-result", **self.terms(bureau, visit))
        refusal = bureau.refused_publishing(visit, ResultKind.INSPECTION)
        again = bureau.refused(
            "decide-not-to-publish-result", **self.terms(bureau, visit)
        )

        assert isinstance(fact, NonPublicationDecided)
        assert fact.result_kind is ResultKind.INSPECTION
        assert (refusal.code, again.code) == ("ended", "ended")

    @pytest.mark.procedure("PB-60")
    def test_without_a_ground(self, bureau: Results) -> None:
        """
        国办发〔2018〕118号: a ground for persons' penalties is none for a visit, and
        nobody keeps back alone, or what is public.
        """
        visit, ground = bureau.inspected(), NonPublicationGround.NO_SOCIAL_EFFECT
        act, other = "decide-not-to-publish-result", bureau.officers[0]

        wrong = bureau.refused(
            act, **self.terms(bureau, visit, non_publication_ground=ground)
        )
        alone = bureau.refused(act, **self.terms(bureau, visit, approver=other))
        bureau.publish(visit, ResultKind.INSPECTION)
        public = bureau.refused(act, **self.terms(bureau, visit))

        assert isinstance(wrong, BeyondTheLaw)
        assert wrong.code == "no_ground"
        assert (alone.code, public.code) == ("no_approval", "public_already")


class TestByTheClock:
    @pytest.mark.procedure("PB-61")
    @pytest.mark.parametrize(
        ("what", "due", "kind"),
        [
            ("inspected", GENERAL_DUE, ResultKind.INSPECTION),
            ("permitted", PERMIT_DUE, ResultKind.PERMIT),
            ("coal", COAL_DUE, ResultKind.SUSPENSION),
        ],
    )
    def test_not_public_in_time(
        self, bureau: Results, what: str, due: date, kind: ResultKind
    ) -> None:
        """
        INV-61: marked once; published after that in the same place (publication_late).
        """
        coal = what == "coal"
        make = bureau.suspended if coal else getattr(bureau, what)
        file = make(coal=True) if coal else make()

        (fact,) = bureau.by_the_clock(file, due + ONE_DAY)
        late = bureau.publish(file, kind)

        assert isinstance(fact, PublicationOverdue)
        assert (fact.result_kind, fact.days_late) == (kind, 1)
        assert fact.delay_cause is DelayCause.NOT_DONE
        assert late.file == fact.file
        assert late.flags == (PublicationFlag.PUBLICATION_LATE,)

    def test_each_of_two(self, bureau: Results) -> None:
        """
        煤矿安全生产条例49: suspension and resumption are told each, and marked each.
        """
        order = bureau.resumed()
        day = GENERAL_DUE + ONE_DAY

        one, other = (bureau.by_the_clock(order, day)[0] for _ in range(2))
        again = self.refused(bureau, order, day)

        assert {one.result_kind, other.result_kind} == {  # type: ignore[attr-defined]  # each is a mark
            ResultKind.SUSPENSION,
            ResultKind.RESUMPTION,
        }
        assert again == "flagged_already"

    def refused(self, bureau: Results, file: UUID, day: date) -> str:
        """Have the clock try in vain."""
        said = {"by": Actor(Role.CLOCK), "on": day, "hour": 1}
        return bureau.refused("mark-result-overdue", file, **said).code

    def test_done_in_time(self, bureau: Results) -> None:
        """
        INV-61: public, kept back or fallen on the last day, nothing is late.
        """
        shown, fell = bureau.inspected(), bureau.permitted()
        bureau.publish(shown, ResultKind.INSPECTION, on=PERMIT_DUE)
        bureau.revoke(fell)
        day = GENERAL_DUE + ONE_DAY

        assert self.refused(bureau, shown, day) == "done_in_time"
        assert self.refused(bureau, fell, day) == "done_in_time"

    def test_before_its_time(self, bureau: Results) -> None:
        """
        国办发〔2018〕118号: on the twentieth day it is in time; where nobody has to
        publish, nothing is late.
        """
        visit, hazard = bureau.inspected(), bureau.ordered()
        said = {"by": Actor(Role.CLOCK), "on": GENERAL_DUE}

        early = bureau.refused("mark-result-overdue", visit, **said)

        assert isinstance(early, OutOfTime)
        assert self.refused(bureau, hazard, LATER + ONE_DAY) == "no_time_set"
        assert self.refused(bureau, bureau.on_the_spot(), GENERAL_DUE) == "no_time_set"

    @pytest.mark.procedure("PB-67")
    def test_a_permit_runs_out(self, bureau: Results) -> None:
        """
        行政许可法70: a permit is public as long as it is valid.
        """
        last = date(2026, 6, 1)
        permit = bureau.permitted(valid_until=last)
        item = bureau.publish(permit, ResultKind.PERMIT).file
        said = {"by": Actor(Role.CLOCK), "on": last + ONE_DAY, "hour": 1}

        (fact,) = bureau.do("end-publicity", item, **said)
        refusal = bureau.refused_publishing(
            permit, ResultKind.PERMIT, channel=Channel.CREDIT_PLATFORM
        )

        assert isinstance(fact, ItemTermEnded)
        assert (fact.about, fact.until_on) == (permit, last)
        assert refusal.code == "term_over"
