"""
A unit that is listed on a served penalty: when the decision is revoked the entry falls
with it, and the black list says so of either day, as known at either position.
"""

from collections.abc import Iterator

import pytest

from tests.e2e.docket import Docket
from tests.e2e.telling import Done, Teller

TOLD = {
    "reasons": "未依法取得许可从事生产，受到行政处罚",
    "legal_basis": "应急管理部令第11号第七条第一项",
}
MEASURES = ["publicity", "no_funds"]


class Listed(Docket):
    """A case whose unit is listed."""

    def listed(self, penalty: str) -> Done:
        """Have the unit proposed, told, heard and listed."""
        firm = self.done["register-enterprise"].file
        sector = {"profile": {"sector": "industry"}}
        self.does("clerk", "change-enterprise-profile", firm, **sector)
        entry = self.does(
            "first",
            "propose-entry",
            penalty=penalty,
            list_ground="l7_1",
            reasons="性质恶劣",
            with_officers=[self.teller.id("second")],
        ).file
        told = {"measures_told": MEASURES, "rights_told": True}
        self.does("head", "notify-entry", entry, **TOLD, **told)
        self.teller.wait(1)
        heard = {"statement": "请求不予列入", "arguments_answered": "不予采纳"}
        self.does("head", "hear-entry-statement", entry, **heard)
        repair = {"repair_conditions": "履行处罚决定", "repair_way": "书面申请"}
        terms = {**TOLD, "management_measures": MEASURES, **repair}
        return self.does("head", "make-entry", entry, **terms)

    def on_list(self, **axes: object) -> list[tuple[str, str | None]]:
        """Who is on the list, by a day and as known at a position."""
        rows = self.teller.asks("first", "black-list", **axes)
        return [(row["listed_on"], row["removed_on"]) for row in rows]


@pytest.fixture
def listed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Listed]:
    """A case whose fine was served."""
    teller = Teller(tmp_path_factory.mktemp("listed"))
    story = Listed(teller)
    story.begin()
    story.conclude()
    yield story
    teller.house.close()


def test_falls_with_the_decision(listed: Listed) -> None:
    """
    One commit revokes both; what was known before is still answered as it was known.
    """
    penalty = listed.fined()
    made, day = listed.listed(penalty), str(listed.teller.today)
    listed.teller.wait(5)
    today = str(listed.teller.today)
    ground = {"changed_by": "own", "reason": "证据不足", "effective_on": today}
    revoked = listed.does("head", "revoke-decision", penalty, **ground)

    first, second = revoked.positions
    assert second == first + 1
    (entry,) = listed.teller.asks("first", "list-entries")
    (row,) = listed.teller.asks("first", "penalties")
    assert (entry["stage"], row["stage"]) == ("revoked", "fallen")
    stood = [(day, None)]
    assert listed.on_list(as_of=day) == stood
    assert listed.on_list(as_of=today) == []
    assert listed.on_list(as_of=day, known_at=made.position) == stood
    assert listed.on_list(as_of=today, known_at=made.position) == stood
    assert listed.row["next_step"] == "close"
    trace = listed.teller.asks("commissioner", "trace", thread=listed.visit)
    assert [row["act"] for row in trace][-3:] == [
        "make-entry",
        *["revoke-decision"] * 2,
    ]


def test_nothing_runs_on(listed: Listed) -> None:
    """
    Of a decision that was revoked nothing is to be paid, or brought to court; of the
    entry that fell nothing is to be recorded or made public.
    """
    penalty = listed.fined()
    listed.listed(penalty)
    running = listed.running()
    assert running >= {"PN.pay", "CO.court.window", "SD.record", "SD.publish"}
    ground = {"changed_by": "own", "reason": "证据不足"}
    today = {"effective_on": str(listed.teller.today)}
    listed.does("head", "revoke-decision", penalty, **ground, **today)

    gone = running - listed.running()
    assert gone >= {"PN.pay", "CO.court.window", "SD.record", "SD.publish"}
