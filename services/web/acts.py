"""
The API of acts: one door for each declared act, made from its declaration (D19).
"""

from collections.abc import Awaitable, Callable, Mapping
from uuid import UUID

import orjson
from fastapi import FastAPI
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from domain.acts import Act
from domain.refusals import NoSuchCase, Refused
from infra.documents import DOCUMENT_BYTES_MAX
from infra.ledger import Receipt, Standing
from infra.questions import Ask
from services.web import labels
from services.web.envelope import (
    ANSWERED_BY,
    FILE,
    FILE_MEMBER,
    envelope_of,
    key_of,
    request_of,
    seen_version,
    tag_of,
)
from services.web.faults import Malformed, fault
from services.web.gate import Gate, Visitor
from services.web.house import House
from services.web.intake import Intake
from services.web.moving import moved_to
from services.web.problems import NotThisWay
from services.web.schemas import Schema, answers, object_of, titled

#: The largest JSON request, in bytes.
JSON_BYTES_MAX = 1024 * 1024

Endpoint = Callable[[Request], Awaitable[Response]]

_KEY_HEADER: Schema = {
    "name": "Idempotency-Key",
    "in": "header",
    "required": True,
    "description": "幂等键：同键同内容得同一回执 same key and content, same receipt",
    "schema": {"type": "string", "minLength": 1, "maxLength": 200},
}


class ActDoors:
    """
    The doors of one desk's acts.
    """

    def __init__(self, gate: Gate) -> None:
        """
        Stand behind a gate.
        """
        self.gate = gate
        self.house = gate.house

    def add_to(self, app: FastAPI) -> None:
        """
        Add a route for every act of the desk, and those that serve all of them.
        """
        app.add_api_route(
            "/api/acts", self.open_acts, summary="可办事项 acts open to you"
        )
        for act in self.gate.desk.acts:
            app.add_api_route(
                f"/api/acts/{act.name}",
                self._door(act),
                methods=["POST"],
                operation_id=act.name,
                summary=f"{act.said.zh} {act.said.en}",
                description=_description(act),
                responses=answers("Receipt"),
                openapi_extra=_extra(act),
                tags=[_tag(act)],
            )
        app.add_api_route(
            "/api/documents",
            self.put_document,
            methods=["PUT"],
            summary="上传文件 put a document",
        )
        app.add_api_route(
            "/api/receipts/{key}",
            self.receipt,
            summary="查回执 what came of a key",
            responses=answers("Receipt"),
        )

    def _door(self, act: "Act[..., object]") -> Endpoint:
        async def perform(request: Request) -> Response:
            given = await read_json(request)
            return await run_in_threadpool(self._perform, act, request, given)

        return perform

    def _perform(
        self, act: "Act[..., object]", request: Request, given: Mapping[str, object]
    ) -> Response:
        visitor = self.gate.signed_in(request)
        key = key_of(request.headers.get("idempotency-key", ""))
        seen = seen_version(act, request.headers.get("if-match", ""))
        if FILE in request.query_params:
            given = {FILE: request.query_params[FILE], **given}
        asked = request_of(act, visitor, given, key=key, seen=seen, channel="api")
        receipt = self.house.perform(asked)
        version = receipt.files.get(asked.file) if asked.file else None
        return answer({"receipt": written(receipt)}, version=version)

    def open_acts(self, request: Request) -> Response:
        """
        List your acts on a file, or those that open one, with what each still lacks.
        """
        visitor = self.gate.signed_in(request)
        file = file_in(request)
        leading = self.house.leading(Ask(visitor.reader), file) if file else None
        if leading:
            return moved_to(request, **{FILE: leading})
        found = standings(self.house, visitor, file)
        known = self.house.ledger.read(file) if file else None
        version = known.version if known else None
        body = {
            "file": str(file) if file else None,
            "version": version,
            "acts": [_standing(each) for each in found],
        }
        return answer(body, version=version)

    async def put_document(self, request: Request) -> Response:
        """
        Put the bytes of a document before the act that will cite it.
        """
        await run_in_threadpool(self.gate.signed_in, request)
        content = await read_body(request, DOCUMENT_BYTES_MAX)
        kept = await run_in_threadpool(self.house.ledger.put_document, content)
        body = {"sha256": kept.sha256, "size": kept.size, "media": kept.media}
        return answer(body, status=201)

    def receipt(self, request: Request, key: str) -> Response:
        """
        Say what came of one of your idempotency keys.
        """
        visitor = self.gate.signed_in(request)
        found = self.house.ledger.receipt_for(visitor.actor, key)
        if found is None:
            raise NoSuchCase("no_such_receipt", under="", key=key)
        return answer({"receipt": written(found)})


def standings(house: House, visitor: Visitor, file: UUID | None) -> list[Standing]:
    """
    List the acts of somebody on a file that is theirs to know of.

    Raises:
        NoSuchCase: If it is not, or there is none.
    """
    found = [
        standing
        for standing in house.missing(visitor.actor, file)
        if not any(isinstance(m, NoSuchCase) for m in standing.missing[:1])
    ]
    if file and not found and not house.shows(visitor.reader, file):
        raise NoSuchCase("no_such_file", under="", file=file)
    return found


# -- reading and writing --------------------------------------------------------------


async def read_body(request: Request, most: int) -> bytes:
    """
    Read a body, and stop as soon as it is too long.

    Raises:
        NotThisWay: If it is.
    """
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > most:
            raise NotThisWay("too_large", most=most // 1024**2)
    return bytes(body)


async def read_json(request: Request) -> Mapping[str, object]:
    """
    Read a JSON object.

    Raises:
        NotThisWay: If it is sent as something else, or too long.
        Malformed: If it is no JSON object.
    """
    media = request.headers.get("content-type", "application/json")
    if "json" not in media.partition(";")[0]:
        raise NotThisWay("not_json_sent")
    body = await read_body(request, JSON_BYTES_MAX)
    try:
        given = orjson.loads(body or b"{}")
    except orjson.JSONDecodeError:
        given = None
    if not isinstance(given, dict):
        raise Malformed(fault("", "not_json"))
    return given


def file_in(request: Request) -> UUID | None:
    """
    Read which file an address names, if any.

    Raises:
        Malformed: If it is no id.
    """
    raw = request.query_params.get(FILE, "")
    if not raw:
        return None
    found = Intake().terms((FILE_MEMBER,), {FILE: raw})[FILE]
    assert isinstance(found, UUID)
    return found


def answer(
    body: Mapping[str, object], *, status: int = 200, version: int | None = None
) -> Response:
    """
    Answer in JSON, with the entity tag of the file where there is one.
    """
    headers = {"ETag": tag_of(version)} if version is not None else {}
    return Response(orjson.dumps(body), status, headers, media_type="application/json")


def written(receipt: Receipt) -> dict[str, object]:
    """
    Write a receipt as JSON carries it.
    """
    return {
        "positions": list(receipt.positions),
        "facts": list(receipt.facts),
        "files": {str(file): version for file, version in receipt.files.items()},
        "numbers": dict(receipt.numbers),
    }


def lacking(refused: Refused) -> dict[str, str]:
    """
    Write what an act still lacks, and which field answers it, if one does.
    """
    said = {
        "code": refused.code,
        "zh": labels.sentence(refused, "zh"),
        "en": labels.sentence(refused, "en"),
        "under": refused.under,
    }
    field = ANSWERED_BY.get(refused.code)
    return {**said, "field": field} if field else said


def is_open(standing: Standing) -> bool:
    """
    Whether an act can be done now, with what its own form asks for.
    """
    return all(refused.code in ANSWERED_BY for refused in standing.missing)


def _standing(standing: Standing) -> dict[str, object]:
    act = standing.act
    return {
        "act": act.name,
        "zh": act.said.zh,
        "en": act.said.en,
        "under": act.said.under,
        "open": is_open(standing),
        "seen": act.said.seen,
        "missing": [lacking(refused) for refused in standing.missing],
    }


# -- what OpenAPI shows ---------------------------------------------------------------


def _description(act: "Act[..., object]") -> str:
    rows = f"\n\n{' '.join(act.said.rows)}" if act.said.rows else ""
    return f"{act.doc}\n\n依据 under {act.said.under}{rows}"


def _tag(act: "Act[..., object]") -> str:
    if len(act.file_kinds) > 1:
        return "各类卷宗 files of several kinds"
    return next((f"{k.ZH} {k.EN}" for k in act.file_kinds), "开卷 openings")


def _extra(act: "Act[..., object]") -> Schema:
    members = (*act.terms, *envelope_of(act))
    schema = object_of(m for m in members if m.name != FILE)
    parameters = [_KEY_HEADER]
    if not act.opening:
        parameters += [_file_parameter(), _version_header(required=act.said.seen)]
        properties = schema["properties"]
        assert isinstance(properties, dict)
        properties[FILE] = titled(FILE_MEMBER)
    return {
        "parameters": parameters,
        "requestBody": {
            "required": True,
            "content": {"application/json": {"schema": schema}},
        },
    }


def _version_header(*, required: bool) -> Schema:
    return {
        "name": "If-Match",
        "in": "header",
        "required": required,
        "description": '您看到的卷宗版本 version that you saw: "s17"',
        "schema": {"type": "string"},
    }


def _file_parameter() -> Schema:
    return {
        "name": FILE,
        "in": "query",
        "description": "卷宗编号，也可写在正文中 the file, or in the body",
        "schema": {"type": "string", "format": "uuid"},
    }
