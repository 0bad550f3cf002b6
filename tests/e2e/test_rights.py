"""
Who may do what on whose files (D21), asked of the live routes in everybody's name.

What is expected is typed from the law by hand; what is asked are the routes of the
running apps, so that a new route is asked as well.
"""

from collections import defaultdict

import pytest

from domain.acts import ACTS
from domain.base import File, Role
from services.web.desks import desk_of
from tests.cases.standing.test_naming import REGISTERS
from tests.contract.test_authority import NOT_OF_THE_LAW
from tests.e2e.doors import UNKNOWN, Doors, kinds_in, routes_of, told
from tests.e2e.region import BUREAUS, UNDER, everybody
from tests.tables import AUTHORITY, rows_of

EVERYBODY = tuple(everybody())
ACT = "/api/acts/"


def scopes() -> dict[Role, dict[str, str]]:
    """
    Read the table: by role, how far it reaches with each act.
    """
    found: defaultdict[Role, dict[str, str]] = defaultdict(dict)
    for row in rows_of(AUTHORITY):
        found[Role[row["role"].upper()]][row["act"]] = row["scope"]
    found[Role.OPERATOR] |= dict.fromkeys(NOT_OF_THE_LAW, "any")
    return found


SCOPES = scopes()


def parts(who: str) -> tuple[Role, str]:
    """
    Take a name apart: role and place.
    """
    role, _, place = who.partition("@")
    return Role[role.upper()], place


def reaches(scope: str, place: str, where: str) -> bool:
    """
    Whether a scope of the table reaches from one place to a file of another.
    """
    if scope == "own":
        return where == place
    return scope == "any" or where in UNDER.get(place, ())


def allowed(who: str, where: str, kind: str) -> set[str]:
    """
    List what somebody may do on a file of a kind, by the table.
    """
    role, place = parts(who)
    return {
        act
        for act, scope in SCOPES[role].items()
        if kind in kinds_of(act) and reaches(scope, place, where)
    }


def kinds_of(act: str) -> tuple[str, ...]:
    """
    Say on which kinds of file an act is done; on none, if it opens one, or is on any.
    """
    kinds = (kind.TOPIC for kind in ACTS[act].file_kinds if kind is not File)
    return tuple(kinds) or ("",)


def kind_of(act: str) -> str:
    """
    Name one kind of file that an act is done on; none, if it opens one.
    """
    return kinds_of(act)[0]


def offered(doors: Doors) -> dict[str, set[str]]:
    """
    List the acts that have a route, by desk.
    """
    found: defaultdict[str, set[str]] = defaultdict(set)
    for desk, route in routes_of(doors.region.app):
        if route.path.startswith(ACT):
            found[desk].add(route.path.removeprefix(ACT))
    return found


class TestRoutes:
    def test_of_acts(self, doors: Doors) -> None:
        """
        An act has a route at the desks where a role of the table works, and nowhere
        else.
        """
        typed: defaultdict[str, set[str]] = defaultdict(set)
        for role, acts in SCOPES.items():
            desk = desk_of(role)
            if desk is not None:
                typed[desk.name] |= set(acts)

        found = offered(doors)
        assert {d: {a for a in found[d] if a in known()} for d in found} == typed


def known() -> set[str]:
    """
    Name the acts of the domain, without those that other tests declare.
    """
    return {n for n, a in ACTS.items() if a.module.startswith("domain.")}


@pytest.mark.parametrize("who", EVERYBODY)
class TestActs:
    def test_openings(self, doors: Doors, who: str) -> None:
        """
        Openings are offered to the roles of the table, and to no others.
        """
        answer = doors.get(who, "api/acts").json()

        mine = {a for a in SCOPES[parts(who)[0]] if not kind_of(a)}
        assert {each["act"] for each in answer["acts"]} & known() == mine

    def test_on_whose_files(self, doors: Doors, who: str) -> None:
        """
        On a file of the own body, of one below, above and beside are offered the acts
        that the table grants there.
        """
        for where in BUREAUS:
            for kind, file in doors.region.files[where].items():
                answer = doors.get(who, "api/acts", file=file)
                granted = allowed(who, where, kind)
                acts = answer.json().get("acts", ())
                found = {each["act"] for each in acts} & known()
                assert found == granted, (where, kind, answer.text)

    def test_of_other_roles(self, doors: Doors, who: str) -> None:
        """
        An act that the table does not grant the role is refused at its route, or has
        none at the desk.
        """
        role, place = parts(who)
        here = offered(doors)[doors.desk(who)]
        files = doors.region.files.get(place, doors.region.files["city"])
        for act in known() - set(SCOPES[role]):
            kind = kind_of(act)
            if kind and kind not in files:
                continue
            answer = doors.post(who, act, files.get(kind))
            expected = {("role_not_competent", 403)}
            if act not in here:
                expected = {("no_such_page", 404)}
            elif kind and place not in BUREAUS:
                expected.add(("no_such_file", 404))
            assert (answer.json()["code"], answer.status_code) in expected, act

    def test_a_foreign_file(self, doors: Doors, who: str) -> None:
        """
        A file out of reach is answered like an unknown one, also where a version is
        named.
        """
        for act, scope in SCOPES[parts(who)[0]].items():
            foreign = [
                doors.region.files[where][kind_of(act)]
                for where in BUREAUS
                if kind_of(act) and not reaches(scope, parts(who)[1], where)
            ]
            for number, file in enumerate(foreign):
                seen = "" if number else '"s9"'
                unknown = doors.post(who, act, UNKNOWN, seen=seen)
                answer = doors.post(who, act, file, seen=seen)
                assert answer.status_code == 404
                assert told(answer, file) == told(unknown, UNKNOWN), act

    def test_a_foreign_file_in_a_term(self, doors: Doors, who: str) -> None:
        """
        Naming a file that is out of reach tells no more than naming an unknown one.
        """
        place = parts(who)[1]
        for act, scope in SCOPES[parts(who)[0]].items():
            kinds = set().union(*(kinds_in(term.shape) for term in ACTS[act].terms))
            for kind in kinds - REGISTERS:
                body = doors.region.places.get(place)
                own = doors.region.files.get(place, {"body": body} if body else {})
                named = {each: own[each] for each in kinds & REGISTERS & set(own)}
                file = own.get(kind_of(act))
                unknown = doors.post(who, act, file, naming={**named, kind: UNKNOWN})
                for where in BUREAUS:
                    if reaches(scope, place, where):
                        continue
                    foreign = doors.region.files[where][kind or "hazard"]
                    naming = {**named, kind: foreign}
                    answer = doors.post(who, act, file, naming=naming)
                    assert told(answer, foreign) == told(unknown, UNKNOWN), act

    def test_a_file_in_reach(self, doors: Doors, who: str) -> None:
        """
        Within reach nothing is said of role or sight; a version long past keeps the
        trial from being recorded.
        """
        for act, scope in SCOPES[parts(who)[0]].items():
            for where in BUREAUS:
                file = doors.region.files[where].get(kind_of(act))
                if file and reaches(scope, parts(who)[1], where):
                    head = doors.region.house.ledger.recorder.head
                    answer = doors.post(who, act, file, seen='"s999999"')
                    assert answer.status_code in (403, 409, 412), answer.text
                    assert answer.json()["code"] != "role_not_competent"
                    assert doors.region.house.ledger.recorder.head == head
