"""
Whether it runs, whether it is ready, and which release it is: for whoever operates it.
"""

from collections.abc import Mapping
from importlib.metadata import version

import orjson
from fastapi import FastAPI
from starlette.responses import Response

from services.web.house import House

#: How many facts a read model may be behind before pages are no longer called ready.
LAG_MAX = 10_000


def add_health(app: FastAPI, house: House) -> None:
    """
    Add ``/livez``, ``/readyz`` and ``/version``.
    """

    def livez() -> Response:
        """
        Say that the process answers.
        """
        return _json({"status": "pass"})

    def readyz() -> Response:
        """
        Say how far each read model has come, and whether one has stopped.
        """
        head = house.ledger.recorder.head
        progress = house.progress()
        models = {
            name: {
                "position": each.position,
                "lag": max(0, head - each.position),
                "poison": each.poison or None,
            }
            for name, each in sorted(progress.items())
        }
        ready = all(
            not each.poison and head - each.position <= LAG_MAX
            for each in progress.values()
        )
        body = {"status": "pass" if ready else "fail", "head": head, "models": models}
        return _json(body, 200 if ready else 503)

    def release() -> Response:
        """
        Say which release this is.
        """
        return _json({"name": "shilu", "version": version("shilu")})

    app.add_api_route("/livez", livez, tags=["运行 operations"])
    app.add_api_route("/readyz", readyz, tags=["运行 operations"])
    app.add_api_route("/version", release, tags=["运行 operations"])


def _json(body: Mapping[str, object], status: int = 200) -> Response:
    return Response(orjson.dumps(body), status, media_type="application/json")
