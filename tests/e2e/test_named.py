"""
No page shows an id where a name can stand.
"""

import re

import pytest

from tests.e2e.doors import Doors

#: An id as it is written.
ID = re.compile(r"\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b")
#: What nobody reads: tags, with the addresses in them, and what is only for machines.
UNREAD = re.compile(r"<(script|style|option)\b.*?</\1>|<[^>]*>", re.DOTALL)


def shown(doors: Doors, who: str, path: str) -> str:
    """
    Give what can be read on a page.
    """
    answer = doors.page(who, path)
    assert answer.status_code == 200, answer.text[-600:]
    return UNREAD.sub(" ", answer.text)


@pytest.mark.parametrize(
    "question", ["cases", "penalties", "referrals", "hazards", "inspections"]
)
def test_lists_name_people_and_files(doors: Doors, question: str) -> None:
    """
    Handlers, officers and files go by their names in every list.
    """
    (place, *_) = doors.region.files
    text = shown(doors, f"officer@{place}", f"/q/{question}")

    assert not ID.findall(text)


@pytest.mark.parametrize("kind", ["enforcement-case", "referral", "penalty", "hazard"])
def test_files_are_headed_by_names(doors: Doors, kind: str) -> None:
    """
    So they do at the head of a file, and in its facts.
    """
    (place, *_) = doors.region.files
    file = doors.region.files[place][kind]
    text = shown(doors, f"officer@{place}", f"/files/{file}")

    assert not ID.findall(text)
