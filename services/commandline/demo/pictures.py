"""
Pictures for the evidence (演示照片): small, made by rule, and of nothing.

They are stored without compression, so their bytes are the same on every machine.
"""

import struct
import zlib
from typing import Final

WIDTH: Final = 160
HEIGHT: Final = 120
_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
_PAPER: Final = (250, 249, 244)
_INK: Final = (70, 74, 82)
_LINE_EVERY: Final = 12
_MARGIN: Final = 16

Colour = tuple[int, int, int]


def picture(nth: int) -> bytes:
    """
    Make a photograph of the demonstration: a slope of one colour, no two alike.
    """
    base = (40 + 31 * nth % 160, 60 + 53 * nth % 150, 80 + 17 * nth % 140)

    def colour(x: int, y: int) -> Colour:
        red, green, blue = (min(255, part + (x + 2 * y) // 8) for part in base)
        return red, green, blue

    return _png([[colour(x, y) for x in range(WIDTH)] for y in range(HEIGHT)])


def scan() -> bytes:
    """
    Make the scan of a paper: lines that cannot be read.
    """

    def colour(x: int, y: int) -> Colour:
        is_line = y % _LINE_EVERY in (5, 6) and _MARGIN < x < WIDTH - _MARGIN
        return _INK if is_line and (x // 3 + y) % 4 else _PAPER

    return _png([[colour(x, y) for x in range(WIDTH)] for y in range(HEIGHT)])


def _png(rows: list[list[Colour]]) -> bytes:
    raw = b"".join(b"\x00" + bytes(c for dot in row for c in dot) for row in rows)
    length = len(raw)
    stored = b"\x78\x01\x01" + struct.pack("<HH", length, length ^ 0xFFFF) + raw
    header = struct.pack(">IIBBBBB", len(rows[0]), len(rows), 8, 2, 0, 0, 0)
    return _SIGNATURE + b"".join(
        (
            _chunk(b"IHDR", header),
            _chunk(b"IDAT", stored + struct.pack(">I", zlib.adler32(raw))),
            _chunk(b"IEND", b""),
        )
    )


def _chunk(kind: bytes, content: bytes) -> bytes:
    checked = kind + content
    length = struct.pack(">I", len(content))
    return length + checked + struct.pack(">I", zlib.crc32(checked))
