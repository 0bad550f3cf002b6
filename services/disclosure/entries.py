"""
Entries of the feed (公开动态条目): what a reader of news is told of a publication.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from email.utils import format_datetime
from typing import Final

from domain.money import yuan_text
from domain.values import end_of
from infra.canonical import read_moment, write_moment
from infra.tables_of_rows import Value
from projections.public_changes import CHANGES, Change
from services.disclosure.delta import is_gone

Row = Mapping[str, Value]

#: What a feed says of a row besides the texts of its entry.
_FIELDS: Final = (
    "position",
    "change",
    "decision_no",
    "authority_name",
    "channel",
    "party_name",
    "party_class",
    "uscc",
    "kinds",
    "fine_fen",
    "confiscated_fen",
    "decided_on",
    "credit_class",
    "objected",
    "public_until",
    "colour",
    "list_ground",
    "result_kind",
    "outcome",
    "closure_ground",
)


_CHOICES: Final = {each.name: each.choices for each in CHANGES.all if each.choices}


def _word(row: Row, name: str) -> str:
    """
    Word the code in a column.
    """
    found = (each.zh for each in _CHOICES[name] if each.code == row.get(name))
    return next(found, "")


@dataclass(frozen=True)
class Entry:
    """
    A publication as an entry, or what is left of it.

    Args:
        row: What is public of it.
    """

    row: Row

    @property
    def id(self) -> str:
        """
        The same for ever, whatever becomes of it.
        """
        return f"urn:uuid:{self.row['id']}"

    @property
    def file(self) -> str:
        """
        Its file.
        """
        return str(self.row["id"])

    @property
    def is_gone(self) -> bool:
        """
        Whether it is public no more.
        """
        return is_gone(self.row)

    @property
    def updated(self) -> str:
        """
        When its newest fact was recorded; at the latest when its term ended, where the
        clock has not said so yet.
        """
        recorded, until = str(self.row["recorded_at"]), self.row["public_until"]
        if self.row["change"] == Change.ENDED.code and until:
            ended = write_moment(end_of(date.fromisoformat(str(until))))
            return max(recorded, ended)
        return recorded

    @property
    def published(self) -> str:
        """
        When it became public.
        """
        return str(self.row["published_at"])

    @property
    def title(self) -> str:
        """
        The party and the number; a natural person is not named. Of a result of
        enforcement, which kind it is.
        """
        kind = _word(self.row, "result_kind")
        party = self.row["party_name"] or _word(self.row, "party_class")
        number = self.row["decision_no"]
        return " ".join(str(part) for part in (kind, party, number) if part)

    @property
    def author(self) -> str:
        """
        Who decided.
        """
        return str(self.row["authority_name"] or "")

    @property
    def change(self) -> str:
        """
        Code of the newest change.
        """
        return str(self.row["change"])

    @property
    def summary(self) -> str:
        """
        What was decided, in a sentence.
        """
        row, fine = self.row, self.row["fine_fen"]
        if row["colour"]:
            return self._of_entry
        if row["result_kind"]:
            return self._of_result
        money = f"，罚款{yuan_text(int(fine))}元" if isinstance(fine, int) else ""
        parts = (
            f"{self.author}于{row['decided_on']}作出行政处罚：{row['kinds']}{money}",
            f"失信程度：{_word(row, 'credit_class')}",
            f"公开渠道：{_word(row, 'channel')}",
            f"公示期至{row['public_until']}",
            "该决定正在复议或者诉讼" if row["objected"] else "",
            f"更正：{row['reasons']}" if row["reasons"] else "",
        )
        return "；".join(part for part in parts if part) + "。"

    @property
    def _of_entry(self) -> str:
        """
        Who is on which list, in a sentence.
        """
        row, ground = self.row, _word(self.row, "list_ground")
        until = row["public_until"]
        parts = (
            f"{self.author}于{row['decided_on']}列入{_word(row, 'colour')}",
            f"列入情形：{ground}" if ground else "",
            f"公开渠道：{_word(row, 'channel')}",
            f"公示期至{until}" if until else "",
            "该决定正在复议或者诉讼" if row["objected"] else "",
            f"更正：{row['reasons']}" if row["reasons"] else "",
        )
        return "；".join(part for part in parts if part) + "。"

    @property
    def _of_result(self) -> str:
        """
        What was found, ordered or allowed, in a sentence.
        """
        row, until = self.row, self.row["public_until"]
        parts = (
            f"{self.author}于{row['decided_on']}：{_word(row, 'result_kind')}",
            _word(row, "outcome") or _word(row, "closure_ground"),
            f"公开渠道：{_word(row, 'channel')}",
            f"公示期至{until}" if until else "",
            "该事项正在复议或者诉讼" if row["objected"] else "",
            f"更正：{row['reasons']}" if row["reasons"] else "",
        )
        return "；".join(part for part in parts if part) + "。"

    @property
    def comment(self) -> str:
        """
        Why it is public no more.
        """
        if self.change == Change.ENDED.code:
            return Change.ENDED.zh
        ground = _word(self.row, "withdrawal_ground")
        reasons = str(self.row["reasons"] or "")
        return "：".join(each for each in (ground, reasons) if each)

    @property
    def fields(self) -> dict[str, Value]:
        """
        What a program reads of it.
        """
        named = {name: self.row[name] for name in _FIELDS}
        return {name: value for name, value in named.items() if value is not None}


@dataclass(frozen=True)
class Feed:
    """
    A page of the feed, the newest change first.

    Args:
        id: The feed's own, for ever.
        home: Address of the desk.
        address: Address of the feed's first page.
        here: Address of this page.
        later: Address of the page after it; empty at the end.
        entries: What stands on it.
    """

    id: str
    home: str
    address: str
    here: str
    later: str
    entries: tuple[Entry, ...]

    @property
    def updated(self) -> str:
        """
        When the newest of its entries changed; since ever, where there is none.
        """
        return max((entry.updated for entry in self.entries), default=_NEVER)

    @property
    def last_modified(self) -> str:
        """
        The same as HTTP writes it.
        """
        return http_date(read_moment(self.updated))


_NEVER: Final = "1970-01-01T00:00:00.000000Z"

TITLE: Final = "行政处罚、名单和执法结果公示动态"


def http_date(moment: datetime) -> str:
    """
    Write a moment as HTTP does, to the second.
    """
    return format_datetime(moment.replace(microsecond=0), usegmt=True)


def shown(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """
    Choose what is public.
    """
    return tuple(entry for entry in entries if not entry.is_gone)


def gone(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """
    Choose what is public no more.
    """
    return tuple(entry for entry in entries if entry.is_gone)
