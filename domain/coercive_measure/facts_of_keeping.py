"""
What can happen to a measure in force: extension, test time, disposal, lifting, overrun.
"""

from collections.abc import Iterable
from datetime import date
from typing import ClassVar

from domain.base import Fact
from domain.coercive_measure.choices import Disposal, LiftingGround, Stage
from domain.coercive_measure.file import CoerciveMeasure
from domain.limits import Limit
from domain.references import FileRef
from domain.values import Personal, Upload


class CoerciveMeasureExtended(Fact):
    """
    A head extended the term of a measure (延长期限).
    """

    TOPIC: ClassVar[str] = "coercive-measure.coercive-measure-extended.v1"
    ZH: ClassVar[str] = "强制措施延长"

    reason: str
    until_on: date
    extension_limit: Limit

    def apply(self, aggregate: "CoerciveMeasure") -> None:
        """
        Keep the new last day.
        """
        aggregate.is_extended = True
        aggregate.term = self.extension_limit
        aggregate.term_set_by = self.id
        aggregate.decide_limit = None


class MeasureTestPeriodFixed(Fact):
    """
    The time of a test was fixed and told, which does not count (检验期间告知).
    """

    TOPIC: ClassVar[str] = "coercive-measure.measure-test-period-fixed.v1"
    ZH: ClassVar[str] = "检验期间告知"

    examination: str
    test_from_on: date
    test_until_on: date
    notice_paper: Upload
    test_limit: Limit
    term_limit: Limit
    decide_limit: Limit | None = None

    def apply(self, aggregate: "CoerciveMeasure") -> None:
        """
        The term ends so many days later.
        """
        aggregate.term = self.term_limit
        aggregate.term_set_by = self.id
        aggregate.decide_limit = self.decide_limit


class MeasureItemDisposed(Fact):
    """
    It was decided what becomes of a thing that was sealed or seized (逐件处理).
    """

    TOPIC: ClassVar[str] = "coercive-measure.measure-item-disposed.v1"
    ZH: ClassVar[str] = "逐件处理"

    thing_no: int
    disposal: Disposal
    legal_basis: str
    things_left: int
    basis_file: FileRef | None = None
    recipient: Personal | None = None
    receipt: Upload | None = None
    term_limit: Limit | None = None
    decide_limit: Limit | None = None

    def apply(self, aggregate: "CoerciveMeasure") -> None:
        """
        With the last thing the measure is over.
        """
        aggregate.things = aggregate.things - {self.thing_no}
        if not self.things_left:
            aggregate.stage = Stage.DISPOSED
            aggregate.ended_at = self.deed.occurred_at


class CoerciveMeasureLifted(Fact):
    """
    A measure was lifted (解除强制措施).
    """

    TOPIC: ClassVar[str] = "coercive-measure.coercive-measure-lifted.v1"
    ZH: ClassVar[str] = "解除强制措施"

    lifting_ground: LiftingGround
    reason: str
    recipient: Personal | None = None
    receipt: Upload | None = None

    def apply(self, aggregate: "CoerciveMeasure") -> None:
        """
        End it.
        """
        aggregate.stage = Stage.LIFTED
        aggregate.ended_at = self.deed.occurred_at


class MeasureTermOverrun(Fact):
    """
    The term of a measure passed without a decision or a lifting (超期未处理).
    """

    TOPIC: ClassVar[str] = "coercive-measure.measure-term-overrun.v1"
    ZH: ClassVar[str] = "超期未处理"

    limit_passed: Limit
    started_by: str

    def tags(self) -> Iterable[str]:
        """
        Found like any other breach.
        """
        return (f"file/{self.file}/breach",)

    def apply(self, aggregate: "CoerciveMeasure") -> None:
        """
        Mark it.
        """
        aggregate.is_overrun = True
