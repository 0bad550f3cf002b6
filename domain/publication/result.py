"""
What everybody reads of a result of enforcement (公开的执法结果): of an inspection, an
order, a permit, a draw.
"""

from dataclasses import dataclass
from datetime import date

from domain.printed import PartyClass, PrintedAuthority
from domain.references import EnterpriseRef, OfficerRef
from domain.values import Choice


class ResultKind(Choice):
    """
    What is made public of a file besides penalties and lists (执法结果类别).
    """

    INSPECTION = "检查结果", "result of an inspection"
    REINSPECTION = "复查结果", "result of a re-inspection"
    RANDOM_DRAW = "双随机抽取", "random draw"
    RECTIFICATION_ORDER = "责令限期整改", "order to rectify"
    SUPERVISION = "重大隐患挂牌督办", "major hazard listed for supervision"
    RELEASE = "解除挂牌督办", "supervision released"
    NOT_RECTIFIED = "逾期未整改", "failure to rectify"
    SUSPENSION = "责令停产停业", "suspension of production"
    RESUMPTION = "恢复生产", "resumption of production"
    CLOSURE = "决定关闭", "closure"
    SITE_BANNED = "取缔", "ban of a site without a licence"
    PERMIT = "行政许可", "permit"


class BatchKind(Choice):
    """
    The five kinds of which a batch is exposed periodically (五个一批).
    """

    HAZARDS = "曝光一批重大隐患", "major hazards exposed"
    VIOLATIONS = "查处一批违法行为", "violations punished"
    BLACK_LISTED = "公布一批黑名单企业", "enterprises on the black list named"
    BANNED = "取缔一批非法违法企业", "illegal sites banned"
    CLOSED = "关闭一批不具备条件企业", "unfit enterprises closed"


@dataclass(frozen=True)
class PublishedVisit:
    """
    A visit that was drawn, as the result now has it (公开的抽取结果).

    Args:
        enterprise: The enterprise, as it stands in the pool.
        party_name: Its name.
        uscc: Its code; empty if it has none.
        inspectors: The officers, as they stand in the pool; they are not named.
    """

    enterprise: EnterpriseRef
    party_name: str
    uscc: str
    inspectors: tuple[OfficerRef, ...]


@dataclass(frozen=True)
class PublishedOverride:
    """
    A visit of the result that was replaced (公开的抽取结果变更).

    Args:
        enterprise: Whose visit was replaced.
        replaced_by: The enterprise that is visited instead; the same, where only the
            officers changed.
        inspectors: The officers who go there now.
        override_reason: Why; empty where it is hidden.
    """

    enterprise: EnterpriseRef
    replaced_by: EnterpriseRef
    inspectors: tuple[OfficerRef, ...]
    override_reason: str


@dataclass(frozen=True)
class PublishedDraw:
    """
    A draw, so that whoever reads it can draw again (公开的双随机抽取).

    Before it is drawn only the hashes are public: nobody learns from the pools, or from
    the result, that an unannounced visit is coming.

    Args:
        pool_sha256: Hash of the pools.
        seed_commitment: Hash of the seed.
        visits_count: How many enterprises are drawn.
        officers_each_count: How many officers for each.
        seed: The seed.
        commitment_sha256: Hash of the fact that committed pools and seed.
        enterprise_pool: Enterprises that might be drawn, in their order.
        officer_pool: Officers that might be drawn, in their order.
        visits: The result as it now stands.
        overrides: What was replaced of what was drawn, in that order.
    """

    pool_sha256: str
    seed_commitment: str
    visits_count: int
    officers_each_count: int
    seed: str = ""
    commitment_sha256: str = ""
    enterprise_pool: tuple[EnterpriseRef, ...] = ()
    officer_pool: tuple[OfficerRef, ...] = ()
    visits: tuple[PublishedVisit, ...] = ()
    overrides: tuple[PublishedOverride, ...] = ()


@dataclass(frozen=True)
class PublishedResult:
    """
    What is shown of a result (公开的执法结果).

    Args:
        party_name: The enterprise; empty where there is none.
        uscc: Its code; empty if it has none.
        party_class: What kind of party; absent where there is none.
        authority: Who decided.
        decision_no: Number of the document; empty if it has none.
        decided_on: Day of the result.
        result_text: What it is about, in the words of the record: what is to be
            rectified, suspended or permitted; empty where it is hidden.
        until_on: Last day of an order, a suspension or a permit, where it has one.
        outcome: Code of what a visit came to; empty for anything else.
        closure_ground: Code of the ground of a closure; likewise.
        violations_count: Findings of an inspection that break the law.
        draw: The draw, where it is one.
    """

    party_name: str
    uscc: str
    authority: PrintedAuthority
    decision_no: str
    decided_on: date
    party_class: PartyClass | None = None
    result_text: str = ""
    until_on: date | None = None
    outcome: str = ""
    closure_ground: str = ""
    violations_count: int | None = None
    draw: PublishedDraw | None = None
