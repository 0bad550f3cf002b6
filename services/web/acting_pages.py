"""
The pages on which acts are done: the form of each act, and its receipt (办理页面).

The form is one for all acts. Whatever is sent without performing, such as one more
entry or a search for a reference, shows the form again with everything typed and
everything uploaded.
"""

import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote
from uuid import UUID

from fastapi import FastAPI
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from domain.acts import Act
from domain.base import Time
from domain.law.silence import LawSilent
from domain.refusals import NoSuchCase, Refused
from infra.documents import DOCUMENT_BYTES_MAX
from infra.failures import Failure, KeyReused
from infra.ledger import Receipt, Standing
from services.web import labels
from services.web.acts import file_in
from services.web.envelope import ANSWERED_BY, FILE, key_of, request_of
from services.web.faults import Malformed
from services.web.forms import FormMaker, members_read
from services.web.gate import Visitor
from services.web.labels import Words
from services.web.language import shown
from services.web.naming import called
from services.web.problems import Problem, problem_of
from services.web.render import Pages
from services.web.typed import Kept, Typed, grown

#: Hidden fields of every form, and the button that was pressed.
TOKEN, KEY, SEEN, DO = "form.token", "form.key", "form.seen", "form.do"

PERFORM, ADD, REMOVE = "perform", "add", "remove"

#: How many fields and uploads a form has at most.
FIELDS_MAX = 5_000
UPLOADS_MAX = 200


@dataclass(frozen=True)
class Sheet:
    """
    A form as it lies before somebody.

    Args:
        act: Of which act.
        visitor: Before whom.
        file: On which file.
        typed: What was typed so far.
        key: The idempotency key that it carries.
    """

    act: "Act[..., object]"
    visitor: Visitor
    file: UUID | None
    typed: Typed
    key: str


class ActingPages:
    """
    The acting pages of one desk.
    """

    def __init__(self, pages: Pages) -> None:
        """
        Render with the desk's pages.
        """
        self.pages = pages
        self.gate = pages.gate
        self.house = pages.house
        self._acts = {act.name: act for act in self.gate.desk.acts}

    def add_to(self, app: FastAPI) -> None:
        """
        Add the routes.
        """
        for path, page, method in (
            ("/acts/{act}", self.blank, "GET"),
            ("/acts/{act}", self.sent, "POST"),
            ("/receipts/{key}", self.receipt, "GET"),
        ):
            app.add_api_route(path, page, methods=[method], include_in_schema=False)

    # -- the form ---------------------------------------------------------------------

    def blank(self, act: str, request: Request) -> Response:
        """
        Show the form of an act: first what the act still lacks, then its fields.

        What stands in the address is filled in, so that a page can lead here with the
        enterprise already named.
        """
        visitor = self.gate.signed_in(request)
        query = request.query_params
        texts = {name: query.getlist(name) for name in query}
        file, declared = file_in(request), self._declared(act, visitor)
        key = secrets.token_urlsafe(16)
        return self._show(Sheet(declared, visitor, file, Typed(texts, {}), key))

    async def sent(self, act: str, request: Request) -> Response:
        """
        Take a form in: perform the act, or show the form again.
        """
        data = await request.form(
            max_fields=FIELDS_MAX,
            max_files=UPLOADS_MAX,
            max_part_size=1024 * 1024,
        )
        try:
            return await run_in_threadpool(self._sent, act, request, data)
        finally:
            await data.close()

    def _sent(self, act: str, request: Request, data: FormData) -> Response:
        visitor = self.gate.poster(request, _first(data, TOKEN))
        declared = self._declared(act, visitor)
        file = file_in(request)
        key = key_of(_first(data, KEY))
        try:
            sheet = Sheet(declared, visitor, file, self._typed(data), key)
        except Failure as failure:
            texts = _texts(data)
            sheet = Sheet(declared, visitor, file, Typed(texts, {}), key)
            return self._show(sheet, problem=problem_of(failure))
        doing, _, place = _first(data, DO).partition(" ")
        if doing == PERFORM:
            return self._perform(sheet, _first(data, SEEN))
        if doing == REMOVE:
            left = sheet.typed.without(place)
            return self._show(Sheet(declared, visitor, file, left, key))
        return self._show(sheet, grow=place if doing == ADD else "")

    def _perform(self, sheet: Sheet, seen: str) -> Response:
        tree = sheet.typed.tree(members_read(sheet.act))
        given = {**tree, FILE: str(sheet.file)} if sheet.file else tree
        try:
            request = request_of(
                sheet.act,
                sheet.visitor,
                given,
                key=sheet.key,
                seen=_version(sheet.act, seen),
                channel="web",
            )
            self.house.perform(request)
        except Malformed as malformed:
            return self._show(sheet, malformed=malformed)
        except (Refused, Failure, LawSilent) as error:
            return self._show(sheet, problem=problem_of(error))
        where = f"{self.pages.root}/receipts/{quote(sheet.key)}"
        return RedirectResponse(where, 303)

    def _show(
        self,
        sheet: Sheet,
        *,
        problem: Problem | None = None,
        malformed: Malformed | None = None,
        grow: str = "",
    ) -> Response:
        standing = self._standing(sheet)
        tree = sheet.typed.tree(members_read(sheet.act))
        asked = {ANSWERED_BY.get(refused.code, "") for refused in standing.missing}
        for place in filter(None, (grow, *(asked - tree.keys()))):
            tree = grown(tree, place)
        maker = FormMaker(
            self.house, sheet.visitor.reader, typed=sheet.typed, near=sheet.file
        )
        form = maker.form(
            sheet.act,
            tree,
            missing=standing.missing,
            faults=malformed.faults if malformed else (),
        )
        known = self.house.ledger.read(sheet.file) if sheet.file else None
        used = problem is not None and problem.code == KeyReused.code
        return self.pages.page(
            "form.html",
            sheet.visitor,
            title=shown(sheet.act.said.zh, sheet.act.said.en),
            status=422 if malformed else problem.status if problem else 200,
            form=form,
            file=sheet.file,
            crumbs=self._crumbs(sheet),
            key=secrets.token_urlsafe(16) if used else sheet.key,
            used=sheet.key if used else "",
            seen=known.version if known else "",
            problem=problem,
        )

    def _declared(self, name: str, visitor: Visitor) -> "Act[..., object]":
        """
        Find an act of the desk that is for the visitor's role; others have none.
        """
        found = self._acts.get(name)
        if found is None or visitor.actor.role not in found.said.by:
            raise NoSuchCase("no_such_act", under="", act=name)
        return found

    def _standing(self, sheet: Sheet) -> Standing:
        """
        Say what the act lacks on this file; a file that is not theirs is not there.
        """
        unknown = NoSuchCase("no_such_file", under="", file=sheet.file)
        file = None if sheet.act.opening else sheet.file
        led_from = sheet.file if sheet.act.opening else None
        if led_from and not self.house.shows(sheet.visitor.reader, led_from):
            raise unknown
        standings = self.house.missing(sheet.visitor.actor, file)
        found = next((s for s in standings if s.act is sheet.act), None)
        if found is None or any(isinstance(m, NoSuchCase) for m in found.missing[:1]):
            raise unknown
        return found

    def _crumbs(self, sheet: Sheet) -> list[tuple[str, Words]]:
        if not sheet.file:
            return []
        file = str(sheet.file)
        name = called(self.house, sheet.visitor.reader, [file])[file]
        return [(f"{self.pages.root}/files/{file}", Words(name, ""))]

    # -- what was typed ---------------------------------------------------------------

    def _typed(self, data: FormData) -> Typed:
        """
        Keep the uploads of a form at once, so that no error loses them.

        Raises:
            DocumentTooLarge: If one is larger than the store takes.
        """
        uploads: dict[str, list[Kept]] = {}
        for name, value in data.multi_items():
            if isinstance(value, UploadFile) and value.filename:
                content = value.file.read(DOCUMENT_BYTES_MAX + 1)
                kept = self.house.ledger.put_document(content)
                called = re.sub(r"[\x00-\x1f]", "", value.filename)[-100:]
                uploads.setdefault(name, []).append(Kept(kept.sha256, called))
        return Typed(_texts(data), uploads)

    # -- the receipt ------------------------------------------------------------------

    def receipt(self, key: str, request: Request) -> Response:
        """
        Show what an act recorded, and where to look at it.
        """
        visitor = self.gate.signed_in(request)
        found = self.house.ledger.receipt_for(visitor.actor, key)
        if found is None:
            raise NoSuchCase("no_such_receipt", under="", key=key)
        return self.pages.page(
            "receipt.html",
            visitor,
            title=shown("回执", "Receipt"),
            crumbs=(),
            receipt=found,
            facts=self._facts(found),
            names=called(
                self.house, visitor.reader, [str(file) for file in found.files]
            ),
        )

    def _facts(self, receipt: Receipt) -> list[Mapping[str, object]]:
        told: list[Mapping[str, object]] = []
        for position, fact in zip(receipt.positions, receipt.facts, strict=True):
            stored = self.house.ledger.recorder.fact(fact)
            assert stored is not None
            file = fact.partition("/")[0]
            known = self.house.ledger.read(UUID(file))
            numbers = [
                printed
                for path, printed in receipt.numbers.items()
                if path.startswith(f"{fact}/")
            ]
            told.append(
                {
                    "position": position,
                    "id": fact,
                    "file": file,
                    "thread": known.thread if known else file,
                    "words": labels.fact(stored.topic),
                    "numbers": numbers,
                }
            )
        return told


def _texts(data: FormData) -> dict[str, list[str]]:
    texts: dict[str, list[str]] = {}
    for name, value in data.multi_items():
        if isinstance(value, str):
            texts.setdefault(name, []).append(value)
    return texts


def _version(act: "Act[..., object]", seen: str) -> int | None:
    """
    Read which version of the file a form was made for; a decision rests on that one.

    What was captured in the field or is stated of the world is recorded whatever others
    recorded meanwhile.
    """
    decides = act.said.seen or act.said.time is Time.NOW
    return int(seen) if decides and not act.opening and seen.isdigit() else None


def _first(data: FormData, name: str) -> str:
    value = data.get(name)
    return value if isinstance(value, str) else ""
