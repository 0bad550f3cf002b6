"""
The feed as JSON Feed 1.1; what is public no more stands in an extension of ours.
"""

from typing import Final

import orjson

from services.disclosure.entries import TITLE, Entry, Feed, gone, shown

MEDIA: Final = "application/feed+json"

_VERSION: Final = "https://jsonfeed.org/version/1.1"


def json_feed_of(feed: Feed) -> bytes:
    """
    Write a page of the feed.
    """
    written: dict[str, object] = {
        "version": _VERSION,
        "title": TITLE,
        "language": "zh-CN",
        "home_page_url": feed.home,
        "feed_url": feed.address,
        "authors": [{"name": "实录"}],
        "items": [_item(entry, feed.home) for entry in shown(feed.entries)],
        "_shilu": {
            "id": feed.id,
            "deleted": [
                {"id": each.id, "when": each.updated, "comment": each.comment}
                for each in gone(feed.entries)
            ],
        },
    }
    if feed.later:
        written["next_url"] = feed.later
    return orjson.dumps(written)


def _item(entry: Entry, home: str) -> dict[str, object]:
    return {
        "id": entry.id,
        "url": f"{home}/files/{entry.file}",
        "title": entry.title,
        "content_text": entry.summary,
        "date_published": entry.published,
        "date_modified": entry.updated,
        "authors": [{"name": entry.author}],
        "tags": [entry.change],
        "_shilu": entry.fields,
    }
