"""
The register of enterprises (企业名录): entered together with who supervises them.
"""

from collections.abc import Iterable
from dataclasses import astuple, dataclass
from uuid import UUID

from domain.acts import Reach, act, opening
from domain.base import Role, Time
from domain.circumstances import Circumstances
from domain.codes import check_org_code
from domain.enterprise.acts import yielding
from domain.enterprise.facts import EnterpriseProfileChanged, EnterpriseRegistered
from domain.enterprise.file import Enterprise
from domain.enterprise.profile import UNSTATED, Profile, SubjectKind
from domain.folding import folded, folded_code, tidied_name
from domain.jurisdictions import NATIONWIDE
from domain.law.industries import DIVISIONS
from domain.procedures.party_codes import examined_uscc
from domain.procedures.supervision import examined_officer
from domain.references import OfficerRef
from domain.refusals import BeyondTheLaw, OutOfOrder, Refused
from domain.regions import is_known_region
from domain.regulator_assignment.file import (
    RegulatorAssignment,
    ResponsibleOfficerAssigned,
    SupervisingBodyAssigned,
)

REGISTER = "安全生产法62"

_BY = (Role.OFFICER, Role.CLERK, Role.IMPORTER)


@dataclass(frozen=True)
class Codes:
    """
    What identifies an enterprise (主体代码); empty where it has none.

    Args:
        uscc: 统一社会信用代码.
        reg_no: 注册号.
        org_code: 组织机构代码.
    """

    uscc: str = ""
    reg_no: str = ""
    org_code: str = ""

    @property
    def any_given(self) -> bool:
        """
        Whether there is one.
        """
        return any(astuple(self))


@opening(
    "企业入库",
    "Register an enterprise",
    by=_BY,
    under=REGISTER,
    rules=("INV-51",),
    rows=("REG-01", "REG-02", "REG-03", "REG-11", "LIC-05"),
)
def register_enterprise(
    at: Circumstances,
    *,
    name: str,
    region: str,
    uscc: str = "",
    reg_no: str = "",
    org_code: str = "",
    profile: Profile = UNSTATED,
    responsible_officer: OfficerRef | None = None,
) -> Enterprise:
    """
    Enter an enterprise, led by one's own body from the same moment on.

    Args:
        at: Who, when.
        name: Its name.
        region: Where it works, six digits of GB/T 2260.
        uscc: Its code; without one, the registration number identifies it.
        reg_no: Its registration number, if known.
        org_code: Its organisation code, if known otherwise than from the USCC.
        profile: What else is known.
        responsible_officer: Who answers for it in this body; whoever enters it, if
            nobody is named.

    Raises:
        NotCompetent: If the person named has no post in this body.
        OutOfOrder: If a code belongs to another file.
        BeyondTheLaw: If a code does not check, none is given, or the region or the
            industry is not known.

    Source:
        安全生产法 62; 哈尔滨实施意见 (十九): every enterprise has one lead regulator
        and a person who answers; GB 32100-2015.
    """
    lead, person = at.actor.body, responsible_officer or at.actor.person
    assert lead is not None
    assert person is not None
    examined_officer(at, person, lead)
    codes = _examined(at, Codes(uscc, reg_no, org_code))
    for refusal in _wrong_profile(region, profile, identified=codes.any_given):
        raise refusal
    tidy = tidied_name(name)
    enterprise = Enterprise.start(
        EnterpriseRegistered,
        at,
        name=tidy,
        name_key=at.keyed(folded(tidy)),
        region=region,
        profile=profile,
        uscc=codes.uscc,
        reg_no=codes.reg_no,
        org_code=codes.org_code,
    )
    assignment = RegulatorAssignment.start(
        SupervisingBodyAssigned,
        at,
        because=enterprise,
        enterprise=enterprise.id,
        lead_body=lead,
        since_on=at.on,
        pending=at.actor.role is Role.IMPORTER,
    )
    assignment.record(ResponsibleOfficerAssigned, at, officer=person, since_on=at.on)
    return enterprise


@act(
    "变更企业信息",
    "Change an enterprise's profile",
    by=_BY,
    under=REGISTER,
    time=Time.STATED,
    reach=Reach.BELOW,
    rows=("REG-01", "REG-11"),
)
def change_enterprise_profile(
    enterprise: Enterprise,
    at: Circumstances,
    *,
    profile: Profile = UNSTATED,
    region: str = "",
    uscc: str = "",
    reg_no: str = "",
    org_code: str = "",
) -> None:
    """
    Record what is known of an enterprise now; what is left out stays as it was.

    A code can be added where none was known. A code that was wrong is not put right
    here: the file of the right one leads, and this one yields.

    Args:
        enterprise: The enterprise.
        at: Who; the day of the change.
        profile: What changed.
        region: Where it works now.
        uscc: Its code, where it had none.
        reg_no: Its registration number, where it had none.
        org_code: Its organisation code, where it had none.

    Raises:
        OutOfOrder: If another file leads, a code belongs to another file, or is
            another than the one known.
        BeyondTheLaw: If a code does not check, or the region or the industry is not
            known.

    Source:
        安全生产法 62; GB 32100-2015.
    """
    codes = _examined(at, Codes(uscc, reg_no, org_code), enterprise)
    for refusal in _wrong_profile(region or enterprise.region, profile):
        raise refusal
    enterprise.record(
        EnterpriseProfileChanged,
        at,
        profile=profile,
        region=region,
        uscc=codes.uscc,
        reg_no=codes.reg_no,
        org_code=codes.org_code,
    )


@change_enterprise_profile.unless
def cannot_change(enterprise: Enterprise, at: Circumstances) -> Iterable[Refused]:
    """
    Its file leads.
    """
    del at
    return yielding(enterprise)


def _examined(at: Circumstances, given: Codes, own: Enterprise | None = None) -> Codes:
    """
    Give the codes as they are compared; refuse those that cannot be its own.
    """
    mine = own.id if own else None
    uscc, number = given.uscc, folded_code(given.reg_no)
    if uscc:
        uscc = examined_uscc(at, uscc, under=REGISTER, own=mine)
    elif number:
        _examine_number(at, number, mine)
    codes = Codes(uscc, number, _org_code(given.org_code))
    if own is not None:
        known = Codes(own.uscc, own.reg_no, own.org_code)
        for new, old in zip(astuple(codes), astuple(known), strict=True):
            if new and old and new != old:
                raise OutOfOrder("code_known", under=REGISTER, given=new, known=old)
    return codes


def _org_code(text: str) -> str:
    verdict = check_org_code(text)
    if text and not verdict.ok:
        raise BeyondTheLaw(
            "org_code_invalid",
            under="GB 11714-1997",
            org_code=verdict.code,
            zh=verdict.zh,
            en=verdict.en,
        )
    return verdict.code


def _examine_number(at: Circumstances, number: str, own: UUID | None) -> None:
    holder = at.holder(f"reg_no/{number}")
    if holder not in (None, own):
        raise OutOfOrder("reg_no_taken", under=REGISTER, reg_no=number, file=holder)


def _wrong_profile(
    region: str, profile: Profile, *, identified: bool = True
) -> Iterable[Refused]:
    """
    List what cannot be: nothing identifies it, or a code is none of its list.
    """
    if not identified and profile.subject_kind is not SubjectKind.HOUSEHOLD:
        yield BeyondTheLaw("party_code_missing", under=REGISTER)
    if region == NATIONWIDE or not is_known_region(region):
        yield BeyondTheLaw("unknown_region", under="GB/T 2260", region=region)
    if profile.industry is not None and profile.industry[:2] not in DIVISIONS:
        yield BeyondTheLaw(
            "unknown_industry", under="GB/T 4754-2017", industry=profile.industry
        )
