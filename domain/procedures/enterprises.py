"""
The register of enterprises (企业名录): entered together with who supervises them.
"""

from collections.abc import Iterable
from dataclasses import astuple, dataclass
from uuid import UUID

from domain.acts import Reach, act, opening
from domain.base import Role, Time
from domain.circumstances import Circumstances
from domain.codes import Verdict, check_org_code, check_registration_number
from domain.enterprise.acts import wrong_name, yielding
from domain.enterprise.facts import (
    EnterpriseProfileChanged,
    EnterpriseRegistered,
    org_code_in,
)
from domain.enterprise.file import Enterprise
from domain.enterprise.profile import UNSTATED, Profile, SubjectKind
from domain.folding import folded, tidied_name
from domain.grounds import first
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
_STANDARDS = {"reg_no": "ISO/IEC 7064", "org_code": "GB 11714-1997"}


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
        uscc: Its code; without one, another of its codes identifies it.
        reg_no: Its registration number, if known.
        org_code: Its organisation code, if known otherwise than from the USCC.
        profile: What else is known.
        responsible_officer: Who answers for it in this body; whoever enters it, if
            nobody is named.

    Raises:
        NotCompetent: If the person named has no post in this body.
        OutOfOrder: If no name is given, or a code belongs to another file.
        BeyondTheLaw: If the name is masked, a code does not check, none is given, or
            the region or the industry is not known.

    Source:
        安全生产法 62; 哈尔滨实施意见 (十九): every enterprise has one lead regulator
        and a person who answers; GB 32100-2015.
    """
    return entered(
        at,
        name=name,
        region=region,
        codes=Codes(uscc, reg_no, org_code),
        profile=profile,
        responsible=responsible_officer,
    )


def entered(
    at: Circumstances,
    *,
    name: str,
    region: str,
    codes: Codes,
    profile: Profile,
    responsible: UUID | None = None,
) -> Enterprise:
    """
    Open an enterprise's file, and that of who supervises it.

    Args:
        at: Who, when.
        name: Its name.
        region: Where it works.
        codes: What identifies it, as given.
        profile: What else is known.
        responsible: Who answers for it; whoever enters it, if nobody is named.

    Raises:
        NotCompetent: If the person named has no post in this body.
        OutOfOrder: If no name is given, or a code belongs to another file.
        BeyondTheLaw: If the name is masked, a code does not check, none is given, or
            the region or the industry is not known.
    """
    lead, person = at.actor.body, responsible or at.actor.person
    assert lead is not None
    assert person is not None
    examined_officer(at, person, lead)
    codes = examined_codes(at, codes)
    tidy = tidied_name(name)
    first(wrong_name(tidy))
    first(wrong_profile(region, profile, identified=codes.any_given))
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
        OutOfOrder: If another file leads, a code belongs to another file or is another
            than the one known, or nothing changes.
        BeyondTheLaw: If a code does not check, or the region or the industry is not
            known.

    Source:
        安全生产法 62; GB 32100-2015.
    """
    codes = examined_codes(at, Codes(uscc, reg_no, org_code), enterprise)
    first(wrong_profile(region or enterprise.region, profile))
    if not _changes(enterprise, profile, region=region, codes=codes):
        raise OutOfOrder("nothing_changed", under=REGISTER)
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


def _changes(
    enterprise: Enterprise, profile: Profile, *, region: str, codes: Codes
) -> bool:
    """
    Whether anything that is stated is other than what is known.
    """
    if enterprise.profile.changed_by(profile) != enterprise.profile:
        return True
    known = (enterprise.region, enterprise.uscc, enterprise.reg_no, enterprise.org_code)
    stated = (region, *astuple(codes))
    return any(new not in ("", old) for new, old in zip(stated, known, strict=True))


def examined_codes(
    at: Circumstances, given: Codes, own: Enterprise | None = None
) -> Codes:
    """
    Give the codes as they are compared; refuse those that cannot be its own.
    """
    codes = Codes(
        given.uscc and examined_uscc(at, given.uscc, under=REGISTER, own=_id(own)),
        given.reg_no and _checked("reg_no", check_registration_number(given.reg_no)),
        given.org_code and _checked("org_code", check_org_code(given.org_code)),
    )
    first(_taken(at, codes, own))
    if own is not None:
        known = Codes(own.uscc, own.reg_no, own.org_code)
        for new, old in zip(astuple(codes), astuple(known), strict=True):
            if new and old and new != old:
                raise OutOfOrder("code_known", under=REGISTER, given=new, known=old)
    return codes


def _id(own: Enterprise | None) -> UUID | None:
    return own.id if own else None


def _checked(term: str, verdict: Verdict) -> str:
    """
    Give a code as it is compared.

    Raises:
        BeyondTheLaw: If it does not check.
    """
    if not verdict.ok:
        raise BeyondTheLaw(
            f"{term}_invalid",
            under=_STANDARDS[term],
            zh=verdict.zh,
            en=verdict.en,
            **{term: verdict.code},
        )
    return verdict.code


def _taken(
    at: Circumstances, codes: Codes, own: Enterprise | None
) -> Iterable[Refused]:
    """
    Find the file that has one of the older codes already.

    An organisation code may stand in two files where two USCCs tell them apart.
    """
    holder = at.holder(f"reg-no/{codes.reg_no}") if codes.reg_no else None
    if holder not in (None, _id(own)):
        yield OutOfOrder(
            "reg_no_taken", under=REGISTER, reg_no=codes.reg_no, file=holder
        )
    org_code = codes.org_code or org_code_in(codes.uscc)
    for each in at.tagged(f"org-code/{org_code}") if org_code else ():
        other = at.read(Enterprise, each)
        told_apart = codes.uscc and other.uscc
        if not (other.id == _id(own) or told_apart or other.yields):
            yield OutOfOrder(
                "org_code_taken", under=REGISTER, org_code=org_code, file=other.id
            )


def wrong_profile(
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
