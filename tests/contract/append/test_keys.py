"""
Idempotency keys (D10): the same request is done once, whoever asks how often.
"""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest

from domain.base import Actor, File, Role
from domain.circumstances import Circumstances, Said
from domain.refusals import OutOfOrder, Refused
from domain.values import Personal, Precision, Restricted, Upload
from infra.failures import KeyReused, Stale
from infra.ledger import Ledger, Receipt, Rehearsal, Request
from tests.cases.office import EveryoneMay
from tests.contract.append.desks import Opening, Outcome, at_desks
from tests.contract.append.town import COLLEAGUE, OFFICER, Guest

SIGN = Request("hang-sign", OFFICER, "k", {"number": "8"})


class TestSameRequest:
    def test_same_receipt(self, ledger: Ledger) -> None:
        """
        Asked again, the ledger gives the receipt of the first time and appends nothing.
        """
        first = ledger.perform(SIGN)

        assert ledger.perform(SIGN) == first == ledger.receipt_for(OFFICER, "k")
        assert ledger.recorder.head == 1

    def test_after_the_ground_is_gone(self, ledger: Ledger, shop: UUID) -> None:
        """
        It is answered even where the act would be refused by now.
        """
        close = Request("close-shop", OFFICER, "close", file=shop)
        first = ledger.perform(close)

        assert ledger.perform(close) == first
        with pytest.raises(OutOfOrder):
            ledger.perform(replace(close, key="other"))

    def test_key_of_another(self, ledger: Ledger) -> None:
        """
        A key counts within its actor: another person's equal key is another key.
        """
        ledger.perform(SIGN)
        other = replace(SIGN, actor=COLLEAGUE, terms={"number": "9"})

        assert ledger.perform(other).positions == (2,)

    def test_in_another_post(self, ledger: Ledger) -> None:
        """
        It counts for the person, in whichever role and body they ask again.
        """
        first = ledger.perform(SIGN)
        elsewhere = Actor(Role.HEAD, OFFICER.person, UUID(int=11))

        assert ledger.perform(replace(SIGN, actor=elsewhere)) == first
        assert ledger.receipt_for(elsewhere, "k") == first

    def test_same_ids_after_all_is_lost(self, ledger: Ledger, tmp_path: Path) -> None:
        """
        A retried opening meets its own file: ids follow from actor, key and deployment.
        """
        copy = tmp_path / "copy"
        copy.mkdir()
        for file in tmp_path.glob("ledger.db*"):
            (copy / file.name).write_bytes(file.read_bytes())
        other = Ledger(copy, law=EveryoneMay())

        assert other.perform(SIGN).files == ledger.perform(SIGN).files
        other.close()


class TestOtherRequest:
    @pytest.mark.parametrize(
        "other",
        [
            replace(SIGN, terms={"number": "9"}),
            replace(SIGN, act="open-shop", terms={"name": "8"}),
            replace(SIGN, with_officers=(UUID(int=3),)),
            replace(SIGN, file=UUID(int=4)),
            replace(SIGN, occurred_at=datetime(2026, 3, 2, tzinfo=UTC)),
            replace(SIGN, precision=Precision.DAY),
            replace(SIGN, late_reason="paper first"),
            replace(SIGN, late_scan=Upload("ab" * 32, 1, "image/png")),
        ],
    )
    def test_refused(self, ledger: Ledger, other: Request) -> None:
        """
        The same key with another act, term, officer, file or day is refused.
        """
        ledger.perform(SIGN)

        with pytest.raises(KeyReused) as reused:
            ledger.perform(other)

        assert "幂等键" in reused.value.zh
        assert ledger.recorder.head == 1

    def test_other_person(self, ledger: Ledger) -> None:
        """
        Personal values are bound as well, though the ledger keeps none of them.
        """
        said = {"host": Personal("Wang"), "remark": Restricted("a")}
        note = Request("note-guests", OFFICER, "k", said)
        ledger.perform(note)
        for changed in (
            {"host": Personal("Li")},
            {"host": Personal("Wang", UUID(int=5))},
            {"remark": Restricted("b")},
            {"guests": (Guest(Personal("Li")),)},
        ):
            with pytest.raises(KeyReused):
                ledger.perform(replace(note, terms={**said, **changed}))

        assert ledger.perform(note).positions == (1,)


def test_bound_by_the_secret_of_the_deployment() -> None:
    """
    What is kept of a request can be tried out by nobody who has not the secret.
    """
    one, same, other = (SIGN.bound(secret) for secret in (b"a", b"a", b"b"))

    assert one.request == same.request != other.request


class TestRefusedAct:
    def test_key_stays_free(self, ledger: Ledger) -> None:
        """
        A refused act records nothing and uses up no key.
        """
        taken = ledger.perform(SIGN)
        again = replace(SIGN, key="free")
        with pytest.raises(OutOfOrder):
            ledger.perform(again)
        (sign,) = taken.files
        ledger.perform(Request("take-sign-down", OFFICER, "down", file=sign))

        assert ledger.receipt_for(OFFICER, "free") is None
        assert ledger.perform(again).positions == (3,)

    def test_stale(self, ledger: Ledger, shop: UUID) -> None:
        """
        Whoever saw an older version is told so, and nothing is recorded.
        """
        rename = Request("rename-shop", OFFICER, "k", {"name": "Li"}, file=shop, seen=1)
        ledger.perform(replace(rename, key="first"))

        with pytest.raises(Stale):
            ledger.perform(rename)

        assert ledger.recorder.head == 2
        assert ledger.perform(replace(rename, seen=2)).files == {shop: 3}


class Meeting:
    """
    Has the first two that come wait for each other; those after go on at once.
    """

    def __init__(self) -> None:
        self._places = iter((1, 2))
        self._both = threading.Barrier(2, timeout=30)

    def __call__(self) -> None:
        """
        Come to the meeting.
        """
        if next(self._places, None):
            self._both.wait()


class Overtaken(EveryoneMay):
    """
    A law under which somebody else acts just before the first examination.
    """

    def __init__(self, overtakes: Callable[[], object]) -> None:
        """
        Say what somebody else does.
        """
        self._overtakes = iter([overtakes])

    def grounds(
        self, said: Said, file: File | None, at: Circumstances
    ) -> Iterator[Refused]:
        """
        Refuse nothing.
        """
        for overtake in self._overtakes:
            overtake()
        return super().grounds(said, file, at)


class TestInFlight:
    def at_once(self, ledger: Ledger, first: Request, second: Request) -> list[Receipt]:
        """
        Do two acts in two threads, both decided before either is appended.
        """
        rehearsal = Rehearsal(between=Meeting())
        other = Ledger(ledger.home, law=EveryoneMay(), rehearsal=rehearsal)
        try:
            with ThreadPoolExecutor(2) as threads:
                return list(threads.map(other.perform, (first, second)))
        finally:
            other.close()

    def test_two_threads(self, ledger: Ledger) -> None:
        """
        The same request twice at once: one is done, both get its receipt.
        """
        one, other = self.at_once(ledger, SIGN, SIGN)

        assert one == other
        assert ledger.recorder.head == 1

    def test_two_threads_on_one_file(self, ledger: Ledger, shop: UUID) -> None:
        """
        So it is with an act that could be done again: it is done once.
        """
        rename = Request("rename-shop", OFFICER, "k", {"name": "Li"}, file=shop)

        one, other = self.at_once(ledger, rename, rename)

        assert one == other
        assert ledger.recorder.head == 2

    def test_other_body(self, ledger: Ledger) -> None:
        """
        Another request under the same key at once: one is done, the other is refused.
        """
        with pytest.raises(KeyReused):
            self.at_once(ledger, SIGN, replace(SIGN, terms={"number": "9"}))

        assert ledger.recorder.head == 1

    def test_refused_by_what_its_twin_did(self, ledger: Ledger) -> None:
        """
        So does one that was examined only after its twin had been appended.
        """
        late = Ledger(ledger.home, law=Overtaken(lambda: ledger.perform(SIGN)))

        receipt = late.perform(SIGN)

        assert receipt == ledger.receipt_for(OFFICER, "k")
        assert ledger.recorder.head == 1
        late.close()

    def test_refused_by_its_own_twin(self, ledger: Ledger, shop: UUID) -> None:
        """
        A request that its own twin overtook gets the receipt, not the refusal.
        """
        close = Request("close-shop", OFFICER, "k", file=shop)
        with at_desks(*[Opening(ledger.home)] * 2) as (one, other):
            one.decide(close)
            other.decide(close)
            answers: list[Outcome] = [one.append(), other.append()]

        assert answers[0] == answers[1]
        assert answers[0].receipt
