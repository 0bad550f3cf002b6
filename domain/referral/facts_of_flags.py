"""
What the clock flags beside a matter from which no referral came.
"""

from collections.abc import Iterable
from typing import ClassVar

from domain.base import FirstFact
from domain.limits import Limit
from domain.references import FileRef, PenaltyRef
from domain.referral.choices import Stage
from domain.referral.file import Referral


class FineInsteadOfProsecutionFlagged(FirstFact):
    """
    The clock flagged that a matter ended with a fine where a crime was to be suspected
    (以罚代刑警示).

    Nobody writes it, answers it or takes it back.
    """

    TOPIC: ClassVar[str] = "referral.fine-instead-of-prosecution-flagged.v1"
    ZH: ClassVar[str] = "以罚代刑警示"

    files: tuple[FileRef, ...]
    penalties: tuple[PenaltyRef, ...]
    fine_fen: int
    criminal_codes: tuple[str, ...]
    broken_rule: str
    started_by: str
    limit_passed: Limit

    def claims(self) -> Iterable[str]:
        """
        One flag for what ended a matter.
        """
        return (fine_instead_claim(self.started_by),)

    def tags(self) -> Iterable[str]:
        """
        Found by each file that it is about.
        """
        return tuple(f"file/{each}/breach" for each in self.files)

    def apply(self, aggregate: "Referral") -> None:
        """
        A flag, and no suspicion against a party.
        """
        aggregate.stage = Stage.FINED_INSTEAD


def fine_instead_claim(ended: str) -> str:
    """
    Name the claim that a flag holds.

    Args:
        ended: Id of the fact that ended the matter.
    """
    return f"fine-instead/{ended}"
