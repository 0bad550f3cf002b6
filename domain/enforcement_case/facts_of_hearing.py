"""
How a party's hearing is asked for, set, held and reported on (听证).
"""

from dataclasses import replace
from datetime import date, datetime
from typing import ClassVar

from domain.base import Fact
from domain.enforcement_case.choices_of_hearing import HearingEnd, HearingOutcome
from domain.enforcement_case.file import EnforcementCase, Hearing
from domain.limits import Limit
from domain.references import OfficerRef
from domain.values import Personal, Upload


def _hearing(case: EnforcementCase, party_no: int) -> Hearing:
    hearing = case.parties[party_no].hearing
    assert hearing is not None
    return hearing


class HearingRequested(Fact):
    """
    A party asked for a hearing (申请听证).
    """

    TOPIC: ClassVar[str] = "enforcement-case.hearing-requested.v1"
    ZH: ClassVar[str] = "申请听证"

    party_no: int
    hearing_request_late: bool
    requested_by: Personal | None = None
    request_paper: Upload | None = None
    hold_limit: Limit | None = None

    def apply(self, aggregate: "EnforcementCase") -> None:
        """
        Keep that it waits for an answer.
        """
        hearing = Hearing(self.deed.on, self.hearing_request_late)
        aggregate.mend(self.party_no, hearing=hearing)


class HearingRefused(Fact):
    """
    A request for a hearing was not taken up (不予受理听证).
    """

    TOPIC: ClassVar[str] = "enforcement-case.hearing-refused.v1"
    ZH: ClassVar[str] = "不予受理听证"

    party_no: int
    reason: str

    def apply(self, aggregate: "EnforcementCase") -> None:
        """
        Go back to the notice.
        """
        hearing = replace(_hearing(aggregate, self.party_no), is_refused=True)
        aggregate.mend(self.party_no, hearing=hearing)


class HearingNotified(Fact):
    """
    Time, place and chair of a hearing were notified (听证通知).
    """

    TOPIC: ClassVar[str] = "enforcement-case.hearing-notified.v1"
    ZH: ClassVar[str] = "听证通知"

    party_no: int
    hearing_at: datetime
    place: str
    chair: OfficerRef
    in_public: bool
    earliest_on: date
    closed_reason: str = ""

    def apply(self, aggregate: "EnforcementCase") -> None:
        """
        Keep when and by whom.
        """
        hearing = _hearing(aggregate, self.party_no)
        hearing = replace(hearing, chair=self.chair, hearing_at=self.hearing_at)
        aggregate.mend(self.party_no, hearing=hearing)


class HearingPostponed(Fact):
    """
    A hearing was put off (听证延期).
    """

    TOPIC: ClassVar[str] = "enforcement-case.hearing-postponed.v1"
    ZH: ClassVar[str] = "听证延期"

    party_no: int
    hearing_at: datetime
    reason: str
    hold_limit: Limit | None = None

    def apply(self, aggregate: "EnforcementCase") -> None:
        """
        Keep the new time.
        """
        hearing = replace(
            _hearing(aggregate, self.party_no), hearing_at=self.hearing_at
        )
        aggregate.mend(self.party_no, hearing=hearing)


class HearingHeld(Fact):
    """
    A hearing was held (听证举行).
    """

    TOPIC: ClassVar[str] = "enforcement-case.hearing-held.v1"
    ZH: ClassVar[str] = "听证举行"

    party_no: int
    started_at: datetime
    ended_at: datetime
    hearing_record: Upload

    def apply(self, aggregate: "EnforcementCase") -> None:
        """
        Its report is to follow.
        """
        hearing = replace(_hearing(aggregate, self.party_no), is_over=True)
        aggregate.mend(self.party_no, hearing=hearing, hearing_held=True)


class HearingEnded(Fact):
    """
    A hearing ended without being held to its end: it is waived (听证终止).
    """

    TOPIC: ClassVar[str] = "enforcement-case.hearing-ended.v1"
    ZH: ClassVar[str] = "听证终止"

    party_no: int
    hearing_end: HearingEnd
    reason: str

    def apply(self, aggregate: "EnforcementCase") -> None:
        """
        Nothing is left to report on; who withdraws the request may still state its
        case.
        """
        party = aggregate.parties[self.party_no]
        hearing = _hearing(aggregate, self.party_no)
        hearing = replace(hearing, is_over=True, is_reported=True)
        stays_away = self.hearing_end is not HearingEnd.WITHDRAWN
        aggregate.mend(
            self.party_no,
            hearing=hearing,
            hearing_waived=True,
            statement_settled=party.statement_settled or stays_away,
        )


class HearingReported(Fact):
    """
    The chair reported on a hearing (听证报告).
    """

    TOPIC: ClassVar[str] = "enforcement-case.hearing-reported.v1"
    ZH: ClassVar[str] = "听证报告"

    party_no: int
    hearing_outcome: HearingOutcome
    opinion: str

    def apply(self, aggregate: "EnforcementCase") -> None:
        """
        The party is heard.
        """
        hearing = replace(_hearing(aggregate, self.party_no), is_reported=True)
        aggregate.mend(self.party_no, hearing=hearing, statement_settled=True)
        aggregate.facts_version = self.originator_version
