"""
Papers in tests: a story in which every form can be issued, and what is read off one.
"""

import json
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final

import orjson
import typst

from domain.law.forms import Form
from domain.law.forms_of_inspection import RULES
from infra.typesetting import pictured, typeface
from services.web.papers.drawing import Sheet
from tests.e2e.story import WORKS, Story

#: Which file a form is about, where it is not the hazard.
OF_THE_VISIT: Final = (
    Form.INSPECTION_PLAN,
    Form.INSPECTION_NOTICE,
    Form.INSPECTION_RECORD,
)
#: The forms that the story has a use for.
FORMS: Final = tuple(rule.form for rule in RULES)
#: How light the mark of a demonstration is, as the masters have it.
MARK: Final = 232
#: How many bytes a pixel has.
CHANNELS: Final = 4


@dataclass
class Papers(Story):
    """
    The story of a hazard, with an extension, after which every paper is issued.

    Args:
        issued: The document of each form.
    """

    issued: dict[Form, str] = field(default_factory=dict)

    def whole(self) -> "Papers":
        """Tell it, and issue what there is a form for."""
        for chapter in (
            *(self.settle, self.equip, self.inspect, self.order),
            *(self.extend, self.supervise, self.rectify, self.strike_off),
        ):
            chapter()
        self.issued[Form.RECTIFICATION_ORDER] = self.done["issue-document"].last
        for form in FORMS:
            if form not in self.issued:
                self.issued[form] = self.issue(form)
        return self

    def settle(self) -> None:
        """Set everybody up; papers name who reviews, and the bureau gets a new name."""
        super().settle()
        identity = {
            "name": "演示市应急管理局",
            "parent": self.bodies["government"],
            "region_word": "演",
            "agency_word": "应急",
            "review_body": "演示市人民政府",
            "court": "演示区人民法院",
        }
        later = {**identity, "name": "演示市应急管理局（更名后）"}
        for since, said in (("2026-02-01", identity), ("2026-12-01", later)):
            changed = {"identity": said, "since_on": since}
            self.does("clerk", "change-body-identity", self.bodies["bureau"], **changed)

    def extend(self) -> None:
        """Ask for more time, and be given it."""
        until = self.teller.today + timedelta(days=20)
        asked = {"reason": "设备到货迟延", "asked_until": str(until)}
        self.does("clerk", "apply-extension", self.hazard, **asked)
        granted = {"reason": "情况属实", "rectify_until": str(until)}
        self.does("head", "extend-deadline", self.hazard, **granted)

    def issue(self, form: Form) -> str:
        """Issue a document, and name its file."""
        to = {"enterprise": self.done["register-enterprise"].file, "printed": WORKS}
        about = self.visit if form in OF_THE_VISIT else self.hazard
        terms = {"about": about, "form": form.code, "addressees": [to]}
        return self.does("first", "issue-document", **terms).last

    @property
    def service(self) -> str:
        """The service of the order."""
        return self.done["serve-document"].file


def words_on(sheet: Sheet) -> str:
    """
    Read what a sheet says above its foot, as the typesetter has laid it out.
    """
    face = typeface()
    compiler = typst.Compiler(
        sheet.template,
        root=sheet.template.parent,
        font_paths=face.fonts,
        ignore_system_fonts=True,
        sys_inputs={
            "content": orjson.dumps(sheet.content).decode(),
            "family": face.family,
            "fonts": "",
        },
    )
    parts = (json.loads(compiler.query(kind)) for kind in ("heading", "par", "table"))
    read = "\n".join(text for part in parts for text in _texts(part))
    return read.replace("\u200b", "")


def _texts(part: object) -> Iterator[str]:
    if isinstance(part, list):
        yield "".join(text for each in part for text in _texts(each))
    elif isinstance(part, dict):
        if part.get("func") == "text":
            yield str(part["text"])
        elif part.get("func") == "space":
            yield " "
        for name in ("body", "children", "child"):
            yield from _texts(part.get(name))


@dataclass(frozen=True)
class Picture:
    """
    A page as dots, in rows of pixels of four bytes.
    """

    width: int
    rows: tuple[bytes, ...]

    def ink(self, *, beyond: float = 0.0) -> int:
        """Count the dark dots, those right of a share of the width."""
        start = int(self.width * beyond)
        return sum(
            row[n] < 128 and row[n + 1] < 128 and row[n + 2] < 128
            for row in self.rows
            for n in range(start * CHANNELS, len(row), CHANNELS)
        )

    def pale(self) -> int:
        """Count the dots of a mark that lies behind the text."""
        return sum(
            row[n] == MARK for row in self.rows for n in range(0, len(row), CHANNELS)
        )

    def red(self) -> int:
        """Count the reddish dots."""
        return sum(
            row[n] > row[n + 1] + 60
            for row in self.rows
            for n in range(0, len(row), CHANNELS)
        )


def pages_of(sheet: Sheet) -> list[Picture]:
    """Look at the pages of a sheet."""
    pages = pictured(sheet.template, sheet.content, at=sheet.at, ppi=36)
    return [_decoded(page) for page in pages]


def _decoded(png: bytes) -> Picture:
    width, height = struct.unpack(">II", png[16:24])
    assert png[24:26] == b"\x08\x06", "eight bits, with transparency"
    packed, at = b"", 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        if png[at + 4 : at + 8] == b"IDAT":
            packed += png[at + 8 : at + 8 + length]
        at += length + 12
    raw, stride = zlib.decompress(packed), width * CHANNELS
    rows: list[bytes] = []
    above = bytes(stride)
    for n in range(height):
        begin = n * (stride + 1)
        line = raw[begin + 1 : begin + 1 + stride]
        above = _unfiltered(raw[begin], line, above)
        rows.append(above)
    return Picture(width, tuple(rows))


def _unfiltered(kind: int, line: bytes, above: bytes) -> bytes:
    """Undo the filter of a line, as PNG defines the five of them."""
    row = bytearray(line)
    for n, value in enumerate(line):
        left = row[n - CHANNELS] if n >= CHANNELS else 0
        corner = above[n - CHANNELS] if n >= CHANNELS else 0
        guess = (0, left, above[n], (left + above[n]) // 2, 0)[kind]
        if kind == 4:
            near = left + above[n] - corner
            guess = min(
                (abs(near - each), order, each)
                for order, each in enumerate((left, above[n], corner))
            )[2]
        row[n] = (value + guess) & 255
    return bytes(row)
