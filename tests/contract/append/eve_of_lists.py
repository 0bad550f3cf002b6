"""
The eve of the races of lists: an enterprise about to be listed, red and black.
"""

from dataclasses import dataclass
from uuid import UUID

from domain.enterprise.profile import Profile
from domain.jurisdictions import Sector
from domain.law.list_grounds import ListGround, ManagementMeasure
from domain.law.penalty_kinds import PenaltyKind
from domain.list_entry.choices import RedCondition
from domain.list_entry.facts_of_red import RedProof
from domain.values import Personal, Upload
from tests.cases.town import Town


@dataclass(frozen=True)
class EveOfLists:
    """
    What was done before.

    Args:
        penalty: A penalty on the enterprise, served.
        black: An entry that was heard, and is not made.
        red: An entry that was proposed, and is not made.
    """

    penalty: UUID
    black: UUID
    red: UUID


def eve_of_lists(town: Town, enterprise: UUID, proof: Upload) -> EveOfLists:
    """
    Have everything done that comes before.

    Args:
        town: The town.
        enterprise: The enterprise.
        proof: What shows whatever has to be shown.
    """
    industry = Profile(sector=Sector.INDUSTRY)
    town.do("change-enterprise-profile", enterprise, by="first", profile=industry)
    penalty = town.do(
        "decide-on-the-spot",
        by="first",
        officers=("second",),
        kinds=(PenaltyKind.WARNING,),
        violation_fact="无证生产",
        legal_basis="安全生产法99(1)",
        rights_told=True,
        statement="无异议",
        place="厂区",
        decision_no="罚当-名单",
        enterprise=enterprise,
        recipient=Personal("厂长"),
    )[0].file
    black = town.do(
        "propose-entry",
        by="first",
        officers=("second",),
        penalty=penalty,
        list_ground=ListGround.L7_1,
        reasons="无证生产",
    )[0].file
    town.do(
        "notify-entry",
        black,
        by="head",
        reasons="无证生产",
        legal_basis="应急管理部令11号7(1)",
        measures_told=(ManagementMeasure.PUBLICITY,),
        rights_told=True,
    )
    heard = {"statement": Personal("无异议"), "arguments_answered": "无"}
    town.do("hear-entry-statement", black, by="head", **heard)
    red = town.do(
        "propose-red-entry",
        by="head",
        enterprise=enterprise,
        red_proofs=tuple(RedProof(each, (proof,)) for each in RedCondition),
        reasons="符合条件",
    )[0].file
    return EveOfLists(penalty, black, red)
