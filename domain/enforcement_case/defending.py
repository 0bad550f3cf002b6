"""
Who defends itself fares no worse for it (不得因陈述申辩加重处罚).
"""

from collections.abc import Collection, Iterable

from domain.enforcement_case.facts_of_evidence import (
    AppraisalReceived,
    QuestioningRecorded,
    SampleTaken,
    SceneExamined,
)
from domain.enforcement_case.facts_of_hearing import HearingHeld
from domain.enforcement_case.facts_of_notice import NoticeServed, StatementHeard
from domain.enforcement_case.file import EnforcementCase
from domain.law.penalty_kinds import PenaltyKind
from domain.law.statutes import PENALTY_LAW
from domain.refusals import BeyondTheLaw, Refused

DEFENCE = PENALTY_LAW.article(45, 2)

#: Facts after which a notice given before them is one of other facts.
NEW_FACTS = (AppraisalReceived, QuestioningRecorded, SampleTaken, SceneExamined)


def heavier_for_statement(
    case: EnforcementCase,
    party_no: int,
    kinds: Collection[PenaltyKind],
    *,
    fine_fen: int,
    confiscated_fen: int,
) -> Iterable[Refused]:
    """
    A penalty is heavier than what the party was told before it stated its case or was
    heard, and no new fact came to light since; a later notice does not mend that.

    Args:
        case: The case.
        party_no: Which party.
        kinds: Kinds of the penalty.
        fine_fen: The fine.
        confiscated_fen: What is confiscated.

    Source:
        行政处罚法 45(2).
    """
    lighter: NoticeServed | None = None
    is_defended = False
    for fact in case.history:
        if isinstance(fact, NEW_FACTS):
            lighter, is_defended = None, False
        elif getattr(fact, "party_no", None) != party_no:
            continue
        elif isinstance(fact, NoticeServed):
            more = fine_fen > fact.fine_fen or confiscated_fen > fact.confiscated_fen
            if more or not {*kinds} <= {*fact.kinds}:
                lighter = lighter or fact
        elif isinstance(fact, StatementHeard | HearingHeld):
            is_defended = is_defended or lighter is not None
    if lighter is not None and is_defended:
        yield BeyondTheLaw(
            "heavier_for_statement",
            under=DEFENCE,
            on=lighter.served_on,
            fine_fen=lighter.fine_fen,
        )
