"""
What no case and no penalty may come to, told from the facts alone.
"""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from domain.base import Role
from domain.enforcement_case.choices_of_hearing import ReviewResult
from domain.law.penalty_kinds import PenaltyKind
from tests.cases.walks.chronicle import Chronicle, of
from tests.cases.walks.suspicions import is_suspected

#: What makes a decision stand no longer.
FALLING = ("decision-revoked", "decision-declared-void", "decision-confirmed-unlawful")
#: What ends a case.
ENDING = ("case-closed", "case-transferred", "case-terminated", "case-file-archived")


def matters(before: Chronicle, case: UUID) -> tuple[UUID, ...]:
    """
    List the case itself and what it was taken from.
    """
    (filed,) = before.said("case-filed", case)
    return tuple(each for each in (case, filed.inspection, *filed.hazards) if each)


def stands(before: Chronicle, penalty: UUID) -> bool:
    """
    Say whether a decision stands.
    """
    return not any(before.said(name, penalty) for name in FALLING)


def is_served(before: Chronicle, penalty: UUID) -> bool:
    """
    Say whether a decision reached its party: on the spot, or by a service.
    """
    return bool(before.said("penalty-served", penalty))


def penalties_on(before: Chronicle, fact: Any) -> Iterator[Any]:  # noqa: ANN401  a decision
    """
    List the standing decisions on the party of another one.
    """
    for name in ("penalty-decided", "on-the-spot-penalty-decided"):
        for each in before.said(name):
            same = fact.enterprise is not None and each.enterprise == fact.enterprise
            same |= bool(fact.person_key) and each.person_key == fact.person_key
            if same and stands(before, each.file):
                yield each


# -- decisions ------------------------------------------------------------------------


@of("penalty-decided", "on-the-spot-penalty-decided")
def no_fine_under_suspicion(before: Chronicle, fact: Any) -> Iterator[str]:  # noqa: ANN401  a decision
    """INV-02; 行政处罚法 35, 国务院令310号 3."""
    case = getattr(fact, "case", None)
    files = matters(before, case) if case else (fact.inspection,)
    party = (fact.enterprise, fact.person_key)
    if fact.fine_fen and is_suspected(before, files, *party):
        yield "INV-02 a fine while a crime is suspected"


@of("penalty-decided", "on-the-spot-penalty-decided")
def no_second_fine(before: Chronicle, fact: Any) -> Iterator[str]:  # noqa: ANN401  a decision
    """行政处罚法 29."""
    keys = {each.key for each in fact.penalised_acts}
    for other in penalties_on(before, fact):
        varied = before.last("decision-varied", other.file)
        both = fact.fine_fen and PenaltyKind.FINE in (varied or other).kinds
        if both and keys & {each.key for each in other.penalised_acts}:
            yield "29 a second fine for one act"


@of("penalty-decided")
def told_and_heard_before(before: Chronicle, fact: Any) -> Iterator[str]:  # noqa: ANN401  a decision
    """行政处罚法 44, 45, 62, 63-64: this party, by its own notice, in full."""
    number = fact.party_no
    notice = before.last("notice-served", fact.case, party_no=number)
    if notice is None or notice.id != fact.notice:
        yield "62 no notice served on this party"
        return
    if before.is_since(notice, "penalty-proposed", party_no=number, new_notice=True):
        yield "62 proposed anew, and not told"
    stated = before.is_since(notice, "statement-heard", party_no=number)
    answers = ("statement-waived", "statement-period-expired", "hearing-reported")
    if not stated and not any(
        before.is_since(notice, name, party_no=number) for name in answers
    ):
        yield "62 neither heard nor waived nor expired"
    heard = before.last("statement-heard", fact.case, party_no=number)
    if stated and not before.is_since(heard, "statement-reviewed", party_no=number):
        yield "45 a statement that nobody examined"
    beyond = fact.fine_fen > notice.fine_fen
    beyond |= fact.confiscated_fen > notice.confiscated_fen
    if beyond or not set(fact.kinds) <= set(notice.kinds):
        yield "45 heavier than notified"


@of("penalty-decided")
def hearing_before(before: Chronicle, fact: Any) -> Iterator[str]:  # noqa: ANN401  a decision
    """行政处罚法 63-65: held and reported, refused, waived, or its time over."""
    number = fact.party_no
    notice = before.last("notice-served", fact.case, party_no=number)
    if notice is None:
        return
    asked = before.last("hearing-requested", fact.case, party_no=number)
    if asked is not None and before.is_since(notice, "hearing-requested"):
        settled = ("hearing-refused", "hearing-ended", "hearing-reported")
        if not any(before.is_since(asked, name, party_no=number) for name in settled):
            yield "64 a hearing asked for and not reported on"
        return
    waived = before.is_since(
        notice, "statement-waived", party_no=number, hearing_waived=True
    )
    limit = notice.hearing_limit
    if limit is not None and not waived and fact.timestamp <= limit.ends_at:
        yield "64 while a hearing may still be asked for"


@of("penalty-decided")
def examined_before(before: Chronicle, fact: Any) -> Iterator[str]:  # noqa: ANN401  a decision
    """INV-23; 行政处罚法 57(2), 58, on the facts as they were last."""
    proposal = before.last("penalty-proposed", fact.case, party_no=fact.party_no)
    if proposal is None:
        yield "57 nothing was proposed"
        return
    reviewed = before.is_since(
        proposal, "legal-review-completed", review_result=ReviewResult.AGREED
    )
    held = before.is_since(proposal, "hearing-held", party_no=fact.party_no)
    if (proposal.review_grounds or held) and not reviewed:
        yield "58 not reviewed"
    if proposal.deliberation_required and not before.is_since(
        proposal, "collective-deliberation-held", agreed=True
    ):
        yield "57(2) not deliberated"
    if proposal.adjudication_required and not before.is_since(
        proposal, "case-adjudicated", agreed=True
    ):
        yield "INV-23 not adjudicated"


@of("penalty-decided", "no-penalty-decided")
def decided_once(before: Chronicle, fact: Any) -> Iterator[str]:  # noqa: ANN401  a decision
    """One decision on one party."""
    case = getattr(fact, "case", fact.file)
    for other in before.said("penalty-decided", case=case, party_no=fact.party_no):
        if stands(before, other.file):
            yield "57 a penalty on this party stands"
    if before.said("no-penalty-decided", case, party_no=fact.party_no):
        yield "57 this party has no penalty"
    if before.said("party-released", case, party_no=fact.party_no):
        yield "57 no party any longer"


@of("penalty-decided", "no-penalty-decided")
def decided_by_a_head(before: Chronicle, fact: Any) -> Iterator[str]:  # noqa: ANN401  a decision
    """行政处罚法 57, in an open case after its investigation, by no handler."""
    case = getattr(fact, "case", fact.file)
    if not before.said("case-investigated", case):
        yield "57 not investigated"
    if fact.deed.actor.role not in (Role.HEAD, Role.PRINCIPAL_HEAD):
        yield "57 not decided by a head"


@of("no-penalty-decided", "no-case-decided")
def nothing_dropped_under_suspicion(before: Chronicle, fact: Any) -> Iterator[str]:  # noqa: ANN401  a fact
    """INV-01."""
    is_case = bool(before.said("case-filed", fact.file))
    files = matters(before, fact.file) if is_case else (fact.file,)
    party = (None, "")
    if is_case:
        named = before.last("party-named", fact.file, party_no=fact.party_no)
        party = (named.enterprise, named.person_key) if named else party
    if is_suspected(before, files, *party):
        yield "INV-01 dropped while a crime is suspected"


# -- cases ----------------------------------------------------------------------------


@of("case-closed", "case-terminated", "case-transferred")
def nothing_ended_under_suspicion(before: Chronicle, fact: Any) -> Iterator[str]:  # noqa: ANN401  an end
    """INV-01; 国务院令310号 3."""
    to_police = getattr(fact, "to_police", False)
    if not to_police and is_suspected(before, matters(before, fact.file), None, ""):
        yield "INV-01 ended while a crime is suspected"


@of("case-closed")
def closed_over_everything(before: Chronicle, fact: Any) -> Iterator[str]:  # noqa: ANN401  the end
    """INV-28; 行政处罚法 57, 61: every party decided on, served and done."""
    case = fact.file
    if not before.said("case-terminated", case):
        for party in before.said("party-named", case):
            yield from _party_left(before, case, party.party_no)
    for paper in before.said("document-issued", about=case):
        dropped = ("document-voided", "document-replaced")
        in_force = not any(before.said(name, paper.file) for name in dropped)
        reached = {
            each.addressee_no
            for each in _services(before, paper.file)
            if not before.is_since(each, "service-set-aside")
        }
        if in_force and len(reached) < len(paper.addressees):
            yield "61 a document that did not reach its addressee"
    for each in before.said("mandatory-outcome-required", case):
        outcome = each.mandatory_outcome
        if not before.said(
            "mandatory-outcome-satisfied", case, mandatory_outcome=outcome
        ):
            yield "INV-28 a mandatory outcome is missing"


def _services(before: Chronicle, paper: UUID) -> list[Any]:
    announced = [
        each
        for each in before.said("service-announced", document=paper)
        if before.said("document-served", each.file)
    ]
    return before.said("document-served", document=paper) + announced


def _party_left(before: Chronicle, case: UUID, number: int) -> Iterator[str]:
    if before.said("party-released", case, party_no=number):
        return
    if before.said("no-penalty-decided", case, party_no=number):
        return
    found = before.said("penalty-decided", case=case, party_no=number)
    if not found:
        yield "57 an open party"
    for each in found:
        if stands(before, each.file) and not is_served(before, each.file):
            yield "61 a decision that was not served"


@of(
    "penalty-proposed",
    "notice-served",
    "case-investigated",
    "no-penalty-decided",
    "penalty-decided",
    "legal-review-completed",
    "case-transferred",
    "case-terminated",
    "party-named",
    "discretion-applied",
)
def nothing_after_the_end(before: Chronicle, fact: Any) -> Iterator[str]:  # noqa: ANN401  a fact of a case
    """Whatever has ended goes on no longer."""
    case = getattr(fact, "case", fact.file)
    if any(before.said(name, case) for name in ENDING):
        yield "a step in a case that has ended"


@of("penalty-proposed", "notice-served", "case-file-archived")
def stages_in_order(before: Chronicle, fact: Any) -> Iterator[str]:  # noqa: ANN401  a fact of a case
    """PROCEDURE 2.2: investigated, proposed, noticed; archived after an end."""
    needed = {
        "penalty-proposed": ("case-investigated",),
        "notice-served": ("penalty-proposed",),
        "case-file-archived": ("case-closed", "case-transferred"),
    }[fact.TOPIC.split(".")[1]]
    if not any(before.said(name, fact.file) for name in needed):
        yield f"before {needed[0]}"
