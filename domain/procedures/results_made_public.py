"""
A result of enforcement as the source of a publication (执法结果公开的来源): what became
of it, until when it is public, and by when it has to be.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, Final

from domain.base import Fact, File
from domain.circumstances import Circumstances
from domain.closure.file import ClosureSetAside
from domain.falling import Fall, SetAside
from domain.hazard.facts_of_ending import HazardDelisted, SupervisionReleased
from domain.hazard.facts_of_falling import RectificationOrderSetAside
from domain.hazard.facts_of_treatment import RectificationReported
from domain.imported_record.screening import holds_restricted
from domain.law.credit_classes import CreditClass
from domain.limits import Limit
from domain.permit.file import LicenceRevoked, Permit
from domain.printed import SourceStatus
from domain.procedures.adoption import limit_in_force
from domain.procedures.challenges import is_challenged, remedies_of
from domain.procedures.draws_shown import visits_ahead
from domain.procedures.own_penalties import Change
from domain.procedures.parties_shown import is_called
from domain.procedures.results_shown import (
    enterprise_of,
    kind_of,
    result_facts,
    result_shown,
    texts_shown,
)
from domain.publication.file import Channel, PublicityTerm, PublicText
from domain.publication.result import ResultKind
from domain.random_draw.file import RandomDraw
from domain.refusals import BeyondTheLaw, OutOfOrder, Refused
from domain.remedy.choices import RemedyResult
from domain.remedy.facts import ReviewDecided, SuitDecided
from domain.suspension_order.facts_of_falling import SuspensionSetAside

PUBLISH: Final = "国办发〔2018〕118号;政府信息公开条例26"
PLATFORM: Final = "发改办财金〔2018〕424号"
PRIVATE: Final = "政府信息公开条例15"

#: How what was challenged stands, by what a review or suit came to.
_CHALLENGED: Final = MappingProxyType(
    {
        RemedyResult.VARIED: SourceStatus.VARIED,
        RemedyResult.REVOKED: SourceStatus.WITHDRAWN,
        RemedyResult.UNLAWFUL: SourceStatus.UNLAWFUL,
        RemedyResult.VOID: SourceStatus.VOID,
    }
)

#: What ends that a result of a kind is so, and how it stands then.
_ENDED: Final[Mapping[ResultKind, Mapping[type[Fact], SourceStatus]]] = (
    MappingProxyType(
        {
            ResultKind.PERMIT: {LicenceRevoked: SourceStatus.WITHDRAWN},
            ResultKind.RECTIFICATION_ORDER: {
                RectificationOrderSetAside: SourceStatus.WITHDRAWN
            },
            ResultKind.SUSPENSION: {SuspensionSetAside: SourceStatus.WITHDRAWN},
            ResultKind.CLOSURE: {ClosureSetAside: SourceStatus.WITHDRAWN},
            ResultKind.SUPERVISION: {SupervisionReleased: SourceStatus.REMOVED},
            ResultKind.NOT_RECTIFIED: {
                RectificationReported: SourceStatus.REMOVED,
                HazardDelisted: SourceStatus.REPAIRED,
            },
        }
    )
)

#: How what was set aside stands, by what it fell.
_FALLEN: Final = MappingProxyType(
    {
        Fall.BASIS_FALLEN: SourceStatus.WITHDRAWN,
        Fall.REVOKED: SourceStatus.WITHDRAWN,
        Fall.UNLAWFUL: SourceStatus.UNLAWFUL,
        Fall.VOID: SourceStatus.VOID,
    }
)


class Result:
    """
    A result of enforcement (执法结果).
    """

    def __init__(self, file: File, at: Circumstances, kind: ResultKind) -> None:
        """
        Ask of a result of a file.
        """
        self._file = file
        self._at = at
        self._kind = kind
        no_party = enterprise_of(file) is None
        self.is_person = no_party and kind is ResultKind.SITE_BANNED

    @property
    def named(self) -> Mapping[str, Any]:
        """
        The terms of a fact that name it.
        """
        return {"about": self._file.id, "result_kind": self._kind}

    @property
    def source_fact(self) -> str:
        """
        The fact that is the result, or what changed it.
        """
        return result_facts(self._file, self._kind)[-1].id

    @property
    def is_objected(self) -> bool:
        """
        Whether a review or suit against it is pending.
        """
        return is_challenged(self._at, self._file.id)

    def change(self, shown: str) -> Change | None:
        """
        Say what became of it since: on review or suit, or by a fact of its own file.
        """
        file, ended = self._file, _ENDED.get(self._kind, {})
        seen = next(fact for fact in file.history if fact.id == shown)
        found = [
            Change(_status(fact, ended), _effective_on(fact), fact.id)
            for fact in file.history[seen.originator_version :]
            if type(fact) in ended and _ends(fact)
        ]
        for remedy in remedies_of(self._at, file.id):
            for fact in remedy.history:
                if not isinstance(fact, ReviewDecided | SuitDecided):
                    continue
                status = _CHALLENGED.get(fact.remedy_result)
                if status is not None and fact.timestamp >= seen.timestamp:
                    found.append(Change(status, fact.effective_on, fact.id))
        return found[-1] if found else None

    def shown(self, hide: tuple[PublicText, ...]) -> Mapping[str, Any]:
        """
        Put together what is shown.
        """
        return {"result": result_shown(self._file, self._at, self._kind, hide=hide)}

    def term(self, credit_class: CreditClass | None) -> PublicityTerm | None:
        """
        Say until when it is public: a permit as long as it is valid, anything else
        without an end that the law sets.
        """
        del credit_class
        if self._kind is not ResultKind.PERMIT:
            return None
        until = result_shown(self._file, self._at, self._kind).until_on
        return PublicityTerm(until) if until else None

    def unfit(
        self,
        channel: Channel,
        credit_class: CreditClass | None,
        hide: tuple[PublicText, ...],
    ) -> Iterable[Refused]:
        """
        Say why it cannot be shown so.
        """
        if isinstance(self._file, RandomDraw):
            yield from visits_ahead(self._file, self._at)
        if isinstance(self._file, Permit):
            yield from _of_another(self._file, self._at)
        if channel is Channel.CREDIT_PLATFORM and self._kind is not ResultKind.PERMIT:
            yield BeyondTheLaw("not_for_platform", under=PLATFORM)
        if credit_class is not None:
            yield BeyondTheLaw("result_has_no_class", under=PLATFORM)
        texts = texts_shown(self._file, self._at, self._kind)
        fields = tuple(
            text
            for text, written in texts.items()
            if text not in hide and any(map(holds_restricted, written))
        )
        if fields:
            yield BeyondTheLaw("restricted_field", under=PRIVATE, fields=fields)


def _of_another(permit: Permit, at: Circumstances) -> Iterable[Refused]:
    """
    A permit is published by its issuer.
    """
    assert permit.body is not None
    if not is_called(at, permit.body, permit.issuer, on=permit.opened_on):
        yield OutOfOrder("not_ours", under=PLATFORM)


def _ends(fact: Fact) -> bool:
    """
    Whether a fact takes back what was said; a report that came too late does not.
    """
    return fact.in_time if isinstance(fact, RectificationReported) else True


def _status(fact: Fact, ended: Mapping[type[Fact], SourceStatus]) -> SourceStatus:
    return _FALLEN[fact.fall] if isinstance(fact, SetAside) else ended[type(fact)]


def _effective_on(fact: Fact) -> date:
    if isinstance(fact, LicenceRevoked | SetAside):
        return fact.effective_on
    return fact.deed.on


def fallen_result(result: Result, *, under: str) -> Iterable[Refused]:
    """
    What it rests on is not so any more.
    """
    change = result.change(result.source_fact)
    if change is not None:
        yield OutOfOrder("result_fallen", under=under, status=change.status)


# -- by when ---------------------------------------------------------------------------


def limit_of_result(fact: Fact, at: Circumstances) -> Limit | None:
    """
    Reckon by when a result has to be public, by the calendar in force now; nothing
    where the law sets no time for it.

    Args:
        fact: A fact that is a result.
        at: The circumstances.

    Source:
        国办发〔2018〕118号: twenty working days, seven for a permit;
        煤矿安全生产条例 49: five.
    """
    return limit_in_force(at, fact, getattr(fact, "publish_limit", None))


def timed(file: File, at: Circumstances) -> tuple[tuple[Fact, Limit], ...]:
    """
    List the results of a file that have to be public by a day, with that day.
    """
    results = (fact for fact in file.history if kind_of(fact) is not None)
    found = ((fact, limit_of_result(fact, at)) for fact in results)
    return tuple((fact, limit) for fact, limit in found if limit is not None)
