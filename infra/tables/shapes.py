"""
What the cells of each field hold, and so by which rule they are read.
"""

from enum import Enum, auto
from functools import cache
from typing import Final

from infra.tables.vocabulary import Kind


class Shape(Enum):
    """
    The kind of value in a column (值的种类).
    """

    NAME = auto()
    """Name of a party or an enterprise."""

    PERSON = auto()
    """Name of a natural person."""

    PERSON_MIXED = auto()
    """Name, sex and identity number of a person in one cell."""

    CODE = auto()
    """USCC, registration number or organisation code, told apart by their shape."""

    OTHER_CODE = auto()
    """Another register's number, kept as it is."""

    IDENTITY = auto()
    """Number of an identity paper."""

    PHONE = auto()
    """Telephone number."""

    NUMBER = auto()
    """Official number of a document."""

    TEXT = auto()
    """Free text; it may name persons."""

    WORD = auto()
    """A short word or name of a thing."""

    DAY = auto()
    """A day."""

    END_DAY = auto()
    """A last day; it may be open."""

    MOMENT = auto()
    """When a system did something; read as a day if it can be."""

    AMOUNT = auto()
    """Money."""

    AUTHORITY = auto()
    """Name of a public body."""

    AUTHORITY_CODE = auto()
    """USCC of a public body."""

    KINDS = auto()
    """Kinds of penalty, one or several."""

    PARTY_CLASS = auto()
    """Legal person, natural person or individual business."""

    STATUS = auto()
    """Whether the decision stands."""

    REGISTRATION_STATE = auto()
    """Whether the enterprise stands in the register."""

    REGION = auto()
    """Six-digit code of a division."""

    FLAG = auto()
    """Yes or no."""

    COUNT = auto()
    """A whole number."""

    IGNORED = auto()
    """Of no meaning for the row."""


_ANYWHERE: Final = {
    Shape.CODE: "party_uscc party_reg_no party_org_code uscc reg_no org_code"
    " code_mixed party_code_mixed",
    Shape.OTHER_CODE: "party_tax_no party_institution_no party_social_org_no"
    " customs_code internal_id power_item_code permit_no",
    Shape.IDENTITY: "party_id_no legal_rep_id_no principal_id_no",
    Shape.PERSON: "legal_rep principal",
    Shape.PERSON_MIXED: "legal_rep_mixed",
    Shape.PHONE: "phone",
    Shape.TEXT: "violation_type violation_fact legal_basis penalty_content"
    " licence_affected decision_text case_name remark withdrawal_reason"
    " publish_refusal_basis permit_content permit_scope project_name"
    " summary listed_reason listed_basis",
    Shape.DAY: "decided_on effective_on published_on closed_on established_on"
    " approved_on revoked_on term_from valid_from issued_on listed_on removed_on"
    " execution_deadline",
    Shape.END_DAY: "valid_until publicity_until term_to",
    Shape.MOMENT: "source_updated_at source_exported_at",
    Shape.AMOUNT: "fine_amount confiscation_amount fine_or_confiscation_total"
    " registered_capital revenue safety_spending amount_involved",
    Shape.AUTHORITY: "authority listed_by reported_by registry",
    Shape.AUTHORITY_CODE: "authority_uscc data_source_uscc",
    Shape.KINDS: "penalty_kinds",
    Shape.PARTY_CLASS: "party_class",
    Shape.STATUS: "status",
    Shape.REGISTRATION_STATE: "reg_state",
    Shape.REGION: "region_code province_code",
    Shape.FLAG: "risk_feature above_scale publish_flag void_flag",
    Shape.COUNT: "employees full_time_safety_staff certified_safety_staff"
    " special_operation_staff term_months",
    Shape.NAME: "party_name name party_name_mixed",
    Shape.IGNORED: "_ignore row_no upload_state upload_error",
    Shape.NUMBER: "decision_no",
}
_BY_FIELD: Final = {
    field: shape for shape, fields in _ANYWHERE.items() for field in fields.split()
}

#: Columns without which a file is of no use; any one of a group is enough.
REQUIRED: Final[dict[Kind, tuple[tuple[str, ...], ...]]] = {
    Kind.PENALTIES: (("party_name",), ("decision_no",), ("decided_on",)),
    Kind.PERMITS: (("party_name",), ("decision_no", "permit_no"), ("decided_on",)),
    Kind.ENTERPRISES: (("name", "party_name_mixed"),),
    Kind.BLACKLIST: (("name",),),
}

#: Fields whose columns may be several: the parts of one value, or yes and no of each.
IN_PARTS: Final = frozenset(
    {"penalty_kinds", "risk_feature", "industry_class", "status", "region_code"}
)

#: Longest text that the published field table allows, in characters.
LENGTH_MAX: Final = {
    "party_name": 200,
    "party_reg_no": 50,
    "party_social_org_no": 50,
    "legal_rep": 50,
    "decision_no": 128,
    "violation_type": 2000,
    "violation_fact": 5000,
    "legal_basis": 2048,
    "penalty_kinds": 4000,
    "penalty_content": 4000,
    "licence_affected": 200,
    "authority": 200,
    "data_source_unit": 200,
    "remark": 512,
}


@cache
def shape_of(field: str) -> Shape:
    """
    Say how a field's cells are read.
    """
    return _BY_FIELD.get(field, Shape.WORD)


@cache
def is_personal(field: str) -> bool:
    """
    Say whether a field always holds a natural person's data (个人信息).
    """
    shape = shape_of(field)
    return shape in {Shape.PERSON, Shape.PERSON_MIXED, Shape.IDENTITY, Shape.PHONE}


@cache
def is_free_text(field: str) -> bool:
    """
    Say whether a field is told in free words, which may name persons (自由文本).
    """
    return shape_of(field) is Shape.TEXT
