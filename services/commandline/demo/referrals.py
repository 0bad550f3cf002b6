"""
Suspected crimes (移送情节): what becomes of them with the police, and without.
"""

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from services.commandline.demo.agenda import Telling
from services.commandline.demo.city import City, Firm
from services.commandline.demo.desk import CLOCK
from services.commandline.demo.hours import (
    ONE_DAY,
    in_office,
    later,
    minutes_after,
    moment,
    morning,
    next_day,
)
from services.commandline.demo.people_names import a_name
from services.commandline.demo.suspicions import (
    BUREAU,
    OFFENCE,
    Matter,
    Setting,
    suspected,
)

_JUDGMENT: Final = "（演示）刑初1号"


def referred(city: City) -> Iterator[Telling]:
    """
    Give the stories of suspected crimes that every city has.
    """
    firms = [f for f in city.firms if f.bureau == BUREAU and not f.is_gone]
    for nth, (telling, ago) in enumerate(
        (
            (judged, 235),
            (disputed, 150),
            (not_prosecuted, 145),
            (returned, 70),
            (withheld, 52),
        )
    ):
        day = later(city.until - timedelta(days=ago), 0)
        yield telling(Setting(city, firms[nth % len(firms)], f"referral/{nth}", day))
    yield told_each_other(city, firms[0])


def judged(setting: Setting) -> Telling:
    """
    Tell a case that is filed, prosecuted, judged and closed.
    """
    city, matter = setting.city, (yield from suspected(setting))
    yield from matter.sent_up()
    matter.do(
        "decide-prosecution",
        "procurator-zheng",
        offence=OFFENCE,
        court=city.offices.bodies["court"],
    )
    yield from matter.days(20)
    for suspect_no, fine_fen, sentence in ((1, 20_000_000, ""), (2, 0, "拘役三个月")):
        matter.do(
            "record-judgment",
            "judge-shen",
            judgment_no=_JUDGMENT,
            suspect_no=suspect_no,
            guilty=True,
            criminal_fine_fen=fine_fen,
            offence=OFFENCE,
            sentence=sentence,
        )
        yield from matter.soon()
    yield from matter.days(15)
    clerk = city.clerk(BUREAU)
    matter.do(
        "complete-sentence",
        clerk,
        judgment_no=_JUDGMENT,
        completed_on=matter.story.today,
        suspect_no=2,
    )
    yield from matter.soon()
    head = city.head(BUREAU)
    matter.do("close-referral", head, reasons="已判决并执行完毕")
    yield from matter.led_to.close()


def disputed(setting: Setting) -> Telling:
    """
    Tell a case that is forwarded, declined, reconsidered, supervised, filed as ordered
    and dismissed in the end.
    """
    city, matter = setting.city, (yield from suspected(setting))
    head = city.head(BUREAU)
    yield from matter.bring()
    yield from matter.soon()
    matter.do("receive-referral", "police-wu")
    yield from matter.soon()
    matter.do(
        "forward-referral",
        "police-wu",
        police=city.offices.bodies["police_branch"],
        reason="犯罪地在分局辖区",
    )
    yield from matter.soon()
    matter.do(
        "receive-referral",
        "police-fang",
        filing_ground="to_verify",
        reason="许可情况需要查证",
    )
    yield from matter.soon()
    matter.do("decline-filing", "police-fang", reasons="认为情节显著轻微")
    yield from matter.soon()
    matter.do("request-filing-reconsideration", head, grounds="具有现实危险，应当立案")
    yield from matter.soon()
    matter.do(
        "reconsider-filing",
        "police-fang",
        reconsidered="upheld",
        reasons="维持原决定",
    )
    yield from matter.soon()
    matter.do(
        "suggest-filing-supervision",
        head,
        procuratorate=city.offices.bodies["procuratorate"],
        grounds="有犯罪事实需要追究刑事责任",
    )
    yield from _supervised(matter)


def _supervised(matter: Matter) -> Telling:
    """
    Tell how the police are ordered to file, do so, and give the case up after all.
    """
    yield from matter.days(2)
    matter.do(
        "demand-filing-reasons", "procurator-zheng", requirements="说明不立案理由"
    )
    yield from matter.soon()
    matter.do("give-filing-reasons", "police-fang", reasons="现场危险已消除")
    yield from matter.days(3)
    matter.do(
        "conclude-filing-supervision",
        "procurator-zheng",
        supervised="order_to_file",
        reasons="不立案理由不能成立",
    )
    yield from matter.days(2)
    matter.do(
        "file-criminal-case",
        "police-fang",
        criminal_case_no="（演示）刑立字2号",
        second_answer_cause="order",
    )
    yield from matter.days(20)
    matter.do(
        "dismiss-criminal-case",
        "police-fang",
        reasons="情节显著轻微，不认为是犯罪",
        advice="建议依法追究行政责任",
    )


def not_prosecuted(setting: Setting) -> Telling:
    """
    Tell a case that is not prosecuted and comes back for a penalty.
    """
    city, matter = setting.city, (yield from suspected(setting))
    yield from matter.sent_up()
    matter.do("decide-non-prosecution", "procurator-zheng", reasons="犯罪情节轻微")
    yield from matter.soon()
    matter.do(
        "receive-prosecutor-opinion",
        "procurator-zheng",
        opinion="建议给予行政处罚",
        evidence=(city.offices.paper(),),
    )
    yield from matter.soon()
    matter.do(
        "return-case-for-penalty",
        "procurator-zheng",
        reasons="不起诉，移送有关主管机关处理",
    )
    yield from matter.days(10)
    head = city.head(BUREAU)
    matter.do("answer-prosecutor-opinion", head, reply="已按规定启动行政处罚程序")
    yield from matter.soon()
    matter.do("close-referral", head, reasons="已反向移送，恢复行政处理")
    yield from matter.led_to.close()


def returned(setting: Setting) -> Telling:
    """
    Tell a case that the police give back, and that is dealt with alone then.
    """
    city, matter = setting.city, (yield from suspected(setting))
    yield from matter.bring()
    yield from matter.soon()
    matter.do("receive-referral", "police-wu")
    yield from matter.soon()
    matter.do("return-referral", "police-wu", reason="不属于公安机关管辖")
    yield from matter.days(1)
    matter.do(
        "resume-after-refusal",
        city.head(BUREAU),
        reasons="经研究不再移送，恢复行政处理",
    )


def withheld(setting: Setting) -> Telling:
    """
    Tell a case that is kept back, flagged, demanded by the procuratorate, delivered,
    and left lying by the police.
    """
    city, matter = setting.city, (yield from suspected(setting))
    yield from _flagged(matter, "flag-referral-withheld", days=11)
    yield from matter.days(2)
    matter.do(
        "demand-transfer",
        city.clerk(BUREAU),
        reasons="检察机关发现应当移送而未移送",
        evidence=(city.offices.paper(),),
    )
    yield from matter.soon()
    yield from matter.deliver()
    yield from _flagged(matter, "flag-referral-delay", days=1)
    yield from _flagged(matter, "flag-referral-delay", days=1)
    yield from _flagged(matter, "flag-referral-delay", days=2)
    yield in_office(matter.story.rng, next_day(matter.story.now))
    matter.do(
        "copy-referral",
        city.clerk(BUREAU),
        procuratorate=city.offices.bodies["procuratorate"],
    )


def _flagged(matter: Matter, act: str, *, days: int) -> Telling:
    """
    Tell that the clock flags what was left undone, some midnights ahead.
    """
    day = matter.story.today + days * ONE_DAY
    yield moment(day, 0, 0, second=13)
    at = matter.story.now - timedelta(seconds=14)
    matter.story.do(act, CLOCK, file=matter.id, at=at)


def told_each_other(city: City, firm: Firm) -> Telling:
    """
    Tell what bodies tell and ask each other besides.
    """
    story, offices = city.story("liaison"), city.offices
    lead = city.offices["officer-wang"]
    yield in_office(story.rng, later(city.until - timedelta(days=85), 0))
    story.do(
        "notify-clue",
        lead,
        receiver=offices.bodies["police"],
        clue="群众反映某仓库夜间装卸不明危险化学品（演示）",
    )
    yield minutes_after(story.rng, story.now, (5, 20))
    asked = story.do(
        "request-co-investigation",
        offices["police-wu"],
        receiver=offices.bodies[BUREAU],
        requirements=f"请提供{firm.name}近两年的检查情况",
        until_on=story.today + timedelta(days=10),
    )
    yield morning(story.rng, next_day(story.now, 2))
    story.do(
        "answer-co-investigation",
        lead,
        file=asked.file,
        reply="检查记录复印件已随函附送",
        evidence=(offices.paper(),),
    )
    yield minutes_after(story.rng, story.now, (5, 20))
    story.do(
        "refer-official-misconduct",
        lead,
        receiver=offices.bodies["commission"],
        official=a_name(story.rng),
        official_post="演示镇安监站工作人员",
        misconduct="收受企业礼金，为其隐瞒隐患（演示）",
    )
