"""
The empty demonstration ledger (空演示账本): what an empty home is opened as.

It has a bureau that may work at once, the bodies around it and somebody in every post,
all of them made up (演示); no enterprise, no inspection, nothing imported.
"""

import sys
from datetime import date
from typing import Final

from domain.acts import Power
from domain.base import Actor, Role
from domain.jurisdictions import NATIONWIDE
from domain.law.parameters import DRAFT
from domain.values import day_of
from infra.ledger import Ledger
from services.commandline.founding import FirstBody, FirstPerson, Founder, Founding
from services.web.house import House

#: What every invented name bears.
MARK: Final = "（演示）"

NAME: Final = "演示账本"
BUREAU: Final = "bureau"
CLERK: Final = "clerk"

#: The last act of the founding.
_ADOPTION: Final = "adoption"
#: The pack whose document names no place; only a demonstration may adopt it.
_PACK: Final = DRAFT
_POWERS: Final = (Power.INSPECT, Power.PENALISE, Power.COERCE)
_CERTIFICATE_YEARS: Final = 5

_COURT: Final = "演示市人民法院（演示）"
_GOVERNMENT: Final = "演示市人民政府（演示）"


def _body(key: str, name: str, kind: str = "", *, above: str = "") -> FirstBody:
    papers = {"region_word": "演", "review_body": _GOVERNMENT, "court": _COURT}
    if key == BUREAU:
        papers["agency_word"] = "应急"
    return FirstBody(
        key,
        name,
        kind or key,
        "prefecture",
        NATIONWIDE,
        above,
        papers if above else {},
    )


BODIES: Final = (
    _body("government", _GOVERNMENT),
    _body(BUREAU, f"演示市应急管理局{MARK}", "regulator", above="government"),
    _body("committee_office", f"演示市安委办{MARK}", above="government"),
    _body("discipline", f"演示市纪委监委{MARK}"),
    _body("police", f"演示市公安局{MARK}"),
    _body("procuratorate", f"演示市人民检察院{MARK}"),
    _body("court", _COURT),
    _body("partner", f"演示市市场监督管理局{MARK}"),
)

#: Who is in which post: account, invented name, role, body.
POSTS: Final = (
    (CLERK, "文静", Role.CLERK, BUREAU),
    ("importer", "任新", Role.IMPORTER, BUREAU),
    ("officer", "程安", Role.OFFICER, BUREAU),
    ("officer-2", "方正", Role.OFFICER, BUREAU),
    ("officer-3", "江平", Role.OFFICER, BUREAU),
    ("head", "陆明", Role.HEAD, BUREAU),
    ("principal-head", "顾全", Role.PRINCIPAL_HEAD, BUREAU),
    ("legal-reviewer", "严实", Role.LEGAL_REVIEWER, BUREAU),
    ("disclosure-officer", "孔晓", Role.DISCLOSURE_OFFICER, BUREAU),
    ("licensing", "许诺", Role.LICENSING, BUREAU),
    ("auxiliary", "祝力", Role.AUXILIARY, BUREAU),
    ("committee-office", "安宁", Role.COMMITTEE_OFFICE, "committee_office"),
    ("discipline", "纪清", Role.DISCIPLINE, "discipline"),
    ("police", "景卫", Role.POLICE, "police"),
    ("procuratorate", "简正", Role.PROCURATORATE, "procuratorate"),
    ("court", "申平", Role.COURT, "court"),
    ("partner", "连诚", Role.PARTNER, "partner"),
)


def open_demonstration(house: House) -> None:
    """
    Found an empty home as a demonstration ledger without data, and say so.

    Of two processes that open the same home, one founds it.
    """
    with house.ledger.together():
        if not is_unfounded(house.ledger):
            return
        _found(house)
    print(
        f"{house.home} 是空的，已开立为演示账本（无数据），"
        "只有一个演示机构及其人员（shilu people 可查）。"
        "正式账本请用 shilu init 开立。\n"
        f"{house.home} was empty and is now a demonstration ledger without data: only "
        "a made-up bureau and its people, whom `shilu people` lists. "
        "Use `shilu init` for a real one.",
        file=sys.stderr,
    )


def _found(house: House) -> None:
    today = day_of(house.ledger.clock.now())
    since = date(today.year - 1, 1, 1)
    people = tuple(
        FirstPerson(login, f"{name}{MARK}", (role,), body)
        for login, name, role, body in POSTS
    )
    founding = Founding(
        name=NAME,
        region=NATIONWIDE,
        demonstration=True,
        bodies=BODIES,
        people=people,
        since_on=since,
    )
    founder = Founder(house, founding)
    founder.found()
    _empower(founder)


def _empower(founder: Founder) -> None:
    """
    Certify the officers, enter the bureau's powers, and adopt the rules.
    """
    clerk, body = founder.clerks[BUREAU], str(founder.bodies[BUREAU])
    since, until = founder.since_on, founder.since_on.year + _CERTIFICATE_YEARS
    officers = [login for login, _, role, _ in POSTS if role is Role.OFFICER]
    for nth, login in enumerate(officers, start=1):
        founder.do(
            "certify-officer",
            clerk,
            key=f"certificate/{login}",
            file=founder.people[login],
            certificate_number=f"演示-{nth:03d}",
            certificate_kinds=["行政执法证"],
            valid_from=since.isoformat(),
            valid_until=date(until, 12, 31).isoformat(),
        )
    for power in _POWERS:
        founder.do(
            "assign-mandate",
            clerk,
            key=f"mandate/{power.code}",
            body=body,
            power=power.code,
            since_on=since.isoformat(),
        )
    pack = founder.do(
        "publish-rule-pack", clerk, key="pack", pack_code=_PACK, pack_version="演示"
    )
    founder.do(
        "adopt-rule-pack",
        clerk,
        key=_ADOPTION,
        file=pack,
        region=NATIONWIDE,
        since_on=founder.today.isoformat(),
    )


def is_unfounded(ledger: Ledger) -> bool:
    """
    Whether a home is still to be founded: nothing is recorded in it, or nothing but
    that it was opened as an empty demonstration.
    """
    operator = Actor(Role.OPERATOR)
    head = ledger.recorder.head
    opened = head == 1 and ledger.demonstration
    return not head or (
        opened and bool(ledger.recorder.used(operator.scope, "open-ledger"))
    )


def holds_only_its_founding(ledger: Ledger) -> bool:
    """
    Whether nothing was recorded in a demonstration ledger since it was founded.
    """
    recorder = ledger.recorder
    if not ledger.demonstration or recorder.head == 1:
        return ledger.demonstration
    person = recorder.holder(f"account/{CLERK}")
    found = ledger.read(person) if person else None
    if found is None:
        return False
    clerk = Actor(Role.CLERK, found.id, found.body)
    used = recorder.used(clerk.scope, f"init/{_ADOPTION}")
    return used is not None and used[1].last == recorder.head
