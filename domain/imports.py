"""
What is said of a file of rows that is imported (导入文件): its kind, unit and counts.
"""

from dataclasses import dataclass

from domain.values import Choice


class ImportKind(Choice):
    """
    What a file of rows holds (导入类别).
    """

    PENALTIES = "行政处罚", "penalties"
    ENTERPRISES = "企业名录", "enterprises"
    BLACKLIST = "失信名单", "published black list"
    PERMITS = "行政许可", "permits"


class AmountUnit(Choice):
    """
    In what the amounts of a file are counted (金额单位).
    """

    YUAN = "元", "yuan"
    WAN = "万元", "ten thousand yuan"


class UnitSource(Choice):
    """
    Who said so (单位由来).
    """

    FILE = "文件载明", "the file itself"
    PERSON = "导入人答复", "the importer"


@dataclass(frozen=True)
class Meaning:
    """
    What a code of the file's own was taken to mean (代码对照).

    Args:
        column: Header as printed.
        printed_code: The code as printed.
        meaning: What it stands for.
    """

    column: str
    printed_code: str
    meaning: str


@dataclass(frozen=True)
class Counts:
    """
    What became of the rows (导入统计); read and skipped are all rows of the file.

    Args:
        read: Rows that were examined.
        accepted: Of these, recorded.
        duplicate: Of these, known already.
        rejected: Of these, refused.
        skipped: Titles, headers, notes and blank rows.
    """

    read: int
    accepted: int
    duplicate: int
    rejected: int
    skipped: int

    @property
    def add_up(self) -> bool:
        """
        Whether every row that was read has one outcome.
        """
        parts = (self.accepted, self.duplicate, self.rejected)
        whole = min(self.skipped, *parts) >= 0
        return whole and sum(parts) == self.read
