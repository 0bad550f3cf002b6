"""
The file of a review or a suit (救济卷): one for each.

A review: applied 申请 → (forwarded 转送) → accepted 受理 → copy received 收到副本 →
answered 答复 → decided 决定. A suit: filed 起诉 → judged 裁判.
That the execution is stayed is a mark, no stage. What others do is never refused, and
may reach the body in any order.
"""

from datetime import date
from typing import ClassVar
from uuid import UUID

from domain.base import File
from domain.remedy.choices import (
    PENDING,
    Challenged,
    RemedyKind,
    RemedyResult,
    Stage,
)


class Remedy(File):
    """
    A review or a suit against what a body decided (行政复议、行政诉讼).
    """

    TOPIC: ClassVar[str] = "remedy"
    ZH: ClassVar[str] = "救济"
    EN: ClassVar[str] = "remedy"

    def __init__(self) -> None:
        """
        Nothing is known yet.
        """
        self.stage = Stage.APPLIED
        self.remedy_kind = RemedyKind.REVIEW
        self.challenged: UUID | None = None
        self.challenged_act = Challenged.OTHER
        self.enterprise: UUID | None = None
        self.simple = False
        self.result: RemedyResult | None = None
        self.is_stayed = False
        self.decided_on: date | None = None

    @property
    def is_pending(self) -> bool:
        """
        Whether it has not come to anything yet.
        """
        return self.stage in PENDING
