"""
What an examination saw, and what must still be so when its facts are appended (D4).
"""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from domain.base import File
from domain.circumstances import Circumstances, Said
from domain.refusals import Refused
from infra.conditions import Conditions, Key, KeyTaken, Moved
from infra.ledger import Ledger, Rehearsal, Request
from infra.transcoding import Draft
from tests.cases.office import EveryoneMay
from tests.contract.append.town import OFFICER

NOBODY = UUID(int=99)
NEW_YEAR = date(2027, 1, 1)


class Curious(EveryoneMay):
    """
    A law under which every act asks for a file, a tag and a claim.
    """

    def __init__(self, file: UUID, tag: str, claim: str) -> None:
        """
        Say for which.
        """
        self.file, self.tag, self.claim = file, tag, claim

    def grounds(
        self, said: Said, file: File | None, at: Circumstances
    ) -> Iterator[Refused]:
        """
        Ask, and refuse nothing.
        """
        at.find(File, self.file)
        at.tagged(self.tag)
        at.holder(self.claim)
        return super().grounds(said, file, at)


def seen_by(home: Path, law: Curious) -> Conditions:
    """
    Do an act under a law, and give what it saw: the conditions of its append.
    """
    kept: list[Conditions] = []

    def keep(found: Conditions) -> Conditions:
        kept.append(found)
        return found

    ledger = Ledger(home, law=law, rehearsal=Rehearsal(conditions=keep))
    ledger.perform(Request("open-shop", OFFICER, "seen", {"name": "Li"}))
    ledger.close()
    return kept[-1]


@pytest.fixture
def sign(ledger: Ledger) -> UUID:
    """
    A sign with the number 8.
    """
    receipt = ledger.perform(Request("hang-sign", OFFICER, "sign", {"number": "8"}))
    return next(iter(receipt.files))


class TestSeen:
    def test_everything(self, tmp_path: Path, shop: UUID, sign: UUID) -> None:
        """
        Every file, tag and claim that was asked for is a condition.
        """
        tag = f"shop/{shop}/visit"

        seen = seen_by(tmp_path, Curious(shop, tag, "sign/8"))

        assert seen == Conditions({shop: 1}, {tag: 0}, {"sign/8": sign}, head=2)

    def test_what_was_not_there(self, ledger: Ledger, tmp_path: Path) -> None:
        """
        So is that there was no such file, and that nobody held a claim.
        """
        assert not ledger.recorder.head

        seen = seen_by(tmp_path, Curious(NOBODY, "nothing", "sign/9"))

        assert seen == Conditions({NOBODY: 0}, {"nothing": 0}, {"sign/9": None}, head=0)


class Doubting(EveryoneMay):
    """
    A law under which every act asks twice, and somebody acts in between.
    """

    def __init__(self, between: Callable[[], object]) -> None:
        """
        Say what somebody does, the first time.
        """
        self._between = iter([between])
        self.told: list[tuple[object, object]] = []

    def grounds(
        self, said: Said, file: File | None, at: Circumstances
    ) -> Iterator[Refused]:
        """
        Ask, and ask again.
        """
        tag = f"shop/{NOBODY}/visit"
        first = at.holder("sign/8"), at.tagged(tag)
        for act in self._between:
            act()
        self.told.append((first, (at.holder("sign/8"), at.tagged(tag))))
        return super().grounds(said, file, at)


class TestAskedTwice:
    def test_one_answer(self, ledger: Ledger, tmp_path: Path) -> None:
        """
        One examination sees one state: what is asked again is answered as before, and
        if it has changed the act is examined again.
        """
        hang = Request("hang-sign", OFFICER, "sign", {"number": "8"})
        law = Doubting(lambda: ledger.perform(hang))
        other = Ledger(tmp_path, law=law)

        other.perform(Request("open-shop", OFFICER, "shop", {"name": "Li"}))

        other.close()
        (one, again), (after, again_after) = law.told
        assert one == again == (None, ())
        assert after == again_after == (ledger.recorder.holder("sign/8"), ())


class TestMoved:
    @pytest.mark.parametrize("seen", [None, NOBODY])
    def test_a_claim_that_is_held(
        self, ledger: Ledger, sign: UUID, seen: UUID | None
    ) -> None:
        """
        A claim that was free, or another's, and is held by now stops the append, though
        the act takes no claim itself.
        """
        assert sign != seen

        with pytest.raises(Moved, match="claim"):
            ledger.recorder.append([], Conditions(claims={"sign/8": seen}))

    def test_a_claim_that_was_given_up(self, ledger: Ledger, sign: UUID) -> None:
        """
        So does one that was held and is free by now.
        """
        ledger.perform(Request("take-sign-down", OFFICER, "down", file=sign))

        with pytest.raises(Moved, match="claim"):
            ledger.recorder.append([], Conditions(claims={"sign/8": sign}))

    @pytest.mark.parametrize("version", [0, 2])
    @pytest.mark.parametrize("head", [-1, 0])
    def test_a_file(self, ledger: Ledger, shop: UUID, version: int, head: int) -> None:
        """
        A file has the version that was read, neither an older nor a newer one, also
        where it is known at which position the examination began.
        """
        with pytest.raises(Moved, match="version"):
            ledger.recorder.append([], Conditions({shop: version}, head=head))

    def test_a_key(self, ledger: Ledger) -> None:
        """
        A key that was used meanwhile is found under the lock, with what came of it.
        """
        key = Key("scope", "k", b"request")
        done = ledger.recorder.append([], Conditions(), key)

        with pytest.raises(KeyTaken) as taken:
            ledger.recorder.append([], Conditions(), key)

        assert (taken.value.request, taken.value.appended) == (b"request", done)


class TestClaims:
    def test_given_up_by_its_holder_alone(self, ledger: Ledger, sign: UUID) -> None:
        """
        A fact gives up claims of its own file; another's stay where they are.
        """
        other = Draft(NOBODY, 1, "t", b"{}", NOBODY, "office", releases=("sign/8",))

        ledger.recorder.append([other], Conditions())

        assert ledger.recorder.holder("sign/8") == sign


class TestOrder:
    def test_files_under_a_tag(self, ledger: Ledger, shop: UUID) -> None:
        """
        Files under a tag come in the order of their first fact there.
        """
        visits = [
            ledger.perform(
                Request(
                    "begin-visit",
                    OFFICER,
                    f"visit-{number}",
                    {"shop": shop, "until_on": NEW_YEAR},
                )
            )
            for number in range(6)
        ]

        files, newest = ledger.recorder.tagged(f"shop/{shop}/visit")

        assert files == tuple(next(iter(visit.files)) for visit in visits)
        assert newest == visits[-1].positions[-1]
