"""
Setting papers (文书排版): a template and what it says become a PDF, by Typst.

The same template, the same content and the same fonts give the same bytes, whenever and
wherever it is done: nothing is asked of the system but the fonts.
Which fonts those were stands in the paper's own metadata.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Final, Literal

import orjson
import typst

from infra.failures import Failure

#: Where a system keeps its fonts.
FONT_FOLDERS: Final = ("/usr/share/fonts", "/usr/local/share/fonts")

#: What the files of fonts are called that have every Chinese character of a paper.
FONT_FILES: Final = ("NotoSerifCJK*", "SourceHanSerif*")

#: The families that papers are set in, the first that is there.
FAMILIES: Final = ("Noto Serif CJK SC", "Source Han Serif SC", "Noto Serif SC")

#: What archives ask for: PDF/A-2a, and PDF/UA-1 for whoever has it read aloud.
STANDARDS: Final[list["Standard"]] = ["a-2a", "ua-1"]

Standard = Literal["a-2a", "ua-1"]


class FontMissing(Failure):
    """
    The machine has no Chinese font, so no paper can be set.
    """

    status = 503
    code = "font_missing"


class Unprintable(Failure):
    """
    A paper could not be set.
    """

    status = 500
    code = "unprintable"


@dataclass(frozen=True)
class Typeface:
    """
    The fonts that papers are set in.

    Args:
        family: Their family.
        edition: Hex SHA-256 of the files' own digests, in order, 16 characters.
        fonts: As the typesetter takes them.
    """

    family: str
    edition: str
    fonts: typst.Fonts


@cache
def typeface(folders: tuple[str, ...] = FONT_FOLDERS) -> Typeface:
    """
    Find the fonts of this machine; those found are read once.

    Raises:
        FontMissing: If it has none for Chinese.
    """
    fonts = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=sorted({file.parent for file in _files(folders)}),
    )
    had = frozenset(fonts.families())
    family = next((each for each in FAMILIES if each in had), None)
    if family is None:
        raise FontMissing(
            "本机没有排印文书所需的中文宋体字库。请安装后重试，"
            "例如：apt-get install fonts-noto-cjk。",
            "This machine has no Chinese font to set papers in; install one and try "
            "again, for example: apt-get install fonts-noto-cjk.",
        )
    used = {Path(f.path) for f in fonts.fonts() if f.family == family and f.path}
    digest = hashlib.sha256()
    for file in sorted(used, key=lambda each: each.name):
        with file.open("rb") as read:
            digest.update(hashlib.file_digest(read, "sha256").digest())
    return Typeface(family, digest.hexdigest()[:16], fonts)


def _files(folders: tuple[str, ...]) -> Iterator[Path]:
    for folder in map(Path, folders):
        for pattern in FONT_FILES:
            yield from folder.rglob(pattern)


def typeset(
    template: Path, content: object, *, at: datetime, face: Typeface | None = None
) -> bytes:
    """
    Set a paper.

    Args:
        template: The template; what stands beside it can be imported.
        content: What the paper says, as JSON; never read as markup.
        at: The moment that the paper names as its own, from the fact, never now.
        face: The fonts; those of this machine by default.

    Raises:
        FontMissing: If this machine has none for Chinese.
        Unprintable: If the template cannot be set.
    """
    pages = _set(template, content, at, face=face or typeface(), to="pdf")
    assert isinstance(pages, bytes)
    return pages


def pictured(
    template: Path, content: object, *, at: datetime, ppi: float = 60
) -> list[bytes]:
    """
    Set a paper as pictures, one PNG a page; raises as ``typeset`` does.
    """
    pages = _set(template, content, at, face=typeface(), to="png", ppi=ppi)
    return pages if isinstance(pages, list) else [pages]


def _set(
    template: Path,
    content: object,
    at: datetime,
    *,
    face: Typeface,
    to: Literal["pdf", "png"],
    ppi: float | None = None,
) -> bytes | list[bytes]:
    inputs = {
        "content": orjson.dumps(content, option=orjson.OPT_SORT_KEYS).decode(),
        "family": face.family,
        "fonts": f"{face.family} {face.edition}",
    }
    compiler = typst.Compiler(
        template,
        root=template.parent,
        font_paths=face.fonts,
        ignore_system_fonts=True,
        sys_inputs=inputs,
    )
    stamp = int(at.timestamp())
    for standards in (STANDARDS, []) if to == "pdf" else ([],):
        try:
            done = compiler.compile(
                format=to, ppi=ppi, timestamp=stamp, pdf_standards=list(standards)
            )
        except typst.TypstError as error:
            if standards:
                continue  # a character that no font has is no archive's; set it so
            raise _unprintable(template, error) from error
        assert done is not None
        return done
    raise AssertionError(template)


def _unprintable(template: Path, error: Exception) -> Unprintable:
    return Unprintable(
        f"文书“{template.stem}”未能排印（{error}）。请联系运维人员。",
        f"The paper {template.stem!r} could not be set ({error}); tell the operator.",
    )
