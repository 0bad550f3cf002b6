"""
Pages, rendered on the server (页面): what every one of them is given.
"""

from collections.abc import Mapping
from pathlib import Path

from fastapi import FastAPI
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.staticfiles import StaticFiles

from domain.shapes import Kind
from infra.questions import Question
from services.web import labels
from services.web.gate import Gate, Visitor
from services.web.language import here, one_of, shown, two
from services.web.listing import Leads, Lister

HERE = Path(__file__).parent

#: Questions that the bar at the top of a desk leads to, as far as the desk has them.
IN_THE_BAR = (
    "enterprises",
    "hazards",
    "inspections",
    "cases",
    "penalties",
    "referrals",
    "deadlines",
    "documents",
    "imported-records",
    "black-list",
    "public-register",
)


def templates() -> Environment:
    """
    Open the folder of templates; whatever a page shows is escaped.
    """
    made = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(
        labels=labels,
        two=two,
        one=one_of,
        said=labels.said_quietly,
        shown=shown,
        here=here,
    )
    return made


class Pages:
    """
    Renders the pages of one desk.
    """

    def __init__(self, gate: Gate) -> None:
        """
        Stand behind a gate.
        """
        self.gate = gate
        self.house = gate.house
        self.desk = gate.desk
        self.root = f"/{gate.desk.name}"
        self._templates = templates()

    def add_static(self, app: FastAPI) -> None:
        """
        Serve the stylesheet and what is vendored.
        """
        app.mount("/static", StaticFiles(directory=HERE / "static"), name="static")

    def page(
        self,
        template: str,
        visitor: Visitor | None,
        *,
        title: str,
        status: int = 200,
        **given: object,
    ) -> Response:
        """
        Render a page.

        Args:
            template: Its file.
            visitor: Who looks at it; nobody, before signing in.
            title: Its title, as the reader reads.
            status: HTTP status.
            given: What the template is given besides.
        """
        session = visitor.session if visitor else None
        offered = {q.name: q for q in self.questions(visitor)}
        every: Mapping[str, object] = {
            "root": self.root,
            "desk": self.desk,
            "title": title,
            "visitor": visitor,
            "demonstration": self.house.ledger.demonstration,
            "position": self.house.models["trace"].position,
            "links": [offered[name] for name in IN_THE_BAR if name in offered],
            "form_token": self.house.issuer.bind(session) if session else "",
            "words": "",
            "crumbs": None,
        }
        html = self._templates.get_template(template).render({**every, **given})
        return HTMLResponse(html, status, {"Cache-Control": "no-store"})

    def leads(self, visitor: Visitor) -> Leads:
        """
        Lead somebody to the files that are theirs to see.
        """
        has_enterprises = any(q.name == "enterprise" for q in self.questions(visitor))
        return Leads(
            self.house, visitor.reader, self.root, has_enterprises=has_enterprises
        )

    def lister(self, visitor: Visitor) -> Lister:
        """
        Make lists for somebody.
        """
        return Lister(self.house, self.leads(visitor), self.root)

    def listed(self, visitor: Visitor) -> list[Question]:
        """
        List those of them that somebody can put from a form; the others are about one
        file, and its page leads to them.
        """
        return [
            question
            for question in self.questions(visitor)
            if not any(
                term.required and term.shape.kind is Kind.REFERENCE
                for term in question.terms
            )
        ]

    def questions(self, visitor: Visitor | None) -> list[Question]:
        """
        List the questions that somebody may ask at this desk.
        """
        if visitor is None:
            return []
        role = visitor.reader.role
        declared = self.desk.questions(self.house.questions.values())
        return [question for question in declared if role in question.by]


def wants(request: Request, name: str) -> str:
    """
    Read one value of an address.
    """
    return request.query_params.get(name, "").strip()
