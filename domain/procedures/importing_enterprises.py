"""
Taking in rows of somebody's register of enterprises (导入企业名录).

A row about an enterprise that nobody knows enters it.
One about an enterprise on file never changes what stands there: what is new is added by
a fact of its own, what differs is refused with both values, for a person to decide.
"""

from collections.abc import Iterator
from dataclasses import astuple, dataclass, fields, replace

from domain.acts import Reach, opening
from domain.base import Role
from domain.circumstances import Circumstances
from domain.enterprise.acts import name_principal, principal_key
from domain.enterprise.facts import EnterpriseProfileChanged
from domain.enterprise.file import Enterprise, PrincipalKind
from domain.enterprise.imported import EnterpriseRowImported
from domain.enterprise.profile import (
    UNSTATED,
    Profile,
    RiskFeature,
    SubjectKind,
)
from domain.folding import folded, folded_code, is_masked, same_name
from domain.grounds import first
from domain.import_run.file import ImportRun
from domain.jurisdictions import regions_upward
from domain.printed import PrintedValue, RowOrigin, belonging_to
from domain.procedures.enterprises import (
    Codes,
    entered,
    examined_codes,
    wrong_profile,
)
from domain.procedures.matching import leading_enterprises
from domain.refusals import HIDDEN, Difference, NoSuchCase, OutOfOrder
from domain.regions import is_known_region
from domain.values import Personal

REGISTER = "安全生产法62"

_CODES = ("uscc", "reg_no", "org_code")
_HOUSEHOLD_PREFIX = "92"
_REGION_IN_USCC = slice(2, 8)


@dataclass(frozen=True)
class PrintedEnterprise:
    """
    An enterprise as a row of a register has it (名录行所载企业).

    Args:
        name: Its name.
        region: Where it works, where a column says so.
        uscc: 18 characters that pass; empty if there is none.
        reg_no: Registration number.
        org_code: Organisation code.
        profile: What else the register keeps of an enterprise.
        legal_rep: Its legal representative, or the operator of an individual business.
        principal: Who is in charge of it (主要负责人).
        values: Every value of the row that is no natural person's.
        texts: Its telephones, numbers of papers and free texts, as one JSON object.
    """

    name: str
    region: str = ""
    uscc: str = ""
    reg_no: str = ""
    org_code: str = ""
    profile: Profile = UNSTATED
    legal_rep: Personal | None = None
    principal: Personal | None = None
    values: tuple[PrintedValue, ...] = ()
    texts: Personal | None = None


@dataclass(frozen=True)
class _Row:
    """
    A row while it is examined.
    """

    origin: RowOrigin
    row: Personal
    stated: PrintedEnterprise
    codes: Codes

    @property
    def heads(self) -> Iterator[tuple[str, PrincipalKind, Personal]]:
        """
        Give the heads that the row names, by term and capacity; a masked name is
        nobody's.
        """
        profile, operator = self.stated.profile, PrincipalKind.LEGAL_REPRESENTATIVE
        is_household = profile.subject_kind is SubjectKind.HOUSEHOLD
        if is_household or self.codes.uscc.startswith(_HOUSEHOLD_PREFIX):
            operator = PrincipalKind.PROPRIETOR
        named = (
            ("legal_rep", operator, self.stated.legal_rep),
            ("principal", PrincipalKind.PRINCIPAL, self.stated.principal),
        )
        for term, kind, person in named:
            if person is not None and not is_masked(person.text):
                yield term, kind, person


@opening(
    "导入企业名录行",
    "Record an imported row of a register",
    by=Role.IMPORTER,
    under=REGISTER,
    reach=Reach.BELOW,
    rules=("INV-51",),
    rows=("REG-01", "REG-11", "AUD-04"),
)
def record_imported_enterprise(
    at: Circumstances,
    *,
    origin: RowOrigin,
    row: Personal,
    stated_enterprise: PrintedEnterprise,
) -> Enterprise:
    """
    Enter an enterprise from a row, or add what the row knows of one on file.

    Args:
        at: Who, when.
        origin: The import, the row, and how it was read.
        row: The whole row, to be sealed.
        stated_enterprise: What it says.

    Raises:
        NoSuchCase: If there is no such import.
        OutOfOrder: If the row says nothing new, if it differs from what is on file
            (in ``differences``), or another body has the enterprise on file.
        BeyondTheLaw: As ``register_enterprise``.

    Source:
        安全生产法 62; 哈尔滨实施意见 (十五), (十九).
    """
    first(at.standing.grounds(at.said, at.read(ImportRun, origin.run), at))
    stated = belonging_to(stated_enterprise, row.subject)
    given = Codes(*(folded_code(getattr(stated, name)) for name in _CODES))
    new = _Row(origin, row, stated, given)
    enterprise = _on_file(at, new)
    if enterprise is None:
        enterprise = entered(
            at,
            name=stated.name,
            region=stated.region or _region_in(given.uscc),
            codes=given,
            profile=stated.profile,
        )
    else:
        _add(at, enterprise, new)
    for _, kind, person in tuple(_new_heads(at, enterprise, new)):
        name_principal(enterprise, at, kind=kind, person=person, since_on=at.on)
    enterprise.record(
        EnterpriseRowImported,
        at,
        concerns=(origin.run,),
        origin=origin,
        row=row,
        values=stated.values,
        texts_key=_texts_key(at, stated),
    )
    return enterprise


def _on_file(at: Circumstances, new: _Row) -> Enterprise | None:
    """
    Find the enterprise by the strongest code that the row has.

    Raises:
        OutOfOrder: If another body has it on file, and nothing speaks against its
            being this one.
    """
    for claim in (f"uscc/{new.codes.uscc}", f"reg-no/{new.codes.reg_no}"):
        holder = None if claim.endswith("/") else at.holder(claim)
        found = leading_enterprises(at, (holder,) if holder else ())
        if found:
            return _own(at, found[0], new)
    if new.codes.org_code and not new.codes.uscc:
        found = leading_enterprises(at, at.tagged(f"org-code/{new.codes.org_code}"))
        if len(found) == 1:
            return _own(at, found[0], new)
    return None


def _own(at: Circumstances, enterprise: Enterprise, new: _Row) -> Enterprise | None:
    """
    Give an enterprise whose file is the acting body's; of others only that they are on
    file is told, and only to who has both name and code.
    """
    for refusal in at.standing.grounds(at.said, enterprise, at):
        if not isinstance(refusal, NoSuchCase):
            raise refusal
        if _bears(enterprise, new.stated.name):
            raise OutOfOrder("registered_elsewhere", under=REGISTER)
        return None  # its code is taken, which is said when it is examined
    return enterprise


def _bears(enterprise: Enterprise, name: str) -> bool:
    names = (enterprise.name, *enterprise.former_names)
    return any(same_name(name, each) for each in names)


def _region_in(uscc: str) -> str:
    """
    Give the place in which a code was given, where a row names none.
    """
    region = uscc[_REGION_IN_USCC]
    return region if is_known_region(region) else ""


# -- an enterprise on file -------------------------------------------------------------


def _add(at: Circumstances, enterprise: Enterprise, new: _Row) -> None:
    """
    Add what is new, unless something differs or nothing is new.

    Raises:
        OutOfOrder: Then.
    """
    differences = tuple(_differences(at, enterprise, new))
    if differences:
        raise OutOfOrder(
            "enterprise_differs",
            under=REGISTER,
            file=enterprise.id,
            name=enterprise.name,
            differences=differences,
        )
    profile = _added(enterprise.profile, new.stated.profile)
    pairs = zip(astuple(new.codes), _known(enterprise), strict=True)
    codes = Codes(*(given if not known else "" for given, known in pairs))
    if profile != UNSTATED or codes.any_given:
        first(wrong_profile(enterprise.region, profile))
        examined = examined_codes(at, codes, enterprise)
        enterprise.record(
            EnterpriseProfileChanged,
            at,
            profile=profile,
            uscc=examined.uscc,
            reg_no=examined.reg_no,
            org_code=examined.org_code,
        )
    elif not _says_more(at, enterprise, new):
        raise OutOfOrder("duplicate", under=REGISTER, record=enterprise.id)


def _known(enterprise: Enterprise) -> tuple[str, ...]:
    return (enterprise.uscc, enterprise.reg_no, enterprise.org_code)


def _differences(
    at: Circumstances, enterprise: Enterprise, new: _Row
) -> Iterator[Difference]:
    """
    List what the row states otherwise than the register has it.
    """
    stated = new.stated
    if not _bears(enterprise, stated.name):
        yield Difference("name", enterprise.name, stated.name)
    codes = zip(_CODES, _known(enterprise), astuple(new.codes), strict=True)
    for term, known, given in codes:
        if known and given and known != given:
            yield Difference(term, known, given)
    if stated.region and stated.region not in regions_upward(enterprise.region):
        yield Difference("region", enterprise.region, stated.region)
    for each in fields(Profile):
        known = getattr(enterprise.profile, each.name)
        given = getattr(stated.profile, each.name)
        if _differ(known, given):
            yield Difference(each.name, known, given)
    for term, kind, person in new.heads:
        held = enterprise.principal_on(kind, at.on)
        if held is not None and held.key != principal_key(at, person):
            yield Difference(term, HIDDEN, HIDDEN)


def _differ(known: object, given: object) -> bool:
    """
    Whether two stated values contradict each other; of a list, neither does.
    """
    if known is None or given is None or isinstance(given, tuple):
        return False
    if isinstance(known, str) and isinstance(given, str):
        return folded(known) != folded(given)
    return known != given


def _added(known: Profile, given: Profile) -> Profile:
    """
    Give what a row states where nothing stood; of dangers, the union.
    """
    added = {
        each.name: getattr(given, each.name)
        for each in fields(Profile)
        if getattr(known, each.name) is None
    }
    found = replace(UNSTATED, **added)
    features = tuple(dict.fromkeys((*_features(known), *_features(given))))
    if len(features) > len(_features(known)):
        found = replace(found, risk_features=features)
    return found


def _features(profile: Profile) -> tuple[RiskFeature, ...]:
    return profile.risk_features or ()


def _says_more(at: Circumstances, enterprise: Enterprise, new: _Row) -> bool:
    """
    Whether a row that changes nothing in the register says what no row said before.
    """
    told = {each.field: each.printed_value for each in new.stated.values}
    texts_key = _texts_key(at, new.stated)
    return (
        any(enterprise.told.get(name) != value for name, value in told.items())
        or bool(texts_key and texts_key not in enterprise.text_keys)
        or any(_new_heads(at, enterprise, new))
    )


def _new_heads(
    at: Circumstances, enterprise: Enterprise, new: _Row
) -> Iterator[tuple[str, PrincipalKind, Personal]]:
    """
    Give the heads in a capacity for which nobody stands on file.
    """
    return (
        (term, kind, person)
        for term, kind, person in new.heads
        if enterprise.principal_on(kind, at.on) is None
    )


def _texts_key(at: Circumstances, stated: PrintedEnterprise) -> str:
    return at.keyed(f"row/{stated.texts.text}") if stated.texts else ""
