"""
Personal data never enters a fact (D8), and of a restricted one only that it is there.
"""

import hashlib
import sqlite3
from pathlib import Path
from uuid import UUID

import orjson
import pytest
import structlog

from domain.values import Personal, Restricted
from infra.canonical import canonical
from infra.ledger import Ledger, Receipt, Request
from infra.transcoding import RESTRICTED_TOPIC
from tests.contract.append.town import OFFICER, Guest, Guests, Whisper

KNOWN = ("王小明", "13912345678", "他说要投诉", "李二狗", "赵告密")

NOTE = Request(
    "note-guests",
    OFFICER,
    "note",
    {
        "host": Personal(KNOWN[0]),
        "remark": Restricted(KNOWN[2]),
        "guests": (
            Guest(Personal(KNOWN[3])),
            Guest(Personal(KNOWN[0]), phone=Personal(KNOWN[1])),
        ),
    },
)


def whisper(shop: UUID) -> Request:
    """
    Somebody says something in confidence about a shop.
    """
    terms = {"name": Personal(KNOWN[4]), "shop": shop}
    return Request("whisper", OFFICER, "whisper", terms)


def everywhere_but(home: Path, *tables: str) -> bytes:
    """
    Every value of every other table of the ledger.
    """
    sql = sqlite3.connect(home / "ledger.db")
    names = [
        n for (n,) in sql.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
    ]
    values = [
        str(value).encode() if not isinstance(value, bytes) else value
        for name in names
        if name not in tables
        for row in sql.execute(f'SELECT * FROM "{name}"')  # noqa: S608  its own names
        for value in row
    ]
    sql.close()
    assert {"facts", "keys", "tags", "claims"} <= set(names)
    return b"\n".join(values)


class TestPersonal:
    def test_only_in_the_vault(self, ledger: Ledger, shop: UUID) -> None:
        """
        Known values stand in the vault, and in no other table and no line of the log.
        """
        with structlog.testing.capture_logs() as lines:
            ledger.perform(NOTE)
            ledger.perform(whisper(shop))
            ledger.perform(NOTE)
        vault = ledger.recorder.store.reading.execute("SELECT value FROM vault")
        kept = "\n".join(value for (value,) in vault)

        elsewhere = everywhere_but(ledger.home, "vault") + repr(lines).encode()
        for known in KNOWN:
            assert known in kept
            assert known.encode() not in elsewhere
            assert orjson.dumps(known)[1:-1] not in elsewhere
        assert len(lines) == 2

    def test_bound(self, ledger: Ledger) -> None:
        """
        The commitment binds salt, subject, field and value, and nothing else does.
        """
        ledger.perform(NOTE)
        sealed = orjson.loads(ledger.recorder.facts()[0].state)["terms"]["host"]
        salt, subject, field, value = ledger.recorder.store.reading.execute(
            "SELECT salt, subject, field, value FROM vault WHERE field = 'terms/host'"
        ).fetchone()

        bound = hashlib.sha256(salt + canonical([subject, field, value])).hexdigest()
        assert sealed == {"commitment": bound, "subject": subject}
        assert (value, len(salt)) == (KNOWN[0], 16)

    def test_the_newest_counts(self, ledger: Ledger) -> None:
        """
        Of a term that was told of somebody twice, what was told last is what is shown.
        """
        somebody = UUID(int=77)
        for name in ("Zhao", "Qian", "An"):
            said = {"host": Personal(name, somebody), "remark": Restricted("r")}
            ledger.perform(Request("note-guests", OFFICER, name, said))

        assert ledger.vault.of_subjects([somebody])[somebody]["host"] == "An"
        assert ledger.vault.opened("host", [str(somebody)]) == {str(somebody): "An"}

    def test_read_back(self, ledger: Ledger) -> None:
        """
        A loaded file knows whose data it is; the vault knows what it says.
        """
        (file,) = ledger.perform(NOTE).files
        loaded = ledger.read(file)

        assert isinstance(loaded, Guests)
        assert loaded.host.text == ""
        assert loaded.host.subject
        values = ledger.vault.of_subjects([loaded.host.subject])
        assert values == {loaded.host.subject: {"host": KNOWN[0]}}
        assert set(ledger.vault.of_fact(f"{file}/1").values()) == set(KNOWN[:4])

    def test_every_one_has_a_subject(self, ledger: Ledger) -> None:
        """
        Values that name nobody yet get a subject each, the same on a retry.
        """
        ledger.perform(NOTE)
        rows = ledger.recorder.store.reading.execute("SELECT subject FROM vault")

        assert len({subject for (subject,) in rows}) == 5

    def test_salts_differ(self, ledger: Ledger) -> None:
        """
        Equal values of two facts have nothing in common in the ledger.
        """
        subject = UUID(int=7)
        said = {"host": Personal("Li", subject), "remark": Restricted("a", subject)}
        for key in ("one", "other"):
            ledger.perform(Request("note-guests", OFFICER, key, said))
        one, other = (orjson.loads(f.state)["terms"] for f in ledger.recorder.facts())

        assert one["host"]["subject"] == other["host"]["subject"] == str(subject)
        assert one["host"]["commitment"] != other["host"]["commitment"]


class TestRestricted:
    @pytest.fixture
    def receipt(self, ledger: Ledger, shop: UUID) -> Receipt:
        """
        What somebody got for a confidence.
        """
        return ledger.perform(whisper(shop))

    def test_shows_its_position_alone(
        self, ledger: Ledger, receipt: Receipt, shop: UUID
    ) -> None:
        """
        Neither kind nor day nor who nor about what can be read from the ledger.
        """
        (stored,) = ledger.recorder.facts(after=1)
        shown = orjson.loads(stored.state)

        assert receipt.positions == (2,)
        assert stored.topic == RESTRICTED_TOPIC
        assert set(shown) == {"audience", "fact", "sealed", "thread", "topic"}
        assert shown["thread"] == str(stored.originator_id) != str(shop)
        for telling in (str(shop), str(OFFICER.person), "hisper", "occurred_at", "密"):
            assert telling.encode() not in stored.stored

    def test_states_no_tag(self, ledger: Ledger, receipt: Receipt, shop: UUID) -> None:
        """
        It is found under nothing.
        """
        assert ledger.recorder.tagged(f"shop/{shop}/whisper") == ((), 0)
        assert receipt.facts

    def test_is_whole_behind_the_door(
        self, ledger: Ledger, receipt: Receipt, shop: UUID
    ) -> None:
        """
        Whoever may open the vault has the whole fact.
        """
        (file,) = receipt.files
        loaded = ledger.read(file)
        fact = ledger.facts(after=1)[0]

        assert isinstance(loaded, Whisper)
        assert loaded.shop == shop
        assert fact.deed.concerns == (shop,)
        assert fact.deed.actor == OFFICER
        assert fact.position == 2

    def test_is_not_named_in_the_log(self, ledger: Ledger, shop: UUID) -> None:
        """
        The log says that something was recorded, not what.
        """
        with structlog.testing.capture_logs() as lines:
            ledger.perform(whisper(shop))

        assert [line["act"] for line in lines] == ["restricted"]

    def test_has_a_thread_of_its_own(self, ledger: Ledger, shop: UUID) -> None:
        """
        In the thread of another file it would give that file away, and is not taken.
        """
        aloud = Request("whisper-aloud", OFFICER, "k", {"shop": shop})

        with pytest.raises(ValueError, match="thread of its own"):
            ledger.perform(aloud)

    def test_is_not_kept_in_memory(self, ledger: Ledger, receipt: Receipt) -> None:
        """
        What the vault gives up is gone at once, though it was read before.
        """
        (file,) = receipt.files
        assert isinstance(ledger.read(file), Whisper)
        with ledger.recorder.store.transaction() as sql:
            sql.execute("DELETE FROM vault WHERE fact = ?", (f"{file}/1",))

        with pytest.raises(KeyError, match="restricted"):
            ledger.read(file)
