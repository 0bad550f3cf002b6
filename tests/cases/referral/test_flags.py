"""
警示: what keeps a case from the police, or is left undone, is flagged by the clock.
"""

from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest

from domain.acts import ACTS
from domain.audit_trail.file import AuditTrail, Breach, RuleBreachFlagged
from domain.base import FACTS, Actor, Role
from domain.recording import facts_of
from domain.referral.choices import FilingGround, Outcome, Stage
from domain.referral.facts_of_suspicion import ReferralWithheldFlagged
from domain.refusals import NotCompetent, OutOfOrder, OutOfTime
from tests.cases.referral.justice import WITH_GOODS, Justice
from tests.cases.scene import moment

CLOCK = Actor(Role.CLOCK)
#: Long after every time of the scene is over.
SUMMER = date(2026, 8, 3)


@pytest.fixture
def justice() -> Justice:
    """A bureau in Xinzhou, and whom it refers to."""
    return Justice("001")


def withheld(justice: Justice, referral: UUID, on: date) -> ReferralWithheldFlagged:
    """
    Have the clock flag a withheld referral.
    """
    (fact,) = justice.do("flag-referral-withheld", referral, by=CLOCK, on=on)
    assert isinstance(fact, ReferralWithheldFlagged)
    return fact


def delayed(justice: Justice, referral: UUID, on: date) -> list[RuleBreachFlagged]:
    """
    Have the clock flag what is late.
    """
    facts = justice.do("flag-referral-delay", referral, by=CLOCK, on=on, hour=23)
    return [fact for fact in facts if isinstance(fact, RuleBreachFlagged)]


def breaches(justice: Justice, referral: UUID, on: date) -> list[Breach]:
    """
    Have the clock flag what is late, and say what.
    """
    return [fact.breach for fact in delayed(justice, referral, on)]


class TestWithheld:
    @pytest.mark.procedure("RF-05")
    def test_never_reported(self, justice: Justice) -> None:
        """
        INV-01, 国务院令310号16: the first link, by the outer limit of the pack.
        """
        fact = withheld(justice, justice.suspected(), SUMMER)

        assert fact.limit_passed.rule == "RF.report"
        assert justice.stage(fact.file) is Stage.SUSPECTED

    def test_never_decided(self, justice: Justice) -> None:
        """
        INV-01: the second link, three days from the report.
        """
        fact = withheld(justice, justice.reported_crime(), date(2026, 3, 6))

        assert fact.limit_passed.rule == "RF.decide"

    @pytest.mark.procedure("RF-16")
    def test_never_delivered(self, justice: Justice) -> None:
        """
        INV-01: the third link, 24 hours from the decision.
        """
        fact = withheld(justice, justice.to_be_transferred(), date(2026, 3, 4))

        assert fact.limit_passed.rule == "RF.send"

    @pytest.mark.procedure("RF-13")
    def test_verified_without_end(self, justice: Justice) -> None:
        """
        PROCEDURE 2.4: the time for the report runs anew, once, and is flagged too.
        """
        referral = justice.reported_crime()
        justice.decide(referral, Outcome.VERIFY_FURTHER, reasons="主体不清")

        fact = withheld(justice, referral, SUMMER)

        assert fact.limit_passed.rule == "RF.report"
        assert justice.stage(referral) is Stage.VERIFYING

    @pytest.mark.procedure("RF-62")
    def test_not_transferred_on_demand(self, justice: Justice) -> None:
        """
        应急〔2019〕54号17: three days from the demand.
        """
        referral = justice.suspected()
        justice.do(
            "demand-transfer", referral, by=justice.procurator, reasons="应当移送"
        )

        fact = withheld(justice, referral, SUMMER)

        assert fact.limit_passed.rule == "RF.must_transfer"

    def test_done_late_is_flagged_all_the_same(self, justice: Justice) -> None:
        """
        INV-01: what comes later neither keeps a flag back nor takes it away.
        """
        referral = justice.reported_crime()
        justice.decide(referral, Outcome.TRANSFER, on=date(2026, 3, 9))
        justice.deliver(referral)

        fact = withheld(justice, referral, SUMMER)

        assert fact.limit_passed.rule == "RF.decide"

    def test_each_link_by_itself(self, justice: Justice) -> None:
        """
        PROCEDURE 3: flagged when any of the three links is late, not only the sum.
        """
        referral = justice.reported_crime()
        justice.decide(referral, Outcome.TRANSFER, on=date(2026, 3, 9))
        justice.deliver(referral, on=date(2026, 3, 12))

        facts = justice.do("flag-referral-withheld", referral, by=CLOCK, on=SUMMER)

        rules = [vars(fact)["limit_passed"].rule for fact in facts]
        assert rules == ["RF.decide", "RF.send"]

    def test_once(self, justice: Justice) -> None:
        """
        INV-01: one flag for one link.
        """
        referral = justice.reported_crime()
        withheld(justice, referral, SUMMER)

        refusal = justice.refused(
            "flag-referral-withheld", referral, by=CLOCK, on=SUMMER
        )

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "nothing_to_flag"

    def test_while_the_time_runs(self, justice: Justice) -> None:
        """
        国务院令310号5: the last day is still in time.
        """
        refusal = justice.refused(
            "flag-referral-withheld",
            justice.reported_crime(),
            by=CLOCK,
            on=date(2026, 3, 5),
            hour=23,
        )

        assert isinstance(refusal, OutOfTime)
        assert refusal.code == "time_not_over"

    def test_all_in_time(self, justice: Justice) -> None:
        """
        INV-01: a case that went its way has nothing to flag.
        """
        refusal = justice.refused(
            "flag-referral-withheld", justice.transferred(), by=CLOCK, on=SUMMER
        )

        assert refusal.code == "nothing_to_flag"

    def test_nobody_else_writes_it(self, justice: Justice) -> None:
        """
        INV-01: no person raises the flag, and no act answers it or takes it back.
        """
        assert {name for name in ACTS if ReferralWithheldFlagged in facts_of(name)} == {
            "flag-referral-withheld"
        }
        assert ACTS["flag-referral-withheld"].said.by == {Role.CLOCK}
        refusal = justice.refused(
            "flag-referral-withheld",
            justice.reported_crime(),
            by=justice.principal,
            on=SUMMER,
        )
        assert isinstance(refusal, NotCompetent)


class TestDelay:
    @pytest.mark.procedure("RF-18", "RF-21")
    def test_neither_copied_nor_signed_for(self, justice: Justice) -> None:
        """
        应急〔2019〕54号8, INV-03: not_copied is the body's breach, no_receipt the
        police's; the time for filing runs from the delivery.
        """
        referral = justice.transferred()

        facts = delayed(justice, referral, date(2026, 3, 3))

        assert {fact.breach: fact.deed.body for fact in facts} == {
            Breach.NOT_COPIED: justice.bureau,
            Breach.NO_RECEIPT: justice.police_body,
        }
        assert all(fact.about == referral for fact in facts)
        told = [body for fact in facts for _, body in fact.hand_overs()]
        assert told == [justice.bureau]
        later = breaches(justice, referral, date(2026, 3, 6))
        assert later == [Breach.FILING_LATE]

    def test_copied_and_signed_for(self, justice: Justice) -> None:
        """
        应急〔2019〕54号8, 9: in time, with nothing to flag.
        """
        referral = justice.received()

        refusal = justice.refused(
            "flag-referral-delay", referral, by=CLOCK, on=date(2026, 3, 4)
        )

        assert isinstance(refusal, OutOfTime)

    @pytest.mark.procedure("RF-27")
    @pytest.mark.parametrize(
        ("ground", "in_time", "over"),
        [
            (FilingGround.PLAIN, date(2026, 3, 5), date(2026, 3, 6)),
            (FilingGround.TO_VERIFY, date(2026, 3, 9), date(2026, 3, 10)),
            (FilingGround.COMPLEX, date(2026, 4, 1), date(2026, 4, 2)),
        ],
    )
    def test_no_answer(
        self, justice: Justice, ground: FilingGround, in_time: date, over: date
    ) -> None:
        """
        INV-03: filing_late, by the time whose ground was recorded.
        """
        referral = justice.transferred()
        justice.copy(referral)
        justice.do(
            "receive-referral",
            referral,
            by=justice.police,
            filing_ground=ground,
            reason="线索不清",
            approved_by="县局局长",
        )
        justice.refused("flag-referral-delay", referral, by=CLOCK, on=in_time, hour=23)

        assert breaches(justice, referral, over) == [Breach.FILING_LATE]
        assert justice.stage(referral) is Stage.RECEIVED

    def test_answered_on_the_last_day(self, justice: Justice) -> None:
        """
        国务院令310号8: by the day of the decision, not of our knowing it.
        """
        referral = justice.received()
        said_at = moment(date(2026, 3, 5))
        justice.file_case(referral, on=date(2026, 3, 7), said_at=said_at)

        refusal = justice.refused("flag-referral-delay", referral, by=CLOCK, on=SUMMER)

        assert refusal.code == "nothing_to_flag"

    @pytest.mark.procedure("RF-33")
    @pytest.mark.parametrize("stage", ["declined", "declined_again"])
    def test_a_refusal_is_left_standing(self, justice: Justice, stage: str) -> None:
        """
        INV-03: no_answer_to_refusal, of the body that had three days.
        """
        referral = getattr(justice, stage)()

        (fact,) = delayed(justice, referral, date(2026, 3, 6))

        assert fact.breach is Breach.NO_ANSWER_TO_REFUSAL
        assert fact.deed.body == justice.bureau

    @pytest.mark.parametrize("act", ["suggest", "resume"])
    def test_a_refusal_is_answered(self, justice: Justice, act: str) -> None:
        """
        INV-03: supervision, or a reasoned resumption, is an answer.
        """
        referral = justice.declined()
        answers: dict[str, Callable[[], object]] = {
            "suggest": lambda: justice.suggest(referral),
            "resume": lambda: justice.do(
                "resume-after-refusal", referral, by=justice.chief, reasons="认可"
            ),
        }
        answers[act]()

        refusal = justice.refused("flag-referral-delay", referral, by=CLOCK, on=SUMMER)

        assert refusal.code == "nothing_to_flag"

    @pytest.mark.procedure("RF-46")
    def test_an_order_is_ignored(self, justice: Justice) -> None:
        """
        高检2001规定10: order_to_file_ignored, after fifteen days.
        """
        referral = justice.ordered_to_file()

        (fact,) = delayed(justice, referral, date(2026, 3, 18))

        assert fact.breach is Breach.ORDER_TO_FILE_IGNORED
        assert fact.deed.body == justice.police_body

    @pytest.mark.procedure("RF-59")
    def test_an_opinion_is_not_answered(self, justice: Justice) -> None:
        """
        高检发释字〔2021〕4号: reply_late, after two months.
        """
        referral = justice.not_prosecuted()
        justice.do(
            "receive-prosecutor-opinion",
            referral,
            by=justice.clerk,
            opinion="应当给予行政处罚",
        )

        assert breaches(justice, referral, date(2026, 5, 3)) == [Breach.REPLY_LATE]

    @pytest.mark.parametrize(
        "done", [pytest.param(False, marks=pytest.mark.procedure("RF-63")), True]
    )
    def test_goods_are_kept(self, justice: Justice, *, done: bool) -> None:
        """
        国务院令310号12: the goods follow in three days, or the body is flagged; a case
        given up in that time asks for none.
        """
        justice.papers = WITH_GOODS
        referral = justice.filed()
        if done:
            justice.do(
                "dismiss-criminal-case", referral, by=justice.police, reasons="无罪"
            )
            self._nothing(justice, referral)
            return
        (fact,) = delayed(justice, referral, date(2026, 3, 6))

        assert fact.breach is Breach.HANDOVER_LATE
        assert fact.deed.body == justice.bureau

    @pytest.mark.parametrize(
        "answered", [pytest.param(False, marks=pytest.mark.procedure("RF-64")), True]
    )
    def test_papers_are_not_sent(self, justice: Justice, *, answered: bool) -> None:
        """
        公安机关办理刑事案件程序规定180: three days; an answer of the police without
        them ends the wait.
        """
        referral = justice.received()
        asked = {"requirements": "企业许可档案"}
        justice.do("request-supplement", referral, by=justice.police, **asked)
        if answered:
            justice.file_case(referral)
            self._nothing(justice, referral)
            return
        found = {f.breach: f.deed.body for f in delayed(justice, referral, SUMMER)}

        assert found == {
            Breach.FILING_LATE: justice.police_body,
            Breach.SUPPLEMENT_LATE: justice.bureau,
        }

    @pytest.mark.procedure("RF-65")
    def test_a_reconsideration_is_left(self, justice: Justice) -> None:
        """
        国务院令310号9: the police decide in three days of the request.
        """
        (fact,) = delayed(justice, justice.reconsidering(), date(2026, 3, 6))

        assert fact.breach is Breach.RECONSIDERATION_LATE
        assert fact.deed.body == justice.police_body
        assert [body for _, body in fact.hand_overs()] == [justice.bureau]

    @pytest.mark.procedure("RF-66")
    def test_no_reasons_are_given(self, justice: Justice) -> None:
        """
        高检2001规定10: the police give their reasons in seven days of the demand.
        """
        referral = justice.supervised()
        terms = {"requirements": "说明不立案理由"}
        justice.do("demand-filing-reasons", referral, by=justice.procurator, **terms)

        (fact,) = delayed(justice, referral, date(2026, 3, 10))

        assert fact.breach is Breach.EXPLANATION_LATE
        assert fact.deed.body == justice.police_body

    def test_filed_after_all(self, justice: Justice) -> None:
        """
        国务院令310号9: a refusal that the police took back in time needs no answer.
        """
        referral = justice.declined()
        justice.file_case(referral)

        self._nothing(justice, referral)

    def _nothing(self, justice: Justice, referral: UUID) -> None:
        refusal = justice.refused("flag-referral-delay", referral, by=CLOCK, on=SUMMER)
        assert refusal.code == "nothing_to_flag"

    def test_once(self, justice: Justice) -> None:
        """
        INV-03: one flag for what one fact began; it is a file of its own.
        """
        referral = justice.declined()
        (fact,) = delayed(justice, referral, SUMMER)

        refusal = justice.refused("flag-referral-delay", referral, by=CLOCK, on=SUMMER)

        assert refusal.code == "nothing_to_flag"
        assert justice.read(AuditTrail, fact.file).about == referral


class TestNobodySuppresses:
    """
    甘委发〔2017〕28号11, INV-01: the body that is flagged can see it, and no more.
    """

    def test_a_trail_holds_flags_alone(self) -> None:
        """
        There is no fact by which one would be answered or taken back, and no act of any
        role that can be done on it.
        """
        kinds = {topic for topic in FACTS if topic.startswith(f"{AuditTrail.TOPIC}.")}
        acts = [a.name for a in ACTS.values() if AuditTrail in a.file_kinds]

        assert kinds == {RuleBreachFlagged.TOPIC}
        assert not acts

    def test_whoever_flags_is_no_body(self) -> None:
        """
        By the clock alone: no role of a body begins one either.
        """
        flagging = {name: act for name, act in ACTS.items() if "flag-" in name}

        assert flagging
        assert all(act.said.by == {CLOCK.role} for act in flagging.values())

    def test_what_is_done_after_it_leaves_it(self, justice: Justice) -> None:
        """
        The body does all that it had left undone; what was flagged stays, and is not
        flagged anew.
        """
        referral = justice.reported_crime()
        justice.decide(referral, Outcome.TRANSFER, on=date(2026, 3, 9))
        flags = justice.do("flag-referral-withheld", referral, by=CLOCK, on=SUMMER)
        justice.deliver(referral)
        justice.copy(referral)

        assert flags
        assert {flag.id for flag in flags} <= {
            fact.id for fact in justice.referral(referral).history
        }
        refusal = justice.refused(
            "flag-referral-withheld", referral, by=CLOCK, on=SUMMER
        )
        assert refusal.code in {"flagged_already", "nothing_to_flag"}
