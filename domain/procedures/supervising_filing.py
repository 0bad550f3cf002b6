"""
Reconsideration by the police and supervision by the procuratorate (复议、立案监督).
"""

from collections.abc import Iterable

from domain.acts import act
from domain.base import HEADS, Role, Time
from domain.body.file import Body, BodyKind
from domain.circumstances import Circumstances
from domain.grounds import blank, first
from domain.law.statutes import (
    PROCURATORATE_2001,
    REFERRAL_MEASURES,
    REFERRAL_REGULATION,
)
from domain.limits import Limit, limit_if_any
from domain.procedures.answering_referrals import record_filing
from domain.references import BodyRef
from domain.referral.choices import (
    FLAGGED,
    LIAISON,
    Reconsidered,
    SecondAnswerCause,
    Stage,
    Supervised,
)
from domain.referral.facts_of_supervision import (
    FilingReasonsDemanded,
    FilingReasonsGiven,
    FilingReconsiderationRequested,
    FilingReconsidered,
    FilingSupervisionConcluded,
    FilingSupervisionSuggested,
    TransferDemanded,
)
from domain.referral.file import Referral
from domain.referral.grounds import (
    limit_running,
    marked_late,
    not_at,
    not_transferred,
    not_with,
    time_of,
)
from domain.refusals import BeyondTheLaw, OutOfOrder, OutOfTime, Refused
from domain.values import Upload, day_of

RECONSIDER = REFERRAL_REGULATION.article(9)
SUPERVISE = f"{REFERRAL_REGULATION.article(9)};{REFERRAL_MEASURES.article(14)}"
EXPLAIN = f"{PROCURATORATE_2001.article(10)};{REFERRAL_MEASURES.article(16)}"
DEMAND = REFERRAL_MEASURES.article(17)

#: Which time the body had, by how the referral stands.
_ANSWER_OF = {
    Stage.DECLINED: "RF.reconsider",
    Stage.DECLINED_AGAIN: "RF.supervise",
}
_FILING = ("RF.filing", "RF.filing.check", "RF.filing.complex")


@act(
    "作出复议决定",
    "Decide on a reconsideration",
    by=Role.POLICE,
    under=RECONSIDER,
    time=Time.STATED,
    rules=("INV-03",),
    rows=("REF-02",),
)
def reconsider_filing(
    referral: Referral,
    at: Circumstances,
    *,
    reconsidered: Reconsidered,
    reasons: str = "",
    criminal_case_no: str = "",
) -> None:
    """
    Decide on a request to reconsider: file after all, or uphold the refusal.

    Args:
        referral: The referral.
        at: Who; the day of the decision.
        reconsidered: Which.
        reasons: Why the refusal is upheld.
        criminal_case_no: Number of the criminal case that is filed.

    Raises:
        NotCompetent: If it is with other police.
        OutOfOrder: If nobody asked, or reasons or number are missing.

    Source:
        国务院令310号 (2020) 9: within three days.
    """
    is_upheld = reconsidered is Reconsidered.UPHELD
    if is_upheld:
        first(blank(reasons, "reasons_missing", under=RECONSIDER))
    else:
        first(blank(criminal_case_no, "case_no_missing", under=RECONSIDER))
    told_on = day_of(at.now)
    referral.record(
        FilingReconsidered,
        at,
        reconsidered=reconsidered,
        reasons=reasons,
        flags=marked_late(referral, at, "RF.reconsider.decide"),
        answer_limit=limit_if_any(at, "RF.supervise", told_on) if is_upheld else None,
    )
    if not is_upheld:
        cause = SecondAnswerCause.RECONSIDERATION
        record_filing(referral, at, criminal_case_no, cause=cause)


@reconsider_filing.unless
def cannot_reconsider(referral: Referral, at: Circumstances) -> Iterable[Refused]:
    """
    By the police who were asked.
    """
    yield from not_with(referral.police, at, "not_the_receiver", under=RECONSIDER)
    if time_of(referral, FilingReconsiderationRequested) is None:
        needed = FilingReconsiderationRequested.ZH
        yield OutOfOrder("nothing_asked_for", under=RECONSIDER, needed=needed)


@act(
    "建议立案监督",
    "Suggest supervision of the filing",
    by=HEADS,
    under=SUPERVISE,
    rules=("INV-03",),
    rows=("REF-02",),
)
def suggest_filing_supervision(
    referral: Referral,
    at: Circumstances,
    *,
    procuratorate: BodyRef,
    grounds: str,
    evidence: tuple[Upload, ...] = (),
) -> None:
    """
    Ask the procuratorate to look at a refusal, a silence or a dismissal.

    Args:
        referral: The referral.
        at: Who, when.
        procuratorate: Whom.
        grounds: Why.
        evidence: The refusal and the material of the case.

    Raises:
        OutOfOrder: If the police neither declined nor dismissed it, or no grounds are
            given.
        OutOfTime: If they have not answered and their time runs.
        BeyondTheLaw: If it is no procuratorate.

    Source:
        国务院令310号 (2020) 9; 应急〔2019〕54号 14, 15.
    """
    first(blank(grounds, "grounds_missing", under=SUPERVISE))
    if at.read(Body, procuratorate).kind is not BodyKind.PROCURATORATE:
        needed = BodyKind.PROCURATORATE
        raise BeyondTheLaw("wrong_receiver", under=SUPERVISE, needed=needed)
    referral.record(
        FilingSupervisionSuggested,
        at,
        procuratorate=procuratorate,
        grounds=grounds,
        evidence=evidence,
        flags=marked_late(referral, at, _ANSWER_OF.get(referral.stage, "")),
    )


@suggest_filing_supervision.unless
def cannot_suggest(referral: Referral, at: Circumstances) -> Iterable[Refused]:
    """
    After a refusal, a second one or a dismissal; or when the time of silence is over.
    """
    if referral.dismissed and referral.stage is Stage.CLEARED:
        return
    stages = (Stage.DECLINED, Stage.DECLINED_AGAIN, Stage.RECEIVED)
    yield from not_at(referral, *stages, under=SUPERVISE)
    limit = limit_running(referral, *_FILING)
    if referral.stage is Stage.RECEIVED and limit and at.now <= limit.ends_at:
        yield OutOfTime("filing_time_runs", under=SUPERVISE, until_on=limit.ends_on)


@act(
    "要求说明不立案理由",
    "Demand the reasons for not filing",
    by=Role.PROCURATORATE,
    under=EXPLAIN,
    time=Time.STATED,
    rules=("INV-03",),
    rows=("REF-02",),
)
def demand_filing_reasons(
    referral: Referral, at: Circumstances, *, requirements: str
) -> None:
    """
    Demand that the police say why they do not file.

    Args:
        referral: The referral.
        at: Who, when.
        requirements: What they are to say.

    Raises:
        OutOfOrder: If it was never transferred, or nothing is asked.

    Source:
        高检2001规定 10; 应急〔2019〕54号 16: they answer within seven days.
    """
    first(blank(requirements, "requirements_missing", under=EXPLAIN))
    referral.record(
        FilingReasonsDemanded,
        at,
        requirements=requirements,
        answer_limit=limit_if_any(at, "RF.explain", day_of(at.now)),
    )


@act(
    "说明不立案理由",
    "Give the reasons for not filing",
    by=Role.POLICE,
    under=EXPLAIN,
    time=Time.STATED,
    rules=("INV-03",),
    rows=("REF-02",),
)
def give_filing_reasons(referral: Referral, at: Circumstances, *, reasons: str) -> None:
    """
    Tell the procuratorate in writing why no case is filed.

    Args:
        referral: The referral.
        at: Who, when.
        reasons: Why.

    Raises:
        NotCompetent: If it is with other police.
        OutOfOrder: If nobody demanded them, or none are given.

    Source:
        高检2001规定 10; 应急〔2019〕54号 16.
    """
    first(blank(reasons, "reasons_missing", under=EXPLAIN))
    flags = marked_late(referral, at, "RF.explain")
    referral.record(FilingReasonsGiven, at, reasons=reasons, flags=flags)


@give_filing_reasons.unless
def cannot_explain(referral: Referral, at: Circumstances) -> Iterable[Refused]:
    """
    By the police who were asked.
    """
    yield from not_with(referral.police, at, "not_the_receiver", under=EXPLAIN)
    if time_of(referral, FilingReasonsDemanded) is None:
        needed = FilingReasonsDemanded.ZH
        yield OutOfOrder("nothing_asked_for", under=EXPLAIN, needed=needed)


@act(
    "作出立案监督结论",
    "Conclude the supervision of a filing",
    by=Role.PROCURATORATE,
    under=EXPLAIN,
    time=Time.STATED,
    rules=("INV-03",),
    rows=("REF-02",),
)
def conclude_filing_supervision(
    referral: Referral,
    at: Circumstances,
    *,
    supervised: Supervised,
    reasons: str = "",
) -> None:
    """
    Order the police to file, or hold their refusal to be right.

    Args:
        referral: The referral.
        at: Who, when.
        supervised: Which.
        reasons: Why.

    Raises:
        OutOfOrder: If it was never transferred, or reasons are missing.

    Source:
        高检2001规定 10; 应急〔2019〕54号 16: they file within fifteen days.
    """
    first(blank(reasons, "reasons_missing", under=EXPLAIN))
    is_order = supervised is Supervised.ORDER_TO_FILE
    referral.record(
        FilingSupervisionConcluded,
        at,
        supervised=supervised,
        reasons=reasons,
        order_limit=(
            limit_if_any(at, "RF.order_file", day_of(at.now)) if is_order else None
        ),
    )


@demand_filing_reasons.unless
@conclude_filing_supervision.unless
def cannot_supervise(referral: Referral, at: Circumstances) -> Iterable[Refused]:
    """
    What went to the police, whatever became of it.
    """
    del at
    yield from not_transferred(referral, under=EXPLAIN)


@act(
    "检察意见要求移送",
    "Demand that a case be transferred",
    by=(Role.PROCURATORATE, Role.CLERK),
    under=DEMAND,
    time=Time.STATED,
    rules=("INV-01",),
    rows=("REF-04",),
)
def demand_transfer(
    referral: Referral,
    at: Circumstances,
    *,
    reasons: str,
    evidence: tuple[Upload, ...] = (),
) -> None:
    """
    Demand that a case that was not transferred be; nobody decides on it once more.

    The procuratorate does so on what it has before it; a clerk takes its paper in.

    Args:
        referral: The referral.
        at: Who; the day of the opinion.
        reasons: Why.
        evidence: The opinion.

    Raises:
        OutOfOrder: If it is about no suspicion, or reasons are missing.

    Source:
        应急〔2019〕54号 17: transferred within three days of its receipt.
    """
    first(blank(reasons, "reasons_missing", under=DEMAND))
    is_here = referral.is_within or referral.is_cleared
    limit: Limit | None = limit_if_any(at, "RF.must_transfer", day_of(at.now))
    referral.record(
        TransferDemanded,
        at,
        reasons=reasons,
        evidence=evidence,
        send_limit=limit if is_here else None,
    )


@demand_transfer.unless
def cannot_demand(referral: Referral, at: Circumstances) -> Iterable[Refused]:
    """
    Whatever its stage, as long as a crime was suspected.
    """
    del at
    if referral.stage in LIAISON | FLAGGED:
        yield OutOfOrder("not_transferred", under=DEMAND, stage=referral.stage)
