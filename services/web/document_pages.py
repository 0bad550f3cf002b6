"""
Documents that facts cite (文件下载), and papers drawn up from facts (文书), given to
whoever may see the fact.
"""

from uuid import UUID

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response

from domain.refusals import NoSuchCase
from infra.questions import Ask, Reader
from services.web.papers.drawing import papers_in, sheet_of
from services.web.render import Pages, wants

#: What a browser may show; anything else it is only given to keep.
SHOWN = frozenset(("image/jpeg", "image/png", "application/pdf", "text/plain"))


class DocumentPages:
    """
    The documents of one desk.
    """

    def __init__(self, pages: Pages) -> None:
        """
        Render with the desk's pages.
        """
        self.gate = pages.gate
        self.house = pages.house

    def add_to(self, app: FastAPI) -> None:
        """
        Add the routes.
        """
        for path, page in (
            ("/files/{file}/documents/{sha256}", self.document),
            ("/files/{file}/paper.pdf", self.paper),
        ):
            app.add_api_route(path, page, methods=["GET"], include_in_schema=False)

    def document(self, file: UUID, sha256: str, request: Request) -> Response:
        """
        Give a document that a fact of a file cites.
        """
        visitor = self.gate.visitor(request)
        ask = Ask(visitor.reader, limit=500)
        pages = self.house.pages("file-facts", ask, file=file)
        cited = f'"sha256":"{sha256}"' if sha256.isalnum() else "\0"
        if not any(cited in str(row["terms"]) for page in pages for row in page.rows):
            raise NoSuchCase("no_such_file", under="", file=sha256[:16])
        content = self.house.ledger.documents.get(sha256)
        media = self.house.ledger.documents.find(sha256).media
        self.house.access.record(visitor.reader, "document", file=file, rows=1)
        return _given(content, media, name=sha256[:16])

    def paper(self, file: UUID, request: Request) -> Response:
        """
        Draw up the paper of a file: of its newest fact that makes one, or of the fact
        that is named by its version.
        """
        visitor = self.gate.visitor(request)
        version = wants(request, "version")
        fact = f"{file}/{version}" if version else self._newest(visitor.reader, file)
        sheet = sheet_of(self.house, visitor.reader, fact)
        content = sheet.pdf()
        self.house.access.record(visitor.reader, "paper", file=file, rows=1)
        return _given(content, "application/pdf", name=f"{sheet.stem}.pdf")

    def _newest(self, reader: Reader, file: UUID) -> str:
        pages = self.house.pages("file-facts", Ask(reader, limit=500), file=file)
        rows = [row for page in pages for row in page.rows]
        if not rows:
            raise NoSuchCase("no_such_file", under="", file=file)
        papers = papers_in(rows)
        if not papers:
            raise NoSuchCase("makes_no_paper", under="", fact=file)
        return papers[-1]


def _given(content: bytes, media: str, *, name: str) -> Response:
    """
    Give bytes to a browser, which runs nothing that may be in them.
    """
    shown = "inline" if media in SHOWN else "attachment"
    return Response(
        content,
        200,
        {
            "Content-Disposition": f'{shown}; filename="{name}"',
            "Content-Security-Policy": "sandbox; default-src 'none'",
        },
        media_type=media,
    )
