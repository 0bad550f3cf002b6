"""
The list entry's file (名单条目卷).

Black: proposed 拟列入 → notified 告知 → heard 陈述申辩 (or its time expired) → listed
列入 or declined 不予列入; listed → applied 申请提前移出 → accepted 受理 → removed
移出, or back to listed. It may be revoked 撤销 when its basis fell, and expires 期满 by
the clock; a removal got by fraud is restored 恢复 with a new term.
Red: proposed → listed → removed or expired.
"""

from datetime import date
from typing import ClassVar
from uuid import UUID

from domain.base import File
from domain.law.list_grounds import ListGround, ManagementMeasure
from domain.limits import Limit
from domain.list_entry.choices import LIVE, OVER, PENDING, Stage
from domain.printed import ListColour


class ListEntry(File):
    """
    An entry of the black or the red list (名单条目).
    """

    TOPIC: ClassVar[str] = "list-entry"
    ZH: ClassVar[str] = "名单条目"
    EN: ClassVar[str] = "list entry"

    def __init__(self) -> None:
        """
        Nothing is known yet.
        """
        self.stage = Stage.PROPOSED
        self.colour = ListColour.BLACK
        self.enterprise: UUID | None = None
        self.person_key = ""
        self.penalty: UUID | None = None
        self.list_ground: ListGround | None = None
        self.notified_on: date | None = None
        self.measures_told: tuple[ManagementMeasure, ...] = ()
        self.statement_limit: Limit | None = None
        self.listed_on: date | None = None
        self.until_on: date | None = None
        self.early_from: date | None = None
        self.lift_limit: Limit | None = None
        self.is_to_examine = False

    @property
    def is_black(self) -> bool:
        """
        Whether it is of the black list.
        """
        return self.colour is ListColour.BLACK

    @property
    def is_live(self) -> bool:
        """
        Whether it stands on its list.
        """
        return self.stage in LIVE

    @property
    def is_pending(self) -> bool:
        """
        Whether it is proposed, and nothing decided.
        """
        return self.stage in PENDING

    @property
    def is_over(self) -> bool:
        """
        Whether it stood on its list, and does no longer.
        """
        return self.stage in OVER
