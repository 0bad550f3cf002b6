"""
The choices that a form offers for a reference: by name, never an id to type (引用选项).

The question that a reference names is asked within the scope of whoever fills the form
in; its first column is the id.
Where no question is named, or it has more to offer than a list can show, one searches.
Who was offered what stands in the access log, as whoever asks the question does (D27).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID

from domain.values import Reference
from infra.questions import Ask, Question, Reader
from infra.tables_of_rows import Value
from services.web.asking import revealed
from services.web.house import House
from services.web.naming import kind_of, names_of

#: How many choices a list shows before it is searched instead.
CHOICES_MAX = 200

#: How many hits of a search are offered.
HITS_MAX = 50

#: The question that looks for files of any kind.
SEARCH = "search"

Options = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Offer:
    """
    What can be chosen.

    Args:
        options: Ids and labels.
        is_searched: Whether there are more than these, so that one searches.
    """

    options: Options
    is_searched: bool = False

    def holding(self, chosen: str, label: str) -> "Offer":
        """
        Keep what was chosen before among the options.
        """
        if not chosen or chosen in dict(self.options):
            return self
        return Offer(((chosen, label), *self.options), self.is_searched)


class Offers:
    """
    The choices for one form.
    """

    def __init__(self, house: House, reader: Reader, near: UUID | None = None) -> None:
        """
        Offer within what somebody may see.

        Args:
            house: Who answers.
            reader: Who fills the form in.
            near: The file that the act is done on; its thread's files are offered
                where a reference may be to any file.
        """
        self._house = house
        self._reader = reader
        self._near = near
        self._asked = lru_cache(self._ask)

    def of(self, reference: Reference, *, chosen: str, words: str) -> Offer:
        """
        Offer choices.

        Args:
            reference: To what.
            chosen: What is chosen already; stays among the choices.
            words: What is searched for.
        """
        return self._asked(reference, words).holding(chosen, self._label(chosen))

    def _ask(self, reference: Reference, words: str) -> Offer:
        question = self._house.questions.get(reference.question)
        if question is None or not self._is_open(question):
            return self._found(reference, words, self._of_thread())
        if words and any(term.name == "words" for term in question.terms):
            return Offer(self._rows(question, HITS_MAX, words=words), is_searched=True)
        options = self._rows(question, CHOICES_MAX + 1)
        if len(options) <= CHOICES_MAX:
            return Offer(options)
        return self._found(reference, words, ())

    def _is_open(self, question: Question) -> bool:
        needs_nothing = not any(term.required for term in question.terms)
        return needs_nothing and self._reader.role in question.by

    def _rows(self, question: Question, most: int, **terms: object) -> Options:
        page = self._house.ask(question.name, Ask(self._reader, limit=most), **terms)
        rows = revealed(self._house, page)
        self._note(question.name, len(rows))
        key = page.columns[0].name
        shown = [c.name for c in page.columns[1:] if c.kind in _SHOWN][:2]
        return self._labelled((str(row[key]), _beside(row, shown)) for row in rows)

    def _found(self, reference: Reference, words: str, near: Options) -> Offer:
        if not words:
            return Offer(near, is_searched=True)
        ask = Ask(self._reader, limit=HITS_MAX)
        rows = self._house.ask(SEARCH, ask, words=words).rows
        hits = [
            (str(row["file"]), "")
            for row in rows
            if reference.kind in ("", str(row["kind_of_file"]))
        ]
        self._note(SEARCH, len(hits))
        return Offer(self._labelled(hits), is_searched=True)

    def _of_thread(self) -> Options:
        known = self._house.ledger.read(self._near) if self._near else None
        if known is None:
            return ()
        ask = Ask(self._reader, limit=500)
        pages = self._house.pages("trace", ask, thread=known.thread)
        files = dict.fromkeys(str(row["file"]) for page in pages for row in page.rows)
        self._note("trace", len(files))
        return self._labelled((file, "") for file in files)

    def _note(self, question: str, rows: int) -> None:
        what = f"offer/{question}"
        self._house.access.record(self._reader, what, file=self._near, rows=rows)

    def _labelled(self, listed: Iterable[tuple[str, str]]) -> Options:
        """
        Label ids by name, and by what stands beside it where that says more.
        """
        beside = dict(listed)
        names = names_of(self._house, self._reader, beside)
        return tuple(
            (file, self._words(file, names.get(file, ""), beside[file]))
            for file in beside
        )

    def _words(self, file: str, name: str, beside: str) -> str:
        kind = "" if name or beside else kind_of(self._house, file)
        parts = (name or kind or file[:8], "" if beside == name else beside)
        return " · ".join(part for part in parts if part)

    def _label(self, file: str) -> str:
        """
        Name what was chosen; what is not the reader's to see goes by its id (D21).
        """
        if not file or not self._shows(file):
            return file[:8]
        return dict(self._labelled([(file, "")]))[file]

    def _shows(self, file: str) -> bool:
        try:
            return self._house.shows(self._reader, UUID(file))
        except ValueError:
            return False


_SHOWN = frozenset(("text", "personal", "day", "whole"))


def _beside(row: dict[str, Value], columns: Iterable[str]) -> str:
    return " ".join(str(row[name]) for name in columns if row[name])
