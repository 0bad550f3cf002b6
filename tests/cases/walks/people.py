"""
Who acts in a walk: the bureau, the other bodies, and those who may not.
"""

from datetime import date, timedelta
from random import Random
from uuid import UUID

from domain.acts import ACTS, Power
from domain.base import Actor, Fact, Role
from domain.refusals import Refused
from tests.cases.yard import Yard

#: First day of posts, mandates and certificates, and the last of certificates.
SINCE, UNTIL = date(2020, 1, 1), date(2999, 12, 31)
#: By which roles something is done that no person of the bureau does.
OUTSIDE = {
    Role.POLICE: ("police", "other police"),
    Role.PROCURATORATE: ("procuratorate",),
    Role.COURT: ("court",),
    Role.COMMITTEE_OFFICE: ("committee",),
    Role.PARTNER: ("partner",),
    Role.DISCIPLINE: ("discipline",),
}
#: Who acts with whom, by the number of the officer.
PAIRS = (1, 0, 3, 2, 0)


class Peopled(Yard):
    """
    The scene, with everybody who acts in a walk.
    """

    bodies: dict[str, UUID]
    principal_head: UUID
    unfit: dict[str, UUID]

    def do(self, act: str, file: UUID | None = None, /, **said: object) -> list[Fact]:
        """
        Do an act as the scene does, with a second officer where the law wants two.
        """
        by = said.get("by") or self.officer()
        assert isinstance(by, Actor)
        if ACTS[act].said.two_officers and by.role is Role.OFFICER:
            pair = team(self, by)
            number = self.officers.index(pair[0]) if pair else 0
            said.setdefault("officers", (number,))
        return super().do(act, file, **said)

    @property
    def principal(self) -> Actor:
        """
        Act as the principal head, who is another one than the deputy heads.
        """
        return Actor(Role.PRINCIPAL_HEAD, self.principal_head, self.bureau)

    def person(self, name: str, role: Role = Role.OFFICER) -> UUID:
        """
        Enrol somebody of the bureau.
        """
        return self._person(name, role)


def appoint_everybody(city: Peopled) -> None:
    """
    Give everybody the posts, certificates and powers that the whole law asks for.
    """
    for number, officer in enumerate(city.officers):
        certify(city, officer, f"证{number}")
    _appoint(city, _posts(city), city.bureau)
    for role, names in OUTSIDE.items():
        for name in names:
            city.appoint(city.officers[3], role, city.bodies[name])
    for head in (city.chief, Actor(Role.HEAD, city.superior, city.other_bureau)):
        for power in (Power.INSPECT, Power.PENALISE, Power.COERCE):
            said = {"body": head.body, "power": power, "since_on": SINCE}
            city.do("assign-mandate", None, by=head, **said)
    city.unfit = {
        "uncertified": city.person("无证"),
        "licensing": city.person("许可科"),
        "auxiliary": city.person("辅警", Role.AUXILIARY),
    }
    certify(city, city.unfit["licensing"], "证9")
    city.appoint(city.unfit["licensing"], Role.LICENSING)
    for number, stranger in enumerate(city.strangers):
        certify(city, stranger, f"县证{number}")
    _appoint(city, _posts_elsewhere(city), city.other_bureau)


def _appoint(city: Peopled, posts: dict[Role, tuple[UUID, ...]], body: UUID) -> None:
    for role, persons in posts.items():
        for person in persons:
            city.appoint(person, role, body)


def certify(city: Peopled, person: UUID, number: str) -> None:
    """
    Record somebody's certificate.
    """
    said = {"valid_from": SINCE, "valid_until": UNTIL}
    kinds = {"certificate_number": number, "certificate_kinds": ("安全生产",)}
    city.do("certify-officer", person, by=city.clerk, **kinds, **said)


def _posts(city: Peopled) -> dict[Role, tuple[UUID, ...]]:
    return {
        Role.PRINCIPAL_HEAD: (city.principal_head, city.officers[1]),
        Role.HEAD: (city.head, city.other_head),
        Role.LEGAL_REVIEWER: (city.reviewer, city.officers[0]),
        Role.CLERK: (city.officers[4],),
        Role.DISCLOSURE_OFFICER: (city.officers[3],),
        Role.IMPORTER: (city.officers[4],),
    }


def _posts_elsewhere(city: Peopled) -> dict[Role, tuple[UUID, ...]]:
    """
    Who holds what post in the other bureau.
    """
    one, other = city.strangers
    return {
        Role.OFFICER: (one, other),
        Role.HEAD: (city.superior,),
        Role.PRINCIPAL_HEAD: (city.superior,),
        Role.LEGAL_REVIEWER: (other,),
        Role.CLERK: (other,),
        Role.DISCLOSURE_OFFICER: (other,),
    }


def people(city: Peopled, role: Role, body: UUID | None = None) -> tuple[Actor, ...]:
    """
    List who acts in a role: in the bureau, unless the file is the other bureau's.
    """
    if role is Role.CLOCK:
        return (Actor(Role.CLOCK),)
    if body == city.other_bureau and role not in OUTSIDE:
        elsewhere = _posts_elsewhere(city).get(role, ())
        return tuple(Actor(role, person, body) for person in elsewhere)
    if role in OUTSIDE:
        stranger = city.officers[3]
        names = OUTSIDE[role]
        return tuple(Actor(role, stranger, city.bodies[name]) for name in names)
    persons = _posts(city).get(role, tuple(city.officers[:4]))
    return tuple(Actor(role, person, city.bureau) for person in persons)


def anybody(city: Peopled, role: Role, dice: Random) -> Actor:
    """
    Draw somebody who acts in a role, now and then one who may not: of another body,
    without certificate or post, in another role.
    """
    usual = dice.choice(people(city, role))
    if usual.person is None or dice.random() > 0.15:
        return usual
    unfit = [Actor(role, person, city.bureau) for person in city.unfit.values()]
    others = [
        Actor(role, city.strangers[0], city.other_bureau),
        Actor(role, city.superior, city.other_bureau),
        Actor(dice.choice(list(Role)), usual.person, usual.body),
        *people(city, dice.choice([*OUTSIDE])),
    ]
    return dice.choice([*unfit, *others])


def team(city: Peopled, by: Actor, dice: Random | None = None) -> tuple[UUID, ...]:
    """
    Give who acts with somebody; with dice, now and then nobody or somebody unfit.
    """
    if by.person is None:
        return ()
    pairs = dict(zip(city.officers, PAIRS, strict=True))
    usual: tuple[UUID, ...] = (city.officers[pairs.get(by.person, 0)],)
    if by.role is not Role.OFFICER:
        usual = ()
    elif by.person in city.strangers:
        usual = tuple(each for each in city.strangers if each != by.person)
    if dice is None or dice.random() > 0.08:
        return usual
    return dice.choice([(), (by.person,), *((each,) for each in city.unfit.values())])


def something_happens(city: Peopled, dice: Random) -> None:
    """
    Let a certificate or a post come to an end, or be there again: of one of those whom
    others can stand in for.
    """
    number = dice.choice((2, 3))
    officer, licensing = city.officers[number], city.unfit["licensing"]
    paper = {"certificate_number": f"证{number}", "reason": "调查"}
    yesterday = city.day - timedelta(days=1)
    leaves = {"until_on": yesterday, "reason": "调离", "role": Role.LICENSING}
    post = {"role": Role.LICENSING, "body": city.bureau, "since_on": city.day}
    happenings = (
        ("suspend-certificate", officer, paper),
        ("reinstate-certificate", officer, paper),
        ("assign-officer-role", dice.choice((officer, licensing)), post),
        ("leave-office", dice.choice((officer, licensing)), leaves),
    )
    act, file, said = dice.choice(happenings)
    try:
        city.do(act, file, by=city.clerk, **said)
    except Refused:
        return
