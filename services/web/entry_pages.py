"""
The pages by which people come in: start, signing in and out, periods (入口页面).
"""

from typing import Annotated
from uuid import UUID

from fastapi import FastAPI, Form
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from domain.law.deadlines import NEWEST, RULES
from domain.law.packs import PACKS, pack_of
from domain.law.rule import Open, Rule
from domain.law.silence import LawSilent
from domain.periods import Due, due
from domain.values import day_of
from projections.deadlines.reckoning import calendar_of
from services.web.acts import is_open, standings
from services.web.glances import glanced, looks_of
from services.web.language import COOKIE, COOKIE_SECONDS, reading_of, shown
from services.web.periods import read_start
from services.web.problems import DOOR, NotThisWay
from services.web.render import Pages, wants

#: Why somebody was led to the sign-in page.
NOT_SIGNED_IN = "not_signed_in"


class EntryPages:
    """
    The entry pages of one desk.
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
        for path, page, method in (
            ("/", self.start, "GET"),
            ("/sign-in", self.sign_in, "GET"),
            ("/sign-in", self.let_in, "POST"),
            ("/sign-out", self.let_out, "POST"),
            ("/language", self.read_in, "POST"),
            ("/due", self.due, "GET"),
        ):
            app.add_api_route(path, page, methods=[method], include_in_schema=False)

    def start(self, request: Request) -> Response:
        """
        Show what waits: deadlines first, then the desk's lists and openings.
        """
        try:
            visitor = self.gate.visitor(request)
        except NotThisWay:
            return RedirectResponse(f"{self.pages.root}/sign-in", 303)
        today = day_of(self.house.ledger.clock.now())
        glances = [
            glanced(self.pages, visitor, question, look=look)
            for question, look in looks_of(self.pages, visitor)
        ]
        rows = sum(len(each.listing.rows) for each in glances)
        self.house.access.record(visitor.reader, "start", rows=rows)
        signed = visitor.is_signed_in
        acts = standings(self.house, visitor, None) if signed else []
        return self.pages.page(
            "start.html",
            visitor,
            title=shown(self.pages.desk.zh, self.pages.desk.en),
            today=today,
            glances=glances,
            questions=self.pages.listed(visitor),
            acts=[each for each in acts if is_open(each)],
        )

    def sign_in(self, request: Request) -> Response:
        """
        Offer the people of the desk, one button each.
        """
        led = wants(request, "note") == NOT_SIGNED_IN
        posts = self.gate.posts() if self.gate.has_list else ()
        names = self.house.names_of([p.subject for p in posts if p.subject])
        return self.pages.page(
            "sign_in.html",
            None,
            title=shown("登录", "Sign in"),
            posts=[(p, names.get(p.subject, "") if p.subject else "") for p in posts],
            has_list=self.gate.has_list,
            note=DOOR[NOT_SIGNED_IN][1:] if led else None,
        )

    def let_in(
        self,
        person: Annotated[UUID, Form()],
        role: Annotated[str, Form()],
        body: Annotated[UUID, Form()],
    ) -> Response:
        """
        Sign in whoever was chosen.
        """
        response = RedirectResponse(f"{self.pages.root}/", 303)
        self.gate.admit(response, person=person, role=role, body=body)
        return response

    def let_out(self, request: Request, form_token: Annotated[str, Form()]) -> Response:
        """
        Sign out.
        """
        self.gate.poster(request, form_token)
        response = RedirectResponse(f"{self.pages.root}/sign-in", 303)
        self.gate.dismiss(response)
        return response

    def read_in(
        self, reading: Annotated[str, Form()], back: Annotated[str, Form()] = ""
    ) -> Response:
        """
        Keep in which language somebody reads, and go back to where they were.
        """
        is_here = back.startswith("/") and not back.startswith(("//", "/\\"))
        where = back if is_here else f"{self.pages.root}/"
        response = RedirectResponse(where, 303)
        response.set_cookie(
            COOKIE,
            reading_of(reading).value,
            max_age=COOKIE_SECONDS,
            path="/",
            httponly=True,
            samesite="lax",
        )
        return response

    def due(self, request: Request) -> Response:
        """
        Reckon a period day by day, by the ledger's own calendar.
        """
        visitor = self.gate.visitor(request)
        rule, start = wants(request, "rule"), wants(request, "start")
        pack = wants(request, "pack")
        found: Due | None = None
        said: LawSilent | None = None
        if rule and start:
            try:
                place = pack_of(pack) if pack in PACKS else None
                calendar = calendar_of(self.house.ledger)
                found = due(rule, read_start(start), calendar=calendar, pack=place)
            except LawSilent as silent:
                said = silent
            except ValueError:
                said = LawSilent(
                    "wants_a_day",
                    "起算日应写成 2026-09-24，以小时计的写成 2026-09-24T10:20。",
                    "Write the start as 2026-09-24, or 2026-09-24T10:20 for hours.",
                )
        return self.pages.page(
            "due.html",
            visitor,
            title=shown("期限计算", "Periods"),
            crumbs=(),
            rule=rule,
            start=start,
            pack=pack,
            packs=sorted(PACKS),
            rules=_rules(),
            found=found,
            silence=said,
        )


def _rules() -> list[Rule]:
    """
    List the rules that state a period, each once, for the form to offer.
    """
    stated = {rule.id for rule in RULES if not isinstance(rule.period, Open)}
    return [NEWEST[name] for name in sorted(stated)]
