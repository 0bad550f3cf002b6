"""
Lines of the tables of a web page, which many systems call an export to Excel.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Final

from infra.tables.encodings import encoding_of
from infra.tables.lines import Line, Sheet

_CHUNK_CHARACTERS: Final = 1 << 16
_HEAD_BYTES: Final = 1 << 12
_SPAN_MAX: Final = 1 << 16
_COLUMN_COUNT_MAX: Final = 1 << 10


class WebPageSource:
    """
    A web page; each of its tables is a sheet.
    """

    form = "html"
    epoch_year = 1900

    def __init__(self, path: Path) -> None:
        """
        Find out the encoding and count the tables.
        """
        self._path = path
        with path.open("rb") as file:
            self.encoding = encoding_of(path, declared=file.read(_HEAD_BYTES))
        found = sorted({number for number, _ in self._rows()})
        self._numbers = {f"表{n}": number for n, number in enumerate(found, start=1)}

    def sheets(self) -> tuple[Sheet, ...]:
        """
        Name every table that has a row.
        """
        return tuple(Sheet(name) for name in self._numbers)

    def close(self) -> None:
        """
        Hold nothing open between two walks.
        """

    def hidden_rows(self, sheet: Sheet) -> int:  # noqa: ARG002  a page hides none
        """
        Hide nothing.
        """
        return 0

    def lines(self, sheet: Sheet) -> Iterator[Line]:
        """
        Give every row of a table.
        """
        wanted = self._numbers[sheet.name]
        grid = _Grid()
        count = 0
        for number, row in self._rows():
            if number == wanted:
                count += 1
                cells, spans = grid.laid_out(row)
                yield Line(count, cells, spans)

    def _rows(self) -> Iterator[tuple[int, list["_HtmlCell"]]]:
        """
        Give the rows of all tables as they close, each with the number of its table.
        """
        parser = _TableParser()
        with self._path.open(encoding=self.encoding) as file:
            while text := file.read(_CHUNK_CHARACTERS):
                parser.feed(text)
                yield from parser.drained()
        parser.close()
        yield from parser.drained()


@dataclass
class _HtmlCell:
    """
    A cell as written, with how far it reaches.
    """

    rows: int
    columns: int
    pieces: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(self.pieces).strip(" \n\r\t\f")


@dataclass
class _OpenTable:
    """
    A table that is being read; tables stand inside tables.
    """

    number: int
    row: list[_HtmlCell] | None = None
    cell: _HtmlCell | None = None


class _TableParser(HTMLParser):
    """
    Collects rows; text goes into the innermost open cell.
    """

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[_OpenTable] = []
        self._count = 0
        self._done: list[tuple[int, list[_HtmlCell]]] = []
        self._silent = 0

    def drained(self) -> list[tuple[int, list[_HtmlCell]]]:
        """
        Hand over the rows that have closed since.
        """
        done, self._done = self._done, []
        return done

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """
        Open a table, a row or a cell; a row or cell left open before is closed.
        """
        if tag in {"style", "script"}:
            self._silent += 1
        elif tag == "table":
            self._open.append(_OpenTable(self._count))
            self._count += 1
        elif self._open and tag == "tr":
            self._close_row()
            self._open[-1].row = []
        elif self._open and tag in {"td", "th"}:
            self._start_cell(dict(attrs))
        elif self._open and tag in {"br", "p", "div"} and self._open[-1].cell:
            self._open[-1].cell.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """
        Close what was opened.
        """
        if tag in {"style", "script"}:
            self._silent = max(0, self._silent - 1)
        elif self._open and tag == "table":
            self._close_row()
            self._open.pop()
        elif self._open and tag == "tr":
            self._close_row()
        elif self._open and tag in {"td", "th"}:
            self._open[-1].cell = None

    def handle_data(self, data: str) -> None:
        """
        Take text into the open cell; line breaks of the markup are blanks.
        """
        if self._open and self._open[-1].cell and not self._silent:
            self._open[-1].cell.pieces.append(data.replace("\n", " ").replace("\r", ""))

    def close(self) -> None:
        """
        Close what the page left open.
        """
        super().close()
        while self._open:
            self._close_row()
            self._open.pop()

    def _start_cell(self, attributes: dict[str, str | None]) -> None:
        table = self._open[-1]
        if table.row is None:
            table.row = []
        table.cell = _HtmlCell(
            _span(attributes.get("rowspan")), _span(attributes.get("colspan"))
        )
        table.row.append(table.cell)

    def _close_row(self) -> None:
        table = self._open[-1]
        if table.row:
            self._done.append((table.number, table.row))
        table.row = table.cell = None


class _Grid:
    """
    Lays cells out, with those above that reach down.
    """

    def __init__(self) -> None:
        self._reaching: dict[int, tuple[int, str]] = {}

    def laid_out(
        self, row: list[_HtmlCell]
    ) -> tuple[tuple[str, ...], tuple[tuple[int, int], ...]]:
        """
        Give the cells of one row, and which are merged sideways.
        """
        cells: list[str] = []
        spans: list[tuple[int, int]] = []
        waiting = iter(row)
        while True:
            self._fill(cells)
            cell = next(waiting, None)
            if cell is None or len(cells) > _COLUMN_COUNT_MAX:
                break
            first = len(cells)
            width = min(cell.columns, _COLUMN_COUNT_MAX)
            if cell.rows > 1:
                for column in range(first, first + width):
                    text = cell.text if column == first else ""
                    self._reaching[column] = (cell.rows - 1, text)
            cells += [cell.text] + [""] * (width - 1)
            if width > 1:
                spans.append((first, first + width - 1))
        return tuple(cells), tuple(spans)

    def _fill(self, cells: list[str]) -> None:
        """
        Put in what reaches down into the next places.
        """
        while len(cells) in self._reaching and self._reaching[len(cells)][0] > 0:
            column = len(cells)
            rows, text = self._reaching[column]
            if rows == 1:
                del self._reaching[column]
            else:
                self._reaching[column] = (rows - 1, text)
            cells.append(text)


def _span(value: str | None) -> int:
    """
    Read a span; what is no number is 1.
    """
    if value is None or not value.strip().isdigit():
        return 1
    return min(max(int(value), 1), _SPAN_MAX)
