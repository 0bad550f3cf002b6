"""
How files are headed and called: by their own rows, with the state, never by an id.
"""

import re
from collections.abc import Iterator

import pytest

from infra.questions import Reader
from services.web.naming import called, names_of
from tests.e2e.looking import shown
from tests.e2e.story import WORKS, Story
from tests.e2e.telling import Teller

ID = re.compile(r"\b[0-9a-f]{8}\b")
HAZARD = f"煤气柜 · 煤气泄漏可致中毒 · {WORKS}"
VISIT = f"计划检查 · {WORKS} · 2026-03-02"


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Story]:
    """A hazard that was ordered to be rectified, and a penalty that is public."""
    teller = Teller(tmp_path_factory.mktemp("headings"))
    story = Story(teller)
    story.settle()
    story.equip()
    story.inspect()
    story.order()
    story.publish()
    yield story
    teller.house.close()


def reader(story: Story, login: str) -> Reader:
    """What somebody may see."""
    actor = story.teller.people[login]
    return story.teller.house.directory.reader(actor, story.teller.today)


class TestHeadings:
    def test_a_hazard(self, story: Story) -> None:
        """
        A hazard is headed by place, matter and enterprise, how it stands, and its row.
        """
        page = shown(story, "first", f"files/{story.hazard}")

        assert page.title == f"隐患 hazard：{HAZARD} 整改中 under rectification"
        assert not ID.search(page.titles[0])
        row = page.text.partition("可以办理 Open")[0]
        for value in ("重大事故隐患", "2026-03-16", "赵一、钱二", "发现日"):
            assert value in row

    @pytest.mark.parametrize(
        ("act", "title"),
        [
            ("approve-inspection", f"检查 inspection：{VISIT} 记录已成 record made"),
            ("issue-document", "文书 document：责令限期整改指令书 · "),
            ("record-imported-penalty", f"导入记录 imported record：{WORKS} · "),
            ("publish-item", f"公开 publication：{WORKS} · "),
            ("start-import", "导入 import：行政处罚 · 2026-03-02"),
        ],
    )
    def test_others(self, story: Story, act: str, title: str) -> None:
        """
        Every file that a read model keeps a row of is headed by it.
        """
        done = story.done[act]
        file = done.last if act == "issue-document" else done.file

        page = shown(story, "first", f"files/{file}")

        assert page.title.startswith(title)
        assert not ID.search(page.titles[0])

    def test_a_file_without_a_row(self, story: Story) -> None:
        """
        A file that no read model keeps a row of is called by what it is about.
        """
        service = story.done["serve-document"].file

        page = shown(story, "first", f"files/{service}")

        assert page.title.startswith("送达 service：责令限期整改指令书 · ")

    def test_a_file_that_is_about_no_other(self, story: Story) -> None:
        """
        A file that points to none is called by what its first fact says first.
        """
        checklist = story.done["publish-checklist-version"].file

        page = shown(story, "first", f"files/{checklist}")

        assert page.title.startswith("检查表 checklist：")
        assert not ID.search(page.title)

    def test_what_leads_down_to_it(self, story: Story) -> None:
        """
        Above the heading stand the list and the enterprise that lead back up.
        """
        page = shown(story, "first", f"files/{story.hazard}")
        trace = shown(story, "first", f"trace/{story.thread}")

        firm = story.done["register-enterprise"].file
        way = page.links[: page.links.index(f"/enforcement/trace/{story.thread}")]
        assert way[-2:] == [
            "/enforcement/q/hazards",
            f"/enforcement/enterprises/{firm}",
        ]
        assert VISIT in trace.title
        assert f"/enforcement/files/{story.visit}" in trace.links


class TestReferences:
    @pytest.mark.parametrize(
        ("path", "name"),
        [
            ("q/deadlines", HAZARD),
            ("q/documents", HAZARD),
            ("q/documents?about={hazard}", f"所涉卷宗：{HAZARD}"),
            ("acts/grade-hazard?file={hazard}", HAZARD),
            ("trace/{thread}", HAZARD),
        ],
    )
    def test_by_name(self, story: Story, path: str, name: str) -> None:
        """
        Lists, filters, forms and traces call a hazard by the same name.
        """
        files = {"hazard": story.hazard, "thread": story.thread}

        page = shown(story, "first", path.format(**files))

        assert name in page.text
        assert not re.search(r"(隐患|检查|文书|送达) [0-9a-f]{8}\b", page.text)

    def test_only_for_whom_the_row_is(self, story: Story) -> None:
        """
        Whoever may not see the row is not told what the hazard is called.
        """
        house = story.teller.house

        theirs = names_of(house, reader(story, "first"), [story.hazard])
        foreign = called(house, reader(story, "foreign"), [story.hazard])

        assert theirs == {story.hazard: HAZARD}
        assert foreign == {story.hazard: f"隐患 {story.hazard[:8]}"}

    def test_a_long_matter_is_cut_in_a_name_alone(self, story: Story) -> None:
        """
        A name stays short; the file's own page has the whole matter.
        """
        long = "消防通道被成品和半成品长期占用且两侧疏散指示标志全部损坏无法使用"
        firm = story.done["register-enterprise"].file
        what = {"enterprise": firm, "place": "东库", "description": long}
        file = story.does("first", "self-report-hazard", **what).file

        page = shown(story, "first", f"files/{file}")

        assert f"东库 · {long[:24]}… · {WORKS}" in page.title
        assert long in page.text


class TestTraces:
    def test_with_whom(self, story: Story) -> None:
        """
        Whoever acted is not named among those with whom.
        """
        text = shown(story, "first", f"files/{story.hazard}").text

        assert "共同办理 with" in text
        for actor, others in re.findall(
            r"(\S+)（执法人员） · 共同办理 with ([^·]+) ·", text
        ):
            assert others.strip()
            assert actor not in others

    def test_a_line_of_each(self, story: Story) -> None:
        """
        Each entry says its main terms in a line, and keeps all of them to be opened.
        """
        page = shown(story, "first", f"files/{story.hazard}")

        assert (
            "隐患等级 重大事故隐患；判定标准 工贸企业重大事故隐患判定标准" in page.text
        )
        assert "整改期限 2026-03-16" in page.text
        assert "停用煤气柜并迁移" in page.text

    def test_causes_by_name(self, story: Story) -> None:
        """
        What it answers in another file is named, and led to.
        """
        page = shown(story, "first", f"files/{story.hazard}")

        assert f"起因 cause {VISIT}" in page.text
        assert any(f"/files/{story.visit}#fact-" in link for link in page.links)

    def test_no_way_to_what_is_not_theirs(self, story: Story) -> None:
        """
        The public reads what a publication was made of, without a link to it.
        """
        item, record = (
            story.done[act].file for act in ("publish-item", "record-imported-penalty")
        )

        page = shown(story, "", f"files/{item}")

        assert not any(f"files/{record}" in link for link in page.links)

    def test_opened_for_printing(self, story: Story) -> None:
        """
        All terms can be opened at once, and closed again, keeping the axes.
        """
        closed = shown(story, "first", f"trace/{story.thread}?as_of=2026-03-02")
        opened = shown(
            story, "first", f"trace/{story.thread}?as_of=2026-03-02&open=all"
        )

        assert "?as_of=2026-03-02&open=all" in closed.links
        assert "?as_of=2026-03-02" in opened.links
