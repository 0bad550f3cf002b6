"""
Who sees what (D21, D26): every question, and every page of a file, asked by everybody.

What is asked are the routes of the running apps, so that a new question is asked too.
"""

import re
from collections.abc import Iterator
from uuid import UUID

import pytest
from httpx2 import Response

from domain.base import Audience
from infra.questions import Question
from services.web.desks import DESKS
from tests.e2e.doors import UNKNOWN, Doors, routes_of, told
from tests.e2e.region import BUREAUS, UNDER, everybody

EVERYBODY = tuple(everybody())
NOBODY = ""

#: What anybody may open at a desk before signing in.
OPEN = frozenset(
    ("/livez", "/readyz", "/version", "/openapi.json", "/sign-in", "/static")
)


def questions(doors: Doors, who: str) -> Iterator[Question]:
    """
    List the questions that have a route at the desk of somebody.
    """
    declared = doors.region.house.questions
    for desk, route in routes_of(doors.region.app):
        name = route.path.removeprefix("/api/")
        is_here = desk == doors.desk(who) and "GET" in route.methods
        if is_here and name in declared and route.path == f"/api/{name}":
            yield declared[name]


def private(doors: Doors, where: str) -> set[str]:
    """
    Name the files of a place of which no fact is public.
    """
    body, facts = doors.region.places[where], doors.region.house.ledger.facts()
    own = {fact.file for fact in facts if fact.deed.body == body}
    public = {fact.file for fact in facts if fact.AUDIENCE is Audience.PUBLIC}
    files = own.union(doors.region.files[where].values())
    return {str(file) for file in files - public}


def hidden(doors: Doors, who: str) -> set[str]:
    """
    Name the files that somebody must not see, without those that the public reads of.
    """
    place = who.partition("@")[2]
    public = doors.get(NOBODY, "api/public-register", limit=500).text
    return {
        file
        for where in BUREAUS
        if where not in UNDER.get(place, ())
        for file in private(doors, where)
        if file not in public
    }


def paths(doors: Doors, who: str) -> Iterator[str]:
    """
    List the addresses of pages at the desk of somebody that name a file.
    """
    role = doors.region.people[who].role
    for desk, route in routes_of(doors.region.app):
        if desk != doors.desk(who) or "GET" not in route.methods:
            continue
        if route.path == "/acts/{act}":
            acts = (a for a in DESKS[desk].acts if role in a.said.by)
            yield from (f"/acts/{act.name}?file={{}}" for act in acts)
        elif re.fullmatch(r"/\w+/\{(file|thread|enterprise)\}", route.path):
            yield re.sub(r"\{\w+\}", "{}", route.path)


def shown(answer: Response, file: str) -> str:
    """
    Give what a page shows, apart from the id, and from what no two pages share.
    """
    text = answer.text.replace(file, "-").replace(file[:8], "-")
    return re.sub(r'[0-9a-f]{16}|value="[\w-]{20,}"', "", text)


def terms(question: Question, file: UUID) -> dict[str, object]:
    """
    Ask a question about a file, where it must be asked about something.
    """
    about = {"words": "冶炼"}
    return {
        term.name: about.get(term.name, file)
        for term in question.terms
        if term.required
    }


@pytest.mark.parametrize("who", [*EVERYBODY, NOBODY])
class TestQuestions:
    def test_to_whom(self, doors: Doors, who: str) -> None:
        """
        A question is answered to the roles that it is for, and refused to others.
        """
        for question in questions(doors, who):
            answer = doors.get(who, f"api/{question.name}", **terms(question, UNKNOWN))
            role = doors.region.people[who].role.code if who else "public"
            is_for = role in {each.code for each in question.by}
            expected = (200, 404) if is_for else (403,)
            assert answer.status_code in expected, question.name

    def test_rows_of_others(self, doors: Doors, who: str) -> None:
        """
        No row and no export names a file that is out of sight.
        """
        out_of_sight = hidden(doors, who)
        for question in questions(doors, who):
            for how in ({}, {"format": "json"}):
                given = {**terms(question, UNKNOWN), "limit": 500, **how}
                answer = doors.get(who, f"api/{question.name}", **given).text
                seen = {file for file in out_of_sight if file in answer}
                assert not seen, (question.name, seen)

    def test_about_others(self, doors: Doors, who: str) -> None:
        """
        Asked about a file that is out of sight, a question answers as about none.
        """
        out_of_sight = hidden(doors, who)
        for question in questions(doors, who):
            if not any(term.required for term in question.terms):
                continue
            unknown = doors.get(who, f"api/{question.name}", **terms(question, UNKNOWN))
            for file in sorted(out_of_sight):
                given = terms(question, UUID(file))
                answer = doors.get(who, f"api/{question.name}", **given)
                expected = told(unknown, UNKNOWN)
                assert told(answer, UUID(file)) == expected, question.name


class TestPages:
    @pytest.mark.parametrize("who", EVERYBODY)
    def test_of_others(self, doors: Doors, who: str) -> None:
        """
        A page of a file that is out of sight is that of a file that is not there.
        """
        out_of_sight = sorted(hidden(doors, who))
        for path in paths(doors, who):
            unknown = doors.page(who, path.format(UNKNOWN))
            for file in out_of_sight:
                answer = doors.page(who, path.format(file))
                assert answer.status_code == unknown.status_code, path
                assert shown(answer, file) == shown(unknown, str(UNKNOWN)), path

    @pytest.mark.parametrize("desk", sorted(DESKS))
    def test_before_signing_in(self, doors: Doors, desk: str) -> None:
        """
        A desk that is not open shows nothing to somebody who has not signed in.
        """
        for where, route in routes_of(doors.region.app):
            if where != desk or route.path in OPEN or DESKS[desk].is_open:
                continue
            path = f"/{desk}{route.path}".replace("{", "").replace("}", "")
            for method in route.methods:
                answer = doors.client.request(method, path)
                assert answer.status_code in (303, 401, 404, 422), (method, path)
