"""
Grounds that several acts on a review or a suit share.
"""

from collections.abc import Iterable

from domain.law.statutes import REVIEW_LAW
from domain.refusals import OutOfOrder, Refused
from domain.remedy.choices import RemedyKind
from domain.remedy.file import Remedy

DECIDE = REVIEW_LAW.article(62)


def not_a_review(remedy: Remedy) -> Iterable[Refused]:
    """
    It is a suit.
    """
    if remedy.remedy_kind is not RemedyKind.REVIEW:
        yield OutOfOrder("no_review", under=DECIDE)


def over(remedy: Remedy) -> Iterable[Refused]:
    """
    It came to something already.
    """
    if not remedy.is_pending:
        yield OutOfOrder("remedy_over", under=DECIDE, stage=remedy.stage)
