"""
What a search found (检索结果), each file once, with everything it was found by.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from infra.tables_of_rows import Value
from projections.search import Found
from services.web import labels
from services.web.labels import Words
from services.web.listing import Leads


@dataclass(frozen=True)
class Hit:
    """
    A file that was found.

    Args:
        text: What it is called.
        kind: Of which kind it is.
        by: What it was found by.
        href: Where it leads.
    """

    text: str
    kind: Words
    by: str
    href: str


def hits_in(rows: Iterable[Mapping[str, Value]], leads: Leads) -> list[Hit]:
    """
    Gather the entries of the index by file.

    Args:
        rows: Entries, personal names filled in.
        leads: Where files lead to; one that leads nowhere is left out.
    """
    by_file: dict[str, list[Mapping[str, Value]]] = {}
    for row in rows:
        by_file.setdefault(str(row["file"]), []).append(row)
    return [
        _hit(entries, leads.to(file))
        for file, entries in by_file.items()
        if leads.to(file)
    ]


def _hit(entries: list[Mapping[str, Value]], href: str) -> Hit:
    told = (str(e["label"] or e["subject"] or "") for e in entries)
    kind = labels.kind_of_file(str(entries[0]["kind_of_file"]))
    words = dict(labels.choices(Found))
    found = dict.fromkeys(words[str(e["found_by"])] for e in entries)
    return Hit(
        next((text for text in told if text), kind.zh),
        kind,
        "、".join(each.shown for each in found),
        href,
    )
