"""
What every request gets on its way in and out: an id, a log line, safe headers.
"""

import secrets
import time
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
        kept = scope.setdefault("state", {})
        if scope["type"] != "http" or "request_id" in kept:
            await self.app(scope, receive, send)
            return
        name, began = secrets.token_hex(8), time.perf_counter()
        kept["request_id"] = name
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
                    route=route_of(scope),
                    status=seen["status"],
                    duration_ms=round((time.perf_counter() - began) * 1000, 1),
                )


def route_of(scope: Scope) -> str:
    """
    Name the route that took a request, as it was declared.

    What was typed into the address, a name or a search, stands in none.
    """
    route = getattr(scope.get("route"), "path", "/*")
    return f"{scope.get('root_path', '')}{route}"
