"""
What is done with an enterprise's file alone (企业登记事项).
"""

from collections.abc import Iterable
from datetime import date

from domain.acts import Reach, act
from domain.base import HEADS, Role, Time
from domain.circumstances import Circumstances
from domain.enterprise.facts import (
    EnterpriseDeregistered,
    EnterpriseGradeChanged,
    EnterpriseGraded,
    EnterpriseRecordsJoined,
    EnterpriseRenamed,
    PrincipalChanged,
    PrincipalRecorded,
)
from domain.enterprise.file import Enterprise, PrincipalKind
from domain.folding import folded, is_masked, tidied_name
from domain.grounds import blank, first
from domain.references import EnterpriseRef
from domain.refusals import BeyondTheLaw, OutOfOrder, Refused
from domain.values import Personal

REGISTER = "安全生产法62"
ANSWERABLE = "安全生产法5"

_DECIDERS = (Role.OFFICER, *HEADS)


@act(
    "企业更名",
    "Rename an enterprise",
    by=(Role.OFFICER, Role.CLERK, Role.IMPORTER),
    under=REGISTER,
    time=Time.STATED,
    reach=Reach.BELOW,
    rules=("INV-14",),
    rows=("REG-01", "REG-11"),
)
def rename_enterprise(enterprise: Enterprise, at: Circumstances, *, name: str) -> None:
    """
    Record that an enterprise took another name; papers keep the one they bear.

    Args:
        enterprise: The enterprise.
        at: Who; the day of the new name.
        name: The new name.

    Raises:
        OutOfOrder: If another file leads, this is its name already, or none is given.
        BeyondTheLaw: If a part of the name is masked.

    Source:
        安全生产法 62; 哈尔滨实施意见 (十五): the file is kept up with its subject.
    """
    new = tidied_name(name)
    first(wrong_name(new))
    former = enterprise.name_on(at.on)
    if new == former:
        raise OutOfOrder("name_unchanged", under=REGISTER, name=new)
    enterprise.record(
        EnterpriseRenamed,
        at,
        name=new,
        name_key=at.keyed(folded(new)),
        former_name=former,
    )


@rename_enterprise.unless
def cannot_rename(enterprise: Enterprise, at: Circumstances) -> Iterable[Refused]:
    """
    Its file leads.
    """
    del at
    return yielding(enterprise)


@act(
    "企业注销",
    "Deregister an enterprise",
    by=(Role.OFFICER, Role.CLERK),
    under=REGISTER,
    time=Time.STATED,
    reach=Reach.BELOW,
    rules=("INV-14",),
    rows=("REG-01",),
)
def deregister_enterprise(
    enterprise: Enterprise, at: Circumstances, *, reason: str
) -> None:
    """
    Record that an enterprise was deregistered; no hazard and no case ends by it.

    Args:
        enterprise: The enterprise.
        at: Who; the day of its deregistration.
        reason: Why, and by whom.

    Raises:
        OutOfOrder: If another file leads, or this was recorded already.

    Source:
        安全生产法 62; 忻州2020通知 (十二): what is open is followed to its end.
    """
    enterprise.record(EnterpriseDeregistered, at, reason=reason)


@deregister_enterprise.unless
def cannot_deregister(enterprise: Enterprise, at: Circumstances) -> Iterable[Refused]:
    """
    Its file leads, and it is still registered.
    """
    del at
    yield from yielding(enterprise)
    if enterprise.is_deregistered:
        yield OutOfOrder(
            "deregistered_already", under=REGISTER, on=enterprise.deregistered_on
        )


@act(
    "企业并档",
    "Join the records of an enterprise",
    by=Role.CLERK,
    under=REGISTER,
    reach=Reach.BELOW,
    rows=("REG-01", "REG-11"),
)
def join_enterprise_records(
    enterprise: Enterprise, at: Circumstances, *, leading: EnterpriseRef, grounds: str
) -> None:
    """
    Say that another file is of the same enterprise and leads from now on.

    Nothing moves: this file keeps its facts and its codes, and points to the other.

    Args:
        enterprise: The file that yields.
        at: Who, when.
        leading: The file that leads.
        grounds: How it is known that both are of one enterprise.

    Raises:
        NoSuchCase: If there is no such other file of this body or one below it.
        OutOfOrder: If either file yields already.
        BeyondTheLaw: If both are the same file.

    Source:
        安全生产法 62; D23.
    """
    other = at.read(Enterprise, leading)
    first(at.standing.grounds(at.said, other, at))
    first(yielding(other))
    if other.id == enterprise.id:
        raise BeyondTheLaw("joined_to_itself", under=REGISTER)
    enterprise.record(
        EnterpriseRecordsJoined,
        at,
        concerns=(leading,),
        leading=leading,
        grounds=grounds,
    )


@join_enterprise_records.unless
def cannot_join(enterprise: Enterprise, at: Circumstances) -> Iterable[Refused]:
    """
    Its file leads.
    """
    del at
    return yielding(enterprise)


@act(
    "企业定级",
    "Grade an enterprise",
    by=_DECIDERS,
    under=REGISTER,
    reach=Reach.BELOW,
    two_officers=True,
    rules=("INV-22", "INV-64"),
    rows=("REG-04",),
)
def grade_enterprise(
    enterprise: Enterprise, at: Circumstances, *, grade: str, factors: str
) -> None:
    """
    Grade an enterprise on the scale of the place.

    Args:
        enterprise: The enterprise.
        at: Who, when.
        grade: A code of the scale that the rule pack has.
        factors: What the grade rests on.

    Raises:
        OutOfOrder: If another file leads, or this is its grade already.
        BeyondTheLaw: If the scale has no such grade.

    Source:
        安全生产法 62; 忻州2020通知 (八): three classes; elsewhere as the pack has it.
    """
    scale = at.rules.words("enterprise.grades")
    former = enterprise.grade
    if former and (former.code, former.scale) == (grade, scale):
        raise OutOfOrder("grade_unchanged", under=REGISTER, grade=grade)
    if grade not in scale:
        raise BeyondTheLaw(
            "no_such_grade", under=REGISTER, grade=grade, grade_scale=scale
        )
    if former is None:
        enterprise.record(
            EnterpriseGraded, at, grade=grade, grade_scale=scale, factors=factors
        )
        return
    enterprise.record(
        EnterpriseGradeChanged,
        at,
        grade=grade,
        grade_scale=scale,
        factors=factors,
        former_grade=former.code,
    )


@grade_enterprise.unless
def cannot_grade(enterprise: Enterprise, at: Circumstances) -> Iterable[Refused]:
    """
    Its file leads.
    """
    del at
    return yielding(enterprise)


@act(
    "登记主要负责人",
    "Record a principal",
    by=(Role.OFFICER, Role.CLERK),
    under=ANSWERABLE,
    reach=Reach.BELOW,
    rows=("ENT-01", "ENT-06"),
)
def record_principal(
    enterprise: Enterprise,
    at: Circumstances,
    *,
    principal_kind: PrincipalKind,
    principal: Personal,
    since_on: date,
) -> None:
    """
    Record who answers for an enterprise in a capacity, from a day on.

    Args:
        enterprise: The enterprise.
        at: Who, when.
        principal_kind: In what capacity.
        principal: The person's name.
        since_on: First day; of later days the newest first day counts.

    Raises:
        OutOfOrder: If another file leads.

    Source:
        安全生产法 5: the principal is the first to answer for work safety.
    """
    name_principal(
        enterprise, at, kind=principal_kind, person=principal, since_on=since_on
    )


@record_principal.unless
def cannot_record_principal(
    enterprise: Enterprise, at: Circumstances
) -> Iterable[Refused]:
    """
    Its file leads.
    """
    del at
    return yielding(enterprise)


def name_principal(
    enterprise: Enterprise,
    at: Circumstances,
    *,
    kind: PrincipalKind,
    person: Personal,
    since_on: date,
) -> None:
    """
    Record who answers in a capacity, with the name keyed, so that a row that names
    somebody can be held against it.
    """
    held = any(each.kind is kind for each in enterprise.principals)
    enterprise.record(
        PrincipalChanged if held else PrincipalRecorded,
        at,
        principal_kind=kind,
        principal=person,
        since_on=since_on,
        principal_key=principal_key(at, person),
    )


def principal_key(at: Circumstances, person: Personal) -> str:
    """
    Stand for a person's name where two are compared and neither may be read.
    """
    return at.keyed(f"person/{folded(person.text)}")


def wrong_name(name: str) -> Iterable[Refused]:
    """
    Refuse what stands for nobody in particular: no name, or a masked one.
    """
    yield from blank(name, "name_missing", under=REGISTER)
    if is_masked(name):
        yield BeyondTheLaw("name_masked", under=REGISTER, name=name)


def yielding(enterprise: Enterprise) -> Iterable[Refused]:
    """
    Refuse where another file of the same enterprise leads.
    """
    if enterprise.yields:
        yield OutOfOrder("records_joined", under=REGISTER, leading=enterprise.leading)
