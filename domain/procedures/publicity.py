"""
Whether a penalty may be public, until when, and what is hidden (公开的条件和期限).
"""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date

from domain.circumstances import Circumstances
from domain.imported_record.file import ImportedRecord
from domain.law.credit_classes import CreditClass
from domain.law.publicity import ALWAYS_HIDDEN, HIDDEN_ON_REVIEW, NAME_HIDDEN
from domain.printed import PartyClass, PenaltyTexts, RecordKind
from domain.procedures.terms_of_classes import longest
from domain.procedures.tree import is_or_succeeds
from domain.publication.file import (
    Channel,
    HiddenField,
    PartyField,
    PublicityTerm,
    PublicText,
    PublishedPenalty,
)
from domain.refusals import BeyondTheLaw, OutOfOrder, Refused

PUBLISH = "安全生产法78(2);行政处罚法48"
CLASSES = "发改委令36号"


def cannot_be_public(
    record: ImportedRecord,
    at: Circumstances,
    *,
    channel: Channel,
    credit_class: CreditClass,
    hide: Collection[PublicText] = (),
    is_public: bool = False,
) -> Iterable[Refused]:
    """
    Say why a record cannot be public on a channel.

    Args:
        record: The record.
        at: Who, when.
        channel: Where.
        credit_class: Of which class.
        hide: Texts that would not be shown.
        is_public: Whether it is public already, so that only what is shown is examined.

    Source:
        安全生产法 78(2); 行政处罚法 48; 发改委令36号.
    """
    if record.kind is not RecordKind.PENALTY:
        yield OutOfOrder("no_penalty", under=PUBLISH, record_kind=record.kind)
        return
    if not is_public:
        yield from _not_ours_or_unlinked(record, at)
    yield from _party_hidden(record)
    if credit_class is CreditClass.UNKNOWN:
        yield OutOfOrder("class_unknown", under=CLASSES)
        return
    term = term_of(record, at, credit_class)
    if not is_public:
        yield from _ended(record, at, term)
    if term is None:
        yield OutOfOrder("term_unknown", under=CLASSES)
    yield from _shows_too_much(record, hide)
    if credit_class is CreditClass.MINOR and channel is Channel.CREDIT_PLATFORM:
        yield BeyondTheLaw("minor_not_published", under=CLASSES)


def _not_ours_or_unlinked(
    record: ImportedRecord, at: Circumstances
) -> Iterable[Refused]:
    if record.authority_body is None or not is_or_succeeds(at, record.authority_body):
        yield OutOfOrder("not_ours", under=PUBLISH)
    if record.party.party_class is PartyClass.PERSON:
        return
    if not record.is_linked:
        yield OutOfOrder("unlinked", under=PUBLISH)


def _party_hidden(record: ImportedRecord) -> Iterable[Refused]:
    """
    A natural person's penalty is public only for its social effect, which no import
    establishes; nor is a party whose class nobody knows.
    """
    party = record.party
    if party.party_class is PartyClass.PERSON or not party.party_name:
        yield BeyondTheLaw(
            "restricted_field", under="行政处罚法48", fields=(PartyField.NAME,)
        )
    if party.party_class is PartyClass.UNKNOWN:
        yield OutOfOrder("class_unknown", under="行政处罚法48")


def _ended(
    record: ImportedRecord, at: Circumstances, term: PublicityTerm | None
) -> Iterable[Refused]:
    if record.has_ended:
        yield OutOfOrder("ended", under=PUBLISH, status=record.status)
    if record.penalty and record.penalty.bars:
        yield BeyondTheLaw("barred_at_source", under=PUBLISH, bars=record.penalty.bars)
    if term is not None and term.until_on < at.on:
        yield OutOfOrder("term_over", under=CLASSES, until=term.until_on)


def _shows_too_much(
    record: ImportedRecord, hide: Collection[PublicText]
) -> Iterable[Refused]:
    hidden = {each.code for each in hide}
    shown = tuple(
        text
        for text in PublicText
        if text.code in record.screened and text.code not in hidden
    )
    if shown:
        yield BeyondTheLaw("restricted_field", under="政府信息公开条例15", fields=shown)


def term_of(
    record: ImportedRecord, at: Circumstances, credit_class: CreditClass
) -> PublicityTerm | None:
    """
    Reckon until when a record is public: its class's longest term from the day of the
    decision, or the end that its source prints, whichever is earlier.

    Where the class had no term yet on the day of the decision, that of the day of
    publication is taken and marked.

    Returns:
        The term; nothing where neither law nor source has one.

    Source:
        发改委令36号; 国办发〔2025〕22号.
    """
    assert record.penalty is not None
    publicity = record.penalty.publicity
    printed = publicity.until_on if publicity else None
    return longest_term(at, credit_class, record.penalty.decided_on, printed_on=printed)


def longest_term(
    at: Circumstances,
    credit_class: CreditClass,
    decided: date,
    *,
    printed_on: date | None = None,
    is_own: bool = False,
) -> PublicityTerm | None:
    """
    Reckon a class's longest term from the day of a decision; an earlier end that its
    source prints counts.

    Args:
        at: The circumstances.
        credit_class: The class.
        decided: Day of the decision.
        printed_on: The end that the source prints, if it prints one.
        is_own: Whether it is a penalty of the body's own, which has to be public also
            before classes had terms: it is shown for that of the first law, marked.
    """
    limit, unsettled = longest(at, credit_class, decided, is_own=is_own)
    ends = [day for day in (printed_on, limit and limit.last_on) if day]
    if not ends:
        return None
    return PublicityTerm(min(ends), limit, printed_on, unsettled=unsettled)


def lasting(
    record: ImportedRecord, at: Circumstances, credit_class: CreditClass
) -> PublicityTerm:
    """
    Reckon the term of a record that has one; see ``term_of``.
    """
    term = term_of(record, at, credit_class)
    assert term is not None
    return term


def content_of(
    record: ImportedRecord, hide: tuple[PublicText, ...]
) -> PublishedPenalty:
    """
    Put together what is shown of an imported penalty.
    """
    assert record.penalty is not None
    texts = record.texts or PenaltyTexts()
    hidden = [each.code for each in hide]
    return PublishedPenalty(
        party_name=record.party.party_name,
        uscc=record.party.uscc,
        authority=record.authority,
        decision_no=record.penalty.decision_no,
        decided_on=record.penalty.decided_on,
        kinds=record.penalty.kinds,
        texts=replace(texts, **{name: None for name in hidden if hasattr(texts, name)}),
        fine_fen=record.penalty.fine_fen,
        confiscated_fen=record.penalty.confiscated_fen,
        validity=record.penalty.validity,
    )


def hidden_fields(
    at: Circumstances, hide: Iterable[PublicText], *, person: bool = False
) -> tuple[HiddenField, ...]:
    """
    List what a publication does not show, with the provision, as of the day.

    Args:
        at: The circumstances.
        hide: Texts that somebody chose to hide.
        person: Whether the party is a natural person, whose name is hidden.
    """
    always = (
        HiddenField(rule.field, rule.provision, at.on)
        for rule in ALWAYS_HIDDEN
        if rule.in_force_from <= at.on
    )
    name = (HiddenField(PartyField.NAME.code, NAME_HIDDEN, at.on),) if person else ()
    chosen = (HiddenField(each.code, HIDDEN_ON_REVIEW, at.on) for each in hide)
    return (*always, *name, *dict.fromkeys(chosen))
