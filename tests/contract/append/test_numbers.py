"""
Official numbers (D23): drawn in the append, from 1, without a gap.
"""

from concurrent.futures import ThreadPoolExecutor
from uuid import UUID

import pytest

from infra.ledger import Ledger, Request
from tests.contract.append.desks import Opening, at_desks
from tests.contract.append.town import OFFICER, Paper, PaperIssued


def paper(key: str, sheets: int = 0) -> Request:
    """
    A paper that draws a number, as does each of its sheets.
    """
    return Request("issue-paper", OFFICER, key, {"code": "责改", "sheets": sheets})


def serials(ledger: Ledger) -> list[int]:
    """
    The serials of all papers, in order of position.
    """
    papers = [f for f in ledger.facts() if isinstance(f, PaperIssued)]
    return [issued.number.serial for issued in papers]


def undo(ledger: Ledger, request: Request) -> None:
    """
    Do an act in a commit that does not end well.
    """
    with ledger.together():
        assert ledger.perform(request).positions == (1,)
        raise ZeroDivisionError


def test_two_processes(ledger: Ledger) -> None:
    """
    A hundred acts from two processes at once draw 1 to 100, in the ledger's order.
    """
    with at_desks(*[Opening(ledger.home, stops=False)] * 2) as desks:
        for number, desk in enumerate(desks):
            desk.perform(*[paper(f"{number}/{n}") for n in range(50)])
        outcomes = [outcome for desk in desks for outcome in desk.outcomes()]

    printed = {p for o in outcomes if o.receipt for p in o.receipt.numbers.values()}
    year = ledger.facts()[0].deed.on.year
    assert serials(ledger) == list(range(1, 101))
    assert printed == {f"（镇）店管责改〔{year}〕{n}号" for n in range(1, 101)}


def test_threads(ledger: Ledger) -> None:
    """
    So do acts from many threads.
    """
    with ThreadPoolExecutor(8) as threads:
        receipts = list(threads.map(ledger.perform, map(paper, map(str, range(100)))))

    assert serials(ledger) == list(range(1, 101))
    assert sorted(r.positions[0] for r in receipts) == list(range(1, 101))


def test_undone(ledger: Ledger) -> None:
    """
    What is undone gives its number back.
    """
    with pytest.raises(ZeroDivisionError):
        undo(ledger, paper("undone"))

    assert ledger.recorder.head == 0
    ledger.perform(paper("done"))
    assert serials(ledger) == [1]


def test_read_back(ledger: Ledger) -> None:
    """
    The number drawn is in the fact, in its file and in the receipt, sheet by sheet.
    """
    (file,) = ledger.perform(paper("one")).files
    receipt = ledger.perform(paper("two", sheets=2))
    (second,) = receipt.files
    loaded = ledger.read(second)

    assert isinstance(loaded, Paper)
    assert loaded.number
    year = loaded.number.year
    assert loaded.number.printed == f"（镇）店管责改〔{year}〕2号"
    assert [sheet.number.serial for sheet in loaded.sheets] == [1, 2]
    assert receipt.numbers == {
        f"{second}/1/number": f"（镇）店管责改〔{year}〕2号",
        f"{second}/1/sheets/0/number": f"（镇）店管责改页〔{year}〕1号",
        f"{second}/1/sheets/1/number": f"（镇）店管责改页〔{year}〕2号",
    }
    assert file != second


def test_stored(ledger: Ledger) -> None:
    """
    The decided part holds no serial: it was encoded before there was one.
    """
    ledger.perform(paper("one"))
    (stored,) = ledger.recorder.facts()

    assert b"serial" not in stored.state
    assert b'"numbers":{"number":{"printed":' in stored.given


def test_series_are_apart(ledger: Ledger) -> None:
    """
    Each series counts for itself.
    """
    for code in ("责改", "立案", "责改"):
        terms = {"code": code}
        ledger.perform(
            Request("issue-paper", OFFICER, str(ledger.recorder.head), terms)
        )

    assert serials(ledger) == [1, 1, 2]
    assert UUID(int=0) not in {fact.file for fact in ledger.facts()}
