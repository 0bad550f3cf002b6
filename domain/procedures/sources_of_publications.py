"""
What a publication rests on (公开的来源): an imported record, a penalty of the body's
own, an entry of a list, or a result of enforcement. All are asked the same questions.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Protocol

from domain.base import File
from domain.circumstances import Circumstances
from domain.imported_record.file import ImportedRecord
from domain.law.credit_classes import CreditClass
from domain.list_entry.file import ListEntry
from domain.list_entry.grounds import RECORDING
from domain.penalty.file import Penalty
from domain.printed import SourceStatus
from domain.procedures import own_penalties, publicity
from domain.procedures.challenges import is_challenged
from domain.procedures.credit_of_penalties import not_of_record
from domain.procedures.own_penalties import Change
from domain.procedures.publicity_of_entries import listing_of, shown_of
from domain.procedures.results_made_public import Result
from domain.publication.file import (
    Channel,
    Publication,
    PublicityTerm,
    PublicText,
)
from domain.refusals import BeyondTheLaw, Refused


class Source(Protocol):
    """
    What a publication asks of what it rests on.
    """

    is_person: bool

    @property
    def named(self) -> Mapping[str, Any]:
        """
        The term of a fact that names it.
        """

    @property
    def source_fact(self) -> str:
        """
        The fact that a publication would rest on now.
        """

    @property
    def is_objected(self) -> bool:
        """
        Whether it is objected to, under review or suit; it stays public then.
        """

    def change(self, shown: str) -> Change | None:
        """
        Say what became of the decision since the fact that is shown.
        """

    def shown(self, hide: tuple[PublicText, ...]) -> Mapping[str, Any]:
        """
        Put together what is shown, under the name of the term that holds it.
        """

    def term(self, credit_class: CreditClass | None) -> PublicityTerm | None:
        """
        Reckon until when it is shown.
        """

    def unfit(
        self,
        channel: Channel,
        credit_class: CreditClass | None,
        hide: tuple[PublicText, ...],
    ) -> Iterable[Refused]:
        """
        Say why it cannot be shown so.
        """


class Imported:
    """
    An imported record of a penalty (导入的处罚).
    """

    is_person = False

    def __init__(self, record: ImportedRecord, at: Circumstances) -> None:
        """
        Ask of a record.
        """
        self._record = record
        self._at = at

    @property
    def named(self) -> Mapping[str, Any]:
        """
        The term of a fact that names it.
        """
        return {"record": self._record.id}

    @property
    def source_fact(self) -> str:
        """
        The row, as last corrected.
        """
        return self._record.source_fact

    @property
    def is_objected(self) -> bool:
        """
        Whether the source says so.
        """
        return self._record.status is SourceStatus.OBJECTED

    def change(self, shown: str) -> Change | None:
        """
        Say what the source says became of it, whenever that was.
        """
        del shown
        record = self._record
        since, fact = record.status_since, record.status_fact
        if since is None or fact is None:
            return None
        return Change(record.status, since, fact.id)

    def shown(self, hide: tuple[PublicText, ...]) -> Mapping[str, Any]:
        """
        Put together what is shown.
        """
        return {"content": publicity.content_of(self._record, hide)}

    def term(self, credit_class: CreditClass | None) -> PublicityTerm | None:
        """
        Reckon until when it is shown.
        """
        assert credit_class is not None
        return publicity.lasting(self._record, self._at, credit_class)

    def unfit(
        self,
        channel: Channel,
        credit_class: CreditClass | None,
        hide: tuple[PublicText, ...],
    ) -> Iterable[Refused]:
        """
        Say why it cannot be shown so.
        """
        assert credit_class is not None
        return publicity.cannot_be_public(
            self._record,
            self._at,
            channel=channel,
            credit_class=credit_class,
            hide=hide,
            is_public=True,
        )


class Own:
    """
    A penalty of the body's own (自办处罚).
    """

    def __init__(self, penalty: Penalty, at: Circumstances) -> None:
        """
        Ask of a penalty.
        """
        self._penalty = penalty
        self._at = at
        self.is_person = penalty.enterprise is None

    @property
    def named(self) -> Mapping[str, Any]:
        """
        The term of a fact that names it.
        """
        return {"penalty": self._penalty.id}

    @property
    def source_fact(self) -> str:
        """
        The decision, or what corrected or varied it.
        """
        return own_penalties.source_fact_of(self._penalty)

    @property
    def is_objected(self) -> bool:
        """
        Whether a review or suit against it is pending.
        """
        return is_challenged(self._at, self._penalty.id)

    def change(self, shown: str) -> Change | None:
        """
        Say what became of the decision since.
        """
        return own_penalties.change_since(self._penalty, shown)

    def shown(self, hide: tuple[PublicText, ...]) -> Mapping[str, Any]:
        """
        Put together what is shown.
        """
        content = own_penalties.content_of(self._penalty, self._at, hide)
        return {"content": content}

    def term(self, credit_class: CreditClass | None) -> PublicityTerm | None:
        """
        Reckon until when it is shown.
        """
        assert credit_class is not None
        decided_on: date = self._penalty.decided_on
        return publicity.longest_term(self._at, credit_class, decided_on, is_own=True)

    def unfit(
        self,
        channel: Channel,
        credit_class: CreditClass | None,
        hide: tuple[PublicText, ...],
    ) -> Iterable[Refused]:
        """
        Say why it cannot be shown so.
        """
        assert credit_class is not None
        yield from own_penalties.cannot_be_shown(
            self._penalty, channel, credit_class=credit_class, hide=hide
        )
        yield from not_of_record(self._penalty, self._at, channel, graded=credit_class)


class Listed:
    """
    An entry of a list (名单条目).
    """

    def __init__(self, entry: ListEntry, at: Circumstances) -> None:
        """
        Ask of an entry.
        """
        self._entry = entry
        self._at = at
        self.is_person = entry.enterprise is None

    @property
    def named(self) -> Mapping[str, Any]:
        """
        The term of a fact that names it.
        """
        return {"entry": self._entry.id}

    @property
    def source_fact(self) -> str:
        """
        The listing.
        """
        listed = listing_of(self._entry)
        assert listed is not None
        return listed.id

    @property
    def is_objected(self) -> bool:
        """
        Whether a review or suit against it is pending.
        """
        return is_challenged(self._at, self._entry.id)

    def change(self, shown: str) -> Change | None:
        """
        Say that nothing became of it: what is public of an entry ends with the entry.
        """
        del shown
        return None

    def shown(self, hide: tuple[PublicText, ...]) -> Mapping[str, Any]:
        """
        Put together what is shown.
        """
        del hide
        return {"listing": shown_of(self._entry, self._at)}

    def term(self, credit_class: CreditClass | None) -> PublicityTerm | None:
        """
        Say until when it stands.
        """
        del credit_class
        until = self._entry.until_on
        return PublicityTerm(until) if until else None

    def unfit(
        self,
        channel: Channel,
        credit_class: CreditClass | None,
        hide: tuple[PublicText, ...],
    ) -> Iterable[Refused]:
        """
        Say that it has no class, and no text to hide.
        """
        del channel
        if credit_class is not None or hide:
            yield BeyondTheLaw("entry_has_no_class", under=RECORDING)


def source_of(publication: Publication, at: Circumstances) -> Source:
    """
    Give what a publication rests on; it joins the conditions.
    """
    if publication.penalty is not None:
        return Own(at.read(Penalty, publication.penalty), at)
    if publication.entry is not None:
        return Listed(at.read(ListEntry, publication.entry), at)
    if publication.about is not None:
        assert publication.result_kind is not None
        return Result(at.read(File, publication.about), at, publication.result_kind)
    assert publication.record_id is not None
    return Imported(at.read(ImportedRecord, publication.record_id), at)
