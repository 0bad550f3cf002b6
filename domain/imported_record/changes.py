"""
What the source says later of an imported record (导入后的变化).
"""

from datetime import date
from typing import ClassVar

from domain.base import Fact
from domain.imported_record.file import ImportedRecord
from domain.printed import PrintedTerm, SourceStatus, StatedStatus, changed_to
from domain.values import Choice, Personal


class Field(Choice):
    """
    Which value of a record is corrected (更正项目).
    """

    PARTY_NAME = "当事人名称", "name of the party"
    USCC = "统一社会信用代码", "unified social credit code"
    AUTHORITY_NAME = "机关名称", "name of the authority"
    DECISION_NO = "决定书文号", "number of the decision"
    DECIDED_ON = "决定日期", "day of the decision"
    VALIDITY = "有效期", "validity"
    PUBLICITY = "公示截止期", "end of publicity"
    FINE_FEN = "罚款金额", "fine"
    CONFISCATED_FEN = "没收金额", "amount confiscated"
    VIOLATION_TYPE = "违法行为类型", "kind of violation"
    VIOLATION_FACT = "违法事实", "facts of the violation"
    LEGAL_BASIS = "处罚依据", "legal basis"
    PENALTY_CONTENT = "处罚内容", "content of the penalty"
    LICENCE_AFFECTED = "暂扣或吊销证照", "licence affected"
    REMARK = "备注", "remark"


class CorrectionSource(Choice):
    """
    Who erred (更正原因).
    """

    SOURCE = "来源机关更正", "the source corrected itself"
    ENTRY = "录入笔误", "slip of the entry"


#: Of which kind the new value of a field has to be.
PLAIN = frozenset(
    (Field.PARTY_NAME, Field.USCC, Field.AUTHORITY_NAME, Field.DECISION_NO)
)
DAYS = frozenset((Field.DECIDED_ON, Field.VALIDITY, Field.PUBLICITY))
AMOUNTS = frozenset((Field.FINE_FEN, Field.CONFISCATED_FEN))


class ImportedStatusRecorded(Fact):
    """
    The source stated how a record stands (导入状态).
    """

    TOPIC: ClassVar[str] = "imported-record.imported-status-recorded.v1"
    ZH: ClassVar[str] = "导入状态"

    stated: StatedStatus

    def apply(self, aggregate: ImportedRecord) -> None:
        """
        Keep the newest status; where it says in force again, it is a new source.
        """
        if self.stated.status is SourceStatus.IN_FORCE:
            aggregate.source_fact = self.id
        aggregate.stated = self.stated
        aggregate.status_fact = self


class ImportedRecordCorrected(Fact):
    """
    A value of an imported record was corrected (导入更正).
    """

    TOPIC: ClassVar[str] = "imported-record.imported-record-corrected.v1"
    ZH: ClassVar[str] = "导入更正"

    field: Field
    correction_source: CorrectionSource
    grounds: str
    new_plain: str = ""
    new_on: date | None = None
    new_fen: int | None = None
    new_text: Personal | None = None
    screened: tuple[str, ...] = ()
    under_safety_law: bool | None = None

    def apply(self, aggregate: ImportedRecord) -> None:
        """
        Put the new value in the old one's place.
        """
        aggregate.source_fact = self.id
        aggregate.screened = self.screened
        if self.under_safety_law is not None:
            aggregate.under_safety_law = self.under_safety_law
        name = self.field.code
        if self.field is Field.PARTY_NAME or self.field is Field.USCC:
            aggregate.party = changed_to(aggregate.party, {name: self.new_plain})
        elif self.field is Field.AUTHORITY_NAME:
            aggregate.authority = changed_to(
                aggregate.authority, {name: self.new_plain}
            )
        elif self.new_text is not None and aggregate.texts is not None:
            aggregate.texts = changed_to(aggregate.texts, {name: self.new_text})
        elif aggregate.penalty is not None:
            value = {
                Field.DECISION_NO: self.new_plain,
                Field.DECIDED_ON: self.new_on,
                Field.FINE_FEN: self.new_fen,
                Field.CONFISCATED_FEN: self.new_fen,
            }.get(self.field, PrintedTerm(self.new_on))
            aggregate.penalty = changed_to(aggregate.penalty, {name: value})
