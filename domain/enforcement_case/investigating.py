"""
Acts that investigate a case (调查取证).

Evidence is taken by those who handle the case, while it is open: also after the
investigation has ended, where a hearing or a review asks for more.
"""

from collections.abc import Iterable
from datetime import date, datetime

from domain.acts import Power, act
from domain.base import Role, Time
from domain.circumstances import Circumstances
from domain.enforcement_case.choices import OPEN, Stage
from domain.enforcement_case.facts_of_evidence import (
    AppraisalCommissioned,
    AppraisalReceived,
    CaseInvestigated,
    EvidenceThing,
    PartyResult,
    QuestioningRecorded,
    SampleTaken,
    SceneExamined,
    Summoned,
)
from domain.enforcement_case.file import EnforcementCase
from domain.enforcement_case.grounds import (
    nobody_named,
    not_at,
    not_handlers,
    not_ordered,
)
from domain.grounds import blank, first, past
from domain.law.statutes import PENALTY_LAW
from domain.refusals import NoSuchCase, OutOfOrder, OutOfTime, Refused
from domain.values import Personal, Upload

EVIDENCE = PENALTY_LAW.article(55)
SAMPLING = PENALTY_LAW.article(56)
CONCLUSION = PENALTY_LAW.article(57)


@act(
    "通知询问",
    "Summon somebody to be questioned",
    by=Role.OFFICER,
    under=EVIDENCE,
    power=Power.PENALISE,
    two_officers=True,
    rows=("PEN-01",),
)
def summon(
    case: EnforcementCase,
    at: Circumstances,
    *,
    person: Personal,
    post: str,
    appear_at: datetime,
    place: str,
    reason: str,
) -> None:
    """
    Ask somebody to come and be questioned.

    Args:
        case: The case.
        at: Who, when.
        person: Who is to come.
        post: Their post, or who they are.
        appear_at: When.
        place: Where.
        reason: What about.

    Raises:
        NotCompetent: If somebody acts who does not handle the case.
        OutOfOrder: If it is not open.
        OutOfTime: If the time is over already.

    Source:
        行政处罚法 55.
    """
    if appear_at <= at.now:
        raise OutOfTime("not_ahead", under=EVIDENCE, occurred_at=appear_at)
    case.record(
        Summoned,
        at,
        person=person,
        post=post,
        appear_at=appear_at,
        place=place,
        reason=reason,
    )


@act(
    "记录询问",
    "Record a questioning",
    by=Role.OFFICER,
    under=EVIDENCE,
    time=Time.CAPTURED,
    late=True,
    power=Power.PENALISE,
    two_officers=True,
    rows=("PEN-01",),
)
def record_questioning(
    case: EnforcementCase,
    at: Circumstances,
    *,
    person: Personal,
    post: str,
    place: str,
    started_at: datetime,
    ended_at: datetime,
    rights_told: bool,
    signed_paper: Upload | None = None,
    refusal_reason: str = "",
) -> None:
    """
    Record that somebody was questioned, after they were told their rights.

    Args:
        case: The case.
        at: Who, when.
        person: Who was questioned.
        post: Their post, or who they are.
        place: Where.
        started_at: When it began.
        ended_at: When it ended.
        rights_told: Whether certificates were shown and rights told.
        signed_paper: The record, signed page by page.
        refusal_reason: Why it was not signed.

    Raises:
        NotCompetent: If somebody acts who does not handle the case.
        OutOfOrder: If it is not open, or the rights were not told.
        OutOfTime: If it is said to end before it began, or after now.

    Source:
        行政处罚法 52, 55.
    """
    if not rights_told:
        raise OutOfOrder("rights_not_told", under=EVIDENCE)
    first(not_ordered(at, started_at, ended_at, under=EVIDENCE))
    before = sum(isinstance(fact, QuestioningRecorded) for fact in case.history)
    case.record(
        QuestioningRecorded,
        at,
        person=person,
        post=post,
        nth_questioning=before + 1,
        place=place,
        started_at=started_at,
        ended_at=ended_at,
        rights_told=rights_told,
        signed_paper=signed_paper,
        refusal_reason=refusal_reason,
    )


@act(
    "记录勘验",
    "Record the examination of a scene",
    by=Role.OFFICER,
    under=EVIDENCE,
    time=Time.CAPTURED,
    late=True,
    power=Power.PENALISE,
    two_officers=True,
    rows=("PEN-01",),
)
def examine_scene(
    case: EnforcementCase,
    at: Circumstances,
    *,
    place: str,
    weather: str,
    started_at: datetime,
    ended_at: datetime,
    description: str,
    party_present: Personal | None = None,
    witness: Personal | None = None,
    witness_post: str = "",
    evidence: tuple[Upload, ...] = (),
) -> None:
    """
    Record that a scene was examined, with the party or a witness there.

    Args:
        case: The case.
        at: Who, when.
        place: Where.
        weather: The weather.
        started_at: When it began.
        ended_at: When it ended.
        description: What was found.
        party_present: Who of the party was there.
        witness: Who saw it.
        witness_post: Who the witness is.
        evidence: Photographs, drawings.

    Raises:
        NotCompetent: If somebody acts who does not handle the case.
        OutOfOrder: If it is not open, or nobody else was there.
        OutOfTime: If it is said to end before it began, or after now.

    Source:
        行政处罚法 55.
    """
    first(_nobody_there(party_present, witness, under=EVIDENCE))
    first(not_ordered(at, started_at, ended_at, under=EVIDENCE))
    case.record(
        SceneExamined,
        at,
        place=place,
        weather=weather,
        started_at=started_at,
        ended_at=ended_at,
        description=description,
        party_present=party_present,
        witness=witness,
        witness_post=witness_post,
        evidence=evidence,
    )


@act(
    "抽样取证",
    "Take samples as evidence",
    by=Role.OFFICER,
    under=SAMPLING,
    time=Time.CAPTURED,
    late=True,
    power=Power.PENALISE,
    two_officers=True,
    rows=("PEN-01",),
)
def take_sample(
    case: EnforcementCase,
    at: Circumstances,
    *,
    place: str,
    things: tuple[EvidenceThing, ...],
    party_present: Personal | None = None,
    witness: Personal | None = None,
    witness_post: str = "",
    evidence: tuple[Upload, ...] = (),
) -> None:
    """
    Record that samples were taken.

    Args:
        case: The case.
        at: Who, when.
        place: Where.
        things: What was taken, at least one.
        party_present: Who of the party was there.
        witness: Who saw it.
        witness_post: Who the witness is.
        evidence: Photographs, the list of samples.

    Raises:
        NotCompetent: If somebody acts who does not handle the case.
        OutOfOrder: If it is not open, nothing was taken, or nobody else was there.

    Source:
        行政处罚法 56.
    """
    if not things:
        raise OutOfOrder("things_missing", under=SAMPLING)
    first(_nobody_there(party_present, witness, under=SAMPLING))
    case.record(
        SampleTaken,
        at,
        place=place,
        things=things,
        party_present=party_present,
        witness=witness,
        witness_post=witness_post,
        evidence=evidence,
    )


def _nobody_there(
    party_present: Personal | None, witness: Personal | None, *, under: str
) -> Iterable[Refused]:
    if party_present is None and witness is None:
        yield OutOfOrder("nobody_present", under=under)


@act(
    "委托鉴定",
    "Commission an appraisal",
    by=Role.OFFICER,
    under=EVIDENCE,
    power=Power.PENALISE,
    two_officers=True,
    rows=("PEN-01",),
)
def commission_appraisal(
    case: EnforcementCase,
    at: Circumstances,
    *,
    appraiser: str,
    qualification: Upload,
    appraisal_question: str,
    appraise_until: date,
) -> None:
    """
    Ask a qualified institution for its opinion.

    Args:
        case: The case.
        at: Who, when.
        appraiser: The institution.
        qualification: Proof of its qualification.
        appraisal_question: What it is asked.
        appraise_until: The last day for its answer, inclusive.

    Raises:
        NotCompetent: If somebody acts who does not handle the case.
        OutOfOrder: If it is not open, or nothing is asked.
        OutOfTime: If the last day is over already.

    Source:
        行政处罚法 46(1), 55.
    """
    first(blank(appraisal_question, "reason_missing", under=EVIDENCE))
    first(past(appraise_until, at, under=EVIDENCE))
    case.record(
        AppraisalCommissioned,
        at,
        appraisal_no=len(case.appraisals) + 1,
        appraiser=appraiser,
        qualification=qualification,
        appraisal_question=appraisal_question,
        appraise_until=appraise_until,
    )


@act(
    "收到鉴定意见",
    "Take in an appraisal",
    by=(Role.OFFICER, Role.CLERK),
    under=EVIDENCE,
    time=Time.STATED,
    rows=("PEN-01",),
)
def receive_appraisal(
    case: EnforcementCase,
    at: Circumstances,
    *,
    appraisal_no: int,
    opinion: str,
    appraisal_report: Upload,
) -> None:
    """
    Take in the opinion of an institution.

    Args:
        case: The case.
        at: Who; the day on which it came.
        appraisal_no: Which appraisal, from 1.
        opinion: What it says.
        appraisal_report: The report.

    Raises:
        NoSuchCase: If none was commissioned under that number.

    Source:
        行政处罚法 46(1).
    """
    if appraisal_no not in case.appraisals:
        raise NoSuchCase("no_such_appraisal", under=EVIDENCE, no=appraisal_no)
    case.record(
        AppraisalReceived,
        at,
        appraisal_no=appraisal_no,
        opinion=opinion,
        appraisal_report=appraisal_report,
    )


@receive_appraisal.unless
def cannot_receive(case: EnforcementCase, at: Circumstances) -> Iterable[Refused]:
    """
    Of an institution that was asked, whenever it comes.
    """
    del at
    if not case.appraisals:
        yield OutOfOrder("no_such_appraisal", under=EVIDENCE, no=1)


@summon.unless
@record_questioning.unless
@examine_scene.unless
@take_sample.unless
@commission_appraisal.unless
def cannot_investigate(case: EnforcementCase, at: Circumstances) -> Iterable[Refused]:
    """
    By those who handle the case, while it is open.
    """
    yield from not_handlers(case, at)
    yield from not_at(case, *OPEN, under=EVIDENCE)


@act(
    "调查终结",
    "Conclude the investigation of a case",
    by=Role.OFFICER,
    under=CONCLUSION,
    power=Power.PENALISE,
    two_officers=True,
    rows=("PEN-01",),
)
def conclude_investigation(
    case: EnforcementCase,
    at: Circumstances,
    *,
    party_results: tuple[PartyResult, ...],
    evidence: tuple[Upload, ...] = (),
) -> None:
    """
    End the investigation with a result for every party.

    Args:
        case: The case.
        at: Who, when.
        party_results: What was found of each party, and what is suggested.
        evidence: The report and the list of evidence.

    Raises:
        NotCompetent: If somebody acts who does not handle the case.
        OutOfOrder: If it is not under investigation, it has no party, registered things
            or an appraisal are open, or a party is left out.

    Source:
        行政处罚法 54, 57.
    """
    named = sorted(result.party_no for result in party_results)
    wanted = sorted(party.party_no for party in case.active)
    if named != wanted:
        raise OutOfOrder("party_results_missing", under=CONCLUSION, parties=wanted)
    for result in party_results:
        first(blank(result.violation_fact, "facts_missing", under=CONCLUSION))
    case.record(CaseInvestigated, at, party_results=party_results, evidence=evidence)


@conclude_investigation.unless
def cannot_conclude(case: EnforcementCase, at: Circumstances) -> Iterable[Refused]:
    """
    With a party at least, every registration decided or lapsed, and every appraisal in.
    """
    yield from not_handlers(case, at)
    yield from not_at(case, Stage.FILED, under=CONCLUSION)
    yield from nobody_named(case, under=CONCLUSION)
    if case.registrations or not all(case.appraisals.values()):
        yield OutOfOrder("evidence_open", under=SAMPLING)
