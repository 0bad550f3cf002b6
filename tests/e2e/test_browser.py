"""
The pages in a browser: a walk without scripts, and what each kind of page is held to.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha384
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.chromium import (
    AXE,
    browsing,
    complaints,
    serving,
    sign_in,
    told,
    violations,
)
from tests.e2e.story import WORKS, Story

pytestmark = pytest.mark.needs("chromium", "chinese-font")

#: One page of every kind; ``{}`` is filled with files of the story.
KINDS = (
    "/",
    "/enforcement/sign-in",
    "/enforcement/",
    "/enforcement/q/hazards",
    "/enforcement/q/deadlines",
    "/enforcement/q/inspections?as_of=2026-03-02",
    "/enforcement/q/black-list",
    "/enforcement/enterprises/{enterprise}",
    "/enforcement/files/{hazard}",
    "/enforcement/trace/{visit}",
    "/enforcement/search?words=城",
    "/enforcement/search?words=无",
    "/enforcement/due?rule=PN.hearing.request&start=2026-09-24",
    "/enforcement/acts/self-report-hazard",
    "/enforcement/acts/file-rectification-plan?file={hazard}",
    "/enforcement/nowhere",
    "/disclosure/q/public-register",
    "/disclosure/",
    "/enforcement/q/documents",
    "/enforcement/q/enterprises",
    "/enforcement/q/findings",
    "/enforcement/q/imported-records",
    "/enforcement/q/people",
)
#: The narrowest screen: 1280 pixels at four times the size (WCAG 1.4.10).
NARROW = 320
#: A telephone, and the office's screens.
WIDTHS = (NARROW, 390, 1280)
#: How high one line of the bar is at most, in pixels.
BAR_LINE_MAX = 64
#: How wide a page is, and how far each of its tables reaches beyond its frame.
REACH = """() => [document.documentElement.scrollWidth,
  ...[...document.querySelectorAll('.table')].map(t => t.scrollWidth - t.clientWidth)]
"""
#: The fields of a table in which words or figures are cut off or lie on one another.
CUT = """() => [...document.querySelectorAll('td')].filter(
  cell => cell.scrollWidth > cell.clientWidth + 1).map(cell => cell.innerText)"""
AXE_SHA384 = (
    "c6dd52160e3d41a0f0b32b745dfb365c0c81b583c2957977"
    "5f6ab938e2de180526abd8d94d820c773b6917df56761887"
)


@dataclass(frozen=True)
class City:
    """
    What is served, and where.
    """

    address: str
    story: Story
    browser: Browser

    def page(self, *, scripts: bool = True, **options: object) -> Page:
        """Open a browser's window of its own."""
        context = self.browser.new_context(
            java_script_enabled=scripts,
            locale="zh-CN",
            timezone_id="Asia/Shanghai",
            **options,  # type: ignore[arg-type]  # as the browser takes them
        )
        return context.new_page()

    def at(self, kind: str) -> str:
        """Give the address of a page of a kind."""
        done = self.story.done
        files = {"enterprise": done["register-enterprise"].file}
        files |= {"hazard": self.story.hazard, "visit": self.story.visit}
        return self.address + kind.format(**files)


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[City]:
    """A small city, served by the command."""
    home = tmp_path_factory.mktemp("served") / "home"
    story = told(home)
    with serving(home) as address, browsing() as browser:
        yield City(address, story, browser)


class TestWithoutScripts:
    def test_from_the_desk_to_an_enterprise(self, city: City) -> None:
        """
        One chooses a desk and a name, filters a list, and opens what it leads to.
        """
        page = city.page(scripts=False)
        page.goto(city.address)

        page.get_by_role("link", name="执法工作台").click()
        page.get_by_role("button", name="赵一").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("执法工作台")
        page.get_by_role("link", name="企业名录").first.click()
        page.get_by_label("关键词").last.fill("冶炼")
        page.get_by_role("button", name="查询").click()
        expect(page.get_by_role("row")).to_have_count(2)
        page.get_by_role("link", name=WORKS).click()

        expect(page.get_by_role("heading", level=1)).to_have_text(WORKS)
        expect(page.get_by_text("煤气泄漏可致中毒").first).to_be_visible()
        page.get_by_role("link", name="卷宗与可办事项").click()
        expect(page.get_by_role("link", name="企业页面")).to_be_visible()

    def test_from_a_hazard_to_its_trace_as_it_stood(self, city: City) -> None:
        """
        A file leads to the trace of its thread; a day before the visit has no fact.
        """
        page = city.page(scripts=False)
        sign_in(page, city.address, "enforcement", "赵一")
        page.goto(city.at("/enforcement/q/hazards"))

        page.get_by_role("row").last.get_by_role("link").first.click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("隐患")
        page.get_by_role("link", name="全过程追溯").first.click()
        count = page.locator(".trace > li").count()
        page.get_by_label("截至发生日").fill("2025-06-01")
        page.get_by_role("button", name="查看").click()

        assert count == 12
        assert "as_of=2025-06-01" in page.url
        expect(page.locator(".trace > li")).to_have_count(0)

    def test_an_act(self, city: City) -> None:
        """
        A form is filled in, what is forgotten is named, and the receipt leads on.
        """
        page = city.page(scripts=False)
        sign_in(page, city.address, "enforcement", "赵一")
        page.get_by_role("link", name="登记企业自报隐患").click()

        firm = page.get_by_label("企业").first
        choice = firm.locator("option", has_text=WORKS).get_attribute("value")
        firm.select_option(choice)
        page.get_by_label("地点").fill("东库")
        page.get_by_role("button", name="记入账本").click()
        expect(page.get_by_role("alert")).to_contain_text("问题描述")
        page.get_by_label("问题描述").fill("消防通道堵塞")
        page.get_by_role("button", name="记入账本").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("已记入账本")
        page.get_by_role("link", name="全过程追溯").first.click()

        expect(page.locator(".trace > li")).to_have_count(1)
        expect(page.get_by_text("企业自报").first).to_be_visible()

    def test_the_other_county_sees_nothing(self, city: City) -> None:
        """
        A page of another's file says that there is none, and leads back.
        """
        page = city.page(scripts=False)
        sign_in(page, city.address, "enforcement", "蒋外")
        answer = page.goto(city.at("/enforcement/files/{hazard}"))

        assert answer is not None
        assert answer.status == 404
        expect(page.get_by_role("alert")).to_contain_text("查无此件")
        expect(page.get_by_role("link", name="返回首页")).to_be_visible()

    def test_led_to_sign_in(self, city: City) -> None:
        """
        Whoever is not signed in is told so where they can do it.
        """
        page = city.page(scripts=False)
        page.goto(city.at("/enforcement/files/{hazard}"))

        expect(page.get_by_role("status")).to_contain_text("请先登录")


class TestEveryKindOfPage:
    @pytest.mark.parametrize("scheme", ["light", "dark"])
    def test_anybody_can_use_it(self, city: City, scheme: str) -> None:
        """
        GB/T 37668, WCAG 2.2 AA: labels, names, contrast of 4.5 in light and in dark.
        """
        page = city.page(color_scheme=scheme)
        sign_in(page, city.address, "enforcement", "赵一")

        wrong = {}
        for kind in KINDS:
            page.goto(city.at(kind))
            assert page.locator("html").get_attribute("lang") == "zh-Hans", kind
            assert page.locator("h1").count() == 1, kind
            wrong[kind] = violations(page)

        assert wrong == {kind: [] for kind in KINDS}

    def test_the_check_finds_what_is_wrong(self, city: City) -> None:
        """
        The check itself would find a field without label and grey on grey.
        """
        page = city.page()
        page.set_content("<input><p style='color:#999;background:#aaa'>text</p>")

        found = {line.partition(":")[0] for line in violations(page)}

        assert {"label", "color-contrast"} <= found

    def test_it_complains_of_nothing(self, city: City) -> None:
        """
        No page has an error in its console, or asks for what is not there.
        """
        page = city.page()
        heard = complaints(page.context)
        page = page.context.new_page()
        sign_in(page, city.address, "enforcement", "赵一")

        for kind in KINDS:
            if not kind.endswith("nowhere"):
                page.goto(city.at(kind))

        assert heard == []

    @pytest.mark.parametrize("reading", ["English", "双语"])
    @pytest.mark.parametrize("width", WIDTHS)
    def test_nothing_scrolls_sideways(
        self, city: City, width: int, reading: str
    ) -> None:
        """
        WCAG 1.4.10: in either language no page and no table is wider than the screen,
        and no field of a table is cut off.
        """
        page = city.page(viewport={"width": width, "height": 640})
        sign_in(page, city.address, "enforcement", "赵一")
        page.get_by_role("button", name=reading, exact=True).click()

        wide, cut = {}, {}
        for kind in KINDS:
            page.goto(city.at(kind))
            whole, *tables = page.evaluate(REACH)
            wide[kind] = [whole - width, *tables]
            cut[kind] = page.evaluate(CUT)

        assert {k: over for k, over in wide.items() if max(over) > 0} == {}
        assert {k: cells for k, cells in cut.items() if cells} == {}

    def test_the_bar_is_two_lines(self, city: City) -> None:
        """
        On the office's screens the bar wraps nothing: a line of who, a line of where.
        """
        page = city.page(viewport={"width": 1280, "height": 800})
        sign_in(page, city.address, "enforcement", "赵一")

        heights = [
            page.locator(part).evaluate("part => part.offsetHeight")
            for part in (".bar .top", ".bar nav")
        ]

        assert max(heights) < BAR_LINE_MAX

    def test_the_focus_is_seen(self, city: City) -> None:
        """
        WCAG 2.4.7: whatever the keyboard reaches is marked.
        """
        page = city.page(viewport={"width": 1280, "height": 800})
        sign_in(page, city.address, "enforcement", "赵一")
        page.goto(city.at("/enforcement/q/hazards"))

        seen = []
        for _ in range(24):
            page.keyboard.press("Tab")
            seen.append(
                page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
            )

        assert set(seen) == {"solid"}

    def test_the_language_is_kept(self, city: City) -> None:
        """
        Without scripts: one click, and every page that follows is read so.
        """
        page = city.page(scripts=False)
        sign_in(page, city.address, "enforcement", "赵一")
        page.goto(city.at("/enforcement/q/hazards?still_open=true"))
        page.get_by_role("button", name="English", exact=True).click()

        assert page.url.endswith("/enforcement/q/hazards?still_open=true")
        expect(page.get_by_role("heading", level=1)).to_have_text("Hazards")
        page.get_by_role("link", name="Inspections").first.click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Inspections")
        assert page.locator("html").get_attribute("lang") == "en"

    def test_on_paper(self, city: City) -> None:
        """
        A printed trace is without bar and forms, and says that it is a demonstration.
        """
        page = city.page()
        sign_in(page, city.address, "enforcement", "赵一")
        page.goto(city.at("/enforcement/trace/{visit}"))
        page.emulate_media(media="print")

        expect(page.locator(".bar")).to_be_hidden()
        expect(page.locator("form").first).to_be_hidden()
        expect(page.get_by_role("note")).to_be_visible()
        expect(page.locator(".trace > li").first).to_be_visible()
        terms = page.locator(".trace details dl").first
        assert terms.evaluate("terms => terms.offsetHeight") > 0


def test_what_is_vendored_is_unmodified() -> None:
    """
    The checker is as its authors published it, and its licence lies beside it.
    """
    licence = Path(AXE).with_name("axe-LICENSE.txt").read_text(encoding="utf-8")

    assert sha384(AXE.read_bytes()).hexdigest() == AXE_SHA384
    assert "Mozilla Public License" in licence
