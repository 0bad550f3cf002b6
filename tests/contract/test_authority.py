"""
Who may do an act, and on whose files, is what the table typed from the law says.
"""

from collections import defaultdict

import pytest

import domain
from domain.acts import ACTS, Act, Reach
from domain.base import Role
from tests.tables import AUTHORITY, rows_of

#: Importing it makes every act known.
KNOWN = domain

#: How the table writes whose files.
SCOPES = {
    "own": Reach.OWN,
    "own_and_below": Reach.BELOW,
    "any": Reach.ANY,
}

#: Opening the ledger is of the machine, not of the law.
NOT_OF_THE_LAW = frozenset(("open-ledger",))

Rights = dict[Role, Reach]


def typed() -> dict[str, Rights]:
    """
    Read the table: by act, whose files each role may touch.
    """
    rights: defaultdict[str, Rights] = defaultdict(dict)
    for row in rows_of(AUTHORITY):
        rights[row["act"]][Role[row["role"].upper()]] = SCOPES[row["scope"]]
    return dict(rights)


def declared(act: "Act[..., object]") -> Rights:
    """
    Read a declaration in the same way.
    """
    return {role: act.said.reach_of(role) for role in act.said.by}


def of_the_domain() -> set[str]:
    """
    Name the acts of the domain; those of the tests' own small domains are none.
    """
    return {n for n, a in ACTS.items() if a.module.startswith("domain.")}


class TestAuthority:
    def test_every_act_stands_in_the_table(self) -> None:
        """
        No act exists whose rights nobody has typed from the law.
        """
        assert of_the_domain() - NOT_OF_THE_LAW <= set(typed())

    def test_every_act_of_the_table_exists(self) -> None:
        """
        Nothing is promised in the table that cannot be done.
        """
        assert set(typed()) <= of_the_domain()

    @pytest.mark.parametrize("name", sorted(typed()))
    def test_provision_is_what_was_typed(self, name: str) -> None:
        """
        An act is done under the provision that the table gives for every role of it.
        """
        provisions = {r["provision"] for r in rows_of(AUTHORITY) if r["act"] == name}

        assert provisions == {ACTS[name].said.under}

    @pytest.mark.parametrize("name", sorted(typed()))
    def test_declaration_is_what_was_typed(self, name: str) -> None:
        """
        The roles of an act, and how far each of them reaches, are those of its rows.
        """
        assert declared(ACTS[name]) == typed()[name]
