"""
Document numbers (文号): series, and the two ways of counting (``law/FORMS.md`` §2).
"""

from dataclasses import replace
from uuid import UUID

from domain.base import File
from domain.body.file import Body
from domain.circumstances import Circumstances
from domain.document.file import Document
from domain.law.forms import FormRule
from domain.number_series.file import (
    NumberSeries,
    NumberSeriesOpened,
    Policy,
    series_name,
)
from domain.values import Number

#: What stands for the kind of document where serials run by case.
BY_CASE = "案"


def number_for(at: Circumstances, file: File, rule: FormRule) -> Number:
    """
    Prepare the number of a paper about a file.

    Counting by kind, the serial is drawn in the append.
    Counting by case, only the first paper of the thread draws; the others print its
    year and serial, and a second paper of a kind takes a suffix, ``-2``.
    """
    issuer = at.actor.body
    assert issuer is not None
    series, policy = _series(at, issuer, rule.code)
    identity = at.read(Body, issuer).identity_on(at.on)
    region, agency = identity.region_word, identity.agency_word
    new = Number(
        series=series,
        region=region,
        agency=agency,
        code=rule.code,
        year=at.on.year,
        pattern=f"（{region}）{agency}{rule.code}〔{at.on.year}〕{{}}号",
    )
    return _as_in_case(at, file, new) if policy is Policy.PER_CASE else new


def _series(at: Circumstances, issuer: UUID, code: str) -> tuple[str, Policy]:
    """
    Find the body's series of the year; the year's first paper opens one.
    """
    year = at.on.year
    for kind_code in (code, BY_CASE):
        opened = at.holder(f"series/{series_name(issuer, kind_code, year)}")
        if opened is not None:
            policy = at.read(NumberSeries, opened).policy
            return series_name(issuer, kind_code, year), policy
    policy = Policy[at.rules.word("document.number_policy").upper()]
    kind_code = BY_CASE if policy is Policy.PER_CASE else code
    NumberSeries.start(
        NumberSeriesOpened,
        at,
        body=issuer,
        kind_code=kind_code,
        year=year,
        policy=policy,
    )
    return series_name(issuer, kind_code, year), policy


def _as_in_case(at: Circumstances, file: File, new: Number) -> Number:
    papers = [
        at.read(Document, each).number
        for each in at.tagged(f"thread/{file.thread}/document")
    ]
    numbered = [n for n in papers if n is not None and n.serial]
    if not numbered:
        return new
    first = numbered[0]
    same = sum(n.code == new.code for n in numbered)
    pattern = new.pattern.replace(f"〔{new.year}〕", f"〔{first.year}〕")
    return replace(
        new,
        series=first.series,
        year=first.year,
        pattern=pattern,
        serial=first.serial,
        suffix=f"-{same + 1}" if same else "",
    )
