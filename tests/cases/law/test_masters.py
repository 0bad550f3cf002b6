"""
Which master a paper is laid out by.
"""

from dataclasses import replace
from datetime import date

import pytest

from domain.law import masters
from domain.law.forms import Form, FormSet
from domain.law.masters import ISSUED, MASTERS, SERVED, master_of

ORDER = Form.RECTIFICATION_ORDER


def test_of_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    A paper keeps the master of its day: the new one holds from its first day on.
    """
    old = master_of(ISSUED, ORDER, FormSet.NATIONAL_2016, day=date(2026, 3, 1))
    assert old is not None
    new = replace(old, template="another", since=date(2026, 7, 1))
    monkeypatch.setattr(masters, "MASTERS", (new, *MASTERS))

    chosen = [
        master_of(ISSUED, ORDER, FormSet.NATIONAL_2016, day=day)
        for day in (date(2026, 6, 30), date(2026, 7, 1))
    ]

    assert chosen == [old, new]


def test_of_the_set() -> None:
    """
    A document issued by another set is not laid out by this one.
    """
    assert master_of(ISSUED, ORDER, FormSet.OWN, day=date(2026, 3, 1)) is None


def test_of_the_fact() -> None:
    """
    A service makes a receipt; other facts make none.
    """
    receipt = master_of(SERVED, None, None, day=date(2026, 3, 1))

    assert receipt is not None
    assert receipt.template == "service_receipt"
    assert (
        master_of("hazard.hazard-graded.v1", None, None, day=date(2026, 3, 1)) is None
    )
