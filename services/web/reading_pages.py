"""
Pages that show what read models answer: any question, a file, a trace (查询页面).
"""

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType
from urllib.parse import urlencode
from uuid import UUID

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from domain.refusals import NoSuchCase
from domain.values import day_of
from infra.questions import Ask, Question
from services.web.acts import is_open, standings
from services.web.ahead import Ahead
from services.web.asking import (
    AS_OF,
    KNOWN_AT,
    asked_in,
    later,
    position_in,
    put,
    revealed,
)
from services.web.faults import Malformed, fault
from services.web.filters import Filters, filters_of
from services.web.gate import Visitor
from services.web.hanging import hanging_on
from services.web.heading import heading_of
from services.web.hits import Hit, hits_in
from services.web.labels import Words
from services.web.language import shown
from services.web.listing import Lister
from services.web.moving import moved_to
from services.web.naming import called
from services.web.papers.drawing import has_paper
from services.web.render import Pages, wants
from services.web.telling import Told, told

#: What is shown of an enterprise, the gravest first.
ABOUT_AN_ENTERPRISE = (
    "black-list",
    "list-history",
    "credit-facts",
    "credit-records",
    "hazards",
    "inspections",
    "findings",
    "imported-records",
    "public-register",
)

#: What to do about a list in which nothing stands, where somebody can do something.
NOTHING: Mapping[str, Words] = MappingProxyType(
    {
        "imported-records": Words(
            "数据由导入人员用 shilu import 导入。", "An importer runs shilu import."
        ),
        "imports": Words(
            "数据由导入人员用 shilu import 导入。", "An importer runs shilu import."
        ),
        "black-list": Words(
            "没有单位在名单上；可改看另一天。",
            "Nobody is on the list; choose another day to look at.",
        ),
    }
)

#: How many entries of the index a search looks at.
HITS_MAX = 300


class ReadingPages:
    """
    The reading pages of one desk.
    """

    def __init__(self, pages: Pages) -> None:
        """
        Render with the desk's pages.
        """
        self.pages = pages
        self.gate = pages.gate
        self.house = pages.house

    def add_to(self, app: FastAPI) -> None:
        """
        Add the routes.
        """
        for path, page in (
            ("/q/{name}", self.question),
            ("/search", self.search),
            ("/files/{file}", self.file),
            ("/trace/{thread}", self.trace),
            ("/enterprises/{enterprise}", self.enterprise),
        ):
            app.add_api_route(path, page, methods=["GET"], include_in_schema=False)

    def question(self, name: str, request: Request) -> Response:
        """
        Show a question: what it is asked with, and its answer.
        """
        visitor = self.gate.visitor(request)
        question = self._offered(name, visitor)
        if any(
            t.required and t.name not in request.query_params for t in question.terms
        ):
            return self._unasked(question, visitor)
        asked = asked_in(self.house, request, question, visitor=visitor)
        page = put(self.house, asked)
        rows = revealed(self.house, page)
        given = {name: values[-1] for name, values in asked.given.items()}
        return self.pages.page(
            "question.html",
            visitor,
            title=shown(question.zh, question.en),
            crumbs=(),
            question=question,
            filters=self._filters(visitor, question, given),
            listing=self.pages.lister(visitor).listing(name, page.columns, rows),
            later=later(request, asked, page.next) if page.next else "",
            query=request.url.query,
            nothing=NOTHING.get(name, Words("", "")),
        )

    def _unasked(self, question: Question, visitor: Visitor) -> Response:
        """
        Show what a question must be asked with, before it is.
        """
        return self.pages.page(
            "question.html",
            visitor,
            title=shown(question.zh, question.en),
            crumbs=(),
            question=question,
            filters=self._filters(visitor, question, {}),
            listing=None,
        )

    def _filters(
        self, visitor: Visitor, question: Question, given: Mapping[str, str]
    ) -> Filters:
        today = day_of(self.house.ledger.clock.now()).isoformat()
        reader = visitor.reader
        return filters_of(self.house, reader, question, given=given, today=today)

    def _offered(self, name: str, visitor: Visitor) -> Question:
        found = {q.name: q for q in self.pages.questions(visitor)}.get(name)
        if found is None:
            raise NoSuchCase("no_such_question", under="", question=name)
        return found

    def search(self, request: Request) -> Response:
        """
        Search; a single hit opens at once.
        """
        visitor = self.gate.visitor(request)
        words = wants(request, "words")
        hits: list[Hit] = []
        is_cut = False
        if words:
            ask = Ask(visitor.reader, limit=HITS_MAX)
            page = self.house.ask("search", ask, words=words)
            rows = revealed(self.house, page)
            self._note(visitor, "search", rows=len(rows))
            hits, is_cut = hits_in(rows, self.pages.leads(visitor)), bool(page.next)
        if len(hits) == 1:
            return RedirectResponse(hits[0].href, 303)
        return self.pages.page(
            "search.html",
            visitor,
            title=shown("检索", "Search"),
            crumbs=(),
            words=words,
            hits=hits,
            is_cut=is_cut,
        )

    def file(self, file: UUID, request: Request) -> Response:
        """
        Show a file: its facts, and the acts that are open or what they lack.
        """
        visitor = self.gate.visitor(request)
        if not self.house.shows(visitor.reader, file):
            raise NoSuchCase("no_such_file", under="", file=file)
        ask = Ask(visitor.reader, limit=500)
        pages = self.house.pages("file-facts", ask, file=file)
        facts = told(self.house, visitor.reader, pages)
        acts = standings(self.house, visitor, file) if visitor.is_signed_in else []
        self._note(visitor, "file-facts", file=file, rows=len(facts))
        heading = heading_of(self.pages, visitor, file)
        leads_to = self.pages.leads(visitor).to(str(file))
        ahead = Ahead(self.pages, visitor, file)
        ways = ahead.ways(heading.step, acts) if heading.step and acts else ()
        others = [each for each in acts if each.act not in {w.act for w in ways}]
        return self.pages.page(
            "file.html",
            visitor,
            title=f"{heading.kind.shown}：{heading.name}",
            heading=heading,
            crumbs=heading.crumbs,
            file=file,
            thread=facts[0].row["thread"],
            page_of=leads_to if "/enterprises/" in leads_to else "",
            facts=facts,
            papers=_papers(facts),
            hanging=hanging_on(self.pages, visitor, file),
            ways=ways,
            opened=[each for each in others if is_open(each)],
            closed=[each for each in others if not is_open(each)],
        )

    def enterprise(self, enterprise: UUID, request: Request) -> Response:
        """
        Show an enterprise: who it is now, its lists, and everything that happened.
        """
        visitor = self.gate.visitor(request)
        today = day_of(self.house.ledger.clock.now())
        now = Ask(visitor.reader, as_of=today, limit=500)
        offered = {q.name: q for q in self.pages.questions(visitor)}
        found = self.house.ask("enterprise", now, enterprise=enterprise)
        if not found.rows:
            raise NoSuchCase("no_such_file", under="", file=enterprise)
        (row,) = revealed(self.house, found)
        if row["leading"]:
            return moved_to(request, f"{self.pages.root}/enterprises/{row['leading']}")
        files = (enterprise, *self.house.yielding_to(enterprise))
        lister = self.pages.lister(visitor)
        sections = [
            self._section(offered[name], now, lister, files=files)
            for name in ABOUT_AN_ENTERPRISE
            if name in offered
        ]
        history = self.house.pages(
            "enterprise-history", Ask(visitor.reader, limit=500), enterprise=enterprise
        )
        facts = told(self.house, visitor.reader, history)
        self._note(visitor, "enterprise-history", file=enterprise, rows=len(facts))
        return self.pages.page(
            "enterprise.html",
            visitor,
            title=str(row["name"]),
            crumbs=self._listed_in(offered, "enterprises"),
            enterprise=enterprise,
            row=row,
            record=lister.record("enterprise", found.columns, row),
            sections=sections,
            facts=facts,
        )

    def _section(
        self, question: Question, ask: Ask, lister: Lister, *, files: Sequence[UUID]
    ) -> dict[str, object]:
        """
        List what a question answers of an enterprise, whichever of its files it is in.
        """
        pages = [self.house.ask(question.name, ask, enterprise=each) for each in files]
        rows = [row for page in pages for row in revealed(self.house, page)]
        listing = lister.listing(
            question.name, pages[0].columns, rows, besides=frozenset(("enterprise",))
        )
        return {"question": question, "listing": listing}

    def trace(self, thread: UUID, request: Request) -> Response:
        """
        Show every fact of a thread, never cut, as it stood and as it was known.
        """
        visitor = self.gate.visitor(request)
        as_of, known_at = wants(request, AS_OF), wants(request, KNOWN_AT)
        ask = Ask(
            visitor.reader,
            _day(as_of),
            position_in(self.house, known_at),
            limit=500,
        )
        pages = self.house.pages("trace", ask, thread=thread)
        facts = told(self.house, visitor.reader, pages)
        if not facts and not as_of and not known_at:
            raise NoSuchCase("no_such_file", under="", file=thread)
        self._note(visitor, "trace", file=thread, rows=len(facts))
        file = str(thread)
        name = called(self.house, visitor.reader, [file])[file]
        leads = self.pages.leads(visitor).to(file)
        opened = wants(request, "open") == "all"
        return self.pages.page(
            "trace.html",
            visitor,
            title=f"{shown('全过程追溯', 'Trace')}：{name}",
            name=name,
            crumbs=[(leads, Words(name, ""))] if leads else (),
            thread=thread,
            as_of=as_of,
            known_at=known_at,
            facts=facts,
            opened=opened,
            shut_or_open=_with(request, open="" if opened else "all"),
        )

    def _listed_in(
        self, offered: Mapping[str, Question], name: str
    ) -> list[tuple[str, Words]]:
        if name not in offered:
            return []
        listed = offered[name]
        return [(f"{self.pages.root}/q/{name}", Words(listed.zh, listed.en))]

    def _note(
        self, visitor: Visitor, what: str, *, rows: int, file: UUID | None = None
    ) -> None:
        """
        Have it recorded who looked, before anything is shown (D27).
        """
        self.house.access.record(visitor.reader, what, file=file, rows=rows)


def _papers(facts: Sequence[Told]) -> list[tuple[str, Words]]:
    """
    List the papers that a file's facts make: the version of each fact, and the fact.
    """
    made = [each for each in facts if has_paper(each.row)]
    return [(str(each.row["fact"]).partition("/")[2], each.words) for each in made]


def _with(request: Request, **changed: str) -> str:
    """
    Write the address again with another value; an empty one is left out.
    """
    query = {**request.query_params, **changed}
    return "?" + urlencode({name: value for name, value in query.items() if value})


def _day(text: str) -> date | None:
    """
    Read a day of an address.

    Raises:
        Malformed: If it is none.
    """
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Malformed(fault(f"/{AS_OF}", "not_a_day", given=text)) from None
