"""
Rows of one file that are about the same thing (重复行).

Two rows with the same facts are one; a masked name equals nothing.
The same number and party with other facts is a contradiction, and both are refused:
nothing tells which is right.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from domain.folding import folded
from infra.tables.rows import Row
from infra.tables.shapes import Shape, shape_of
from infra.tables.vocabulary import Kind

_NAMED_ROWS_MAX: Final = 10
_CODES: Final = ("uscc", "reg_no", "org_code")


@dataclass(frozen=True, slots=True)
class _Seen:
    """
    What is remembered of a row.
    """

    number: int
    keys: frozenset[str]
    facts: int


@dataclass
class Duplicates:
    """
    Which rows repeat others.

    Args:
        same: The earlier row with the same facts, by row.
        against: All rows of a contradiction, by each of its rows.
    """

    same: dict[int, int] = field(default_factory=dict)
    against: dict[int, tuple[int, ...]] = field(default_factory=dict)

    def rows_against(self, number: int) -> str:
        """
        Name the rows that contradict a row.
        """
        others = [n for n in self.against[number] if n != number]
        words = "、".join(str(n) for n in others[:_NAMED_ROWS_MAX])
        return f"{words}…" if len(others) > _NAMED_ROWS_MAX else words


def find_duplicates(rows: Iterable[Row], kind: Kind) -> Duplicates:
    """
    Compare rows that may be about the same thing; refused ones are left out.

    Args:
        rows: In the order of the file.
        kind: What the file holds.
    """
    groups: defaultdict[str, list[_Seen]] = defaultdict(list)
    for row in rows:
        if row.ok:
            thing, keys = _identity(row, kind)
            groups[thing].append(_Seen(row.number, keys, _facts(row)))
    found = Duplicates()
    for seen in groups.values():
        for same_party in _by_party(seen):
            _judge(same_party, found)
    return found


def _identity(row: Row, kind: Kind) -> tuple[str, frozenset[str]]:
    """
    Say what a row is about: a thing that is looked up, and a party that is compared.
    """
    if kind in {Kind.PENALTIES, Kind.PERMITS}:
        return row.number_key, row.party_keys
    codes = {str(row.values[code]) for code in _CODES if code in row.values}
    if kind is Kind.ENTERPRISES:
        return "", frozenset(codes) if codes else row.party_keys
    listed = str(row.values.get("listed_on", ""))
    return listed or f"facts/{_facts(row)}", row.party_keys


def _by_party(rows: list[_Seen]) -> list[list[_Seen]]:
    """
    Put together the rows that share a name or a code.
    """
    groups: list[tuple[set[str], list[_Seen]]] = []
    by_key: dict[str, int] = {}
    for row in rows:
        if not row.keys:
            continue
        at = next((by_key[key] for key in row.keys if key in by_key), len(groups))
        if at == len(groups):
            groups.append((set(), []))
        groups[at][0].update(row.keys)
        groups[at][1].append(row)
        by_key.update(dict.fromkeys(row.keys, at))
    return [members for _, members in groups if len(members) > 1]


def _judge(rows: list[_Seen], found: Duplicates) -> None:
    """
    Tell copies from contradictions.
    """
    if len({row.facts for row in rows}) == 1:
        for row in rows[1:]:
            found.same[row.number] = rows[0].number
        return
    numbers = tuple(row.number for row in rows)
    for row in rows:
        found.against[row.number] = numbers


def _facts(row: Row) -> int:
    """
    Hash what a row says; when a system last touched it is no fact.
    """
    told = (*row.values.items(), *row.texts.items(), *row.personal.items())
    return hash(
        frozenset(
            (name, folded(str(value)))
            for name, value in told
            if shape_of(name) is not Shape.MOMENT
        )
    )
