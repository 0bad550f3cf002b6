"""
What a penalty of the body's own shows to everybody (自办处罚的公开内容), and what it
rests on.

The texts are those of the decision, as corrected. Once it was varied, its kinds and its
fine are those that stand; the words of the old content are not shown any more.
A natural person's name is never shown: what is public once cannot be taken back from
who has read it, and facts are for ever.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Final

from domain.base import Fact
from domain.circumstances import Circumstances
from domain.imported_record.screening import holds_restricted
from domain.law.credit_classes import CreditClass
from domain.law.forms import Form
from domain.law.penalty_kinds import PenaltyKind
from domain.money import yuan_text
from domain.penalty.choices import CorrectedPart
from domain.penalty.facts import (
    DailyFineDecided,
    OnTheSpotPenaltyDecided,
    PenaltyDecided,
)
from domain.penalty.facts_of_falling import (
    DecisionConfirmedUnlawful,
    DecisionCorrected,
    DecisionDeclaredVoid,
    DecisionRevoked,
    DecisionVaried,
)
from domain.penalty.file import Penalty
from domain.printed import (
    PartyClass,
    PenaltyTexts,
    SourceStatus,
)
from domain.procedures.parties_shown import authority_shown, number_shown, party_shown
from domain.procedures.publicity import CLASSES
from domain.publication.file import (
    Channel,
    DecisionTexts,
    PublicText,
    PublishedPenalty,
)
from domain.refusals import BeyondTheLaw, OutOfOrder, Refused
from domain.values import Personal

Decided = PenaltyDecided | OnTheSpotPenaltyDecided | DailyFineDecided
Fallen = DecisionRevoked | DecisionConfirmedUnlawful | DecisionDeclaredVoid

#: How a decision stands after a fact.
_STATUS: Final[dict[type[Fact], SourceStatus]] = {
    DecisionVaried: SourceStatus.VARIED,
    DecisionRevoked: SourceStatus.WITHDRAWN,
    DecisionConfirmedUnlawful: SourceStatus.UNLAWFUL,
    DecisionDeclaredVoid: SourceStatus.VOID,
}

#: What of a decision stands in its texts.
_OF_TEXTS: Final = (
    CorrectedPart.DATE,
    CorrectedPart.PROVISION,
    CorrectedPart.WORDING,
)

#: The texts that a decision of the body's own has.
_TEXTS: Final = tuple(
    text for text in PublicText if text.code in {f.name for f in fields(DecisionTexts)}
)

_DECISIONS: Final = frozenset(
    (Form.PENALTY_DECISION_UNIT, Form.PENALTY_DECISION_PERSON)
)


@dataclass(frozen=True)
class Change:
    """
    What became of a decision (决定的变动).

    Args:
        status: How it stands.
        since: The day from which it is so.
        fact: Id of the fact that says it.
    """

    status: SourceStatus
    since: date
    fact: str


def decided(penalty: Penalty) -> Decided:
    """
    Give the decision itself.
    """
    first = penalty.history[0]
    assert isinstance(first, Decided)
    return first


def person_of(penalty: Penalty) -> Personal | None:
    """
    Give the person on whom it was decided; a fine by the day is a unit's.
    """
    first = decided(penalty)
    return None if isinstance(first, DailyFineDecided) else first.person


def source_fact_of(penalty: Penalty) -> str:
    """
    Name what a publication rests on now: the decision, or what corrected or varied it.
    """
    newer = (DecisionCorrected, DecisionVaried)
    found = [fact for fact in penalty.history if isinstance(fact, newer)]
    return (found[-1] if found else decided(penalty)).id


def change_since(penalty: Penalty, source_fact: str) -> Change | None:
    """
    Give the last change of a decision after what a publication rests on, if one took
    away or replaced its content.
    """
    seen = _version(source_fact)
    found: Change | None = None
    for fact in penalty.history:
        status = _STATUS.get(type(fact))
        if status is None or fact.originator_version <= seen:
            continue
        assert isinstance(fact, DecisionVaried | Fallen)
        found = Change(status, fact.effective_on, fact.id)
    return found


def _version(fact: str) -> int:
    return int(fact.rpartition("/")[2])


def content_of(
    penalty: Penalty, at: Circumstances, hide: Collection[PublicText] = ()
) -> PublishedPenalty:
    """
    Put together what is shown of a penalty.

    Args:
        penalty: The penalty.
        at: The circumstances; register, body and papers are read through them.
        hide: Texts that are not shown.
    """
    first = decided(penalty)
    assert penalty.body is not None
    name, uscc, party_class = _party(penalty, at)
    hidden = {text.code: "" for text in hide if text in _TEXTS}
    confiscated = getattr(first, "confiscated_fen", 0)
    return PublishedPenalty(
        party_name=name,
        uscc=uscc,
        authority=authority_shown(at, penalty.body, penalty.decided_on),
        decision_no=_corrected(
            penalty, _decision_no(penalty, at), CorrectedPart.NUMBER
        ),
        decided_on=penalty.decided_on,
        kinds=penalty.kinds,
        texts=PenaltyTexts(),
        fine_fen=penalty.fine_fen or None,
        confiscated_fen=confiscated or None,
        party_class=party_class,
        decision_texts=replace(texts_of(penalty), **hidden),
    )


def texts_of(penalty: Penalty) -> DecisionTexts:
    """
    Give the texts of a decision as they read now.
    """
    first = decided(penalty)
    codes = dict.fromkeys(each.violation_code for each in first.penalised_acts)
    varied = any(isinstance(fact, DecisionVaried) for fact in penalty.history)
    content = "" if varied else getattr(first, "penalty_content", "")
    return DecisionTexts(
        violation_type="；".join(codes),
        violation_fact=_corrected(penalty, first.violation_fact, *_OF_TEXTS),
        legal_basis=_corrected(penalty, first.legal_basis, *_OF_TEXTS),
        penalty_content=_corrected(
            penalty, content or _content_in_words(penalty), *_OF_TEXTS
        ),
    )


def _corrected(penalty: Penalty, text: str, *parts: CorrectedPart) -> str:
    """
    Read a text as the corrections of some parts of the decision say.
    """
    for fact in penalty.history:
        if not isinstance(fact, DecisionCorrected) or not fact.passage:
            continue
        if fact.corrected_part in parts:
            text = text.replace(fact.passage, fact.altered_to)
    return text


def _content_in_words(penalty: Penalty) -> str:
    money = f"{yuan_text(penalty.fine_fen)}元"
    return "；".join(
        kind.zh + (money if kind is PenaltyKind.FINE else "") for kind in penalty.kinds
    )


def _party(penalty: Penalty, at: Circumstances) -> tuple[str, str, PartyClass]:
    """
    Name the party as it was called on the day of the decision; a person is not named.
    """
    name, uscc, party_class = party_shown(at, penalty.enterprise, penalty.decided_on)
    return _corrected(penalty, name, CorrectedPart.PARTY_NAME), uscc, party_class


def _decision_no(penalty: Penalty, at: Circumstances) -> str:
    """
    Give the number on the decision: of the form filled in on the spot, or of the newest
    paper in force about the penalty; where a replacement was voided before it was
    served, of the paper that it was to replace.
    """
    first = decided(penalty)
    if isinstance(first, OnTheSpotPenaltyDecided):
        return first.decision_no
    return number_shown(at, penalty.id, _DECISIONS)


def cannot_be_shown(
    penalty: Penalty,
    channel: Channel,
    *,
    credit_class: CreditClass,
    hide: Collection[PublicText] = (),
) -> Iterable[Refused]:
    """
    Say why a penalty cannot be shown on a channel: its class, or what its texts hold.

    Source:
        发改委令36号; 政府信息公开条例 15.
    """
    if credit_class is CreditClass.UNKNOWN:
        yield OutOfOrder("class_unknown", under=CLASSES)
    texts = texts_of(penalty)
    shown = tuple(
        text
        for text in _TEXTS
        if text not in hide and holds_restricted(getattr(texts, text.code))
    )
    if shown:
        yield BeyondTheLaw("restricted_field", under="政府信息公开条例15", fields=shown)
    if credit_class is CreditClass.MINOR and channel is Channel.CREDIT_PLATFORM:
        yield BeyondTheLaw("minor_not_published", under=CLASSES)
