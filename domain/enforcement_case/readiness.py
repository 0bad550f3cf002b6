"""
What a party's matter still lacks before a penalty may be decided (决定条件).

Whoever decides asks this; the page shows it.
"""

from collections.abc import Iterable

from domain.circumstances import Circumstances
from domain.enforcement_case.choices_of_hearing import ReviewGround
from domain.enforcement_case.file import EnforcementCase, Party
from domain.law.statutes import PENALTY_LAW
from domain.refusals import OutOfOrder, OutOfTime, Refused

NOTICE = PENALTY_LAW.article(62)
HEARING = PENALTY_LAW.article(64, 1)
REVIEW = PENALTY_LAW.article(58)
DELIBERATION = PENALTY_LAW.article(57, 2)


def not_heard(party: Party, at: Circumstances) -> Iterable[Refused]:
    """
    The party was not notified, has not answered yet, or may still ask for a hearing.
    """
    notice = party.noticed
    if notice is None or not party.heard:
        yield OutOfOrder("notice_missing", under=NOTICE, no=party.party_no)
    if party.statement_given and not party.statement_reviewed:
        yield OutOfOrder(
            "statement_unreviewed", under=PENALTY_LAW.article(45), no=party.party_no
        )
    limit = notice.hearing_limit if notice else None
    is_settled = party.hearing_waived or party.hearing is not None
    if limit is not None and not is_settled and at.now <= limit.ends_at:
        yield OutOfTime("window_open", under=HEARING, until_on=limit.ends_on)


def not_examined(case: EnforcementCase, party: Party) -> Iterable[Refused]:
    """
    A legal review, a deliberation or an adjudication is missing, or older than the
    newest facts (INV-23).
    """
    proposed = party.proposed
    grounds = set(proposed.review_grounds) if proposed else set()
    asked = party.hearing is not None and not party.hearing.is_refused
    if asked or party.hearing_held:
        grounds.add(ReviewGround.HEARING)
    if grounds and not case.review_stands:
        yield OutOfOrder("review_missing", under=REVIEW)
    if proposed and proposed.deliberated and not case.deliberation_stands:
        yield OutOfOrder("deliberation_missing", under=DELIBERATION)
    if proposed and proposed.adjudicated and not case.adjudication_stands:
        yield OutOfOrder("adjudication_missing", under=DELIBERATION)
