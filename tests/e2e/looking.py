"""
Has people look at pages of a story, each at their own desk.
"""

import re

from tests.e2e.pages import Page
from tests.e2e.story import Story


def shown(story: Story, login: str, path: str, *, reading: str = "") -> Page:
    """Have somebody look at a page of their desk, in a language that they chose."""
    desk, headers = story.teller.desk(login), {"Accept": "text/html"}
    cookies = [f"shilu_language={reading}"] if reading else []
    if login:
        token = story.teller.house.issuer.token(story.teller.people[login])
        cookies.append(f"shilu_{desk}={token}")
    if cookies:
        headers["Cookie"] = "; ".join(cookies)
    answer = story.teller.client.get(f"/{desk}/{path}", headers=headers)
    assert answer.status_code == 200, answer.text[-600:]
    return Page(answer)


def plain(text: str) -> str:
    """Write a text with single blanks."""
    return re.sub(r"\s+", " ", text).strip()
