"""
No page shows an id where a name can stand.
"""

import pytest

from domain.base import Role
from infra.questions import Question
from services.web.desks import DESKS
from tests.e2e.bare import ROW, asked, bare
from tests.e2e.doors import Doors
from tests.e2e.region import BUREAUS

#: Lists in which nothing stands in the region; those of the demonstration city do.
EMPTY = frozenset(
    (desk, question)
    for desks, questions in (
        (
            ("enforcement", "discipline"),
            (
                "approvals black-list breaches discretion discretion-fines "
                "drawn-visits findings list-announcements list-history "
                "published-results"
            ),
        ),
        (
            ("judiciary",),
            (
                "bans black-list breaches credit-facts credit-records joint-measures "
                "list-announcements list-history penalties published-results "
                "red-list referrals"
            ),
        ),
        (
            ("disclosure",),
            (
                "black-list joint-measures list-announcements published-results "
                "red-list shared-credit-facts"
            ),
        ),
    )
    for desk in desks
    for question in questions.split()
)


def readers(doors: Doors, desk: str, question: Question) -> list[str]:
    """
    Name those at a desk who may put a question to it, and nobody in particular where
    anybody may.
    """
    people = doors.region.people
    may = [who for who in people if people[who].role in question.by]
    nobody = [""] if Role.PUBLIC in question.by else []
    return [*(who for who in may if doors.desk(who) == desk), *nobody]


def shown(doors: Doors, who: str, path: str) -> str:
    """
    Give a page that there must be.
    """
    answer = doors.page(who, path)
    assert answer.status_code == 200, answer.text[-600:]
    return answer.text


def files(doors: Doors) -> list[object]:
    """
    Name every file of the region that the tests know of.
    """
    return [f for own in doors.region.files.values() for f in own.values()]


@pytest.mark.parametrize(
    ("desk", "question"), asked(), ids=[f"{d}-{q.name}" for d, q in asked()]
)
def test_lists_name_what_they_hold(doors: Doors, desk: str, question: Question) -> None:
    """
    People, files and rules go by their names in every list of every desk.
    """
    pages = (
        shown(doors, who, f"/q/{question.name}")
        for who in readers(doors, desk, question)
        if who or DESKS[desk].is_open
    )
    found = next((page for page in pages if ROW.search(page)), "")

    assert bool(found) == ((desk, question.name) not in EMPTY)
    assert bare(files(doors), found) == []


def test_files_are_headed_by_names(doors: Doors) -> None:
    """
    So they do at the head of a file of every kind, and in its facts.
    """
    people = [who for who in doors.region.people if who.partition("@")[2] in BUREAUS]
    unseen, wrong = [], {}
    for kind, file in doors.region.files[BUREAUS[0]].items():
        answers = (doors.page(who, f"/files/{file}") for who in people)
        page = next((each.text for each in answers if each.status_code == 200), "")
        if not page:
            unseen.append(kind)
        elif found := bare(files(doors), page):
            wrong[kind] = found

    assert unseen == []
    assert wrong == {}


def test_the_check_finds_ids(doors: Doors) -> None:
    """
    The check itself would find an id, the beginning of one, and the id of a rule.
    """
    file = str(doors.region.files[BUREAUS[0]]["referral"])
    page = f"<p title='{file}'>{file}</p> <td>{file[:8]}</td> <td>RF.receipt</td>"

    assert set(bare(files(doors), page)) == {file, file[:8], "RF.receipt"}
