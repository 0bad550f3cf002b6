"""
What every request gets on its way in and out: an id, a log line, safe headers.
"""

import secrets
from collections.abc import MutableMapping
from typing import Any

import structlog
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from services.web.language import rendered_for

#: No script, style, frame or form from or to anywhere else.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
    "manifest-src 'self'; font-src 'self'"
)

HEADERS = {
    "Content-Security-Policy": POLICY,
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}

log = structlog.get_logger()


class EveryRequest:
    """
    Middleware of every app.
    """

    def __init__(self, app: ASGIApp) -> None:
        """
        Stand before an app.
        """
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """
        Name the request, serve it, and log one line about it.
        """
        if scope["type"] != "http" or "request_id" in scope.get("state", {}):
            await self.app(scope, receive, send)
            return
        name = secrets.token_hex(8)
        scope.setdefault("state", {})["request_id"] = name
        seen: MutableMapping[str, Any] = {"status": 500}

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                seen["status"] = message["status"]
                headers = MutableHeaders(scope=message)
                headers["X-Request-Id"] = name
                for header, value in HEADERS.items():
                    headers.setdefault(header, value)
                headers.setdefault("Cache-Control", "no-store")
            await send(message)

        asked = Request(scope)
        query = asked.url.query
        address = f"{asked.url.path}?{query}" if query else asked.url.path
        with (
            structlog.contextvars.bound_contextvars(request_id=name),
            rendered_for(scope["method"], address, asked.cookies),
        ):
            try:
                await self.app(scope, receive, sending)
            finally:
                log.info(
                    "request_served",
                    method=scope["method"],
                    path=scope["path"],
                    status=seen["status"],
                )
