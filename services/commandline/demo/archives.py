"""
What the bureau takes in from elsewhere (历史数据), and what it makes public of it.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import count
from typing import Final

from domain.codes import make_registration_number
from services.commandline.demo.agenda import Telling
from services.commandline.demo.city import City, Firm
from services.commandline.demo.desk import Story
from services.commandline.demo.firms import profile_of
from services.commandline.demo.hours import in_office, later, minutes_after, next_day
from services.commandline.demo.imports import (
    Import,
    Imported,
    Row,
    party_of,
    penalty_row,
    printed,
    taken_in,
)
from services.commandline.demo.people_names import a_name
from services.commandline.demo.places import uscc_of_firm
from services.commandline.demo.publicity import made_public, published_together

#: How many days after the opening the first file comes; then one each year.
_FIRST_AFTER: Final = 45
_YEAR: Final = 365

#: How many linked rows the first file has, and of how many firms a later one has one.
_LINKED: Final = 8
_FIRMS_PER_ROW: Final = 8

#: Decisions are numbered on by so many each year.
_NUMBERS_A_YEAR: Final = 1000

#: So many of a file are published together.
_BATCH_MAX: Final = 40

#: The firms of the published list; no other story lists them.
LISTED: Final = (9, 10)

#: From this day nobody is listed under the older notice any more.
_ORDER_11_FROM: Final = date(2023, 10, 1)


def archived(city: City) -> Iterator[Telling]:
    """
    Give what comes from elsewhere, each file as a story of its own.
    """
    yield first_penalties(city)
    yield later_penalties(city)
    yield permits(city)
    yield black_list(city)
    yield twice_entered(city)


def _own_rows(city: City, story: Story, firms: list[Firm], *, start: int) -> list[Row]:
    rng, numbers = story.rng, count(start)
    return [
        penalty_row(
            city,
            rng,
            next(numbers),
            decided_on=story.today - timedelta(days=rng.randint(8, 110)),
            party=party_of(firm),
            firm=firm,
        )
        for firm in firms
    ]


def _doubtful_rows(city: City, story: Story, start: int) -> list[Row]:
    """
    Make rows whose party nobody can be sure of, each for another reason.
    """
    firms, numbers = city.firms, count(start)
    unit = {"party_class": "unit"}
    unknown = uscc_of_firm(40_000, firms[0].region)
    parties: tuple[dict[str, object], ...] = (
        {**unit, "party_name": "哈尔滨演示外地建材有限公司", "uscc": unknown},
        {**unit, "party_name": firms[5].name},
        {**unit, "party_name": firms[6].name},
        {"party_class": "person", "party_person": a_name(story.rng)},
        {**unit, "party_name": "哈尔滨演示***有限公司"},
        {**party_of(firms[7]), "party_class": "unknown"},
    )
    return [
        penalty_row(
            city,
            story.rng,
            next(numbers),
            decided_on=story.today - timedelta(days=story.rng.randint(8, 110)),
            party=party,
        )
        for party in parties
    ]


def first_penalties(city: City) -> Telling:
    """
    Tell the first file: what is linked, what is held, and what becomes of it.
    """
    story = city.story("penalties/0")
    yield in_office(story.rng, later(city.started_on, _FIRST_AFTER))
    rows = _own_rows(city, story, city.firms[:_LINKED], start=1)
    decided = {**rows[-1].decision, "kinds": (), "fine_fen": None}
    nothing = replace(rows[-1], decision=decided)
    nameless = replace(rows[-2], authority={"authority_name": "哈尔滨市应急局（演示）"})
    rows = [*rows[:-2], nameless, nothing, *_doubtful_rows(city, story, _LINKED + 1)]
    content = printed([row.cells for row in rows])
    run = Import(city, story, "penalties", content)
    yield from taken_in(run, rows)
    yield from judged(city, story, run.records)
    yield from made_public(city, story, run.records)


def judged(city: City, story: Story, records: list[Imported]) -> Telling:
    """
    Tell how a person decides where no code does.
    """
    rng, clerk = story.rng, city.offices["clerk-zhao"]
    by_name, mistaken = records[_LINKED + 1], records[_LINKED + 2]
    yield in_office(rng, next_day(story.now, 2))
    story.do(
        "link-party",
        clerk,
        file=by_name.record,
        enterprise=city.firms[5].file,
        grounds="名称、地址与企业档案一致，电话核实",
    )
    yield minutes_after(rng, story.now, (3, 20))
    story.do(
        "link-party",
        clerk,
        file=mistaken.record,
        enterprise=city.firms[8].file,
        grounds="名称相近",
    )
    yield in_office(rng, next_day(story.now))
    for act, grounds in (
        ("unlink-party", "核对决定书原件，当事人另有其人"),
        ("hold-party", "原件字迹不清，待来源机关答复"),
    ):
        yield minutes_after(rng, story.now, (2, 15))
        story.do(act, clerk, file=mistaken.record, grounds=grounds)
    yield minutes_after(rng, story.now, (2, 15))
    story.do(
        "link-authority",
        city.offices["importer-sun"],
        file=records[_LINKED - 2].record,
        body=city.offices.bodies["city"],
        grounds="“应急局”为本机关简称",
    )


def later_penalties(city: City) -> Telling:
    """
    Tell the file of each later year, and that it is published.
    """
    story = city.story("penalties/later")
    for nth in range(1, len(list(city.years())) + 1):
        day = city.started_on + timedelta(days=_FIRST_AFTER + nth * _YEAR)
        yield in_office(story.rng, later(day, 0))
        firms = story.rng.sample(city.firms, max(3, len(city.firms) // _FIRMS_PER_ROW))
        rows = _own_rows(city, story, firms, start=1 + _NUMBERS_A_YEAR * nth)
        run = Import(city, story, "penalties", printed([row.cells for row in rows]))
        yield from taken_in(run, rows)
        yield in_office(story.rng, next_day(story.now, 2))
        for first in range(0, len(run.records), _BATCH_MAX):
            yield minutes_after(story.rng, story.now, (1, 3))
            published_together(city, story, run.records[first : first + _BATCH_MAX])


# -- other files ----------------------------------------------------------------------


def permits(city: City) -> Telling:
    """
    Tell a file of permits.
    """
    story = city.story("permits")
    yield in_office(story.rng, later(city.started_on, _FIRST_AFTER + 3))
    holders = [f for f in city.firms if f.trade.permit][:4]
    cells = [
        {"许可证名称": firm.trade.permit, "持证单位": firm.name} for firm in holders
    ]
    run = Import(city, story, "permits", printed(cells))
    run.start()
    for firm, printed_row in zip(holders, cells, strict=True):
        yield story.now + timedelta(seconds=1)
        since = story.today - timedelta(days=story.rng.randint(40, 600))
        run.take(
            "record-imported-permit",
            printed_row,
            party=party_of(firm),
            authority={"authority_name": "黑龙江省应急管理厅（演示）"},
            permit={
                "permit_no": f"（演示）黑许〔{since.year}〕{firm.nth + 1:04d}",
                "permit_name": firm.trade.permit,
                "permit_class": "普通",
                "decided_on": since,
                "since_on": since,
                "validity": {"until_on": since + timedelta(days=3 * _YEAR)},
            },
            permit_texts={"permit_content": "按许可范围生产经营"},
        )
    run.complete()


def black_list(city: City) -> Telling:
    """
    Tell a published list of serious breaches, one entry of which is over.
    """
    story = city.story("black-list")
    yield in_office(story.rng, later(city.started_on, _FIRST_AFTER + 5))
    listed = [city.firms[nth] for nth in LISTED]
    cells = [{"单位名称": f.name, "失信行为": "存在重大隐患拒不整改"} for f in listed]
    run = Import(city, story, "blacklist", printed(cells))
    run.start()
    for nth, (firm, printed_row) in enumerate(zip(listed, cells, strict=True)):
        yield story.now + timedelta(seconds=1)
        since = story.today - timedelta(days=200)
        run.take(
            "record-imported-list-entry",
            printed_row,
            party=party_of(firm),
            authority={"authority_name": "黑龙江省应急管理厅（演示）"},
            entry={
                "generation": "order_11" if since >= _ORDER_11_FROM else "notice_49",
                "list_name": "安全生产严重失信主体名单（演示）",
                "listed_on": since,
                "removed_on": since + timedelta(days=150) if nth else None,
            },
            list_texts={"listed_reason": "存在重大事故隐患拒不整改（演示）"},
        )
    run.complete()


def twice_entered(city: City) -> Telling:
    """
    Tell that the importer enters a firm that is there already under its older number,
    and that both files are joined when a clerk sees it.
    """
    story, offices = city.story("twice"), city.offices
    original = next(f for f in city.firms if f.bureau == "bin")
    twin = replace(original, uscc="", id=None, assignment=None)
    number = make_registration_number(f"{original.region}9990000{original.nth % 10}")
    yield in_office(story.rng, later(city.started_on, _FIRST_AFTER + 8))
    head = a_name(story.rng)
    cells = {"企业名称": twin.name, "注册号": number, "法定代表人": head}
    run = Import(city, story, "enterprises", printed([cells]))
    run.start()
    yield story.now + timedelta(seconds=2)
    done = run.take(
        "record-imported-enterprise",
        cells,
        stated_enterprise={
            "name": twin.name,
            "region": twin.region,
            "reg_no": number,
            "profile": profile_of(story, twin),
            "legal_rep": head,
            "values": (
                {"field": "name", "printed_value": twin.name},
                {"field": "reg_no", "printed_value": number},
            ),
        },
    )
    twin.id, twin.assignment = done.opened
    run.complete()
    yield in_office(story.rng, next_day(story.now, 2))
    story.do(
        "assign-supervising-body",
        offices["clerk-zhao"],
        file=twin.assignment,
        lead_body=offices.bodies["bin"],
        responsible_officer=original.lead.person,
    )
    yield in_office(story.rng, next_day(story.now, 3))
    story.do(
        "join-enterprise-records",
        offices["clerk-zhao"],
        file=twin.file,
        leading=original.file,
        grounds="注册号与统一社会信用代码同属一个主体，营业执照核对一致",
    )
