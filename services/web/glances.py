"""
What a start page shows of each list (首页摘要): a few rows, and what else there is.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from urllib.parse import urlencode

from infra.questions import ROWS_MAX, Ask, Question
from services.web.asking import revealed
from services.web.gate import Visitor
from services.web.labels import Words
from services.web.listing import Listing
from services.web.render import Pages

Terms = Mapping[str, bool]

#: What is said of a list without rows, where nothing better is.
NOTHING = Words("没有", "None")

#: How many rows a start page shows of each list.
GLANCE = 8


@dataclass(frozen=True)
class Look:
    """
    A question as a start page puts it.

    Args:
        question: Which.
        terms: What it is asked with.
        words: What that is called; the question's own label by default.
        nothing: What is said where it has no row.
        rest: What the rows are called that it has without the terms.
        kind: Topic of the files that it is about: it is for roles with acts on them,
            where a desk has any acts; empty for everybody.
    """

    question: str
    terms: Terms = field(default_factory=dict)
    words: Words | None = None
    nothing: Words = NOTHING
    rest: Words | None = None
    kind: str = ""


@dataclass(frozen=True)
class Glance:
    """
    A list on a start page.

    Args:
        words: What it is called.
        listing: Its first rows.
        nothing: What is said where there are none.
        ways: Where all of it is, and all there is besides, each with its count.
    """

    words: Words
    listing: Listing
    nothing: Words
    ways: tuple[tuple[str, Words], ...]


_REGISTER = Look("public-register")
_BLACK_LIST = Look(
    "black-list", nothing=Words("今天没有单位在名单上", "Nobody is on the list today")
)
_RED_LIST = Look(
    "red-list", nothing=Words("今天没有单位在红名单上", "Nobody is on the red list")
)
_OPEN_HAZARDS = Look(
    "hazards",
    MappingProxyType({"still_open": True}),
    Words("未结隐患", "Open hazards"),
    Words("没有未结的隐患", "No hazard is open"),
    Words("全部隐患", "All hazards"),
    kind="hazard",
)
_HELD_RECORDS = Look(
    "imported-records",
    MappingProxyType({"still_open": True}),
    Words("待认定当事人的导入记录", "Imported records whose party is to be settled"),
    Words("没有待认定的导入记录", "No imported record is to be settled"),
    Words("全部导入记录", "All imported records"),
    kind="imported-record",
)

_REFERRALS = Look(
    "referrals",
    MappingProxyType({"still_open": True}),
    Words("未结的移送（双方期限）", "Open referrals, with both sides' clocks"),
    Words("没有未结的移送", "No referral is open"),
    Words("全部移送", "All referrals"),
    kind="referral",
)

_MEASURES = Look(
    "joint-measures",
    words=Words("请贵单位采取的措施和激励", "Measures and incentives asked of you"),
    nothing=Words("没有请贵单位采取的措施", "No measure was asked of you"),
    kind="joint-measure",
)
_SHARED_CREDIT = Look(
    "shared-credit-facts",
    MappingProxyType({"usable": True}),
    Words("可以使用的信用信息", "Credit facts that may be used"),
    Words("没有可以使用的信用信息", "No credit fact may be used"),
    Words(
        "全部共享的信用信息，含已撤回和已修复", "All, the withdrawn and repaired too"
    ),
)

#: What each desk sees first: clocks before content.
LOOKS: Mapping[str, tuple[Look, ...]] = MappingProxyType(
    {
        "enforcement": (
            Look(
                "deadlines",
                MappingProxyType({"mine": True}),
                Words("等您办理的期限", "Periods that you can end"),
                Words("没有等您办理的期限", "No period waits for an act of yours"),
                Words("全部进行中的期限", "All running periods"),
            ),
            Look(
                "approvals",
                MappingProxyType({"mine": True}),
                Words("待我审批", "Waiting for your opinion"),
                Words("没有等您审批的事项", "Nothing waits for your opinion"),
                Words("全部审批事项", "All matters put up for approval"),
                kind="enforcement-case",
            ),
            Look(
                "docket",
                nothing=Words("您没有未结的检查", "You have no open inspection"),
                kind="inspection",
            ),
            _OPEN_HAZARDS,
            _REFERRALS,
            _HELD_RECORDS,
        ),
        "discipline": (
            Look("deadlines"),
            _OPEN_HAZARDS,
            _REFERRALS,
            _HELD_RECORDS,
        ),
        "judiciary": (_REFERRALS, _REGISTER, _BLACK_LIST),
        "disclosure": (
            _MEASURES,
            _SHARED_CREDIT,
            _REGISTER,
            _BLACK_LIST,
            _RED_LIST,
        ),
    }
)


def looks_of(pages: Pages, visitor: Visitor) -> list[tuple[Question, Look]]:
    """
    List what a start page shows to somebody, each with its question.
    """
    offered = {question.name: question for question in pages.questions(visitor)}
    has_acts = {
        kind.TOPIC
        for act in pages.desk.acts
        if visitor.actor.role in act.said.by
        for kind in act.file_kinds
    }
    return [
        (offered[look.question], look)
        for look in LOOKS[pages.desk.name]
        if look.question in offered
        and (not look.kind or not pages.desk.acts or look.kind in has_acts)
    ]


def glanced(
    pages: Pages, visitor: Visitor, question: Question, *, look: Look
) -> Glance:
    """
    Put a question for a start page.

    Args:
        pages: Of which desk.
        visitor: Who looks.
        question: Which.
        look: How the desk puts it.
    """
    house, name = pages.house, question.name
    page = house.ask(name, Ask(visitor.reader, limit=GLANCE), **look.terms)
    rows = revealed(house, page)
    words = look.words or Words(question.zh, question.en)
    place = f"{pages.root}/q/{name}"
    ways = []
    if page.next or not look.rest:
        given = urlencode(dict.fromkeys(look.terms, "true"))
        count = _count(pages, visitor, name, terms=look.terms)
        ways.append((f"{place}?{given}".rstrip("?"), _all(words, count)))
    if look.rest:
        ways.append((place, _all(look.rest, _count(pages, visitor, name, terms={}))))
    return Glance(
        words,
        pages.lister(visitor).listing(name, page.columns, rows, brief=True),
        look.nothing,
        tuple(ways) if rows or look.rest else (),
    )


def _count(pages: Pages, visitor: Visitor, name: str, *, terms: Terms) -> str:
    """
    Count the rows of a question, up to what one page holds.
    """
    page = pages.house.ask(name, Ask(visitor.reader, limit=ROWS_MAX), **terms)
    return f"{len(page.rows)}{'+' if page.next else ''}"


def _all(words: Words, count: str) -> Words:
    return Words(f"{words.zh}（{count}）", f"{words.en} ({count})")
