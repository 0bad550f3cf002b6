"""
Referrals that come late (逾期移送情节): each time of the regulation is left to run out
once, the clock flags it, and whoever was to act does so after all.
"""

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from domain.limits import Limit
from domain.referral.grounds import limits_begun
from services.commandline.demo.agenda import Telling
from services.commandline.demo.city import City
from services.commandline.demo.desk import CLOCK
from services.commandline.demo.hours import ONE_DAY, later, moment
from services.commandline.demo.suspicions import (
    BUREAU,
    OFFENCE,
    Matter,
    Setting,
    suspected,
)

_WITHHELD: Final = "flag-referral-withheld"
_DELAY: Final = "flag-referral-delay"

#: From which of the bureau's firms on these stories are set, and how many days ago.
_FIRST: Final = 5
_AGO: Final = (290, 170)


def late_referrals(city: City) -> Iterator[Telling]:
    """
    Give the referrals that come late.
    """
    firms = [f for f in city.firms if f.bureau == BUREAU and not f.is_gone]
    for nth, telling in enumerate((refused, kept_back)):
        day = later(city.until - timedelta(days=_AGO[nth]), 0)
        firm = firms[(_FIRST + nth) % len(firms)]
        yield telling(Setting(city, firm, f"referral/late/{nth}", day))


def kept_back(setting: Setting) -> Telling:
    """
    Tell a referral that its own body holds up at each link of the way, and that the
    police, who call it complex, do not decide either.
    """
    matter = yield from suspected(setting)
    yield from undecided(matter)
    yield from unsent(matter)
    yield from demanded_in_vain(matter)
    yield from matter.deliver(has_goods=True)
    yield from matter.soon()
    _copy(matter)
    yield from matter.soon()
    grave = {"reason": "案情重大复杂", "approved_by": "演示县公安局副局长"}
    matter.do("receive-referral", "police-wu", filing_ground="complex", **grave)
    yield from matter.soon()
    yield from not_supplemented(matter)
    yield from ran_out(matter, _DELAY, "RF.filing.complex")
    yield from matter.days(1)
    matter.do("file-criminal-case", "police-wu", criminal_case_no="（演示）刑立字3号")
    yield from not_handed_over(matter)


def refused(setting: Setting) -> Telling:
    """
    Tell a referral that the police refuse late, in which every answer after that is
    late as well, up to the reply that the procuratorate waits for.
    """
    matter = yield from suspected(setting)
    yield from matter.bring()
    yield from matter.soon()
    yield from not_verified(matter)
    yield from not_asked_again(matter)
    yield from not_reconsidered(matter)
    yield from not_supervised(matter)
    yield from not_explained(matter)
    yield from not_filed_as_ordered(matter)
    yield from not_replied(matter)


# -- by the body itself ---------------------------------------------------------------


def undecided(matter: Matter) -> Telling:
    """
    Tell that the head does not decide on the report within three days (RF.decide).
    """
    city, head = matter.city, matter.city.head(BUREAU)
    matter.do("name-referral-team", head, handlers=matter.firm.persons)
    yield from matter.soon()
    matter.do(
        "report-referral",
        matter.firm.lead,
        opinion="经核实涉嫌犯罪，建议移送公安机关",
        report=city.offices.paper(),
    )
    yield from ran_out(matter, _WITHHELD, "RF.decide")
    yield from matter.days(1)
    matter.do("decide-referral", city.second_head(BUREAU), decision="transfer")


def unsent(matter: Matter) -> Telling:
    """
    Tell that the case is not delivered to the police within a day of the decision
    (RF.send).
    """
    yield from ran_out(matter, _WITHHELD, "RF.send")


def demanded_in_vain(matter: Matter) -> Telling:
    """
    Tell that the case is not delivered within three days of the procuratorate's demand
    either (RF.must_transfer).
    """
    yield from matter.days(2)
    matter.do(
        "demand-transfer",
        matter.city.clerk(BUREAU),
        reasons="检察机关发现应当移送而未移送",
        evidence=(matter.city.offices.paper(),),
    )
    yield from ran_out(matter, _WITHHELD, "RF.must_transfer")
    yield from matter.days(1)


def not_supplemented(matter: Matter) -> Telling:
    """
    Tell that the papers which the police ask for are not sent within three days
    (RF.supplement).
    """
    matter.do("request-supplement", "police-wu", requirements="企业许可档案")
    yield from ran_out(matter, _DELAY, "RF.supplement")
    yield from matter.days(1)
    matter.do(
        "provide-supplement",
        matter.firm.lead,
        done="已补送许可档案复印件",
        evidence=(matter.city.offices.paper(),),
    )


def not_handed_over(matter: Matter) -> Telling:
    """
    Tell that the goods of the case are not handed over within three days of its filing
    (RF.handover).
    """
    yield from ran_out(matter, _DELAY, "RF.handover")
    yield from matter.days(1)
    _hand_over(matter)


def not_asked_again(matter: Matter) -> Telling:
    """
    Tell that the body lets three days pass after the refusal before it asks the police
    to reconsider (RF.reconsider).
    """
    yield from ran_out(matter, _DELAY, "RF.reconsider")
    yield from matter.days(1)
    head = matter.city.head(BUREAU)
    matter.do("request-filing-reconsideration", head, grounds="具有现实危险，应当立案")


def not_supervised(matter: Matter) -> Telling:
    """
    Tell that the body does not suggest supervision within three days of the second
    refusal (RF.supervise).
    """
    yield from ran_out(matter, _DELAY, "RF.supervise")
    yield from matter.days(1)
    matter.do(
        "suggest-filing-supervision",
        matter.city.head(BUREAU),
        procuratorate=matter.city.offices.bodies["procuratorate"],
        grounds="有犯罪事实需要追究刑事责任",
    )


def not_replied(matter: Matter) -> Telling:
    """
    Tell that the body does not answer the procuratorate's opinion within two months
    (RF.reply).
    """
    city = matter.city
    _hand_over(matter)
    yield from matter.days(10)
    matter.do(
        "transfer-for-prosecution",
        "police-wu",
        offence=OFFENCE,
        procuratorate=city.offices.bodies["procuratorate"],
    )
    yield from matter.days(10)
    matter.do("decide-non-prosecution", "procurator-zheng", reasons="犯罪情节轻微")
    yield from matter.soon()
    opinion = {"opinion": "建议给予行政处罚", "evidence": (city.offices.paper(),)}
    matter.do("receive-prosecutor-opinion", "procurator-zheng", **opinion)
    yield from matter.soon()
    reasons = "不起诉，移送有关主管机关处理"
    matter.do("return-case-for-penalty", "procurator-zheng", reasons=reasons)
    yield from ran_out(matter, _DELAY, "RF.reply")
    yield from matter.days(1)
    head = city.head(BUREAU)
    matter.do("answer-prosecutor-opinion", head, reply="已按规定启动行政处罚程序")
    yield from matter.soon()
    matter.do("close-referral", head, reasons="已反向移送，恢复行政处理")


# -- by the police --------------------------------------------------------------------


def not_verified(matter: Matter) -> Telling:
    """
    Tell that the police, who are to verify a clue, decide nothing within seven days
    (RF.filing.check).
    """
    verifying = {"filing_ground": "to_verify", "reason": "许可情况需要查证"}
    matter.do("receive-referral", "police-wu", **verifying)
    yield from ran_out(matter, _DELAY, "RF.filing.check")
    yield from matter.days(1)
    matter.do("decline-filing", "police-wu", reasons="认为情节显著轻微")


def not_reconsidered(matter: Matter) -> Telling:
    """
    Tell that the police do not decide on the request within three days
    (RF.reconsider.decide).
    """
    yield from ran_out(matter, _DELAY, "RF.reconsider.decide")
    yield from matter.days(1)
    upheld = {"reconsidered": "upheld", "reasons": "维持原决定"}
    matter.do("reconsider-filing", "police-wu", **upheld)


def not_explained(matter: Matter) -> Telling:
    """
    Tell that the police do not give their reasons within seven days of the demand
    (RF.explain).
    """
    yield from matter.days(2)
    matter.do(
        "demand-filing-reasons", "procurator-zheng", requirements="说明不立案理由"
    )
    yield from ran_out(matter, _DELAY, "RF.explain")
    yield from matter.days(1)
    matter.do("give-filing-reasons", "police-wu", reasons="现场危险已消除")


def not_filed_as_ordered(matter: Matter) -> Telling:
    """
    Tell that the police do not file within fifteen days of the order (RF.order_file).
    """
    yield from matter.days(2)
    ordered = {"supervised": "order_to_file", "reasons": "不立案理由不能成立"}
    matter.do("conclude-filing-supervision", "procurator-zheng", **ordered)
    yield from ran_out(matter, _DELAY, "RF.order_file")
    yield from matter.days(1)
    matter.do(
        "file-criminal-case",
        "police-wu",
        criminal_case_no="（演示）刑立字4号",
        second_answer_cause="order",
    )
    yield from matter.soon()


# -- what they share ------------------------------------------------------------------


def ran_out(matter: Matter, act: str, rule: str) -> Telling:
    """
    Tell that a time runs out and the clock flags it; nothing where the law of the day
    sets none.
    """
    assert matter.id is not None
    facts = matter.story.read(matter.id).history
    begun: list[Limit] = [each for fact in facts for each in limits_begun(fact)]
    limits = [limit for limit in begun if limit.rule == rule]
    if not limits:
        return
    limit = limits[-1]
    if limit.last_at is not None:
        yield limit.ends_at + timedelta(minutes=1)
    else:
        yield moment(limit.ends_on + ONE_DAY, 0, 0, second=31)
    matter.story.do(act, CLOCK, file=matter.id, at=limit.ends_at)


def _copy(matter: Matter) -> None:
    """
    Have the procuratorate told.
    """
    to = matter.city.offices.bodies["procuratorate"]
    matter.do("copy-referral", matter.city.clerk(BUREAU), procuratorate=to)


def _hand_over(matter: Matter) -> None:
    """
    Have the goods handed over.
    """
    items = ({"item_name": "现场检查记录原件", "quantity": "一册"},)
    lead = matter.firm.lead
    matter.do("hand-over-goods", lead, handed_items=items, party_told=True)
