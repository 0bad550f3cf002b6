"""
In which language pages are read: both, until somebody chooses one.
"""

import re
from collections.abc import Iterator

import pytest

from tests.e2e.looking import shown
from tests.e2e.story import Story
from tests.e2e.telling import Teller

CHINESE = re.compile(r"[\u4e00-\u9fff]+")
PAGES = ("", "q/hazards", "q/deadlines", "files/{hazard}", "search?words=无此", "due")


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Story]:
    """A hazard that was ordered to be rectified."""
    teller = Teller(tmp_path_factory.mktemp("language"))
    story = Story(teller)
    story.settle()
    story.equip()
    story.inspect()
    story.order()
    yield story
    teller.house.close()


class TestReading:
    def test_both_until_one_is_chosen(self, story: Story) -> None:
        """
        Nobody has to choose: both languages stand side by side.
        """
        page = shown(story, "first", "q/hazards")

        assert "隐患台账" in page.text
        assert "Hazards" in page.text

    @pytest.mark.parametrize("path", PAGES)
    def test_english_alone(self, story: Story, path: str) -> None:
        """
        Read in English, a page is in Chinese only where that is what was recorded.
        """
        where = path.format(hazard=story.hazard)

        page = shown(story, "first", where, reading="en")

        for words in ("隐患台账", "执法工作台", "执法人员", "检索", "退出", "整改中"):
            assert words not in page.text, words
        assert "Hazards" in page.text
        assert "as of position" in page.text

    @pytest.mark.parametrize("path", PAGES)
    def test_chinese_alone(self, story: Story, path: str) -> None:
        """
        Read in Chinese, no label stands in English beside it.
        """
        where = path.format(hazard=story.hazard)

        page = shown(story, "first", where, reading="zh")

        for words in ("Hazards", "Enforcement", "Sign out", "as of", "stage"):
            assert words not in page.text, words
        assert "隐患台账" in page.text

    def test_a_form_and_what_it_lacks(self, story: Story) -> None:
        """
        Fields, choices and grounds are read in the language that was chosen.
        """
        where = f"acts/grade-hazard?file={story.hazard}"

        page = shown(story, "second", where, reading="en")

        labels = page.text.partition("Grade a hazard")[2]
        assert "level of the hazard" in labels
        assert "隐患等级" not in labels


class TestChoosing:
    def test_it_is_kept(self, story: Story) -> None:
        """
        The choice leads back to where it was made, and holds on every desk.
        """
        client = story.teller.client
        back = "/disclosure/q/public-register?words=x"
        made = {"reading": "en", "back": back}
        answer = client.post("/disclosure/language", data=made, follow_redirects=False)

        assert (answer.status_code, answer.headers["location"]) == (303, back)
        assert answer.cookies["shilu_language"] == "en"
        assert "Path=/;" in answer.headers["set-cookie"] + ";"
        client.cookies.clear()

    @pytest.mark.parametrize("back", ["//example.org/", "https://example.org", "/\\x"])
    def test_back_stays_here(self, story: Story, back: str) -> None:
        """
        Nobody is led elsewhere.
        """
        answer = story.teller.client.post(
            "/disclosure/language",
            data={"reading": "zh", "back": back},
            follow_redirects=False,
        )
        story.teller.client.cookies.clear()

        assert answer.headers["location"] == "/disclosure/"

    def test_the_page_says_its_language(self, story: Story) -> None:
        """
        A program that reads aloud is told which language a page is in.
        """
        client = story.teller.client
        spoken = {
            reading: client.get(
                "/disclosure/", headers={"Cookie": f"shilu_language={reading}"}
            ).text.partition("<html lang=")[2][:9]
            for reading in ("zh", "en", "nonsense")
        }

        assert spoken["zh"].startswith('"zh-Hans"')
        assert spoken["en"].startswith('"en"')
        assert spoken["nonsense"].startswith('"zh-Hans"')

    def test_what_was_typed_is_not_lost(self, story: Story) -> None:
        """
        A form that shows what is wrong offers no way to leave it by the language.
        """
        teller = story.teller
        page = shown(story, "first", "acts/self-report-hazard")
        token = teller.house.issuer.token(teller.people["first"])
        teller.client.cookies.set("shilu_enforcement", token)
        again = page.act.send(teller.client, "perform")
        teller.client.cookies.clear()

        assert 'action="/enforcement/language"' not in again.text
        assert "/enforcement/language" in [form.action for form in page.forms]
