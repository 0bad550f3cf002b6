"""
Reading where a period starts (起算点), as people type it.
"""

from datetime import date, datetime

from domain.values import OFFICE_ZONE


def read_start(text: str) -> date | datetime:
    """
    Read a day, or a moment; a moment without a zone is one of the office's.

    Raises:
        ValueError: If it is neither.
    """
    if "T" not in text and " " not in text:
        return date.fromisoformat(text)
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=OFFICE_ZONE)
