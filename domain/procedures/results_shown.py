"""
What is shown of a result of enforcement (公开的执法结果内容), and what it rests on.

A result is a fact of its file: that an inspection was concluded, that something was
ordered, listed, released, suspended, closed, permitted or drawn. What changed it since
is shown with it. Free text is that of the record; nobody is named in it by us, and what
holds an identity or telephone number is hidden or not shown at all.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, Final
from uuid import UUID

from domain.base import Fact, File
from domain.circumstances import Circumstances
from domain.closure.file import Closure, ClosureDecided, IllegalSiteBanned
from domain.hazard.facts import RectificationDeadlineExtended, RectificationOrdered
from domain.hazard.facts_of_ending import ReinspectionRecorded, SupervisionReleased
from domain.hazard.facts_of_treatment import (
    HazardListedForSupervision,
    RectificationOverdue,
)
from domain.inspection.choices import Outcome
from domain.inspection.facts_of_ending import InspectionConcluded
from domain.inspection.file import Inspection
from domain.law.forms import Form
from domain.permit.file import Permit, PermitChanged, PermitRecorded
from domain.printed import PrintedAuthority
from domain.procedures.draws_shown import draw_shown
from domain.procedures.parties_shown import authority_shown, number_shown, party_shown
from domain.publication.file import PublicText
from domain.publication.result import PublishedResult, ResultKind
from domain.random_draw.file import (
    DrawOverridden,
    RandomDraw,
    RandomDrawCommitted,
    RandomDrawConducted,
)
from domain.suspension_order.facts import SuspensionOrdered
from domain.suspension_order.facts_of_resuming import ProductionResumed

#: Which facts are results, or change what is shown of one.
KINDS: Final[Mapping[type[Fact], ResultKind]] = MappingProxyType(
    {
        InspectionConcluded: ResultKind.INSPECTION,
        RandomDrawCommitted: ResultKind.RANDOM_DRAW,
        RandomDrawConducted: ResultKind.RANDOM_DRAW,
        DrawOverridden: ResultKind.RANDOM_DRAW,
        RectificationOrdered: ResultKind.RECTIFICATION_ORDER,
        RectificationDeadlineExtended: ResultKind.RECTIFICATION_ORDER,
        HazardListedForSupervision: ResultKind.SUPERVISION,
        SupervisionReleased: ResultKind.RELEASE,
        RectificationOverdue: ResultKind.NOT_RECTIFIED,
        ReinspectionRecorded: ResultKind.REINSPECTION,
        SuspensionOrdered: ResultKind.SUSPENSION,
        ProductionResumed: ResultKind.RESUMPTION,
        ClosureDecided: ResultKind.CLOSURE,
        IllegalSiteBanned: ResultKind.SITE_BANNED,
        PermitRecorded: ResultKind.PERMIT,
        PermitChanged: ResultKind.PERMIT,
    }
)


def kind_of(fact: Fact) -> ResultKind | None:
    """
    Say which kind of result a fact is, if it is one.
    """
    if isinstance(fact, InspectionConcluded) and fact.hazards:
        return ResultKind.REINSPECTION
    return KINDS.get(type(fact))


def result_facts(file: File, kind: ResultKind) -> tuple[Fact, ...]:
    """
    List the facts of a file that are, or change, its result of a kind; oldest first.
    """
    return tuple(fact for fact in file.history if kind_of(fact) is kind)


def enterprise_of(file: File) -> UUID | None:
    """
    Give the enterprise that a file is about, if it is about one.
    """
    found: UUID | None = getattr(file, "enterprise", None)
    return found


def result_shown(
    file: File, at: Circumstances, kind: ResultKind, *, hide: Iterable[PublicText] = ()
) -> PublishedResult:
    """
    Put together what is shown of a result.

    Args:
        file: Its file, which has such a result.
        at: The circumstances; register, bodies and papers are read through them.
        kind: Which result.
        hide: Texts that are not shown.
    """
    hidden = {*hide}
    fact = result_facts(file, kind)[-1]
    said = dict(_said(file, at, fact))
    if PublicText.RESULT_TEXT in hidden:
        said["result_text"] = ""
    if kind is ResultKind.RANDOM_DRAW:
        assert isinstance(file, RandomDraw)
        is_silent = PublicText.OVERRIDE_REASON in hidden
        said["draw"] = draw_shown(file, at, reasons=not is_silent)
    enterprise, on = enterprise_of(file), fact.deed.on
    name, uscc, party_class = "", "", None
    if enterprise is not None or kind is ResultKind.SITE_BANNED:
        name, uscc, party_class = party_shown(at, enterprise, on)
    assert file.body is not None
    said.setdefault("authority", authority_shown(at, file.body, on))
    said.setdefault("decision_no", "")
    return PublishedResult(
        party_name=name, uscc=uscc, party_class=party_class, decided_on=on, **said
    )


def texts_shown(
    file: File, at: Circumstances, kind: ResultKind
) -> Mapping[PublicText, tuple[str, ...]]:
    """
    Give the free texts of a result, as they would be shown.
    """
    shown = result_shown(file, at, kind)
    overrides = shown.draw.overrides if shown.draw else ()
    return {
        PublicText.RESULT_TEXT: (shown.result_text,),
        PublicText.OVERRIDE_REASON: tuple(each.override_reason for each in overrides),
    }


# -- what each kind says ---------------------------------------------------------------


def _said(file: File, at: Circumstances, fact: Fact) -> Mapping[str, Any]:
    """
    Give what a result says besides its party: matter, number, last day, authority.
    """
    match fact:
        case InspectionConcluded():
            assert isinstance(file, Inspection)
            return {
                "result_text": file.scope,
                "outcome": fact.outcome.code,
                "violations_count": len(file.violations),
            }
        case PermitRecorded() | PermitChanged():
            assert isinstance(file, Permit)
            return {
                "result_text": file.kind,
                "until_on": file.valid_until,
                "decision_no": file.number,
                "authority": PrintedAuthority(file.issuer),
            }
        case _:
            return _said_of_production(file, at, fact)


def _said_of_production(file: File, at: Circumstances, fact: Fact) -> Mapping[str, Any]:
    match fact:
        case SuspensionOrdered():
            return {"result_text": fact.scope, "until_on": fact.until_on}
        case ProductionResumed():
            number = number_shown(at, file.id, (Form.RESUMPTION_DECISION,))
            return {"result_text": fact.resumed_scope, "decision_no": number}
        case ClosureDecided():
            assert isinstance(file, Closure)
            ground = file.closure_ground
            return {
                "closure_ground": ground.code if ground else "",
                "decision_no": fact.decision_number,
                "authority": authority_shown(at, fact.government, fact.deed.on),
            }
        case IllegalSiteBanned():
            return {
                "result_text": fact.description,
                "authority": authority_shown(at, fact.government, fact.deed.on),
            }
        case _:
            return _said_of_hazard(file, at, fact)


def _said_of_hazard(file: File, at: Circumstances, fact: Fact) -> Mapping[str, Any]:
    match fact:
        case (
            RectificationOrdered()
            | RectificationDeadlineExtended()
            | RectificationOverdue()
        ):
            orders = (f for f in file.history if isinstance(f, RectificationOrdered))
            return {
                "result_text": [order.measures for order in orders][-1],
                "until_on": fact.rectify_until,
                "decision_no": number_shown(at, file.id, (Form.RECTIFICATION_ORDER,)),
            }
        case ReinspectionRecorded():
            outcome = Outcome.RECTIFIED if fact.rectified else Outcome.NOT_RECTIFIED
            number = number_shown(at, file.id, (Form.REINSPECTION_OPINION,))
            return {
                "result_text": fact.opinion,
                "outcome": outcome.code,
                "decision_no": number,
            }
        case HazardListedForSupervision():
            return {
                "result_text": fact.requirements,
                "until_on": fact.supervise_until,
                "decision_no": fact.listing_number,
                "authority": _acting(at, fact),
            }
        case SupervisionReleased():
            listed = result_facts(file, ResultKind.SUPERVISION)[-1]
            assert isinstance(listed, HazardListedForSupervision)
            return {
                "decision_no": listed.listing_number,
                "authority": _acting(at, fact),
            }
        case _:
            assert isinstance(file, RandomDraw)
            return {"result_text": file.name}


def _acting(at: Circumstances, fact: Fact) -> PrintedAuthority:
    """
    Name the body that acted, which need not be the one that owns the file.
    """
    body = fact.deed.actor.body
    assert body is not None
    return authority_shown(at, body, fact.deed.on)
