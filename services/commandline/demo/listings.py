"""
Stories of lists (名单情节): black and red, what partners do, and what falls.
"""

from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from types import MappingProxyType
from typing import Final
from uuid import UUID

from domain.base import Actor
from services.commandline.demo.agenda import Telling
from services.commandline.demo.archives import LISTED
from services.commandline.demo.city import City, Firm
from services.commandline.demo.desk import CLOCK, Story
from services.commandline.demo.fined import Fined, Spot
from services.commandline.demo.hours import in_office, later, moment, next_day
from services.commandline.demo.showcase import GONE

#: The rules of the black list are in force from this day on.
RULES_FROM: Final = date(2023, 10, 1)

_BUREAU: Final = "city"
_SECTORS: Final = frozenset(("coal_mine", "mine", "hazardous_chemicals", "industry"))
_RED_CONDITIONS: Final = (
    "promise_kept",
    "no_dishonesty",
    "no_penalty",
    "no_fatal_accident",
    "standard_level_1",
    "no_joint_discipline",
)
_TOLD: Final[Mapping[str, object]] = MappingProxyType(
    {
        "reasons": "未依法取得许可从事生产，受到行政处罚",
        "legal_basis": "应急管理部令第11号第七条第一项",
    }
)
_MEASURES: Final = ("publicity", "no_funds")
_DECIDED: Final[Mapping[str, object]] = MappingProxyType(
    {
        **_TOLD,
        "management_measures": _MEASURES,
        "repair_conditions": "履行处罚决定、消除影响、未再发生应当列入的情形",
        "repair_way": "满十二个月后向本机关书面申请",
    }
)


def on_lists(city: City) -> Iterator[Telling]:
    """
    Give the stories of lists.
    """
    if city.until - timedelta(days=150) >= RULES_FROM:
        yield fallen_with_its_penalty(city)
        yield declined(city)
        yield corrected(city)
        yield listed(city)
    yield honest(city)


#: Passes time, and names a file that was opened.
Making = Generator[datetime, None, UUID]


@dataclass
class Listing:
    """
    An entry while it is told.

    Args:
        city: The city.
        story: Told in this one.
        firm: Whose it is.
        fined: The penalty that it rests on.
        entry: Its file.
    """

    city: City
    story: Story
    firm: Firm
    fined: Fined
    entry: UUID

    @property
    def head(self) -> Actor:
        """
        Who decides for the body.
        """
        return self.city.head(_BUREAU)

    def next_day(self, count: int = 1) -> Telling:
        """
        Tell that some working days pass.
        """
        yield in_office(self.story.rng, next_day(self.story.now, count))

    def decide(self, act: str, **terms: object) -> None:
        """
        Have a head do an act on it.
        """
        self.story.do(act, self.head, file=self.entry, more=terms)

    def notify(self) -> None:
        """
        Have the firm told.
        """
        self.decide("notify-entry", **_TOLD, measures_told=_MEASURES, rights_told=True)

    def show(self, *channels: str) -> list[UUID]:
        """
        Have everybody told that the firm is on the list.
        """
        discloser = self.city.offices["disclosure-qian"]
        return [
            self.story.do(
                "publish-entry", discloser, file=self.entry, channel=channel
            ).file
            for channel in channels
        ]

    def hear(self) -> None:
        """
        Have the firm heard.
        """
        self.decide(
            "hear-entry-statement",
            statement="已停止生产并申请许可，请求不予列入",
            arguments_answered="停止生产属应尽义务，不予采纳",
        )


def _led(city: City) -> list[Firm]:
    """
    List the firms of the bureau, the same on each day.
    """
    return [f for f in city.firms if f.bureau == _BUREAU and f.nth != GONE]


def _proposed(city: City) -> list[Firm]:
    """
    List the firms that may be proposed: all but the one that is never listed, of a
    sector to which the rules apply, if there is one.
    """
    led = [firm for firm in _led(city) if firm is not _never_listed(city)]
    return [firm for firm in led if firm.trade.sector in _SECTORS] or led


def _never_listed(city: City) -> Firm:
    return next(firm for firm in reversed(_led(city)) if firm.nth not in LISTED)


def begun(city: City, name: str, *, nth: int, ago: int) -> Spot:
    """
    Begin a story with a penalty on the spot, some days ago.
    """
    firms = _proposed(city)
    firm = firms[nth % len(firms)]
    return Spot(city, city.story(f"list/{name}"), firm, ago, 0)


def _propose(spot: Spot) -> Listing:
    """
    Have a warning decided on the spot, and its firm proposed.
    """
    fined = spot.decide()
    entry = spot.story.do(
        "propose-entry",
        spot.firm.lead,
        among=spot.firm.persons,
        penalty=fined.id,
        list_ground="l7_1",
        reasons="未依法取得许可从事生产，性质恶劣",
    ).file
    return Listing(spot.city, spot.story, spot.firm, fined, entry)


def made(spot: Spot) -> Generator[datetime, None, Listing]:
    """
    Tell that a firm is proposed, told, heard and listed.

    Returns:
        The entry.
    """
    told = _propose(spot)
    yield from told.next_day()
    told.notify()
    yield from told.next_day()
    told.hear()
    yield from told.next_day()
    told.decide("make-entry", **_DECIDED)
    return told


def told_to_the_system(told: Listing) -> Telling:
    """
    Tell that the clerk has the entry in the credit system and in the credit record.
    """
    clerk, story = told.city.clerk(_BUREAU), told.story
    recorded = {"receipt_no": "信用系统回执0001"}
    yield from told.next_day()
    story.do("record-entry-in-credit-system", clerk, file=told.entry, more=recorded)
    grave = {"credit_class": "serious", "class_standard": "table"}
    ground = "列入严重失信主体名单"
    story.do(
        "record-entry-credit", clerk, file=told.entry, class_ground=ground, more=grave
    )


def fallen_with_its_penalty(city: City) -> Telling:
    """
    Tell that a firm is listed and a partner restricts it; its penalty is revoked, the
    entry falls with it, and the partner lifts too late.
    """
    spot = begun(city, "fallen", nth=0, ago=150)
    yield from spot.begin()
    told = _propose(spot)
    story, partner = told.story, city.offices["partner-fan"]
    yield from told.next_day()
    told.notify()
    yield from told.next_day(2)
    told.hear()
    yield from told.next_day()
    told.decide("make-entry", **_DECIDED)
    yield from told_to_the_system(told)
    items = told.show("own_site", "credit_platform")
    measure = story.do(
        "initiate-joint-discipline",
        told.head,
        entry=told.entry,
        partner=partner.body,
        discipline_measure="public_funds",
        requirements="限制申请财政性资金项目，期限与名单管理期限一致",
    ).file
    yield from told.next_day(2)
    story.do("impose-partner-measure", partner, file=measure, done="已列入限制名单")
    feedback = "已实施，系统已生效"
    story.do("record-partner-feedback", partner, file=measure, feedback=feedback)
    yield from told.next_day(5)
    _announce(city, story, items, colour="black")
    yield from told.next_day(5)
    told.decide("review-entry", review_outcome="stands", reasons="经复核，情形仍成立")
    yield from told.next_day(3)
    story.do(
        "revoke-decision",
        told.head,
        file=told.fined.id,
        changed_by="review",
        reason="行政复议决定撤销：认定主体有误",
        effective_on=story.today,
    )
    late = later(story.today, 10)
    yield from told.fined.take_down("revoked")
    yield moment(late + timedelta(days=1), 0, 0, second=12)
    if story.is_open_to(CLOCK, "flag-measure-left", told.entry):
        story.do("flag-measure-left", CLOCK, file=told.entry)
    yield from told.next_day()
    reason = "列入决定已撤销"
    story.do("lift-partner-measure", partner, file=measure, reason=reason)


def _announce(city: City, story: Story, items: list[UUID], *, colour: str) -> None:
    """
    Have published entries of a list announced together.
    """
    story.do(
        "announce-list",
        city.offices["disclosure-qian"],
        colour=colour,
        channel="own_site",
        since_on=story.today.replace(day=1),
        until_on=story.today,
        publications=tuple(items),
    )


def declined(city: City) -> Telling:
    """
    Tell that a firm lets its time pass, and is not listed after all.
    """
    spot = begun(city, "declined", nth=1, ago=100)
    yield from spot.begin()
    told = _propose(spot)
    yield from told.next_day()
    told.notify()
    over = later(told.story.today, 5) + timedelta(days=1)
    yield moment(over, 0, 0, second=14)
    told.story.do("expire-entry-statement", CLOCK, file=told.entry)
    yield from told.next_day(2)
    told.decide("decline-entry", reasons="已及时改正，尚不属情节严重")


def corrected(city: City) -> Telling:
    """
    Tell that the body takes back an entry that was its own mistake.
    """
    spot = begun(city, "corrected", nth=2, ago=80)
    yield from spot.begin()
    told = yield from made(spot)
    yield from told.next_day()
    told.show("own_site")
    yield from told.next_day(5)
    told.decide(
        "revoke-entry",
        revocation_ground="own_correction",
        reasons="许可实际有效，认定事实有误",
        effective_on=told.story.today,
    )


def listed(city: City) -> Telling:
    """
    Tell that a firm is on the black list, for everybody to read, and stays there.
    """
    spot = begun(city, "listed", nth=3, ago=60)
    yield from spot.begin()
    told = yield from made(spot)
    yield from told_to_the_system(told)
    told.show("own_site", "credit_platform")


def honest(city: City) -> Telling:
    """
    Tell that a firm is on the red list, is granted something, breaks a condition, and
    is on the list again when it meets all of them.
    """
    story, firm = city.story("list/honest"), _never_listed(city)
    head = city.head(_BUREAU)
    yield in_office(story.rng, later(city.until - timedelta(days=90), 0))
    entry = yield from _made_red(city, story, firm)
    incentive = story.do(
        "grant-incentive",
        head,
        entry=entry,
        incentive="优先申请安全生产政策性资金",
        legal_basis="吉政发〔2018〕26号（九）",
        since_on=story.today,
    ).file
    item = yield from _shown_red(city, story, entry)
    _announce(city, story, [item], colour="red")
    yield in_office(story.rng, next_day(story.now, 28))
    reasons = "标准化等级到期未复评"
    story.do("remove-red-entry", head, file=entry, reasons=reasons)
    story.do("end-incentive", head, file=incentive, reason="已移出红名单")
    yield in_office(story.rng, next_day(story.now, 14))
    again = yield from _made_red(city, story, firm)
    yield from _shown_red(city, story, again)


def _made_red(city: City, story: Story, firm: Firm) -> Making:
    head, proof = city.head(_BUREAU), (city.offices.paper(),)
    entry = story.do(
        "propose-red-entry",
        head,
        enterprise=firm.file,
        red_proofs=tuple(
            {"red_condition": each, "evidence": proof} for each in _RED_CONDITIONS
        ),
        reasons="各项条件均有证明",
    ).file
    yield in_office(story.rng, next_day(story.now, 3))
    story.do("make-red-entry", head, file=entry, reasons="经核实，全部符合")
    return entry


def _shown_red(city: City, story: Story, entry: UUID) -> Making:
    yield in_office(story.rng, next_day(story.now, 2))
    discloser = city.offices["disclosure-qian"]
    return story.do("publish-entry", discloser, file=entry, channel="own_site").file
