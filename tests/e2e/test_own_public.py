"""
A penalty of the bureau's own, made public through the API: everybody reads it in the
register, and in the layout of 双公示, as they read an imported one.
"""

import csv
from collections.abc import Iterator
from io import StringIO

import pytest

from tests.e2e.story import BUREAU_USCC, USCC, WORKS, Story
from tests.e2e.telling import Teller

FACT = "未设置安全警示标志，当场拍照固定"


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Story]:
    """A penalty decided on the spot, and public on the own site."""
    story = Story(Teller(tmp_path_factory.mktemp("own")))
    story.settle()
    story.equip()
    story.does(
        "first",
        "decide-on-the-spot",
        kinds=["fine"],
        fine_fen=100_000,
        violation_fact=FACT,
        legal_basis="安全生产法99(1)",
        rights_told=True,
        statement="无异议",
        place="厂区",
        decision_no="罚当0001",
        enterprise=story.done["register-enterprise"].file,
        recipient="李四",
        with_officers=[str(story.teller.people["second"].person)],
    )
    story.does(
        "discloser",
        "publish-penalty",
        story.done["decide-on-the-spot"].file,
        channel="own_site",
        credit_class="general",
        class_ground="一般",
    )
    yield story
    story.teller.house.close()


def test_in_the_register(story: Story) -> None:
    """
    安全生产法78(2): with the words of the decision, for whoever asks.
    """
    (row,) = story.teller.asks("", "public-register")

    assert (row["party_name"], row["uscc"]) == (WORKS, USCC)
    assert row["violation_fact"] == FACT
    assert row["penalty"] == story.done["decide-on-the-spot"].file
    assert "李四" not in str(row)


def test_on_the_page(story: Story) -> None:
    """
    The page shows the words, and nothing of how they are kept.
    """
    page = story.teller.client.get("/disclosure/q/public-register").text

    assert FACT in page
    assert f"={FACT}" not in page


def test_in_the_layout(story: Story) -> None:
    """
    发改办财金〔2018〕424号: a row of thirty fields, in the layout of an imported one.
    """
    answer = story.teller.gets("", "public-register", format="csv")
    (row,) = csv.DictReader(StringIO(answer.content.decode("utf-8-sig")))

    assert row["行政相对人名称"] == WORKS
    assert row["行政处罚决定书文号"] == "罚当0001"
    assert row["违法事实"] == FACT
    assert row["处罚依据"] == "安全生产法99(1)"
    assert row["处罚内容"] == "罚款1,000.00元"
    assert row["罚款金额(万元)"] == "0.100000"
    assert row["处罚机关统一社会信用代码"] == BUREAU_USCC
    assert row["数据来源单位统一社会信用代码"] == BUREAU_USCC


def test_in_the_thread(story: Story) -> None:
    """
    Outsiders read of the thread what was published, and not what was decided.
    """
    thread = story.done["decide-on-the-spot"].file
    rows = story.teller.asks("", "trace", thread=thread)

    assert [row["topic"] for row in rows] == ["publication.item-published.v1"]


def test_news(story: Story) -> None:
    """
    The feed tells of it as of any other.
    """
    (change,) = story.teller.client.get("/disclosure/api/feed").json()["changes"]

    assert (change["party_name"], change["party_class"]) == (WORKS, "unit")
    assert change["decision_no"] == "罚当0001"
