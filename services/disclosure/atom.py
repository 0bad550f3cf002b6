"""
The feed as Atom (RFC 4287), with tombstones (RFC 6721) and pages (RFC 5005).
"""

import re
from typing import Final
from xml.etree import ElementTree as ET

from services.disclosure.entries import TITLE, Entry, Feed

MEDIA: Final = "application/atom+xml"

_ATOM: Final = "http://www.w3.org/2005/Atom"
_TOMBSTONE: Final = "http://purl.org/atompub/tombstones/1.0"

#: Characters that no XML may hold.
_NOT_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def atom_of(feed: Feed) -> bytes:
    """
    Write a page of the feed.
    """
    for prefix, space in (("", _ATOM), ("at", _TOMBSTONE)):
        ET.register_namespace(prefix, space)
    root = ET.Element(f"{{{_ATOM}}}feed")
    _text(root, "id", feed.id)
    _text(root, "title", TITLE)
    _text(root, "updated", feed.updated)
    _link(root, "self", feed.here)
    _link(root, "first", feed.address)
    if feed.later:
        _link(root, "next", feed.later)
    _link(root, "alternate", feed.home)
    author = ET.SubElement(root, f"{{{_ATOM}}}author")
    _text(author, "name", "实录")
    for entry in feed.entries:
        if entry.is_gone:
            _tombstone(root, entry)
        else:
            _entry(root, entry, feed.home)
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _entry(root: ET.Element, entry: Entry, home: str) -> None:
    made = ET.SubElement(root, f"{{{_ATOM}}}entry")
    _text(made, "id", entry.id)
    _text(made, "title", entry.title)
    _text(made, "published", entry.published)
    _text(made, "updated", entry.updated)
    author = ET.SubElement(made, f"{{{_ATOM}}}author")
    _text(author, "name", entry.author)
    ET.SubElement(made, f"{{{_ATOM}}}category", {"term": entry.change})
    _link(made, "alternate", f"{home}/files/{entry.file}")
    _text(made, "summary", entry.summary)


def _tombstone(root: ET.Element, entry: Entry) -> None:
    said = {"ref": entry.id, "when": entry.updated}
    made = ET.SubElement(root, f"{{{_TOMBSTONE}}}deleted-entry", said)
    comment = ET.SubElement(made, f"{{{_TOMBSTONE}}}comment")
    comment.text = _clean(entry.comment)


def _text(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, f"{{{_ATOM}}}{name}").text = _clean(text)


def _link(parent: ET.Element, rel: str, href: str) -> None:
    ET.SubElement(parent, f"{{{_ATOM}}}link", {"rel": rel, "href": href})


def _clean(text: str) -> str:
    return _NOT_XML.sub("", text)
