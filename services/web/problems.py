"""
Every "no" as RFC 9457 problem details, in the caller's language.

A refusal names its provision, a failure whether to try again, a malformed request each
field; pages show the same in a frame of their own.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import orjson
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from domain.law.silence import LawSilent
from domain.refusals import (
    BeyondTheLaw,
    NoSuchCase,
    NotCompetent,
    OutOfOrder,
    OutOfTime,
    Refused,
)
from infra.failures import FactTooLarge, Failure, Stale
from services.web import labels
from services.web.faults import Fault, Malformed, fault
from services.web.labels import Language

MEDIA = "application/problem+json"

#: Seconds after which to try again what failed for want of a store.
RETRY_SECONDS = 5

#: Titles of refusals, most special first.
TITLES: dict[type[Refused], tuple[str, str]] = {
    NotCompetent: ("无权办理", "Not competent"),
    NoSuchCase: ("查无此件", "No such file"),
    OutOfOrder: ("程序不符", "Out of order"),
    OutOfTime: ("期限不符", "Out of time"),
    BeyondTheLaw: ("超出法定范围", "Beyond the law"),
    Refused: ("不予办理", "Refused"),
}

#: What the door itself asks for: status, Chinese and English.
DOOR: dict[str, tuple[int, str, str]] = {
    "idempotency_key_missing": (
        400,
        "请在 Idempotency-Key 请求头中给出幂等键（1 至 200 个可见字符）。",
        "Give a key of 1 to 200 visible characters in the header Idempotency-Key.",
    ),
    "not_readable": (
        400,
        "请求内容无法读取，没有记录任何内容。",
        "The request cannot be read; nothing was recorded.",
    ),
    "not_signed_in": (401, "请先登录。", "Sign in first."),
    "not_at_this_desk": (
        403,
        "您的岗位不使用本工作台，请到“{desk}”办理。",
        "Your role does not work at this desk; go to {desk}.",
    ),
    "not_sent_from_here": (
        403,
        "页面已过期，或者请求不是从本页面发出的。内容没有提交，请重新打开页面再试。",
        "The page has expired or the request came from elsewhere; open it again.",
    ),
    "no_such_page": (
        404,
        "没有这个页面或者接口。",
        "There is no such page or endpoint.",
    ),
    "method_not_allowed": (
        405,
        "该地址不接受这种请求方法。",
        "This address does not take this method.",
    ),
    "too_large": (
        413,
        "请求超过 {most} MB。",
        "The request is larger than {most} MB.",
    ),
    "not_json_sent": (
        415,
        "请以 application/json 发送。",
        "Send it as application/json.",
    ),
    "version_unreadable": (
        400,
        'If-Match 请求头应写作 "s17"，数字为卷宗版本。',
        'The header If-Match reads "s17", with the version of the file.',
    ),
    "version_required": (
        428,
        "本事项须在 If-Match 请求头中写明您看到的卷宗版本。",
        "State in the header If-Match the version of the file that you saw.",
    ),
    "failed": (
        500,
        "系统出错，您的操作没有记录。请把请求编号告诉运维人员。",
        "Something broke and nothing was recorded; tell the operator the request id.",
    ),
}

_HTTP = {400: "not_readable", 404: "no_such_page", 405: "method_not_allowed"}


class NotThisWay(Exception):
    """
    A request that the door does not take as it came (请求方式不符).
    """

    def __init__(self, code: str, **blanks: str | int) -> None:
        """
        Name the reason, a key of ``DOOR``.
        """
        super().__init__(code)
        self.code = code
        self.blanks = blanks


@dataclass(frozen=True)
class Problem:
    """
    A "no", ready to be shown.

    Args:
        status: HTTP status.
        code: Stable.
        title: Chinese and English.
        detail: Chinese and English.
        under: The provision, of a refusal.
        errors: What is wrong with each field, of a malformed or too long request.
        changed: What was recorded since the caller looked, of a stale one.
        headers: Further headers.
    """

    status: int
    code: str
    title: tuple[str, str]
    detail: tuple[str, str]
    under: str = ""
    errors: tuple[Mapping[str, str], ...] = ()
    changed: tuple[Mapping[str, str], ...] = ()
    headers: Mapping[str, str] = field(default_factory=dict)


def problem_of(error: Exception) -> Problem:
    """
    Say what an exception means to the caller.
    """
    match error:
        case Refused():
            problem = _refused(error)
        case Malformed():
            problem = _malformed(error)
        case Stale():
            problem = _stale(error)
        case Failure():
            problem = _failed(error)
        case LawSilent():
            problem = _silent(error)
        case NotThisWay():
            problem = _not_this_way(error.code, **error.blanks)
        case HTTPException():
            problem = _of_http(error)
        case RequestValidationError():
            problem = _unread(error)
        case _:
            problem = _not_this_way("failed")
    return problem


def _refused(refused: Refused) -> Problem:
    title = next(t for kind, t in TITLES.items() if isinstance(refused, kind))
    # The bare class names a request that cannot be meant, such as an unknown cursor.
    status = 422 if type(refused) is Refused else refused.status
    return Problem(
        status,
        refused.code,
        title,
        (labels.sentence(refused, "zh"), labels.sentence(refused, "en")),
        under=refused.under,
    )


def _malformed(malformed: Malformed) -> Problem:
    count = len(malformed.faults)
    return Problem(
        422,
        "malformed",
        ("内容有误", "Malformed request"),
        (
            f"有 {count} 处需要更正：" + "".join(f.zh for f in malformed.faults),
            f"{count} to mend: " + " ".join(f.en for f in malformed.faults),
        ),
        errors=_errors(*malformed.faults),
    )


def _errors(*faults: Fault) -> tuple[Mapping[str, str], ...]:
    return tuple(
        {"pointer": f.pointer, "code": f.code, "zh": f.zh, "en": f.en} for f in faults
    )


def _unread(error: RequestValidationError) -> Problem:
    """
    Answer what a route of a page could not read: an address that is none, or a field
    that is missing.
    """
    places = [[str(step) for step in each["loc"]] for each in error.errors()]
    if any(place[:1] == ["path"] for place in places):
        return _not_this_way("no_such_page")
    return _malformed(
        Malformed(*(fault(f"/{'/'.join(p[1:])}", "missing") for p in places))
    )


def _failed(failure: Failure) -> Problem:
    headers = {"Retry-After": str(RETRY_SECONDS)} if failure.retriable else {}
    return Problem(
        failure.status,
        failure.code,
        ("没有办成", "Not done"),
        (failure.zh, failure.en),
        errors=_too_long(failure) if isinstance(failure, FactTooLarge) else (),
        headers=headers,
    )


def _stale(stale: Stale) -> Problem:
    """
    Say what was recorded in the file since the caller looked at it.
    """
    words = [labels.fact(fact.TOPIC) for fact in stale.since]
    changed = [
        {
            "fact": fact.id,
            "zh": said.zh,
            "en": said.en,
            "occurred_at": fact.deed.occurred_at.isoformat(),
        }
        for fact, said in zip(stale.since, words, strict=True)
    ]
    zh = "、".join(said.zh for said in words)
    en = "; ".join(said.en for said in words)
    return replace(
        _failed(stale),
        title=("卷宗已有变化", "The file has moved on"),
        detail=(
            f"{stale.zh}" + (f"其间记入：{zh}。请核对后再办。" if zh else ""),
            stale.en
            + (f" Recorded since: {en}. Look at it, then go on." if en else ""),
        ),
        changed=tuple(changed),
    )


def _too_long(failure: FactTooLarge) -> tuple[Mapping[str, str], ...]:
    """
    Name the field that is too long, where one stands out.
    """
    if not failure.path:
        return ()
    return _errors(fault(f"/{failure.path}", "makes_it_too_long"))


def _silent(silent: LawSilent) -> Problem:
    return Problem(
        409,
        silent.code,
        ("法无规定", "The law is silent"),
        (silent.zh, silent.en),
        under=silent.under,
    )


def _not_this_way(code: str, **blanks: str | int) -> Problem:
    status, zh, en = DOOR[code]
    headers = {"WWW-Authenticate": "Bearer"} if code == "not_signed_in" else {}
    return Problem(
        status,
        code,
        ("请求未被接受", "Request not accepted"),
        (zh.format(**blanks), en.format(**blanks)),
        headers=headers,
    )


def _of_http(error: HTTPException) -> Problem:
    """
    Answer what no route takes; which methods one takes instead is in the headers.
    """
    problem = _not_this_way(_HTTP.get(error.status_code, "not_readable"))
    return replace(problem, headers={**problem.headers, **(error.headers or {})})


def as_json(problem: Problem, language: Language, instance: str) -> Response:
    """
    Write problem details.

    Args:
        problem: What is wrong.
        language: In which language its title and detail are.
        instance: What names this one occurrence.
    """
    choose = 0 if language == "zh" else 1
    body: dict[str, object] = {
        "type": f"urn:shilu:problem:{problem.code}",
        "title": problem.title[choose],
        "status": problem.status,
        "detail": problem.detail[choose],
        "instance": instance,
        "code": problem.code,
    }
    if problem.under:
        body["under"] = problem.under
    if problem.errors:
        body["errors"] = [
            {"pointer": e["pointer"], "code": e["code"], "detail": e[language]}
            for e in problem.errors
        ]
    if problem.changed:
        body["changed"] = [
            {"fact": c["fact"], "detail": c[language], "occurred_at": c["occurred_at"]}
            for c in problem.changed
        ]
    return Response(
        orjson.dumps(body),
        problem.status,
        {**problem.headers, "Content-Language": language},
        media_type=MEDIA,
    )


def wants_page(request: Request) -> bool:
    """
    Whether the caller is a browser that asked for a page.
    """
    path = request.scope["path"].removeprefix(request.scope.get("root_path", ""))
    accepts = request.headers.get("accept", "")
    return not path.startswith("/api/") and "text/html" in accepts


def language_of(request: Request) -> Language:
    """
    Choose the language of messages for a request.
    """
    return labels.preferred(request.headers.get("accept-language", ""))
