"""
The start page: what waits for whoever looks, and where all the rest is.
"""

from collections.abc import Iterator

import pytest

from tests.e2e.looking import plain, shown
from tests.e2e.story import Story
from tests.e2e.telling import Teller


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Story]:
    """A hazard that was ordered to be rectified, and is struck off."""
    teller = Teller(tmp_path_factory.mktemp("start"))
    story = Story(teller)
    story.settle()
    story.equip()
    story.inspect()
    story.order()
    yield story
    teller.house.close()


def rules(story: Story, login: str, **terms: str) -> set[str]:
    """Ask which rules' periods run for somebody."""
    return {row["rule"] for row in story.teller.asks(login, "deadlines", **terms)}


def withdrawn(story: Story) -> str:
    """Publish a penalty and withdraw it, once; give the record."""
    if "publish-item" not in story.done:
        story.publish()
        record = story.done["record-imported-penalty"].file
        stated = {"status": "withdrawn", "stated_on": "2026-03-02"}
        story.does("importer", "record-imported-status", record, stated=stated)
        why = {"withdrawal_ground": "revoked", "reasons": "复议决定撤销原处罚"}
        story.does("discloser", "withdraw-item", story.done["publish-item"].file, **why)
    return story.done["record-imported-penalty"].file


class TestDeadlines:
    def test_an_officer_ends_what_an_officer_answers(self, story: Story) -> None:
        """
        The order waits for an officer, the listing and whether to open a case for a
        head; nobody's for a reviewer.
        """
        assert rules(story, "first", mine="true") >= {"IN.order", "IN.reinspect.grace"}
        assert "IN.major.list" not in rules(story, "first", mine="true")
        assert rules(story, "head", mine="true") == {"IN.major.list", "PN.filing"}
        assert rules(story, "discloser", mine="true") == set()

    @pytest.mark.parametrize("login", ["first", "head", "discloser", "commissioner"])
    def test_each_period_is_theirs_or_not(self, story: Story, login: str) -> None:
        """
        Those that one can end and the others are all that run.
        """
        mine, others = (rules(story, login, mine=m) for m in ("true", "false"))

        assert mine | others == rules(story, login)
        assert not mine & others

    def test_not_on_files_of_others(self, story: Story) -> None:
        """
        Somebody of the same role in another body can end nothing here.
        """
        assert rules(story, "foreign", mine="true") == set()

    def test_the_start_page(self, story: Story) -> None:
        """
        The start page shows those that one can end, and leads to all with their count.
        """
        page = shown(story, "head", "")
        listed = (
            plain(page.text).partition("等您办理的期限")[2].partition("我的办件")[0]
        )
        count = len(story.teller.asks("head", "deadlines"))

        assert "重大隐患挂牌时限" in listed
        assert "立即排除或者限期改正" not in listed
        assert f"全部进行中的期限（{count}）" in listed
        assert "/enforcement/q/deadlines" in page.links

    def test_nothing_waits(self, story: Story) -> None:
        """
        Whoever can end nothing is told so, and led to what runs.
        """
        page = shown(story, "discloser", "")

        assert "没有等您办理的期限" in page.text
        assert "全部进行中的期限" in page.text

    def test_soonest_first(self, story: Story) -> None:
        """
        Periods stand in the order of their last days, and those without a number in
        law come after them.
        """
        rows = story.teller.asks("first", "deadlines", mine="true")

        dated = [row["last_on"] for row in rows if row["last_on"]]
        ages = [row["waiting_since"] for row in rows if row["waiting_since"]]
        days = [row["last_on"] or row["waiting_since"] for row in rows]
        assert len(dated) > 1
        assert ages
        assert days == sorted(dated) + sorted(ages)


class TestLists:
    def test_those_that_one_has_acts_on(self, story: Story) -> None:
        """
        An importer comes to settle parties, an officer to work on visits and hazards.
        """
        importer = shown(story, "importer", "").text
        officer = shown(story, "first", "").text

        assert "待认定当事人的导入记录" in importer
        assert "未结隐患" not in importer
        assert "我的办件" in officer.partition("查询 Questions")[0]
        assert "待认定当事人的导入记录" not in officer

    def test_a_desk_without_acts_sees_all(self, story: Story) -> None:
        """
        Who follows others' work sees hazards and records alike.
        """
        page = shown(story, "commissioner", "")

        assert "未结隐患" in page.text
        assert "待认定当事人的导入记录" in page.text

    def test_records_to_be_settled(self, story: Story) -> None:
        """
        A record is to be settled until it is known whom it is about.
        """
        record = withdrawn(story)

        linked = story.teller.asks("importer", "imported-records", still_open="false")
        held = story.teller.asks("importer", "imported-records", still_open="true")
        why = {"grounds": "同名异主"}
        story.does("importer", "unlink-party", record, **why)
        after = story.teller.asks("importer", "imported-records", still_open="true")

        assert [row["id"] for row in linked] == [record]
        assert held == []
        assert [row["id"] for row in after] == [record]


def test_a_period_that_its_own_fact_answers(story: Story) -> None:
    """
    The withdrawal of a publication was due, and is done; nothing of it runs on.
    """
    withdrawn(story)

    asked = {"rule": "PN.publish.withdraw"}
    running = story.teller.asks("discloser", "deadlines", **asked)
    met = story.teller.asks("discloser", "deadlines", state="met", **asked)

    assert running == []
    assert [row["last_on"] for row in met] == ["2026-03-05"]


def test_open_hazards_only(story: Story) -> None:
    """
    The start page shows hazards that are open, and leads to the others.
    """
    page = shown(story, "first", "")

    assert "未结隐患" in page.text
    assert "煤气泄漏可致中毒" in page.text
    assert "全部隐患（1）" in page.text
