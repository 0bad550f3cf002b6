"""
Results of enforcement, made public through the API: everybody reads them by kind, the
feed tells of them, and of what was taken back nothing is left but number and reasons.
"""

from collections.abc import Iterator

import pytest

from tests.e2e.story import WORKS, Story
from tests.e2e.telling import Teller

NUMBER = "演安许〔2026〕7号"
BUREAU = "演示市应急管理局"


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Story]:
    """A permit that is public on the own site."""
    story = Story(Teller(tmp_path_factory.mktemp("results")))
    story.settle()
    story.equip()
    story.does(
        "clerk",
        "record-permit",
        enterprise=story.done["register-enterprise"].file,
        permit_kind="安全生产许可证",
        permit_no=NUMBER,
        issuing_authority=BUREAU,
        valid_from="2026-01-05",
        valid_until="2029-01-04",
    )
    publish(story, story.done["record-permit"].file, "permit")
    yield story
    story.teller.house.close()


def publish(story: Story, file: str, kind: str) -> None:
    """Make a result public."""
    said = {"about": file, "result_kind": kind, "channel": "own_site"}
    story.does("discloser", "publish-result", **said)


def test_in_the_register(story: Story) -> None:
    """
    发改办财金〔2018〕424号: who was permitted what until when, for whoever asks; it is
    no penalty.
    """
    (row,) = story.teller.asks("", "published-results")

    assert (row["party_name"], row["decision_no"]) == (WORKS, NUMBER)
    assert (row["result_kind"], row["result_text"]) == ("permit", "安全生产许可证")
    assert row["until_on"] == row["public_until"] == "2029-01-04"
    assert story.teller.asks("", "public-register") == []


def test_by_kind(story: Story) -> None:
    """
    Whoever looks for inspections finds no permit.
    """
    found = story.teller.asks("", "published-results", result_kind="inspection")

    assert found == []


def test_on_the_pages(story: Story) -> None:
    """
    The list, and the page of the publication, read as any other.
    """
    client = story.teller.client
    item = story.done["publish-result"].file

    listed = client.get("/disclosure/q/published-results").text
    page = client.get(f"/disclosure/files/{item}").text

    assert NUMBER in listed
    assert "行政许可" in listed
    assert NUMBER in page


def test_in_a_table(story: Story) -> None:
    """
    As a file, with the words of the kinds beside their codes.
    """
    answer = story.teller.gets("", "published-results", format="csv")

    text = answer.content.decode("utf-8-sig")
    assert NUMBER in text
    assert WORKS in text


def test_news_until_it_falls(story: Story) -> None:
    """
    The feed says which kind it is; withdrawn, number and reasons are left of it.
    """
    feed = "/disclosure/api/feed"
    (before,) = story.teller.client.get(feed).json()["changes"]
    atom = story.teller.client.get("/disclosure/feed.atom").text
    revoked = {"revoked_by": BUREAU, "decision_no": "罚1", "effective_on": "2026-03-02"}
    story.does(
        "clerk",
        "record-licence-revocation",
        story.done["record-permit"].file,
        **revoked,
    )
    gone = {"withdrawal_ground": "licence_revoked", "reasons": "许可已吊销"}
    item = story.done["publish-result"].file
    story.does("discloser", "withdraw-item", item, **gone)

    (after,) = story.teller.client.get(feed).json()["changes"]
    (row,) = story.teller.asks("", "published-results")

    assert (before["result_kind"], before["party_name"]) == ("permit", WORKS)
    assert f"行政许可 {WORKS} {NUMBER}" in atom
    assert (after["deleted"], after["reasons"]) == (True, "许可已吊销")
    assert "party_name" not in after
    assert (row["stage"], row["result_text"]) == ("withdrawn", None)
