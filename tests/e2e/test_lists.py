"""
Lists on pages: in words, with names, marked by the day, and linked as far as one may.
"""

import re
from collections.abc import Iterator

import pytest

from tests.e2e.looking import shown
from tests.e2e.story import USCC, WORKS, Story
from tests.e2e.telling import Teller

ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-")


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Story]:
    """A hazard that was ordered to be rectified, and a penalty that is public."""
    teller = Teller(tmp_path_factory.mktemp("lists"))
    story = Story(teller)
    story.settle()
    story.equip()
    story.inspect()
    story.order()
    story.publish()
    yield story
    teller.house.close()


class TestWords:
    @pytest.mark.parametrize(
        "question", ["hazards", "deadlines", "documents", "inspections", "people"]
    )
    def test_no_id_and_no_axis(self, story: Story, question: str) -> None:
        """
        A person reads names; ids and the columns of the two axes are for programs.
        """
        page = shown(story, "first", f"q/{question}")

        assert "没有符合条件" not in page.text
        assert not ID.search(page.text)
        assert "4611686018427387904" not in page.text
        assert "9999-12-31" not in page.text

    def test_codes_and_people_by_name(self, story: Story) -> None:
        """
        Stages, kinds of paper and officers are told in words.
        """
        hazards = shown(story, "first", "q/hazards").text
        papers = shown(story, "first", "q/documents").text

        assert "重大事故隐患" in hazards
        assert "赵一" in hazards
        assert "已送达" in papers

    def test_an_enterprise_keeps_its_name(self, story: Story) -> None:
        """
        An enterprise goes by its own name, also when its principal is on the index.
        """
        firm = story.done["register-enterprise"].file
        who = {"principal_kind": "principal", "principal": "何厂长"}
        story.does("first", "record-principal", firm, **who, since_on="2026-01-01")

        page = shown(story, "first", "q/hazards")

        assert WORKS in page.text
        assert "何厂长" not in page.text


class TestDays:
    @pytest.mark.parametrize(
        ("day", "mark"),
        [
            ("2026-03-02", ""),
            ("2026-03-07", "还有 2 日"),
            ("2026-03-09", "今日届满"),
            ("2026-03-12", "已超 3 日"),
        ],
    )
    def test_last_days(self, story: Story, day: str, mark: str) -> None:
        """
        A last day is marked when it is near or over, by the day of whoever looks.
        """
        clock, ledger_time = story.teller.clock, story.teller.clock.moment
        clock.moment = ledger_time.replace(day=int(day[-2:]))
        page = shown(story, "first", "q/deadlines?rule=IN.major.list")
        clock.moment = ledger_time

        marks = re.findall(r"已超 \d+ 日|还有 \d+ 日|今日届满", page.text)
        assert "2026-03-09" in page.text
        assert marks == ([mark] if mark else [])

    def test_the_black_list_by_day(self, story: Story) -> None:
        """
        The form of the black list shows for which day it is; today, if none is asked.
        """
        today = shown(story, "", "q/black-list")
        then = shown(story, "", "q/black-list?as_of=2020-05-01")

        assert today.forms[-1].texts["as_of"] == ["2026-03-02"]
        assert then.forms[-1].texts["as_of"] == ["2020-05-01"]


class TestListHistory:
    def test_an_entry_without_a_day(self, story: Story) -> None:
        """
        An old list that states no day lists nobody on any; the page of the enterprise
        tells of it to the offices, with that mark.
        """
        read = {"layout": "blacklist/csv", "encoding": "utf-8", "size": 1}
        what = {"import_kind": "blacklist", "file_sha256": "cd" * 32}
        run = story.does("importer", "start-import", **what, **read).file
        story.does(
            "importer",
            "record-imported-list-entry",
            origin={"run": run, "row_no": 6, "layout": "blacklist/csv"},
            row="{}",
            party={"party_class": "unit", "party_name": WORKS, "uscc": USCC},
            authority={"authority_name": "国家安全监管总局"},
            entry={"generation": "notice_49", "list_name": "2018年第一批黑名单"},
            list_texts={"listed_reason": "发生较大生产安全事故"},
        )
        firm = story.done["register-enterprise"].file

        page = shown(story, "first", f"enterprises/{firm}").text
        listed = shown(story, "first", "q/black-list?as_of=2018-06-01").text

        assert "2018年第一批黑名单" in page
        assert "未载明列入日期" in page
        assert WORKS not in listed


class TestPublicRegister:
    def test_a_tombstone_says_so(self, story: Story) -> None:
        """
        What was withdrawn is marked so, with the day, the ground and the reasons.
        """
        record = story.done["record-imported-penalty"].file
        stated = {"status": "withdrawn", "stated_on": "2026-03-02"}
        story.does("importer", "record-imported-status", record, stated=stated)
        why = {"withdrawal_ground": "revoked", "reasons": "复议决定撤销原处罚"}
        item = story.done["publish-item"].file
        story.does("discloser", "withdraw-item", item, **why)

        listed = shown(story, "", "q/public-register").text
        alone = shown(story, "", f"files/{item}")

        assert re.search(
            r"已撤回 withdrawn 撤回日 2026-03-02 决定已撤销 .*复议决定撤销原处罚",
            listed,
        )
        assert "未按规定设置安全警示标志" not in listed
        assert "已撤回" in alone.title
        assert "复议决定撤销原处罚" in alone.text


class TestLinks:
    def test_an_enterprise_leads_to_its_page(self, story: Story) -> None:
        """
        Officers come from any list to the page of the enterprise.
        """
        firm = story.done["register-enterprise"].file

        page = shown(story, "first", "q/hazards")

        assert f"/enforcement/enterprises/{firm}" in page.links
        assert f"/enforcement/files/{story.hazard}" in page.links
        assert f"/enforcement/trace/{story.thread}" in page.links

    def test_the_public_is_led_to_what_is_public(self, story: Story) -> None:
        """
        The register names the enterprise, without a link that would lead nowhere.
        """
        page = shown(story, "", "q/public-register")

        published = story.done["publish-item"].file
        files = [link for link in page.links if "/files/" in link]
        assert USCC in page.text
        assert files == [f"/disclosure/files/{published}"]
        assert not any("/enterprises/" in link for link in page.links)

    def test_narrowed_to_a_file(self, story: Story) -> None:
        """
        A list that is narrowed to an enterprise says so by name, and offers to drop it.
        """
        firm = story.done["register-enterprise"].file

        page = shown(story, "first", f"q/hazards?enterprise={firm}")

        assert f"企业：{WORKS}" in page.text
        assert "?" in page.links
        assert page.forms[-1].texts["enterprise"] == [firm]


class TestSearch:
    def test_each_file_once(self, story: Story) -> None:
        """
        A file that is found by several things is listed once, with all of them.
        """
        story.does("clerk", "rename-enterprise", self.firm(story), name="城东冶炼")
        page = shown(story, "first", "search?words=城东")

        leading = [link for link in page.links if "/enterprises/" in link]
        assert leading == [f"/enforcement/enterprises/{self.firm(story)}"]
        assert re.search(
            r"名称 name、[^·]*曾用名|曾用名 former name、[^·]*名称", page.text
        )

    def firm(self, story: Story) -> str:
        """The enterprise of the story."""
        return story.done["register-enterprise"].file
