"""
The tables typed from the law are whole and use one vocabulary.
"""

from pathlib import Path

import pytest

from domain.base import Role
from domain.law.catalogue import FILE_NAMES, HANDS
from tests.tables import (
    AUTHORITY,
    CASE_SIMPLE,
    HAZARD,
    MEASURE,
    PENALTY,
    PUBLICATION,
    REFERRAL,
    SUSPENSION,
    rows_of,
)

TABLES = (
    HAZARD,
    CASE_SIMPLE,
    PENALTY,
    MEASURE,
    SUSPENSION,
    PUBLICATION,
    REFERRAL,
)
PROCEDURES = pytest.mark.parametrize("table", TABLES, ids=lambda t: t.stem)
SCOPES = {"own", "own_and_below", "any"}
#: Refused outright; D is recorded all the same, and flagged.
REFUSED = {"C", "E", "S", "T", "A"}
#: Whom a role in the table of rights stands for in the table of steps.
ROLES_OF_HAND = {
    "O": {"officer"},
    "H": {"head", "principal_head"},
    "E": {"officer", "clerk"},
    "A": {"committee_office"},
    "K": {"clerk"},
    "I": {"importer"},
    "D": {"disclosure_officer"},
    "P": {"principal_head"},
    "G": {"police"},
    "J": {"procuratorate"},
    # What others decide is taken in by a clerk, where they do not act themselves.
    "S": {"clerk"},
    "R": {"clerk"},
    "T": {"court", "clerk"},
    "V": {"clerk"},
    "⏱": {"clock"},
}


def rights() -> dict[str, set[str]]:
    """The roles that may do each act."""
    roles: dict[str, set[str]] = {}
    for row in rows_of(AUTHORITY):
        roles.setdefault(row["act"], set()).add(row["role"])
    return roles


class TestRowsOf:
    def test_a_short_row(self, tmp_path: Path) -> None:
        """
        A row with a cell too few is no row.
        """
        table = tmp_path / "short.csv"
        table.write_text("# remark\nact,role\nopen-inspection\n", encoding="utf-8")

        with pytest.raises(ValueError, match="shorter"):
            rows_of(table)

    def test_without_a_remark(self, tmp_path: Path) -> None:
        """
        A table says in its first line how it is read.
        """
        table = tmp_path / "bare.csv"
        table.write_text("act,role\nopen-inspection,officer\n", encoding="utf-8")

        with pytest.raises(ValueError, match="remark"):
            rows_of(table)


class TestProcedure:
    @PROCEDURES
    def test_rows_are_numbered_through(self, table: Path) -> None:
        """
        A row has a number of its own, and none is left out.
        """
        ids = [row["row"] for row in rows_of(table)]

        assert ids == [f"{ids[0][:2]}-{n:02}" for n in range(1, len(ids) + 1)]

    @PROCEDURES
    def test_a_refusal_leads_nowhere(self, table: Path) -> None:
        """
        What is refused changes nothing; every other step, and every flag, leads on.
        """
        wrong = [
            row["row"]
            for row in rows_of(table)
            if (row["refusal"] in REFUSED) == bool(row["next"])
        ]

        assert wrong == []

    @PROCEDURES
    def test_a_refusal_has_a_class_and_a_code(self, table: Path) -> None:
        """
        A refusal or flag has both its class and its code; a lawful step has neither.
        """
        for row in rows_of(table):
            assert row["refusal"] in {"", "D", *REFUSED}, row["row"]
            assert bool(row["refusal"]) == bool(row["code"]), row["row"]

    @PROCEDURES
    def test_a_refusal_is_beside_its_lawful_step(self, table: Path) -> None:
        """
        Every act that can be refused can also be done.
        """
        rows = rows_of(table)
        lawful = {row["act"] for row in rows if row["refusal"] not in REFUSED}

        assert {row["act"] for row in rows} == lawful

    @PROCEDURES
    def test_words_are_those_of_the_tables(self, table: Path) -> None:
        """
        Whose act a step is, and what a place may change, is told in known signs.
        """
        for row in rows_of(table):
            assert set(row["by"].split()) <= set(HANDS), row["row"]
            assert row["pack"] in {"N", "P↑", "P"}, row["row"]


class TestAuthority:
    def test_words_are_those_of_the_domain(self) -> None:
        """
        A right names a role, a file and a reach that exist, and its provision.
        """
        files = {name.casefold() for name in FILE_NAMES}

        for row in rows_of(AUTHORITY):
            assert row["role"] in {role.name.lower() for role in Role}, row
            assert row["file"].replace("_", "") in files, row
            assert row["scope"] in SCOPES, row
            assert row["provision"], row

    def test_a_right_stands_once(self) -> None:
        """
        An act belongs to one file and gives a role one reach.
        """
        rows = rows_of(AUTHORITY)

        assert len({(row["act"], row["role"]) for row in rows}) == len(rows)
        assert len({(row["act"], row["file"]) for row in rows}) == len(rights())

    def test_an_office_of_the_committee_never_inspects(self) -> None:
        """
        The office of the safety committee lists and releases hazards, no more.
        """
        acts = {act for act, roles in rights().items() if "committee_office" in roles}

        assert acts == {
            "list-for-supervision",
            "record-supervision-progress",
            "release-supervision",
        }

    def test_who_watches_or_reads_does_no_act(self) -> None:
        """
        Discipline and the public change none of these files; partners say what they do
        for a joint measure that was sent to them.
        """
        partners = {
            row["file"] for row in rows_of(AUTHORITY) if row["role"] == "partner"
        }

        assert not {"discipline", "public"} & set().union(*rights().values())
        assert partners == {"joint_measure"}

    def test_justice_acts_on_what_was_handed_to_it(self) -> None:
        """
        Police and procuratorate act on referrals, a court on those and on executions
        that it was asked for, each on what was handed to it.
        """
        reached = {
            role: {
                (row["file"], row["scope"])
                for row in rows_of(AUTHORITY)
                if row["role"] == role
            }
            for role in ("police", "procuratorate", "court")
        }

        referrals = {("referral", "own")}
        assert reached["police"] == reached["procuratorate"] == referrals
        assert reached["court"] == referrals | {("penalty", "own")}

    def test_a_principal_head_may_do_what_a_head_may(self) -> None:
        """
        What a head of the body decides, its principal head decides as well; some things
        the principal head decides alone.
        """
        alone = {"demand-performance", "apply-to-court", "apply-for-execution-review"}
        for act, roles in rights().items():
            is_principals = "principal_head" in roles and act not in alone
            assert ("head" in roles) == is_principals, act

    @PROCEDURES
    def test_steps_and_rights_agree(self, table: Path) -> None:
        """
        Whose act a step is in the procedure, may do it by the table of rights.
        """
        known = rights()
        for row in rows_of(table):
            for hand in row["by"].split():
                if row["act"] in known:
                    assert ROLES_OF_HAND[hand] & known[row["act"]], (row["row"], hand)
