"""
Who sees what (D21, D26): every question, and every page of a file, asked by everybody.

What is asked are the routes of the running apps, so that a new question is asked too.
"""

import re
from collections.abc import Iterator
from uuid import UUID

import pytest
from httpx2 import Response

from domain.base import Audience, Role
from infra.questions import Question
from services.web.desks import DESKS
from tests.e2e.doors import UNKNOWN, Doors, routes_of, told
from tests.e2e.region import BUREAUS, UNDER, everybody

NOBODY = ""

#: Every role that is of a place, once; somebody of a county has a city beside it.
BESIDE_ANOTHER = tuple(
    who for who in everybody() if not who.endswith(("@city", "@beside", "@nowhere"))
)

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
        is_here = desk == doors.desk(who) and "GET" in (route.methods or ())
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


def one_of_each(doors: Doors, who: str) -> dict[str, UUID]:
    """
    Choose a place that is out of somebody's sight, and give its files by kind.
    """
    out_of_sight = hidden(doors, who)
    place = who.partition("@")[2]
    where = next(w for w in reversed(BUREAUS) if w not in UNDER.get(place, ()))
    files = doors.region.files[where].items()
    return {kind: file for kind, file in files if str(file) in out_of_sight}


def forms(doors: Doors, who: str) -> Iterator[tuple[str, UUID]]:
    """
    List the addresses of somebody's forms, each with a file that they may not see: the
    one that the act would be done on, or one that is already filled in.
    """
    files = one_of_each(doors, who)
    role = doors.region.people[who].role
    for act in DESKS[doors.desk(who)].acts:
        if role not in act.said.by:
            continue
        for kind in act.file_kinds:
            if kind.TOPIC in files:
                yield f"/acts/{act.name}?file={{}}", files[kind.TOPIC]
        if act.opening:
            yield f"/acts/{act.name}?file={{}}", files["hazard"]
            for term in act.terms:
                if term.shape.reference and term.shape.reference.kind in files:
                    file = files[term.shape.reference.kind]
                    yield f"/acts/{act.name}?{term.name}={{}}", file


def pages(doors: Doors, who: str) -> Iterator[tuple[str, UUID]]:
    """
    List the addresses of pages that name a file, each with files not to be seen.
    """
    files = one_of_each(doors, who)
    for desk, route in routes_of(doors.region.app):
        if desk == doors.desk(who) and "GET" in (route.methods or ()):
            for file in (files["enterprise"], files["hazard"], files["officer"]):
                if re.fullmatch(r"/[a-z]+/\{(file|thread|enterprise)\}", route.path):
                    yield re.sub(r"\{\w+\}", "{}", route.path), file


def shown(answer: Response, file: UUID) -> str:
    """
    Give what a page shows, apart from the id, and from what no two pages share.
    """
    text = answer.text.replace(str(file), "-").replace(str(file)[:8], "-")
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


@pytest.mark.parametrize("who", [*BESIDE_ANOTHER, "officer@city", NOBODY])
class TestQuestions:
    @pytest.mark.parametrize("how", ["", "json"])
    def test_to_whom_and_of_whom(self, doors: Doors, who: str, how: str) -> None:
        """
        A question is answered to the roles that it is for, and neither page nor export
        names a file that is out of sight; others are refused.
        """
        out_of_sight = hidden(doors, who)
        role = doors.region.people[who].role if who else Role.PUBLIC
        for question in questions(doors, who):
            given = {**terms(question, UNKNOWN), "limit": 500, "format": how}
            answer = doors.get(who, f"api/{question.name}", **given)
            expected = (200, 404) if role in question.by else (403,)
            assert answer.status_code in expected, question.name
            seen = {file for file in out_of_sight if file in answer.text}
            assert not seen, (question.name, seen)

    def test_about_others(self, doors: Doors, who: str) -> None:
        """
        Asked about a file that is out of sight, a question answers as about none.
        """
        for question in questions(doors, who):
            if not any(t.required and t.shape.reference for t in question.terms):
                continue
            unknown = doors.get(who, f"api/{question.name}", **terms(question, UNKNOWN))
            for file in one_of_each(doors, who).values():
                answer = doors.get(who, f"api/{question.name}", **terms(question, file))
                assert told(answer, file) == told(unknown, UNKNOWN), question.name


class TestPages:
    @pytest.mark.parametrize("who", BESIDE_ANOTHER)
    def test_of_others(self, doors: Doors, who: str) -> None:
        """
        A page of a file that is out of sight is that of a file that is not there, and
        a form does not call it by its name.
        """
        for path, file in (*pages(doors, who), *forms(doors, who)):
            unknown = doors.page(who, path.format(UNKNOWN))
            answer = doors.page(who, path.format(file))
            assert answer.status_code == unknown.status_code, path
            assert shown(answer, file) == shown(unknown, UNKNOWN), path

    @pytest.mark.parametrize("desk", sorted(DESKS))
    def test_before_signing_in(self, doors: Doors, desk: str) -> None:
        """
        A desk that is not open shows nothing to somebody who has not signed in.
        """
        for where, route in routes_of(doors.region.app):
            if where != desk or route.path in OPEN or DESKS[desk].is_open:
                continue
            path = re.sub(r"\{\w+\}", str(UNKNOWN), f"/{desk}{route.path}")
            for method in route.methods or ():
                answer = doors.client.request(method, path)
                assert answer.status_code in (303, 401, 404, 422), (method, path)

    @pytest.mark.parametrize(
        "who",
        ["officer@north", "discipline@commission", "court@court", "partner@partner"],
    )
    def test_at_another_desk(self, doors: Doors, who: str) -> None:
        """
        A token is good at the desk of its role and at no other.
        """
        for desk, route in routes_of(doors.region.app):
            if desk == doors.desk(who) or not route.path.startswith("/api/"):
                continue
            path = re.sub(r"\{\w+\}", "k", f"/{desk}{route.path}")
            for method in route.methods or ():
                headers = doors.headers(who)
                answer = doors.client.request(method, path, headers=headers)
                told_so = (answer.status_code, answer.json()["code"])
                assert told_so == (403, "not_at_this_desk"), (method, path)
