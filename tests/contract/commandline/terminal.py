"""
A terminal: commands in processes of their own, and what is asked of what they leave.
"""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from infra.ledger import LEDGER

ROOT = Path(__file__).resolve().parents[3]
#: Bytes that are nothing.
NOISE = bytes(range(256)) * 40


def run(
    *words: str,
    home: Path,
    before: tuple[str, ...] = (),
    limit: Callable[[], object] | None = None,
) -> tuple[int, str, str]:
    """
    Run a command in a process of its own; its exit code, and what it wrote.
    """
    done = subprocess.run(
        [*before, sys.executable, "-m", "services.commandline.main", *words],
        cwd=ROOT,
        env={**os.environ, "SHILU_HOME": str(home), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        check=False,
        preexec_fn=limit,
        stdin=subprocess.DEVNULL,
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def facts_in(home: Path) -> int:
    """
    Count the facts of a home.
    """
    with sqlite3.connect(home / LEDGER) as sql:
        (count,) = sql.execute("SELECT count(*) FROM facts").fetchone()
    sql.close()
    return int(count)


def is_in_both_languages(said: str) -> bool:
    """
    Whether a message has Chinese and English in it.
    """
    has_chinese = any("\u4e00" <= letter <= "\u9fff" for letter in said)
    return has_chinese and any(letter.isascii() and letter.isalpha() for letter in said)
