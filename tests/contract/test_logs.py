"""
The log: one event a line, and nothing in it that says who somebody is.
"""

import logging
from collections.abc import Iterator
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from uuid import UUID

import orjson
import pytest
import structlog

from domain.values import Personal
from infra import logs
from infra.clock import SetClock

NOON = datetime(2026, 3, 2, 4, tzinfo=UTC)


@pytest.fixture
def stream() -> Iterator[BytesIO]:
    """
    Where lines go meanwhile.
    """
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    stream = BytesIO()
    logs.configure(stream=stream, clock=SetClock(NOON))
    yield stream
    structlog.reset_defaults()
    root.handlers[:] = handlers
    root.setLevel(level)


def lines(stream: BytesIO) -> list[dict[str, object]]:
    """
    What was logged, line by line.
    """
    return [orjson.loads(line) for line in stream.getvalue().splitlines()]


def test_one_event_a_line(stream: BytesIO) -> None:
    """
    An event is one line of JSON with its moment, its level and its fields.
    """
    log = structlog.get_logger()
    with structlog.contextvars.bound_contextvars(request_id="r1"):
        log.info("act_recorded", act="open-shop", position=7)
    log.warning("projector_waits")

    first, second = lines(stream)
    assert first == {
        "act": "open-shop",
        "at": "2026-03-02T04:00:00.000000Z",
        "event": "act_recorded",
        "level": "info",
        "position": 7,
        "request_id": "r1",
    }
    assert second["event"] == "projector_waits"


def test_what_is_kept(stream: BytesIO) -> None:
    """
    Ids, days, moments, paths and flags are written plainly.
    """
    structlog.get_logger().info(
        "kept",
        file=UUID(int=1),
        on=date(2026, 3, 2),
        until=NOON,
        path=Path("a"),
        is_x=True,
    )

    assert lines(stream)[0] | {"at": "", "level": ""} == {
        "at": "",
        "event": "kept",
        "file": str(UUID(int=1)),
        "is_x": True,
        "level": "",
        "on": "2026-03-02",
        "path": "a",
        "until": "2026-03-02T04:00:00.000000Z",
    }


@pytest.mark.parametrize(
    "value",
    [
        Personal("王小明"),
        {"name": "王小明"},
        ["王小明"],
        ValueError("王小明"),
        "王小明" * 200,
    ],
)
def test_what_is_withheld(stream: BytesIO, value: object) -> None:
    """
    Records, lists, errors and long texts are not written at all.
    """
    structlog.get_logger().info("said", value=value)

    assert lines(stream)[0]["value"] == logs.WITHHELD
    assert "王小明".encode() not in stream.getvalue()


def test_event_that_is_no_phrase(stream: BytesIO) -> None:
    """
    A sentence in place of an event's name is withheld.
    """
    structlog.get_logger().info("王小明 signed in")

    assert lines(stream)[0]["event"] == logs.WITHHELD


def test_error(stream: BytesIO) -> None:
    """
    Of an error its kind and place are written, not its words.
    """
    nobody: dict[str, int] = {}
    try:
        nobody["王小明"]
    except KeyError:
        structlog.get_logger().exception("handler_failed")

    (line,) = lines(stream)
    assert line["raised"] == "KeyError"
    assert str(line["where"]).startswith("test_logs.py:")
    assert "王小明".encode() not in stream.getvalue()


def test_other_libraries(stream: BytesIO) -> None:
    """
    What a library warns of is said to have happened, without its words.
    """
    logging.getLogger("somelib").info("quiet")
    logging.getLogger("somelib").warning("cannot serve %s", "王小明")

    (line,) = lines(stream)
    assert (line["event"], line["library"]) == ("library_warned", "somelib")
    assert "王小明".encode() not in stream.getvalue()
