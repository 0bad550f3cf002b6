"""
A city that is served as its users have it: by the command, and read in a browser.
"""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from http import HTTPStatus
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

from playwright.sync_api import (
    Browser,
    BrowserContext,
    Page,
    Response,
    sync_playwright,
)

from infra.clock import SystemClock
from tests.e2e.story import Story
from tests.e2e.telling import Teller
from tests.needs import chromium_path

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
AXE = Path(__file__).parent / "vendor" / "axe-4.14.1.min.js"
#: What the pages are held to: WCAG 2.2 at the level AA, and what it rests on.
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
SECONDS_MAX = 30.0


def told(home: Path) -> Story:
    """Tell what happened today, up to the order that was served."""
    story = Story(Teller(home, SystemClock().now() - timedelta(hours=3)))
    story.settle()
    story.equip()
    story.inspect()
    story.order()
    story.teller.house.close()
    return story


@contextmanager
def serving(home: Path) -> Iterator[str]:
    """Run the command, and give the address at which it serves."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    settings = {"SHILU_HOME": str(home), "SHILU_PORT": str(port)}
    words = [sys.executable, "-m", "services.commandline.main", "serve"]
    with (
        (home.parent / "serve.log").open("w") as log,
        subprocess.Popen(
            words, env={**os.environ, **settings}, stdout=log, stderr=log
        ) as service,
    ):
        try:
            _wait_for(port)
            yield address
        finally:
            service.terminate()


def _wait_for(port: int) -> None:
    ends = time.monotonic() + SECONDS_MAX
    while True:
        asking = HTTPConnection("127.0.0.1", port, timeout=SECONDS_MAX)
        try:
            asking.request("GET", "/readyz")
            asking.getresponse()
        except ConnectionError:
            assert time.monotonic() < ends, "it does not serve"
            time.sleep(0.1)
        else:
            return
        finally:
            asking.close()


@contextmanager
def browsing() -> Iterator[Browser]:
    """Start the system's own Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium_path(), args=list(FLAGS)
        )
        yield browser
        browser.close()


def sign_in(page: Page, address: str, desk: str, name: str) -> None:
    """Choose somebody from the list of a desk."""
    page.goto(f"{address}/{desk}/sign-in")
    page.get_by_role("button", name=name).click()


def violations(page: Page) -> list[str]:
    """Ask axe what is wrong with a page."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found: dict[str, Any] = page.evaluate(
        "tags => axe.run(document, {runOnly: tags})", TAGS
    )
    return [
        f"{each['id']}: {node['html']}"
        for each in found["violations"]
        for node in each["nodes"]
    ]


def complaints(context: BrowserContext) -> list[str]:
    """Collect what the pages of a context complain about, from now on."""
    heard: list[str] = []

    def hear(answer: Response) -> None:
        if answer.status >= HTTPStatus.BAD_REQUEST:
            heard.append(f"{answer.status} {answer.url}")

    def listen(page: Page) -> None:
        page.on("console", lambda said: heard.append(f"{page.url} {said.text}"))
        page.on("pageerror", lambda error: heard.append(f"{page.url} {error}"))
        page.on("response", hear)

    context.on("page", listen)
    return heard
