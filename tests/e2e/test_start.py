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


class TestDeadlines:
    def test_an_officer_ends_what_an_officer_answers(self, story: Story) -> None:
        """
        The order waits for an officer, the listing for a head; nobody's for a reviewer.
        """
        assert rules(story, "first", mine="true") >= {"IN.order", "IN.reinspect.grace"}
        assert "IN.major.list" not in rules(story, "first", mine="true")
        assert rules(story, "head", mine="true") == {"IN.major.list"}
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
        Periods stand in the order of their last days.
        """
        rows = story.teller.asks("first", "deadlines", mine="true")

        days = [row["last_on"] for row in rows]
        assert len(days) > 1
        assert days == sorted(days)


def test_open_hazards_only(story: Story) -> None:
    """
    The start page shows hazards that are open, and leads to the others.
    """
    page = shown(story, "first", "")

    assert "未结隐患" in page.text
    assert "煤气泄漏可致中毒" in page.text
    assert "全部隐患（1）" in page.text
