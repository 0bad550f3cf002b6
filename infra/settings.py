"""
The settings (设置): read once from the environment, and never looked up again.
"""

import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from infra.failures import Misconfigured

PREFIX = "SHILU_"

HOME, PORT = f"{PREFIX}HOME", f"{PREFIX}PORT"

#: Keys that others read: this one is the tests'.
OF_OTHERS = frozenset({f"{PREFIX}REQUIRE"})

KNOWN = frozenset({HOME, PORT}) | OF_OTHERS

PORT_MAX = 65535


@dataclass(frozen=True)
class Settings:
    """
    How a process runs.

    Args:
        home: The folder that holds all state of the embedded form.
        port: The port to serve on, 1 to 65535.
    """

    home: Path = Path("var")
    port: int = 8000

    @classmethod
    def read(cls, environment: Mapping[str, str]) -> Self:
        """
        Read the settings.

        Args:
            environment: ``os.environ``, or what a test gives.

        Raises:
            Misconfigured: If a key is unknown, or a value is none for its key.
        """
        _refuse_unknown(environment)
        home, port = environment.get(HOME), environment.get(PORT)
        return cls(
            home=Path(home) if home else cls.home,
            port=_port(port) if port else cls.port,
        )


def _refuse_unknown(environment: Mapping[str, str]) -> None:
    """
    Refuse a key that nothing reads: whoever set it expects something of it.
    """
    for key in sorted(environment):
        if key.startswith(PREFIX) and key not in KNOWN:
            own = sorted(KNOWN - OF_OTHERS)
            (near,) = difflib.get_close_matches(key, own, n=1, cutoff=0)
            raise Misconfigured(
                f"没有设置项 {key}；您是否要设置 {near}？可用：{'、'.join(own)}。",
                f"There is no setting {key}; did you mean {near}? "
                f"There are: {', '.join(own)}.",
            )


def _port(text: str) -> int:
    if text.isascii() and text.isdigit() and 0 < int(text) <= PORT_MAX:
        return int(text)
    raise Misconfigured(
        f"{PORT} 应为 1 至 {PORT_MAX} 的数字，现为“{text}”。",
        f"{PORT} should be a number from 1 to {PORT_MAX}; it is {text!r}.",
    )
