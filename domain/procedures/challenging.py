"""
Challenging what was decided (申请复议、起诉): a review or a suit.

Facts about the world: neither is refused for coming late, or in the wrong order.
"""

from collections.abc import Iterable
from typing import Final

from domain.acts import opening
from domain.base import File, Role, Time
from domain.body.file import Body
from domain.circumstances import Circumstances
from domain.grounds import first
from domain.law.statutes import LITIGATION_LAW, REVIEW_LAW
from domain.limits import limit_if_any
from domain.references import EnterpriseRef, FileRef, RemedyRef
from domain.refusals import NoSuchCase, OutOfOrder, Refused
from domain.remedy.choices import Challenged
from domain.remedy.facts import ReviewApplied, SuitFiled, remedy_tag
from domain.remedy.file import Remedy
from domain.values import Personal, Upload

REVIEW = REVIEW_LAW.article(20)
SUIT = LITIGATION_LAW.article(46)

#: What can be challenged, by the kind of file.
_CHALLENGED: Final = {
    "penalty": (Challenged.PENALTY,),
    "enforcement-case": (Challenged.NO_PENALTY, Challenged.OTHER),
    "hazard": (Challenged.ORDER, Challenged.OTHER),
    "coercive-measure": (Challenged.MEASURE,),
    "suspension-order": (Challenged.SUSPENSION,),
    "closure": (Challenged.CLOSURE,),
    "list-entry": (Challenged.LISTING,),
}


@opening(
    "登记复议申请",
    "Record an application for review",
    by=Role.CLERK,
    under=REVIEW,
    time=Time.STATED,
    rows=("PEN-12",),
)
def record_review_application(
    at: Circumstances,
    *,
    challenged: FileRef,
    challenged_act: Challenged,
    through_us: bool,
    enterprise: EnterpriseRef | None = None,
    applicant: Personal | None = None,
    authority: str = "",
    claim: str = "",
    paper: Upload | None = None,
) -> Remedy:
    """
    Take in that somebody applied for a review of what the body decided.

    Args:
        at: Who takes it in; the day of the application.
        challenged: The file of what is challenged.
        challenged_act: What of it.
        through_us: Whether it was handed to this body, which forwards it.
        enterprise: The applicant, if an enterprise.
        applicant: The applicant, if a person.
        authority: The review authority; the one of the body's own level by default.
        claim: What is asked for.
        paper: The application.

    Raises:
        NoSuchCase: If there is no such file.
        OutOfOrder: If nothing of that kind can be challenged there, or no applicant or
            two are named.

    Source:
        行政复议法 20, 24, 32.
    """
    file = at.read(File, challenged)
    first(
        _cannot_challenge(
            file, challenged_act, enterprise=enterprise, applicant=applicant
        )
    )
    forward = limit_if_any(at, "RM.review.forward", at.on) if through_us else None
    return Remedy.start(
        ReviewApplied,
        at,
        because=file,
        challenged=challenged,
        challenged_act=challenged_act,
        authority=authority or _review_authority(at),
        through_us=through_us,
        enterprise=enterprise,
        applicant=applicant,
        claim=claim,
        paper=paper,
        forward_limit=forward,
    )


@opening(
    "登记起诉",
    "Record a suit",
    by=Role.CLERK,
    under=SUIT,
    time=Time.STATED,
    rows=("PEN-12",),
)
def record_suit(
    at: Circumstances,
    *,
    after_review: RemedyRef | None = None,
    challenged: FileRef,
    challenged_act: Challenged,
    authority: str,
    authority_number: str,
    enterprise: EnterpriseRef | None = None,
    applicant: Personal | None = None,
    claim: str = "",
    paper: Upload | None = None,
) -> Remedy:
    """
    Take in that somebody sued over what the body decided.

    A suit over a decision on the spot that no review came before is taken, and says so.

    Args:
        at: Who takes it in; the day of the suit.
        after_review: The review that came before, if one did.
        challenged: The file of what is challenged.
        challenged_act: What of it.
        authority: The court.
        authority_number: Its number there.
        enterprise: The plaintiff, if an enterprise.
        applicant: The plaintiff, if a person.
        claim: What is asked for.
        paper: The suit.

    Raises:
        NoSuchCase: If there is no such file or review.
        OutOfOrder: If nothing of that kind can be challenged there, or no plaintiff or
            two are named.

    Source:
        行政诉讼法 45, 46; 行政复议法 23(1): on-the-spot decisions, review first.
    """
    file = at.read(File, challenged)
    before = at.read(Remedy, after_review) if after_review else None
    if before is not None and before.challenged != challenged:
        raise NoSuchCase("no_such_review", under=SUIT)
    first(
        _cannot_challenge(
            file, challenged_act, enterprise=enterprise, applicant=applicant
        )
    )
    reviewed = [
        each
        for each in at.tagged(remedy_tag(challenged))
        if any(isinstance(f, ReviewApplied) for f in at.read(Remedy, each).history)
    ]
    return Remedy.start(
        SuitFiled,
        at,
        because=file,
        challenged=challenged,
        challenged_act=challenged_act,
        authority=authority,
        authority_number=authority_number,
        review_missing=bool(getattr(file, "on_the_spot", False)) and not reviewed,
        enterprise=enterprise,
        applicant=applicant,
        claim=claim,
        after_review=after_review,
        paper=paper,
    )


def _cannot_challenge(
    file: File,
    challenged_act: Challenged,
    *,
    enterprise: EnterpriseRef | None,
    applicant: Personal | None,
) -> Iterable[Refused]:
    if challenged_act not in _CHALLENGED.get(file.TOPIC, ()):
        yield OutOfOrder("not_challengeable", under=REVIEW)
    if (enterprise is None) == (applicant is None):
        yield OutOfOrder("applicant_unnamed", under=REVIEW)


def _review_authority(at: Circumstances) -> str:
    body = at.find(Body, at.actor.body) if at.actor.body else None
    identity = body.identity_on(at.on) if body else None
    return identity.review_body if identity else ""
