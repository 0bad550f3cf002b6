"""
The log (运行日志): structlog with orjson, one event a line (D18).

The event is a constant phrase; the rest are fields. A field is a code, a number or an
id, never a person's name and never free text: what is neither is withheld, so that a
careless line shows nothing.
"""

import logging
import re
import sys
from collections.abc import Mapping, MutableMapping
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import BinaryIO
from uuid import UUID

import orjson
import structlog
from structlog.typing import EventDict, WrappedLogger

from infra.canonical import write_moment
from infra.clock import Clock, SystemClock

#: What stands for a value that does not belong into a log.
WITHHELD = "[withheld]"

#: The longest text of a field.
FIELD_LENGTH_MAX = 500

_EVENT = re.compile(r"[a-z][a-z0-9_]*")

Plain = str | int | float | bool | None


def configure(
    *,
    stream: BinaryIO | None = None,
    level: int = logging.INFO,
    clock: Clock | None = None,
) -> None:
    """
    Set the log up, once for a process; other libraries' warnings go the same way.

    Args:
        stream: Where lines go; the standard error by default.
        level: The lowest level shown, as in ``logging``.
        clock: The system's by default.
    """
    to = stream or sys.stderr.buffer
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            _Stamp(clock or SystemClock()),
            withhold,
            as_line,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.BytesLoggerFactory(to),
        cache_logger_on_first_use=False,
    )
    root = logging.getLogger()
    root.handlers[:] = [_Forward(logging.WARNING)]
    root.setLevel(logging.WARNING)


class _Stamp:
    """
    Adds the moment.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def __call__(
        self, logger: WrappedLogger, method: str, event_dict: EventDict
    ) -> EventDict:
        """
        Add it to one event.
        """
        del logger, method
        event_dict["at"] = write_moment(self._clock.now())
        return event_dict


def withhold(
    logger: WrappedLogger, method: str, event_dict: EventDict
) -> MutableMapping[str, object]:
    """
    Keep codes, numbers, ids and moments; withhold everything else.
    """
    del logger, method
    said: dict[str, object] = {
        key: _plain(value) for key, value in event_dict.items() if key != "exc_info"
    }
    if not _EVENT.fullmatch(str(event_dict.get("event"))):
        said["event"] = WITHHELD
    found = event_dict.get("exc_info")
    if found:
        said["raised"], said["where"] = _raised(found)
    return said


def _plain(value: object) -> Plain:
    if isinstance(value, bool | int | float | None):
        return value
    if isinstance(value, UUID | Path):
        return str(value)
    if isinstance(value, datetime):
        return write_moment(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return value if len(value) <= FIELD_LENGTH_MAX else WITHHELD
    return WITHHELD


def _raised(found: object) -> tuple[str, str]:
    """
    Name the error and the line that raised it; its words may hold what was typed in.
    """
    error: BaseException | None
    if isinstance(found, BaseException):
        error = found
    elif isinstance(found, tuple):
        error = found[1]
    else:
        error = sys.exc_info()[1]
    if error is None:
        return "", ""
    return type(error).__name__, _place(error.__traceback__)


def _place(traceback: TracebackType | None) -> str:
    place = ""
    while traceback is not None:
        code = traceback.tb_frame.f_code
        place = f"{Path(code.co_filename).name}:{traceback.tb_lineno} {code.co_name}"
        traceback = traceback.tb_next
    return place


def as_line(
    logger: WrappedLogger, method: str, event_dict: Mapping[str, object]
) -> bytes:
    """
    Write an event as one line of JSON.
    """
    del logger, method
    return orjson.dumps(event_dict, option=orjson.OPT_SORT_KEYS)


class _Forward(logging.Handler):
    """
    Hands what other libraries warn of to structlog, without their words.
    """

    def emit(self, record: logging.LogRecord) -> None:
        """
        Say which library warned, and where.
        """
        structlog.get_logger().log(
            record.levelno,
            "library_warned",
            library=record.name,
            where=f"{Path(record.pathname).name}:{record.lineno}",
            exc_info=record.exc_info,
        )
