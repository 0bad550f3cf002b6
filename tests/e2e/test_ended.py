"""
A penalty whose publicity ended (公示期满): at every door it is there until its last
day, and gone on the day after, without anybody asking for a day.
"""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from io import BytesIO

import pytest
from openpyxl import load_workbook

from tests.e2e.looking import shown
from tests.e2e.story import USCC, WORKS, Story
from tests.e2e.telling import Teller

#: Noon of the last day of publicity, and of the day after.
LAST_DAY = datetime(2027, 2, 10, 4, tzinfo=UTC)
AFTER = datetime(2027, 2, 11, 4, tzinfo=UTC)

FACT = "未按规定设置安全警示标志"


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Story]:
    """A penalty that is public up to a day."""
    story = Story(Teller(tmp_path_factory.mktemp("ended")))
    story.settle()
    story.equip()
    story.publish()
    yield story
    story.teller.house.close()


def _page(story: Story) -> str:
    return shown(story, "", "q/public-register").text


def _page_of_officers(story: Story) -> str:
    return shown(story, "first", "q/public-register").text


def _publications(story: Story) -> str:
    return shown(story, "", "q/publications").text


def _rows(story: Story) -> str:
    return story.teller.gets("", "public-register").text


def _rows_of_an_earlier_day(story: Story) -> str:
    return story.teller.gets("", "public-register", as_of="2026-06-01").text


def _csv(story: Story) -> str:
    answer = story.teller.gets("", "public-register", format="csv")
    return answer.content.decode("utf-8-sig")


def _json(story: Story) -> str:
    return story.teller.gets("", "public-register", format="json").text


def _xlsx(story: Story) -> str:
    answer = story.teller.gets("", "public-register", format="xlsx")
    sheet = load_workbook(BytesIO(answer.content)).worksheets[0]
    return str(list(sheet.values))


def _search(story: Story) -> str:
    return story.teller.gets("", "search", words=WORKS).text


def _facts(story: Story) -> str:
    item = story.done["publish-item"].file
    return story.teller.gets("", "file-facts", file=item).text


def _trace(story: Story) -> str:
    record = story.done["record-imported-penalty"].file
    return story.teller.gets("", "trace", thread=record).text


def _file(story: Story) -> str:
    item = story.done["publish-item"].file
    return story.teller.client.get(f"/disclosure/files/{item}").text


def _atom(story: Story) -> str:
    return story.teller.client.get("/disclosure/feed.atom").text


def _json_feed(story: Story) -> str:
    return story.teller.client.get("/disclosure/feed.json").text


def _delta(story: Story) -> str:
    return story.teller.client.get("/disclosure/api/feed?from=0").text


DOORS: tuple[Callable[[Story], str], ...] = (
    _page,
    _page_of_officers,
    _publications,
    _rows,
    _rows_of_an_earlier_day,
    _csv,
    _json,
    _xlsx,
    _search,
    _facts,
    _trace,
    _file,
    _atom,
    _json_feed,
    _delta,
)


@pytest.mark.parametrize("door", DOORS, ids=lambda door: door.__name__.strip("_"))
def test_gone_on_the_day_after(story: Story, door: Callable[[Story], str]) -> None:
    """
    行政处罚公示期: the party is named on the last day, and nowhere on the next.
    """
    clock = story.teller.clock
    clock.moment = LAST_DAY
    before = door(story)
    clock.moment = AFTER
    after = door(story)

    assert WORKS in before
    assert WORKS not in after
    assert USCC not in after
    assert FACT not in after


def test_number_and_end_remain(story: Story) -> None:
    """
    What is left of the publication is its number and its end, marked as ended.
    """
    story.teller.clock.moment = AFTER

    (row,) = story.teller.asks("", "publications")
    page = _publications(story)

    assert (row["stage"], row["public_until"]) == ("ended", "2027-02-10")
    assert row["decision_no"] == "（演）应急罚〔2026〕1号"
    assert "公示期满" in page


def test_the_offices_go_back(story: Story) -> None:
    """
    Whoever audits the bureau still reads what stood on an earlier day, and the fact.
    """
    story.teller.clock.moment = AFTER
    item = story.done["publish-item"].file

    (then,) = story.teller.asks("commissioner", "public-register", as_of="2026-06-01")
    facts = story.teller.asks("commissioner", "file-facts", file=item)

    assert then["party_name"] == WORKS
    assert [fact["act"] for fact in facts] == ["publish-item"]
