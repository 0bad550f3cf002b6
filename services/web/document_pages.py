"""
Documents that facts cite, given to whoever may see such a fact (文件下载).
"""

from uuid import UUID

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response

from domain.refusals import NoSuchCase
from infra.questions import Ask
from services.web.render import Pages

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
        Add the route.
        """
        app.add_api_route(
            "/files/{file}/documents/{sha256}",
            self.document,
            methods=["GET"],
            include_in_schema=False,
        )

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
        shown = "inline" if media in SHOWN else "attachment"
        return Response(
            content,
            200,
            {
                "Content-Disposition": f'{shown}; filename="{sha256[:16]}"',
                "Content-Security-Policy": "sandbox; default-src 'none'",
            },
            media_type=media,
        )
