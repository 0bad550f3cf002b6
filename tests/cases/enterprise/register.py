"""
What cases about enterprises begin with.
"""

from uuid import UUID

from domain.enterprise.file import Enterprise
from domain.regulator_assignment.file import RegulatorAssignment, lead_claim
from tests.cases.town import DISTRICT, Town

#: Codes that check, and what is in them.
USCC = "91220202999999111Q"
OTHER_USCC = "9122020299999912XG"
ORG_CODE = "999999111"
REG_NO = "110106009267488"
NAME = "演示化工有限公司"


def entered(town: Town, by: str = "clerk", **terms: object) -> UUID:
    """
    Have an enterprise entered; by its USCC, unless other terms are given.
    """
    said: dict[str, object] = {"name": NAME, "region": DISTRICT, "uscc": USCC}
    facts = town.do("register-enterprise", by=by, **(said | terms))
    return facts[0].file


def enterprise(town: Town, file: UUID) -> Enterprise:
    """
    Load an enterprise.
    """
    return town.read(Enterprise, file)


def assignment(town: Town, enterprise: UUID) -> RegulatorAssignment:
    """
    Load the one assignment of an enterprise.
    """
    holder = town.office.holder(lead_claim(enterprise))
    assert holder is not None
    return town.read(RegulatorAssignment, holder)
