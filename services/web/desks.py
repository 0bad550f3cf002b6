"""
The four desks (工作台), and who works at which.

What stands at a desk follows from the declarations: an act, where one of its roles
works there; a question, where it says so.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from domain.acts import ACTS, Act
from domain.base import Role
from infra.questions import Question


@dataclass(frozen=True)
class Desk:
    """
    What one group of users works at.

    Args:
        name: In addresses.
        zh: Chinese name.
        en: English name.
        purpose_zh: What one comes here to do, Chinese.
        purpose_en: The same in English.
        roles: Who works at it.
        is_open: Whether anybody may read here without signing in.
    """

    name: str
    zh: str
    en: str
    purpose_zh: str
    purpose_en: str
    roles: frozenset[Role]
    is_open: bool = False

    @property
    def acts(self) -> "tuple[Act[..., object], ...]":
        """
        The acts that are done here, by name.
        """
        here = (a for a in ACTS.values() if a.said.by & self.roles)
        return tuple(sorted(here, key=lambda a: a.name))

    def questions(self, declared: Iterable[Question]) -> tuple[Question, ...]:
        """
        Choose the questions that are asked here, by name.
        """
        here = (q for q in declared if self.name in q.desks)
        return tuple(sorted(here, key=lambda q: q.name))


ENFORCEMENT = Desk(
    "enforcement",
    "执法工作台",
    "Enforcement",
    "检查、责令、复查，办理案卷",
    "Inspect, order, verify and keep the files",
    frozenset(
        (
            Role.OFFICER,
            Role.LEGAL_REVIEWER,
            Role.HEAD,
            Role.PRINCIPAL_HEAD,
            Role.CLERK,
            Role.DISCLOSURE_OFFICER,
            Role.IMPORTER,
            Role.COMMITTEE_OFFICE,
            Role.LICENSING,
            Role.AUXILIARY,
            Role.OPERATOR,
        )
    ),
)

DISCIPLINE = Desk(
    "discipline",
    "纪检监察工作台",
    "Discipline",
    "按任意一天、任意时点的所知，追溯全过程",
    "Follow any thread, as it stood and as it was known",
    frozenset((Role.DISCIPLINE,)),
)

JUDICIARY = Desk(
    "judiciary",
    "公检法工作台",
    "Judiciary",
    "查阅移送与公开的执法信息",
    "Read what was referred and what is public",
    frozenset((Role.POLICE, Role.PROCURATORATE, Role.COURT)),
)

DISCLOSURE = Desk(
    "disclosure",
    "公示与联合惩戒",
    "Disclosure",
    "查询行政处罚公示信息和名单",
    "Search published penalties and lists",
    frozenset((Role.PUBLIC, Role.PARTNER)),
    is_open=True,
)

DESKS: Mapping[str, Desk] = {
    desk.name: desk for desk in (ENFORCEMENT, DISCIPLINE, JUDICIARY, DISCLOSURE)
}


def desk_of(role: Role) -> Desk | None:
    """
    Say where a role works; nowhere, for the clock.
    """
    return next((desk for desk in DESKS.values() if role in desk.roles), None)
